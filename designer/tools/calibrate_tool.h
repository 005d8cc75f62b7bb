// SPDX-License-Identifier: GPL-3.0-or-later
// Calibrate: two points and their true distance typed ("5000", "5 m") scale what is drawn on the floor, or its underlay
// alone, about the first point; or pairs of a drawn and a true point, and Enter lays the one on the other.
#pragma once

#include "designer/tools/tool.h"
#include "model/edits/calibrate_edits.h"

namespace riser {

class CalibrateTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override;
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView&, const Pointer&) override {}
    void finish(CanvasView& view) override;
    bool cancel(CanvasView& view) override;
    void typed(CanvasView& view, Point place) override;
    std::optional<Result<void>> typed_words(CanvasView& view, std::string_view words) override;
    std::optional<Point> base() const override;
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    std::vector<ToolOption> options(const Design& design) const override;
    void choose(std::string_view key, std::string_view value) override;
    Text hint() const override;

  private:
    bool wants_distance() const { return !by_pairs_ && points_.size() == 2; }
    Result<void> apply(CanvasView& view, const Similarity& by);
    bool by_pairs_ = false;
    bool underlay_alone_ = false;
    std::vector<Point> points_; // by pairs: drawn, true, drawn, true ...
    Point now_;
};

} // namespace riser
