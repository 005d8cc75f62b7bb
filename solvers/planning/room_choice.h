// SPDX-License-Identifier: GPL-3.0-or-later
// Which telecom rooms serve which floors: the fewest rooms, then the least cable (GB 51348-2019 21.5.3: one a floor
// for up to 400 points within 90 m; one for several floors where points are few; more where one does not do). A floor
// that one room can serve is served whole by one room, its own or, with few points, one on a floor beside it; a floor
// that needs more is served by rooms of its own. Cables come from the nearest of the rooms that serve their floor, so a
// choice stands only if that rule keeps every room within its points; else the floor keeps all its rooms.
#pragma once

#include "solvers/planning/room_reach.h"

#include <set>

namespace riser {

// How much one room takes, and how far it reaches. The defaults are those of the deck cn-government.
struct RoomLimits {
    std::int32_t points = 400;                                        // ROOM-01
    SquareMillimetres area_for_points = SquareMillimetres(5'000'000); // ROOM-02: smaller ones take less, by their area
    Millimetres reach = Millimetres(90'000);                          // CAB-02
    Millimetres slack = Millimetres(2'300);                           // of each cable, both ends
    // CAB-07, of unscreened cable: the reach shrinks by so much a degree above `base`, more above `knee`. The warmth is
    // what the brief says of ceilings, or the warmest pathway drawn on the floor.
    DeciCelsius base = celsius(20);
    DeciCelsius knee = celsius(40);
    BasisPoints warm = BasisPoints(40);
    BasisPoints hot = BasisPoints(60);
    // A floor whose points, grown, fill no more than this share of a room may share one on a floor so near (GB 51348
    // says "few points" and leaves the number to us); another only where it has no room of its own that could serve it.
    BasisPoints few = percent(50);
    std::int32_t floors_away = 1;

    Millimetres reach_at(DeciCelsius ambient) const;
};

struct RoomOffer { // a room that may be a distributor
    SpaceId space;
    FloorId floor;
    std::int64_t capacity = 0;             // points
    bool in_use = false;                   // whatever is chosen
    std::optional<std::set<FloorId>> only; // the floors that it may serve; none: any
};

struct RoomQuestion {
    const Design& design;
    const std::vector<Storey>& storeys;
    std::vector<RoomOffer> offers;
    std::vector<PointsAt> points;
    RoomReach& reach;
    RoomLimits limits;
    std::int64_t growth = 10'000; // of points, in ten-thousandths: what rooms that serve several floors leave room for
};

struct RoomFigure { // value >= bound
    std::int64_t value = 0;
    std::int64_t bound = 0;
};

struct RoomChoice {
    std::map<SpaceId, std::set<FloorId>> serves; // the rooms in use; empty: none that has points
    std::set<FloorId> left;                      // with points that no room serves
    RoomFigure rooms;
    RoomFigure cable; // mm with slack, by the estimate, to 17 mm a point; the bound is for so many rooms
    std::vector<Reason> reasons;
};

RoomChoice choose_rooms(const RoomQuestion& question, const Run& run);

} // namespace riser
