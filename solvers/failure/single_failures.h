// SPDX-License-Identifier: GPL-3.0-or-later
// What goes dark when one element fails, of all elements, exactly. Elements that take down the same devices, links,
// jacks and handoffs have one effect. Connectivity in all of these states is found at once (changing_forest).
#pragma once

#include "solvers/failure/reach_network.h"

namespace riser {

// Points of a group that lose targets, by ReachNetwork::groups.
struct GroupLoss {
    std::uint32_t group = 0;
    std::uint32_t targets = 0; // of SingleFailures::sets
    auto operator<=>(const GroupLoss&) const = default;
};

// A point is dark when it reaches nothing that it is asked for any more, impaired when it reaches less.
struct FailureEffect {
    std::vector<GroupLoss> groups;        // by group
    std::vector<std::uint32_t> jacks;     // dark by themselves, of other groups or of such as lose less; ascending
    std::vector<std::uint32_t> lost;      // targets that no point reaches any more
    std::uint32_t dark = 0, impaired = 0; // points; none is counted twice
    std::uint32_t rooms = 0;              // with a dark point
    std::int64_t people = 0;              // in rooms all of whose points are dark: occupants, else of the head count
    std::vector<BodyId> bodies;           // of rooms with dark points
    bool operator==(const FailureEffect&) const = default;
};

constexpr std::uint32_t no_effect = UINT32_MAX;

struct SingleFailures {
    std::vector<TargetSet> sets;
    std::vector<FailureEffect> effects;
    std::vector<std::uint32_t> effect_of; // by element; no_effect: nothing goes dark
    std::vector<ElementIndex> ranked;     // with an effect: most dark points first, then impaired, targets, by element

    const FailureEffect* effect(ElementIndex element) const;
    // Elements that alone take something from the jack (of FailureModel::jacks), or the target from all; ascending.
    // O(effects).
    std::vector<ElementIndex> of_jack(std::uint32_t jack, const ReachNetwork& network) const;
    std::vector<ElementIndex> of_target(std::uint32_t target) const;
    bool operator==(const SingleFailures&) const = default;
    // O(what falls in all · log elements).
    static SingleFailures compute(FactInput& input);
};

} // namespace riser
