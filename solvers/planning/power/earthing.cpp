// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/power/power_works.h"

#include "solvers/analysis/patched_jacks.h"

#include <cstdlib>

namespace riser {

namespace {

struct Spot {
    Point place;
    Millimetres elevation;
};

// Along the walls and the riser.
Millimetres way(const Spot& a, const Spot& b) {
    return Millimetres(std::abs(a.place.x - b.place.x) + std::abs(a.place.y - b.place.y) +
                       std::abs(a.elevation.value - b.elevation.value));
}

class Earthing {
  public:
    explicit Earthing(PowerWorks& works) : works_(works) {
        for (const PatchedJack& jack : works.facts.get<PatchedJacks>().jacks)
            if (const Port* port = works.after.find(jack.port))
                if (const Equipment* device = works.after.find(port->equipment); device && device->space)
                    ++points_[*device->space];
    }

    void plan() {
        for (const auto& [building, rooms] : works_.rooms) {
            const std::vector<SpaceId> cores = cores_of(works_.after, building, std::nullopt);
            const SpaceId where = cores.empty() ? rooms.front().space : cores.front();
            const EarthBarId main = main_bar(building, where);
            for (const PowerRoom& room : rooms)
                bond_room(room, main);
        }
    }

  private:
    const Room& room_of(SpaceId space) const { return *works_.after.find(works_.after.find(space)->room); }

    std::optional<EarthBarId> drawn(EarthBarKind kind, std::optional<SpaceId> space, BuildingId building) const {
        for (const EarthBar& row : works_.after.earth_bars) {
            if (works_.bars.was_mine(row) || row.status == Status::remove ||
                (kind == EarthBarKind::main) != (row.kind == kind))
                continue;
            if (space ? row.space == space : building_of(row) == building)
                return row.id;
        }
        return std::nullopt;
    }
    std::optional<BuildingId> building_of(const EarthBar& bar) const {
        const Space* space = works_.after.find(bar.space);
        const Room* room = space ? works_.after.find(space->room) : nullptr;
        const Floor* floor = room ? works_.after.find(room->floor) : works_.after.find(bar.floor);
        return floor ? std::optional(floor->building) : std::nullopt;
    }

    EarthBarId main_bar(BuildingId building, SpaceId where) {
        if (const auto theirs = drawn(EarthBarKind::main, std::nullopt, building))
            return *theirs;
        EarthBar row = works_.bars.start(to_string(building) + "|main");
        row.kind = EarthBarKind::main;
        row.space = where;
        row.floor = room_of(where).floor;
        row.place = works_.after.find(where)->place;
        if (row.label.empty())
            row.label = works_.bar_labels.free(works_.building_code(building) + "-MEB");
        works_.reasons.add(row.id, {"总等电位端子板与接地极的两处连接由电气专业设计",
                                    "the two links of the main bar to the electrode are the electrical engineer's"});
        return works_.bars.put(std::move(row)).id;
    }

    Spot spot_of(EarthBarId id) const {
        const EarthBar& bar = *works_.after.find(id);
        const Space* space = works_.after.find(bar.space);
        const Room* room = space ? works_.after.find(space->room) : nullptr;
        const Floor* floor = room ? works_.after.find(room->floor) : works_.after.find(bar.floor);
        return {bar.place, floor ? floor->elevation : Millimetres(0)};
    }

    void bond_room(const PowerRoom& room, EarthBarId main) {
        EarthBarId bar;
        if (const auto theirs = drawn(EarthBarKind::telecommunications, room.space, {}))
            bar = *theirs;
        else {
            EarthBar row = works_.bars.start(to_string(room.space));
            row.kind = EarthBarKind::telecommunications;
            row.space = room.space;
            row.floor = room_of(room.space).floor;
            row.place = works_.after.find(room.space)->place;
            if (row.label.empty())
                row.label = works_.bar_labels.next({{"space", works_.code(room.space)}});
            bar = works_.bars.put(std::move(row)).id;
        }
        const Spot here = spot_of(bar);
        const Millimetres up = way(here, spot_of(main));
        const auto points = points_.find(room.space);
        const bool small =
            up <= works_.options.short_bond && (points == points_.end() || points->second <= works_.options.few_points);
        bond(bar, main, up, small ? works_.options.thin : works_.options.thick);
        for (const PowerRack& rack : room.racks)
            bond(rack.id, bar, way({works_.after.find(rack.id)->place, here.elevation}, here), works_.options.of_rack);
    }

    void bond(AnyId from, AnyId to, Millimetres length, SquareMillimetres conductor) {
        for (const Bond& row : works_.after.bonds)
            if (!works_.bonds.was_mine(row) && row.status != Status::remove &&
                ((row.from == from && row.to == to) || (row.from == to && row.to == from)))
                return; // a person drew it
        Bond row = works_.bonds.start(to_string(from));
        row.from = from;
        row.to = to;
        row.length = length;
        row.conductor = conductor;
        works_.bonds.put(std::move(row));
    }

    PowerWorks& works_;
    std::map<SpaceId, std::int32_t> points_;
};

} // namespace

void plan_earthing(PowerWorks& works) { Earthing(works).plan(); }

} // namespace riser
