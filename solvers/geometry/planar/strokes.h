// SPDX-License-Identifier: GPL-3.0-or-later
// The straight pieces a floor plan is recognised from, in whole millimetres of a local frame, each knowing what it
// stands for; and a grid over them that answers: what lies near here, what does a ray hit first?
#pragma once

#include "solvers/geometry/planar/vector.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace riser {

// What a stroke stands for; a stroke that coincides with others is all of it.
struct StrokeKind {
    static constexpr std::uint8_t wall = 1;
    static constexpr std::uint8_t column = 2;
    static constexpr std::uint8_t glazing = 4;
    static constexpr std::uint8_t closing = 8; // drawn by us across a gap between wall ends
    static constexpr std::uint8_t cap = 16;    // drawn by us across the open end of a double-line wall
    static constexpr std::uint8_t weak = 32;   // a line of a door layer that no opening claims
    static constexpr std::uint8_t solid = wall | column | glazing | cap | weak;
};

struct Stroke {
    Point a;
    Point b;
    std::uint8_t kinds = StrokeKind::wall;
    std::int32_t gap = -1; // of a closing: which gap it closes
    bool operator==(const Stroke&) const = default;
};

inline Vec along(const Stroke& s) { return vec(s.b) - vec(s.a); }
inline double length(const Stroke& s) { return norm(along(s)); }

struct RayHit {
    double distance = 0;
    std::uint32_t stroke = 0;
};

// Over strokes that must outlive it and not change. Queries are const and may run in many threads.
class StrokeIndex {
  public:
    explicit StrokeIndex(std::span<const Stroke> strokes, std::int32_t cell = 1000);

    // Calls visit(index) once for each stroke whose cells meet the box; visit returns nothing.
    template<class Visit> void near(Box box, Visit visit) const {
        for (const std::uint32_t i : candidates(box))
            visit(i);
    }
    std::vector<std::uint32_t> candidates(Box box) const;
    // The first stroke that the ray from `from` in direction `dir` (unit) meets at a distance in (least, most].
    // Strokes nearly parallel to the ray are met at their nearer end when the ray runs along them within 1 mm.
    std::optional<RayHit> first_hit(Vec from, Vec dir, double least, double most) const;
    // Whether a stroke crosses the open segment a b farther than `slack` from both of its ends.
    bool blocked(Vec a, Vec b, double slack) const;

  private:
    std::uint64_t key(std::int32_t x, std::int32_t y) const;
    std::span<const Stroke> strokes_;
    std::int32_t cell_;
    struct Entry {
        std::uint64_t cell;
        std::uint32_t stroke;
        auto operator<=>(const Entry&) const = default;
    };
    std::vector<Entry> entries_; // sorted
};

} // namespace riser
