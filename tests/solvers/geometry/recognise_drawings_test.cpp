// SPDX-License-Identifier: GPL-3.0-or-later
// Recognition on drawings with a truth file: the example building, and plans of others where they are at hand.
#include "model/fields/field.h"
#include "model/import/dxf.h"
#include "solvers/geometry/recognise.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

namespace riser {
namespace {

const std::string source_folder = RISER_SOURCE_DIR;
const std::string plans_of_others = source_folder + "/../shared/data/plans/";

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::vector<std::vector<std::string>> table_of(const std::string& path) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(bytes_of(path));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#')
            continue;
        std::vector<std::string> cells;
        std::istringstream rest(line);
        for (std::string cell; std::getline(rest, cell, ',');)
            cells.push_back(cell);
        rows.push_back(std::move(cells));
    }
    return rows;
}

Result<RecognisedFloor> recognised(const std::string& path, std::optional<int> sheet, const Run& run = {}) {
    const Result<PlanSketch> sketch = read_dxf(bytes_of(path), path);
    if (!sketch)
        return sketch.error();
    const std::vector<SketchSheet> sheets = find_sheets(*sketch);
    const Result<const SketchSheet*> picked = pick_sheet(sheets, sheet, path);
    if (!picked)
        return picked.error();
    return recognise(*sketch, **picked, LayerMap(), {}, run);
}

TEST(RecogniseDrawings, AnotherUnitIsSaidAtOnce) {
    const std::string path = source_folder + "/examples/administrative-building/plans/1F.dxf";
    for (const auto& [unit, fits] : {std::pair(1.0, true), {10.0, true}, {1000.0, false}, {0.001, false}}) {
        DxfOptions options;
        options.millimetres_per_unit = unit;
        const Result<PlanSketch> sketch = read_dxf(bytes_of(path), path, options);
        ASSERT_TRUE(sketch);
        const std::vector<SketchSheet> sheets = find_sheets(*sketch);
        const Result<const SketchSheet*> picked = pick_sheet(sheets, {}, path);
        ASSERT_TRUE(picked);
        std::stop_source stop;
        if (fits)
            stop.request_stop(); // that it begins is enough here
        const Result<RecognisedFloor> floor = recognise(*sketch, **picked, LayerMap(), {}, {stop.get_token(), {}});
        ASSERT_FALSE(floor);
        EXPECT_EQ(floor.error().code, fits ? ErrorCode::stopped : ErrorCode::bad_input) << unit;
        EXPECT_EQ(floor.error().fix.en.find("--units") != std::string::npos, !fits);
    }
}

Point local(const RecognisedFloor& floor, double x, double y) {
    const DrawingTransform& t = floor.transform;
    return {static_cast<std::int32_t>(std::lround(x * t.millimetres_per_unit - static_cast<double>(t.offset_x))),
            static_cast<std::int32_t>(std::lround(y * t.millimetres_per_unit - static_cast<double>(t.offset_y)))};
}

const RecognisedRoom* room_at(const RecognisedFloor& floor, Point p) {
    for (const RecognisedRoom& room : floor.rooms)
        if (contains(room.outline, p))
            return &room;
    return nullptr;
}

struct TruePoint {
    std::string name;
    std::string number;
    Point at;
    double area = 0; // mm2, 0: not known
    std::string use;
};

struct Score {
    std::size_t truth = 0, found = 0, invented = 0, rooms = 0, area_off = 0, use_off = 0;
    std::string misses;
};

// Found: the room around the point has the name and number and holds no other point.
Score score_of(const RecognisedFloor& floor, const std::vector<TruePoint>& truth) {
    Score score;
    score.truth = truth.size();
    score.rooms = floor.rooms.size();
    std::map<const RecognisedRoom*, int> hits;
    for (const TruePoint& t : truth)
        if (const RecognisedRoom* room = room_at(floor, t.at))
            ++hits[room];
    for (const TruePoint& t : truth) {
        const RecognisedRoom* room = room_at(floor, t.at);
        const bool named = room && (t.number.empty() ? room->name.zh == t.name || room->number == t.name
                                                     : room->number == t.number && room->name.zh == t.name);
        if (named && hits[room] == 1)
            ++score.found;
        else
            score.misses += t.number + t.name + (room ? "=" + room->number + room->name.zh : " not found") + "; ";
        if (room && t.area > 0)
            score.area_off += std::abs(static_cast<double>(room->area.value) - t.area) > 0.05 * t.area + 400'000;
        if (room && !t.use.empty())
            score.use_off += key_of(room->use) != t.use;
    }
    for (const RecognisedRoom& room : floor.rooms)
        score.invented += hits[&room] == 0;
    return score;
}

