// SPDX-License-Identifier: GPL-3.0-or-later
// A table for a terminal: its title, columns as wide as what stands in them, notes below.
#pragma once

#include "exporters/tables/table.h"

namespace riser {

// The first `most` rows; how many more there are is said. O(rows shown).
std::string table_text(const TableDocument& table, Language language, std::size_t most);

} // namespace riser
