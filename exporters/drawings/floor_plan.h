// SPDX-License-Identifier: GPL-3.0-or-later
// 平面图: a floor with walls, openings, rooms tinted by body, pathways to width, outlets as symbols, telecommunications
// spaces. As a drawing in the floor's millimetres (for the screen and for viewports) or on a sheet of its own.
#pragma once

#include "exporters/drawings/drawing.h"
#include "exporters/drawings/underlay.h"
#include "model/design.h"
#include "solvers/base/facts.h"

namespace riser {

enum class PlanRoutes { hidden, drops }; // drops: a thin line from the tray to each outlet

struct FloorPlanOptions {
    Language language = Language::zh;
    double scale = 100; // that texts and symbols are sized for
    PlanRoutes routes = PlanRoutes::drops;
    UnderlaySource underlays = {}; // absent: none are drawn
};

struct FloorPlan {
    Drawing drawing;          // scale = options.scale, y down
    std::size_t left_out = 0; // labels for which there was no room
};
FloorPlan floor_plan(const Facts& facts, FloorId floor, const FloorPlanOptions& options = {});

struct FloorPlanSheetOptions {
    Language language = Language::zh;
    std::string number = "ELV-10";
    PlanRoutes routes = PlanRoutes::drops;
    std::vector<Text> notes = {};  // added to those that every plan has
    UnderlaySource underlays = {}; // faint, within the place of the plan; absent: none
};
// On the sheet that the design gives the floor, else on the smallest at the largest usual scale that holds it.
Drawing floor_plan_sheet(const Facts& facts, FloorId floor, const FloorPlanSheetOptions& options = {});

} // namespace riser
