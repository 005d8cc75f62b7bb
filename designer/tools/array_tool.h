// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the selection in a row: from where to where the next one stands (its pitch), or the last one (then they
// share the way). Rooms take what stands in them along, classified points apart.
#pragma once

#include "designer/tools/tool.h"

namespace riser {

class ArrayTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override { typed(view, pointer.snapped); }
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView&, const Pointer&) override {}
    bool cancel(CanvasView& view) override;
    void typed(CanvasView& view, Point place) override;
    std::optional<Point> base() const override { return from_; }
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    std::vector<ToolOption> options(const Design& design) const override;
    void choose(std::string_view key, std::string_view value) override;
    Text hint() const override;

  private:
    Point pitch(Point to) const;
    std::int32_t count_ = 3; // copies
    bool to_last_ = false;
    std::optional<Point> from_;
    Point now_;
};

} // namespace riser
