// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes in layers and the lines between them (Sugiyama et al. 1981): orders found by barycentre sweeps, places by
// isotonic regression, so that no two boxes overlap and no line runs over a box. Lines leave a box at its bottom and
// enter a box below at its top; of two boxes in one layer, both at their bottom. Millimetres, y down; the result
// depends on the input alone.
#pragma once

#include "exporters/drawings/drawing.h"

namespace riser {

struct LayoutNode {
    double width = 0; // grown where the lines at a side need it
    double height = 0;
    int layer = 0;
    bool first = false; // stays left of all others of its layer
    // Where lines may be fixed, from its left end, sorted; empty: spread evenly.
    std::vector<double> top_slots = {};
    std::vector<double> bottom_slots = {};
};

struct LayoutEdge {
    std::size_t a = 0;
    std::size_t b = 0;
    std::optional<double> at_a = {}; // fixed place from the left end of its side; else a slot
    std::optional<double> at_b = {};
    double label = 0; // length kept free for a text along the last stretch at b
};

enum class LayoutPlaces { by_lines, centred }; // where boxes stand in their layer

struct LayoutOptions {
    LayoutPlaces places = LayoutPlaces::by_lines;
    double gap = 4;        // between boxes of a layer
    double port_pitch = 3; // between lines at a side
    double least_channel = 5;
    double most_channel = 34;
};

struct LayeredLayout {
    std::vector<PaperBox> boxes;                // of the nodes, in their order
    std::vector<std::vector<PaperPoint>> lines; // of the edges, from a to b
    double width = 0;
    double height = 0;
    std::size_t crossings = 0;
};
// An edge must join two different nodes. O(sweeps * edges * log edges).
LayeredLayout layered_layout(std::vector<LayoutNode> nodes, const std::vector<LayoutEdge>& edges,
                             const LayoutOptions& options = {});

} // namespace riser
