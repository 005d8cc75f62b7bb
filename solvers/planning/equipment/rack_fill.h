// SPDX-License-Identifier: GPL-3.0-or-later
// Which rack takes which block of things that belong together (a panel, its manager, the switch beside it), and at
// which unit each thing stands: optical frames at the top, where the cables come in, heavy things at the bottom, a free
// unit between blocks where there is room for it. A value in, a value out: nothing of the design.
#pragma once

#include "model/base/units.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace riser {

struct RackSlot {
    std::int32_t height = 1;
    Grams weight;
    Milliwatts power;
};

struct RackBlock {
    std::vector<RackSlot> slots; // from the top down
    bool heavy = false;          // stands at the bottom
};

struct RackLimits {
    std::int32_t units = 42;
    std::int32_t usable = 42; // that may be filled now
    Grams load;               // 0: no limit stated
    Milliwatts power;
};

// A rack that stands, and what in it stays where it is.
struct StandingRack {
    RackLimits limits;
    std::vector<bool> taken; // by unit, from the lowest
    Grams load;
    Milliwatts power;
};

struct SlotPlace {
    std::size_t rack = 0;  // of the standing ones, then of the new ones
    std::int32_t unit = 0; // the lowest it fills; 0: there is no place
};
struct RackFilling {
    std::vector<std::vector<SlotPlace>> blocks; // as given
    std::size_t racks = 0;                      // standing and new
};

// Standing racks first, then as many new ones of those limits as it takes. A block that no rack takes whole is taken
// apart. O(blocks x racks x units).
RackFilling fill_racks(std::vector<StandingRack> standing, const RackLimits& each,
                       const std::vector<RackBlock>& blocks);

} // namespace riser
