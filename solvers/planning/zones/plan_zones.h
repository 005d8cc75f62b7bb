// SPDX-License-Identifier: GPL-3.0-or-later
// What may pass between zones, as rows: a policy for each direction of every boundary, with the controls that the
// deck's table asks for and the devices that enforce them; the rule base of each firewall, default deny; filters on
// switches where VLANs of one VRF must not meet, and where providers enter, against sources of our own (RFC 2827);
// translation at the exits: of sources, and of what the outside asks of published services. Policies need no addresses;
// rule bases wait for them. Policies that people state stand, and none is planned beside them: one from an edge says
// that whoever is outside uses its services. Secret zones get nothing at all.
#pragma once

#include "solvers/base/link_tables.h"
#include "solvers/base/plan.h"

namespace riser {

struct ZoneOptions {
    // What boundaries must have; where it lists none, policies name no controls.
    LinkTables tables;
    // How people reach a bastion, and a bastion reaches what it administers; own default.
    std::string bastion_ports = "tcp/22 tcp/443";
    std::string managed_ports = "tcp/22 tcp/443 tcp/3389";
};

struct ZonePlan {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
    std::vector<Reason> reasons;
    std::int32_t boundaries = 0;
    std::int32_t permits = 0; // policies
    std::int32_t denials = 0;
    std::int32_t missing = 0; // controls that boundaries lack
    std::int32_t rules = 0;   // of rule bases and filters, in all
    std::int32_t filters = 0; // on VLANs
    std::int32_t translations = 0;
    std::int32_t published = 0; // rows of translation inwards
};

// The planner's name in Origin::source is "zones". stopped: when asked to stop before it has begun.
// O(boundaries x devices + VLANs of a VRF squared).
Result<ZonePlan> plan_zones(const Design& design, const ZoneOptions& options = {}, const Run& run = {});

} // namespace riser
