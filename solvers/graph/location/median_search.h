// SPDX-License-Identifier: GPL-3.0-or-later
// The best p candidates by branch and bound: each branch decides candidates, raises the Lagrangian bound, and decides
// more of them by what opening or closing would add to it.
#pragma once

#include "solvers/graph/location/median_bound.h"
#include "solvers/graph/location/median_local.h"

namespace riser::location {

class MedianSearch {
  public:
    MedianSearch(const MedianTable& table, std::int64_t most_branches, std::int64_t restarts,
                 const std::stop_token& stop);
    void run();

    const std::vector<Index>& best() const { return best_; }
    std::int64_t cost() const { return best_cost_; }
    std::int64_t bound() const { return bound_; }
    std::int64_t branches() const { return branches_; }

  private:
    struct Branch {
        MedianCore core;
        std::vector<double> multipliers = {}; // by client
        std::vector<double> usage = {};       // by candidate
        std::vector<double> worth = {};
    };
    void offer(const std::vector<Index>& open);
    bool offer_if_decided(const MedianCore& core);
    void search_locally(std::int64_t restarts);
    // The bound of all choices in the branch that are better than the best; `known` is one already.
    std::int64_t explore(Branch branch, std::int64_t known, int depth);
    std::int64_t tighten(Branch& branch, int depth);
    bool fix(Branch& branch, const MedianBound& bound);
    std::vector<double> first_multipliers() const;

    const MedianTable& table_;
    std::int64_t most_branches_ = 0;
    std::int64_t restarts_ = 0;
    std::stop_token stop_;
    MedianLocalSearch local_;
    std::vector<Index> best_;
    std::int64_t best_cost_ = no_service;
    std::int64_t bound_ = 0;
    std::int64_t branches_ = 0;
    std::int64_t next_local_search_ = 16;
};

} // namespace riser::location
