// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of a floor plan to a change of a design, for every front end alike: read the drawing, choose a sheet,
// recognise it, decide which storeys it is for, plan the rows. The drawing is read once and may be tried with several
// wishes; nothing is written into a design before apply().
#pragma once

#include "model/import/dxf.h"
#include "model/import/layer_map.h"
#include "model/import/sheets.h"
#include "solvers/geometry/apply_floor.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

// "mm", "cm", "m", "in", "ft" in millimetres; nothing for anything else.
std::optional<double> millimetres_of_unit(std::string_view unit);

struct PlanDrawing {
    PlanSketch sketch;
    LayerMap map;
    std::vector<SketchSheet> sheets;
};

// `name` is the file's: its extension decides whether it can be read at all. unsupported: another kind of drawing;
// else as read_dxf.
Result<PlanDrawing> read_plan(std::string_view bytes, const std::string& name, const LayerMap& map = {},
                              const DxfOptions& options = {});

struct PlanWish {
    std::optional<int> sheet = {}; // of several; default: the only floor plan
    std::string floors = {};       // "3-10", "B1"; default: by the title, else 1F
    std::string body = {};         // code of the body whose offices these are
    std::string asset = {};        // SHA-256 of the copy kept of the drawing; empty: none is
};

struct PlanImport {
    RecognisedFloor floor;
    std::vector<std::string> labels; // of the floors it is for, the master first
    FloorImportPlan plan;
    std::vector<Text> notes; // what was assumed of the wish
};

// Errors as pick_sheet, recognise, parse_floor_list and plan_floors.
Result<PlanImport> plan_import(const Design& design, const PlanDrawing& drawing, const PlanWish& wish,
                               const Run& run = {});

// What is said of an import: a heading with its sentences each.
struct ImportSection {
    Text title;
    std::vector<Text> sentences;
};
std::vector<ImportSection> import_report(const PlanDrawing& drawing, const PlanImport& import);

} // namespace riser
