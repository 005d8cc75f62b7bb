// SPDX-License-Identifier: GPL-3.0-or-later
// How large a UPS must be (AV-12): P >= sum of the loads, PoE included, / (efficiency x share of its rating that may be
// used). What the planner sizes by and the rule asks for is this one answer.
#pragma once

#include "model/base/units.h"

#include <algorithm>

namespace riser {

// Rounded up to whole VA. Shares of nothing count as one hundredth of a per cent.
constexpr VoltAmperes ups_needed(Milliwatts load, BasisPoints efficiency, BasisPoints usable) {
    const std::int64_t share = std::int64_t{std::max(1, efficiency.value)} * std::max(1, usable.value); // of 10^8
    const std::int64_t milli =
        load.value / share * 100'000'000 + (load.value % share * 100'000'000 + share - 1) / share;
    return VoltAmperes((milli + 999) / 1'000);
}

} // namespace riser
