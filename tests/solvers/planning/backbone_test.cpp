// SPDX-License-Identifier: GPL-3.0-or-later
// The backbone of random buildings and of one with two shafts: who gets cables, how many, by which ways, and what is
// said where it cannot be as asked.
#include "solvers/analysis/backbone_diversity.h"
#include "solvers/analysis/backbone_ends.h"
#include "solvers/planning/backbone/standing_backbone.h"
#include "tests/solvers/planning/laws.h"

#include <set>

namespace riser::test {
namespace {

class BackboneLaws : public testing::TestWithParam<std::uint32_t> {
  protected:
    BackboneLaws() { perform(design); }
    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
};

// The planned cables of a room on a plane, by route and number.
std::vector<const Cable*> backbone_of(const Design& design, const RoomOnPlane& at,
                                      std::initializer_list<UplinkRoute> routes = {UplinkRoute::first,
                                                                                   UplinkRoute::second}) {
    std::map<std::string, const Cable*> found;
    for (const Cable& cable : design.cables)
        if (cable.origin.source == "backbone")
            found[cable.origin.key] = &cable;
    std::vector<const Cable*> out;
    for (const UplinkRoute route : routes)
        for (std::size_t n = 0; found.contains(backbone_key(at, route, n)); ++n)
            out.push_back(found[backbone_key(at, route, n)]);
    return out;
}

// Every room that serves points has what its class asks for, or a reason.
TEST_P(BackboneLaws, EachServingRoomHasItsRoutesOrAReason) {
    const Result<BackbonePlan> plan = plan_backbone(design);
    ASSERT_TRUE(plan);
    EXPECT_TRUE(plan->change.changes().empty());
    std::set<RoomOnPlane> answered;
    std::int32_t lit = 0;
    for (const Uplink& uplink : plan->uplinks) {
        EXPECT_TRUE(answered.insert(uplink.at).second);
        EXPECT_TRUE(uplink.proven);
        const std::vector<const Cable*> data = backbone_of(design, uplink.at);
        const std::vector<const Cable*> voice = backbone_of(design, uplink.at, {UplinkRoute::voice});
        if (uplink.why) {
            EXPECT_TRUE(data.empty() && voice.empty());
            EXPECT_TRUE(says(plan->reasons, sentence_of(*uplink.why).en, uplink.at.second));
            continue;
        }
        EXPECT_EQ(voice.empty(), uplink.points.pairs == 0);
        std::int32_t pairs = 0;
        for (const Cable* cable : voice)
            pairs += design.find(cable->type)->elements;
        EXPECT_GE(pairs * 10, uplink.points.pairs * 11) << "one pair an outlet and 10 % to spare";
        if (uplink.points.ports == 0) {
            EXPECT_TRUE(data.empty());
            continue;
        }
        EXPECT_GE(uplink.switches * 48, uplink.points.ports) << "with growth there are ports enough";
        std::set<char> routes;
        std::int32_t cores = 0;
        for (const Cable* cable : data) {
            routes.insert(cable->origin.key[cable->origin.key.size() - 3]);
            cores += cable->elements.front().last;
            EXPECT_EQ(cable->elements.front().state, ElementState::lit);
            EXPECT_EQ(cable->elements.back().last, design.find(cable->type)->elements);
            EXPECT_GE(design.find(cable->type)->elements, 12);
        }
        EXPECT_EQ(routes.size(), uplink.asked == RedundancyClass::n ? 1U : 2U);
        EXPECT_EQ(cores, 4 * uplink.switches) << "a trunk and a backup of two cores each";
        lit += cores;
        if (uplink.asked >= RedundancyClass::diverse_route && uplink.parts.diversity < Diversity::shaft) {
            EXPECT_TRUE(says(plan->reasons, "the brief asks for diverse routes", uplink.at.second));
        }
    }
    EXPECT_EQ(plan->cores_lit, lit);
    const Facts facts(design);
    for (const auto& [plane, space] : facts.get<ServingSpaces>().spaces) {
        const SpaceRole role = design.find(space)->role;
        EXPECT_TRUE(answered.contains({plane, space}) || role == SpaceRole::core_machine_room);
    }
}

// What the planner says of its routes is what the standing cables show.
TEST_P(BackboneLaws, TheFactAgreesWithThePlan) {
    const Result<BackbonePlan> plan = plan_backbone(design);
    ASSERT_TRUE(plan);
    const Facts facts(design);
    const BackboneDiversity& fact = facts.get<BackboneDiversity>();
    std::map<RoomOnPlane, const RoomUplinks*> rooms;
    for (const RoomUplinks& room : fact.rooms)
        rooms[{room.plane, room.space}] = &room;
    for (const Uplink& uplink : plan->uplinks) {
        if (uplink.why || uplink.points.ports == 0)
            continue;
        ASSERT_TRUE(rooms.contains(uplink.at));
        const RoomUplinks& room = *rooms.at(uplink.at);
        EXPECT_EQ(room.asked, uplink.asked);
        EXPECT_EQ(room.cables.size(), backbone_of(design, uplink.at).size());
        if (uplink.asked == RedundancyClass::n)
            continue;
        EXPECT_EQ(room.parts.diversity, uplink.parts.diversity);
        EXPECT_EQ(room.parts.runs, uplink.parts.runs);
        EXPECT_EQ(room.parts.shafts, uplink.parts.shafts);
    }
}

INSTANTIATE_TEST_SUITE_P(Buildings, BackboneLaws, testing::Range(0U, buildings));

// Three floors with offices between two stacks of telecom rooms, Z and X; the core K on the lowest.
struct TwoShafts {
    explicit TwoShafts(bool second_shaft = true) {
        builder.with_catalogue();
        plane = builder.with_plane("W");
        kind = builder.with_kind("TD");
        builder.with_rule(RoomUse::office, plane, kind, 4, PointBasis::room);
        for (const std::int32_t cores : {12, 24}) {
            CableType row;
            row.id = builder.ids.next<CableType>();
            row.code = "OS2-" + std::to_string(cores);
            row.category = Category::os2;
            row.screen = Screen::none;
            row.element = ElementUnit::core;
            row.elements = cores;
            row.diameter_um = 6'000 + cores * 100;
            design.cable_types.put(row);
        }
        for (int f = 0; f < 3; ++f) {
            const std::map<char, Meaning> legend{
                {'Y', {.use = RoomUse::corridor, .number = "", .occupants = 0}},
                {'Z', {.use = RoomUse::telecom_room, .number = "Z", .occupants = 0}},
                {'X', {.use = second_shaft ? RoomUse::telecom_room : RoomUse::storage, .number = "X", .occupants = 0}},
                {'K', {.use = f == 0 ? RoomUse::core_machine_room : RoomUse::storage, .number = "K", .occupants = 0}},
                {'a', {.use = RoomUse::office, .number = "1", .occupants = 2}},
                {'b', {.use = RoomUse::office, .number = "2", .occupants = 2}}};
            builder.with_floor(std::to_string(f + 1) + "F",
                               {"ZZZZaaaaaaKKKKKKbbbbbbXXXX", "ZZZZaaaaaaKKKKKKbbbbbbXXXX",
                                "ZZZZaaaaaaKKKKKKbbbbbbXXXX", "YYYYYYYYYYYYYYYYYYYYYYYYYY",
                                "YYYYYYYYYYYYYYYYYYYYYYYYYY"},
                               legend);
            for (const char room : {'Z', 'a', 'K', 'b', 'X'})
                builder.with_door(room, 'Y');
        }
    }
    void ask(AnyId subject, RedundancyClass redundancy) {
        RequirementClass row;
        row.id = builder.ids.next<RequirementClass>();
        row.subject = subject;
        row.redundancy = redundancy;
        design.requirement_classes.put(row);
    }
    BuildingBuilder builder;
    Design& design = builder.design;
    PlaneId plane;
    PointKindId kind;
};

std::int64_t length_of(const Design& design, const Cable& cable) {
    const Result<CableLength> length = measure(PathwayGraph(design), cable);
    return length ? (length->total() - length->slack).value : -1;
}

TEST(Backbone, TwoShaftsGiveDiverseRoutesAndOneCostsNothing) {
    for (const RedundancyClass asked :
         {RedundancyClass::n, RedundancyClass::n_plus_1, RedundancyClass::diverse_route, RedundancyClass::two_n}) {
        TwoShafts b;
        b.ask(b.plane, asked);
        perform(b.design);
        const Result<BackbonePlan> plan = plan_backbone(b.design);
        ASSERT_TRUE(plan);
        ASSERT_EQ(plan->uplinks.size(), 6U);
        EXPECT_EQ(plan->unserved, 0);
        EXPECT_EQ(plan->short_of_class, 0) << list(plan->reasons);
        for (const Uplink& uplink : plan->uplinks) {
            const std::vector<const Cable*> cables = backbone_of(b.design, uplink.at);
            ASSERT_EQ(cables.size(), asked == RedundancyClass::n ? 1U : 2U);
            if (asked == RedundancyClass::n_plus_1) {
                EXPECT_EQ(length_of(b.design, *cables[0]), length_of(b.design, *cables[1])) << "no detour is paid for";
            } else if (asked >= RedundancyClass::diverse_route) {
                EXPECT_EQ(uplink.parts.diversity, Diversity::shaft) << b.design.find(uplink.at.second)->label;
                EXPECT_LE(length_of(b.design, *cables[0]), length_of(b.design, *cables[1]));
            }
        }
        EXPECT_EQ(says(plan->reasons, "both routes can only end in one core room"), asked == RedundancyClass::two_n);
    }
}

TEST(Backbone, OneShaftIsSaidWithWhatASecondWouldTake) {
    TwoShafts b(false);
    b.ask(b.plane, RedundancyClass::diverse_route);
    perform(b.design);
    const Result<BackbonePlan> plan = plan_backbone(b.design);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->unserved, 0) << "the plan completes";
    EXPECT_EQ(plan->short_of_class, 3) << "one on the core's floor shares a tray, two above it the shaft";
    EXPECT_TRUE(says(plan->reasons, "of tray is shared", plan->uplinks.front().at.second));
    EXPECT_TRUE(says(plan->reasons, "both can only climb in one shaft"));
    EXPECT_TRUE(says(plan->reasons, "no room that could hold a second riser"));
    // A stack of shafts without a riser: 12 m of corridor either way or so, and 8 m down.
    for (const Room& room : Table<Room>(b.design.rooms))
        if (room.number == "X") {
            Room shaft = room;
            shaft.use = RoomUse::elv_shaft;
            b.design.rooms.put(shaft);
        }
    const Result<BackbonePlan> priced = plan_backbone(b.design);
    ASSERT_TRUE(priced);
    EXPECT_TRUE(says(priced->reasons, "a second riser by X would give it another route, some "))
        << list(priced->reasons);
    EXPECT_FALSE(says(priced->reasons, "no room that could hold a second riser"));
}

TEST(Backbone, PinnedRoutesStandAndTheOtherKeepsAway) {
    TwoShafts b;
    b.ask(b.plane, RedundancyClass::diverse_route);
    perform(b.design);
    const Result<BackbonePlan> plan = plan_backbone(b.design);
    ASSERT_TRUE(plan);
    const Uplink& top = plan->uplinks.back();
    const std::vector<const Cable*> cables = backbone_of(b.design, top.at);
    ASSERT_EQ(cables.size(), 2U);
    // The first is led where the second went, by hand.
    Cable pinned = *cables[0];
    const Cable second = *cables[1];
    pinned.route = second.route;
    pinned.entry_offset = second.entry_offset;
    pinned.exit_offset = second.exit_offset;
    pinned.route_pinned = true;
    b.design.cables.put(pinned);
    perform(b.design);
    EXPECT_EQ(b.design.find(pinned.id)->route, second.route);
    EXPECT_NE(b.design.find(second.id)->route, second.route);
    const Result<BackbonePlan> again = plan_backbone(b.design);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->uplinks.back().parts.diversity, Diversity::shaft);
    // A person's own cable takes the place of a planned one.
    Cable drawn = *b.design.find(pinned.id);
    b.design.cables.erase(drawn.id);
    drawn.id = b.builder.ids.next<Cable>();
    drawn.origin = {};
    drawn.label = "MINE";
    b.design.cables.put(drawn);
    perform(b.design);
    EXPECT_EQ(backbone_of(b.design, top.at).size(), 1U);
    EXPECT_EQ(b.design.find(drawn.id)->route, drawn.route);
    perform(b.design);
    const Facts facts(b.design);
    for (const RoomUplinks& room : facts.get<BackboneDiversity>().rooms) {
        EXPECT_EQ(room.cables.size(), 2U);
        EXPECT_EQ(room.parts.diversity, Diversity::shaft);
    }
}

