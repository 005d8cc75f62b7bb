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
    : elements_(elements),
      needs_(needs),
      racks_(input.get<RackContents>()),
      rooms_(input.get<SpacePlaces>().spaces),
      routes_(input.get<CablesInRuns>().cables),
      planes_(input.get<RunPlanes>().runs),
      ends_(input.get<CableEnds>()),
      graph_(*input.get<Pathways>().graph),
      risks_(*input.get<RunRisks>().groups) {
    for (const Plane& plane : input.table<Plane>())
        if (plane.disclosure == Disclosure::secret)
            secret_.push_back(plane.id);
    for (const Splice& splice : input.table<Splice>())
        if (splice.status != Status::remove) {
            closures_[splice.cable_a].push_back(splice.closure);
            closures_[splice.cable_b].push_back(splice.closure);
        }
}

bool PlaceNeeds::secret(std::optional<PlaneId> plane) const {
    return plane && std::binary_search(secret_.begin(), secret_.end(), *plane);
}

std::optional<NeedIndex> PlaceNeeds::space(SpaceId id) {
    const auto [known, fresh] = spaces_.try_emplace(id);
    if (!fresh)
        return known->second;
    const SpacePlace* row = rooms_.find(id);
    if (!row)
        return std::nullopt;
    NeedParts parts;
    elements_.name(parts, ElementKind::room, row->room);
    for (const FireCompartmentId compartment : row->compartments)
        elements_.name(parts, ElementKind::compartment, compartment);
    return known->second = needs_.all(std::move(parts));
}

std::optional<NeedIndex> PlaceNeeds::rack(RackId id) {
    const auto row = racks_.racks.find(id);
    if (row == racks_.racks.end())
        return std::nullopt;
    NeedParts parts;
    if (!secret(row->second.plane))
        elements_.name(parts, ElementKind::rack, id);
    if (const auto room = space(*row->second.space))
        parts.needs.push_back(*room);
    return needs_.all(std::move(parts));
}

std::optional<NeedIndex> PlaceNeeds::stand(AnyId item, std::optional<SpaceId> otherwise) {
    if (const auto at = racks_.rack_of.find(item); at != racks_.rack_of.end())
        if (const auto out = rack(at->second))
            return out;
    return otherwise ? space(*otherwise) : std::nullopt;
}

NeedIndex PlaceNeeds::panel(PanelId id, const StandingPlace& row) {
    const auto [known, fresh] = panels_.try_emplace(id);
    if (fresh) {
        NeedParts parts;
        elements_.name(parts, ElementKind::panel, id);
        if (const auto place = stand(id, row.space))
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
    if (const RunPlane* row = planes_.find(id)) {
        if (!secret(row->plane))
            elements_.name(parts, ElementKind::pathway, id);
        if (const auto index = graph_.find(id))
            for (const std::uint32_t group : risks_.groups().of_run[at(*index)]) {
                const ElementKind kinds[] = {ElementKind::shaft, ElementKind::compartment, ElementKind::room};
                elements_.name(parts, kinds[static_cast<std::size_t>(risks_[group].kind)], risks_[group].shows);
            }
    }
    return known->second = needs_.all(std::move(parts));
}

// Cables side by side share the need of their way.
NeedIndex PlaceNeeds::way(const std::vector<PathwayRunId>& route) {
    const auto [known, fresh] = ways_.try_emplace(route);
    if (fresh) {
        std::vector<NeedIndex> runs;
        for (const PathwayRunId one : route)
            runs.push_back(run(one));
        known->second = needs_.all(std::move(runs));
    }
    return known->second;
}

std::optional<NeedIndex> PlaceNeeds::cable(CableId id) {
    const auto [known, fresh] = cables_.try_emplace(id);
    if (!fresh)
        return known->second;
    const CableRuns* row = routes_.find(id);
    if (!row || secret(row->plane))
        return std::nullopt;
    NeedParts parts;
    elements_.name(parts, ElementKind::cable, id);
    if (!row->runs.empty())
        parts.needs.push_back(way(row->runs));
    const auto add = [&](PanelId on) {
        if (const auto at = racks_.panels.find(on); at != racks_.panels.end() && !secret(at->second.plane))
            parts.needs.push_back(panel(on, at->second));
    };
    for (const CableEnding& ending : ends_.of(id))
        if (ending.on.kind == Kind::panels)
            add(PanelId{ending.on.value});
    if (const auto at = closures_.find(id); at != closures_.end())
        for (const PanelId closure : at->second)
            add(closure);
    return known->second = needs_.all(std::move(parts));
}

} // namespace riser
