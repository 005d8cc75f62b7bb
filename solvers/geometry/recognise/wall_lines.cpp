// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/wall_lines.h"

#include "solvers/geometry/planar/rings.h"

#include <algorithm>
#include <numbers>

namespace riser::detail {

namespace {

constexpr double thickest = 700;
constexpr double shortest = 60;

struct Bar { // a straight piece of wall
    Vec a;
    Vec b;
    double thickness;
    bool glass = false;
};

// Edges of the masses, the mass on the left.
std::vector<Stroke> faces_of(const std::vector<Polygon>& masses) {
    std::vector<Stroke> faces;
    for (const Polygon& mass : masses) {
        const auto add = [&](const Ring& ring) {
            for (std::size_t i = 0; i < ring.size(); ++i)
                faces.push_back({ring[i], ring[(i + 1) % ring.size()]});
        };
        add(mass.outer);
        for (const Ring& hole : mass.holes)
            add(hole);
    }
    return faces;
}

// For each face, the parts of it that look through the mass at a face running the other way.
std::vector<Bar> bars_between(const std::vector<Stroke>& faces) {
    const StrokeIndex index(faces);
    std::vector<Bar> bars;
    for (std::uint32_t i = 0; i < faces.size(); ++i) {
        const double length = riser::length(faces[i]);
        if (length < shortest)
            continue;
        const Vec a = vec(faces[i].a);
        const Vec dir = unit(along(faces[i]));
        const Vec in = left_of(dir);
        struct Other {
            double from, to, distance;
        };
        std::vector<Other> others;
        std::vector<double> marks{0, length};
        const Vec b = vec(faces[i].b);
        const auto box_of = [&](double margin) {
            return Box{rounded({std::min({a.x, b.x, a.x + in.x * margin, b.x + in.x * margin}) - 1,
                                std::min({a.y, b.y, a.y + in.y * margin, b.y + in.y * margin}) - 1}),
                       rounded({std::max({a.x, b.x, a.x + in.x * margin, b.x + in.x * margin}) + 1,
                                std::max({a.y, b.y, a.y + in.y * margin, b.y + in.y * margin}) + 1})};
        };
        index.near(box_of(thickest), [&](std::uint32_t j) {
            const Vec p = vec(faces[j].a) - a;
            const Vec q = vec(faces[j].b) - a;
            if (dot(unit(q - p), dir) > -0.995)
                return;
            const double from = std::max(0.0, dot(q, dir)), to = std::min(length, dot(p, dir));
            const double distance = (dot(p, in) + dot(q, in)) / 2;
            if (to - from < 5 || distance < 20 || distance > thickest)
                return;
            others.push_back({from, to, distance});
            marks.push_back(from);
            marks.push_back(to);
        });
        std::sort(marks.begin(), marks.end());
        std::optional<Bar> open;
        const auto flush = [&] {
            if (open && gap(open->a, open->b) >= (open->thickness > 400 ? 0.8 * open->thickness : shortest))
                bars.push_back(*open);
            open.reset();
        };
        for (std::size_t k = 0; k + 1 < marks.size(); ++k) {
            const double middle = (marks[k] + marks[k + 1]) / 2;
            if (marks[k + 1] - marks[k] < 1)
                continue;
            double nearest = thickest + 1;
            for (const Other& other : others)
                if (other.from <= middle && middle <= other.to)
                    nearest = std::min(nearest, other.distance);
            if (nearest > thickest) {
                flush();
                continue;
            }
            const Vec from = a + dir * marks[k] + in * (nearest / 2), to = a + dir * marks[k + 1] + in * (nearest / 2);
            if (open && std::abs(open->thickness - nearest) < 3) {
                open->b = to;
            } else {
                flush();
                open = Bar{from, to, nearest};
            }
        }
        flush();
    }
    return bars;
}

// A direction as an angle in [0, pi), so that both faces of a wall agree.
void orient(Bar& bar) {
    const Vec d = bar.b - bar.a;
    if (d.x < -1e-9 || (std::abs(d.x) <= 1e-9 && d.y < 0))
        std::swap(bar.a, bar.b);
}

class Merger {
  public:
    explicit Merger(const std::vector<Polygon>& masses) : masses_(masses), locator_(masses) {}

