// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/reachability.h"

#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/projection.h"
#include "solvers/analysis/telecom_rooms.h"

#include <map>

namespace riser {

namespace {

// What no routing looks at: where the row came from, what people call it, who pays for it, how much a run holds.
void forget_words(RowBase& row) {
    row.origin = {};
    row.pins = {};
    row.extras = {};
}
void forget_words(PhysicalRow& row) {
    forget_words(static_cast<RowBase&>(row));
    row.phase.clear();
    row.package.clear();
    row.supplier = {};
    row.evidence = {};
}
Floor bare(Floor row) {
    forget_words(row);
    row.label.clear();
    row.name = {};
    return row;
}
Room bare(Room row) {
    forget_words(row);
    row.number.clear();
    row.door_number.clear();
    row.name = {};
    row.grade.clear();
    row.body = {};
    row.occupants = row.seats = 0;
    return row;
}
Space bare(Space row) {
    forget_words(row);
    row.label.clear();
    return row;
}
PathwayNode bare(PathwayNode row) {
    forget_words(row);
    row.label.clear();
    return row;
}
PathwayRun bare(PathwayRun row) {
    forget_words(row);
    row.label.clear();
    row.fill_limit = {};
    row.ambient = {};
    row.type = {};
    row.width = row.height = row.elevation = {}; // how high it runs, its nodes say
    row.mounting = {};
    row.crosses.clear();
    for (RunCompartment& compartment : row.compartments) {
        compartment.label.clear();
        compartment.width = compartment.height = {};
    }
    return row;
}
Plane bare(Plane row) {
    forget_words(row);
    row.code.clear();
    row.name = {};
    row.colour.clear();
    return row;
}

template<class Row> std::optional<Row> bared(const Row& row) { return bare(row); }

template<class Row> void take(FactInput& input, Design& design) {
    design.table<Row>() = projected<Row>(input.table<Row>(), bared<Row>);
}
template<class Row> bool follow(FactInput& input, const ChangeSet& changes, Design& design) {
    auto next = followed(design.table<Row>(), changes.of(kind_of<Row>), input.table<Row>(), bared<Row>);
    if (next)
        design.table<Row>() = std::move(*next);
    return next.has_value();
}

class Finder {
  public:
    Finder(FactInput& input, const Routers& routers) : input_(input), routers_(routers) {}

    std::optional<JackReach> reach(const JackPlace& jack) {
        const Outlet* outlet = input_.find(jack.outlet);
        if (!outlet || outlet->status == Status::remove)
            return std::nullopt;
        const auto [at, fresh] = found_.try_emplace({jack.outlet, jack.plane});
        if (fresh)
            at->second = seek(*outlet, jack.plane);
        JackReach out = at->second;
        out.id = jack.id;
        return out;
    }

  private:
    JackReach seek(const Outlet& outlet, std::optional<PlaneId> plane) {
        JackReach out;
        out.floor = outlet.floor;
        const Router* router = routers_.of(plane);
        const Floor* floor = input_.find(outlet.floor);
        if (!router || !floor)
            return out;
        const std::int64_t height = std::int64_t{floor->elevation.value} + outlet.height.value;
        const Routed routed = router->route(outlet.floor, outlet.room, outlet.place, height);
        out.why = routed.why;
        if (routed.way) {
            out.space = routed.way->space;
            out.length =
                Millimetres(static_cast<std::int32_t>(std::min<std::int64_t>(routed.way->length(), INT32_MAX)));
        }
        return out;
    }

    FactInput& input_;
    const Routers& routers_;
    std::map<std::pair<OutletId, std::optional<PlaneId>>, JackReach> found_;
};

} // namespace

RoutingTables RoutingTables::compute(FactInput& input) {
    RoutingTables out;
    take<Floor>(input, out.design);
    take<Room>(input, out.design);
    take<Space>(input, out.design);
    take<PathwayNode>(input, out.design);
    take<PathwayRun>(input, out.design);
    take<Plane>(input, out.design);
    return out;
}

std::optional<RoutingTables> RoutingTables::update(const RoutingTables& previous, const ChangeSet& changes,
                                                   FactInput& input) {
    RoutingTables out = previous;
    bool changed = follow<Floor>(input, changes, out.design);
    changed |= follow<Room>(input, changes, out.design);
    changed |= follow<Space>(input, changes, out.design);
    changed |= follow<PathwayNode>(input, changes, out.design);
    changed |= follow<PathwayRun>(input, changes, out.design);
    changed |= follow<Plane>(input, changes, out.design);
    return changed ? std::optional(std::move(out)) : std::nullopt;
}

const Router* Routers::of(std::optional<PlaneId> plane) const {
    for (const OfPlane& entry : planes)
        if (entry.plane == plane)
            return entry.router.get();
    return nullptr;
}

// The planes that jacks are of; changes seldom.
struct JackPlanes {
    std::vector<std::optional<PlaneId>> planes;
    bool operator==(const JackPlanes&) const = default;
    static JackPlanes compute(FactInput& input) {
        JackPlanes out;
        for (const JackPlace& jack : input.get<JackPlaces>().jacks)
            if (std::find(out.planes.begin(), out.planes.end(), jack.plane) == out.planes.end())
                out.planes.push_back(jack.plane);
        std::sort(out.planes.begin(), out.planes.end());
        return out;
    }
};

Routers Routers::compute(FactInput& input) {
    const Design& design = input.get<RoutingTables>().design;
    const Table<TelecomRoom>& rooms = input.get<TelecomRooms>().rooms;
    const auto net = std::make_shared<const RoutingNet>(design);
    Routers out;
    out.any_space = !rooms.empty();
    for (const std::optional<PlaneId>& plane : input.get<JackPlanes>().planes) {
        std::vector<SpaceId> spaces;
        for (const TelecomRoom& room : rooms)
            if (!room.plane || room.plane == plane)
                spaces.push_back(room.id);
        RoutingOptions options;
        options.plane = plane;
        out.planes.push_back({plane, std::make_shared<const Router>(net, design, spaces, options)});
    }
    return out;
}

Reachability Reachability::compute(FactInput& input) {
    Finder finder(input, input.get<Routers>());
    return {
        projected<JackReach>(input.get<JackPlaces>().jacks, [&](const JackPlace& jack) { return finder.reach(jack); })};
}

std::optional<Reachability> Reachability::update(const Reachability& previous, const ChangeSet& changes,
                                                 FactInput& input) {
    const Routers& routers = input.get<Routers>();
    if (routers != input.before_fact<Routers>() || !changes.of(Kind::floors).empty())
        return compute(input);
    Finder finder(input, routers);
    Reachability out = previous;
    bool changed = false;
    const Table<JackPlace>& jacks = input.get<JackPlaces>().jacks;
    Table<JackPlace>::diff(input.before_fact<JackPlaces>().jacks, jacks, [&](const JackPlace* a, const JackPlace* b) {
        changed |= settle_row(out.jacks, (a ? a : b)->id, b ? finder.reach(*b) : std::nullopt);
        return true;
    });
    std::vector<std::uint64_t> outlets;
    for (const auto* list :
         {&changes.of(Kind::outlets).added, &changes.of(Kind::outlets).removed, &changes.of(Kind::outlets).changed})
        outlets.insert(outlets.end(), list->begin(), list->end());
    std::sort(outlets.begin(), outlets.end());
    if (!outlets.empty())
        for (const JackPlace& jack : jacks)
            if (std::binary_search(outlets.begin(), outlets.end(), jack.outlet.value))
                changed |= settle_row(out.jacks, jack.id, finder.reach(jack));
    return changed ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace riser
