// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/painting/shapes.h"

#include "exporters/drawings/arc.h"
#include "exporters/drawings/symbols.h"

#include <QFont>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

void add_edge(QPainterPath& path, const Vertex& from, const Vertex& to) {
    if (from.bulge == 0) {
        path.lineTo(to.x, to.y);
        return;
    }
    const Arc arc = arc_between(from, to);
    const double degrees = 180 / std::numbers::pi;
    path.arcTo(arc.centre.x - arc.radius, arc.centre.y - arc.radius, 2 * arc.radius, 2 * arc.radius,
               arc.start * degrees, arc.sweep * degrees);
}

void add_ring(QPainterPath& path, const std::vector<Vertex>& points, bool closed) {
    if (points.empty())
        return;
    path.moveTo(points[0].x, points[0].y);
    for (std::size_t i = 1; i < points.size(); ++i)
        add_edge(path, points[i - 1], points[i]);
    if (!closed)
        return;
    if (points.back().bulge != 0)
        add_edge(path, points.back(), points.front());
    path.closeSubpath();
}

} // namespace

QPainterPath path_of(const std::vector<Vertex>& points, bool closed) {
    QPainterPath path;
    add_ring(path, points, closed);
    return path;
}

QPainterPath path_of(const PolygonShape& polygon) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const std::vector<Vertex>& ring : polygon.rings)
        add_ring(path, ring, true);
    return path;
}

QPen pen_of(const Pen& pen, double unit, const Palette& palette, const QColor& symbol) {
    const double width = std::max(pen.width * unit, 1.0);
    QPen out(palette.of(pen.colour, symbol), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (pen.dash == Dash::solid)
        return out;
    // The pattern of the SVG: in millimetres of paper, here in pen widths.
    const double dot = std::max(std::max(pen.width, 0.25) * unit / width, 1.0);
    QList<qreal> pattern{pen.dash == Dash::dotted ? dot : dot * 6, dot * 3};
    if (pen.dash == Dash::chain)
        pattern << dot << dot * 3;
    out.setCapStyle(Qt::FlatCap);
    out.setDashPattern(pattern);
    return out;
}

QPainterPath hatch_of(const QPainterPath& area, HatchPattern pattern, double spacing) {
    const QRectF box = area.boundingRect();
    QPainterPath lines;
    const auto sweep = [&](double dx, double dy) { // lines along (dx, dy), `spacing` apart, on a grid of the drawing
        const double nx = -dy, ny = dx;
        double low = 1e300, high = -1e300, first = 1e300, last = -1e300;
        for (const QPointF& p : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()}) {
            const double across = p.x() * nx + p.y() * ny, along = p.x() * dx + p.y() * dy;
            low = std::min(low, across), high = std::max(high, across);
            first = std::min(first, along), last = std::max(last, along);
        }
        for (double k = std::ceil(low / spacing) * spacing; k <= high; k += spacing) {
            lines.moveTo(nx * k + dx * first, ny * k + dy * first);
            lines.lineTo(nx * k + dx * last, ny * k + dy * last);
        }
    };
    const double half = std::numbers::sqrt2 / 2;
    switch (pattern) {
    case HatchPattern::diagonal:
        sweep(half, -half);
        break;
    case HatchPattern::back_diagonal:
        sweep(half, half);
        break;
    case HatchPattern::cross:
        sweep(half, -half);
        sweep(half, half);
        break;
    case HatchPattern::horizontal:
        sweep(1, 0);
        break;
    case HatchPattern::vertical:
        sweep(0, 1);
        break;
    case HatchPattern::dots:
        for (double x = std::ceil(box.left() / spacing) * spacing; x <= box.right(); x += spacing)
            for (double y = std::ceil(box.top() / spacing) * spacing; y <= box.bottom(); y += spacing) {
                lines.moveTo(x, y);
                lines.lineTo(x + spacing / 12, y);
            }
        break;
    }
    return lines;
}

QFont drawing_font(double pixels, TextWeight weight) {
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    font.setBold(weight == TextWeight::bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void paint_symbol(QPainter& painter, const SymbolShape& symbol, double size, double unit, const Palette& palette,
                  const QColor& ink) {
    for (const DrawingShape& shape : shapes_at(symbol.symbol, size)) {
        if (const auto* path = std::get_if<PathShape>(&shape)) {
            painter.setPen(pen_of(path->pen, unit, palette, ink));
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(path_of(path->points, path->closed));
        } else if (const auto* polygon = std::get_if<PolygonShape>(&shape)) {
            painter.setPen(polygon->pen ? pen_of(*polygon->pen, unit, palette, ink) : QPen(Qt::NoPen));
            painter.setBrush(polygon->fill ? QBrush(palette.of(*polygon->fill, ink)) : QBrush(Qt::NoBrush));
            painter.drawPath(path_of(*polygon));
        }
    }
    const double height = drawing_of(symbol.symbol).letters * size;
    if (height < 5 || symbol.letters.empty())
        return;
    painter.setFont(drawing_font(height, TextWeight::bold));
    painter.setPen(ink);
    const QString letters = QString::fromStdString(symbol.letters);
    const double width = painter.fontMetrics().horizontalAdvance(letters);
    painter.drawText(QPointF(-width / 2, height * 0.36), letters);
}

} // namespace riser
