// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/device_choice.h"

#include "model/fields/field.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

bool has_ports(const EquipmentType& type, const PortNeed& need) {
    const std::int32_t fibre = ports_of(type, Medium::fibre, need.rate);
    const std::int32_t copper = ports_of(type, Medium::copper, {});
    return fibre >= need.fibre && copper >= need.copper && ports_of(type, Medium::fibre, {}) + copper >= need.any;
}

} // namespace

std::int32_t ports_of(const EquipmentType& type, Medium medium, BitRate rate) {
    std::int32_t out = 0;
    for (const PortGroup& group : type.ports)
        if (group.medium == medium && group.rate >= rate)
            out += group.count;
    return out;
}

DeviceChoice::DeviceChoice(EquipmentWorks& works, const PlaneWorks& plane) : works_(works), plane_(plane) {
    std::vector<const Equipment*> rows;
    for (const Equipment& row : works.after.equipment)
        if (row.plane == plane.plane && row.space == plane.space && row.status != Status::remove &&
            !works.equipment.was_mine(row) && works.after.find(row.type))
            rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [](const Equipment* a, const Equipment* b) {
        return std::tie(a->label, a->id) > std::tie(b->label, b->id);
    });
    for (const Equipment* row : rows)
        standing_[works.after.find(row->type)->role].push_back(row->id);
}

const EquipmentType* DeviceChoice::cheapest(EquipmentRole role, const PortNeed& need) const {
    const EquipmentType* best = nullptr;
    const auto rank = [&](const EquipmentType& type) {
        const std::optional<std::int64_t> price = price_of(works_.after, type);
        return std::tuple(!price, price.value_or(0), type.code, type.id);
    };
    for (const EquipmentType& type : works_.after.equipment_types)
        if (type.role == role && has_ports(type, need) && (!best || rank(type) < rank(*best)))
            best = &type;
    return best;
}

std::optional<EquipmentId> DeviceChoice::take_standing(EquipmentRole role) {
    std::vector<EquipmentId>& list = standing_[role];
    if (list.empty())
        return std::nullopt;
    const EquipmentId out = list.back();
    list.pop_back();
    return out;
}

void DeviceChoice::lacks(EquipmentRole role, const PortNeed& need) {
    const Choice& name = choices(role)[static_cast<std::size_t>(role)];
    Text what{"设备目录中没有可用的" + std::string(name.label.zh),
              "the catalogue has no fitting type of " + std::string(name.label.en)};
    if (need.fibre > 0) {
        what.zh += "（需 " + std::to_string(need.fibre) + " 个不低于 " + display(need.rate) + " 的光口）";
        what.en += " (with " + std::to_string(need.fibre) + " fibre ports of " + display(need.rate) + " or more)";
    }
    works_.reasons.add(*plane_.plane, what);
}

} // namespace riser
