// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvas_layer.h"

#include "designer/canvas/painted_bounds.h"

#include <QPainter>

#include <utility>

namespace riser {

namespace {

constexpr int step = 16; // pixels: sizes are multiples of it, so that what moves keeps its image

} // namespace

CanvasLayer::CanvasLayer(QQuickItem& canvas, Draw draw, Where where)
    : QQuickPaintedItem(&canvas), draw_(std::move(draw)), where_(std::move(where)) {
    setFillColor(Qt::transparent);
    setAntialiasing(true);
    setVisible(false);
}

void CanvasLayer::refresh() { polish(); }

QRect CanvasLayer::box() const {
    std::optional<QRectF> drawn = where_ ? where_() : std::nullopt;
    if (!drawn) {
        drawn = painted_bounds(draw_);
        if (!drawn->isEmpty())
            drawn->adjust(-1, -1, 1, 1);
    }
    return drawn->toAlignedRect() & parentItem()->boundingRect().toAlignedRect();
}

void CanvasLayer::updatePolish() {
    QRect place = box();
    if (place.isEmpty()) {
        setVisible(false);
        return;
    }
    place.setWidth((place.width() + step - 1) / step * step);
    place.setHeight((place.height() + step - 1) / step * step);
    setPosition(place.topLeft());
    setSize(place.size());
    setVisible(true);
    update();
}

void CanvasLayer::paint(QPainter* painter) {
    painter->translate(-position());
    draw_(*painter);
}

} // namespace riser
