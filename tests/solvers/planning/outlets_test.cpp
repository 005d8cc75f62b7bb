// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/planning/planned.h"

#include <random>
#include <set>

namespace riser {
namespace {

using test::BuildingBuilder;
using test::jacks_in;
using test::outlets_in;
using test::perform;
using test::says;

// One office a of 6 x 5 m with a door to corridor c, and a second office b.
class OutletsTest : public testing::Test {
  protected:
    OutletsTest() {
        plane = builder.with_plane("G");
        data = builder.with_kind("TD");
        builder.with_floor("3F",
                           {"aaaaaabbbbbb", "aaaaaabbbbbb", "aaaaaabbbbbb", "aaaaaabbbbbb", "aaaaaabbbbbb",
                            "cccccccccccc", "cccccccccccc"},
                           {{'a', {.use = RoomUse::office, .number = "301", .occupants = 3}},
                            {'b', {.use = RoomUse::office, .number = "302", .occupants = 2}},
                            {'c', {.use = RoomUse::corridor, .number = "", .occupants = 0}}});
        builder.with_door('a', 'c');
        builder.with_door('b', 'c');
    }
    Design& design() { return builder.design; }
    PointRule& rule(PointRuleId id) {
        edited = *builder.design.find(id);
        return edited;
    }
    void put() { builder.design.point_rules.put(edited); }
    void room(char letter, const std::function<void(Room&)>& change) {
        Room row = *design().find(builder.room(letter));
        change(row);
        design().rooms.put(row);
    }
    std::size_t jacks(char letter) { return jacks_in(design(), builder.room(letter)).size(); }

    BuildingBuilder builder;
    PlaneId plane;
    PointKindId data;
    PointRule edited;
};

TEST_F(OutletsTest, aRoomOfOtherUseCountsOnceItIsNamed) {
    builder.with_rule(RoomUse::other, plane, data, 1, PointBasis::area);
    for (const PointRule& row : design().point_rules)
        if (row.use == RoomUse::other) {
            rule(row.id).per_area = SquareMillimetres(10'000'000);
            put();
        }
    room('a', [](Room& row) {
        row.use = RoomUse::other;
        row.number.clear();
        row.name = {};
    });
    perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 0u);
    room('a', [](Room& row) { row.name = {"生产用房", {}}; });
    perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 3u); // 30 m2
}

TEST_F(OutletsTest, countsByEachBasisAndTheMinimum) {
    const auto count = [&](PointBasis basis, std::int32_t each, std::int32_t minimum = 0) {
        BuildingBuilder copy = builder;
        PointRule row = *copy.design.find(copy.with_rule(RoomUse::office, plane, data, each, basis));
        row.minimum = minimum;
        copy.design.point_rules.put(row);
        perform(copy.design, {"outlets"});
        return jacks_in(copy.design, copy.room('a')).size();
    };
    EXPECT_EQ(count(PointBasis::room, 4), 4u);
    EXPECT_EQ(count(PointBasis::occupant, 2), 6u);
    EXPECT_EQ(count(PointBasis::area, 1), 3u); // 30 m2 in steps of 10 m2 begun
    EXPECT_EQ(count(PointBasis::occupant, 2, 9), 9u);
    EXPECT_EQ(count(PointBasis::room, 0, 1), 1u);
    EXPECT_EQ(count(PointBasis::seat, 1), 10u); // no seats said: 30 m2 at 3 m2 each
}

TEST_F(OutletsTest, unknownHeadCountsAreEstimatedAndSaidSo) {
    builder.with_rule(RoomUse::office, plane, data, 1, PointBasis::occupant);
    room('a', [](Room& row) { row.occupants = 0; });
    const auto reports = perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 3u); // 30 m2 at 9 m2 a person
    EXPECT_TRUE(says(reports[0].reasons, "no head count", builder.room('a')));
    EXPECT_FALSE(says(reports[0].reasons, "no head count", builder.room('b')));
}

TEST_F(OutletsTest, theMostSpecificRuleWins) {
    const BodyId body = builder.ids.next<Body>();
    Body row;
    row.id = body;
    design().bodies.put(row);
    const auto with = [&](std::int32_t count, std::string grade, std::optional<BodyId> of) {
        rule(builder.with_rule(RoomUse::office, plane, data, count));
        edited.grade = std::move(grade);
        edited.body = of;
        put();
    };
    with(1, "", {});
    with(2, "", body);
    with(3, "chief", {});
    with(4, "chief", body);
    room('a', [&](Room& r) { r.body = body; });
    perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 2u) << "body goes before the general rule";
    EXPECT_EQ(jacks('b'), 1u);
    room('a', [&](Room& r) { r.grade = "chief", r.body.reset(); });
    perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 3u);
    room('a', [&](Room& r) { r.body = body; });
    perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 4u) << "grade and body before all";
    with(7, "chief", body);
    const auto reports = perform(design(), {"outlets"});
    EXPECT_TRUE(says(reports[0].reasons, "says the same room otherwise"));
}

