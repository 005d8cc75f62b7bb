// SPDX-License-Identifier: GPL-3.0-or-later
// Dashes of a line as lines of their own. Qt lets a dash begin where a line comes into sight, so that a part painted
// beside another does not fit it; here each stands where its line says, whatever part is painted. Only the sources of
// painting/ include this.
#pragma once

#include <QPainterPath>
#include <QPolygonF>

#include <span>

namespace riser {

// `pattern`: lengths of dash, gap, dash, gap, …, in the units of the line, their sum above 0. What lies within the box
// and little more. O(points + dashes within).
QPainterPath dashes_of(const QPolygonF& line, std::span<const double> pattern, const QRectF& within);

} // namespace riser
