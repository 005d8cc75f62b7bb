// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/rack_content.h"

#include "exporters/tables/names.h"
#include "model/fields/field.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/power_loads.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace riser {

namespace {

struct Wiring {
    const Design& design;
    const CableEnds& ends;
    std::map<EquipmentId, std::vector<const Port*>> ports; // of the devices asked for, by card, then position
};

Colour colour_of(const Design& design, const std::optional<PlaneId>& plane) {
    const Plane* found = design.find(plane);
    return fixed_colour(found ? std::string_view(found->colour) : std::string_view());
}

RackPort port_of(const Wiring& wiring, const Port& port, const std::optional<PlaneId>& plane) {
    const Design& design = wiring.design;
    RackPort out{.shows = port.id, .colour = colour_of(design, plane), .letter = {}};
    const bool cabled = !wiring.ends.on(port.id).empty();
    if (port.mode == PortMode::access) {
        out.use = RackPort::Use::access;
        const Vlan* vlan = design.find(port.access_vlan);
        if (const Body* body = vlan ? design.find(vlan->body) : nullptr) {
            out.colour = fixed_colour(body->colour);
            out.letter = body->letter;
        }
    } else if (port.mode != PortMode::unused) {
        out.use = RackPort::Use::trunk;
    } else if (cabled) {
        out.use = RackPort::Use::cabled;
    }
    return out;
}

void describe_device(const Wiring& wiring, const Equipment& device, RackEntry& entry) {
    entry.label = name_of(wiring.design, device.id);
    entry.status = device.status;
    if (const EquipmentType* type = wiring.design.find(device.type))
        entry.type = type->name.empty() ? same_text(type->code) : type->name;
    entry.two_rows = true;
    if (const auto ports = wiring.ports.find(device.id); ports != wiring.ports.end())
        for (const Port* port : ports->second)
            entry.ports.push_back(port_of(wiring, *port, device.plane));
}

void describe_panel(const Wiring& wiring, const Panel& panel, RackEntry& entry) {
    entry.label = name_of(wiring.design, panel.id);
    entry.status = panel.status;
    entry.type = label_of(panel.kind);
    const Colour own = colour_of(wiring.design, panel.plane);
    entry.ports.assign(static_cast<std::size_t>(std::clamp(panel.positions, 0, 1'000)),
                       {.shows = panel.id, .colour = own, .letter = {}});
    for (const CableEnding& ending : wiring.ends.on(panel.id))
        if (ending.position >= 1 && ending.position <= panel.positions)
            if (RackPort& at = entry.ports[static_cast<std::size_t>(ending.position) - 1];
                at.use == RackPort::Use::unused)
                at = {.shows = ending.cable, .use = RackPort::Use::cabled, .colour = own, .letter = {}};
}

void describe(const Wiring& wiring, RackEntry& entry) {
    const Design& design = wiring.design;
    const AnyId id = entry.shows;
    if (const Equipment* device = id.kind == Kind::equipment ? design.find(EquipmentId{id.value}) : nullptr)
        return describe_device(wiring, *device, entry);
    if (const Panel* panel = id.kind == Kind::panels ? design.find(PanelId{id.value}) : nullptr)
        return describe_panel(wiring, *panel, entry);
    entry.label = name_of(design, id);
}

void find_faults(RackContent& rack) {
    std::set<std::int32_t> used;
    for (std::size_t i = 0; i < rack.entries.size(); ++i) {
        RackEntry& entry = rack.entries[i];
        entry.outside = entry.unit < 1 || entry.unit + entry.height - 1 > rack.units;
        for (std::int32_t unit = std::max(entry.unit, 1); unit < entry.unit + entry.height && unit <= rack.units;
             ++unit)
            used.insert(unit);
        for (std::size_t k = 0; k < i; ++k) {
            RackEntry& other = rack.entries[k];
            const bool meet = entry.side == other.side || entry.side == RackSide::both || other.side == RackSide::both;
            if (meet && entry.unit < other.unit + other.height && other.unit < entry.unit + entry.height)
                entry.overlaps = other.overlaps = true;
        }
        rack.has_rear |= entry.side != RackSide::front;
    }
    rack.used = static_cast<std::int32_t>(used.size());
}

Text place_name(const Design& design, const Rack& rack) {
    const Space* space = design.find(rack.space);
    const Room* room = space ? design.find(space->room) : nullptr;
    Text out = space ? same_text(space->label) : Text();
    if (room) {
        const Text name = name_of(design, room->id);
        out.zh += (out.zh.empty() ? "" : " · ") + name.in(Language::zh);
        out.en += (out.en.empty() ? "" : " · ") + name.in(Language::en);
    }
    return out;
}

} // namespace

std::vector<RackContent> racks_on(const Facts& facts, FloorId floor) {
    const Design& design = facts.design();
    std::map<RackId, RackContent> racks;
    for (const Rack& rack : design.racks)
        if (place_of(design, rack.id).floor == floor)
            racks[rack.id] = {.rack = rack.id,
                              .label = rack.label,
                              .where = place_name(design, rack),
                              .units = std::clamp(rack.units, 1, 100),
                              .width = std::clamp(rack.width.value, 450, 1'200) * 1.0,
                              .load_limit = rack.load_limit,
                              .power_limit = rack.power_limit};
    if (racks.empty())
        return {};
    Wiring wiring{design, facts.get<CableEnds>(), {}};
    for (const RackItem& item : design.rack_items)
        if (const auto rack = racks.find(item.rack); rack != racks.end()) {
            if (item.item.kind == Kind::equipment)
                wiring.ports[EquipmentId{item.item.value}];
            rack->second.entries.push_back({.item = item.id,
                                            .shows = item.item,
                                            .unit = item.unit,
                                            .height = std::clamp(item.height, 1, 100),
                                            .side = item.side,
                                            .label = {},
                                            .type = {},
                                            .ports = {}});
        }
    for (const Port& port : design.ports)
        if (const auto device = wiring.ports.find(port.equipment); device != wiring.ports.end())
            device->second.push_back(&port);
    for (auto& [device, ports] : wiring.ports)
        std::sort(ports.begin(), ports.end(), [](const Port* a, const Port* b) {
            return std::tuple(a->card, a->position, a->id) < std::tuple(b->card, b->position, b->id);
        });
    const RackLoads& loads = facts.get<RackLoads>();
    std::vector<RackContent> out;
    for (auto& [id, rack] : racks) {
        std::sort(rack.entries.begin(), rack.entries.end(), [](const RackEntry& a, const RackEntry& b) {
            return std::tuple(a.unit, a.side, a.item) < std::tuple(b.unit, b.side, b.item);
        });
        for (RackEntry& entry : rack.entries) {
            describe(wiring, entry);
        }
        if (const RackLoad* load = loads.racks.find(id)) { // with what its ports give
            rack.weight = load->weight;
            rack.power = load->power;
        }
        find_faults(rack);
        out.push_back(std::move(rack));
    }
    std::stable_sort(out.begin(), out.end(), [](const RackContent& a, const RackContent& b) {
        if (a.where.zh != b.where.zh)
            return natural_less(a.where.zh, b.where.zh);
        return natural_less(a.label, b.label);
    });
    return out;
}

} // namespace riser
