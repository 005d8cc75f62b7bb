// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/sheets.h"

#include "model/import/cluster.h"
#include "model/import/evidence.h"
#include "model/import/sheet_verdict.h"

#include <algorithm>

namespace riser {

namespace {

// How far dimensions, levels, axis bubbles and titles stand off: in sheet sizes, and at least.
constexpr double reach_sizes = 0.6;
constexpr double reach_mm = 15'000;

SketchBox box_of(SketchPoint p) {
    SketchBox box;
    box.add(p);
    return box;
}

// The sheet nearest to the box. Titles stand below their drawing: what is above counts half its distance for them.
SketchSheet* nearest_sheet(std::vector<SketchSheet>& sheets, const SketchBox& box, double least_reach, bool title) {
    SketchSheet* nearest = nullptr;
    double best = 0;
    for (SketchSheet& sheet : sheets) {
        double gap = gap_between(sheet.box, box);
        if (gap > std::max(least_reach, reach_sizes * std::max(sheet.box.width(), sheet.box.height())))
            continue;
        if (title && box.high.y < sheet.box.low.y && box.low.x < sheet.box.high.x && box.high.x > sheet.box.low.x)
            gap /= 2;
        if (!nearest || gap < best) {
            nearest = &sheet;
            best = gap;
        }
    }
    return nearest;
}

// The text that looks most like a title: it says what the drawing is, is larger than most, stands below.
std::string title_of(const SketchSheet& sheet, const PlanSketch& sketch) {
    std::vector<double> heights;
    double tallest = 0;
    for (const SketchIndex i : sheet.texts) {
        heights.push_back(sketch.texts[i].height);
        tallest = std::max(tallest, heights.back());
    }
    const double usual = median(heights);
    const SketchText* best = nullptr;
    double best_points = 2;
    for (const SketchIndex i : sheet.texts) {
        const SketchText& text = sketch.texts[i];
        if (text.content.size() > 90 || level_in_text(text.content))
            continue;
        double points = tallest > 0 ? 0.3 * text.height / tallest : 0;
        if (looks_like_title(text.content))
            points += 1.5;
        else if (storeys_in_title(text.content))
            points += 0.5;
        else
            continue;
        points += text.height >= 1.4 * usual || sheet.texts.size() < 4 ? 1 : 0;
        points += text.centre.y < sheet.box.low.y ? 0.5 : 0;
        if (points > best_points) {
            best_points = points;
            best = &text;
        }
    }
    return best ? best->content : std::string{};
}

void in_reading_order(std::vector<SketchSheet>& sheets) {
    std::sort(sheets.begin(), sheets.end(),
              [](const SketchSheet& a, const SketchSheet& b) { return a.box.high.y > b.box.high.y; });
    // Rows: what overlaps the row's first sheet by half of its height.
    for (std::size_t begin = 0; begin < sheets.size();) {
        std::size_t end = begin + 1;
        while (end < sheets.size() && sheets[end].box.high.y > (sheets[begin].box.low.y + sheets[begin].box.high.y) / 2)
            ++end;
        std::sort(sheets.begin() + static_cast<std::ptrdiff_t>(begin),
                  sheets.begin() + static_cast<std::ptrdiff_t>(end),
                  [](const SketchSheet& a, const SketchSheet& b) { return a.box.low.x < b.box.low.x; });
        begin = end;
    }
    for (std::size_t i = 0; i < sheets.size(); ++i)
        sheets[i].number = static_cast<int>(i) + 1;
}

} // namespace

Text name_of(SheetKind kind) {
    switch (kind) {
    case SheetKind::floor_plan:
        return {"平面图", "floor plan"};
    case SheetKind::elevation:
        return {"立面图", "elevation"};
    case SheetKind::section:
        return {"剖面图", "section"};
    case SheetKind::schedule:
        return {"表格或说明", "schedule"};
    case SheetKind::detail:
        return {"详图", "detail"};
    case SheetKind::unknown:
        return {"不明", "unknown drawing"};
    }
    return {};
}

std::vector<SketchSheet> find_sheets(const PlanSketch& sketch, const LayerMap& map) {
    const std::vector<LayerRole> roles = layer_roles(sketch, map);
    Clustering clustering = cluster_curves(sketch, roles);

    std::vector<SketchSheet> sheets;
    for (Cluster& cluster : clustering.clusters) {
        SketchSheet sheet;
        sheet.box = cluster.box;
        sheet.curves = std::move(cluster.curves);
        sheets.push_back(std::move(sheet));
    }
    const double least_reach = reach_mm / sketch.unit.millimetres;
    for (const SketchIndex i : clustering.around)
        if (SketchSheet* sheet = nearest_sheet(sheets, bounds(sketch.curves[i]), least_reach, false))
            sheet->curves.push_back(i);
    for (SketchIndex i = 0; i < sketch.texts.size(); ++i) {
        const SketchText& text = sketch.texts[i];
        if (SketchSheet* sheet =
                nearest_sheet(sheets, box_of(text.centre), least_reach, looks_like_title(text.content)))
            sheet->texts.push_back(i);
    }
    for (SketchSheet& sheet : sheets) {
        std::sort(sheet.curves.begin(), sheet.curves.end());
        sheet.title = title_of(sheet, sketch);
        judge(sheet, sketch, roles);
    }
    in_reading_order(sheets);
    return sheets;
}

Text list_of(const std::vector<SketchSheet>& sheets) {
    Text out;
    for (const SketchSheet& sheet : sheets) {
        const Text kind = name_of(sheet.kind);
        const std::string title = sheet.title.empty() ? "" : " " + sheet.title.substr(0, sheet.title.find('\n'));
        out.zh += (out.zh.empty() ? "" : "，") + std::to_string(sheet.number) + " " + kind.zh + title;
        out.en += (out.en.empty() ? "" : ", ") + std::to_string(sheet.number) + " " + kind.en + title;
    }
    return out;
}

Result<const SketchSheet*> pick_sheet(const std::vector<SketchSheet>& sheets, std::optional<int> number,
                                      const std::string& file, SheetVerdicts verdicts) {
    const Text list = list_of(sheets);
    const Text choose{"用 --sheet 选择：" + list.zh, "choose with --sheet: " + list.en};
    const auto fail = [&](ErrorCode code, Text message, Text fix) -> Result<const SketchSheet*> {
        return Error{code, std::move(message), std::move(fix), {file, 0, 0}};
    };
    const auto take = [&](const SketchSheet& sheet) -> Result<const SketchSheet*> {
        const bool refused =
            sheet.kind == SheetKind::elevation || sheet.kind == SheetKind::section || sheet.kind == SheetKind::schedule;
        if (!refused || verdicts == SheetVerdicts::overrule)
            return &sheet;
        Text why;
        for (const Text& reason : sheet.reasons) {
            why.zh += (why.zh.empty() ? "：" : "；") + reason.zh;
            why.en += (why.en.empty() ? ": " : "; ") + reason.en;
        }
        return fail(ErrorCode::refused,
                    {"不是平面图，" + sheet.verdict.zh + why.zh, "not a floor plan: " + sheet.verdict.en + why.en},
                    {"请导入平面图", "import a floor plan"});
    };
    if (sheets.empty())
        return fail(ErrorCode::not_found, {"图中找不到任何图", "no drawing was found in the file"}, {});
    if (number) {
        const auto found =
            std::find_if(sheets.begin(), sheets.end(), [&](const SketchSheet& s) { return s.number == *number; });
        if (found == sheets.end())
            return fail(ErrorCode::not_found,
                        {"没有第 " + std::to_string(*number) + " 张图", "there is no sheet " + std::to_string(*number)},
                        choose);
        return take(*found);
    }
    for (const SheetKind kind : {SheetKind::floor_plan, SheetKind::unknown}) {
        const auto is_kind = [&](const SketchSheet& s) { return s.kind == kind; };
        const auto count = std::count_if(sheets.begin(), sheets.end(), is_kind);
        if (count == 1)
            return take(*std::find_if(sheets.begin(), sheets.end(), is_kind));
        if (count > 1)
            return fail(ErrorCode::conflict,
                        {"有 " + std::to_string(count) + " 张可能的平面图",
                         "there are " + std::to_string(count) + " drawings that may be floor plans"},
                        choose);
    }
    if (sheets.size() == 1)
        return take(sheets.front());
    return fail(ErrorCode::refused, {"其中没有平面图", "there is no floor plan among them"}, choose);
}

} // namespace riser
