// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/measure_tool.h"

#include "designer/tools/overlay.h"

namespace riser {

void MeasureTool::press(CanvasView& view, const Pointer& pointer) { typed(view, pointer.snapped); }

void MeasureTool::typed(CanvasView& view, Point place) {
    if (done_)
        points_.clear();
    done_ = false;
    points_.push_back(place);
    now_ = place;
    view.repaint();
}

void MeasureTool::move(CanvasView& view, const Pointer& pointer) {
    now_ = pointer.snapped;
    if (!points_.empty() && !done_)
        view.repaint();
}

void MeasureTool::finish(CanvasView& view) {
    done_ = true;
    view.repaint();
}

bool MeasureTool::cancel(CanvasView& view) {
    const bool had = !points_.empty();
    points_.clear();
    done_ = false;
    view.repaint();
    return had;
}

std::optional<Point> MeasureTool::base() const {
    return points_.empty() || done_ ? std::nullopt : std::optional(points_.back());
}

void MeasureTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (points_.empty())
        return;
    std::vector<Point> way = points_;
    if (!done_)
        way.push_back(now_);
    paint_way(painter, view, way, palette);
}

Text MeasureTool::hint() const {
    return {"测量：逐点单击，Enter 结束，Esc 清除；可输入 5000<90",
            "Measure: click along, Enter ends, Esc clears; type 5000<90"};
}

} // namespace riser
