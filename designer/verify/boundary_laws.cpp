// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/law_parts.h"
#include "model/fields/field.h"

#include <algorithm>

namespace riser::verify {

namespace {

int level(Grading grading) {
    switch (grading) {
    case Grading::mlps_1:
        return 1;
    case Grading::mlps_2:
        return 2;
    case Grading::mlps_3:
        return 3;
    case Grading::mlps_4:
        return 4;
    default:
        return 0;
    }
}
bool for_secrets(Grading grading) {
    return grading == Grading::secret_mi || grading == Grading::secret_jimi || grading == Grading::secret_juemi;
}

void check_grade(const Design& design, const Zone& zone, LawOfPlane& law) {
    law.facts.insert(token({zone.id}, std::to_string(level(zone.grading))));
    if (for_secrets(zone.grading))
        law.breaks(zone.id, {"按涉密定级", "is graded as a secret"});
    for (const GradedSystemId id : zone.systems)
        if (const GradedSystem* system = design.find(id))
            if (std::max({system->level_s, system->level_a, level(system->grading)}) > level(zone.grading))
                law.breaks(zone.id, {"定级低于其中系统", "is graded below its systems"});
}

bool may_not_meet(const Design& design, const Zone& a, const Zone& b) {
    for (const Zone* zone : {&a, &b})
        if (const Plane* plane = design.find(zone->plane);
            for_secrets(zone->grading) || (plane && plane->disclosure == Disclosure::secret))
            return true;
    for (const MustNotReach& row : design.must_not_reach)
        if (std::set<AnyId>{row.a, row.b} == std::set<AnyId>{a.id, b.id})
            return true;
    for (const Zone* zone : {&a, &b})
        if (zone->role != ZoneRole::desks || zone->bodies.empty())
            return false;
    return a.bodies != b.bodies;
}

// Who enforces it must be there and joined to something.
void check_guards(const Design& design, const PlainNetwork& network, const Policy& row, PlaneId plane,
                  LawOfPlane& law) {
    for (const Control control : row.controls)
        law.facts.insert(token({row.id}, std::string(choices(control)[static_cast<std::size_t>(control)].key)));
    for (const EquipmentId id : row.enforced_by) {
        law.facts.insert(token({row.id, id}));
        const Equipment* device = design.find(id);
        if (!device || device->status == Status::remove || device->plane != plane || !network.joined.contains(id))
            law.breaks(row.id, {"执行设备不在：" + riser::to_string(AnyId(id)),
                                "is enforced by what is not there: " + riser::to_string(AnyId(id))});
    }
    if (row.enforced_by.empty() && !row.controls.empty())
        law.breaks(row.id, {"没有执行设备", "is enforced by nothing"});
}

void check_policies(const Design& design, const PlainNetwork& network, std::map<LawKey, LawOfPlane>& laws) {
    for (const Policy& row : design.policies) {
        const Zone* from = design.find(row.from);
        if (!from || row.action != AclAction::permit)
            continue;
        LawOfPlane& law = laws[{from->plane, "policies"}];
        law.facts.insert(token({row.id, row.from, row.to}));
        if (const Zone* to = design.find(row.to); !to || may_not_meet(design, *from, *to))
            law.breaks(row.id, {"放行了须隔离的区域", "permits what must stay apart"});
        check_guards(design, network, row, from->plane, laws[{from->plane, "guards"}]);
    }
}

bool stands_at_a_border(const Design& design, EquipmentId id) {
    const Equipment* device = design.find(id);
    const EquipmentType* type = device ? design.find(device->type) : nullptr;
    switch (type ? type->role : EquipmentRole::other) {
    case EquipmentRole::firewall:
    case EquipmentRole::router:
    case EquipmentRole::isolation_gateway:
    case EquipmentRole::ips:
    case EquipmentRole::av_gateway:
    case EquipmentRole::waf:
    case EquipmentRole::behaviour_audit:
        return true;
    default:
        return false;
    }
}

void check_line(const Design& design, const PlainNetwork& network, const ProviderHandoff& handoff, LawOfPlane& law) {
    std::set<NetPlaceKey> ends;
    for (const auto& [key, place] : network.places)
        if (place.providers.contains(handoff.id))
            ends.insert(key);
    for (const NetPlaceKey& key : network.reached_from(ends)) {
        law.facts.insert(token({handoff.id, key.equipment}));
        if (!stands_at_a_border(design, key.equipment))
            law.breaks(key.equipment, {"外部线路直达此设备", "a provider's frames come to it"});
    }
}

bool may_leave_to(const Design& design, ZoneId zone, const ProviderHandoff& handoff) {
    return std::any_of(design.policies.begin(), design.policies.end(), [&](const Policy& row) {
        const Zone* to = row.action == AclAction::permit && row.from == zone ? design.find(row.to) : nullptr;
        return to && handoff.plane == to->plane &&
               (handoff.zone ? *handoff.zone == to->id : to->role == ZoneRole::edge);
    });
}

void check_translation(const Design& design, const ProviderHandoff& handoff, const Port& port, LawOfPlane& law) {
    const auto holds = [](const IpPrefix& outer, const IpPrefix& inner) {
        return outer.length <= inner.length && contains(outer, inner.address);
    };
    for (const Prefix& row : design.prefixes) {
        const Vlan* vlan = row.prefix ? design.find(row.vlan) : nullptr;
        if (!vlan || !vlan->zone || row.prefix->address.is_v6 != handoff.outside->address.is_v6 ||
            !may_leave_to(design, *vlan->zone, handoff))
            continue;
        std::vector<AnyId> rows{handoff.id, row.id};
        for (const Nat& nat : design.nats)
            if (rows.size() == 2 && nat.equipment == port.equipment && (!nat.handoff || *nat.handoff == handoff.id) &&
                nat.translated && holds(*handoff.outside, *nat.translated) &&
                (!nat.source || holds(*nat.source, *row.prefix)))
                rows.emplace_back(nat.id);
        law.facts.insert(token(rows));
        if (rows.size() == 2)
            law.breaks(row.id, {"出口未作转换", "leaves untranslated"});
    }
}

void check_wireless(const Design& design, const PlainNetwork& network, std::map<LawKey, LawOfPlane>& laws) {
    std::set<VlanId> opened;
    for (const Ssid& row : design.ssids)
        if (const Vlan* vlan = design.find(row.vlan)) {
            opened.insert(vlan->id);
            laws[{vlan->plane, "wireless"}].facts.insert(token({row.id, vlan->id}));
        }
    for (const auto& [id, heard] : network.jacks) {
        const Jack* jack = design.find(id);
        const PointKind* kind = jack ? design.find(jack->kind) : nullptr;
        for (const VlanId vlan : heard)
            if (opened.contains(vlan) && !(kind && kind->wireless))
                laws[{design.find(vlan)->plane, "wireless"}].breaks(
                    id, {"有线信息点与无线网络同在一个 VLAN", "is wired and in the VLAN of a wireless network"});
    }
}

} // namespace

void read_boundaries(const Design& design, const PlainNetwork& network, std::map<LawKey, LawOfPlane>& laws) {
    for (const Zone& zone : design.zones)
        check_grade(design, zone, laws[{zone.plane, "grades"}]);
    check_policies(design, network, laws);
    for (const ProviderHandoff& handoff : design.provider_handoffs) {
        if (!handoff.plane || handoff.status == Status::remove)
            continue;
        LawOfPlane& law = laws[{*handoff.plane, "exits"}];
        check_line(design, network, handoff, law);
        if (const Port* port = design.find(handoff.port); port && handoff.outside)
            check_translation(design, handoff, *port, law);
    }
    check_wireless(design, network, laws);
}

} // namespace riser::verify
