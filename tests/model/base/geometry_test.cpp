// SPDX-License-Identifier: GPL-3.0-or-later
// Plane geometry against the plain truth on small grids (every case) and at random.
#include "model/base/geometry.h"
#include "tests/model/base/polygons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace riser {
namespace {

const Ring square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};

std::string shown(const Ring& ring) {
    std::string out;
    for (const Point p : ring)
        out += '(' + std::to_string(p.x) + ',' + std::to_string(p.y) + ')';
    return out;
}

TEST(Area, OfKnownShapes) {
    EXPECT_EQ(area({square, {}}).value, 100);
    EXPECT_EQ(area({{{0, 10}, {10, 10}, {10, 0}, {0, 0}}, {}}).value, 100);
    EXPECT_EQ(area({square, {{{2, 2}, {4, 2}, {4, 4}, {2, 4}}, {{6, 6}, {6, 7}, {7, 7}, {7, 6}}}}).value, 95);
    EXPECT_EQ(area({{{0, 0}, {1, 0}, {0, 1}}, {}}).value, 0); // half a square millimetre, rounded down
    EXPECT_EQ(area({{{0, 0}, {3, 0}, {0, 1}}, {}}).value, 1);
    EXPECT_EQ(area({}).value, 0);
    EXPECT_EQ(area({{{1, 1}}, {}}).value, 0);
    EXPECT_EQ(area({{{0, 0}, {5, 5}}, {}}).value, 0);
    EXPECT_EQ(area({{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {square}}).value, 0); // never negative
}

// Pick's theorem joins area, boundary and inside, each computed by itself.
TEST(Area, AgreesWithPicksTheorem) {
    std::mt19937_64 random(5);
    for (int i = 0; i < 2'000; ++i) {
        const Ring ring = random_simple_ring(random, 3 + random() % 8, -8, 8);
        std::int64_t inner = 0;
        std::int64_t boundary = 0;
        for (std::int32_t x = -8; x <= 8; ++x)
            for (std::int32_t y = -8; y <= 8; ++y) {
                const bool on = on_boundary(ring, {x, y});
                boundary += on;
                inner += !on && contains({ring, {}}, {x, y});
            }
        const __int128 twice = twice_area(ring);
        ASSERT_EQ(static_cast<std::int64_t>(twice < 0 ? -twice : twice), 2 * inner + boundary - 2) << shown(ring);
        ASSERT_EQ(area({ring, {}}).value, (2 * inner + boundary - 2) / 2) << shown(ring);
    }
}

TEST(Contains, TakesTheBoundaryAndThatOfHoles) {
    const Polygon room{square, {{{2, 2}, {4, 2}, {4, 4}, {2, 4}}}};
    for (const Point p : {Point{0, 0}, {5, 0}, {10, 10}, {0, 7}, {1, 1}, {2, 2}, {3, 2}, {4, 3}, {9, 9}})
        EXPECT_TRUE(contains(room, p)) << p.x << ',' << p.y;
    for (const Point p : {Point{3, 3}, {-1, 0}, {11, 0}, {5, -1}, {5, 11}, {-5, 5}})
        EXPECT_FALSE(contains(room, p)) << p.x << ',' << p.y;
    EXPECT_FALSE(contains({}, {0, 0}));
    EXPECT_TRUE(contains({square, {{}}}, {5, 5})); // an empty hole holds nothing
}

TEST(Contains, AgreesWithWindingNumbers) {
    std::mt19937_64 random(6);
    int inside = 0;
    for (int i = 0; i < 3'000; ++i) {
        Polygon polygon{random_simple_ring(random, 3 + random() % 9, -7, 7), {}};
        for (std::size_t holes = random() % 3; holes > 0; --holes)
            polygon.holes.push_back(random_simple_ring(random, 3 + random() % 3, -4, 4));
        for (std::int32_t x = -8; x <= 8; ++x)
            for (std::int32_t y = -8; y <= 8; ++y) {
                const bool expected = plainly_contains(polygon, {x, y});
                inside += expected;
                ASSERT_EQ(contains(polygon, {x, y}), expected) << shown(polygon.outer) << ' ' << x << ',' << y;
            }
    }
    EXPECT_GT(inside, 50'000);
}

TEST(Contains, AgreesWithWindingNumbersOnRooms) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 500; ++i) {
        const Polygon room{random_room(random, 3 + random() % 20, {0, 0}), {}};
        for (int k = 0; k < 100; ++k) {
            const Point p = random_point(random, -10'000, 10'000);
            ASSERT_EQ(contains(room, p), plainly_contains(room, p)) << shown(room.outer) << ' ' << p.x << ',' << p.y;
        }
        for (const Point corner : room.outer)
            ASSERT_TRUE(contains(room, corner));
    }
}

