// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/opening_tool.h"

#include "designer/tools/add_and_select.h"
#include "designer/tools/overlay.h"
#include "model/edits/refusals.h"
#include "model/fields/field.h"

namespace riser {

namespace {
constexpr double reach = 14; // pixels around the pointer
constexpr double still = 4;
} // namespace

void OpeningTool::press(CanvasView& view, const Pointer& pointer) {
    pressed_ = pointer.screen;
    typed(view, pointer.snapped);
}

void OpeningTool::typed(CanvasView& view, Point place) {
    if (!first_) {
        const auto near = Millimetres(std::max(200, static_cast<std::int32_t>(view.millimetres(reach))));
        first_ = wall_near(view.document().design(), view.floor(), place, near);
        if (!first_)
            view.tell(
                refused({"此处没有墙", "there is no wall here"}, {"在墙上点门框的一侧", "click a jamb on a wall"}));
        else
            now_ = first_->at;
        view.repaint();
        return;
    }
    const WallSpot spot = *first_;
    first_.reset();
    const Point to = nearest_on_segment(place, spot.from, spot.to);
    OpeningWish wish{.kind = kind_, .label = {}, .from = spot.at, .to = to};
    if (kind_ == OpeningKind::window) {
        wish.sill = Millimetres(900);
        wish.height = Millimetres(1'500);
    }
    add_and_select(view, {"开洞口", "Make an opening"},
                   [&](Edit& edit) { return add_opening(edit, view.floor(), std::move(wish)); });
    view.repaint();
}

void OpeningTool::move(CanvasView& view, const Pointer& pointer) {
    if (!first_)
        return;
    now_ = nearest_on_segment(pointer.snapped, first_->from, first_->to);
    view.repaint();
}

void OpeningTool::release(CanvasView& view, const Pointer& pointer) {
    if (first_ && (pointer.screen - pressed_).manhattanLength() > still)
        typed(view, pointer.snapped);
}

bool OpeningTool::cancel(CanvasView& view) {
    const bool had = first_.has_value();
    first_.reset();
    view.repaint();
    return had;
}

std::optional<Point> OpeningTool::base() const { return first_ ? std::optional(first_->at) : std::nullopt; }

void OpeningTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (!first_)
        return;
    QColor wall = palette.of(ColourRole::accent);
    wall.setAlphaF(0.35F);
    painter.setPen(QPen(wall, 3));
    painter.drawLine(view.to_screen(first_->from), view.to_screen(first_->to));
    const std::vector<Point> way{first_->at, now_};
    paint_way(painter, view, way, palette);
    paint_spot(painter, view, first_->at, palette);
    paint_spot(painter, view, now_, palette);
}

std::vector<ToolOption> OpeningTool::options(const Design&) const {
    ToolOption kind{"kind", {"类别", "Kind"}, {}, std::string(key_of(kind_))};
    for (const Choice& choice : choices(OpeningKind{}))
        kind.values.push_back({std::string(choice.key), {std::string(choice.label.zh), std::string(choice.label.en)}});
    return {std::move(kind)};
}

void OpeningTool::choose(std::string_view key, std::string_view value) {
    if (key == "kind")
        kind_ = choice_of<OpeningKind>(value).value_or(kind_);
}

Text OpeningTool::hint() const {
    return {"门窗：在墙上点两侧门框；第二点可输入宽度，如 900",
            "Opening: click the two jambs on a wall; the width may be typed, such as 900"};
}

} // namespace riser
