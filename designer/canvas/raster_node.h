// SPDX-License-Identifier: GPL-3.0-or-later
// A raster of a canvas as a node of the scene: its texture changes when something was painted, else only the part of it
// that is seen.
#pragma once

#include "designer/canvas/canvas_raster.h"

class QQuickWindow;
class QSGNode;

namespace riser {

// The node for updatePaintNode, `before` where there was one; none for a view of no size. `painted` adds up pixels.
QSGNode* raster_node(QSGNode* before, QQuickWindow& window, CanvasRaster& raster, const PaintView& view,
                     const CanvasRaster::Paint& paint, qint64* painted = nullptr);

} // namespace riser
