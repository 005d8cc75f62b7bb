// SPDX-License-Identifier: GPL-3.0-or-later
// Where does a drop leave the pathways for a place on a floor: the nearest point of a run, midway or at an end, found
// through a grid per floor and, for a place in a room, among the runs that come into that room. A drop is measured
// along and across the run it leaves, since cables follow walls and not the bee-line. Queries take a microsecond or so.
#pragma once

#include "solvers/graph/shortest_forest.h"

#include <memory>
#include <unordered_map>

namespace riser {

struct Attachment {
    RunIndex run{};
    std::int64_t offset = 0; // along the run from its `from` node
    std::int64_t drop = 0;   // in the plan, along the run plus across it
    Point place;             // of the run's point, rounded
    std::int64_t height = 0; // of the run there, absolute
    bool operator==(const Attachment&) const = default;
};

class AttachmentIndex {
  public:
    AttachmentIndex() = default;
    // Runs between floors and shafts take no drops. O((runs + rooms) log) and each floor's runs x rooms box tests.
    AttachmentIndex(const Design& design, const PathwayGraph& graph);

    // The least drop; ties by run id, then offset. Nothing when no open run lies on the floor.
    std::optional<Attachment> nearest(FloorId floor, Point place, OpenRuns open = {}) const;
    // The same among runs that come into the room. Nothing when none does.
    std::optional<Attachment> nearest_in(RoomId room, Point place, OpenRuns open = {}) const;

  private:
    struct Stretch { // a straight part of a run
        Point a;
        Point b;
        RunIndex run{};
        double before = 0; // plan length of the run up to a
        double scale = 1;  // run length / plan length
        std::int64_t run_length = 0;
        std::int64_t height_from = 0;
        std::int64_t height_to = 0;
    };
    struct Grid {
        std::vector<Stretch> stretches; // by run, in its order
        Point low;
        std::int32_t cell = 1;
        std::int32_t columns = 0;
        std::int32_t rows = 0;
        std::vector<std::uint32_t> first; // columns * rows + 1
        std::vector<std::uint32_t> entries;
    };
    struct RoomEntry {
        const Grid* grid = nullptr;
        std::vector<std::uint32_t> stretches;
    };
    static void lay(Grid& grid);
    static void better(const Stretch& stretch, Point place, std::optional<Attachment>& best);

    std::unordered_map<FloorId, std::shared_ptr<const Grid>> floors_;
    std::unordered_map<RoomId, RoomEntry> rooms_;
};

} // namespace riser
