// SPDX-License-Identifier: GPL-3.0-or-later
// What passes its rule barely: told once, at the right distance, and never beside a finding of the same amount.
#include "solvers/checks/catalogue.h"
#include "tests/solvers/checks/office.h"
#include "tests/solvers/checks/random_building.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser::test {
namespace {

CheckReport check(const Design& design, const std::string& rule) {
    Result<CheckReport> report =
        run_checks(Facts(design), *built_in_deck("cn-government"), std::vector<std::string>{rule});
    EXPECT_TRUE(report.has_value());
    return std::move(*report);
}

// Of a cable so long under the limit of 90 m.
CheckReport with_length(Millimetres length) {
    Office office;
    office.set_length(length);
    return check(office.design, "CAB-02");
}

TEST(NearMisses, ACableIsNearWithinFivePercentOfItsLimit) {
    for (const int millimetres : {85'500, 87'000, 90'000}) {
        const CheckReport report = with_length(Millimetres(millimetres));
        ASSERT_EQ(report.near_misses.size(), 1U) << millimetres;
        const NearMiss& miss = report.near_misses[0];
        EXPECT_EQ(miss.rule, "CAB-02");
        EXPECT_EQ(miss.limit, Amount(metres(90)));
        EXPECT_EQ(miss.actual, Amount(Millimetres(millimetres)));
        EXPECT_EQ(miss.share.value, (millimetres + 4) / 9);
        EXPECT_EQ(miss.subject.en, "Cable C-1");
        EXPECT_TRUE(report.findings.empty());
        EXPECT_EQ(report.rules[0].outcome, RuleOutcome::passed) << "a near miss is no finding";
    }
    EXPECT_TRUE(with_length(Millimetres(85'499)).near_misses.empty());
    const CheckReport beyond = with_length(Millimetres(90'001));
    EXPECT_TRUE(beyond.near_misses.empty());
    EXPECT_EQ(beyond.findings.size(), 1U);
}

TEST(NearMisses, OfALeastAmountTheShareIsWhatIsNeededOfIt) {
    Office office;
    const CheckReport plenty = check(office.design, "ROOM-02");
    EXPECT_TRUE(plenty.near_misses.empty() && plenty.findings.empty());
    RuleSetting setting;
    setting.id = RuleSettingId{1};
    setting.rule = "ROOM-02";
    setting.parameters = {{"min", ""}};
    const Space& space = *office.design.spaces.begin();
    const auto is = area(office.design.find(space.room)->outline);
    setting.parameters = {{"min", std::to_string(is.value / 100 * 97) + " mm2"}};
    office.design.rule_settings.put(setting);
    const CheckReport report = check(office.design, "ROOM-02");
    ASSERT_EQ(report.near_misses.size(), 1U);
    EXPECT_EQ(report.near_misses[0].share, percent(97));
}

TEST(NearMisses, OfRoomsAreToldByTheirPointsAndTheirWays) {
    Office office;
    for (int i = 1; i < 390; ++i)
        office.add_cable(office.add_jack(office.outlet, office.plane), office.plane);
    const CheckReport many = check(office.design, "ROOM-01");
    EXPECT_TRUE(many.findings.empty());
    ASSERT_EQ(many.near_misses.size(), 1U);
    EXPECT_EQ(many.near_misses[0].actual, Amount(Count{390}));
    EXPECT_EQ(many.near_misses[0].limit, Amount(Count{400}));
    EXPECT_TRUE(check(Office().design, "ROOM-01").near_misses.empty());
}

TEST(NearMisses, OfClearancesAreTheTightestOfTheRoom) {
    const auto front_of = [](int clear) {
        Office office;
        Rack rack;
        rack.id = RackId{7'001};
        rack.space = office.space;
        rack.depth = Millimetres(800);
        Room room = *office.design.find(office.design.find(office.space)->room);
        room.outline.outer = {{0, 0}, {9'000, 0}, {9'000, 9'000}, {0, 9'000}};
        office.design.rooms.put(room);
        rack.place = {4'500, clear + 400};
        office.design.racks.put(rack);
        return check(office.design, "ROOM-06");
    };
    ASSERT_EQ(front_of(1'020).near_misses.size(), 1U);
    EXPECT_EQ(front_of(1'020).near_misses[0].actual, Amount(Millimetres(1'020)));
    EXPECT_TRUE(front_of(1'020).near_misses[0].subject.en.ends_with(" (front)"));
    EXPECT_TRUE(front_of(1'020).near_misses[0].subject.zh.ends_with("（前面）"));
    EXPECT_TRUE(front_of(1'100).near_misses.empty());
    EXPECT_TRUE(front_of(900).near_misses.empty());
    EXPECT_EQ(front_of(900).findings.size(), 1U);
}

// In whatever state a building is: near, passing, in order, named, and of a rule that was checked.
TEST(NearMisses, HoldOnRandomBuildings) {
    std::size_t seen = 0;
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        Design design = random_building(seed, 3, 8);
        BuildingEdits edit(seed);
        for (int i = 0; i < 60; ++i)
            edit(design);
        const CheckReport report = run_checks(Facts(design), *built_in_deck("cn-government"));
        const NearMiss* before = nullptr;
        for (const NearMiss& miss : report.near_misses) {
            ++seen;
            SCOPED_TRACE(miss.rule + " " + std::to_string(seed));
            EXPECT_EQ(miss.limit.index(), miss.actual.index());
            EXPECT_TRUE(is_near(miss.limit, miss.actual));
            EXPECT_FALSE(miss.subjects.empty());
            EXPECT_FALSE(miss.subject.empty());
            EXPECT_TRUE(!before || before->rule != miss.rule || before->share >= miss.share);
            EXPECT_GT(report.find(miss.rule)->examined, 0U);
            EXPECT_TRUE(std::none_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
                return finding.rule == miss.rule && finding.subjects == miss.subjects &&
                       finding.actual == miss.actual && finding.limit == miss.limit;
            }));
            before = &miss;
        }
    }
    EXPECT_GT(seen, 0U);
}

} // namespace
} // namespace riser::test