// Every pair of segments of a 4 x 4 grid, points and overlaps among them.
TEST(SegmentsMeet, AgreesWithFractionsOnEveryPairOfASmallGrid) {
    const auto at = [](int i) { return Point{i % 4, i / 4}; };
    int meet = 0;
    for (int a = 0; a < 16; ++a)
        for (int b = 0; b < 16; ++b)
            for (int c = 0; c < 16; ++c)
                for (int d = 0; d < 16; ++d) {
                    const bool expected = plainly_meet(at(a), at(b), at(c), at(d));
                    meet += expected;
                    ASSERT_EQ(segments_meet(at(a), at(b), at(c), at(d)), expected)
                        << shown({at(a), at(b), at(c), at(d)});
                }
    EXPECT_GT(meet, 10'000);
}

TEST(SegmentsMeet, AgreesWithFractionsAtRandom) {
    std::mt19937_64 random(8);
    for (int i = 0; i < 50'000; ++i) {
        const std::int32_t reach = i % 2 ? max_coordinate : 30;
        const Point a = random_point(random, -reach, reach);
        const Point b = random_point(random, -reach, reach);
        Point c = random_point(random, -reach, reach);
        Point d = random_point(random, -reach, reach);
        if (i % 3 == 0) // near misses and touches: c half way, or one off
            c = {(a.x + b.x) / 2 + static_cast<int>(random() % 3) - 1, (a.y + b.y) / 2};
        if (i % 5 == 0)
            d = b;
        ASSERT_EQ(segments_meet(a, b, c, d), plainly_meet(a, b, c, d)) << shown({a, b, c, d});
        ASSERT_EQ(segments_meet(a, b, c, d), segments_meet(d, c, b, a)) << shown({a, b, c, d});
    }
}

TEST(IsSimple, AgreesWithEveryPairOnEveryRingOfASmallGrid) {
    int simple = 0;
    for (std::size_t n = 0; n <= 5; ++n) {
        int rings = 1;
        for (std::size_t i = 0; i < n; ++i)
            rings *= 9;
        for (int code = 0; code < rings; ++code) {
            Ring ring;
            for (int rest = code; ring.size() < n; rest /= 9)
                ring.push_back({rest % 9 % 3, rest % 9 / 3});
            const bool expected = plainly_simple(ring);
            simple += expected;
            ASSERT_EQ(is_simple(ring), expected) << shown(ring);
        }
    }
    EXPECT_GT(simple, 2'000);
}

TEST(IsSimple, AgreesWithEveryPairAtRandom) {
    std::mt19937_64 random(9);
    int simple = 0;
    for (int i = 0; i < 30'000; ++i) {
        const std::int32_t reach = i % 3 == 0 ? 3 : i % 3 == 1 ? 40 : max_coordinate;
        const Ring ring = i % 4 == 0 && reach == 40 ? random_simple_ring(random, 3 + random() % 10, -reach, reach)
                                                    : random_ring(random, 3 + random() % 6, -reach, reach);
        simple += plainly_simple(ring);
        ASSERT_EQ(is_simple(ring), plainly_simple(ring)) << shown(ring);
    }
    EXPECT_GT(simple, 5'000);
    EXPECT_LT(simple, 25'000);
}

TEST(InnerPoint, LiesInEveryRandomSimplePolygon) {
    std::mt19937_64 random(10);
    for (int i = 0; i < 20'000; ++i) {
        const std::int32_t reach = i % 2 ? 6 : 2'000;
        const Polygon polygon{random_simple_ring(random, 3 + random() % 8, -reach, reach), {}};
        const auto inner = inner_point(polygon);
        ASSERT_TRUE(inner);
        ASSERT_TRUE(contains(polygon, *inner)) << shown(polygon.outer) << ' ' << inner->x << ',' << inner->y;
    }
}

TEST(InnerPoint, LiesInSlivers) {
    for (const Ring& ring :
         {Ring{{0, 0}, {1, 0}, {2'000, 1}}, Ring{{0, 0}, {1, 1}, {1, 2}}, Ring{{0, 0}, {1, 0}, {0, 1}},
          Ring{{0, 0}, {10'000, 1}, {20'000, 3}}, Ring{{0, 0}, {3, 20'000}, {1, 10'000}}}) {
        ASSERT_TRUE(is_simple(ring)) << shown(ring);
        EXPECT_TRUE(contains({ring, {}}, *inner_point({ring, {}}))) << shown(ring);
    }
}

TEST(InnerPoint, LiesOffTheWallsOfRooms) {
    std::mt19937_64 random(11);
    for (int i = 0; i < 5'000; ++i) {
        Polygon room{random_room(random, 4 + random() % 12, {0, 0}), {}};
        if (i % 2) // a column or an atrium in the middle
            room.holes.push_back({{-300, -300}, {300, -300}, {300, 300}, {-300, 300}});
        const Point inner = *inner_point(room);
        ASSERT_TRUE(contains(room, inner)) << shown(room.outer) << ' ' << inner.x << ',' << inner.y;
        ASSERT_FALSE(on_boundary(room.outer, inner)) << shown(room.outer);
    }
    EXPECT_EQ(inner_point({{{0, 0}, {8'000, 0}, {8'000, 6'000}, {0, 6'000}}, {}}), (Point{4'000, 3'000}));
    EXPECT_FALSE(inner_point({}));
}

TEST(Normalised, HasOneSpellingForOnePolygon) {
    std::mt19937_64 random(12);
    for (int i = 0; i < 3'000; ++i) {
        Polygon polygon{random_simple_ring(random, 3 + random() % 8, -20, 20), {}};
        for (std::size_t holes = random() % 4; holes > 0; --holes)
            polygon.holes.push_back(random_simple_ring(random, 3 + random() % 4, -10, 10));
        const Polygon normal = normalised(polygon);
        ASSERT_EQ(normalised(normal), normal);
        ASSERT_GT(twice_area(normal.outer), 0);
        ASSERT_EQ(normal.outer.front(), *std::min_element(normal.outer.begin(), normal.outer.end()));
        for (const Ring& hole : normal.holes) {
            ASSERT_LT(twice_area(hole), 0);
            ASSERT_EQ(hole.front(), *std::min_element(hole.begin(), hole.end()));
        }
        ASSERT_EQ(area(normal), area(polygon));
        // However it was spelt before.
        Polygon other = polygon;
        std::shuffle(other.holes.begin(), other.holes.end(), random);
        for (Ring* ring : {&other.outer, other.holes.empty() ? &other.outer : &other.holes.front()}) {
            std::rotate(ring->begin(), ring->begin() + 1, ring->end());
            if (random() % 2)
                std::reverse(ring->begin(), ring->end());
        }
        ASSERT_EQ(normalised(other), normal) << shown(polygon.outer);
    }
    EXPECT_EQ(normalised({}), Polygon());
    EXPECT_EQ(normalised({square, {{}, {}}}), normalised({square, {}}));
}

long double exact_distance(Point p, Point a, Point b) {
    const long double dx = static_cast<long double>(b.x) - a.x;
    const long double dy = static_cast<long double>(b.y) - a.y;
    const long double px = static_cast<long double>(p.x) - a.x;
    const long double py = static_cast<long double>(p.y) - a.y;
    const long double along = dx * dx + dy * dy;
    const long double t = along == 0 ? 0 : std::clamp((px * dx + py * dy) / along, 0.0L, 1.0L);
    return std::hypot(px - t * dx, py - t * dy);
}

TEST(Distances, AreTheNearestToTheMillimetre) {
    std::mt19937_64 random(13);
    for (int i = 0; i < 20'000; ++i) {
        const std::int32_t reach = i % 2 ? max_coordinate : 10'000;
        const Point p = random_point(random, -reach, reach);
        const Point a = random_point(random, -reach, reach);
        const Point b = i % 7 ? random_point(random, -reach, reach) : a;
        const long double plain = std::hypot(static_cast<long double>(a.x) - p.x, static_cast<long double>(a.y) - p.y);
        ASSERT_NEAR(static_cast<double>(distance(p, a).value - plain), 0, 0.5001);
        const Point nearest = nearest_on_segment(p, a, b);
        // Rounding moves it by at most half the diagonal of a millimetre square.
        ASSERT_LE(exact_distance(nearest, a, b), 0.7072L);
        ASSERT_NEAR(static_cast<double>(std::hypot(static_cast<long double>(nearest.x) - p.x,
                                                   static_cast<long double>(nearest.y) - p.y) -
                                        exact_distance(p, a, b)),
                    0, 0.7073);
    }
}

TEST(Distances, ToARingIsThatToItsNearestEdge) {
    std::mt19937_64 random(14);
    for (int i = 0; i < 2'000; ++i) {
        const Ring room = random_room(random, 3 + random() % 9, {5'000, -5'000});
        const Point p = random_point(random, -20'000, 20'000);
        long double best = exact_distance(p, room.back(), room.front());
        for (std::size_t k = 1; k < room.size(); ++k)
            best = std::min(best, exact_distance(p, room[k - 1], room[k]));
        ASSERT_NEAR(static_cast<double>(distance_to_ring(room, p).value - best), 0, 1.2073);
        ASSERT_EQ(distance_to_ring(room, room.front()).value, 0);
    }
    EXPECT_EQ(distance_to_ring(square, {5, 5}).value, 5);
    EXPECT_EQ(distance_to_ring(square, {20, 5}).value, 10);
}

TEST(Length, SumsBeforeItRounds) {
    EXPECT_EQ(length(Polyline{}).value, 0);
    EXPECT_EQ(length(Polyline{{3, 4}}).value, 0);
    EXPECT_EQ(length(Polyline{{0, 0}, {3, 4}, {3, 10}}).value, 11);
    // Five diagonals of a square millimetre: 7.07, not five times 1.
    EXPECT_EQ(length(Polyline{{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}}).value, 7);
}

TEST(Bounds, HoldEveryPoint) {
    EXPECT_FALSE(bounds(Polyline{}));
    EXPECT_FALSE(bounds(Polygon{}));
    EXPECT_EQ(bounds(Polyline{{3, -4}}), (Box{{3, -4}, {3, -4}}));
    EXPECT_EQ(bounds(Polygon{{{1, 5}, {-2, 3}, {4, -6}}, {}}), (Box{{-2, -6}, {4, 5}}));
    const Box box{{-2, -6}, {4, 5}};
    EXPECT_TRUE(box.contains({-2, 5}) && box.contains({4, -6}) && box.contains({0, 0}));
    EXPECT_FALSE(box.contains({-3, 0}) || box.contains({5, 0}) || box.contains({0, -7}) || box.contains({0, 6}));
}

// At the ends of the coordinates nothing overflows (UBSan watches as well).
TEST(Extremes, StayExact) {
    constexpr std::int32_t m = max_coordinate;
    const Ring world{{-m, -m}, {m, -m}, {m, m}, {-m, m}};
    constexpr std::int64_t whole = 1'000'000'000'000'000'000;
    EXPECT_EQ(orientation({-m, -m}, {m, -m}, {m, m}), whole);
    EXPECT_EQ(orientation({-m, -m}, {m, m}, {m, -m}), -whole);
    EXPECT_EQ(orientation({-m, m}, {m, -m}, {m, m}), whole);
    EXPECT_EQ(orientation({-m, -m}, {m, m}, {m, m - 1}), -2 * std::int64_t{m});
    EXPECT_EQ(area({world, {}}).value, whole);
    EXPECT_EQ(area({world, {{{-m + 1, -m + 1}, {m - 1, -m + 1}, {m - 1, m - 1}, {-m + 1, m - 1}}}}).value,
              4 * (2 * std::int64_t{m} - 1));
    EXPECT_TRUE(is_simple(world));
    EXPECT_TRUE(contains({world, {}}, {m, m}));
    EXPECT_TRUE(contains({world, {}}, {m - 1, 1 - m}));
    EXPECT_TRUE(segments_meet({-m, -m}, {m, m}, {-m, m}, {m, -m}));
    EXPECT_FALSE(segments_meet({-m, -m}, {m, m}, {-m, -m + 1}, {m - 1, m}));
    EXPECT_EQ(distance({-m, -m}, {m, m}).value, 1'414'213'562);
    EXPECT_EQ(nearest_on_segment({-m, m}, {-m, -m}, {m, m}), (Point{0, 0}));
    EXPECT_EQ(nearest_on_segment({m, -m}, {-m, -m}, {m - 1, m}), nearest_on_segment({m, -m}, {m - 1, m}, {-m, -m}));
    EXPECT_EQ(inner_point({world, {}}), (Point{0, 0}));
    EXPECT_EQ(bounds(Polygon{world, {}}), (Box{{-m, -m}, {m, m}}));
    EXPECT_EQ(distance_to_ring(world, {0, 0}).value, m);
}

TEST(Extremes, SaturateWhereAQuantityEnds) {
    constexpr std::int32_t m = max_coordinate;
    const Polyline zigzag{{-m, -m}, {m, m}, {-m, -m}};
    EXPECT_EQ(length(zigzag).value, INT32_MAX);
    Ring round_and_round;
    for (int i = 0; i < 12; ++i)
        round_and_round.insert(round_and_round.end(), {{-m, -m}, {m, -m}, {m, m}, {-m, m}});
    EXPECT_EQ(area({round_and_round, {}}).value, INT64_MAX);
}

TEST(Orientation, IsExactAtRandom) {
    std::mt19937_64 random(15);
    for (int i = 0; i < 50'000; ++i) {
        const Point a = random_point(random, -max_coordinate, max_coordinate);
        const Point b = random_point(random, -max_coordinate, max_coordinate);
        const Point c = i % 2 ? random_point(random, -max_coordinate, max_coordinate)
                              : Point{a.x + (b.x - a.x) / 2, a.y + (b.y - a.y) / 2};
        const __int128 expected = (static_cast<__int128>(b.x) - a.x) * (static_cast<__int128>(c.y) - a.y) -
                                  (static_cast<__int128>(b.y) - a.y) * (static_cast<__int128>(c.x) - a.x);
        ASSERT_TRUE(orientation(a, b, c) == expected);
        ASSERT_EQ(orientation(b, c, a), orientation(a, b, c));
        ASSERT_EQ(orientation(b, a, c), -orientation(a, b, c));
    }
}

} // namespace
} // namespace riser
