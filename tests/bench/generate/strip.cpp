// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generate/strip.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::int32_t widths[] = {3'600, 3'600, 3'600, 4'200, 4'200, 5'400, 7'200, 8'400};
constexpr std::int32_t least_width = 3'000;
constexpr std::int32_t half_corridor = corridor_width / 2;

std::vector<Slot> fill_slots(const Side& side, Dice& dice) {
    std::vector<Slot> slots;
    std::int32_t at = side.from;
    const auto fill_to = [&](std::int32_t end) {
        while (at < end) {
            std::int32_t next = at + dice.pick(widths);
            if (end - next < least_width)
                next = end;
            slots.push_back({.from = at, .to = next});
            at = next;
        }
    };
    for (const Slot& fixed : side.fixed) {
        fill_to(fixed.from);
        slots.push_back(fixed);
        at = fixed.to;
    }
    fill_to(side.to);
    return slots;
}

// The wall between two slots, from the corridor outwards, as (s, t) pairs with t positive.
std::vector<Point> boundary(const Side& side, std::int32_t s, std::int32_t step) {
    const std::int32_t outer = half_corridor + side.depth;
    if (s == side.to && side.slant != 0)
        return {{s + side.slant * half_corridor / outer, half_corridor}, {s + side.slant, outer}};
    if (step == 0)
        return {{s, half_corridor}, {s, outer}};
    const std::int32_t bend = half_corridor + side.depth / 2;
    return {{s, half_corridor}, {s, bend}, {s + step, bend}, {s + step, outer}};
}

bool needs_wide_door(RoomUse use) {
    return use == RoomUse::core_machine_room || use == RoomUse::equipment_room || use == RoomUse::plant ||
           use == RoomUse::ups_room || use == RoomUse::service_hall || use == RoomUse::parking;
}

} // namespace

void lay_side(Plate& plate, std::size_t strip, std::size_t track, const Frame& frame, const Side& side, Dice& dice) {
    const std::vector<Slot> slots = fill_slots(side, dice);
    const auto place = [&](Point st) { return frame.at(st.x, side.sign * st.y); };
    const auto placed = [&](const std::vector<Point>& line) {
        Polyline out;
        for (const Point st : line)
            out.push_back(place(st));
        return out;
    };
    // boundaries[i] stands before slot i.
    std::vector<std::vector<Point>> boundaries;
    for (std::size_t i = 0; i <= slots.size(); ++i) {
        const bool inner = i > 0 && i < slots.size();
        const bool free = inner && !slots[i - 1].use && !slots[i].use && !slots[i - 1].gap && !slots[i].gap;
        const std::int32_t s = i < slots.size() ? slots[i].from : side.to;
        boundaries.push_back(boundary(side, s, free && dice.chance(12) ? 900 : 0));
        plate.walls.push_back({placed(boundaries.back()), !inner});
    }
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const Slot& slot = slots[i];
        if (slot.gap)
            continue;
        RoomSketch room;
        room.strip = strip;
        room.track = track;
        room.use = slot.use.value_or(RoomUse::office);
        room.outline.outer = placed(boundaries[i]);
        const Polyline back = placed(boundaries[i + 1]);
        room.outline.outer.insert(room.outline.outer.end(), back.rbegin(), back.rend());
        room.outline = normalised(std::move(room.outline));
        const std::int32_t middle = slot.door.value_or((slot.from + slot.to) / 2);
        const bool passage = room.use == RoomUse::lift_lobby || room.use == RoomUse::lobby;
        const std::int32_t half_door = passage ? 1'200 : needs_wide_door(room.use) ? 750 : 450;
        room.door =
            DoorSketch{place({middle - half_door, half_corridor}), place({middle + half_door, half_corridor}), passage};
        room.station = frame.at(middle, 0);
        room.deep = place({middle, half_corridor + side.depth / 2});
        plate.rooms.push_back(std::move(room));
        plate.walls.push_back({{place({slot.from, half_corridor}), place({slot.to, half_corridor})}, false});
        plate.walls.push_back({{place(boundaries[i].back()), place(boundaries[i + 1].back())}, true});
    }
}

namespace {

void move_by(Polygon& polygon, Point offset) {
    for (Point& p : polygon.outer)
        p = p + offset;
    for (Ring& hole : polygon.holes)
        for (Point& p : hole)
            p = p + offset;
}

void move_by(RoomSketch& room, Point offset) {
    move_by(room.outline, offset);
    if (room.door) {
        room.door->from = room.door->from + offset;
        room.door->to = room.door->to + offset;
    }
    room.station = room.station + offset;
    room.deep = room.deep + offset;
}

} // namespace

void move_by(Plate& plate, Point offset) {
    for (StripSketch& strip : plate.strips) {
        move_by(strip.outline, offset);
        move_by(strip.corridor, offset);
        if (strip.joint)
            strip.joint = *strip.joint + offset;
    }
    for (RoomSketch& room : plate.rooms)
        move_by(room, offset);
    for (Track& track : plate.tracks) {
        track.from = track.from + offset;
        track.to = track.to + offset;
    }
    for (WallSketch& wall : plate.walls)
        for (Point& p : wall.line)
            p = p + offset;
}

} // namespace riser
