// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/element_losses.h"

#include "solvers/failure/element_needs.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

// Nothing: of a cause, which is reckoned from its members.
std::optional<ReliabilityKind> kind_of(FactInput& input, const FailureElement& element) {
    switch (element.kind) {
    case ElementKind::device:
        return ReliabilityKind::device;
    case ElementKind::card:
        return ReliabilityKind::card;
    case ElementKind::supply:
        return ReliabilityKind::supply;
    case ElementKind::port:
        return ReliabilityKind::port;
    case ElementKind::cable:
        return ReliabilityKind::cable;
    case ElementKind::panel:
        return ReliabilityKind::panel;
    case ElementKind::pathway:
        return ReliabilityKind::pathway;
    case ElementKind::shaft:
        return ReliabilityKind::shaft;
    case ElementKind::rack:
        return ReliabilityKind::rack;
    case ElementKind::room:
        return ReliabilityKind::room;
    case ElementKind::compartment:
        return ReliabilityKind::compartment;
    case ElementKind::strip:
        return ReliabilityKind::strip;
    case ElementKind::circuit:
        return ReliabilityKind::circuit;
    case ElementKind::transfer_switch:
        return ReliabilityKind::transfer_switch;
    case ElementKind::ups:
        return ReliabilityKind::ups;
    case ElementKind::source: {
        const PowerSource* source = input.find(PowerSourceId{element.row.value});
        if (!source || source->kind == SourceKind::mains)
            return ReliabilityKind::mains;
        return source->kind == SourceKind::generator ? ReliabilityKind::generator : ReliabilityKind::battery;
    }
    case ElementKind::entrance:
        return ReliabilityKind::entrance;
    case ElementKind::handoff:
        return ReliabilityKind::handoff;
    case ElementKind::cause:
        break;
    }
    return {};
}

// From failure to failure, as the type of a device or card says.
Hours stated(FactInput& input, const FailureElement& element) {
    const EquipmentType* type = nullptr;
    if (element.kind == ElementKind::device) {
        if (const Equipment* device = input.find(EquipmentId{element.row.value}))
            type = input.find(device->type);
    } else if (element.kind == ElementKind::card) {
        if (const Card* card = input.find(CardId{element.row.value}))
            type = input.find(card->type);
    }
    return type ? type->mtbf : Hours();
}

ElementLoss loss_of(FactInput& input, const FailureElement& element, const AvailabilityInputs& inputs) {
    const std::optional<ReliabilityKind> kind = kind_of(input, element);
    const auto row =
        std::ranges::find_if(inputs.reliability, [&](const Reliability& one) { return kind && one.kind == *kind; });
    if (row == inputs.reliability.end())
        return {};
    // The time of repair is the deck's in any case.
    if (const Hours between = stated(input, element); between.value > 0)
        return {unavailability(between, row->repair), std::nullopt};
    return {unavailability(row->between, row->repair), row->trust};
}

std::optional<Trust> more_doubtful(std::optional<Trust> a, std::optional<Trust> b) {
    return doubt(a) >= doubt(b) ? a : b;
}

// Outages of mains by how long they last, of elements that so far are said to be down whenever the source is. Which
// last longer than a time is nested: units that know nothing of each other say the same when at least one of those
// from a unit on down to the longest is down for as much as outages last so long.
void part_outages(FactInput& input, const HeldFailures& held, const AvailabilityInputs& inputs,
                  std::vector<ElementLoss>& losses) {
    const auto& elements = held.model.elements;
    const auto row = std::ranges::find(inputs.reliability, ReliabilityKind::mains, &Reliability::kind);
    for (std::size_t i = 0; i < elements.size() && held.outlasted.size() > 1; ++i) {
        const double all = losses[i].share;
        if (all <= 0 || kind_of(input, elements[i]) != ReliabilityKind::mains)
            continue;
        const auto unit = static_cast<std::size_t>(elements[i].unit);
        const auto longer = [&](std::size_t u) {
            return all *
                   std::exp(-static_cast<double>(held.outlasted[u].value) / static_cast<double>(row->repair.value));
        };
        losses[i] = {unit == 0 ? longer(0) : 1 - (1 - longer(unit)) / (1 - longer(unit - 1)),
                     more_doubtful(losses[i].trust, Trust::practice)};
    }
}

} // namespace

ElementLosses ElementLosses::compute(FactInput& input, const AvailabilityInputs& inputs) {
    const HeldFailures& held = input.get<HeldFailures>();
    const FailureModel& model = held.model;
    ElementLosses losses;
    std::vector<ElementLoss>& out = losses.elements;
    for (const FailureElement& element : model.elements)
        out.push_back(loss_of(input, element, inputs));
    const std::vector<ElementLoss> whole = out;
    for (const CommonCause& cause : input.table<CommonCause>()) {
        const std::optional<ElementIndex> element = model.find(ElementKind::cause, cause.id);
        if (!element)
            continue;
        std::vector<ElementIndex> members;
        for (const AnyId row : rows_taken(input, cause))
            for (const ElementIndex member : model.elements_of(row))
                if (const ElementKind kind = model[member].kind;
                    kind != ElementKind::cause && kind != ElementKind::shaft && whole[at(member)].share > 0)
                    members.push_back(member);
        if (members.empty())
            continue;
        const ElementIndex least =
            *std::ranges::min_element(members, {}, [&](ElementIndex member) { return whole[at(member)].share; });
        const double beta = (cause.beta.value > 0 ? cause.beta : inputs.beta).value / 10'000.0;
        const double share = beta * whole[at(least)].share;
        // Its own trust is that of the factor, which nobody has measured here.
        out[at(*element)] = {share, cause.beta.value > 0 ? whole[at(least)].trust : Trust::unverified};
        for (const ElementIndex member : members)
            out[at(member)].share = std::max(0.0, out[at(member)].share - share);
    }
    part_outages(input, held, inputs, out);
    return losses;
}

} // namespace riser
