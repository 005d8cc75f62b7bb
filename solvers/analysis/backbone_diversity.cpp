// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/backbone_diversity.h"

#include "solvers/analysis/backbone_ends.h"
#include "solvers/analysis/pathways.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

using RoomOnPlane = std::pair<std::optional<PlaneId>, SpaceId>;

class Uplinks {
  public:
    explicit Uplinks(FactInput& input)
        : graph_(*input.get<Pathways>().graph),
          risks_(*input.get<RunRisks>().groups),
          places_(input.only<Floor, Room, Space, FireCompartment>()),
          classes_(input.table<RequirementClass>(), input.table<Zone>(), input.table<Service>()) {}

    // Nothing for a room that is a core itself.
    std::optional<RoomUplinks> of(const RoomOnPlane& at, const std::vector<const BackboneEnd*>& cables) {
        const std::vector<SpaceId>& cores = cores_beside(at);
        if (std::find(cores.begin(), cores.end(), at.second) != cores.end())
            return std::nullopt;
        RoomUplinks out;
        out.plane = at.first;
        out.space = at.second;
        out.asked = classes_.of(at.first, at.second);
        out.cores_there = cores.size();
        for (const BackboneEnd* cable : cables) {
            out.cables.push_back(cable->id);
            if (cable->a)
                out.cores.push_back(cable->a);
        }
        std::sort(out.cores.begin(), out.cores.end());
        out.cores.erase(std::unique(out.cores.begin(), out.cores.end()), out.cores.end());
        for (std::size_t i = 0; i < cables.size(); ++i)
            for (std::size_t j = i + 1; j < cables.size(); ++j)
                consider(out, *cables[i], *cables[j]);
        return out;
    }

  private:
    const std::vector<SpaceId>& cores_beside(const RoomOnPlane& at) {
        const Space* space = places_.find(at.second);
        const Room* room = space ? places_.find(space->room) : nullptr;
        const Floor* floor = room ? places_.find(room->floor) : nullptr;
        const BuildingId building = floor ? floor->building : BuildingId{};
        const auto [found, fresh] = cores_.try_emplace({building, at.first});
        if (fresh && floor)
            found->second = cores_of(places_, building, at.first);
        return found->second;
    }

    // Nothing when a run is not there any more.
    std::optional<std::vector<RunIndex>> runs_of(const BackboneEnd& cable) const {
        std::vector<RunIndex> out;
        for (const RouteStep& step : cable.route) {
            const auto run = graph_.find(step.run);
            if (!run)
                return std::nullopt;
            out.push_back(*run);
        }
        return out.empty() ? std::nullopt : std::optional(std::move(out));
    }

    void consider(RoomUplinks& out, const BackboneEnd& a, const BackboneEnd& b) const {
        const auto runs_a = runs_of(a);
        const auto runs_b = runs_of(b);
        if (!runs_a || !runs_b)
            return;
        std::vector<std::uint32_t> around = risks_.around(places_, out.space);
        if (a.a == b.a) {
            const std::vector<std::uint32_t> core = risks_.around(places_, a.a);
            around.insert(around.end(), core.begin(), core.end());
            std::sort(around.begin(), around.end());
        }
        SharedParts parts = shared_parts(graph_, risks_, *runs_a, *runs_b, around);
        const bool better = out.pair.empty() || parts.diversity > out.parts.diversity ||
                            (parts.diversity == out.parts.diversity && parts.shared < out.parts.shared);
        if (!better)
            return;
        out.parts = std::move(parts);
        out.pair = {a.id, b.id};
    }

    const PathwayGraph& graph_;
    const RiskGroups& risks_;
    const Design places_;
    const UplinkClasses classes_;
    std::map<std::pair<BuildingId, std::optional<PlaneId>>, std::vector<SpaceId>> cores_;
};

} // namespace

RunRisks RunRisks::compute(FactInput& input) {
    return {std::make_shared<const RiskGroups>(
        input.only<Floor, Room, Space, FireCompartment, PathwayNode, PathwayRun>(), *input.get<Pathways>().graph)};
}

BackboneDiversity BackboneDiversity::compute(FactInput& input) {
    std::map<RoomOnPlane, std::vector<const BackboneEnd*>> rooms;
    for (const RoomOnPlane& at : input.get<ServingSpaces>().spaces)
        rooms[at];
    BackboneDiversity out;
    for (const BackboneEnd& cable : input.get<BackboneEnds>().cables)
        if (!cable.in_pairs && cable.b) {
            out.any_cable = true;
            rooms[{cable.plane, cable.b}].push_back(&cable);
        }
    Uplinks uplinks(input);
    for (const auto& [at, cables] : rooms)
        if (auto row = uplinks.of(at, cables))
            out.rooms.push_back(std::move(*row));
    return out;
}

} // namespace riser
