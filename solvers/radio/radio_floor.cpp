// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/radio/radio_floor.h"

#include "solvers/base/restrictions.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr double beside_wall = 150; // mm that an opening may lie beside its wall's faces
constexpr int low_wall = 1'500;     // mm; waves pass above

// The stretch of wall a-b, in shares of its length, that an opening takes; nothing when the opening is not in it.
std::optional<std::pair<double, double>> taken_by(Point a, Point b, double thickness, Point from, Point to) {
    const double dx = static_cast<double>(b.x) - a.x, dy = static_cast<double>(b.y) - a.y;
    const double length = std::hypot(dx, dy);
    if (length < 1)
        return std::nullopt;
    const auto along = [&](Point p) {
        return ((static_cast<double>(p.x) - a.x) * dx + (static_cast<double>(p.y) - a.y) * dy) / (length * length);
    };
    const auto off = [&](Point p) {
        return std::abs((static_cast<double>(p.y) - a.y) * dx - (static_cast<double>(p.x) - a.x) * dy) / length;
    };
    const double reach = thickness / 2 + beside_wall;
    if (off(from) > reach || off(to) > reach)
        return std::nullopt;
    const double low = std::min(along(from), along(to)), high = std::max(along(from), along(to));
    if (high <= 0 || low >= 1 || high <= low)
        return std::nullopt;
    return std::pair(std::max(low, 0.0), std::min(high, 1.0));
}

class FloorMaker {
  public:
    explicit FloorMaker(RadioFloor& floor) : floor_(floor) {}

    // The wall without its openings.
    void add_wall(const RadioWall& wall, std::span<const RadioOpening> openings) {
        std::vector<std::pair<double, double>> gaps;
        const Box box{.low = {std::min(wall.a.x, wall.b.x) - margin, std::min(wall.a.y, wall.b.y) - margin},
                      .high = {std::max(wall.a.x, wall.b.x) + margin, std::max(wall.a.y, wall.b.y) + margin}};
        for (const RadioOpening& opening : openings)
            if (box.contains(opening.a) || box.contains(opening.b))
                if (const auto gap = taken_by(wall.a, wall.b, wall.thickness.value, opening.a, opening.b))
                    gaps.push_back(*gap);
        std::sort(gaps.begin(), gaps.end());
        double from = 0;
        for (const auto& [low, high] : gaps) {
            put(wall, from, low);
            from = std::max(from, high);
        }
        put(wall, from, 1);
    }

  private:
    static constexpr std::int32_t margin = 1'000;

    void put(const RadioWall& wall, double from, double to) {
        if (to <= from)
            return;
        const auto at = [&](double t) {
            return Point{static_cast<std::int32_t>(std::lround(wall.a.x + t * (wall.b.x - wall.a.x))),
                         static_cast<std::int32_t>(std::lround(wall.a.y + t * (wall.b.y - wall.a.y)))};
        };
        RadioWall piece = wall;
        piece.a = at(from);
        piece.b = at(to);
        if (piece.a != piece.b)
            floor_.walls.push_back(piece);
    }
    RadioFloor& floor_;
};

void add_outlines(RadioFloor& floor) {
    FloorMaker maker(floor);
    for (const RadioRoom& room : floor.rooms) {
        std::vector<const Ring*> rings{&room.outline.outer};
        for (const Ring& hole : room.outline.holes)
            rings.push_back(&hole);
        for (const Ring* ring : rings)
            for (std::size_t i = 0; i < ring->size(); ++i)
                maker.add_wall({.a = (*ring)[i],
                                .b = (*ring)[(i + 1) % ring->size()],
                                .material = WallMaterial::unknown,
                                .thickness = Millimetres(400),
                                .half = true},
                               floor.openings);
    }
}

bool stays(const PhysicalRow& row) { return row.status != Status::remove; }

} // namespace

WirelessNeed wireless_need(RoomUse use) {
    switch (use) {
    case RoomUse::office:
    case RoomUse::meeting:
    case RoomUse::council_hall:
    case RoomUse::reception:
    case RoomUse::service_hall:
    case RoomUse::duty:
    case RoomUse::printing:
    case RoomUse::library:
    case RoomUse::training:
    case RoomUse::dining:
    case RoomUse::control_room:
    case RoomUse::living:
        return WirelessNeed::main;
    case RoomUse::corridor:
    case RoomUse::lobby:
    case RoomUse::lift_lobby:
    case RoomUse::atrium:
        return WirelessNeed::passage;
    default: // nobody works there, or nobody may with a radio
        return WirelessNeed::none;
    }
}

