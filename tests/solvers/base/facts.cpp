// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/facts.h"

#include "model/edits/edit.h"

#include <gtest/gtest.h>

#include <thread>

namespace riser {
namespace {

// Each counts how often it was computed, in the process.
template<int N> std::atomic<int> computations{0};

struct RoomCount {
    std::size_t rooms = 0;
    bool operator==(const RoomCount&) const = default;
    static RoomCount compute(FactInput& input) {
        ++computations<0>;
        return {input.table<Room>().size()};
    }
};

struct RoomsOdd {
    bool odd = false;
    bool operator==(const RoomsOdd&) const = default;
    static RoomsOdd compute(FactInput& input) {
        ++computations<1>;
        return {input.get<RoomCount>().rooms % 2 == 1};
    }
};

struct Report {
    std::string text;
    bool operator==(const Report&) const = default;
    static Report compute(FactInput& input) {
        ++computations<2>;
        return {input.get<RoomsOdd>().odd ? "odd" : "even"};
    }
};

// Reads the outlets only when there is an odd number of rooms.
struct Sometimes {
    std::size_t seen = 0;
    bool operator==(const Sometimes&) const = default;
    static Sometimes compute(FactInput& input) {
        ++computations<3>;
        return {input.get<RoomsOdd>().odd ? input.table<Outlet>().size() : 1000};
    }
};

struct RowsOf {
    using Argument = Kind;
    std::size_t rows = 0;
    bool operator==(const RowsOf&) const = default;
    static RowsOf compute(FactInput& input, const Kind& kind) {
        RowsOf out;
        input.for_each_row(kind, [&](const void*) { ++out.rows; });
        return out;
    }
};

// The sum of occupants, followed by the difference.
struct Occupants {
    int sum = 0;
    bool operator==(const Occupants&) const = default;
    static Occupants compute(FactInput& input) {
        ++computations<4>;
        Occupants out;
        for (const Room& room : input.table<Room>())
            out.sum += room.occupants;
        return out;
    }
    static std::optional<Occupants> update(const Occupants& previous, const ChangeSet& changes, FactInput& input) {
        ++computations<5>;
        EXPECT_TRUE(changes.of(Kind::outlets).empty()) << "a fact sees changes of what it read only";
        Occupants out = previous;
        const TableChanges& rooms = changes.of(Kind::rooms);
        for (const auto* list : {&rooms.removed, &rooms.changed})
            for (const std::uint64_t id : *list)
                out.sum -= input.before<Room>().find(RoomId{id})->occupants;
        for (const auto* list : {&rooms.added, &rooms.changed})
            for (const std::uint64_t id : *list)
                out.sum += input.find(RoomId{id})->occupants;
        return out == previous ? std::nullopt : std::optional(out);
    }
};

struct CircleB;
struct CircleA {
    int value = 0;
    bool operator==(const CircleA&) const = default;
    static CircleA compute(FactInput& input);
};
struct CircleB {
    int value = 0;
    bool operator==(const CircleB&) const = default;
    static CircleB compute(FactInput& input) { return {input.get<CircleA>().value + 1}; }
};
CircleA CircleA::compute(FactInput& input) { return {input.get<CircleB>().value + 1}; }

// Asks for itself on a second thread, as a parallel loop inside a computation would.
struct CircleThroughThread {
    int value = 0;
    bool operator==(const CircleThroughThread&) const = default;
    static CircleThroughThread compute(FactInput& input) {
        std::jthread([&] { input.get<CircleThroughThread>(); }).join();
        return {};
    }
};

struct Thrower {
    int value = 0;
    bool operator==(const Thrower&) const = default;
    static Thrower compute(FactInput& input) {
        if (input.table<Room>().empty())
            throw std::runtime_error("no rooms");
        return {1};
    }
};

Design with_rooms(int count, int occupants = 1) {
    Design design;
    for (int i = 1; i <= count; ++i) {
        Room room;
        room.id = RoomId{static_cast<std::uint64_t>(i)};
        room.occupants = occupants;
        design.rooms.put(room);
    }
    return design;
}

TEST(Facts, ComputeOnceAndWhenAskedFor) {
    computations<0> = 0;
    const Facts facts(with_rooms(3));
    EXPECT_EQ(computations<0>, 0);
    EXPECT_EQ(facts.get<RoomCount>().rooms, 3u);
    EXPECT_EQ(facts.get<RoomCount>().rooms, 3u);
    EXPECT_TRUE(facts.get<RoomsOdd>().odd);
    EXPECT_EQ(computations<0>, 1);
    EXPECT_EQ(&facts.get<RoomCount>(), &facts.get<RoomCount>());
}

TEST(Facts, OtherTablesLeaveAFactAlone) {
    const Facts first(with_rooms(3));
    first.get<Report>();
    computations<0> = computations<2> = 0;
    Design next = first.design();
    next.outlets.put([] {
        Outlet o;
        o.id = OutletId{7};
        return o;
    }());
    const Facts second = first.advance(next);
    EXPECT_EQ(&second.get<Report>(), &first.get<Report>());
    EXPECT_EQ(&second.get<RoomCount>(), &first.get<RoomCount>());
    EXPECT_EQ(computations<0> + computations<2>, 0);
    EXPECT_EQ(second.effort().computed, 0u);
}

TEST(Facts, EqualValueStopsTheWave) {
    const Facts first(with_rooms(3));
    first.get<Report>();
    computations<0> = computations<1> = computations<2> = 0;
    // Two more rooms: the count changes, odd stays odd, so the report is not made again.
    const Facts second = first.advance(with_rooms(5));
    EXPECT_EQ(second.get<Report>().text, "odd");
    EXPECT_EQ(second.get<RoomCount>().rooms, 5u);
    EXPECT_EQ(computations<0>, 1);
    EXPECT_EQ(computations<1>, 1);
    EXPECT_EQ(computations<2>, 0);
    EXPECT_EQ(&second.get<RoomsOdd>(), &first.get<RoomsOdd>());
    // And one more: now it is.
    EXPECT_EQ(second.advance(with_rooms(6)).get<Report>().text, "even");
    EXPECT_EQ(computations<2>, 1);
}

TEST(Facts, ReadsAreThoseOfTheLastComputation) {
    const Facts even(with_rooms(2));
    EXPECT_EQ(even.get<Sometimes>().seen, 1000u);
    Design with_outlet = even.design();
    with_outlet.outlets.put([] {
        Outlet o;
        o.id = OutletId{7};
        return o;
    }());
    computations<3> = 0;
    const Facts still_even = even.advance(with_outlet);
    EXPECT_EQ(still_even.get<Sometimes>().seen, 1000u);
    EXPECT_EQ(computations<3>, 0) << "outlets were not read";
    Design odd = with_rooms(3);
    odd.outlets = with_outlet.outlets;
    const Facts now_odd = still_even.advance(odd);
    EXPECT_EQ(now_odd.get<Sometimes>().seen, 1u);
    EXPECT_EQ(computations<3>, 1);
    odd.outlets.erase(OutletId{7});
    EXPECT_EQ(now_odd.advance(odd).get<Sometimes>().seen, 0u);
    EXPECT_EQ(computations<3>, 2) << "now they were";
}

TEST(Facts, SnapshotsInBetweenNeedNotAsk) {
    Facts facts(with_rooms(3));
    EXPECT_EQ(facts.get<Occupants>().sum, 3);
    for (int i = 4; i < 20; ++i)
        facts = facts.advance(with_rooms(i));
    EXPECT_EQ(facts.get<Occupants>().sum, 19);
}

TEST(Facts, UpdateFollowsTheDifference) {
    Design design = with_rooms(100);
    const Facts first(design);
    EXPECT_EQ(first.get<Occupants>().sum, 100);
    computations<4> = computations<5> = 0;
    Room room = *design.rooms.find(RoomId{50});
    room.occupants = 11;
    design.rooms.put(room);
    design.rooms.erase(RoomId{51});
    design.outlets.put([] {
        Outlet o;
        o.id = OutletId{7};
        return o;
    }());
    const Facts second = first.advance(design);
    EXPECT_EQ(second.get<Occupants>().sum, 109);
    EXPECT_EQ(computations<4>, 0);
    EXPECT_EQ(computations<5>, 1);
    EXPECT_EQ(first.get<Occupants>().sum, 100) << "the earlier snapshot keeps its own";
    // A change that does not change the value keeps the old one.
    room.name.zh = "x";
    design.rooms.put(room);
    const Facts third = second.advance(design);
    EXPECT_EQ(&third.get<Occupants>(), &second.get<Occupants>());
    EXPECT_EQ(third.effort().stopped, 1u);
    // What an update rests on is read, though it looked at the changes only.
    room.occupants = 1;
    design.rooms.put(room);
    EXPECT_EQ(third.advance(design).get<Occupants>().sum, 99);
}

TEST(Facts, FamiliesHaveOneFactAnArgument) {
    Design design = with_rooms(4);
    const Facts first(design);
    EXPECT_EQ(first.get<RowsOf>(Kind::rooms).rows, 4u);
    EXPECT_EQ(first.get<RowsOf>(Kind::outlets).rows, 0u);
    design.rooms.erase(RoomId{1});
    const Facts second = first.advance(design);
    EXPECT_EQ(second.get<RowsOf>(Kind::rooms).rows, 3u);
    EXPECT_EQ(&second.get<RowsOf>(Kind::outlets), &first.get<RowsOf>(Kind::outlets));
}

TEST(Facts, ForgottenAfterManySnapshots) {
    const Design design = with_rooms(3);
    Facts facts(design);
    const RoomCount* value = &facts.get<RoomCount>();
    const Facts holder = facts;
    for (int i = 0; i < 60; ++i)
        facts = facts.advance(design);
    EXPECT_EQ(&facts.get<RoomCount>(), value);
    for (int i = 0; i < 80; ++i)
        facts = facts.advance(design);
    computations<0> = 0;
    facts.get<RoomCount>();
    EXPECT_EQ(computations<0>, 1);
}

TEST(Facts, ThrowingComputationIsTriedAgain) {
    const Facts facts{Design()};
    EXPECT_THROW(facts.get<Thrower>(), std::runtime_error);
    EXPECT_THROW(facts.get<Thrower>(), std::runtime_error);
    EXPECT_EQ(facts.advance(with_rooms(1)).get<Thrower>().value, 1);
}

TEST(FactsDeathTest, CircleStopsTheProgram) {
    testing::FLAGS_gtest_death_test_style = "threadsafe";
    EXPECT_DEATH(Facts(Design()).get<CircleA>(), "a fact depends on itself");
    EXPECT_DEATH(Facts(Design()).get<CircleThroughThread>(), "a fact depends on itself");
}

// Two threads that enter the circle from both sides must not wait for each other for ever.
struct MeetB;
struct MeetA {
    bool operator==(const MeetA&) const = default;
    static MeetA compute(FactInput& input);
};
std::atomic<int> entered{0};
void wait_for_both() {
    ++entered;
    while (entered < 2)
        std::this_thread::yield();
}
struct MeetB {
    bool operator==(const MeetB&) const = default;
    static MeetB compute(FactInput& input) {
        wait_for_both();
        input.get<MeetA>();
        return {};
    }
};
MeetA MeetA::compute(FactInput& input) {
    wait_for_both();
    input.get<MeetB>();
    return {};
}
TEST(FactsDeathTest, CircleAcrossThreadsStopsTheProgram) {
    testing::FLAGS_gtest_death_test_style = "threadsafe";
    EXPECT_DEATH(
        {
            const Facts facts{Design()};
            std::jthread other([&] { facts.get<MeetA>(); });
            facts.get<MeetB>();
        },
        "a fact depends on itself");
}

// A slow fact shared by many, nested two deep, so that threads really meet.
struct Slow {
    using Argument = int;
    int value = 0;
    bool operator==(const Slow&) const = default;
    static Slow compute(FactInput& input, const int& n) {
        ++computations<6>;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        int sum = static_cast<int>(input.table<Room>().size());
        for (int i = n / 2; i < n; ++i)
            sum += input.get<Slow>(i).value;
        return {sum};
    }
};

TEST(Facts, ManyThreadsComputeEachFactOnce) {
    for (int round = 0; round < 10; ++round) {
        computations<6> = 0;
        const Facts facts(with_rooms(2));
        std::vector<int> values(16);
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 16; ++t)
                threads.emplace_back([&, t] {
                    for (int i = 0; i < 8; ++i)
                        facts.get<Slow>((t * 5 + i) % 10);
                    values[static_cast<std::size_t>(t)] = facts.get<Slow>(9).value;
                });
        }
        EXPECT_EQ(computations<6>, 10);
        for (const int value : values)
            EXPECT_EQ(value, facts.get<Slow>(9).value);
    }
}

TEST(Facts, AdvancingWhileOthersAsk) {
    const Facts first(with_rooms(2));
    std::atomic<bool> wrong{false};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 20; ++i) {
                    const Facts next = first.advance(with_rooms(t + i));
                    if (next.get<Slow>(3).value != Facts(with_rooms(t + i)).get<Slow>(3).value ||
                        first.get<RoomCount>().rooms != 2)
                        wrong = true;
                }
            });
    }
    EXPECT_FALSE(wrong);
}

} // namespace
} // namespace riser
