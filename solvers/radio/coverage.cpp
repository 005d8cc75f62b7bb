// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/radio/coverage.h"

#include "solvers/graph/location/capacitated_cover.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

constexpr MilliDecibels silence = -decibels(100); // nothing is heard below: the noise of a 20 MHz channel is at -101

std::int32_t floor_div(std::int32_t a, std::int32_t b) { return a >= 0 ? a / b : -((-a + b - 1) / b); }

struct Heard {
    std::optional<MilliDecibels> best;
    std::uint32_t by = 0;
    std::vector<std::uint32_t> enough; // access points at the level needed
};

// `by_distance` is scratch.
Heard heard_at(const RadioRays& rays, const WirelessSpot& spot, std::span<const AccessPoint> points,
               const WirelessOptions& options, std::vector<std::pair<MilliDecibels, std::uint32_t>>& by_free) {
    Heard out;
    by_free.clear();
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        const Millimetres height = points[i].height.value > 0 ? points[i].height : options.point_height;
        by_free.emplace_back(-rays.free_level(points[i].place, height, spot.place), i);
    }
    std::sort(by_free.begin(), by_free.end());
    for (const auto& [minus_free, i] : by_free) {
        const MilliDecibels free = -minus_free;
        const MilliDecibels least = std::min(spot.need, out.best.value_or(silence));
        if (free < least) // nor is any further one heard well enough
            break;
        const auto lost = rays.obstacles(points[i].place, spot.place, free - least);
        if (!lost)
            continue;
        const MilliDecibels level = free - *lost;
        if (!out.best || level > *out.best) {
            out.best = level;
            out.by = i;
        }
        if (level >= spot.need)
            out.enough.push_back(i);
    }
    std::sort(out.enough.begin(), out.enough.end());
    return out;
}

struct Gathered { // of one room
    std::vector<std::optional<MilliDecibels>> levels;
    std::map<std::uint32_t, std::int32_t> heard; // spots by access point
};

RoomCoverage summary(const RadioRoom& room, const Gathered& spots, MilliDecibels need,
                     std::span<const AccessPoint> points) {
    RoomCoverage out;
    out.room = room.id;
    out.need = need;
    std::vector<std::optional<MilliDecibels>> levels = spots.levels;
    std::sort(levels.begin(), levels.end()); // not heard comes first
    out.spots = static_cast<std::int32_t>(levels.size());
    out.below = static_cast<std::int32_t>(
        std::count_if(levels.begin(), levels.end(), [&](const auto& level) { return !level || *level < need; }));
    out.worst = levels.front();
    out.middle = levels[levels.size() / 2];
    std::int32_t most = 0;
    for (const auto& [point, count] : spots.heard)
        if (count > most) {
            most = count;
            out.nearest = points[point].id;
        }
    return out;
}

} // namespace

std::int64_t WirelessLoad::devices(std::int32_t people) const {
    return static_cast<std::int64_t>(people) * devices_per_person.value * at_once.value / 100'000;
}

