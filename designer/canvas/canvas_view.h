// SPDX-License-Identifier: GPL-3.0-or-later
// What a tool may see and ask of the canvas it works on; a test stands in for it without a window. Places are in the
// floor's millimetres (y up), sizes on the screen in pixels.
#pragma once

#include "designer/session/document.h"
#include "designer/session/selection.h"
#include "exporters/drawings/rack_elevation.h"
#include "exporters/drawings/topology.h"
#include "exporters/painting/picture.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <span>

namespace riser {

class CanvasView {
  public:
    virtual ~CanvasView() = default;
    virtual Document& document() = 0;
    virtual Selection& selection() = 0;
    virtual FloorId floor() const = 0;
    virtual Language language() const = 0;
    // What is shown and how; null before anything is.
    virtual const Picture* picture() const = 0;
    virtual PaintView view() const = 0;
    virtual std::bitset<drawing_layer_count> hidden() const = 0;
    // Where the units of the racks are, while racks are shown.
    virtual std::span<const RackFrame> racks() const { return {}; }
    // The topology while it is shown, else null; open() draws these one by one, or asks for a secret network.
    virtual const Topology* topology() const { return nullptr; }
    virtual void open(const std::vector<AnyId>&) {}
    virtual bool close_opened() { return false; } // whether there was something to close
    virtual void repaint() = 0;
    virtual void tell(const Error& error) = 0;
    virtual void say(const Text& message) = 0;

    double millimetres(double pixels) const { return pixels / view().zoom; }
    QPointF to_screen(Point p) const { return view().to_screen({static_cast<double>(p.x), -static_cast<double>(p.y)}); }
    // Within the floor's frame, however far the view was moved.
    Point to_floor(QPointF screen) const {
        const auto bounded = [](double at) {
            return static_cast<std::int32_t>(std::lround(std::clamp<double>(at, -max_coordinate, max_coordinate)));
        };
        const PaperPoint p = view().to_drawing(screen);
        return {bounded(p.x), bounded(-p.y)};
    }
};

} // namespace riser
