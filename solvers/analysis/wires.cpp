// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/wires.h"

#include "model/catalogue.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::int32_t most_elements = 1'728; // of a believable cable

std::int32_t elements_of(const CableEnding& ending) { return std::clamp(ending.elements, 1, most_elements); }

bool holds(const CableEnding& ending, std::int32_t element) {
    return element >= ending.first && element - ending.first < elements_of(ending);
}

} // namespace

// An element on the way, and from which of those before it the way came.
struct Wires::Reached {
    WireStep step;
    std::size_t from = 0;

    static std::vector<WireStep> steps_to(const std::vector<Reached>& reached, std::size_t n) {
        std::vector<WireStep> out;
        for (;; n = reached[n].from) {
            out.push_back(reached[n].step);
            if (n == 0)
                break;
        }
        std::reverse(out.begin(), out.end());
        return out;
    }
};

Wires::Wires(const CableEnds& ends, const Table<CableKind>& kinds, const Table<CableType>& types,
             const Table<Splice>& splices, WiresOf of)
    : ends_(ends), kinds_(kinds), of_(of) {
    for (const CableType& type : types)
        if (type.element == ElementUnit::core)
            fibres_.insert(type.id);
    for (const Splice& s : splices)
        if (s.status != Status::remove) {
            spliced_.emplace(s.cable_a, &s);
            if (s.cable_b != s.cable_a)
                spliced_.emplace(s.cable_b, &s);
        }
}

// Kinds, not cables: a way or a label that changes joins nothing else.
Wires::Wires(FactInput& input, WiresOf of)
    : Wires(input.get<CableEnds>(), input.get<CableKinds>().cables, input.table<CableType>(), input.table<Splice>(),
            of) {}

Wires Wires::before(FactInput& input, WiresOf of) {
    return Wires(input.before_fact<CableEnds>(), input.before_fact<CableKinds>().cables, input.before<CableType>(),
                 input.before<Splice>(), of);
}

std::optional<bool> Wires::fibre(CableId cable) const {
    const CableKind* kind = kinds_.find(cable);
    if (!kind)
        return std::nullopt;
    const bool out = fibres_.contains(kind->type);
    return out || of_ == WiresOf::all ? std::optional(out) : std::nullopt;
}

// The element that a cable's ending shows at a position of the panel (of a jack or port, at any).
std::optional<WireElement> Wires::mate(const CableEnding& ending, std::int32_t position) const {
    const std::optional<bool> is_fibre = fibre(ending.cable);
    if (!is_fibre)
        return std::nullopt;
    if (ending.on.kind != Kind::panels)
        return WireElement{ending.cable, ending.first};
    const std::int32_t beyond = position - ending.position;
    if (beyond < 0 || beyond >= (*is_fibre ? elements_of(ending) : 1))
        return std::nullopt;
    return WireElement{ending.cable, ending.first + beyond};
}

// All that one element comes to, in the order of joints; ports among it become ways.
void Wires::follow(PortId from, WireElement first, std::vector<WireWay>& ways) const {
    std::vector<Reached> reached{{.step = {.element = first, .before = {}}}};
    std::set<WireElement> seen{first};
    const auto come_to = [&](WireElement element, WireJoint joint, std::size_t from_index) {
        if (fibre(element.cable) && seen.insert(element).second)
            reached.push_back({.step = {element, joint}, .from = from_index});
    };
    for (std::size_t n = 0; n < reached.size(); ++n) {
        const WireElement element = reached[n].step.element;
        const bool is_fibre = fibre(element.cable).value_or(false);
        for (const CableEnding& ending : ends_.of(element.cable)) {
            if (!holds(ending, element.element))
                continue;
            if (ending.on.kind == Kind::ports) {
                if (const PortId to{ending.on.value}; to != from)
                    ways.push_back({.to = to, .steps = Reached::steps_to(reached, n)});
            } else if (ending.on.kind == Kind::panels || ending.on.kind == Kind::jacks) {
                const std::int32_t position = ending.position + (is_fibre ? element.element - ending.first : 0);
                for (const CableEnding& other : ends_.on(ending.on))
                    if (other.cable != element.cable)
                        if (const std::optional<WireElement> next = mate(other, position))
                            come_to(*next, {WireJoint::mated, ending.on}, n);
            }
        }
        for (auto [next, end] = spliced_.equal_range(element.cable); next != end; ++next) {
            const Splice& s = *next->second;
            if (const WireElement a{s.cable_a, s.element_a}, b{s.cable_b, s.element_b}; a == element || b == element)
                come_to(a == element ? b : a, {WireJoint::spliced, {}}, n);
        }
    }
}