TEST(Backbone, PinnedRoutesFromTwoCoresAreTwoN) {
    TwoShafts b;
    b.ask(b.plane, RedundancyClass::two_n);
    perform(b.design);
    const Result<BackbonePlan> plan = plan_backbone(b.design);
    ASSERT_TRUE(plan);
    const RoomOnPlane top = plan->uplinks.back().at;
    const SpaceId other = plan->uplinks.front().at.second;
    const std::vector<const Cable*> cables = backbone_of(b.design, top);
    ASSERT_EQ(cables.size(), 2U);
    const CableId second = cables[1]->id;
    for (Cable cable : {*cables[0], *cables[1]}) {
        cable.route_pinned = true;
        b.design.cables.put(cable);
    }
    const std::string one_core = "both routes can only end in one core room";
    EXPECT_TRUE(says(plan_backbone(b.design)->reasons, one_core, top.second));
    Panel panel;
    panel.id = b.builder.ids.next<Panel>();
    panel.space = other;
    b.design.panels.put(panel);
    for (const Termination& row : Table<Termination>(b.design.terminations))
        if (row.cable == second && row.end == CableEnd::a)
            b.design.terminations.erase(row.id);
    Termination end;
    end.id = b.builder.ids.next<Termination>();
    end.cable = second;
    end.end = CableEnd::a;
    end.on = panel.id;
    b.design.terminations.put(end);
    EXPECT_FALSE(says(plan_backbone(b.design)->reasons, one_core, top.second));
}

