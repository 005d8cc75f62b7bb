// SPDX-License-Identifier: GPL-3.0-or-later
// In the racks view: a click selects, a drag moves what stands in a rack to other units, of that rack or another. The
// ghost says where it would come to stand, and in the colour of errors that it cannot.
#pragma once

#include "designer/tools/tool.h"

namespace riser {

class RackViewTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override;
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView& view, const Pointer& pointer) override;
    bool cancel(CanvasView& view) override;
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    Text hint() const override;
    bool snaps() const override { return false; }
    // Moves what is selected to the next units up (1) or down (-1) where it fits.
    void step(CanvasView& view, int by);

  private:
    struct Target {
        RackFrame frame;
        std::int32_t unit = 1;
        std::int32_t height = 1;
        bool fits = false;
    };
    std::optional<Target> target_at(CanvasView& view, QPointF screen) const;

    bool pressed_ = false;
    bool dragging_ = false;
    QPointF from_;
    AnyId under_;           // the port or device pressed
    AnyId item_;            // what stands in the rack there
    std::int32_t grip_ = 0; // units between its lowest and the pointer
    std::optional<Target> target_;
};

} // namespace riser
