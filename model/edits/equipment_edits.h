// SPDX-License-Identifier: GPL-3.0-or-later
// Devices as a person places them: in a rack or a telecom space, with the ports and supplies of their type; what stands
// in racks as a person moves it.
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

// Whether what stands in a rack may stand there instead, its lowest unit at `unit`, on the side it is on. not_found:
// the item stands in no rack, or there is no such rack. refused: it would stick out, or stand in another's units.
Result<void> fits_in_rack(const Design& design, AnyId item, RackId rack, std::int32_t unit);
// Moves it there; what has a space or a place goes along. Errors as fits_in_rack.
Result<void> move_in_rack(Edit& edit, AnyId item, RackId rack, std::int32_t unit);
// The nearest unit above (step 1) or below (-1) in its rack where it fits; nothing when there is none.
std::optional<std::int32_t> next_unit(const Design& design, AnyId item, std::int32_t step);
// What stands in a rack, by the row that does; null when it stands in none. O(rack items).
const RackItem* rack_item_of(const Design& design, AnyId item);

} // namespace riser
