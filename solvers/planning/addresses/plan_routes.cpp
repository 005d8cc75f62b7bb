// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power.h"
#include "solvers/base/address_space.h"
#include "solvers/planning/addresses/address_works.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::int32_t first_preference = 60;

IpPrefix everything(bool v6) {
    IpPrefix out;
    out.address.is_v6 = v6;
    return out;
}

// A zone as the routes see it.
struct ZoneWays {
    VlanId transit;
    VrfId vrf;
    std::map<std::string, std::vector<IpPrefix>> behind; // a block's key: its prefixes in the zone
};

class Routing {
  public:
    explicit Routing(AddressWorks& works) : works_(works) {}

    void plan() {
        for (const WantedVlan& vlan : works_.wanted)
            if (vlan.use == VlanUse::transit && works_.after.find(vlan.id)->vrf)
                zones_.emplace(*vlan.zone, ZoneWays{vlan.id, *works_.after.find(vlan.id)->vrf, {}});
        for (const WantedVlan& vlan : works_.wanted) {
            const auto zone = vlan.zone ? zones_.find(*vlan.zone) : zones_.end();
            if (zone == zones_.end() || !vlan.block)
                continue;
            std::vector<IpPrefix>& behind = zone->second.behind[works_.map.blocks[*vlan.block].key];
            for (const PrefixId id : vlan.prefixes)
                behind.push_back(*works_.after.find(id)->prefix);
        }
        for (const auto& [zone, ways] : zones_) {
            from_blocks(ways);
            from_firewalls(zone, ways);
        }
        to_providers();
        from_management();
    }

  private:
    void put(std::size_t node, const std::optional<VrfId>& vrf, const IpPrefix& to, const IpAddress& hop,
             std::int32_t preference = first_preference) {
        const EquipmentId device = works_.map.nodes[node].devices.front();
        Route row = works_.routes.start(to_string(device) + "|" + (vrf ? to_string(*vrf) : "-") + "|" +
                                        riser::to_string(to) + "|" + std::to_string(preference));
        row.equipment = device;
        row.vrf = vrf;
        row.destination = to;
        row.next_hop = hop;
        row.preference = preference;
        works_.routes.put(std::move(row));
    }

    const GatewayGroup* group(VlanId vlan, const std::string& key) const {
        const auto found = works_.groups.find({vlan, key});
        return found == works_.groups.end() ? nullptr : &found->second;
    }

    // Everything else to the firewalls; the zone's own in other blocks by these.
    void from_blocks(const ZoneWays& ways) {
        const GatewayGroup* firewalls = group(ways.transit, "firewalls");
        for (const auto& [key, prefixes] : ways.behind) {
            const GatewayGroup* here = group(ways.transit, key);
            if (!here)
                continue;
            for (const std::size_t router : here->routers) {
                if (firewalls)
                    for (const auto& [v6, hop] : firewalls->address)
                        put(router, ways.vrf, everything(v6), hop);
                for (const auto& [other, theirs] : ways.behind)
                    if (const GatewayGroup* there = other == key ? nullptr : group(ways.transit, other))
                        towards(router, ways.vrf, theirs, *there);
            }
        }
    }

    void towards(std::size_t router, const std::optional<VrfId>& vrf, const std::vector<IpPrefix>& prefixes,
                 const GatewayGroup& there) {
        for (const IpPrefix& prefix : summarised(prefixes))
            if (const auto hop = there.address.find(prefix.address.is_v6); hop != there.address.end())
                put(router, vrf, prefix, hop->second);
    }

    // A zone behind one block is routed as the blocks of addresses that are its own.
    void from_firewalls(ZoneId zone, const ZoneWays& ways) {
        const GatewayGroup* firewalls = group(ways.transit, "firewalls");
        if (!firewalls)
            return;
        for (const auto& [key, prefixes] : ways.behind) {
            const GatewayGroup* there = group(ways.transit, key);
            if (!there)
                continue;
            std::vector<IpPrefix> list = prefixes;
            if (ways.behind.size() == 1)
                for (const Prefix& row : works_.after.prefixes)
                    if (works_.prefixes.is_wanted(row.id) && !row.vlan && row.prefix &&
                        row.origin.key.starts_with(to_string(zone) + "|"))
                        list.push_back(*row.prefix);
            for (const std::size_t router : firewalls->routers)
                towards(router, std::nullopt, list, *there);
        }
    }

    // By what each is joined to, the first provider before the second.
    void to_providers() {
        std::map<std::size_t, std::int32_t> preference;
        for (const WantedVlan& vlan : works_.wanted) {
            const GatewayGroup* firewalls = vlan.use == VlanUse::provider ? group(vlan.id, "firewalls") : nullptr;
            const ProviderHandoff* handoff = firewalls ? handoff_of(vlan) : nullptr;
            if (!handoff || !handoff->peer)
                continue;
            for (const std::size_t router : firewalls->routers) {
                std::int32_t& next = preference.try_emplace(router, first_preference).first->second;
                put(router, std::nullopt, everything(handoff->peer->is_v6), *handoff->peer, next);
                next += 10;
            }
        }
    }
    const ProviderHandoff* handoff_of(const WantedVlan& vlan) const {
        for (const ProviderHandoff& row : works_.after.provider_handoffs)
            if (to_string(row.id) == vlan.key)
                return &row;
        return nullptr;
    }

    // What is managed in a subnet without being a gateway of it answers over its gateway.
    void from_management() {
        for (const WantedVlan& vlan : works_.wanted) {
            if (vlan.use != VlanUse::management || !vlan.block)
                continue;
            const NetworkBlock& block = works_.map.blocks[*vlan.block];
            const GatewayGroup* there = group(vlan.id, block.key);
            for (const EquipmentId device : vlan.devices) {
                const std::size_t node = *works_.map.node_of(device);
                const EquipmentRole role = works_.map.nodes[node].role;
                const bool routes_itself =
                    role == EquipmentRole::firewall || role == EquipmentRole::router ||
                    std::find(block.routers.begin(), block.routers.end(), node) != block.routers.end();
                const Equipment& row = *works_.after.find(device);
                if (!there || routes_itself || is_end_host(role) || !row.address)
                    continue;
                if (const auto hop = there->address.find(row.address->is_v6); hop != there->address.end())
                    put(node, std::nullopt, everything(row.address->is_v6), hop->second);
            }
        }
    }

    AddressWorks& works_;
    std::map<ZoneId, ZoneWays> zones_;
};

} // namespace

void plan_routes(AddressWorks& works) { Routing(works).plan(); }

} // namespace riser
