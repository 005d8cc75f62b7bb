// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the planner of zones share: the design as it becomes, its facts, and the addresses of each zone.
#pragma once

#include "solvers/analysis/guard_ways.h"
#include "solvers/planning/rows.h"
#include "solvers/planning/zones/plan_zones.h"

#include <map>

namespace riser {

// One direction of a boundary.
struct PolicyDraft {
    const Boundary* boundary = nullptr;
    ZoneId from;
    ZoneId to;
    AclAction action = AclAction::deny;
    std::vector<ServiceId> services = {};
    bool by_bastion = false; // people to the bastion, or the bastion to what it administers
};

struct ZoneWorks {
    ZoneWorks(const Design& design, const ZoneOptions& given);
    ZoneWorks(const ZoneWorks&) = delete;
    ZoneWorks& operator=(const ZoneWorks&) = delete;

    const ZoneOptions& options;
    Design after;
    Facts facts; // of the design as it was given
    PlannedRows<Policy> policies;
    PlannedRows<Acl> acls;
    PlannedRows<Nat> nats;
    ReasonList reasons;
    ZonePlan* totals = nullptr;
    std::vector<PolicyDraft> drafts; // planned or stated, in the order of boundaries

    const Boundaries& boundaries() const { return facts.get<Boundaries>(); }
    const GuardWays& ways() const { return facts.get<GuardWays>(); }
    // Addresses of the VLANs of a zone, united.
    std::vector<IpPrefix> prefixes_of(ZoneId zone) const;
    std::vector<EquipmentId> devices_of(PlaneId plane, EquipmentRole role) const; // by label, id
    std::string code_of(ZoneId zone) const;
};

// In this order.
void plan_policies(ZoneWorks& works);
void plan_rule_bases(ZoneWorks& works);
void plan_filters(ZoneWorks& works);
void plan_borders(ZoneWorks& works); // nothing comes from a handoff as if from within
void plan_translation(ZoneWorks& works);
void plan_publishing(ZoneWorks& works);

// Of a handoff's outside addresses those that sources are translated to: all, or where a service is published there,
// the half that holds none which a person gave to one. One address is theirs, and no service's where something leaves.
IpPrefix addresses_of_sources(const ZoneWorks& works, const ProviderHandoff& handoff);

} // namespace riser
