// SPDX-License-Identifier: GPL-3.0-or-later
// A block of typed cells is set as a whole or not at all, and each refused cell is named.
#include "model/edits/cell_edits.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

struct TwoRooms {
    Design design;
    IdSource ids{9};
    RoomId first{1}, second{2};
    TwoRooms() {
        for (const RoomId id : {first, second}) {
            Room room;
            room.id = id;
            room.number = "30" + std::to_string(id.value);
            room.occupants = 4;
            design.rooms.put(room);
        }
    }
};

TEST(SetCells, SetsEachAndPinsWhatChanged) {
    TwoRooms at;
    Edit edit(at.design, {}, at.ids);
    Spoken spoken(at.design);
    const CellChange changes[] = {{at.first, "use", "会议室"},
                                  {at.first, "name.en", "Board room"},
                                  {at.second, "occupants", "4"},
                                  {at.second, "number", "3X2"}};
    EXPECT_TRUE(set_cells(edit, spoken, changes).empty());
    const Room& first = *edit.design().find(at.first);
    EXPECT_EQ(key_of(first.use), "meeting");
    EXPECT_EQ(first.name.en, "Board room");
    EXPECT_EQ(edit.design().find(at.second)->number, "3X2");
    EXPECT_TRUE(is_pinned(edit.design(), at.first, "use"));
    EXPECT_FALSE(is_pinned(edit.design(), at.second, "occupants")); // it was so before
}

TEST(SetCells, OneRefusedCellLeavesAllAsTheyWereAndEachIsNamed) {
    TwoRooms at;
    Edit edit(at.design, {}, at.ids);
    Spoken spoken(at.design);
    const CellChange changes[] = {{at.first, "number", "399"},       {at.first, "use", "palace"},
                                  {at.second, "occupants", "-3"},    {RoomId{77}, "number", "1"},
                                  {at.second, "no-such-field", "1"}, {at.second, "name.zh", "好"}};
    const std::vector<RefusedCell> refused = set_cells(edit, spoken, changes);
    ASSERT_EQ(refused.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(refused[i].at, i + 1);
        EXPECT_FALSE(refused[i].error.message.empty());
        EXPECT_FALSE(refused[i].error.fix.empty()) << i;
    }
    EXPECT_EQ(edit.design(), at.design);
}

TEST(SetCells, AnEmptyTextClearsWhatMayBeAbsent) {
    TwoRooms at;
    Edit edit(at.design, {}, at.ids);
    Spoken spoken(at.design);
    const CellChange clear[] = {{at.first, "number", ""}, {at.first, "occupants", " "}};
    EXPECT_TRUE(set_cells(edit, spoken, clear).empty());
    EXPECT_EQ(edit.design().find(at.first)->number, "");
    EXPECT_EQ(edit.design().find(at.first)->occupants, Room().occupants);
}

} // namespace
} // namespace riser
