// SPDX-License-Identifier: GPL-3.0-or-later
// Typical floors 标准层: a floor copied from a master. Every copied row says which row of the master it comes from
// (Origin::typical), and ids derive from the two, so that a copy made again finds its rows again.
#pragma once

#include "model/edits/building_edits.h"

namespace riser {

// A new floor in the master's building with the master's rooms, walls, openings, grid, compartments, restricted areas,
// telecom spaces with their racks, pathways on the floor, power routes, outlets and jacks. Labels and numbers that
// begin with the master's floor label or number take the new floor's. Cables, devices and what hangs on them are not
// copied: planners make them. Nothing of a secret plane is copied: classified points come from the approved list only.
// Errors as add_floor; not_found: no such master.
Result<FloorId> copy_floor(Edit& edit, FloorId master, FloorWish wish);

} // namespace riser
