// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/report.h"

#include <algorithm>
#include <map>

namespace riser::detail {

namespace {

Text number(std::size_t n) { return same_text(std::to_string(n)); }

Text quoted(const std::string& name) { return {"“" + name + "”", "'" + name + "'"}; }

// The first few of a list, and how many more there are.
Text listed(const std::vector<std::string>& names, std::size_t most = 8) {
    Text out;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
        out.zh += (i ? "、" : "") + names[i];
        out.en += (i ? ", " : "") + names[i];
    }
    if (names.size() > most) {
        out.zh += " 等 " + std::to_string(names.size()) + " 个";
        out.en += " and " + std::to_string(names.size() - most) + " more";
    }
    return out;
}

std::string title_of(const RecognisedRoom& room) {
    const std::string name = room.name.zh.empty() ? room.name.en : room.name.zh;
    return room.number.empty() ? name : name.empty() ? room.number : room.number + " " + name;
}

// "WALL (569), A-FURN (23)": layers that could be walls, with the lines on them.
Text candidates(const Findings& f) {
    std::vector<std::string> names;
    for (const LayerShape& shape : f.found.unknown)
        if (shape.lines > 0)
            names.push_back(f.sketch.layers[shape.layer].name + " (" + std::to_string(shape.lines) + ")");
    if (names.empty()) { // every layer is known to be something else
        std::map<SketchIndex, std::size_t> count;
        for (const SketchIndex i : f.sheet.curves)
            ++count[f.sketch.curves[i].layer];
        std::vector<std::pair<std::size_t, SketchIndex>> order;
        for (const auto& [layer, n] : count)
            order.emplace_back(n, layer);
        std::sort(order.rbegin(), order.rend());
        for (const auto& [n, layer] : order)
            names.push_back(f.sketch.layers[layer].name + " (" + std::to_string(n) + ")");
    }
    return listed(names, 6);
}

void add_layers(const Findings& f, RecognitionReport& report) {
    std::vector<LayerUse> uses(f.sketch.layers.size());
    const std::vector<LayerRole> by_name = layer_roles(f.sketch, f.map);
    for (const SketchIndex i : f.sheet.curves)
        ++uses[f.sketch.curves[i].layer].curves;
    for (const SketchIndex i : f.sheet.texts)
        ++uses[f.sketch.texts[i].layer].texts;
    for (SketchIndex l = 0; l < uses.size(); ++l) {
        LayerUse& use = uses[l];
        if (use.curves + use.texts == 0)
            continue;
        use.layer = f.sketch.layers[l].name;
        use.role = f.found.best.roles.empty() ? by_name[l] : f.found.best.roles[l];
        if (const LayerRule* rule = f.map.rule(use.layer))
            use.how = fill(Text{"按图层规则 {pattern}", "by the layer rule {pattern}"},
                           {{"pattern", same_text(rule->pattern)}});
        for (const Guess& guess : f.found.guesses)
            if (guess.layer == l)
                use.how = guess.why;
        report.layers.push_back(std::move(use));
    }
}

void add_read(const Findings& f, const RecognisedFloor& floor, RecognitionReport& report) {
    std::size_t named = 0;
    std::int64_t area = 0;
    for (const RecognisedRoom& room : floor.rooms) {
        named += !title_of(room).empty();
        area += room.area.value;
    }
    const auto openings = [&](OpeningKind kind) {
        return static_cast<std::size_t>(std::count_if(floor.openings.begin(), floor.openings.end(),
                                                      [&](const RecognisedOpening& o) { return o.kind == kind; }));
    };
    report.read.push_back(fill(Text{"房间 {rooms} 个，其中有名称或编号的 {named} 个，净面积共 {area}",
                                    "{rooms} rooms, {named} of them with a name or number, {area} net in all"},
                               {{"rooms", number(floor.rooms.size())},
                                {"named", number(named)},
                                {"area", same_text(display(SquareMillimetres(area)))}}));
    report.read.push_back(fill(Text{"门 {doors} 个，窗 {windows} 个，门洞 {passages} 个",
                                    "{doors} doors, {windows} windows, {passages} passages"},
                               {{"doors", number(openings(OpeningKind::door))},
                                {"windows", number(openings(OpeningKind::window))},
                                {"passages", number(openings(OpeningKind::passage))}}));
    report.read.push_back(fill(
        Text{"墙 {walls} 段，柱 {columns} 根，轴线 {axes} 条", "{walls} walls, {columns} columns, {axes} axis lines"},
        {{"walls", number(floor.walls.size())},
         {"columns", number(floor.columns.size())},
         {"axes", number(floor.axes.size())}}));
    if (f.found.best.fabric.thickness > 0)
        report.read.push_back(fill(Text{"墙以双线表示，常用厚度至 {thickness} 毫米",
                                        "walls are drawn as double lines, usually up to {thickness} mm thick"},
                                   {{"thickness", number(static_cast<std::size_t>(f.found.best.fabric.thickness))}}));
    else
        report.read.push_back({"墙以单线表示", "walls are drawn as single lines"});
}

void add_guessed(const Findings& f, RecognitionReport& report) {
    if (f.sketch.unit.source == UnitSource::guessed || f.sketch.unit.source == UnitSource::overruled)
        report.guessed.push_back(f.sketch.unit.reason);
    for (const Guess& guess : f.found.guesses)
        report.guessed.push_back(fill(
            Text{"图层{layer}当作{role}：{why}", "layer {layer} is taken for {role}: {why}"},
            {{"layer", quoted(f.sketch.layers[guess.layer].name)}, {"role", name_of(guess.role)}, {"why", guess.why}}));
    const Attempt& best = f.found.best;
    std::size_t bare = 0;
    for (std::size_t g = 0; g < best.openings.list.size(); ++g)
        bare += best.partition.gaps[g] == GapState::closed && !best.openings.list[g].firm();
    if (bare > 0)
        report.guessed.push_back(
            fill(Text{"{count} 处没有门窗的开口当作门洞，将两侧分为两个房间",
                      "{count} gaps without door or window are taken for passages between two rooms"},
                 {{"count", number(bare)}}));
    if (best.moved + best.drawn_out > 0)
        report.guessed.push_back(
            fill(Text{"{moved} 个线端移到相邻的线上，{drawn} 个线端延长到所指的线（误差以内）",
                      "{moved} line ends were moved onto neighbours and {drawn} drawn out to what they "
                      "point at, within tolerance"},
                 {{"moved", number(best.moved)}, {"drawn", number(best.drawn_out)}}));
    if (best.capped > 0)
        report.guessed.push_back(
            fill(Text{"{count} 处双线墙的开口端被补画封口", "{count} open ends of double-line walls were capped"},
                 {{"count", number(best.capped)}}));
}

void add_ignored(const Findings& f, RecognitionReport& report) {
    std::map<LayerRole, std::size_t> by_role;
    for (const LayerUse& use : report.layers)
        if (!may_be_fabric(use.role))
            by_role[use.role] += use.curves;
    for (const auto& [role, curves] : by_role)
        if (curves > 0 && role != LayerRole::axis)
            report.ignored.push_back(
                fill(Text{"{role}：{count} 条线不围成房间", "{role}: {count} curves, which bound no room"},
                     {{"role", name_of(role)}, {"count", number(curves)}}));
    for (const LayerUse& use : report.layers)
        if (use.role == LayerRole::unknown && use.curves > 0)
            report.ignored.push_back(fill(Text{"图层{layer}的用途不明，{count} 条线未使用",
                                               "layer {layer} is of no known use; {count} curves were not used"},
                                          {{"layer", quoted(use.layer)}, {"count", number(use.curves)}}));
    const Partition& partition = f.found.best.partition;
    if (f.found.best.rungs > 0)
        report.ignored.push_back(fill(Text{"{count} 条等距等长的线像踏步，不当作墙",
                                           "{count} lines of equal length and distance look like treads, not walls"},
                                      {{"count", number(f.found.best.rungs)}}));
    if (partition.cavities > 0)
        report.ignored.push_back(fill(Text{"{count} 个封闭区域太小或太窄，又无名称，不算房间",
                                           "{count} closed areas are too small or narrow for a room and have no name"},
                                      {{"count", number(partition.cavities)}}));
    if (partition.cubicles > 0)
        report.ignored.push_back(
            fill(Text{"{count} 个隔间并入所在的房间", "{count} cubicles belong to the room they stand in"},
                 {{"count", number(partition.cubicles)}}));
}

// "2. 消防控制室设直通室外的安全出口。": it speaks of a room but does not name one.
bool is_note(const std::string& text) {
    const bool numbered = text.size() > 1 && text[0] >= '0' && text[0] <= '9' &&
                          (text[1] == '.' || text.compare(1, 3, "、") == 0 || text.compare(1, 3, "．") == 0);
    return numbered || text.ends_with("。") || code_points(text) > (has_cjk(text) ? 18U : 36U);
}

void add_doubts(const Findings& f, const RecognisedFloor& floor, const std::vector<std::size_t>& several,
                const std::vector<std::size_t>& disagree, RecognitionReport& report) {
    if (!f.sketch.unit.certain)
        report.doubts.push_back({"图纸单位没有把握，请用 --units 指明", "the unit is not certain; say --units"});
    std::vector<std::string> names;
    for (const std::uint32_t c : f.found.best.partition.captions_outside)
        if (const std::string text = plain_caption(f.drawing.captions[c].content);
            f.readings[c].use && f.readings[c].use != RoomUse::outdoor && !is_note(text))
            names.push_back(text);
    if (!names.empty())
        report.doubts.push_back(
            fill(Text{"{count} 个房间名不在封闭的房间内：{names}；请检查其周围的墙和门",
                      "{count} room names stand in no closed room: {names}; look at the walls and doors around them"},
                 {{"count", number(names.size())}, {"names", listed(names)}}));
    names.clear();
    for (const std::size_t r : several)
        names.push_back(title_of(floor.rooms[r]));
    if (!names.empty())
        report.doubts.push_back(
            fill(Text{"{count} 个房间内有多个名称：{names}", "{count} rooms hold more than one name: {names}"},
                 {{"count", number(names.size())}, {"names", listed(names, 4)}}));
    names.clear();
    for (const std::size_t r : disagree)
        names.push_back(title_of(floor.rooms[r]) + " " + display(*floor.rooms[r].written_area) + " / " +
                        display(floor.rooms[r].area));
    if (!names.empty())
        report.doubts.push_back(
            fill(Text{"{count} 个房间的图注面积与量得的不符（图注 / 量得）：{names}",
                      "{count} rooms measure otherwise than is written in them (written / measured): {names}"},
                 {{"count", number(names.size())}, {"names", listed(names, 4)}}));
    if (const std::size_t stray = f.found.best.openings.stray_swings.size(); stray > 0)
        report.doubts.push_back(
            fill(Text{"{count} 个门扇弧线旁没有找到墙上的开口", "{count} door swings stand at no opening in a wall"},
                 {{"count", number(stray)}}));
    const auto unnamed = static_cast<std::size_t>(std::count_if(
        floor.rooms.begin(), floor.rooms.end(), [](const RecognisedRoom& r) { return title_of(r).empty(); }));
    if (unnamed > 0)
        report.doubts.push_back(
            fill(Text{"{count} 个房间没有名称", "{count} rooms have no name"}, {{"count", number(unnamed)}}));
}

} // namespace

