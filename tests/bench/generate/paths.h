// SPDX-License-Identifier: GPL-3.0-or-later
// Shortest ways over a generated building's runs, kept simple: one Dijkstra with several sources.
#pragma once

#include "tests/bench/generate/works.h"

#include <functional>

namespace riser {

struct Reach {
    std::int64_t distance = INT64_MAX; // INT64_MAX: not reached
    std::size_t source = 0;            // index into the sources
    std::optional<std::size_t> back;   // the run that led here; none at a source
};

// cost(run) is its length, a penalty, or nothing when it is closed. By node.
std::vector<Reach> reach_from(const BuildingWorks& building, const std::vector<std::size_t>& sources,
                              const std::function<std::optional<std::int64_t>(std::size_t run)>& cost);

// From each distributor over its own floor.
std::vector<std::vector<Reach>> reach_by_distributor(const BuildingWorks& building);

// The runs from the source to the node, in that order.
std::vector<std::size_t> runs_to(const BuildingWorks& building, const std::vector<Reach>& reach, std::size_t node);

// Where along a run, from its `from` node, the point of it nearest to a place lies, and how far off it is across and
// along the run.
struct Exit {
    std::size_t run = 0;
    std::int32_t offset = 0;
    std::int32_t drop = 0; // in the plan
};
Exit exit_at(const BuildingWorks& building, std::size_t run, Point place);

} // namespace riser
