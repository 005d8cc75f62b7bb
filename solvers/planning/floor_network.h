// SPDX-License-Identifier: GPL-3.0-or-later
// The pathways of one floor as lines in the plan, before they are rows: trays along the corridors' centrelines, from
// them a branch through the door of each room to be served and a tray to each telecom space; rooms without a door to a
// corridor are reached through their neighbours, corridors that only rooms join are joined through those.
//
//        room a   |  room b           T  tray, split where branches leave it
//      ----+------+----+-----         B  branch: corridor, door, a step inside
//     T====B===========B=====T
#pragma once

#include "solvers/geometry/centrelines.h"
#include "solvers/planning/storeys.h"

namespace riser {

struct FloorLine {
    std::uint32_t from = 0; // nodes
    std::uint32_t to = 0;
    Polyline bends;
    const Room* into = nullptr; // the room that a branch serves; none: a tray in a corridor
    bool trunk = false;         // a branch that is a tray all the same: to a space, or joining corridors
};

struct FloorNode {
    Point place;
    const Room* in = nullptr; // the node inside a served room; none: on a corridor's tray
    const Space* space = nullptr;
};

struct FloorNetwork {
    std::vector<FloorNode> nodes;
    std::vector<FloorLine> lines;
    std::vector<const Room*> through_neighbour; // reached by way of another room
    std::vector<const Room*> unreached;         // asked for, and no chain of doors leads there
    std::vector<const Room*> across_wall;       // no straight way from the door to the tray stays in the corridor
    std::int32_t parts = 0;                     // of the corridors' trays that nothing joins
    std::int32_t bent = 0;                      // corridors with lines that follow their bends
    std::int32_t without_line = 0;              // corridors too broken for a centreline
};

// `served`: rooms to be reached; `spaces`: each telecom space on the floor, by label.
FloorNetwork floor_network(const Storey& storey, std::span<const Room* const> served,
                           std::span<const Space* const> spaces, const CentrelineOptions& options = {});

} // namespace riser