TEST(Backbone, WhatStopsARouteIsSaid) {
    // No room to end in.
    TwoShafts none;
    for (const Room& room : Table<Room>(none.design.rooms))
        if (room.use == RoomUse::core_machine_room) {
            Room other = room;
            other.use = RoomUse::storage;
            none.design.rooms.put(other);
        }
    perform(none.design);
    EXPECT_TRUE(says(plan_backbone(none.design)->reasons, sentence_of(NoUplink::no_core).en));

    TwoShafts b;
    perform(b.design);
    ASSERT_EQ(plan_backbone(b.design)->unserved, 0);
    SpaceId core;
    for (const Space& space : b.design.spaces)
        if (space.role == SpaceRole::core_machine_room)
            core = space.id;
    std::vector<PathwayRun> entries; // of the core
    for (const PathwayRun& run : b.design.pathway_runs)
        for (const PathwayNodeId end : {run.from, run.to})
            if (b.design.find(end)->space == core)
                entries.push_back(run);
    ASSERT_FALSE(entries.empty());
    const auto with = [&](auto change) {
        Design design = b.design;
        for (PathwayRun run : entries) {
            change(run, design);
            design.pathway_runs.put(run);
        }
        return plan_backbone(design)->reasons;
    };
    EXPECT_TRUE(says(with([&](PathwayRun& run, Design& design) {
                         Plane other;
                         other.id = PlaneId{99};
                         design.planes.put(other);
                         run.plane = other.id;
                     }),
                     sentence_of(NoUplink::separated).en));
    EXPECT_TRUE(says(with([&](PathwayRun& run, Design&) {
                         run.origin = {};
                         run.width = run.height = Millimetres(5);
                     }),
                     sentence_of(NoUplink::full).en));
    Design apart = b.design;
    for (const PathwayRun& run : entries)
        apart.pathway_runs.erase(run.id);
    EXPECT_TRUE(says(plan_backbone(apart)->reasons, sentence_of(NoUplink::not_connected).en));
}

