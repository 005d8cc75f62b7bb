// SPDX-License-Identifier: GPL-3.0-or-later
// The faces of a plan whose openings are closed, sorted into rooms: what is wall, what is a door's threshold, what lies
// outside, which faces make one room because the gap between them is none. Names decide where geometry leaves a choice:
// a bare gap closes when it parts two names, and opens when it does not.
#pragma once

#include "solvers/geometry/recognise/openings.h"

namespace riser::detail {

constexpr std::uint32_t no_room = 0xffffffff;

struct RoomDraft {
    Polygon outline;
    double radius = 0; // of the largest circle inside
    std::vector<std::uint32_t> captions;
    std::vector<std::uint32_t> openings; // firm or kept, by number
    bool bare = false;                   // some boundary is a gap that nothing proves
};

struct SideRooms {
    std::uint32_t low = no_room; // right of from -> to
    std::uint32_t high = no_room;
    bool low_outside = false;
    bool high_outside = false;
};

enum class GapState { closed, opened };

struct Partition {
    PlanarMap map;
    std::vector<char> wall; // by face: walls and columns
    std::vector<RoomDraft> rooms;
    std::vector<GapState> gaps;                  // by opening candidate
    std::vector<char> thin;                      // by opening candidate: closed by one line only
    std::vector<SideRooms> sides;                // by opening candidate
    std::vector<Polygon> masses;                 // walls and closed openings, for centrelines
    std::vector<std::uint32_t> captions_outside; // names and numbers in no room
    std::uint32_t cubicles = 0;                  // small cells given back to the room they stand in
    std::uint32_t cavities = 0;                  // closed faces too narrow for a room
    std::uint32_t conflicts = 0;                 // rooms that hold more than one name
};

struct PartitionInput {
    const LocalDrawing& drawing;
    const Fabric& fabric;
    const Openings& openings;
    const std::vector<Reading>& readings;
    const std::vector<Polygon>& columns;
    const std::vector<Stroke>& glazing;
    SquareMillimetres least_room;
};

// Without rooms when stopped or when nothing is closed.
Partition partitioned(const PartitionInput& input, const Run& run);

} // namespace riser::detail
