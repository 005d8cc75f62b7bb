// SPDX-License-Identifier: GPL-3.0-or-later
// What the field table says of the format, for others to read: an XML schema, the documentation, and a design as JSON.
// Generated, never written by hand, so they cannot fall behind the reader and writer.
#pragma once

#include "model/base/text.h"
#include "model/design.h"

#include <string>

namespace riser {

// An XML Schema 1.0 of the current format: every file that Riser writes in it is valid. It says less than the reader,
// which also counts rings, calendars and duplicate attributes.
std::string xsd();

// The format's documentation as Markdown: the rules of the file, then a table of fields for each kind of row.
std::string format_documentation(Language language);

// {"format": "1.0", "tables": {"rooms": [{"id": "rm-…", "number": "301", …}], …}}. As in the file, defaults and empty
// tables are left out; numbers, flags, lists and points are JSON's own, a text in two languages is {"zh", "en"}.
std::string design_json(const Design& design);

// {"name": "…", "format": "1.0", "counts": {"projects": 1, …}}, one count a table, the empty ones too.
std::string info_json(const Design& design);

} // namespace riser
