// SPDX-License-Identifier: GPL-3.0-or-later
// Small random pathways on a few floors, on a coarse grid so that equal distances, parallel runs and runs of no length
// are common, and what brute force says of them.
#pragma once

#include "model/design.h"

#include <map>
#include <random>

namespace riser::test {

struct RandomPathways {
    Design design;
    std::vector<FloorId> floors;
    std::vector<PathwayNodeId> nodes;
    std::vector<PathwayRunId> runs;
};

inline RandomPathways random_pathways(std::uint32_t seed, int node_count, int run_count, int floor_count = 2,
                                      bool with_bends = true) {
    std::mt19937 engine(seed);
    const auto upto = [&](int most) { return static_cast<std::int32_t>(engine() % static_cast<unsigned>(most + 1)); };
    IdSource ids(seed + 1);
    RandomPathways out;
    for (int i = 0; i < floor_count; ++i) {
        Floor floor;
        floor.id = ids.next<Floor>();
        floor.label = std::to_string(i + 1) + "F";
        floor.order = i;
        floor.elevation = Millimetres(i * 4'000);
        out.floors.push_back(floor.id);
        out.design.floors.put(floor);
    }
    for (int i = 0; i < node_count; ++i) {
        PathwayNode node;
        node.id = ids.next<PathwayNode>();
        node.floor = out.floors[static_cast<std::size_t>(upto(floor_count - 1))];
        node.place = {upto(4) * 1'000, upto(4) * 1'000};
        node.elevation = Millimetres(upto(1) * 500 + 2'500);
        out.nodes.push_back(node.id);
        out.design.pathway_nodes.put(node);
    }
    for (int i = 0; i < run_count; ++i) {
        PathwayRun run;
        run.id = ids.next<PathwayRun>();
        run.from = out.nodes[static_cast<std::size_t>(upto(node_count - 1))];
        run.to = out.nodes[static_cast<std::size_t>(upto(node_count - 1))];
        if (run.from == run.to)
            continue;
        run.kind = upto(7) == 0 ? PathwayKind::shaft : PathwayKind::tray;
        if (with_bends && upto(3) == 0)
            run.bends.push_back({upto(4) * 1'000, upto(4) * 1'000});
        out.runs.push_back(run.id);
        out.design.pathway_runs.put(run);
    }
    return out;
}

// The length of a run, computed here again from the rows: through the bends, plus the height between the ends.
inline std::int64_t run_length(const Design& design, const PathwayRun& run) {
    const PathwayNode& a = *design.find(run.from);
    const PathwayNode& b = *design.find(run.to);
    std::vector<Point> line{a.place};
    line.insert(line.end(), run.bends.begin(), run.bends.end());
    line.push_back(b.place);
    const auto height = [&](const PathwayNode& node) {
        return design.find(node.floor)->elevation.value + node.elevation.value;
    };
    return length(line).value + std::abs(height(a) - height(b));
}

} // namespace riser::test
