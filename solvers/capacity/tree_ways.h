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
    // The same after a loss. O(what it touches), but for spanning trees, which are made again whole.
    TreeWays after(const LostLinks& lost) const;

    bool stands(NetIndex place) const { return standing_[place] > 0; }
    bool is_lost_plug(std::uint32_t plug) const;
    // Frames go between them, both ways.
    bool joined(NetIndex a, NetIndex b) const;
    // Segments that differ from the state before, ascending.
    const std::vector<NetIndex>& touched() const { return touched_; }
    // An edge was opened that the tree of its domain left closed: more may be joined than before.
    bool grew() const { return grew_; }

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
    const SegmentForest& forest(NetIndex segment) const { return *forests_[segment]; }
    std::uint32_t spot(NetIndex place) const;
    std::shared_ptr<const SegmentForest> grow(NetIndex segment) const;
    std::vector<std::uint32_t> allowed_in(NetIndex segment) const;
    bool lives(const LinkStrand& strand) const;
    void lose(const LostLinks& lost, std::vector<bool>& touched);
    void settle_trees(const std::vector<bool>* domains, std::vector<bool>* changed);
    void touch_edge(std::uint32_t edge, std::vector<bool>& touched) const;
    void cross(Split& split, const SegmentForest::Spot& spot, const std::vector<NetIndex>& to) const;

    const Network* net_;
    const LinkMap* map_;
    std::vector<NetIndex> position_; // of each place in its segment
    std::vector<bool> wire_lost_, plug_lost_;
    std::vector<bool> strand_lost_;
    std::vector<std::uint32_t> strands_left_;                   // by edge
    std::vector<std::int32_t> standing_;                        // by place: ports that make it there be
    std::vector<bool> open_;                                    // by edge of a domain with one tree
    std::vector<std::shared_ptr<const SegmentForest>> forests_; // by segment
    std::vector<NetIndex> touched_;
    bool grew_ = false;
};

} // namespace riser
