// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/set_cover.h"

#include "solvers/graph/location/cover_search.h"

#include <algorithm>

namespace riser {

namespace {

using location::CoverCore;
using location::Index;

constexpr std::int64_t most_total_cost = std::int64_t{1} << 50;

Error bad(std::size_t column, const Text& what) {
    const std::string number = std::to_string(column + 1);
    return {.code = ErrorCode::bad_input,
            .message = fill({"第 {n} 列{what}", "column {n} {what}"}, {{"n", same_text(number)}, {"what", what}}),
            .fix = {},
            .where = {}};
}

Result<CoverCore> core_of(const CoverProblem& problem) {
    CoverCore core;
    std::int64_t total = 0;
    for (std::size_t c = 0; c < problem.columns.size(); ++c) {
        const CoverSet& column = problem.columns[c];
        if (column.cost < 0 || column.cost > most_total_cost || (total += column.cost) > most_total_cost)
            return bad(c, {"的费用为负或过大", "has a cost that is negative or too large"});
        std::vector<Index> rows;
        for (const CoverRow row : column.rows) {
            if (at(row) >= problem.rows)
                return bad(c, {"覆盖了不存在的行", "covers a row that is not there"});
            rows.push_back(static_cast<Index>(row));
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        core.rows_of.items.insert(core.rows_of.items.end(), rows.begin(), rows.end());
        core.rows_of.close_list();
        core.cost.push_back(column.cost);
        core.column_name.push_back(static_cast<Index>(c));
    }
    core.columns_of = core.rows_of.turned(problem.rows);
    for (Index r = 0; r < problem.rows; ++r)
        core.row_name.push_back(r);
    return core;
}

std::int64_t cost_of(const CoverCore& core, const std::vector<Index>& columns) {
    std::int64_t cost = 0;
    for (const Index c : columns)
        cost += core.cost[c];
    return cost;
}

Outcome outcome_of(const CoverAnswer& answer, const CoverOptions& options, const Run& run) {
    const bool answered = options.enough && (answer.cost <= *options.enough || answer.bound > *options.enough);
    if (answer.bound >= answer.cost || answered)
        return Outcome::complete;
    return run.stopped() ? Outcome::stopped : Outcome::limit_reached;
}

} // namespace

Result<CoverAnswer> solve_set_cover(const CoverProblem& problem, const CoverOptions& options, const Run& run) {
    Result<CoverCore> built = core_of(problem);
    if (!built)
        return built.error();
    const CoverCore& core = *built;
    CoverAnswer answer;
    for (Index r = 0; r < core.rows(); ++r)
        if (core.columns_of[r].empty())
            answer.uncoverable.push_back(static_cast<CoverRow>(r));
    if (!answer.uncoverable.empty()) {
        answer.outcome = Outcome::infeasible;
        return answer;
    }
    run.report(0, {"求最小覆盖", "finding the least cover"});
    std::vector<Index> best = location::greedy_cover(core, location::CoverBound(core, {}).multipliers());
    answer.cost = cost_of(core, best);
    const std::int64_t enough = options.enough.value_or(-1);
    location::CoverSearch search(core,
                                 {.most_branches = options.most_branches,
                                  .search_steps = options.search_steps,
                                  .enough = enough,
                                  .below = options.enough ? std::min(answer.cost, enough + 1) : answer.cost},
                                 run.stop);
    search.run();
    if (search.cover()) {
        best = *search.cover();
        answer.cost = search.cost();
    }
    std::sort(best.begin(), best.end());
    answer.columns.emplace();
    for (const Index c : best)
        answer.columns->push_back(static_cast<CoverColumn>(c));
    answer.bound = std::min(search.bound(), answer.cost);
    answer.branches = search.branches();
    answer.outcome = outcome_of(answer, options, run);
    run.report(1, {"求最小覆盖", "finding the least cover"});
    return answer;
}

} // namespace riser
