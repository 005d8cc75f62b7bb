// SPDX-License-Identifier: GPL-3.0-or-later
// What each distributor must hold for each network: the jacks cabled from it, with the power that their devices draw,
// and the backbone cables that end in it. Secret networks are listed apart: nothing is planned for them but room.
#pragma once

#include "solvers/planning/cable_ways.h"
#include "solvers/planning/equipment/options.h"
#include "solvers/planning/point_table.h"

#include <map>

namespace riser {

using PlaneKey = std::optional<PlaneId>;

// A cabled jack.
struct JackNeed {
    JackId jack;
    CableId cable;
    std::string label;
    Category category = Category::cat6a;
    Screen screen = Screen::utp;
    bool fibre = false;
    bool voice = false;         // of category 3: a pair of the exchange, no port of a switch
    bool planned = false;       // its cable is the planner's
    std::int32_t poe_class = 0; // 0: draws no power
};

struct TrunkEnd {
    CableId cable;
    CableEnd end = CableEnd::a;
    SpaceId other;
};

struct PlaneNeed {
    std::vector<JackNeed> jacks; // those that draw power first, then by label
    std::vector<TrunkEnd> backbones;
};

struct SpaceNeed {
    SpaceId space;
    std::map<PlaneKey, PlaneNeed> planes;
    std::vector<PlaneId> secret; // cables of these start here
};

// By floor, label, id of the space; spaces that need nothing are left out.
std::vector<SpaceNeed> needs_of(const Design& design, const PlanesApart& apart);

// The spaces at both ends of a cable, by the nodes at which its route ends.
struct CableSpaces {
    std::optional<SpaceId> a;
    std::optional<SpaceId> b;
};
CableSpaces spaces_of(const Design& design, const Cable& cable);

// Today's count with the growth that the brief states, or the option's.
std::int32_t grown(const Design& design, const EquipmentOptions& options, std::int32_t count);

} // namespace riser
