// SPDX-License-Identifier: GPL-3.0-or-later
// Doors and windows: two jambs on a wall. The second stays on the stretch of wall that the first was put on; its
// distance may be typed.
#pragma once

#include "designer/tools/tool.h"
#include "model/edits/floor_edits.h"

namespace riser {

class OpeningTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override;
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView& view, const Pointer& pointer) override;
    bool cancel(CanvasView& view) override;
    void typed(CanvasView& view, Point place) override;
    std::optional<Point> base() const override;
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    std::vector<ToolOption> options(const Design& design) const override;
    void choose(std::string_view key, std::string_view value) override;
    Text hint() const override;

  private:
    std::optional<WallSpot> first_;
    Point now_;
    QPointF pressed_;
    OpeningKind kind_ = OpeningKind::door;
};

} // namespace riser
