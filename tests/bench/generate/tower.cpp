// SPDX-License-Identifier: GPL-3.0-or-later
// A tower's plate: a core with the one shaft, a corridor round it, rooms along the four fronts.
#include "tests/bench/generate/strip.h"

namespace riser {

namespace {

constexpr std::int32_t front = 9'000; // depth of the rooms
constexpr std::int32_t core_side = 14'400;
constexpr std::int32_t ring_low = front;
constexpr std::int32_t core_low = front + corridor_width;
constexpr std::int32_t core_high = core_low + core_side;
constexpr std::int32_t ring_high = core_high + corridor_width;
constexpr std::int32_t plate_side = ring_high + front;

Ring box(std::int32_t x0, std::int32_t y0, std::int32_t x1, std::int32_t y1) {
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

struct CoreRoom {
    RoomUse use;
    std::int32_t from; // along x within the core
    std::int32_t to;
    bool south;
};
constexpr CoreRoom core_rooms[] = {
    {RoomUse::stair, 0, 3'000, true},
    {RoomUse::lift_lobby, 3'000, 9'000, true},
    {RoomUse::telecom_room, 9'000, 12'600, true},
    {RoomUse::pipe_shaft, 12'600, 14'400, true},
    {RoomUse::stair, 0, 3'000, false},
    {RoomUse::toilet, 3'000, 6'600, false},
    {RoomUse::lift, 6'600, 9'600, false},
    {RoomUse::electrical_room, 9'600, 14'400, false},
};

void add_core(Plate& plate) {
    constexpr std::int32_t middle = (core_low + core_high) / 2;
    for (const CoreRoom& core : core_rooms) {
        RoomSketch room;
        room.use = core.use;
        const std::int32_t x0 = core_low + core.from;
        const std::int32_t x1 = core_low + core.to;
        room.outline.outer = core.south ? box(x0, core_low, x1, middle) : box(x0, middle, x1, core_high);
        const std::int32_t wall = core.south ? core_low : core_high;
        const std::int32_t x = (x0 + x1) / 2;
        const bool passage = core.use == RoomUse::lift_lobby;
        const std::int32_t half_door = passage ? 1'200 : 450;
        room.door = DoorSketch{{x - half_door, wall}, {x + half_door, wall}, passage};
        room.track = core.south ? 0 : 2;
        room.station = {x, core.south ? core_low - corridor_width / 2 : core_high + corridor_width / 2};
        room.deep = {x, core.south ? (core_low + middle) / 2 : (middle + core_high) / 2};
        plate.walls.push_back({{{x0, core_low}, {x0, core_high}}, false});
        plate.rooms.push_back(std::move(room));
    }
    plate.walls.push_back({{{core_low, core_low},
                            {core_high, core_low},
                            {core_high, core_high},
                            {core_low, core_high},
                            {core_low, core_low}},
                           false});
    plate.walls.push_back({{{core_low, middle}, {core_high, middle}}, false});
}

// Rooms along a front, in a frame whose corridor axis is the ring's centreline on that side. The first front keeps a
// place for the rooms that a storey needs.
void add_front(Plate& plate, std::size_t track, const Frame& frame, std::int32_t from, std::int32_t to,
               std::vector<Slot> fixed, Dice& dice) {
    lay_side(plate, 0, track, frame,
             {.sign = -1, .depth = front, .from = from, .to = to, .slant = 0, .fixed = std::move(fixed)}, dice);
}

} // namespace

Plate lay_out_tower(StoreyKind kind, Dice& dice) {
    Plate plate;
    StripSketch strip;
    strip.outline.outer = box(0, 0, plate_side, plate_side);
    strip.corridor.use = RoomUse::corridor;
    strip.corridor.outline =
        normalised({box(ring_low, ring_low, ring_high, ring_high), {box(core_low, core_low, core_high, core_high)}});
    plate.strips.push_back(std::move(strip));
    constexpr std::int32_t low = ring_low + corridor_width / 2;
    constexpr std::int32_t high = ring_high - corridor_width / 2;
    plate.tracks = {{{low, low}, {high, low}, 0},
                    {{high, low}, {high, high}, 0},
                    {{high, high}, {low, high}, 0},
                    {{low, high}, {low, low}, 0}};
    add_core(plate);
    // The south and north fronts take the corners: their first and last rooms reach beyond the ring, so these are
    // fixed wide enough to have their door on it.
    constexpr std::int32_t corner = front + 3'000;
    const auto corners = [&] {
        const std::int32_t door = corner - 1'400;
        return std::vector<Slot>{{.from = 0, .to = corner, .door = door},
                                 {.from = plate_side - corner, .to = plate_side, .door = plate_side - door}};
    };
    std::vector<Slot> south = corners();
    if (kind == StoreyKind::ground)
        south.insert(south.begin() + 1, Slot{corner, corner + 10'200, RoomUse::service_hall});
    if (kind == StoreyKind::machine_room)
        south.insert(south.begin() + 1, Slot{corner, corner + 8'400, RoomUse::core_machine_room});
    std::vector<Slot> north = corners();
    if (kind == StoreyKind::ground)
        north.insert(north.begin() + 1, Slot{corner, corner + 4'200, RoomUse::entrance_room});
    if (kind == StoreyKind::machine_room)
        north.insert(north.begin() + 1, Slot{corner, corner + 4'200, RoomUse::ups_room});
    add_front(plate, 0, {{0, low}, {1, 0}, {0, 1}}, 0, plate_side, south, dice);
    add_front(plate, 2, {{plate_side, high}, {-1, 0}, {0, -1}}, 0, plate_side, north, dice);
    add_front(plate, 1, {{high, 0}, {0, 1}, {-1, 0}}, ring_low, ring_high, {}, dice);
    add_front(plate, 3, {{low, plate_side}, {0, -1}, {1, 0}}, ring_low, ring_high, {}, dice);
    return plate;
}

} // namespace riser
