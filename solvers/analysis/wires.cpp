// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/wires.h"

#include "model/catalogue.h"
#include "solvers/analysis/cable_kinds.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace riser {

namespace {

struct Spot { // a position of a row; of a jack or port, 0
    AnyId row;
    std::int32_t position = 0;
    bool operator==(const Spot&) const = default;
};
struct SpotHash {
    std::size_t operator()(const Spot& s) const {
        return std::hash<std::uint64_t>{}(s.row.value * 1'048'573 + static_cast<std::uint64_t>(s.position));
    }
};
struct ElementHash {
    std::size_t operator()(const WireElement& e) const {
        return std::hash<std::uint64_t>{}(e.cable.value * 8'191 + static_cast<std::uint64_t>(e.element));
    }
};

Spot spot(AnyId row, std::int32_t position) { return {row, row.kind == Kind::panels ? position : 0}; }

constexpr std::int32_t most_elements = 1'728; // of a believable cable

// An element on the way, and from which of those before it the way came.
struct Reached {
    WireStep step;
    std::size_t from = 0;
};

} // namespace

struct Wires::Tables {
    std::set<CableTypeId> fibres;
    std::unordered_multimap<Spot, WireElement, SpotHash> at;
    std::unordered_multimap<WireElement, Spot, ElementHash> by_element;
    std::unordered_multimap<WireElement, WireElement, ElementHash> spliced;

    void put(const Termination& t, bool fibre) {
        const std::int32_t last = std::clamp(t.last, t.first, t.first + most_elements);
        const bool spread = fibre && t.on.kind == Kind::panels;
        for (std::int32_t e = t.first; e <= last; ++e) {
            const Spot place = spot(t.on, t.position + (spread ? e - t.first : 0));
            by_element.emplace(WireElement{t.cable, e}, place);
            if (spread || e == t.first)
                at.emplace(place, WireElement{t.cable, e});
            else if (fibre && t.on.kind == Kind::ports)
                further.emplace(place, WireElement{t.cable, e});
        }
    }
    // The second and further cores of a fibre cable on a port: each is a way of its own.
    std::unordered_multimap<Spot, WireElement, SpotHash> further;

    // All that one element comes to, in the order of joints; ports among it become ways.
    void follow(PortId from, WireElement first, std::vector<WireWay>& ways) const {
        std::vector<Reached> reached{{.step = {.element = first, .before = {}}}};
        std::set<WireElement> seen{first};
        const auto come_to = [&](WireElement element, WireJoint joint, std::size_t at_index) {
            if (seen.insert(element).second)
                reached.push_back({.step = {element, joint}, .from = at_index});
        };
        for (std::size_t n = 0; n < reached.size(); ++n) {
            const WireElement element = reached[n].step.element;
            for (auto [place, end] = by_element.equal_range(element); place != end; ++place) {
                const AnyId row = place->second.row;
                if (row.kind == Kind::ports) {
                    if (const PortId to{row.value}; to != from)
                        ways.push_back({.to = to, .steps = steps_to(reached, n)});
                } else if (row.kind == Kind::panels || row.kind == Kind::jacks) {
                    for (auto [next, stop] = at.equal_range(place->second); next != stop; ++next)
                        if (next->second.cable != element.cable)
                            come_to(next->second, {WireJoint::mated, row}, n);
                }
            }
            for (auto [next, end] = spliced.equal_range(element); next != end; ++next)
                come_to(next->second, {WireJoint::spliced, {}}, n);
        }
    }

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

Wires::Wires(FactInput& input, WiresOf of) : tables_(std::make_unique<Tables>()) {
    for (const CableType& type : input.table<CableType>())
        if (type.element == ElementUnit::core)
            tables_->fibres.insert(type.id);
    // Kinds, not cables: a way or a label that changes joins nothing else.
    const Table<CableKind>& cables = input.get<CableKinds>().cables;
    const Table<Termination>& terminations = input.table<Termination>();
    if (of == WiresOf::all) {
        tables_->at.reserve(terminations.size() * 2);
        tables_->by_element.reserve(terminations.size() * 2);
    }
    for (const Termination& t : terminations)
        if (const CableKind* cable = cables.find(t.cable); cable && t.status != Status::remove)
            if (const bool fibre = tables_->fibres.contains(cable->type); fibre || of == WiresOf::all)
                tables_->put(t, fibre);
    for (const Splice& s : input.table<Splice>()) {
        if (s.status == Status::remove)
            continue;
        tables_->spliced.emplace(WireElement{s.cable_a, s.element_a}, WireElement{s.cable_b, s.element_b});
        tables_->spliced.emplace(WireElement{s.cable_b, s.element_b}, WireElement{s.cable_a, s.element_a});
    }
}

Wires::~Wires() = default;

std::vector<WireWay> Wires::from(PortId port) const {
    std::vector<WireElement> firsts;
    for (const auto* table : {&tables_->at, &tables_->further}) {
        const auto [first, last] = table->equal_range(spot(port, 0));
        for (auto at = first; at != last; ++at)
            firsts.push_back(at->second);
    }
    std::sort(firsts.begin(), firsts.end());
    std::vector<WireWay> out;
    for (const WireElement& first : firsts)
        tables_->follow(port, first, out);
    return out;
}

} // namespace riser
