// SPDX-License-Identifier: GPL-3.0-or-later
// A project that sets a rule stricter than the deck gets a plan in which the check by those settings finds nothing of
// that rule, although the plan by the deck alone would be found at fault: each number that planners and rules share is
// read from one place.
#include "solvers/checks/project_settings.h"
#include "solvers/checks/run_checks.h"
#include "tests/solvers/planning/laws.h"

namespace riser::test {
namespace {

const Deck& deck() { return *built_in_deck("cn-government"); }

void set(Design& design, std::string rule, std::vector<RuleParameter> parameters) {
    RuleSetting setting;
    setting.id = RuleSettingId{90'000 + static_cast<std::uint64_t>(design.rule_settings.size())};
    setting.rule = std::move(rule);
    setting.parameters = std::move(parameters);
    design.rule_settings.put(std::move(setting));
}

struct Stricter {
    std::string rule;
    std::vector<RuleParameter> parameters;
    friend void PrintTo(const Stricter& of, std::ostream* out) { *out << of.rule; }
};

class StricterProject : public testing::TestWithParam<Stricter> {};

TEST_P(StricterProject, IsPlannedAsItIsChecked) {
    const Stricter& wish = GetParam();
    std::size_t by_deck_alone = 0, examined = 0;
    for (std::uint32_t seed = 0; seed < 8; ++seed) {
        PlannedBuilding building = any_building(seed);
        set(building.design(), wish.rule, wish.parameters);
        const auto check = [&](const Design& design) {
            const Facts facts(design);
            const CheckReport report = *run_checks(facts, deck(), std::array{wish.rule});
            EXPECT_TRUE(report.notes.empty()) << "the setting holds";
            examined += report.rules.front().examined;
            return report;
        };
        Design careless = building.design();
        perform(careless);
        by_deck_alone += check(careless).findings.size();
        Design design = building.design();
        perform(design, {}, planning_options(deck(), design));
        for (const Finding& finding : check(design).findings)
            ADD_FAILURE() << "building " << seed << ": " << finding.message.en;
    }
    EXPECT_GT(examined, 0U);
    EXPECT_GT(by_deck_alone, 0U) << "the setting would be met anyway: this shows nothing";
}

std::vector<Stricter> stricter() {
    return {
        {"PATH-01", {{"max", "15 %"}}},
        {"POE-01", {{"reserve", "80 %"}}},
        {"AV-12", {{"usable", "30 %"}, {"minutes", "60"}}},
        {"FIRE-04", {{"allowance", "90 mm"}, {"slab-first", "120"}, {"slab-second", "120"}, {"slab-third", "120"}}},
        {"ROOM-06", {{"front", "1300 mm"}}},
        {"VL-08",
         {{"shared-first", "1200"},
          {"shared-last", "1900"},
          {"things-first", "2000"},
          {"things-last", "2400"},
          {"infrastructure-first", "2500"},
          {"infrastructure-last", "2900"}}},
    };
}

std::string name_of(const testing::TestParamInfo<Stricter>& info) {
    std::string out;
    for (const char letter : info.param.rule)
        if (letter != '-')
            out += letter;
    return out;
}

INSTANTIATE_TEST_SUITE_P(Rules, StricterProject, testing::ValuesIn(stricter()), name_of);

// Each number that planners take of a rule is the project's.
TEST(ProjectNumbers, ReachThePlanners) {
    Design design;
    set(design, "CAB-02", {{"max", "70 m"}});
    set(design, "ROOM-01", {{"points", "300"}, {"reach", "80 m"}});
    set(design, "ROOM-02", {{"min", "7 m2"}});
    set(design, "REACH-01", {{"slack", "4 m"}});
    set(design, "CAB-07", {{"base", "18 degC"}, {"knee", "35 degC"}, {"unscreened", "0.5 %"}});
    set(design, "POE-03", {{"tied", "12"}, {"screened", "0.3 %"}});
    set(design, "AV-12", {{"minutes", "45"}});
    set(design, "AV-07", {{"access", "10"}, {"distribution", "3"}});
    set(design, "DES-11", {{"usable", "60 %"}});
    set(design, "AV-09", {{"growth", "50 %"}});
    set(design, "VL-04", {{"max", "120"}});
    set(design, "VL-05", {{"growth", "40 %"}});
    set(design, "VL-02", {{"kept-first", "4000"}, {"kept-last", "4002"}});
    set(design, "WIFI-01", {{"main", "-60"}});
    const PlanningOptions options = planning_options(deck(), design);
    EXPECT_EQ(options.spaces.limits.reach, Millimetres(70'000));
    EXPECT_EQ(options.spaces.limits.points, 300);
    EXPECT_EQ(options.spaces.limits.area_for_points, SquareMillimetres(7'000'000));
    EXPECT_EQ(options.spaces.limits.slack, Millimetres(4'000));
    EXPECT_EQ(options.spaces.limits.base, celsius(18));
    EXPECT_EQ(options.spaces.limits.knee, celsius(35));
    EXPECT_EQ(options.spaces.limits.warm, BasisPoints(50));
    ASSERT_TRUE(options.cables.permitted);
    EXPECT_EQ(options.cables.permitted->derating.max, Millimetres(70'000));
    EXPECT_EQ(options.cables.permitted->derating.screened, BasisPoints(30));
    EXPECT_EQ(options.cables.permitted->tied, 12);
    EXPECT_EQ(options.power.autonomy, Seconds(45 * 60));
    EXPECT_EQ(options.power.usable, percent(60));
    EXPECT_EQ(options.equipment.growth, percent(50));
    EXPECT_EQ(options.equipment.access_ratio, 10);
    EXPECT_EQ(options.equipment.core_ratio, 3);
    EXPECT_EQ(options.addresses.most_hosts, 120);
    EXPECT_EQ(options.addresses.growth, percent(40));
    EXPECT_EQ(options.addresses.avoided, (std::vector<std::int32_t>{1, 4000, 4001, 4002}));
    EXPECT_EQ(options.access_points.wireless.levels.main, decibels(-60));
}

TEST(ProjectNumbers, StandInThePlannersAsTheDeckShipsThem) {
    const PlanningOptions shipped = planning_options(deck());
    const RoomLimits rooms;
    EXPECT_EQ(shipped.spaces.limits.reach, rooms.reach);
    EXPECT_EQ(shipped.spaces.limits.points, rooms.points);
    EXPECT_EQ(shipped.spaces.limits.area_for_points, rooms.area_for_points);
    EXPECT_EQ(shipped.spaces.limits.slack, rooms.slack);
    EXPECT_EQ(shipped.spaces.limits.base, rooms.base);
    EXPECT_EQ(shipped.spaces.limits.knee, rooms.knee);
    EXPECT_EQ(shipped.spaces.limits.warm, rooms.warm);
    EXPECT_EQ(shipped.spaces.limits.hot, rooms.hot);
    const EquipmentOptions equipment;
    EXPECT_EQ(shipped.equipment.growth, equipment.growth);
    EXPECT_EQ(shipped.equipment.poe_reserve, equipment.poe_reserve);
    EXPECT_EQ(shipped.equipment.access_ratio, equipment.access_ratio);
    EXPECT_EQ(shipped.equipment.core_ratio, equipment.core_ratio);
    EXPECT_EQ(shipped.equipment.clearances.front, equipment.clearances.front);
    EXPECT_EQ(shipped.power.usable, PowerOptions().usable);
    EXPECT_EQ(shipped.addresses.most_hosts, AddressOptions().most_hosts);
    EXPECT_EQ(shipped.addresses.growth, AddressOptions().growth);
}

// Looser as well: planners fill no further than they are used to, unless the project says how far.
TEST(ProjectNumbers, OfFillAreTakenAsTheProjectSetsThem) {
    Design design;
    EXPECT_EQ(planning_options(deck(), design).cables.sections.fill_tray, SectionOptions().fill_tray);
    set(design, "PATH-01", {{"max", "60 %"}});
    EXPECT_EQ(planning_options(deck(), design).cables.sections.fill_tray, percent(60));
    EXPECT_EQ(planning_options(deck(), design).pathways.sections.fill_tray, percent(60));
}

// What a project may not set, planners do not take either.
TEST(ProjectNumbers, ThatDoNotHoldChangeNothing) {
    Design design;
    set(design, "CAB-02", {{"max", "seventy"}});
    RuleSetting off;
    off.id = RuleSettingId{91'000};
    off.rule = "AV-09";
    off.state = RuleState::off; // without a reason
    design.rule_settings.put(off);
    const PlanningOptions options = planning_options(deck(), design);
    EXPECT_EQ(options.spaces.limits.reach, RoomLimits().reach);
    EXPECT_TRUE(settled_deck(deck(), design) == deck());
}

} // namespace
} // namespace riser::test
