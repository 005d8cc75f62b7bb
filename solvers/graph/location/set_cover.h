// SPDX-License-Identifier: GPL-3.0-or-later
// Set cover: which columns, of least cost in all, cover every row once at least. Every answer carries a bound below
// which no cover can be, so that "the best" and "within 2 % of the best" are proved statements. Sources: Lagrangian
// relaxation by subgradients (Beasley 1990; Caprara, Fischetti, Toth 1999), row weighting local search (Gao, Weise, Li
// 2015), reductions and reduced-cost fixing within a branch and bound. Costs are whole numbers of the caller's unit.
// Deterministic, but for when it is stopped. Safe to call from several threads.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"

#include <cstdint>
#include <vector>

namespace riser {

enum class CoverRow : std::uint32_t {};
enum class CoverColumn : std::uint32_t {};
constexpr std::size_t at(CoverRow row) { return static_cast<std::size_t>(row); }
constexpr std::size_t at(CoverColumn column) { return static_cast<std::size_t>(column); }

struct CoverSet {
    std::int64_t cost = 1;      // not negative
    std::vector<CoverRow> rows; // in any order
};

struct CoverProblem {
    std::uint32_t rows = 0;
    std::vector<CoverSet> columns;
};

struct CoverOptions {
    // Branches that are looked into before the answer is given with the gap that then remains.
    std::int64_t most_branches = 20'000;
    // Steps of the local search before the first branch; as many again are taken as branches are looked into.
    std::int64_t search_steps = 20'000;
    // A cover that costs no more is good enough; whether there is one is then all that is asked.
    std::optional<std::int64_t> enough = {};
};

struct CoverAnswer {
    // complete: `bound` is reached (or, with `enough`, the question is answered); limit_reached, stopped: a gap is
    // left; infeasible: some row is in no column.
    Outcome outcome = Outcome::complete;
    std::optional<std::vector<CoverColumn>> columns; // ascending; absent when none was found
    std::int64_t cost = 0;                           // of `columns`
    std::int64_t bound = 0;                          // no cover costs less
    std::vector<CoverRow> uncoverable;               // rows in no column
    std::int64_t branches = 0;
};

// bad_input: a negative cost, costs that add up to more than 2^50, or a row that is not there.
Result<CoverAnswer> solve_set_cover(const CoverProblem& problem, const CoverOptions& options = {}, const Run& run = {});

} // namespace riser
