// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/dxf.h"

#include "model/import/dxf/code_page.h"
#include "model/import/dxf/drawing.h"
#include "model/import/dxf/expand.h"
#include "model/import/dxf/left_out.h"
#include "model/import/dxf/unit.h"

#include <algorithm>
#include <exception>
#include <variant>

namespace riser {

namespace {

std::uint32_t left_out(const PlanSketch& sketch, LeftOutReason reason) {
    const Text why = explanation(reason);
    std::uint32_t sum = 0;
    for (const SketchCount& count : sketch.counts)
        sum += count.why == why ? count.left_out : 0;
    return sum;
}

// What a person should know before trusting the sketch.
std::vector<Text> notes_on(const DxfDrawing& drawing, const PlanSketch& sketch) {
    std::vector<Text> notes;
    const auto note = [&](const char* zh, const char* en, const std::string& n) {
        notes.push_back(fill(Text{zh, en}, {{"n", same_text(n)}}));
    };
    if (const std::string page = encoding_of_code_page(drawing.header.code_page);
        !page.empty() && page != drawing.encoding && drawing.header.version < "AC1021")
        note("文件声明的代码页与内容不符，按 {n} 读取文字",
             "the declared code page does not fit; texts are read as {n}", drawing.encoding);
    if (drawing.unreadable_texts > 0)
        note("{n} 处文字的编码无法识别", "{n} texts are in no encoding that could be recognised",
             std::to_string(drawing.unreadable_texts));
    if (const std::uint32_t n = left_out(sketch, LeftOutReason::custom))
        note("{n} 个软件自定义对象（如天正墙、门窗）没有读取：请先在天正中“图形导出”为 T3，或分解后再导出",
             "{n} objects of an application (such as Tangent walls and doors) were not read: export as T3 or explode "
             "them "
             "first",
             std::to_string(n));
    if (const std::uint32_t n = left_out(sketch, LeftOutReason::external))
        note("{n} 个外部参照没有绑定，其内容不在文件中",
             "{n} external drawings are not bound, their content is missing", std::to_string(n));
    if (const std::uint32_t n = left_out(sketch, LeftOutReason::hidden_layer)) {
        std::string names;
        for (const SketchLayer& layer : sketch.layers)
            if (layer.left_out > 0)
                names += (names.empty() ? "" : ", ") + layer.name;
        note("冻结或关闭的图层上有 {n} 个图元没有读取：",
             "{n} entities on frozen or off layers were left out: ", std::to_string(n));
        notes.back().zh += names;
        notes.back().en += names;
    }
    if (const std::uint32_t n = left_out(sketch, LeftOutReason::bad_number))
        note("{n} 个图元的数值不可用，已略过", "{n} entities with unusable numbers were left out", std::to_string(n));
    if (const std::uint32_t n = left_out(sketch, LeftOutReason::no_block))
        note("{n} 处插入的图块没有定义", "{n} inserts name a block that is not defined", std::to_string(n));
    return notes;
}

Error nothing_to_read(const PlanSketch& sketch, const std::string& file) {
    std::string zh, en;
    for (const SketchCount& count : sketch.counts) {
        zh += (zh.empty() ? "" : "；") + std::to_string(count.left_out) + " 个 " + count.what + "：" + count.why.zh;
        en += (en.empty() ? "" : "; ") + std::to_string(count.left_out) + " " + count.what + ": " + count.why.en;
    }
    return {ErrorCode::bad_input,
            {zh.empty() ? "图中没有任何图形" : "图中没有可读取的图形（" + zh + "）",
             en.empty() ? "the drawing is empty" : "the drawing holds nothing that can be read (" + en + ")"},
            {"请确认在模型空间绘图，并将自定义对象分解后导出",
             "draw in model space, and explode custom objects before exporting"},
            {file, 0, 0}};
}

bool has_curved(const std::vector<DxfEntity>& entities) {
    return std::any_of(entities.begin(), entities.end(), [](const DxfEntity& e) {
        const auto* line = std::get_if<DxfPolyline>(&e.shape);
        return std::holds_alternative<DxfArc>(e.shape) || std::holds_alternative<DxfEllipse>(e.shape) ||
               std::holds_alternative<DxfSpline>(e.shape) ||
               (line && std::any_of(line->vertices.begin(), line->vertices.end(),
                                    [](const DxfVertex& v) { return v.bulge != 0; }));
    });
}

Result<PlanSketch> read(std::string_view bytes, const std::string& file, const DxfOptions& options) {
    Result<DxfDrawing> drawing = read_dxf_drawing(bytes, file, options.stop);
    if (!drawing)
        return drawing.error();
    // The tolerance is in millimetres and the unit comes from what is drawn: a coarse sketch first.
    Result<PlanSketch> sketch = expand(*drawing, 1e12, options);
    if (!sketch)
        return sketch;
    if (sketch->curves.empty() && sketch->texts.empty())
        return nothing_to_read(*sketch, file);
    const SketchUnit unit = decide_unit(*drawing, *sketch, options);
    const double tolerance = options.chord_tolerance_mm / unit.millimetres;
    const bool curved =
        has_curved(drawing->entities) || std::any_of(drawing->blocks.begin(), drawing->blocks.end(),
                                                     [](const DxfBlock& b) { return has_curved(b.entities); });
    if (curved) {
        sketch = expand(*drawing, tolerance, options);
        if (!sketch)
            return sketch;
    }
    sketch->file = file;
    sketch->format = "DXF " + drawing->header.version;
    sketch->code_page = drawing->header.code_page;
    sketch->encoding = drawing->encoding;
    sketch->unit = unit;
    sketch->chord_tolerance = tolerance;
    sketch->notes = notes_on(*drawing, *sketch);
    return sketch;
}

} // namespace

Result<PlanSketch> read_dxf(std::string_view bytes, std::string file_name, const DxfOptions& options) {
    ensure(options.chord_tolerance_mm > 0, "a chord tolerance is positive");
    try {
        return read(bytes, file_name, options);
    } catch (const std::exception& e) { // dxflib, or memory
        return Error{ErrorCode::bad_input,
                     {"无法读取：" + std::string(e.what()), "it cannot be read: " + std::string(e.what())},
                     {},
                     {std::move(file_name), 0, 0}};
    }
}

} // namespace riser
