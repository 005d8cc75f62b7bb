// SPDX-License-Identifier: GPL-3.0-or-later
// p-median: which p candidates, opened, serve all clients at the least sum of lengths, each client from its nearest.
// The bound is Lagrangian (the assignment of clients relaxed; Beasley 1985), the answer comes from vertex interchange
// (Resende, Werneck 2007) restarted from shaken answers, and the gap is closed by branch and bound with reduced costs.
// Deterministic, but for when it is stopped. Safe to call from several threads.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"
#include "solvers/graph/location/service.h"

namespace riser {

struct MedianProblem {
    ServiceTable service;
    std::uint32_t open = 1; // p: so many candidates are opened
};

struct MedianOptions {
    std::int64_t most_branches = 20'000;
    // Shaken restarts before the first branch; as many again are made as branches are looked into.
    std::int64_t restarts = 200;
};

struct MedianAnswer {
    // complete: `bound` is reached; limit_reached, stopped: a gap is left; infeasible: no p candidates serve everybody.
    Outcome outcome = Outcome::complete;
    std::vector<CandidateIndex> open;   // ascending; empty when none was found
    std::vector<CandidateIndex> server; // of each client
    std::int64_t cost = 0;              // the sum of lengths
    std::int64_t bound = 0;             // no choice costs less
    std::vector<ClientIndex> unserved;  // clients that no candidate can serve: why it is infeasible, where that is why
    std::int64_t branches = 0;
};

// bad_input: a table of the wrong size, a negative length, lengths that may add up to more than 2^50, p of 0 or more
// than there are candidates.
Result<MedianAnswer> solve_p_median(const MedianProblem& problem, const MedianOptions& options = {},
                                    const Run& run = {});

} // namespace riser
