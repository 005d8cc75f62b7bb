// SPDX-License-Identifier: GPL-3.0-or-later
// Many cables where runs have only so much room, against trying every combination of ways; and what a fitter would
// expect of a small case.
#include "tests/solvers/graph/random_crowd.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace riser {
namespace {

using test::crowd_case;
using test::CrowdCase;
using test::expect_consistent;

// Every way of a demand without a run twice: by walking the graph from each seed, computed apart from the router.
std::vector<Way> all_ways(const RouteDemand& demand) {
    const Router& router = *demand.router;
    const PathwayGraph& graph = router.graph();
    const Attachment& end = demand.foot.end;
    std::vector<Way> out;
    std::vector<RunIndex> taken;
    std::vector<NodeIndex> passed;
    const std::int64_t exit = end.drop + std::abs(end.height - demand.height);
    const std::function<void(NodeIndex, std::int64_t, std::int64_t)> walk = [&](NodeIndex node, std::int64_t drop,
                                                                                std::int64_t along) {
        const PathwayGraph::Run& last = graph[end.run];
        for (const auto& [side, rest] :
             {std::pair{last.from, end.offset}, {last.to, last.geometry.length() - end.offset}})
            if (side == node && (rest == 0 || std::find(taken.begin(), taken.end(), end.run) == taken.end())) {
                Way way;
                way.runs = taken;
                if (rest > 0 || taken.empty())
                    way.runs.push_back(end.run);
                way.along = along + rest;
                way.entry_drop = drop;
                way.exit_drop = exit;
                out.push_back(way);
            }
        for (const PathwayGraph::Arc arc : graph.arcs(node)) {
            if (!router.open()[at(arc.run)] || std::find(taken.begin(), taken.end(), arc.run) != taken.end() ||
                std::find(passed.begin(), passed.end(), arc.to) != passed.end())
                continue;
            taken.push_back(arc.run);
            passed.push_back(arc.to);
            walk(arc.to, drop, along + graph[arc.run].geometry.length());
            taken.pop_back();
            passed.pop_back();
        }
    };
    for (const Seed& seed : router.seeds()) {
        passed = {seed.node};
        walk(seed.node, seed.initial, 0);
    }
    return out;
}

// The least total of a combination under the rooms; nothing when none fits.
std::optional<std::int64_t> by_trying_all(const CrowdCase& c) {
    std::vector<std::vector<Way>> ways;
    for (const RouteDemand& demand : c.demands) {
        ways.push_back(all_ways(demand));
        if (ways.back().empty())
            ways.pop_back(); // no way at all: left out of the total on both sides
        else
            std::sort(ways.back().begin(), ways.back().end(),
                      [](const Way& a, const Way& b) { return a.length() < b.length(); });
    }
    std::vector<std::int64_t> sizes;
    for (const RouteDemand& demand : c.demands)
        if (!all_ways(demand).empty())
            sizes.push_back(demand.size);
    std::vector<std::int64_t> load(c.rooms->runs(), 0);
    std::optional<std::int64_t> best;
    const std::function<void(std::size_t, std::int64_t)> choose = [&](std::size_t i, std::int64_t total) {
        std::int64_t least = total;
        for (std::size_t rest = i; rest < ways.size(); ++rest)
            least += ways[rest].front().length();
        if (best && least >= *best)
            return;
        if (i == ways.size()) {
            best = total;
            return;
        }
        for (const Way& way : ways[i]) {
            const bool fits = std::all_of(way.runs.begin(), way.runs.end(), [&](RunIndex run) {
                return load[at(run)] + sizes[i] <= c.rooms->of(run).front();
            });
            if (!fits)
                continue;
            for (const RunIndex run : way.runs)
                load[at(run)] += sizes[i];
            choose(i + 1, total + way.length());
            for (const RunIndex run : way.runs)
                load[at(run)] -= sizes[i];
        }
    };
    choose(0, 0);
    return best;
}

TEST(CrowdedRouting, equalsTryingEveryCombination) {
    int crowded = 0, impossible = 0;
    for (std::uint32_t seed = 0; seed < 900; ++seed) {
        const CrowdCase c = crowd_case(seed, 6, 10, 4, 1, 4);
        const CrowdedRoutes found = route_crowd(c.demands, *c.rooms);
        SCOPED_TRACE(seed);
        expect_consistent(c, found);
        const auto best = by_trying_all(c);
        if (!best) {
            EXPECT_EQ(found.outcome, Outcome::infeasible);
            EXPECT_FALSE(found.above.empty());
            ++impossible;
            continue;
        }
        EXPECT_EQ(found.outcome, Outcome::complete);
        EXPECT_TRUE(found.above.empty());
        EXPECT_EQ(found.total, *best);
        EXPECT_EQ(found.bound, *best) << "few enough to be proved";
        RunRooms plenty(c.rooms->runs());
        if (route_crowd(c.demands, plenty).total < *best)
            ++crowded;
    }
    EXPECT_GT(crowded, 30) << "the cases do not try what they are for";
    EXPECT_GT(impossible, 30);
}

TEST(CrowdedRouting, withoutALimitEachTakesItsShortestWay) {
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        const CrowdCase c = crowd_case(seed, 20, 35, 30, 0, 0);
        const CrowdedRoutes found = route_crowd(c.demands, RunRooms(c.rooms->runs()));
        for (std::size_t i = 0; i < c.demands.size(); ++i)
            EXPECT_EQ(found.routes[i].way, c.demands[i].router->route(c.demands[i].foot, 300).way) << seed;
        EXPECT_EQ(found.bound, found.total);
        EXPECT_EQ(found.outcome, Outcome::complete);
    }
}

