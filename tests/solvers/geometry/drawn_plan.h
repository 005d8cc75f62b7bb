// SPDX-License-Identifier: GPL-3.0-or-later
// Floor plans for tests, drawn from a model whose rooms are known: a grid of cells told by letters, walls of two
// thicknesses, doors and windows, written as a DXF drawing in the habit asked for (double lines, closed outlines,
// single lines, blocks, misfits, units, turned). What recognition finds is measured against the model.
#pragma once

#include "solvers/geometry/recognise.h"

#include <array>
#include <random>
#include <string>
#include <vector>

namespace riser {

enum class WallHabit { faces, faces_without_caps, closed_outlines, single_lines };
enum class DoorHabit {
    lines_and_arc,
    block,
    bulge,
    stretched_block,
    thick_leaf, // a rectangle of 40 mm and an arc
    arc_only,
    threshold, // leaf and arc, and lines across the opening along both faces
    sliding,
    gap_only
};
enum class WindowHabit { lines, block, none };
enum class LayerHabit { tangent, aia, unnamed, all_on_one };

struct DrawingHabit {
    WallHabit walls = WallHabit::faces;
    DoorHabit doors = DoorHabit::lines_and_arc;
    WindowHabit windows = WindowHabit::lines;
    LayerHabit layers = LayerHabit::tangent;
    double misfit = 0;    // mm by which every end of a wall line strays, in x and in y
    double unit = 1;      // mm of a drawing unit
    int insunits = 4;     // as $INSUNITS declares it; 0: not declared
    double turn = 0;      // degrees
    bool columns = false; // closed squares of 500 mm over the corners of the grid
    bool doubled = false; // every wall line twice, once overlapping in two parts
    bool furniture = false;
    bool clutter = false; // stairs, dimension lines and hatching on layers of their own
    bool names = true;
};

enum class HoleKind { door, double_door, window, passage };

// An opening in the wall between cell (i-1, j) and (i, j) (upright) or (i, j-1) and (i, j) (level).
struct Hole {
    bool upright = false;
    int i = 0;
    int j = 0;
    double from = 0; // along the wall, mm, absolute
    double to = 0;
    HoleKind kind = HoleKind::door;
    bool hinge_at_to = false;
    bool swings_up = false; // towards larger x or y
    bool flush = false;     // begins at the face of the wall across, which runs on
};

struct PlanModel {
    std::vector<std::string> rows; // the top row first; '.' is outside
    std::vector<double> xs;        // of grid lines, mm, columns + 1
    std::vector<double> ys;        // upwards, rows + 1
    double outer = 240;
    double inner = 120;
    std::vector<Hole> holes;

    int columns() const { return static_cast<int>(xs.size()) - 1; }
    int levels() const { return static_cast<int>(ys.size()) - 1; }
    char cell(int i, int j) const; // j upwards; '.' beyond the edge
};

struct TrueRoom {
    char letter = 0;
    std::string name;
    std::string number;
    double x = 0; // well inside, mm
    double y = 0;
    double area = 0; // net, mm2
    double perimeter = 0;
};

// Random rooms: cells joined two or three together, a door for each room so that all hang together, windows outside.
PlanModel random_plan(std::mt19937& random, int columns, int rows);
// Of the letters given, with a door in each wall between two letters that are named in `doors` ("AB BC A.").
PlanModel plan_of(std::vector<std::string> rows, const std::string& doors, double cell = 4000);

// `gross`: areas up to the wall axes, as single lines give them.
std::vector<TrueRoom> rooms_of(const PlanModel& model, bool gross);
std::string dxf_of(const PlanModel& model, const DrawingHabit& habit, std::mt19937& random);
// Model coordinates as they stand in the drawing, in drawing units.
std::array<double, 2> in_drawing(const DrawingHabit& habit, double x, double y);

} // namespace riser
