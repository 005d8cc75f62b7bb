// SPDX-License-Identifier: GPL-3.0-or-later
// The boundaries between zones that something crosses or that must hold something back: services that are asked over
// them, also by the outside, intents, policies that people state, desks of two bodies, management zones, and handoffs
// of providers. Each with the level of its higher side (GB/T 22239; an ungraded boundary is held to level 1). Secret
// zones have none: one that something joins is listed as `secret`, and nothing may cross it.
#pragma once

#include "model/logical.h"
#include "model/power.h"
#include "solvers/base/boundary_measures.h"
#include "solvers/base/facts.h"

namespace riser {

enum class BoundaryKind { zones, bodies, management, exit, planes, secret };

struct Boundary {
    ZoneId a;
    AnyId b; // a zone, or a provider's handoff
    BoundaryKind kind = BoundaryKind::zones;
    std::optional<PlaneId> plane; // of both; none between planes
    std::int32_t level = 1;
    std::vector<ServiceId> services; // asked over it, sorted
    bool apart = false;              // the intent keeps its sides apart
    bool web = false;                // a service over it answers on a port of web pages
    bool mail = false;               // … of mail

    bool is_for(MeasureScope scope) const;
    bool operator==(const Boundary&) const = default;
};

struct Boundaries {
    std::vector<Boundary> list; // by the codes of their zones, each pair once, handoffs after zones
    const Boundary* between(ZoneId a, AnyId b) const;
    bool operator==(const Boundaries&) const = default;
    // O((services x zones of desks + pairs of desks + policies) log boundaries).
    static Boundaries compute(FactInput& input);
};

// The zones from which a service is asked: desks of its entitled bodies on the plane of its zone, and guests where it
// stands at an edge. Its own zone is none of them. By code.
std::vector<ZoneId> askers_of(FactInput& input, const Service& service);

Text label_of(BoundaryKind kind);

} // namespace riser
