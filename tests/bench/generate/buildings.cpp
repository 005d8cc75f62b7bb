// SPDX-License-Identifier: GPL-3.0-or-later
// Floors, rooms, walls, doors, telecom spaces and fire compartments.
#include "model/fields/field.h"
#include "tests/bench/generate/works.h"

#include <algorithm>

namespace riser {

namespace {

struct Share {
    RoomUse use;
    int percent;
};
constexpr Share office_uses[] = {{RoomUse::office, 74},  {RoomUse::leader_office, 5}, {RoomUse::meeting, 8},
                                 {RoomUse::printing, 3}, {RoomUse::storage, 4},       {RoomUse::archive, 3},
                                 {RoomUse::duty, 2},     {RoomUse::registry, 1}};
constexpr Share ground_uses[] = {{RoomUse::office, 62}, {RoomUse::reception, 10}, {RoomUse::duty, 8},
                                 {RoomUse::meeting, 8}, {RoomUse::storage, 6},    {RoomUse::training, 6}};
constexpr Share top_uses[] = {
    {RoomUse::office, 70}, {RoomUse::archive, 12}, {RoomUse::plant, 10}, {RoomUse::storage, 8}};
constexpr Share basement_uses[] = {
    {RoomUse::parking, 50}, {RoomUse::storage, 25}, {RoomUse::plant, 15}, {RoomUse::pump_room, 10}};

template<class Shares> RoomUse draw_use(const Shares& shares, Dice& dice) {
    int left = dice.between(1, 100);
    for (const Share& share : shares)
        if ((left -= share.percent) <= 0)
            return share.use;
    return RoomUse::office;
}

RoomUse use_on(StoreyKind kind, Dice& dice) {
    switch (kind) {
    case StoreyKind::basement:
        return draw_use(basement_uses, dice);
    case StoreyKind::ground:
        return draw_use(ground_uses, dice);
    case StoreyKind::top:
        return draw_use(top_uses, dice);
    default:
        return draw_use(office_uses, dice);
    }
}

StoreyKind kind_of_storey(int storey, int storeys) {
    if (storey < 0)
        return StoreyKind::basement;
    if (storey == 1)
        return StoreyKind::ground;
    if (storey == 3)
        return StoreyKind::machine_room;
    if (storey == 4)
        return StoreyKind::council;
    return storey == storeys ? StoreyKind::top : StoreyKind::offices;
}

std::int32_t storey_height(StoreyKind kind) {
    return kind == StoreyKind::ground ? 5'400 : kind == StoreyKind::basement ? 4'500 : 4'200;
}

// Whole floors belong to a body; the lowest and the topmost are shared.
std::size_t body_of_storey(const BuildingRecipe& recipe, int storey) {
    if (storey <= 1 || storey == recipe.storeys)
        return shared_body;
    if (recipe.letter == "B")
        return 0;
    if (recipe.letter == "D")
        return storey % 2 == 0 ? 1 : 3;
    if (recipe.letter == "C" || recipe.tower)
        return 2;
    const int share = (storey - 2) * 100 / (recipe.storeys - 2);
    return share < 22 ? 0 : share < 36 ? 1 : share < 86 ? 2 : 3;
}

std::string two_digits(std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

struct FloorBuilder {
    Works& works;
    BuildingWorks& building;
    FloorWorks& floor;
    std::string prefix; // of numbers, in a campus

    void add_floor(std::int32_t order) {
        Floor row;
        row.building = building.id;
        row.label = floor.label;
        row.name = {
            floor.storey < 0 ? "地下" + std::to_string(-floor.storey) + "层" : std::to_string(floor.storey) + "层",
            floor.storey < 0 ? "Basement " + std::to_string(-floor.storey) : "Floor " + std::to_string(floor.storey)};
        row.order = order;
        row.elevation = Millimetres(floor.elevation);
        row.storey_height = Millimetres(storey_height(floor.kind));
        floor.id = works.put(std::move(row));
    }

    RoomId add_room(const RoomSketch& sketch, std::size_t index) {
        Room row;
        row.floor = floor.id;
        row.number = floor.numbers[index];
        row.door_number = row.number;
        row.use = sketch.use;
        row.name = label_of(sketch.use);
        row.outline = sketch.outline;
        const bool served = sketch.use == RoomUse::office || sketch.use == RoomUse::leader_office;
        if (served && floor.body != shared_body)
            row.body = works.catalogue.bodies[floor.body];
        row.ceiling_height = Millimetres(2'800);
        row.clear_height = Millimetres(2'800);
        const auto area_m2 = static_cast<std::int32_t>(area(sketch.outline).value / 1'000'000);
        if (sketch.use == RoomUse::meeting || sketch.use == RoomUse::council_hall || sketch.use == RoomUse::training)
            row.seats = area_m2 * 10 / 18;
        if (sketch.use == RoomUse::core_machine_room) {
            row.raised_floor = Millimetres(300);
            row.clear_height = Millimetres(3'200);
            row.floor_load = 10'000;
        }
        return works.put(std::move(row));
    }

    void add_door(const RoomSketch& sketch, RoomId room) {
        if (!sketch.door)
            return;
        Opening row;
        row.floor = floor.id;
        row.kind = sketch.door->passage ? OpeningKind::passage : OpeningKind::door;
        row.label = distance(sketch.door->from, sketch.door->to).value > 1'000 ? "M1521" : "M0921";
        row.from = sketch.door->from;
        row.to = sketch.door->to;
        row.height = Millimetres(2'100);
        row.room_a = room;
        row.room_b = floor.corridors[sketch.strip];
        works.put(std::move(row));
    }

    void add_walls() {
        for (const WallSketch& sketch : floor.plate.walls) {
            Wall row;
            row.floor = floor.id;
            row.line = sketch.line;
            row.thickness = Millimetres(sketch.outer ? 300 : 200);
            row.height = Millimetres(storey_height(floor.kind));
            row.material = sketch.outer ? WallMaterial::concrete : WallMaterial::block;
            works.put(std::move(row));
        }
    }

    void add_grid() {
        const Box box = *bounds(floor.plate.strips.front().outline);
        int number = 0;
        for (std::int32_t x = box.low.x; x <= box.high.x; x += 8'400) {
            AxisLine axis;
            axis.floor = floor.id;
            axis.label = std::to_string(++number);
            axis.from = {x, box.low.y - 2'000};
            axis.to = {x, box.high.y + 2'000};
            works.put(std::move(axis));
            for (const std::int32_t y : {box.low.y, box.high.y}) {
                Column column;
                column.floor = floor.id;
                column.outline.outer = {{x - 300, y - 300}, {x + 300, y - 300}, {x + 300, y + 300}, {x - 300, y + 300}};
                works.put(std::move(column));
            }
        }
    }

    void add_compartments() {
        for (std::size_t i = 0; i < floor.plate.strips.size(); ++i) {
            FireCompartment row;
            row.floor = floor.id;
            row.label = floor.label + "-F" + std::to_string(i + 1);
            row.outline = floor.plate.strips[i].outline;
            floor.compartments.push_back(works.put(std::move(row)));
        }
    }

    SpaceId add_space(RoomId room, SpaceRole role, const std::string& label, Point place) {
        Space row;
        row.room = room;
        row.role = role;
        row.label = prefix + label;
        row.grade = role == SpaceRole::floor_distributor ? RoomGrade::c : RoomGrade::b;
        row.place = place;
        return works.put(std::move(row));
    }

    void add_spaces() {
        for (std::size_t i = 0; i < floor.plate.rooms.size(); ++i) {
            const RoomSketch& sketch = floor.plate.rooms[i];
            if (sketch.use == RoomUse::telecom_room) {
                const std::string label = floor.label + "-" + static_cast<char>('A' + floor.distributors.size());
                Distributor distributor;
                distributor.room = floor.rooms[i];
                distributor.space = add_space(floor.rooms[i], SpaceRole::floor_distributor, label, sketch.deep);
                distributor.floor = static_cast<std::size_t>(&floor - building.floors.data());
                distributor.strip = sketch.strip;
                distributor.label = prefix + label;
                distributor.place = sketch.deep;
                floor.distributors.push_back(building.distributors.size());
                building.distributors.push_back(std::move(distributor));
            } else if (sketch.use == RoomUse::core_machine_room) {
                const bool campus_centre = building.recipe.letter == "A";
                building.machine.space = add_space(
                    floor.rooms[i], campus_centre ? SpaceRole::campus_distributor : SpaceRole::building_distributor,
                    campus_centre ? "CD" : "BD", sketch.deep);
                building.machine.room = floor.rooms[i];
                building.machine.floor = static_cast<std::size_t>(&floor - building.floors.data());
                building.machine.label = prefix + (campus_centre ? "CD" : "BD");
                building.machine.place = sketch.deep;
                building.machine.racks_in_row = 10;
                add_space(floor.rooms[i], SpaceRole::equipment_room, "ER", sketch.deep);
            } else if (sketch.use == RoomUse::entrance_room) {
                building.entrance_space = add_space(floor.rooms[i], SpaceRole::entrance_room, "EF", sketch.deep);
            }
        }
    }

    void restrict(const RoomSketch& sketch, RoomId room) {
        if (sketch.use != RoomUse::registry && sketch.use != RoomUse::leader_office && sketch.use != RoomUse::toilet)
            return;
        RestrictedArea row;
        row.floor = floor.id;
        row.name = label_of(sketch.use);
        row.room = room;
        works.put(std::move(row));
    }

    void build(std::int32_t order) {
        add_floor(order);
        for (RoomSketch& room : floor.plate.rooms)
            if (room.use == RoomUse::office)
                room.use = use_on(floor.kind, works.dice);
        const std::string base =
            prefix + (floor.storey < 0 ? "B" + std::to_string(-floor.storey) : std::to_string(floor.storey));
        for (std::size_t i = 0; i < floor.plate.rooms.size() + floor.plate.strips.size(); ++i)
            floor.numbers.push_back(base + two_digits(i + 1));
        for (std::size_t i = 0; i < floor.plate.strips.size(); ++i)
            floor.corridors.push_back(add_room(floor.plate.strips[i].corridor, floor.plate.rooms.size() + i));
        for (std::size_t i = 0; i < floor.plate.rooms.size(); ++i) {
            floor.rooms.push_back(add_room(floor.plate.rooms[i], i));
            add_door(floor.plate.rooms[i], floor.rooms.back());
            restrict(floor.plate.rooms[i], floor.rooms.back());
        }
        add_walls();
        add_grid();
        add_compartments();
        add_spaces();
    }
};

void add_building(Works& works, const BuildingRecipe& recipe, std::optional<SiteId> site) {
    BuildingWorks& building = works.buildings.emplace_back();
    building.recipe = recipe;
    Building row;
    row.site = site;
    row.name = recipe.name;
    row.height =
        Millimetres(storey_height(StoreyKind::ground) + (recipe.storeys - 1) * storey_height(StoreyKind::offices));
    row.fire_class = FireClass::first;
    row.importance = Importance::important;
    building.id = works.put(std::move(row));
    building.floors.resize(static_cast<std::size_t>(recipe.basements + recipe.storeys));
    std::int32_t elevation = -recipe.basements * storey_height(StoreyKind::basement);
    int storey = -recipe.basements;
    for (std::size_t i = 0; i < building.floors.size(); ++i, ++storey) {
        storey += storey == 0 ? 1 : 0;
        FloorWorks& floor = building.floors[i];
        floor.storey = storey;
        floor.kind = kind_of_storey(storey, recipe.storeys);
        floor.label = storey < 0 ? "B" + std::to_string(-storey) : std::to_string(storey) + "F";
        floor.elevation = elevation;
        elevation += storey_height(floor.kind);
        floor.body = body_of_storey(recipe, storey);
        floor.plate =
            recipe.tower ? lay_out_tower(floor.kind, works.dice) : lay_out_bar(recipe, storey, floor.kind, works.dice);
        move_by(floor.plate, {recipe.east, recipe.north});
        FloorBuilder{works, building, floor, recipe.letter.empty() ? "" : recipe.letter + "-"}.build(
            static_cast<std::int32_t>(i));
    }
}

} // namespace

void add_buildings(Works& works) {
    std::optional<SiteId> site;
    if (works.recipe.buildings.size() > 1) {
        Site row;
        row.name = {"行政中心园区", "Administrative campus"};
        row.coordinate_system = "CGCS2000 / 3-degree zone 39";
        row.origin_east = 39'500'000'000;
        row.origin_north = 3'400'000'000;
        site = works.put(std::move(row));
    }
    works.buildings.reserve(works.recipe.buildings.size());
    for (const BuildingRecipe& recipe : works.recipe.buildings)
        add_building(works, recipe, site);
}

} // namespace riser
