// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/copper_links.h"
#include "solvers/analysis/powered_runs.h"
#include "solvers/base/bundle_heat.h"
#include "solvers/base/derating.h"
#include "tests/solvers/checks/patched.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

const CopperLink* link_of(const Office& office, JackId jack) {
    static Facts facts{Design()};
    facts = Facts(office.design);
    return facts.get<CopperLinks>().jacks.find(jack);
}

TEST(CopperLinks, TheWeakestPartDecides) {
    Office office;
    EXPECT_EQ(link_of(office, office.jack), nullptr) << "not patched";
    const Patched patched(office, BitRate(10'000'000'000));
    const CopperLink* link = link_of(office, office.jack);
    ASSERT_NE(link, nullptr);
    EXPECT_EQ(link->category, Category::cat6a);
    EXPECT_EQ(link->port, patched.port);
    EXPECT_EQ(link->rate, BitRate(10'000'000'000));
    office.change(office.panel, [](Panel& row) { row.category = Category::cat6; });
    EXPECT_EQ(link_of(office, office.jack)->category, Category::cat6);
    EXPECT_EQ(link_of(office, office.jack)->weakest, AnyId(office.panel));
    office.change(office.jack, [](Jack& row) { row.category = Category::cat5e; });
    EXPECT_EQ(link_of(office, office.jack)->weakest, AnyId(office.jack));
    office.change(patched.cord_type, [](CableType& row) { row.category = Category::cat3; });
    EXPECT_EQ(link_of(office, office.jack)->category, Category::cat3) << "the lowest of all";
    EXPECT_EQ(link_of(office, office.jack)->weakest, AnyId(patched.cord));
}

TEST(CopperLinks, ScreenedOnlyWhenEveryCableIs) {
    Office office;
    const Patched patched(office, BitRate(1'000'000'000));
    office.change(office.cable_type, [](CableType& row) { row.screen = Screen::ftp; });
    EXPECT_EQ(link_of(office, office.jack)->screen, Screen::utp) << "the cord is not";
    office.change(patched.cord_type, [](CableType& row) { row.screen = Screen::sftp; });
    EXPECT_EQ(link_of(office, office.jack)->screen, Screen::ftp);
}

TEST(CopperLinks, TheSlowerPortAsks) {
    Office office;
    const Patched patched(office, BitRate(10'000'000'000));
    const PortId device = patched.device(office, BitRate(2'500'000'000));
    EXPECT_EQ(link_of(office, office.jack)->rate, BitRate(2'500'000'000));
    office.change(device, [](Port& row) { row.rate = {}; });
    EXPECT_EQ(link_of(office, office.jack)->rate, BitRate(10'000'000'000)) << "the device does not say";
}

TEST(CopperLinks, FibreIsNone) {
    Office office;
    const Patched patched(office, BitRate(10'000'000'000));
    office.change(office.cable_type, [](CableType& row) { row.element = ElementUnit::core; });
    EXPECT_EQ(link_of(office, office.jack), nullptr);
}

TEST(PoweredRuns, CountByClassAndCompartment) {
    Office office;
    EXPECT_TRUE(Facts(office.design).get<PoweredRuns>().runs.empty());
    office.change(office.kind, [](PointKind& row) { row.poe = watts(22); });
    for (int n = 0; n < 4; ++n)
        office.add_cable(office.add_jack(office.outlet, office.plane), office.plane);
    const Facts facts(office.design);
    EXPECT_EQ(facts.get<PoweredCables>().cables.size(), 5U);
    EXPECT_EQ(facts.get<PoweredCables>().cables.find(office.cable)->poe_class, 4);
    const RunPower* run = facts.get<PoweredRuns>().runs.find(office.tray);
    ASSERT_NE(run, nullptr);
    ASSERT_EQ(run->compartments.size(), 1U);
    EXPECT_EQ(run->compartments[0].powered, 5);
    EXPECT_EQ(run->compartments[0].by_class[4], 5);
    office.change(office.kind, [](PointKind& row) { row.poe = watts(200); });
    EXPECT_EQ(Facts(office.design).get<PoweredCables>().cables.find(office.cable)->poe_class, highest_poe_class);
}

LinkTables heat() {
    LinkTables out;
    for (const int n : {8, 24, 96}) {
        out.heat.push_back({4, n, DeciCelsius(n), DeciCelsius(2 * n), Trust::practice});
        out.heat.push_back({8, n, DeciCelsius(4 * n), DeciCelsius(8 * n), Trust::practice});
    }
    return out;
}

TEST(BundleHeat, TheHottestBundleIsTiedOfTheHighestClasses) {
    CablesByClass by_class{};
    by_class[4] = 30;
    by_class[8] = 6;
    const auto bundle = [&](PathwayKind kind, int cables, int tied = 24) {
        return hottest_bundle(heat(), kind, by_class, cables, tied);
    };
    // 24 of 40 cables: 6 of class 8 and 18 of class 4: (6 x 9.6 + 18 x 2.4) / 24 = 4.2 degrees.
    EXPECT_EQ(bundle(PathwayKind::tray, 40), (Bundle{.cables = 24, .powered = 24, .rise = DeciCelsius(42)}));
    EXPECT_EQ(bundle(PathwayKind::trunking, 40)->rise, DeciCelsius(84)) << "less air";
    // All 96 in a conduit; 60 of them carry nothing: (6 x 76.8 + 30 x 19.2) / 96 = 10.8.
    EXPECT_EQ(bundle(PathwayKind::conduit, 96), (Bundle{.cables = 96, .powered = 36, .rise = DeciCelsius(108)}));
    EXPECT_EQ(bundle(PathwayKind::conduit, 97), std::nullopt) << "beyond the table";
    by_class = {};
    EXPECT_EQ(bundle(PathwayKind::conduit, 500)->rise, DeciCelsius(0)) << "nothing carries power";
}

TEST(Derating, FollowsTheNote) {
    const Derating gb{.max = metres(90),
                      .base = celsius(20),
                      .knee = celsius(40),
                      .unscreened = BasisPoints(40),
                      .unscreened_hot = BasisPoints(60),
                      .screened = BasisPoints(20)};
    EXPECT_EQ(gb.limit(celsius(20), Screen::utp), metres(90));
    EXPECT_EQ(gb.limit(celsius(5), Screen::utp), metres(90));
    EXPECT_EQ(gb.limit(celsius(40), Screen::utp), Millimetres(82'800));
    EXPECT_EQ(gb.limit(celsius(60), Screen::utp), metres(72));
    EXPECT_EQ(gb.limit(celsius(40), Screen::ftp), Millimetres(86'400));
}

} // namespace
} // namespace riser::test
