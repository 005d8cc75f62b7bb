// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing an area: a rectangle by two clicks or a drag, a polygon by clicks that Enter, a double click or a click on
// its first place ends, or the outline of a room by one click in it. What becomes of the area is the tool's that
// derives from it.
#pragma once

#include "designer/tools/tool.h"

namespace riser {

class OutlineTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override;
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView& view, const Pointer& pointer) override;
    void double_click(CanvasView& view, const Pointer&) override { finish(view); }
    void finish(CanvasView& view) override;
    bool cancel(CanvasView& view) override;
    void typed(CanvasView& view, Point place) override;
    std::optional<Point> base() const override;
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    std::vector<ToolOption> options(const Design& design) const override;
    void choose(std::string_view key, std::string_view value) override;

  protected:
    enum class Shape { rectangle, polygon, room };
    virtual Result<AnyId> add(Edit& edit, const CanvasView& view, Polygon outline) = 0;
    virtual Text step() const = 0; // of the history
    virtual bool takes_rooms() const { return true; }
    virtual std::vector<ToolOption> more_options(const Design&) const { return {}; }
    virtual void chosen(std::string_view, std::string_view) {}
    Text how(const Text& name) const; // the hint

  private:
    void add_now(CanvasView& view, Polygon outline);
    Ring rectangle() const;
    Shape shape_ = Shape::rectangle;
    std::vector<Point> points_;
    Point now_;
    QPointF pressed_;
    bool dragging_ = false;
};

} // namespace riser
