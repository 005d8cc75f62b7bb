// SPDX-License-Identifier: GPL-3.0-or-later
// Placing outlets, one a click: data and other points on the wall of their room, cameras and access points on the
// ceiling. The kind, plane and so on stay as they were chosen last. Alt places where the pointer is.
#pragma once

#include "designer/tools/tool.h"
#include "model/edits/cabling_edits.h"

namespace riser {

enum class OutletTask { points, cameras, access_points };

class OutletTool : public Tool {
  public:
    explicit OutletTool(OutletTask task);
    void press(CanvasView& view, const Pointer& pointer) override;
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView&, const Pointer&) override {}
    void typed(CanvasView& view, Point place) override;
    std::optional<Point> base() const override { return last_; } // the outlet placed before
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    std::vector<ToolOption> options(const Design& design) const override;
    void choose(std::string_view key, std::string_view value) override;
    Text hint() const override;

  private:
    bool fits(const PointKind& kind) const;
    // What is chosen, or what the design uses most like it.
    std::optional<PointKindId> kind_in(const Design& design) const;
    std::optional<PlaneId> plane_in(const Design& design, std::optional<PointKindId> kind) const;
    Point place_for(const Design& design, FloorId floor, const Pointer& pointer) const;

    OutletTask task_;
    std::optional<PointKindId> kind_;
    std::optional<PlaneId> plane_;
    std::int32_t jacks_ = 1;
    OutletMounting mounting_;
    Millimetres height_;
    std::optional<Point> now_;
    std::optional<Point> last_;
};

// On the outline of the room that holds `inside`, where it is nearest to `toward`, and `off` into the room; `toward`
// itself when there is no room.
Point place_on_wall(const Design& design, FloorId floor, Point inside, Point toward, Millimetres off);

} // namespace riser