void print(const char* drawing, const Score& score, std::size_t openings) {
    std::cout << drawing << ": " << score.found << " of " << score.truth << " rooms found, " << score.invented << " of "
              << score.rooms << " recognised are no room, " << openings << " openings\n";
    if (!score.misses.empty())
        std::cout << "  missed: " << score.misses << '\n';
}

void expect_sound(const RecognisedFloor& floor) {
    for (const RecognisedRoom& room : floor.rooms) {
        EXPECT_TRUE(is_simple(room.outline.outer));
        EXPECT_EQ(room.area, area(room.outline));
        EXPECT_FALSE(room.key.empty());
        EXPECT_FALSE(room.evidence.empty());
        for (const Ring& hole : room.outline.holes)
            EXPECT_TRUE(is_simple(hole));
    }
    std::map<std::string, int> keys;
    for (const RecognisedRoom& room : floor.rooms)
        ++keys[room.key];
    for (const RecognisedWall& wall : floor.walls)
        ++keys[wall.key];
    for (const RecognisedOpening& opening : floor.openings)
        ++keys[opening.key];
    for (const auto& [key, times] : keys)
        EXPECT_EQ(times, 1) << key;
}

TEST(RecogniseDrawings, the_example_building) {
    const std::string folder = source_folder + "/examples/administrative-building/";
    std::map<std::pair<std::string, int>, std::vector<std::vector<std::string>>> sheets;
    std::vector<std::vector<std::string>> rows = table_of(folder + "rooms.csv");
    ASSERT_GT(rows.size(), 100U);
    ASSERT_EQ(rows[0][0], "file");
    rows.erase(rows.begin());
    for (const auto& row : rows)
        sheets[{row[0], std::stoi(row[1])}].push_back(row);
    Score all;
    std::size_t openings = 0;
    for (const auto& [sheet, truth_rows] : sheets) {
        const Result<RecognisedFloor> floor = recognised(folder + sheet.first, sheet.second);
        ASSERT_TRUE(floor) << sheet.first << " " << to_string(floor.error(), Language::en);
        expect_sound(*floor);
        std::vector<TruePoint> truth;
        for (const auto& row : truth_rows)
            truth.push_back(
                {row[4], row[3], local(*floor, std::stod(row[7]), std::stod(row[8])), std::stod(row[6]) * 1e6, row[5]});
        const Score score = score_of(*floor, truth);
        all.truth += score.truth;
        all.found += score.found;
        all.invented += score.invented;
        all.rooms += score.rooms;
        all.area_off += score.area_off;
        all.use_off += score.use_off;
        all.misses += score.misses;
        openings += floor->openings.size();
    }
    print("example building", all, openings);
    RecordProperty("rooms", static_cast<int>(all.truth));
    RecordProperty("found", static_cast<int>(all.found));
    EXPECT_GE(static_cast<double>(all.found), 0.97 * static_cast<double>(all.truth)) << all.misses;
    EXPECT_LE(static_cast<double>(all.invented), 0.02 * static_cast<double>(all.rooms));
    EXPECT_LE(static_cast<double>(all.area_off), 0.03 * static_cast<double>(all.truth));
    EXPECT_LE(static_cast<double>(all.use_off), 0.03 * static_cast<double>(all.truth));
}

