// SPDX-License-Identifier: GPL-3.0-or-later
// Notes on the plan: a text (one place, then Enter), or a text with a leader to what it speaks of (two places). And
// labels of outlets and rooms put elsewhere: what, then where to.
#pragma once

#include "designer/tools/tool.h"

namespace riser {

class AnnotationTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override;
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView& view, const Pointer& pointer) override;
    void finish(CanvasView& view) override;
    bool cancel(CanvasView& view) override;
    void typed(CanvasView& view, Point place) override;
    std::optional<Point> base() const override { return from_; }
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    std::vector<ToolOption> options(const Design& design) const override;
    void choose(std::string_view key, std::string_view value) override;
    Text hint() const override;

  private:
    void add(CanvasView& view, Polyline points);
    bool moves_labels_ = false;
    std::string text_ = "备注";
    std::optional<AnyId> subject_;
    std::optional<Point> from_;
    Point now_;
    QPointF pressed_;
};

} // namespace riser
