// SPDX-License-Identifier: GPL-3.0-or-later
// How many times today's count there will be: by the growth a year that the brief states, over its years. What planners
// reserve and the rule asks for is this one answer.
#pragma once

#include "model/brief.h"

#include <algorithm>
#include <cmath>

namespace riser {

constexpr double most_growth = 10; // times: a brief that says more is taken to say this

// `otherwise`: the whole growth where the brief states none. 1 is none.
inline double growth_factor(const Brief* brief, BasisPoints otherwise) {
    if (!brief || brief->growth_per_year.value <= 0)
        return 1 + std::max(0, otherwise.value) / 10'000.0;
    return std::min(most_growth,
                    std::pow(1 + brief->growth_per_year.value / 10'000.0, std::max(0, brief->horizon_years)));
}

} // namespace riser