TEST(CrowdedRouting, manyCablesKeepUnderTheLimitsNearTheBound) {
    int crowded = 0;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const CrowdCase c = crowd_case(seed, 25, 60, 150, 60, 120);
        const CrowdedRoutes found = route_crowd(c.demands, *c.rooms);
        SCOPED_TRACE(seed);
        expect_consistent(c, found);
        EXPECT_GE(found.total, found.bound);
        if (found.outcome != Outcome::complete)
            continue;
        EXPECT_TRUE(found.above.empty());
        EXPECT_LE(static_cast<double>(found.total), 1.02 * static_cast<double>(found.bound));
        if (route_crowd(c.demands, RunRooms(c.rooms->runs())).total < found.total)
            ++crowded;
    }
    EXPECT_GT(crowded, 3);
}

TEST(CrowdedRouting, theSameDemandsGiveTheSameWays) {
    const CrowdCase a = crowd_case(4, 25, 60, 150, 60, 120), b = crowd_case(4, 25, 60, 150, 60, 120);
    const CrowdedRoutes one = route_crowd(a.demands, *a.rooms), other = route_crowd(b.demands, *b.rooms);
    ASSERT_EQ(one.routes.size(), other.routes.size());
    for (std::size_t i = 0; i < one.routes.size(); ++i)
        EXPECT_EQ(one.routes[i].way, other.routes[i].way);
}

TEST(CrowdedRouting, stoppedItStillNamesAWayForEach) {
    const CrowdCase c = crowd_case(4, 25, 60, 150, 10, 20);
    std::stop_source source;
    source.request_stop();
    const CrowdedRoutes found = route_crowd(c.demands, *c.rooms, {}, {.stop = source.get_token(), .progress = {}});
    EXPECT_EQ(found.outcome, Outcome::stopped);
    expect_consistent(c, found);
}

TEST(Router, pricesChooseTheWayButAreNotMeasured) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const CrowdCase c = crowd_case(seed, 8, 14, 6, 0, 0);
        std::mt19937 engine(seed);
        std::vector<std::int64_t> extra;
        for (std::size_t run = 0; run < c.rooms->runs(); ++run)
            extra.push_back(static_cast<std::int64_t>(engine() % 5) * 1'500);
        const auto charged = [&](const Way& way) {
            std::int64_t out = way.length();
            if (!(way.runs.size() == 1 && way.along == 0))
                for (const RunIndex run : way.runs)
                    out += extra[at(run)];
            return out;
        };
        for (const RouteDemand& demand : c.demands) {
            const Router priced =
                demand.router->over({demand.router->open().begin(), demand.router->open().end()}, extra);
            const Routed found = priced.route(demand.foot, demand.height);
            const std::vector<Way> ways = all_ways(demand);
            ASSERT_EQ(found.way.has_value(), !ways.empty()) << seed;
            if (!found.way)
                continue;
            std::int64_t least = INT64_MAX, length = INT64_MAX;
            for (const Way& way : ways) {
                least = std::min(least, charged(way));
                if (way.runs == found.way->runs)
                    length = std::min(length, way.length());
            }
            EXPECT_EQ(charged(*found.way), least) << seed;
            EXPECT_EQ(found.way->length(), length) << seed;
        }
    }
}

} // namespace
} // namespace riser
