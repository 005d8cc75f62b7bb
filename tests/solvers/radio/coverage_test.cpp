// SPDX-License-Identifier: GPL-3.0-or-later
// What a floor's access points reach, and who counts.
#include "solvers/radio/coverage.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

class Coverage : public testing::Test {
  protected:
    Coverage() {
        builder.with_floor("1F",
                           {"aaaaaaaabbbbbbbb", "aaaaaaaabbbbbbbb", "aaaaaaaabbbbbbbb", "aaaaaaaabbbbbbbb",
                            "cccccccccccccccc", "cccccccccccccccc"},
                           {{'a', {.use = RoomUse::office, .number = "101", .occupants = 4}},
                            {'b', {.use = RoomUse::meeting, .number = "102", .occupants = 0}},
                            {'c', {.use = RoomUse::corridor, .number = "", .occupants = 0}}});
    }
    RadioFloor floor() const {
        const Design& d = builder.design;
        return radio_floors({d.floors, d.rooms, d.walls, d.openings, d.restricted_areas}).at(builder.floor());
    }
    void draw_wall(Point a, Point b, WallMaterial material) {
        Wall wall;
        wall.id = builder.ids.next<Wall>();
        wall.floor = builder.floor();
        wall.line = {a, b};
        wall.thickness = Millimetres(200);
        wall.material = material;
        builder.design.walls.put(wall);
    }
    AccessPoint point(Point place) const {
        return {.id = builder.room('a'), .plane = {}, .floor = builder.floor(), .place = place, .height = {}};
    }
    const RoomCoverage& of(const FloorCoverage& coverage, char room) const {
        for (const RoomCoverage& row : coverage.rooms)
            if (row.room == builder.room(room))
                return row;
        ADD_FAILURE() << "no row for " << room;
        return coverage.rooms.front();
    }
    void change(char letter, const std::function<void(Room&)>& with) {
        Room row = *builder.design.find(builder.room(letter));
        with(row);
        builder.design.rooms.put(row);
    }
    BuildingBuilder builder;
};

