// SPDX-License-Identifier: GPL-3.0-or-later
// Devices as a person places them: in a rack or a telecom space, with the ports and supplies of their type.
#pragma once

#include "model/edits/edit.h"

namespace riser {

struct EquipmentWish {
    EquipmentTypeId type = {};
    std::string label = {};
    std::optional<RackId> rack = {};   // then in its lowest free units
    std::optional<SpaceId> space = {}; // when in no rack
    Point place = {};                  // when in no rack
    std::optional<PlaneId> plane = {};
    std::optional<ZoneId> zone = {};
};
// not_found: type, rack, space, plane or zone. bad_input: neither rack nor space. refused: no free units for it.
Result<EquipmentId> add_equipment(Edit& edit, EquipmentWish wish);

// The lowest unit from which `units` are free; nothing when there is none. O(rack items).
std::optional<std::int32_t> free_unit(const Design& design, RackId rack, std::int32_t units);

} // namespace riser
