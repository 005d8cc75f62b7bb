// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/drawing.h"

#include "exporters/drawings/arc.h"
#include "exporters/drawings/symbols.h"
#include "exporters/drawings/text_metrics.h"
#include "exporters/drawings/underlay.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

constexpr std::uint32_t shared_colour = 0x7A7F87;

void grow(PaperBox& box, PaperPoint p) { box = united(box, {p, p}); }

void grow(PaperBox& box, const std::vector<Vertex>& points, bool closed) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        grow(box, {points[i].x, points[i].y});
        if (points[i].bulge == 0 || (!closed && i + 1 == points.size()))
            continue;
        const Vertex& next = points[(i + 1) % points.size()];
        for (const PaperPoint p : arc_extremes(points[i], next))
            grow(box, p);
    }
}

} // namespace

bool overlap(const PaperBox& a, const PaperBox& b) {
    return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

const LayerName& name_of(DrawingLayer layer) {
    static const std::array<LayerName, drawing_layer_count> names{{
        {"RISER-UNDERLAY", {"底图", "Underlay"}, 8},
        {"RISER-ROOM", {"房间", "Rooms"}, 9},
        {"RISER-FIRE", {"防火分区", "Fire compartments"}, 1},
        {"RISER-RESTRICTED", {"禁设区", "Restricted areas"}, 30},
        {"RISER-AXIS", {"轴线", "Axes"}, 8},
        {"RISER-COLUMN", {"柱", "Columns"}, 8},
        {"RISER-WALL", {"墙", "Walls"}, 7},
        {"RISER-OPENING", {"门窗", "Openings"}, 8},
        {"RISER-TRAY", {"桥架管线", "Pathways"}, 5},
        {"RISER-SHAFT", {"竖井", "Shafts"}, 5},
        {"RISER-ROUTE", {"线缆路由", "Routes"}, 4},
        {"RISER-BACKBONE", {"干线", "Backbone"}, 5},
        {"RISER-SPACE", {"电信间", "Telecommunications spaces"}, 6},
        {"RISER-EQUIPMENT", {"设备", "Equipment"}, 6},
        {"RISER-OUTLET", {"信息点", "Outlets"}, 3},
        {"RISER-ROOM-TEXT", {"房间文字", "Room texts"}, 7},
        {"RISER-TEXT", {"文字", "Texts"}, 7},
        {"RISER-LEGEND", {"图例", "Legend"}, 7},
        {"RISER-TABLE", {"表格", "Tables"}, 7},
        {"RISER-ANNOTATION", {"标注", "Annotations"}, 2},
        {"RISER-TITLE", {"标题栏", "Title block"}, 7},
        {"RISER-FRAME", {"图框", "Frame"}, 7},
    }};
    return names[static_cast<std::size_t>(layer)];
}

Colour colour(ColourRole role) {
    switch (role) {
    case ColourRole::fixed:
    case ColourRole::of_symbol:
    case ColourRole::text:
        return {role, 0x1A1F26};
    case ColourRole::text_second:
        return {role, 0x5A6672};
    case ColourRole::text_third:
        return {role, 0x6B7682};
    case ColourRole::wall:
        return {role, 0x3A424C};
    case ColourRole::border:
        return {role, 0xDFE3E8};
    case ColourRole::paper:
        return {role, 0xFFFFFF};
    case ColourRole::accent:
        return {role, 0x2463D6};
    case ColourRole::error:
        return {role, 0xC62828};
    case ColourRole::warning:
        return {role, 0xB26A00};
    case ColourRole::good:
        return {role, 0x1B7F4B};
    }
    return {};
}

Colour fixed_colour(std::uint32_t rgb) { return {.role = ColourRole::fixed, .rgb = rgb}; }

Colour fixed_colour(std::string_view hex) {
    std::uint32_t value = shared_colour;
    if (hex.size() == 7 && hex[0] == '#' &&
        std::from_chars(hex.data() + 1, hex.data() + 7, value, 16).ptr != hex.data() + 7)
        value = shared_colour;
    return fixed_colour(value);
}

Colour tinted(Colour base, double share) {
    std::uint32_t out = 0;
    for (const int shift : {16, 8, 0}) {
        const double channel = 255 - (255 - (base.rgb >> shift & 255)) * share;
        out |= static_cast<std::uint32_t>(std::lround(channel)) << shift;
    }
    return {base.role, out, share, base.rgb};
}

PaperBox bounds(const TextShape& text) {
    const double width = text_width(text.text, text.size, text.weight);
    const double left = text.anchor == TextAnchor::start ? 0 : text.anchor == TextAnchor::middle ? -width / 2 : -width;
    const double turn = text.angle * std::numbers::pi / 180;
    PaperBox box = nothing();
    for (const double x : {left, left + width})
        for (const double y : {-ascent * text.size, descent * text.size})
            grow(box, {text.at.x + x * std::cos(turn) + y * std::sin(turn),
                       text.at.y - x * std::sin(turn) + y * std::cos(turn)});
    return box;
}

PaperBox common(const PaperBox& a, const PaperBox& b) {
    return {{std::max(a.low.x, b.low.x), std::max(a.low.y, b.low.y)},
            {std::min(a.high.x, b.high.x), std::min(a.high.y, b.high.y)}};
}

PaperBox united(const PaperBox& a, const PaperBox& b) {
    return {{std::min(a.low.x, b.low.x), std::min(a.low.y, b.low.y)},
            {std::max(a.high.x, b.high.x), std::max(a.high.y, b.high.y)}};
}

PaperBox nothing() { return {{1e300, 1e300}, {-1e300, -1e300}}; }

PaperBox bounds(const DrawingItem& item) {
    if (const auto* text = std::get_if<TextShape>(&item.shape))
        return bounds(*text);
    PaperBox box = nothing();
    if (const auto* path = std::get_if<PathShape>(&item.shape))
        grow(box, path->points, path->closed);
    else if (const auto* polygon = std::get_if<PolygonShape>(&item.shape))
        for (const auto& ring : polygon->rings)
            grow(box, ring, true);
    else if (const auto* symbol = std::get_if<SymbolShape>(&item.shape)) {
        const double half_width = symbol->size / 2 * drawing_of(symbol->symbol).aspect;
        grow(box, {symbol->at.x - half_width, symbol->at.y - symbol->size / 2});
        grow(box, {symbol->at.x + half_width, symbol->at.y + symbol->size / 2});
    } else if (const auto* underlay = std::get_if<UnderlayShape>(&item.shape)) {
        for (const PaperPoint corner : corners(*underlay))
            grow(box, corner);
        if (underlay->clip)
            box = common(box, *underlay->clip);
    }
    return box;
}

std::vector<DrawingItem> placed(const Drawing& drawing, PaperPoint from, PaperPoint to) {
    const double scale = drawing.scale;
    const auto move = [&](double& x, double& y) {
        x = (x - from.x) / scale + to.x;
        y = (y - from.y) / scale + to.y;
    };
    std::vector<DrawingItem> items = drawing.items;
    for (DrawingItem& item : items) {
        if (auto* path = std::get_if<PathShape>(&item.shape)) {
            for (Vertex& v : path->points)
                move(v.x, v.y);
        } else if (auto* polygon = std::get_if<PolygonShape>(&item.shape)) {
            for (auto& ring : polygon->rings)
                for (Vertex& v : ring)
                    move(v.x, v.y);
        } else if (auto* text = std::get_if<TextShape>(&item.shape)) {
            move(text->at.x, text->at.y);
            text->size /= scale;
        } else if (auto* symbol = std::get_if<SymbolShape>(&item.shape)) {
            move(symbol->at.x, symbol->at.y);
            symbol->size /= scale;
        } else if (auto* underlay = std::get_if<UnderlayShape>(&item.shape)) {
            move(underlay->dx, underlay->dy);
            for (double* factor : {&underlay->xx, &underlay->xy, &underlay->yx, &underlay->yy})
                *factor /= scale;
            if (underlay->clip) {
                move(underlay->clip->low.x, underlay->clip->low.y);
                move(underlay->clip->high.x, underlay->clip->high.y);
            }
        }
    }
    return items;
}

} // namespace riser
