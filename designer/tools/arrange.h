// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the selection as a whole: nudge, turn, copy and paste, copies in a row, align, distribute. Each is
// one step of the history, and tells when it cannot be.
#pragma once

#include "designer/canvas/canvas_view.h"

#include <optional>
#include <string_view>

namespace riser {

void move_selection(CanvasView& view, Point by);
// About the middle of the selection; degrees, counter-clockwise.
void turn_selection(CanvasView& view, std::int32_t degrees);

// Rows as they were when they were copied: deleting them afterwards does not matter. Places are kept relative to the
// middle of them all.
struct Clipboard {
    Design design;
    std::vector<AnyId> ids;
    Point middle;
    bool empty() const { return ids.empty(); }
};
void copy_selection(CanvasView& view, Clipboard& clipboard);
// Their middle at the place; absent: where they were, on this floor. What was pasted is selected.
void paste(CanvasView& view, const Clipboard& clipboard, std::optional<Point> at);
// n copies of the selection, each so much further.
void copy_in_a_row(CanvasView& view, std::int32_t count, Point pitch);

// "left", "right", "top", "bottom", "middle-x", "middle-y": their boxes line up with that side or middle of them all.
void align_selection(CanvasView& view, std::string_view how);
// "x", "y": the middles of their boxes at equal distances between the first and the last, in the order they are in.
void distribute_selection(CanvasView& view, std::string_view axis);

// A verb by name, as menus and keys ask for it: "copy", "turn:90", "align:left", "distribute:x", "paste",
// "paste-in-place". False when there is none of that name.
bool arrange(CanvasView& view, Clipboard& clipboard, std::string_view verb, Point pointer);

} // namespace riser