TEST_F(Coverage, AWallBetweenDarkensTheRoomBehindIt) {
    const std::vector<AccessPoint> one{point({4'000, 4'000})};
    draw_wall({8'000, 0}, {8'000, 6'000}, WallMaterial::drywall);
    const FloorCoverage light = coverage_of(floor(), one, {});
    EXPECT_EQ(light.below, 0);
    EXPECT_EQ(light.points, 1);
    draw_wall({8'200, 0}, {8'200, 6'000}, WallMaterial::shielded);
    const FloorCoverage dark = coverage_of(floor(), one, {});
    EXPECT_EQ(of(dark, 'a').below, 0);
    EXPECT_EQ(of(dark, 'b').below, of(dark, 'b').spots);
    EXPECT_FALSE(of(dark, 'b').worst) << "not heard at all";
    EXPECT_EQ(of(dark, 'a').worst, of(light, 'a').worst);
    EXPECT_EQ(of(dark, 'a').nearest, std::optional(AnyId(builder.room('a'))));
}

TEST_F(Coverage, SpotsStandOnAGridOfTheBuildingAndOneInEveryRoom) {
    WirelessOptions options;
    EXPECT_EQ(wireless_spots(floor(), options).size(), 4U * 2U + 4U * 2U + 8U * 1U);
    options.spot_step = metres(100);
    EXPECT_EQ(wireless_spots(floor(), options).size(), 3U);
    for (const WirelessSpot& spot : wireless_spots(floor(), options))
        EXPECT_TRUE(contains(floor().rooms[spot.room].outline, spot.place));
}

TEST_F(Coverage, RoomsAndAreasWithoutWirelessAskForNothing) {
    change('a', [](Room& room) { room.use = RoomUse::leader_office; });
    RestrictedArea area;
    area.id = builder.ids.next<RestrictedArea>();
    area.floor = builder.floor();
    area.outline = region({"xxxxxxxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxxxxxxx"}, 'x'); // the corridor
    builder.design.restricted_areas.put(area);
    const FloorCoverage coverage = coverage_of(floor(), {}, {});
    ASSERT_EQ(coverage.rooms.size(), 1U);
    EXPECT_EQ(coverage.rooms[0].room, builder.room('b'));
    EXPECT_EQ(coverage.below, coverage.spots);
    area.no_wireless = false;
    builder.design.restricted_areas.put(area);
    EXPECT_EQ(coverage_of(floor(), {}, {}).rooms.size(), 2U);
}

TEST_F(Coverage, PeopleBringDevicesToTheLastThousandth) {
    change('a', [](Room& room) { room.occupants = 7; });
    change('b', [](Room& room) { room.seats = 61; });
    const std::vector<WirelessSpot> spots = wireless_spots(floor(), {});
    std::int64_t devices = 0;
    for (const WirelessSpot& spot : spots)
        devices += spot.devices;
    EXPECT_EQ(devices, 68'000) << "two devices each, every other one active";
    // One access point carries 30.
    const FloorCoverage one = coverage_of(floor(), std::vector{point({8'000, 3'000})}, {});
    EXPECT_EQ(one.devices, 68'000);
    EXPECT_EQ(one.turned_away, 38'000);
    const std::vector<AccessPoint> three{point({8'000, 3'000}), point({4'000, 3'000}), point({12'000, 3'000})};
    EXPECT_EQ(coverage_of(floor(), three, {}).turned_away, 0);
    // A service of 20 Mbit/s: ten devices an access point.
    EXPECT_EQ(coverage_of(floor(), three, {}, megabits(20)).turned_away, 38'000);
}

TEST_F(Coverage, PeopleAreEstimatedWhereNobodyCountedThem) {
    change('a', [](Room& room) { room.occupants = 0; });
    EXPECT_EQ(people_in(*builder.design.find(builder.room('a'))), 3) << "32 m2 of desks at 9 m2";
    EXPECT_EQ(people_in(*builder.design.find(builder.room('b'))), 10) << "32 m2 of seats at 3 m2";
    EXPECT_EQ(people_in(*builder.design.find(builder.room('c'))), 0);
}

TEST_F(Coverage, WithoutADrawnWallTheOutlinesStandForWalls) {
    const RadioRays rays(floor(), {});
    EXPECT_EQ(rays.obstacles({4'000, 4'000}, {12'000, 4'000}, decibels(99))->value, 7'000);
    builder.with_door('a', 'b');
    const Opening& door = *builder.design.openings.begin();
    const Point middle{(door.from.x + door.to.x) / 2, (door.from.y + door.to.y) / 2};
    EXPECT_EQ(RadioRays(floor(), {}).obstacles({4'000, middle.y}, {12'000, middle.y}, decibels(99))->value, 4'000);
}

TEST_F(Coverage, WirelessNetworksAreThoseThatServicesAndSsidsName) {
    Design& d = builder.design;
    const auto planes = [&] { return wireless_planes(d.planes, d.zones, d.vlans, d.ssids, d.services); };
    const PlaneId open = builder.with_plane("I"), secret = builder.with_plane("S", Disclosure::secret);
    EXPECT_TRUE(planes().empty());
    const auto serve_in = [&](PlaneId plane) {
        Zone zone;
        zone.id = builder.ids.next<Zone>();
        zone.plane = plane;
        d.zones.put(zone);
        Service service;
        service.id = builder.ids.next<Service>();
        service.medium = ServiceMedium::wireless;
        service.zone = zone.id;
        service.busy_hour_rate = megabits(3);
        d.services.put(service);
    };
    serve_in(secret);
    EXPECT_TRUE(planes().empty()) << "never on a network of state secrets";
    Vlan vlan;
    vlan.id = builder.ids.next<Vlan>();
    vlan.plane = open;
    d.vlans.put(vlan);
    Ssid ssid;
    ssid.id = builder.ids.next<Ssid>();
    ssid.vlan = vlan.id;
    d.ssids.put(ssid);
    EXPECT_EQ(planes(), std::vector{open});
    EXPECT_FALSE(busy_rate(d.services, d.zones, open));
    serve_in(open);
    EXPECT_EQ(busy_rate(d.services, d.zones, open), std::optional(megabits(3)));
}

} // namespace
} // namespace riser::test
