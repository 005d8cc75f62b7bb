// SPDX-License-Identifier: GPL-3.0-or-later
// Exact places typed instead of pointed at, in millimetres: "12000,8000" in the floor's frame, "@3000,0" from where the
// gesture stands, "5000<90" so long in that direction (degrees, counter-clockwise from east), "5000" so long towards
// the pointer. A number with "m" behind it is in metres.
#pragma once

#include "model/base/geometry.h"
#include "model/base/result.h"

#include <optional>
#include <string_view>

namespace riser {

// bad_input: not of these forms, out of the floor's frame, or relative where nothing has begun.
Result<Point> exact_place(std::string_view text, std::optional<Point> base, Point pointer);

} // namespace riser
