// SPDX-License-Identifier: GPL-3.0-or-later
// A bar with its core and two shafts, and the wings that leave it.
#include "tests/bench/generate/strip.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::int32_t half = corridor_width / 2;

struct Storey {
    int number = 1;
    StoreyKind kind = StoreyKind::offices;
};

std::vector<Slot> sorted(std::vector<Slot> slots) {
    std::sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) { return a.from < b.from; });
    return slots;
}

// Stairs, lifts, wet rooms and shafts stand above each other on every floor.
std::vector<Slot> bar_north(std::int32_t core, const Storey& storey) {
    std::vector<Slot> slots{{0, 3'000, RoomUse::stair},
                            {core - 6'600, core - 3'600, RoomUse::stair},
                            {core - 3'600, core + 3'600, RoomUse::lift_lobby},
                            {core + 3'600, core + 6'600, RoomUse::lift}};
    if (storey.kind == StoreyKind::ground)
        slots.push_back({core + 6'600, core + 17'400, RoomUse::service_hall});
    if (storey.kind == StoreyKind::machine_room)
        slots.push_back({core + 6'600, core + 17'400, RoomUse::core_machine_room});
    return slots;
}

std::vector<Slot> bar_south(const BuildingRecipe& building, std::int32_t core, const Storey& storey) {
    const std::int32_t end = building.bar_length;
    std::vector<Slot> slots{{core - 7'200, core - 3'600, RoomUse::toilet},
                            {core - 3'600, core, RoomUse::toilet},
                            {core, core + 1'500, RoomUse::pipe_shaft},
                            {core + 1'500, core + 5'100, RoomUse::telecom_room},
                            {core + 5'100, core + 7'500, RoomUse::electrical_room},
                            {end - 6'600, end - 3'000, RoomUse::telecom_room},
                            {end - 3'000, end, RoomUse::stair}};
    if (storey.kind == StoreyKind::ground) {
        slots.push_back({0, 4'200, RoomUse::entrance_room});
        slots.push_back({core + 7'500, core + 11'700, RoomUse::control_room});
    }
    if (storey.kind == StoreyKind::machine_room)
        slots.push_back({core + 7'500, core + 12'900, RoomUse::ups_room});
    return slots;
}

struct Wing {
    WingRecipe recipe;
    Frame frame;
    std::int32_t from = 0; // where its rooms begin
    std::int32_t to = 0;
    std::int32_t slant_plus = 0;
    std::int32_t slant_minus = 0;
};

std::int32_t at_corridor(std::int32_t to, std::int32_t slant, std::int32_t depth) {
    return to + slant * half / (half + depth);
}

void add_strip(Plate& plate, const Frame& frame, std::int32_t from, std::int32_t corridor_from, std::int32_t to,
               std::int32_t slant_plus, std::int32_t slant_minus) {
    StripSketch strip;
    const std::int32_t top = half + plus_depth;
    const std::int32_t bottom = half + minus_depth;
    strip.outline = normalised({{frame.at(from, -bottom), frame.at(to + slant_minus, -bottom),
                                 frame.at(to + slant_plus, top), frame.at(from, top)},
                                {}});
    const std::int32_t end_plus = at_corridor(to, slant_plus, plus_depth);
    const std::int32_t end_minus = at_corridor(to, slant_minus, minus_depth);
    strip.corridor.outline = normalised({{frame.at(corridor_from, -half), frame.at(end_minus, -half),
                                          frame.at(end_plus, half), frame.at(corridor_from, half)},
                                         {}});
    strip.corridor.use = RoomUse::corridor;
    strip.corridor.strip = plate.strips.size();
    strip.corridor.track = plate.tracks.size();
    plate.tracks.push_back({frame.at(corridor_from == from ? from + 600 : corridor_from - half, 0),
                            frame.at(to - 600, 0), plate.strips.size()});
    plate.strips.push_back(std::move(strip));
    plate.walls.push_back({{frame.at(end_minus, -half), frame.at(end_plus, half)}, true});
}

// A hall across the whole end of a wing; the corridor stops at its door.
void add_hall(Plate& plate, const Wing& wing, std::int32_t from, std::size_t strip) {
    RoomSketch hall;
    hall.strip = strip;
    hall.track = strip;
    hall.use = RoomUse::council_hall;
    const Frame& f = wing.frame;
    const std::int32_t top = half + plus_depth;
    const std::int32_t bottom = half + minus_depth;
    hall.outline = normalised({{f.at(from, -bottom), f.at(wing.to + wing.slant_minus, -bottom),
                                f.at(wing.to + wing.slant_plus, top), f.at(from, top)},
                               {}});
    hall.door = DoorSketch{f.at(from, -900), f.at(from, 900), false};
    hall.station = f.at(from - 600, 0);
    hall.deep = f.at((from + wing.to) / 2, 0);
    plate.walls.push_back({{f.at(from, -bottom), f.at(wing.to + wing.slant_minus, -bottom),
                            f.at(wing.to + wing.slant_plus, top), f.at(from, top)},
                           true});
    plate.rooms.push_back(std::move(hall));
}

void add_wing(Plate& plate, const Wing& wing, const Storey& storey, Dice& dice) {
    const std::size_t strip = plate.strips.size();
    const bool hall = storey.kind == StoreyKind::council && wing.to - wing.from > 26'000;
    const std::int32_t rooms_to = hall ? wing.to - 14'400 : wing.to;
    const std::int32_t slant_plus = hall ? 0 : wing.slant_plus;
    const std::int32_t slant_minus = hall ? 0 : wing.slant_minus;
    add_strip(plate, wing.frame, wing.from, half, rooms_to, slant_plus, slant_minus);
    plate.strips.back().joint = wing.frame.at(wing.from, 0);
    if (hall) {
        plate.strips.back().outline = normalised(
            {{wing.frame.at(wing.from, -half - minus_depth),
              wing.frame.at(wing.to + wing.slant_minus, -half - minus_depth),
              wing.frame.at(wing.to + wing.slant_plus, half + plus_depth), wing.frame.at(wing.from, half + plus_depth)},
             {}});
        add_hall(plate, wing, rooms_to, strip);
    }
    std::vector<Slot> plus{{wing.from, wing.from + 3'600, RoomUse::telecom_room}};
    std::vector<Slot> minus{{rooms_to - 3'000, rooms_to, RoomUse::stair}};
    lay_side(plate, strip, strip, wing.frame,
             {.sign = 1, .depth = plus_depth, .from = wing.from, .to = rooms_to, .slant = slant_plus, .fixed = plus},
             dice);
    lay_side(
        plate, strip, strip, wing.frame,
        {.sign = -1, .depth = minus_depth, .from = wing.from, .to = rooms_to, .slant = slant_minus, .fixed = minus},
        dice);
}

} // namespace

Plate lay_out_bar(const BuildingRecipe& building, int number, StoreyKind kind, Dice& dice) {
    Plate plate;
    const Storey storey{number, kind};
    const std::int32_t core = building.bar_length * 2 / 5 / 600 * 600;
    const Frame frame{{0, 0}, {1, 0}, {0, 1}};
    add_strip(plate, frame, 0, 0, building.bar_length, 0, 0);
    plate.walls.push_back({{frame.at(0, -half), frame.at(0, half)}, true});
    std::vector<Slot> north = bar_north(core, storey);
    std::vector<Slot> south = bar_south(building, core, storey);
    for (const WingRecipe& wing : building.wings)
        if (kind != StoreyKind::basement && number <= wing.top_storey)
            (wing.north ? north : south).push_back({wing.at - half, wing.at + half, std::nullopt, true});
    lay_side(plate, 0, 0, frame,
             {.sign = 1, .depth = plus_depth, .from = 0, .to = building.bar_length, .slant = 0, .fixed = sorted(north)},
             dice);
    lay_side(
        plate, 0, 0, frame,
        {.sign = -1, .depth = minus_depth, .from = 0, .to = building.bar_length, .slant = 0, .fixed = sorted(south)},
        dice);
    for (const WingRecipe& recipe : building.wings) {
        if (kind == StoreyKind::basement || number > recipe.top_storey)
            continue;
        Wing wing;
        wing.recipe = recipe;
        const std::int32_t sign = recipe.north ? 1 : -1;
        wing.frame = {frame.at(recipe.at, 0), {0, sign}, {-sign, 0}};
        wing.from = half + (recipe.north ? plus_depth : minus_depth);
        // Every third storey steps back a little: wings are not prisms.
        wing.to = wing.from + recipe.length - (number / 4) * 1'200;
        wing.slant_plus = recipe.north ? 1'500 : -1'200;
        wing.slant_minus = -wing.slant_plus * (half + minus_depth) / (half + plus_depth);
        add_wing(plate, wing, storey, dice);
    }
    return plate;
}

} // namespace riser
