// SPDX-License-Identifier: GPL-3.0-or-later
// A ruler along an edge of the plan. It is painted as the plan is: what was painted is moved with the view, and only
// what comes into sight is painted.
#pragma once

#include "designer/canvas/canvas_raster.h"

#include <QQuickItem>

namespace riser {

class Ruler : public QQuickItem {
    Q_OBJECT
  public:
    Ruler(QQuickItem& canvas, Qt::Orientation along);

    // Of a canvas of that size; what the view's clip is does not matter.
    void show(const PaintView& view, QSizeF size, Theme theme);

  protected:
    QSGNode* updatePaintNode(QSGNode* before, UpdatePaintNodeData*) override;

  private:
    Qt::Orientation along_;
    PaintView view_; // in pixels of this item
    Theme theme_ = Theme::light;
    CanvasRaster raster_;
};

} // namespace riser
