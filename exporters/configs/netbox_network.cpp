// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/netbox_parts.h"
#include "exporters/configs/safe_names.h"
#include "exporters/configs/vlan_labels.h"
#include "exporters/tables/names.h"

#include <algorithm>

namespace riser::detail {

namespace {

std::string number_of(const Vlan& vlan) { return std::to_string(vlan.number->number()); }

// The longest of the prefixes asked for in which the address lies, null when there is none.
template<class Asked> const Prefix* longest(const Design& design, const IpAddress& address, Asked asked) {
    const Prefix* best = nullptr;
    for (const Prefix& prefix : design.prefixes)
        if (prefix.prefix && asked(prefix) && contains(*prefix.prefix, address) &&
            (!best || prefix.prefix->length > best->prefix->length))
            best = &prefix;
    return best;
}

} // namespace

// A group a plane; a number that stands twice on a plane is in a further group, for a group holds a number once.
void NetboxExport::vlan_groups() {
    NetboxTable table("vlan-groups", {"VLAN 组（网络平面）", "VLAN groups"}, {"name", "slug"});
    UniqueNames names(100);
    std::set<std::string> slugs;
    for (const Plane& plane : design_.planes) {
        if (!shown(plane.id))
            continue;
        std::vector<std::pair<std::string, std::set<std::uint16_t>>> groups;
        const auto open = [&] {
            const std::string count = groups.empty() ? "" : ' ' + std::to_string(groups.size() + 1);
            groups.emplace_back(names.name(in(plane.name) + count, plane.id), std::set<std::uint16_t>());
            table.row({groups.back().first, slug(plane.code + count, plane.id, slugs)}, plane.id);
        };
        open();
        for (const Vlan& row : design_.vlans) {
            if (row.plane != plane.id || !vlan(row.id))
                continue;
            std::size_t at = 0;
            while (!groups[at].second.insert(row.number->number()).second)
                if (++at == groups.size())
                    open();
            groups_[row.id] = groups[at].first;
        }
    }
    add(std::move(table));
}

void NetboxExport::vlans() {
    NetboxTable table("vlans", {"VLAN", "VLANs"}, {"group", "vid", "name", "tenant", "status"});
    std::map<std::string, UniqueNames> names; // once a group
    std::vector<const Vlan*> told;
    for (const Vlan& row : design_.vlans)
        if (groups_.contains(row.id))
            told.push_back(&row);
    const std::map<VlanId, std::string> labels = vlan_labels(told);
    for (const Vlan& row : design_.vlans)
        if (const auto group = groups_.find(row.id); group != groups_.end())
            table.row({group->second, number_of(row), names[group->second].name(labels.at(row.id), row.id),
                       tenant(row.body), "active"},
                      row.id);
    add(std::move(table));
}

void NetboxExport::vrfs() {
    NetboxTable table("vrfs", {"VRF", "VRFs"}, {"name", "rd"});
    UniqueNames names(100);
    std::set<std::string> distinguishers;
    for (const Vrf& row : design_.vrfs) {
        if (!shown(row.plane))
            continue;
        vrfs_[row.id] = names.name(row.name, row.id);
        const std::string rd = one_line(row.route_distinguisher);
        const bool sound = !rd.empty() && rd.size() <= 21 && distinguishers.insert(rd).second;
        if (sound)
            distinguishers_[row.id] = rd;
        table.row({vrfs_[row.id], sound ? rd : ""}, row.id);
    }
    add(std::move(table));
}

// Pools as containers, then prefixes; in each VRF, a prefix once.
void NetboxExport::prefixes() {
    NetboxTable table("prefixes", {"地址段", "Prefixes"},
                      {"prefix", "vrf", "tenant", "vlan_group", "vlan", "status", "description"});
    std::set<std::pair<std::string, IpPrefix>> known;
    for (const Prefix& row : design_.prefixes) {
        const Vlan* of = vlan(row.vlan);
        const AddressPool* pool = design_.find(row.pool);
        if (!row.prefix || (row.vlan && !of) || (pool && !shown(pool->plane)))
            continue;
        const std::string vrf = vrf_of(row.vrf ? row.vrf : of ? of->vrf : std::nullopt);
        if (!known.emplace(vrf, *row.prefix).second)
            continue;
        table.row({to_string(*row.prefix), vrf,
                   tenant(of     ? of->body
                          : pool ? pool->owner
                                 : std::nullopt),
                   of ? groups_.at(of->id) : "", of ? number_of(*of) : "", "active", shortened(row.purpose, 200)},
                  row.id);
    }
    for (const AddressPool& pool : design_.address_pools)
        if (pool.prefix && shown(pool.plane) && known.emplace("", *pool.prefix).second)
            table.row({to_string(*pool.prefix), "", tenant(pool.owner), "", "", "container", shortened(pool.name, 200)},
                      pool.id);
    add(std::move(table));
}

void NetboxExport::ranges() {
    NetboxTable table("ip-ranges", {"DHCP 地址范围", "IP ranges"},
                      {"start_address", "end_address", "vrf", "status", "description"});
    std::map<std::string, std::vector<std::pair<IpAddress, IpAddress>>> known; // by VRF; they may not overlap
    for (const DhcpScope& scope : design_.dhcp_scopes) {
        const Prefix* prefix = design_.find(scope.prefix);
        const Vlan* of = prefix ? vlan(prefix->vlan) : nullptr;
        if (!of || !prefix->prefix || !scope.first || !scope.last || !(*scope.first < *scope.last) ||
            !contains(*prefix->prefix, *scope.first) || !contains(*prefix->prefix, *scope.last))
            continue;
        const std::string vrf = vrf_of(of->vrf);
        auto& taken = known[vrf];
        if (std::any_of(taken.begin(), taken.end(), [&](const auto& range) {
                return !(*scope.last < range.first) && !(range.second < *scope.first);
            }))
            continue;
        taken.emplace_back(*scope.first, *scope.last);
        const std::string length = '/' + std::to_string(prefix->prefix->length);
        table.row({to_string(*scope.first) + length, to_string(*scope.last) + length, vrf, "active", "DHCP"}, scope.id);
    }
    add(std::move(table));
}

// The addresses that several gateways share, a group a VLAN (RFC 5798: VRRP version 3).
void NetboxExport::redundancy_groups() {
    NetboxTable table("fhrp-groups", {"冗余网关组", "FHRP groups"}, {"protocol", "group_id", "name"});
    UniqueNames names(100);
    for (const Gateway& gateway : design_.gateways) {
        const Vlan* of = vlan(gateway.vlan);
        if (!of || !gateway.redundant || !gateway.shared || shared_groups_.contains(of->id))
            continue;
        shared_groups_[of->id] = names.name("VLAN " + number_of(*of) + ' ' + of->name, of->id);
        table.row({"vrrp3", "1", shared_groups_[of->id]}, of->id);
    }
    add(std::move(table));
}

void NetboxExport::addresses() {
    NetboxTable table(
        "ip-addresses", {"IP 地址", "IP addresses"},
        {"address", "vrf", "status", "role", "device", "interface", "fhrp_group", "is_primary", "description"});
    std::set<std::pair<std::string, IpAddress>> known;
    std::set<std::pair<EquipmentId, bool>> primary;
    const auto length = [&](const IpAddress& address, const std::optional<VlanId>& of) {
        const Prefix* prefix = longest(design_, address, [&](const Prefix& p) { return !of || p.vlan == of; });
        return '/' + std::to_string(prefix ? prefix->prefix->length : address.is_v6 ? 128 : 32);
    };
    const auto own = [&](const IpAddress& address, const std::optional<VlanId>& of, const Equipment& device, AnyId id) {
        const Vlan* row = vlan(of);
        const std::string vrf = row ? vrf_of(row->vrf) : "";
        if (!known.emplace(vrf, address).second)
            return;
        const std::string at = row ? "Vlan" + number_of(*row) : "";
        const bool stands = vlan_interfaces_.contains({device.id, at});
        const bool manages = stands && device.address == address && primary.emplace(device.id, address.is_v6).second;
        table.row({to_string(address) + length(address, of), vrf, "active", "", stands ? devices_.at(device.id) : "",
                   stands ? at : "", "", manages ? "true" : "", shortened(device.label, 200)},
                  id);
    };
    for (const Gateway& gateway : design_.gateways)
        if (const Equipment* device = design_.find(gateway.equipment);
            device && gateway.address && vlan(gateway.vlan) && devices_.contains(device->id))
            own(*gateway.address, gateway.vlan, *device, gateway.id);
    for (const Gateway& gateway : design_.gateways) {
        const Vlan* of = vlan(gateway.vlan);
        if (of && gateway.redundant && gateway.shared && known.emplace(vrf_of(of->vrf), *gateway.shared).second)
            table.row({to_string(*gateway.shared) + length(*gateway.shared, of->id), vrf_of(of->vrf), "active", "vrrp",
                       "", "", shared_groups_.at(of->id), "", ""},
                      gateway.id);
    }
    for (const Equipment& device : design_.equipment)
        if (device.address && devices_.contains(device.id)) {
            const Prefix* prefix =
                longest(design_, *device.address, [&](const Prefix& p) { return vlan(p.vlan) != nullptr; });
            const std::optional<VlanId> of = prefix ? prefix->vlan : std::nullopt;
            own(*device.address, of, device, device.id);
        }
    add(std::move(table));
}

} // namespace riser::detail
