// SPDX-License-Identifier: GPL-3.0-or-later
// The version of the file's format, MAJOR.MINOR, and the names every file opens with. A newer minor only adds, so it is
// edited with what we do not know of it kept; a newer major may mean anything, so it is at most looked at.
#pragma once

#include "model/design.h"

#include <optional>
#include <string>
#include <string_view>

namespace riser {

struct Format {
    int major = 1;
    int minor = 0;
    auto operator<=>(const Format&) const = default;
};
constexpr Format current_format{1, 0};

std::string to_string(Format format);
// "1.0"; nothing for any other spelling ("1", "01.0", "1.0 ").
std::optional<Format> parse_format(std::string_view text);

// The format a design is written in: the newer one it was read from, which its document extras remember, or the
// current.
Format format_of(const Design& design);
// Remembers a format that is not the current one.
void remember_format(Extras& document, Format format);

constexpr std::string_view design_root = "riser";
constexpr std::string_view brief_root = "riser-brief";
constexpr std::string_view format_attribute = "format";
constexpr std::string_view id_attribute = "id";
constexpr std::string_view pins_attribute = "pins";

// "point_rules" stands in a file as "point-rules".
std::string table_element(Kind kind);
std::optional<Kind> kind_of_table_element(std::string_view element);

// Bounds on hostile input. The defaults leave room for designs ten times the largest we know of.
struct ReadLimits {
    std::size_t bytes = std::size_t{1} << 30;
    std::size_t attribute_bytes = std::size_t{16} << 20;
    std::size_t attributes = 256; // of one element
    std::size_t depth = 8;        // of elements
};

} // namespace riser
