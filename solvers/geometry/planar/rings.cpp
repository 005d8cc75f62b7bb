// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/planar/rings.h"

#include <algorithm>
#include <limits>
#include <map>
#include <queue>

namespace riser {

namespace {

constexpr double precision = 10; // mm, of the inscribed circle

void without_spikes(Ring& ring) {
    for (bool again = true; again && ring.size() >= 3;) {
        again = false;
        for (std::size_t i = 0; i < ring.size() && ring.size() >= 3; ++i) {
            const std::size_t before = (i + ring.size() - 1) % ring.size();
            const std::size_t after = (i + 1) % ring.size();
            if (ring[before] == ring[i]) {
                ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(i));
                again = true;
            } else if (ring[before] == ring[after]) {
                ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(i));
                again = true;
            }
        }
    }
}

// Distances of the vertices strictly between i and j (cyclic) from the line through both ends.
bool straight_between(const Ring& ring, std::size_t i, std::size_t j, double tolerance) {
    const Vec a = vec(ring[i]);
    const Vec b = vec(ring[j]);
    for (std::size_t k = (i + 1) % ring.size(); k != j; k = (k + 1) % ring.size())
        if (nearness(vec(ring[k]), a, b).distance > tolerance)
            return false;
    return true;
}

Ring without_straight(const Ring& ring) {
    Ring kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point before = ring[(i + ring.size() - 1) % ring.size()];
        const Point after = ring[(i + 1) % ring.size()];
        if (orientation(before, ring[i], after) != 0)
            kept.push_back(ring[i]);
    }
    return kept;
}

} // namespace

std::vector<Ring> simple_loops(Ring walk) {
    std::vector<Ring> loops;
    Ring open;
    std::map<Point, std::size_t> place;
    for (const Point p : walk) {
        const auto again = place.find(p);
        if (again != place.end()) {
            const auto first = open.begin() + static_cast<std::ptrdiff_t>(again->second);
            Ring closed(first, open.end());
            for (auto it = first; it != open.end(); ++it)
                place.erase(*it);
            open.erase(first, open.end());
            if (closed.size() >= 3)
                loops.push_back(std::move(closed));
        }
        place[p] = open.size();
        open.push_back(p);
    }
    if (open.size() >= 3)
        loops.push_back(std::move(open));
    for (Ring& ring : loops)
        without_spikes(ring);
    std::erase_if(loops, [](const Ring& ring) { return ring.size() < 3 || twice_area(ring) == 0; });
    return loops;
}

Ring straightened(Ring ring, double tolerance) {
    Ring exact = without_straight(ring);
    while (exact.size() >= 3 && exact.size() < ring.size()) {
        ring = exact;
        exact = without_straight(ring);
    }
    if (tolerance <= 0 || ring.size() <= 3)
        return ring;
    // Start at a true corner, then skip ahead while everything between stays within the tolerance.
    std::size_t start = 0;
    double sharpest = -1;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec in = unit(vec(ring[i]) - vec(ring[(i + ring.size() - 1) % ring.size()]));
        const Vec out = unit(vec(ring[(i + 1) % ring.size()]) - vec(ring[i]));
        if (std::abs(cross(in, out)) > sharpest) {
            sharpest = std::abs(cross(in, out));
            start = i;
        }
    }
    std::rotate(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(start), ring.end());
    Ring kept;
    for (std::size_t i = 0; i < ring.size();) {
        kept.push_back(ring[i]);
        std::size_t next = i + 1;
        while (next + 1 <= ring.size() && straight_between(ring, i, (next + 1) % ring.size(), tolerance) &&
               next + 1 - i < ring.size())
            ++next;
        i = next;
    }
    return kept.size() >= 3 && is_simple(kept) ? kept : ring;
}

double depth(const Polygon& polygon, Vec p) {
    double nearest = std::numeric_limits<double>::infinity();
    bool inside = false;
    const auto scan = [&](const Ring& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const Vec a = vec(ring[j]);
            const Vec b = vec(ring[i]);
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) * (b.x - a.x) / (b.y - a.y))
                inside = !inside;
            nearest = std::min(nearest, nearness(p, a, b).distance);
        }
    };
    scan(polygon.outer);
    for (const Ring& hole : polygon.holes)
        scan(hole);
    return inside ? nearest : -nearest;
}

Inscribed inscribed_circle(const Polygon& polygon, double enough) {
    const std::optional<Box> box = bounds(polygon);
    if (!box)
        return {};
    struct Cell {
        Vec centre;
        double half;
        double depth;
        double most() const { return depth + half * 1.4142135623730951; }
        bool operator<(const Cell& other) const { return most() < other.most(); }
    };
    const Vec low = vec(box->low);
    const Vec size = vec(box->high) - low;
    const double start = std::max(1.0, std::min(size.x, size.y)) / 2;
    std::priority_queue<Cell> queue;
    Inscribed best;
    const auto add = [&](Vec centre, double half) {
        const Cell cell{centre, half, depth(polygon, centre)};
        if (cell.depth > best.radius)
            best = {centre, cell.depth};
        if (cell.most() > best.radius + precision)
            queue.push(cell);
    };
    for (double x = low.x; x < low.x + size.x + 1; x += 2 * start)
        for (double y = low.y; y < low.y + size.y + 1; y += 2 * start) {
            add({x + start, y + start}, start);
            if (best.radius >= enough)
                return best;
        }
    while (!queue.empty() && best.radius < enough) {
        const Cell cell = queue.top();
        queue.pop();
        if (cell.most() <= best.radius + precision)
            break;
        for (const double dx : {-0.5, 0.5})
            for (const double dy : {-0.5, 0.5})
                add(cell.centre + Vec{dx, dy} * cell.half, cell.half / 2);
    }
    return best;
}

double inscribed_radius(const Polygon& polygon, double enough) { return inscribed_circle(polygon, enough).radius; }

} // namespace riser
