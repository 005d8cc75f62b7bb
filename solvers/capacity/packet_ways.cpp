// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/packet_ways.h"

#include "solvers/forwarding/answering.h"

#include "solvers/forwarding/network_parts.h"

#include <Eigen/SparseCore>
#include <Eigen/SparseLU>

#include <algorithm>
#include <map>
#include <tuple>

namespace riser {

LoadRouters::LoadRouters(const NetworkRows& rows, const Network& net) : rows_(&rows), net_(&net) {
    std::vector<std::vector<NetIndex>> places;
    std::vector<NetIndex> table_of;
    for (const NetGateway& gateway : net.gateways) {
        places.push_back(gateway.places);
        table_of.push_back(gateway.table);
    }
    std::vector<bool> has_gateway(net.places.size(), false);
    for (const std::vector<NetIndex>& list : places)
        for (const NetIndex place : list)
            has_gateway[place] = true;
    has_gateway_ = std::make_shared<const std::vector<bool>>(std::move(has_gateway));
    places_ = std::make_shared<const std::vector<std::vector<NetIndex>>>(std::move(places));
    table_of_ = std::make_shared<const std::vector<NetIndex>>(std::move(table_of));
    tables_ = std::make_shared<const std::vector<NetTable>>(net.tables);
}

LoadRouters LoadRouters::in(const TreeWays& ways) const {
    LoadRouters out = *this;
    bool down = false;
    if (std::none_of(ways.fallen().begin(), ways.fallen().end(),
                     [&](NetIndex place) { return (*has_gateway_)[place]; }))
        return out;
    std::vector<std::vector<NetIndex>> left = *places_;
    for (std::vector<NetIndex>& list : left) {
        const bool was = !list.empty();
        std::erase_if(list, [&](NetIndex place) { return !ways.stands(place); });
        down |= was && list.empty();
    }
    if (down) { // tables as forwarding derives them, of the gateways that are left
        Network shell;
        shell.boxes = net_->boxes;
        shell.box_by_equipment = net_->box_by_equipment;
        shell.gateways = net_->gateways;
        for (NetIndex g = 0; g < shell.gateways.size(); ++g) {
            shell.gateways[g].places = left[g];
            shell.gateways[g].table = no_index;
        }
        add_tables(*rows_, shell);
        std::vector<NetIndex> table_of;
        for (const NetGateway& gateway : shell.gateways)
            table_of.push_back(gateway.table);
        out.tables_ = std::make_shared<const std::vector<NetTable>>(std::move(shell.tables));
        out.table_of_ = std::make_shared<const std::vector<NetIndex>>(std::move(table_of));
    }
    out.places_ = std::make_shared<const std::vector<std::vector<NetIndex>>>(std::move(left));
    return out;
}

namespace {

// The gateway's place that frames from `place` come to.
NetIndex reached_at(const LoadRouters& routers, const TreeWays& ways, NetIndex place, NetIndex gateway) {
    for (const NetIndex there : routers.places(gateway))
        if (ways.joined(place, there))
            return there;
    return no_index;
}

const NetTable::Entry* decides(const NetTable& table, const std::optional<IpAddress>& to) {
    for (const NetTable::Entry& entry : table.entries)
        if (to ? contains(entry.to, *to) : entry.to.length == 0)
            return &entry;
    return nullptr;
}

class Sharing {
  public:
    Sharing(const LoadRouters& routers, const TreeWays& ways, const std::optional<IpAddress>& to)
        : routers_(routers), ways_(ways), net_(routers.net()), to_(to) {}

    PacketWay from(NetIndex gateway) {
        node(routers_.table_of(gateway));
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            look_up(i);
        drop_rounds();
        return collect(visits());
    }

  private:
    struct Step {
        std::size_t node;
        PacketWay::Leg leg; // its share is of what is at the node before
    };
    struct Node {
        NetIndex table;
        std::vector<Step> steps;
        std::vector<PacketWay::End> ends;
        std::vector<PacketWay::Exit> exits;
        double lost = 0;
        bool doomed = false;
    };

    std::size_t node(NetIndex table) {
        const auto [at, is_new] = known_.try_emplace(table, nodes_.size());
        if (is_new)
            nodes_.push_back({.table = table, .steps = {}, .ends = {}, .exits = {}});
        return at->second;
    }

