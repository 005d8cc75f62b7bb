// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/median_search.h"

#include <algorithm>
#include <limits>

namespace riser::location {

namespace {

constexpr SubgradientPace root_climb{.steps = 1'500, .pace = 1.0, .window = 30};
constexpr SubgradientPace branch_climb{.steps = 100, .pace = 0.7, .window = 6};
constexpr int rounds_at_root = 4;
constexpr int rounds_at_branch = 2;

// The candidate to decide: the one that the bound is least sure of, and worth much.
Index candidate_to_decide(const MedianCore& core, const std::vector<double>& usage, const std::vector<double>& worth) {
    Index best = 0;
    double most = -1;
    for (Index j = 0; j < core.candidates(); ++j) {
        if (core.decided[j] != Decided::no)
            continue;
        const double doubt = std::min(usage[j], 1 - usage[j]);
        const double weight = (doubt + 1e-3 * usage[j]) * (1 - worth[j]);
        if (weight > most) {
            most = weight;
            best = j;
        }
    }
    return best;
}

} // namespace

MedianSearch::MedianSearch(const MedianTable& table, std::int64_t most_branches, std::int64_t restarts,
                           const std::stop_token& stop)
    : table_(table), most_branches_(most_branches), restarts_(restarts), stop_(stop), local_(table, 1) {}

void MedianSearch::offer(const std::vector<Index>& open) {
    const std::int64_t cost = table_.cost(open);
    if (cost >= best_cost_)
        return;
    best_cost_ = cost;
    best_ = open;
}

// Whether only one choice is left; then that is offered.
bool MedianSearch::offer_if_decided(const MedianCore& core) {
    std::vector<Index> open;
    std::vector<Index> not_closed;
    for (Index j = 0; j < core.candidates(); ++j) {
        if (core.decided[j] == Decided::open)
            open.push_back(j);
        if (core.decided[j] != Decided::closed)
            not_closed.push_back(j);
    }
    if (open.size() != table_.open() && not_closed.size() != table_.open())
        return false;
    offer(open.size() == table_.open() ? open : not_closed);
    return true;
}

void MedianSearch::search_locally(std::int64_t restarts) {
    local_.explore(restarts, stop_);
    if (local_.best_cost() < best_cost_) {
        best_cost_ = local_.best_cost();
        best_ = local_.best();
    }
}

// A client is first worth what its second nearest open candidate would cost.
std::vector<double> MedianSearch::first_multipliers() const {
    std::vector<double> out(table_.clients(), 0);
    std::vector<std::uint8_t> is_open(table_.candidates(), 0);
    for (const Index j : best_)
        is_open[j] = 1;
    for (std::size_t i = 0; i < out.size(); ++i) {
        int seen = 0;
        for (const MedianTable::Service& service : table_.nearest(i)) {
            seen += is_open[service.candidate];
            out[i] = service.length;
            if (seen == 2)
                break;
        }
    }
    return out;
}

// Closes what only worse choices open and opens what all better choices do; whether anything was decided.
bool MedianSearch::fix(Branch& branch, const MedianBound& bound) {
    MedianCore& core = branch.core;
    std::vector<std::uint8_t> opened(core.candidates(), 0);
    for (const Index j : bound.opened())
        opened[j] = 1;
    double last_in = std::numeric_limits<double>::lowest();
    double first_out = std::numeric_limits<double>::max();
    for (Index j = 0; j < core.candidates(); ++j) {
        if (core.decided[j] != Decided::no)
            continue;
        const double worth = bound.worth()[j];
        if (opened[j])
            last_in = std::max(last_in, worth);
        else
            first_out = std::min(first_out, worth);
    }
    const double room = static_cast<double>(best_cost_ - 1) + bound.tolerance();
    bool changed = false;
    for (Index j = 0; j < core.candidates(); ++j) {
        if (core.decided[j] != Decided::no)
            continue;
        const double worth = bound.worth()[j];
        if (!opened[j] && bound.value() + worth - last_in > room)
            core.decide(j, Decided::closed);
        else if (opened[j] && bound.value() + first_out - worth > room)
            core.decide(j, Decided::open);
        changed = changed || core.decided[j] != Decided::no;
    }
    if (changed)
        core.shrink();
    return changed;
}

std::int64_t MedianSearch::tighten(Branch& branch, int depth) {
    std::int64_t reached = 0;
    for (int round = 0; round < (depth == 0 ? rounds_at_root : rounds_at_branch); ++round) {
        MedianBound bound(table_, branch.core, branch.multipliers);
        const SubgradientPace& climb = depth == 0 ? root_climb : branch_climb;
        bound.raise(best_cost_, climb, stop_);
        reached = std::max(reached, bound.bound());
        branch.multipliers = bound.multipliers();
        branch.usage = bound.usage();
        branch.worth = bound.worth();
        offer(bound.opened());
        if (depth == 0 && reached < best_cost_ && !stop_.stop_requested()) {
            local_.start_from(bound.opened());
            local_.descend(stop_);
            search_locally(round == 0 ? restarts_ : 0);
        }
        if (reached >= best_cost_ || stop_.stop_requested() || !fix(branch, bound))
            break;
    }
    return reached;
}

std::int64_t MedianSearch::explore(Branch branch, std::int64_t known, int depth) {
    std::int64_t left_out = std::numeric_limits<std::int64_t>::max(); // the least bound of the branches done
    for (;; ++depth) {
        if (stop_.stop_requested() || branches_ >= most_branches_)
            return std::min({left_out, known, best_cost_});
        ++branches_;
        const Index open = branch.core.count(Decided::open);
        const Index free = branch.core.count(Decided::no);
        if (open > table_.open() || open + free < table_.open())
            return std::min(left_out, best_cost_);
        known = std::max(known, tighten(branch, depth));
        if (depth == 0)
            bound_ = known;
        if (known >= best_cost_)
            return std::min(left_out, best_cost_);
        if (branches_ >= next_local_search_) {
            search_locally(restarts_);
            next_local_search_ = branches_ * 2;
        }
        if (offer_if_decided(branch.core))
            return std::min(left_out, best_cost_);
        const Index chosen = candidate_to_decide(branch.core, branch.usage, branch.worth);
        Branch with = branch;
        with.core.decide(chosen, Decided::open);
        with.core.shrink();
        left_out = std::min(left_out, explore(std::move(with), known, depth + 1));
        branch.core.decide(chosen, Decided::closed);
        branch.core.shrink();
    }
}

void MedianSearch::run() {
    local_.start_from(greedy_median(table_));
    local_.descend(stop_);
    search_locally(restarts_ / 10);
    Branch root{.core = MedianCore(table_)};
    root.multipliers = first_multipliers();
    const std::int64_t reached = explore(std::move(root), 0, 0);
    bound_ = std::min(best_cost_, std::max(bound_, reached));
}

} // namespace riser::location
