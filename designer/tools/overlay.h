// SPDX-License-Identifier: GPL-3.0-or-later
// What tools draw above the plan, all of one look: ways with their lengths, outlines, spots, chips of text.
#pragma once

#include "designer/tools/tool.h"

#include <span>

namespace riser {

QString metres_text(double millimetres);
double plan_length(Point a, Point b); // mm

// A chip of text beside a place on the screen.
void paint_chip(QPainter& painter, QPointF at, const QString& words, const Palette& palette);
// A line through the places; each stretch bears its length, the end the sum when there are several.
void paint_way(QPainter& painter, const CanvasView& view, std::span<const Point> way, const Palette& palette);
// A closed line with a soft fill; `sizes`: which sides bear their length (of a rectangle two say all).
enum class Sizes { none, first_two, all };
void paint_outline(QPainter& painter, const CanvasView& view, std::span<const Point> ring, const Palette& palette,
                   Sizes sizes);
// A ring where something will stand.
void paint_spot(QPainter& painter, const CanvasView& view, Point place, const Palette& palette);

} // namespace riser
