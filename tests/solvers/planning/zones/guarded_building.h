// SPDX-License-Identifier: GPL-3.0-or-later
// Buildings of the planners' laws with what their networks are for: bodies, zones by role and level, services, handoffs
// of providers, and a catalogue of security devices and hosts. Deterministic for a seed.
#pragma once

#include "tests/solvers/planning/varied_building.h"

namespace riser::test {

struct GuardedBuilding {
    PlannedBuilding built;
    std::array<BodyId, 2> bodies;
    std::array<ZoneId, 2> desks; // of each body, on `built.office`
    ZoneId servers;
    ZoneId management;
    ZoneId edge;
    ZoneId secret; // on `built.secret`
    ServiceId web;
    ServiceId mail;
    ServiceId voice;
    ServiceId outside; // at the edge
    Design& design() { return built.design(); }
};

// `missing`: a role of which the catalogue has no type.
GuardedBuilding guarded_building(std::uint32_t seed, Grading grading = Grading::mlps_3,
                                 std::optional<EquipmentRole> missing = {});

} // namespace riser::test
