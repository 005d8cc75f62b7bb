// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/device_links.h"

#include "model/cabling.h"

#include <algorithm>
#include <set>
#include <tuple>
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

Spot spot(AnyId row, std::int32_t position) { return {row, row.kind == Kind::panels ? position : 0}; }

struct Element {
    CableId cable;
    std::int32_t element = 1;
    auto operator<=>(const Element&) const = default;
};
struct ElementHash {
    std::size_t operator()(const Element& e) const {
        return std::hash<std::uint64_t>{}(e.cable.value * 8'191 + static_cast<std::uint64_t>(e.element));
    }
};

constexpr std::int32_t most_elements = 1'728; // of a believable cable

class Wires {
  public:
    explicit Wires(FactInput& input) {
        for (const CableType& type : input.table<CableType>())
            if (type.element == ElementUnit::core)
                fibres_.insert(type.id);
        const Table<Cable>& cables = input.table<Cable>();
        const Table<Termination>& terminations = input.table<Termination>();
        at_.reserve(terminations.size() * 2);
        by_element_.reserve(terminations.size() * 2);
        for (const Termination& t : terminations)
            if (const Cable* cable = cables.find(t.cable); cable && t.status != Status::remove)
                if (cable->status != Status::remove)
                    put(t, fibres_.contains(cable->type));
        for (const Splice& s : input.table<Splice>()) {
            if (s.status == Status::remove)
                continue;
            spliced_.emplace(Element{s.cable_a, s.element_a}, Element{s.cable_b, s.element_b});
            spliced_.emplace(Element{s.cable_b, s.element_b}, Element{s.cable_a, s.element_a});
        }
    }

    // Ports that can be reached from a port, and the cable on it.
    std::vector<DeviceLink> from(PortId port) const {
        std::vector<DeviceLink> out;
        const auto [first, last] = at_.equal_range(spot(port, 0));
        for (auto at = first; at != last; ++at) {
            seen_.clear();
            todo_.assign({at->second});
            while (!todo_.empty()) {
                const Element element = todo_.back();
                todo_.pop_back();
                if (seen_.insert(element).second)
                    leave(port, at->second.cable, element, out);
            }
        }
        return out;
    }

  private:
    void put(const Termination& t, bool fibre) {
        const std::int32_t last = std::clamp(t.last, t.first, t.first + most_elements);
        const bool spread = fibre && t.on.kind == Kind::panels;
        for (std::int32_t e = t.first; e <= last; ++e) {
            const Spot place = spot(t.on, t.position + (spread ? e - t.first : 0));
            by_element_.emplace(Element{t.cable, e}, place);
            if (spread || e == t.first)
                at_.emplace(place, Element{t.cable, e});
        }
    }

    void leave(PortId from, CableId by, Element element, std::vector<DeviceLink>& out) const {
        for (auto [at, end] = by_element_.equal_range(element); at != end; ++at) {
            const Spot& place = at->second;
            if (place.row.kind == Kind::ports) {
                if (const PortId far{place.row.value}; far != from)
                    out.push_back(from < far ? DeviceLink{from, far, by} : DeviceLink{far, from, by});
            } else if (place.row.kind == Kind::panels || place.row.kind == Kind::jacks) {
                for (auto [next, stop] = at_.equal_range(place); next != stop; ++next)
                    if (next->second.cable != element.cable)
                        todo_.push_back(next->second);
            }
        }
        for (auto [at, end] = spliced_.equal_range(element); at != end; ++at)
            todo_.push_back(at->second);
    }

    std::set<CableTypeId> fibres_;
    std::unordered_multimap<Spot, Element, SpotHash> at_;
    std::unordered_multimap<Element, Spot, ElementHash> by_element_;
    std::unordered_multimap<Element, Element, ElementHash> spliced_;
    mutable std::vector<Element> todo_;
    mutable std::set<Element> seen_;
};

} // namespace

DeviceLinks DeviceLinks::compute(FactInput& input) {
    DeviceLinks out;
    const Wires wires(input);
    for (const Port& port : input.table<Port>())
        for (const DeviceLink& link : wires.from(port.id))
            out.links.push_back(link);
    std::sort(out.links.begin(), out.links.end());
    out.links.erase(std::unique(out.links.begin(), out.links.end(),
                                [](const DeviceLink& x, const DeviceLink& y) { return x.a == y.a && x.b == y.b; }),
                    out.links.end());
    return out;
}

} // namespace riser
