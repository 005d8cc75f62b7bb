// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/backbone/standing_backbone.h"

#include "solvers/graph/cable_end_space.h"
#include "solvers/planning/pathway_sizes.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

constexpr std::string_view planner = "backbone";

bool is_backbone(const Cable& cable) {
    return (cable.role == CableRole::backbone || cable.role == CableRole::campus) && cable.status != Status::remove;
}

} // namespace

std::string backbone_key(const RoomOnPlane& at, UplinkRoute route, std::size_t number) {
    const std::string_view which = route == UplinkRoute::first ? "1" : route == UplinkRoute::second ? "2" : "v";
    return (at.first ? to_string(*at.first) : std::string("-")) + '|' + to_string(at.second) + '|' +
           std::string(which) + '|' + std::to_string(number);
}

StandingBackbone::StandingBackbone(const Design& design, const PathwayGraph& graph) : design_(&design), graph_(&graph) {
    for (const Termination& row : design.terminations)
        if (row.on.kind == Kind::panels)
            if (const Panel* panel = design.find(PanelId{row.on.value}); panel && design.find(panel->space))
                ended_[row.cable][row.end == CableEnd::a ? 0 : 1] = panel->space;
    std::map<RoomOnPlane, std::array<std::vector<const Cable*>, 2>> drawn; // fibres, pairs
    for (const Cable& cable : design.cables) {
        if (!is_backbone(cable) || cable.origin.source == planner)
            continue;
        const CableType* type = design.find(cable.type);
        const std::size_t medium = type && type->element == ElementUnit::pair ? 1 : 0;
        if (const auto room = outer_space(cable, CableEnd::b))
            drawn[{cable.plane, *room}][medium].push_back(&cable);
    }
    for (auto& [at, media] : drawn)
        for (const std::size_t medium : {0U, 1U}) {
            std::vector<const Cable*>& list = media[medium];
            std::sort(list.begin(), list.end(), [](const Cable* a, const Cable* b) {
                return std::tie(a->label, a->id) < std::tie(b->label, b->id);
            });
            if (medium == 1 && !list.empty())
                drawn_.emplace(Key{at, UplinkRoute::voice}, standing(*list.front()));
            for (std::size_t i = 0; medium == 0 && i < std::min<std::size_t>(2, list.size()); ++i)
                drawn_.emplace(Key{at, i == 0 ? UplinkRoute::first : UplinkRoute::second}, standing(*list[i]));
        }
}

std::optional<SpaceId> StandingBackbone::outer_space(const Cable& cable, CableEnd end) const {
    if (const auto found = ended_.find(cable.id); found != ended_.end())
        if (const auto space = found->second[end == CableEnd::a ? 0 : 1])
            return space;
    return space_at_end(*design_, cable, end);
}

StandingRoute StandingBackbone::standing(const Cable& cable) const {
    StandingRoute out;
    for (const RouteStep& step : cable.route)
        if (const auto run = graph_->find(step.run))
            out.runs.push_back(*run);
    out.core = outer_space(cable, CableEnd::a);
    return out;
}

std::optional<StandingRoute> StandingBackbone::route(const RoomOnPlane& at, UplinkRoute route) const {
    if (const auto found = drawn_.find({at, route}); found != drawn_.end())
        return found->second;
    const Cable* cable = planned(at, route);
    return cable && !is_laid_by(*cable, planner) ? std::optional(standing(*cable)) : std::nullopt;
}

std::vector<RunIndex> StandingBackbone::earlier(const RoomOnPlane& at, UplinkRoute route) const {
    const Cable* cable = planned(at, route);
    return cable ? standing(*cable).runs : std::vector<RunIndex>();
}

const Cable* StandingBackbone::planned(const RoomOnPlane& at, UplinkRoute route) const {
    const std::string key = backbone_key(at, route, 0);
    const Cable* cable = design_->find(derived_id<Cable>(planner, key));
    const bool is_it = cable && cable->origin.source == planner && cable->origin.key == key;
    return is_it && cable->status != Status::remove ? cable : nullptr;
}

} // namespace riser
