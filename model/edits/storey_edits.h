// SPDX-License-Identifier: GPL-3.0-or-later
// The storeys of a building as a stack: putting one in, exchanging two, changing a height. Whatever lies above (below
// ground: below) moves with it, so that no two floors ever meet and the order of stacking is that of the elevations.
#pragma once

#include "model/edits/typical.h"

namespace riser {

// Next to a floor, above or below it. The ground stays: floors at or above elevation 0 that are in the way go up, those
// below it go down. `wish.elevation` is not looked at. contents: the floor that it is a copy of (copy_floor). Errors as
// add_floor.
Result<FloorId> insert_floor(Edit& edit, FloorId beside, bool above, FloorWish wish, std::optional<FloorId> contents);

// Exchanges the floor with the one above or below it in its building; both keep their heights, those beyond stay where
// they are. refused: there is none.
Result<void> move_floor(Edit& edit, FloorId floor, bool up);

// Floors above go up or down by the difference; of a floor below ground, it and those under it. bad_input: less than
// 2 m or more than 100 m.
Result<void> set_storey_height(Edit& edit, FloorId floor, Millimetres height);

// The finished floor alone; the storey under it, where the two touch, and its own become higher or lower so that the
// others stay. refused: it would meet a neighbour.
Result<void> set_floor_elevation(Edit& edit, FloorId floor, Millimetres elevation);

} // namespace riser
