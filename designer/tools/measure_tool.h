// SPDX-License-Identifier: GPL-3.0-or-later
// Measure: click by click along a way; each stretch and the sum stand beside it. Esc clears.
#pragma once

#include "designer/tools/tool.h"

namespace riser {

class MeasureTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override;
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView&, const Pointer&) override {}
    void finish(CanvasView& view) override;
    bool cancel(CanvasView& view) override;
    void typed(CanvasView& view, Point place) override;
    std::optional<Point> base() const override;
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    Text hint() const override;

  private:
    std::vector<Point> points_;
    Point now_;
    bool done_ = false;
};

} // namespace riser
