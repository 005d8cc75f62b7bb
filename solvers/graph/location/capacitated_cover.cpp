// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/capacitated_cover.h"

#include "solvers/graph/location/mip.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace riser {

namespace {

using Columns = std::vector<std::uint32_t>; // ascending

struct Need { // of these columns so many at least
    Columns columns;
    std::int64_t count = 1;
};

class CapacitatedCover {
  public:
    CapacitatedCover(const CapacitatedCoverProblem& problem, const CapacitatedCoverOptions& options, const Run& run)
        : problem_(problem), options_(options), run_(run) {
        for (const CapacitatedRow& row : problem.rows)
            loads_.push_back(row.load);
    }

    Result<CapacitatedCoverAnswer> solve() {
        leave_out();
        gather_covers();
        if (!by_cover())
            return std::move(error_);
        for (std::int32_t round = 0; left_ && round < options_.most_rounds && answer_.bound < best_cost_; ++round) {
            if (run_.stopped())
                break;
            if (!by_needs())
                break;
        }
        answer_.cost = best_cost_;
        for (const std::uint32_t column : best_)
            answer_.columns.push_back(CoverColumn{column});
        answer_.outcome = run_.stopped()                  ? Outcome::stopped
                          : answer_.bound >= answer_.cost ? Outcome::complete
                                                          : Outcome::limit_reached;
        return std::move(answer_);
    }

  private:
    // Rows that nothing reaches, and load for which all together have no room.
    void leave_out() {
        Columns all(problem_.costs.size());
        for (std::uint32_t c = 0; c < all.size(); ++c)
            all[c] = c;
        for (std::uint32_t r = 0; r < problem_.rows.size(); ++r)
            if (problem_.rows[r].columns.empty() && problem_.rows[r].standing.empty()) {
                answer_.uncoverable.push_back(r);
                loads_[r] = 0;
            }
        const Served served = served_by(all);
        for (std::size_t r = 0; r < loads_.size(); ++r)
            loads_[r] -= served.left[r];
        answer_.too_much = served.left_in_all;
    }

