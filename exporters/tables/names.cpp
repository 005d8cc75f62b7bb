// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/names.h"

#include "model/fields/table_access.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

// The first of the fields that carry what people call a row by.
Text called(const Record& record, const void* row) {
    for (const std::string_view key : {"label", "name", "code", "number", "title", "standard", "rule"}) {
        const Field* field = record.find(key);
        if (!field)
            continue;
        if (field->type == FieldType::bilingual) {
            if (const Text* text = field->bilingual(row); !text->empty())
                return *text;
        } else if (field->type == FieldType::text) {
            std::string text;
            field->write(row, text);
            if (!text.empty())
                return same_text(text);
        }
    }
    return {};
}

Text kind_name(Kind kind) {
    const Label& label = table_access(kind).record->label;
    return {std::string(label.zh), std::string(label.en)};
}

Text room_name(const Room& room) {
    const std::string& number = room.door_number.empty() ? room.number : room.door_number;
    if (room.name.empty())
        return number.empty() ? label_of(room.use) : same_text(number);
    if (number.empty())
        return room.name;
    return {number + ' ' + room.name.in(Language::zh), number + ' ' + room.name.in(Language::en)};
}

void fill_up(const Design& design, RowPlace& place) {
    if (const Space* space = design.find(place.space); space && !place.room)
        place.room = space->room;
    if (const Room* room = design.find(place.room); room && !place.floor)
        place.floor = room->floor;
    if (const Floor* floor = design.find(place.floor); floor && !place.building)
        place.building = floor->building;
}

RowPlace own_place(const Design& design, AnyId id);

template<class Row> const Row* row_of(const Design& design, AnyId id) { return design.find(Id<Row>{id.value}); }

RowPlace own_place(const Design& design, AnyId id) {
    switch (id.kind) {
    case Kind::buildings:
        return {.building = BuildingId{id.value}};
    case Kind::floors:
        return {.floor = FloorId{id.value}};
    case Kind::rooms:
        return {.room = RoomId{id.value}};
    case Kind::spaces:
        return {.space = SpaceId{id.value}};
    case Kind::walls:
        if (const auto* wall = row_of<Wall>(design, id))
            return {.floor = wall->floor};
        break;
    case Kind::openings:
        if (const auto* opening = row_of<Opening>(design, id))
            return {.floor = opening->floor, .room = opening->room_a};
        break;
    case Kind::fire_compartments:
        if (const auto* compartment = row_of<FireCompartment>(design, id))
            return {.floor = compartment->floor};
        break;
    case Kind::penetrations:
        if (const auto* penetration = row_of<Penetration>(design, id))
            return {.floor = penetration->floor};
        break;
    case Kind::restricted_areas:
        if (const auto* restricted = row_of<RestrictedArea>(design, id))
            return {.floor = restricted->floor, .room = restricted->room};
        break;
    case Kind::pathway_nodes:
        if (const auto* node = row_of<PathwayNode>(design, id))
            return {.floor = node->floor, .space = node->space};
        break;
    case Kind::pathway_runs:
        if (const auto* run = row_of<PathwayRun>(design, id))
            if (const PathwayNode* node = design.find(run->from))
                return {.floor = node->floor};
        break;
    case Kind::outlets:
        if (const auto* outlet = row_of<Outlet>(design, id))
            return {.floor = outlet->floor, .room = outlet->room};
        break;
    case Kind::jacks:
        if (const auto* jack = row_of<Jack>(design, id))
            return own_place(design, jack->outlet);
        break;
    case Kind::panels:
        if (const auto* panel = row_of<Panel>(design, id))
            return {.floor = panel->floor, .space = panel->space};
        break;
    case Kind::racks:
        if (const auto* rack = row_of<Rack>(design, id))
            return {.space = rack->space};
        break;
    case Kind::equipment:
        if (const auto* device = row_of<Equipment>(design, id))
            return {.floor = device->floor, .space = device->space};
        break;
    case Kind::cards:
        if (const auto* card = row_of<Card>(design, id))
            return own_place(design, card->equipment);
        break;
    case Kind::ports:
        if (const auto* port = row_of<Port>(design, id))
            return own_place(design, port->equipment);
        break;
    case Kind::terminations:
        if (const auto* end = row_of<Termination>(design, id))
            if (end->on.kind != Kind::terminations)
                return own_place(design, end->on);
        break;
    case Kind::ups_units:
        if (const auto* ups = row_of<Ups>(design, id))
            return {.space = ups->space};
        break;
    case Kind::earth_bars:
        if (const auto* bar = row_of<EarthBar>(design, id))
            return {.floor = bar->floor, .space = bar->space};
        break;
    case Kind::monitoring_points:
        if (const auto* point = row_of<MonitoringPoint>(design, id))
            return {.floor = point->floor, .room = point->room};
        break;
    case Kind::provider_handoffs:
        if (const auto* handoff = row_of<ProviderHandoff>(design, id))
            return {.space = handoff->entrance};
        break;
    default:
        break;
    }
    return {};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

Text name_of(const Design& design, AnyId id) {
    if (id.kind == Kind::rooms)
        if (const auto* room = row_of<Room>(design, id))
            return room_name(*room);
    if (id.kind == Kind::jacks)
        if (const auto* jack = row_of<Jack>(design, id); jack && jack->label.empty())
            if (const Outlet* outlet = design.find(jack->outlet); outlet && !outlet->label.empty())
                return same_text(outlet->label + "-" + std::to_string(jack->position));
    if (id.kind == Kind::spaces)
        if (const auto* space = row_of<Space>(design, id); space && space->label.empty())
            if (const Room* room = design.find(space->room))
                return room_name(*room);
    const TableAccess& table = table_access(id.kind);
    const void* row = table.find(design, id.value);
    const Text name = row ? called(*table.record, row) : Text();
    return name.empty() ? kind_name(id.kind) : name;
}

RowPlace place_of(const Design& design, AnyId id) {
    RowPlace place = own_place(design, id);
    fill_up(design, place);
    return place;
}

Text floor_name(const Design& design, const std::optional<FloorId>& floor) {
    const Floor* row = design.find(floor);
    return row ? same_text(row->label) : Text();
}

Text describe(const Design& design, const RowPlace& place) {
    Text out = floor_name(design, place.floor);
    const auto add = [&](const Text& words) {
        if (words.empty())
            return;
        for (std::string Text::*language : {&Text::zh, &Text::en}) {
            std::string& text = out.*language;
            text += (text.empty() ? "" : " ") + words.in(language == &Text::zh ? Language::zh : Language::en);
        }
    };
    if (design.find(place.space))
        add(name_of(design, *place.space));
    else if (design.find(place.room))
        add(name_of(design, *place.room));
    return out;
}

bool natural_less(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (!is_digit(a[i]) || !is_digit(b[j])) {
            if (a[i] != b[j])
                return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i;
            ++j;
            continue;
        }
        while (i < a.size() && a[i] == '0')
            ++i;
        while (j < b.size() && b[j] == '0')
            ++j;
        const std::size_t first_i = i;
        const std::size_t first_j = j;
        while (i < a.size() && is_digit(a[i]))
            ++i;
        while (j < b.size() && is_digit(b[j]))
            ++j;
        const std::string_view x = a.substr(first_i, i - first_i);
        const std::string_view y = b.substr(first_j, j - first_j);
        if (x.size() != y.size())
            return x.size() < y.size();
        if (x != y)
            return x < y;
    }
    if (a.size() - i != b.size() - j)
        return a.size() - i < b.size() - j;
    return a < b;
}

