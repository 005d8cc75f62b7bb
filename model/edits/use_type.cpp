// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/catalogue_edits.h"

#include "model/edits/equipment_edits.h"
#include "model/edits/field_edits.h"
#include "model/edits/refusals.h"
#include "model/fields/row_text.h"
#include "model/fields/table_access.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

Result<void> set_type(Edit& edit, AnyId row, std::string_view key, AnyId type) {
    return set_field(edit, row, key, to_string(type));
}

Error does_not_fit(const Design& design, AnyId row, const Text& why) {
    const Text name = row_title(design, row);
    return refused({name.zh + "：" + why.zh, name.en + ": " + why.en}, {"选用更合适的型号", "choose a type that fits"});
}

Result<void> take_units(Edit& edit, EquipmentId id, const EquipmentType& type) {
    const RackItem* item = rack_item_of(edit.design(), id);
    const std::int32_t height = std::max(type.rack_units, 1);
    if (!item || item->height == height)
        return {};
    RackItem taller = *item;
    taller.height = height;
    edit.put(taller);
    return fits_in_rack(edit.design(), id, taller.rack, taller.unit);
}

// The rows of a kind that others refer to. O(rows that may).
std::set<std::uint64_t> referred_to(const Design& design, Kind kind) {
    struct Seen {
        Kind kind;
        std::set<std::uint64_t> ids;
    } seen{kind, {}};
    for (const TableAccess& table : all_tables())
        for (const Field& field : table.record->fields)
            if (field.for_each_reference && (!field.target || *field.target == kind))
                table.for_each(design, [&](const void* row) {
                    field.for_each_reference(
                        row,
                        [](void* context, AnyId id) {
                            Seen& at = *static_cast<Seen*>(context);
                            if (id.kind == at.kind)
                                at.ids.insert(id.value);
                        },
                        &seen);
                });
    return std::move(seen.ids);
}

bool is_set(const Port& port) {
    return port.mode != PortMode::unused || port.access_vlan || !port.trunk_vlans.empty() || port.lag || port.zone;
}

std::vector<Port> ports_of_type(const EquipmentType& type, EquipmentId device) {
    std::vector<Port> out;
    for (const PortGroup& group : type.ports)
        for (std::int32_t n = 1; n <= group.count; ++n) {
            Port port;
            port.equipment = device;
            port.name = group.prefix + std::to_string(n);
            port.position = static_cast<std::int32_t>(out.size()) + 1;
            port.rate = group.rate;
            port.medium = group.medium;
            port.poe_class = group.poe_class;
            out.push_back(port);
        }
    return out;
}

Result<void> take_ports(Edit& edit, EquipmentId id, const EquipmentType& type) {
    std::vector<Port> wanted = ports_of_type(type, id);
    // Cables end on a port, or on a position of the device.
    std::set<std::int32_t> plugged;
    for (const Termination& end : edit.design().terminations)
        if (end.on == AnyId(id))
            plugged.insert(end.position);
        else if (const Port* port = end.on.kind == Kind::ports ? edit.design().find(PortId{end.on.value}) : nullptr)
            if (port->equipment == id && !port->card)
                plugged.insert(port->position);
    std::vector<Port> old;
    for (const Port& port : edit.design().ports)
        if (port.equipment == id && !port.card)
            old.push_back(port);
    const bool fewer = std::ranges::any_of(
        old, [&](const Port& port) { return port.position > static_cast<std::int32_t>(wanted.size()); });
    const std::set<std::uint64_t> used = fewer ? referred_to(edit.design(), Kind::ports) : std::set<std::uint64_t>();
    std::set<std::int32_t> there;
    for (const Port& port : old) {
        there.insert(port.position);
        const auto at = static_cast<std::size_t>(port.position) - 1;
        const bool needed = is_set(port) || plugged.contains(port.position);
        if (port.position < 1 || at >= wanted.size()) {
            if (needed || used.contains(port.id.value))
                return does_not_fit(
                    edit.design(), id,
                    {"端口 " + port.name + " 在用，新型号没有第 " + std::to_string(port.position) + " 口",
                     "port " + port.name + " is in use, and the type has no port " + std::to_string(port.position)});
            edit.erase(port.id);
            continue;
        }
        if (plugged.contains(port.position) && wanted[at].medium != port.medium)
            return does_not_fit(edit.design(), id,
                                {"端口 " + port.name + " 已接线，新型号此口介质不同",
                                 "port " + port.name + " is plugged, and of another medium in the type"});
        Port kept = port;
        kept.name = wanted[at].name;
        kept.rate = wanted[at].rate;
        kept.medium = wanted[at].medium;
        kept.poe_class = wanted[at].poe_class;
        if (kept != port)
            edit.put(std::move(kept));
    }
    for (Port& port : wanted)
        if (!there.contains(port.position))
            edit.put(std::move(port));
    return {};
}

