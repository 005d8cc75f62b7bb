// SPDX-License-Identifier: GPL-3.0-or-later
// Draughtsmen miss by a few millimetres: ends that nearly meet, lines that stop short of the one they should reach,
// double lines left open at their end. mended() joins what was meant to be joined, and moves nothing farther than the
// tolerance; only an end that dangles is drawn out farther, to what it points at.
#pragma once

#include "solvers/base/run.h"
#include "solvers/geometry/planar/strokes.h"

namespace riser::detail {

struct MendOptions {
    double snap = 15;            // mm: ends nearer to each other, or to a line, than this are one
    double reach = 60;           // mm: how far a dangling end is drawn out
    double stub = 40;            // mm: what sticks out of a crossing by less is dropped
    double most_thickness = 520; // mm: of a double-line wall whose open end gets a cap
};

struct Mended {
    std::vector<Stroke> strokes; // planarised
    std::uint32_t moved = 0;     // ends that were
    std::uint32_t drawn_out = 0;
    std::uint32_t capped = 0;
};

// Empty when stopped.
Mended mended(std::vector<Stroke> strokes, const MendOptions& options, const Run& run);

// Strokes whose ends are put on corners or lines of `base` that lie near, or drawn out to them; the base stays as it
// is.
std::vector<Stroke> fitted(std::vector<Stroke> strokes, std::span<const Stroke> base, const MendOptions& options);

// Ends of strokes where no other stroke begins, with the direction in which they point.
struct Dangling {
    Point at;
    Vec out; // unit
    std::uint32_t stroke = 0;
};
// Sorted by place.
std::vector<Dangling> dangling_ends(std::span<const Stroke> planarised);

} // namespace riser::detail
