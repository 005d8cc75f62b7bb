// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/tree_ways.h"

#include "solvers/capacity/spanning_tree.h"

#include <algorithm>
#include <map>

namespace riser {

TreeWays::TreeWays(const Network& net, const LinkMap& map) : net_(&net), map_(&map) {
    Fixed fixed;
    fixed.position.assign(net.places.size(), no_index);
    for (const NetSegment& segment : net.segments)
        for (NetIndex i = 0; i < segment.places.size(); ++i)
            fixed.position[segment.places[i]] = i;
    fixed.strands_of.resize(map.wires.size());
    for (std::uint32_t s = 0; s < map.strands.size(); ++s)
        for (const std::uint32_t arc : map.strands[s].arcs)
            fixed.strands_of[arc / 2].push_back(s);
    fixed.peers_of.resize(map.wires.size());
    for (std::uint32_t p = 0; p < map.peers.size(); ++p)
        fixed.peers_of[map.peers[p].wire].push_back(p);
    fixed.edges_of.resize(map.one_tree.size());
    for (std::uint32_t e = 0; e < map.edges.size(); ++e)
        if (const std::uint32_t domain = map.bridges[map.edges[e].x].domain;
            map.one_tree[domain] && map.bridges[map.edges[e].y].domain == domain)
            fixed.edges_of[domain].push_back(e);
    std::map<EquipmentId, std::vector<std::uint32_t>> points;
    for (std::uint32_t p = 0; p < map.plugs.size(); ++p)
        if (map.plugs[p].station.kind == Kind::jacks)
            points[map.plugs[p].device].push_back(p);
    for (auto& [device, plugs] : points) {
        fixed.devices.push_back(device);
        points_left_.push_back(plugs.size());
        fixed.points_of.push_back(std::move(plugs));
    }
    fixed_ = std::make_shared<const Fixed>(std::move(fixed));
    wire_lost_.assign(map.wires.size(), false);
    plug_lost_.assign(map.plugs.size(), false);
    strand_lost_.assign(map.strands.size(), false);
    for (const BridgeLink& edge : map.edges)
        strands_left_.push_back(static_cast<std::uint32_t>(edge.strands.size()));
    standing_.assign(net.places.size(), 0);
    for (const FrameWays::Settled& port : map.ports)
        for (const NetIndex place : port.places)
            ++standing_[place];
    open_.assign(map.edges.size(), false);
    is_touched_.assign(net.segments.size(), false);
    for (const std::vector<std::uint32_t>& edges : fixed_->edges_of)
        for (const std::uint32_t e : open_edges(map, edges))
            open_[e] = true;
    for (NetIndex segment = 0; segment < net.segments.size(); ++segment)
        forests_.push_back(grow(segment));
}

bool TreeWays::is_lost_plug(std::uint32_t plug) const { return plug_lost_[plug]; }

// Edges over which frames of a segment may go: those of their domain's tree, of other domains those of a tree of its
// own.
std::vector<std::uint32_t> TreeWays::allowed_in(NetIndex segment) const {
    std::vector<std::uint32_t> edges;
    for (const NetIndex place : net_->segments[segment].places)
        for (const std::uint32_t s : map_->at_place[place])
            if (!strand_lost_[s])
                edges.push_back(map_->strands[s].edge);
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<std::uint32_t> own, out;
    for (const std::uint32_t e : edges) {
        const std::uint32_t domain = map_->bridges[map_->edges[e].x].domain;
        if (!map_->one_tree[domain] || map_->bridges[map_->edges[e].y].domain != domain)
            own.push_back(e);
        else if (open_[e])
            out.push_back(e);
    }
    const std::vector<std::uint32_t> more = open_edges(*map_, own);
    out.insert(out.end(), more.begin(), more.end());
    std::sort(out.begin(), out.end());
    return out;
}

namespace {

using Spot = SegmentForest::Spot;

// Places under the lowest of those that peers join.
class Spots {
  public:
    explicit Spots(std::size_t places) : up_(places) {
        for (std::size_t i = 0; i < places; ++i)
            up_[i] = i;
    }
    std::size_t top(std::size_t i) const {
        while (up_[i] != i)
            i = up_[i];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        a = top(a);
        b = top(b);
        up_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::size_t> up_;
};

// A strand between two spots.
struct Landing {
    NetIndex box_x, box_y;
    std::uint32_t strand, spot_x, spot_y;
    auto operator<=>(const Landing&) const = default;
};
// The same from one of them.
struct Side {
    std::uint32_t edge, there, strand;
    bool to_y;
};

} // namespace

std::shared_ptr<const SegmentForest> TreeWays::grow(NetIndex segment) const {
    auto out = std::make_shared<SegmentForest>();
    const std::vector<NetIndex>& places = net_->segments[segment].places;
    Spots sets(places.size());
    const auto here = [&](NetIndex place) { return net_->places[place].segment == segment && standing_[place] > 0; };
    std::vector<std::pair<std::size_t, std::uint32_t>> peers; // with a place that it joins
    for (std::size_t i = 0; i < places.size(); ++i)
        for (const std::uint32_t p : map_->peers_at[places[i]])
            if (!wire_lost_[map_->peers[p].wire])
                for (const auto& [a, b] : map_->peers[p].joins)
                    if (a == places[i] && here(a) && here(b)) {
                        sets.join(i, fixed_->position[b]);
                        peers.emplace_back(i, p);
                    }
    out->spot_of.assign(places.size(), nothing);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (standing_[places[i]] <= 0 || map_->bridge_at[places[i]] == nothing)
            continue;
        if (sets.top(i) == i) {
            out->spot_of[i] = static_cast<std::uint32_t>(out->spots.size());
            out->spots.emplace_back();
        } else {
            out->spot_of[i] = out->spot_of[sets.top(i)];
        }
    }
    for (const auto& [i, p] : peers)
        if (out->spot_of[i] != nothing)
            out->spots[out->spot_of[i]].peers.push_back(p);
    // Where an edge's strands end at several spots of a bridge, its devices no longer know of each other: those of the
    // first alone go on.
    std::map<std::uint32_t, std::vector<Landing>> landings;
    for (std::size_t i = 0; i < places.size(); ++i)
        for (const std::uint32_t s : map_->at_place[places[i]])
            if (const LinkStrand& strand = map_->strands[s]; !strand_lost_[s])
                for (const auto& [x, y] : strand.joins)
                    if (x == places[i] && here(x) && here(y) && out->spot_of[fixed_->position[x]] != nothing &&
                        out->spot_of[fixed_->position[y]] != nothing)
                        landings[strand.edge].push_back({strand.box_x, strand.box_y, s,
                                                         out->spot_of[fixed_->position[x]],
                                                         out->spot_of[fixed_->position[y]]});
    std::vector<std::vector<Side>> sides(out->spots.size());
    for (const std::uint32_t edge : allowed_in(segment)) {
        const auto found = landings.find(edge);
        if (found == landings.end())
            continue;
        std::sort(found->second.begin(), found->second.end());
        const Landing& first = found->second.front();
        for (const Landing& one : found->second)
            if (one.spot_x == first.spot_x && one.spot_y == first.spot_y) {
                sides[one.spot_x].push_back({edge, one.spot_y, one.strand, true});
                sides[one.spot_y].push_back({edge, one.spot_x, one.strand, false});
            }
    }
    for (std::vector<Side>& list : sides)
        std::stable_sort(list.begin(), list.end(), [](const Side& a, const Side& b) { return a.edge < b.edge; });
    std::vector<bool> seen(out->spots.size(), false);
    for (std::uint32_t root = 0; root < out->spots.size(); ++root) {
        if (seen[root])
            continue;
        std::vector<std::uint32_t> turn{root};
        seen[root] = true;
        out->spots[root].part = root;
        for (std::size_t i = 0; i < turn.size(); ++i)
            for (const Side& side : sides[turn[i]]) {
                Spot& there = out->spots[side.there];
                if (!seen[side.there]) {
                    seen[side.there] = true;
                    there.parent = turn[i];
                    there.depth = out->spots[turn[i]].depth + 1;
                    there.part = root;
                    turn.push_back(side.there);
                }
                if (there.parent == turn[i] &&
                    (there.strands.empty() || map_->strands[there.strands.front().first].edge == side.edge) &&
                    std::none_of(there.strands.begin(), there.strands.end(),
                                 [&](const auto& known) { return known.first == side.strand; }))
                    there.strands.emplace_back(side.strand, !side.to_y);
            }
    }
    return out;
}

std::uint32_t TreeWays::spot(NetIndex place) const {
    return standing_[place] > 0 ? forest(net_->places[place].segment).spot_of[fixed_->position[place]] : nothing;
}

bool TreeWays::joined(NetIndex a, NetIndex b) const {
    if (net_->places[a].segment != net_->places[b].segment)
        return false;
    const std::uint32_t x = spot(a), y = spot(b);
    if (x == nothing || y == nothing)
        return false;
    const SegmentForest& all = forest(net_->places[a].segment);
    return all.spots[x].part == all.spots[y].part;
}

// What is where on the way: an amount by box.
struct TreeWays::Split {
    std::vector<std::pair<NetIndex, double>> at;
    void* sink;
    Take take;

