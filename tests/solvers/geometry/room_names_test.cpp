// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/room_names.h"

#include "model/design.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

TEST(RoomNames, chinese_names) {
    const RoomNames names;
    const std::pair<std::string_view, RoomUse> table[] = {
        {"办公室", RoomUse::office},
        {"主任办公室", RoomUse::leader_office},
        {"第一会议室", RoomUse::meeting},
        {"保密会议室", RoomUse::classified_meeting},
        {"走廊", RoomUse::corridor},
        {"门过厅", RoomUse::lobby},
        {"货运通道", RoomUse::corridor},
        {"2#楼梯间", RoomUse::stair},
        {"货梯", RoomUse::lift},
        {"消防电梯前室", RoomUse::lift_lobby},
        {"电梯机房", RoomUse::plant},
        {"弱电间", RoomUse::telecom_room},
        {"弱电井", RoomUse::elv_shaft},
        {"强电井", RoomUse::electrical_room},
        {"核心机房", RoomUse::core_machine_room},
        {"UPS间", RoomUse::ups_room},
        {"ＵＰＳ间", RoomUse::ups_room},
        {"进线间", RoomUse::entrance_room},
        {"消防控制室", RoomUse::control_room},
        {"消防水泵房", RoomUse::pump_room},
        {"男卫", RoomUse::toilet},
        {"无障碍卫生间", RoomUse::toilet},
        {"新风井", RoomUse::air_shaft},
        {"水暖井", RoomUse::pipe_shaft},
        {"地下车库", RoomUse::parking},
        {"机要室", RoomUse::registry},
        {"政务服务大厅", RoomUse::service_hall},
        {"档案库房", RoomUse::archive},
    };
    for (const auto& [name, use] : table)
        EXPECT_EQ(names.use_of(name), use) << name;
}

TEST(RoomNames, english_and_german_names_match_whole_words) {
    const RoomNames names;
    const std::pair<std::string_view, RoomUse> table[] = {
        {"Office 12", RoomUse::office},
        {"MSTR. BATH", RoomUse::toilet},
        {"Server Room", RoomUse::core_machine_room},
        {"TELE/COMM ROOM", RoomUse::telecom_room},
        {"2 CAR GARAGE", RoomUse::parking},
        {"W.I.C.", RoomUse::storage},
        {"Great Room", RoomUse::living},
        {"Elevator Lobby", RoomUse::lift_lobby},
        {"Treppenhaus", RoomUse::stair},
        {"BÜRO", RoomUse::office},
        {"Hallway", RoomUse::corridor},
        {"WC", RoomUse::toilet},
    };
    for (const auto& [name, use] : table)
        EXPECT_EQ(names.use_of(name), use) << name;
    EXPECT_FALSE(names.use_of("Marshall")); // neither mars-hall nor shaft
    EXPECT_FALSE(names.use_of("swcx"));
    EXPECT_FALSE(names.use_of(""));
}

TEST(RoomNames, the_longest_word_wins_and_the_last_among_equals) {
    const RoomNames names;
    EXPECT_EQ(names.use_of("办公楼电梯厅"), RoomUse::lift_lobby);
    EXPECT_EQ(names.use_of("office kitchen"), RoomUse::kitchen);
}

TEST(RoomNames, rows_of_the_design_extend_and_override) {
    Design design;
    RoomUseName row;
    row.id = {1};
    row.name = "协商驿站";
    row.use = RoomUse::reception;
    design.room_use_names.put(row);
    row.id = {2};
    row.name = "弱电井";
    row.use = RoomUse::telecom_room;
    design.room_use_names.put(row);
    const RoomNames names(design);
    EXPECT_EQ(names.use_of("第三协商驿站"), RoomUse::reception);
    EXPECT_EQ(names.use_of("弱电井"), RoomUse::telecom_room);
    EXPECT_EQ(RoomNames().use_of("弱电井"), RoomUse::elv_shaft);
    EXPECT_NE(RoomNames().use_of("第三协商驿站"), RoomUse::reception);
}

} // namespace
} // namespace riser
