// SPDX-License-Identifier: GPL-3.0-or-later
// One small interaction: what the pointer and the keys do while it is chosen, and what it paints above the plan. A tool
// changes the design only through Document::perform, one named step a gesture.
#pragma once

#include "designer/canvas/canvas_view.h"

#include <QPainter>
#include <QString>

namespace riser {

struct Pointer {
    QPointF screen;
    Point at;      // where it is
    Point snapped; // where it is meant
    Qt::KeyboardModifiers keys = Qt::NoModifier;
};

// What people choose before they draw: one of a list, or a text when there is no list.
struct ToolOption {
    struct Value {
        std::string key;
        Text title;
    };
    std::string key;
    Text title;
    std::vector<Value> values;
    std::string value; // chosen
};

class Tool {
  public:
    virtual ~Tool() = default;
    virtual std::vector<ToolOption> options(const Design&) const { return {}; }
    virtual void choose(std::string_view, std::string_view) {}
    virtual void press(CanvasView& view, const Pointer& pointer) = 0;
    virtual void move(CanvasView& view, const Pointer& pointer) = 0;
    virtual void release(CanvasView& view, const Pointer& pointer) = 0;
    virtual void double_click(CanvasView&, const Pointer&) {}
    // Enter or a second click where it began: what was drawn so far is whole.
    virtual void finish(CanvasView&) {}
    // Esc: the gesture is dropped; false when there was none, then the tool is left.
    virtual bool cancel(CanvasView&) { return false; }
    // An exact place typed instead of pointed at ("5000<90", "@3000,0", "12000,8000").
    virtual void typed(CanvasView&, Point) {}
    // Typed where the tool wants something else than a place; nothing: it wants a place. What is refused is kept.
    virtual std::optional<Result<void>> typed_words(CanvasView&, std::string_view) { return std::nullopt; }
    // What exact input is relative to.
    virtual std::optional<Point> base() const { return std::nullopt; }
    virtual void paint(QPainter&, const CanvasView&, const Palette&) const {}
    // What paint() stays within, pixels, where that is known without painting.
    virtual std::optional<QRectF> painted_within(const CanvasView&) const { return std::nullopt; }
    virtual Text hint() const = 0; // for the status bar
    virtual bool snaps() const { return true; }
};

} // namespace riser
