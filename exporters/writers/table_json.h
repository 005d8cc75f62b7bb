// SPDX-License-Identifier: GPL-3.0-or-later
// A table for programs: {"name", "title": {"zh", "en"}, "columns": [{"key", "title", "type", "unit"}], "rows": [...],
// "notes": [{"zh", "en"}]}. A row is an object: "subject" (the id it is about, or null), "group" where groups have
// headings, then a member a column by its key: {"zh", "en"} for a text, a number in the shown unit with every stored
// digit, or null. Keys and types are stable.
#pragma once

#include "exporters/tables/table.h"

#include <span>

namespace riser {

// Named lists of tables: {"sections": [{"name", "title", "tables": [...]}]}.
struct TableSection {
    std::string name;
    Text title;
    std::vector<TableDocument> tables;
};
std::string tables_json(std::span<const TableSection> sections);

} // namespace riser
