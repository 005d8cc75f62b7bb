// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/routing.h"

#include "solvers/graph/cable_length.h"
#include "tests/solvers/graph/random_pathways.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace riser {
namespace {

constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max() / 4;

struct Hang { // a point of a run, found by trying every run
    PathwayRunId run;
    std::int64_t offset = 0;
    std::int64_t drop = 0;
    std::int64_t height = 0;
};

std::int64_t height_of(const Design& design, PathwayNodeId id) {
    const PathwayNode& node = *design.find(id);
    return design.find(node.floor)->elevation.value + node.elevation.value;
}

bool takes_drops(const Design& design, const PathwayRun& run) {
    return run.kind != PathwayKind::shaft && design.find(run.from)->floor == design.find(run.to)->floor;
}

std::optional<Hang> nearest_by_trying(const Design& design, FloorId floor, Point p) {
    std::optional<Hang> best;
    for (const PathwayRun& run : design.pathway_runs) {
        if (!takes_drops(design, run) || design.find(run.from)->floor != floor)
            continue;
        std::vector<Point> line{design.find(run.from)->place};
        line.insert(line.end(), run.bends.begin(), run.bends.end());
        line.push_back(design.find(run.to)->place);
        double plan = 0;
        for (std::size_t i = 1; i < line.size(); ++i)
            plan += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        const auto total = static_cast<double>(test::run_length(design, run));
        double before = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Point a = line[i - 1];
            const Point b = line[i];
            const double l = std::hypot(b.x - a.x, b.y - a.y);
            double along = 0;
            double drop = std::abs(p.x - a.x) + std::abs(p.y - a.y);
            if (l > 0) {
                const double t = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / l;
                const double across = std::abs((p.x - a.x) * (b.y - a.y) - (p.y - a.y) * (b.x - a.x)) / l;
                along = std::min(std::max(t, 0.0), l);
                drop = across + std::max({0.0, -t, t - l});
            }
            const std::int64_t offset = plan > 0 ? std::llround((before + along) * total / plan) : 0;
            const std::int64_t up = height_of(design, run.to) - height_of(design, run.from);
            const Hang hang{
                run.id, offset, std::llround(drop),
                height_of(design, run.from) +
                    (total > 0 ? std::llround(static_cast<double>(up) * static_cast<double>(offset) / total) : 0)};
            if (!best || std::tie(hang.drop, hang.run, hang.offset) < std::tie(best->drop, best->run, best->offset))
                best = hang;
            before += l;
        }
    }
    return best;
}

