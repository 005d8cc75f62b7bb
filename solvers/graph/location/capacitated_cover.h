// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns, of least cost in all, cover every row and carry its load, where each column carries only so much and a
// row's load may be shared among the columns that cover it: access points that reach every spot and have room for all
// who are there. What stands already costs nothing. Solved as a set cover to which, as long as loads are left over, the
// sets that prove it are added (of any group of rows, the columns that reach it must be as many as its load needs;
// Hall 1935, found by a minimum cut), with a bound that holds at every step. Deterministic, but for when it is stopped.
#pragma once

#include "solvers/graph/location/set_cover.h"

#include <span>

namespace riser {

// Who may take a load, and how much each may take in all.
struct ServedLoad {
    std::int64_t load = 0;
    std::vector<std::uint32_t> servers; // ascending
};
struct Served {
    std::vector<std::int64_t> left; // of each load
    std::int64_t left_in_all = 0;   // the least there can be
    std::vector<bool> tight;        // loads that compete for what is full; none when nothing is left
};
// By maximum flow. O(arcs * loads) at worst, next to nothing where loads are small beside capacities.
Served serve(std::span<const ServedLoad> loads, std::span<const std::int64_t> capacities);

struct CapacitatedRow {
    std::int64_t load = 0;
    std::vector<std::uint32_t> columns;  // that reach it, ascending
    std::vector<std::uint32_t> standing; // what reaches it already, ascending: it needs no other but for its load
};
struct CapacitatedCoverProblem {
    std::vector<std::int64_t> costs;    // of the columns, positive
    std::int64_t capacity = 0;          // of each column
    std::vector<std::int64_t> standing; // capacities of what stands
    std::vector<CapacitatedRow> rows;
};

struct CapacitatedCoverOptions {
    CoverOptions cover{.most_branches = 400, .search_steps = 4'000};
    std::int32_t most_rounds = 12;       // sets added
    std::int64_t most_mip_branches = 60; // a round
};

struct CapacitatedCoverAnswer {
    Outcome outcome = Outcome::complete; // limit_reached: a gap is left; stopped: nothing else is to be relied on
    std::vector<CoverColumn> columns;    // ascending
    std::int64_t cost = 0;
    std::int64_t bound = 0;
    std::vector<std::uint32_t> uncoverable; // rows that nothing reaches: left out
    std::int64_t too_much = 0;              // load that all columns together cannot carry: left out
};

// bad_input: a cost below 1, an index that is not there.
Result<CapacitatedCoverAnswer> solve_capacitated_cover(const CapacitatedCoverProblem& problem,
                                                       const CapacitatedCoverOptions& options = {},
                                                       const Run& run = {});

} // namespace riser
