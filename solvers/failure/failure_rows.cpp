// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/failure_rows.h"

#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/projection.h"
#include "solvers/failure/failure_model.h"

namespace riser {

namespace {

std::optional<CableRuns> runs_of(const Cable& cable) {
    if (cable.status == Status::remove)
        return std::nullopt;
    CableRuns out{.id = cable.id, .plane = cable.plane, .runs = {}};
    out.runs.reserve(cable.route.size());
    for (const RouteStep& step : cable.route)
        out.runs.push_back(step.run);
    return out;
}

std::optional<RunPlane> plane_of(const PathwayRun& run) {
    return run.status == Status::remove ? std::nullopt : std::optional(RunPlane{run.id, run.plane});
}

std::optional<RoomSeat> seat_of(const Room& room) { return RoomSeat{room.id, room.occupants, room.body}; }

template<class F, class Out> std::optional<F> fact_of(std::optional<Table<Out>> table) {
    return table ? std::optional(F{std::move(*table)}) : std::nullopt;
}

using CompartmentsOfFloors = std::map<FloorId, std::vector<const FireCompartment*>>;

std::vector<FireCompartmentId> compartments_around(const Room& room, Point place, const CompartmentsOfFloors& floors) {
    std::vector<FireCompartmentId> out;
    const auto on_floor = floors.find(room.floor);
    if (on_floor == floors.end())
        return out;
    if (!contains(room.outline, place))
        place = inner_point(room.outline).value_or(place);
    for (const FireCompartment* row : on_floor->second)
        if (contains(row->outline, place))
            out.push_back(row->id);
    return out;
}

} // namespace

CablesInRuns CablesInRuns::compute(FactInput& input) { return {projected<CableRuns>(input.table<Cable>(), runs_of)}; }
std::optional<CablesInRuns> CablesInRuns::update(const CablesInRuns& previous, const ChangeSet& changes,
                                                 FactInput& input) {
    return fact_of<CablesInRuns>(followed(previous.cables, changes.of(Kind::cables), input.table<Cable>(), runs_of));
}

RunPlanes RunPlanes::compute(FactInput& input) { return {projected<RunPlane>(input.table<PathwayRun>(), plane_of)}; }
std::optional<RunPlanes> RunPlanes::update(const RunPlanes& previous, const ChangeSet& changes, FactInput& input) {
    return fact_of<RunPlanes>(
        followed(previous.runs, changes.of(Kind::pathway_runs), input.table<PathwayRun>(), plane_of));
}

SeatsOfJacks SeatsOfJacks::compute(FactInput& input) {
    const Table<JackPlace>& jacks = input.get<JackPlaces>().jacks;
    const Table<OutletRoom>& outlets = input.get<OutletRooms>().outlets;
    SeatsOfJacks out;
    for (const FailingJack& jack : input.get<FailureModel>().jacks) {
        const JackPlace* row = jacks.find(jack.id);
        const OutletRoom* outlet = row ? outlets.find(row->outlet) : nullptr;
        out.rooms.push_back(outlet ? outlet->room.value_or(RoomId{}) : RoomId{});
    }
    return out;
}

RoomSeats RoomSeats::compute(FactInput& input) { return {projected<RoomSeat>(input.table<Room>(), seat_of)}; }
std::optional<RoomSeats> RoomSeats::update(const RoomSeats& previous, const ChangeSet& changes, FactInput& input) {
    return fact_of<RoomSeats>(followed(previous.rooms, changes.of(Kind::rooms), input.table<Room>(), seat_of));
}

SpacePlaces SpacePlaces::compute(FactInput& input) {
    CompartmentsOfFloors floors;
    for (const FireCompartment& row : input.table<FireCompartment>())
        if (row.status != Status::remove)
            floors[row.floor].push_back(&row);
    return {projected<SpacePlace>(input.table<Space>(), [&](const Space& row) -> std::optional<SpacePlace> {
        const Room* room = row.status != Status::remove ? input.find(row.room) : nullptr;
        if (!room || room->status == Status::remove)
            return std::nullopt;
        return SpacePlace{row.id, room->id, compartments_around(*room, row.place, floors)};
    })};
}

RackContents RackContents::compute(FactInput& input) {
    RackContents out;
    for (const Rack& row : input.table<Rack>())
        if (row.status != Status::remove)
            out.racks.emplace(row.id, StandingPlace{row.plane, row.space});
    for (const Panel& row : input.table<Panel>())
        if (row.status != Status::remove)
            out.panels.emplace(row.id, StandingPlace{row.plane, row.space});
    for (const RackItem& row : input.table<RackItem>())
        if (row.status != Status::remove)
            out.rack_of.try_emplace(row.item, row.rack);
    return out;
}

} // namespace riser
