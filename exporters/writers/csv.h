// SPDX-License-Identifier: GPL-3.0-or-later
// A table as comma separated values (RFC 4180): one header line, one line a row, every stored digit, no totals and no
// notes, so that another program can read it back. Texts that a spreadsheet would take for a formula get a leading
// apostrophe.
#pragma once

#include "exporters/tables/table.h"

namespace riser {

// Excel reads UTF-8 only when the file begins with a byte order mark.
enum class CsvEncoding { utf8, utf8_with_mark };

// When a group has a heading, a first column "group" carries it.
std::string csv(const TableDocument& table, Language language, CsvEncoding encoding = CsvEncoding::utf8_with_mark);

// Whether a spreadsheet would run the text as a formula: it begins with = + - @, a tab or a carriage return.
bool looks_like_formula(std::string_view text);

} // namespace riser
