// SPDX-License-Identifier: GPL-3.0-or-later
// How long is one drawing unit? The user's word, else the file's declaration, else a guess from what is drawn. Many
// files declare whatever their template said, so a declaration that makes doors 32 mm wide is overruled, aloud.
#pragma once

#include "model/import/dxf.h"
#include "model/import/dxf/drawing.h"

namespace riser {

SketchUnit decide_unit(const DxfDrawing& drawing, const PlanSketch& sketch, const DxfOptions& options);

// Millimetres of one unit by $INSUNITS; nothing for 0 and for what no building is drawn in.
std::optional<double> declared_millimetres(long insert_units);

} // namespace riser
