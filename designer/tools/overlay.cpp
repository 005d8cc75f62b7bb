// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/overlay.h"

#include <cmath>

namespace riser {

namespace {

constexpr double legible = 46; // pixels of a stretch below which its length is left out

enum class Beside { no, yes };
void chip(QPainter& painter, QPointF at, const QString& words, const Palette& palette, Beside beside) {
    painter.save();
    QFont font = painter.font();
    font.setPixelSize(12);
    painter.setFont(font);
    QRectF box = QRectF(painter.fontMetrics().boundingRect(words)).adjusted(-5, -3, 5, 3);
    if (beside == Beside::yes)
        box.translate(at + QPointF(10, -10));
    else
        box.moveCenter(at);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.ground());
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(palette.of(ColourRole::text));
    painter.drawText(box, Qt::AlignCenter, words);
    painter.restore();
}

void paint_length(QPainter& painter, const CanvasView& view, Point a, Point b, const Palette& palette) {
    const QPointF from = view.to_screen(a), to = view.to_screen(b);
    if (std::hypot(to.x() - from.x(), to.y() - from.y()) >= legible)
        chip(painter, (from + to) / 2, metres_text(plan_length(a, b)), palette, Beside::no);
}

} // namespace

QString metres_text(double millimetres) { return QString::number(millimetres / 1000, 'f', 3) + QStringLiteral(" m"); }

double plan_length(Point a, Point b) {
    return std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y);
}

void paint_chip(QPainter& painter, QPointF at, const QString& words, const Palette& palette) {
    chip(painter, at, words, palette, Beside::yes);
}

void paint_way(QPainter& painter, const CanvasView& view, std::span<const Point> way, const Palette& palette) {
    painter.setPen(QPen(palette.of(ColourRole::accent), 1.5));
    double sum = 0;
    for (std::size_t i = 1; i < way.size(); ++i) {
        painter.drawLine(view.to_screen(way[i - 1]), view.to_screen(way[i]));
        sum += plan_length(way[i - 1], way[i]);
    }
    if (way.size() > 2)
        for (std::size_t i = 1; i < way.size(); ++i)
            paint_length(painter, view, way[i - 1], way[i], palette);
    if (way.size() > 1)
        paint_chip(painter, view.to_screen(way.back()),
                   (way.size() > 2 ? QStringLiteral("Σ ") : QString()) + metres_text(sum), palette);
}

void paint_outline(QPainter& painter, const CanvasView& view, std::span<const Point> ring, const Palette& palette,
                   Sizes sizes) {
    QPolygonF shape;
    for (const Point p : ring)
        shape << view.to_screen(p);
    QColor accent = palette.of(ColourRole::accent);
    painter.setPen(QPen(accent, 1.5));
    accent.setAlphaF(0.10F);
    painter.setBrush(accent);
    painter.drawPolygon(shape);
    painter.setBrush(Qt::NoBrush);
    if (sizes == Sizes::first_two && ring.size() > 2)
        for (std::size_t i = 0; i < 2; ++i)
            paint_length(painter, view, ring[i], ring[i + 1], palette);
    if (sizes == Sizes::all)
        for (std::size_t i = 0; i < ring.size(); ++i)
            paint_length(painter, view, ring[i], ring[(i + 1) % ring.size()], palette);
}

void paint_spot(QPainter& painter, const CanvasView& view, Point place, const Palette& palette) {
    QColor accent = palette.of(ColourRole::accent);
    painter.setPen(QPen(accent, 2));
    accent.setAlphaF(0.25F);
    painter.setBrush(accent);
    painter.drawEllipse(view.to_screen(place), 6, 6);
    painter.setBrush(Qt::NoBrush);
}

} // namespace riser
