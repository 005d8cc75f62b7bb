// SPDX-License-Identifier: GPL-3.0-or-later
// Which pathways join where, and how long each is: an immutable view of a design's pathway nodes and runs as arrays,
// sorted by id, so that everything computed on it is deterministic. A run's length is its plan length through its bends
// plus the height between its ends. Rows whose references dangle are left out and listed. Built in O(n log n); read by
// any number of threads.
#pragma once

#include "model/design.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace riser {

enum class NodeIndex : std::uint32_t {};
enum class RunIndex : std::uint32_t {};
constexpr std::size_t at(NodeIndex node) { return static_cast<std::size_t>(node); }
constexpr std::size_t at(RunIndex run) { return static_cast<std::size_t>(run); }

// The geometry of a run that lengths need. Lengths are 64-bit millimetres: sums over a campus are exact.
struct RunGeometry {
    std::int64_t plan = 0; // through the bends, seen from above
    std::int64_t rise = 0; // height between the two ends
    // Its two nodes lie on different floors, or it is a shaft: all of it counts as riser. Of any other run only the
    // rise does.
    bool riser = false;
    std::int64_t length() const { return plan + rise; }
};

// The tables that lengths are read from; they must outlive it.
struct PathwayTables {
    const Table<Floor>& floors;
    const Table<PathwayNode>& nodes;
    const Table<PathwayRun>& runs;
    PathwayTables(const Table<Floor>& f, const Table<PathwayNode>& n, const Table<PathwayRun>& r)
        : floors(f), nodes(n), runs(r) {}
    PathwayTables(const Design& design) : PathwayTables(design.floors, design.pathway_nodes, design.pathway_runs) {}
};

// Nothing when an end or its floor is not there, or both ends are one node.
std::optional<RunGeometry> geometry_of(const PathwayTables& tables, const PathwayRun& run);

// Whether cables of `plane` may lie in the run, and in which compartment. An absent plane is of no plane in particular.
// A run or compartment reserved for another plane is closed, as is one of power or fire alarm. Cables of a secret plane
// lie only in runs reserved for it, and nothing else does.
std::optional<std::int32_t> compartment_for(const Design& design, const PathwayRun& run, std::optional<PlaneId> plane);

class PathwayGraph {
  public:
    struct Node {
        PathwayNodeId id;
        FloorId floor;
        Point place;
        std::int64_t height = 0; // floor elevation + elevation above the floor
        std::optional<SpaceId> space;
    };
    struct Run {
        PathwayRunId id;
        NodeIndex from{};
        NodeIndex to{};
        RunGeometry geometry;
    };
    // What leaves a node.
    struct Arc {
        RunIndex run{};
        NodeIndex to{};
    };

    PathwayGraph() = default;
    explicit PathwayGraph(const PathwayTables& tables);

    std::span<const Node> nodes() const { return nodes_; }
    std::span<const Run> runs() const { return runs_; }
    const Node& operator[](NodeIndex node) const { return nodes_[at(node)]; }
    const Run& operator[](RunIndex run) const { return runs_[at(run)]; }
    // By run id.
    std::span<const Arc> arcs(NodeIndex node) const {
        return std::span(arcs_).subspan(first_arc_[at(node)], first_arc_[at(node) + 1] - first_arc_[at(node)]);
    }
    std::optional<NodeIndex> find(PathwayNodeId id) const;
    std::optional<RunIndex> find(PathwayRunId id) const;
    // The nodes by which cables enter a space, by id.
    std::span<const NodeIndex> entries_of(SpaceId space) const;
    // Nodes without a floor and runs without two ends, by id.
    std::span<const AnyId> left_out() const { return left_out_; }

  private:
    std::vector<Node> nodes_;
    std::vector<Run> runs_;
    std::vector<std::size_t> first_arc_; // nodes + 1
    std::vector<Arc> arcs_;
    std::vector<AnyId> left_out_;
    std::vector<SpaceId> entry_spaces_; // sorted, beside entry_nodes_
    std::vector<NodeIndex> entry_nodes_;
};

} // namespace riser
