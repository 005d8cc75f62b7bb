// SPDX-License-Identifier: GPL-3.0-or-later
// Which characters an XML 1.0 text may hold, and how ours are written so that reading gives them back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace riser {

// The first byte that is no part of a character XML allows (invalid UTF-8, control characters but tab and line ends,
// U+FFFE, U+FFFF); the size when there is none.
std::size_t first_bad_character(std::string_view text);

// Appends a value as it stands between double quotes: & < " and line ends and tabs as references. What no XML file can
// hold becomes U+FFFD.
void append_escaped(std::string_view value, std::string& out);
// Escapes, in place, what was appended to `out` since `from`.
void escape_from(std::size_t from, std::string& out);

} // namespace riser