    // Pieces on one line and of one thickness become one where the mass goes on between them.
    std::vector<Bar> merged(std::vector<Bar> bars) const {
        for (Bar& bar : bars)
            orient(bar);
        for (bool again = true; again;) {
            again = false;
            std::sort(bars.begin(), bars.end(), [](const Bar& p, const Bar& q) {
                return std::tie(p.a.x, p.a.y, p.b.x, p.b.y, p.thickness) <
                       std::tie(q.a.x, q.a.y, q.b.x, q.b.y, q.thickness);
            });
            std::vector<char> gone(bars.size(), 0);
            for (std::size_t i = 0; i < bars.size(); ++i) {
                if (gone[i])
                    continue;
                for (std::size_t j = i + 1; j < bars.size(); ++j) {
                    if (bars[j].a.x > bars[i].b.x + 900 && bars[j].a.x > bars[i].a.x + 900)
                        break;
                    if (!gone[j] && absorb(bars[i], bars[j])) {
                        gone[j] = 1;
                        again = true;
                    }
                }
            }
            std::vector<Bar> kept;
            for (std::size_t i = 0; i < bars.size(); ++i)
                if (!gone[i])
                    kept.push_back(bars[i]);
            bars = std::move(kept);
        }
        return bars;
    }

  private:
    bool absorb(Bar& into, const Bar& bar) const {
        const Vec dir = unit(gap(into.a, into.b) >= gap(bar.a, bar.b) ? into.b - into.a : bar.b - bar.a);
        if (into.glass != bar.glass || std::abs(into.thickness - bar.thickness) > 12 ||
            std::abs(cross(dir, unit(bar.b - bar.a))) > 0.012 || std::abs(cross(dir, unit(into.b - into.a))) > 0.012)
            return false;
        if (std::abs(cross(dir, bar.a - into.a)) > 9 || std::abs(cross(dir, bar.b - into.a)) > 9)
            return false;
        const double length = dot(into.b - into.a, dir);
        const double from = dot(bar.a - into.a, dir), to = dot(bar.b - into.a, dir);
        const double hole = std::max(from - length, -to);
        if (hole > 800)
            return false;
        if (hole > 2) {
            const double middle = from > length ? (from + length) / 2 : to / 2;
            const Vec p = into.a + dir * middle;
            if (into.thickness == 0 ? hole > 3 : !locator_.at(rounded(p)))
                return false;
        }
        const Vec start = from < 0 ? bar.a : into.a;
        const Vec end = to > length ? bar.b : into.b;
        into.thickness = std::max(into.thickness, bar.thickness);
        into.a = start;
        into.b = end;
        return true;
    }

