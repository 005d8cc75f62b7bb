// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of lost elements as states of the network: which links of frames are gone, which groups' devices are down, which
// jacks and ends fall. What is lost in each is then found for all together.
#pragma once

#include "solvers/base/run.h"
#include "solvers/failure/single_failures.h"

#include <optional>

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
    // The jack that alone falls with the element, if that is all; else the state is told. Asks nothing that `more`
    // could be beyond.
    std::optional<std::uint32_t> lone_jack(ElementIndex lost, FailureState& otherwise);
    // What falls beyond that when these are lost too; asked over and over, each time beyond the last `of`.
    FailureState more(std::span<const ElementIndex> lost);
    // What each state takes, in order; the same whatever the threads. Stopped, the rest are empty.
    std::vector<StateLoss> losses(std::span<const FailureState> states, const Run& run = {},
                                  unsigned threads = 2) const;

    const ReachNetwork& network() const { return network_; }
    std::span<const std::uint32_t> groups_of_segment(std::uint32_t segment) const {
        return groups_of_segment_[segment];
    }
    std::span<const std::uint32_t> groups_of_place(NetNode place) const { return groups_of_place_[at(place)]; }
    std::uint32_t group_of_jack(std::uint32_t jack) const { return group_of_jack_[jack]; }
    bool is_routed(std::uint32_t segment) const { return routed_[segment] != 0; } // routes or ends are in it

  private:
    std::optional<std::uint32_t> plain_jack(ElementIndex lost) const;
    FailureState state(bool beyond) const; // of what outages_ were asked last
    void lose(std::span<const ElementIndex> lost);
    void keep_base();

    const FailureModel& model_;
    const ReachNetwork& network_;
    Outages outages_;
    std::vector<std::vector<std::uint32_t>> groups_of_device_; // by device of the model
    std::vector<std::uint32_t> group_of_jack_;
    std::vector<std::uint8_t> is_end_;        // by need
    std::vector<std::uint32_t> jack_of_need_; // the only thing that needs it itself; or none, or others
    std::vector<std::vector<std::uint32_t>> groups_of_segment_, groups_of_place_;
    std::vector<std::uint8_t> routed_; // by segment
    // The last `of`, as soon as more is asked.
    bool is_kept_ = false;
    FailureState base_;
    std::vector<std::uint8_t> frame_gone_;
};

// What each element takes alone. Elements after which the network is in one state have one loss.
struct ElementStates {
    std::vector<StateLoss> losses;
    std::vector<std::uint32_t> of_element; // no_effect: nothing asked falls
};
ElementStates element_states(const FailureModel& model, const ReachNetwork& network);

} // namespace riser