std::int64_t WirelessLoad::carried(std::optional<BitRate> rate) const {
    const std::int64_t each = rate && rate->value > 0 ? rate->value : rate_per_device.value;
    const std::int64_t held = static_cast<std::int64_t>(devices_per_point) * 1'000;
    return each > 0 ? std::min(held, rate_per_point.value * 1'000 / each) : held;
}

std::optional<BitRate> busy_rate(const Table<Service>& services, const Table<Zone>& zones, PlaneId plane) {
    std::optional<BitRate> out;
    for (const Service& service : services) {
        const Zone* zone =
            service.medium == ServiceMedium::wireless && service.zone ? zones.find(*service.zone) : nullptr;
        if (zone && zone->plane == plane && service.busy_hour_rate.value > 0)
            out = BitRate((out ? out->value : 0) + service.busy_hour_rate.value);
    }
    return out;
}

std::vector<WirelessSpot> wireless_spots(const RadioFloor& floor, const WirelessOptions& options) {
    std::vector<WirelessSpot> out;
    const std::int32_t step = std::max(options.spot_step.value, 200);
    const auto open = [&](Point p) {
        return std::none_of(floor.forbidden.begin(), floor.forbidden.end(),
                            [&](const Polygon& area) { return contains(area, p); });
    };
    for (std::uint32_t r = 0; r < floor.rooms.size(); ++r) {
        const RadioRoom& room = floor.rooms[r];
        if (room.need == WirelessNeed::none)
            continue;
        const std::size_t before = out.size();
        const Box box = *bounds(room.outline);
        const auto add = [&](Point p) {
            if (open(p))
                out.push_back({.place = p, .room = r, .need = options.levels.of(room.need), .devices = 0});
        };
        for (std::int32_t y = floor_div(box.low.y, step); y <= floor_div(box.high.y, step); ++y)
            for (std::int32_t x = floor_div(box.low.x, step); x <= floor_div(box.high.x, step); ++x)
                if (const Point p{x * step + step / 2, y * step + step / 2}; contains(room.outline, p))
                    add(p);
        if (out.size() == before)
            add(*inner_point(room.outline));
        const auto spots = static_cast<std::int64_t>(out.size() - before);
        const std::int64_t devices = options.load.devices(room.people);
        for (std::int64_t k = 0; k < spots; ++k) // all of them, to the last thousandth
            out[before + static_cast<std::size_t>(k)].devices = devices * (k + 1) / spots - devices * k / spots;
    }
    return out;
}

FloorCoverage coverage_of(const RadioFloor& floor, std::span<const AccessPoint> points, const WirelessOptions& options,
                          std::optional<BitRate> rate) {
    FloorCoverage out;
    std::vector<AccessPoint> here;
    for (const AccessPoint& point : points)
        if (point.floor == floor.id)
            here.push_back(point);
    const RadioRays rays(floor, options.propagation);
    const std::vector<WirelessSpot> spots = wireless_spots(floor, options);
    std::map<std::uint32_t, Gathered> by_room;
    std::vector<ServedLoad> loads;
    std::vector<std::pair<MilliDecibels, std::uint32_t>> scratch;
    for (const WirelessSpot& spot : spots) {
        Heard heard = heard_at(rays, spot, here, options, scratch);
        Gathered& room = by_room[spot.room];
        room.levels.push_back(heard.best);
        if (heard.best)
            ++room.heard[heard.by];
        loads.push_back({.load = spot.devices, .servers = std::move(heard.enough)});
    }
    const std::vector<std::int64_t> capacities(here.size(), options.load.carried(rate));
    const Served served = serve(loads, capacities);
    std::map<std::uint32_t, std::pair<std::int64_t, std::int64_t>> devices; // of a room, and turned away
    for (std::size_t i = 0; i < spots.size(); ++i) {
        devices[spots[i].room].first += spots[i].devices;
        devices[spots[i].room].second += served.left[i];
    }
    out.points = static_cast<std::int32_t>(here.size());
    for (const auto& [index, gathered] : by_room) {
        const RadioRoom& room = floor.rooms[index];
        RoomCoverage row = summary(room, gathered, options.levels.of(room.need), here);
        row.devices = devices[index].first;
        row.turned_away = devices[index].second;
        out.spots += row.spots;
        out.below += row.below;
        out.devices += row.devices;
        out.turned_away += row.turned_away;
        out.area += area(room.outline);
        out.rooms.push_back(row);
    }
    std::sort(out.rooms.begin(), out.rooms.end(),
              [](const RoomCoverage& a, const RoomCoverage& b) { return a.room < b.room; });
    return out;
}

std::vector<WirelessLeak> leaks_into(const RadioFloor& floor, const std::map<FloorId, RadioFloor>& floors,
                                     std::span<const AccessPoint> points, MilliDecibels level,
                                     const WirelessOptions& options) {
    Propagation propagation = options.propagation;
    propagation.margin = {};
    const RadioRays rays(floor, propagation);
    const auto slabs_to = [&](const RadioFloor& other) {
        const auto [low, high] = std::minmax(floor.elevation, other.elevation);
        return std::max<std::int64_t>(1, std::count_if(floors.begin(), floors.end(), [&](const auto& entry) {
                                          return entry.second.elevation > low && entry.second.elevation <= high;
                                      }));
    };
    struct Sender {
        const AccessPoint* point;
        Millimetres height; // above this floor
        std::int64_t slabs;
    };
    std::vector<Sender> senders;
    for (const AccessPoint& point : points) {
        const auto at = floors.find(point.floor);
        if (at == floors.end())
            continue;
        const Millimetres own = point.height.value > 0 ? point.height : options.point_height;
        const bool here = point.floor == floor.id;
        senders.push_back({.point = &point,
                           .height = own + at->second.elevation - floor.elevation,
                           .slabs = here ? 0 : slabs_to(at->second)});
    }
    RadioFloor asked; // the guarded rooms, as if they needed wireless
    for (const RadioRoom& room : floor.rooms)
        if (room.guarded) {
            asked.rooms.push_back(room);
            asked.rooms.back().need = WirelessNeed::main;
        }
    std::map<RoomId, WirelessLeak> best;
    for (const WirelessSpot& spot : wireless_spots(asked, options))
        for (const Sender& sender : senders) {
            const RoomId room = asked.rooms[spot.room].id;
            const auto known = best.find(room);
            const MilliDecibels least = known == best.end() ? level : known->second.level + MilliDecibels(1);
            const std::int64_t slabs = sender.slabs * propagation.losses.slab.value;
            const std::int64_t through = rays.free_level(sender.point->place, sender.height, spot.place).value - slabs;
            if (through < least.value)
                continue;
            MilliDecibels heard(static_cast<std::int32_t>(through));
            if (sender.slabs == 0) {
                const auto lost = rays.obstacles(sender.point->place, spot.place, heard - least);
                if (!lost)
                    continue;
                heard -= *lost;
            }
            best.insert_or_assign(room, WirelessLeak{.room = room, .point = sender.point->id, .level = heard});
        }
    std::vector<WirelessLeak> out;
    for (const auto& [room, leak] : best)
        out.push_back(leak);
    return out;
}

} // namespace riser
