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

} // namespace riser
