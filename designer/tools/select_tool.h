// SPDX-License-Identifier: GPL-3.0-or-later
// Select: click, Shift adds or takes away, drag on nothing draws a box (to the right what lies inside, to the left what
// it touches), drag on what has a place moves all that is selected. A second click at a place goes to what lies below.
#pragma once

#include "designer/tools/tool.h"

namespace riser {

class SelectTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override;
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView& view, const Pointer& pointer) override;
    bool cancel(CanvasView& view) override;
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    std::optional<QRectF> painted_within(const CanvasView& view) const override;
    Text hint() const override;
    bool snaps() const override { return gesture_ == Gesture::moving; }
    std::optional<Point> base() const override;

  private:
    enum class Gesture { none, pressed, box, moving };
    Gesture gesture_ = Gesture::none;
    QPointF from_;
    QPointF to_;
    Point from_place_;
    Point moved_to_;
    AnyId under_;
    bool holds_ = false; // a drag moves it
    QPointF last_click_;
    std::size_t depth_ = 0;
};

} // namespace riser
