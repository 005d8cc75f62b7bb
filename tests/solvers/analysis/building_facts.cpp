// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/table_access.h"
#include "solvers/analysis/labels.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/analysis/point_counts.h"
#include "solvers/analysis/reachability.h"
#include "solvers/analysis/references.h"
#include "solvers/analysis/room_index.h"
#include "solvers/analysis/telecom_rooms.h"
#include "tests/solvers/checks/office.h"
#include "tests/support/random_design.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

// The room at a place, as a fact to ask for.
struct RoomAt {
    using Argument = Point;
    std::optional<RoomId> room;
    bool operator==(const RoomAt&) const = default;
    static RoomAt compute(FactInput& input, const Point& place) {
        return {room_at(input, input.table<Floor>().begin()->id, place)};
    }
};

} // namespace
} // namespace riser::test
template<> struct std::hash<riser::Point> {
    std::size_t operator()(riser::Point p) const noexcept { return static_cast<std::size_t>(p.x * 31 + p.y); }
};
namespace riser::test {
namespace {

TEST(RoomIndex, FindsTheSmallestRoomThatHoldsAPlace) {
    Office office;
    Room niche;
    niche.floor = office.floor;
    niche.outline.outer = {{4'000, 0}, {6'000, 0}, {6'000, 2'000}, {4'000, 2'000}};
    const RoomId inner = office.add(niche);
    const Facts facts(office.design);
    EXPECT_EQ(facts.get<RoomAt>(Point{1'000, 1'000}).room, office.telecom_room);
    EXPECT_EQ(facts.get<RoomAt>(Point{5'000, 1'000}).room, inner);
    EXPECT_EQ(facts.get<RoomAt>(Point{5'000, 2'500}).room, office.office);
    EXPECT_EQ(facts.get<RoomAt>(Point{5'000, 9'000}).room, std::nullopt);
}

TEST(OutletPlaces, InsideOutsideAndElsewhere) {
    Office office;
    const auto place = [&] {
        const Facts facts(office.design);
        return *facts.get<OutletPlaces>().outlets.find(office.outlet);
    };
    EXPECT_EQ(place().outside, Millimetres(0));
    EXPECT_EQ(place().inside, office.office);
    office.change(office.outlet, [](Outlet& row) { row.place = {12'000, 3'000}; });
    EXPECT_EQ(place().outside, Millimetres(0)) << "the outline belongs to the room";
    office.change(office.outlet, [](Outlet& row) { row.place = {15'000, 7'000}; });
    EXPECT_EQ(place().outside, Millimetres(5'000));
    EXPECT_EQ(place().inside, std::nullopt);
    office.change(office.outlet, [](Outlet& row) { row.place = {1'000, 1'000}; });
    EXPECT_EQ(place().outside, Millimetres(2'000));
    EXPECT_EQ(place().inside, office.telecom_room);
    office.change(office.outlet, [](Outlet& row) { row.room = RoomId{9}; });
    EXPECT_EQ(place().assigned, std::nullopt);
    EXPECT_EQ(place().outside, std::nullopt);
}

TEST(PointCounts, ByFloorRoomAndSpace) {
    Office office;
    office.add_jack(office.outlet, office.plane); // no cable
    const Facts facts(office.design);
    const PointCounts& counts = facts.get<PointCounts>();
    EXPECT_EQ(counts.total, 2);
    EXPECT_EQ(counts.on(office.floor), 2);
    EXPECT_EQ(counts.in(office.office), 2);
    EXPECT_EQ(counts.in(office.telecom_room), 0);
    EXPECT_EQ(counts.behind(office.space), 1);
    ASSERT_EQ(counts.feeds.size(), 1u);
    EXPECT_EQ(counts.feeds[0], std::tuple(office.floor, office.space, 1));
}

TEST(Labels, RoomsAreNumberedByFloorAndTheRestByDesign) {
    Office office;
    office.building.with_floor("4F", {"BC"}, {{'B', {RoomUse::office, "301", 0}}, {'C', {RoomUse::office, "301", 0}}});
    office.change(office.add_outlet(office.office, {}), [](Outlet& row) { row.label = "3F-301-1"; });
    office.change(office.add_outlet(office.office, {}), [](Outlet& row) { row.label = "3F-301-1"; });
    const Facts facts(office.design);
    const std::vector<DoubledLabel>& doubled = facts.get<Labels>().doubled;
    ASSERT_EQ(doubled.size(), 2u);
    EXPECT_EQ(doubled[0].label, "301");
    EXPECT_EQ(doubled[0].rows.size(), 2u) << "the third floor's 301 is another";
    EXPECT_EQ(doubled[1].rows.size(), 3u);
}

// Whatever the field table calls a reference is looked at, in rows and in parts: compared with a walk of its own.
TEST(References, EqualAPlainWalkOverRandomDesigns) {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        const Design design = random_design(seed, 4);
        std::vector<DanglingReference> expected;
        for (const TableAccess& table : all_tables())
            table.for_each(design, [&](const void* row) {
                struct Context {
                    const Design& design;
                    std::vector<DanglingReference>& out;
                    AnyId row;
                    std::string_view field;
                };
                Context context{design, expected, AnyId(table.kind, table.id(row)), {}};
                const auto visit = [](void* c, AnyId target) {
                    auto* in = static_cast<Context*>(c);
                    if (!in->design.contains(target))
                        in->out.push_back({in->row, in->field, target});
                };
                for (const Field& field : table.record->fields) {
                    context.field = field.key;
                    if (field.for_each_reference)
                        field.for_each_reference(row, visit, &context);
                    for (std::size_t i = 0; field.part && i < field.part_count(row); ++i)
                        for (const Field& inner : field.part->fields) {
                            context.field = inner.key;
                            if (inner.for_each_reference)
                                inner.for_each_reference(field.part_at(row, i), visit, &context);
                        }
                }
            });
        std::sort(expected.begin(), expected.end());
        const Facts facts(design);
        std::vector<DanglingReference> found = facts.get<References>().dangling;
        std::sort(found.begin(), found.end());
        EXPECT_EQ(found, expected);
        EXPECT_FALSE(expected.empty());
    }
}

TEST(References, FollowRemovalAndReturn) {
    Design design = random_design(3, 6);
    Facts facts(design);
    facts.get<References>();
    std::mt19937_64 random(5);
    for (int step = 0; step < 200; ++step) {
        change_at_random(design, random, 2);
        facts = facts.advance(design);
        ASSERT_EQ(facts.get<References>(), Facts(design).get<References>()) << step;
    }
}

TEST(PlaneSeparation, SecretFromAllAndIntentPairs) {
    Office office;
    const PlaneId a = office.add_plane("A", Disclosure::open);
    const PlaneId b = office.add_plane("B", Disclosure::restricted);
    const PlaneId secret = office.add_plane("S", Disclosure::secret);
    MustNotReach row;
    row.a = b;
    row.b = a;
    office.add(row);
    const Facts facts(office.design);
    const PlaneSeparation& apart = facts.get<PlaneSeparation>();
    EXPECT_TRUE(apart.apart(a, b));
    EXPECT_TRUE(apart.apart(b, a));
    EXPECT_FALSE(apart.apart(office.plane, a));
    EXPECT_TRUE(apart.apart(secret, a));
    EXPECT_TRUE(apart.apart(std::nullopt, secret));
    EXPECT_FALSE(apart.apart(secret, secret));
    EXPECT_FALSE(apart.apart(std::nullopt, a));
}

TEST(TelecomRooms, ServeTheirOwnFloorUnlessTheySayOtherwise) {
    Office office;
    const FloorId above = office.building.with_floor("4F", {"B"});
    const auto rooms = [&] { return Facts(office.design).get<TelecomRooms>().rooms; };
    EXPECT_EQ(rooms().find(office.space)->serves, std::vector<FloorId>{office.floor});
    office.change(office.space, [&](Space& row) { row.serves = {above}; });
    EXPECT_EQ(rooms().find(office.space)->serves, std::vector<FloorId>{above});
    office.change(office.space, [](Space& row) { row.role = SpaceRole::entrance_room; });
    EXPECT_TRUE(rooms().empty());
}

// Straight along the tray and down: tray, drop at the rack, drop at the outlet.
TEST(Reachability, IsWhatACableWouldMeasure) {
    Office office;
    office.change(office.outlet, [](Outlet& row) { row.place = {8'500, 500}; });
    const Facts facts(office.design);
    const JackReach* reach = facts.get<Reachability>().jacks.find(office.jack);
    ASSERT_TRUE(reach && reach->length);
    // 7 m of tray, 1 m from the tray to the rack's entry at 2 m, 1 m across and 2.7 m down to the outlet at 0.3 m.
    EXPECT_EQ(*reach->length, Millimetres(7'000 + 1'000 + 1'000 + 2'700));
    EXPECT_EQ(reach->space, office.space);
}

TEST(Reachability, WordsWakeNoRouter) {
    Office office;
    const Facts first(office.design);
    first.get<Reachability>();
    office.change(office.office, [](Room& row) { row.number = "302"; });
    office.change(office.tray, [](PathwayRun& row) { row.label = "T-9"; });
    office.change(office.space, [](Space& row) { row.label = "E"; });
    const Facts second = first.advance(office.design);
    second.get<Reachability>();
    EXPECT_EQ(second.get<Routers>(), first.get<Routers>());
    EXPECT_EQ(&second.get<Reachability>(), &first.get<Reachability>());
    office.change(office.far_node, [](PathwayNode& row) { row.place.x += 1; });
    EXPECT_FALSE(second.advance(office.design).get<Routers>() == first.get<Routers>());
}

} // namespace
} // namespace riser::test