RecognitionReport report_on(const Findings& f, const RecognisedFloor& floor, const std::vector<std::size_t>& several,
                            const std::vector<std::size_t>& disagree) {
    RecognitionReport report;
    report.unit = f.sketch.unit;
    add_layers(f, report);
    add_read(f, floor, report);
    add_guessed(f, report);
    add_ignored(f, report);
    add_doubts(f, floor, several, disagree, report);
    return report;
}

Error refused_sheet(const PlanSketch& sketch, const SketchSheet& sheet) {
    return {ErrorCode::refused,
            fill(Text{"第 {number} 张图不是平面图：{verdict}", "sheet {number} is no floor plan: {verdict}"},
                 {{"number", number(static_cast<std::size_t>(sheet.number))}, {"verdict", sheet.verdict}}),
            {"请用 --sheet 选择平面图", "pick a floor plan with --sheet"},
            {sketch.file, 0, 0}};
}

Error nothing_wall_like(const Findings& f) {
    return {ErrorCode::bad_input,
            {"图中没有像墙的线", "nothing in the drawing looks like walls"},
            fill(Text{"请用图层表指明墙所在的图层，例如 --layers 文件中写 图层名 = wall；可能的图层（线数）：{layers}",
                      "name the layers of walls in a layer file (NAME = wall); layers there are (lines): {layers}"},
                 {{"layers", candidates(f)}}),
            {f.sketch.file, 0, 0}};
}

Error no_closed_room(const Findings& f) {
    const std::size_t strokes = f.found.best.fabric.strokes.size();
    return {
        ErrorCode::bad_input,
        fill(Text{"由 {strokes} 段墙线没有围成任何房间", "{strokes} pieces of wall close no room"},
             {{"strokes", number(strokes)}}),
        fill(Text{"请检查单位（现为 {unit}）和墙的图层；其他可能是墙的图层（线数）：{layers}",
                  "check the unit (now {unit}) and the layers of walls; others that could be walls (lines): {layers}"},
             {{"unit", f.sketch.unit.name}, {"layers", candidates(f)}}),
        {f.sketch.file, 0, 0}};
}

Error too_many_strokes(const PlanSketch& sketch, std::uint32_t most) {
    return {ErrorCode::refused,
            fill(Text{"墙线超过 {most} 段", "there are more than {most} pieces of wall"}, {{"most", number(most)}}),
            {"请用图层表去掉填充等图层", "leave out layers of hatching and the like with a layer file"},
            {sketch.file, 0, 0}};
}

} // namespace riser::detail
