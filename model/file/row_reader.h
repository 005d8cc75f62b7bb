// SPDX-License-Identifier: GPL-3.0-or-later
// Reading one row or part of the parsed tree into a value, driven by the record's layout. Attributes are expected in
// their order, so each is found at the first look in files that Riser wrote.
#pragma once

#include "model/file/layout.h"
#include "model/file/reading.h"

namespace riser {

// Null when reading.error is set, or (leniently) when the row cannot be used. `before`: comments that stood before it.
std::shared_ptr<void> read_row(Reading& reading, const TableAccess& table, const Layout& layout, pugi::xml_node node,
                               std::vector<std::string> before);

} // namespace riser
