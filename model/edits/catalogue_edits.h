// SPDX-License-Identifier: GPL-3.0-or-later
// The types a design's catalogue holds (kinds of point, cables, pathways, devices, items of the bill): which rows use
// them, a copy to be changed, deleting what nobody uses, and giving chosen rows another type when it fits.
#pragma once

#include "model/edits/edit.h"

#include <map>
#include <span>
#include <vector>

namespace riser {

std::span<const Kind> catalogue_kinds();
bool is_catalogue_kind(Kind kind);

// The rows that refer to each type, by kind, then id; types that nobody uses are not in it. O(rows of the design that
// may refer to one).
using TypeUses = std::map<AnyId, std::vector<AnyId>>;
TypeUses uses_of_types(const Design& design);

// The same type under a code of its own ("SW-48-2"). not_found.
Result<AnyId> copy_type(Edit& edit, AnyId type);

// not_found. conflict when rows use it, naming up to three.
Result<void> delete_type(Edit& edit, AnyId type);

// Gives the rows that type: devices and cards, cables, pathway runs (with its section), jacks and all jacks of outlets;
// a device gets the ports and supplies of its new type and keeps what is set on those that stay. bad_input: a row that
// has no such type. refused: a device too tall for its place, with fewer ports than are used, a cable with fewer
// elements than are terminated, a point of another medium than its cable.
Result<void> use_type(Edit& edit, AnyId type, std::span<const AnyId> rows);

} // namespace riser