std::vector<FloorId> floors_in_order(const Design& design) {
    std::vector<const Floor*> floors;
    for (const Floor& floor : design.floors)
        floors.push_back(&floor);
    const auto building = [&](const Floor* floor) {
        const Building* row = design.find(floor->building);
        return row ? row->name.in(Language::zh) : std::string();
    };
    std::sort(floors.begin(), floors.end(), [&](const Floor* a, const Floor* b) {
        if (a->building != b->building) {
            const std::string x = building(a);
            const std::string y = building(b);
            return x != y ? natural_less(x, y) : a->building < b->building;
        }
        if (a->order != b->order)
            return a->order < b->order;
        return a->elevation != b->elevation ? a->elevation < b->elevation : a->id < b->id;
    });
    std::vector<FloorId> out;
    for (const Floor* floor : floors)
        out.push_back(floor->id);
    return out;
}

std::string category_name(Category category, Screen screen) {
    const std::string name = label_of(category).in(Language::en);
    switch (screen) {
    case Screen::utp:
        return name + " U/UTP";
    case Screen::ftp:
        return name + " F/UTP";
    case Screen::sftp:
        return name + " S/FTP";
    case Screen::none:
        return name;
    }
    return name;
}

std::string section_name(PathwayKind kind, Millimetres width, Millimetres height) {
    if (width.value <= 0)
        return {};
    if (kind == PathwayKind::conduit || (kind == PathwayKind::sleeve && width == height))
        return "Φ" + std::to_string(width.value);
    return std::to_string(width.value) + "×" + std::to_string(height.value);
}

std::string laying_code(const Design& design, const PathwayRun& run) {
    const PathwayType* type = design.find(run.type);
    const bool thin = run.kind == PathwayKind::conduit || run.kind == PathwayKind::sleeve;
    if (thin && type && !type->code.empty())
        return type->code;
    const std::string section = section_name(run.kind, run.width, run.height);
    switch (run.kind) {
    case PathwayKind::tray:
        return "CT " + section;
    case PathwayKind::ladder:
        return "CL " + section;
    case PathwayKind::trunking:
        return "MR " + section;
    case PathwayKind::conduit:
        return run.width.value > 0 ? "SC" + std::to_string(run.width.value) : "SC";
    case PathwayKind::underfloor:
        return "FR " + section;
    case PathwayKind::sleeve:
        return "SLV " + section;
    case PathwayKind::shaft:
        return "CT " + section;
    }
    return section;
}

const Body* body_of(const Design& design, const std::optional<RoomId>& room) {
    const Room* row = design.find(room);
    return row ? design.find(row->body) : nullptr;
}

} // namespace riser
