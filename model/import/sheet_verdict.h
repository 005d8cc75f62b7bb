// SPDX-License-Identifier: GPL-3.0-or-later
// Is this cluster of lines a floor plan, an elevation, a schedule …? Told from what only one of them has: heights that
// stand above one another as far as they say, door swings, walls of two lines, room names, a grid of cells with texts.
#pragma once

#include "model/import/sheets.h"

#include <string_view>
#include <vector>

namespace riser {

// Sets counts, kind, verdict and reasons from the sheet's members, box and title.
void judge(SketchSheet& sheet, const PlanSketch& sketch, const std::vector<LayerRole>& roles);

// What a title says: 一层平面图, 东立面图, 1-1剖面图, 门窗表, 节点详图; unknown when it says nothing.
SheetKind kind_in_title(std::string_view title);
// Ends in what drawings are called (…平面图 1:100, FLOOR PLAN) and refers to no other drawing (详见…).
bool looks_like_title(std::string_view text);
// "±0.000", "-0.050", "7.200": metres with three decimals.
std::optional<double> level_in_text(std::string_view text);
bool names_a_room(std::string_view text);

} // namespace riser
