// SPDX-License-Identifier: GPL-3.0-or-later
// Devices and the links between them, as the planner of addresses sees them: a stack is one node, access points and
// cameras are none (they are what their jack is). Says under which pair of routing switches each node hangs (its
// block), and which links a VLAN must cross to join its members, and no more.
#pragma once

#include "model/design.h"
#include "solvers/base/facts.h"

#include <map>
#include <set>

namespace riser {

struct NetworkNode {
    std::vector<EquipmentId> devices; // members of a stack by their order in it; the first speaks for it
    EquipmentRole role = EquipmentRole::other;
    PlaneId plane;
    std::string label;
};
struct NetworkLink {
    std::size_t a = 0; // nodes
    std::size_t b = 0;
    PortId port_a;
    PortId port_b;
};
struct NetworkBlock {
    PlaneId plane;
    std::vector<std::size_t> routers; // nodes that route for it, in order
    std::string name;
    std::string key; // of one of its devices, kept
};

bool is_switch(EquipmentRole role);
bool is_transparent(EquipmentRole role); // between switch and firewall, passes frames
bool is_end_host(EquipmentRole role);    // servers and what else has one VLAN on its ports

class NetworkMap {
  public:
    // `known`: keys of blocks that are in use, so that a block keeps its key when a device joins it.
    NetworkMap(const Facts& facts, const std::set<std::string>& known);

    std::vector<NetworkNode> nodes; // by plane, floor, space, label, id
    std::vector<NetworkLink> links; // by port
    std::vector<NetworkBlock> blocks;

    std::optional<std::size_t> node_of(EquipmentId device) const;
    std::optional<std::size_t> block_of(std::size_t node) const;
    // Of the plane's blocks, that of its uppermost switches.
    std::optional<std::size_t> top_block(PlaneId plane) const;
    // Firewalls of the plane that links join to its switches and to the first of them, in order.
    std::vector<std::size_t> firewalls(PlaneId plane) const;
    // Whether frames can come from one to the other.
    bool joined(std::size_t a, std::size_t b) const;
    SpaceId space_of(std::size_t node) const;

    // Links of all shortest ways over switches and transparent devices from each root to each member, and of those
    // between routing switches that lie on them. O((roots + members) x links).
    std::set<std::size_t> joining(const std::vector<std::size_t>& roots, const std::set<std::size_t>& members) const;

  private:
    struct Beside {
        std::size_t node;
        std::size_t link;
    };
    bool passes(std::size_t node) const;
    bool routes(std::size_t node) const;
    int level(std::size_t node) const;
    void place_nodes(const Facts& facts);
    void add_links(const Facts& facts);
    void gather_routers(const std::set<std::string>& known);
    void assign_blocks(const std::set<std::string>& known);
    void add_block(std::vector<std::size_t> routers, const std::set<std::string>& known);
    std::optional<std::size_t> nearest_block(std::size_t node) const;
    std::vector<int> distances(std::size_t from, const std::set<std::size_t>& closed) const;
    void trace(std::size_t member, const std::vector<int>& distance, std::set<std::size_t>& out) const;

    std::map<EquipmentId, std::size_t> index_;
    std::vector<std::vector<Beside>> beside_;
    std::vector<std::optional<std::size_t>> block_;
    std::vector<SpaceId> space_;
};

} // namespace riser
