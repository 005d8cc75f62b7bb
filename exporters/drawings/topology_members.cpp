// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/topology.h"
#include "solvers/analysis/device_links.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

class Members {
  public:
    explicit Members(const Facts& facts) : facts_(facts), design_(facts.design()) {}

    void of_zone(const Zone& zone) {
        put(zone.id);
        put(zone.plane);
        put(zone.region);
        for (const Vlan& vlan : design_.vlans)
            if (vlan.zone == zone.id) {
                put(vlan.id);
                put(vlan.body);
            }
        for (const Service& service : design_.services)
            if (service.zone == zone.id)
                put(service.id);
        for (const Policy& policy : design_.policies)
            if (policy.from == zone.id || policy.to == zone.id)
                put(policy.id);
        for (const MustNotReach& pair : design_.must_not_reach)
            if (pair.a == AnyId(zone.id) || pair.b == AnyId(zone.id))
                put(pair.id);
        for (const Equipment& device : design_.equipment)
            if (device.zone == zone.id)
                put(device.id);
        links([&](const Port& a, const Port& b) { return holds(a.equipment) || holds(b.equipment); });
    }

    void of_vlan(const Vlan& vlan) {
        const auto carries = [&](const Port& port) {
            return port.access_vlan == vlan.id ||
                   std::find(port.trunk_vlans.begin(), port.trunk_vlans.end(), vlan.id) != port.trunk_vlans.end();
        };
        for (const Port& port : design_.ports)
            if (carries(port))
                put(port.equipment);
        for (const Gateway& gateway : design_.gateways)
            if (gateway.vlan == vlan.id)
                put(gateway.equipment);
        links([&](const Port& a, const Port& b) { return carries(a) || carries(b); });
        put(vlan.id);
        put(vlan.plane);
        put(vlan.zone);
        put(vlan.body);
        if (const Zone* zone = design_.find(vlan.zone))
            put(zone->region);
    }

    std::vector<AnyId> list() const { return {ids_.begin(), ids_.end()}; }

  private:
    template<class Row> void put(Id<Row> id) { ids_.insert(id); }
    template<class Row> void put(const std::optional<Id<Row>>& id) {
        if (id)
            ids_.insert(*id);
    }
    bool holds(AnyId id) const { return ids_.contains(id); }

    // With what may stand for them: their LAGs and cables.
    template<class Wanted> void links(Wanted wanted) {
        for (const DeviceLink& link : facts_.get<DeviceLinks>().links) {
            const Port* a = design_.find(link.a);
            const Port* b = design_.find(link.b);
            if (!wanted(*a, *b))
                continue;
            put(a->lag);
            put(b->lag);
            put(link.cable);
        }
    }

    const Facts& facts_;
    const Design& design_;
    std::set<AnyId> ids_;
};

} // namespace

std::vector<AnyId> topology_members(const Facts& facts, AnyId id) {
    const Design& design = facts.design();
    Members members(facts);
    if (const Zone* zone = id.kind == Kind::zones ? design.find(ZoneId{id.value}) : nullptr)
        members.of_zone(*zone);
    else if (const Vlan* vlan = id.kind == Kind::vlans ? design.find(VlanId{id.value}) : nullptr)
        members.of_vlan(*vlan);
    return members.list();
}

} // namespace riser
