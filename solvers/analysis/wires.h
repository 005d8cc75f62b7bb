// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of cables (pairs, cores) and how they go on: over a position of a panel or a jack to what else is on it, or
// over a splice. Elements of fibre cables sit on consecutive positions of a panel, those of pair cables on one. What
// has status `remove` joins nothing.
#pragma once

#include "model/cabling.h"
#include "model/kinds.h"
#include "solvers/base/facts.h"

#include <memory>

namespace riser {

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
    explicit Wires(FactInput& input, WiresOf of = WiresOf::all); // O(terminations + splices)
    ~Wires();
    Wires(const Wires&) = delete;
    Wires& operator=(const Wires&) = delete;

    // A way for each element on the port and each other port that it comes to, in the order of elements. O(elements
    // reached).
    std::vector<WireWay> from(PortId port) const;

  private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

} // namespace riser
