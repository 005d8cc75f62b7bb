// SPDX-License-Identifier: GPL-3.0-or-later
// FlowLoads in words, as findings, tables and lenses say them.
#pragma once

#include "model/base/text.h"
#include "model/base/units.h"

#include <string>

namespace riser {

// "3.25 Gbit/s", "640 Mbit/s", "12 kbit/s".
std::string rate_words(double bits_a_second);
// Of a rate, rounded up to 0.01 % and kept within what fits.
BasisPoints utilisation(double bits_a_second, double rate);

} // namespace riser