TEST(AttachmentIndex, equalsTryingEveryRun) {
    int found = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const test::RandomPathways p = test::random_pathways(seed, 8, 14);
        const PathwayGraph graph(p.design);
        const AttachmentIndex index(p.design, graph);
        std::mt19937 engine(seed);
        for (int i = 0; i < 20; ++i) {
            const FloorId floor = p.floors[engine() % 2];
            const Point place{static_cast<std::int32_t>(engine() % 12'000) - 4'000,
                              static_cast<std::int32_t>(engine() % 9'000) - 2'000};
            const auto expected = nearest_by_trying(p.design, floor, place);
            const auto actual = index.nearest(floor, place);
            ASSERT_EQ(actual.has_value(), expected.has_value());
            if (!actual)
                continue;
            EXPECT_EQ(graph[actual->run].id, expected->run) << seed;
            EXPECT_EQ(actual->offset, expected->offset) << seed;
            EXPECT_EQ(actual->drop, expected->drop) << seed;
            EXPECT_EQ(actual->height, expected->height) << seed;
            ++found;
        }
    }
    EXPECT_GT(found, 3'000);
}

// Everything pairwise, by Floyd and Warshall.
std::map<std::pair<PathwayNodeId, PathwayNodeId>, std::int64_t> all_pairs(const test::RandomPathways& p) {
    std::map<std::pair<PathwayNodeId, PathwayNodeId>, std::int64_t> d;
    for (const auto a : p.nodes)
        for (const auto b : p.nodes)
            d[{a, b}] = a == b ? 0 : far;
    for (const PathwayRun& run : p.design.pathway_runs)
        for (const auto& key : {std::pair(run.from, run.to), std::pair(run.to, run.from)})
            d[key] = std::min(d[key], test::run_length(p.design, run));
    for (const auto k : p.nodes)
        for (const auto i : p.nodes)
            for (const auto j : p.nodes)
                d[{i, j}] = std::min(d[{i, j}], d[{i, k}] + d[{k, j}]);
    return d;
}

std::vector<SpaceId> add_spaces(test::RandomPathways& p, std::mt19937& engine, int count) {
    std::vector<SpaceId> spaces;
    for (int i = 0; i < count; ++i) {
        Room room;
        room.id = RoomId{static_cast<std::uint64_t>(100 + i)};
        room.floor = p.floors[engine() % p.floors.size()];
        p.design.rooms.put(room);
        Space space;
        space.id = SpaceId{static_cast<std::uint64_t>(200 + i)};
        space.room = room.id;
        space.place = {static_cast<std::int32_t>(engine() % 5'000), static_cast<std::int32_t>(engine() % 5'000)};
        if (engine() % 3 != 0) { // one or two nodes of its own; else it hangs on a run midway
            for (unsigned k = 0; k <= engine() % 2; ++k) {
                PathwayNode node = *p.design.find(p.nodes[engine() % p.nodes.size()]);
                node.space = space.id;
                p.design.pathway_nodes.put(node);
            }
        }
        p.design.spaces.put(space);
        spaces.push_back(space.id);
    }
    return spaces;
}

// From a space to a node, drop included.
std::int64_t entry(const Design& design, const Space& space, PathwayNodeId node, const decltype(all_pairs({}))& d,
                   const RoutingOptions& options) {
    const std::int64_t rack = design.find(design.find(space.room)->floor)->elevation.value + options.rack_entry.value;
    std::int64_t best = far;
    bool own = false;
    for (const PathwayNode& n : design.pathway_nodes)
        if (n.space == space.id) {
            own = true;
            best = std::min(best, std::abs(n.place.x - space.place.x) + std::abs(n.place.y - space.place.y) +
                                      std::abs(height_of(design, n.id) - rack) + d.at({n.id, node}));
        }
    if (own)
        return best;
    if (const auto hang = nearest_by_trying(design, design.find(space.room)->floor, space.place)) {
        const PathwayRun& run = *design.find(hang->run);
        const std::int64_t drop = hang->drop + std::abs(hang->height - rack);
        best = std::min(drop + hang->offset + d.at({run.from, node}),
                        drop + test::run_length(design, run) - hang->offset + d.at({run.to, node}));
    }
    return best;
}

TEST(Router, everyWayIsTheShortestAndMeasuresWhatItSays) {
    int routed = 0;
    int midway = 0;
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        std::mt19937 engine(seed * 11 + 5);
        test::RandomPathways p =
            test::random_pathways(seed, 5 + static_cast<int>(engine() % 5), 5 + static_cast<int>(engine() % 9));
        const std::vector<SpaceId> spaces = add_spaces(p, engine, 1 + static_cast<int>(engine() % 3));
        const Design& design = p.design;
        const auto d = all_pairs(p);
        const RoutingOptions options;
        const auto net = std::make_shared<const RoutingNet>(design);
        const Router router(net, design, spaces, options);
        const Router copy = router; // nothing in it may point into the original
        for (int i = 0; i < 12; ++i) {
            const FloorId floor = p.floors[engine() % 2];
            const Point place{static_cast<std::int32_t>(engine() % 6'000) - 500,
                              static_cast<std::int32_t>(engine() % 6'000) - 500};
            const std::int64_t height = design.find(floor)->elevation.value + 300;
            const Routed result = copy.route(floor, {}, place, height);
            const auto hang = nearest_by_trying(design, floor, place);
            if (!hang) {
                EXPECT_FALSE(result.way);
                EXPECT_EQ(result.why, NoWay::no_pathway);
                continue;
            }
            const PathwayRun& run = *design.find(hang->run);
            std::int64_t best = far;
            for (const SpaceId id : spaces) {
                const Space& space = *design.find(id);
                best =
                    std::min({best, entry(design, space, run.from, d, options) + hang->offset,
                              entry(design, space, run.to, d, options) + test::run_length(design, run) - hang->offset});
                const auto own = nearest_by_trying(design, design.find(space.room)->floor, space.place);
                bool has_node = false;
                for (const PathwayNode& n : design.pathway_nodes)
                    has_node |= n.space == id;
                if (!has_node && own && own->run == run.id) {
                    const std::int64_t rack = design.find(design.find(space.room)->floor)->elevation.value + 2'000;
                    best =
                        std::min(best, own->drop + std::abs(own->height - rack) + std::abs(own->offset - hang->offset));
                }
            }
            if (best >= far) {
                EXPECT_FALSE(result.way);
                EXPECT_EQ(result.why, NoWay::not_connected);
                continue;
            }
            ASSERT_TRUE(result.way) << seed;
            const Way& way = *result.way;
            const std::int64_t expected = best + hang->drop + std::abs(hang->height - height);
            EXPECT_EQ(way.length(), expected) << seed;
            ++routed;
            midway += way.runs.size() > 1;

            Cable cable;
            cable.id = CableId{1};
            for (const RunIndex r : way.runs)
                cable.route.push_back({.run = net->graph[r].id});
            cable.entry_offset = Millimetres(static_cast<std::int32_t>(way.entry_offset));
            cable.exit_offset = Millimetres(static_cast<std::int32_t>(way.exit_offset));
            cable.entry_drop = Millimetres(static_cast<std::int32_t>(way.entry_drop));
            cable.exit_drop = Millimetres(static_cast<std::int32_t>(way.exit_drop));
            const Result<CableLength> length = measure(net->graph, cable);
            ASSERT_TRUE(length) << seed << ' ' << to_string(length.error(), Language::en);
            EXPECT_EQ(length->total().value, expected) << seed;
        }
    }
    EXPECT_GT(routed, 1'000);
    EXPECT_GT(midway, 500);
}

TEST(Router, planesKeepToTheirRuns) {
    Design design;
    Plane open;
    open.id = PlaneId{1};
    Plane secret;
    secret.id = PlaneId{2};
    secret.disclosure = Disclosure::secret;
    Plane other;
    other.id = PlaneId{3};
    for (const Plane& plane : {open, secret, other})
        design.planes.put(plane);
    PathwayRun run;
    run.id = PathwayRunId{1};
    EXPECT_EQ(compartment_for(design, run, open.id), 0);
    EXPECT_EQ(compartment_for(design, run, {}), 0);
    EXPECT_EQ(compartment_for(design, run, secret.id), std::nullopt) << "secret cables share no run";
    run.plane = secret.id;
    EXPECT_EQ(compartment_for(design, run, secret.id), 0);
    EXPECT_EQ(compartment_for(design, run, open.id), std::nullopt);
    EXPECT_EQ(compartment_for(design, run, {}), std::nullopt);
    run.plane.reset();
    run.compartments.resize(3);
    run.compartments[0].plane = other.id;
    run.compartments[2].plane = open.id;
    EXPECT_EQ(compartment_for(design, run, open.id), 2);
    EXPECT_EQ(compartment_for(design, run, other.id), 0);
    EXPECT_EQ(compartment_for(design, run, {}), 1);
    EXPECT_EQ(compartment_for(design, run, secret.id), std::nullopt);
    run.compartments[1].separation = SeparationClass::power;
    EXPECT_EQ(compartment_for(design, run, {}), std::nullopt);
    run.compartments.clear();
    run.separation = SeparationClass::fire_alarm;
    EXPECT_EQ(compartment_for(design, run, open.id), std::nullopt);
}

TEST(Router, aPlaceInARoomHangsOnTheRunThatComesIntoIt) {
    Design design;
    Floor floor;
    floor.id = FloorId{1};
    design.floors.put(floor);
    const auto node = [&](std::uint64_t id, Point place) {
        PathwayNode row;
        row.id = PathwayNodeId{id};
        row.floor = floor.id;
        row.place = place;
        if (id == 1)
            row.space = SpaceId{9};
        design.pathway_nodes.put(row);
    };
    const auto run = [&](std::uint64_t id, std::uint64_t a, std::uint64_t b) {
        PathwayRun row;
        row.id = PathwayRunId{id};
        row.from = PathwayNodeId{a};
        row.to = PathwayNodeId{b};
        design.pathway_runs.put(row);
    };
    // A corridor's tray along y = 0, and a branch into the room x 4..8, y 1..7 m; another tray behind its back wall.
    node(1, {0, 0}), node(2, {5'000, 0}), node(3, {10'000, 0}), node(4, {5'000, 2'000});
    node(5, {0, 7'500}), node(6, {10'000, 7'500});
    run(1, 1, 2), run(2, 2, 3), run(3, 2, 4), run(4, 5, 6);
    Room room;
    room.id = RoomId{7};
    room.floor = floor.id;
    room.outline.outer = {{4'000, 1'000}, {8'000, 1'000}, {8'000, 7'000}, {4'000, 7'000}};
    design.rooms.put(room);
    Room closed = room;
    closed.id = RoomId{8};
    closed.outline.outer = {{8'000, 1'000}, {9'000, 1'000}, {9'000, 7'000}, {8'000, 7'000}};
    design.rooms.put(closed);
    Space space;
    space.id = SpaceId{9};
    design.spaces.put(space);
    const std::vector<SpaceId> spaces{space.id};
    const auto net = std::make_shared<const RoutingNet>(design);
    const Router router(net, design, spaces, {});
    const Routed in_room = router.route(floor.id, room.id, {6'000, 6'900}, 0);
    ASSERT_TRUE(in_room.way);
    EXPECT_FALSE(in_room.way->from_outside_room);
    EXPECT_EQ(in_room.way->exit_drop, 1'000 + 4'900);
    EXPECT_EQ(in_room.way->along, 5'000 + 2'000);
    // The tray behind the wall is nearer, and leads nowhere.
    EXPECT_EQ(router.route(floor.id, {}, {6'000, 6'900}, 0).why, NoWay::not_connected);
    const Routed outside = router.route(floor.id, closed.id, {8'500, 2'000}, 0);
    ASSERT_TRUE(outside.way);
    EXPECT_TRUE(outside.way->from_outside_room);
    EXPECT_EQ(Router(net, design, {}, {}).route(floor.id, {}, {0, 0}, 0).why, NoWay::no_source);
    EXPECT_EQ(router.route(floor.id, {}, {100'000, 0}, 0).why, NoWay::no_pathway);
}

} // namespace
} // namespace riser
