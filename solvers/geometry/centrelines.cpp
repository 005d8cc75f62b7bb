// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/centrelines.h"

#include "solvers/geometry/centreline_outline.h"
#include "solvers/geometry/centreline_straighten.h"

#include <CGAL/Exact_predicates_exact_constructions_kernel.h>
#include <CGAL/Exact_predicates_inexact_constructions_kernel.h>
#include <CGAL/Polygon_set_2.h>
#include <CGAL/create_straight_skeleton_from_polygon_with_holes_2.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace riser {

namespace {

using Exact = CGAL::Exact_predicates_exact_constructions_kernel;
using ExactPolygon = CGAL::Polygon_2<Exact>;
using ExactArea = CGAL::Polygon_with_holes_2<Exact>;
using Inexact = CGAL::Exact_predicates_inexact_constructions_kernel;

ExactPolygon exact(const Ring& ring) {
    ExactPolygon out;
    for (const Point p : ring)
        out.push_back({p.x, p.y});
    return out;
}

Ring whole(const ExactPolygon& ring) {
    Ring out;
    for (auto v = ring.vertices_begin(); v != ring.vertices_end(); ++v) {
        const Point p{static_cast<std::int32_t>(std::lround(CGAL::to_double(v->x()))),
                      static_cast<std::int32_t>(std::lround(CGAL::to_double(v->y())))};
        if (out.empty() || out.back() != p)
            out.push_back(p);
    }
    if (out.size() > 1 && out.front() == out.back())
        out.pop_back();
    return out;
}

bool sound(const Polygon& area) {
    return is_simple(area.outer) && std::all_of(area.holes.begin(), area.holes.end(), is_simple);
}

// Throws what CGAL throws.
std::vector<Polygon> joined(std::span<const Polygon> areas) {
    std::vector<ExactArea> parts;
    for (const Polygon& area : areas) {
        ExactArea part(exact(area.outer));
        for (const Ring& hole : area.holes)
            part.add_hole(exact(hole));
        parts.push_back(std::move(part));
    }
    CGAL::Polygon_set_2<Exact> set;
    set.join(parts.begin(), parts.end());
    std::vector<ExactArea> found;
    set.polygons_with_holes(std::back_inserter(found));
    std::vector<Polygon> out;
    for (const ExactArea& area : found) {
        Polygon polygon{.outer = whole(area.outer_boundary()), .holes = {}};
        for (auto hole = area.holes_begin(); hole != area.holes_end(); ++hole)
            polygon.holes.push_back(whole(*hole));
        out.push_back(normalised(std::move(polygon)));
    }
    return out;
}

Polygon smoothed(const Polygon& area, const CentrelineOptions& options) {
    Polygon out{.outer = smoothed(area.outer, options.straighten), .holes = {}};
    for (const Ring& hole : area.holes)
        if (riser::area(Polygon{.outer = hole, .holes = {}}) > options.smallest_hole)
            out.holes.push_back(smoothed(hole, options.straighten));
    out = normalised(std::move(out));
    // Smoothing may have made rings meet: then the area stays as it was drawn.
    for (std::size_t i = 0; i < out.holes.size(); ++i)
        for (std::size_t a = 0; a < out.holes[i].size(); ++a) {
            const Point p = out.holes[i][a];
            const Point q = out.holes[i][(a + 1) % out.holes[i].size()];
            if (!stays_inside(Polygon{.outer = out.outer, .holes = {}}, p, q))
                return area;
            for (std::size_t k = 0; k < i; ++k)
                for (std::size_t b = 0; b < out.holes[k].size(); ++b)
                    if (segments_meet(p, q, out.holes[k][b], out.holes[k][(b + 1) % out.holes[k].size()]))
                        return area;
        }
    return sound(out) ? out : area;
}

// Throws what CGAL throws; nothing when CGAL gives up.
std::optional<Skeleton> skeleton_of(const Polygon& area) {
    using Ring2 = CGAL::Polygon_2<Inexact>;
    const auto ring = [](const Ring& points) {
        Ring2 out;
        for (const Point p : points)
            out.push_back({static_cast<double>(p.x), static_cast<double>(p.y)});
        return out;
    };
    CGAL::Polygon_with_holes_2<Inexact> polygon(ring(area.outer));
    for (const Ring& hole : area.holes)
        polygon.add_hole(ring(hole));
    const auto made = CGAL::create_interior_straight_skeleton_2(polygon, Inexact());
    if (!made)
        return std::nullopt;
    Skeleton out;
    std::vector<std::uint32_t> name(made->size_of_vertices() + area.outer.size() * 4 + 64, UINT32_MAX);
    const auto vertex = [&](const auto& handle) {
        const auto id = static_cast<std::size_t>(handle->id());
        if (id >= name.size())
            name.resize(id + 1, UINT32_MAX);
        if (name[id] == UINT32_MAX) {
            name[id] = static_cast<std::uint32_t>(out.vertices.size());
            out.vertices.push_back({handle->point().x(), handle->point().y()});
        }
        return name[id];
    };
    const auto wall = [](const auto& halfedge) {
        const auto contour = halfedge->defining_contour_edge();
        const auto a = contour->opposite()->vertex()->point();
        const auto b = contour->vertex()->point();
        const double length = std::hypot(b.x() - a.x(), b.y() - a.y());
        return SkeletonVector{(b.x() - a.x()) / length, (b.y() - a.y()) / length};
    };
    for (auto v = made->vertices_begin(); v != made->vertices_end(); ++v)
        if (v->is_skeleton())
            vertex(v);
    for (auto h = made->halfedges_begin(); h != made->halfedges_end(); ++h)
        if (h->is_inner_bisector() && h->id() < h->opposite()->id())
            out.bisectors.push_back({.a = vertex(h->opposite()->vertex()),
                                     .b = vertex(h->vertex()),
                                     .wall_a = wall(h),
                                     .wall_b = wall(h->opposite())});
    return out;
}

void put_in_order(Centrelines& out) {
    std::vector<std::uint32_t> order(out.nodes.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return std::pair(out.nodes[a], a) < std::pair(out.nodes[b], b); });
    std::vector<std::uint32_t> rank(order.size());
    std::vector<Point> nodes;
    for (const std::uint32_t old : order) {
        rank[old] = static_cast<std::uint32_t>(nodes.size());
        nodes.push_back(out.nodes[old]);
    }
    out.nodes = std::move(nodes);
    for (Centrelines::Edge& edge : out.edges)
        edge = {std::min(rank[edge.a], rank[edge.b]), std::max(rank[edge.a], rank[edge.b])};
    std::sort(out.edges.begin(), out.edges.end());
    out.edges.erase(std::unique(out.edges.begin(), out.edges.end()), out.edges.end());
}

} // namespace

