// SPDX-License-Identifier: GPL-3.0-or-later
// A small mixed integer programme, minimised by GLPK, which stands in the source only. For cases small enough that a
// general method proves what our bounds leave open.
#pragma once

#include <cstdint>
#include <stop_token>
#include <utility>
#include <vector>

namespace riser::location {

struct MipColumn { // between 0 and 1
    double cost = 0;
    bool whole = true;
};
struct MipRow {                                     // low <= sum <= high; equal ones fix it
    std::vector<std::pair<int, double>> terms = {}; // column, factor
    double low = 0;
    double high = 0;
};
struct MipProgramme {
    std::vector<MipColumn> columns = {};
    std::vector<MipRow> rows = {};
};

enum class MipOutcome { optimal, infeasible, unfinished };

struct MipAnswer {
    MipOutcome outcome = MipOutcome::unfinished;
    std::vector<double> values = {}; // of the best answer found; empty when none was
    double bound = 0;                // no answer costs less, but for one part in 10^9
};

// `start` is an answer to begin with, or empty. Ends unfinished after `most_branches` or when stopped.
MipAnswer minimise(const MipProgramme& programme, const std::vector<double>& start, std::int64_t most_branches,
                   const std::stop_token& stop);

} // namespace riser::location
