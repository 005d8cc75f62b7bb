// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of lost elements as states of the network: which links of frames are gone, which groups' devices are down, which
// jacks and ends fall; alike ones once. What is lost in each is then found for all together.
#pragma once

#include "solvers/base/run.h"
#include "solvers/failure/single_failures.h"

namespace riser {

struct FailureState {
    std::vector<NetLink> gone;         // of ReachNetwork::frames; ascending
    std::vector<std::uint32_t> groups; // whose device is down; ascending
    std::vector<std::uint32_t> jacks;  // of other groups; ascending
    std::vector<NeedIndex> ends;       // needs of ends that fall; ascending
    bool empty() const { return gone.empty() && groups.empty() && jacks.empty() && ends.empty(); }
    auto operator<=>(const FailureState&) const = default;
};

// What a state takes from points: by group, and from jacks that fall by themselves.
struct StateLoss {
    std::vector<std::pair<std::uint32_t, TargetSet>> groups; // ascending
    std::vector<std::uint32_t> jacks;                        // of others; ascending
    bool tables = false;                                     // a table comes to less
};

class FailureStates {
  public:
    FailureStates(const FailureModel& model, const ReachNetwork& network); // both must outlive it

    FailureState of(std::span<const ElementIndex> lost);
    // What each state takes, in order; the same whatever the threads. Stopped, the rest are empty.
    std::vector<StateLoss> losses(std::span<const FailureState> states, const Run& run = {},
                                  unsigned threads = 2) const;

  private:
    const ReachNetwork& network_;
    Outages outages_;
    std::vector<std::vector<std::uint32_t>> groups_of_device_; // by device of the model
    std::vector<std::uint32_t> group_of_jack_;
    std::vector<NeedIndex> end_needs_; // each once, ascending
    std::vector<std::vector<std::uint32_t>> groups_of_segment_, groups_of_place_;
    std::vector<std::uint8_t> routed_; // by segment: routes or ends are in it
    friend class StateSweep;
};

} // namespace riser
