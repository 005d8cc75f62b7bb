// SPDX-License-Identifier: GPL-3.0-or-later
// What a rack elevation shows, before it is drawn: items with their units, ports in their order, what is wrong, sums of
// weight and power against the rack's limits.
#pragma once

#include "exporters/drawings/drawing.h"
#include "model/design.h"
#include "solvers/base/facts.h"

namespace riser {

// A port of a device, or a position of a panel.
struct RackPort {
    AnyId shows; // the port; of a panel, the cable that ends there; value 0: nothing does
    enum class Use { unused, access, trunk, cabled } use = Use::unused;
    Colour colour;      // of the body whose VLAN it carries, or of the plane
    std::string letter; // the body's, the second cue
};

struct RackEntry {
    RackItemId item;
    AnyId shows; // device, panel, UPS, PDU
    std::int32_t unit = 1;
    std::int32_t height = 1;
    RackSide side = RackSide::front;
    Text label;
    Text type;
    Status status = Status::planned;
    bool two_rows = false; // ports counted downwards, then across, as switches have them
    std::vector<RackPort> ports;
    bool outside = false;  // of the rack's units
    bool overlaps = false; // with another entry on its side
};

struct RackContent {
    RackId rack;
    std::string label;
    Text where; // space and room
    std::int32_t units = 42;
    double width = 600;                  // millimetres
    std::vector<RackEntry> entries = {}; // from the lowest
    std::int32_t used = 0;               // units that something fills, on either side
    Grams weight = {};
    Grams load_limit = {}; // 0: none stated
    Milliwatts power = {};
    Milliwatts power_limit = {};
    bool has_rear = false;
};

// Racks by space, then label.
std::vector<RackContent> racks_on(const Facts& facts, FloorId floor);

} // namespace riser
