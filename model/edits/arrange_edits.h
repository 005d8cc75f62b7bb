// SPDX-License-Identifier: GPL-3.0-or-later
// Moving, turning and copying many rows of a floor at once. What stands in a room goes with it: its outlets and its
// openings; when it moves, its telecom space and racks too.
#pragma once

#include "model/edits/edit.h"

#include <span>
#include <vector>

namespace riser {

// Whether rows of a kind have a place in the plan of a floor that these verbs change.
bool has_place(Kind kind);
// The box of a row in the plan, and its floor; nothing for a row that has no place. A rack's is its footprint.
std::optional<Box> box_of(const Design& design, AnyId id);
std::optional<FloorId> placed_on(const Design& design, AnyId id);

// By so much; each place that moved is pinned. Nodes of a pathway run move with it. not_found; refused as move_outlet
// and move_rack say; bad_input: out of the coordinates of a building.
Result<void> move_rows(Edit& edit, std::span<const AnyId> ids, Point by);

// Counter-clockwise about a point. Racks turn as well as move.
Result<void> rotate_rows(Edit& edit, std::span<const AnyId> ids, Point about, MilliDegrees angle);

struct CopiedRows {
    std::vector<AnyId> ids;       // of what was asked for and copied, in that order
    std::int32_t secret = 0;      // jacks, racks and pathways of secret planes that were left out
    std::int32_t unsupported = 0; // rows of kinds that are not copied: cables, devices and what hangs on them
};
// Copies rows of `from` (any design; what they refer to must be in the edited one) onto a floor, moved by so much, with
// new ids and labels that are free. Nothing of a secret plane is copied: classified points come from the approved list
// only. Racks come to stand in the telecom space at their new place. refused: a rack outside any; what add_outlet
// refuses. not_found: no such floor, or a type that the design does not have.
Result<CopiedRows> copy_rows(Edit& edit, const Design& from, std::span<const AnyId> ids, FloorId to, Point by);

} // namespace riser