Result<void> take_supplies(Edit& edit, EquipmentId id, const EquipmentType& type) {
    std::vector<PowerSupply> old;
    for (const PowerSupply& supply : edit.design().power_supplies)
        if (supply.equipment == id)
            old.push_back(supply);
    std::set<std::int32_t> there;
    for (const PowerSupply& supply : old) {
        there.insert(supply.slot);
        if (supply.slot <= type.power_supplies)
            continue;
        if (supply.pdu || referred_to(edit.design(), Kind::power_supplies).contains(supply.id.value))
            return does_not_fit(edit.design(), id,
                                {"第 " + std::to_string(supply.slot) + " 个电源已接 PDU，新型号没有",
                                 "supply " + std::to_string(supply.slot) + " is fed, and the type has none such"});
        edit.erase(supply.id);
    }
    for (std::int32_t slot = 1; slot <= type.power_supplies; ++slot)
        if (!there.contains(slot)) {
            PowerSupply supply;
            supply.equipment = id;
            supply.slot = slot;
            edit.put(std::move(supply));
        }
    return {};
}

Result<void> use_for(Edit& edit, EquipmentId id, const EquipmentType& type) {
    if (Result<void> set = set_type(edit, id, "type", type.id); !set)
        return set;
    if (Result<void> units = take_units(edit, id, type); !units)
        return units;
    if (Result<void> ports = take_ports(edit, id, type); !ports)
        return ports;
    return take_supplies(edit, id, type);
}

Result<void> use_for(Edit& edit, CableId id, const CableType& type) {
    const Design& design = edit.design();
    const CableType* before = design.find(design.find(id)->type);
    for (const Termination& end : design.terminations) {
        if (end.cable != id)
            continue;
        if (before && before->element != type.element)
            return does_not_fit(design, id, {"已端接，不能改为另一种介质", "it is terminated, and of another medium"});
        if (end.last > type.elements)
            return does_not_fit(
                design, id,
                {"已端接第 " + std::to_string(end.last) + " 对（芯），新型号只有 " + std::to_string(type.elements),
                 "element " + std::to_string(end.last) + " is terminated, the type has " +
                     std::to_string(type.elements)});
    }
    return set_type(edit, id, "type", type.id);
}

Result<void> use_for(Edit& edit, PathwayRunId id, const PathwayType& type) {
    if (Result<void> set = set_type(edit, id, "type", type.id); !set)
        return set;
    for (const auto& [key, value] : {std::pair("kind", std::string(key_of(type.kind))),
                                     {"width", std::to_string(type.width.value)},
                                     {"height", std::to_string(type.height.value)}})
        if (Result<void> set = set_field(edit, id, key, value); !set)
            return set;
    return {};
}

Result<void> use_for(Edit& edit, JackId id, const PointKind& kind) {
    const Design& design = edit.design();
    for (const Termination& end : design.terminations)
        if (end.on == AnyId(id))
            if (const Cable* cable = design.find(end.cable))
                if (const CableType* type = design.find(cable->type);
                    type && (type->element == ElementUnit::core) != (kind.medium == Medium::fibre))
                    return does_not_fit(design, id, {"所接线缆的介质不同", "the cable on it is of another medium"});
    return set_type(edit, id, "kind", kind.id);
}

Result<void> use_for_jacks_of(Edit& edit, OutletId outlet, const PointKind& kind) {
    std::vector<JackId> jacks;
    for (const Jack& jack : edit.design().jacks)
        if (jack.outlet == outlet)
            jacks.push_back(jack.id);
    for (const JackId jack : jacks)
        if (Result<void> used = use_for(edit, jack, kind); !used)
            return used;
    return {};
}

Result<void> use_one(Edit& edit, AnyId type, AnyId row) {
    const Design& design = edit.design();
    if (!design.contains(row))
        return missing_row(row);
    if (const auto* device = design.find(EquipmentTypeId{type.value}); device && type.kind == Kind::equipment_types) {
        if (row.kind == Kind::equipment)
            return use_for(edit, EquipmentId{row.value}, EquipmentType(*device));
        if (row.kind == Kind::cards)
            return set_type(edit, row, "type", type);
    } else if (type.kind == Kind::cable_types && row.kind == Kind::cables) {
        return use_for(edit, CableId{row.value}, CableType(*design.find(CableTypeId{type.value})));
    } else if (type.kind == Kind::pathway_types && row.kind == Kind::pathway_runs) {
        return use_for(edit, PathwayRunId{row.value}, PathwayType(*design.find(PathwayTypeId{type.value})));
    } else if (type.kind == Kind::point_kinds && (row.kind == Kind::jacks || row.kind == Kind::outlets)) {
        const PointKind kind = *design.find(PointKindId{type.value});
        return row.kind == Kind::jacks ? use_for(edit, JackId{row.value}, kind)
                                       : use_for_jacks_of(edit, OutletId{row.value}, kind);
    } else if (const Field* field = table_access(row.kind).record->find("bill-item");
               type.kind == Kind::bill_items && field) {
        return set_type(edit, row, "bill-item", type);
    }
    const Text name = row_title(design, row), what = row_title(design, type);
    return bad_value({name.zh + "不能采用" + what.zh, name.en + " cannot be of " + what.en},
                     {"只选同类对象", "select only what has such a type"});
}

} // namespace

Result<void> use_type(Edit& edit, AnyId type, std::span<const AnyId> rows) {
    if (!is_catalogue_kind(type.kind) || !edit.design().contains(type))
        return missing_row(type);
    Edit trial = edit.nested(edit.name());
    for (const AnyId row : rows)
        if (Result<void> used = use_one(trial, type, row); !used)
            return used;
    edit.take(std::move(trial));
    return {};
}

} // namespace riser
