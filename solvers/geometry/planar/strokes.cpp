// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/planar/strokes.h"

#include <algorithm>
#include <limits>

namespace riser {

namespace {

std::int32_t floor_div(std::int32_t a, std::int32_t b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0)); }

Box box_of(Vec a, Vec b, double margin) {
    return {rounded({std::min(a.x, b.x) - margin, std::min(a.y, b.y) - margin}),
            rounded({std::max(a.x, b.x) + margin, std::max(a.y, b.y) + margin})};
}

// Calls visit(box) for boxes of at most about a cell's size that together cover the segment.
template<class Visit> void along_pieces(Vec a, Vec b, double cell, double margin, Visit visit) {
    const int pieces = std::max(1, static_cast<int>(std::ceil(gap(a, b) / cell)));
    for (int i = 0; i < pieces; ++i)
        visit(box_of(a + (b - a) * (double(i) / pieces), a + (b - a) * (double(i + 1) / pieces), margin));
}

} // namespace

std::uint64_t StrokeIndex::key(std::int32_t x, std::int32_t y) const {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32 | static_cast<std::uint32_t>(y);
}

StrokeIndex::StrokeIndex(std::span<const Stroke> strokes, std::int32_t cell) : strokes_(strokes), cell_(cell) {
    for (std::uint32_t i = 0; i < strokes.size(); ++i)
        along_pieces(vec(strokes[i].a), vec(strokes[i].b), cell_, 1, [&](Box box) {
            for (std::int32_t x = floor_div(box.low.x, cell_); x <= floor_div(box.high.x, cell_); ++x)
                for (std::int32_t y = floor_div(box.low.y, cell_); y <= floor_div(box.high.y, cell_); ++y)
                    entries_.push_back({key(x, y), i});
        });
    std::sort(entries_.begin(), entries_.end());
    entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
}

std::vector<std::uint32_t> StrokeIndex::candidates(Box box) const {
    std::vector<std::uint32_t> found;
    for (std::int32_t x = floor_div(box.low.x, cell_); x <= floor_div(box.high.x, cell_); ++x)
        for (std::int32_t y = floor_div(box.low.y, cell_); y <= floor_div(box.high.y, cell_); ++y) {
            const std::uint64_t wanted = key(x, y);
            auto at = std::lower_bound(entries_.begin(), entries_.end(), Entry{wanted, 0});
            for (; at != entries_.end() && at->cell == wanted; ++at)
                found.push_back(at->stroke);
        }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::optional<RayHit> StrokeIndex::first_hit(Vec from, Vec dir, double least, double most) const {
    std::optional<RayHit> best;
    double reached = 0;
    while (reached < most && (!best || best->distance > reached)) {
        const double next = std::min(most, reached + cell_);
        near(box_of(from + dir * reached, from + dir * next, 2), [&](std::uint32_t i) {
            const Vec a = vec(strokes_[i].a) - from;
            const Vec b = vec(strokes_[i].b) - from;
            const double side_a = cross(dir, a);
            const double side_b = cross(dir, b);
            double distance = std::numeric_limits<double>::infinity();
            if (std::abs(side_a) <= 1 && std::abs(side_b) <= 1) {
                for (const double d : {dot(dir, a), dot(dir, b)})
                    if (d > least)
                        distance = std::min(distance, d);
            } else if ((side_a <= 0 && side_b >= 0) || (side_a >= 0 && side_b <= 0)) {
                const double t = side_a / (side_a - side_b);
                distance = dot(dir, a + (b - a) * t);
            }
            if (distance > least && distance <= most && (!best || distance < best->distance))
                best = RayHit{distance, i};
        });
        reached = next;
    }
    return best;
}

bool StrokeIndex::blocked(Vec a, Vec b, double slack) const {
    const double length = gap(a, b);
    if (length <= 2 * slack)
        return false;
    return first_hit(a, unit(b - a), slack, length - slack).has_value();
}

} // namespace riser
