// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/rack_tools.h"

#include "designer/tools/add_and_select.h"
#include "designer/tools/labelling.h"
#include "designer/tools/overlay.h"
#include "model/edits/cabling_edits.h"
#include "model/edits/equipment_edits.h"
#include "model/edits/refusals.h"

namespace riser {

namespace {

std::optional<RackId> rack_at(const Design& design, FloorId floor, Point place) {
    for (const Rack& rack : design.racks)
        if (contains({footprint(rack), {}}, place) && space_at(design, floor, rack.place) == rack.space)
            return rack.id;
    return std::nullopt;
}

ToolOption numbers(std::string key, Text title, std::initializer_list<int> values, std::int32_t now,
                   const std::string& unit) {
    ToolOption out{std::move(key), std::move(title), {}, std::to_string(now)};
    for (const int value : values)
        out.values.push_back({std::to_string(value), same_text(std::to_string(value) + unit)});
    return out;
}

} // namespace

void RackTool::typed(CanvasView& view, Point place) {
    const Design& design = view.document().design();
    const std::optional<SpaceId> space = space_at(design, view.floor(), place);
    if (!space) {
        view.tell(
            refused({"此处不是弱电用房", "this is no telecom space"},
                    {"放到弱电间内，或先给房间这一用途", "place it in a telecom room, or make the room one first"}));
        return;
    }
    if (add_and_select(view, {"放置机柜", "Place a rack"}, [&](Edit& edit) {
            return add_rack(edit, *space,
                            {.label = next_rack_label(edit.design(), view.floor()),
                             .place = place,
                             .rotation = rack_.rotation,
                             .units = rack_.units,
                             .width = rack_.width,
                             .depth = rack_.depth});
        }))
        last_ = place;
}

void RackTool::move(CanvasView& view, const Pointer& pointer) {
    now_ = pointer.snapped;
    view.repaint();
}

void RackTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (!now_)
        return;
    Rack rack = rack_;
    rack.place = *now_;
    paint_outline(painter, view, footprint(rack), palette, Sizes::none);
}

std::vector<ToolOption> RackTool::options(const Design&) const {
    return {numbers("units", {"容量", "Units"}, {9, 12, 18, 24, 42, 47}, rack_.units, " U"),
            numbers("width", {"宽", "Width"}, {600, 800}, rack_.width.value, " mm"),
            numbers("depth", {"深", "Depth"}, {450, 600, 800, 1000, 1200}, rack_.depth.value, " mm"),
            numbers("rotation", {"朝向", "Turned"}, {0, 90, 180, 270}, rack_.rotation.value / 1000, "°")};
}

void RackTool::choose(std::string_view key, std::string_view value) {
    if (key == "units")
        rack_.units = number_in(value, rack_.units);
    if (key == "width")
        rack_.width = Millimetres(number_in(value, rack_.width.value));
    if (key == "depth")
        rack_.depth = Millimetres(number_in(value, rack_.depth.value));
    if (key == "rotation")
        rack_.rotation = MilliDegrees(number_in(value, 0) % 360 * 1000);
}

Text RackTool::hint() const {
    return {"机柜：在弱电用房内单击；可输入 @600,0 接着上一台",
            "Rack: click in a telecom space; type @600,0 to go on from the last"};
}

std::optional<EquipmentTypeId> DeviceTool::type_in(const Design& design) const {
    if (design.find(type_))
        return type_;
    const auto first = design.equipment_types.begin();
    return first == design.equipment_types.end() ? std::nullopt : std::optional(first->id);
}

void DeviceTool::typed(CanvasView& view, Point place) {
    const Design& design = view.document().design();
    const std::optional<EquipmentTypeId> type = type_in(design);
    if (!type) {
        view.tell(
            refused({"目录中没有设备", "the catalogue has no equipment"}, {"先在目录中加入", "add some to it first"}));
        return;
    }
    const std::optional<RackId> rack = rack_at(design, view.floor(), place);
    const std::optional<SpaceId> space = space_at(design, view.floor(), place);
    if (!rack && !space) {
        view.tell(refused({"此处既无机柜也不是弱电用房", "there is neither a rack nor a telecom space here"},
                          {"单击机柜", "click a rack"}));
        return;
    }
    add_and_select(view, {"放置设备", "Place a device"}, [&](Edit& edit) {
        return add_equipment(edit, {.type = *type,
                                    .label = next_equipment_label(edit.design(), view.floor(), *type),
                                    .rack = rack,
                                    .space = space,
                                    .place = place,
                                    .plane = rack ? design.find(*rack)->plane : std::nullopt});
    });
}

void DeviceTool::move(CanvasView& view, const Pointer& pointer) {
    const Design& design = view.document().design();
    const Rack* rack = design.find(rack_at(design, view.floor(), pointer.at));
    over_ = rack ? footprint(*rack) : Ring();
    view.repaint();
}

void DeviceTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (!over_.empty())
        paint_outline(painter, view, over_, palette, Sizes::none);
}

std::vector<ToolOption> DeviceTool::options(const Design& design) const {
    const std::optional<EquipmentTypeId> now = type_in(design);
    ToolOption type{"type", {"型号", "Type"}, {}, now ? to_string(*now) : ""};
    for (const EquipmentType& row : design.equipment_types)
        type.values.push_back({to_string(row.id), row.name.empty() ? same_text(row.code) : row.name});
    return {std::move(type)};
}

void DeviceTool::choose(std::string_view key, std::string_view value) {
    if (key == "type")
        type_ = row_named<EquipmentType>(value);
}

Text DeviceTool::hint() const {
    return {"设备：单击机柜，装入最低的空 U；或单击弱电用房",
            "Device: click a rack to put it into the lowest free units, or a telecom space"};
}

} // namespace riser
