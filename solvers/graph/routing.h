// SPDX-License-Identifier: GPL-3.0-or-later
// The way of one cable: from the nearest of a set of telecom spaces to a place on a floor, over the runs that are open
// to its plane. A RoutingNet is what every plane shares; a Router adds one forest, after which a way is found in
// microseconds: that is all that moving an outlet costs. The space reached is the nearest by routed length, drops
// included; ties go to the space named first, then to the lower run id.
#pragma once

#include "solvers/graph/attachment.h"

#include <memory>

namespace riser {

struct RoutingNet {
    PathwayGraph graph;
    AttachmentIndex attachments;
    explicit RoutingNet(const Design& design) : graph(design), attachments(design, graph) {}
};

struct RoutingOptions {
    std::optional<PlaneId> plane;
    // Height above the finished floor at which a cable enters the rack or panel of a space.
    Millimetres rack_entry = Millimetres(2'000);
    // A drop may not reach further in the plan than this; then there is no pathway near.
    Millimetres longest_drop = Millimetres(40'000);
};

struct Way {
    SpaceId space;
    std::vector<RunIndex> runs; // from the space; empty only when both ends touch the pathways in one node
    std::int64_t entry_offset = 0;
    std::int64_t exit_offset = 0;
    std::int64_t along = 0; // what the cable takes of the runs
    std::int64_t entry_drop = 0;
    std::int64_t exit_drop = 0;
    bool from_outside_room = false; // no run comes into the room: the drop leaves one elsewhere on the floor
    std::int64_t length() const { return along + entry_drop + exit_drop; }
    bool operator==(const Way&) const = default;
};

enum class NoWay {
    no_source,     // there is no space to start from
    no_pathway,    // no open run near the place
    not_connected, // the runs near it lead to none of the spaces
};

struct Routed {
    std::optional<Way> way;
    NoWay why = NoWay::no_source; // when there is none
};

// Where a space touches the pathways: a node of its own, or the nearest run midway.
struct SpaceTouch {
    std::int64_t drop = 0; // from there to the rack or panel
    std::optional<NodeIndex> node;
    std::optional<Attachment> midway;
};
// Nodes of the space, else the nearest open run of its room, else of its floor within the longest drop; none: empty.
std::vector<SpaceTouch> touches_of(const RoutingNet& net, const Design& design, const Space& space, OpenRuns open,
                                   const RoutingOptions& options);

class Router {
  public:
    // Spaces without a node of theirs touch the nearest run of their room, else of their floor. O(runs log nodes).
    Router(std::shared_ptr<const RoutingNet> net, const Design& design, std::span<const SpaceId> spaces,
           const RoutingOptions& options);

    // `height` is absolute (floor elevation + height above the floor).
    Routed route(FloorId floor, std::optional<RoomId> room, Point place, std::int64_t height) const;
    // Where the drop to a place leaves the pathways. Nothing when no open run is near.
    struct Foot {
        Attachment end;
        bool outside = false; // of the room
    };
    std::optional<Foot> foot(FloorId floor, std::optional<RoomId> room, Point place) const;
    Routed route(const Foot& foot, std::int64_t height) const;
    // The same spaces over fewer runs, each with `extra` millimetres of price, one a run, by which ways are chosen but
    // not measured; empty: none. Feet and touches stay where they are.
    Router over(std::vector<std::uint8_t> open, std::vector<std::int64_t> extra) const;
    // The price by which a way of this router was chosen, beside its length. O(runs of the way).
    std::int64_t charged(const Way& way) const;
    // The compartment that cables of the plane take in a run; only of runs that are open.
    std::int32_t compartment(RunIndex run) const { return compartments_[at(run)]; }
    OpenRuns open() const { return open_; }
    const PathwayGraph& graph() const { return net_->graph; }
    const ShortestForest& forest() const { return forest_; }
    // Where the spaces touch the graph: what the forest grows from.
    std::span<const Seed> seeds() const { return seeds_; }

  private:
    struct Source {
        SpaceId space;
        std::vector<SpaceTouch> touches;
    };
    Way way_by(NodeIndex node, const Attachment& end) const;
    void sow();
    std::int64_t price(RunIndex run) const { return extra_.empty() ? 0 : extra_[at(run)]; }

    std::shared_ptr<const RoutingNet> net_;
    RoutingOptions options_;
    std::vector<Source> sources_;
    std::vector<Seed> seeds_;
    std::vector<std::uint8_t> open_;
    std::vector<std::int64_t> extra_; // by run; empty: nothing
    std::vector<std::int32_t> compartments_;
    ShortestForest forest_;
    struct OnRun { // a midway touch, for places that hang on the same run
        RunIndex run{};
        SourceIndex source{};
        std::size_t touch = 0;
        auto operator<=>(const OnRun&) const = default;
    };
    std::vector<OnRun> midway_; // sorted
};

} // namespace riser
