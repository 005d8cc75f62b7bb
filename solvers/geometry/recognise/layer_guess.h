// SPDX-License-Identifier: GPL-3.0-or-later
// Which layers are walls when no name says so? Walls run in pairs a hand to two feet apart, meet at their ends, and
// make up most of the length; what lies in the gaps between wall ends are doors and windows. Every guess says why.
#pragma once

#include "solvers/geometry/recognise/local_drawing.h"

#include <string>
#include <vector>

namespace riser::detail {

struct LayerShape {
    SketchIndex layer = 0;
    std::uint32_t lines = 0; // straight pieces of at least 300 mm
    double length = 0;       // of those, mm
    double paired = 0;       // share of the length with a parallel line 50 to 450 mm beside it
    double joined = 0;       // share of ends that meet another line of the layer
    double extent = 0;       // share of the drawing's box that the layer's box covers
    std::uint32_t swings = 0;
    double wall_likeness() const;
};

// Of layers nobody knows, the most wall-like first.
std::vector<LayerShape> unknown_layers(const LocalDrawing& drawing, std::size_t layer_count);
// Share of the straight length of each layer that lies in the gaps between wall ends, given bands from -> to.
struct GapBand {
    Vec from;
    Vec to;
    double half = 0;
};
double share_in_gaps(const LocalDrawing& drawing, SketchIndex layer, const std::vector<GapBand>& gaps);

// Gives pieces, swings and texts the role of their layer anew.
void assign_roles(LocalDrawing& drawing, const PlanSketch& sketch, const std::vector<LayerRole>& roles);

// Marks the rungs of ladders (stairs, gratings): three or more lines of one length at one distance. By piece.
std::vector<char> ladder_rungs(const LocalDrawing& drawing);

} // namespace riser::detail