    void look_up(std::size_t here) {
        const NetIndex table = nodes_[here].table;
        const NetTable::Entry* entry = table == no_index ? nullptr : decides(routers_.table(table), to_);
        if (!entry) {
            nodes_[here].lost = 1;
            return;
        }
        for (const NetHop& hop : entry->hops)
            take(here, hop, 1.0 / static_cast<double>(entry->hops.size()));
    }

    void take(std::size_t here, const NetHop& hop, double share) {
        if (hop.gateway == no_index) {
            nodes_[here].lost += share;
            return;
        }
        for (const NetIndex place : routers_.places(hop.gateway))
            depend_on(place);
        if (!hop.next_hop) {
            nodes_[here].ends.push_back({hop.gateway, share});
            return;
        }
        const std::vector<IpAddress>& own = routers_.table(nodes_[here].table).own;
        std::vector<Receiver> to;
        if (std::find(own.begin(), own.end(), *hop.next_hop) == own.end())
            to = receivers(hop.gateway, *hop.next_hop);
        if (to.empty())
            nodes_[here].lost += share;
        for (const Receiver& one : to) {
            const double part = share / static_cast<double>(to.size());
            if (one.station != no_index)
                nodes_[here].exits.push_back({one.station, one.from, part});
            else {
                const std::size_t next = node(routers_.table_of(one.gateway));
                nodes_[here].steps.push_back({next, {one.from, one.at, part}});
            }
        }
    }

    struct Receiver {
        NetIndex gateway = no_index, at = no_index; // with its place
        NetIndex station = no_index;
        NetIndex from = no_index;
    };
    std::vector<Receiver> receivers(NetIndex by, const IpAddress& next_hop) {
        std::vector<Receiver> out;
        for (const NetIndex from : routers_.places(by)) {
            const NetSegment& segment = net_.segments[net_.places[from].segment];
            std::vector<Receiver> sharing;
            std::vector<NetIndex> members;
            for (const NetIndex g : segment.gateways) {
                const NetGateway& there = net_.gateways[g];
                const NetIndex at = there.box == net_.gateways[by].box || !routers_.is_up(g)
                                        ? no_index
                                        : reached_at(routers_, ways_, from, g);
                if (at == no_index || net_.boxes[there.box].forwards != Forwards::frames)
                    continue;
                if (there.address == next_hop)
                    add(out, {g, at, no_index, from});
                else if (there.shared == next_hop) {
                    members.push_back(g);
                    sharing.push_back({g, at, no_index, from});
                }
            }
            if (!members.empty()) {
                const NetIndex active = answering(net_, members);
                add(out, *std::find_if(sharing.begin(), sharing.end(),
                                       [&](const Receiver& one) { return one.gateway == active; }));
            }
            for (const NetIndex s : segment.stations)
                if (net_.stations[s].peer == next_hop && hears(s, from))
                    add(out, {no_index, no_index, s, from});
        }
        return out;
    }
    static void add(std::vector<Receiver>& list, const Receiver& one) {
        if (std::none_of(list.begin(), list.end(), [&](const Receiver& other) {
                return other.gateway == one.gateway && other.station == one.station;
            }))
            list.push_back(one);
    }
    bool hears(NetIndex station, NetIndex from) const {
        const AnyId id = net_.stations[station].id;
        const std::vector<LoadPlug>& plugs = ways_.map().plugs;
        auto at = std::lower_bound(plugs.begin(), plugs.end(), id,
                                   [](const LoadPlug& plug, AnyId key) { return plug.station < key; });
        bool plugged = false;
        for (; at != plugs.end() && at->station == id; ++at)
            plugged |= !ways_.is_lost_plug(static_cast<std::uint32_t>(at - plugs.begin()));
        return plugged && std::any_of(net_.stations[station].hears.begin(), net_.stations[station].hears.end(),
                                      [&](const NetStation::Contact& c) { return ways_.joined(from, c.place); });
    }

    // Tables from which nothing ever leaves: what comes there is lost.
    void drop_rounds() {
        for (Node& one : nodes_)
            one.doomed = one.ends.empty() && one.exits.empty() && one.lost == 0;
        for (bool again = true; again;) {
            again = false;
            for (Node& one : nodes_)
                if (one.doomed && std::any_of(one.steps.begin(), one.steps.end(),
                                              [&](const Step& step) { return !nodes_[step.node].doomed; })) {
                    one.doomed = false;
                    again = true;
                }
        }
    }

