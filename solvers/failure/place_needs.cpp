// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/element_needs.h"

#include "model/logical.h"
#include "solvers/analysis/backbone_diversity.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/pathways.h"

#include <algorithm>
#include <set>

namespace riser {

ElementList::ElementList(FactInput& input) {
    for (const CommonCause& cause : input.table<CommonCause>())
        add_cause(input, cause);
}

void ElementList::add_cause(FactInput& input, const CommonCause& cause) {
    for (const AnyId id : rows_taken(input, cause))
        causes_[id].push_back(cause.id);
}

std::vector<AnyId> rows_taken(FactInput& input, const CommonCause& cause) {
    std::set<AnyId> seen;
    std::vector<AnyId> open(cause.members);
    while (!open.empty()) {
        const AnyId id = open.back();
        open.pop_back();
        if (!seen.insert(id).second)
            continue;
        if (const Stack* stack = id.kind == Kind::stacks ? input.find(StackId{id.value}) : nullptr)
            open.insert(open.end(), stack->members.begin(), stack->members.end());
        else if (const Space* space = id.kind == Kind::spaces ? input.find(SpaceId{id.value}) : nullptr)
            open.push_back(space->room);
        else if (const CommonCause* more =
                     id.kind == Kind::common_causes ? input.find(CommonCauseId{id.value}) : nullptr)
            open.insert(open.end(), more->members.begin(), more->members.end());
    }
    return {seen.begin(), seen.end()};
}

ElementIndex ElementList::index_of(const FailureElement& element) {
    const auto [known, fresh] = known_.try_emplace(element, static_cast<ElementIndex>(list_.size()));
    if (fresh)
        list_.push_back(element);
    return known->second;
}

void ElementList::name(NeedParts& parts, ElementKind kind, AnyId row, std::int32_t unit) {
    parts.elements.push_back(index_of({kind, row, unit}));
    if (kind != ElementKind::shaft) // whose row is a run's
        name_causes(parts, row);
}

void ElementList::name_causes(NeedParts& parts, AnyId row) {
    if (const auto at = causes_.find(row); at != causes_.end())
        for (const CommonCauseId cause : at->second)
            parts.elements.push_back(index_of({ElementKind::cause, cause}));
}

PlaceNeeds::PlaceNeeds(FactInput& input, ElementList& elements, NeedBuilder& needs)
    : input_(input), elements_(elements), needs_(needs) {
    for (const RackItem& item : input.table<RackItem>())
        if (item.status != Status::remove)
            racks_.try_emplace(item.item, item.rack);
    for (const Splice& splice : input.table<Splice>())
        if (splice.status != Status::remove) {
            closures_[splice.cable_a].push_back(splice.closure);
            closures_[splice.cable_b].push_back(splice.closure);
        }
    for (const FireCompartment& row : input.table<FireCompartment>())
        if (row.status != Status::remove)
            compartments_[row.floor].push_back(&row);
}

bool PlaceNeeds::secret(std::optional<PlaneId> plane) {
    const Plane* row = input_.find(plane);
    return row && row->disclosure == Disclosure::secret;
}

void PlaceNeeds::add_compartments(const Room& room, Point place, NeedParts& parts) {
    const auto on_floor = compartments_.find(room.floor);
    if (on_floor == compartments_.end())
        return;
    if (!contains(room.outline, place))
        place = inner_point(room.outline).value_or(place);
    for (const FireCompartment* row : on_floor->second)
        if (contains(row->outline, place))
            elements_.name(parts, ElementKind::compartment, row->id);
}

std::optional<NeedIndex> PlaceNeeds::space(SpaceId id) {
    const auto [known, fresh] = spaces_.try_emplace(id);
    if (!fresh)
        return known->second;
    const Space* row = input_.find(id);
    const Room* room = row && row->status != Status::remove ? input_.find(row->room) : nullptr;
    if (!room || room->status == Status::remove)
        return std::nullopt;
    NeedParts parts;
    elements_.name(parts, ElementKind::room, room->id);
    add_compartments(*room, row->place, parts);
    return known->second = needs_.all(std::move(parts));
}

std::optional<NeedIndex> PlaceNeeds::rack(RackId id) {
    const Rack* row = input_.find(id);
    if (!row || row->status == Status::remove)
        return std::nullopt;
    NeedParts parts;
    if (!secret(row->plane))
        elements_.name(parts, ElementKind::rack, id);
    if (const auto room = space(row->space))
        parts.needs.push_back(*room);
    return needs_.all(std::move(parts));
}

std::optional<NeedIndex> PlaceNeeds::stand(AnyId item, std::optional<SpaceId> otherwise) {
    if (const auto at = racks_.find(item); at != racks_.end())
        if (const auto out = rack(at->second))
            return out;
    return otherwise ? space(*otherwise) : std::nullopt;
}

NeedIndex PlaceNeeds::panel(const Panel& row) {
    const auto [known, fresh] = panels_.try_emplace(row.id);
    if (fresh) {
        NeedParts parts;
        elements_.name(parts, ElementKind::panel, row.id);
        if (const auto place = stand(row.id, row.space))
            parts.needs.push_back(*place);
        known->second = needs_.all(std::move(parts));
    }
    return known->second;
}

NeedIndex PlaceNeeds::run(PathwayRunId id) {
    const auto [known, fresh] = runs_.try_emplace(id);
    if (!fresh)
        return known->second;
    NeedParts parts;
    const PathwayRun* row = input_.find(id);
    if (row && row->status != Status::remove) {
        if (!secret(row->plane))
            elements_.name(parts, ElementKind::pathway, id);
        const RiskGroups& risks = *input_.get<RunRisks>().groups;
        if (const auto index = input_.get<Pathways>().graph->find(id))
            for (const std::uint32_t group : risks.groups().of_run[at(*index)]) {
                const ElementKind kinds[] = {ElementKind::shaft, ElementKind::compartment, ElementKind::room};
                elements_.name(parts, kinds[static_cast<std::size_t>(risks[group].kind)], risks[group].shows);
            }
    }
    return known->second = needs_.all(std::move(parts));
}

std::optional<NeedIndex> PlaceNeeds::cable(CableId id) {
    const auto [known, fresh] = cables_.try_emplace(id);
    if (!fresh)
        return known->second;
    const Cable* row = input_.find(id);
    if (!row || row->status == Status::remove || secret(row->plane))
        return std::nullopt;
    std::vector<NeedIndex> way;
    for (const RouteStep& step : row->route)
        way.push_back(run(step.run));
    NeedParts parts;
    elements_.name(parts, ElementKind::cable, id);
    if (!way.empty())
        parts.needs.push_back(needs_.all(std::move(way))); // cables side by side share it
    const auto add = [&](PanelId on) {
        if (const Panel* at = input_.find(on); at && at->status != Status::remove && !secret(at->plane))
            parts.needs.push_back(panel(*at));
    };
    for (const CableEnding& ending : input_.get<CableEnds>().of(id))
        if (ending.on.kind == Kind::panels)
            add(PanelId{ending.on.value});
    if (const auto at = closures_.find(id); at != closures_.end())
        for (const PanelId closure : at->second)
            add(closure);
    return known->second = needs_.all(std::move(parts));
}

} // namespace riser
