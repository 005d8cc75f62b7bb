// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/outline_tool.h"

#include "designer/tools/add_and_select.h"
#include "designer/tools/overlay.h"
#include "model/edits/cabling_edits.h"
#include "model/edits/refusals.h"

namespace riser {

namespace {
constexpr double still = 4; // pixels that a hand trembles
constexpr double same = 7;  // pixels within which the first place is meant again
} // namespace

Ring OutlineTool::rectangle() const {
    const Point a = points_.front();
    return {a, {now_.x, a.y}, now_, {a.x, now_.y}};
}

void OutlineTool::add_now(CanvasView& view, Polygon outline) {
    add_and_select(view, step(), [&](Edit& edit) { return add(edit, view, std::move(outline)); });
    points_.clear();
    dragging_ = false;
    view.repaint();
}

void OutlineTool::press(CanvasView& view, const Pointer& pointer) {
    pressed_ = pointer.screen;
    if (shape_ == Shape::room) {
        const Design& design = view.document().design();
        const Room* room = design.find(room_at(design, view.floor(), pointer.at));
        if (!room)
            view.tell(refused({"此处没有房间", "there is no room here"}, {"在房间内单击", "click inside a room"}));
        else
            add_now(view, room->outline);
        return;
    }
    if (shape_ == Shape::polygon && points_.size() > 2 &&
        (view.to_screen(points_.front()) - pointer.screen).manhattanLength() < same) {
        finish(view);
        return;
    }
    typed(view, pointer.snapped);
    dragging_ = shape_ == Shape::rectangle && points_.size() == 1;
}

void OutlineTool::typed(CanvasView& view, Point place) {
    now_ = place;
    if (shape_ == Shape::rectangle && points_.size() == 1) {
        add_now(view, {rectangle(), {}});
        return;
    }
    if (shape_ != Shape::room && (points_.empty() || points_.back() != place))
        points_.push_back(place);
    view.repaint();
}

void OutlineTool::move(CanvasView& view, const Pointer& pointer) {
    now_ = pointer.snapped;
    if (!points_.empty())
        view.repaint();
}

void OutlineTool::release(CanvasView& view, const Pointer& pointer) {
    if (dragging_ && points_.size() == 1 && (pointer.screen - pressed_).manhattanLength() > still)
        typed(view, pointer.snapped);
    dragging_ = false;
}

void OutlineTool::finish(CanvasView& view) {
    if (shape_ == Shape::polygon && points_.size() > 2)
        add_now(view, {points_, {}});
}

bool OutlineTool::cancel(CanvasView& view) {
    const bool had = !points_.empty();
    points_.clear();
    dragging_ = false;
    view.repaint();
    return had;
}

std::optional<Point> OutlineTool::base() const {
    return points_.empty() ? std::nullopt : std::optional(points_.back());
}

void OutlineTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (points_.empty())
        return;
    if (shape_ == Shape::rectangle) {
        paint_outline(painter, view, rectangle(), palette, Sizes::first_two);
        return;
    }
    std::vector<Point> ring = points_;
    ring.push_back(now_);
    paint_outline(painter, view, ring, palette, Sizes::all);
}

std::vector<ToolOption> OutlineTool::options(const Design& design) const {
    ToolOption shape{"shape",
                     {"形状", "Shape"},
                     {{"rectangle", {"矩形", "Rectangle"}}, {"polygon", {"多边形", "Polygon"}}},
                     shape_ == Shape::rectangle ? "rectangle"
                     : shape_ == Shape::polygon ? "polygon"
                                                : "room"};
    if (takes_rooms())
        shape.values.push_back({"room", {"整个房间", "Whole room"}});
    std::vector<ToolOption> out{std::move(shape)};
    for (ToolOption& option : more_options(design))
        out.push_back(std::move(option));
    return out;
}

void OutlineTool::choose(std::string_view key, std::string_view value) {
    if (key != "shape") {
        chosen(key, value);
        return;
    }
    points_.clear();
    shape_ = value == "polygon" ? Shape::polygon : value == "room" ? Shape::room : Shape::rectangle;
}

Text OutlineTool::how(const Text& name) const {
    switch (shape_) {
    case Shape::rectangle:
        return {name.zh + "：单击两个对角；可输入 @6000,4000", name.en + ": click two corners; type @6000,4000"};
    case Shape::polygon:
        return {name.zh + "：逐点单击，Enter 或双击结束，Esc 清除；可输入 5000<90",
                name.en + ": click along, Enter or a double click ends, Esc clears; type 5000<90"};
    case Shape::room:
        return {name.zh + "：在房间内单击", name.en + ": click in a room"};
    }
    return {};
}

} // namespace riser
