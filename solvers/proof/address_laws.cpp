// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, prefixes and gateways.
#include "model/equipment.h"
#include "solvers/base/address_space.h"
#include "solvers/proof/law_readers.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser::detail {

namespace {

template<class Value> std::string text_of(const std::optional<Value>& value) { return value ? to_string(*value) : "-"; }

// Of another body's range: who is not of that body takes no number of it. What is for all may be anybody's.
bool is_of_another(FactInput& input, const Vlan& vlan, std::int32_t number) {
    for (const Body& body : input.table<Body>())
        if (body.code != "shared" && body.vlan_first > 0 && body.vlan_first <= number && number <= body.vlan_last &&
            vlan.body != body.id)
            return true;
    return false;
}

bool is_of_the_pool(FactInput& input, const Prefix& row, const Vlan& vlan) {
    const AddressPool* pool = input.find(row.pool);
    if (!pool || !pool->prefix)
        return true; // nothing is given yet
    const Body* owner = input.find(pool->owner);
    return contains(*pool->prefix, *row.prefix) && pool->plane == vlan.plane &&
           (!owner || !vlan.body || *vlan.body == owner->id || owner->code == "shared");
}

} // namespace

KeptLaw numbers_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::numbers, .of = plane, .facts = {}, .broken_by = {}};
    std::map<std::int32_t, std::vector<const Vlan*>> numbered;
    for (const Vlan& vlan : input.table<Vlan>()) {
        if (vlan.plane != plane)
            continue;
        const std::int32_t number = vlan.number ? vlan.number->number() : 0;
        out.facts.push_back({{vlan.id}, std::to_string(number)});
        if (number == 0 || is_of_another(input, vlan, number))
            out.broken_by.emplace_back(vlan.id);
        numbered[number].push_back(&vlan);
    }
    for (const auto& [number, vlans] : numbered)
        for (const Vlan* a : vlans)
            for (const Vlan* b : vlans)
                if (a != b && (a->block == b->block || a->block.empty() || b->block.empty()))
                    out.broken_by.emplace_back(a->id);
    return out;
}

KeptLaw addresses_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::addresses, .of = plane, .facts = {}, .broken_by = {}};
    std::vector<const Prefix*> rows;
    for (const Prefix& row : input.table<Prefix>()) {
        const Vlan* vlan = input.find(row.vlan);
        if (!vlan || vlan->plane != plane || !row.prefix)
            continue;
        rows.push_back(&row);
        out.facts.push_back({{row.id, vlan->id}, to_string(*row.prefix)});
        if (!is_of_the_pool(input, row, *vlan))
            out.broken_by.emplace_back(row.id);
    }
    std::sort(rows.begin(), rows.end(), [](const Prefix* a, const Prefix* b) {
        return std::tie(*a->prefix, a->id) < std::tie(*b->prefix, b->id);
    });
    // Sorted, a prefix overlaps what follows it or nothing; the widest so far holds the rest.
    const Prefix* widest = nullptr;
    for (const Prefix* row : rows)
        if (widest && overlap(*widest->prefix, *row->prefix)) {
            out.broken_by.emplace_back(row->id);
            out.broken_by.emplace_back(widest->id);
        } else {
            widest = row;
        }
    return out;
}

KeptLaw gateways_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::gateways, .of = plane, .facts = {}, .broken_by = {}};
    std::map<VlanId, std::vector<IpPrefix>> prefixes;
    for (const Prefix& row : input.table<Prefix>())
        if (row.vlan && row.prefix)
            prefixes[*row.vlan].push_back(*row.prefix);
    std::map<std::pair<VlanId, IpAddress>, std::vector<GatewayId>> own;
    std::map<std::pair<VlanId, std::optional<IpAddress>>, std::set<EquipmentId>> sharing;
    for (const Gateway& row : input.table<Gateway>())
        if (const Equipment* device = input.find(row.equipment); device && device->status != Status::remove)
            sharing[{row.vlan, row.shared}].insert(device->id);
    for (const Gateway& row : input.table<Gateway>()) {
        const Vlan* vlan = input.find(row.vlan);
        if (!vlan || vlan->plane != plane)
            continue;
        LawFact fact{{row.id, vlan->id}, text_of(row.address) + "," + text_of(row.shared)};
        if (row.equipment)
            fact.rows.emplace_back(*row.equipment);
        out.facts.push_back(std::move(fact));
        for (const std::optional<IpAddress>& address : {row.address, row.shared})
            if (const std::vector<IpPrefix>& of = prefixes[row.vlan];
                address &&
                std::none_of(of.begin(), of.end(), [&](const IpPrefix& prefix) { return contains(prefix, *address); }))
                out.broken_by.emplace_back(row.id);
        if (row.address)
            own[{row.vlan, *row.address}].push_back(row.id);
        if (row.redundant && row.shared && sharing[{row.vlan, row.shared}].size() < 2)
            out.broken_by.emplace_back(row.id);
    }
    for (const auto& [at, gateways] : own)
        if (gateways.size() > 1)
            out.broken_by.insert(out.broken_by.end(), gateways.begin(), gateways.end());
    return out;
}

KeptLaw scopes_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::scopes, .of = plane, .facts = {}, .broken_by = {}};
    std::set<IpAddress> known;
    std::map<VlanId, std::set<IpAddress>> of_gateways;
    for (const Gateway& row : input.table<Gateway>())
        for (const std::optional<IpAddress>& address : {row.address, row.shared})
            if (address) {
                known.insert(*address);
                of_gateways[row.vlan].insert(*address);
            }
    for (const Equipment& row : input.table<Equipment>())
        if (row.address && row.status != Status::remove)
            known.insert(*row.address);
    std::map<PrefixId, std::vector<const DhcpScope*>> given;
    for (const DhcpScope& row : input.table<DhcpScope>()) {
        const Prefix* prefix = input.find(row.prefix);
        const Vlan* vlan = prefix ? input.find(prefix->vlan) : nullptr;
        if (!vlan || vlan->plane != plane || !prefix->prefix)
            continue;
        out.facts.push_back(
            {{row.id, prefix->id}, text_of(row.first) + "," + text_of(row.last) + "," + text_of(row.server)});
        if (row.server && !known.contains(*row.server))
            out.broken_by.emplace_back(row.id);
        if (!row.first || !row.last)
            continue;
        const std::set<IpAddress>& gateways = of_gateways[vlan->id];
        const auto first_gateway = gateways.lower_bound(*row.first);
        if (*row.last < *row.first || !contains(*prefix->prefix, *row.first) || !contains(*prefix->prefix, *row.last) ||
            (first_gateway != gateways.end() && *first_gateway <= *row.last))
            out.broken_by.emplace_back(row.id);
        given[row.prefix].push_back(&row);
    }
    for (const auto& [prefix, scopes] : given)
        for (const DhcpScope* a : scopes)
            for (const DhcpScope* b : scopes)
                if (a != b && *a->first <= *b->last && *b->first <= *a->last)
                    out.broken_by.emplace_back(a->id);
    return out;
}

} // namespace riser::detail
