// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/room_index.h"

#include "solvers/analysis/projection.h"

#include <tuple>

namespace riser {

namespace {

std::optional<OutletPlace> place_of(FactInput& input, const Outlet& outlet) {
    if (outlet.status == Status::remove)
        return std::nullopt;
    OutletPlace out{.id = outlet.id, .assigned = {}, .inside = {}, .outside = {}};
    if (const Room* room = input.find(outlet.room)) {
        out.assigned = room->id;
        if (!room->outline.empty()) {
            const bool holds = room->floor == outlet.floor && contains(room->outline, outlet.place);
            out.outside = holds ? Millimetres(0) : distance_to_ring(room->outline.outer, outlet.place);
            // On another floor there is no distance in the plan that would say it: outside all the same.
            if (room->floor != outlet.floor)
                out.outside = Millimetres(max_coordinate);
            if (holds)
                out.inside = room->id;
        }
    }
    if (!out.inside)
        out.inside = room_at(input, outlet.floor, outlet.place);
    return out;
}

} // namespace

std::span<const RoomIndex::Entry> RoomIndex::on(FloorId floor) const {
    const auto first = std::lower_bound(entries.begin(), entries.end(), floor,
                                        [](const Entry& e, FloorId id) { return e.floor < id; });
    const auto last =
        std::upper_bound(first, entries.end(), floor, [](FloorId id, const Entry& e) { return id < e.floor; });
    return {first, last};
}

RoomIndex RoomIndex::compute(FactInput& input) {
    RoomIndex out;
    for (const Room& room : input.table<Room>())
        if (const std::optional<Box> box = bounds(room.outline))
            out.entries.push_back({.floor = room.floor, .box = *box, .room = room.id});
    std::sort(out.entries.begin(), out.entries.end(),
              [](const Entry& a, const Entry& b) { return std::tuple(a.floor, a.room) < std::tuple(b.floor, b.room); });
    return out;
}

std::optional<RoomId> room_at(FactInput& input, FloorId floor, Point place) {
    const Table<Room>& rooms = input.table<Room>();
    const Room* best = nullptr;
    for (const RoomIndex::Entry& entry : input.get<RoomIndex>().on(floor)) {
        if (!entry.box.contains(place))
            continue;
        const Room* room = rooms.find(entry.room);
        if (contains(room->outline, place) && (!best || area(room->outline) < area(best->outline)))
            best = room;
    }
    return best ? std::optional(best->id) : std::nullopt;
}

OutletPlaces OutletPlaces::compute(FactInput& input) {
    return {
        projected<OutletPlace>(input.table<Outlet>(), [&](const Outlet& outlet) { return place_of(input, outlet); })};
}

std::optional<OutletPlaces> OutletPlaces::update(const OutletPlaces& previous, const ChangeSet& changes,
                                                 FactInput& input) {
    const Table<Outlet>& outlets = input.table<Outlet>();
    std::optional<Table<OutletPlace>> next = followed(previous.outlets, changes.of(Kind::outlets), outlets,
                                                      [&](const Outlet& outlet) { return place_of(input, outlet); });
    const TableChanges& rooms = changes.of(Kind::rooms);
    if (rooms.empty())
        return next ? std::optional(OutletPlaces{std::move(*next)}) : std::nullopt;

    // Rooms whose outline or floor is another: outlets on their floors, and those that name them, are looked at again.
    std::vector<FloorId> floors;
    std::vector<RoomId> moved;
    const auto note = [&](const Room* before, const Room* after) {
        if (before && after && before->floor == after->floor && before->outline == after->outline)
            return;
        for (const Room* room : {before, after})
            if (room) {
                floors.push_back(room->floor);
                moved.push_back(room->id);
            }
    };
    for (const auto* list : {&rooms.added, &rooms.removed, &rooms.changed})
        for (const std::uint64_t id : *list)
            note(input.before<Room>().find(RoomId{id}), input.find(RoomId{id}));
    std::sort(floors.begin(), floors.end());
    std::sort(moved.begin(), moved.end());
    Table<OutletPlace> table = next ? std::move(*next) : previous.outlets;
    bool changed = next.has_value();
    for (const Outlet& outlet : outlets)
        if (std::binary_search(floors.begin(), floors.end(), outlet.floor) ||
            (outlet.room && std::binary_search(moved.begin(), moved.end(), *outlet.room)))
            changed |= settle_row(table, outlet.id, place_of(input, outlet));
    return changed ? std::optional(OutletPlaces{std::move(table)}) : std::nullopt;
}

} // namespace riser
