// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a floor's possible lines are laid: those that join its telecom spaces with every room to be served and every
// point in a corridor, at the least price of trays, fittings, penetrations and the cables that will lie in them. A
// corridor that nobody needs gets no tray and a loop is closed only where the cables it shortens pay for it.
// Prices are lengths of the smallest tray that cost the same.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"
#include "solvers/planning/floor_network.h"

#include <set>

namespace riser {

// Engineering defaults (P), near the prices of usual bills: of galvanised trunking 100 x 50 with its supports.
struct TrayPrices {
    Millimetres elbow = Millimetres(600);              // a turn; also a tee or a crossing
    Millimetres wall = Millimetres(1'000);             // through the opening between two corridors
    Millimetres fire_compartment = Millimetres(2'800); // each that is entered or left, with its stopping
    BasisPoints cable = percent(11);                   // a metre of a jack's cable, with its share of wider trays
    // No way along trays is made longer than this: the rest of a link's 90 m is for risers, drops and slack.
    Millimetres longest_way = Millimetres(65'000);
};

// routes_apart: trays give the spaces two ways wherever all the corridors' trays would.
enum class SpacesJoined { once, routes_apart };

struct FloorPoint {
    Point place;
    const Room* room = nullptr;
    std::int64_t jacks = 0;
};

struct FloorDemand {
    std::span<const Room* const> served; // to be reached, with points or without
    std::set<const Space*> serving;      // the telecom spaces that the points' cables come from; none: any space
    SpacesJoined spaces = SpacesJoined::once;
    std::vector<FloorPoint> points;
    std::vector<const FireCompartment*> compartments;
};

struct LaidTrays {
    FloorNetwork network;
    std::int64_t price = 0; // ten-thousandths of a millimetre of the smallest tray: lines, fittings, cables in them
    std::int64_t bound = 0; // no choice among the possible lines costs less
};

// `possible`: of the storey; lines of `into` included. Stopped: a network all the same.
Result<LaidTrays> laid_trays(const FloorNetwork& possible, const Storey& storey, const FloorDemand& demand,
                             const TrayPrices& prices = {}, const Run& run = {});

} // namespace riser
