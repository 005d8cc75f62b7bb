// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power.h"
#include "solvers/planning/addresses/address_works.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

constexpr std::int32_t tree_step = 4'096; // priorities are multiples of it (IEEE 802.1D)
constexpr std::int32_t last_tree_priority = 61'440;

struct PortWish {
    PortMode mode = PortMode::trunk;
    std::optional<VlanId> access = {};
    std::set<VlanId> tagged = {};
};

class Ports {
  public:
    explicit Ports(AddressWorks& works) : works_(works) {
        for (const WantedVlan& vlan : works.wanted)
            for (const EquipmentId device : vlan.devices)
                of_device_[device] = vlan.id;
        for (const WantedVlan& vlan : works.wanted)
            if (vlan.block && !vlan.ssid)
                for (const std::size_t node : vlan.homes)
                    users_[{*vlan.zone, vlan.body, node}] = vlan.id;
    }

    void set() {
        links();
        jacks();
        const Table<Port> ports = works_.after.ports;
        for (const Port& port : ports)
            if (works_.map.node_of(port.equipment) && port.status != Status::remove)
                apply(port);
        trees();
    }

  private:
    void links() {
        std::map<std::size_t, std::set<VlanId>> carried;
        for (const WantedVlan& vlan : works_.wanted)
            for (const std::size_t link : links_of(vlan))
                carried[link].insert(vlan.id);
        for (std::size_t n = 0; n < works_.map.links.size(); ++n) {
            const NetworkLink& link = works_.map.links[n];
            PortWish wish;
            for (const auto& [end, port] : {std::pair(link.a, link.port_a), std::pair(link.b, link.port_b)})
                if (is_end_host(works_.map.nodes[end].role) || side_of(end, port)) {
                    wish.mode = PortMode::access;
                    wish.access = access_of(end, port);
                }
            if (wish.mode == PortMode::trunk)
                wish.tagged = carried[n];
            wishes_[link.port_a] = wish;
            wishes_[link.port_b] = wish;
        }
        for (const WantedVlan& vlan : works_.wanted)
            if (vlan.use == VlanUse::provider)
                for (const ProviderHandoff& handoff : works_.after.provider_handoffs)
                    if (handoff.port && to_string(handoff.id) == vlan.key)
                        wishes_[*handoff.port] = {.mode = PortMode::access, .access = vlan.id};
    }

    // The zone in which an isolation gateway stands with that port.
    std::optional<ZoneId> side_of(std::size_t node, PortId port) const {
        return works_.map.nodes[node].role == EquipmentRole::isolation_gateway ? works_.after.find(port)->zone
                                                                               : std::nullopt;
    }
    std::optional<VlanId> access_of(std::size_t node, PortId port) const {
        if (const std::optional<ZoneId> zone = side_of(node, port)) {
            const auto found = users_.find({*zone, std::nullopt, node});
            return found == users_.end() ? std::nullopt : std::optional(found->second);
        }
        const auto found = of_device_.find(works_.map.nodes[node].devices.front());
        return found == of_device_.end() ? std::nullopt : std::optional(found->second);
    }

    std::set<std::size_t> links_of(const WantedVlan& vlan) const {
        std::vector<std::size_t> roots;
        if (vlan.block) {
            roots = works_.map.blocks[*vlan.block].routers;
        } else {
            for (const std::size_t node : vlan.members)
                if (!is_switch(works_.map.nodes[node].role))
                    roots.push_back(node);
        }
        return works_.map.joining(roots, vlan.members);
    }

    void jacks() {
        std::set<PortId> done;
        for (const JackPort& patched : works_.jack_ports) {
            if (!done.insert(patched.port).second)
                continue;
            const auto found = users_.find({patched.zone, patched.body, patched.node});
            PortWish wish{.mode = PortMode::access};
            if (found != users_.end())
                wish.access = found->second;
            // A person's wish, on the same network.
            const Jack* jack = works_.after.find(patched.jack);
            if (const Vlan* wished = jack ? works_.after.find(jack->vlan_wish) : nullptr;
                wished && wished->plane == works_.map.nodes[patched.node].plane)
                wish.access = wished->id;
            wishes_[patched.port] = std::move(wish);
        }
    }

    std::vector<VlanId> in_order(const std::set<VlanId>& vlans) const {
        std::vector<VlanId> out(vlans.begin(), vlans.end());
        std::sort(out.begin(), out.end(), [&](VlanId a, VlanId b) {
            return std::tie(works_.after.find(a)->number, a) < std::tie(works_.after.find(b)->number, b);
        });
        return out;
    }

    void apply(const Port& port) {
        Port row = port;
        const auto found = wishes_.find(port.id);
        row.access_vlan.reset();
        row.trunk_vlans.clear();
        if (found != wishes_.end()) {
            row.mode = found->second.mode;
            row.access_vlan = found->second.access;
            row.trunk_vlans = in_order(found->second.tagged);
        }
        if (!works_.ports.was_mine(port) || PlannedRows<Port>::is_settled(port)) {
            if (found != wishes_.end() && row != port)
                works_.reasons.add(port.equipment,
                                   {"人工绘制或已有的端口未改动，其VLAN与规划不同",
                                    "ports that people drew or that are there already stay as they are: their VLANs "
                                    "are not those of the plan"});
            return;
        }
        works_.ports.put(std::move(row));
    }

    // The first routing switch at the top is the root, the second stands in for it.
    void trees() {
        for (std::size_t n = 0; n < works_.map.nodes.size(); ++n) {
            const NetworkNode& node = works_.map.nodes[n];
            if (!is_switch(node.role))
                continue;
            SpanningTree row = works_.trees.start(to_string(node.devices.front()));
            row.equipment = node.devices.front();
            row.mode = SpanningTreeMode::rstp;
            row.priority = works_.options.access_priority;
            if (const std::optional<std::size_t> block = works_.map.block_of(n)) {
                const std::vector<std::size_t>& routers = works_.map.blocks[*block].routers;
                const auto at = std::find(routers.begin(), routers.end(), n);
                if (at != routers.end())
                    row.priority = (block == works_.map.top_block(node.plane) ? works_.options.root_priority
                                                                              : works_.options.distribution_priority) +
                                   tree_step * static_cast<std::int32_t>(at - routers.begin());
            }
            row.priority = std::min(row.priority, last_tree_priority);
            works_.trees.put(std::move(row));
        }
    }

    AddressWorks& works_;
    std::map<EquipmentId, VlanId> of_device_;
    std::map<std::tuple<ZoneId, std::optional<BodyId>, std::size_t>, VlanId> users_; // by zone, body, node
    std::map<PortId, PortWish> wishes_;
};

} // namespace

void set_ports(AddressWorks& works) { Ports(works).set(); }

} // namespace riser
