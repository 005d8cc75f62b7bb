// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/rack_rooms.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <numeric>
#include <tuple>

namespace riser {

namespace {

RackKind rack_kind(const CabinetKind& cabinet, const EquipmentOptions& options) {
    const bool on_wall = cabinet.units <= options.clearances.wall_units;
    return {.size = {cabinet.width, cabinet.depth, on_wall},
            .units = cabinet.units,
            .load = on_wall ? options.wall_load : options.rack_load,
            .power = on_wall ? options.wall_power : options.rack_power};
}

// "rack:42:600x1000".
std::optional<CabinetKind> parse(std::string_view measures) {
    constexpr std::string_view prefix = "rack:";
    if (!measures.starts_with(prefix))
        return std::nullopt;
    const char* at = measures.data() + prefix.size();
    const char* end = measures.data() + measures.size();
    std::array<std::int32_t, 3> numbers{};
    for (std::size_t n = 0; n < 3; ++n) {
        const auto [next, error] = std::from_chars(at, end, numbers[n]);
        const char mark = n == 0 ? ':' : 'x';
        if (error != std::errc() || numbers[n] <= 0 || (n < 2 ? next == end || *next != mark : next != end))
            return std::nullopt;
        at = next + 1;
    }
    return CabinetKind{numbers[0], Millimetres(numbers[1]), Millimetres(numbers[2])};
}

std::string in_metres(double millimetres) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f m", millimetres / 1'000);
    return text;
}

// The room's extents along its longest wall and across it.
std::pair<std::int32_t, std::int32_t> extents(const Polygon& room) {
    const std::vector<MilliDegrees> directions = wall_directions(room);
    std::array<std::int32_t, 4> bounds{INT32_MAX, INT32_MIN, INT32_MAX, INT32_MIN};
    for (const Point p : room.outer) {
        const Point q = turned({0, 0}, MilliDegrees(directions.empty() ? 0 : -directions.front().value), p.x, p.y);
        bounds = {std::min(bounds[0], q.x), std::max(bounds[1], q.x), std::min(bounds[2], q.y),
                  std::max(bounds[3], q.y)};
    }
    const std::int32_t a = bounds[1] - bounds[0];
    const std::int32_t b = bounds[3] - bounds[2];
    return {std::max(a, b), std::min(a, b)};
}

bool may_meet(const Polygon& a, const Polygon& b) {
    const auto first = bounds(a);
    const auto second = bounds(b);
    return first && second && first->low.x <= second->high.x && second->low.x <= first->high.x &&
           first->low.y <= second->high.y && second->low.y <= first->high.y;
}

TurnedBox behind_door(const Opening& door, Millimetres clear) {
    const std::int32_t half = distance(door.from, door.to).value / 2;
    const double angle = std::atan2(door.to.y - door.from.y, door.to.x - door.from.x) * 180'000 / std::numbers::pi;
    return {.middle = {std::midpoint(door.from.x, door.to.x), std::midpoint(door.from.y, door.to.y)},
            .turn = MilliDegrees(static_cast<std::int32_t>(std::lround(angle))),
            .front = clear.value,
            .rear = clear.value,
            .left = half,
            .right = half};
}

} // namespace

std::vector<RackKind> rack_kinds(const Design& design, const EquipmentOptions& options) {
    std::vector<RackKind> out;
    for (const BillItem& item : design.bill_items)
        if (const auto cabinet = parse(item.measures))
            out.push_back(rack_kind(*cabinet, options));
    const auto order = [&](const RackKind& kind) {
        return std::tuple(kind.size.on_wall, -kind.units, kind.size.width != options.rack_width, -kind.size.depth.value,
                          -kind.size.width.value);
    };
    std::sort(out.begin(), out.end(), [&](const RackKind& a, const RackKind& b) { return order(a) < order(b); });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    if (!out.empty())
        return out;
    for (const Millimetres depth : options.rack_depths)
        out.push_back(rack_kind({options.rack_units, options.rack_width, depth}, options));
    if (out.empty())
        out.push_back(rack_kind({options.rack_units, options.rack_width, Millimetres(600)}, options));
    for (const CabinetKind& cabinet : options.small_cabinets)
        out.push_back(rack_kind(cabinet, options));
    return out;
}

Text name_of(const RackKind& kind) {
    const std::string size = std::to_string(kind.units) + "U " + std::to_string(kind.size.width.value) + "×" +
                             std::to_string(kind.size.depth.value) + " mm";
    return kind.size.on_wall ? Text{size + " 壁挂", size + " on the wall"} : Text{size, size};
}

std::optional<RackRoom> rack_room(const EquipmentWorks& works, SpaceId id) {
    const Space* space = works.after.find(id);
    const Room* room = space ? works.after.find(space->room) : nullptr;
    if (!room || room->outline.empty())
        return std::nullopt;
    RackRoom out{.outline = room->outline, .columns = {}, .standing = {}, .entry = space->place};
    for (const Column& column : works.after.columns)
        if (column.floor == room->floor && may_meet(column.outline, room->outline))
            out.columns.push_back(column.outline);
    for (const Rack& rack : works.after.racks)
        if (rack.space == id && rack.status != Status::remove && !works.racks.was_mine(rack))
            out.standing.push_back(box_of(rack));
    for (const Opening& opening : works.after.openings)
        if (opening.kind == OpeningKind::door && opening.status != Status::remove &&
            (opening.room_a == room->id || opening.room_b == room->id))
            out.doors.push_back(behind_door(opening, works.options.door_clear));
    return out;
}

Text room_needed(const RackRoom& room, std::span<const RackKind> cabinets, const Clearances& clearances) {
    std::int32_t width = 0;
    std::int32_t depth = 0;
    bool on_floor = false;
    for (const RackKind& kind : cabinets) {
        width += kind.size.width.value;
        depth = std::max(depth, kind.size.depth.value);
        on_floor |= !kind.size.on_wall;
    }
    width += on_floor ? 2 * clearances.side.value : 0;
    depth += clearances.front.value + (on_floor ? clearances.rear.value : 0);
    const auto [longer, shorter] = extents(room.outline);
    const std::string need = in_metres(width) + " × " + in_metres(depth);
    const std::string have = in_metres(longer) + " × " + in_metres(shorter);
    const std::string n = std::to_string(cabinets.size());
    return {"净距不足：" + n + " 台机柜成一列需净空 " + need + "，房间仅 " + have,
            "too little space about cabinets: " + n + " in a row need a room of " + need + ", it has " + have};
}

} // namespace riser