Centrelines centrelines(std::span<const Polygon> areas, const CentrelineOptions& options) {
    Centrelines out;
    std::vector<Polygon> sane;
    std::vector<Polygon> wrong;
    for (const Polygon& area : areas)
        if (!area.empty())
            (sound(area) ? sane : wrong).push_back(normalised(area));
    std::vector<Polygon> whole_areas;
    try {
        whole_areas = joined(sane);
    } catch (const std::exception&) { // each by itself, then
        whole_areas = sane;
    }
    for (const Polygon& area : whole_areas)
        (sound(area) ? out.areas : wrong).push_back(smoothed(area, options));
    std::sort(out.areas.begin(), out.areas.end(), [](const Polygon& a, const Polygon& b) { return a.outer < b.outer; });
    for (std::size_t i = 0; i < out.areas.size(); ++i) {
        std::optional<Skeleton> skeleton;
        try {
            skeleton = skeleton_of(out.areas[i]);
        } catch (const std::exception&) {
        }
        const AreaLines lines = skeleton ? straightened(*skeleton, out.areas[i], options) : AreaLines{};
        if (lines.nodes.empty())
            out.failed.push_back(i);
        else if (lines.bent)
            out.bent.push_back(i);
        const auto first = static_cast<std::uint32_t>(out.nodes.size());
        out.nodes.insert(out.nodes.end(), lines.nodes.begin(), lines.nodes.end());
        for (const Centrelines::Edge& edge : lines.edges)
            out.edges.push_back({edge.a + first, edge.b + first});
    }
    for (Polygon& area : wrong) {
        out.failed.push_back(out.areas.size());
        out.areas.push_back(std::move(area));
    }
    put_in_order(out);
    return out;
}

} // namespace riser