std::vector<WireWay> Wires::from(PortId port) const {
    std::vector<WireElement> firsts;
    for (const CableEnding& ending : ends_.on(port))
        if (const std::optional<bool> is_fibre = fibre(ending.cable))
            // Each core of a fibre cable on a port is a way of its own; the pairs of another are one.
            for (std::int32_t n = 0; n < (*is_fibre ? elements_of(ending) : 1); ++n)
                firsts.push_back({ending.cable, ending.first + n});
    std::sort(firsts.begin(), firsts.end());
    std::vector<WireWay> out;
    for (const WireElement& first : firsts)
        follow(port, first, out);
    return out;
}

void Wires::add_ports_at(std::span<const CableId> cables, std::set<PortId>& ports) const {
    std::vector<CableId> reached;
    std::set<CableId> seen;
    const auto come_to = [&](CableId cable) {
        if (fibre(cable) && seen.insert(cable).second)
            reached.push_back(cable);
    };
    for (const CableId cable : cables)
        come_to(cable);
    for (std::size_t n = 0; n < reached.size(); ++n) {
        const bool is_fibre = fibre(reached[n]).value_or(false);
        for (const CableEnding& ending : ends_.of(reached[n])) {
            const std::int32_t last = ending.position + (is_fibre ? elements_of(ending) : 1);
            if (ending.on.kind == Kind::ports)
                ports.insert(PortId{ending.on.value});
            else if (ending.on.kind == Kind::panels || ending.on.kind == Kind::jacks)
                for (const CableEnding& other : ends_.on(ending.on))
                    for (std::int32_t position = ending.position; position < last; ++position)
                        if (mate(other, position)) {
                            come_to(other.cable);
                            break;
                        }
        }
        for (auto [next, end] = spliced_.equal_range(reached[n]); next != end; ++next) {
            come_to(next->second->cable_a);
            come_to(next->second->cable_b);
        }
    }
}

std::optional<std::set<PortId>> ports_wired_anew(FactInput& input, const ChangeSet& changes, WiresOf of) {
    if (!changes.of(Kind::cable_types).empty())
        return std::nullopt;
    std::vector<CableId> cables = cables_ended_anew(input.before_fact<CableEnds>(), input.get<CableEnds>());
    Table<CableKind>::diff(input.before_fact<CableKinds>().cables, input.get<CableKinds>().cables,
                           [&](const CableKind* a, const CableKind* b) {
                               cables.push_back((a ? a : b)->id);
                               return true;
                           });
    const TableChanges& splices = changes.of(Kind::splices);
    for (const auto* list : {&splices.added, &splices.changed, &splices.removed})
        for (const std::uint64_t id : *list)
            for (const Splice* s :
                 {input.before<Splice>().find(SpliceId{id}), input.table<Splice>().find(SpliceId{id})})
                if (s)
                    cables.insert(cables.end(), {s->cable_a, s->cable_b});
    std::set<PortId> ports;
    constexpr std::size_t most_cables = 2'000; // beyond that all is as quick
    if (cables.size() > most_cables)
        return std::nullopt;
    if (!cables.empty()) {
        Wires::before(input, of).add_ports_at(cables, ports);
        Wires(input, of).add_ports_at(cables, ports);
    }
    return ports;
}

} // namespace riser
