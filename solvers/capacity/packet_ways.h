// SPDX-License-Identifier: GPL-3.0-or-later
// How packets for one destination are shared out over gateways, tables and next hops: of equal routes each takes the
// same share, as a linear system over the tables that they come to (x = P'x + d, by Eigen's sparse LU), so that ways
// that part and meet again, and those that go round for a while, are exact. By the README of `solvers/forwarding`,
// without filters.
#pragma once

#include "solvers/capacity/tree_ways.h"

#include <map>

namespace riser {

// Which gateways are up and what tables say while something has failed.
class LoadRouters {
  public:
    // All must outlive this.
    LoadRouters(const NetworkRows& rows, const Network& net);
    // The same in a state of its links. O(places that fell), and O(routes) when a gateway went down.
    LoadRouters in(const TreeWays& ways) const;

    bool same_gateways(const LoadRouters& other) const { return places_ == other.places_; } // each at the same places
    bool is_up(NetIndex gateway) const { return (*places_)[gateway].size() > 0; }
    const std::vector<NetIndex>& places(NetIndex gateway) const { return (*places_)[gateway]; }
    const NetTable& table(NetIndex index) const { return (*tables_)[index]; }
    NetIndex table_of(NetIndex gateway) const { return (*table_of_)[gateway]; }
    const Network& net() const { return *net_; }

  private:
    const NetworkRows* rows_;
    const Network* net_;
    std::shared_ptr<const std::vector<std::vector<NetIndex>>> places_; // by gateway, those that stand
    std::shared_ptr<const std::vector<NetTable>> tables_;
    std::shared_ptr<const std::vector<NetIndex>> table_of_;
    std::shared_ptr<const std::vector<bool>> has_gateway_; // by place of the network
};

// Where one unit that enters a table goes.
struct PacketWay {
    struct Leg { // frames from place to place
        NetIndex from = no_index;
        NetIndex to = no_index;
        double share = 0;
    };
    struct End { // handed to the destination's VLAN by this gateway
        NetIndex gateway = no_index;
        double share = 0;
    };
    struct Exit { // to a provider's device
        NetIndex station = no_index;
        NetIndex from = no_index; // place
        double share = 0;
    };
    std::vector<Leg> legs;
    std::vector<End> ends;
    std::vector<Exit> exits;
    double lost = 0;                // no route, nobody at the next hop, or round for ever
    std::vector<NetIndex> segments; // that it depends on, ascending
};

// To an address, or to whatever lies outside (default routes alone): of a unit handed to that gateway.
PacketWay packet_way(const LoadRouters& routers, const TreeWays& ways, NetIndex gateway,
                     const std::optional<IpAddress>& to);

// Whether a way of the state before is that of a state with less: nothing that it was chosen from is better now.
bool still_holds(const PacketWay& way, const LoadRouters& routers, const TreeWays& ways);

// By the gateway to which a packet is handed, and where to.
using PacketWayKey = std::pair<NetIndex, std::optional<IpAddress>>;

// Ways of packets in one state, each made once; those of the whole network that still hold are taken from there. One
// thread.
class PacketWays {
  public:
    // `whole` must outlive this; none: all are made.
    explicit PacketWays(const PacketWays* whole = nullptr) : whole_(whole) {}
    // Valid as long as this is.
    const PacketWay& of(const LoadRouters& routers, const TreeWays& ways, NetIndex gateway,
                        const std::optional<IpAddress>& to);
    void clear() { made_.clear(); }

  private:
    const PacketWays* whole_;
    std::map<PacketWayKey, PacketWay> made_;
};

// To whom a sender in that VLAN at that place hands packets for elsewhere: of each shared address the member that
// answers now, else every gateway. Those in reach, evenly.
std::vector<NetIndex> gateways_of(const LoadRouters& routers, const TreeWays& ways, NetIndex place, VlanId vlan);

// A place of the gateway from which frames come to `to`; no_index: none.
NetIndex leaves_at(const LoadRouters& routers, const TreeWays& ways, NetIndex gateway, NetIndex to);

} // namespace riser
