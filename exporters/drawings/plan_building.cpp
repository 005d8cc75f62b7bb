// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/plan_context.h"

#include "exporters/tables/columns.h"
#include "model/fields/field.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace riser {

namespace {

template<class Row> std::vector<const Row*> on_floor(const Design& design, FloorId floor) {
    std::vector<const Row*> out;
    for (const Row& row : design.table<Row>())
        if (row.floor == floor && row.status != Status::remove)
            out.push_back(&row);
    return out;
}

const Pen wall_line{.colour = colour(ColourRole::wall), .width = 0.13};

void rooms(PlanContext& plan) {
    for (const Room* room : on_floor<Room>(plan.design, plan.floor)) {
        if (room->outline.empty())
            continue;
        plan.draft.on(DrawingLayer::room, room->id);
        PolygonShape shape{.rings = rings_of(room->outline),
                           .fill = {},
                           .hatch = {},
                           .pen = Pen{.colour = colour(ColourRole::text_third), .width = 0.1}};
        if (const Body* body = plan.design.find(room->body)) {
            shape.fill = tinted(fixed_colour(body->colour), 0.12);
            shape.hatch = hatch_of(plan.design, *body);
        }
        plan.draft.put(std::move(shape));
    }
}

void columns(PlanContext& plan) {
    for (const Column* column : on_floor<Column>(plan.design, plan.floor)) {
        plan.draft.on(DrawingLayer::column, column->id);
        plan.draft.put(PolygonShape{
            .rings = rings_of(column->outline), .fill = colour(ColourRole::text_third), .hatch = {}, .pen = {}});
    }
}

// +1 when the room lies to the left of the opening, -1 to the right.
int side_of(const Opening& opening, const Room& room) {
    const std::optional<Point> inside = inner_point(room.outline);
    return inside && orientation(opening.from, opening.to, *inside) < 0 ? -1 : 1;
}

void door(PlanContext& plan, const Opening& opening) {
    const Room* a = plan.design.find(opening.room_a);
    const Room* b = plan.design.find(opening.room_b);
    // Doors open into rooms, not into corridors.
    const Room* into = a && (a->use != RoomUse::corridor || !b) ? a : b;
    for (std::vector<Vertex>& path : door_swing(opening.from, opening.to, into ? side_of(opening, *into) : 1))
        plan.draft.path(std::move(path), wall_line);
}

void window(PlanContext& plan, const Opening& opening, double thickness) {
    const std::array line{opening.from, opening.to};
    for (const double width : {thickness, thickness / 3}) {
        std::vector<Vertex> outline = band(line, width);
        if (!outline.empty())
            plan.draft.put(PathShape{std::move(outline), true, wall_line});
    }
}

void walls_and_openings(PlanContext& plan) {
    const std::vector<const Wall*> walls = on_floor<Wall>(plan.design, plan.floor);
    const std::vector<const Opening*> openings = on_floor<Opening>(plan.design, plan.floor);
    for (WallPiece& piece : wall_pieces(walls, openings)) {
        plan.draft.on(DrawingLayer::wall, piece.wall);
        plan.draft.put(PolygonShape{
            .rings = {std::move(piece.outline)}, .fill = colour(ColourRole::wall), .hatch = {}, .pen = {}});
    }
    for (const Opening* opening : openings) {
        plan.draft.on(DrawingLayer::opening, opening->id);
        if (opening->kind == OpeningKind::door)
            door(plan, *opening);
        else if (opening->kind == OpeningKind::window)
            window(plan, *opening, host_thickness(*opening, walls));
        else
            plan.draft.path(flipped(std::array{opening->from, opening->to}),
                            {.colour = wall_line.colour, .width = 0.13, .dash = Dash::dashed});
    }
}

// Whether a bubble there would lie on the building.
bool on_building(PaperPoint middle, double radius, const std::vector<const Room*>& rooms) {
    const Point place{static_cast<std::int32_t>(std::lround(middle.x)),
                      static_cast<std::int32_t>(std::lround(-middle.y))};
    return std::any_of(rooms.begin(), rooms.end(), [&](const Room* room) {
        if (contains(room->outline, place))
            return true;
        const Ring& ring = room->outline.outer;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point p = nearest_on_segment(place, ring[i], ring[(i + 1) % ring.size()]);
            if (std::hypot(static_cast<double>(p.x) - place.x, static_cast<double>(p.y) - place.y) < radius)
                return true;
        }
        return false;
    });
}