TEST_F(OutletsTest, aRuleOfNoneTakesAwayWhatTheGeneralOneGives) {
    builder.with_rule(RoomUse::office, plane, data, 2);
    rule(builder.with_rule(RoomUse::office, plane, data, 0));
    edited.grade = "store";
    put();
    room('a', [](Room& row) { row.grade = "store"; });
    perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 0u);
    EXPECT_EQ(jacks('b'), 2u);
}

TEST_F(OutletsTest, planesNeverShareAFaceplateAndKindsDo) {
    const PlaneId other = builder.with_plane("I");
    const PointKindId voice = builder.with_kind("TP");
    for (const PlaneId p : {plane, other})
        for (const PointKindId kind : {data, voice})
            builder.with_rule(RoomUse::office, p, kind, 1, PointBasis::occupant);
    perform(design(), {"outlets"});
    EXPECT_EQ(outlets_in(design(), builder.room('a')).size(), 6u);
    std::map<OutletId, std::set<PlaneId>> planes;
    std::map<OutletId, std::set<PointKindId>> kinds;
    for (const Jack& jack : design().jacks) {
        planes[jack.outlet].insert(*jack.plane);
        kinds[jack.outlet].insert(jack.kind);
    }
    for (const auto& [outlet, set] : planes)
        EXPECT_EQ(set.size(), 1u);
    for (const auto& [outlet, set] : kinds)
        EXPECT_EQ(set.size(), 2u);
}

TEST_F(OutletsTest, wallOutletsKeepClearOfDoorsWindowsColumnsAndCorners) {
    builder.with_rule(RoomUse::office, plane, data, 8);
    Opening window;
    window.id = builder.ids.next<Opening>();
    window.floor = builder.floor();
    window.kind = OpeningKind::window;
    window.from = {1'500, 7'000};
    window.to = {4'500, 7'000};
    window.sill = Millimetres(100);
    design().openings.put(window);
    Column column;
    column.id = builder.ids.next<Column>();
    column.floor = builder.floor();
    column.outline.outer = {{0, 4'000}, {600, 4'000}, {600, 4'600}, {0, 4'600}};
    design().columns.put(column);
    perform(design(), {"outlets"});
    const auto outlets = outlets_in(design(), builder.room('a'));
    ASSERT_EQ(outlets.size(), 4u);
    const Polygon& outline = design().find(builder.room('a'))->outline;
    for (const Outlet* outlet : outlets) {
        EXPECT_TRUE(contains(outline, outlet->place));
        EXPECT_LE(distance_to_ring(outline.outer, outlet->place).value, 40);
        for (const Opening& opening : design().openings) {
            const Point near = nearest_on_segment(outlet->place, opening.from, opening.to);
            EXPECT_GE(distance(near, outlet->place).value, 200);
        }
        EXPECT_GE(distance_to_ring(column.outline.outer, outlet->place).value, 190);
        for (const Point corner : outline.outer)
            EXPECT_GE(distance(corner, outlet->place).value, 240);
    }
}

TEST_F(OutletsTest, tooManyForTheWallsAreStillPlacedAndSaidSo) {
    builder.with_rule(RoomUse::office, plane, data, 400);
    const auto reports = perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 400u);
    EXPECT_TRUE(says(reports[0].reasons, "too little free wall", builder.room('a')));
    for (const Outlet* outlet : outlets_in(design(), builder.room('a')))
        EXPECT_TRUE(contains(design().find(builder.room('a'))->outline, outlet->place));
}

TEST_F(OutletsTest, ceilingPointsStandOnAGridInTheRoom) {
    builder.with_rule(RoomUse::office, plane, data, 6, PointBasis::room, OutletMounting::ceiling);
    rule(builder.with_rule(RoomUse::office, plane, builder.with_kind("AP"), 1, PointBasis::room,
                           OutletMounting::ceiling));
    put();
    perform(design(), {"outlets"});
    const auto outlets = outlets_in(design(), builder.room('a'));
    ASSERT_EQ(outlets.size(), 4u); // 7 jacks, two a faceplate
    std::set<Point> places;
    for (const Outlet* outlet : outlets) {
        places.insert(outlet->place);
        EXPECT_GE(distance_to_ring(design().find(builder.room('a'))->outline.outer, outlet->place).value, 300);
    }
    EXPECT_EQ(places.size(), 4u);
}

