// SPDX-License-Identifier: GPL-3.0-or-later
// Prefixes for the VLANs of zones out of pools, those of a zone side by side in one aligned block where there is room
// for that, so that one line of a filter says the zone. What stands stays. When blocks a zone do not fit, prefixes are
// placed one by one, largest first; then any set that can be placed beside what stands is placed.
#pragma once

#include "model/base/network.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace riser {

// A zone, as far as it draws on these pools.
struct PackingUnit {
    std::vector<IpPrefix> blocks;      // reserved for it before
    std::vector<IpPrefix> standing;    // its prefixes that stay
    std::vector<std::uint8_t> lengths; // of those that it wants more
};

struct Packing {
    struct Unit {
        std::vector<std::optional<IpPrefix>> given; // in the order of the lengths; nothing: no room
        std::vector<IpPrefix> blocks;               // hold prefixes of this unit and of no other
    };
    std::vector<Unit> units;
    bool side_by_side = true; // false: placed one by one
};

// `taken`: what lies in the pools and belongs to none of the units. One family. O(prefixes² x length).
Packing packed(std::span<const IpPrefix> pools, std::span<const IpPrefix> taken, std::span<const PackingUnit> units);

} // namespace riser
