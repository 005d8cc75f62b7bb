// SPDX-License-Identifier: GPL-3.0-or-later
// A brief as people write it by hand: root <riser-brief format="1.0">, the tables of a design, and names in place of
// ids: <body id="#party" …/> … <head-count body="#party" …/>. A field that takes an id of any kind may say kind#name
// (zone#office) when two kinds share the name.
//
// A name's id derives from its kind and the name, so reading the brief again finds the same rows. The one project and
// brief row take their fixed ids. Any other row may leave its id out: it then derives from what the row says (and a
// count among equal rows), not from its place, so inserting a line moves no other row's id.
#pragma once

#include "model/file/reader.h"

namespace riser {

Result<Design> read_brief(std::string_view bytes, std::string file, ReadOptions options = {});

} // namespace riser
