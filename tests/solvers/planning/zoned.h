// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies, zones and address pools for the buildings of the planners' laws, and by hand what no planner of theirs adds:
// firewalls, servers, a provider's link.
#pragma once

#include "tests/solvers/planning/varied_building.h"

namespace riser::test {

// Two bodies and the shared one, on the rooms in turn; zones and pools on every plane but the secret one: by bodies on
// `office`, one for all desks on `apart`, by kinds of point on `beside`, which has IPv6 as well.
void add_zones(PlannedBuilding& building);

// Firewalls on free fibre ports of the plane's uppermost switches, one on each; as the planner of equipment writes
// them. None where there is no switch.
std::vector<EquipmentId> add_firewalls(PlannedBuilding& building, PlaneId plane, int count = 2);
// A server of the zone on a free port of such a switch; nothing where there is none.
std::optional<EquipmentId> add_server(PlannedBuilding& building, ZoneId zone, EquipmentRole role);
// An isolation gateway of the plane with a port in each zone, on such a switch.
std::optional<EquipmentId> add_isolation_gateway(PlannedBuilding& building, ZoneId one, ZoneId other);
// A provider on a free port of the device.
ProviderHandoffId add_provider(PlannedBuilding& building, PlaneId plane, EquipmentId device, const char* link,
                               const char* peer);

ZoneId zone_called(const Design& design, std::string_view code);

} // namespace riser::test
