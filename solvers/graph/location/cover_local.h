// SPDX-License-Identifier: GPL-3.0-or-later
// Covers that are good without proof: a greedy one led by the multipliers of a bound, and a local search that drops
// columns and repairs the rows left bare, each of which weighs more the longer it stays so (Gao, Weise, Li 2015).
#pragma once

#include "solvers/graph/location/cover_core.h"

#include <random>

namespace riser::location {

// Columns of the core, ascending; every row must be in some column. `multipliers` by row.
std::vector<Index> greedy_cover(const CoverCore& core, const std::vector<double>& multipliers);

class CoverLocalSearch {
  public:
    // Starts from a cover.
    CoverLocalSearch(const CoverCore& core, const std::vector<Index>& cover, std::uint64_t seed);
    // Takes `steps` steps; ends early when a cover of at most `enough` is found.
    void run(std::int64_t steps, std::int64_t enough, const std::stop_token& stop);

    const std::vector<Index>& best() const { return best_; }
    std::int64_t best_cost() const { return best_cost_; }

  private:
    double score_per_cost(Index column) const;
    bool better(Index a, Index b) const;
    void add(Index column);
    void remove(Index column);
    Index least_loss(bool spare_recent) const;
    void repair();
    void note_if_cover();
    void drop_all_spare();

    const CoverCore& core_;
    std::mt19937_64 engine_;
    std::vector<std::int64_t> weight_; // of a row
    std::vector<std::int64_t> score_;  // weight gained by adding a column, or kept by not removing it
    std::vector<std::int64_t> moved_;  // step at which a column was last added or removed
    std::vector<std::uint8_t> chosen_;
    std::vector<std::uint8_t> may_add_;
    std::vector<std::uint8_t> recent_;
    std::vector<Index> recent_list_;
    std::vector<Index> solution_; // unordered
    std::vector<Index> place_;    // of a column in solution_
    std::vector<Index> times_;    // a row is covered
    std::vector<Index> bare_;     // rows that are not covered, unordered
    std::vector<Index> bare_place_;
    std::int64_t cost_ = 0;
    std::int64_t step_ = 0;
    std::vector<Index> best_;
    std::int64_t best_cost_ = 0;
};

} // namespace riser::location
