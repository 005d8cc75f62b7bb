// SPDX-License-Identifier: GPL-3.0-or-later
// Layered layout of boxes within boxes: each container is laid out by itself, from the innermost; a line between boxes
// of different containers leaves each of them at its upper or lower border, at a place found within. So no line runs
// over a box that it does not belong to, at any depth.
#pragma once

#include "exporters/drawings/layered_layout.h"

namespace riser {

struct NestedBox {
    std::optional<std::size_t> parent = {}; // comes before it
    int layer = 0;                          // within its parent
    double width = 0;                       // of a container: at least
    double height = 0;
    bool first = false; // a heading: left of all lines
    bool container = false;
    double pad_left = 4; // of a container, inside its borders
    double pad = 4;
};

struct NestedLine {
    std::size_t a = 0;
    std::size_t b = 0;
    double label = 0; // kept free along the last stretch at b
};

struct NestedLayout {
    std::vector<PaperBox> boxes;
    std::vector<std::vector<PaperPoint>> lines; // from a to b; empty when one lies within the other
    double width = 0;
    double height = 0;
};
NestedLayout nested_layout(const std::vector<NestedBox>& boxes, const std::vector<NestedLine>& lines,
                           const LayoutOptions& options = {});

} // namespace riser
