// SPDX-License-Identifier: GPL-3.0-or-later
// A limit or an actual value of a finding: a quantity with its unit, or a plain count. The editor, the command line and
// the documents print the same text from it.
#pragma once

#include "model/base/units.h"

#include <string>
#include <string_view>
#include <variant>

namespace riser {

struct Count {
    std::int64_t value = 0;
    auto operator<=>(const Count&) const = default;
};

using Amount =
    std::variant<std::monostate, Millimetres, SquareMillimetres, BasisPoints, DeciCelsius, Count, MilliDecibels>;

inline bool present(const Amount& amount) { return amount.index() != 0; }
// The number in its stored unit, as JSON gives it; 0 when absent.
std::int64_t number_of(const Amount& amount);
// "mm", "mm2", "0.01 %", "0.1 degC", "0.001 dB"; empty for counts and when absent.
std::string_view unit_of(const Amount& amount);
// "92.3 m", "4.2 m²", "57.3 %", "41 °C", "412". Rounded for reading, or exact when `exact`.
enum class Rounding { reading, exact };
std::string display(const Amount& amount, Rounding rounding = Rounding::reading);
// a - b of one unit, with its sign: "+2.3 m". Empty when either is absent or their units differ.
std::string difference(const Amount& a, const Amount& b);

} // namespace riser
