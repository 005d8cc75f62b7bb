// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/access_point_places.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

Millimetres hanging_height(const Room& room, const AccessPointOptions& options) {
    const Millimetres height = options.wireless.point_height;
    return room.ceiling_height.value > 0 ? std::min(height, room.ceiling_height) : height;
}

} // namespace

std::vector<CeilingPlace> ceiling_places(const Storey& storey, const RadioFloor& floor,
                                         const AccessPointOptions& options) {
    std::vector<CeilingPlace> out;
    const auto open = [&](Point p) {
        return std::none_of(floor.forbidden.begin(), floor.forbidden.end(),
                            [&](const Polygon& area) { return contains(area, p); }) &&
               std::none_of(floor.rooms.begin(), floor.rooms.end(),
                            [&](const RadioRoom& room) { return room.forbidden && contains(room.outline, p); });
    };
    for (const Room* room : storey.rooms) {
        const auto radio = std::lower_bound(floor.rooms.begin(), floor.rooms.end(), room->id,
                                            [](const RadioRoom& a, RoomId id) { return a.id < id; });
        if (radio == floor.rooms.end() || radio->id != room->id || radio->need == WirelessNeed::none)
            continue;
        const std::int64_t each = std::max<std::int64_t>(options.place_area.value, 1'000'000);
        const std::int64_t count = std::clamp<std::int64_t>((area(room->outline).value + each / 2) / each, 1, 2'000);
        for (const Point p : place_on_grid(storey, *room, static_cast<std::int32_t>(count), open, options.placing))
            out.push_back({.room = room, .place = p, .height = hanging_height(*room, options)});
    }
    return out;
}

Result<ChosenPlaces> choose_places(const RadioFloor& floor, std::span<const CeilingPlace> places,
                                   std::span<const AccessPoint> standing, std::span<const Point> earlier,
                                   std::optional<BitRate> rate, const AccessPointOptions& options, const Run& run) {
    const WirelessOptions& wireless = options.wireless;
    const RadioRays rays(floor, wireless.propagation);
    const std::vector<WirelessSpot> spots = wireless_spots(floor, wireless);
    CapacitatedCoverProblem problem;
    problem.capacity = wireless.load.carried(rate);
    problem.standing.assign(standing.size(), problem.capacity);
    // One access point fewer is worth more than any number of places kept.
    const std::int64_t one = earlier.empty() ? 1 : static_cast<std::int64_t>(places.size()) + 1;
    for (const CeilingPlace& place : places) {
        const bool kept = std::find(earlier.begin(), earlier.end(), place.place) != earlier.end();
        problem.costs.push_back(kept || earlier.empty() ? one : one + 1);
    }
    std::map<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>, CapacitatedRow> rows;
    ChosenPlaces out;
    for (const WirelessSpot& spot : spots) {
        if (run.stopped())
            return ChosenPlaces{.outcome = Outcome::stopped, .places = {}, .bound = 0, .unreached = {}, .too_much = 0};
        CapacitatedRow row;
        for (std::uint32_t i = 0; i < standing.size(); ++i) {
            const Millimetres height = standing[i].height.value > 0 ? standing[i].height : wireless.point_height;
            if (rays.level(standing[i].place, height, spot.place, spot.need))
                row.standing.push_back(i);
        }
        for (std::uint32_t i = 0; i < places.size(); ++i)
            if (rays.level(places[i].place, places[i].height, spot.place, spot.need))
                row.columns.push_back(i);
        const RoomId room = floor.rooms[spot.room].id;
        if (row.columns.empty() && row.standing.empty() && (out.unreached.empty() || out.unreached.back() != room))
            out.unreached.push_back(room);
        CapacitatedRow& known = rows.try_emplace({row.columns, row.standing}, row).first->second;
        known.load += spot.devices;
    }
    for (auto& [reach, row] : rows)
        problem.rows.push_back(std::move(row));
    Result<CapacitatedCoverAnswer> found = solve_capacitated_cover(problem, options.effort, run);
    if (!found)
        return found.error();
    out.outcome = found->outcome;
    // So many cost at most (one + 1) each: fewer than bound / (one + 1) cannot be.
    const std::int64_t dearest = earlier.empty() ? 1 : one + 1;
    out.bound = (found->bound + dearest - 1) / dearest;
    out.too_much = found->too_much;
    for (const CoverColumn column : found->columns)
        out.places.push_back(places[at(column)]);
    return out;
}

} // namespace riser
