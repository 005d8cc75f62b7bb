// SPDX-License-Identifier: GPL-3.0-or-later
// What people read: formatting codes, escapes, code pages; and where a text stands.
#include "model/import/dxf.h"
#include "model/import/dxf/formatting.h"
#include "tests/model/import/dxf_builder.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace riser {
namespace {

using namespace dxf;
constexpr double pi = std::numbers::pi;

SketchText text_of(const Drawing& drawing) {
    const Result<PlanSketch> sketch = read_dxf(drawing.text(), "a.dxf");
    EXPECT_TRUE(sketch) << to_string(sketch.error(), Language::en);
    if (!sketch || sketch->texts.empty())
        return {};
    return sketch->texts.front();
}
std::string paragraph(const char* layer, const std::string& content, const Groups& more = {}) {
    return entity("MTEXT", layer, {{10, 0}, {20, 0}, {40, 350}, {71, 1}, {1, content}}) + groups(more);
}

TEST(DxfTexts, PlainTextCodes) {
    const std::pair<const char*, const char*> cases[] = {
        {"%%uKITCHEN", "KITCHEN"}, {"%%UA%%uB", "AB"},       {"%%c100", "⌀100"},       {"90%%d", "90°"},
        {"%%p0.000", "±0.000"},    {"100%%%", "100%"},       {"%%O%%kx", "x"},         {"%%065", "A"},
        {"%%132@200", "Φ@200"},    {"50%% off", "50%% off"}, {"a%%", "a%%"},           {"%%12", "%%12"},
        {"a^ b", "a^b"},           {"a^Ib", "a b"},          {"  spaced  ", "spaced"}, {"C:\\Program", "C:\\Program"},
        {"{braces}", "{braces}"}, // in a TEXT they are letters
    };
    for (const auto& [raw, expected] : cases)
        EXPECT_EQ(plain_text(raw), expected) << raw;
}

TEST(DxfTexts, ParagraphCodes) {
    const std::pair<const char*, const char*> cases[] = {
        {"first\\Psecond", "first\nsecond"},
        {"{\\fSimSun|b0|i0|c134|p2;办公室}", "办公室"},
        {"{\\H1.5x;\\C1;Room} 301", "Room 301"},
        {"\\A1;会议室\\H0.7x;\\S2^;", "会议室2"},
        {"34.88m\\S2^ ;", "34.88m2"},
        {"\\S1/2;", "1/2"},
        {"3\\S1#2;\"", "3 1/2\""},
        {"\\S+0.1^-0.2;", "+0.1/-0.2"},
        {"\\L underlined\\l \\Oover\\o", "underlined over"},
        {"a\\~b", "a b"},
        {"\\\\server \\{x\\}", "\\server {x}"},
        {"\\pxqc;centred", "centred"},
        {"\\T1.1;\\Q15;\\W0.8;wide", "wide"},
        {"%%c20 %%p5 %%d", "⌀20 ±5 °"},
        {"{{nested {\\fArial;deep}}}", "nested deep"},
        {"unclosed {\\fArial;group", "unclosed group"},
        {"ends in \\", "ends in"},
        {"\\Z is no code", "\\Z is no code"},
        {"\\fArial without end", "fArial without end"},
        {"a^Jb\\Nc", "a\nb\nc"},
        {"\\P\\P 楼梯 \\P\\P", "楼梯"},
    };
    for (const auto& [raw, expected] : cases)
        EXPECT_EQ(plain_paragraph(raw), expected) << raw;
}

TEST(DxfTexts, Escapes) {
    EXPECT_EQ(text_of(a_drawing().unit(4).with(text("0", 0, 0, 3, "\\U+4F1A\\U+8BAE\\U+5BA4 301"))).content,
              "会议室 301");
    EXPECT_EQ(text_of(a_drawing().unit(4).with(text("0", 0, 0, 3, "\\U+D83D\\U+DE00"))).content, "😀");
    EXPECT_EQ(text_of(a_drawing().unit(4).with(text("0", 0, 0, 3, "\\U+D83Dx"))).content, "\uFFFDx");
    EXPECT_EQ(text_of(a_drawing().unit(4).with(text("0", 0, 0, 3, "\\M+5BBE1\\M+5D2E9"))).content, "会议");
    EXPECT_EQ(text_of(a_drawing().unit(4).with(text("0", 0, 0, 3, "\\M+189EF"))).content, "会");
    EXPECT_EQ(text_of(a_drawing().unit(4).with(text("0", 0, 0, 3, "\\U+12 \\M+9"))).content, "\\U+12 \\M+9");
}

TEST(DxfTexts, LongParagraphsComeInPiecesThatMaySplitALetter) {
    std::string long_text = "x";
    std::string chinese;
    for (int i = 0; i < 83; ++i)
        chinese += "弱";
    long_text += chinese; // 250 bytes, a cut at 248 falls inside a letter
    const std::string body = entity("MTEXT", "0",
                                    {{10, 0},
                                     {20, 0},
                                     {40, 350},
                                     {3, long_text.substr(0, 248)},
                                     {3, long_text.substr(248) + long_text.substr(1) + "\\U+4E"},
                                     {1, "8C}\\P end"}});
    EXPECT_EQ(text_of(a_drawing().unit(4).with(body)).content, "x" + chinese + chinese + "二\n end");
}

TEST(DxfTexts, CodePages) {
    struct Case {
        const char* page;
        std::string bytes;
        const char* expected;
        const char* encoding;
        const char* version = "AC1015";
    };
    const Case cases[] = {
        {"ANSI_936", "\xBB\xE1\xD2\xE9\xCA\xD2", "会议室", "GB18030"},
        {"gb2312", "\xBB\xE1\xD2\xE9", "会议", "GB18030"},
        {"ANSI_936", "会议室", "会议室", "UTF-8"}, // declared GBK, written UTF-8
        {"ANSI_936", "会议室", "会议室", "UTF-8", "AC1032"},
        {"ANSI_936", "\xBB\xE1\xD2\xE9\xCA\xD2", "会议室", "GB18030",
         "AC1032"},                                          // declared UTF-8 by version, written GBK
        {"ANSI_936", "\xCD\xA8", "通", "GB18030"},           // also valid UTF-8, but of an old file with a wide page
        {"ANSI_936", "\x81\x5C\x81\x5C", "乗乗", "GB18030"}, // the second byte of a letter is a backslash
        {"ANSI_950", "\xB7\x7C\xC4\xB3\xAB\xC7", "會議室", "BIG5-HKSCS"},
        {"ANSI_932", "\x89\xEF\x8B\x63\x8E\xBA", "会議室", "CP932"},
        {"ANSI_949", "\xC8\xB8\xC0\xC7\xBD\xC7", "회의실", "CP949"},
        {"ANSI_1252", "B\xFCro", "Büro", "CP1252"},
        {"ANSI_1252", "Büro", "Büro", "UTF-8"},
        {"ANSI_1251", "\xEA\xEE\xF0\xE8\xE4\xEE\xF0", "коридор", "CP1251"},
        {"", "\xBB\xE1\xD2\xE9\xCA\xD2", "会议室", "GB18030"}, // nothing declared: pairs throughout are Chinese
        {"ANSI_1252", "\xBB\xE1\xD2\xE9\xCA\xD2", "会议室", "GB18030"}, // declared Western by an English AutoCAD
        {"martian", "B\xFCro", "Büro", "CP1252"},
    };
    for (const Case& c : cases) {
        Drawing drawing = a_drawing().header("$ACADVER", 1, c.version).unit(4);
        if (*c.page)
            drawing.header("$DWGCODEPAGE", 3, c.page);
        drawing.with(text(c.bytes.c_str(), 0, 0, 300, c.bytes));
        const Result<PlanSketch> sketch = read_dxf(drawing.text(), "a.dxf");
        ASSERT_TRUE(sketch) << to_string(sketch.error(), Language::en);
        EXPECT_EQ(sketch->encoding, c.encoding) << c.page << " " << c.expected;
        EXPECT_EQ(sketch->texts[0].content, c.expected) << c.page;
        EXPECT_EQ(sketch->layers[1].name, c.expected) << c.page;
        EXPECT_EQ(sketch->code_page, c.page);
    }
}

TEST(DxfTexts, WhatNoEncodingReadsIsMarkedAndCounted) {
    const std::string good = "会议室会议室会议室";
    const Result<PlanSketch> sketch = read_dxf(a_drawing()
                                                   .header("$DWGCODEPAGE", 3, "ANSI_936")
                                                   .unit(4)
                                                   .with(text("0", 0, 0, 300, good))
                                                   .with(text("0", 0, 0, 300, good))
                                                   .with(text("0", 0, 0, 300, "A\xFF\xFF"))
                                                   .text(),
                                               "a.dxf");
    ASSERT_TRUE(sketch);
    EXPECT_EQ(sketch->texts[2].content, "A\uFFFD\uFFFD");
    EXPECT_NE(sketch->notes.back().en.find("1 texts"), std::string::npos);
}

TEST(DxfTexts, PlaceOfAText) {
    const SketchText plain = text_of(a_drawing().unit(4).with(text("0", 100, 200, 300, "ABCDE")));
    EXPECT_EQ(plain.kind, SketchTextKind::text);
    EXPECT_EQ(plain.at, (SketchPoint{100, 200}));
    EXPECT_DOUBLE_EQ(plain.height, 300);
    EXPECT_NEAR(plain.centre.x, 100 + plain.width / 2, 1e-9);
    EXPECT_NEAR(plain.centre.y, 350, 1e-9);
    // Centred on its second point, as room names are; the first is what AutoCAD computed, here nothing.
    const SketchText centred = text_of(a_drawing().unit(4).with(
        entity("TEXT", "0", {{10, 0}, {20, 0}, {40, 300}, {1, "会议室"}, {72, 1}, {11, 5000}, {21, 7000}, {73, 2}})));
    EXPECT_NEAR(centred.centre.x, 5000, 1e-9);
    EXPECT_NEAR(centred.centre.y, 7000, 1e-9);
    const SketchText middle = text_of(a_drawing().unit(4).with(
        entity("TEXT", "0", {{10, 0}, {20, 0}, {40, 300}, {1, "会议室"}, {72, 4}, {11, 5000}, {21, 7000}})));
    EXPECT_NEAR(middle.centre.x, 5000, 1e-9);
    EXPECT_NEAR(middle.centre.y, 7000, 1e-9);
    const SketchText turned =
        text_of(a_drawing().unit(4).with(entity("TEXT", "0", {{10, 0}, {20, 0}, {40, 300}, {1, "W"}, {50, 90}})));
    EXPECT_NEAR(turned.rotation, pi / 2, 1e-9);
    EXPECT_NEAR(turned.centre.x, -150, 1e-9);
    const SketchText below = text_of(a_drawing().unit(4).with(
        entity("TEXT", "0", {{10, -100}, {20, 200}, {40, 300}, {1, "W"}, {210, 0}, {220, 0}, {230, -1}})));
    EXPECT_NEAR(below.at.x, 100, 1e-9);
}

TEST(DxfTexts, PlaceOfAParagraph) {
    // Attached at its middle.
    const SketchText middle = text_of(a_drawing().unit(4).with(
        entity("MTEXT", "0", {{10, 1000}, {20, 2000}, {40, 300}, {71, 5}, {1, "会议室\\P301"}})));
    EXPECT_EQ(middle.kind, SketchTextKind::paragraph);
    EXPECT_NEAR(middle.centre.x, 1000, 1e-9);
    EXPECT_NEAR(middle.centre.y, 2000, 1e-9);
    EXPECT_GT(middle.at.y, 2000);
    const SketchText top_left = text_of(a_drawing().unit(4).with(paragraph("0", "ABC")));
    EXPECT_NEAR(top_left.at.y, -350, 1e-9);
    // The direction by its vector, all four quadrants.
    const std::pair<SketchPoint, double> directions[] = {
        {{0, 1}, pi / 2}, {{-1, 0.0}, pi}, {{-1, -1}, -3 * pi / 4}, {{1, -1}, -pi / 4}};
    for (const auto& [d, angle] : directions)
        EXPECT_NEAR(text_of(a_drawing().unit(4).with(paragraph("0", "A", {{11, d.x}, {21, d.y}, {31, 0}}))).rotation,
                    angle, 1e-9);
    EXPECT_NEAR(text_of(a_drawing().unit(4).with(paragraph("0", "A", {{50, 90}}))).rotation, pi / 2, 1e-9);
    EXPECT_NEAR(text_of(a_drawing().unit(4).with(paragraph("0", "A", {{11, 0}, {21, 1}, {31, 0}, {50, 0}}))).rotation,
                0, 1e-9);
}

TEST(DxfTexts, EmbeddedObjectsDoNotOverwriteTheirText) {
    const SketchText text = text_of(a_drawing().unit(4).with(paragraph(
        "0", "会议室", {{101, "Embedded Object"}, {70, 1}, {10, 1}, {20, 0}, {40, 9999}, {1, "other"}, {42, 5}})));
    EXPECT_EQ(text.content, "会议室");
    EXPECT_DOUBLE_EQ(text.height, 350);
}

TEST(DxfTexts, AttributesOfInserts) {
    const std::string body =
        insert("ROOM", "TAG", 1000, 1000, {{66, 1}}) +
        entity("ATTRIB", "ROOM", {{10, 1200}, {20, 1300}, {40, 250}, {1, "301"}, {2, "NUMBER"}, {70, 0}}) +
        entity("ATTRIB", "ROOM", {{10, 1200}, {20, 1000}, {40, 250}, {1, "secret"}, {2, "HIDDEN"}, {70, 1}}) +
        entity("ATTRIB", "ROOM",
               {{10, 0},
                {20, 0},
                {40, 250},
                {1, "办公室"},
                {2, "NAME"},
                {70, 0},
                {72, 1},
                {74, 2},
                {11, 5000},
                {21, 6000}}) +
        entity("SEQEND", "ROOM", {});
    const Result<PlanSketch> sketch =
        read_dxf(a_drawing()
                     .unit(4)
                     .block("TAG", circle("0", 0, 0, 300) +
                                       entity("ATTDEF", "0",
                                              {{10, 0}, {20, 0}, {40, 250}, {1, "000"}, {2, "NUMBER"}, {3, "prompt"}}))
                     .with(body)
                     .text(),
                 "a.dxf");
    ASSERT_TRUE(sketch);
    ASSERT_EQ(sketch->texts.size(), 2U);
    EXPECT_EQ(sketch->texts[0].kind, SketchTextKind::attribute);
    EXPECT_EQ(sketch->texts[0].content, "301");
    EXPECT_EQ(sketch->texts[0].tag, "NUMBER");
    EXPECT_EQ(sketch->texts[0].at, (SketchPoint{1200, 1300})); // not moved by the insert
    EXPECT_EQ(sketch->texts[1].content, "办公室");
    EXPECT_NEAR(sketch->texts[1].centre.x, 5000, 1e-9);
    EXPECT_NEAR(sketch->texts[1].centre.y, 6000, 1e-9);
}

TEST(DxfTexts, TextsInBlocksGrowAndTurnWithThem) {
    const Result<PlanSketch> sketch = read_dxf(a_drawing()
                                                   .unit(4)
                                                   .block("A", text("0", 10, 0, 3, "N"))
                                                   .with(insert("0", "A", 0, 0, {{41, 100}, {42, 100}, {50, 90}}))
                                                   .text(),
                                               "a.dxf");
    ASSERT_TRUE(sketch);
    ASSERT_EQ(sketch->texts.size(), 1U);
    EXPECT_NEAR(sketch->texts[0].height, 300, 1e-9);
    EXPECT_NEAR(sketch->texts[0].rotation, pi / 2, 1e-9);
    EXPECT_NEAR(sketch->texts[0].at.y, 1000, 1e-9);
    EXPECT_EQ(sketch->texts[0].insert, 0U);
}

} // namespace
} // namespace riser
