// SPDX-License-Identifier: GPL-3.0-or-later
// The best cover of a core by branch and bound: at each branch the problem is reduced, its Lagrangian bound raised,
// columns left out or taken by their reduced costs, and the column that the bound is least sure of is decided.
#pragma once

#include "solvers/graph/location/cover_bound.h"
#include "solvers/graph/location/cover_local.h"

#include <optional>

namespace riser::location {

struct CoverLimits {
    std::int64_t most_branches = 0;
    std::int64_t search_steps = 0;
    std::int64_t enough = -1; // a cover of this cost ends the search
    // Only covers cheaper than this are looked for; a bound of this ends the search.
    std::int64_t below = 0;
};

class CoverSearch {
  public:
    CoverSearch(const CoverCore& core, const CoverLimits& limits, const std::stop_token& stop);
    void run();

    // The best cover below `limits.below` that was found, by the names of columns.
    const std::optional<std::vector<Index>>& cover() const { return best_; }
    // Of cover(), or limits.below.
    std::int64_t cost() const { return best_cost_; }
    // No cover is cheaper than this (capped by cost()).
    std::int64_t bound() const { return bound_; }
    std::int64_t branches() const { return branches_; }
    bool ended_early() const { return ended_early_; }

  private:
    struct Branch {
        CoverCore core = {};
        std::vector<double> multipliers = {}; // by row of the core
        std::vector<double> usage = {};       // by column of the core
        std::vector<Index> taken = {};        // by name
        std::int64_t taken_cost = 0;
    };
    bool halted();
    void offer(const Branch& branch, const std::vector<Index>& columns);
    void search_locally(const Branch& branch, std::int64_t steps);
    // The bound of all covers in the branch that are better than the best; `known` is one already.
    std::int64_t explore(Branch branch, std::int64_t known, int depth);
    // Raises the bound and shrinks the branch; the bound reached.
    std::int64_t tighten(Branch& branch, int depth);
    std::optional<std::int64_t> bound_once(Branch& branch, int depth, int round);
    void fix(Branch& branch, const CoverBound& bound);
    static void shrink(Branch& branch, const CoverMask& mask);

    CoverCore root_;
    CoverLimits limits_;
    std::stop_token stop_;
    std::optional<std::vector<Index>> best_;
    std::int64_t best_cost_ = 0;
    std::int64_t bound_ = 0;
    std::int64_t branches_ = 0;
    std::int64_t next_local_search_ = 1;
    bool ended_early_ = false;
};

} // namespace riser::location