    // Distinct rows that stand in no other: what covers those covers all.
    void gather_covers() {
        std::set<Columns> distinct;
        for (const CapacitatedRow& row : problem_.rows)
            if (row.standing.empty() && !row.columns.empty())
                distinct.insert(row.columns);
        std::vector<Columns> rows(distinct.begin(), distinct.end());
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Columns& a, const Columns& b) { return a.size() < b.size(); });
        for (Columns& row : rows)
            if (std::none_of(needs_.begin(), needs_.end(), [&](const Need& less) {
                    return std::includes(row.begin(), row.end(), less.columns.begin(), less.columns.end());
                }))
                needs_.push_back({.columns = std::move(row), .count = 1});
    }

    Served served_by(const Columns& chosen) const {
        std::vector<std::uint32_t> server(problem_.costs.size(), UINT32_MAX); // of each column
        std::vector<std::int64_t> capacities = problem_.standing;
        for (const std::uint32_t column : chosen) {
            server[column] = static_cast<std::uint32_t>(capacities.size());
            capacities.push_back(problem_.capacity);
        }
        std::vector<ServedLoad> loads;
        for (std::size_t r = 0; r < problem_.rows.size(); ++r) {
            ServedLoad load{.load = loads_[r], .servers = {}};
            if (load.load > 0) {
                load.servers = problem_.rows[r].standing;
                for (const std::uint32_t column : problem_.rows[r].columns)
                    if (server[column] != UINT32_MAX)
                        load.servers.push_back(server[column]);
            }
            loads.push_back(std::move(load));
        }
        return serve(loads, capacities);
    }

    std::int64_t cost_of(const Columns& chosen) const {
        std::int64_t cost = 0;
        for (const std::uint32_t column : chosen)
            cost += problem_.costs[column];
        return cost;
    }

    bool covers(const Columns& chosen) const {
        return std::all_of(needs_.begin(), needs_.end(), [&](const Need& need) {
            std::int64_t found = 0;
            for (const std::uint32_t column : need.columns)
                found += std::binary_search(chosen.begin(), chosen.end(), column);
            return found >= need.count;
        });
    }

    // Takes what covers; when loads are left over, notes the columns they need, and mends the choice.
    void try_out(Columns chosen) {
        Served served = served_by(chosen);
        left_ = served.left_in_all > 0;
        if (left_)
            note_need(served);
        while (served.left_in_all > 0) {
            const std::optional<std::uint32_t> more = most_wanted(served, chosen);
            if (!more)
                return; // cannot be: all together carry it
            chosen.insert(std::upper_bound(chosen.begin(), chosen.end(), *more), *more);
            served = served_by(chosen);
        }
        if (left_)
            thin_out(chosen);
        if (best_cost_ < 0 || cost_of(chosen) < best_cost_) {
            best_cost_ = cost_of(chosen);
            best_ = std::move(chosen);
        }
    }

    void note_need(const Served& served) {
        std::set<std::uint32_t> columns, standing;
        std::int64_t load = 0;
        for (std::size_t r = 0; r < problem_.rows.size(); ++r)
            if (served.tight[r] && loads_[r] > 0) {
                load += loads_[r];
                columns.insert(problem_.rows[r].columns.begin(), problem_.rows[r].columns.end());
                standing.insert(problem_.rows[r].standing.begin(), problem_.rows[r].standing.end());
            }
        for (const std::uint32_t there : standing)
            load -= problem_.standing[there];
        needs_.push_back({.columns = Columns(columns.begin(), columns.end()),
                          .count = (load + problem_.capacity - 1) / std::max<std::int64_t>(problem_.capacity, 1)});
    }

    // The column that reaches most of what competes, for its cost.
    std::optional<std::uint32_t> most_wanted(const Served& served, const Columns& chosen) const {
        std::vector<std::int64_t> reached(problem_.costs.size(), 0);
        for (std::size_t r = 0; r < problem_.rows.size(); ++r)
            if (served.tight[r])
                for (const std::uint32_t column : problem_.rows[r].columns)
                    reached[column] += loads_[r];
        std::optional<std::uint32_t> best;
        for (std::uint32_t column = 0; column < reached.size(); ++column)
            if (reached[column] > 0 && !std::binary_search(chosen.begin(), chosen.end(), column) &&
                (!best || reached[column] * problem_.costs[*best] > reached[*best] * problem_.costs[column]))
                best = column;
        return best;
    }

    void thin_out(Columns& chosen) const {
        for (std::size_t i = chosen.size(); i-- > 0;) {
            Columns without = chosen;
            without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
            if (covers(without) && served_by(without).left_in_all == 0)
                chosen = std::move(without);
        }
    }

    // The least cover, whatever its loads.
    bool by_cover() {
        CoverProblem cover{.rows = static_cast<std::uint32_t>(needs_.size()),
                           .columns = std::vector<CoverSet>(problem_.costs.size())};
        for (std::size_t c = 0; c < problem_.costs.size(); ++c)
            cover.columns[c].cost = problem_.costs[c];
        for (std::uint32_t r = 0; r < needs_.size(); ++r)
            for (const std::uint32_t column : needs_[r].columns)
                cover.columns[column].rows.push_back(CoverRow{r});
        Result<CoverAnswer> found = solve_set_cover(cover, options_.cover, run_);
        if (!found) {
            error_ = found.error();
            return false;
        }
        answer_.bound = found->bound;
        Columns chosen;
        if (found->columns)
            for (const CoverColumn column : *found->columns)
                chosen.push_back(static_cast<std::uint32_t>(at(column)));
        if (!found->columns && !run_.stopped()) {
            error_ = {.code = ErrorCode::internal_fault,
                      .message = {"覆盖求解失败", "no cover was found"},
                      .fix = {},
                      .where = {}};
            return false;
        }
        try_out(std::move(chosen));
        return true;
    }

    // The least choice that meets all needs known; whether there is more to be learnt.
    bool by_needs() {
        location::MipProgramme programme;
        for (const std::int64_t cost : problem_.costs)
            programme.columns.push_back({.cost = static_cast<double>(cost), .whole = true});
        for (const Need& need : needs_) {
            location::MipRow row;
            for (const std::uint32_t column : need.columns)
                row.terms.emplace_back(static_cast<int>(column), 1.0);
            row.low = static_cast<double>(need.count);
            row.high = static_cast<double>(need.columns.size());
            programme.rows.push_back(std::move(row));
        }
        std::vector<double> start(problem_.costs.size(), 0.0);
        for (const std::uint32_t column : best_)
            start[column] = 1;
        const location::MipAnswer found = location::minimise(programme, start, options_.most_mip_branches, run_.stop);
        if (run_.stopped())
            return false;
        answer_.bound = std::max(answer_.bound, static_cast<std::int64_t>(std::ceil(found.bound - 1e-6)));
        if (found.values.empty())
            return false;
        Columns chosen;
        for (std::uint32_t column = 0; column < found.values.size(); ++column)
            if (found.values[column] > 0.5)
                chosen.push_back(column);
        try_out(std::move(chosen));
        return left_ && found.outcome == location::MipOutcome::optimal;
    }

    const CapacitatedCoverProblem& problem_;
    const CapacitatedCoverOptions& options_;
    const Run& run_;
    std::vector<std::int64_t> loads_; // that can be carried
    std::vector<Need> needs_;
    bool left_ = false; // the last choice tried carries not all
    Columns best_;
    std::int64_t best_cost_ = -1;
    CapacitatedCoverAnswer answer_;
    Error error_;
};

Error bad(const char* zh, const char* en) {
    return {.code = ErrorCode::bad_input, .message = {zh, en}, .fix = {}, .where = {}};
}

} // namespace

Result<CapacitatedCoverAnswer> solve_capacitated_cover(const CapacitatedCoverProblem& problem,
                                                       const CapacitatedCoverOptions& options, const Run& run) {
    for (const std::int64_t cost : problem.costs)
        if (cost < 1)
            return bad("列的费用须为正", "the cost of a column must be positive");
    for (const CapacitatedRow& row : problem.rows) {
        const auto beyond = [](const std::vector<std::uint32_t>& list, std::size_t size) {
            return !std::is_sorted(list.begin(), list.end()) || (!list.empty() && list.back() >= size);
        };
        if (beyond(row.columns, problem.costs.size()) || beyond(row.standing, problem.standing.size()))
            return bad("行中引用了不存在的列", "a row names a column that is not there");
    }
    return CapacitatedCover(problem, options, run).solve();
}

} // namespace riser