    // How much of the unit comes to each table.
    Eigen::VectorXd visits() const {
        const auto n = static_cast<Eigen::Index>(nodes_.size());
        Eigen::VectorXd enters = Eigen::VectorXd::Zero(n);
        enters[0] = 1;
        if (n == 1 && nodes_[0].steps.empty())
            return enters;
        std::vector<Eigen::Triplet<double>> cells;
        for (Eigen::Index i = 0; i < n; ++i) {
            cells.emplace_back(i, i, 1.0);
            if (!nodes_[static_cast<std::size_t>(i)].doomed)
                for (const Step& step : nodes_[static_cast<std::size_t>(i)].steps)
                    cells.emplace_back(static_cast<Eigen::Index>(step.node), i, -step.leg.share);
        }
        Eigen::SparseMatrix<double> system(n, n);
        system.setFromTriplets(cells.begin(), cells.end());
        Eigen::SparseLU<Eigen::SparseMatrix<double>> solver;
        solver.compute(system);
        return solver.solve(enters);
    }

    PacketWay collect(const Eigen::VectorXd& visits) {
        PacketWay out;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const double here = visits[static_cast<Eigen::Index>(i)];
            const Node& one = nodes_[i];
            if (one.doomed) {
                out.lost += here;
                continue;
            }
            for (const Step& step : one.steps)
                out.legs.push_back({step.leg.from, step.leg.to, here * step.leg.share});
            for (const PacketWay::End& end : one.ends)
                out.ends.push_back({end.gateway, here * end.share});
            for (const PacketWay::Exit& exit : one.exits)
                out.exits.push_back({exit.station, exit.from, here * exit.share});
            out.lost += here * one.lost;
        }
        std::sort(segments_.begin(), segments_.end());
        segments_.erase(std::unique(segments_.begin(), segments_.end()), segments_.end());
        out.segments = std::move(segments_);
        return out;
    }

    void depend_on(NetIndex place) { segments_.push_back(net_.places[place].segment); }

    const LoadRouters& routers_;
    const TreeWays& ways_;
    const Network& net_;
    const std::optional<IpAddress>& to_;
    std::vector<Node> nodes_;
    std::map<NetIndex, std::size_t> known_;
    std::vector<NetIndex> segments_;
};

} // namespace

PacketWay packet_way(const LoadRouters& routers, const TreeWays& ways, NetIndex gateway,
                     const std::optional<IpAddress>& to) {
    return Sharing(routers, ways, to).from(gateway);
}

bool still_holds(const PacketWay& way, const LoadRouters& routers, const TreeWays& ways) {
    if (way.lost > 0)
        return false;
    const auto meets = [&](const std::vector<NetIndex>& some) {
        return std::any_of(way.segments.begin(), way.segments.end(),
                           [&](NetIndex segment) { return std::binary_search(some.begin(), some.end(), segment); });
    };
    if (!meets(ways.touched()))
        return true;
    const auto stands = [&](const PacketWay::End& end) {
        const std::vector<NetIndex>& all = routers.net().gateways[end.gateway].places;
        return std::all_of(all.begin(), all.end(), [&](NetIndex place) { return ways.stands(place); });
    };
    return !meets(ways.grown()) && way.exits.empty() && std::all_of(way.ends.begin(), way.ends.end(), stands) &&
           std::all_of(way.legs.begin(), way.legs.end(),
                       [&](const PacketWay::Leg& leg) { return ways.joined(leg.from, leg.to); });
}

const PacketWay& PacketWays::of(const LoadRouters& routers, const TreeWays& ways, NetIndex gateway,
                                const std::optional<IpAddress>& to) {
    if (whole_)
        if (const auto known = whole_->made_.find({gateway, to});
            known != whole_->made_.end() && still_holds(known->second, routers, ways))
            return known->second;
    const auto [at, is_new] = made_.try_emplace({gateway, to});
    if (is_new)
        at->second = packet_way(routers, ways, gateway, to);
    return at->second;
}

std::vector<NetIndex> gateways_of(const LoadRouters& routers, const TreeWays& ways, NetIndex place, VlanId vlan) {
    const Network& net = routers.net();
    std::vector<NetIndex> out;
    for (const NetIndex g : net.segments[net.places[place].segment].gateways) {
        const NetGateway& gateway = net.gateways[g];
        if (gateway.vlan == vlan && net.boxes[gateway.box].forwards == Forwards::frames &&
            reached_at(routers, ways, place, g) != no_index)
            out.push_back(g);
    }
    return answering_hosts(net, out);
}

NetIndex leaves_at(const LoadRouters& routers, const TreeWays& ways, NetIndex gateway, NetIndex to) {
    return reached_at(routers, ways, to, gateway);
}

} // namespace riser
