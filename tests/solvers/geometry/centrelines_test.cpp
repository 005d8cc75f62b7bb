// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/centrelines.h"

#include "solvers/geometry/centreline_outline.h"
#include "solvers/geometry/centreline_straighten.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <set>

namespace riser {
namespace {

using test::region;
using test::Rows;

// "0,0-5000,0 …", each edge from its smaller end.
std::set<std::string> drawn(const Centrelines& lines) {
    std::set<std::string> out;
    const auto text = [](Point p) { return std::to_string(p.x) + ',' + std::to_string(p.y); };
    for (const Centrelines::Edge& edge : lines.edges)
        out.insert(text(lines.nodes[edge.a]) + '-' + text(lines.nodes[edge.b]));
    return out;
}

Centrelines lines_of(const Rows& rows, std::int32_t square = 1'000) {
    const std::vector<Polygon> areas{region(rows, 'c', square)};
    return centrelines(areas);
}

std::size_t parts(const Centrelines& lines) {
    std::vector<std::size_t> name(lines.nodes.size());
    std::iota(name.begin(), name.end(), std::size_t{0});
    for (std::size_t pass = 0; pass < lines.nodes.size(); ++pass)
        for (const Centrelines::Edge& edge : lines.edges)
            name[edge.a] = name[edge.b] = std::min(name[edge.a], name[edge.b]);
    return std::set(name.begin(), name.end()).size();
}

TEST(Centrelines, aStraightCorridorIsOneLine) {
    const Centrelines lines = lines_of({"cccccccccccc", "cccccccccccc"});
    EXPECT_EQ(drawn(lines), std::set<std::string>{"1000,1000-11000,1000"});
    EXPECT_TRUE(lines.failed.empty() && lines.bent.empty());
}

TEST(Centrelines, cornersAndJunctionsMeetAtRightAngles) {
    EXPECT_EQ(drawn(lines_of({"cccccccccc", "cccccccccc", "cc        ", "cc        ", "cc        ", "cc        "})),
              (std::set<std::string>{"1000,1000-1000,5000", "1000,5000-9000,5000"}));
    EXPECT_EQ(drawn(lines_of(
                  {"cccccccccccc", "cccccccccccc", "     cc     ", "     cc     ", "     cc     ", "     cc     "})),
              (std::set<std::string>{"1000,5000-6000,5000", "6000,5000-11000,5000", "6000,1000-6000,5000"}));
    EXPECT_EQ(drawn(lines_of({"    cc     ", "    cc     ", "    cc     ", "    cc     ", "ccccccccccc", "ccccccccccc",
                              "    cc     ", "    cc     ", "    cc     ", "    cc     "})),
              (std::set<std::string>{"1000,5000-5000,5000", "5000,5000-10000,5000", "5000,1000-5000,5000",
                                     "5000,5000-5000,9000"}));
}

TEST(Centrelines, aRingRoundACoreIsClosed) {
    const Centrelines lines =
        lines_of({"cccccccccc", "cccccccccc", "cc      cc", "cc      cc", "cc      cc", "cccccccccc", "cccccccccc"});
    EXPECT_EQ(drawn(lines), (std::set<std::string>{"1000,1000-1000,6000", "1000,1000-9000,1000", "1000,6000-9000,6000",
                                                   "9000,1000-9000,6000"}));
}

TEST(Centrelines, aHallJoinsTheCorridorsThatEnterIt) {
    const Centrelines lines =
        lines_of({"        cccccccccc", "        cccccccccc", "cccccccccccccccccc", "cccccccccccccccccc",
                  "        cccccccccc", "        cccccccccc", "            cc    ", "            cc    ",
                  "            cc    ", "            cc    ", "            cc    "});
    EXPECT_EQ(parts(lines), 1u);
    const std::set<std::string> edges = drawn(lines);
    EXPECT_TRUE(edges.contains("13000,1000-13000,8000")) << ::testing::PrintToString(edges);
    EXPECT_TRUE(edges.contains("1000,8000-13000,8000")) << ::testing::PrintToString(edges);
}

TEST(Centrelines, aSquareHallIsANode) {
    const Centrelines lines = lines_of({"ccc", "ccc", "ccc"});
    ASSERT_EQ(lines.nodes.size(), 1u);
    EXPECT_EQ(lines.nodes[0], (Point{1'500, 1'500}));
}

TEST(Centrelines, nibsNichesAndStubsAreSmoothed) {
    // Squares of 300 mm: columns of 300 x 600 stand out of the walls, a niche of 300 x 900 goes into one.
    const Centrelines lines =
        lines_of({"          ccc                               ", "cccccccccccccccccccccccccccccccccccccccccccc",
                  "ccccccccccccc  cccccccccccccc  ccccccccccccc", "cccccccccccccccccccccccccccccccccccccccccccc",
                  "cccccccccccccccccccccccccccccccccccccccccccc", "cccccccccccccccccccccccccccccccccccccccccccc",
                  "cccccccccccccccccccccccccccccccccccccccccccc", "ccccccc  cccccccccccccc  ccccccccccccccccccc"},
                 300);
    ASSERT_EQ(lines.edges.size(), 1u) << ::testing::PrintToString(drawn(lines));
    EXPECT_EQ(lines.nodes[0].y, lines.nodes[1].y);
}

TEST(Centrelines, thinWallsStandInTheWay) {
    // A wall 300 mm thick reaches 4.5 m into the hall: lines go round it.
    Ring hall{{0, 0},          {20'000, 0},     {20'000, 8'000}, {10'300, 8'000},
              {10'300, 3'500}, {10'000, 3'500}, {10'000, 8'000}, {0, 8'000}};
    const std::vector<Polygon> areas{Polygon{.outer = hall, .holes = {}}};
    const Centrelines lines = centrelines(areas);
    EXPECT_TRUE(lines.failed.empty());
    EXPECT_EQ(parts(lines), 1u);
    for (const Centrelines::Edge& edge : lines.edges)
        EXPECT_TRUE(stays_inside(areas[0], lines.nodes[edge.a], lines.nodes[edge.b]));
}

TEST(Centrelines, areasThatTouchAreJoinedAndOthersAreNot) {
    const Rows rows{"ccccccccdddddddd", "ccccccccdddddddd", "                ", "eeeeeeeeeeeeeeee", "eeeeeeeeeeeeeeee"};
    const std::vector<Polygon> areas{region(rows, 'c'), region(rows, 'd'), region(rows, 'e')};
    const Centrelines lines = centrelines(areas);
    EXPECT_EQ(drawn(lines), (std::set<std::string>{"1000,1000-15000,1000", "1000,4000-15000,4000"}));
    EXPECT_EQ(lines.areas.size(), 2u);
}

TEST(Centrelines, rotatedCorridorsKeepStraight) {
    // A T turned by some 27 degrees (a 3-4-5-like slope keeps whole millimetres).
    Polygon t =
        region({"cccccccccccc", "cccccccccccc", "     cc     ", "     cc     ", "     cc     ", "     cc     "}, 'c');
    for (Point& p : t.outer)
        p = {2 * p.x - p.y, p.x + 2 * p.y};
    const std::vector<Polygon> areas{t};
    const Centrelines lines = centrelines(areas);
    EXPECT_EQ(lines.edges.size(), 3u);
    EXPECT_TRUE(lines.bent.empty());
    for (const Centrelines::Edge& edge : lines.edges) {
        const Point d = lines.nodes[edge.b] - lines.nodes[edge.a];
        EXPECT_TRUE(std::abs(d.x - 2 * d.y) < 10 || std::abs(d.y + 2 * d.x) < 10) << d.x << ' ' << d.y;
    }
}

TEST(Centrelines, brokenRingsAreNamedNotCrashedOn) {
    const std::vector<Polygon> areas{Polygon{.outer = {{0, 0}, {10, 10}, {10, 0}, {0, 10}}, .holes = {}},
                                     Polygon{.outer = {{0, 0}, {1, 1}}, .holes = {}},
                                     region({"cccccccc", "cccccccc"}, 'c')};
    const Centrelines lines = centrelines(areas);
    EXPECT_EQ(lines.failed.size(), 2u);
    EXPECT_EQ(lines.edges.size(), 1u);
    EXPECT_TRUE(centrelines({}).nodes.empty());
}

// Random corridors grown from straight pieces: the lines stay inside and hang together, in any order of input.
TEST(Centrelines, randomCorridorsAreConnectedAndInside) {
    int bent = 0;
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        std::mt19937 engine(seed);
        Rows rows(30, std::string(40, ' '));
        std::size_t x = 20;
        std::size_t y = 15;
        for (int piece = 0; piece < 6; ++piece) {
            const bool across = engine() % 2;
            const std::size_t length = 6 + engine() % 12;
            const std::size_t wide = 2 + engine() % 3;
            const bool back = engine() % 2;
            for (std::size_t i = 0; i < length; ++i)
                for (std::size_t w = 0; w < wide; ++w) {
                    const std::size_t along =
                        back ? (across ? x : y) - std::min(i, (across ? x : y)) : (across ? x : y) + i;
                    const std::size_t beside = (across ? y : x) + w;
                    const std::size_t c = across ? along : beside;
                    const std::size_t r = across ? beside : along;
                    if (c < 39 && r < 29 && c > 0 && r > 0)
                        rows[r][c] = 'c';
                }
            const std::size_t step = engine() % length;
            if (across)
                x = back ? x - std::min(step, x - 1) : std::min<std::size_t>(x + step, 36);
            else
                y = back ? y - std::min(step, y - 1) : std::min<std::size_t>(y + step, 26);
        }
        const Polygon area = region(rows, 'c');
        if (!is_simple(area.outer) || !std::all_of(area.holes.begin(), area.holes.end(), is_simple))
            continue; // squares that touch at a corner only
        const std::vector<Polygon> areas{area};
        const Centrelines lines = centrelines(areas);
        ASSERT_FALSE(lines.nodes.empty()) << seed;
        EXPECT_TRUE(lines.failed.empty()) << seed;
        EXPECT_EQ(parts(lines), 1u) << seed;
        bent += !lines.bent.empty();
        for (const Centrelines::Edge& edge : lines.edges)
            EXPECT_TRUE(stays_inside(lines.areas[0], lines.nodes[edge.a], lines.nodes[edge.b])) << seed;
    }
    EXPECT_LT(bent, 10);
}

TEST(Smoothed, keepsSimpleRingsSimple) {
    std::mt19937 engine(7);
    for (int i = 0; i < 200; ++i) {
        // A comb of random teeth.
        Ring ring{{0, 0}, {20'000, 0}};
        std::int32_t x = 20'000;
        while (x > 1'000) {
            const auto tooth = static_cast<std::int32_t>(engine() % 900 + 100);
            const auto y = static_cast<std::int32_t>(engine() % 2'000 + 2'000);
            ring.push_back({x, y});
            x -= tooth;
            ring.push_back({x, y});
        }
        ring.push_back({0, 2'500});
        if (!is_simple(ring))
            continue;
        const Ring out = smoothed(ring, Millimetres(600));
        EXPECT_TRUE(is_simple(out));
        EXPECT_GT(twice_area(out), 0);
        EXPECT_LE(out.size(), ring.size());
    }
}

} // namespace
} // namespace riser
