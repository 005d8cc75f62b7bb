// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/equipment_edits.h"

#include "model/edits/refusals.h"

#include <algorithm>

namespace riser {

std::optional<std::int32_t> free_unit(const Design& design, RackId id, std::int32_t units) {
    const Rack* rack = design.find(id);
    if (!rack || units < 1 || rack->units < units)
        return std::nullopt;
    std::vector<bool> taken(static_cast<std::size_t>(rack->units) + 1, false);
    for (const RackItem& item : design.rack_items)
        if (item.rack == id)
            for (std::int32_t unit = std::max(item.unit, 1);
                 unit <= rack->units && unit - item.unit < std::max(item.height, 1); ++unit)
                taken[static_cast<std::size_t>(unit)] = true;
    std::int32_t free = 0;
    for (std::int32_t unit = 1; unit <= rack->units; ++unit) {
        free = taken[static_cast<std::size_t>(unit)] ? 0 : free + 1;
        if (free == units)
            return unit - units + 1;
    }
    return std::nullopt;
}

Result<EquipmentId> add_equipment(Edit& edit, EquipmentWish wish) {
    const Design& design = edit.design();
    const EquipmentType* found = design.find(wish.type);
    if (!found)
        return missing_row(wish.type);
    const EquipmentType type = *found;
    if (wish.plane && !design.find(wish.plane))
        return missing_row(*wish.plane);
    if (wish.zone && !design.find(wish.zone))
        return missing_row(*wish.zone);
    Equipment device;
    device.type = wish.type;
    device.label = std::move(wish.label);
    device.plane = wish.plane;
    device.zone = wish.zone;
    std::optional<std::int32_t> unit;
    if (wish.rack) {
        const Rack* rack = design.find(wish.rack);
        if (!rack)
            return missing_row(*wish.rack);
        unit = free_unit(design, *wish.rack, std::max(type.rack_units, 1));
        if (!unit)
            return refused({"机柜 " + rack->label + " 没有连续的 " + std::to_string(type.rack_units) + " U",
                            "rack " + rack->label + " has no " + std::to_string(type.rack_units) + " U free in a row"},
                           {"换一台机柜", "choose another rack"});
        device.space = rack->space;
        device.place = rack->place;
    } else if (wish.space) {
        if (!design.find(wish.space))
            return missing_row(*wish.space);
        device.space = wish.space;
        device.place = wish.place;
    } else {
        return bad_value({"设备没有安装位置", "the device stands nowhere"},
                         {"放入机柜或弱电用房", "put it in a rack or a telecom space"});
    }
    const EquipmentId id = edit.put(std::move(device));
    if (unit) {
        RackItem item;
        item.rack = *wish.rack;
        item.item = id;
        item.unit = *unit;
        item.height = std::max(type.rack_units, 1);
        edit.put(std::move(item));
    }
    std::int32_t position = 0;
    for (const PortGroup& group : type.ports)
        for (std::int32_t n = 1; n <= group.count; ++n) {
            Port port;
            port.equipment = id;
            port.name = group.prefix + std::to_string(n);
            port.position = ++position;
            port.rate = group.rate;
            port.medium = group.medium;
            port.poe_class = group.poe_class;
            edit.put(std::move(port));
        }
    for (std::int32_t slot = 1; slot <= type.power_supplies; ++slot) {
        PowerSupply supply;
        supply.equipment = id;
        supply.slot = slot;
        edit.put(std::move(supply));
    }
    return id;
}

namespace {

std::string label_in_rack(const Design& design, AnyId id) {
    std::string label;
    if (const Equipment* device = id.kind == Kind::equipment ? design.find(EquipmentId{id.value}) : nullptr)
        label = device->label;
    else if (const Panel* panel = id.kind == Kind::panels ? design.find(PanelId{id.value}) : nullptr)
        label = panel->label;
    else if (const Ups* ups = id.kind == Kind::ups_units ? design.find(UpsId{id.value}) : nullptr)
        label = ups->label;
    else if (const Pdu* pdu = id.kind == Kind::pdus ? design.find(PduId{id.value}) : nullptr)
        label = pdu->label;
    return label.empty() ? to_string(id) : label;
}

bool same_side(RackSide a, RackSide b) { return a == b || a == RackSide::both || b == RackSide::both; }

} // namespace

const RackItem* rack_item_of(const Design& design, AnyId id) {
    for (const RackItem& item : design.rack_items)
        if (item.item == id)
            return &item;
    return nullptr;
}

Result<void> fits_in_rack(const Design& design, AnyId id, RackId rack_id, std::int32_t unit) {
    const Rack* rack = design.find(rack_id);
    if (!rack)
        return missing_row(rack_id);
    const RackItem* item = rack_item_of(design, id);
    if (!item)
        return missing_row(id);
    const std::int32_t height = std::max(item->height, 1);
    const std::string name = label_in_rack(design, id);
    if (unit < 1 || unit > rack->units - height + 1) {
        const std::string units = std::to_string(rack->units);
        return refused({name + "（" + std::to_string(height) + " U）超出机柜 " + rack->label + " 的 1–" + units + " U",
                        name + " (" + std::to_string(height) + " U) would stick out of rack " + rack->label +
                            ", units 1 to " + units},
                       {"放在机柜之内", "put it inside the rack"});
    }
    for (const RackItem& other : design.rack_items)
        if (other.rack == rack_id && other.id != item->id && same_side(other.side, item->side) &&
            unit < other.unit + std::max(other.height, 1) && other.unit < unit + height) {
            const std::string there = label_in_rack(design, other.item);
            return refused({"机柜 " + rack->label + " 的 U" + std::to_string(other.unit) + " 已有 " + there,
                            "U" + std::to_string(other.unit) + " of rack " + rack->label + " holds " + there},
                           {"选空余的 U 位，或先移开它", "choose free units, or move that away first"});
        }
    return {};
}

Result<void> move_in_rack(Edit& edit, AnyId id, RackId rack_id, std::int32_t unit) {
    const Design& design = edit.design();
    if (Result<void> fits = fits_in_rack(design, id, rack_id, unit); !fits)
        return fits;
    const Rack rack = *design.find(rack_id);
    const RackItem item = *rack_item_of(design, id);
    (void)edit.update(item.id, [&](RackItem& row) {
        row.rack = rack_id;
        row.unit = unit;
    });
    if (item.rack == rack_id)
        return {};
    if (id.kind == Kind::equipment)
        (void)edit.update(EquipmentId{id.value}, [&](Equipment& row) {
            row.space = rack.space;
            row.place = rack.place;
        });
    else if (id.kind == Kind::panels)
        (void)edit.update(PanelId{id.value}, [&](Panel& row) {
            row.space = rack.space;
            row.place = rack.place;
        });
    else if (id.kind == Kind::ups_units)
        (void)edit.update(UpsId{id.value}, [&](Ups& row) { row.space = rack.space; });
    else if (id.kind == Kind::pdus)
        (void)edit.update(PduId{id.value}, [&](Pdu& row) { row.rack = rack_id; });
    return {};
}

std::optional<std::int32_t> next_unit(const Design& design, AnyId id, std::int32_t step) {
    const RackItem* item = rack_item_of(design, id);
    const Rack* rack = item ? design.find(item->rack) : nullptr;
    if (rack)
        for (std::int32_t unit = item->unit + step; unit >= 1 && unit <= rack->units; unit += step)
            if (fits_in_rack(design, id, rack->id, unit))
                return unit;
    return std::nullopt;
}

} // namespace riser
