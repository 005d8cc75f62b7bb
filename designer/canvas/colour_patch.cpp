// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/colour_patch.h"

#include <QQuickWindow>
#include <QSGRectangleNode>

namespace riser {

ColourPatch::ColourPatch(QQuickItem& canvas, QSizeF size) : QQuickItem(&canvas) {
    setFlag(ItemHasContents);
    setVisible(false);
    setSize(size);
}

void ColourPatch::set_colour(const QColor& colour) {
    if (colour == colour_)
        return;
    colour_ = colour;
    update();
}

QSGNode* ColourPatch::updatePaintNode(QSGNode* before, UpdatePaintNodeData*) {
    auto* node = static_cast<QSGRectangleNode*>(before);
    if (!node)
        node = window()->createRectangleNode();
    node->setRect(boundingRect());
    node->setColor(colour_);
    return node;
}

} // namespace riser
