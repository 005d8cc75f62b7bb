// SPDX-License-Identifier: GPL-3.0-or-later
// How strong an access point is heard: free space (ITU-R P.525) less what each wall, door and pane between takes away,
// the multi-wall model of COST 231 (final report, 4.7.2), in three dimensions, less a margin for people and furniture.
// The path exponents of ITU-R P.1238 are not used: they hold the walls already, and would count them twice. Antennas
// are taken to send alike in every direction. Levels are of one milliwatt (dBm), in thousandths of a decibel.
#pragma once

#include "model/building.h"

namespace riser {

struct Megahertz {
    std::int32_t value = 0;
    auto operator<=>(const Megahertz&) const = default;
};
constexpr Megahertz band_2_4{2'440};
constexpr Megahertz band_5{5'200};

constexpr MilliDecibels decibels(std::int32_t n) { return MilliDecibels(n * 1'000); }

// What one crossing takes away. The defaults are of the 5 GHz band. Walls: of usual thickness by the materials of ITU-R
// P.2040 (brick 240 mm, concrete 200 mm, hollow block 200 mm, two boards, 10 mm of clear glass), not read in the
// official text. A wall whose material nobody has stated: light or heavy by its thickness, and the slab, after COST
// 231.
struct WallLosses {
    MilliDecibels brick = decibels(7);
    MilliDecibels concrete = decibels(20);
    MilliDecibels block = decibels(6);
    MilliDecibels drywall = decibels(3);
    MilliDecibels glass = decibels(3);
    MilliDecibels metal = decibels(26);
    MilliDecibels shielded = decibels(80);
    MilliDecibels unknown = decibels(7);
    MilliDecibels unknown_thin = decibels(4);
    MilliDecibels door = decibels(4);
    MilliDecibels slab = decibels(18);
    Millimetres thin = Millimetres(120); // an unknown wall up to this is light
    bool operator==(const WallLosses&) const = default;
};
// The same walls at 2.4 GHz.
constexpr WallLosses losses_at_2_4{.brick = decibels(6),
                                   .concrete = decibels(12),
                                   .block = decibels(5),
                                   .drywall = decibels(2),
                                   .glass = decibels(2),
                                   .metal = decibels(26),
                                   .shielded = decibels(80),
                                   .unknown = decibels(6),
                                   .unknown_thin = decibels(3),
                                   .door = decibels(3),
                                   .slab = decibels(16)};

struct Propagation {
    Megahertz frequency = band_5;
    MilliDecibels sent = decibels(20);  // EIRP of one access point
    MilliDecibels margin = decibels(5); // people, furniture, how the device is held
    WallLosses losses;
    Millimetres device_height = Millimetres(1'000); // above the floor
    bool operator==(const Propagation&) const = default;
};

// 20 log d + 20 log f - 27.55 with metres and megahertz; nearer than a metre counts as a metre. `square` in mm2.
MilliDecibels free_space_loss(std::int64_t square, Megahertz frequency);
// How far, in mm, free space takes no more than that.
double free_space_range(MilliDecibels loss, Megahertz frequency);

MilliDecibels loss_of(WallMaterial material, Millimetres thickness, const WallLosses& losses);
// Doors as doors, windows as glass, passages and holes as nothing.
MilliDecibels loss_of(OpeningKind kind, const WallLosses& losses);

// "-67.4 dBm".
std::string display_level(MilliDecibels level);

} // namespace riser
