// SPDX-License-Identifier: GPL-3.0-or-later
// Rooms recognised == rooms of the model the drawing was made from, over many habits of drawing.
#include "drawn_plan.h"
#include "model/import/dxf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace riser {
namespace {

struct Tally {
    int rooms = 0;
    int found = 0;
    int invented = 0;
    int area_off = 0;
    int misnamed = 0;
    std::string first_trouble;
};

void measure(const PlanModel& model, const DrawingHabit& habit, std::mt19937& random, const std::string& what,
             Tally& tally) {
    const std::string drawing = dxf_of(model, habit, random);
    const bool gross = habit.walls == WallHabit::single_lines;
    const std::vector<TrueRoom> truth = rooms_of(model, gross);
    tally.rooms += static_cast<int>(truth.size());
    const auto trouble = [&](const std::string& why) {
        if (const char* folder = std::getenv("RISER_PLAN_DUMP")) {
            std::string file = what;
            std::replace(file.begin(), file.end(), ' ', '_');
            std::ofstream(std::string(folder) + "/" + file + ".dxf") << drawing;
            std::fprintf(stderr, "%s: %s\n", what.c_str(), why.c_str());
        }
        if (tally.first_trouble.empty())
            tally.first_trouble = what + ": " + why;
    };
    const Result<PlanSketch> sketch = read_dxf(drawing, "plan.dxf");
    if (!sketch)
        return trouble(to_string(sketch.error(), Language::en));
    const std::vector<SketchSheet> sheets = find_sheets(*sketch);
    const Result<const SketchSheet*> sheet = pick_sheet(sheets, {}, "plan.dxf");
    if (!sheet)
        return trouble(to_string(sheet.error(), Language::en));
    const Result<RecognisedFloor> floor = recognise(*sketch, **sheet, LayerMap());
    if (!floor)
        return trouble(to_string(floor.error(), Language::en));
    std::vector<int> used(floor->rooms.size(), 0);
    const auto local = [&](double x, double y) {
        const auto p = in_drawing(habit, x, y);
        return Point{static_cast<std::int32_t>(std::lround(p[0] * floor->transform.millimetres_per_unit -
                                                           static_cast<double>(floor->transform.offset_x))),
                     static_cast<std::int32_t>(std::lround(p[1] * floor->transform.millimetres_per_unit -
                                                           static_cast<double>(floor->transform.offset_y)))};
    };
    for (const TrueRoom& room : truth) {
        const RecognisedRoom* hit = nullptr;
        for (std::size_t r = 0; r < floor->rooms.size(); ++r)
            if (contains(floor->rooms[r].outline, local(room.x, room.y))) {
                hit = &floor->rooms[r];
                ++used[r];
            }
        if (!hit) {
            trouble("no room at " + room.number + " (" + std::to_string(room.x) + ", " + std::to_string(room.y) + ")");
            continue;
        }
        ++tally.found;
        const std::string& name = hit->name.zh.empty() ? hit->name.en : hit->name.zh;
        if (habit.names && (name != room.name || hit->number != room.number)) {
            ++tally.misnamed;
            trouble(room.number + " " + room.name + " is called " + hit->number + " " + name);
        }
        const double slack = (habit.misfit + 3) * room.perimeter + (habit.columns ? 2.5e6 : 0) + 0.005 * room.area;
        if (std::abs(static_cast<double>(hit->area.value) - room.area) > slack) {
            ++tally.area_off;
            trouble(room.number + " has " + display(hit->area) + " instead of " +
                    display(SquareMillimetres(std::llround(room.area))));
        }
    }
    for (std::size_t r = 0; r < used.size(); ++r)
        if (used[r] != 1) {
            tally.invented += used[r] == 0 ? 1 : used[r] - 1;
            trouble(used[r] == 0 ? "an invented room of " + display(floor->rooms[r].area) : "two rooms in one");
        }
}

struct Case {
    const char* name;
    DrawingHabit habit;
};

class RecogniseRandom : public testing::TestWithParam<Case> {};

TEST_P(RecogniseRandom, rooms_are_those_of_the_model) {
    Tally tally;
    const char* wanted = std::getenv("RISER_PLAN_SEEDS");
    const unsigned seeds = wanted ? static_cast<unsigned>(std::atoi(wanted)) : 10;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        std::mt19937 random(seed * 7919);
        const PlanModel model = random_plan(random, 3 + static_cast<int>(seed % 4), 2 + static_cast<int>(seed % 3));
        measure(model, GetParam().habit, random, std::string(GetParam().name) + " seed " + std::to_string(seed), tally);
    }
    EXPECT_EQ(tally.found, tally.rooms) << tally.first_trouble;
    EXPECT_EQ(tally.invented, 0) << tally.first_trouble;
    EXPECT_EQ(tally.misnamed, 0) << tally.first_trouble;
    EXPECT_EQ(tally.area_off, 0) << tally.first_trouble;
}

