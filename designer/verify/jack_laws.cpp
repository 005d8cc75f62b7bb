// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/law_parts.h"

#include <algorithm>

namespace riser::verify {

namespace {

// Which zone a jack belongs to, by the lists that zones fill: its kind, the use and the owner of its room.
class ZonesOfJacks {
  public:
    explicit ZonesOfJacks(const Design& design) : design_(design) {
        for (const Body& body : design.bodies)
            if (body.code == "shared" && !shared_)
                shared_ = body.id;
        for (const Zone& zone : design.zones)
            zones_.push_back(&zone);
        std::sort(zones_.begin(), zones_.end(),
                  [](const Zone* a, const Zone* b) { return std::pair(a->code, a->id) < std::pair(b->code, b->id); });
    }

    const Zone* of(const Jack& jack) const {
        const Outlet* outlet = design_.find(jack.outlet);
        const Room* room = outlet ? design_.find(outlet->room) : nullptr;
        const std::optional<BodyId> owner = room && room->body ? room->body : shared_;
        const Zone* best = nullptr;
        for (const Zone* zone : zones_)
            if (jack.plane == zone->plane && (zone->kinds.empty() || has(zone->kinds, jack.kind)) &&
                (zone->uses.empty() || (room && has(zone->uses, room->use))) &&
                (zone->bodies.empty() || (owner && has(zone->bodies, *owner))) && weight(*zone) > 0 &&
                (!best || weight(*zone) > weight(*best)))
                best = zone;
        return best;
    }

  private:
    template<class Value> static bool has(const std::vector<Value>& list, const Value& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    }
    // What says more of a jack weighs more; nothing where the zone asks for none.
    static int weight(const Zone& zone) {
        return !zone.kinds.empty()                                ? 4
               : !zone.uses.empty()                               ? 3
               : !zone.bodies.empty()                             ? 2
               : zone.role == ZoneRole::desks && !zone.management ? 1
                                                                  : 0;
    }

    const Design& design_;
    std::optional<BodyId> shared_;
    std::vector<const Zone*> zones_;
};

bool is_in_line(EquipmentRole role) {
    return role == EquipmentRole::ips || role == EquipmentRole::av_gateway || role == EquipmentRole::waf ||
           role == EquipmentRole::behaviour_audit;
}

} // namespace

void read_jacks(const Design& design, const PlainNetwork& network, std::map<LawKey, LawOfPlane>& laws) {
    const ZonesOfJacks zones(design);
    for (const auto& [id, heard] : network.jacks) {
        const Jack* jack = design.find(id);
        const PointKind* kind = jack ? design.find(jack->kind) : nullptr;
        if (!jack || !jack->plane || (kind && kind->wireless))
            continue;
        LawOfPlane& law = laws[{*jack->plane, "jacks"}];
        const Zone* own = zones.of(*jack);
        for (const VlanId vlan : heard) {
            law.facts.insert(token({id, vlan}));
            if (own && design.find(vlan)->zone != own->id)
                law.breaks(id, {"在其他安全域的 VLAN", "hears a VLAN of another zone"});
        }
    }
}

void read_ways(const Design& design, const Wiring& wiring, std::map<LawKey, LawOfPlane>& laws) {
    const auto device_of = [&](PortId id) -> const Equipment* {
        const Port* port = design.find(id);
        const Equipment* device = port ? design.find(port->equipment) : nullptr;
        return device && device->status != Status::remove && design.find(device->type) ? device : nullptr;
    };
    std::map<EquipmentId, std::set<EquipmentRole>> beside;
    for (const auto& [ends, cables] : wiring.links)
        for (const auto& [one, other] : {ends, std::pair(ends.second, ends.first)}) {
            const Equipment* firewall = device_of(one);
            const Equipment* next = device_of(other);
            if (!firewall || !next || !firewall->plane || next->plane != firewall->plane ||
                design.find(firewall->type)->role != EquipmentRole::firewall)
                continue;
            laws[{*firewall->plane, "ways"}].facts.insert(token({firewall->id, next->id}));
            beside[firewall->id].insert(design.find(next->type)->role);
        }
    for (const auto& [id, roles] : beside)
        if (std::any_of(roles.begin(), roles.end(), is_in_line) &&
            (roles.contains(EquipmentRole::core_switch) || roles.contains(EquipmentRole::distribution_switch)))
            laws[{*design.find(id)->plane, "ways"}].breaks(
                id, {"有链路绕过串接设备直达交换机", "is joined to a switch past what stands in the line"});
}

} // namespace riser::verify
