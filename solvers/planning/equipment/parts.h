// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the equipment planner in the order in which they work.
#pragma once

#include "solvers/planning/equipment/works.h"

namespace riser {

// Copper panels, optical frames and 110 blocks of a network in a space, for its cables and their growth.
void plan_panels(EquipmentWorks& works, PlaneWorks& plane);
// Which security devices and hosts each network needs beside its core, so that switches are bought for them too.
void weigh_services(EquipmentWorks& works);
// Its access switches: those there are, and the cheapest ones that do for the rest.
void plan_access(EquipmentWorks& works, PlaneWorks& plane);
// Ends of horizontal and backbone cables on the panels.
void end_cables(EquipmentWorks& works);
// Cords from the panels to access switches and 110 blocks.
void patch_jacks(EquipmentWorks& works, PlaneWorks& plane);
// Distribution and core switches of each network, and the fibre links from each stack up to them.
void plan_uplinks(EquipmentWorks& works);
// Security devices, hosts of services and handoffs of providers, joined to the core by cords.
void plan_services(EquipmentWorks& works);

struct Transceivers {
    std::int32_t planned = 0;
    std::int32_t links_failing = 0;
};
// The transceivers of each fibre link between ports that are written already: the cheapest of the catalogue's whose
// application carries it, a card in either port. Where none does, the limit that stops it is said.
Transceivers plan_transceivers(EquipmentWorks& works);

struct RackTotals {
    std::int32_t racks = 0;
    std::int32_t free_units = 0;
};
// Racks, what stands in them and where, their PDUs.
RackTotals plan_racks(EquipmentWorks& works);

} // namespace riser