    const std::vector<Polygon>& masses_;
    FaceLocator locator_;
};

// Ends are carried on to the centreline they run into.
void carry_on(std::vector<Bar>& bars) {
    std::vector<Stroke> strokes;
    for (const Bar& bar : bars)
        strokes.push_back({rounded(bar.a), rounded(bar.b)});
    const StrokeIndex index(strokes);
    const std::vector<Bar> fixed = bars;
    for (std::size_t i = 0; i < bars.size(); ++i)
        for (const bool at_b : {false, true}) {
            Vec& end = at_b ? bars[i].b : bars[i].a;
            const Vec out = unit(at_b ? fixed[i].b - fixed[i].a : fixed[i].a - fixed[i].b);
            const Vec start = at_b ? fixed[i].b : fixed[i].a;
            const Point p = rounded(start);
            double best = 1e9;
            index.near({{p.x - 800, p.y - 800}, {p.x + 800, p.y + 800}}, [&](std::uint32_t j) {
                if (j == i)
                    return;
                const Vec dir = unit(fixed[j].b - fixed[j].a);
                const double turn = cross(out, dir);
                if (std::abs(turn) < 0.2)
                    return;
                const double ahead = cross(fixed[j].a - start, dir) / turn;
                const double reach = 0.5 * fixed[j].thickness / std::abs(turn) + 30;
                if (ahead < -reach || ahead > reach)
                    return;
                const Vec hit = start + out * ahead;
                const double s = dot(hit - fixed[j].a, dir);
                const double margin = 0.5 * fixed[i].thickness + 60;
                if (s < -margin || s > gap(fixed[j].a, fixed[j].b) + margin)
                    return;
                if (std::abs(ahead) < std::abs(best))
                    best = ahead;
            });
            if (best < 1e8)
                end = start + out * best;
        }
}

// Chords of a round wall, end to end, become one line.
std::vector<WallLine> chained(const std::vector<Bar>& bars) {
    std::vector<WallLine> lines;
    std::vector<char> used(bars.size(), 0);
    const auto chord = [](const Bar& bar) { return gap(bar.a, bar.b) < 1200; };
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (used[i])
            continue;
        used[i] = 1;
        WallLine line{{bars[i].a, bars[i].b}, bars[i].thickness, bars[i].glass};
        for (const bool forward : {true, false})
            for (bool more = chord(bars[i]); more;) {
                more = false;
                const Vec end = forward ? line.points.back() : line.points.front();
                const Vec way = unit(end - (forward ? line.points[line.points.size() - 2] : line.points[1]));
                for (std::size_t j = 0; j < bars.size() && !more; ++j) {
                    if (used[j] || !chord(bars[j]) || std::abs(bars[j].thickness - line.thickness) > 15)
                        continue;
                    for (const bool turned : {false, true}) {
                        const Vec p = turned ? bars[j].b : bars[j].a, q = turned ? bars[j].a : bars[j].b;
                        if (gap(p, end) > 60 || dot(unit(q - p), way) < 0.94)
                            continue;
                        used[j] = 1;
                        line.points.insert(forward ? line.points.end() : line.points.begin(), q);
                        more = true;
                        break;
                    }
                }
            }
        lines.push_back(std::move(line));
    }
    return lines;
}

// Strokes with rooms on both sides: walls drawn as single lines, panes of glass.
std::vector<Bar> thin_bars(const Partition& partition) {
    std::vector<Bar> bars;
    const PlanarMap& map = partition.map;
    for (std::uint32_t e = 0; e < map.edges.size(); e += 2) {
        const std::uint8_t kinds = map.edges[e].kinds;
        const std::uint32_t f = map.edges[e].face, g = map.across(e);
        const bool closing = !(kinds & StrokeKind::solid);
        if (partition.wall[f] || partition.wall[g] || (f == g && closing))
            continue;
        if (closing) {
            const auto gap = static_cast<std::size_t>(map.edges[e].gap);
            if (partition.gaps[gap] == GapState::opened || !partition.thin[gap])
                continue;
        } else if (!(kinds & (StrokeKind::wall | StrokeKind::glazing)))
            continue;
        bars.push_back(
            {vec(map.edges[e].from), vec(map.to(e)), 0, !(kinds & StrokeKind::wall) && (kinds & StrokeKind::glazing)});
    }
    return bars;
}

} // namespace

std::vector<WallLine> wall_lines(const Partition& partition, const std::vector<Polygon>& columns) {
    const Merger merger(partition.masses);
    std::vector<Bar> bars = merger.merged(bars_between(faces_of(partition.masses)));
    const FaceLocator in_column(columns);
    std::erase_if(bars, [&](const Bar& bar) {
        const auto inside = [&](double share) { return in_column.at(rounded(bar.a + (bar.b - bar.a) * share)); };
        return inside(0.02) && inside(0.5) && inside(0.98);
    });
    carry_on(bars);
    const std::vector<Bar> thin = merger.merged(thin_bars(partition));
    bars.insert(bars.end(), thin.begin(), thin.end());
    std::vector<WallLine> lines = chained(bars);
    std::erase_if(lines, [](const WallLine& line) { return gap(line.points.front(), line.points.back()) < 30; });
    std::sort(lines.begin(), lines.end(), [](const WallLine& p, const WallLine& q) {
        return std::tie(p.points.front().x, p.points.front().y, p.points.back().x, p.points.back().y) <
               std::tie(q.points.front().x, q.points.front().y, q.points.back().x, q.points.back().y);
    });
    return lines;
}

} // namespace riser::detail
