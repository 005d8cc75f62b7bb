// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/line_tools.h"

#include "designer/tools/add_and_select.h"
#include "designer/tools/labelling.h"
#include "designer/tools/overlay.h"
#include "model/edits/floor_edits.h"
#include "model/fields/field.h"

namespace riser {

namespace {

template<class Enum> std::vector<ToolOption::Value> values_of(Enum any) {
    std::vector<ToolOption::Value> out;
    for (const Choice& choice : choices(any))
        out.push_back({std::string(choice.key), {std::string(choice.label.zh), std::string(choice.label.en)}});
    return out;
}

std::string size_key(Millimetres width, Millimetres height) {
    return std::to_string(width.value) + "x" + std::to_string(height.value);
}

} // namespace

void LineTool::typed(CanvasView& view, Point place) {
    now_ = place;
    if (points_.empty() || points_.back() != place)
        points_.push_back(place);
    view.repaint();
}

void LineTool::move(CanvasView& view, const Pointer& pointer) {
    now_ = pointer.snapped;
    if (!points_.empty())
        view.repaint();
}

void LineTool::finish(CanvasView& view) {
    if (points_.size() > 1)
        add_and_select(view, step(), [&](Edit& edit) { return add(edit, view, points_); });
    points_.clear();
    view.repaint();
}

bool LineTool::cancel(CanvasView& view) {
    const bool had = !points_.empty();
    points_.clear();
    view.repaint();
    return had;
}

std::optional<Point> LineTool::base() const { return points_.empty() ? std::nullopt : std::optional(points_.back()); }

void LineTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (points_.empty())
        return;
    std::vector<Point> way = points_;
    way.push_back(now_);
    QColor body = palette.of(ColourRole::accent);
    body.setAlphaF(0.22F);
    QPolygonF line;
    for (const Point p : way)
        line << view.to_screen(p);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(body, std::max(2.0, width().value * view.view().zoom), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(line);
    paint_way(painter, view, way, palette);
}

std::vector<ToolOption> WallTool::options(const Design&) const {
    ToolOption thickness{"thickness", {"厚度", "Thickness"}, {}, std::to_string(thickness_.value)};
    for (const int each : {100, 120, 200, 240, 300, 370})
        thickness.values.push_back({std::to_string(each), same_text(std::to_string(each) + " mm")});
    return {std::move(thickness),
            {"material", {"材料", "Material"}, values_of(WallMaterial{}), std::string(key_of(material_))}};
}

void WallTool::choose(std::string_view key, std::string_view value) {
    if (key == "thickness")
        thickness_ = Millimetres(number_in(value, thickness_.value));
    if (key == "material")
        material_ = choice_of<WallMaterial>(value).value_or(material_);
}

Result<std::vector<AnyId>> WallTool::add(Edit& edit, const CanvasView& view, const Polyline& line) {
    const Result<WallId> wall =
        add_wall(edit, view.floor(), {.line = line, .thickness = thickness_, .material = material_});
    if (!wall)
        return wall.error();
    return std::vector<AnyId>{*wall};
}

Text WallTool::hint() const {
    return {"墙：沿中线逐点单击，Enter 或双击结束，Esc 清除；可输入 5000<90",
            "Wall: click along its centreline, Enter or a double click ends, Esc clears; type 5000<90"};
}

std::vector<ToolOption> PathwayTool::options(const Design& design) const {
    ToolOption type{"type",
                    {"型号", "Type"},
                    {{"", {"按类别与尺寸", "By kind and size"}}},
                    wish_.type ? to_string(*wish_.type) : ""};
    for (const PathwayType& row : design.pathway_types)
        type.values.push_back({to_string(row.id), row.name.empty() ? same_text(row.code) : row.name});
    std::vector<ToolOption> out;
    if (type.values.size() > 1)
        out.push_back(std::move(type));
    if (!design.find(wish_.type)) {
        out.push_back({"kind", {"类别", "Kind"}, values_of(PathwayKind{}), std::string(key_of(wish_.kind))});
        ToolOption size{"size", {"尺寸", "Size"}, {}, size_key(wish_.width, wish_.height)};
        for (const auto& [width, height] : {std::pair(25, 25),
                                            {50, 50},
                                            {100, 50},
                                            {100, 100},
                                            {200, 100},
                                            {300, 100},
                                            {400, 100},
                                            {400, 150},
                                            {600, 150}})
            size.values.push_back({size_key(Millimetres(width), Millimetres(height)),
                                   same_text(std::to_string(width) + " × " + std::to_string(height))});
        out.push_back(std::move(size));
    }
    out.push_back({"elevation", {"高度 mm", "Height mm"}, {}, std::to_string(wish_.elevation.value)});
    return out;
}

void PathwayTool::choose(std::string_view key, std::string_view value) {
    if (key == "type")
        wish_.type = row_named<PathwayType>(value);
    if (key == "kind")
        wish_.kind = choice_of<PathwayKind>(value).value_or(wish_.kind);
    if (key == "elevation")
        wish_.elevation = Millimetres(number_in(value, wish_.elevation.value));
    if (const std::size_t cross = value.find('x'); key == "size" && cross != std::string_view::npos) {
        wish_.width = Millimetres(number_in(value.substr(0, cross), wish_.width.value));
        wish_.height = Millimetres(number_in(value.substr(cross + 1), wish_.height.value));
    }
}

Result<std::vector<AnyId>> PathwayTool::add(Edit& edit, const CanvasView& view, const Polyline& line) {
    const Result<std::vector<PathwayRunId>> runs = add_pathway(edit, view.floor(), line, wish_);
    if (!runs)
        return runs.error();
    return std::vector<AnyId>(runs->begin(), runs->end());
}

Text PathwayTool::hint() const {
    return {"路径：逐点单击，落在已有节点或路径上即接入，Enter 结束；可输入 5000<90",
            "Pathway: click along; on a node or run it joins it; Enter ends; type 5000<90"};
}

} // namespace riser
