// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/fabric.h"

#include "solvers/geometry/planar/rings.h"
#include "solvers/geometry/recognise/mend.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace riser::detail {

namespace {

constexpr double thinnest = 25;     // mm, of a double-line wall
constexpr double thickest = 620;    // of what a gap can begin at
constexpr double wall_radius = 300; // a closed face no wider than twice this, before openings are closed, is wall

} // namespace

std::vector<double> usual_thicknesses(std::span<const Stroke> strokes) {
    const StrokeIndex index(strokes);
    constexpr double bin = 10;
    std::array<double, 64> by_thickness{};
    double all = 0;
    for (const Stroke& s : strokes) {
        const double len = length(s);
        if (len < 200 || !(s.kinds & StrokeKind::wall))
            continue;
        const Vec dir = unit(along(s));
        const int samples = std::clamp(static_cast<int>(len / 1000), 1, 12);
        for (int k = 0; k < samples; ++k)
            for (const Vec side : {left_of(dir), -left_of(dir)}) {
                const Vec at = vec(s.a) + along(s) * ((k + 0.5) / samples);
                const auto hit = index.first_hit(at, side, thinnest, by_thickness.size() * bin - 1);
                if (!hit || !(strokes[hit->stroke].kinds & StrokeKind::wall) ||
                    std::abs(cross(dir, unit(along(strokes[hit->stroke])))) > 0.1 || length(strokes[hit->stroke]) < 100)
                    continue;
                by_thickness[static_cast<std::size_t>(hit->distance / bin)] += len / samples;
                all += len / samples;
            }
    }
    std::vector<double> usual;
    for (std::size_t b = 0; b + 1 < by_thickness.size(); ++b) {
        const double here = by_thickness[b] + by_thickness[b + 1];
        const bool peak = (b == 0 || here >= by_thickness[b - 1] + by_thickness[b]) &&
                          (b + 2 >= by_thickness.size() || here > by_thickness[b + 1] + by_thickness[b + 2]);
        if (peak && here * 12 >= all && here > 0)
            usual.push_back((static_cast<double>(b) + 1) * bin);
    }
    return usual;
}

Fabric fabric_of(std::vector<Stroke> strokes, const std::vector<Polygon>& columns, const Run& run) {
    Fabric fabric;
    fabric.strokes = std::move(strokes);
    const std::vector<double> usual = usual_thicknesses(fabric.strokes);
    for (const double t : usual)
        if (t <= 520)
            fabric.thickness = t;
    fabric.map = arrange(fabric.strokes, run);
    fabric.faces = face_polygons(fabric.map);
    fabric.solid.assign(fabric.faces.size(), 0);
    const FaceLocator in_column(columns);
    std::vector<std::uint32_t> group(fabric.faces.size(), 1);
    for (std::size_t f = 0; f < fabric.faces.size(); ++f) {
        if ((f & 63) == 0 && run.stopped())
            return {};
        const Polygon& face = fabric.faces[f];
        if (face.empty())
            continue;
        const Inscribed circle = inscribed_circle(face, wall_radius);
        fabric.solid[f] = circle.radius < wall_radius || in_column.at(rounded(circle.centre));
        group[f] = fabric.solid[f] ? 0 : 1;
    }
    if (!fabric.faces.empty())
        fabric.masses = std::move(group_polygons(fabric.map, group, 1, 1.5)[0]);
    return fabric;
}

std::vector<WallEnd> wall_ends(const Fabric& fabric) {
    std::vector<WallEnd> ends;
    const auto scan = [&](const Ring& ring) {
        const std::size_t n = ring.size();
        for (std::size_t i = 0; i < n; ++i) {
            const Vec before = vec(ring[i]) - vec(ring[(i + n - 1) % n]);
            const Vec edge = vec(ring[(i + 1) % n]) - vec(ring[i]);
            const Vec after = vec(ring[(i + 2) % n]) - vec(ring[(i + 1) % n]);
            const double width = norm(edge);
            if (width < thinnest || width > thickest || norm(before) < 20 || norm(after) < 20)
                continue;
            // The mass lies on the left: both corners turn left, the sides run back side by side.
            if (cross(unit(before), unit(edge)) < 0.6 || cross(unit(edge), unit(after)) < 0.6 ||
                dot(unit(before), unit(after)) > -0.8)
                continue;
            // The sides say which way the wall runs, the longer the better: its end is short and seldom square.
            const auto weighed = [](Vec side) { return side * std::min(1.0, 1500 / norm(side)); };
            const Vec out = unit(weighed(before) - weighed(after) - left_of(edge) * 0.2);
            ends.push_back({vec(ring[i]), vec(ring[(i + 1) % n]), out, width});
        }
    };
    for (const Polygon& mass : fabric.masses) {
        scan(mass.outer);
        for (const Ring& hole : mass.holes)
            scan(hole);
    }
    // Single lines: a dangling end with open space on both sides. Among double lines a short one is a slip of the pen.
    const double shortest = fabric.thickness > 0 ? 250 : 0;
    for (const Dangling& end : dangling_ends(fabric.strokes))
        if ((fabric.strokes[end.stroke].kinds & StrokeKind::wall) && length(fabric.strokes[end.stroke]) >= shortest)
            ends.push_back({vec(end.at), vec(end.at), end.out, 0});
    // A dangling stroke inside a mass is no end.
    std::vector<Polygon> solid;
    for (std::size_t f = 0; f < fabric.faces.size(); ++f)
        if (fabric.solid[f])
            solid.push_back(fabric.faces[f]);
    const FaceLocator inside(solid);
    std::erase_if(ends, [&](const WallEnd& end) {
        const auto face = inside.at(rounded(end.middle() + end.out * 4));
        return face && depth(solid[*face], end.middle() + end.out * 4) > 2;
    });
    return ends;
}