TEST_F(OutletsTest, classifiedPointsComeFromTheApprovedListOnly) {
    const PlaneId secret = builder.with_plane("S", Disclosure::secret);
    builder.with_rule(RoomUse::office, secret, data, 2, PointBasis::occupant);
    auto reports = perform(design(), {"outlets"});
    EXPECT_TRUE(design().jacks.empty());
    EXPECT_TRUE(says(reports[0].reasons, "may not ask for classified points", builder.room('a')));

    ApprovedPoint point;
    point.plane = secret;
    point.kind = data;
    point.jacks = 2;
    const auto approve = [&](std::string floor, std::string number) {
        point.id = builder.ids.next<ApprovedPoint>();
        point.floor = std::move(floor);
        point.room = std::move(number);
        design().approved_points.put(point);
        return point.id;
    };
    const ApprovedPointId good = approve("3F", "301");
    const ApprovedPointId no_room = approve("3F", "");
    const ApprovedPointId elsewhere = approve("4F", "301");
    reports = perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 2u);
    EXPECT_EQ(jacks('b'), 0u);
    EXPECT_TRUE(says(reports[0].reasons, "names a room that is not there", no_room));
    EXPECT_TRUE(says(reports[0].reasons, "names a room that is not there", elsewhere));
    for (const Jack& jack : design().jacks) {
        EXPECT_EQ(jack.plane, secret);
        EXPECT_EQ(jack.screen, Screen::ftp);
        EXPECT_EQ(jack.scope, Scope::classified_works);
        EXPECT_EQ(jack.label.find('S'), std::string::npos);
    }
    // Withdrawn, it goes, even when somebody pinned it.
    Outlet pinned = *outlets_in(design(), builder.room('a')).front();
    pinned.pins.mask = 1;
    design().outlets.put(pinned);
    design().approved_points.erase(good);
    perform(design(), {"outlets"});
    EXPECT_TRUE(design().jacks.empty());
    EXPECT_TRUE(design().outlets.empty());
}

TEST_F(OutletsTest, planesApartWithoutADistanceAreSaidAndWithOneAreHeld) {
    const PlaneId secret = builder.with_plane("S", Disclosure::secret);
    builder.with_rule(RoomUse::office, plane, data, 2);
    ApprovedPoint point;
    point.id = builder.ids.next<ApprovedPoint>();
    point.plane = secret;
    point.kind = data;
    point.floor = "3F";
    point.room = "301";
    design().approved_points.put(point);
    Design copy = design();
    EXPECT_TRUE(says(perform(copy, {"outlets"})[0].reasons, "the authority must give it"));
    PlanningOptions options;
    options.outlets.apart_distance = Millimetres(1'500);
    const auto reports = perform(design(), {"outlets"}, options);
    EXPECT_FALSE(says(reports[0].reasons, "the authority must give it"));
    const auto outlets = outlets_in(design(), builder.room('a'));
    ASSERT_EQ(outlets.size(), 2u);
    EXPECT_GE(distance(outlets[0]->place, outlets[1]->place).value, 1'490);
}

TEST_F(OutletsTest, restrictedRoomsAndAreasTakeNoWirelessCameraOrMicrophone) {
    PointKind ap = *design().find(builder.with_kind("AP"));
    ap.wireless = true;
    design().point_kinds.put(ap);
    builder.with_rule(RoomUse::office, plane, ap.id, 1, PointBasis::room, OutletMounting::ceiling);
    builder.with_rule(RoomUse::leader_office, plane, ap.id, 1, PointBasis::room, OutletMounting::ceiling);
    builder.with_rule(RoomUse::office, plane, data, 2);
    RestrictedArea area;
    area.id = builder.ids.next<RestrictedArea>();
    area.floor = builder.floor();
    area.room = builder.room('a');
    design().restricted_areas.put(area);
    room('b', [](Room& row) { row.use = RoomUse::leader_office; });
    const auto reports = perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 2u) << "data stays";
    EXPECT_EQ(jacks('b'), 0u) << "a leader's office is restricted by what it is";
    EXPECT_TRUE(says(reports[0].reasons, "forbidden in this restricted room", builder.room('a')));

    // An area drawn over half of the room: the point keeps out of it.
    design().restricted_areas.erase(area.id);
    area.room.reset();
    area.outline.outer = {{0, 0}, {4'000, 0}, {4'000, 8'000}, {0, 8'000}};
    design().restricted_areas.put(area);
    perform(design(), {"outlets"});
    bool found = false;
    for (const Outlet* outlet : outlets_in(design(), builder.room('a')))
        if (outlet->mounting == OutletMounting::ceiling) {
            found = true;
            EXPECT_FALSE(contains(area.outline, outlet->place));
        }
    EXPECT_TRUE(found);
}

TEST_F(OutletsTest, whatAPersonDrewCounts) {
    builder.with_rule(RoomUse::office, plane, data, 3);
    Outlet outlet;
    outlet.id = builder.ids.next<Outlet>();
    outlet.floor = builder.floor();
    outlet.room = builder.room('a');
    outlet.place = {3'000, 6'970};
    design().outlets.put(outlet);
    Jack jack;
    jack.id = builder.ids.next<Jack>();
    jack.outlet = outlet.id;
    jack.plane = plane;
    jack.kind = data;
    design().jacks.put(jack);
    perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 3u);
    EXPECT_TRUE(design().outlets.contains(outlet.id));
}

