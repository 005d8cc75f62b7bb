// SPDX-License-Identifier: GPL-3.0-or-later
// How long a horizontal cable may be at its temperature: above the base it shrinks by so much a degree, faster above
// the knee when it is unscreened. GB 50311-2016 3.3.3 note 2 says how; the numbers are the deck's.
#pragma once

#include "model/base/units.h"
#include "model/cabling.h"

#include <algorithm>

namespace riser {

struct Derating {
    Millimetres max;
    DeciCelsius base;
    DeciCelsius knee;
    BasisPoints unscreened; // a degree
    BasisPoints unscreened_hot;
    BasisPoints screened;

    Millimetres limit(DeciCelsius temperature, Screen screen) const {
        const std::int64_t above = std::max(0, temperature.value - base.value);
        const std::int64_t hot = std::max(0, temperature.value - knee.value);
        const bool shielded = screen == Screen::ftp || screen == Screen::sftp;
        // Basis points times tenths of a degree.
        const std::int64_t loss =
            shielded ? above * screened.value : (above - hot) * unscreened.value + hot * unscreened_hot.value;
        return Millimetres(static_cast<std::int32_t>(max.value * std::max<std::int64_t>(0, 100'000 - loss) / 100'000));
    }
    bool operator==(const Derating&) const = default;
};

} // namespace riser
