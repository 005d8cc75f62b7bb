// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/layer_map.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

TEST(LayerMap, KnowsTheUsualNames) {
    const std::pair<const char*, LayerRole> cases[] = {
        // AIA and NCS
        {"A-WALL", LayerRole::wall},
        {"a-wall-full", LayerRole::wall},
        {"A-WALL-PATT", LayerRole::hatch},
        {"A-DOOR", LayerRole::door},
        {"A-DOOR-IDEN", LayerRole::opening_text},
        {"A-GLAZ", LayerRole::window},
        {"A-GLAZ-CURT", LayerRole::window},
        {"S-COLS", LayerRole::column},
        {"A-COLS", LayerRole::column},
        {"S-GRID", LayerRole::axis},
        {"S-GRID-IDEN", LayerRole::axis},
        {"A-AREA-IDEN", LayerRole::room_text},
        {"A-AREA", LayerRole::room_outline},
        {"A-ANNO-DIMS", LayerRole::dimension},
        {"A-ANNO-TEXT", LayerRole::text},
        {"A-FLOR-STRS", LayerRole::stair},
        {"A-FLOR-EVTR", LayerRole::lift},
        {"A-FLOR-HRAL", LayerRole::stair},
        {"A-FLOR-LEVL", LayerRole::level},
        {"A-FLOR-IDEN", LayerRole::room_text},
        {"A-FURN", LayerRole::furniture},
        {"A-ROOF", LayerRole::roof},
        {"S-STRS", LayerRole::stair},
        {"A-FLOR", LayerRole::unknown},
        // Tangent
        {"WALL", LayerRole::wall},
        {"WINDOW", LayerRole::opening},
        {"WINDOW_TEXT", LayerRole::opening_text},
        {"DOOR_FIRE", LayerRole::door},
        {"DOOR_FIRE_TEXT", LayerRole::opening_text},
        {"COLUMN", LayerRole::column},
        {"STAIR", LayerRole::stair},
        {"EVTR", LayerRole::lift},
        {"AXIS", LayerRole::axis},
        {"AXIS_TEXT", LayerRole::axis},
        {"DOTE", LayerRole::axis},
        {"DOTE_OTHER", LayerRole::axis},
        {"GROUND", LayerRole::roof},
        {"PARKING", LayerRole::furniture},
        {"PUB_TEXT", LayerRole::text},
        {"PUB_DIM", LayerRole::dimension},
        {"PUB_HATCH", LayerRole::hatch},
        {"PUB_TITLE", LayerRole::sheet},
        {"SPACE", LayerRole::room_outline},
        {"LVTRY", LayerRole::sanitary},
        {"CURTWALL", LayerRole::window},
        {"DIM_ELEV", LayerRole::level},
        {"DIM_SYMB", LayerRole::dimension},
        {"BALCONY", LayerRole::roof},
        // words
        {"墙", LayerRole::wall},
        {"建筑-内墙", LayerRole::wall},
        {"墙体填充", LayerRole::hatch},
        {"柱子", LayerRole::column},
        {"门窗", LayerRole::opening},
        {"门", LayerRole::door},
        {"窗", LayerRole::window},
        {"轴线", LayerRole::axis},
        {"尺寸标注", LayerRole::dimension},
        {"房间名称", LayerRole::room_text},
        {"楼梯", LayerRole::stair},
        {"家具", LayerRole::furniture},
        {"Wand (neu)", LayerRole::wall},
        {"Doors/Windows", LayerRole::opening},
        {"Couch/Benches", LayerRole::furniture},
        {"STAIRCASE", LayerRole::stair},
        // not what they look like
        {"S-STEM-WALL", LayerRole::ignored},
        {"Defpoints", LayerRole::ignored},
        {"0", LayerRole::unknown},
        // prefixes; what the prefix says does not count
        {"11#平面图$0$WALL", LayerRole::wall},
        {"xref-Bishop$0$A-OPENING", LayerRole::opening},
        {"轴网|WALL", LayerRole::wall},
        {"墙体$0$DOTE", LayerRole::axis},
    };
    const LayerMap map;
    for (const auto& [layer, role] : cases)
        EXPECT_EQ(map.role(layer), role) << layer << " is taken for " << to_string(map.role(layer));
}

