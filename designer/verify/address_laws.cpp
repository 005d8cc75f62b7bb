// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/law_parts.h"

#include <algorithm>

namespace riser::verify {

namespace {

bool holds_all_of(const IpPrefix& outer, const IpPrefix& inner) {
    return outer.length <= inner.length && contains(outer, inner.address);
}
bool overlap(const IpPrefix& a, const IpPrefix& b) { return holds_all_of(a, b) || holds_all_of(b, a); }

template<class Value> std::string word(const std::optional<Value>& value) { return value ? to_string(*value) : "-"; }

void check_number(const Design& design, const Vlan& vlan, LawOfPlane& law) {
    law.facts.insert(token({vlan.id}, vlan.number ? std::to_string(vlan.number->number()) : "0"));
    if (!vlan.number)
        return law.breaks(vlan.id, {"没有编号", "has no number"});
    const int number = vlan.number->number();
    for (const Body& body : design.bodies)
        if (body.vlan_first > 0 && number >= body.vlan_first && number <= body.vlan_last && vlan.body != body.id &&
            body.code != "shared")
            law.breaks(vlan.id, {"编号属他方号段", "has a number of another body's range"});
    for (const Vlan& other : design.vlans)
        if (other.id != vlan.id && other.plane == vlan.plane && other.number == vlan.number &&
            (other.block.empty() || vlan.block.empty() || other.block == vlan.block))
            law.breaks(vlan.id, {"编号重复", "has a number that is given twice"});
}

void check_prefix(const Design& design, const Prefix& row, const Vlan& vlan, LawOfPlane& law) {
    law.facts.insert(token({row.id, vlan.id}, to_string(*row.prefix)));
    for (const Prefix& other : design.prefixes) {
        const Vlan* of = other.id == row.id || !other.prefix ? nullptr : design.find(other.vlan);
        if (of && of->plane == vlan.plane && overlap(*other.prefix, *row.prefix))
            law.breaks(row.id, {"与另一网段重叠", "overlaps another prefix"});
    }
    const AddressPool* pool = design.find(row.pool);
    if (!pool || !pool->prefix)
        return;
    if (!holds_all_of(*pool->prefix, *row.prefix) || pool->plane != vlan.plane)
        law.breaks(row.id, {"不在给定地址池内", "lies outside its pool"});
    if (const Body* owner = design.find(pool->owner);
        owner && vlan.body && *vlan.body != owner->id && owner->code != "shared")
        law.breaks(row.id, {"取自他方地址池", "is of another body's pool"});
}

void check_gateway(const Design& design, const Gateway& row, LawOfPlane& law) {
    std::vector<AnyId> rows{row.id, row.vlan};
    if (row.equipment)
        rows.emplace_back(*row.equipment);
    law.facts.insert(token(rows, word(row.address) + "," + word(row.shared)));
    for (const auto& address : {row.address, row.shared})
        if (address && std::none_of(design.prefixes.begin(), design.prefixes.end(), [&](const Prefix& prefix) {
                return prefix.vlan == row.vlan && prefix.prefix && contains(*prefix.prefix, *address);
            }))
            law.breaks(row.id, {"地址不在其网段内", "has an address outside its prefixes"});
    std::set<EquipmentId> partners;
    for (const Gateway& other : design.gateways) {
        if (other.vlan != row.vlan)
            continue;
        if (other.id != row.id && row.address && other.address == row.address)
            law.breaks(row.id, {"地址重复", "has an address that is given twice"});
        const Equipment* device = design.find(other.equipment);
        if (device && device->status != Status::remove && other.shared == row.shared)
            partners.insert(device->id);
    }
    if (row.redundant && row.shared && partners.size() < 2)
        law.breaks(row.id, {"应冗余而只有一台", "is to be redundant and stands alone"});
}

void check_scope(const Design& design, const DhcpScope& row, const Prefix& prefix, LawOfPlane& law) {
    law.facts.insert(token({row.id, prefix.id}, word(row.first) + "," + word(row.last) + "," + word(row.server)));
    const auto is_of = [](const Gateway& gateway, const IpAddress& address) {
        return gateway.address == address || gateway.shared == address;
    };
    const auto any_gateway = [&](auto test) {
        return std::any_of(design.gateways.begin(), design.gateways.end(), test);
    };
    if (row.server && !any_gateway([&](const Gateway& gateway) { return is_of(gateway, *row.server); }) &&
        std::none_of(design.equipment.begin(), design.equipment.end(), [&](const Equipment& device) {
            return device.status != Status::remove && device.address == row.server;
        }))
        law.breaks(row.id, {"所指 DHCP 服务器不是任何设备", "names a DHCP server that is no device"});
    if (!row.first || !row.last)
        return;
    const auto gives = [&](const std::optional<IpAddress>& address) {
        return address && *row.first <= *address && *address <= *row.last;
    };
    if (*row.last < *row.first || !contains(*prefix.prefix, *row.first) || !contains(*prefix.prefix, *row.last))
        law.breaks(row.id, {"DHCP 范围越出网段", "gives out addresses outside its prefix"});
    if (any_gateway([&](const Gateway& gateway) {
            return gateway.vlan == prefix.vlan && (gives(gateway.address) || gives(gateway.shared));
        }))
        law.breaks(row.id, {"DHCP 范围含网关地址", "gives out a gateway's address"});
    for (const DhcpScope& other : design.dhcp_scopes)
        if (other.id != row.id && other.prefix == row.prefix && other.first && other.last &&
            *other.first <= *row.last && *row.first <= *other.last)
            law.breaks(row.id, {"DHCP 范围重叠", "overlaps another scope"});
}

} // namespace

void read_addresses(const Design& design, std::map<LawKey, LawOfPlane>& laws) {
    for (const Vlan& vlan : design.vlans)
        check_number(design, vlan, laws[{vlan.plane, "numbers"}]);
    for (const Prefix& row : design.prefixes)
        if (const Vlan* vlan = design.find(row.vlan); vlan && row.prefix)
            check_prefix(design, row, *vlan, laws[{vlan->plane, "addresses"}]);
    for (const Gateway& row : design.gateways)
        if (const Vlan* vlan = design.find(row.vlan))
            check_gateway(design, row, laws[{vlan->plane, "gateways"}]);
    for (const DhcpScope& row : design.dhcp_scopes)
        if (const Prefix* prefix = design.find(row.prefix); prefix && prefix->prefix)
            if (const Vlan* vlan = design.find(prefix->vlan))
                check_scope(design, row, *prefix, laws[{vlan->plane, "scopes"}]);
}

} // namespace riser::verify
