// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/works.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {
constexpr std::string_view planner = "equipment";
}

EquipmentWorks::EquipmentWorks(const Design& design, const EquipmentOptions& given)
    : options(given),
      after(design),
      apart(design),
      cable_types(design),
      panels(after, planner),
      racks(after, planner),
      items(after, planner),
      equipment(after, planner),
      ports(after, planner),
      cards(after, planner),
      supplies(after, planner),
      lags(after, planner),
      stacks(after, planner),
      pdus(after, planner),
      cords(after, planner),
      ends(after, planner),
      horizontal_ends(after, "cables"),
      rack_labels(design, "rack", given.rack_label),
      panel_labels(design, "panel", given.panel_label),
      device_labels(design, "equipment", given.device_label),
      pdu_labels(design, "pdu", given.pdu_label),
      cord_labels(design, "cord", "{wish}", "cable"),
      needs(needs_of(design, apart)) {
    for (const Rack& row : design.racks)
        rack_labels.take(row.label);
    for (const Panel& row : design.panels)
        panel_labels.take(row.label);
    for (const Equipment& row : design.equipment)
        device_labels.take(row.label);
    for (const Pdu& row : design.pdus)
        pdu_labels.take(row.label);
    for (const Cable& row : design.cables)
        cord_labels.take(row.label);
    for (const Port& row : design.ports)
        if (row.status != Status::remove)
            standing_ports_[row.equipment].push_back(row);
    for (auto& [id, list] : standing_ports_)
        std::sort(list.begin(), list.end(), [](const Port& a, const Port& b) {
            return std::tie(a.card, a.position, a.id) < std::tie(b.card, b.position, b.id);
        });
    for (const SpaceNeed& need : needs)
        for (const auto& [plane, of_plane] : need.planes) {
            PlaneWorks works;
            works.space = need.space;
            works.plane = plane;
            works.key = to_string(need.space) + "|" + (plane ? to_string(*plane) : "-");
            works.need = of_plane;
            planes.emplace(std::pair(need.space, plane), std::move(works));
        }
    note_held();
}

