// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the three-way merge on random designs, and conflicts by name.
#include "model/edits/diff.h"
#include "model/edits/merge.h"
#include "tests/support/random_design.h"
#include "tests/support/random_edits.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

Design edited(const Design& base, std::uint64_t seed, int edits,
              std::function<bool(Kind, std::uint64_t, std::size_t)> mine) {
    IdSource ids(seed);
    Edit edit(base, {}, ids);
    RandomEdits random(seed);
    for (int i = 0; i < edits; ++i)
        random(edit, mine);
    return std::move(edit).commit();
}

TEST(Merge, ConflictFreeRandomMergesCommute) {
    std::size_t changed = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Design base = random_design(seed, 5);
        // Each side keeps to its half of the rows, so that nothing can clash.
        const Design ours = edited(base, seed * 2, 40, [](Kind, std::uint64_t id, std::size_t) { return id % 2 == 0; });
        const Design theirs =
            edited(base, seed * 2 + 1, 40, [](Kind, std::uint64_t id, std::size_t) { return id % 2 == 1; });
        const Merged one = merge(base, ours, theirs);
        const Merged other = merge(base, theirs, ours);
        ASSERT_TRUE(one.conflicts.empty()) << seed << ' ' << one.conflicts.front().title.en;
        ASSERT_TRUE(other.conflicts.empty()) << seed;
        ASSERT_TRUE(one.design == other.design) << seed;
        // Everything each side did is in it.
        changed += diff(base, one.design).size();
        ASSERT_EQ(diff(base, one.design).size(), diff(base, ours).size() + diff(base, theirs).size()) << seed;
    }
    EXPECT_GT(changed, 5000U);
}

TEST(Merge, DifferentFieldsOfOneRowMerge) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const Design base = random_design(seed, 5);
        const auto fields = [](std::size_t half) {
            return [half](Kind, std::uint64_t, std::size_t field) { return field != 0 && field % 2 == half; };
        };
        const Design ours = edited(base, seed * 2, 60, fields(0));
        const Design theirs = edited(base, seed * 2 + 1, 60, fields(1));
        const Merged one = merge(base, ours, theirs);
        ASSERT_TRUE(one.conflicts.empty())
            << seed << ' ' << one.conflicts.front().title.en << ' ' << one.conflicts.front().field;
        ASSERT_TRUE(one.design == merge(base, theirs, ours).design) << seed;
    }
}

TEST(Merge, OneSideAloneIsThatSide) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const Design base = random_design(seed, 5);
        const Design ours = edited(base, seed, 50, [](Kind, std::uint64_t, std::size_t) { return true; });
        EXPECT_TRUE(merge(base, ours, base).design == ours) << seed;
        EXPECT_TRUE(merge(base, base, ours).design == ours) << seed;
        EXPECT_TRUE(merge(base, ours, ours).design == ours) << seed;
        EXPECT_TRUE(merge(base, ours, ours).conflicts.empty()) << seed;
    }
}

TEST(Merge, ConflictsAreTheSameSeenFromEitherSide) {
    std::size_t conflicts = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const Design base = random_design(seed, 4);
        const auto all = [](Kind, std::uint64_t, std::size_t) { return true; };
        const Merged one = merge(base, edited(base, seed * 2, 80, all), edited(base, seed * 2 + 1, 80, all));
        const Merged other = merge(base, edited(base, seed * 2 + 1, 80, all), edited(base, seed * 2, 80, all));
        ASSERT_EQ(one.conflicts.size(), other.conflicts.size()) << seed;
        for (std::size_t i = 0; i < one.conflicts.size(); ++i) {
            EXPECT_EQ(one.conflicts[i].row, other.conflicts[i].row);
            EXPECT_EQ(one.conflicts[i].field, other.conflicts[i].field);
            EXPECT_EQ(one.conflicts[i].ours, other.conflicts[i].theirs);
        }
        conflicts += one.conflicts.size();
    }
    EXPECT_GT(conflicts, 100U);
}

class NamedConflicts : public ::testing::Test {
  protected:
    NamedConflicts() {
        Room room;
        room.id = {7};
        room.floor = {3};
        room.number = "301";
        room.name = same_text("office");
        base.rooms.put(room);
    }
    template<class Change> Design with(Change change) const {
        Design design = base;
        Room room = *design.rooms.find({7});
        change(room);
        design.rooms.put(room);
        return design;
    }
    Design base;
};

TEST_F(NamedConflicts, AFieldBothChangedDifferently) {
    const Merged merged = merge(base, with([](Room& r) { r.number = "302"; }), with([](Room& r) { r.number = "303"; }));
    ASSERT_EQ(merged.conflicts.size(), 1U);
    const MergeConflict& conflict = merged.conflicts.front();
    EXPECT_EQ(conflict.row, AnyId(RoomId{7}));
    EXPECT_EQ(conflict.field, "number");
    EXPECT_EQ(conflict.base, "301");
    EXPECT_EQ(conflict.ours, "302");
    EXPECT_EQ(conflict.theirs, "303");
    EXPECT_EQ(conflict.title.en, "Room 302");
    EXPECT_EQ(merged.design.rooms.find({7})->number, "302");
}

TEST_F(NamedConflicts, RemovedHereChangedThereStays) {
    Design removed = base;
    removed.rooms.erase({7});
    const Design changed = with([](Room& r) { r.occupants = 4; });
    for (const Merged& merged : {merge(base, removed, changed), merge(base, changed, removed)}) {
        ASSERT_EQ(merged.conflicts.size(), 1U);
        EXPECT_EQ(merged.conflicts.front().field, "");
        ASSERT_TRUE(merged.design.rooms.contains({7}));
        EXPECT_EQ(merged.design.rooms.find({7})->occupants, 4);
    }
}

TEST_F(NamedConflicts, PinsMergeBitByBit) {
    const Merged merged =
        merge(base, with([](Room& r) { r.pins.mask = 0b01; }), with([](Room& r) { r.pins.mask = 0b10; }));
    EXPECT_TRUE(merged.conflicts.empty());
    EXPECT_EQ(merged.design.rooms.find({7})->pins.mask, 0b11U);
}

TEST_F(NamedConflicts, DiffNamesRowsAndFields) {
    Design after = with([](Room& r) { r.occupants = 4; });
    Floor floor;
    floor.id = {9};
    floor.label = "3F";
    after.floors.put(floor);
    const std::vector<RowChange> changes = diff(base, after);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].kind, RowChangeKind::added);
    EXPECT_EQ(changes[0].title.en, "Floor 3F");
    EXPECT_EQ(changes[1].title.zh, "房间 301");
    ASSERT_EQ(changes[1].fields.size(), 1U);
    EXPECT_EQ(changes[1].fields[0].key, "occupants");
    EXPECT_EQ(changes[1].fields[0].after, "4");
}

} // namespace
} // namespace riser
