// SPDX-License-Identifier: GPL-3.0-or-later
// What of a network in a space stands together in a rack, from the top down: an optical frame and its tray, a 110 block
// and its manager, a panel, its manager, the switch that it is patched to, the manager and panel of its other half.
#pragma once

#include "solvers/planning/equipment/rack_fill.h"
#include "solvers/planning/equipment/works.h"

namespace riser {

struct BlockSlot {
    AnyId item;      // value 0: a unit kept free
    std::string key; // of its rack item
    RackSlot size;
};

struct Block {
    std::vector<BlockSlot> slots;
    bool heavy = false;
    RackBlock plain() const;
};

// Optical frames first, then 110 blocks, access, distribution, core, then security devices and hosts. A manager is a
// bill item that measures "manager:copper" or "manager:fibre", or "manager"; where the catalogue has none, its unit is
// kept free and that is said.
std::vector<Block> blocks_of(EquipmentWorks& works, const PlaneWorks& plane);
// The block without things that stand already, and without the managers of panels that do; `keys` are those of rack
// items that stand.
Block without(Block block, const std::set<AnyId>& placed, const std::set<std::string>& keys);

} // namespace riser
