// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of text in a plan says: a room's name, its number, its area, a door or window mark, a level, a note?
// Told by its form first, then by the table of room names and the layer it stands on.
#pragma once

#include "solvers/geometry/recognise/local_drawing.h"
#include "solvers/geometry/room_names.h"

namespace riser::detail {

enum class CaptionKind { name, number, area, mark, axis, level, note };

struct Reading {
    CaptionKind kind = CaptionKind::note;
    std::optional<RoomUse> use;            // of a name
    std::optional<SquareMillimetres> area; // of an area
    bool doubtful = false;                 // a name of no known use, a bare short number
};

Reading read_caption(const Caption& caption, const RoomNames& names);

// "C1536": 1500 wide and 3600 high, "FM甲1221": 1200 and 2100, "2668": 2'6" and 6'8". Of door and window marks.
struct MarkSize {
    Millimetres width;
    Millimetres height;
};
std::optional<MarkSize> size_in_mark(std::string_view mark);
// Whether a mark names a door or a window, by its letters: M, FM, JLM, D: door; C, GC, BY, W: window.
enum class MarkKind { door, window, unknown };
MarkKind kind_of_mark(std::string_view mark);

// Without underline and overline codes, with ² ³ and full-width forms made plain, trimmed.
std::string plain_caption(std::string_view text);
bool has_cjk(std::string_view text);

} // namespace riser::detail
