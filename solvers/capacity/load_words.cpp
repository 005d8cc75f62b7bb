// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/load_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace riser {

std::string rate_words(double bits_a_second) {
    const auto [unit, name] = bits_a_second >= 0.9995e9   ? std::pair(1e9, "Gbit/s")
                              : bits_a_second >= 0.9995e6 ? std::pair(1e6, "Mbit/s")
                                                          : std::pair(1e3, "kbit/s");
    const double value = bits_a_second / unit;
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.*f %s", value < 9.995 ? 2 : value < 99.95 ? 1 : 0, value, name);
    return text.data();
}

BasisPoints utilisation(double bits_a_second, double rate) {
    if (rate <= 0)
        return BasisPoints(0);
    const double share = std::ceil(bits_a_second / rate * 10'000 * (1 - 1e-12));
    return BasisPoints(static_cast<std::int32_t>(std::clamp(share, 0.0, 1e9)));
}

} // namespace riser