void EquipmentWorks::note_held() {
    for (const Termination& row : after.terminations) {
        const Cable* cable = after.find(row.cable);
        if (!cable || cable->status == Status::remove || row.status == Status::remove)
            continue;
        const bool on_port = row.on.kind == Kind::ports;
        if (!on_port && (row.on.kind != Kind::panels || cable->role != CableRole::cord))
            continue;
        if (cords.was_mine(*cable) && !is_fixed(cable->origin.key))
            continue;
        const CableType* type = after.find(cable->type);
        const bool spread = !on_port && type && type->element == ElementUnit::core;
        const std::int32_t last = spread ? std::clamp(row.last - row.first, 0, 1'000) : 0;
        for (std::int32_t n = 0; n <= last; ++n)
            held_.emplace(row.on, on_port ? 0 : row.position + n);
    }
}

bool EquipmentWorks::is_held(CordEnd end) const {
    return held_.contains({end.on, end.on.kind == Kind::ports ? 0 : end.position});
}

bool EquipmentWorks::is_fixed(const std::string& cord_key) const {
    const Cable cable = cords.start(cord_key);
    if (!cords.known(cable))
        return false;
    const Termination a = ends.start(cord_key + "|a");
    const Termination b = ends.start(cord_key + "|b");
    return PlannedRows<Cable>::is_settled(cable) || PlannedRows<Termination>::is_settled(a) ||
           PlannedRows<Termination>::is_settled(b) || a.pins.mask != 0 || b.pins.mask != 0;
}

std::optional<CordEnd> EquipmentWorks::fixed_end(const std::string& cord_key, CableEnd end) const {
    if (!is_fixed(cord_key))
        return std::nullopt;
    const Termination row = ends.start(cord_key + (end == CableEnd::a ? "|a" : "|b"));
    return row.on.value ? std::optional(CordEnd{row.on, row.position}) : std::nullopt;
}

void EquipmentWorks::cord(const std::string& key, const std::string& label, const PlaneKey& plane,
                          const CableType* type, CordEnd a, CordEnd b) {
    Cable cable = cords.start(key);
    if (is_fixed(key)) {
        cords.keep(cable.id);
        ends.keep(ends.start(key + "|a").id);
        ends.keep(ends.start(key + "|b").id);
        return;
    }
    const bool fibre = type && type->element == ElementUnit::core;
    if (type)
        cable.type = type->id;
    cable.role = CableRole::cord;
    cable.plane = plane;
    if (!cords.known(cable))
        cable.exit_drop = fibre ? options.fibre_cord : options.copper_cord;
    if (cable.label.empty())
        cable.label = cord_labels.next({{"wish", label}});
    const CableId id = cords.put(std::move(cable)).id;
    for (const auto& [end, at, name] : {std::tuple(CableEnd::a, a, "|a"), std::tuple(CableEnd::b, b, "|b")}) {
        Termination row = ends.start(key + name);
        row.cable = id;
        row.end = end;
        row.first = 1;
        row.last = fibre ? 2 : 4;
        row.on = at.on;
        row.position = at.position;
        ends.put(std::move(row));
    }
}

std::string EquipmentWorks::next_label(LabelMaker& maker, SpaceId space, const PlaneKey& plane,
                                       std::string_view letter) const {
    const Plane* of = after.find(plane);
    std::vector<LabelField> fields = space_fields(after, space);
    fields.push_back({"plane", of && of->disclosure != Disclosure::secret ? of->code : std::string()});
    fields.push_back({"letter", std::string(letter)});
    return maker.next(fields);
}

void EquipmentWorks::draft_ports(Device& device) {
    const Equipment* row = after.find(device.id);
    const auto standing = standing_ports_.find(device.id);
    if (row && !equipment.was_mine(*row)) {
        if (standing != standing_ports_.end())
            for (const Port& port : standing->second)
                device.ports.push_back(
                    {.row = port, .mine = false, .used = port.mode != PortMode::unused || is_held({port.id})});
        return;
    }
    std::int32_t position = 0;
    for (const PortGroup& group : device.type->ports)
        for (std::int32_t n = 1; n <= group.count; ++n) {
            Port port = ports.start(to_string(device.id) + "|" + std::to_string(++position));
            const bool held = is_held({port.id});
            port.equipment = device.id;
            port.name = group.prefix + std::to_string(n);
            port.position = position;
            port.rate = group.rate;
            port.medium = group.medium;
            port.poe_class = group.poe_class;
            if (!held)
                port.mode = PortMode::unused;
            else if (port.mode == PortMode::unused)
                port.mode = group.medium == Medium::fibre ? PortMode::trunk : PortMode::access;
            port.lag.reset();
            if (const Card* card = after.find(port.card); !card || cards.was_mine(*card))
                port.card.reset();
            device.ports.push_back({.row = std::move(port), .mine = true, .used = held});
        }
}

std::size_t EquipmentWorks::add_device(Device device) {
    draft_ports(device);
    devices.push_back(std::move(device));
    return devices.size() - 1;
}

void EquipmentWorks::write_devices() {
    for (const Device& device : devices) {
        const Equipment* row = after.find(device.id);
        if (!row || !equipment.was_mine(*row))
            continue;
        for (const PortDraft& draft : device.ports) {
            Port port = draft.row;
            // What carries VLANs was told how when they were planned.
            const Port* standing = after.find(port.id);
            if (standing && draft.used && (standing->access_vlan || !standing->trunk_vlans.empty()))
                port.mode = standing->mode;
            ports.put(std::move(port));
        }
        const auto rack = rack_of.find(device.id);
        const auto strips = rack == rack_of.end() ? pdus_of.end() : pdus_of.find(rack->second);
        const std::int32_t count = device.type->power_supplies;
        for (std::int32_t slot = 1; slot <= count; ++slot) {
            PowerSupply supply = supplies.start(to_string(device.id) + "|" + std::to_string(slot));
            supply.equipment = device.id;
            supply.slot = slot;
            // With one failed, the others carry all.
            supply.capacity = Milliwatts((device.type->power + device.type->poe_budget).value / std::max(1, count - 1));
            // From both strips in turn.
            if (strips != pdus_of.end())
                supply.pdu = strips->second[static_cast<std::size_t>(slot - 1) % strips->second.size()];
            else
                supply.pdu.reset();
            supplies.put(std::move(supply));
        }
    }
}

std::optional<std::int64_t> price_of(const Design& design, const EquipmentType& type) {
    const BillItem* item = design.find(type.bill_item);
    return item && item->price.value > 0 ? std::optional(item->price.value) : std::nullopt;
}

} // namespace riser
