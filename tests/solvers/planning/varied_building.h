// SPDX-License-Identifier: GPL-3.0-or-later
// Buildings on which the planners' laws are tried: a small one with everything once, and random variations of an office
// block. Each has an open plane, one that must be apart from it, one of state secrets with its approved list, an
// untouched one beside them, restricted rooms, panels, and what a person drew before. Deterministic for a seed.
#pragma once

#include "tests/support/builders.h"

#include <random>

namespace riser::test {

struct PlannedBuilding {
    BuildingBuilder builder;
    PlaneId office;
    PlaneId apart;  // the intent keeps it apart from `office`
    PlaneId beside; // shares what it likes with either
    PlaneId secret;
    PointKindId data;
    Design& design() { return builder.design; }
};

// Two floors of six offices each.
PlannedBuilding small_building();
// One to three floors; uses, people, doors, point table, panels and storeys without a telecom room as the dice fall.
PlannedBuilding varied_building(std::uint32_t seed);
// The small one for seed 0, else a varied one.
PlannedBuilding any_building(std::uint32_t seed);

// What people do between two plans: other head counts and uses, doors walled up, lines of the point table changed.
void change_the_building(PlannedBuilding& building, std::mt19937& random);

} // namespace riser::test