TEST_F(OutletsTest, labelsStayAndRetiredOnesDoNotComeBack) {
    rule(builder.with_rule(RoomUse::office, plane, data, 4));
    put();
    perform(design(), {"outlets"});
    Outlet renamed = *test::labelled(design().outlets, "3F-301-02");
    EXPECT_NE(test::labelled(design().jacks, "3F-301-02-1"), nullptr);
    renamed.label = "DESK-7";
    design().outlets.put(renamed);
    perform(design(), {"outlets"});
    EXPECT_EQ(design().find(renamed.id)->label, "DESK-7");

    Sheet sheet;
    sheet.id = builder.ids.next<Sheet>();
    sheet.issued = Date{.year = 2026, .month = 11, .day = 22};
    design().sheets.put(sheet);
    edited.jacks = 2;
    put();
    perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 2u);
    edited.jacks = 4;
    put();
    perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 4u);
    EXPECT_EQ(test::labelled(design().outlets, "DESK-7"), nullptr);
    EXPECT_NE(test::labelled(design().outlets, "3F-301-02"), nullptr) << "never used by a row that was removed";
    EXPECT_EQ(test::labelled(design().jacks, "3F-301-01-1")->position, 1);
    EXPECT_EQ(test::labelled(design().outlets, "3F-302-02"), nullptr) << "retired in the other room";
    EXPECT_NE(test::labelled(design().outlets, "3F-302-03"), nullptr);
}

TEST_F(OutletsTest, roomsWithoutNumbersOrWithDanglingRulesAreTolerated) {
    builder.with_rule(RoomUse::office, plane, PointKindId{12345}, 2);
    builder.with_rule(RoomUse::office, PlaneId{999}, data, 2);
    room('a', [](Room& row) { row.number.clear(), row.name = {"资料室", ""}; });
    builder.with_rule(RoomUse::office, plane, data, 2);
    const auto reports = perform(design(), {"outlets"});
    EXPECT_EQ(jacks('a'), 2u);
    EXPECT_TRUE(says(reports[0].reasons, "names a plane or kind that is not there"));
    EXPECT_NE(test::labelled(design().outlets, "3F-资料室-01"), nullptr);
}

// In any room of any shape no outlet leaves it, and none is lost.
TEST(OutletPlaces, neverOutsideTheRoom) {
    for (std::uint32_t seed = 0; seed < 120; ++seed) {
        std::mt19937 engine(seed);
        test::Rows rows(12, std::string(14, ' '));
        std::size_t x = 5, y = 5;
        for (int i = 0; i < 40; ++i) {
            rows[y][x] = 'r';
            switch (engine() % 4) {
            case 0:
                x = std::min<std::size_t>(x + 1, 12);
                break;
            case 1:
                x = std::max<std::size_t>(x - 1, 1);
                break;
            case 2:
                y = std::min<std::size_t>(y + 1, 10);
                break;
            default:
                y = std::max<std::size_t>(y - 1, 1);
            }
        }
        BuildingBuilder builder;
        builder.with_floor("1F", rows);
        const PlaneId plane = builder.with_plane("G");
        const PointKindId kind = builder.with_kind("TD");
        Room room = *builder.design.find(builder.room('r'));
        if (engine() % 2) // turned, so that places are rounded
            for (Ring* ring : {&room.outline.outer})
                for (Point& p : *ring)
                    p = {p.x * 4 / 5 - p.y * 3 / 5, p.x * 3 / 5 + p.y * 4 / 5};
        if (!is_simple(room.outline.outer) || !room.outline.holes.empty())
            continue;
        builder.design.rooms.put(room);
        const int jacks = 1 + static_cast<int>(engine() % 30);
        builder.with_rule(RoomUse::office, plane, kind, jacks);
        builder.with_rule(RoomUse::office, plane, kind, jacks, PointBasis::room, OutletMounting::ceiling);
        builder.with_rule(RoomUse::office, plane, kind, 3, PointBasis::room, OutletMounting::floor_box);
        perform(builder.design, {"outlets"});
        EXPECT_EQ(builder.design.jacks.size(), static_cast<std::size_t>(2 * jacks + 3)) << seed;
        for (const Outlet& outlet : builder.design.outlets)
            EXPECT_TRUE(contains(room.outline, outlet.place)) << seed;
    }
}

} // namespace
} // namespace riser