// A bubble at each end that is clear of the building: an axis between two wings has one, a stretch inside none. An axis
// that lies on the building whole keeps the first.
void axes(PlanContext& plan) {
    const double radius = plan.paper(4);
    const std::vector<const Room*> rooms = on_floor<Room>(plan.design, plan.floor);
    const Pen chain{.colour = colour(ColourRole::text_third), .width = 0.1, .dash = Dash::chain};
    for (const AxisLine* axis : on_floor<AxisLine>(plan.design, plan.floor)) {
        plan.draft.on(DrawingLayer::axis, axis->id);
        const Vertex a = flipped(axis->from);
        const Vertex b = flipped(axis->to);
        plan.draft.line({a.x, a.y}, {b.x, b.y}, chain);
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (length <= 0)
            continue;
        const double ux = (b.x - a.x) / length;
        const double uy = (b.y - a.y) / length;
        const std::array ends{PaperPoint{a.x - ux * radius, a.y - uy * radius},
                              PaperPoint{b.x + ux * radius, b.y + uy * radius}};
        const std::array hidden{on_building(ends[0], radius, rooms), on_building(ends[1], radius, rooms)};
        for (std::size_t i = 0; i < ends.size() && !axis->label.empty(); ++i) {
            if (hidden[i] && (i == 1 || !hidden[1]))
                continue;
            const PaperPoint middle = ends[i];
            plan.draft.circle(middle, radius, Pen{.colour = colour(ColourRole::text_second), .width = 0.18});
            plan.draft.text_at_middle(middle, axis->label,
                                      {.size = plan.paper(3), .anchor = TextAnchor::middle, .width = 2 * radius});
        }
    }
}

void outlined(PlanContext& plan, DrawingLayer layer, AnyId id, const Polygon& outline, const Pen& pen) {
    plan.draft.on(layer, id);
    for (std::vector<Vertex>& ring : rings_of(outline))
        plan.draft.put(PathShape{std::move(ring), true, pen});
}

void areas(PlanContext& plan) {
    for (const FireCompartment* compartment : on_floor<FireCompartment>(plan.design, plan.floor))
        if (!compartment->outline.empty())
            outlined(plan, DrawingLayer::fire, compartment->id, compartment->outline,
                     {.colour = colour(ColourRole::error), .width = 0.5, .dash = Dash::chain});
    for (const RestrictedArea* restricted : on_floor<RestrictedArea>(plan.design, plan.floor)) {
        const Room* room = plan.design.find(restricted->room);
        const Polygon& outline = restricted->outline.empty() && room ? room->outline : restricted->outline;
        if (!outline.empty())
            outlined(plan, DrawingLayer::restricted, restricted->id, outline,
                     {.colour = colour(ColourRole::warning), .width = 0.4, .dash = Dash::dashed});
    }
}

// How wide the room is through a point, leftwards and rightwards; whole walls of other shapes are ignored.
double chord(const Polygon& polygon, Point at) {
    double left = -1e18;
    double right = 1e18;
    const auto cross = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[(i + 1) % ring.size()];
            if ((a.y > at.y) == (b.y > at.y))
                continue;
            const double x = a.x + static_cast<double>(b.x - a.x) * (at.y - a.y) / (b.y - a.y);
            (x < at.x ? left : right) = x < at.x ? std::max(left, x) : std::min(right, x);
        }
    };
    cross(polygon.outer);
    for (const Ring& hole : polygon.holes)
        cross(hole);
    return right - left < 1e17 ? right - left : 0;
}

struct RoomText {
    std::vector<std::string> lines;
    std::vector<TextStyle> styles;
    double height = 0; // of the block
    double width = 0;
};

// The fullest text that fits the room: name, number with the body's letter, area; then less and smaller.
std::optional<RoomText> text_for(const PlanContext& plan, const Room& room, double width, double height) {
    const std::string& number = room.door_number.empty() ? room.number : room.door_number;
    const std::string name = room.name.in(plan.options.language);
    const Body* body = plan.design.find(room.body);
    const std::string lettered =
        number + (body && !body->letter.empty() ? (number.empty() ? "" : " · ") + body->letter : "");
    for (const double size : {2.8, 2.3, 1.9})
        for (int detail = 2; detail >= 0; --detail) {
            RoomText text;
            const auto add = [&](const std::string& line, double factor, TextWeight weight, Colour ink) {
                if (line.empty())
                    return;
                const TextStyle style{.size = plan.paper(size * factor),
                                      .anchor = TextAnchor::middle,
                                      .weight = weight,
                                      .colour = ink,
                                      .halo = true};
                text.width = std::max(text.width, text_width(line, style.size, weight));
                text.height += style.size * 1.2;
                text.lines.push_back(line);
                text.styles.push_back(style);
            };
            const Colour second = colour(ColourRole::text_second);
            for (const std::string& line :
                 wrapped(name, std::min(width * 0.94, plan.paper(40)), plan.paper(size), 2, TextWeight::bold))
                add(line, 1, TextWeight::bold, colour(ColourRole::text));
            if (detail >= 1)
                add(lettered, 0.86, TextWeight::regular, colour(ColourRole::text));
            if (detail >= 2 && !room.outline.empty())
                add(display(area(room.outline)), 0.8, TextWeight::regular, second);
            if (!text.lines.empty() && text.width <= width * 0.96 && text.height <= height * 0.94)
                return text;
        }
    return std::nullopt;
}

