// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generate/seating.h"

#include "tests/bench/generate/paths.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr std::int32_t planned_jacks = 360; // a telecom room

struct OfficeRoom {
    std::size_t floor = 0;
    std::size_t room = 0;
    double area_m2 = 0;
    double share = 0; // people, before rounding
};

// The offices nearest to one telecom room.
struct ServedArea {
    std::size_t building = 0;
    std::vector<OfficeRoom> offices;
    double most_people = 0;
    double area_m2 = 0;
};

std::size_t nearest_distributor(const BuildingWorks& building, const FloorWorks& floor, Point place,
                                const std::vector<std::vector<Reach>>& reach, std::size_t track) {
    std::size_t best = floor.distributors.front();
    std::int64_t best_way = INT64_MAX;
    for (const std::size_t d : floor.distributors)
        for (const std::size_t run : floor.track_runs[track]) {
            const Exit exit = exit_at(building, run, place);
            const RunSketch& r = building.runs[run];
            const std::int64_t way =
                std::min(reach[d][r.from].distance + exit.offset, reach[d][r.to].distance + r.length - exit.offset) +
                exit.drop;
            if (way < best_way) {
                best = d;
                best_way = way;
            }
        }
    return best;
}

void add_areas(const Works& works, std::size_t b, std::int32_t ceiling_points, std::vector<ServedArea>& areas) {
    const BuildingWorks& building = works.buildings[b];
    const std::vector<std::vector<Reach>> reach = reach_by_distributor(building);
    const std::size_t first = areas.size();
    for (std::size_t d = 0; d < building.distributors.size(); ++d) {
        const FloorWorks& floor = building.floors[building.distributors[d].floor];
        const auto rooms = static_cast<double>(floor.distributors.size());
        const double ceiling = floor.storey > 0 ? ceiling_points * 1.5 / rooms : 0;
        areas.push_back({b, {}, (planned_jacks - ceiling) / jacks_per_person, 0});
    }
    for (std::size_t f = 0; f < building.floors.size(); ++f) {
        const FloorWorks& floor = building.floors[f];
        for (std::size_t r = 0; r < floor.plate.rooms.size(); ++r) {
            const RoomSketch& room = floor.plate.rooms[r];
            const RoomJacks fixed = jacks_by_room(room.use);
            if (room.use != RoomUse::office && fixed.data + fixed.voice == 0)
                continue;
            ServedArea& here = areas[first + nearest_distributor(building, floor, room.station, reach, room.track)];
            if (room.use == RoomUse::office) {
                here.offices.push_back({f, r, static_cast<double>(area(room.outline).value) / 1e6, 0});
                here.area_m2 += here.offices.back().area_m2;
            } else {
                here.most_people -= static_cast<double>(fixed.data + fixed.voice) / jacks_per_person;
            }
        }
    }
}

std::int32_t jacks_of_rooms(const Works& works) {
    std::int32_t sum = 0;
    for (const BuildingWorks& building : works.buildings)
        for (const FloorWorks& floor : building.floors)
            for (const RoomSketch& room : floor.plate.rooms)
                sum += jacks_by_room(room.use).data + jacks_by_room(room.use).voice;
    return sum;
}

} // namespace

RoomJacks jacks_by_room(RoomUse use) {
    switch (use) {
    case RoomUse::leader_office:
        return {4, 2};
    case RoomUse::meeting:
        return {4, 0};
    case RoomUse::duty:
        return {4, 2};
    case RoomUse::reception:
        return {2, 0};
    case RoomUse::service_hall:
        return {24, 8};
    case RoomUse::council_hall:
        return {32, 0};
    case RoomUse::training:
        return {12, 0};
    case RoomUse::printing:
        return {4, 0};
    case RoomUse::archive:
    case RoomUse::plant:
        return {2, 0};
    case RoomUse::control_room:
        return {8, 2};
    default:
        return {};
    }
}

void seat_people(Works& works, std::int32_t ceiling_points) {
    std::vector<ServedArea> areas;
    std::int32_t above_ground = 0;
    for (const BuildingWorks& building : works.buildings)
        above_ground += building.recipe.storeys;
    for (std::size_t b = 0; b < works.buildings.size(); ++b) {
        add_areas(works, b, ceiling_points / above_ground, areas);
        for (FloorWorks& floor : works.buildings[b].floors)
            floor.people.assign(floor.plate.rooms.size(), 0);
    }
    const std::int32_t jacks = works.recipe.points - jacks_of_rooms(works) - ceiling_points;
    const double people = static_cast<double>(jacks) / jacks_per_person;
    // People a square metre, by bisection.
    double low = 0;
    double high = 2;
    for (int round = 0; round < 40; ++round) {
        const double density = (low + high) / 2;
        double sum = 0;
        for (ServedArea& here : areas) {
            const double scale = std::min(density, std::max(0.0, here.most_people) / std::max(here.area_m2, 1e-9));
            for (OfficeRoom& office : here.offices)
                sum += office.share = office.area_m2 * scale;
        }
        (sum < people ? low : high) = density;
    }
    double due = 0;
    std::int32_t seated = 0;
    for (const ServedArea& here : areas)
        for (const OfficeRoom& office : here.offices) {
            due += office.share;
            const std::int32_t people_here = std::max(0, static_cast<std::int32_t>(std::lround(due)) - seated);
            seated += people_here;
            FloorWorks& floor = works.buildings[here.building].floors[office.floor];
            floor.people[office.room] = people_here;
            Room room = *works.design.find(floor.rooms[office.room]);
            room.occupants = people_here;
            works.put(std::move(room));
        }
}

} // namespace riser