namespace {

// The lateral span of an end seen along `out` from `middle`.
struct Span {
    double low;
    double high;
};
Span lateral(const WallEnd& end, Vec middle, Vec left) {
    const double p = dot(end.a - middle, left);
    const double q = dot(end.b - middle, left);
    return {std::min(p, q), std::max(p, q)};
}

// Where the line through p along `dir` meets the line of the end face a b.
Vec meet(Vec p, Vec dir, const WallEnd& end) {
    const Vec face = end.b - end.a;
    const double turn = cross(dir, face);
    if (std::abs(turn) < 1e-6 * norm(face) || norm(face) == 0)
        return p + dir * dot(end.middle() - p, dir);
    return p + dir * (cross(end.a - p, face) / turn);
}

// Closing lines begin and end a little inside the walls, so that rounding leaves no slit.
void anchor(WallGap& gap) {
    constexpr double depth = 3;
    for (auto [from, to] : {std::pair{&gap.low_from, &gap.low_to}, std::pair{&gap.high_from, &gap.high_to}}) {
        const Vec way = unit(*to - *from);
        *from = *from - way * depth;
        *to = *to + way * depth;
    }
}

// Whether a wall already runs along the gap, between the two ends: single lines between columns.
bool walled(const WallGap& gap, const std::vector<Stroke>& strokes, const StrokeIndex& index) {
    const Vec dir = gap.direction();
    const double half = gap.thickness / 2 + 5;
    const Point p = rounded(gap.from), q = rounded(gap.to);
    const auto margin = static_cast<std::int32_t>(half);
    double covered = 0;
    index.near({{std::min(p.x, q.x) - margin, std::min(p.y, q.y) - margin},
                {std::max(p.x, q.x) + margin, std::max(p.y, q.y) + margin}},
               [&](std::uint32_t i) {
                   const Vec a = vec(strokes[i].a) - gap.from, b = vec(strokes[i].b) - gap.from;
                   if (std::abs(cross(dir, unit(b - a))) > 0.05 || std::abs(cross(dir, a)) > half ||
                       std::abs(cross(dir, b)) > half)
                       return;
                   covered += std::max(0.0, std::min(gap.length, std::max(dot(a, dir), dot(b, dir))) -
                                                std::max(0.0, std::min(dot(a, dir), dot(b, dir))));
               });
    return covered > 0.25 * gap.length;
}

std::optional<std::pair<std::size_t, WallGap>> facing_gap(const Fabric& fabric, const StrokeIndex& index,
                                                          const std::vector<WallEnd>& ends, std::size_t self,
                                                          const std::vector<std::size_t>& near, double most) {
    const WallEnd& end = ends[self];
    const Vec middle = end.middle();
    const Vec left = left_of(end.out);
    const Span own = lateral(end, middle, left);
    std::optional<std::pair<std::size_t, WallGap>> best;
    for (const std::size_t other : near) {
        const WallEnd& face = ends[other];
        if (other == self || dot(face.out, end.out) > -0.95)
            continue;
        const double distance = dot(face.middle() - middle, end.out);
        if (distance < 3 || distance > most || (best && distance >= best->second.length))
            continue;
        const Span theirs = lateral(face, middle, left);
        const double low = std::max(own.low, theirs.low);
        const double high = std::min(own.high, theirs.high);
        const double thinner = std::min(own.high - own.low, theirs.high - theirs.low);
        const double allowed = thinner == 0 ? -40 : std::min(0.4 * thinner, 60.0);
        if (high - low < allowed)
            continue;
        WallGap gap;
        if (thinner == 0) { // single line on one side at least: end to end
            gap.low_from = gap.high_from = gap.from = middle;
            gap.low_to = gap.high_to = gap.to = theirs.high > theirs.low ? meet(middle, end.out, face) : face.middle();
        } else {
            gap.low_from = meet(middle + left * low, end.out, end);
            gap.high_from = meet(middle + left * high, end.out, end);
            gap.low_to = meet(middle + left * low, end.out, face);
            gap.high_to = meet(middle + left * high, end.out, face);
            gap.from = (gap.low_from + gap.high_from) * 0.5;
            gap.to = (gap.low_to + gap.high_to) * 0.5;
            gap.thickness = high - low;
        }
        gap.length = riser::gap(gap.from, gap.to);
        if (index.blocked(gap.from, gap.to, 4) || walled(gap, fabric.strokes, index))
            continue;
        anchor(gap);
        best = {other, gap};
    }
    return best;
}

std::optional<WallGap> gap_to_face(const Fabric& fabric, const StrokeIndex& index, const WallEnd& end, double most) {
    const Vec left = left_of(end.out);
    const auto shoot = [&](Vec from) -> std::optional<double> {
        const auto hit = index.first_hit(from, end.out, end.thickness > 0 ? 12 : 3, most);
        if (!hit || std::abs(cross(unit(along(fabric.strokes[hit->stroke])), end.out)) < 0.5)
            return std::nullopt;
        return hit->distance;
    };
    WallGap gap;
    gap.to_face = true;
    const auto middle = shoot(end.middle());
    if (!middle)
        return std::nullopt;
    gap.from = end.middle();
    gap.to = gap.from + end.out * *middle;
    gap.length = *middle;
    gap.low_from = gap.high_from = gap.from;
    gap.low_to = gap.high_to = gap.to;
    if (end.thickness > 0) {
        // Along both faces: at the corner itself, or a little inside, where the ray meets the same wall as in the
        // middle.
        const double slack = end.thickness * 1.1 + 30;
        struct Line {
            Vec from, to;
        };
        const auto along_face = [&](Vec corner, Vec other) -> std::optional<Line> {
            for (const double inset : {0.0, 2.0, 7.0, 14.0}) {
                if (inset > end.thickness / 3)
                    break;
                // Half a millimetre farther in, so that a ray along a face does not slip past the corner it runs to.
                const Vec from = corner + unit(other - corner) * inset;
                const auto hit = shoot(from + unit(other - corner) * 0.5);
                if (hit && std::abs(*hit - *middle) <= slack)
                    return Line{from, from + end.out * *hit};
            }
            return std::nullopt;
        };
        const bool a_is_low = dot(end.b - end.a, left) > 0;
        const auto low = along_face(a_is_low ? end.a : end.b, a_is_low ? end.b : end.a);
        const auto high = along_face(a_is_low ? end.b : end.a, a_is_low ? end.a : end.b);
        if (low && high) {
            gap.low_from = low->from;
            gap.low_to = low->to;
            gap.high_from = high->from;
            gap.high_to = high->to;
            gap.thickness = end.thickness;
        }
    }
    anchor(gap);
    return gap;
}

} // namespace

