// SPDX-License-Identifier: GPL-3.0-or-later
// A loss laid over a state of the network and taken off again, and what differs by it.
#include "model/base/result.h"
#include "solvers/capacity/spanning_tree.h"
#include "solvers/capacity/tree_ways.h"

#include <algorithm>

namespace riser {

TreeWays TreeWays::after(const LostLinks& lost) const {
    TreeWays out = *this;
    out.fail(lost);
    return out;
}

void TreeWays::fail(const LostLinks& lost) {
    ensure(undo_.wires.empty() && undo_.plugs.empty(), "one loss at a time");
    lose_ports(lost);
    lose_points();
    lose_strands();
    std::sort(touched_.begin(), touched_.end());
    for (const NetIndex segment : touched_) {
        undo_.forests.emplace_back(segment, forests_[segment]);
        forests_[segment] = grow(segment);
        if (has_grown(*undo_.forests.back().second, *forests_[segment]))
            grown_.push_back(segment);
    }
}

void TreeWays::mend() {
    for (auto& [segment, forest] : undo_.forests)
        forests_[segment] = std::move(forest);
    for (const std::uint32_t e : undo_.edges)
        open_[e] = !open_[e];
    for (const std::uint32_t s : undo_.strands) {
        strand_lost_[s] = false;
        ++strands_left_[map_->strands[s].edge];
    }
    for (const NetIndex place : undo_.places)
        ++standing_[place];
    for (const std::uint32_t w : undo_.wires)
        wire_lost_[w] = false;
    for (const std::uint32_t p : undo_.plugs) {
        plug_lost_[p] = false;
        if (map_->plugs[p].station.kind == Kind::jacks)
            ++points_left_[point_device(p)];
    }
    for (const NetIndex segment : touched_)
        is_touched_[segment] = false;
    undo_ = {};
    touched_.clear();
    grown_.clear();
    fallen_.clear();
    silenced_.clear();
}

void TreeWays::touch(NetIndex place) {
    const NetIndex segment = net_->places[place].segment;
    if (segment != no_index && !is_touched_[segment]) {
        is_touched_[segment] = true;
        touched_.push_back(segment);
    }
}

void TreeWays::touch_edge(std::uint32_t edge) {
    for (const std::uint32_t s : map_->edges[edge].strands)
        for (const auto& [x, y] : map_->strands[s].joins)
            touch(x);
}

std::size_t TreeWays::point_device(std::uint32_t plug) const {
    const std::vector<EquipmentId>& devices = fixed_->devices;
    return static_cast<std::size_t>(std::lower_bound(devices.begin(), devices.end(), map_->plugs[plug].device) -
                                    devices.begin());
}

// Places that no port makes there be any more.
void TreeWays::lose_ports(const LostLinks& lost) {
    std::vector<std::uint32_t> ports;
    for (const std::uint32_t w : lost.wires)
        if (!wire_lost_[w]) {
            wire_lost_[w] = true;
            undo_.wires.push_back(w);
            ports.push_back(map_->port(map_->wires[w].a));
            ports.push_back(map_->port(map_->wires[w].b));
        }
    for (const std::uint32_t p : lost.plugs)
        if (!plug_lost_[p]) {
            plug_lost_[p] = true;
            undo_.plugs.push_back(p);
            ports.push_back(map_->port(map_->plugs[p].port));
        }
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
    const auto all = [](const std::vector<std::uint32_t>& list, const std::vector<bool>& gone) {
        return std::all_of(list.begin(), list.end(), [&](std::uint32_t i) { return gone[i]; });
    };
    for (const std::uint32_t port : ports)
        if (all(map_->wires_of[port], wire_lost_) && all(map_->plugs_of[port], plug_lost_))
            for (const NetIndex place : map_->ports[port].places) {
                undo_.places.push_back(place);
                if (--standing_[place] == 0) {
                    fallen_.push_back(place);
                    touch(place);
                }
            }
}

// Stations that are no longer plugged in, and devices of which no point is.
void TreeWays::lose_points() {
    for (const std::uint32_t p : undo_.plugs) {
        const LoadPlug& plug = map_->plugs[p];
        if (plug.station.kind == Kind::jacks) {
            if (const std::size_t device = point_device(p); --points_left_[device] == 0) {
                silenced_.push_back(plug.device);
                for (const std::uint32_t point : fixed_->points_of[device])
                    for (const NetIndex place : map_->ports[map_->port(map_->plugs[point].port)].places)
                        touch(place);
            }
            continue;
        }
        for (const NetIndex place : map_->ports[map_->port(plug.port)].places)
            touch(place);
        const NetStation& station = net_->stations[net_->station(plug.station)];
        for (const auto* contacts : {&station.sends, &station.hears})
            for (const NetStation::Contact& contact : *contacts)
                touch(contact.place);
    }
}

// Strands that no longer carry, logical links without any, and the trees that these held together.
void TreeWays::lose_strands() {
    std::vector<std::uint32_t> changed, domains;
    for (const std::uint32_t w : undo_.wires) {
        for (const std::uint32_t p : fixed_->peers_of[w])
            for (const auto& [a, b] : map_->peers[p].joins)
                touch(a);
        for (const std::uint32_t s : fixed_->strands_of[w]) {
            if (strand_lost_[s])
                continue;
            strand_lost_[s] = true;
            undo_.strands.push_back(s);
            const std::uint32_t edge = map_->strands[s].edge;
            changed.push_back(edge);
            if (--strands_left_[edge] == 0 && open_[edge])
                domains.push_back(map_->bridges[map_->edges[edge].x].domain);
        }
    }
    std::sort(domains.begin(), domains.end());
    domains.erase(std::unique(domains.begin(), domains.end()), domains.end());
    for (const std::uint32_t domain : domains)
        settle_tree(domain, changed);
    for (const std::uint32_t e : changed)
        touch_edge(e);
}

void TreeWays::settle_tree(std::uint32_t domain, std::vector<std::uint32_t>& changed) {
    std::vector<std::uint32_t> left;
    for (const std::uint32_t e : fixed_->edges_of[domain])
        if (strands_left_[e] > 0)
            left.push_back(e);
    const std::vector<std::uint32_t> now = open_edges(*map_, left);
    for (const std::uint32_t e : fixed_->edges_of[domain])
        if (open_[e] != std::binary_search(now.begin(), now.end(), e)) {
            open_[e] = !open_[e];
            undo_.edges.push_back(e);
            changed.push_back(e);
        }
}

// Whether spots that frames join now were not all joined before.
bool TreeWays::has_grown(const SegmentForest& before, const SegmentForest& now) {
    std::vector<std::uint32_t> was(now.spots.size(), nothing); // by root now
    for (std::size_t i = 0; i < now.spot_of.size(); ++i) {
        if (now.spot_of[i] == nothing)
            continue;
        if (before.spot_of[i] == nothing)
            return true;
        const std::uint32_t part = before.spots[before.spot_of[i]].part;
        std::uint32_t& known = was[now.spots[now.spot_of[i]].part];
        if (known != nothing && known != part)
            return true;
        known = part;
    }
    return false;
}

bool TreeWays::same_way(const TreeWays& before, NetIndex from, NetIndex to) const {
    const SegmentForest& now = forest(net_->places[from].segment);
    const SegmentForest& then = before.forest(net_->places[from].segment);
    std::uint32_t up = spot(from), down = spot(to), up_then = before.spot(from), down_then = before.spot(to);
    for (;;) {
        if (now.spots[up].peers != then.spots[up_then].peers || now.spots[down].peers != then.spots[down_then].peers ||
            (up == down) != (up_then == down_then))
            return false;
        if (up == down)
            return true;
        const bool rises = now.spots[up].depth >= now.spots[down].depth;
        if (rises != (then.spots[up_then].depth >= then.spots[down_then].depth))
            return false;
        std::uint32_t& mine = rises ? up : down;
        std::uint32_t& theirs = rises ? up_then : down_then;
        if (now.spots[mine].strands != then.spots[theirs].strands)
            return false;
        mine = now.spots[mine].parent;
        theirs = then.spots[theirs].parent;
    }
}

} // namespace riser
