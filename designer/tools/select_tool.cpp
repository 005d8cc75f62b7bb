// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/select_tool.h"

#include "designer/tools/arrange.h"
#include "model/edits/arrange_edits.h"
#include "model/edits/underlay_edits.h"

#include <algorithm>

namespace riser {

namespace {

constexpr double grasp = 6;  // pixels around the pointer
constexpr double still = 4;  // pixels that a hand trembles
constexpr double handle = 7; // radius of the mark on what is dragged, pixels

std::vector<Hit> hits_at(const CanvasView& view, QPointF screen) {
    if (!view.picture())
        return {};
    return view.picture()->at(view.view().to_drawing(screen), view.millimetres(grasp), view.hidden());
}

// What a drag takes hold of at once; other rows only when they are selected, and areas, which lie under everything, go
// with the rest or by keys.
bool movable(AnyId id) {
    return id.kind == Kind::outlets || id.kind == Kind::racks || id.kind == Kind::annotations ||
           id.kind == Kind::panels || id.kind == Kind::equipment;
}
bool held(AnyId id) {
    return movable(id) || id.kind == Kind::underlays ||
           (has_place(id.kind) && id.kind != Kind::rooms && id.kind != Kind::fire_compartments &&
            id.kind != Kind::restricted_areas && id.kind != Kind::spaces);
}

void drag_underlay(CanvasView& view, UnderlayId id, Point by) {
    const Result<void> done = view.document().perform({"移动底图", "Move the underlay"},
                                                      [&](Edit& edit) { return move_underlay(edit, id, by.x, by.y); });
    if (!done)
        view.tell(done.error());
}

} // namespace

void SelectTool::press(CanvasView& view, const Pointer& pointer) {
    gesture_ = Gesture::pressed;
    from_ = to_ = pointer.screen;
    from_place_ = pointer.at;
    const std::vector<Hit> hits = hits_at(view, pointer.screen);
    under_ = hits.empty() ? AnyId() : hits.front().id;
    holds_ = movable(under_);
    for (const Hit& hit : hits) // what is selected already is what a drag takes hold of
        if (view.selection().holds(hit.id) && held(hit.id)) {
            under_ = hit.id;
            holds_ = true;
        }
}

void SelectTool::move(CanvasView& view, const Pointer& pointer) {
    if (gesture_ == Gesture::none) {
        const std::vector<Hit> hits = hits_at(view, pointer.screen);
        view.selection().hover(hits.empty() ? AnyId() : hits.front().id);
        return;
    }
    to_ = pointer.screen;
    moved_to_ = pointer.snapped;
    if (gesture_ == Gesture::pressed && (to_ - from_).manhattanLength() > still)
        gesture_ = under_.value != 0 && holds_ ? Gesture::moving : Gesture::box;
    view.repaint();
}

void SelectTool::release(CanvasView& view, const Pointer& pointer) {
    const Gesture was = gesture_;
    gesture_ = Gesture::none;
    view.repaint();
    Selection& selection = view.selection();
    const bool adds = pointer.keys.testFlag(Qt::ShiftModifier);
    if (was == Gesture::box) {
        const PaperPoint a = view.view().to_drawing(from_), b = view.view().to_drawing(to_);
        const PaperBox box{{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
        std::vector<AnyId> ids =
            view.picture()
                ? view.picture()->within(
                      box, to_.x() >= from_.x() ? Picture::Within::inside : Picture::Within::touching, view.hidden())
                : std::vector<AnyId>();
        // Where a box holds points, it is points that are meant, not the rooms they stand in.
        if (std::any_of(ids.begin(), ids.end(), [](AnyId id) { return id.kind == Kind::outlets; }))
            std::erase_if(ids, [](AnyId id) { return id.kind != Kind::outlets; });
        adds ? selection.add(ids) : selection.set(std::move(ids));
        return;
    }
    if (was == Gesture::moving) {
        if (!selection.holds(under_))
            selection.set({under_});
        if (under_.kind == Kind::underlays) {
            drag_underlay(view, UnderlayId{under_.value}, pointer.snapped - from_place_);
            return;
        }
        const std::optional<Box> box = box_of(view.document().design(), under_);
        // A point comes to stand where the pointer is meant to be, whatever part of its symbol was taken hold of.
        const bool point = box && box->low == box->high;
        move_selection(view, pointer.snapped - (point ? box->low : from_place_));
        return;
    }
    if (was != Gesture::pressed)
        return;
    const std::vector<Hit> hits = hits_at(view, pointer.screen);
    if (hits.empty()) {
        if (!adds)
            selection.clear();
        return;
    }
    const bool same_place = (pointer.screen - last_click_).manhattanLength() < still;
    depth_ = same_place ? (depth_ + 1) % hits.size() : 0;
    last_click_ = pointer.screen;
    const AnyId hit = hits[depth_].id;
    adds ? selection.toggle(hit) : selection.set({hit});
}

bool SelectTool::cancel(CanvasView& view) {
    const bool had = gesture_ != Gesture::none || !view.selection().empty();
    if (gesture_ == Gesture::none)
        view.selection().clear();
    gesture_ = Gesture::none;
    view.repaint();
    return had;
}

std::optional<Point> SelectTool::base() const {
    return gesture_ == Gesture::moving ? std::optional(from_place_) : std::nullopt;
}

void SelectTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    QColor accent = palette.of(ColourRole::accent);
    if (gesture_ == Gesture::box) {
        const QRectF box = QRectF(from_, to_).normalized();
        painter.setPen(QPen(accent, 1, to_.x() >= from_.x() ? Qt::SolidLine : Qt::DashLine));
        accent.setAlphaF(0.10F);
        painter.setBrush(accent);
        painter.drawRect(box);
    } else if (gesture_ == Gesture::moving) {
        const QPointF at = view.to_screen(moved_to_);
        painter.setPen(QPen(accent, 1, Qt::DashLine));
        painter.drawLine(view.to_screen(from_place_), at);
        painter.setPen(QPen(accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, handle, handle);
    }
}

std::optional<QRectF> SelectTool::painted_within(const CanvasView& view) const {
    if (gesture_ == Gesture::box)
        return QRectF(from_, to_).normalized().adjusted(-2, -2, 2, 2);
    if (gesture_ != Gesture::moving)
        return QRectF();
    constexpr double around = handle + 3; // half the pen, and what smoothing adds
    return QRectF(view.to_screen(from_place_), view.to_screen(moved_to_))
        .normalized()
        .adjusted(-around, -around, around, around);
}

Text SelectTool::hint() const {
    return {"选择：单击选取，Shift 追加，框选，Ctrl+F 按规则；拖动即移动所选，Ctrl+方向键微移",
            "Select: click, Shift adds, drag boxes, Ctrl+F by rule; a drag moves what is selected, Ctrl+arrows nudge"};
}

} // namespace riser
