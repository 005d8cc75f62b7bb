// SPDX-License-Identifier: GPL-3.0-or-later
// Display lists: bulges, text metrics, wrapping, placing; and SVG that is well-formed and knows what it shows.
#include "exporters/drawings/arc.h"
#include "exporters/drawings/draft.h"
#include "exporters/writers/svg.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <cmath>

namespace riser {
namespace {

TEST(Arc, bulge_of_one_is_a_half_circle_above_when_drawn_to_the_left) {
    // Counter-clockwise as seen: from the right to the left end over the top of the paper (smaller y).
    const Arc arc = arc_between({10, 0, 1}, {-10, 0, 0});
    EXPECT_NEAR(arc.radius, 10, 1e-9);
    EXPECT_NEAR(arc.centre.x, 0, 1e-9);
    EXPECT_NEAR(arc.centre.y, 0, 1e-9);
    const DrawingItem item{{}, {}, PathShape{{{10, 0, 1}, {-10, 0, 0}}, false, {}}};
    const PaperBox box = bounds(item);
    EXPECT_NEAR(box.low.y, -10, 1e-9);
    EXPECT_NEAR(box.high.y, 0, 1e-9);
}

TEST(Arc, quarter_turn_keeps_its_ends_on_the_circle) {
    const double bulge = std::tan(std::acos(-1.0) / 8); // 90 degrees
    const Arc arc = arc_between({1, 0, bulge}, {0, -1, 0});
    EXPECT_NEAR(arc.radius, 1, 1e-9);
    EXPECT_NEAR(std::hypot(arc.centre.x, arc.centre.y), 0, 1e-9);
    EXPECT_NEAR(arc.start, 0, 1e-9);
    EXPECT_NEAR(arc.sweep, std::acos(-1.0) / 2, 1e-9);
}

TEST(TextMetrics, cjk_is_one_em_and_latin_is_proportional) {
    EXPECT_DOUBLE_EQ(text_width("弱电间", 3), 9);
    EXPECT_LT(text_width("iii", 3), text_width("WWW", 3));
    EXPECT_GT(text_width("FD", 3, TextWeight::bold), text_width("FD", 3));
}

TEST(TextMetrics, wraps_within_the_width_and_loses_nothing) {
    const std::string text =
        "水平子系统 Cat6A U/UTP，永久链路不大于 90 m；每个 FD 两路干线分别经 1、2 号竖井（异路由）。";
    for (const double width : {12.0, 25.0, 40.0, 90.0}) {
        std::string joined;
        for (const std::string& line : wrapped(text, width, 3)) {
            EXPECT_LE(text_width(line, 3), width + 1e-9) << line;
            EXPECT_FALSE(line.empty());
            joined += line;
        }
        std::string expected = text;
        std::erase(expected, ' ');
        std::erase(joined, ' ');
        EXPECT_EQ(joined, expected);
    }
}

TEST(TextMetrics, never_begins_a_line_with_closing_punctuation) {
    for (const std::string& line : wrapped("一二三四，五六七八。九十", 12, 3))
        EXPECT_FALSE(line.starts_with("，") || line.starts_with("。")) << line;
}

TEST(TextMetrics, cuts_with_dots) {
    const std::string cut = cut_to("会议中心及新闻发布厅", 15, 3);
    EXPECT_TRUE(cut.ends_with("…"));
    EXPECT_LE(text_width(cut, 3), 15);
    EXPECT_EQ(cut_to("会议", 15, 3), "会议");
}

TEST(Drawing, is_placed_by_its_scale) {
    Drawing drawing;
    drawing.scale = 100;
    Draft draft(drawing);
    draft.text({1000, 2000}, "x", {.size = 300});
    draft.symbol(Symbol::td, {500, 500}, 250);
    draft.line({0, 0}, {6000, 0});
    const std::vector<DrawingItem> items = placed(drawing, {1000, 1000}, {50, 60});
    EXPECT_EQ(std::get<TextShape>(items[0].shape).at, (PaperPoint{50, 70}));
    EXPECT_EQ(std::get<TextShape>(items[0].shape).size, 3);
    EXPECT_EQ(std::get<SymbolShape>(items[1].shape).at, (PaperPoint{45, 55}));
    EXPECT_EQ(std::get<PathShape>(items[2].shape).points[1].x, 100);
}

TEST(Symbols, every_one_has_shapes_a_name_and_expands) {
    for (std::size_t i = 0; i < symbol_count; ++i) {
        const auto symbol = static_cast<Symbol>(i);
        const SymbolDrawing& drawn = drawing_of(symbol);
        EXPECT_FALSE(drawn.shapes.empty());
        EXPECT_FALSE(drawn.name.zh.empty() || drawn.name.en.empty());
        const std::size_t extra = drawn.letters > 0 ? 1 : 0;
        EXPECT_EQ(expanded({.symbol = symbol, .letters = "X"}).size(), drawn.shapes.size() + extra);
        for (const DrawingShape& shape : shapes_at(symbol, 10)) {
            const PaperBox box = bounds({{}, {}, shape});
            EXPECT_LE(box.high.y, 5.001);
            EXPECT_GE(box.low.y, -5.001);
            EXPECT_LE(box.high.x, 5 * drawn.aspect + 0.001);
        }
    }
}

TEST(Svg, is_well_formed_with_layers_ids_and_escaped_texts) {
    Drawing drawing;
    drawing.title = {"图 <1>", "Drawing <1>"};
    drawing.extent = {{0, 0}, {100, 50}};
    Draft draft(drawing);
    const RoomId room{42};
    draft.on(DrawingLayer::outlet, room);
    draft.symbol(Symbol::ap, {10, 10}, 3, fixed_colour(0xD55E00));
    draft.symbol(Symbol::fd, {20, 10}, 8, colour(ColourRole::text), "FD");
    draft.on(DrawingLayer::text, room);
    draft.text({5, 5}, "a & b < c > \"d\" 'e'");
    draft.on(DrawingLayer::room, room);
    PolygonShape area{{Draft::corners({{0, 0}, {10, 10}})}, fixed_colour(0xEEEEEE), Hatch{}, Pen{}};
    draft.put(area);
    draft.on(DrawingLayer::wall);
    draft.circle({30, 30}, 5, Pen{});
    const std::string text = svg(drawing, Language::zh);
    pugi::xml_document xml;
    ASSERT_TRUE(xml.load_string(text.c_str())) << text;
    const pugi::xml_node root = xml.child("svg");
    EXPECT_EQ(std::string(root.attribute("viewBox").value()), "0 0 100 50");
    EXPECT_EQ(std::string(root.attribute("width").value()), "100mm");
    EXPECT_EQ(std::string(root.child("title").text().get()), "图 <1>");
    std::vector<std::string> layers;
    for (const pugi::xml_node group : root.children("g"))
        layers.emplace_back(group.attribute("id").value());
    EXPECT_EQ(layers, (std::vector<std::string>{"RISER-ROOM", "RISER-WALL", "RISER-OUTLET", "RISER-TEXT"}));
    const pugi::xml_node outlets = root.find_child_by_attribute("g", "id", "RISER-OUTLET");
    for (const pugi::xml_node use : outlets.children("use")) {
        EXPECT_EQ(std::string(use.attribute("data-id").value()), to_string(AnyId(room)));
        const std::string target = std::string(use.attribute("href").value()).substr(1);
        EXPECT_TRUE(root.child("defs").find_child_by_attribute("g", "id", target.c_str()));
    }
    EXPECT_EQ(std::string(outlets.child("text").text().get()), "FD");
    EXPECT_EQ(std::string(root.find_child_by_attribute("g", "id", "RISER-TEXT").child("text").text().get()),
              "a & b < c > \"d\" 'e'");
}

} // namespace
} // namespace riser
