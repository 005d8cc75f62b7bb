// SPDX-License-Identifier: GPL-3.0-or-later
// What a deck says of wireless, for whoever reckons with it: rules, the planner, the lens. Decibels stand in decks as
// whole numbers.
#pragma once

#include "solvers/checks/deck.h"
#include "solvers/radio/coverage.h"

namespace riser {

// The parameters of radio propagation that a rule declares, after `own` of its own (of 20 in all).
template<std::size_t N> constexpr std::array<ParameterSpec, 20> with_radio(const std::array<ParameterSpec, N>& own) {
    constexpr std::array radio{
        ParameterSpec{.name = "frequency", .dimension = Dimension::count, .low = 400, .high = 8'000},
        ParameterSpec{.name = "sent", .dimension = Dimension::count, .low = -10, .high = 40},
        ParameterSpec{.name = "margin", .dimension = Dimension::count, .low = 0, .high = 40},
        ParameterSpec{.name = "brick", .dimension = Dimension::count, .low = 0, .high = 200},
        ParameterSpec{.name = "concrete", .dimension = Dimension::count, .low = 0, .high = 200},
        ParameterSpec{.name = "block", .dimension = Dimension::count, .low = 0, .high = 200},
        ParameterSpec{.name = "drywall", .dimension = Dimension::count, .low = 0, .high = 200},
        ParameterSpec{.name = "glass", .dimension = Dimension::count, .low = 0, .high = 200},
        ParameterSpec{.name = "metal", .dimension = Dimension::count, .low = 0, .high = 200},
        ParameterSpec{.name = "shielded", .dimension = Dimension::count, .low = 0, .high = 200},
        ParameterSpec{.name = "unknown", .dimension = Dimension::count, .low = 0, .high = 200},
        ParameterSpec{.name = "unknown-thin", .dimension = Dimension::count, .low = 0, .high = 200},
        ParameterSpec{.name = "door", .dimension = Dimension::count, .low = 0, .high = 200},
        ParameterSpec{.name = "slab", .dimension = Dimension::count, .low = 0, .high = 200}};
    static_assert(N + radio.size() <= 20);
    std::array<ParameterSpec, 20> out{};
    for (std::size_t i = 0; i < N; ++i)
        out[i] = own[i];
    for (std::size_t i = 0; i < radio.size(); ++i)
        out[N + i] = radio[i];
    return out;
}

Propagation propagation_of(const Parameters& radio);
// Of WIFI-01: propagation and levels.
WirelessOptions levels_of(const Parameters& rule);
// Of WIFI-03: what an access point carries.
WirelessLoad load_of(const Parameters& rule);
// What the deck says of either, defaults for a rule that it leaves out.
WirelessOptions wireless_options(const Deck& deck);

} // namespace riser
