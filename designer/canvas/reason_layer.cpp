// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/reason_layer.h"

#include "designer/session/lists.h"
#include "designer/session/words.h"
#include "designer/tools/overlay.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::size_t most_named = 12; // names beside their subjects

QPen pen_of_leg(const Leg& leg, const Palette& palette) {
    QColor ink = palette.of(leg.kind == LegKind::gap ? ColourRole::error : ColourRole::warning);
    ink.setAlphaF(leg.faint ? 0.35F : 0.9F);
    const double width = leg.faint ? 1.2 : leg.kind == LegKind::tray ? 4 : 2.5;
    QPen pen(ink, width,
             leg.kind == LegKind::drop  ? Qt::DashLine
             : leg.kind == LegKind::gap ? Qt::DotLine
                                        : Qt::SolidLine);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

} // namespace

void paint_reason(QPainter& painter, const CanvasView& view, const Lit& lit, const Palette& palette) {
    painter.save();
    painter.setBrush(Qt::NoBrush);
    for (const Leg& leg : lit.legs) {
        if (leg.floor != view.floor())
            continue;
        painter.setPen(pen_of_leg(leg, palette));
        if (leg.kind == LegKind::riser) {
            const QPointF at = view.to_screen(leg.line.front());
            painter.drawEllipse(at, 8, 8);
            painter.drawLine(at + QPointF(0, -13), at + QPointF(0, 13));
            continue;
        }
        QPolygonF way;
        for (const Point p : leg.line)
            way << view.to_screen(p);
        painter.drawPolyline(way);
    }
    painter.setPen(QPen(palette.of(ColourRole::warning), 2));
    for (const AnyId id : lit.rows)
        painter.drawPath(view.picture()->outline(id, view.view()));
    const Design& design = const_cast<CanvasView&>(view).document().design();
    if (lit.named.size() <= most_named)
        for (const AnyId id : lit.named)
            if (const std::optional<PaperBox> box = view.picture()->box_of(drawn_for(design, id)))
                paint_chip(painter, view.view().to_screen({box->high.x, box->low.y}),
                           name_of(design, id, view.language()), palette);
    painter.restore();
}

std::optional<PaperBox> extent_of(const CanvasView& view, const Lit& lit) {
    std::optional<PaperBox> out;
    const auto grow = [&](PaperPoint low, PaperPoint high) {
        if (!out)
            out = PaperBox{low, high};
        out->low = {std::min(out->low.x, low.x), std::min(out->low.y, low.y)};
        out->high = {std::max(out->high.x, high.x), std::max(out->high.y, high.y)};
    };
    for (const Leg& leg : lit.legs)
        if (leg.floor == view.floor())
            for (const Point p : leg.line) {
                const PaperPoint at{static_cast<double>(p.x), -static_cast<double>(p.y)};
                grow(at, at);
            }
    for (const AnyId id : lit.rows)
        if (const std::optional<PaperBox> box = view.picture()->box_of(id))
            grow(box->low, box->high);
    return out;
}

} // namespace riser
