// SPDX-License-Identifier: GPL-3.0-or-later
// p-centre: which p candidates, opened, keep the longest way of any client to its nearest one shortest. Whether p are
// enough for a given length is a set cover question, so the least such length is found by halving the lengths that
// occur (Minieka 1970), with quick bounds first and exact covers for what they leave open. Deterministic, but for when
// it is stopped. Safe to call from several threads.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"
#include "solvers/graph/location/service.h"

namespace riser {

struct CentreProblem {
    ServiceTable service;
    std::uint32_t open = 1; // p: at most so many candidates are opened
};

struct CentreOptions {
    // Branches that are looked into for one length.
    std::int64_t most_branches = 20'000;
};

struct CentreAnswer {
    // complete: `bound` is reached; limit_reached, stopped: a gap is left; infeasible: no p candidates serve everybody.
    Outcome outcome = Outcome::complete;
    std::vector<CandidateIndex> open;  // ascending; empty when none was found
    std::int64_t radius = 0;           // the longest way to the nearest of them
    std::int64_t bound = 0;            // no choice has a shorter one
    std::vector<ClientIndex> unserved; // clients that no candidate can serve: why it is infeasible, where that is why
};

// bad_input: as solve_p_median.
Result<CentreAnswer> solve_p_centre(const CentreProblem& problem, const CentreOptions& options = {},
                                    const Run& run = {});

} // namespace riser
