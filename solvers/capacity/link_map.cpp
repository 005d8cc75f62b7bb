// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/link_map.h"

#include "model/power.h"
#include "solvers/capacity/in_line.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace riser {

namespace {

constexpr std::int64_t cost_of_one = 20'000'000'000'000; // bit/s
constexpr std::int64_t highest_cost = 200'000'000;
constexpr std::int32_t default_priority = 32'768;
constexpr std::int32_t never_root = 65'536; // of a routed port: no bridge at all

using Places = std::vector<std::pair<NetIndex, NetIndex>>;

class Sets { // union by the lowest
  public:
    explicit Sets(std::size_t count) : up_(count) { std::iota(up_.begin(), up_.end(), 0U); }
    std::uint32_t top(std::uint32_t i) {
        while (up_[i] != i)
            i = up_[i] = up_[up_[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = top(a);
        b = top(b);
        up_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::uint32_t> up_;
};

class Mapping {
  public:
    Mapping(const NetworkRows& rows, const Table<SpanningTree>& trees, const Network& net, const FrameWays& wires)
        : design_(rows.design), trees_(trees), net_(net), in_(wires), boxes_(net.boxes.size()) {
        out_.ports = wires.ports;
        out_.wires_of.resize(out_.ports.size());
        out_.plugs_of.resize(out_.ports.size());
        for (const Lag& lag : design_.lags)
            for (std::size_t i = 1; i < lag.across.size(); ++i)
                if (const NetIndex a = net.box_of(lag.across[0]), b = net.box_of(lag.across[i]);
                    a != no_index && b != no_index && forwards(a) && forwards(b))
                    boxes_.join(a, b);
        add_wires();
        add_plugs();
        add_bridges();
        add_strands();
        add_edges();
        add_domains();
    }
    LinkMap take() { return std::move(out_); }

  private:
    bool forwards(NetIndex box) const { return net_.boxes[box].forwards == Forwards::frames; }
    bool stands_alone(const Port& port) const {
        return port.mode == PortMode::routed ||
               net_.boxes[net_.box_of(port.equipment)].forwards == Forwards::by_permission;
    }

    void add_wires() {
        std::map<std::pair<PortId, PortId>, std::pair<Places, Places>> carried; // from a, from b
        for (const FrameWays::Crossing& one : in_.crossings) {
            const bool from_a = one.from < one.to;
            auto& both = carried[std::minmax(one.from, one.to)];
            (from_a ? both.first : both.second).emplace_back(one.here, one.there);
        }
        for (const FrameWays::Joined& link : in_.joined) {
            const auto [first, second] = std::minmax(link.a, link.b);
            const Port &a = *design_.find(first), &b = *design_.find(second);
            const LoadWire row{a.id,
                               b.id,
                               a.equipment,
                               b.equipment,
                               net_.box_of(a.equipment),
                               net_.box_of(b.equipment),
                               std::min(a.rate, b.rate)};
            if (row.box_a == row.box_b)
                continue; // within a stack
            out_.wires_of[out_.port(a.id)].push_back(static_cast<std::uint32_t>(out_.wires.size()));
            out_.wires_of[out_.port(b.id)].push_back(static_cast<std::uint32_t>(out_.wires.size()));
            out_.wires.push_back(row);
            joins_.push_back(both_ways(carried[{a.id, b.id}]));
        }
    }

    static Places both_ways(const std::pair<Places, Places>& carried) {
        const std::set<std::pair<NetIndex, NetIndex>> back(carried.second.begin(), carried.second.end());
        Places out;
        for (const auto& [here, there] : carried.first)
            if (back.contains({there, here}))
                out.emplace_back(here, there);
        std::sort(out.begin(), out.end());
        return out;
    }

    void add_plugs() {
        for (const FrameWays::Station& plug : in_.stations) {
            const Port& port = *design_.find(plug.port);
            LoadPlug row{plug.id, port.id, port.equipment, net_.box_of(port.equipment), {}, port.rate};
            if (plug.id.kind == Kind::ports) {
                const Port& end = *design_.find(PortId{plug.id.value});
                row.host = end.equipment;
                row.rate = std::min(row.rate, end.rate);
            } else if (plug.id.kind == Kind::provider_handoffs) {
                const BitRate given = design_.find(ProviderHandoffId{plug.id.value})->bandwidth;
                if (given.value > 0)
                    row.rate = row.rate.value > 0 ? std::min(row.rate, given) : given;
            }
            out_.plugs.push_back(row);
        }
        std::sort(out_.plugs.begin(), out_.plugs.end(), [](const LoadPlug& x, const LoadPlug& y) {
            return std::pair(x.station, x.port) < std::pair(y.station, y.port);
        });
        for (std::uint32_t p = 0; p < out_.plugs.size(); ++p)
            out_.plugs_of[out_.port(out_.plugs[p].port)].push_back(p);
    }

    // A bridge for each group of devices that frames go through, and for each port that stands alone.
    void add_bridges() {
        in_line_ = devices_in_line(design_, net_, out_, same_);
        std::map<EquipmentId, std::int32_t> priority;
        for (const SpanningTree& tree : trees_) {
            const auto [at, is_new] = priority.try_emplace(tree.equipment, tree.priority);
            at->second = std::min(at->second, tree.priority);
        }
        bridge_of_box_.assign(net_.boxes.size(), nothing);
        for (NetIndex box = 0; box < net_.boxes.size(); ++box) {
            if (!forwards(box) || in_line_[box])
                continue;
            const std::uint32_t top = boxes_.top(box);
            if (bridge_of_box_[top] == nothing) {
                bridge_of_box_[top] = static_cast<std::uint32_t>(out_.bridges.size());
                out_.bridges.push_back({.priority = INT32_MAX, .id = net_.boxes[top].id, .domain = 0});
            }
            bridge_of_box_[box] = bridge_of_box_[top];
            LoadBridge& bridge = out_.bridges[bridge_of_box_[box]];
            for (const EquipmentId member : net_.boxes[box].members)
                if (const auto said = priority.find(member); said != priority.end())
                    bridge.priority = std::min(bridge.priority, said->second);
        }
        for (LoadBridge& bridge : out_.bridges)
            if (bridge.priority == INT32_MAX)
                bridge.priority = default_priority;
        out_.bridge_at.assign(net_.places.size(), nothing);
        for (NetIndex place = 0; place < net_.places.size(); ++place) {
            const NetPlace& row = net_.places[place];
            if (row.box != no_index && !row.port)
                out_.bridge_at[place] = bridge_of_box_[row.box];
            else if (row.box != no_index)
                out_.bridge_at[place] = alone(*row.port, net_.boxes[row.box].id);
        }
    }

    std::uint32_t alone(PortId port, EquipmentId device) {
        const auto [at, is_new] = alone_.try_emplace(port, static_cast<std::uint32_t>(out_.bridges.size()));
        if (is_new)
            out_.bridges.push_back({.priority = never_root, .id = device, .domain = 0});
        return at->second;
    }

    std::uint32_t bridge_of(PortId id) {
        const Port& port = *design_.find(id);
        const NetIndex box = net_.box_of(port.equipment);
        return stands_alone(port) ? alone(id, net_.boxes[box].id) : bridge_of_box_[box];
    }

    bool is_in_line(PortId id) const { return in_line_[net_.box_of(design_.find(id)->equipment)]; }

    // Direct links, and those through devices in the line, from the end that comes first.
    void add_strands() {
        out_.at_place.resize(net_.places.size());
        out_.peers_at.resize(net_.places.size());
        std::vector<std::vector<std::uint32_t>> in_line_ways;
        for (std::uint32_t w = 0; w < out_.wires.size(); ++w) {
            const LoadWire& wire = out_.wires[w];
            if (is_in_line(wire.a) || is_in_line(wire.b))
                continue;
            const std::uint32_t x = bridge_of(wire.a), y = bridge_of(wire.b);
            if (x == y) {
                for (const auto& [a, b] : joins_[w])
                    for (const NetIndex place : {a, b})
                        out_.peers_at[place].push_back(static_cast<std::uint32_t>(out_.peers.size()));
                out_.peers.push_back({w, joins_[w]});
            } else {
                add_strand({2 * w}, x, y, joins_[w]);
            }
        }
        for (const std::vector<std::uint32_t>& arcs : ways_in_line(out_, in_line_, same_)) {
            const PortId from = start(arcs.front()), to = start(arcs.back() ^ 1U);
            const std::uint32_t x = bridge_of(from), y = bridge_of(to);
            if (x != y)
                add_strand(arcs, x, y, joined_along(arcs));
        }
    }
    PortId start(std::uint32_t arc) const { return arc % 2 == 0 ? out_.wires[arc / 2].a : out_.wires[arc / 2].b; }

    std::vector<std::pair<NetIndex, NetIndex>> joined_along(const std::vector<std::uint32_t>& arcs) const {
        std::vector<std::pair<NetIndex, NetIndex>> out;
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            std::vector<std::pair<NetIndex, NetIndex>> step = joins_[arcs[i] / 2];
            if (arcs[i] % 2 == 1)
                for (auto& [a, b] : step)
                    std::swap(a, b);
            if (i == 0) {
                out = std::move(step);
                continue;
            }
            std::vector<std::pair<NetIndex, NetIndex>> longer;
            for (const auto& [from, via] : out)
                for (const auto& [here, there] : step)
                    if (here == via)
                        longer.emplace_back(from, there);
            out = std::move(longer);
        }
        return out;
    }

    void add_strand(std::vector<std::uint32_t> arcs, std::uint32_t x, std::uint32_t y,
                    std::vector<std::pair<NetIndex, NetIndex>> joins) {
        if (x > y) {
            std::swap(x, y);
            std::reverse(arcs.begin(), arcs.end());
            for (std::uint32_t& arc : arcs)
                arc ^= 1U;
            for (auto& [a, b] : joins)
                std::swap(a, b);
        }
        const auto index = static_cast<std::uint32_t>(out_.strands.size());
        for (const auto& [a, b] : joins)
            for (const NetIndex place : {a, b})
                out_.at_place[place].push_back(index);
        const auto box_at = [&](std::uint32_t arc) {
            return arc % 2 == 0 ? out_.wires[arc / 2].box_a : out_.wires[arc / 2].box_b;
        };
        ends_.emplace_back(x, y);
        out_.strands.push_back({.arcs = arcs,
                                .box_x = box_at(arcs.front()),
                                .box_y = box_at(arcs.back() ^ 1U),
                                .joins = std::move(joins)});
    }

    // Strands between the same two bridges that a LAG at either end holds together.
    void add_edges() {
        Sets sets(out_.strands.size());
        std::map<std::tuple<std::uint32_t, std::uint32_t, LagId>, std::uint32_t> first;
        for (std::uint32_t s = 0; s < out_.strands.size(); ++s)
            for (const PortId end : {start(out_.strands[s].arcs.front()), start(out_.strands[s].arcs.back() ^ 1U)})
                if (const Port& port = *design_.find(end); port.lag) {
                    const auto [at, is_new] = first.try_emplace({ends_[s].first, ends_[s].second, *port.lag}, s);
                    sets.join(at->second, s);
                }
        std::map<std::uint32_t, std::uint32_t> edge_of;
        for (std::uint32_t s = 0; s < out_.strands.size(); ++s) {
            LinkStrand& strand = out_.strands[s];
            const auto [at, is_new] = edge_of.try_emplace(sets.top(s), static_cast<std::uint32_t>(out_.edges.size()));
            const PortId port_x = start(strand.arcs.front()), port_y = start(strand.arcs.back() ^ 1U);
            if (is_new)
                out_.edges.push_back({.x = ends_[s].first,
                                      .y = ends_[s].second,
                                      .port_x = port_x,
                                      .port_y = port_y,
                                      .cost = highest_cost,
                                      .strands = {}});
            BridgeLink& edge = out_.edges[at->second];
            edge.port_x = std::min(edge.port_x, port_x);
            edge.port_y = std::min(edge.port_y, port_y);
            edge.strands.push_back(s);
            std::int64_t cost = 0; // of the slowest link of the strand
            for (const std::uint32_t arc : strand.arcs)
                cost = std::max(cost, path_cost(out_.wires[arc / 2].rate));
            edge.cost = std::min(edge.cost, cost);
            strand.edge = at->second;
        }
    }

    // Where a device of a domain states one tree for all VLANs, it has one.
    void add_domains() {
        Sets sets(out_.bridges.size());
        for (const BridgeLink& edge : out_.edges)
            if (out_.bridges[edge.x].priority != never_root && out_.bridges[edge.y].priority != never_root)
                sets.join(edge.x, edge.y);
        std::map<std::uint32_t, std::uint32_t> number;
        for (std::uint32_t b = 0; b < out_.bridges.size(); ++b)
            out_.bridges[b].domain =
                number.try_emplace(sets.top(b), static_cast<std::uint32_t>(number.size())).first->second;
        out_.one_tree.assign(number.size(), false);
        for (const SpanningTree& tree : trees_) {
            const NetIndex box = net_.box_of(tree.equipment);
            if (box != no_index && bridge_of_box_[box] != nothing &&
                (tree.mode == SpanningTreeMode::rstp || tree.mode == SpanningTreeMode::mstp))
                out_.one_tree[out_.bridges[bridge_of_box_[box]].domain] = true;
        }
    }

    const Design& design_;
    const Table<SpanningTree>& trees_;
    const Network& net_;
    const FrameWays& in_;
    Sets boxes_; // under the lowest of a bridge
    BridgeOfBox same_ = [this](NetIndex box) { return boxes_.top(box); };
    LinkMap out_;
    std::vector<Places> joins_; // by wire
    std::vector<bool> in_line_; // by box
    std::vector<std::uint32_t> bridge_of_box_;
    std::map<PortId, std::uint32_t> alone_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends_; // bridges, by strand
};

} // namespace

std::int64_t path_cost(BitRate rate) {
    return rate.value <= 0 ? highest_cost : std::clamp<std::int64_t>(cost_of_one / rate.value, 1, highest_cost);
}

std::uint32_t LinkMap::port(PortId id) const {
    const auto at = std::lower_bound(ports.begin(), ports.end(), id,
                                     [](const FrameWays::Settled& row, PortId key) { return row.port < key; });
    return at != ports.end() && at->port == id ? static_cast<std::uint32_t>(at - ports.begin()) : nothing;
}

LinkMap link_map(const NetworkRows& rows, const Table<SpanningTree>& trees, const Network& net,
                 const FrameWays& wires) {
    return Mapping(rows, trees, net, wires).take();
}

} // namespace riser
