// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest set of switches that has a port for every jack, of a PoE class that feeds it, and power for all of them
// within each switch's budget. Best-first over how many of each type, with a bound that is never too high, so that the
// first set found is a cheapest; among equal prices the fewest switches, then types in their order.
#pragma once

#include "model/catalogue.h"
#include "solvers/base/poe_class.h"

#include <span>
#include <vector>

namespace riser {

// Ports wanted by PoE class; the first without power.
using PortCounts = std::array<std::int32_t, highest_poe_class + 1>;

struct SwitchChoice {
    const EquipmentType* type = nullptr;
    std::int64_t price = 0; // minor units
    PortCounts at_least{};  // ports for jacks that give the class or more; the first: all
    std::int64_t poe = 0;   // milliwatts that may be promised, the reserve taken off
};

struct SwitchMix {
    std::vector<std::int32_t> counts; // by choice
    std::int64_t price = 0;
    bool proven = true; // a cheapest; false when the search grew too large and a good set is given
};
// `given`: switches that stand, used before any is bought. `least`: so many switches, those among them, however few
// ports are wanted. Nothing when no number of the choices is enough.
std::optional<SwitchMix> cheapest_mix(std::span<const SwitchChoice> given, std::span<const SwitchChoice> choices,
                                      const PortCounts& wanted, std::int32_t least = 0);

// Which switch takes how many ports of each class (without power: whatever remains); nothing when they do not fit.
// Exact but for very large cases, where it may miss a way.
std::optional<std::vector<PortCounts>> shared_out(std::span<const SwitchChoice> switches, const PortCounts& wanted);

} // namespace riser
