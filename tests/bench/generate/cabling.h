// SPDX-License-Identifier: GPL-3.0-or-later
// What the cabling steps share: laying a cable along runs, terminating it, joining two ports by a cord.
#pragma once

#include "tests/bench/generate/paths.h"

#include <map>

namespace riser {

// Height above the finished floor at which cables enter a rack.
constexpr std::int32_t rack_entry = 2'000;

// Sets route and entry offset; the caller says where the cable leaves the last run.
void lay_along(const BuildingWorks& building, Cable& cable, const std::vector<std::size_t>& runs,
               std::size_t from_node);

std::int64_t cross_section_um2(const CableType& type);

struct EndOfCable {
    CableId cable;
    CableEnd end = CableEnd::a;
    std::int32_t first = 1;
    std::int32_t last = 4;
    AnyId on;
    std::int32_t position = 1;
};
void terminate(Works& works, const EndOfCable& end);

struct CordSpec {
    std::string label;
    PlaneId plane;
    bool fibre = false;
    AnyId a;
    std::int32_t position_a = 1;
    AnyId b;
    std::int32_t position_b = 1;
    Millimetres length = Millimetres(3'000);
};
CableId add_cord(Works& works, const CordSpec& spec);

} // namespace riser
