// SPDX-License-Identifier: GPL-3.0-or-later
// An item of the display list as a citizen of a QGraphicsScene, with the same rules for what is small: the peer that
// the canvas is measured against.
#pragma once

#include "exporters/drawings/drawing.h"
#include "exporters/painting/picture.h"
#include "exporters/painting/shapes.h"

#include <QGraphicsItem>
#include <QPainter>

#include <algorithm>

namespace riser::bench {

class Shown : public QGraphicsItem {
  public:
    Shown(const DrawingItem& item, const Palette& palette) : item_(item), palette_(palette) {
        const PaperBox box = bounds(item);
        box_ = QRectF(QPointF(box.low.x, box.low.y), QPointF(box.high.x, box.high.y));
        if (const auto* symbol = std::get_if<SymbolShape>(&item_.shape)) {
            setPos(symbol->at.x, symbol->at.y);
            box_.translate(-pos());
            const double half = least_symbol / 2 / smallest_zoom;
            box_ |= QRectF(-half, -half, 2 * half, 2 * half);
        } else if (const auto* polygon = std::get_if<PolygonShape>(&item_.shape)) {
            path_ = path_of(*polygon);
        } else if (const auto* path = std::get_if<PathShape>(&item_.shape)) {
            path_ = path_of(path->points, path->closed);
        }
        setZValue(static_cast<double>(item.layer));
    }
    QRectF boundingRect() const override { return box_; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        const double zoom = painter->worldTransform().m11();
        if (const auto* symbol = std::get_if<SymbolShape>(&item_.shape)) {
            paint_symbol_at(*painter, *symbol, zoom);
        } else if (const auto* text = std::get_if<TextShape>(&item_.shape)) {
            if (text->size * zoom < least_text)
                return;
            painter->setFont(drawing_font(text->size, text->weight));
            painter->setPen(palette_.of(text->colour));
            painter->drawText(QPointF(box_.left(), text->at.y), QString::fromStdString(text->text));
        } else {
            const auto* polygon = std::get_if<PolygonShape>(&item_.shape);
            const auto pen = polygon ? polygon->pen : std::optional(std::get<PathShape>(item_.shape).pen);
            QPen made(Qt::NoPen);
            if (pen) {
                made = pen_of(*pen, zoom * 100, palette_);
                made.setCosmetic(true);
            }
            painter->setPen(made);
            painter->setBrush(polygon && polygon->fill ? QBrush(palette_.of(*polygon->fill)) : QBrush(Qt::NoBrush));
            painter->drawPath(path_);
        }
    }

  private:
    static constexpr double least_symbol = 7; // pixels, as PaintOptions has it
    static constexpr double least_text = 5;
    static constexpr double smallest_zoom = 0.004;

    void paint_symbol_at(QPainter& painter, const SymbolShape& symbol, double zoom) {
        const QColor ink = palette_.of(symbol.colour);
        const double true_size = symbol.size * zoom;
        if (true_size < least_symbol / 3) {
            const double dot = 2.5 / zoom;
            painter.fillRect(QRectF(-dot / 2, -dot / 2, dot, dot), ink);
            return;
        }
        const double size = std::max(true_size, least_symbol);
        painter.scale(1 / zoom, 1 / zoom);
        paint_symbol(painter, symbol, size, std::min(zoom * 100, size / 3), palette_, ink);
    }

    DrawingItem item_;
    const Palette& palette_;
    QPainterPath path_;
    QRectF box_;
};

} // namespace riser::bench
