// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/centreline_straighten.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace riser {

namespace {

using Vec = SkeletonVector;
Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
Vec operator*(Vec a, double t) { return {a.x * t, a.y * t}; }
double dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y; }
double cross(Vec a, Vec b) { return a.x * b.y - a.y * b.x; }
double size(Vec a) { return std::hypot(a.x, a.y); }
Point rounded(Vec v) {
    return {static_cast<std::int32_t>(std::lround(v.x)), static_cast<std::int32_t>(std::lround(v.y))};
}

constexpr double opposite_cosine = -0.94; // walls within 20 degrees of parallel make a stretch
constexpr double one_line_sine = 0.05;    // stretches within 3 degrees may become one line
constexpr double crossing_sine = 0.17;    // lines that differ by less than 10 degrees do not meet in a corner

class Groups {
  public:
    explicit Groups(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t find(std::size_t i) {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { // the smaller name stays
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::size_t> parent_;
};

struct Stretch {
    std::size_t a = 0;
    std::size_t b = 0;
    double length = 0;
    bool straight = false; // between parallel walls
};

struct Line {
    Vec on;
    Vec direction; // unit
    double weight = 0;
};

class Straightener {
  public:
    Straightener(const Skeleton& skeleton, const Polygon& area, const CentrelineOptions& options)
        : area_(area), options_(options) {
        load(skeleton);
        prune();
    }

    AreaLines lines() {
        AreaLines out;
        if (stretches_.empty()) {
            if (!vertices_.empty())
                out.nodes.push_back(rounded(vertices_[0]));
            return out;
        }
        if (std::any_of(stretches_.begin(), stretches_.end(), [](const Stretch& s) { return s.straight; })) {
            out = straight_lines();
            const bool inside = std::all_of(out.edges.begin(), out.edges.end(), [&](const Centrelines::Edge& edge) {
                return stays_inside(area_, out.nodes[edge.a], out.nodes[edge.b]);
            });
            if (inside && connected(out))
                return out;
        }
        return own_bends();
    }

  private:
    void load(const Skeleton& skeleton) {
        // Vertices that coincide are one.
        std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> known;
        std::vector<std::size_t> name;
        for (const Vec v : skeleton.vertices) {
            const Point p = rounded(v);
            const auto [at, fresh] = known.try_emplace({p.x, p.y}, vertices_.size());
            if (fresh)
                vertices_.push_back(v);
            name.push_back(at->second);
        }
        for (const Skeleton::Bisector& bisector : skeleton.bisectors) {
            Stretch stretch{.a = name[bisector.a], .b = name[bisector.b]};
            stretch.length = size(vertices_[stretch.a] - vertices_[stretch.b]);
            stretch.straight = dot(bisector.wall_a, bisector.wall_b) < opposite_cosine;
            if (stretch.a != stretch.b)
                stretches_.push_back(stretch);
        }
    }

    std::vector<std::vector<std::size_t>> incidence() const {
        std::vector<std::vector<std::size_t>> at(vertices_.size());
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            at[stretches_[i].a].push_back(i);
            at[stretches_[i].b].push_back(i);
        }
        return at;
    }

    // Takes away dead ends: diagonals into corners at once, then short branches, shortest first, never the last one.
    void prune() {
        for (;;) {
            const auto at = incidence();
            std::optional<std::vector<std::size_t>> shortest;
            double least = std::numeric_limits<double>::max();
            for (std::size_t v = 0; v < vertices_.size(); ++v) {
                if (at[v].size() != 1)
                    continue;
                std::vector<std::size_t> branch;
                double length = 0;
                bool diagonal = true;
                std::size_t here = v;
                std::size_t arrived = stretches_.size();
                for (;;) {
                    const auto next =
                        std::find_if(at[here].begin(), at[here].end(), [&](std::size_t s) { return s != arrived; });
                    if (next == at[here].end() || (here != v && at[here].size() != 2))
                        break;
                    arrived = *next;
                    branch.push_back(arrived);
                    length += stretches_[arrived].length;
                    diagonal &= !stretches_[arrived].straight;
                    here = stretches_[arrived].a == here ? stretches_[arrived].b : stretches_[arrived].a;
                    // A diagonal at the tip goes by itself, whatever the branch behind it.
                    if (diagonal && at[here].size() == 2)
                        break;
                }
                const double worth = diagonal ? 0 : length;
                if (branch.size() < stretches_.size() && worth < options_.shortest_branch.value && worth < least) {
                    least = worth;
                    shortest = std::move(branch);
                }
            }
            if (!shortest)
                return;
            std::sort(shortest->rbegin(), shortest->rend());
            for (const std::size_t s : *shortest)
                stretches_.erase(stretches_.begin() + static_cast<std::ptrdiff_t>(s));
        }
    }

    Line line_of(const Stretch& stretch) const {
        Vec direction = vertices_[stretch.b] - vertices_[stretch.a];
        direction = direction * (1 / size(direction));
        if (direction.x < -1e-9 || (std::abs(direction.x) <= 1e-9 && direction.y < 0))
            direction = direction * -1;
        return {.on = (vertices_[stretch.a] + vertices_[stretch.b]) * 0.5,
                .direction = direction,
                .weight = stretch.length};
    }

    struct Junction {
        std::vector<std::size_t> vertices;
        std::vector<std::size_t> stretches; // straight ones that end here, twice when both ends do
        Vec middle;
    };

    // What is left when every joining piece is shrunk to a point.
    std::vector<Junction> junctions() const {
        Groups together(vertices_.size());
        std::vector<bool> used(vertices_.size(), false);
        for (const Stretch& stretch : stretches_) {
            used[stretch.a] = used[stretch.b] = true;
            if (!stretch.straight)
                together.join(stretch.a, stretch.b);
        }
        std::map<std::size_t, Junction> by_name;
        for (std::size_t v = 0; v < vertices_.size(); ++v)
            if (used[v])
                by_name[together.find(v)].vertices.push_back(v);
        for (std::size_t i = 0; i < stretches_.size(); ++i)
            if (stretches_[i].straight) {
                by_name[together.find(stretches_[i].a)].stretches.push_back(i);
                by_name[together.find(stretches_[i].b)].stretches.push_back(i);
            }
        std::vector<Junction> out;
        for (auto& [name, junction] : by_name) {
            for (const std::size_t v : junction.vertices)
                junction.middle =
                    junction.middle + vertices_[v] * (1.0 / static_cast<double>(junction.vertices.size()));
            out.push_back(std::move(junction));
        }
        return out;
    }

    AreaLines straight_lines() {
        const std::vector<Junction> places = junctions();
        // Parallel stretches that meet with little offset are one line: that of the longest.
        Groups one(stretches_.size());
        for (const Junction& junction : places)
            for (const std::size_t i : junction.stretches)
                for (const std::size_t k : junction.stretches) {
                    const Line a = line_of(stretches_[i]);
                    const Line b = line_of(stretches_[k]);
                    if (i < k && std::abs(cross(a.direction, b.direction)) < one_line_sine &&
                        std::abs(cross(a.direction, b.on - a.on)) < options_.straighten.value)
                        one.join(i, k);
                }
        lines_.clear();
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            if (!stretches_[i].straight)
                continue;
            Line& line = lines_[one.find(i)];
            if (const Line own = line_of(stretches_[i]); own.weight > line.weight + 0.5)
                line = own;
        }
        out_ = {};
        on_line_.clear();
        for (const Junction& junction : places)
            place(junction, one);
        for (auto& [name, nodes] : on_line_) {
            const Line& line = lines_[name];
            std::sort(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
                const auto t = [&](std::uint32_t n) {
                    return dot(Vec{1.0 * out_.nodes[n].x, 1.0 * out_.nodes[n].y} - line.on, line.direction);
                };
                return std::pair(t(a), a) < std::pair(t(b), b);
            });
            for (std::size_t i = 1; i < nodes.size(); ++i)
                if (nodes[i - 1] != nodes[i])
                    out_.edges.push_back({nodes[i - 1], nodes[i]});
        }
        return out_;
    }

