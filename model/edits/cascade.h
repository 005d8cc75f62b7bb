// SPDX-License-Identifier: GPL-3.0-or-later
// What goes when a row goes. A row takes its parts with it (an outlet its jacks, a room its telecom space, a device its
// ports), and cables that lose the end they were for. Whatever else refers to them forgets them; where it cannot, the
// row stays. Which row is part of which is one list in the source.
#pragma once

#include "model/edits/edit.h"

#include <vector>

namespace riser {

// The row itself, then all that is deleted with it, by kind, then id. Empty when there is no such row. Reads the tables
// that may hold parts: O(their rows) a level; jacks and terminations are known when the design's index is given.
std::vector<AnyId> cascade_of(const Design& design, AnyId id, const CablingIndex* cabling = nullptr);

// Deletes the row and its cascade; references to them are cleared, and cables whose way is cut lose their route.
// not_found; refused for the project and the brief; conflict when a row that stays cannot do without it (a jack without
// its point kind), naming up to three.
Result<void> delete_row(Edit& edit, AnyId id);

} // namespace riser
