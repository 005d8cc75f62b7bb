// SPDX-License-Identifier: GPL-3.0-or-later
// How people call a row, and where it is: room number and name, outlet label, floor label; an id only when a row has no
// name of any sort. Read through a FactInput, so sentences are made again when a label changes.
#pragma once

#include "solvers/base/facts.h"

namespace riser {

// "房间 301 办公室" / "Room 301 Office".
Text subject_name(FactInput& input, AnyId row);

struct Spot {
    std::optional<FloorId> floor;
    std::optional<Point> place;
    bool operator==(const Spot&) const = default;
};
// Where to zoom to; empty for rows that are nowhere (a VLAN, a plane).
Spot subject_spot(FactInput& input, AnyId row);

} // namespace riser
