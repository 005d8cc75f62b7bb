// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/backbone/second_shaft.h"

#include "solvers/graph/shafts.h"

#include <algorithm>
#include <cstdlib>

namespace riser {

namespace {

constexpr std::int64_t one_shaft = 3'000; // mm: closer to a riser than this is the same shaft

bool may_hold_riser(const Room& room) {
    return (room.use == RoomUse::elv_shaft || room.use == RoomUse::telecom_room) && room.status != Status::remove;
}

std::int64_t apart(Point a, Point b) { return std::abs(std::int64_t{a.x} - b.x) + std::abs(std::int64_t{a.y} - b.y); }

struct Place {
    const Floor* floor = nullptr;
    const Room* room = nullptr;
    Point point;
};

std::optional<Place> place_of(const Design& design, SpaceId id) {
    const Space* space = design.find(id);
    const Room* room = space ? design.find(space->room) : nullptr;
    const Floor* floor = room ? design.find(room->floor) : nullptr;
    if (!floor)
        return std::nullopt;
    return Place{.floor = floor, .room = room, .point = space->place};
}

// On each of the building's floors between the two, a room for risers lies at the place.
bool stacks(const Design& design, Point place, const Floor& a, const Floor& b) {
    for (const Floor& floor : design.floors) {
        if (floor.building != a.building || floor.status == Status::remove ||
            floor.order < std::min(a.order, b.order) || floor.order > std::max(a.order, b.order))
            continue;
        const bool any = std::any_of(design.rooms.begin(), design.rooms.end(), [&](const Room& room) {
            return room.floor == floor.id && may_hold_riser(room) && contains(room.outline, place);
        });
        if (!any && floor.id != b.id) // on the core's floor trays lead on
            return false;
    }
    return true;
}

} // namespace

std::optional<SecondShaft> second_shaft(const Design& design, SpaceId room, SpaceId core) {
    const auto from = place_of(design, room);
    const auto to = place_of(design, core);
    if (!from || !to || from->floor->building != to->floor->building || from->floor->id == to->floor->id)
        return std::nullopt;
    const std::vector<Shaft> shafts = shafts_of(design, from->floor->building);
    std::optional<SecondShaft> best;
    for (const Room& candidate : design.rooms) {
        const auto inside = inner_point(candidate.outline);
        if (candidate.floor != from->floor->id || candidate.id == from->room->id || !may_hold_riser(candidate) ||
            !inside || !stacks(design, *inside, *from->floor, *to->floor))
            continue;
        if (std::any_of(shafts.begin(), shafts.end(), [&](const Shaft& shaft) {
                return !shaft.runs.empty() && apart(shaft.place, *inside) <= one_shaft;
            }))
            continue;
        const std::int64_t rise = std::abs(std::int64_t{from->floor->elevation.value} - to->floor->elevation.value);
        const std::int64_t length = apart(from->point, *inside) + rise + apart(*inside, to->point);
        if (!best || length < best->pathway.value)
            best = SecondShaft{.room = candidate.id,
                               .pathway =
                                   Millimetres(static_cast<std::int32_t>(std::min<std::int64_t>(length, INT32_MAX)))};
    }
    return best;
}

} // namespace riser
