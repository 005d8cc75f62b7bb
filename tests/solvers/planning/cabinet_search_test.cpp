// SPDX-License-Identifier: GPL-3.0-or-later
// Where a few cabinets of several kinds stand in a small room, against plain trying of every arrangement.
#include "solvers/planning/equipment/cabinet_search.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <set>

namespace riser::test {
namespace {

const CabinetSize full{Millimetres(600), Millimetres(1'000), false};
const CabinetSize shallow{Millimetres(600), Millimetres(600), false};
const CabinetSize hung{Millimetres(600), Millimetres(450), true};
constexpr Millimetres any_lack(INT32_MAX);

RackRoom room_of(std::int32_t width, std::int32_t height) {
    return {.outline = {{{0, 0}, {width, 0}, {width, height}, {0, height}}, {}},
            .columns = {},
            .standing = {},
            .entry = {width / 2, 0}};
}

Rack rack_at(const RackPlace& place, const CabinetSize& size, std::uint64_t id) {
    Rack rack;
    rack.id = {id};
    rack.place = place.place;
    rack.rotation = place.turn;
    rack.width = size.width;
    rack.depth = size.depth;
    rack.units = size.on_wall ? 12 : 42;
    return rack;
}

// What ROOM-06 measures, summed.
std::int32_t lacks(const std::vector<Rack>& racks, const Polygon& room, const Clearances& clearances) {
    std::vector<const Rack*> all;
    for (const Rack& rack : racks)
        all.push_back(&rack);
    std::int32_t sum = 0;
    for (const Rack& rack : racks) {
        const auto around = free_spaces(rack, room, all);
        const bool on_wall = hangs_on_wall(rack.units, around[1], clearances);
        for (const RackEdge edge : {RackEdge::front, RackEdge::rear, RackEdge::left, RackEdge::right})
            if (const auto lack = lack_of(edge, around[static_cast<std::size_t>(edge)], clearances, on_wall))
                sum += lack->missing().value;
    }
    return sum;
}

// Another's body in a corner of a standing cabinet's clearances, unless the two stand side by side.
bool in_a_corner(const Rack& a, const Rack& b, const Clearances& c) {
    if (a.units <= c.wall_units)
        return false;
    const TurnedBox own = box_of(a);
    TurnedBox row = own;
    row.left += 50;
    row.right += 50;
    TurnedBox file = own;
    file.front += 50;
    file.rear += 50;
    const TurnedBox other = box_of(b);
    const auto beside = [&](TurnedBox box) {
        box.front += box.front > own.front ? 2 : -2;
        box.rear += box.rear > own.rear ? 2 : -2;
        box.left += box.left > own.left ? 2 : -2;
        box.right += box.right > own.right ? 2 : -2;
        return boxes_overlap(box, other);
    };
    if (beside(row) || beside(file))
        return false;
    for (const bool front : {true, false})
        for (const bool left : {true, false}) {
            TurnedBox corner = own;
            (front ? corner.rear : corner.front) = front ? -own.front : -own.rear;
            (front ? corner.front : corner.rear) += front ? c.front.value : c.rear.value;
            (left ? corner.right : corner.left) = left ? -own.left : -own.right;
            (left ? corner.left : corner.right) += c.side.value;
            if (boxes_overlap(corner, other))
                return true;
        }
    return false;
}

// The least that any arrangement on the grid lacks; nothing when there is none.
std::optional<std::int32_t> by_trying(const RackRoom& room, const std::vector<CabinetSize>& cabinets,
                                      const Clearances& c, std::int32_t grid) {
    std::int32_t width = 0;
    std::int32_t height = 0;
    for (const Point p : room.outline.outer) {
        width = std::max(width, p.x);
        height = std::max(height, p.y);
    }
    const auto steps = [&](bool along_x, std::int32_t extent) {
        std::set<std::int32_t> out;
        const std::int32_t last = (along_x ? width : height) - extent;
        for (std::int32_t at = 0; at <= last; at += grid) {
            out.insert(at);
            out.insert(last - at);
        }
        for (const Point p : room.outline.outer)
            for (const std::int32_t at : {along_x ? p.x : p.y, (along_x ? p.x : p.y) - extent})
                if (at >= 0 && at <= last)
                    out.insert(at);
        return out;
    };
    const auto places_of = [&](const CabinetSize& size, std::uint64_t id) {
        std::vector<Rack> out;
        for (const std::int32_t turn : {0, 90'000, 180'000, 270'000}) {
            const bool across = turn % 180'000 != 0;
            const std::int32_t w = (across ? size.depth : size.width).value;
            const std::int32_t h = (across ? size.width : size.depth).value;
            for (const std::int32_t x : steps(true, w))
                for (const std::int32_t y : steps(false, h)) {
                    const Rack rack = rack_at({{x + w / 2, y + h / 2}, MilliDegrees(turn)}, size, id);
                    const auto rear = free_spaces(rack, room.outline, {})[1];
                    if (lies_inside(room.outline, box_of(rack)) &&
                        (!size.on_wall || hangs_on_wall(rack.units, rear, c)))
                        out.push_back(rack);
                }
        }
        return out;
    };
    std::vector<std::vector<Rack>> places;
    for (std::size_t k = 0; k < cabinets.size(); ++k)
        places.push_back(places_of(cabinets[k], k + 1));
    std::optional<std::int32_t> best;
    std::vector<Rack> racks;
    const std::function<void(std::size_t)> place = [&](std::size_t k) {
        if (k == cabinets.size()) {
            const std::int32_t sum = lacks(racks, room.outline, c);
            best = std::min(best.value_or(sum), sum);
            return;
        }
        for (const Rack& rack : places[k]) {
            if (std::any_of(racks.begin(), racks.end(), [&](const Rack& other) {
                    return boxes_overlap(box_of(rack), box_of(other)) || in_a_corner(rack, other, c) ||
                           in_a_corner(other, rack, c);
                }))
                continue;
            racks.push_back(rack);
            place(k + 1);
            racks.pop_back();
        }
    };
    place(0);
    return best;
}

std::vector<Rack> racks_of(const Arrangement& arrangement, const std::vector<CabinetSize>& cabinets) {
    std::vector<Rack> out;
    for (std::size_t i = 0; i < cabinets.size(); ++i)
        out.push_back(rack_at(arrangement.places[i], cabinets[i], i + 1));
    return out;
}

TEST(CabinetSearch, LacksNoMoreThanAnyArrangementThatIsTried) {
    std::mt19937 random(7);
    const auto pick = [&](std::int32_t low, std::int32_t high) {
        return std::uniform_int_distribution<std::int32_t>(low, high)(random);
    };
    const Clearances clearances;
    const std::array kinds{full, shallow, hung};
    std::array<std::size_t, 5> compared{};
    std::size_t lacking = 0;
    for (int round = 0; round < 28; ++round) {
        const auto count = static_cast<std::size_t>(1 + round % 4);
        const std::int32_t grid = count > 2 ? 1'100 : 500;
        RackRoom room = room_of(pick(15, 26) * 100, pick(15, 28) * 100 + 50 * pick(0, 1));
        if (pick(0, 2) == 0) { // a corner of it is cut out
            Ring& ring = room.outline.outer;
            const Point far = ring[2];
            ring = {ring[0], ring[1], {far.x, far.y - 600}, {far.x - 500, far.y - 600}, {far.x - 500, far.y}, ring[3]};
        }
        std::vector<CabinetSize> cabinets;
        for (std::size_t n = 0; n < count; ++n)
            cabinets.push_back(kinds[static_cast<std::size_t>(count > 3 && n > 0 ? 2 : pick(0, 2))]);
        const auto expected = by_trying(room, cabinets, clearances, grid);
        const auto found =
            CabinetSearch(room, clearances, Millimetres(450), Millimetres(grid)).best(cabinets, any_lack);
        ASSERT_EQ(expected.has_value(), found.has_value()) << "round " << round;
        if (!found)
            continue;
        EXPECT_TRUE(found->proved);
        EXPECT_EQ(found->missing.value, *expected) << "round " << round;
        EXPECT_EQ(lacks(racks_of(*found, cabinets), room.outline, clearances), found->missing.value)
            << "the rule measures what the search says, round " << round;
        ++compared[count];
        lacking += *expected > 0;
    }
    for (std::size_t count = 1; count <= 4; ++count)
        EXPECT_GT(compared[count], 3U) << count;
    EXPECT_GT(lacking, 8U) << "tight rooms must be among them";
}

TEST(CabinetSearch, KeepsOffDoorsColumnsAndTheFrontsOfWhatStands) {
    RackRoom room = room_of(3'000, 3'000);
    room.doors.push_back({.middle = {500, 0}, .turn = {}, .front = 900, .rear = 900, .left = 500, .right = 500});
    room.columns.push_back({{{2'500, 2'500}, {3'000, 2'500}, {3'000, 3'000}, {2'500, 3'000}}, {}});
    Rack standing = rack_at({{300, 2'700}, {}}, shallow, 9); // faces the door
    room.standing.push_back(box_of(standing));
    const std::vector<CabinetSize> cabinets{hung, hung};
    const auto found = CabinetSearch(room, {}, Millimetres(450)).best(cabinets, any_lack);
    ASSERT_TRUE(found);
    TurnedBox before = box_of(standing);
    before.front += 1'000;
    const TurnedBox column{.middle = {2'750, 2'750}, .turn = {}, .front = 250, .rear = 250, .left = 250, .right = 250};
    for (const Rack& rack : racks_of(*found, cabinets)) {
        EXPECT_FALSE(boxes_overlap(box_of(rack), before));
        EXPECT_FALSE(boxes_overlap(box_of(rack), room.doors.front()));
        EXPECT_FALSE(boxes_overlap(box_of(rack), column));
    }
}

TEST(CabinetSearch, NobodyIsShutOutBehindACabinet) {
    // 2.2 x 2.8 m: a full cabinet takes all of it; two on the wall beside its back would leave no way to its rear.
    EXPECT_EQ(CabinetSearch(room_of(2'200, 2'800), {}, Millimetres(450)).best(std::vector{full}, any_lack)->missing,
              Millimetres(0));
    const auto three =
        CabinetSearch(room_of(2'200, 2'800), {}, Millimetres(450)).best(std::vector{full, hung, hung}, any_lack);
    EXPECT_TRUE(!three || three->missing.value > 0);
}

TEST(CabinetChoice, TakesThePreferredKindsThatLackNothing) {
    const std::vector<CabinetOption> network{{full, 1, 0}, {shallow, 1, 10}, {hung, 1, 20}};
    const std::vector three(3, network);
    const auto large = choose_cabinets(room_of(4'000, 4'000), three, {});
    ASSERT_TRUE(large);
    EXPECT_EQ(large->options, (std::vector<std::size_t>{0, 0, 0}));
    EXPECT_EQ(large->arrangement.missing.value, 0);
    // 3.4 m for the row, but 2.4 m for its depth.
    const auto medium = choose_cabinets(room_of(3'400, 2'400), three, {});
    ASSERT_TRUE(medium);
    EXPECT_EQ(medium->options, (std::vector<std::size_t>{1, 1, 1}));
    const auto small = choose_cabinets(room_of(2'200, 2'800), three, {});
    ASSERT_TRUE(small);
    EXPECT_EQ(small->options, (std::vector<std::size_t>{2, 2, 2}));
    EXPECT_EQ(small->arrangement.missing.value, 0);
    // Even on its walls nothing has a metre before it.
    const auto least = choose_cabinets(room_of(1'200, 1'200), std::vector(1, network), {});
    ASSERT_TRUE(least);
    EXPECT_EQ(least->options, std::vector<std::size_t>{2});
    EXPECT_EQ(least->arrangement.missing.value, 1'000 - (1'200 - 450));
    EXPECT_FALSE(choose_cabinets(room_of(500, 500), three, {}));
}

TEST(RackClearances, ALowCabinetOnAWallNeedsItsFrontOnly) {
    const Clearances clearances;
    const FreeSpace touching{Millimetres(0), false};
    EXPECT_TRUE(hangs_on_wall(12, touching, clearances));
    EXPECT_FALSE(hangs_on_wall(42, touching, clearances));
    EXPECT_FALSE(hangs_on_wall(12, FreeSpace{Millimetres(300), false}, clearances));
    EXPECT_FALSE(hangs_on_wall(12, FreeSpace{Millimetres(0), true}, clearances)) << "back to back with a rack";
    EXPECT_FALSE(lack_of(RackEdge::rear, touching, clearances, true));
    EXPECT_EQ(lack_of(RackEdge::front, FreeSpace{Millimetres(900), false}, clearances, true)->missing().value, 100);
    EXPECT_EQ(lack_of(RackEdge::front, FreeSpace{Millimetres(1'100), true}, clearances, false)->missing().value, 100);
}

} // namespace
} // namespace riser::test
