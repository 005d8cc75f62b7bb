// SPDX-License-Identifier: GPL-3.0-or-later
// How a lit reason looks over a floor: ways in the warning colour with their drops dashed and risers ringed, what
// belongs to it outlined, its subjects named.
#pragma once

#include "designer/canvas/canvas_view.h"
#include "designer/session/lit_reason.h"

#include <QPainter>

namespace riser {

void paint_reason(QPainter& painter, const CanvasView& view, const Lit& lit, const Palette& palette);
// What of it is on the floor that is shown; nothing when it is elsewhere. Millimetres of the drawing.
std::optional<PaperBox> extent_of(const CanvasView& view, const Lit& lit);

} // namespace riser