std::vector<Case> cases() {
    std::vector<Case> list;
    const auto add = [&](const char* name, auto change) {
        DrawingHabit habit;
        change(habit);
        list.push_back({name, habit});
    };
    add("plain", [](DrawingHabit&) {});
    add("without_caps", [](DrawingHabit& h) { h.walls = WallHabit::faces_without_caps; });
    add("closed_outlines", [](DrawingHabit& h) { h.walls = WallHabit::closed_outlines; });
    add("single_lines", [](DrawingHabit& h) { h.walls = WallHabit::single_lines; });
    add("misfit_3", [](DrawingHabit& h) { h.misfit = 3; });
    add("misfit_3_without_caps", [](DrawingHabit& h) {
        h.misfit = 3;
        h.walls = WallHabit::faces_without_caps;
    });
    add("misfit_3_outlines", [](DrawingHabit& h) {
        h.misfit = 3;
        h.walls = WallHabit::closed_outlines;
    });
    add("misfit_3_single", [](DrawingHabit& h) {
        h.misfit = 3;
        h.walls = WallHabit::single_lines;
    });
    add("blocks", [](DrawingHabit& h) {
        h.doors = DoorHabit::block;
        h.windows = WindowHabit::block;
    });
    add("stretched_blocks", [](DrawingHabit& h) { h.doors = DoorHabit::stretched_block; });
    add("bulges", [](DrawingHabit& h) {
        h.doors = DoorHabit::bulge;
        h.layers = LayerHabit::aia;
    });
    add("sliding", [](DrawingHabit& h) { h.doors = DoorHabit::sliding; });
    add("bare_gaps", [](DrawingHabit& h) {
        h.doors = DoorHabit::gap_only;
        h.windows = WindowHabit::none;
    });
    add("bare_gaps_single", [](DrawingHabit& h) {
        h.doors = DoorHabit::gap_only;
        h.windows = WindowHabit::none;
        h.walls = WallHabit::single_lines;
    });
    add("thick_leaves", [](DrawingHabit& h) { h.doors = DoorHabit::thick_leaf; });
    add("arcs_only", [](DrawingHabit& h) { h.doors = DoorHabit::arc_only; });
    add("thresholds", [](DrawingHabit& h) { h.doors = DoorHabit::threshold; });
    add("thresholds_on_one_layer", [](DrawingHabit& h) {
        h.doors = DoorHabit::threshold;
        h.layers = LayerHabit::all_on_one;
    });
    add("thick_leaves_on_one_layer", [](DrawingHabit& h) {
        h.doors = DoorHabit::thick_leaf;
        h.layers = LayerHabit::all_on_one;
    });
    add("clutter", [](DrawingHabit& h) { h.clutter = true; });
    add("clutter_unnamed", [](DrawingHabit& h) {
        h.clutter = true;
        h.layers = LayerHabit::unnamed;
    });
    add("misfit_8", [](DrawingHabit& h) { h.misfit = 8; });
    add("misfit_8_outlines", [](DrawingHabit& h) {
        h.misfit = 8;
        h.walls = WallHabit::closed_outlines;
    });
    add("misfit_8_turned", [](DrawingHabit& h) {
        h.misfit = 8;
        h.turn = 30;
    });
    add("misfit_8_without_caps", [](DrawingHabit& h) {
        h.misfit = 8;
        h.walls = WallHabit::faces_without_caps;
    });
    add("single_blocks_columns", [](DrawingHabit& h) {
        h.walls = WallHabit::single_lines;
        h.doors = DoorHabit::block;
        h.columns = true;
    });
    add("without_caps_sliding", [](DrawingHabit& h) {
        h.walls = WallHabit::faces_without_caps;
        h.doors = DoorHabit::sliding;
    });
    add("without_caps_blocks_turned", [](DrawingHabit& h) {
        h.walls = WallHabit::faces_without_caps;
        h.doors = DoorHabit::block;
        h.windows = WindowHabit::block;
        h.turn = 12.5;
    });
    add("no_names", [](DrawingHabit& h) { h.names = false; });
    add("no_names_unnamed_layers", [](DrawingHabit& h) {
        h.names = false;
        h.layers = LayerHabit::unnamed;
    });
    add("centimetres", [](DrawingHabit& h) {
        h.unit = 10;
        h.insunits = 5;
    });
    add("inches", [](DrawingHabit& h) {
        h.unit = 25.4;
        h.insunits = 1;
    });
    add("metres", [](DrawingHabit& h) {
        h.unit = 1000;
        h.insunits = 6;
    });
    add("no_unit", [](DrawingHabit& h) { h.insunits = 0; });
    add("turned_17", [](DrawingHabit& h) {
        h.turn = 17;
        h.layers = LayerHabit::aia;
    });
    add("turned_45_misfit", [](DrawingHabit& h) {
        h.turn = 45;
        h.misfit = 2;
    });
    add("columns", [](DrawingHabit& h) { h.columns = true; });
    add("columns_outlines", [](DrawingHabit& h) {
        h.columns = true;
        h.walls = WallHabit::closed_outlines;
    });
    add("doubled_lines", [](DrawingHabit& h) { h.doubled = true; });
    add("doubled_misfit", [](DrawingHabit& h) {
        h.doubled = true;
        h.misfit = 3;
    });
    add("furniture", [](DrawingHabit& h) {
        h.furniture = true;
        h.layers = LayerHabit::aia;
    });
    add("unnamed_layers", [](DrawingHabit& h) { h.layers = LayerHabit::unnamed; });
    add("unnamed_single", [](DrawingHabit& h) {
        h.layers = LayerHabit::unnamed;
        h.walls = WallHabit::single_lines;
    });
    add("one_layer", [](DrawingHabit& h) { h.layers = LayerHabit::all_on_one; });
    add("one_layer_blocks", [](DrawingHabit& h) {
        h.layers = LayerHabit::all_on_one;
        h.doors = DoorHabit::block;
        h.windows = WindowHabit::block;
    });
    add("one_layer_single", [](DrawingHabit& h) {
        h.layers = LayerHabit::all_on_one;
        h.walls = WallHabit::single_lines;
        h.windows = WindowHabit::none;
    });
    add("one_layer_outlines", [](DrawingHabit& h) {
        h.layers = LayerHabit::all_on_one;
        h.walls = WallHabit::closed_outlines;
    });
    return list;
}

INSTANTIATE_TEST_SUITE_P(Habits, RecogniseRandom, testing::ValuesIn(cases()),
                         [](const auto& at) { return std::string(at.param.name); });

} // namespace
} // namespace riser
