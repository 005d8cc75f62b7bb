// SPDX-License-Identifier: GPL-3.0-or-later
// Power classes of IEEE 802.3 (af, at, bt): what a powered device draws at most, and what the port must be able to give
// for it. Types 1 to 4 by their classes; no limit of any standard for buildings stands here.
#pragma once

#include "model/base/units.h"

#include <array>
#include <optional>

namespace riser {

constexpr std::int32_t highest_poe_class = 8;

struct PoeClass {
    Milliwatts device; // PD
    Milliwatts port;   // PSE
};
// By class, 1 to 8; the first stands for no power.
constexpr std::array<PoeClass, highest_poe_class + 1> poe_classes{{{Milliwatts(0), Milliwatts(0)},
                                                                   {Milliwatts(3'840), Milliwatts(4'000)},
                                                                   {Milliwatts(6'490), Milliwatts(7'000)},
                                                                   {Milliwatts(12'950), Milliwatts(15'400)},
                                                                   {Milliwatts(25'500), Milliwatts(30'000)},
                                                                   {Milliwatts(40'000), Milliwatts(45'000)},
                                                                   {Milliwatts(51'000), Milliwatts(60'000)},
                                                                   {Milliwatts(62'000), Milliwatts(75'000)},
                                                                   {Milliwatts(71'300), Milliwatts(90'000)}}};

// The lowest class that feeds the device; 0 for none, nothing when no class does.
constexpr std::optional<std::int32_t> poe_class_of(Milliwatts device) {
    for (std::int32_t n = 0; n <= highest_poe_class; ++n)
        if (device <= poe_classes[static_cast<std::size_t>(n)].device)
            return n;
    return std::nullopt;
}

// What of a budget may be promised when a share of it is kept in reserve.
constexpr Milliwatts usable_poe(Milliwatts budget, BasisPoints reserve) {
    return Milliwatts(budget.value / 10'000 * (10'000 - reserve.value) +
                      budget.value % 10'000 * (10'000 - reserve.value) / 10'000);
}

} // namespace riser
