// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/ruler_mark.h"

#include "designer/canvas/rulers.h"

#include <QQuickWindow>
#include <QSGRectangleNode>

#include <cmath>

namespace riser {

RulerMark::RulerMark(QQuickItem& canvas, Qt::Orientation along) : QQuickItem(&canvas), along_(along) {
    setFlag(ItemHasContents);
    setVisible(false);
    setSize(along == Qt::Horizontal ? QSizeF(1, ruler_pixels) : QSizeF(ruler_pixels, 1));
}

void RulerMark::show_at(QPointF pointer) {
    const double along = std::floor(along_ == Qt::Horizontal ? pointer.x() : pointer.y());
    setPosition(along_ == Qt::Horizontal ? QPointF(along, 0) : QPointF(0, along));
    setVisible(along >= ruler_pixels);
}

void RulerMark::set_colour(const QColor& colour) {
    if (colour == colour_)
        return;
    colour_ = colour;
    update();
}

QSGNode* RulerMark::updatePaintNode(QSGNode* before, UpdatePaintNodeData*) {
    auto* node = static_cast<QSGRectangleNode*>(before);
    if (!node)
        node = window()->createRectangleNode();
    node->setRect(boundingRect());
    node->setColor(colour_);
    return node;
}

} // namespace riser
