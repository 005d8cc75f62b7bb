// SPDX-License-Identifier: GPL-3.0-or-later
// The lens of wireless coverage, without a window: rooms by the level at their worst spot, and in words why.
#include "designer/canvas/lens.h"
#include "tests/support/wireless.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

class WirelessLensTest : public testing::Test {
  protected:
    WirelessLensTest() {
        builder.with_floor("1F", {"aaaaaabbbbbbdddddd", "aaaaaabbbbbbdddddd", "aaaaaabbbbbbdddddd"},
                           {{'a', {.use = RoomUse::office, .number = "101", .occupants = 3}},
                            {'b', {.use = RoomUse::leader_office, .number = "102", .occupants = 1}},
                            {'d', {.use = RoomUse::meeting, .number = "103", .occupants = 0}}});
        const WirelessNetwork network = with_wireless(builder);
        Outlet outlet;
        outlet.id = builder.ids.next<Outlet>();
        outlet.floor = builder.floor();
        outlet.place = {3'000, 1'500};
        outlet.height = Millimetres(2'800);
        outlet.label = "1F-101-AP";
        builder.design.outlets.put(outlet);
        hung = outlet.id;
        Jack jack;
        jack.id = builder.ids.next<Jack>();
        jack.outlet = outlet.id;
        jack.kind = network.kind;
        jack.plane = network.plane;
        builder.design.jacks.put(jack);
        Wall wall; // the meeting room hears nothing
        wall.id = builder.ids.next<Wall>();
        wall.floor = builder.floor();
        wall.line = {{12'000, 0}, {12'000, 3'000}};
        wall.material = WallMaterial::shielded;
        builder.design.walls.put(wall);
    }
    BuildingBuilder builder;
    OutletId hung;
};

TEST_F(WirelessLensTest, RoomsByTheirWorstSpotAndForbiddenOnesApart) {
    const Facts facts(builder.design);
    const LensPicture picture = look_at_wireless(facts, builder.floor());
    ASSERT_EQ(picture.legend.size(), 6U);
    const auto colour = [&](char room) { return picture.colours.at(builder.room(room).value); };
    EXPECT_EQ(colour('a'), picture.legend[0].rgb);
    EXPECT_EQ(colour('d'), picture.legend[3].rgb);
    EXPECT_EQ(picture.colours.at(hung.value), picture.legend[4].rgb);
    EXPECT_EQ(colour('b'), picture.legend[5].rgb);
    const Text good = picture.explain(builder.room('a')), bad = picture.explain(builder.room('d'));
    EXPECT_NE(good.en.find("heard best: 1F-101-AP"), std::string::npos) << good.en;
    EXPECT_NE(good.zh.find("最强 1F-101-AP"), std::string::npos) << good.zh;
    EXPECT_NE(bad.en.find("100 % of it too weak"), std::string::npos) << bad.en;
    EXPECT_NE(picture.explain(builder.room('b')).en.find("forbidden"), std::string::npos);
    EXPECT_TRUE(picture.explain(hung).en.empty());
}

TEST_F(WirelessLensTest, WithoutAServiceItSaysSo) {
    builder.design.services = {};
    const Facts facts(builder.design);
    const LensPicture picture = look_at_wireless(facts, builder.floor());
    ASSERT_EQ(picture.legend.size(), 1U);
    EXPECT_EQ(picture.legend[0].name.en, "no wireless service");
    EXPECT_FALSE(picture.colours.contains(builder.room('a').value));
}

} // namespace
} // namespace riser::test
