// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise.h"

#include "solvers/geometry/recognise/attempt.h"
#include "solvers/geometry/recognise/axes.h"
#include "solvers/geometry/recognise/describe.h"
#include "solvers/geometry/recognise/report.h"
#include "solvers/geometry/recognise/wall_lines.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

namespace riser {

using namespace detail;

namespace {

// Keys are made of places in the drawing, not in the sheet's own frame, which moves when walls are added at its edge.
class Keys {
  public:
    explicit Keys(const Frame& frame) : frame_(frame) {}

    std::string at(Point p, std::int64_t step) const {
        const auto snap = [&](std::int64_t v) { return (v >= 0 ? v + step / 2 : v - step / 2) / step * step; };
        return std::to_string(snap(p.x + frame_.origin_x)) + "," + std::to_string(snap(p.y + frame_.origin_y));
    }
    // The key itself, or with a count when it stood before.
    std::string distinct(std::string key) {
        const int times = ++seen_[key];
        return times == 1 ? key : key + "#" + std::to_string(times);
    }

  private:
    const Frame& frame_;
    std::map<std::string, int> seen_;
};

Point middle(const Polygon& polygon) {
    const Box box = bounds(polygon).value_or(Box{});
    return rounded((vec(box.low) + vec(box.high)) * 0.5);
}

void give_keys(RecognisedFloor& floor, const Frame& frame) {
    Keys keys(frame);
    std::map<std::string, int> numbers, names;
    for (const RecognisedRoom& room : floor.rooms) {
        ++numbers[room.number];
        ++names[room.name.zh + "/" + room.name.en];
    }
    for (RecognisedRoom& room : floor.rooms) {
        const std::string name = room.name.zh + "/" + room.name.en;
        if (!room.number.empty() && numbers[room.number] == 1)
            room.key = "room " + room.number;
        else if (name != "/" && names[name] == 1)
            room.key = "room " + name;
        else
            room.key = "room " + (name == "/" ? "" : name + " ") + "at " + keys.at(middle(room.outline), 500);
        room.key = keys.distinct(room.key);
    }
    for (RecognisedWall& wall : floor.walls)
        wall.key = keys.distinct("wall " + keys.at(wall.line.front(), 10) + " " + keys.at(wall.line.back(), 10));
    for (RecognisedOpening& opening : floor.openings)
        opening.key = keys.distinct("opening " + keys.at(opening.from, 10) + " " + keys.at(opening.to, 10));
    for (RecognisedColumn& column : floor.columns)
        column.key = keys.distinct("column " + keys.at(middle(column.outline), 10));
    for (RecognisedAxis& axis : floor.axes)
        axis.key = keys.distinct("axis " + (axis.label.empty() ? keys.at(axis.from, 10) : axis.label));
}

Text evidence_of(const OpeningCandidate& opening) {
    switch (opening.proof) {
    case Proof::swing:
        return {"有门扇弧线", "a door swing stands in it"};
    case Proof::lines:
        return {"有门窗线横过", "door or window lines run across it"};
    case Proof::mark:
        return fill(Text{"编号 {mark} 与其宽度相符", "the mark {mark} agrees with its width"},
                    {{"mark", same_text(opening.mark)}});
    default:
        return {"两侧墙端相对，没有门窗", "two walls end here and face each other, without door or window"};
    }
}

void add_openings(RecognisedFloor& floor, const Attempt& best) {
    for (std::size_t g = 0; g < best.openings.list.size(); ++g) {
        const OpeningCandidate& candidate = best.openings.list[g];
        const SideRooms& sides = best.partition.sides[g];
        if (best.partition.gaps[g] == GapState::opened || candidate.proof == Proof::misfit)
            continue;
        // A gap between nothing and nothing (in a fence, in a parapet) is no opening of this floor.
        if (sides.low == no_room && sides.high == no_room)
            continue;
        RecognisedOpening opening;
        opening.kind = candidate.kind;
        opening.label = candidate.mark;
        opening.from = rounded(candidate.gap.from);
        opening.to = rounded(candidate.gap.to);
        if (candidate.size)
            opening.height = candidate.size->height;
        if (sides.low != no_room)
            opening.room_a = sides.low;
        if (sides.high != no_room)
            opening.room_b = sides.high;
        opening.evidence = evidence_of(candidate);
        floor.openings.push_back(std::move(opening));
    }
}

// A drawing in metres that is read as millimetres makes a building of sixty kilometres, and takes a minute to
// recognise.
std::optional<Error> of_another_unit(const PlanSketch& sketch, const SketchSheet& sheet,
                                     const RecogniseOptions& options) {
    const double metres = std::max(sheet.box.width(), sheet.box.height()) * sketch.unit.millimetres / 1000;
    if (sheet.box.empty() || (metres <= options.widest_metres && metres >= options.least_metres))
        return std::nullopt;
    char size[32];
    std::snprintf(size, sizeof size, "%.*f", metres < 10 ? 3 : 0, metres);
    return Error{
        ErrorCode::bad_input,
        {"按单位“" + sketch.unit.name.zh + "”，这张图的长度为 " + size + " m，不是楼层平面",
         "read in the unit \"" + sketch.unit.name.en + "\" this drawing is " + size + " m long: no floor plan"},
        {"换一个绘图单位（--units mm、cm、m、in 或 ft）", "choose another drawing unit (--units mm, cm, m, in or ft)"},
        {sketch.file, 0, 0}};
}

} // namespace

Result<RecognisedFloor> recognise(const PlanSketch& sketch, const SketchSheet& sheet, const LayerMap& map,
                                  const RecogniseOptions& options, const Run& run) {
    const Error stopped{ErrorCode::stopped, {"已取消", "stopped"}, {}, {}};
    if (sheet.kind == SheetKind::elevation || sheet.kind == SheetKind::section || sheet.kind == SheetKind::schedule)
        return refused_sheet(sketch, sheet);
    if (const std::optional<Error> unit = of_another_unit(sketch, sheet, options))
        return *unit;
    if (run.stopped())
        return stopped;
    const std::vector<LayerRole> roles = layer_roles(sketch, map);
    LocalDrawing drawing = localised(sketch, sheet, roles);
    std::vector<Reading> readings;
    for (const Caption& caption : drawing.captions)
        readings.push_back(read_caption(caption, options.names));
    run.report(0.1, {"识别墙体", "recognising walls"});
    const BestAttempt found = best_attempt(drawing, sketch, roles, readings, options, run);
    if (run.stopped())
        return stopped;
    const Findings findings{sketch, sheet, map, drawing, readings, found};
    const Attempt& best = found.best;
    if (best.too_large)
        return too_many_strokes(sketch, options.most_strokes);
    if (best.fabric.strokes.empty())
        return nothing_wall_like(findings);
    if (best.partition.rooms.empty())
        return no_closed_room(findings);

    run.report(0.8, {"整理房间", "describing rooms"});
    RecognisedFloor floor;
    floor.file = sketch.file;
    floor.sheet = sheet.number;
    floor.title = sheet.title;
    floor.storeys = storeys_in_title(sheet.title);
    floor.transform = {drawing.frame.scale, drawing.frame.origin_x, drawing.frame.origin_y};
    const PartitionInput input{drawing,      best.fabric,  best.openings,     readings,
                               best.columns, best.glazing, options.least_room};
    std::vector<std::size_t> several_names, area_disagrees;
    for (const RoomDraft& draft : best.partition.rooms) {
        Described room = described(draft, input, options.names);
        if (room.several_names)
            several_names.push_back(floor.rooms.size());
        if (room.area_disagrees)
            area_disagrees.push_back(floor.rooms.size());
        floor.rooms.push_back(std::move(room.room));
    }
    for (const WallLine& line : wall_lines(best.partition, best.columns)) {
        RecognisedWall wall;
        for (const Vec p : line.points)
            wall.line.push_back(rounded(p));
        wall.thickness = Millimetres(static_cast<std::int32_t>(std::lround(line.thickness)));
        wall.material = line.glass ? WallMaterial::glass : WallMaterial::unknown;
        floor.walls.push_back(std::move(wall));
    }
    add_openings(floor, best);
    for (const Polygon& column : best.columns)
        floor.columns.push_back({normalised(column), ""});
    std::sort(floor.columns.begin(), floor.columns.end(),
              [](const RecognisedColumn& p, const RecognisedColumn& q) { return p.outline.outer < q.outline.outer; });
    floor.axes = axes_of(drawing);
    give_keys(floor, drawing.frame);
    floor.report = report_on(findings, floor, several_names, area_disagrees);
    return floor;
}

} // namespace riser
