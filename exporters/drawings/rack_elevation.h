// SPDX-License-Identifier: GPL-3.0-or-later
// 机柜立面图: the racks of a floor from the front, and from the rear where something stands there: what fills which
// units, every port and panel position in its order, what is free, and what cannot stand where it is said to. At 1:8 of
// the rack's real size, in millimetres of paper; the frames say where the units are, for whoever drags in them.
#pragma once

#include "exporters/drawings/drawing.h"
#include "model/design.h"
#include "solvers/base/facts.h"

namespace riser {

struct RackFrame {
    RackId rack;
    RackSide side = RackSide::front;
    std::int32_t units = 42;
    PaperBox box; // of the units: the lowest at the bottom

    double unit_height() const { return box.height() / units; }
    // The box of `height` units from `unit` up.
    PaperBox at(std::int32_t unit, std::int32_t height) const {
        const double low = box.high.y - (unit - 1) * unit_height();
        return {{box.low.x, low - height * unit_height()}, {box.high.x, low}};
    }
    // The unit at a height; beyond the rack, what it would be.
    std::int32_t unit_at(double y) const;
};

struct RackElevations {
    Drawing drawing; // empty when the floor has no rack
    std::vector<RackFrame> frames;
};
RackElevations rack_elevations(const Facts& facts, FloorId floor, Language language);

// On the smallest sheet that holds it; nothing when the floor has no rack.
std::optional<Drawing> rack_elevation_sheet(const Facts& facts, FloorId floor, Language language, std::string number);

// What a port is for and what its cable leads to: "access, VLAN 120 … · to 3F-A-R1 TD-07".
Text explain_port(const Facts& facts, PortId port);

} // namespace riser