TEST(RecogniseDrawings, a_real_chinese_plan) {
    const std::string path = plans_of_others + "gemini_building1.dxf";
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "../shared/data/plans is not here";
    const auto start = std::chrono::steady_clock::now();
    const Result<RecognisedFloor> floor = recognised(path, {});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    ASSERT_TRUE(floor) << to_string(floor.error(), Language::en);
    expect_sound(*floor);
    EXPECT_EQ(floor->transform.millimetres_per_unit, 1);
    EXPECT_LT(took.count(), 2.0);
    std::vector<TruePoint> truth;
    for (const auto& row : table_of(source_folder + "/tests/data/truth/gemini_building1.csv"))
        if (row[0] == "1")
            truth.push_back({row[1], "", local(*floor, std::stod(row[2]), std::stod(row[3])), 0, ""});
    ASSERT_EQ(truth.size(), 30U);
    const Score score = score_of(*floor, truth);
    print("gemini_building1.dxf", score, floor->openings.size());
    EXPECT_GE(static_cast<double>(score.found), 0.85 * static_cast<double>(score.truth)) << score.misses;
    EXPECT_LE(static_cast<double>(score.invented), 0.05 * static_cast<double>(score.rooms));
    RecordProperty("found", static_cast<int>(score.found));
    RecordProperty("invented", static_cast<int>(score.invented));
    // The areas written in the rooms, but for two that the architect copied from elsewhere.
    std::size_t agree = 0, written = 0;
    for (const RecognisedRoom& room : floor->rooms)
        if (room.written_area) {
            ++written;
            const double ratio = static_cast<double>(room.area.value) / static_cast<double>(room.written_area->value);
            agree += ratio > 0.9 && ratio < 1.1;
        }
    EXPECT_GE(written, 20U);
    EXPECT_GE(agree + 2, written);
    // Windows and doors are closed, with their marks, and join what they should.
    std::map<std::string, int> marks;
    int between = 0;
    for (const RecognisedOpening& opening : floor->openings) {
        ++marks[opening.label];
        between += opening.room_a && opening.room_b;
    }
    EXPECT_GE(marks["C1236"], 40);
    EXPECT_EQ(marks["FM甲1018"], 4);
    EXPECT_EQ(marks["JLM3633"], 4);
    EXPECT_GE(between, 15);
    EXPECT_GE(floor->columns.size(), 45U);
    EXPECT_EQ(floor->axes.size(), 15U); // 1-10 and A-E
}

TEST(RecogniseDrawings, a_house_in_feet_and_inches) {
    const std::string path = plans_of_others + "bjnortier_floorplan.dxf";
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "../shared/data/plans is not here";
    const Result<RecognisedFloor> floor = recognised(path, {});
    ASSERT_TRUE(floor) << to_string(floor.error(), Language::en);
    expect_sound(*floor);
    // Sizes written in the rooms: feet'inches x feet'inches.
    const std::map<std::string, double> square_feet{
        {"MASTER BEDROOM", 13.67 * 14}, {"BEDROOM 2", 13.5 * 11}, {"BEDROOM 3", 11.5 * 13},
        {"MSTR. BATH", 7 * 5.58},       {"TOIL.", 5 * 5.58},      {"BATH", 5 * 8.08},
        {"Pantry", 4.33 * 6.67},        {"UTIL.", 5.25 * 6.67},   {"HALL", 16.25 * 3.33},
        {"2 CAR GARAGE", 21.17 * 20.83}};
    for (const auto& [name, size] : square_feet) {
        const auto room = std::find_if(floor->rooms.begin(), floor->rooms.end(),
                                       [&, wanted = name](const RecognisedRoom& r) { return r.name.en == wanted; });
        ASSERT_NE(room, floor->rooms.end()) << name;
        EXPECT_NEAR(static_cast<double>(room->area.value) / 92903.04, size, 0.06 * size) << name;
    }
}

TEST(RecogniseDrawings, a_plan_without_any_text) {
    const std::string path = plans_of_others + "raumzeitlabor_olymp_floorplan.dxf";
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "../shared/data/plans is not here";
    const Result<RecognisedFloor> floor = recognised(path, {});
    ASSERT_TRUE(floor) << to_string(floor.error(), Language::en);
    expect_sound(*floor);
    EXPECT_GE(floor->rooms.size(), 3U);
    EXPECT_FALSE(floor->report.guessed.empty());
}

TEST(RecogniseDrawings, an_elevation_is_refused) {
    const std::string path = plans_of_others + "gemini_buiding1-east.dxf";
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "../shared/data/plans is not here";
    const Result<PlanSketch> sketch = read_dxf(bytes_of(path), path);
    ASSERT_TRUE(sketch);
    for (const SketchSheet& sheet : find_sheets(*sketch)) {
        const Result<RecognisedFloor> floor = recognise(*sketch, sheet, LayerMap());
        ASSERT_FALSE(floor);
        EXPECT_EQ(floor.error().code, ErrorCode::refused);
        EXPECT_FALSE(floor.error().message.zh.empty());
        EXPECT_FALSE(floor.error().fix.en.empty());
    }
}

} // namespace
} // namespace riser
