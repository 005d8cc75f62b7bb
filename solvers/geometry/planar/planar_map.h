// SPDX-License-Identifier: GPL-3.0-or-later
// The subdivision of the plane by strokes: half-edges, faces, and the polygons of groups of faces. Vertices are whole
// millimetres, so every polygon read from it is exact. arrange() is CGAL's arrangement behind a plain value.
#pragma once

#include "solvers/base/run.h"
#include "solvers/geometry/planar/strokes.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace riser {

constexpr std::uint32_t no_edge = 0xffffffff;

struct PlanarMap {
    struct HalfEdge { // the twin of 2k is 2k+1
        Point from;
        std::uint32_t next = no_edge; // around the face on the left
        std::uint32_t face = 0;
        std::uint8_t kinds = 0;
        std::int32_t gap = -1;
    };
    struct Face {
        std::vector<std::uint32_t> rings; // one half-edge of each boundary component
        bool unbounded = false;
    };
    std::vector<HalfEdge> edges;
    std::vector<Face> faces; // faces[0] is the unbounded one, when there is any

    static std::uint32_t twin(std::uint32_t e) { return e ^ 1U; }
    Point to(std::uint32_t e) const { return edges[twin(e)].from; }
    std::uint32_t across(std::uint32_t e) const { return edges[twin(e)].face; }
};

// Of strokes in any position (they are planarised first). Empty when stopped or when there is no stroke.
PlanarMap arrange(std::vector<Stroke> strokes, const Run& run = {});

// For each group number (faces of the same number, joined over shared edges), its polygons: usually one. Edges between
// faces of one group vanish. Rings are simple; one that touches itself in a vertex is split there. Straight runs of
// vertices that stray less than `tolerance` from a line are shortened to it where the ring stays simple.
std::vector<std::vector<Polygon>> group_polygons(const PlanarMap& map, std::span<const std::uint32_t> group_of_face,
                                                 std::uint32_t groups, double tolerance = 1.0);
// The polygon of each face, without the strokes that dangle in it; empty for the unbounded one.
std::vector<Polygon> face_polygons(const PlanarMap& map, double tolerance = 0);

// Answers many "which face is here?" questions; the map's polygons must outlive it.
class FaceLocator {
  public:
    explicit FaceLocator(std::span<const Polygon> polygons);
    // The face whose polygon holds p, the smallest when it lies on a boundary; nothing when none does.
    std::optional<std::uint32_t> at(Point p) const;
    std::vector<std::uint32_t> all_near(Box box) const;

  private:
    std::span<const Polygon> polygons_;
    std::vector<Box> boxes_;
    std::vector<std::uint32_t> by_low_x_;
    std::vector<double> areas_;
};

} // namespace riser
