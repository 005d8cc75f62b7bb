// SPDX-License-Identifier: GPL-3.0-or-later
// Placing racks in telecom spaces, and devices in racks or, beside them, in the space itself.
#pragma once

#include "designer/tools/tool.h"
#include "model/cabling.h"

namespace riser {

class RackTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override { typed(view, pointer.snapped); }
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView&, const Pointer&) override {}
    void typed(CanvasView& view, Point place) override;
    std::optional<Point> base() const override { return last_; } // the rack placed before
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    std::vector<ToolOption> options(const Design& design) const override;
    void choose(std::string_view key, std::string_view value) override;
    Text hint() const override;

  private:
    Rack rack_; // as it will be
    std::optional<Point> now_;
    std::optional<Point> last_;
};

class DeviceTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override { typed(view, pointer.at); }
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView&, const Pointer&) override {}
    void typed(CanvasView& view, Point place) override;
    void paint(QPainter& painter, const CanvasView& view, const Palette& palette) const override;
    std::vector<ToolOption> options(const Design& design) const override;
    void choose(std::string_view key, std::string_view value) override;
    Text hint() const override;
    bool snaps() const override { return false; }

  private:
    std::optional<EquipmentTypeId> type_in(const Design& design) const;
    std::optional<EquipmentTypeId> type_;
    Ring over_; // the rack under the pointer
};

} // namespace riser
