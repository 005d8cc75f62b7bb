// SPDX-License-Identifier: GPL-3.0-or-later
// The system's clipboard as plain text, for QML, which has none of its own.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace riser {

class TextClipboard : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
  public:
    using QObject::QObject;
    Q_INVOKABLE QString text() const;
    Q_INVOKABLE void setText(const QString& text);
};

} // namespace riser
