// SPDX-License-Identifier: GPL-3.0-or-later
// One row as one line of XML, appended to a text. Shared by the file, the journal, and the ids that a brief's rows
// derive from what they say.
#pragma once

#include "model/file/layout.h"

#include <string>

namespace riser {

// `<room id="rm-…" floor="fl-…"/>`. Default values are left out, needed ones never are; extras follow what we know.
void append_row(const Layout& layout, const TableAccess& table, const void* row, std::string& out);

// `<step run="pw-…"`: what a newer format's additions to a part are remembered by, since parts have no extras of their
// own.
void append_part_opening(const Layout& layout, const void* part, std::string& out);

// Extras of a row: attributes whose name opens with these hold what was added to the part of that opening (without its
// '<'): attributes and children as XML text. No XML name opens so, hence no clash.
constexpr char part_attributes_mark = '<';
constexpr char part_children_mark = '>';

void append_id(AnyId id, std::string& out);

} // namespace riser