    std::uint32_t node(Vec at, std::size_t line) {
        const Point p = rounded(at);
        const auto found = std::find(out_.nodes.begin(), out_.nodes.end(), p);
        const auto index = static_cast<std::uint32_t>(found - out_.nodes.begin());
        if (found == out_.nodes.end())
            out_.nodes.push_back(p);
        on_line_[line].push_back(index);
        return index;
    }

    // Where the lines that come to a junction meet: each on the main one, which passes through if any does.
    void place(const Junction& junction, Groups& one) {
        std::map<std::size_t, int> ends;
        for (const std::size_t s : junction.stretches)
            ++ends[one.find(s)];
        if (ends.empty())
            return;
        std::vector<std::size_t> names;
        for (const auto& [name, count] : ends)
            names.push_back(name);
        std::sort(names.begin(), names.end(), [&](std::size_t a, std::size_t b) {
            return std::tuple(-std::min(ends[a], 2), -lines_[a].weight, a) <
                   std::tuple(-std::min(ends[b], 2), -lines_[b].weight, b);
        });
        const std::size_t main_name = names.front();
        const Line& main = lines_[main_name];
        const auto foot = [](const Line& line, Vec p) {
            return line.on + line.direction * dot(p - line.on, line.direction);
        };
        if (names.size() == 1) {
            if (ends[main_name] == 1)
                node(foot(main, junction.middle), main_name);
            return;
        }
        double radius = options_.straighten.value;
        for (const std::size_t v : junction.vertices)
            radius = std::max(radius, size(vertices_[v] - junction.middle));
        for (std::size_t i = 1; i < names.size(); ++i) {
            const Line& other = lines_[names[i]];
            const double sine = cross(main.direction, other.direction);
            if (std::abs(sine) > crossing_sine) {
                const double t = cross(other.on - main.on, other.direction) / sine;
                const Vec meeting = main.on + main.direction * t;
                if (size(meeting - junction.middle) <= 3 * radius) {
                    const std::uint32_t both = node(meeting, main_name);
                    on_line_[names[i]].push_back(both);
                    continue;
                }
            }
            // Side by side, or meeting far away: a short piece across.
            const std::uint32_t a = node(foot(main, junction.middle), main_name);
            const std::uint32_t b = node(foot(other, junction.middle), names[i]);
            if (a != b)
                out_.edges.push_back({a, b});
        }
    }

