// SPDX-License-Identifier: GPL-3.0-or-later
// Losses for people and in decks. Attenuation of a fibre is a loss a kilometre.
#pragma once

#include "model/base/units.h"

namespace riser {

std::string display(MilliDecibels loss);       // "2.60 dB", rounded half away from zero
std::string display_exact(MilliDecibels loss); // "2.604 dB", no trailing zeros
// "2.6 dB": a number of at most three decimals with its unit; false when it is anything else.
bool parse_quantity(std::string_view text, MilliDecibels& out);

// Of a length at so much a kilometre, rounded up to the thousandth, so that a sum is never below the true one.
MilliDecibels loss_over(Millimetres length, MilliDecibels a_kilometre);

} // namespace riser