    void add(NetIndex box, double amount) {
        for (auto& [here, sum] : at)
            if (here == box) {
                sum += amount;
                return;
            }
        at.emplace_back(box, amount);
    }
};

// Brings what is at boxes that are none of `to` to these, evenly, over links between devices of the bridge.
void TreeWays::cross(Split& split, const Spot& spot, const std::vector<NetIndex>& to) const {
    std::vector<std::pair<NetIndex, double>> stay, go;
    for (const auto& [box, amount] : split.at)
        (std::find(to.begin(), to.end(), box) != to.end() ? stay : go).emplace_back(box, amount);
    split.at = std::move(stay);
    for (const auto& [from, amount] : go) {
        // Breadth first from `from` over peers; with two devices this is the links between them.
        std::vector<NetIndex> order{from};
        std::map<NetIndex, std::vector<std::uint32_t>> by; // box: arcs that lead to it
        std::map<NetIndex, NetIndex> before{{from, no_index}};
        for (std::size_t i = 0; i < order.size(); ++i)
            for (const std::uint32_t p : spot.peers) {
                const std::uint32_t w = map_->peers[p].wire;
                const LoadWire& wire = map_->wires[w];
                const bool out = wire.box_a == order[i];
                if (!out && wire.box_b != order[i])
                    continue;
                const NetIndex there = out ? wire.box_b : wire.box_a;
                if (before.try_emplace(there, order[i]).second)
                    order.push_back(there);
                const std::uint32_t arc = 2 * w + (out ? 0U : 1U);
                if (before.at(there) == order[i] &&
                    std::find(by[there].begin(), by[there].end(), arc) == by[there].end())
                    by[there].push_back(arc);
            }
        std::vector<NetIndex> reached;
        for (const NetIndex box : to)
            if (before.contains(box))
                reached.push_back(box);
        for (const NetIndex box : reached) {
            const double part = amount / static_cast<double>(reached.size());
            for (NetIndex at = box; at != from; at = before.at(at))
                for (const std::uint32_t arc : by.at(at))
                    split.take(split.sink, arc, part / static_cast<double>(by.at(at).size()));
            split.add(box, part);
        }
    }
}

bool TreeWays::walk(NetIndex from, NetIndex to, double amount, void* sink, Take take) const {
    if (!joined(from, to))
        return false;
    const SegmentForest& all = forest(net_->places[from].segment);
    std::uint32_t up = spot(from), down = spot(to);
    std::vector<std::uint32_t> rise, fall; // spots whose edge to the parent is taken, upwards and downwards
    while (up != down)
        if (all.spots[up].depth >= all.spots[down].depth) {
            rise.push_back(up);
            up = all.spots[up].parent;
        } else {
            fall.push_back(down);
            down = all.spots[down].parent;
        }
    Split split{{{net_->places[from].box, amount}}, sink, take};
    const auto step = [&](const Spot& from_spot, const Spot& child, bool upwards) {
        std::vector<NetIndex> starts;
        for (const auto& [s, parent_y] : child.strands)
            starts.push_back(parent_y == upwards ? map_->strands[s].box_x : map_->strands[s].box_y);
        cross(split, from_spot, starts);
        const std::vector<std::pair<NetIndex, double>> before = std::move(split.at);
        split.at.clear();
        for (const auto& [box, part] : before) {
            const auto count = static_cast<double>(std::count(starts.begin(), starts.end(), box));
            for (std::size_t i = 0; i < starts.size(); ++i) {
                if (starts[i] != box)
                    continue;
                const LinkStrand& strand = map_->strands[child.strands[i].first];
                const bool to_y = child.strands[i].second == upwards;
                for (const std::uint32_t arc : strand.arcs)
                    take(sink, to_y ? arc : arc ^ 1U, part / count);
                split.add(to_y ? strand.box_y : strand.box_x, part / count);
            }
        }
    };
    for (const std::uint32_t s : rise)
        step(all.spots[s], all.spots[s], true);
    for (auto s = fall.rbegin(); s != fall.rend(); ++s)
        step(all.spots[all.spots[*s].parent], all.spots[*s], false);
    cross(split, all.spots[spot(to)], {net_->places[to].box});
    return true;
}

} // namespace riser
