// SPDX-License-Identifier: GPL-3.0-or-later
// In the topology: a click selects, on a box that stands for several devices all of them. A double click
// draws those devices one by one, and on a secret network asks for its content; Esc closes what was opened.
#pragma once

#include "designer/tools/tool.h"

namespace riser {

class TopologyTool : public Tool {
  public:
    void press(CanvasView& view, const Pointer& pointer) override;
    void move(CanvasView& view, const Pointer& pointer) override;
    void release(CanvasView& view, const Pointer& pointer) override;
    void double_click(CanvasView& view, const Pointer& pointer) override;
    bool cancel(CanvasView& view) override;
    Text hint() const override;
    bool snaps() const override { return false; }
};

} // namespace riser
