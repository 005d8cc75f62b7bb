// SPDX-License-Identifier: GPL-3.0-or-later
// Which two failures together take what neither takes alone: all pairs of the backbone (points' own cords, cables and
// ports left out), exactly. Elements alike in what
// they knock out, even in part (one supply of two), are one class; classes that can have nothing to do with each other
// are not looked at: they share no segment of frames, nor any condition met by several, and no table comes to less
// without either.
#pragma once

#include "solvers/failure/failure_states.h"

namespace riser {

struct FailurePair {
    std::uint32_t a = 0, b = 0;           // classes, a < b
    std::uint32_t dark = 0, impaired = 0; // points of groups that lose more than to both apart
    auto operator<=>(const FailurePair&) const = default;
};

struct FailurePairs {
    Outcome outcome = Outcome::complete; // stopped: some are missing
    std::vector<std::vector<ElementIndex>> classes;
    std::vector<FailurePair> pairs; // sorted
    std::size_t looked_at = 0;      // pairs of classes
    // Of elements: the pairs of classes times their sizes.
    std::uint64_t element_pairs() const;
};

// What only takes points' own cords, cables and ports is of no class. O(classes x network + what pairs take beyond the
// larger · log).
FailurePairs failure_pairs(const FailureModel& model, const ReachNetwork& network, const Run& run = {},
                           unsigned threads = 2);

} // namespace riser
