// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a system diagram: legend of what is used, quantities by floor, notes; and its title.
#pragma once

#include "exporters/drawings/frame.h"
#include "exporters/drawings/system_content.h"
#include "exporters/drawings/system_diagram.h"

namespace riser {

struct FloorRange {
    std::size_t first = 0; // [first, last)
    std::size_t last = 0;
};

// Shafts keep one colour, of their links and of the number of their cores.
Colour shaft_colour(std::size_t shaft);
Text diagram_title(const SystemContent& content);
void fill_strip(Strip& strip, const SystemContent& content, const Design& design, const SystemDiagramOptions& options,
                FloorRange floors);

} // namespace riser
