// SPDX-License-Identifier: GPL-3.0-or-later
// What a topology, its sheet and its legend draw alike.
#pragma once

#include "exporters/drawings/topology_content.h"

namespace riser {

constexpr double topology_margin = 6;  // mm, around it
constexpr double topology_label = 1.9; // mm high, the lesser words

inline Pen topology_pen(const TopologyLine& line) {
    switch (line.what) {
    case TopologyLine::What::link:
        return {.colour = colour(line.joins_planes ? ColourRole::error : ColourRole::text_second),
                .width = line.joins_planes ? 0.5 : 0.22};
    case TopologyLine::What::policy:
        return {.colour = colour(line.denies ? ColourRole::warning : ColourRole::accent),
                .width = 0.3,
                .dash = line.denies ? Dash::chain : Dash::solid};
    case TopologyLine::What::apart:
        break;
    }
    return {.colour = colour(ColourRole::error), .width = 0.22, .dash = Dash::dashed};
}

} // namespace riser
