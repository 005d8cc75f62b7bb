// SPDX-License-Identifier: GPL-3.0-or-later
// Planned cables measured again here, from the rows alone: each is as long as its parts, and no other way over the
// pathways open to its plane is shorter (Bellman-Ford over all runs, every drop tried).
#include "solvers/graph/cable_length.h"
#include "tests/solvers/planning/laws.h"

#include <cmath>
#include <set>

namespace riser::test {
namespace {

constexpr std::int64_t unreached = INT64_MAX / 4;

std::int64_t height_of(const Design& design, const PathwayNode& node) {
    return std::int64_t{design.find(node.floor)->elevation.value} + node.elevation.value;
}

Polyline line_of(const Design& design, const PathwayRun& run) {
    Polyline line{design.find(run.from)->place};
    line.insert(line.end(), run.bends.begin(), run.bends.end());
    line.push_back(design.find(run.to)->place);
    return line;
}

double plan_length(const Polyline& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum +=
            std::hypot(static_cast<double>(line[i].x) - line[i - 1].x, static_cast<double>(line[i].y) - line[i - 1].y);
    return sum;
}

std::int64_t length_of(const Design& design, const PathwayRun& run) {
    return std::llround(plan_length(line_of(design, run))) +
           std::abs(height_of(design, *design.find(run.from)) - height_of(design, *design.find(run.to)));
}

class RouteLaws : public testing::TestWithParam<std::uint32_t> {
  protected:
    RouteLaws() { perform(design); }
    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();

    const Jack* jack_of(const Cable& cable) {
        for (const Termination& end : design.terminations)
            if (end.cable == cable.id && end.end == CableEnd::b && end.on.kind == Kind::jacks)
                return design.find(JackId{end.on.value});
        return nullptr;
    }
    bool is_open(const PathwayRun& run, std::optional<PlaneId> plane) {
        if (plane == building.secret)
            return run.plane == plane;
        if (run.plane && run.plane != plane)
            return false;
        if (run.compartments.empty())
            return true;
        return std::any_of(run.compartments.begin(), run.compartments.end(),
                           [&](const RunCompartment& part) { return !part.plane || part.plane == plane; });
    }

    // Where a drop for the place may leave the run: along and across its nearest stretch.
    struct Foot {
        std::int64_t drop = unreached; // in the plan
        std::int64_t offset = 0;
        std::int64_t height = 0;
    };
    Foot foot_on(const PathwayRun& run, Point place) {
        const Polyline line = line_of(design, run);
        const double plan = plan_length(line);
        const std::int64_t length = length_of(design, run);
        Foot best;
        double before = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double dx = static_cast<double>(line[i].x) - line[i - 1].x;
            const double dy = static_cast<double>(line[i].y) - line[i - 1].y;
            const double px = static_cast<double>(place.x) - line[i - 1].x;
            const double py = static_cast<double>(place.y) - line[i - 1].y;
            const double stretch = std::hypot(dx, dy);
            if (stretch <= 0)
                continue;
            const double along = (px * dx + py * dy) / stretch;
            const double on = std::clamp(along, 0.0, stretch);
            const auto drop =
                static_cast<std::int64_t>(std::llround(std::abs(px * dy - py * dx) / stretch + std::abs(along - on)));
            if (drop < best.drop) {
                best.drop = drop;
                best.offset = std::llround((before + on) * static_cast<double>(length) / plan);
            }
            before += stretch;
        }
        const std::int64_t low = height_of(design, *design.find(run.from));
        const std::int64_t high = height_of(design, *design.find(run.to));
        best.height = low + std::llround(static_cast<double>(high - low) * static_cast<double>(best.offset) /
                                         static_cast<double>(std::max<std::int64_t>(1, length)));
        return best;
    }
    bool comes_into(const PathwayRun& run, const Room& room) {
        const Polyline line = line_of(design, run);
        for (std::size_t i = 1; i < line.size(); ++i)
            if (contains(room.outline, line[i - 1]) || contains(room.outline, line[i]) ||
                contains(room.outline, {(line[i - 1].x + line[i].x) / 2, (line[i - 1].y + line[i].y) / 2}))
                return true;
        return false;
    }
    bool leaves_floor(const PathwayRun& run) {
        return run.kind == PathwayKind::shaft || design.find(run.from)->floor != design.find(run.to)->floor;
    }

