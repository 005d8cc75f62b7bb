// SPDX-License-Identifier: GPL-3.0-or-later
// The floor that an import would make, painted as the plan view would paint it.
#pragma once

#include "designer/session/design_session.h"
#include "exporters/painting/picture.h"

#include <QQuickPaintedItem>

#include <memory>

namespace riser {

class ImportPreview : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool isEmpty READ is_empty NOTIFY pictureChanged)
  public:
    explicit ImportPreview(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;
    bool is_empty() const { return !picture_; }

  signals:
    void pictureChanged();

  protected:
    void componentComplete() override;

  private:
    void redraw();
    DesignSession* session_ = nullptr;
    std::unique_ptr<Picture> picture_;
};

} // namespace riser