TEST(LayerMap, AFileGoesBeforeTheDefaults) {
    LayerMap map;
    ASSERT_TRUE(map.read(
        "# our office\n\nJZ-* = wall   # all of them\n\"odd = name\" = door\nJZ-C = column\n A-WALL=furniture\r\n",
        "layers.txt"));
    EXPECT_EQ(map.role("jz-q"), LayerRole::wall);
    EXPECT_EQ(map.role("JZ-C"), LayerRole::wall); // the first in the file
    EXPECT_EQ(map.role("odd = name"), LayerRole::door);
    EXPECT_EQ(map.role("x$0$A-WALL"), LayerRole::furniture);
    EXPECT_EQ(map.role("A-WALL-FULL"), LayerRole::wall);
    ASSERT_TRUE(map.add("JZ-C=column"));
    EXPECT_EQ(map.role("JZ-C"), LayerRole::column);
    ASSERT_TRUE(map.add("a=b=window"));
    EXPECT_EQ(map.role("A=B"), LayerRole::window);
    // A pattern with a prefix is compared with the whole name.
    ASSERT_TRUE(map.add("other$0$WALL=ignored"));
    EXPECT_EQ(map.role("other$0$WALL"), LayerRole::ignored);
    EXPECT_EQ(map.role("this$0$WALL"), LayerRole::wall);
    ASSERT_NE(map.rule("other$0$WALL"), nullptr);
    EXPECT_EQ(map.rule("other$0$WALL")->pattern, "other$0$WALL");
}

TEST(LayerMap, Wildcards) {
    LayerMap map;
    ASSERT_TRUE(map.read("?墙 = column\n* 2* = door\na?c = window", "l"));
    EXPECT_EQ(map.role("内墙"), LayerRole::column); // ? is one letter, however many bytes
    EXPECT_EQ(map.role("abc"), LayerRole::window);
    EXPECT_EQ(map.role("a门c"), LayerRole::window);
    EXPECT_NE(map.role("abbc"), LayerRole::window);
    EXPECT_EQ(map.role("level 2 plan"), LayerRole::door);
}

TEST(LayerMap, MistakesHaveTheirPlace) {
    struct Case {
        const char* text;
        std::uint32_t line, column;
        const char* words;
    };
    const Case cases[] = {
        {"WALL wall", 1, 10, "equals"},
        {"WALL = wall\nDOOR = dor", 2, 8, "'dor'"},
        {"\n  = wall", 2, 3, "layer name"},
        {"WALL =", 1, 7, "''"},
        {"\"WALL = wall", 1, 1, "quotation"},
        {"\"WALL\" wall", 1, 8, "equals"},
        {"WALL = wall\nB\xFF = door", 2, 0, "UTF-8"},
    };
    for (const Case& c : cases) {
        LayerMap map;
        const std::vector<LayerRule> before(map.rules().begin(), map.rules().end());
        const Result<void> read = map.read(c.text, "layers.txt");
        ASSERT_FALSE(read) << c.text;
        EXPECT_EQ(read.error().where, (Where{"layers.txt", c.line, c.column})) << c.text;
        EXPECT_NE(read.error().message.en.find(c.words), std::string::npos) << read.error().message.en;
        EXPECT_EQ(before, std::vector<LayerRule>(map.rules().begin(), map.rules().end()))
            << "a bad file changes nothing";
    }
    LayerMap map;
    for (const char* flag : {"WALL", "=wall", "WALL=", "WALL=brick", ""})
        EXPECT_FALSE(map.add(flag)) << flag;
}

TEST(LayerMap, EveryRoleHasItsWord) {
    for (int i = 0; i <= static_cast<int>(LayerRole::ignored); ++i) {
        const auto role = static_cast<LayerRole>(i);
        EXPECT_EQ(parse_layer_role(to_string(role)), role);
        EXPECT_FALSE(name_of(role).zh.empty());
        EXPECT_FALSE(name_of(role).en.empty());
    }
    EXPECT_FALSE(parse_layer_role("Wall"));
}

} // namespace
} // namespace riser
