// SPDX-License-Identifier: GPL-3.0-or-later
// A design as the text of its file: UTF-8 XML, tables in the order of kinds, a row a line, rows by id, attributes in
// the order of the field table, default values left out. One design has one spelling, so a version-control diff reads
// as a list of changes, and write_design(read_design(w)) is w byte for byte when write_design wrote w.
#pragma once

#include "model/design.h"

#include <string>

namespace riser {

// O(size), one growing text, no tree. What a newer minor format added is written back. Never fails; characters that no
// XML file can hold become U+FFFD. Whether the reader will take it: storable.h.
std::string write_design(const Design& design);

} // namespace riser
