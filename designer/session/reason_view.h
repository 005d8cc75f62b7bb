// SPDX-License-Identifier: GPL-3.0-or-later
// The reason of the finding that is looked at, as the canvas lights it and a bar under the plan says it; gone when
// something else is selected or the design changes.
#pragma once

#include "designer/session/document.h"
#include "designer/session/lit_reason.h"
#include "designer/session/selection.h"

#include <QVariantList>

namespace riser {

class ReasonView : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool lit READ lit NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QString sum READ sum NOTIFY changed)            // "tray 41.2 m + drop 3.0 m = 44.2 m"
    Q_PROPERTY(QVariantList floors READ floors NOTIFY changed) // that it is on, from the lowest
  public:
    ReasonView(Document& document, Selection& selection, QObject* parent);

    bool lit() const { return !lit_.empty(); }
    QString sentence() const { return QString::fromStdString(message_.in(language_)); }
    QString sum() const;
    QVariantList floors() const;
    const Lit& what() const { return lit_; }
    void set_language(Language language);
    void show(const Finding& finding);
    Q_INVOKABLE void clear();

  signals:
    void changed();

  private:
    Document& document_;
    Language language_ = Language::zh;
    Lit lit_;
    Text message_;
};

} // namespace riser