    static bool connected(const AreaLines& lines) {
        Groups groups(lines.nodes.size());
        for (const Centrelines::Edge& edge : lines.edges)
            groups.join(edge.a, edge.b);
        for (std::size_t i = 0; i < lines.nodes.size(); ++i)
            if (groups.find(i) != 0)
                return false;
        return !lines.nodes.empty();
    }

    AreaLines own_bends() const {
        AreaLines out;
        out.bent = true;
        std::map<Point, std::uint32_t> known;
        const auto name = [&](std::size_t v) {
            const auto [at, fresh] =
                known.try_emplace(rounded(vertices_[v]), static_cast<std::uint32_t>(out.nodes.size()));
            if (fresh)
                out.nodes.push_back(at->first);
            return at->second;
        };
        for (const Stretch& stretch : stretches_) {
            const std::uint32_t a = name(stretch.a);
            const std::uint32_t b = name(stretch.b);
            if (a != b)
                out.edges.push_back({a, b});
        }
        return out;
    }

    const Polygon& area_;
    const CentrelineOptions& options_;
    std::vector<Vec> vertices_;
    std::vector<Stretch> stretches_;
    std::map<std::size_t, Line> lines_;                         // by group
    std::map<std::size_t, std::vector<std::uint32_t>> on_line_; // nodes, by group
    AreaLines out_;
};

bool crosses(const Ring& ring, Point a, Point b) {
    const auto side = [](std::int64_t o) { return o > 0 ? 1 : o < 0 ? -1 : 0; };
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if (side(orientation(a, b, ring[j])) * side(orientation(a, b, ring[i])) < 0 &&
            side(orientation(ring[j], ring[i], a)) * side(orientation(ring[j], ring[i], b)) < 0)
            return true;
    return false;
}

} // namespace

bool stays_inside(const Polygon& area, Point a, Point b) {
    if (crosses(area.outer, a, b))
        return false;
    for (const Ring& hole : area.holes)
        if (crosses(hole, a, b))
            return false;
    const Point middle{static_cast<std::int32_t>((std::int64_t{a.x} + b.x) / 2),
                       static_cast<std::int32_t>((std::int64_t{a.y} + b.y) / 2)};
    return contains(area, a) && contains(area, b) && contains(area, middle);
}

AreaLines straightened(const Skeleton& skeleton, const Polygon& area, const CentrelineOptions& options) {
    return Straightener(skeleton, area, options).lines();
}

} // namespace riser
