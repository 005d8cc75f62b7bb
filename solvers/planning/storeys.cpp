// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/storeys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace riser {

namespace {

constexpr std::array<int, 5> probes{150, 300, 450, 600, 900}; // mm off the wall's middle
constexpr int step_inside = 250;

struct Side {
    const Room* room = nullptr;
    Point inside;
};

// The room to one side of an opening: the one it names, or whichever holds a point off the wall.
Side side_of(const Storey& storey, Point middle, double nx, double ny, const Room* first, const Room* second) {
    const auto off = [&](double d) {
        return Point{static_cast<std::int32_t>(std::lround(middle.x + nx * d)),
                     static_cast<std::int32_t>(std::lround(middle.y + ny * d))};
    };
    const auto deeper = [&](const Room& room, int d) {
        const Point further = off(d + step_inside);
        return contains(room.outline, further) ? further : off(d);
    };
    for (const int d : probes)
        for (const Room* room : {first, second})
            if (room && contains(room->outline, off(d)))
                return {room, deeper(*room, d)};
    if (first && second)
        return {};
    for (const int d : probes) {
        const Point p = off(d);
        for (const Room* room : storey.rooms)
            if (const auto box = bounds(room->outline); box->contains(p) && contains(room->outline, p))
                return {room, deeper(*room, d)};
    }
    return {};
}

void find_doorways(Storey& storey) {
    for (const Opening* opening : storey.openings) {
        if (opening->kind != OpeningKind::door && opening->kind != OpeningKind::passage)
            continue;
        const double dx = static_cast<double>(opening->to.x) - opening->from.x;
        const double dy = static_cast<double>(opening->to.y) - opening->from.y;
        const double width = std::hypot(dx, dy);
        if (width < 1)
            continue;
        Doorway door;
        door.opening = opening;
        door.place = {static_cast<std::int32_t>((std::int64_t{opening->from.x} + opening->to.x) / 2),
                      static_cast<std::int32_t>((std::int64_t{opening->from.y} + opening->to.y) / 2)};
        const Room* named_a = opening->room_a ? storey.find(*opening->room_a) : nullptr;
        const Room* named_b = opening->room_b ? storey.find(*opening->room_b) : nullptr;
        const Side left = side_of(storey, door.place, -dy / width, dx / width, named_a, named_b);
        const Side right = side_of(storey, door.place, dy / width, -dx / width, named_a, named_b);
        door.a = left.room;
        door.inside_a = left.inside;
        door.b = right.room;
        door.inside_b = right.inside;
        // A named room that no probe met (a deep reveal): from its nearest wall.
        for (const Room* named : {named_a, named_b})
            if (named && named != door.a && named != door.b) {
                (door.a ? door.b : door.a) = named;
                (door.a == named ? door.inside_a : door.inside_b) = pulled_inside(*named, door.place);
            }
        if (door.a && door.b && door.a != door.b)
            storey.doorways.push_back(door);
    }
}

} // namespace

const Room* Storey::find(RoomId room) const {
    const auto found = std::find_if(rooms.begin(), rooms.end(), [&](const Room* row) { return row->id == room; });
    return found == rooms.end() ? nullptr : *found;
}

std::vector<const Doorway*> Storey::doors_of(const Room& room) const {
    std::vector<const Doorway*> out;
    for (const Doorway& door : doorways)
        if (door.a == &room || door.b == &room)
            out.push_back(&door);
    return out;
}

std::vector<Storey> storeys_of(const Design& design) {
    std::vector<Storey> storeys;
    for (const Floor& floor : design.floors) {
        storeys.emplace_back();
        storeys.back().floor = &floor;
    }
    std::sort(storeys.begin(), storeys.end(), [](const Storey& a, const Storey& b) {
        return std::tie(a.floor->building, a.floor->order, a.floor->elevation, a.floor->id) <
               std::tie(b.floor->building, b.floor->order, b.floor->elevation, b.floor->id);
    });
    std::map<FloorId, Storey*> by_id;
    for (Storey& storey : storeys)
        by_id.emplace(storey.floor->id, &storey);
    const auto on = [&](FloorId id) -> Storey* {
        const auto found = by_id.find(id);
        return found == by_id.end() ? nullptr : found->second;
    };
    for (const Room& room : design.rooms)
        if (Storey* storey = on(room.floor); storey && !room.outline.empty())
            storey->rooms.push_back(&room);
    for (const Opening& opening : design.openings)
        if (Storey* storey = on(opening.floor))
            storey->openings.push_back(&opening);
    for (const Column& column : design.columns)
        if (Storey* storey = on(column.floor); storey && !column.outline.empty())
            storey->columns.push_back(&column);
    for (const RestrictedArea& area : design.restricted_areas)
        if (Storey* storey = on(area.floor))
            storey->restricted.push_back(&area);
    for (Storey& storey : storeys) {
        std::sort(storey.rooms.begin(), storey.rooms.end(), [](const Room* a, const Room* b) {
            const Point of_a = bounds(a->outline)->low;
            const Point of_b = bounds(b->outline)->low;
            return std::tie(of_a, a->number, a->id) < std::tie(of_b, b->number, b->id);
        });
        std::sort(storey.openings.begin(), storey.openings.end(), [](const Opening* a, const Opening* b) {
            return std::tie(a->from, a->to, a->id) < std::tie(b->from, b->to, b->id);
        });
        find_doorways(storey);
        std::sort(storey.doorways.begin(), storey.doorways.end(), [](const Doorway& a, const Doorway& b) {
            return std::tie(a.place, a.opening->id) < std::tie(b.place, b.opening->id);
        });
    }
    return storeys;
}

bool is_corridor(const Room& room) {
    constexpr SquareMillimetres hall = SquareMillimetres(300'000'000); // an engineering default
    const RoomUse use = room.use;
    if (use == RoomUse::other)
        return area(room.outline) >= hall;
    return use == RoomUse::corridor || use == RoomUse::lobby || use == RoomUse::lift_lobby || use == RoomUse::atrium ||
           use == RoomUse::parking;
}

bool is_unserved(RoomUse use) {
    return use == RoomUse::stair || use == RoomUse::lift || use == RoomUse::air_shaft || use == RoomUse::pipe_shaft ||
           use == RoomUse::outdoor || use == RoomUse::balcony;
}

Point pulled_inside(const Room& room, Point wish) {
    if (contains(room.outline, wish))
        return wish;
    Point nearest = wish;
    double least = -1;
    const auto try_ring = [&](const Ring& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const Point p = nearest_on_segment(wish, ring[j], ring[i]);
            const double d = std::hypot(static_cast<double>(p.x) - wish.x, static_cast<double>(p.y) - wish.y);
            if (least < 0 || d < least) {
                least = d;
                nearest = p;
            }
        }
    };
    try_ring(room.outline.outer);
    for (const Ring& hole : room.outline.holes)
        try_ring(hole);
    // From the wall towards the middle until inside: rounding may have put it a hair outside.
    const Point middle = *inner_point(room.outline);
    for (const double share : {0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3}) {
        const Point p{
            static_cast<std::int32_t>(std::lround(nearest.x + (static_cast<double>(middle.x) - nearest.x) * share)),
            static_cast<std::int32_t>(std::lround(nearest.y + (static_cast<double>(middle.y) - nearest.y) * share))};
        if (contains(room.outline, p))
            return p;
    }
    return middle;
}

} // namespace riser