std::vector<WallGap> wall_gaps_of(const Fabric& fabric, const std::vector<WallEnd>& ends, double most_length) {
    const StrokeIndex index(fabric.strokes);
    // Ends in order of x, to look only at those within reach.
    std::vector<std::size_t> order(ends.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t p, std::size_t q) { return ends[p].middle().x < ends[q].middle().x; });
    std::vector<WallGap> gaps;
    std::set<std::pair<std::size_t, std::size_t>> joined;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const Vec middle = ends[i].middle();
        const double reach = most_length + thickest;
        auto first = std::lower_bound(order.begin(), order.end(), middle.x - reach,
                                      [&](std::size_t e, double x) { return ends[e].middle().x < x; });
        std::vector<std::size_t> near;
        for (; first != order.end() && ends[*first].middle().x <= middle.x + reach; ++first)
            if (std::abs(ends[*first].middle().y - middle.y) <= reach)
                near.push_back(*first);
        if (const auto found = facing_gap(fabric, index, ends, i, near, most_length)) {
            if (joined.insert(std::minmax(i, found->first)).second)
                gaps.push_back(found->second);
        } else if (const auto face = gap_to_face(fabric, index, ends[i], most_length)) {
            gaps.push_back(*face);
        }
    }
    return gaps;
}

} // namespace riser::detail
