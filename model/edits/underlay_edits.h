// SPDX-License-Identifier: GPL-3.0-or-later
// Laying a picture or drawing under the plan of a floor, and moving it. Its true scale and turn come by calibrating
// (calibrate_edits.h); taking it away is deleting its row.
#pragma once

#include "model/edits/edit.h"

namespace riser {

struct UnderlayWish {
    UnderlayKind kind = UnderlayKind::picture;
    std::string file;          // as people call it
    std::string asset;         // SHA-256 of the copy
    double millimetres = 1;    // of the floor a pixel or drawing unit
    std::int64_t offset_x = 0; // where the origin of the drawing, or the lower left corner of the picture comes; mm
    std::int64_t offset_y = 0;
    std::string source = {}; // "plan.dxf#2": of a drawing, the sheet that is shown
};

// not_found: no such floor. bad_input: no copy, a scale outside 0.000001..1e9 mm, an offset beyond 1e12 mm.
Result<UnderlayId> place_underlay(Edit& edit, FloorId floor, UnderlayWish wish);

// not_found: no such underlay. bad_input: an offset beyond 1e12 mm.
Result<void> move_underlay(Edit& edit, UnderlayId underlay, std::int64_t by_x, std::int64_t by_y);

} // namespace riser
