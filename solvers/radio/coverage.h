// SPDX-License-Identifier: GPL-3.0-or-later
// How well a floor is reached by the access points of one network: spots on a grid of the building's own frame (moving
// one room moves no spot of another), the level of the best access point at each, and whether all who are there find
// one that has room for them. Access points of other floors are not counted: a slab takes most of what they send.
#pragma once

#include "solvers/radio/rays.h"

namespace riser {

struct WirelessLevels {
    MilliDecibels main = -decibels(65); // at least, RULES WIFI-01
    MilliDecibels passage = -decibels(75);
    MilliDecibels of(WirelessNeed need) const { return need == WirelessNeed::passage ? passage : main; }
    bool operator==(const WirelessLevels&) const = default;
};

// How many devices an access point carries, WIFI-03: the lesser of what it holds and what its rate is enough for.
struct WirelessLoad {
    BasisPoints devices_per_person = percent(200);
    BasisPoints at_once = percent(50);     // of the devices
    std::int32_t devices_per_point = 30;   // active
    BitRate rate_per_device = megabits(2); // in the busy hour, where no service says it
    BitRate rate_per_point = megabits(200);
    // Active devices of so many people, in thousandths.
    std::int64_t devices(std::int32_t people) const;
    // That one access point carries, in thousandths; `rate` of a device, when a service says it.
    std::int64_t carried(std::optional<BitRate> rate = {}) const;
    bool operator==(const WirelessLoad&) const = default;
};

struct WirelessOptions {
    Propagation propagation;
    WirelessLevels levels;
    WirelessLoad load;
    PeopleOptions people;
    Millimetres spot_step = Millimetres(2'000);
    Millimetres point_height = Millimetres(2'800); // of an access point that does not say its own
    bool operator==(const WirelessOptions&) const = default;
};

// A place where a device may be.
struct WirelessSpot {
    Point place;
    std::uint32_t room = 0;   // index into RadioFloor::rooms
    MilliDecibels need;       // level
    std::int64_t devices = 0; // thousandths of one
    bool operator==(const WirelessSpot&) const = default;
};
// Of the rooms that need wireless, on points (k + 1/2) step of the frame; one at least in each room. Spots in areas
// without wireless are left out.
std::vector<WirelessSpot> wireless_spots(const RadioFloor& floor, const WirelessOptions& options);
// The rate of a device of the network's wireless services in the busy hour; nothing when none says it.
std::optional<BitRate> busy_rate(const Table<Service>& services, const Table<Zone>& zones, PlaneId plane);

struct RoomCoverage {
    RoomId room;
    MilliDecibels need;
    std::int32_t spots = 0;
    std::int32_t below = 0;
    std::optional<MilliDecibels> worst;  // of the best access point at the worst spot; nothing: not heard at all
    std::optional<MilliDecibels> middle; // at the middle spot by level
    std::optional<AnyId> nearest;        // heard best at most spots
    std::int64_t devices = 0;            // thousandths
    std::int64_t turned_away = 0;        // of them, thousandths
    bool operator==(const RoomCoverage&) const = default;
};
struct FloorCoverage {
    std::vector<RoomCoverage> rooms; // that need wireless, by id
    std::int32_t points = 0;
    std::int32_t spots = 0;
    std::int32_t below = 0;
    std::int64_t devices = 0;
    std::int64_t turned_away = 0;
    SquareMillimetres area; // of the rooms
    bool operator==(const FloorCoverage&) const = default;
};

// `points` of other floors are skipped.
FloorCoverage coverage_of(const RadioFloor& floor, std::span<const AccessPoint> points, const WirelessOptions& options,
                          std::optional<BitRate> rate = {});

// A room without wireless in which an access point is heard.
struct WirelessLeak {
    RoomId room;
    AnyId point; // heard best
    MilliDecibels level;
    bool operator==(const WirelessLeak&) const = default;
};
// Guarded rooms of the floor in which one is heard at that level or better, without the margin: of the floor itself
// through its walls, of other floors through their slabs alone. By room.
std::vector<WirelessLeak> leaks_into(const RadioFloor& floor, const std::map<FloorId, RadioFloor>& floors,
                                     std::span<const AccessPoint> points, MilliDecibels level,
                                     const WirelessOptions& options);

} // namespace riser