// OUT-06 and OUT-07, and the catalogue's sizes.
TEST(Backbone, CablesAreAsManyAsTheStandardSays) {
    PlannedBuilding building = small_building();
    const UplinkCables cables(building.design(), {});
    EXPECT_EQ(cables.switches(0, 10'000), 0);
    EXPECT_EQ(cables.switches(48, 10'000), 1);
    EXPECT_EQ(cables.switches(48, 12'763), 2) << "48 grow to 62";
    EXPECT_EQ(cables.cores(3, 1), (std::vector<std::int32_t>{12}));
    EXPECT_EQ(cables.cores(3, 2), (std::vector<std::int32_t>{6, 6}));
    const UplinkCables stacked(building.design(), {.switches_a_group = 4});
    EXPECT_EQ(stacked.cores(4, 1), (std::vector<std::int32_t>{4}));
    EXPECT_EQ(stacked.cores(5, 1), (std::vector<std::int32_t>{8}));
    const auto sizes = [](const std::vector<UplinkCable>& list) {
        std::vector<std::pair<std::int32_t, std::int32_t>> out;
        for (const UplinkCable& cable : list)
            out.emplace_back(cable.type->elements, cable.lit);
        return out;
    };
    using Sizes = std::vector<std::pair<std::int32_t, std::int32_t>>;
    EXPECT_EQ(sizes(cables.fibres(8)), (Sizes{{12, 8}}));
    EXPECT_EQ(sizes(cables.fibres(16)), (Sizes{{24, 16}}));
    EXPECT_EQ(sizes(cables.fibres(28)), (Sizes{{24, 24}, {12, 4}}));
    EXPECT_EQ(sizes(cables.voice(22)), (Sizes{{25, 22}})) << "24.2 pairs";
    EXPECT_EQ(sizes(cables.voice(23)), (Sizes{{50, 23}})) << "25.3 pairs";
    EXPECT_EQ(sizes(cables.voice(50)), (Sizes{{50, 50}, {25, 0}}));
    EXPECT_TRUE(cables.voice(0).empty());
}

TEST(Backbone, LabelsStayAndFollowTheProjectsTemplate) {
    TwoShafts b;
    LabelTemplate row;
    row.id = b.builder.ids.next<LabelTemplate>();
    row.subject = "backbone";
    row.pattern = "G{floor}-{core}-{medium}{n:2}";
    b.design.label_templates.put(row);
    perform(b.design);
    std::map<CableId, std::string> before;
    for (const Cable& cable : b.design.cables)
        if (cable.role == CableRole::backbone) {
            before[cable.id] = cable.label;
            EXPECT_NE(cable.label.find("-1F-C1-F0"), std::string::npos) << cable.label;
        }
    EXPECT_EQ(before.size(), 6U);
    b.ask(b.plane, RedundancyClass::diverse_route);
    perform(b.design);
    std::size_t kept = 0;
    std::set<std::string> labels;
    for (const Cable& cable : b.design.cables)
        if (cable.role == CableRole::backbone) {
            kept += before.contains(cable.id) && before[cable.id] == cable.label;
            EXPECT_TRUE(labels.insert(cable.label).second);
        }
    EXPECT_EQ(kept, 6U);
    EXPECT_EQ(labels.size(), 12U);
}

} // namespace
} // namespace riser::test
