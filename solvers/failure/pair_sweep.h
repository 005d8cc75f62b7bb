// SPDX-License-Identifier: GPL-3.0-or-later
// What one class of elements takes together with each of many others, beyond what either takes alone. The network
// without the first is made once; of each other only what it takes from that is looked at: a point loses more only in a
// piece that the other cuts off, or where a table that it hands to comes to less than without the first.
#pragma once

#include "solvers/failure/failure_pairs.h"
#include "solvers/failure/pair_classes.h"

namespace riser {

// One thread at a time.
class PairSweep {
  public:
    // All must outlive it.
    PairSweep(const FailureModel& model, const ReachNetwork& network, const PairClasses& classes);
    // Adds the failing pairs of `first` with `others`, in no order. O(network + what the others take beyond · log).
    void pairs_of(std::uint32_t first, std::span<const std::uint32_t> others, const Run& run,
                  std::vector<FailurePair>& out);

  private:
    enum Mark : std::uint8_t { untouched, in_pieces, all_of_it };
    void begin(std::uint32_t first);
    void look(std::uint32_t other, const FailureState& beyond, const Pieces& pieces);
    ReachState& touch(const FailureState& beyond, const Pieces& pieces);
    void mark(std::uint32_t segment, Mark as);
    void look_at_piece(NetNode end, const Pieces& pieces, ReachState& tables);
    void judge(std::uint32_t group, const TargetSet& reached);
    void count(std::uint32_t group, const TargetSet& lost);

    const ReachNetwork& net_;
    const PairClasses& classes_;
    FailureStates states_;
    // Without the first.
    FailureState first_;
    const StateLoss* first_loss_ = nullptr;
    Pieces first_pieces_;
    ReachState first_tables_, now_;
    std::vector<const TargetSet*> lost_by_first_; // by group
    std::vector<std::uint8_t> end_down_;          // by need
    // The other that is looked at.
    const FailureState* beyond_ = nullptr;
    const StateLoss* other_loss_ = nullptr;
    FailurePair found_;
    std::vector<Mark> mark_; // by segment
    std::vector<std::uint32_t> touched_;
    std::vector<std::uint64_t> seen_; // by piece, in which round
    std::uint64_t round_ = 0;
    std::function<bool(NeedIndex)> stands_, stands_first_;
};

} // namespace riser
