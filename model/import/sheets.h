// SPDX-License-Identifier: GPL-3.0-or-later
// Which drawings lie side by side in one model space, and which of them are floor plans? Geometry is clustered by its
// gaps; each cluster gets a title, counts by layer role, and a verdict with reasons, since elevations and sections have
// wall and door layers too. Sheets are numbered from 1 in reading order, as --sheet takes them.
#pragma once

#include "model/base/result.h"
#include "model/import/layer_map.h"
#include "model/import/plan_sketch.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

enum class SheetKind { floor_plan, elevation, section, schedule, detail, unknown };

Text name_of(SheetKind kind);

// The storeys a title names: 首层 1..1, 三至十层 3..10, 地下一层 -1..-1, "2nd floor plan" 2..2.
struct StoreySpan {
    int first = 1;
    int last = 1;
    bool operator==(const StoreySpan&) const = default;
};
std::optional<StoreySpan> storeys_in_title(std::string_view title);

struct SheetCounts {
    std::uint32_t walls = 0;       // curves by layer role
    std::uint32_t columns = 0;     //
    std::uint32_t openings = 0;    // doors, windows, both
    std::uint32_t stairs = 0;      //
    std::uint32_t axes = 0;        //
    std::uint32_t others = 0;      //
    std::uint32_t door_swings = 0; // arcs of about a quarter turn and a door's width
    std::uint32_t texts = 0;
    std::uint32_t levels = 0;     // texts such as ±0.000, 7.200
    std::uint32_t room_names = 0; // texts that name a room's use
    bool operator==(const SheetCounts&) const = default;
};

struct SketchSheet {
    int number = 1;
    SketchBox box; // of the drawing itself; its title may stand outside
    std::string title;
    SheetKind kind = SheetKind::unknown;
    Text verdict;              // one sentence: what it is taken for
    std::vector<Text> reasons; // for and against, what was counted
    SheetCounts counts;
    std::vector<SketchIndex> curves; // members, into the sketch
    std::vector<SketchIndex> texts;
    bool operator==(const SketchSheet&) const = default;
};

std::vector<SketchSheet> find_sheets(const PlanSketch& sketch, const LayerMap& map = {});

enum class SheetVerdicts { respect, overrule };

// The sheet wanted: `number`, or the only floor plan when none is wanted (the only sheet of unknown kind when there is
// no plan). Elevations, sections and schedules are refused unless their verdict is overruled; an unknown number or a
// choice left open is an error that lists what there is. Points into `sheets`.
Result<const SketchSheet*> pick_sheet(const std::vector<SketchSheet>& sheets, std::optional<int> number,
                                      const std::string& file, SheetVerdicts verdicts = SheetVerdicts::respect);
// "1 floor plan 首层平面图, 2 elevation", for messages and reports.
Text list_of(const std::vector<SketchSheet>& sheets);

} // namespace riser
