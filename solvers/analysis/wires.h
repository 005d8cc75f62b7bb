// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of cables (pairs, cores) and how they go on: over a position of a panel or a jack to what else is on it, or
// over a splice. Elements of fibre cables sit on consecutive positions of a panel, those of pair cables on one. What
// has status `remove` joins nothing. Nothing is built but an index of splices: CableEnds has the rest, sorted.
#pragma once

#include "model/cabling.h"
#include "model/kinds.h"
#include "solvers/base/facts.h"

#include <set>
#include <unordered_map>

namespace riser {

struct CableEnds;
struct CableEnding;
struct CableKind;

struct WireElement {
    CableId cable;
    std::int32_t element = 1;
    auto operator<=>(const WireElement&) const = default;
};

// How a way comes to its next element: nothing before the first.
struct WireJoint {
    enum Kind { begin, mated, spliced } kind = begin;
    AnyId on; // the panel or jack where two are mated
};
struct WireStep {
    WireElement element;
    WireJoint before;
};
// From one port to another, by the fewest joints.
struct WireWay {
    PortId to;
    std::vector<WireStep> steps;
};

enum class WiresOf { all, fibre };

class Wires {
  public:
    explicit Wires(FactInput& input, WiresOf of = WiresOf::all); // O(splices)
    // As they were for the previous value, in an update of a fact that made Wires of its input.
    static Wires before(FactInput& input, WiresOf of = WiresOf::all);

    // A way for each element on the port and each other port that it comes to, in the order of elements. O(elements
    // reached · log terminations).
    std::vector<WireWay> from(PortId port) const;

    // Adds the ports to which any element of the cables comes, over whatever is joined to them.
    void add_ports_at(std::span<const CableId> cables, std::set<PortId>& ports) const;

  private:
    struct Reached;
    Wires(const CableEnds& ends, const Table<CableKind>& kinds, const Table<CableType>& types,
          const Table<Splice>& splices, WiresOf of);
    std::optional<bool> fibre(CableId cable) const; // nothing: no cable that counts
    std::optional<WireElement> mate(const CableEnding& ending, std::int32_t position) const;
    void follow(PortId from, WireElement first, std::vector<WireWay>& ways) const;

    const CableEnds& ends_;
    const Table<CableKind>& kinds_;
    WiresOf of_;
    std::set<CableTypeId> fibres_;
    std::unordered_multimap<CableId, const Splice*> spliced_;
};

// Ports from or to which ways may have changed since the previous value of a fact that made Wires of its input;
// nothing when that is for all to be asked (types of cables changed, or too many are touched). O(endings).
std::optional<std::set<PortId>> ports_wired_anew(FactInput& input, const ChangeSet& changes, WiresOf of);

} // namespace riser
