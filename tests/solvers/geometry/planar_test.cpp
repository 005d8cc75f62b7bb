// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/planar/planar_map.h"
#include "solvers/geometry/planar/planarise.h"
#include "solvers/geometry/planar/rings.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace riser {
namespace {

std::vector<Stroke> ring_strokes(const Ring& ring) {
    std::vector<Stroke> strokes;
    for (std::size_t i = 0; i < ring.size(); ++i)
        strokes.push_back({ring[i], ring[(i + 1) % ring.size()]});
    return strokes;
}

Ring box(int x, int y, int w, int h) { return {{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}; }

void add(std::vector<Stroke>& strokes, const Ring& ring) {
    for (const Stroke& s : ring_strokes(ring))
        strokes.push_back(s);
}

TEST(Planarise, splits_crossings_touches_and_overlaps) {
    EXPECT_EQ(planarised({{{0, 0}, {10, 10}}, {{0, 10}, {10, 0}}}).size(), 4U);
    EXPECT_EQ(planarised({{{0, 0}, {100, 0}}, {{50, 0}, {50, 80}}}).size(), 3U);
    const std::vector<Stroke> overlap =
        planarised({{{0, 0}, {100, 0}, StrokeKind::wall}, {{60, 0}, {160, 0}, StrokeKind::column}});
    ASSERT_EQ(overlap.size(), 3U);
    EXPECT_EQ(overlap[1].kinds, StrokeKind::wall | StrokeKind::column);
}

TEST(Planarise, a_wall_over_a_closing_is_a_wall) {
    const std::vector<Stroke> both =
        planarised({{{0, 0}, {100, 0}, StrokeKind::closing, 7}, {{100, 0}, {0, 0}, StrokeKind::wall}});
    ASSERT_EQ(both.size(), 1U);
    EXPECT_EQ(both[0].kinds & StrokeKind::solid, StrokeKind::wall);
    EXPECT_EQ(both[0].gap, 7);
}

TEST(Arrange, one_room_in_a_ring_wall) {
    std::vector<Stroke> strokes;
    add(strokes, box(0, 0, 5000, 4000));
    add(strokes, box(200, 200, 4600, 3600));
    const PlanarMap map = arrange(strokes);
    const std::vector<Polygon> faces = face_polygons(map);
    ASSERT_EQ(faces.size(), 3U);
    EXPECT_TRUE(faces[0].empty());
    std::map<std::int64_t, std::size_t> holes_by_area;
    for (std::size_t f = 1; f < faces.size(); ++f)
        holes_by_area[area(faces[f]).value] = faces[f].holes.size();
    EXPECT_EQ(holes_by_area, (std::map<std::int64_t, std::size_t>{{20000000 - 16560000, 1}, {16560000, 0}}));
}

TEST(Arrange, a_dangling_stroke_leaves_the_polygon_as_it_was) {
    std::vector<Stroke> strokes = ring_strokes(box(0, 0, 1000, 1000));
    strokes.push_back({{0, 500}, {400, 500}});
    const std::vector<Polygon> faces = face_polygons(arrange(strokes));
    ASSERT_EQ(faces.size(), 2U);
    EXPECT_EQ(faces[1].outer.size(), 4U);
}

TEST(Arrange, groups_of_faces_lose_the_edges_between_them) {
    std::vector<Stroke> strokes;
    add(strokes, box(0, 0, 1000, 1000));
    add(strokes, box(1000, 0, 1000, 1000));
    const PlanarMap map = arrange(strokes);
    ASSERT_EQ(map.faces.size(), 3U);
    const std::vector<std::uint32_t> group{9, 0, 0};
    const auto polygons = group_polygons(map, group, 1);
    ASSERT_EQ(polygons[0].size(), 1U);
    EXPECT_EQ(polygons[0][0].outer.size(), 4U);
    EXPECT_EQ(area(polygons[0][0]).value, 2000000);
}

TEST(Arrange, a_group_that_touches_itself_in_a_point_stays_simple) {
    std::vector<Stroke> strokes = ring_strokes(box(0, 0, 1000, 1000));
    add(strokes, {{0, 0}, {300, 100}, {100, 300}}); // a hole that touches the corner
    const std::vector<Polygon> faces = face_polygons(arrange(strokes));
    ASSERT_EQ(faces.size(), 3U);
    for (std::size_t f = 1; f < faces.size(); ++f) {
        EXPECT_TRUE(is_simple(faces[f].outer));
        for (const Ring& hole : faces[f].holes)
            EXPECT_TRUE(is_simple(hole));
    }
}

TEST(Rings, straightening_drops_what_lies_on_a_line) {
    const Ring bumpy{{0, 0}, {500, 1}, {1000, 0}, {1000, 700}, {1000, 1000}, {0, 1000}};
    EXPECT_EQ(straightened(bumpy, 1.0).size(), 4U);
    EXPECT_EQ(straightened(bumpy, 0).size(), 5U);
}

TEST(Rings, inscribed_circle_tells_walls_from_rooms) {
    EXPECT_NEAR(inscribed_radius({box(0, 0, 3000, 200), {}}, 260), 100, 10);
    EXPECT_GE(inscribed_radius({box(0, 0, 3000, 900), {}}, 260), 260);
    // In the corner of a 200 mm wall the circle touches both outer faces and the inner corner: 200 (2 - sqrt 2).
    EXPECT_NEAR(inscribed_radius({box(0, 0, 5000, 4000), {box(200, 200, 4600, 3600)}}, 260), 117.2, 10);
}

RC_GTEST_PROP(Arrange, faces_fill_the_hull_without_overlap, ()) {
    std::vector<Stroke> strokes = ring_strokes(box(0, 0, 2000, 2000));
    const int n = *rc::gen::inRange(0, 40);
    for (int i = 0; i < n; ++i) {
        const auto coordinate = [] { return *rc::gen::inRange(0, 2001); };
        const int ax = coordinate(), ay = coordinate(), bx = coordinate(), by = coordinate();
        strokes.push_back({{ax, ay}, {bx, by}});
    }
    const std::vector<Polygon> faces = face_polygons(arrange(strokes));
    std::int64_t twice = 0;
    for (const Polygon& face : faces) {
        if (face.empty())
            continue;
        RC_ASSERT(is_simple(face.outer));
        twice += static_cast<std::int64_t>(twice_area(face.outer));
        for (const Ring& hole : face.holes) {
            RC_ASSERT(is_simple(hole));
            twice += static_cast<std::int64_t>(twice_area(hole));
        }
    }
    RC_ASSERT(twice == 2 * 2000LL * 2000);
}

} // namespace
} // namespace riser
