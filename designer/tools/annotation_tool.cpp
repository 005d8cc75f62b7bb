// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/annotation_tool.h"

#include "designer/tools/add_and_select.h"
#include "designer/tools/overlay.h"
#include "model/edits/cabling_edits.h"
#include "model/edits/floor_edits.h"
#include "model/edits/refusals.h"

#include <algorithm>

namespace riser {

namespace {

constexpr double reach = 9; // pixels
constexpr double still = 4;

bool has_label(AnyId id) { return id.kind == Kind::outlets || id.kind == Kind::rooms; }

// What a note at the place speaks of: what is painted there, else an outlet near by, else the room.
std::optional<AnyId> subject_at(const CanvasView& view, const Design& design, Point place) {
    if (const Picture* picture = view.picture()) {
        const std::vector<Hit> hits = picture->at({static_cast<double>(place.x), -static_cast<double>(place.y)},
                                                  view.millimetres(reach), view.hidden());
        for (const Hit& hit : hits)
            if (has_label(hit.id))
                return hit.id;
    }
    std::optional<AnyId> best;
    double nearest = view.millimetres(reach);
    for (const Outlet& outlet : design.outlets)
        if (outlet.floor == view.floor())
            if (const double gap = plan_length(outlet.place, place); gap <= nearest) {
                nearest = gap;
                best = outlet.id;
            }
    if (!best)
        if (const std::optional<RoomId> room = room_at(design, view.floor(), place))
            best = *room;
    return best;
}

} // namespace

void AnnotationTool::press(CanvasView& view, const Pointer& pointer) {
    pressed_ = pointer.screen;
    typed(view, moves_labels_ ? pointer.at : pointer.snapped);
}

void AnnotationTool::typed(CanvasView& view, Point place) {
    now_ = place;
    if (!from_) {
        subject_ = subject_at(view, view.document().design(), place);
        if (moves_labels_ && !subject_)
            view.tell(refused({"此处没有插座或房间", "there is no outlet or room here"},
                              {"单击要移动的标注", "click the label to move"}));
        else
            from_ = place;
        view.repaint();
        return;
    }
    if (!moves_labels_) {
        add(view, {*from_, place});
        return;
    }
    const Result<void> done = view.document().perform({"移动标注", "Move a label"}, [&](Edit& edit) -> Result<void> {
        const Result<AnnotationId> moved = move_label(edit, *subject_, place);
        return moved ? Result<void>() : Result<void>(moved.error());
    });
    if (!done)
        view.tell(done.error());
    else
        view.selection().set({*subject_});
    from_.reset();
    view.repaint();
}

void AnnotationTool::add(CanvasView& view, Polyline points) {
    add_and_select(view, {"加注释", "Add a note"}, [&](Edit& edit) {
        return add_annotation(edit, view.floor(), subject_, same_text(text_), std::move(points));
    });
    from_.reset();
    view.repaint();
}

void AnnotationTool::move(CanvasView& view, const Pointer& pointer) {
    now_ = moves_labels_ ? pointer.at : pointer.snapped;
    if (from_)
        view.repaint();
}

void AnnotationTool::release(CanvasView& view, const Pointer& pointer) {
    if (from_ && (pointer.screen - pressed_).manhattanLength() > still)
        typed(view, moves_labels_ ? pointer.at : pointer.snapped);
}

void AnnotationTool::finish(CanvasView& view) {
    if (from_ && !moves_labels_)
        add(view, {*from_});
}

bool AnnotationTool::cancel(CanvasView& view) {
    const bool had = from_.has_value();
    from_.reset();
    view.repaint();
    return had;
}

void AnnotationTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (!from_)
        return;
    painter.setPen(QPen(palette.of(ColourRole::accent), 1.5, moves_labels_ ? Qt::DashLine : Qt::SolidLine));
    painter.drawLine(view.to_screen(*from_), view.to_screen(now_));
    paint_spot(painter, view, *from_, palette);
    if (!moves_labels_)
        paint_chip(painter, view.to_screen(now_), QString::fromStdString(text_), palette);
}

std::vector<ToolOption> AnnotationTool::options(const Design&) const {
    std::vector<ToolOption> out{{"task",
                                 {"做什么", "Task"},
                                 {{"note", {"注释", "Note"}}, {"label", {"移动标注", "Move a label"}}},
                                 moves_labels_ ? "label" : "note"}};
    if (!moves_labels_)
        out.push_back({"text", {"文字", "Text"}, {}, text_});
    return out;
}

void AnnotationTool::choose(std::string_view key, std::string_view value) {
    if (key == "task") {
        moves_labels_ = value == "label";
        from_.reset();
    }
    if (key == "text")
        text_ = value;
}

Text AnnotationTool::hint() const {
    if (moves_labels_)
        return {"移动标注：单击插座或房间，再单击标注的新位置",
                "Move a label: click the outlet or room, then where its label shall stand"};
    return {"注释：单击所指之处，再单击文字位置；或 Enter 只放文字",
            "Note: click what it speaks of, then where the text stands; Enter places the text alone"};
}

} // namespace riser
