// SPDX-License-Identifier: GPL-3.0-or-later
// What hands do on the canvas: pointer, wheel, keys, typed places.
#include "designer/canvas/plan_canvas.h"
#include "designer/session/words.h"
#include "designer/tools/exact_input.h"

#include <QCursor>

#include <algorithm>
#include <cmath>
#include <utility>

namespace riser {

namespace {

constexpr double snap_reach = 9; // pixels
constexpr int read_every = 40;   // ms

} // namespace

Pointer PlanCanvas::pointer_at(QPointF screen, Qt::KeyboardModifiers keys) {
    Pointer out{screen, to_floor(screen), {}, keys};
    out.snapped = out.at;
    if (tool_ && tool_->snaps() && session_ && is_plan() && session_->preferences()->snaps() &&
        !keys.testFlag(Qt::AltModifier)) {
        if (!snaps_ || snaps_of_ != document().version() || snaps_floor_ != floor()) {
            snaps_ = std::make_unique<SnapLines>(document().design(), floor());
            snaps_of_ = document().version();
            snaps_floor_ = floor();
        }
        const std::int32_t grid = view_.zoom * 100 > 4 ? 100 : view_.zoom * 500 > 4 ? 500 : 1000;
        snap_ = snaps_->at(out.at, millimetres(snap_reach), grid, tool_->base());
        out.snapped = snap_.at;
    } else {
        snap_ = {};
    }
    set_pointer(out);
    return out;
}

void PlanCanvas::set_pointer(const Pointer& pointer) {
    pointer_ = pointer;
    untold_ = true;
    if (!told_.isActive())
        tell_pointer();
}

// Numbers and marks on rulers that change faster are not read, and each change of them lays out a line of text.
void PlanCanvas::tell_pointer() {
    if (!std::exchange(untold_, false))
        return;
    told_.start(read_every);
    mark_rulers();
    emit pointerChanged();
}

void PlanCanvas::mousePressEvent(QMouseEvent* event) {
    forceActiveFocus(Qt::MouseFocusReason);
    if (!session_)
        return;
    if (event->button() == Qt::MiddleButton ||
        (event->button() == Qt::LeftButton && (space_ || shown_ == Shown::system))) {
        panning_ = true;
        pan_from_ = event->position();
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    const Pointer pointer = pointer_at(event->position(), event->modifiers());
    if (event->button() == Qt::RightButton) {
        std::vector<Hit> hits;
        if (picture_)
            hits = picture_->at(view_.to_drawing(event->position()), millimetres(6), hidden());
        if (!hits.empty() && !selection().holds(hits.front().id))
            selection().set({hits.front().id});
        emit contextMenu(event->position(), hits.empty() ? QString() : words(hits.front().id));
        return;
    }
    tool_in_use().press(*this, pointer);
}

void PlanCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (!session_)
        return;
    if (panning_) {
        const QPointF before = view_.origin;
        pan_by(event->position() - pan_from_);
        pan_from_ += view_.origin - before;
        return;
    }
    const Pointer pointer = pointer_at(event->position(), event->modifiers());
    tool_in_use().move(*this, pointer);
    repaint();
}

void PlanCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (panning_) {
        panning_ = false;
        setCursor(is_plan() && tool_name_ != QLatin1String("select") ? Qt::CrossCursor : Qt::ArrowCursor);
        return;
    }
    if (session_ && event->button() == Qt::LeftButton)
        tool_in_use().release(*this, pointer_at(event->position(), event->modifiers()));
}

void PlanCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (session_ && event->button() == Qt::LeftButton)
        tool_in_use().double_click(*this, pointer_at(event->position(), event->modifiers()));
}

void PlanCanvas::hoverMoveEvent(QHoverEvent* event) {
    if (!session_ || panning_)
        return;
    const Pointer pointer = pointer_at(event->position(), event->modifiers());
    tool_in_use().move(*this, pointer);
    if (tool_in_use().snaps())
        repaint();
}

void PlanCanvas::hoverLeaveEvent(QHoverEvent*) {
    if (session_)
        selection().hover({});
}

void PlanCanvas::wheelEvent(QWheelEvent* event) {
    if (event->pixelDelta().isNull() || event->modifiers().testFlag(Qt::ControlModifier)) {
        zoom_at(event->position(), std::pow(1.0015, event->angleDelta().y()));
    } else { // a touch pad pans
        pan_by(event->pixelDelta());
    }
    event->accept();
}

// With Ctrl it nudges what is selected; what is selected in a rack goes to other units; else the view pans.
void PlanCanvas::arrow_key(const QKeyEvent& event) {
    const int x = event.key() == Qt::Key_Right ? 1 : event.key() == Qt::Key_Left ? -1 : 0;
    const int y = event.key() == Qt::Key_Up ? 1 : event.key() == Qt::Key_Down ? -1 : 0;
    if (session_ && is_plan() && event.modifiers().testFlag(Qt::ControlModifier)) {
        const int by = event.modifiers().testFlag(Qt::ShiftModifier) ? 10 : 100; // mm
        move_selection(*this, {x * by, y * by});
    } else if (session_ && shown_ == Shown::racks && y != 0 && !selection().empty()) {
        rack_tool_.step(*this, y);
    } else {
        constexpr double step = 60; // pixels
        pan_by({-x * step, y * step});
    }
}

void PlanCanvas::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Space:
        space_ = true;
        setCursor(Qt::OpenHandCursor);
        return;
    case Qt::Key_Escape:
        cancel();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        arrow_key(*event);
        return;
    default:
        // What a number, or a place relative to the last, can begin with.
        if (const QString text = event->text(); is_plan() && text.size() == 1 &&
                                                QStringLiteral("0123456789@-.").contains(text) &&
                                                !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
            emit typingAsked(text);
        else
            event->ignore();
    }
}

void PlanCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        space_ = false;
        setCursor(tool_name_ == QLatin1String("select") ? Qt::ArrowCursor : Qt::CrossCursor);
    } else {
        event->ignore();
    }
}

QString PlanCanvas::exact(const QString& typed) {
    if (const std::optional<Result<void>> taken = tool_->typed_words(*this, typed.toStdString()))
        return *taken ? QString() : words(taken->error(), language());
    const Result<Point> place = exact_place(typed.toStdString(), tool_->base(), pointer_.snapped);
    if (!place)
        return words(place.error(), language());
    tool_->typed(*this, *place);
    return {};
}

void PlanCanvas::finish() { tool_->finish(*this); }

void PlanCanvas::cancel() {
    if (!tool_in_use().cancel(*this) && is_plan() && tool_name_ != QLatin1String("select"))
        set_tool(QStringLiteral("select"));
}
} // namespace riser
