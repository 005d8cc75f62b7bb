// SPDX-License-Identifier: GPL-3.0-or-later
// Where something would be painted: what lies over the plan is kept no larger than that, so that a change of it
// repaints little of the window.
#pragma once

#include <QRectF>

#include <functional>

class QPainter;

namespace riser {

// The box around all that `draw` paints, with the width of its pens; empty when it paints nothing. Clips are not
// looked at. Paints nowhere.
QRectF painted_bounds(const std::function<void(QPainter&)>& draw);

} // namespace riser
