// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where recognition meets CGAL: strokes on the grid go in, half-edges and faces come out.
#include "solvers/geometry/planar/planar_map.h"
#include "solvers/geometry/planar/planarise.h"

#include <CGAL/Arr_segment_traits_2.h>
#include <CGAL/Arrangement_2.h>
#include <CGAL/Exact_predicates_exact_constructions_kernel.h>

#include <algorithm>
#include <unordered_map>

namespace riser {

namespace {

using Kernel = CGAL::Exact_predicates_exact_constructions_kernel;
using Traits = CGAL::Arr_segment_traits_2<Kernel>;
using Arrangement = CGAL::Arrangement_2<Traits>;

Point to_grid(const Kernel::Point_2& p) { return rounded({CGAL::to_double(p.x()), CGAL::to_double(p.y())}); }

bool on_grid(const Kernel::Point_2& p) {
    const Point q = to_grid(p);
    return p == Kernel::Point_2(q.x, q.y);
}

// The stroke that an edge of the arrangement lies on: the same one, or, should CGAL have split it, the one through it.
const Stroke* stroke_of(const std::vector<Stroke>& strokes, Point a, Point b) {
    const auto before = [](const Stroke& s, const std::pair<Point, Point>& ends) {
        return std::tie(s.a, s.b) < std::tie(ends.first, ends.second);
    };
    const std::pair<Point, Point> ends = std::minmax(a, b);
    const auto at = std::lower_bound(strokes.begin(), strokes.end(), ends, before);
    return at != strokes.end() && at->a == ends.first && at->b == ends.second ? &*at : nullptr;
}

PlanarMap read(const Arrangement& arrangement, const std::vector<Stroke>& strokes) {
    PlanarMap map;
    std::unordered_map<const void*, std::uint32_t> faces;
    map.faces.resize(arrangement.number_of_faces());
    std::uint32_t bounded = 1;
    for (auto f = arrangement.faces_begin(); f != arrangement.faces_end(); ++f) {
        const std::uint32_t number = f->is_unbounded() ? 0 : bounded++;
        faces[&*f] = number;
        map.faces[number].unbounded = f->is_unbounded();
    }
    std::unordered_map<const void*, std::uint32_t> edges;
    map.edges.reserve(2 * arrangement.number_of_edges());
    for (auto e = arrangement.edges_begin(); e != arrangement.edges_end(); ++e) {
        const Point a = to_grid(e->source()->point());
        const Point b = to_grid(e->target()->point());
        const Stroke* stroke = stroke_of(strokes, a, b);
        const std::uint8_t kinds = stroke ? stroke->kinds : StrokeKind::wall;
        const std::int32_t gap = stroke ? stroke->gap : -1;
        edges[&*e] = static_cast<std::uint32_t>(map.edges.size());
        edges[&*e->twin()] = static_cast<std::uint32_t>(map.edges.size() + 1);
        map.edges.push_back({a, no_edge, faces.at(&*e->face()), kinds, gap});
        map.edges.push_back({b, no_edge, faces.at(&*e->twin()->face()), kinds, gap});
    }
    for (auto e = arrangement.halfedges_begin(); e != arrangement.halfedges_end(); ++e)
        map.edges[edges.at(&*e)].next = edges.at(&*e->next());
    for (auto f = arrangement.faces_begin(); f != arrangement.faces_end(); ++f) {
        std::vector<std::uint32_t>& rings = map.faces[faces.at(&*f)].rings;
        for (auto c = f->outer_ccbs_begin(); c != f->outer_ccbs_end(); ++c)
            rings.push_back(edges.at(&**c));
        for (auto c = f->inner_ccbs_begin(); c != f->inner_ccbs_end(); ++c)
            rings.push_back(edges.at(&**c));
    }
    return map;
}

} // namespace

PlanarMap arrange(std::vector<Stroke> strokes, const Run& run) {
    // Planarised strokes do not cross, so CGAL finds no new vertex; should rounding not have settled, round once more.
    for (int attempt = 0; attempt < 3; ++attempt) {
        strokes = planarised(std::move(strokes), run);
        if (strokes.empty() || run.stopped())
            return {};
        Arrangement arrangement;
        {
            std::vector<Traits::Curve_2> curves;
            curves.reserve(strokes.size());
            for (const Stroke& s : strokes)
                curves.emplace_back(Kernel::Point_2(s.a.x, s.a.y), Kernel::Point_2(s.b.x, s.b.y));
            CGAL::insert(arrangement, curves.begin(), curves.end());
        }
        if (run.stopped())
            return {};
        const bool settled = std::all_of(arrangement.vertices_begin(), arrangement.vertices_end(),
                                         [](const auto& v) { return on_grid(v.point()); });
        if (settled || attempt == 2)
            return read(arrangement, strokes);
        std::vector<Stroke> again;
        for (auto e = arrangement.edges_begin(); e != arrangement.edges_end(); ++e) {
            Stroke piece{to_grid(e->source()->point()), to_grid(e->target()->point()), StrokeKind::wall, -1};
            if (const Stroke* stroke = stroke_of(strokes, piece.a, piece.b))
                piece = *stroke;
            again.push_back(piece);
        }
        strokes = std::move(again);
    }
    return {};
}

} // namespace riser
