// SPDX-License-Identifier: GPL-3.0-or-later
// On one floor, for one network: the places where access points may hang, and the fewest of them that reach every spot
// and carry every device beside what hangs there already. Knows no rows of outlets; plan_access_points writes those.
#pragma once

#include "solvers/planning/plan_access_points.h"

namespace riser {

struct CeilingPlace {
    const Room* room = nullptr;
    Point place;
    Millimetres height;
};

// Over the ceilings of rooms that need wireless, clear of walls and columns; never in a room or area without wireless.
std::vector<CeilingPlace> ceiling_places(const Storey& storey, const RadioFloor& floor,
                                         const AccessPointOptions& options);

struct ChosenPlaces {
    Outcome outcome = Outcome::complete;
    std::vector<CeilingPlace> places; // in the order of ceiling_places
    std::int64_t bound = 0;
    std::vector<RoomId> unreached; // with spots that no place reaches
    std::int64_t too_much = 0;     // devices for which all places together have no room, thousandths
};
// `standing`: access points of the floor that count for the network. `earlier`: where some were planned before.
Result<ChosenPlaces> choose_places(const RadioFloor& floor, std::span<const CeilingPlace> places,
                                   std::span<const AccessPoint> standing, std::span<const Point> earlier,
                                   std::optional<BitRate> rate, const AccessPointOptions& options, const Run& run);

} // namespace riser
