// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/rack_view_tool.h"

#include "model/edits/equipment_edits.h"

#include <algorithm>

namespace riser {

namespace {

constexpr double reach = 2; // pixels around the pointer
constexpr double still = 4; // pixels that a hand trembles

std::vector<Hit> hits_at(const CanvasView& view, QPointF screen) {
    if (!view.picture())
        return {};
    return view.picture()->at(view.view().to_drawing(screen), view.millimetres(reach), view.hidden());
}

void move_to(CanvasView& view, AnyId item, RackId rack, std::int32_t unit) {
    const Result<void> moved = view.document().perform(
        {"移动机柜内设备", "Move in racks"}, [&](Edit& edit) { return move_in_rack(edit, item, rack, unit); });
    if (!moved)
        view.tell(moved.error());
}

} // namespace

void RackViewTool::press(CanvasView& view, const Pointer& pointer) {
    pressed_ = true;
    dragging_ = false;
    from_ = pointer.screen;
    under_ = item_ = {};
    const Design& design = view.document().design();
    for (const Hit& hit : hits_at(view, pointer.screen)) {
        if (under_.value == 0)
            under_ = hit.id;
        const RackItem* item = item_.value == 0 ? rack_item_of(design, hit.id) : nullptr;
        if (!item)
            continue;
        item_ = hit.id;
        const double y = view.view().to_drawing(pointer.screen).y;
        for (const RackFrame& frame : view.racks())
            if (frame.rack == item->rack)
                grip_ = std::clamp(frame.unit_at(y) - item->unit, 0, std::max(item->height, 1) - 1);
    }
}

std::optional<RackViewTool::Target> RackViewTool::target_at(CanvasView& view, QPointF screen) const {
    const Design& design = view.document().design();
    const RackItem* item = rack_item_of(design, item_);
    const PaperPoint at = view.view().to_drawing(screen);
    const RackFrame* best = nullptr;
    for (const RackFrame& frame : view.racks()) {
        const bool over = at.x >= frame.box.low.x && at.x <= frame.box.high.x &&
                          at.y >= frame.box.low.y - frame.unit_height() &&
                          at.y <= frame.box.high.y + frame.unit_height();
        if (over)
            best = &frame;
    }
    if (!item || !best)
        return std::nullopt;
    Target out{.frame = *best, .unit = best->unit_at(at.y) - grip_, .height = std::max(item->height, 1)};
    out.fits = static_cast<bool>(fits_in_rack(design, item_, best->rack, out.unit));
    return out;
}

void RackViewTool::move(CanvasView& view, const Pointer& pointer) {
    if (!pressed_) {
        const std::vector<Hit> hits = hits_at(view, pointer.screen);
        view.selection().hover(hits.empty() ? AnyId() : hits.front().id);
        return;
    }
    if (item_.value != 0 && (pointer.screen - from_).manhattanLength() > still)
        dragging_ = true;
    if (dragging_)
        target_ = target_at(view, pointer.screen);
    view.repaint();
}

void RackViewTool::release(CanvasView& view, const Pointer& pointer) {
    const bool dragged = dragging_ && pressed_;
    pressed_ = dragging_ = false;
    target_.reset();
    view.repaint();
    if (!dragged) {
        const bool adds = pointer.keys.testFlag(Qt::ShiftModifier);
        if (under_.value != 0)
            adds ? view.selection().toggle(under_) : view.selection().set({under_});
        else if (!adds)
            view.selection().clear();
        return;
    }
    const std::optional<Target> target = target_at(view, pointer.screen);
    const RackItem* item = rack_item_of(view.document().design(), item_);
    view.selection().set({item_});
    if (target && item && (item->rack != target->frame.rack || item->unit != target->unit))
        move_to(view, item_, target->frame.rack, target->unit);
}

void RackViewTool::step(CanvasView& view, int by) {
    const std::vector<AnyId> chosen = view.selection().ids();
    const Design& design = view.document().design();
    const RackItem* item = chosen.size() == 1 ? rack_item_of(design, chosen.front()) : nullptr;
    if (!item)
        return;
    if (const std::optional<std::int32_t> unit = next_unit(design, chosen.front(), by))
        move_to(view, chosen.front(), item->rack, *unit);
    else
        view.say(by > 0 ? Text{"上方没有空余的 U 位", "there are no free units above"}
                        : Text{"下方没有空余的 U 位", "there are no free units below"});
}

bool RackViewTool::cancel(CanvasView& view) {
    const bool had = pressed_ || !view.selection().empty();
    if (!pressed_)
        view.selection().clear();
    pressed_ = dragging_ = false;
    target_.reset();
    view.repaint();
    return had;
}

void RackViewTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (!dragging_ || !target_)
        return;
    const PaperBox box = target_->frame.at(target_->unit, target_->height);
    const QRectF ghost(view.view().to_screen(box.low), view.view().to_screen(box.high));
    QColor own = palette.of(target_->fits ? ColourRole::accent : ColourRole::error);
    painter.setPen(QPen(own, 2, target_->fits ? Qt::SolidLine : Qt::DashLine));
    QColor fill = own;
    fill.setAlphaF(0.18F);
    painter.setBrush(fill);
    painter.drawRect(ghost);
    painter.setPen(own);
    painter.drawText(QPointF(ghost.right() + 6, ghost.center().y() + 5), QStringLiteral("U%1").arg(target_->unit));
}

Text RackViewTool::hint() const {
    return {"机柜：单击选取，拖动改 U 位或换机柜，↑↓ 移到相邻空位，Del 删除",
            "Racks: click selects, a drag moves to other units or racks, ↑↓ to the next free units, Del deletes"};
}

} // namespace riser
