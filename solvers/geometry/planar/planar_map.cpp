// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/planar/planar_map.h"

#include "solvers/geometry/planar/rings.h"

#include <algorithm>
#include <numeric>

namespace riser {

namespace {

// Puts each hole into the smallest outer ring that holds it.
std::vector<Polygon> assembled(std::vector<Ring> outers, std::vector<Ring> holes) {
    std::sort(outers.begin(), outers.end(), [](const Ring& a, const Ring& b) { return twice_area(a) < twice_area(b); });
    std::vector<Polygon> polygons;
    for (Ring& ring : outers)
        polygons.push_back({std::move(ring), {}});
    for (Ring& hole : holes) {
        const auto holds = [&](const Polygon& polygon) {
            return std::all_of(hole.begin(), hole.end(), [&](Point p) { return contains({polygon.outer, {}}, p); });
        };
        const auto home = std::find_if(polygons.begin(), polygons.end(), holds);
        if (home != polygons.end())
            home->holes.push_back(std::move(hole));
    }
    std::reverse(polygons.begin(), polygons.end()); // the largest first
    return polygons;
}

} // namespace

std::vector<std::vector<Polygon>> group_polygons(const PlanarMap& map, std::span<const std::uint32_t> group_of_face,
                                                 std::uint32_t groups, double tolerance) {
    const auto group = [&](std::uint32_t e) { return group_of_face[map.edges[e].face]; };
    const auto bounds_group = [&](std::uint32_t e) { return group(e) != group(PlanarMap::twin(e)); };
    std::vector<std::vector<Ring>> outers(groups);
    std::vector<std::vector<Ring>> holes(groups);
    std::vector<char> seen(map.edges.size(), 0);
    for (std::uint32_t start = 0; start < map.edges.size(); ++start) {
        if (seen[start] || !bounds_group(start) || group(start) >= groups)
            continue;
        Ring loop;
        for (std::uint32_t e = start; !seen[e];) {
            seen[e] = 1;
            loop.push_back(map.edges[e].from);
            // Turn around the end through faces of the same group until an edge bounds it again.
            e = map.edges[e].next;
            while (!bounds_group(e))
                e = map.edges[PlanarMap::twin(e)].next;
        }
        for (Ring& ring : simple_loops(std::move(loop))) {
            ring = straightened(std::move(ring), tolerance);
            if (ring.size() < 3)
                continue;
            const __int128 twice = twice_area(ring);
            if (twice > 0)
                outers[group(start)].push_back(std::move(ring));
            else if (twice < 0)
                holes[group(start)].push_back(std::move(ring));
        }
    }
    std::vector<std::vector<Polygon>> polygons(groups);
    for (std::uint32_t g = 0; g < groups; ++g)
        polygons[g] = assembled(std::move(outers[g]), std::move(holes[g]));
    return polygons;
}

std::vector<Polygon> face_polygons(const PlanarMap& map, double tolerance) {
    std::vector<std::uint32_t> own(map.faces.size());
    std::iota(own.begin(), own.end(), 0U);
    std::vector<Polygon> polygons;
    for (auto& parts : group_polygons(map, own, static_cast<std::uint32_t>(own.size()), tolerance))
        polygons.push_back(parts.empty() ? Polygon{} : std::move(parts.front()));
    return polygons;
}

FaceLocator::FaceLocator(std::span<const Polygon> polygons) : polygons_(polygons) {
    for (const Polygon& polygon : polygons) {
        boxes_.push_back(bounds(polygon).value_or(Box{{1, 1}, {0, 0}}));
        areas_.push_back(static_cast<double>(area(polygon).value));
    }
    by_low_x_.resize(polygons.size());
    std::iota(by_low_x_.begin(), by_low_x_.end(), 0U);
    std::sort(by_low_x_.begin(), by_low_x_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return boxes_[a].low.x < boxes_[b].low.x; });
}

std::optional<std::uint32_t> FaceLocator::at(Point p) const {
    std::optional<std::uint32_t> best;
    for (const std::uint32_t f : by_low_x_) {
        if (boxes_[f].low.x > p.x)
            break;
        if (!boxes_[f].contains(p) || polygons_[f].empty() || !contains(polygons_[f], p))
            continue;
        if (!best || areas_[f] < areas_[*best])
            best = f;
    }
    return best;
}

std::vector<std::uint32_t> FaceLocator::all_near(Box box) const {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t f : by_low_x_) {
        if (boxes_[f].low.x > box.high.x)
            break;
        if (boxes_[f].high.x >= box.low.x && boxes_[f].low.y <= box.high.y && boxes_[f].high.y >= box.low.y)
            found.push_back(f);
    }
    return found;
}

} // namespace riser
