// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people type them: "3000", "3,000", "3.5 m", "1 Gbit/s"; exact, in stored units.
#pragma once

#include "model/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace riser {

// `stored`: the symbol of the unit that the number is kept in; `bare`: stored units in one of a number without a unit.
// Absent when it is no number, has a unit of something else, or is no whole number of stored units.
std::optional<std::int64_t> spoken_number(std::string_view text, std::string_view stored, std::int64_t bare);

// The units that spoken_number() takes, for people: "mm cm m km".
std::string unit_names(std::string_view stored);

// value / factor with as many digits as it needs; factor is a power of ten, else the value as it is.
std::string scaled_text(std::int64_t value, std::int64_t factor);

} // namespace riser