bool stays_in(const Room& room, const RoomText& text, PaperPoint middle) {
    for (const double dx : {-0.5, 0.5})
        for (const double dy : {-0.5, 0.5})
            if (!contains(room.outline, Point{static_cast<std::int32_t>(middle.x + dx * text.width),
                                              static_cast<std::int32_t>(-middle.y + dy * text.height)}))
                return false;
    return true;
}

// Draws the block about its middle, or reports that it lies on something.
bool try_text(PlanContext& plan, const RoomText& text, PaperPoint middle, bool force) {
    const PaperBox box{{middle.x - text.width / 2, middle.y - text.height / 2},
                       {middle.x + text.width / 2, middle.y + text.height / 2}};
    if (!force && !plan.taken.free(box))
        return false;
    double y = box.low.y;
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
        plan.draft.text({middle.x, y + text.styles[i].size}, text.lines[i], text.styles[i]);
        y += text.styles[i].size * 1.2;
    }
    plan.taken.take(box);
    return true;
}

} // namespace

Hatch hatch_of(const Design& design, const Body& body) {
    constexpr std::array patterns{HatchPattern::diagonal, HatchPattern::back_diagonal, HatchPattern::horizontal,
                                  HatchPattern::dots,     HatchPattern::vertical,      HatchPattern::cross};
    std::vector<const Body*> bodies;
    for (const Body& row : design.bodies)
        bodies.push_back(&row);
    std::sort(bodies.begin(), bodies.end(),
              [](const Body* a, const Body* b) { return std::pair(a->code, a->id) < std::pair(b->code, b->id); });
    const auto at = static_cast<std::size_t>(
        std::find_if(bodies.begin(), bodies.end(), [&](const Body* b) { return b->id == body.id; }) - bodies.begin());
    return {.pattern = patterns[at % patterns.size()],
            .colour = tinted(fixed_colour(body.colour), 0.35),
            .spacing = 4,
            .width = 0.1};
}

void draw_building(PlanContext& plan) {
    rooms(plan);
    columns(plan);
    walls_and_openings(plan);
    axes(plan);
    areas(plan);
}

void draw_room_texts(PlanContext& plan) {
    for (const Room* room : on_floor<Room>(plan.design, plan.floor)) {
        const auto moved = plan.moved.find(room->id.value);
        const std::optional<Point> inside = inner_point(room->outline);
        const std::optional<Box> box = bounds(room->outline);
        if (!inside || !box)
            continue;
        const double height = box->high.y - box->low.y;
        const std::optional<RoomText> text = text_for(plan, *room, chord(room->outline, *inside), height);
        if (!text)
            continue; // a shaft or a cupboard: too small for words at this scale
        plan.draft.on(DrawingLayer::room_text, room->id);
        const Point at = moved == plan.moved.end() ? *inside : moved->second;
        const PaperPoint middle{static_cast<double>(at.x), -static_cast<double>(at.y)};
        bool placed = moved != plan.moved.end() && try_text(plan, *text, middle, true);
        const double step = plan.paper(2.5);
        // Up and down, then aside as long as the block stays in the room.
        for (int k = 0; !placed && k < 9; ++k) {
            const double aside = (k % 2 == 0 ? 1 : -1) * ((k + 1) / 2) * step;
            for (int i = 0; !placed && i < 9; ++i) {
                const double shift = (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * step;
                if (std::abs(shift) + text->height / 2 > height / 2 && i > 0)
                    continue;
                const PaperPoint to{middle.x + aside, middle.y + shift};
                placed = (k == 0 || stays_in(*room, *text, to)) && try_text(plan, *text, to, false);
            }
        }
        if (!placed)
            try_text(plan, *text, middle, true); // a room keeps its name, whatever lies there
    }
}

} // namespace riser
