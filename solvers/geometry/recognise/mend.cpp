// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/mend.h"

#include "solvers/geometry/planar/planarise.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace riser::detail {

namespace {

constexpr std::uint32_t no_corner = 0xffffffff;

struct Cell {
    std::int32_t x;
    std::int32_t y;
    bool operator==(const Cell&) const = default;
};
struct CellHash {
    std::size_t operator()(Cell c) const {
        return static_cast<std::size_t>(static_cast<std::uint64_t>(static_cast<std::uint32_t>(c.x)) *
                                            0x9E3779B97F4A7C15u ^
                                        static_cast<std::uint32_t>(c.y) * 0xC2B2AE3Du);
    }
};

// Strokes as pairs of shared corners, so that moving a corner moves all that end there.
struct Corners {
    std::vector<Point> corners;
    struct Bar {
        std::uint32_t a;
        std::uint32_t b;
        Stroke stroke;
    };
    std::vector<Bar> bars;
};

// Ends within the tolerance of a corner become that corner; corners of long strokes come first and stay.
Corners snapped(std::vector<Stroke> strokes, double tolerance, std::uint32_t& moved) {
    std::sort(strokes.begin(), strokes.end(), [](const Stroke& p, const Stroke& q) {
        const double lp = length(p), lq = length(q);
        return lp != lq ? lp > lq : std::tie(p.a, p.b) < std::tie(q.a, q.b);
    });
    Corners frame;
    std::unordered_map<Cell, std::vector<std::uint32_t>, CellHash> grid;
    const auto size = std::max(1.0, tolerance);
    const auto cell_of = [&](Point p) {
        return Cell{static_cast<std::int32_t>(std::floor(p.x / size)),
                    static_cast<std::int32_t>(std::floor(p.y / size))};
    };
    const auto corner_at = [&](Point p) {
        const Cell home = cell_of(p);
        std::uint32_t best = no_corner;
        double nearest = tolerance;
        for (std::int32_t dx = -1; dx <= 1; ++dx)
            for (std::int32_t dy = -1; dy <= 1; ++dy)
                if (const auto found = grid.find({home.x + dx, home.y + dy}); found != grid.end())
                    for (const std::uint32_t c : found->second)
                        if (const double d = gap(frame.corners[c], p); d <= nearest) {
                            nearest = d;
                            best = c;
                        }
        if (best != no_corner) {
            moved += frame.corners[best] != p;
            return best;
        }
        frame.corners.push_back(p);
        grid[home].push_back(static_cast<std::uint32_t>(frame.corners.size() - 1));
        return static_cast<std::uint32_t>(frame.corners.size() - 1);
    };
    for (const Stroke& s : strokes) {
        const std::uint32_t a = corner_at(s.a);
        const std::uint32_t b = corner_at(s.b);
        if (a != b)
            frame.bars.push_back({a, b, s});
    }
    return frame;
}

std::vector<Stroke> strokes_of(const Corners& frame) {
    std::vector<Stroke> strokes;
    for (const Corners::Bar& bar : frame.bars) {
        Stroke s = bar.stroke;
        s.a = frame.corners[bar.a];
        s.b = frame.corners[bar.b];
        strokes.push_back(s);
    }
    return strokes;
}

// Corners that lie beside a stroke they do not belong to, within the tolerance, are moved onto it.
void put_on_lines(Corners& frame, double tolerance, std::uint32_t& moved) {
    const std::vector<Stroke> strokes = strokes_of(frame);
    const StrokeIndex index(strokes);
    const auto margin = static_cast<std::int32_t>(tolerance) + 1;
    for (std::uint32_t c = 0; c < frame.corners.size(); ++c) {
        const Point p = frame.corners[c];
        double nearest = tolerance;
        std::optional<Point> place;
        index.near({{p.x - margin, p.y - margin}, {p.x + margin, p.y + margin}}, [&](std::uint32_t i) {
            const Corners::Bar& bar = frame.bars[i];
            if (bar.a == c || bar.b == c)
                return;
            const Vec a = vec(strokes[i].a);
            const Vec b = vec(strokes[i].b);
            const Nearness near = nearness(vec(p), a, b);
            if (near.distance <= nearest && near.along > 0 && near.along < 1) {
                nearest = near.distance;
                place = rounded(a + (b - a) * near.along);
            }
        });
        if (place && *place != p) {
            frame.corners[c] = *place;
            ++moved;
        }
    }
}

} // namespace

std::vector<Dangling> dangling_ends(std::span<const Stroke> strokes) {
    std::map<Point, std::pair<std::uint32_t, std::uint32_t>> ends; // how many, and one of them
    for (std::uint32_t i = 0; i < strokes.size(); ++i)
        for (const Point p : {strokes[i].a, strokes[i].b}) {
            auto& [count, stroke] = ends[p];
            ++count;
            stroke = i;
        }
    std::vector<Dangling> dangling;
    for (const auto& [at, who] : ends)
        if (who.first == 1) {
            const Stroke& s = strokes[who.second];
            dangling.push_back({at, unit(s.a == at ? -along(s) : along(s)), who.second});
        }
    return dangling;
}

