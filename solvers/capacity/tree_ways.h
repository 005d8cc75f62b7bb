// SPDX-License-Identifier: GPL-3.0-or-later
// Which way frames go from place to place while something has failed: over the open edges of spanning trees, hashed
// evenly over the strands of each, between the devices of an MLAG only where a device has no strand of its own. One
// state of one network; a state with failures shares what they do not touch.
#pragma once

#include "solvers/capacity/link_map.h"

#include <memory>
#include <span>

namespace riser {

// What no longer carries anything: wires and plugs by index, ascending.
struct LostLinks {
    std::vector<std::uint32_t> wires;
    std::vector<std::uint32_t> plugs;
};

// The places of a segment as a forest: places that an MLAG makes one are one spot.
struct SegmentForest {
    struct Spot {
        std::uint32_t parent = nothing; // spot
        std::uint32_t depth = 0;
        std::uint32_t part = 0;                              // spots that frames join; number of its root
        std::vector<std::pair<std::uint32_t, bool>> strands; // to the parent; true: the parent is at y
        std::vector<std::uint32_t> peers;                    // between its places
    };
    std::vector<std::uint32_t> spot_of; // by position in the segment's places; `nothing`: not there
    std::vector<Spot> spots;
};

class TreeWays {
  public:
    // Both must outlive this and all states derived from it.
    TreeWays(const Network& net, const LinkMap& map);
    // The same after a loss. O(network).
    TreeWays after(const LostLinks& lost) const;
    // Lays a loss over it, one at a time, and takes it off again: then it is as it was. O(what the loss touches), but
    // for spanning trees, which are made again whole.
    void fail(const LostLinks& lost);
    void mend();

    bool stands(NetIndex place) const { return standing_[place] > 0; }
    bool is_lost_plug(std::uint32_t plug) const;
    // Frames go between them, both ways.
    bool joined(NetIndex a, NetIndex b) const;
    // Segments that differ from the state before, ascending: other ways, or a station, or all points of a device, gone.
    const std::vector<NetIndex>& touched() const { return touched_; }
    // Of these, those where places are joined that were not.
    const std::vector<NetIndex>& grown() const { return grown_; }
    // Places that stood, and devices that had points.
    const std::vector<NetIndex>& fallen() const { return fallen_; }
    const std::vector<EquipmentId>& silenced() const { return silenced_; }

    // What an amount sent from a place to another puts on each arc. False: no way, nothing added. O(way).
    using Take = void (*)(void* to, std::uint32_t arc, double amount);
    bool walk(NetIndex from, NetIndex to, double amount, void* sink, Take take) const;

    // Whether what is sent between them goes as it did in a state before; both must be joined in both. False also where
    // that is not sure. O(way).
    bool same_way(const TreeWays& before, NetIndex from, NetIndex to) const;

    const Network& net() const { return *net_; }
    const LinkMap& map() const { return *map_; }

  private:
    struct Split;
    // Of the whole network, shared by all its states.
    struct Fixed {
        std::vector<NetIndex> position;                     // of each place in its segment
        std::vector<std::vector<std::uint32_t>> strands_of; // by wire
        std::vector<std::vector<std::uint32_t>> peers_of;   // by wire
        std::vector<std::vector<std::uint32_t>> edges_of;   // by domain with one tree: within it
        std::vector<EquipmentId> devices;                   // with points, ascending
        std::vector<std::vector<std::uint32_t>> points_of;  // by these: plugs of jacks
    };
    // What a loss changed, to be put back.
    struct Undo {
        std::vector<std::uint32_t> wires, plugs, strands, edges; // edges: opened or closed
        std::vector<NetIndex> places;                            // each once for each port that it lost
        std::vector<std::pair<NetIndex, std::shared_ptr<const SegmentForest>>> forests;
    };
    const SegmentForest& forest(NetIndex segment) const { return *forests_[segment]; }
    std::uint32_t spot(NetIndex place) const;
    std::shared_ptr<const SegmentForest> grow(NetIndex segment) const;
    std::vector<std::uint32_t> allowed_in(NetIndex segment) const;
    void lose_ports(const LostLinks& lost);
    void lose_points();
    void lose_strands();
    void settle_tree(std::uint32_t domain, std::vector<std::uint32_t>& changed);
    void touch(NetIndex place);
    std::size_t point_device(std::uint32_t plug) const; // of a jack, in `Fixed::devices`
    void touch_edge(std::uint32_t edge);
    static bool has_grown(const SegmentForest& before, const SegmentForest& now);
    void cross(Split& split, const SegmentForest::Spot& spot, const std::vector<NetIndex>& to) const;

    const Network* net_;
    const LinkMap* map_;
    std::shared_ptr<const Fixed> fixed_;
    std::vector<bool> wire_lost_, plug_lost_;
    std::vector<bool> strand_lost_;
    std::vector<std::uint32_t> strands_left_;                   // by edge
    std::vector<std::int32_t> standing_;                        // by place: ports that make it there be
    std::vector<std::size_t> points_left_;                      // by device with points
    std::vector<bool> open_;                                    // by edge of a domain with one tree
    std::vector<std::shared_ptr<const SegmentForest>> forests_; // by segment
    std::vector<bool> is_touched_;                              // by segment
    std::vector<NetIndex> touched_, grown_, fallen_;
    std::vector<EquipmentId> silenced_;
    Undo undo_;
};

} // namespace riser
