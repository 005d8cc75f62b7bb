// SPDX-License-Identifier: GPL-3.0-or-later
// The tools that draw along places, click by click: walls and pathways. Enter or a double click ends.
#pragma once

#include "designer/tools/tool.h"
#include "model/building.h"
#include "model/edits/pathway_edits.h"

namespace riser {

class LineTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override { typed(view, pointer.snapped); }
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView&, const Pointer&) override {}
    void double_click(CanvasView& view, const Pointer&) override { finish(view); }
    void finish(CanvasView& view) override;
    bool cancel(CanvasView& view) override;
    void typed(CanvasView& view, Point place) override;
    std::optional<Point> base() const override;
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;

  protected:
    // The rows that the line becomes.
    virtual Result<std::vector<AnyId>> add(Edit& edit, const CanvasView& view, const Polyline& line) = 0;
    virtual Text step() const = 0; // of the history
    virtual Millimetres width() const = 0;

  private:
    std::vector<Point> points_;
    Point now_;
};

class WallTool : public LineTool {
  public:
    std::vector<ToolOption> options(const Design& design) const override;
    void choose(std::string_view key, std::string_view value) override;
    Text hint() const override;

  protected:
    Result<std::vector<AnyId>> add(Edit& edit, const CanvasView& view, const Polyline& line) override;
    Text step() const override { return {"画墙", "Draw a wall"}; }
    Millimetres width() const override { return thickness_; }

  private:
    Millimetres thickness_ = Millimetres(200);
    WallMaterial material_ = WallMaterial::brick;
};

class PathwayTool : public LineTool {
  public:
    std::vector<ToolOption> options(const Design& design) const override;
    void choose(std::string_view key, std::string_view value) override;
    Text hint() const override;

  protected:
    Result<std::vector<AnyId>> add(Edit& edit, const CanvasView& view, const Polyline& line) override;
    Text step() const override { return {"画路径", "Draw a pathway"}; }
    Millimetres width() const override { return wish_.width; }

  private:
    PathwayWish wish_;
};

} // namespace riser
