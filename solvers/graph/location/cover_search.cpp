// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/cover_search.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace riser::location {

namespace {

constexpr SubgradientPace root_climb{.steps = 1'500, .pace = 1.0, .window = 30, .worth_noting = 1e-4};
constexpr SubgradientPace branch_climb{.steps = 100, .pace = 1.5, .window = 4, .worth_noting = 1e-4};
constexpr int rounds_at_root = 6;
constexpr int rounds_at_branch = 2;

bool has_bare_row(const CoverCore& core) {
    for (std::size_t r = 0; r < core.rows(); ++r)
        if (core.columns_of[r].empty())
            return true;
    return false;
}

// The column to decide: the one that the bound is least sure of, and large.
Index column_to_decide(const CoverCore& core, const std::vector<double>& usage) {
    Index best = 0;
    double most = -1;
    for (Index c = 0; c < core.columns(); ++c) {
        const double doubt = std::min(usage[c], 1 - usage[c]);
        const double weight = doubt * std::sqrt(static_cast<double>(core.rows_of[c].size())) + usage[c] * 1e-3;
        if (weight > most) {
            most = weight;
            best = c;
        }
    }
    return best;
}

} // namespace

CoverSearch::CoverSearch(const CoverCore& core, const CoverLimits& limits, const std::stop_token& stop)
    : root_(core), limits_(limits), stop_(stop), best_cost_(limits.below) {}

bool CoverSearch::halted() {
    if (best_cost_ <= limits_.enough || ended_early_)
        return true;
    ended_early_ = stop_.stop_requested() || branches_ >= limits_.most_branches;
    return ended_early_;
}

// `columns` of the branch's core, with what the branch has taken.
void CoverSearch::offer(const Branch& branch, const std::vector<Index>& columns) {
    std::int64_t cost = branch.taken_cost;
    for (const Index c : columns)
        cost += branch.core.cost[c];
    if (cost >= best_cost_)
        return;
    best_cost_ = cost;
    best_ = branch.taken;
    for (const Index c : columns)
        best_->push_back(branch.core.column_name[c]);
}

void CoverSearch::search_locally(const Branch& branch, std::int64_t steps) {
    CoverLocalSearch search(branch.core, greedy_cover(branch.core, branch.multipliers),
                            static_cast<std::uint64_t>(branches_) + 1);
    search.run(steps, limits_.enough - branch.taken_cost, stop_);
    offer(branch, search.best());
}

// Leaves only what the mask does.
void CoverSearch::shrink(Branch& branch, const CoverMask& mask) {
    CoverCore smaller = restricted(branch.core, mask);
    branch.multipliers = carried_over(branch.core.row_name, branch.multipliers, smaller.row_name, 0);
    branch.usage = carried_over(branch.core.column_name, branch.usage, smaller.column_name, 0);
    branch.core = std::move(smaller);
}

// Leaves out the columns that only worse covers hold and takes those that all better covers hold.
void CoverSearch::fix(Branch& branch, const CoverBound& bound) {
    CoverMask mask(branch.core);
    const double room = static_cast<double>(best_cost_ - branch.taken_cost - 1) + bound.tolerance();
    for (Index c = 0; c < branch.core.columns(); ++c) {
        const double reduced = bound.reduced_costs()[c];
        if (bound.value() + reduced > room && reduced > 0) {
            mask.column[c] = 0;
        } else if (reduced < 0 && bound.value() - reduced > room) {
            branch.taken.push_back(branch.core.column_name[c]);
            branch.taken_cost += branch.core.cost[c];
            mask.take(branch.core, c);
        }
    }
    shrink(branch, mask);
}

// What is left of the branch, bounded; nothing when no better cover is in it.
std::optional<std::int64_t> CoverSearch::bound_once(Branch& branch, int depth, int round) {
    CoverBound bound(branch.core, branch.multipliers);
    if (depth == 0 && round == 0) {
        branch.multipliers = bound.multipliers();
        search_locally(branch, limits_.search_steps / 10);
    }
    const SubgradientPace& climb = depth == 0 ? root_climb : branch_climb;
    bound.raise(best_cost_ - branch.taken_cost, climb, stop_);
    const std::int64_t reached = branch.taken_cost + bound.bound();
    branch.multipliers = bound.multipliers();
    branch.usage = bound.usage();
    if (reached >= best_cost_)
        return std::nullopt;
    if (depth == 0)
        search_locally(branch, limits_.search_steps / (round == 0 ? 1 : 4));
    else
        offer(branch, greedy_cover(branch.core, branch.multipliers));
    if (reached >= best_cost_)
        return std::nullopt;
    fix(branch, bound);
    return reached;
}

std::int64_t CoverSearch::tighten(Branch& branch, int depth) {
    std::int64_t reached = branch.taken_cost;
    for (int round = 0; round < (depth == 0 ? rounds_at_root : rounds_at_branch); ++round) {
        const std::vector<Index> rows = branch.core.row_name;
        branch.taken_cost += reduce(branch.core, branch.taken, stop_);
        if (!branch.multipliers.empty())
            branch.multipliers = carried_over(rows, branch.multipliers, branch.core.row_name, 0);
        if (has_bare_row(branch.core))
            return best_cost_;
        if (branch.core.rows() == 0)
            break;
        const std::size_t columns = branch.core.columns();
        const std::optional<std::int64_t> bound = bound_once(branch, depth, round);
        if (!bound)
            return best_cost_;
        reached = std::max(reached, *bound);
        const std::size_t gone = columns - branch.core.columns();
        if (stop_.stop_requested() || gone == 0 || (gone * 20 < columns && depth > 0))
            break;
    }
    if (has_bare_row(branch.core))
        return best_cost_;
    if (branch.core.rows() == 0)
        offer(branch, {});
    return branch.core.rows() == 0 ? std::max(reached, branch.taken_cost) : reached;
}

std::int64_t CoverSearch::explore(Branch branch, std::int64_t known, int depth) {
    std::int64_t left_out = std::numeric_limits<std::int64_t>::max(); // the least bound of the branches done
    for (;; ++depth) {
        if (halted())
            return std::min({left_out, known, best_cost_});
        ++branches_;
        known = std::max(known, tighten(branch, depth));
        if (depth == 0)
            bound_ = known;
        if (known >= best_cost_ || branch.core.rows() == 0)
            return std::min(left_out, known);
        if (branches_ >= next_local_search_) {
            search_locally(branch, limits_.search_steps);
            next_local_search_ = branches_ * 2;
        }
        const Index column = column_to_decide(branch.core, branch.usage);
        Branch with = branch;
        with.taken.push_back(branch.core.column_name[column]);
        with.taken_cost += branch.core.cost[column];
        CoverMask mask(branch.core);
        mask.take(branch.core, column);
        shrink(with, mask);
        left_out = std::min(left_out, explore(std::move(with), known, depth + 1));
        mask = CoverMask(branch.core);
        mask.column[column] = 0;
        shrink(branch, mask);
    }
}

void CoverSearch::run() {
    const std::int64_t reached = explore({.core = root_}, 0, 0);
    bound_ = std::min(best_cost_, std::max(bound_, reached));
}

} // namespace riser::location
