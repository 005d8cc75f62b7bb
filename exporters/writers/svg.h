// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing as SVG: the viewBox in millimetres, a group a layer, symbols defined once, fonts by family name, and on
// every item that shows a row its id as data-id.
#pragma once

#include "exporters/drawings/drawing.h"

namespace riser {

std::string svg(const Drawing& drawing, Language language);

} // namespace riser
