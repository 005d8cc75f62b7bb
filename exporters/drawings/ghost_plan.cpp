// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/ghost_plan.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

bool alike(const std::vector<Vertex>& a, const std::vector<Vertex>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Vertex& p, const Vertex& q) { return p.x == q.x && p.y == q.y && p.bulge == q.bulge; });
}
bool alike(const PathShape& a, const PathShape& b) {
    return a.closed == b.closed && a.pen.dash == b.pen.dash && alike(a.points, b.points);
}
bool alike(const PolygonShape& a, const PolygonShape& b) {
    return a.fill == b.fill && a.hatch == b.hatch &&
           std::equal(a.rings.begin(), a.rings.end(), b.rings.begin(), b.rings.end(),
                      [](const auto& p, const auto& q) { return alike(p, q); });
}
// Where a text stands depends on its neighbours; what it says, on its row.
bool alike(const TextShape& a, const TextShape& b) { return a.text == b.text; }
bool alike(const SymbolShape& a, const SymbolShape& b) {
    return a.symbol == b.symbol && a.at == b.at && a.size == b.size && a.angle == b.angle && a.colour == b.colour &&
           a.letters == b.letters;
}
bool alike(const UnderlayShape& a, const UnderlayShape& b) {
    return a.content == b.content && a.xx == b.xx && a.xy == b.xy && a.dx == b.dx && a.dy == b.dy;
}
bool alike(const DrawingItem& a, const DrawingItem& b) {
    return a.layer == b.layer && a.shape.index() == b.shape.index() &&
           std::visit([&](const auto& shape) { return alike(shape, std::get<std::decay_t<decltype(shape)>>(b.shape)); },
                      a.shape);
}

bool is_text(const DrawingItem* item) { return std::holds_alternative<TextShape>(item->shape); }

struct Drawn {
    std::vector<const DrawingItem*> shapes;
    std::vector<const DrawingItem*> texts;
};
using DrawnRows = std::map<AnyId, Drawn>;

DrawnRows rows_of(const Drawing& drawing) {
    DrawnRows out;
    for (const DrawingItem& item : drawing.items)
        if (item.shows.value != 0) {
            Drawn& row = out[item.shows];
            (is_text(&item) ? row.texts : row.shapes).push_back(&item);
        }
    return out;
}

bool alike(const Drawn& a, const Drawn& b) {
    const auto same = [](const DrawingItem* p, const DrawingItem* q) { return alike(*p, *q); };
    // A text that found no room says nothing about its row.
    return std::equal(a.shapes.begin(), a.shapes.end(), b.shapes.begin(), b.shapes.end(), same) &&
           (a.texts.size() != b.texts.size() ||
            std::equal(a.texts.begin(), a.texts.end(), b.texts.begin(), b.texts.end(), same));
}

// The shape in one ink: fills become a breath of it, lines are dashed.
DrawingItem inked(DrawingItem item, ColourRole role, double widen) {
    const Colour ink = colour(role);
    const auto line = [&](Pen pen) {
        return Pen{.colour = ink, .width = std::max(pen.width, 0.2) * widen, .dash = Dash::dashed};
    };
    if (auto* path = std::get_if<PathShape>(&item.shape)) {
        path->pen = line(path->pen);
    } else if (auto* polygon = std::get_if<PolygonShape>(&item.shape)) {
        if (polygon->fill)
            polygon->fill = tinted(ink, 0.22);
        polygon->hatch.reset();
        polygon->pen = line(polygon->pen.value_or(Pen{}));
    } else if (auto* text = std::get_if<TextShape>(&item.shape)) {
        text->colour = ink;
        text->halo = true;
    } else if (auto* symbol = std::get_if<SymbolShape>(&item.shape)) {
        symbol->colour = ink;
    }
    return item;
}

// The shape as if rubbed out: in the colour of the ground, lines wider than what they cover.
DrawingItem rubbed(DrawingItem item) {
    const Colour ground = colour(ColourRole::paper);
    if (auto* path = std::get_if<PathShape>(&item.shape)) {
        path->pen = {.colour = ground, .width = path->pen.width * 3, .dash = Dash::solid};
    } else if (auto* polygon = std::get_if<PolygonShape>(&item.shape)) {
        polygon->fill = ground;
        polygon->hatch.reset();
        polygon->pen.reset();
    } else if (auto* symbol = std::get_if<SymbolShape>(&item.shape)) {
        symbol->colour = ground;
    }
    return item;
}

class Ghost {
  public:
    explicit Ghost(GhostPlan& out) : out_(out) {}

    void comes(AnyId id, const Drawn& row, GhostChange change) {
        out_.rows[id.value] = change;
        const ColourRole role = change == GhostChange::added ? ColourRole::accent : ColourRole::warning;
        for (const auto* items : {&row.shapes, &row.texts})
            for (const DrawingItem* item : *items)
                out_.drawing.items.push_back(inked(*item, role, 1.6));
    }
    void was(const Drawn& row) {
        for (const DrawingItem* item : row.shapes)
            out_.drawing.items.push_back(rubbed(*item));
    }
    void goes(AnyId id, const Drawn& row) {
        out_.rows[id.value] = GhostChange::removed;
        was(row);
        for (const DrawingItem* item : row.shapes) {
            out_.drawing.items.push_back(inked(*item, ColourRole::error, 1));
            if (item->layer != DrawingLayer::route) // lines as many as outlets: dimmed is enough
                strike(*item);
        }
    }

  private:
    void strike(const DrawingItem& item) {
        const PaperBox box = bounds(item);
        const double half = 1.6 * out_.drawing.scale;
        const PaperPoint middle{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
        for (const double side : {1.0, -1.0})
            out_.drawing.items.push_back({item.layer, item.shows,
                                          PathShape{.points = {{middle.x - half, middle.y - side * half},
                                                               {middle.x + half, middle.y + side * half}},
                                                    .closed = false,
                                                    .pen = {.colour = colour(ColourRole::error), .width = 0.35}}});
    }
    GhostPlan& out_;
};

} // namespace

GhostPlan ghost_plan(const Facts& before, const Facts& after, FloorId floor, const FloorPlanOptions& options) {
    const Drawing old_plan = floor_plan(before, floor, options).drawing;
    const Drawing new_plan = floor_plan(after, floor, options).drawing;
    GhostPlan out;
    out.drawing.name = "ghost";
    out.drawing.scale = options.scale;
    // Of both, so that the ghost of an empty plan has a size too.
    out.drawing.extent = new_plan.extent;
    if (!old_plan.items.empty()) {
        PaperBox& box = out.drawing.extent;
        const PaperBox& more = old_plan.extent;
        box = {{std::min(box.low.x, more.low.x), std::min(box.low.y, more.low.y)},
               {std::max(box.high.x, more.high.x), std::max(box.high.y, more.high.y)}};
    }
    const DrawnRows old_rows = rows_of(old_plan), new_rows = rows_of(new_plan);
    Ghost ghost(out);
    for (const auto& [id, row] : old_rows)
        if (!new_rows.contains(id))
            ghost.goes(id, row);
    for (const auto& [id, row] : new_rows) {
        const auto old = old_rows.find(id);
        if (old == old_rows.end()) {
            ghost.comes(id, row, GhostChange::added);
        } else if (!alike(old->second, row)) {
            ghost.was(old->second);
            ghost.comes(id, row, GhostChange::changed);
        }
    }
    return out;
}

} // namespace riser