std::int32_t people_in(const Room& room, const PeopleOptions& options) {
    if (wireless_need(room.use) != WirelessNeed::main)
        return 0;
    const std::int32_t said = std::max(room.occupants, room.seats);
    if (said > 0)
        return said;
    const bool desks = room.use == RoomUse::office || room.use == RoomUse::duty || room.use == RoomUse::printing ||
                       room.use == RoomUse::control_room || room.use == RoomUse::living;
    const std::int64_t each =
        std::max<std::int64_t>(1, (desks ? options.area_per_person : options.area_per_seat).value);
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(area(room.outline).value / each, 1, 100'000));
}

std::set<RoomId> classified_rooms(const Table<Plane>& planes, const Table<Floor>& floors, const Table<Room>& rooms,
                                  const Table<ApprovedPoint>& approved, const Table<Jack>& jacks,
                                  const Table<Outlet>& outlets) {
    std::set<PlaneId> secret;
    for (const Plane& plane : planes)
        if (plane.disclosure == Disclosure::secret)
            secret.insert(plane.id);
    std::set<RoomId> out;
    if (secret.empty())
        return out;
    std::set<std::pair<std::string, std::string>> named; // floor, room
    for (const ApprovedPoint& point : approved)
        if (secret.contains(point.plane) && !point.floor.empty() && !point.room.empty())
            named.emplace(point.floor, point.room);
    for (const Room& room : rooms)
        if (const Floor* floor = floors.find(room.floor))
            if (named.contains({floor->label, room.number}) || named.contains({floor->label, room.door_number}))
                out.insert(room.id);
    for (const Jack& jack : jacks)
        if (jack.plane && secret.contains(*jack.plane) && stays(jack))
            if (const Outlet* outlet = outlets.find(jack.outlet); outlet && outlet->room)
                out.insert(*outlet->room);
    return out;
}

std::map<FloorId, RadioFloor> radio_floors(const RadioTables& tables, const std::set<RoomId>& also_closed,
                                           const PeopleOptions& people) {
    std::map<FloorId, RadioFloor> out;
    for (const Floor& floor : tables.floors) {
        out[floor.id].id = floor.id;
        out[floor.id].elevation = floor.elevation;
    }
    std::set<RoomId> closed = also_closed;
    for (const RestrictedArea& area : tables.areas) {
        if (!area.no_wireless)
            continue;
        if (area.room)
            closed.insert(*area.room);
        if (const auto at = out.find(area.floor); at != out.end() && !area.outline.empty())
            at->second.forbidden.push_back(area.outline);
    }
    for (const Room& room : tables.rooms)
        if (const auto at = out.find(room.floor); at != out.end() && stays(room) && !room.outline.empty()) {
            const bool forbidden = restricted_by_use(room.use) || closed.contains(room.id);
            at->second.rooms.push_back(
                {.id = room.id,
                 .outline = room.outline,
                 .need = forbidden ? WirelessNeed::none : wireless_need(room.use),
                 .people = forbidden ? 0 : people_in(room, people),
                 .forbidden = forbidden,
                 .guarded = forbidden && (room.use != RoomUse::toilet || closed.contains(room.id))});
        }
    for (const Opening& opening : tables.openings)
        if (const auto at = out.find(opening.floor); at != out.end() && stays(opening))
            at->second.openings.push_back({.a = opening.from, .b = opening.to, .kind = opening.kind});
    for (const Wall& wall : tables.walls) {
        const auto at = out.find(wall.floor);
        if (at == out.end() || !stays(wall) || (wall.height.value > 0 && wall.height.value < low_wall))
            continue;
        ++at->second.drawn_walls;
        at->second.unknown_walls += wall.material == WallMaterial::unknown;
        FloorMaker maker(at->second);
        for (std::size_t i = 0; i + 1 < wall.line.size(); ++i)
            maker.add_wall({.a = wall.line[i],
                            .b = wall.line[i + 1],
                            .material = wall.material,
                            .thickness = wall.thickness,
                            .half = false},
                           at->second.openings);
    }
    for (auto& [id, floor] : out)
        if (floor.drawn_walls == 0)
            add_outlines(floor);
    return out;
}

std::vector<PlaneId> wireless_planes(const Table<Plane>& planes, const Table<Zone>& zones, const Table<Vlan>& vlans,
                                     const Table<Ssid>& ssids, const Table<Service>& services) {
    std::set<PlaneId> found;
    for (const Service& service : services)
        if (service.medium == ServiceMedium::wireless && service.zone)
            if (const Zone* zone = zones.find(*service.zone))
                found.insert(zone->plane);
    for (const Ssid& ssid : ssids)
        if (const Vlan* vlan = ssid.vlan ? vlans.find(*ssid.vlan) : nullptr)
            found.insert(vlan->plane);
    std::vector<PlaneId> out;
    for (const PlaneId id : found)
        if (const Plane* plane = planes.find(id); plane && plane->disclosure != Disclosure::secret)
            out.push_back(id);
    return out;
}

std::vector<AccessPoint> access_points(const Table<Jack>& jacks, const Table<Outlet>& outlets,
                                       const Table<PointKind>& kinds, const Table<MonitoringPoint>& points) {
    std::set<PointKindId> wireless;
    for (const PointKind& kind : kinds)
        if (kind.wireless)
            wireless.insert(kind.id);
    std::vector<AccessPoint> out;
    std::set<std::pair<OutletId, std::optional<PlaneId>>> seen;
    for (const Jack& jack : jacks) {
        if (!wireless.contains(jack.kind) || !stays(jack))
            continue;
        const Outlet* outlet = outlets.find(jack.outlet);
        if (outlet && stays(*outlet) && seen.emplace(outlet->id, jack.plane).second)
            out.push_back({.id = jack.id,
                           .plane = jack.plane,
                           .floor = outlet->floor,
                           .place = outlet->place,
                           .height = outlet->height});
    }
    for (const MonitoringPoint& point : points)
        if (point.kind == MonitoringKind::access_point && !point.jack && point.floor && stays(point))
            out.push_back(
                {.id = point.id, .plane = {}, .floor = *point.floor, .place = point.place, .height = point.height});
    return out;
}

} // namespace riser
