// SPDX-License-Identifier: GPL-3.0-or-later
// The links of a network as spanning trees and hashing see them: which devices are one bridge, which links are one
// logical link between two bridges, by which of its strands frames go, and which VLANs each strand carries. Of a whole
// network; what failed is laid over it (LinkState).
#pragma once

#include "model/equipment.h"
#include "solvers/forwarding/network.h"

namespace riser {

// A link between two forwarding devices. Its two directions are arcs 2w (from a) and 2w + 1.
struct LoadWire {
    PortId a; // a < b
    PortId b;
    EquipmentId device_a;
    EquipmentId device_b;
    NetIndex box_a = no_index;
    NetIndex box_b = no_index;
    BitRate rate; // of the slower port; 0: not known
};

// A jack, a host's port or a provider's device, at the port of a forwarding device.
struct LoadPlug {
    AnyId station;
    PortId port;
    EquipmentId device;
    NetIndex box = no_index;
    EquipmentId host; // whose port the station is; 0: none
    BitRate rate;     // of a host the slower port's, of a handoff at most its bandwidth
};

// A way from one bridge to another: a link, or several in a row through devices in the line.
struct LinkStrand {
    std::vector<std::uint32_t> arcs;                  // from x to y; reversed: arc ^ 1 in the other order
    NetIndex box_x = no_index;                        // where it starts, and ends
    NetIndex box_y = no_index;                        //
    std::vector<std::pair<NetIndex, NetIndex>> joins; // places that it joins both ways
    std::uint32_t edge = 0;
};

// What a spanning tree takes for one link: strands that a LAG at either end makes one.
struct BridgeLink {
    std::uint32_t x = 0; // bridges
    std::uint32_t y = 0;
    PortId port_x; // lowest, the tie-break among links of one bridge
    PortId port_y;
    std::int64_t cost = 0;
    std::vector<std::uint32_t> strands;
};

// A device, a stack, the devices of an MLAG, or one routed port.
struct LoadBridge {
    std::int32_t priority = 32'768;
    EquipmentId id;           // the lowest
    std::uint32_t domain = 0; // bridges that links join
};

// A link within one bridge, between two devices of an MLAG.
struct PeerWire {
    std::uint32_t wire = 0;
    std::vector<std::pair<NetIndex, NetIndex>> joins; // place at a, place at b
};

constexpr std::uint32_t nothing = UINT32_MAX;

struct LinkMap {
    std::vector<LoadWire> wires;
    std::vector<LoadPlug> plugs; // by station, port
    std::vector<LinkStrand> strands;
    std::vector<BridgeLink> edges;
    std::vector<PeerWire> peers;
    std::vector<LoadBridge> bridges;
    std::vector<bool> one_tree; // by domain: one tree for all its VLANs, else each has its own

    std::vector<std::uint32_t> bridge_at;             // by place; `nothing` between two stations and in the line
    std::vector<std::vector<std::uint32_t>> at_place; // strands that join the place
    std::vector<std::vector<std::uint32_t>> peers_at; // peers that do
    std::vector<FrameWays::Settled> ports;            // by id
    std::vector<std::vector<std::uint32_t>> wires_of; // by port as in `ports`
    std::vector<std::vector<std::uint32_t>> plugs_of;

    std::uint32_t port(PortId id) const; // in `ports`, or `nothing`. O(log n)
};

// IEEE 802.1D-2004, table 17-3: 20 Tbit/s by the rate, at most 200,000,000; that also where the rate is not known.
std::int64_t path_cost(BitRate rate);

// O(links x VLANs on each).
LinkMap link_map(const NetworkRows& rows, const Table<SpanningTree>& trees, const Network& net, const FrameWays& wires);

} // namespace riser
