// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/import_plan.h"

#include "model/import/floor_list.h"

#include <algorithm>
#include <filesystem>

namespace riser {

namespace {

// The storeys wished for, else by the drawing's title, else the first above ground.
Result<std::vector<StoreyNumber>> storeys_for(const PlanWish& wish, const RecognisedFloor& floor,
                                              std::vector<Text>& notes) {
    if (!wish.floors.empty())
        return parse_floor_list(wish.floors);
    if (floor.storeys) {
        std::vector<StoreyNumber> storeys;
        for (int n = floor.storeys->first; n <= floor.storeys->last; ++n)
            if (n != 0)
                storeys.push_back(StoreyNumber{n});
        return storeys;
    }
    notes.push_back({"图名未写楼层，按 1F 导入", "the title names no storey, taken as 1F"});
    return std::vector<StoreyNumber>{StoreyNumber{1}};
}

} // namespace

std::optional<double> millimetres_of_unit(std::string_view unit) {
    for (const auto& [name, size] : std::initializer_list<std::pair<const char*, double>>{
             {"mm", 1}, {"cm", 10}, {"m", 1000}, {"in", 25.4}, {"ft", 304.8}})
        if (unit == name)
            return size;
    return std::nullopt;
}

Result<PlanDrawing> read_plan(std::string_view bytes, const std::string& name, const LayerMap& map,
                              const DxfOptions& options) {
    std::string extension = std::filesystem::path(name).extension().string();
    std::string lower = extension;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (lower != ".dxf")
        return Error{
            .code = ErrorCode::unsupported,
            .message = {"不支持的图纸格式 " + extension, "drawings of the kind " + extension + " are not read"},
            .fix = {"请在 CAD 中另存为 ASCII DXF", "save it in CAD as ASCII DXF"},
            .where = {name, 0, 0}};
    Result<PlanSketch> sketch = read_dxf(bytes, name, options);
    if (!sketch)
        return std::move(sketch).error();
    PlanDrawing out{std::move(*sketch), map, {}};
    out.sheets = find_sheets(out.sketch, out.map);
    return out;
}

Result<PlanImport> plan_import(const Design& design, const PlanDrawing& drawing, const PlanWish& wish, const Run& run) {
    const Result<const SketchSheet*> sheet = pick_sheet(drawing.sheets, wish.sheet, drawing.sketch.file);
    if (!sheet)
        return sheet.error();
    RecogniseOptions recognising;
    recognising.names = RoomNames(design);
    Result<RecognisedFloor> floor = recognise(drawing.sketch, **sheet, drawing.map, recognising, run);
    run.report(1, {});
    if (!floor)
        return std::move(floor).error();
    std::vector<Text> notes;
    const Result<std::vector<StoreyNumber>> storeys = storeys_for(wish, *floor, notes);
    if (!storeys)
        return storeys.error();
    std::vector<std::string> labels;
    for (const StoreyNumber storey : *storeys)
        labels.push_back(floor_label(storey));
    Result<FloorImportPlan> planned =
        plan_floors(design, *floor, {.labels = labels, .body = wish.body, .asset = wish.asset});
    if (!planned)
        return std::move(planned).error();
    return PlanImport{std::move(*floor), std::move(labels), std::move(*planned), std::move(notes)};
}

std::vector<ImportSection> import_report(const PlanDrawing& drawing, const PlanImport& import) {
    const PlanSketch& sketch = drawing.sketch;
    const RecognitionReport& report = import.floor.report;
    ImportSection unit{{"单位 " + sketch.unit.name.zh + "：" + sketch.unit.reason.zh,
                        "unit " + sketch.unit.name.en + ": " + sketch.unit.reason.en},
                       sketch.unit.evidence};
    ImportSection placed{{"位置", "placed"}, {}};
    for (const Reason& reason : import.plan.reasons)
        placed.sentences.push_back(reason.sentence);
    ImportSection ignored{{"忽略", "ignored"}, report.ignored};
    for (const SketchCount& count : sketch.counts)
        if (count.left_out > 0) {
            const std::string what = std::to_string(count.left_out) + " " + count.what;
            ignored.sentences.push_back({what + "：" + count.why.zh, what + ": " + count.why.en});
        }
    std::vector<ImportSection> out{std::move(unit),
                                   std::move(placed),
                                   {{"读到", "read"}, report.read},
                                   {{"推断", "guessed"}, report.guessed},
                                   std::move(ignored),
                                   {{"请查看", "to look at"}, report.doubts}};
    std::erase_if(out,
                  [&](const ImportSection& section) { return section.sentences.empty() && &section != &out.front(); });
    return out;
}

} // namespace riser
