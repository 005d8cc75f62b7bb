// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/fire_ratings.h"

#include <charconv>
#include <cmath>

namespace riser {

std::optional<Seconds> rating_of(const FireRatings& ratings, CrossingOf of, FireClass building) {
    switch (of) {
    case CrossingOf::compartment:
        return ratings.walls;
    case CrossingOf::slab:
        return ratings.slabs[static_cast<std::size_t>(building)];
    case CrossingOf::wall:
        break;
    }
    return std::nullopt;
}

std::string rating_text(Seconds rating) {
    const std::int64_t hundredths = rating.value / 36;
    const std::string part = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (part.size() < 2 ? "0" : "") + part + " h";
}

std::optional<Seconds> promised_rating(std::string_view stopping) {
    double number = 0;
    const auto [end, code] =
        std::from_chars(stopping.data(), stopping.data() + stopping.size(), number, std::chars_format::fixed);
    if (code != std::errc() || !(number >= 0) || number > 1'000)
        return std::nullopt;
    stopping.remove_prefix(static_cast<std::size_t>(end - stopping.data()));
    while (stopping.starts_with(' '))
        stopping.remove_prefix(1);
    const double unit = stopping.starts_with("min") || stopping.starts_with("分")   ? 60
                        : stopping.starts_with("h") || stopping.starts_with("小时") ? 3'600
                                                                                    : 0;
    return unit > 0 ? std::optional(Seconds(std::llround(number * unit))) : std::nullopt;
}

} // namespace riser
