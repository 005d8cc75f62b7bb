// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/ruler.h"

#include "designer/canvas/raster_node.h"
#include "designer/canvas/rulers.h"

#include <utility>

namespace riser {

Ruler::Ruler(QQuickItem& canvas, Qt::Orientation along) : QQuickItem(&canvas), along_(along) {
    setFlag(ItemHasContents);
    setVisible(false);
}

void Ruler::show(const PaintView& view, QSizeF size, Theme theme) {
    const QRectF place = ruler_place(along_, size);
    view_ = view;
    (along_ == Qt::Horizontal ? view_.origin.ry() : view_.origin.rx()) = 0; // it stays at its edge
    (along_ == Qt::Horizontal ? view_.origin.rx() : view_.origin.ry()) -= ruler_pixels;
    view_.clip = QRectF({}, place.size());
    if (std::exchange(theme_, theme) != theme)
        raster_.forget();
    setPosition(place.topLeft());
    setSize(place.size());
    setVisible(true);
    update();
}

QSGNode* Ruler::updatePaintNode(QSGNode* before, UpdatePaintNodeData*) {
    return raster_node(before, *window(), raster_, view_, [this](QPainter& painter, const PaintView& part) {
        paint_ruler(painter, along_, part, Palette(theme_));
    });
}

} // namespace riser
