// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/p_median.h"

#include "solvers/graph/location/median_search.h"
#include "solvers/graph/location/service_check.h"

#include <algorithm>

namespace riser {

namespace {

std::vector<CandidateIndex> nearest_open(const location::MedianTable& table, const std::vector<location::Index>& open) {
    std::vector<CandidateIndex> out;
    for (std::size_t i = 0; i < table.clients(); ++i) {
        location::Index best = open.front();
        for (const location::Index j : open)
            if (table.length(i, j) < table.length(i, best))
                best = j;
        out.push_back(static_cast<CandidateIndex>(best));
    }
    return out;
}

} // namespace

Result<MedianAnswer> solve_p_median(const MedianProblem& problem, const MedianOptions& options, const Run& run) {
    if (Result<void> sound = location::check(problem.service, problem.open); !sound)
        return std::move(sound).error();
    MedianAnswer answer;
    answer.unserved = location::clients_without_candidate(problem.service);
    if (!answer.unserved.empty()) {
        answer.outcome = Outcome::infeasible;
        return answer;
    }
    const Text step{"求 p 中位", "finding the p-median"};
    run.report(0, step);
    const location::MedianTable table(problem.service, problem.open);
    location::MedianSearch search(table, options.most_branches, options.restarts, run.stop);
    search.run();
    answer.bound = search.bound();
    answer.branches = search.branches();
    const bool serves_all = search.cost() < table.impossible();
    if (serves_all) {
        answer.cost = search.cost();
        for (const location::Index j : search.best())
            answer.open.push_back(static_cast<CandidateIndex>(j));
        answer.server = nearest_open(table, search.best());
    }
    if (serves_all && answer.bound >= answer.cost)
        answer.outcome = Outcome::complete;
    else if (!serves_all && answer.bound >= table.impossible())
        answer.outcome = Outcome::infeasible;
    else
        answer.outcome = run.stopped() ? Outcome::stopped : Outcome::limit_reached;
    run.report(1, step);
    return answer;
}

} // namespace riser
