// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/cable_ways.h"

#include "solvers/planning/plan_spaces.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace riser {

CableWays::CableWays(const Design& design, const WayOptions& options)
    : design_(design), options_(options), net_(std::make_shared<const RoutingNet>(design)) {
    for (const Space& space : design.spaces)
        if (is_distributor(space.role))
            sources_.push_back({.id = space.id,
                                .label = space.label,
                                .plane = space.plane,
                                .floor_distributor = space.role == SpaceRole::floor_distributor,
                                .floors = floors_served(design, space)});
    std::sort(sources_.begin(), sources_.end(),
              [](const Source& a, const Source& b) { return std::tie(a.label, a.id) < std::tie(b.label, b.id); });
}

std::vector<SpaceId> CableWays::sources(FloorId floor, std::optional<PlaneId> plane) const {
    std::vector<SpaceId> out;
    for (const bool floor_distributor : {true, false}) {
        for (const Source& source : sources_)
            if (source.floor_distributor == floor_distributor && (!source.plane || source.plane == plane) &&
                std::find(source.floors.begin(), source.floors.end(), floor) != source.floors.end())
                out.push_back(source.id);
        if (!out.empty())
            break;
    }
    return out;
}

const std::vector<SpaceId>& CableWays::all_sources(std::optional<PlaneId> plane) {
    const auto [at, fresh] = all_.try_emplace(plane);
    if (fresh) {
        std::set<SpaceId> some;
        for (const Floor& floor : design_.floors)
            for (const SpaceId id : sources(floor.id, plane))
                some.insert(id);
        for (const Source& source : sources_)
            if (some.contains(source.id))
                at->second.push_back(source.id);
    }
    return at->second;
}

const Router& CableWays::router(std::optional<PlaneId> plane, std::vector<SpaceId> spaces) {
    Key key{plane, std::move(spaces)};
    auto at = routers_.find(key);
    if (at == routers_.end()) {
        Router made(net_, design_, key.second,
                    {.plane = plane, .rack_entry = options_.rack_entry, .longest_drop = options_.longest_drop});
        at = routers_.emplace(std::move(key), std::move(made)).first;
    }
    return at->second;
}

CableWays::Found CableWays::of(const Jack& jack, const Outlet& outlet) { return of(jack, outlet, jack.plane); }

CableWays::Found CableWays::of(const Jack& jack, const Outlet& outlet, std::optional<PlaneId> runs_of) {
    const Floor* floor = design_.find(outlet.floor);
    if (!floor)
        return {};
    const std::int64_t height = std::int64_t{floor->elevation.value} + outlet.height.value;
    const auto route = [&](const Router& router) {
        Routed routed = router.route(outlet.floor, outlet.room, outlet.place, height);
        return Found{.way = std::move(routed.way), .why = routed.why, .router = &router};
    };
    if (jack.served_from && design_.spaces.contains(*jack.served_from))
        return route(router(runs_of, {*jack.served_from}));
    const auto [serving, fresh] = by_floor_.try_emplace({outlet.floor, jack.plane});
    if (fresh)
        serving->second = sources(outlet.floor, jack.plane);
    const std::vector<SpaceId>& wanted = serving->second;
    if (wanted.empty())
        return {};
    Found found = route(router(runs_of, all_sources(jack.plane)));
    if (found.way && std::find(wanted.begin(), wanted.end(), found.way->space) == wanted.end())
        found = route(router(runs_of, wanted));
    return found;
}

Text sentence_of(NoWay why) {
    switch (why) {
    case NoWay::no_source:
        return {"没有电信间服务本层的该网络", "no telecom room serves this floor on this plane"};
    case NoWay::no_pathway:
        return {"附近没有可用的桥架或线管", "no pathway open to its plane is near"};
    case NoWay::not_connected:
        return {"附近的桥架不通往其电信间", "the pathways near it do not lead to its telecom room"};
    }
    return {};
}

} // namespace riser
