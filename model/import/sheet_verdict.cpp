// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/sheet_verdict.h"

#include "model/import/evidence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

namespace riser {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

template<class Words> bool holds_any(const std::string& text, const Words& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

// Heights written beside the drawing that stand as far apart as they say: only elevations and sections do that.
struct Levels {
    std::uint32_t written = 0;  // texts that are heights
    std::uint32_t to_scale = 0; // distinct heights that agree with at least one other, two metres or more away
};

Levels levels_of(const SketchSheet& sheet, const PlanSketch& sketch) {
    struct Level {
        double value; // mm
        double y;     // mm
    };
    Levels out;
    std::map<long, Level> distinct;
    for (const SketchIndex i : sheet.texts) {
        const SketchText& text = sketch.texts[i];
        if (const auto value = level_in_text(text.content)) {
            ++out.written;
            if (distinct.size() >= 400) // nobody writes more; hostile files do
                continue;
            distinct.try_emplace(std::lround(*value * 1000), Level{*value * 1000, text.at.y * sketch.unit.millimetres});
        }
    }
    std::set<long> agreeing;
    for (auto a = distinct.begin(); a != distinct.end(); ++a)
        for (auto b = std::next(a); b != distinct.end(); ++b) {
            const double rise = b->second.value - a->second.value;
            if (rise >= 2000 && std::abs((b->second.y - a->second.y) - rise) <= std::max(60.0, 0.01 * rise))
                agreeing.insert({a->first, b->first});
        }
    out.to_scale = static_cast<std::uint32_t>(agreeing.size());
    return out;
}

// Lines of a table: how many horizontal ones share their ends, and vertical ones theirs.
struct Grid {
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    double straight = 0; // share of the curves that are horizontal or vertical lines
};

Grid grid_of(const SketchSheet& sheet, const PlanSketch& sketch) {
    const double size = std::max(sheet.box.width(), sheet.box.height());
    std::map<std::pair<long, long>, std::set<long>> level, upright;
    double straight = 0, all = 0;
    const double step = size > 0 ? size / 500 : 1;
    const auto cell = [&](double v, double from) { return std::lround((v - from) / step); };
    for (const SketchIndex i : sheet.curves) {
        const SketchCurve& curve = sketch.curves[i];
        ++all;
        bool axis_parallel = curve.arcs.empty();
        const std::size_t n = curve.points.size();
        for (std::size_t k = 0; k + (curve.closed ? 0 : 1) < n; ++k) {
            const SketchPoint a = curve.points[k];
            const SketchPoint b = curve.points[(k + 1) % n];
            const long ax = cell(a.x, sheet.box.low.x), bx = cell(b.x, sheet.box.low.x);
            const long ay = cell(a.y, sheet.box.low.y), by = cell(b.y, sheet.box.low.y);
            if (ay == by && std::abs(ax - bx) > 20)
                level[std::minmax(ax, bx)].insert(ay);
            else if (ax == bx && std::abs(ay - by) > 20)
                upright[std::minmax(ay, by)].insert(ax);
            else if (ax != bx && ay != by)
                axis_parallel = false;
        }
        straight += axis_parallel;
    }
    Grid grid;
    grid.straight = all > 0 ? straight / all : 0;
    for (const auto& [ends, at] : level)
        grid.rows = std::max(grid.rows, static_cast<std::uint32_t>(at.size()));
    for (const auto& [ends, at] : upright)
        grid.columns = std::max(grid.columns, static_cast<std::uint32_t>(at.size()));
    return grid;
}

// The sheet as a sketch of its own, for measuring.
PlanSketch part_of(const SketchSheet& sheet, const PlanSketch& sketch) {
    PlanSketch part;
    part.layers = sketch.layers;
    part.unit = sketch.unit;
    for (const SketchIndex i : sheet.curves)
        part.curves.push_back(sketch.curves[i]);
    return part;
}

struct Score {
    double points = 0;
    std::vector<Text> reasons;
    void add(double more, std::string zh, std::string en) {
        points += more;
        reasons.push_back({std::move(zh), std::move(en)});
    }
};

void count_members(SketchSheet& sheet, const PlanSketch& sketch, const std::vector<LayerRole>& roles) {
    SheetCounts& counts = sheet.counts;
    counts = {};
    for (const SketchIndex i : sheet.curves)
        switch (roles[sketch.curves[i].layer]) {
        case LayerRole::wall:
            ++counts.walls;
            break;
        case LayerRole::column:
            ++counts.columns;
            break;
        case LayerRole::door:
        case LayerRole::window:
        case LayerRole::opening:
            ++counts.openings;
            break;
        case LayerRole::stair:
            ++counts.stairs;
            break;
        case LayerRole::axis:
            ++counts.axes;
            break;
        default:
            ++counts.others;
            break;
        }
    counts.texts = static_cast<std::uint32_t>(sheet.texts.size());
    for (const SketchIndex i : sheet.texts)
        counts.room_names += names_a_room(sketch.texts[i].content);
}

} // namespace

std::optional<double> level_in_text(std::string_view text) {
    double sign = 1;
    for (std::string_view mark : {"▽", "▼", "H=", "h=", "EL.", "±", "+", "-", "−", "－"})
        if (text.starts_with(mark)) {
            if (mark == "-" || mark == "−" || mark == "－")
                sign = -1;
            text.remove_prefix(mark.size());
        }
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || point == 0 || point > 4 || text.size() - point != 4)
        return std::nullopt;
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (failed != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return sign * value;
}

bool names_a_room(std::string_view text) {
    static constexpr std::array<std::string_view, 64> words{
        "办公",      "会议",    "走廊",     "走道",    "过道",   "大厅",  "门厅",   "过厅",  "前室",    "楼梯间",
        "电梯",      "货梯",    "卫生间",   "男卫",    "女卫",   "厕",    "盥洗",   "茶水",  "机房",    "电井",
        "弱电",      "强电",    "水井",     "风井",    "管井",   "配电",  "库",     "档案",  "值班",    "休息",
        "接待",      "用房",    "室",       "房间",    "客厅",   "卧室",  "厨房",   "阳台",  "餐厅",    "通道",
        "office",    "meeting", "corridor", "lobby",   "hall",   "stair", "toilet", "bath",  "kitchen", "bedroom",
        "living",    "dining",  "closet",   "storage", "pantry", "entry", "garage", "w.i.c", "utility", "lounge",
        "reception", "elec",    "server",   "room"};
    const std::string low = lower(text);
    return low.size() <= 60 && holds_any(low, words) && kind_in_title(text) == SheetKind::unknown;
}

SheetKind kind_in_title(std::string_view title) {
    const std::string low = lower(title);
    const auto holds = [&](std::initializer_list<std::string_view> words) { return holds_any(low, words); };
    if (holds({"立面", "elevation"}))
        return SheetKind::elevation;
    if (holds({"剖面", "剖视", "section"}))
        return SheetKind::section;
    if (holds({"门窗表", "一览表", "材料表", "明细表", "统计表", "做法表", "图纸目录", "设计说明", "schedule", "legend",
               "图例", "drawing list"}))
        return SheetKind::schedule;
    if (holds({"详图", "大样", "节点", "detail"}))
        return SheetKind::detail;
    if (holds({"平面", "层平", "floor plan", "plan"}))
        return SheetKind::floor_plan;
    return SheetKind::unknown;
}

bool looks_like_title(std::string_view text) {
    std::string low = lower(text);
    static constexpr std::array<std::string_view, 6> elsewhere{"见", "参", "详建", "see ", "refer", "余同"};
    if (kind_in_title(text) == SheetKind::unknown || holds_any(low, elsewhere))
        return false;
    // A scale, a number and brackets may follow the name.
    const std::size_t last = low.find_last_not_of(" 0123456789:.-()\n");
    low.resize(last == std::string::npos ? 0 : last + 1);
    for (const std::string_view end :
         {"图", "表", "说明", "大样", "平面", "立面", "剖面", "图例", "plan", "plans", "elevation", "elevations",
          "section", "sections", "schedule", "detail", "details", "layout", "legend"})
        if (low.ends_with(end))
            return true;
    return false;
}

void judge(SketchSheet& sheet, const PlanSketch& sketch, const std::vector<LayerRole>& roles) {
    count_members(sheet, sketch, roles);
    const double mm = sketch.unit.millimetres;
    const PlanSketch part = part_of(sheet, sketch);
    for (const Swing& swing : swings(part, roles))
        sheet.counts.door_swings += swing.arc.radius * mm >= 450 && swing.arc.radius * mm <= 1600;
    const Levels levels = levels_of(sheet, sketch);
    sheet.counts.levels = levels.written;
    std::vector<double> gaps = wall_gaps(part, roles);
    const auto thin = static_cast<double>(
        std::count_if(gaps.begin(), gaps.end(), [&](double g) { return g * mm >= 60 && g * mm <= 500; }));
    const double double_lines = gaps.size() >= 4 ? thin / static_cast<double>(gaps.size()) : 0;
    const Grid grid = grid_of(sheet, sketch);
    const double size = std::max(sheet.box.width(), sheet.box.height()) * mm;

    std::map<SheetKind, Score> scores;
    const auto n = [](auto count) { return std::to_string(count); };
    if (const SheetKind said = kind_in_title(sheet.title); said != SheetKind::unknown)
        scores[said].add(4, "图名为“" + sheet.title + "”", "its title is '" + sheet.title + "'");
    Score& plan = scores[SheetKind::floor_plan];
    Score& elevation = scores[SheetKind::elevation];
    if (sheet.counts.door_swings >= 2)
        plan.add(sheet.counts.door_swings >= 5 ? 3 : 2, n(sheet.counts.door_swings) + " 处门扇开启弧线",
                 n(sheet.counts.door_swings) + " door swings");
    if (double_lines >= 0.5)
        plan.add(2, "墙为双线（间距多在 60–500 mm）", "walls are double lines (60 to 500 mm apart)");
    if (sheet.counts.room_names >= 2)
        plan.add(2, n(sheet.counts.room_names) + " 处房间名称", n(sheet.counts.room_names) + " room names");
    if (levels.to_scale >= 2)
        elevation.add(2.5 + 0.5 * std::min(levels.to_scale, 6U),
                      n(levels.to_scale) + " 个标高在图上的高差与其数值一致，说明竖直方向是高度",
                      n(levels.to_scale) + " levels stand as far above one another as they say, so up is height");
    if (sheet.counts.door_swings == 0 && sheet.counts.openings >= 20)
        elevation.add(1, "有门窗而没有任何开启弧线", "it has doors or windows but not one door swing");
    if (!gaps.empty() && double_lines < 0.25 && sheet.counts.walls >= 20)
        elevation.add(0.5, "墙线不成双线", "wall lines do not come in pairs");
    if (sheet.counts.walls == 0 && sheet.counts.openings == 0 && grid.rows >= 4 && grid.columns >= 3 &&
        grid.straight > 0.8 && sheet.counts.texts >= 8)
        scores[SheetKind::schedule].add(
            3.5, "横竖线成表格（" + n(grid.rows) + " 行线、" + n(grid.columns) + " 列线），格内有文字",
            "lines form a table (" + n(grid.rows) + " by " + n(grid.columns) + " lines) with texts in it");
    if (size < 4000 && plan.points < 3)
        scores[SheetKind::detail].add(2, "范围不足 4 m", "it is smaller than 4 m");

    const auto best = std::max_element(scores.begin(), scores.end(),
                                       [](const auto& a, const auto& b) { return a.second.points < b.second.points; });
    sheet.kind = best->second.points >= 2 ? best->first : SheetKind::unknown;
    // A section has levels to scale as well; the title alone tells it from an elevation.
    if (sheet.kind == SheetKind::elevation && scores.contains(SheetKind::section))
        sheet.kind = SheetKind::section;
    sheet.reasons.clear();
    if (sheet.kind != SheetKind::unknown)
        sheet.reasons = scores[sheet.kind].reasons;
    for (const auto& [kind, score] : scores)
        if (kind != sheet.kind)
            for (const Text& reason : score.reasons)
                sheet.reasons.push_back({"（另有：" + reason.zh + "）", "(also: " + reason.en + ")"});
    const Text name = name_of(sheet.kind);
    sheet.verdict = sheet.kind == SheetKind::unknown
                        ? Text{"看不出这是什么图", "it cannot be told what this drawing is"}
                        : Text{"这是" + name.zh,
                               "this is a" + std::string(sheet.kind == SheetKind::elevation ? "n " : " ") + name.en};
}

} // namespace riser