namespace {

// Ends are sorted by place: the first one not left of x.
std::size_t first_from(const std::vector<Dangling>& ends, double x) {
    return static_cast<std::size_t>(
        std::lower_bound(ends.begin(), ends.end(), x, [](const Dangling& e, double v) { return e.at.x < v; }) -
        ends.begin());
}

// A dangling end is drawn to another one near it, or on to the stroke it points at.
std::vector<Stroke> drawn_out(std::span<const Stroke> strokes, const MendOptions& options) {
    const StrokeIndex index(strokes);
    const std::vector<Dangling> ends = dangling_ends(strokes);
    std::vector<Stroke> added;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const Dangling& end = ends[i];
        const std::uint8_t kinds = strokes[end.stroke].kinds;
        if (const auto hit = index.first_hit(vec(end.at), end.out, 0.5, options.reach)) {
            added.push_back({end.at, rounded(vec(end.at) + end.out * hit->distance), kinds, -1});
            continue;
        }
        for (std::size_t j = first_from(ends, end.at.x - options.reach); j < ends.size(); ++j) {
            const Dangling& other = ends[j];
            if (other.at.x > end.at.x + options.reach)
                break;
            if (j == i || gap(end.at, other.at) > options.reach || other.stroke == end.stroke)
                continue;
            // Close by, whatever they point at; farther off, only towards each other's line: a corner that was not
            // closed, not two ends of one wall.
            const Vec between = vec(other.at) - vec(end.at);
            if (dot(end.out, other.out) < 0.5 &&
                (norm(between) <= 2 * options.snap ||
                 (dot(end.out, between) > -0.2 * norm(between) && dot(other.out, -between) > -0.2 * norm(between)))) {
                added.push_back({end.at, other.at, kinds, -1});
                break;
            }
        }
    }
    return added;
}

// Two dangling ends side by side that point the same way are the faces of one wall: a cap joins them.
std::vector<Stroke> caps(std::span<const Stroke> strokes, const MendOptions& options) {
    const StrokeIndex index(strokes);
    const std::vector<Dangling> ends = dangling_ends(strokes);
    std::vector<Stroke> added;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const Dangling& end = ends[i];
        // The nearest partner on the left; the right-hand one finds us as its left.
        double nearest = options.most_thickness;
        std::size_t partner = ends.size();
        for (std::size_t j = first_from(ends, end.at.x - 1.2 * options.most_thickness); j < ends.size(); ++j) {
            if (ends[j].at.x > end.at.x + 1.2 * options.most_thickness)
                break;
            if (j == i || ends[j].stroke == end.stroke || dot(end.out, ends[j].out) < 0.97)
                continue;
            const Vec to = vec(ends[j].at) - vec(end.at);
            const double across = dot(to, left_of(end.out));
            if (across < 25 || across > nearest || std::abs(dot(to, end.out)) > std::min(120.0, 0.6 * across))
                continue;
            nearest = across;
            partner = j;
        }
        if (partner < ends.size() && !index.blocked(vec(end.at), vec(ends[partner].at), 3))
            added.push_back({end.at, ends[partner].at, StrokeKind::cap, -1});
    }
    return added;
}

// What sticks out of a crossing by less than `stub` is an overshoot.
void prune(std::vector<Stroke>& strokes, double stub) {
    for (int round = 0; round < 4; ++round) {
        std::vector<char> gone(strokes.size(), 0);
        bool any = false;
        for (const Dangling& end : dangling_ends(strokes))
            if (length(strokes[end.stroke]) < stub)
                gone[end.stroke] = any = true;
        if (!any)
            return;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < strokes.size(); ++i)
            if (!gone[i])
                strokes[kept++] = strokes[i];
        strokes.resize(kept);
    }
}

} // namespace

Mended mended(std::vector<Stroke> strokes, const MendOptions& options, const Run& run) {
    Mended result;
    Corners frame = snapped(std::move(strokes), options.snap, result.moved);
    if (run.stopped())
        return {};
    put_on_lines(frame, options.snap, result.moved);
    std::vector<Stroke> work = planarised(strokes_of(frame), run);
    if (run.stopped())
        return {};
    const std::vector<Stroke> reaches = drawn_out(work, options);
    result.drawn_out = static_cast<std::uint32_t>(reaches.size());
    if (!reaches.empty()) {
        work.insert(work.end(), reaches.begin(), reaches.end());
        work = planarised(std::move(work), run);
    }
    const std::vector<Stroke> ends = caps(work, options);
    result.capped = static_cast<std::uint32_t>(ends.size());
    if (!ends.empty()) {
        work.insert(work.end(), ends.begin(), ends.end());
        work = planarised(std::move(work), run);
    }
    prune(work, options.stub);
    result.strokes = std::move(work);
    return result;
}

std::vector<Stroke> fitted(std::vector<Stroke> strokes, std::span<const Stroke> base, const MendOptions& options) {
    const StrokeIndex index(base);
    const auto margin = static_cast<std::int32_t>(options.snap) + 1;
    const auto place = [&](Point p, Vec out) {
        const Box around{{p.x - margin, p.y - margin}, {p.x + margin, p.y + margin}};
        std::optional<Point> corner, line;
        double to_corner = options.snap, to_line = options.snap;
        index.near(around, [&](std::uint32_t i) {
            for (const Point c : {base[i].a, base[i].b})
                if (const double d = gap(c, p); d <= to_corner) {
                    to_corner = d;
                    corner = c;
                }
            const Nearness near = nearness(vec(p), vec(base[i].a), vec(base[i].b));
            if (near.distance <= to_line) {
                to_line = near.distance;
                line = rounded(vec(base[i].a) + along(base[i]) * near.along);
            }
        });
        if (corner)
            return *corner;
        if (line)
            return *line;
        if (const auto hit = index.first_hit(vec(p), out, 0, options.reach))
            return rounded(vec(p) + out * hit->distance);
        return p;
    };
    std::uint32_t moved = 0;
    strokes = strokes_of(snapped(std::move(strokes), options.snap, moved));
    for (Stroke& s : strokes) {
        const Vec dir = unit(along(s));
        s.a = place(s.a, -dir);
        s.b = place(s.b, dir);
    }
    std::erase_if(strokes, [](const Stroke& s) { return s.a == s.b; });
    return strokes;
}

} // namespace riser::detail