    // The run open to the plane that a drop for a place takes: of those that come into the room, else of the floor's,
    // the one with the least drop, ties by id.
    std::pair<const PathwayRun*, Foot> nearest(FloorId floor, const Room* room, Point place,
                                               std::optional<PlaneId> plane) {
        std::pair<const PathwayRun*, Foot> best{nullptr, {}};
        for (const bool inside : {true, false}) {
            for (const PathwayRun& run : design.pathway_runs) {
                if (leaves_floor(run) || design.find(run.from)->floor != floor || !is_open(run, plane) ||
                    (inside && !(room && comes_into(run, *room))))
                    continue;
                if (const Foot here = foot_on(run, place); here.drop < best.second.drop)
                    best = {&run, here};
            }
            if (best.first)
                break;
        }
        return best;
    }

    // How far each node is from the racks of the spaces, their drops included; and where a space hangs on a run.
    struct Hook {
        PathwayRunId run;
        std::int64_t offset = 0;
        std::int64_t drop = 0;
    };
    struct Distances {
        std::map<PathwayNodeId, std::int64_t> nodes;
        std::vector<Hook> hooks;
    };
    Distances distances(const std::vector<SpaceId>& spaces, std::optional<PlaneId> plane) {
        Distances out;
        const auto better = [&](PathwayNodeId node, std::int64_t distance) {
            const bool is = distance < out.nodes[node];
            if (is)
                out.nodes[node] = distance;
            return is;
        };
        for (const PathwayNode& node : design.pathway_nodes)
            out.nodes[node.id] = unreached;
        for (const SpaceId id : spaces) {
            const Space& space = *design.find(id);
            const Room& room = *design.find(space.room);
            const std::int64_t rack = design.find(room.floor)->elevation.value + std::int64_t{2'000};
            bool entered = false;
            for (const PathwayNode& node : design.pathway_nodes)
                if (node.space == id) {
                    entered = true;
                    better(node.id, std::abs(std::int64_t{node.place.x} - space.place.x) +
                                        std::abs(std::int64_t{node.place.y} - space.place.y) +
                                        std::abs(height_of(design, node) - rack));
                }
            if (entered)
                continue;
            if (const auto [run, foot] = nearest(room.floor, &room, space.place, plane); run) {
                const std::int64_t drop = foot.drop + std::abs(foot.height - rack);
                out.hooks.push_back({run->id, foot.offset, drop});
                better(run->from, drop + foot.offset);
                better(run->to, drop + length_of(design, *run) - foot.offset);
            }
        }
        for (bool any = true; any;) {
            any = false;
            for (const PathwayRun& run : design.pathway_runs)
                if (is_open(run, plane)) {
                    const std::int64_t length = length_of(design, run);
                    any |= better(run.to, out.nodes[run.from] + length);
                    any |= better(run.from, out.nodes[run.to] + length);
                }
        }
        return out;
    }
};

TEST_P(RouteLaws, EachCableIsAsLongAsItsParts) {
    std::int64_t total = 0;
    std::int64_t slack = 0;
    std::size_t measured = 0;
    std::int64_t backbone = 0;
    for (const Cable& cable : design.cables) {
        if (cable.role == CableRole::cord)
            continue;
        ASSERT_FALSE(cable.route.empty()) << cable.label;
        // Walked from the rack: the part of each run between where the cable comes and where it goes.
        std::int64_t along = 0;
        PathwayNodeId here;
        for (std::size_t i = 0; i < cable.route.size(); ++i) {
            const PathwayRun& run = *design.find(cable.route[i].run);
            const std::int64_t length = length_of(design, run);
            if (cable.route.size() == 1) {
                along += std::abs(std::int64_t{cable.exit_offset.value} - cable.entry_offset.value);
                break;
            }
            if (i == 0) {
                const PathwayRun& next = *design.find(cable.route[1].run);
                const bool by_to = run.to == next.from || run.to == next.to;
                ASSERT_TRUE(by_to || run.from == next.from || run.from == next.to) << cable.label;
                here = by_to ? run.to : run.from;
                along += by_to ? length - cable.entry_offset.value : cable.entry_offset.value;
            } else {
                ASSERT_TRUE(run.from == here || run.to == here) << cable.label << ": runs join end to end";
                const bool forwards = run.from == here;
                if (i + 1 == cable.route.size())
                    along += forwards ? cable.exit_offset.value : length - cable.exit_offset.value;
                else
                    along += length;
                here = forwards ? run.to : run.from;
            }
        }
        const Result<CableLength> length = measure(PathwayGraph(design), cable);
        ASSERT_TRUE(length) << cable.label << ' ' << to_string(length.error(), Language::en);
        EXPECT_EQ(length->tray.value + length->riser.value, along) << cable.label;
        EXPECT_EQ(length->drop, cable.entry_drop + cable.exit_drop) << cable.label;
        EXPECT_EQ(length->slack, cable.slack_a + cable.slack_b) << cable.label;
        EXPECT_EQ(length->total().value,
                  along + cable.entry_drop.value + cable.exit_drop.value + cable.slack_a.value + cable.slack_b.value)
            << cable.label;
        if (cable.role == CableRole::backbone) {
            backbone += length->total().value;
            continue;
        }
        total += length->total().value;
        slack += length->slack.value;
        ++measured;
    }
    const Result<CablePlan> plan = plan_cables(design);
    ASSERT_TRUE(plan);
    EXPECT_EQ(static_cast<std::size_t>(plan->cables), measured);
    EXPECT_EQ(plan->total_mm, total);
    EXPECT_EQ(plan->slack_mm, slack);
    EXPECT_EQ(plan->total_mm, plan->tray_mm + plan->riser_mm + plan->drop_mm + plan->slack_mm);
    EXPECT_EQ(plan->bound_mm, total) << "every cable takes its shortest way: nothing can be shorter";
    const Result<BackbonePlan> trunks = plan_backbone(design);
    ASSERT_TRUE(trunks);
    EXPECT_EQ(trunks->total_mm, backbone);
    if (GetParam() == 0) {
        EXPECT_GT(backbone, 0);
        EXPECT_EQ(plan->unrouted, 0);
        EXPECT_GT(measured, 20U);
    }
}

TEST_P(RouteLaws, TheBoundLeavesOutTheDetoursThatPeoplePinned) {
    constexpr std::int32_t detour = 5'000;
    if (std::none_of(design.cables.begin(), design.cables.end(),
                     [](const Cable& cable) { return cable.role == CableRole::horizontal; }))
        return; // a building without a telecom room
    const Result<CablePlan> before = plan_cables(design);
    ASSERT_TRUE(before);
    Cable longer = *std::find_if(design.cables.begin(), design.cables.end(),
                                 [](const Cable& cable) { return cable.role == CableRole::horizontal; });
    longer.route_pinned = true;
    longer.entry_drop = Millimetres(longer.entry_drop.value + detour);
    design.cables.put(longer);
    const Result<CablePlan> plan = plan_cables(design);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->total_mm, before->total_mm + detour);
    EXPECT_EQ(plan->bound_mm, before->bound_mm);
}

TEST_P(RouteLaws, NoOtherWayIsShorter) {
    const CableWays ways(design);
    const PathwayGraph graph(design);
    std::map<std::pair<FloorId, std::optional<PlaneId>>, Distances> known;
    const auto distances_to = [&](const Jack& jack) -> const Distances& {
        const FloorId floor = design.find(jack.outlet)->floor;
        const auto [at, fresh] = known.try_emplace({floor, jack.plane});
        if (fresh)
            at->second = distances(ways.sources(floor, jack.plane), jack.plane);
        return at->second;
    };
    std::set<JackId> cabled;
    for (const Cable& cable : design.cables) {
        if (cable.role != CableRole::horizontal)
            continue;
        const Jack* jack = jack_of(cable);
        ASSERT_NE(jack, nullptr) << cable.label;
        cabled.insert(jack->id);
        const Outlet& outlet = *design.find(jack->outlet);
        const auto [run, foot] = nearest(outlet.floor, design.find(outlet.room), outlet.place, jack->plane);
        ASSERT_NE(run, nullptr) << cable.label;
        const Distances& from = distances_to(*jack);
        std::int64_t shortest = std::min(from.nodes.at(run->from) + foot.offset,
                                         from.nodes.at(run->to) + length_of(design, *run) - foot.offset);
        for (const Hook& hook : from.hooks)
            if (hook.run == run->id)
                shortest = std::min(shortest, hook.drop + std::abs(hook.offset - foot.offset));
        const std::int64_t outlet_height =
            std::int64_t{design.find(outlet.floor)->elevation.value} + outlet.height.value;
        shortest += foot.drop + std::abs(foot.height - outlet_height);
        const Result<CableLength> length = measure(graph, cable);
        ASSERT_TRUE(length) << cable.label;
        EXPECT_EQ((length->total() - length->slack).value, shortest) << cable.label;
    }
    // A jack without a cable has no way at all.
    for (const Jack& jack : design.jacks) {
        if (cabled.contains(jack.id))
            continue;
        const Outlet& outlet = *design.find(jack.outlet);
        const auto [run, foot] = nearest(outlet.floor, design.find(outlet.room), outlet.place, jack.plane);
        const Distances& from = distances_to(jack);
        if (run) {
            EXPECT_GE(from.nodes.at(run->from), unreached) << jack.label << " could be reached over " << run->label;
        }
    }
    if (GetParam() == 0) {
        EXPECT_GT(cabled.size(), 20U);
        EXPECT_EQ(cabled.size(), design.jacks.size());
    }
}

INSTANTIATE_TEST_SUITE_P(Buildings, RouteLaws, testing::Range(0U, buildings));

} // namespace
} // namespace riser::test
