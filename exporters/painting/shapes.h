// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes of a display list as Qt paints them. Only the sources of painting/ include this.
#pragma once

#include "exporters/painting/palette.h"

#include <QPainterPath>
#include <QPen>

namespace riser {

// With arcs; in drawing units.
QPainterPath path_of(const std::vector<Vertex>& points, bool closed);
QPainterPath path_of(const PolygonShape& polygon);

// `unit`: device pixels of a millimetre on paper. At least a hairline.
QPen pen_of(const Pen& pen, double unit, const Palette& palette, const QColor& symbol = {});

// The lines of a hatch that cross the path; `spacing` in the path's units.
QPainterPath hatch_of(const QPainterPath& area, HatchPattern pattern, double spacing);

// The symbol's shapes about the painter's origin at `size` pixels.
void paint_symbol(QPainter& painter, const SymbolShape& symbol, double size, double unit, const Palette& palette,
                  const QColor& ink);

QFont drawing_font(double pixels, TextWeight weight);

} // namespace riser
