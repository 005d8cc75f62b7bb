// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/subjects.h"

#include "model/fields/table_access.h"
#include "solvers/analysis/cable_ends.h"

namespace riser {

namespace {

Text operator+(const Text& a, const Text& b) { return {a.zh + b.zh, a.en + b.en}; }
Text both(const Text& text) { return {text.in(Language::zh), text.in(Language::en)}; }
Text kind_word(Kind kind) {
    const Label& label = table_access(kind).record->label;
    return {std::string(label.zh), std::string(label.en)};
}
// "301" and "办公室" -> "301 办公室".
Text joined(const Text& a, const Text& b) {
    if (a.empty() || b.empty())
        return a.empty() ? b : a;
    return a + same_text(" ") + b;
}
Text called(AnyId row, const Text& name) {
    return joined(kind_word(row.kind), name.empty() ? same_text(to_string(row)) : name);
}

Text floor_label(FactInput& input, FloorId id) {
    const Floor* floor = input.find(id);
    if (!floor)
        return {};
    return floor->label.empty() ? both(floor->name) : same_text(floor->label);
}

Text room_name(FactInput& input, const Room& room) {
    const std::string& number = room.number.empty() ? room.door_number : room.number;
    if (!number.empty() || !room.name.empty())
        return joined(same_text(number), both(room.name));
    return joined(floor_label(input, room.floor), label_of(room.use));
}

Text outlet_name(FactInput& input, const Outlet& outlet) {
    if (!outlet.label.empty())
        return same_text(outlet.label);
    if (const Room* room = input.find(outlet.room)) {
        const Text name = room_name(input, *room);
        return {"（" + name.zh + "）" + to_string(outlet.id), to_string(outlet.id) + " (" + name.en + ")"};
    }
    return {};
}

Text jack_name(FactInput& input, const Jack& jack) {
    if (!jack.label.empty())
        return same_text(jack.label);
    const Outlet* outlet = input.find(jack.outlet);
    const Text name = outlet ? outlet_name(input, *outlet) : Text{};
    return name.empty() ? name : name + same_text("/" + std::to_string(jack.position));
}

Text cable_name(FactInput& input, const Cable& cable) {
    if (!cable.label.empty())
        return called(cable.id, same_text(cable.label));
    for (const CableEnding& ending : input.get<CableEnds>().of(cable.id))
        if (ending.on.kind == Kind::jacks)
            if (const Jack* jack = input.find(JackId{ending.on.value}))
                if (const Text name = jack_name(input, *jack); !name.empty())
                    return {"至 " + name.zh + " 的缆线", "Cable to " + name.en};
    return called(cable.id, {});
}

Text run_name(FactInput& input, const PathwayRun& run) {
    const Text kind = label_of(run.kind);
    if (!run.label.empty())
        return joined(kind, same_text(run.label));
    const PathwayNode* from = input.find(run.from);
    const PathwayNode* to = input.find(run.to);
    if (from && to && !from->label.empty() && !to->label.empty())
        return joined(kind, same_text(from->label + "–" + to->label));
    const Text floor = from ? floor_label(input, from->floor) : Text{};
    const Text id = same_text(to_string(run.id));
    return floor.empty() ? joined(kind, id) : joined(joined(floor, kind), id);
}

Text space_name(FactInput& input, const Space& space) {
    const Text role = label_of(space.role);
    if (!space.label.empty())
        return joined(role, same_text(space.label));
    const Room* room = input.find(space.room);
    return joined(role, room ? room_name(input, *room) : same_text(to_string(space.id)));
}

// Any other row: its label, number, code, name, title or provider, whichever it has first.
Text described_name(FactInput& input, AnyId id) {
    const void* row = input.find_row(id);
    if (!row)
        return {};
    for (const std::string_view key : {"label", "number", "code", "name", "title", "provider"}) {
        const Field* field = table_access(id.kind).record->find(key);
        if (!field)
            continue;
        if (field->bilingual) {
            if (const Text& text = *field->bilingual(row); !text.empty())
                return both(text);
        } else if (field->type == FieldType::text) {
            std::string text;
            field->write(row, text);
            if (!text.empty())
                return same_text(text);
        }
    }
    return {};
}

// "3F-SW1/2": a card by its device and slot.
Text card_name(FactInput& input, const Card& card) {
    const Equipment* device = input.find(card.equipment);
    return device && !device->label.empty() ? same_text(device->label + "/" + std::to_string(card.slot)) : Text{};
}

// "3F-SW1 GE1/0/3": the same name stands on every device.
Text port_name(FactInput& input, const Port& port) {
    const Equipment* device = input.find(port.equipment);
    return device && !device->label.empty() ? joined(same_text(device->label), same_text(port.name))
                                            : same_text(port.name);
}

Text vlan_name(const Vlan& vlan) {
    const Text number = vlan.number ? same_text(std::to_string(vlan.number->number())) : Text{};
    return joined(number, same_text(vlan.name));
}

// "政务外网（W）": people know a network, zone or service by its name, tables by its code.
template<class Row> Text coded_name(const Row* row) {
    if (!row)
        return {};
    if (row->name.empty() || row->name.in(Language::zh) == row->code)
        return same_text(row->code);
    if (row->code.empty())
        return both(row->name);
    return both(row->name) + Text{"（" + row->code + "）", " (" + row->code + ")"};
}

} // namespace

Text subject_name(FactInput& input, AnyId id) {
    switch (id.kind) {
    case Kind::floors:
        if (const Text label = floor_label(input, FloorId{id.value}); !label.empty())
            return called(id, label);
        break;
    case Kind::rooms:
        if (const Room* room = input.find(RoomId{id.value}))
            return called(id, room_name(input, *room));
        break;
    case Kind::outlets:
        if (const Outlet* outlet = input.find(OutletId{id.value}))
            return called(id, outlet_name(input, *outlet));
        break;
    case Kind::jacks:
        if (const Jack* jack = input.find(JackId{id.value}))
            return called(id, jack_name(input, *jack));
        break;
    case Kind::cables:
        if (const Cable* cable = input.find(CableId{id.value}))
            return cable_name(input, *cable);
        break;
    case Kind::pathway_runs:
        if (const PathwayRun* run = input.find(PathwayRunId{id.value}))
            return run_name(input, *run);
        break;
    case Kind::spaces:
        if (const Space* space = input.find(SpaceId{id.value}))
            return space_name(input, *space);
        break;
    case Kind::cards:
        if (const Card* card = input.find(CardId{id.value}))
            return called(id, card_name(input, *card));
        break;
    case Kind::ports:
        if (const Port* port = input.find(PortId{id.value}))
            return called(id, port_name(input, *port));
        break;
    case Kind::vlans:
        if (const Vlan* vlan = input.find(VlanId{id.value}))
            return called(id, vlan_name(*vlan));
        break;
    case Kind::planes:
        return called(id, coded_name(input.find(PlaneId{id.value})));
    case Kind::regions:
        return called(id, coded_name(input.find(RegionId{id.value})));
    case Kind::zones:
        return called(id, coded_name(input.find(ZoneId{id.value})));
    case Kind::services:
        return called(id, coded_name(input.find(ServiceId{id.value})));
    case Kind::bodies: // its code is for files
        if (const Body* body = input.find(BodyId{id.value}); body && !body->name.empty())
            return called(id, both(body->name));
        return called(id, described_name(input, id));
    default:
        return called(id, described_name(input, id));
    }
    return called(id, {});
}

Spot subject_spot(FactInput& input, AnyId id) {
    switch (id.kind) {
    case Kind::floors:
        return {.floor = FloorId{id.value}, .place = {}};
    case Kind::rooms:
        if (const Room* room = input.find(RoomId{id.value}))
            return {.floor = room->floor, .place = inner_point(room->outline)};
        break;
    case Kind::spaces:
        if (const Space* space = input.find(SpaceId{id.value})) {
            Spot spot = subject_spot(input, space->room);
            if (space->place != Point{})
                spot.place = space->place;
            return spot;
        }
        break;
    case Kind::outlets:
        if (const Outlet* outlet = input.find(OutletId{id.value}))
            return {.floor = outlet->floor, .place = outlet->place};
        break;
    case Kind::jacks:
        if (const Jack* jack = input.find(JackId{id.value}))
            return subject_spot(input, jack->outlet);
        break;
    case Kind::cables:
        if (const Cable* cable = input.find(CableId{id.value})) {
            for (const CableEnding& ending : input.get<CableEnds>().of(cable->id))
                if (ending.on.kind == Kind::jacks)
                    return subject_spot(input, ending.on);
            if (!cable->route.empty())
                return subject_spot(input, cable->route.back().run);
        }
        break;
    case Kind::pathway_runs:
        if (const PathwayRun* run = input.find(PathwayRunId{id.value}))
            return subject_spot(input, run->from);
        break;
    case Kind::pathway_nodes:
        if (const PathwayNode* node = input.find(PathwayNodeId{id.value}))
            return {.floor = node->floor, .place = node->place};
        break;
    case Kind::restricted_areas:
        if (const RestrictedArea* area = input.find(RestrictedAreaId{id.value}))
            return {.floor = area->floor, .place = inner_point(area->outline)};
        break;
    case Kind::monitoring_points:
        if (const MonitoringPoint* point = input.find(MonitoringPointId{id.value}))
            return {.floor = point->floor, .place = point->place};
        break;
    case Kind::panels:
        if (const Panel* panel = input.find(PanelId{id.value}))
            return panel->space ? subject_spot(input, *panel->space)
                                : Spot{.floor = panel->floor, .place = panel->place};
        break;
    case Kind::racks:
        if (const Rack* rack = input.find(RackId{id.value}))
            return {.floor = subject_spot(input, rack->space).floor, .place = rack->place};
        break;
    case Kind::equipment:
        if (const Equipment* device = input.find(EquipmentId{id.value})) {
            if (device->space)
                return subject_spot(input, *device->space);
            return {.floor = device->floor, .place = device->place};
        }
        break;
    case Kind::ports:
        if (const Port* port = input.find(PortId{id.value}))
            return subject_spot(input, port->equipment);
        break;
    case Kind::terminations:
        if (const Termination* termination = input.find(TerminationId{id.value}))
            return subject_spot(input, termination->cable);
        break;
    default:
        break;
    }
    return {};
}

} // namespace riser
