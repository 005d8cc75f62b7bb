// SPDX-License-Identifier: GPL-3.0-or-later
// Which telecom rooms are used: the fewest, as trying every choice shows; within points and reach; what people decided
// stands; cables then come from where they were meant to.
#include "solvers/planning/room_groups.h"
#include "tests/solvers/planning/laws.h"

#include <algorithm>
#include <random>

namespace riser::test {
namespace {

std::vector<const Space*> distributors(const Design& design) {
    std::vector<const Space*> out;
    for (const Space& space : design.spaces)
        if (is_distributor(space.role))
            out.push_back(&space);
    return out;
}

const StepReport& report_of(const std::vector<StepReport>& reports, std::string_view step) {
    return *std::find_if(reports.begin(), reports.end(), [&](const StepReport& report) { return report.step == step; });
}

PlanningOptions fewest() {
    PlanningOptions options;
    options.spaces.choice = DistributorChoice::fewest;
    return options;
}

TEST(RoomChoice, FloorsWithFewPointsShareOneRoom) {
    Design design = office_block(3, 3, 1).design;
    const auto reports = perform(design, {}, fewest());
    const auto used = distributors(design);
    ASSERT_EQ(used.size(), 1U);
    EXPECT_EQ(used[0]->serves.size(), 3U) << "from the floor between them";
    EXPECT_EQ(std::count_if(design.spaces.begin(), design.spaces.end(),
                            [](const Space& space) { return space.role == SpaceRole::elv_shaft; }),
              2);
    const StepReport& spaces = report_of(reports, "spaces");
    ASSERT_EQ(spaces.objectives.size(), 2U);
    EXPECT_EQ(spaces.objectives[0].value, 1);
    EXPECT_EQ(spaces.objectives[0].bound, 1);
    EXPECT_TRUE(says(spaces.reasons, "vertical trays pass through it")) << list(spaces.reasons);
    EXPECT_FALSE(design.cables.empty());
    // The estimate is what the cables came to, but for 17 mm a point that rounding and ties take.
    const StepReport& cables = report_of(reports, "cables");
    EXPECT_GE(spaces.objectives[1].value, cables.objectives[0].value);
    EXPECT_LT(spaces.objectives[1].value,
              cables.objectives[0].value + 17 * static_cast<std::int64_t>(design.jacks.size()));
}

TEST(RoomChoice, EveryNamedRoomOnRequest) {
    Design design = office_block(3, 3, 1).design;
    PlanningOptions options;
    options.spaces.choice = DistributorChoice::all_named;
    perform(design, {}, options);
    EXPECT_EQ(distributors(design).size(), 3U);
}

TEST(RoomChoice, FloorsThatFillARoomKeepTheirOwn) {
    Design design = office_block(3, 3, 1).design;
    PlanningOptions options = fewest();
    options.spaces.limits.points = 20; // 12 points a floor: more than half
    const auto reports = perform(design, {}, options);
    EXPECT_EQ(distributors(design).size(), 3U);
    for (const Space* space : distributors(design))
        EXPECT_TRUE(space->serves.empty()) << "each its own floor";
    EXPECT_EQ(report_of(reports, "spaces").objectives[0].bound, 3);
}

TEST(RoomChoice, WhatPeopleDecidedStands) {
    Design design = office_block(3, 3, 1).design;
    perform(design, {}, fewest());
    const SpaceId used = distributors(design)[0]->id;
    SpaceId other;
    for (const Space& space : design.spaces)
        if (space.id != used)
            other = space.id;
    Panel panel;
    panel.id = {4'711};
    panel.space = other;
    design.panels.put(panel);
    perform(design, {"spaces"}, fewest());
    EXPECT_EQ(design.find(other)->role, SpaceRole::floor_distributor) << "a person's panel stands there";
    design.panels.erase(panel.id);
    Jack wished = *design.jacks.begin();
    wished.served_from = other;
    design.jacks.put(wished);
    perform(design, {"spaces"}, fewest());
    EXPECT_EQ(design.find(other)->role, SpaceRole::floor_distributor) << "a person wants a jack served from it";
    wished.served_from.reset();
    design.jacks.put(wished);
    perform(design, {"spaces"}, fewest());
    EXPECT_EQ(distributors(design).size(), 1U);
}

TEST(RoomChoice, WarmthShortensTheReach) {
    const RoomLimits limits;
    EXPECT_EQ(limits.reach_at(celsius(20)).value, 90'000);
    EXPECT_EQ(limits.reach_at(celsius(-5)).value, 90'000);
    EXPECT_EQ(limits.reach_at(celsius(40)).value, 82'800); // GB 50311-2016 3.3.3 note 2
    EXPECT_EQ(limits.reach_at(celsius(60)).value, 72'000);
}

TEST(RoomChoice, TooFarFromEveryRoomIsSaidWithLengthAndLimit) {
    Design design = office_block(1, 6, 1).design;
    Brief brief;
    brief.id = the_brief;
    brief.ceiling_ambient = celsius(40);
    design.briefs.put(brief);
    PlanningOptions options = fewest();
    options.spaces.limits.reach = metres(15);
    const auto reports = perform(design, {}, options);
    EXPECT_TRUE(says(report_of(reports, "spaces").reasons, "limit 13.8 m"))
        << list(report_of(reports, "spaces").reasons);
    EXPECT_EQ(distributors(design).size(), 1U);
    EXPECT_EQ(design.cables.empty(), false) << "served from the nearest all the same";
}

// A telecom room that no door joins to the floor yet is not called needless.
TEST(RoomChoice, AFloorToWhosePointsNoWayLeadsKeepsItsRooms) {
    Design design = office_block(1, 4, 1).design;
    const Room* telecom = nullptr;
    for (const Room& room : design.rooms)
        if (room.use == RoomUse::telecom_room)
            telecom = &room;
    ASSERT_NE(telecom, nullptr);
    design.openings = {};
    const auto reports = perform(design, {}, fewest());
    EXPECT_TRUE(says(report_of(reports, "spaces").reasons, "no way leads to the points here"));
    EXPECT_EQ(distributors(design).size(), 1U);
}

TEST(RoomChoice, PlanningAgainChangesNothingWhateverPeopleChanged) {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        PlannedBuilding building = any_building(seed);
        std::mt19937 random(seed + 1);
        for (int round = 0; round < 2; ++round) {
            Design& design = building.design();
            perform(design, {}, fewest());
            const Design before = design;
            perform(design, {}, fewest());
            EXPECT_TRUE(design == before) << seed << differences(before, design);
            change_the_building(building, random);
        }
    }
}

// Whether these offers can serve all groups, each whole: by trying every room for each group.
bool can_serve(const RoomGroups& groups, std::size_t next, std::vector<std::int64_t>& left, unsigned open) {
    if (next == groups.groups().size())
        return true;
    const RoomGroup& group = groups.groups()[next];
    for (const auto& [offer, total] : group.total)
        if ((open >> offer & 1U) != 0 && left[offer] >= group.weight) {
            left[offer] -= group.weight;
            const bool done = can_serve(groups, next + 1, left, open);
            left[offer] += group.weight;
            if (done)
                return true;
        }
    return false;
}

std::optional<int> fewest_by_trying(const RoomQuestion& question, const RoomGroups& groups) {
    std::optional<int> best;
    for (unsigned open = 0; open < 1U << question.offers.size(); ++open) {
        std::vector<std::int64_t> left;
        bool allowed = true;
        for (std::size_t i = 0; i < question.offers.size(); ++i) {
            left.push_back(groups.capacity(i));
            allowed &= !question.offers[i].in_use || (open >> i & 1U) != 0;
        }
        const int rooms = __builtin_popcount(open);
        if (allowed && (!best || rooms < *best) && can_serve(groups, 0, left, open))
            best = rooms;
    }
    return best;
}

TEST(RoomChoice, NoChoiceTriedHasFewerRooms) {
    int settled = 0, shared = 0, split = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        std::mt19937 random(seed + 1);
        const auto below = [&](std::uint32_t n) { return static_cast<std::int32_t>(random() % n); };
        BuildingBuilder block = office_block(2 + below(3), 2 + below(2), 1 + below(3));
        for (const Floor& floor : block.design.floors)
            for (const char letter : {'a', 'b'})
                if (below(2)) {
                    Room room = *block.design.find(block.room(floor.id, letter));
                    room.use = RoomUse::telecom_room;
                    block.design.rooms.put(room);
                }
        Design design = block.design;
        PlanningOptions all;
        all.spaces.choice = DistributorChoice::all_named;
        perform(design, {"outlets", "spaces"}, all);
        std::vector<Space> spaces(design.spaces.begin(), design.spaces.end());
        std::vector<RoomOffer> offers;
        for (const Space& space : spaces)
            offers.push_back({.space = space.id,
                              .floor = design.find(space.room)->floor,
                              .capacity = 8 + below(40),
                              .in_use = below(6) == 0,
                              .only = {}});
        const auto storeys = storeys_of(design);
        RoomReach reach(design, spaces, {});
        const RoomQuestion question{.design = design,
                                    .storeys = storeys,
                                    .offers = offers,
                                    .points = points_of(design, {}),
                                    .reach = reach,
                                    .limits = {.points = 48, .reach = metres(15 + below(30))},
                                    .growth = 10'000 + 1'000 * below(4)};
        const RoomGroups groups(question, {});
        const RoomChoice choice = choose_rooms(question, {});
        split += std::any_of(groups.groups().begin(), groups.groups().end(),
                             [](const RoomGroup& group) { return group.room.has_value(); });
        for (const auto& [space, floors] : choice.serves)
            shared += floors.size() > 1;
        const std::optional<int> fewest = fewest_by_trying(question, groups);
        if (!fewest)
            continue;
        EXPECT_LE(choice.rooms.bound, *fewest) << seed;
        EXPECT_GE(choice.rooms.value, *fewest) << seed;
        EXPECT_LE(choice.cable.bound, choice.cable.value) << seed;
        if (!says(choice.reasons, "uses all its rooms")) {
            EXPECT_EQ(choice.rooms.value, *fewest) << seed << '\n' << list(choice.reasons);
            ++settled;
        }
    }
    EXPECT_GT(settled, 20);
    EXPECT_GT(shared, 5);
    EXPECT_GT(split, 5);
}

} // namespace
} // namespace riser::test
