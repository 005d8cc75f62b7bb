// SPDX-License-Identifier: GPL-3.0-or-later
// Broken, hostile and foreign files: each gets its own words and place, none gets through.
#include "model/import/dxf.h"
#include "tests/model/import/dxf_builder.h"

#include <cmath>
#include <gtest/gtest.h>

#include <chrono>
#include <rapidcheck/gtest.h>
#include <thread>

namespace riser {
namespace {

using namespace dxf;

std::string simple() { return a_drawing().unit(4).layer("WALL").with(line("WALL", 0, 0, 5000, 0)).text(); }

struct Refusal {
    const char* name;
    std::string bytes;
    ErrorCode code;
    std::uint32_t line; // 0: the whole file
    const char* words;  // in the English message
};

std::string without(std::string text, const std::string& part) {
    const std::size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return at == std::string::npos ? text : text.erase(at, part.size());
}

std::string laughs() {
    Drawing drawing = a_drawing();
    drawing.block("B0", line("0", 0, 0, 1, 1));
    for (int i = 1; i < 20; ++i) {
        std::string body;
        for (int k = 0; k < 10; ++k)
            body += insert("0", ("B" + std::to_string(i - 1)).c_str(), k, 0);
        drawing.block(("B" + std::to_string(i)).c_str(), body);
    }
    return drawing.with(insert("0", "B19", 0, 0)).text();
}

// Defined inside out and used inside out, so that each block's own depth is known before the next asks.
std::string deep(int levels) {
    Drawing drawing = a_drawing();
    drawing.block("B0", line("0", 0, 0, 1, 1));
    drawing.with(insert("0", "B0", 0, 0));
    for (int i = 1; i < levels; ++i) {
        drawing.block(("B" + std::to_string(i)).c_str(), insert("0", ("B" + std::to_string(i - 1)).c_str(), 0, 0));
        drawing.with(insert("0", ("B" + std::to_string(i)).c_str(), 0, 0));
    }
    return drawing.text();
}

std::vector<Refusal> refusals() {
    const std::string good = simple();
    const std::string truncated_entity = good.substr(0, good.find("11\n5000"));
    return {
        {"empty", "", ErrorCode::bad_input, 0, "empty"},
        {"blank", "  \n\n \r\n", ErrorCode::bad_input, 1, "nothing but blanks"},
        {"binary DXF", std::string("AutoCAD Binary DXF\r\n\x1a\0abc", 25), ErrorCode::unsupported, 0, "binary DXF"},
        {"DWG", std::string("AC1032\0\0\0\0\0\0", 12), ErrorCode::unsupported, 0, "DWG"},
        {"old DWG", "AC1.50 something", ErrorCode::unsupported, 0, "DWG"},
        {"IFC", "ISO-10303-21;\nHEADER;", ErrorCode::unsupported, 1, "IFC"},
        {"PDF", "%PDF-1.7\n", ErrorCode::unsupported, 1, "PDF"},
        {"zip", "PK\x03\x04garbage", ErrorCode::unsupported, 1, "zip"},
        {"picture", "\x89PNG\r\n\x1a\n", ErrorCode::unsupported, 1, "picture"},
        {"UTF-16",
         std::string("\xff\xfe"
                     "0\0\n\0",
                     6),
         ErrorCode::unsupported, 1, "UTF-16"},
        {"HTML", "<!DOCTYPE html><html>", ErrorCode::unsupported, 1, "HTML"},
        {"prose", "Dear colleague,\nplease find attached", ErrorCode::bad_input, 1, "group code"},
        {"no value after the code", "0\nSECTION\n2\nENTITIES\n0", ErrorCode::bad_input, 5, "value is missing"},
        {"no EOF", without(good, "0\nEOF\n"), ErrorCode::bad_input, 0, "no EOF"},
        {"cut inside an entity", truncated_entity, ErrorCode::bad_input, 0, "is cut"},
        {"cut after a code", truncated_entity + "11\n", ErrorCode::bad_input, 0, "value is missing"},
        {"cut inside the header", "0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n4\n", ErrorCode::bad_input, 8,
         "SECTION HEADER"},
        {"cut after SECTION", "0\nSECTION\n", ErrorCode::bad_input, 2, "is cut"},
        {"section without a name", "0\nSECTION\n0\nLINE\n0\nENDSEC\n0\nEOF\n", ErrorCode::bad_input, 4,
         "without its name"},
        {"section not closed", without(good, "0\nENDSEC\n"), ErrorCode::bad_input, 10, "has no ENDSEC"},
        {"EOF inside a section", "0\nSECTION\n2\nENTITIES\n0\nEOF\n", ErrorCode::bad_input, 6, "has no ENDSEC"},
        {"entity outside sections", "0\nLINE\n10\n0\n0\nEOF\n", ErrorCode::bad_input, 2, "expected SECTION"},
        {"no ENTITIES", "0\nSECTION\n2\nHEADER\n0\nENDSEC\n0\nEOF\n", ErrorCode::bad_input, 0, "no ENTITIES"},
        {"no entity", "0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n", ErrorCode::bad_input, 0, "empty"},
        {"a line slipped out of step", without(good, "20\n"), ErrorCode::bad_input, 0, "group code"},
        {"group code with letters", "0\nSECTION\n2\nENTITIES\n8a\nWALL\n0\nENDSEC\n0\nEOF\n", ErrorCode::bad_input, 5,
         "'8a'"},
        {"group code out of range", "0\nSECTION\n2\nENTITIES\n99999\nWALL\n0\nENDSEC\n0\nEOF\n", ErrorCode::bad_input,
         5, "'99999'"},
        {"block not closed", "0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n2\nA\n0\nENDSEC\n0\nEOF\n", ErrorCode::bad_input, 10,
         "no ENDBLK"},
        {"block inside a block",
         "0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n2\nA\n0\nBLOCK\n2\nB\n0\nENDBLK\n0\nENDSEC\n0\nEOF\n", ErrorCode::bad_input,
         10, "begins inside a block"},
        {"ENDBLK alone", "0\nSECTION\n2\nBLOCKS\n0\nENDBLK\n0\nENDSEC\n0\nEOF\n", ErrorCode::bad_input, 6,
         "without its BLOCK"},
        {"block inserts itself", a_drawing().block("A", insert("0", "A", 1, 1)).with(insert("0", "A", 0, 0)).text(),
         ErrorCode::bad_input, 0, "inserts itself"},
        {"blocks insert each other",
         a_drawing()
             .block("A", insert("0", "b", 1, 1))
             .block("B", insert("0", "a", 1, 1))
             .with(insert("0", "A", 0, 0))
             .text(),
         ErrorCode::bad_input, 0, "inserts itself"},
        {"ten to the twentieth lines", laughs(), ErrorCode::bad_input, 0, "more than 3000000"},
        {"an array beyond all bounds",
         a_drawing()
             .block("A", line("0", 0, 0, 1, 0))
             .with(insert("0", "A", 0, 0, {{70, 2000000000}, {71, 2000000000}, {44, 1}, {45, 1}}))
             .text(),
         ErrorCode::bad_input, 0, "more than 3000000"},
        {"an array of nothing beyond all bounds",
         a_drawing().block("A", "").with(insert("0", "A", 0, 0, {{70, 2000000000}, {71, 2000000000}})).text(),
         ErrorCode::bad_input, 0, "more than 3000000"},
        {"blocks nested too deep", deep(40), ErrorCode::bad_input, 0, "nest deeper than 32"},
        {"blocks nested far too deep", deep(60'000), ErrorCode::bad_input, 0, "nest deeper than 32"},
        {"nothing but paper space",
         a_drawing().with(entity("LINE", "0", {{67, 1}, {10, 0}, {20, 0}, {11, 5}, {21, 5}})).text(),
         ErrorCode::bad_input, 0, "paper space"},
        {"nothing but Tangent objects", a_drawing().with(entity("TCH_WALL", "WALL", {{10, 0}, {20, 0}})).text(),
         ErrorCode::bad_input, 0, "Tangent"},
        {"nothing but NaN", a_drawing().with(line("0", 0, 0, std::nan(""), 1)).text(), ErrorCode::bad_input, 0,
         "unusable number"},
    };
}

TEST(DxfStructure, RefusesWithWordsAndPlace) {
    for (const Refusal& refusal : refusals()) {
        const Result<PlanSketch> read = read_dxf(refusal.bytes, "plan.dxf");
        ASSERT_FALSE(read) << refusal.name;
        const Error& error = read.error();
        EXPECT_EQ(error.code, refusal.code) << refusal.name;
        EXPECT_EQ(error.where.file, "plan.dxf") << refusal.name;
        if (refusal.line != 0) {
            EXPECT_EQ(error.where.line, refusal.line) << refusal.name << ": " << to_string(error, Language::en);
        }
        EXPECT_NE(error.message.en.find(refusal.words), std::string::npos) << refusal.name << ": " << error.message.en;
        EXPECT_FALSE(error.message.zh.empty()) << refusal.name;
        EXPECT_TRUE(is_utf8(error.message.zh)) << refusal.name;
    }
}

TEST(DxfStructure, ReadsWhatIsMerelyUnusual) {
    const std::string good = simple();
    const auto replaced = [&](const std::string& what, const std::string& by) {
        std::string out = good;
        for (std::size_t at = 0; (at = out.find(what, at)) != std::string::npos; at += by.size())
            out.replace(at, what.size(), by);
        return out;
    };
    const std::pair<const char*, std::string> cases[] = {
        {"plain", good},
        {"CRLF", replaced("\n", "\r\n")},
        {"CR alone", replaced("\n", "\r")},
        {"byte order mark", "\xEF\xBB\xBF" + good},
        {"comments", "999\nmade by hand\n" + good},
        {"comment before the section's name",
         "0\nSECTION\n999\nhand\n2\nENTITIES\n" + line("0", 0, 0, 9, 0) + "0\nENDSEC\n0\nEOF\n"},
        {"blank tail", good + "\n \n\x1a"},
        {"no line end at EOF", good.substr(0, good.size() - 1)},
        {"blanks around codes", replaced("\n10\n", "\n  10 \n")},
        {"a section nobody knows", "0\nSECTION\n2\nACDSDATA\n0\nWHATEVER\n280\n1\n0\nENDSEC\n" + good},
        {"entities only", "0\nSECTION\n2\nENTITIES\n" + line("0", 0, 0, 9, 0) + "0\nENDSEC\n0\nEOF\n"},
    };
    for (const auto& [name, bytes] : cases) {
        const Result<PlanSketch> read = read_dxf(bytes, "plan.dxf");
        ASSERT_TRUE(read) << name << ": " << to_string(read.error(), Language::en);
        EXPECT_EQ(read->curves.size(), 1U) << name;
    }
}

TEST(DxfStructure, LeavesOutEntitiesThatMakeNoSenseAndSaysSo) {
    const std::string drawing = a_drawing()
                                    .unit(4)
                                    .with(line("0", 0, 0, 5000, 0))
                                    .with(entity("LINE", "0", {{10, "1.2.3"}, {20, 0}, {11, 1}, {21, 1}}))
                                    .with(entity("LINE", "0", {{10, "inf"}, {20, 0}, {11, 1}, {21, 1}}))
                                    .with(entity("LINE", "0", {{10, 1e15}, {20, 0}, {11, 1}, {21, 1}}))
                                    .with(entity("CIRCLE", "0", {{10, 0}, {20, 0}, {40, -5}}))
                                    .with(entity("VERTEX", "0", {{10, 0}, {20, 0}}))
                                    .with(entity("LWPOLYLINE", "0", {{90, 2000000000}, {70, 0}}))
                                    .with(entity("LWPOLYLINE", "0", {{42, 1}, {20, 1}, {90, 1}}))
                                    .with(insert("0", "nowhere", 0, 0))
                                    .with(insert("0", "", 0, 0))
                                    .text();
    const Result<PlanSketch> read = read_dxf(drawing, "plan.dxf");
    ASSERT_TRUE(read) << to_string(read.error(), Language::en);
    EXPECT_EQ(read->curves.size(), 1U);
    std::uint32_t left_out = 0;
    for (const SketchCount& count : read->counts) {
        left_out += count.left_out;
        EXPECT_EQ(count.left_out == 0, count.why.empty()) << count.what;
        EXPECT_EQ(count.left_out == 0, count.first_line == 0) << count.what;
    }
    EXPECT_EQ(left_out, 9U);
}

TEST(DxfStructure, StopsWhenAsked) {
    const std::string small = a_drawing().unit(4).with(line("0", 0, 0, 1, 0)).text();
    std::stop_source at_once;
    at_once.request_stop();
    const Result<PlanSketch> none = read_dxf(small, "a.dxf", {.stop = at_once.get_token()});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::stopped);
    // In the middle of more than a million entities.
    const std::string large = a_drawing()
                                  .unit(4)
                                  .block("A", line("0", 0, 0, 1, 0))
                                  .with(insert("0", "A", 0, 0, {{70, 1100}, {71, 1100}, {44, 5}, {45, 5}}))
                                  .text();
    std::stop_source later;
    std::jthread hand([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        later.request_stop();
    });
    const Result<PlanSketch> stopped = read_dxf(large, "a.dxf", {.stop = later.get_token()});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::stopped);
}

TEST(DxfStructure, TheBoundsAreTheCallers) {
    const std::string drawing =
        a_drawing().unit(4).block("A", line("0", 0, 0, 1, 0)).with(insert("0", "A", 0, 0, {{70, 10}, {44, 5}})).text();
    EXPECT_TRUE(read_dxf(drawing, "a.dxf", {.max_entities = 20}));
    EXPECT_FALSE(read_dxf(drawing, "a.dxf", {.max_entities = 19}));
    EXPECT_FALSE(read_dxf(deep(3), "a.dxf", {.max_depth = 2}));
    EXPECT_TRUE(read_dxf(deep(3), "a.dxf", {.max_depth = 3}));
    const Result<PlanSketch> points =
        read_dxf(a_drawing().unit(4).with(circle("0", 0, 0, 1e9)).text(), "a.dxf", {.max_points = 1000});
    ASSERT_FALSE(points);
    EXPECT_NE(points.error().message.en.find("1000 points"), std::string::npos);
}

// Every prefix of a drawing is refused: nothing cut passes for whole.
TEST(DxfStructure, EveryTruncationIsRefused) {
    const std::string good = a_drawing()
                                 .unit(4)
                                 .layer("WALL")
                                 .block("A", line("0", 0, 0, 1, 1))
                                 .with(polyline("WALL", true, {{0, 0, 1}, {10, 0}, {10, 10}}))
                                 .with(insert("WALL", "A", 5, 5))
                                 .with(text("0", 0, 0, 3, "abc"))
                                 .text();
    ASSERT_TRUE(read_dxf(good, "a.dxf"));
    // The last pair may lose its line end and the word EOF nothing.
    for (std::size_t n = 0; n + 1 < good.size(); ++n)
        ASSERT_FALSE(read_dxf(std::string_view(good).substr(0, n), "a.dxf")) << n;
}

RC_GTEST_PROP(DxfStructure, DamageNeverCrashes, ()) {
    std::string bytes = a_drawing()
                            .unit(4)
                            .layer("WALL", 1)
                            .block("A", line("0", 0, 0, 1, 1) + arc("0", 0, 0, 5, 0, 90))
                            .with(polyline("WALL", true, {{0, 0, 1}, {10, 0}, {10, 10}}))
                            .with(insert("WALL", "A", 5, 5, {{41, -1}, {50, 30}, {70, 2}, {44, 3}}))
                            .with(entity("SPLINE", "0",
                                         {{71, 2},
                                          {72, 6},
                                          {73, 3},
                                          {40, 0},
                                          {40, 0},
                                          {40, 0},
                                          {40, 1},
                                          {40, 1},
                                          {40, 1},
                                          {10, 0},
                                          {20, 0},
                                          {10, 1},
                                          {20, 1},
                                          {10, 2},
                                          {20, 0}}))
                            .with(entity("MTEXT", "0", {{10, 0}, {20, 0}, {40, 3}, {1, "{\\fArial;a}\\Pb"}}))
                            .text();
    const int times = *rc::gen::inRange(1, 8);
    for (int i = 0; i < times; ++i) {
        const std::size_t at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            bytes[at] = *rc::gen::arbitrary<char>();
            break;
        case 1:
            bytes.erase(at, *rc::gen::inRange<std::size_t>(1, 20));
            break;
        case 2:
            bytes.insert(at, *rc::gen::element<std::string>("-", "9", "\n", "0\nENDSEC\n", "1e308", "\xff", "90\n-1\n",
                                                            "42\n7\n"));
            break;
        default:
            bytes += bytes.substr(at, 200);
            break;
        }
        if (bytes.empty())
            bytes = "0";
    }
    const Result<PlanSketch> read = read_dxf(bytes, "a.dxf", {.max_entities = 10'000, .max_points = 100'000});
    if (read) {
        for (const SketchCurve& curve : read->curves)
            for (const SketchPoint& p : curve.points)
                RC_ASSERT(std::isfinite(p.x) && std::isfinite(p.y));
    } else {
        RC_ASSERT(!read.error().message.en.empty());
    }
}

} // namespace
} // namespace riser
