// SPDX-License-Identifier: GPL-3.0-or-later
// How long what stops fire must hold, by what a run goes through. What holes are planned with and the rule asks for is
// this one answer; the deck has the numbers.
#pragma once

#include "solvers/graph/crossings.h"

#include <array>
#include <string>
#include <string_view>

namespace riser {

// GB 50016-2014 (2018) 5.1.2 and 6.1, unverified: fire walls 3 h; slabs of first, second and third class buildings.
struct FireRatings {
    Seconds walls = Seconds(180 * 60);
    std::array<Seconds, 3> slabs{Seconds(90 * 60), Seconds(60 * 60), Seconds(30 * 60)}; // by FireClass
};

// Nothing where the crossing stops no fire.
std::optional<Seconds> rating_of(const FireRatings& ratings, CrossingOf of, FireClass building);

// "1.50 h", as bills and drawings say it.
std::string rating_text(Seconds rating);
// What a stopping promises: "3 h", "1.50 h mortar", "90 min"; nothing when it begins with no such time.
std::optional<Seconds> promised_rating(std::string_view stopping);

} // namespace riser
