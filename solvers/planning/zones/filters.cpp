// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/zones/prefix_union.h"
#include "solvers/planning/zones/zone_works.h"

#include <algorithm>

namespace riser {

namespace {

using Prefixes = std::vector<IpPrefix>;

// VLANs of one VRF are routed to each other by their switches, past any firewall.
class Filters {
  public:
    explicit Filters(ZoneWorks& works) : works_(works) {
        for (const Vlan& row : works.after.vlans)
            if (row.vrf)
                of_vrf_[*row.vrf].push_back(&row);
        for (const Prefix& row : works.after.prefixes)
            if (row.vlan && row.prefix)
                prefixes_[*row.vlan].push_back(*row.prefix);
    }

    void plan() {
        for (const Gateway& gateway : works_.after.gateways) {
            const Vlan* vlan = works_.after.find(gateway.vlan);
            if (!vlan || !vlan->vrf || !gateway.equipment || !is_switch(*gateway.equipment))
                continue;
            Prefixes others;
            for (const Vlan* other : of_vrf_[*vlan->vrf])
                if (must_not_meet(*vlan, *other))
                    for (const IpPrefix& prefix : prefixes_[other->id])
                        others.push_back(prefix);
            if (!others.empty() && !prefixes_[vlan->id].empty())
                put(*gateway.equipment, *vlan, united(std::move(others)));
        }
    }

  private:
    bool is_switch(EquipmentId id) const {
        const Equipment* device = works_.after.find(id);
        const EquipmentType* type = device ? works_.after.find(device->type) : nullptr;
        return type && (type->role == EquipmentRole::core_switch || type->role == EquipmentRole::distribution_switch ||
                        type->role == EquipmentRole::access_switch);
    }

    // Of two bodies, or of two zones that the intent or their bodies keep apart.
    bool must_not_meet(const Vlan& a, const Vlan& b) const {
        if (a.id == b.id || a.plane != b.plane)
            return false;
        if (a.body && b.body && a.body != b.body)
            return true;
        if (!a.zone || !b.zone || a.zone == b.zone)
            return false;
        const Boundary* boundary = works_.boundaries().between(*a.zone, *b.zone);
        return boundary && (boundary->apart || boundary->kind != BoundaryKind::zones);
    }

    void put(EquipmentId device, const Vlan& vlan, const Prefixes& others) {
        Acl row = works_.acls.start("filter|" + to_string(device) + "|" + to_string(vlan.id));
        row.name = "VLAN" + (vlan.number ? std::to_string(vlan.number->number()) : std::string());
        row.equipment = device;
        row.vlan = vlan.id;
        row.direction = AclDirection::in;
        row.rules.clear();
        for (const IpPrefix& other : others)
            row.rules.push_back(
                {.action = AclAction::deny, .protocol = "ip", .source = {}, .destination = other, .ports = {}});
        row.rules.push_back(
            {.action = AclAction::permit, .protocol = "ip", .source = {}, .destination = {}, .ports = {}});
        works_.totals->rules += static_cast<std::int32_t>(works_.acls.put(std::move(row)).rules.size());
        ++works_.totals->filters;
    }

    ZoneWorks& works_;
    std::map<VrfId, std::vector<const Vlan*>> of_vrf_;
    std::map<VlanId, Prefixes> prefixes_;
};

} // namespace

void plan_filters(ZoneWorks& works) { Filters(works).plan(); }

// What comes from a provider never has a source of the plane's own addresses; the rest is for the rule base.
void plan_borders(ZoneWorks& works) {
    for (const auto& [id, device] : works.ways().exits) {
        const ProviderHandoff& handoff = *works.after.find(id);
        const Port* port = works.after.find(handoff.port);
        const Vlan* vlan = port ? works.after.find(port->access_vlan) : nullptr;
        if (!vlan || works.ways().devices[device].role != EquipmentRole::firewall)
            continue;
        Prefixes within;
        for (const Prefix& row : works.after.prefixes)
            if (const Vlan* other = works.after.find(row.vlan);
                other && other->id != vlan->id && other->plane == vlan->plane && other->zone && row.prefix)
                within.push_back(*row.prefix);
        if (within.empty())
            continue;
        Acl row = works.acls.start("border|" + to_string(id) + "|" + to_string(vlan->id));
        row.name = "BORDER" + (vlan->number ? std::to_string(vlan->number->number()) : std::string());
        row.equipment = works.ways().devices[device].id;
        row.vlan = vlan->id;
        row.direction = AclDirection::in;
        row.rules.clear();
        for (const IpPrefix& source : united(std::move(within)))
            row.rules.push_back(
                {.action = AclAction::deny, .protocol = "ip", .source = source, .destination = {}, .ports = {}});
        row.rules.push_back(
            {.action = AclAction::permit, .protocol = "ip", .source = {}, .destination = {}, .ports = {}});
        works.totals->rules += static_cast<std::int32_t>(works.acls.put(std::move(row)).rules.size());
        ++works.totals->filters;
    }
}

// Zones that may leave over the handoff's edge get its outside addresses, on the device that it is joined to.
void plan_translation(ZoneWorks& works) {
    const GuardWays& ways = works.ways();
    for (const auto& [id, device] : ways.exits) {
        const ProviderHandoff& handoff = *works.after.find(id);
        if (!handoff.outside)
            continue;
        const auto exit = std::find_if(works.boundaries().list.begin(), works.boundaries().list.end(),
                                       [&, at = AnyId(id)](const Boundary& row) { return row.b == at; });
        if (exit == works.boundaries().list.end())
            continue;
        Prefixes inside;
        for (const PolicyDraft& draft : works.drafts)
            if (draft.action == AclAction::permit && draft.to == exit->a && !draft.services.empty())
                for (const IpPrefix& prefix : works.prefixes_of(draft.from))
                    inside.push_back(prefix);
        const IpPrefix outside = addresses_of_sources(works, handoff);
        for (const IpPrefix& source : united(std::move(inside))) {
            if (source.address.is_v6 != handoff.outside->address.is_v6)
                continue;
            Nat row = works.nats.start("nat|" + to_string(id) + "|" + to_string(source));
            row.equipment = ways.devices[device].id;
            row.handoff = id;
            row.source = source;
            row.translated = outside;
            works.nats.put(std::move(row));
            ++works.totals->translations;
        }
    }
}

} // namespace riser
