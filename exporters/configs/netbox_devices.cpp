// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/netbox_parts.h"
#include "exporters/tables/names.h"
#include "model/fields/field.h"

#include <algorithm>

namespace riser::detail {

namespace {

constexpr std::string_view passive_colour = "9e9e9e";

Text panel_role() { return {"配线架", "Panel"}; }
Text outlet_role() { return {"信息插座", "Outlet"}; }

bool stays(const PhysicalRow& row) { return row.status != Status::remove; }

} // namespace

void NetboxExport::manufacturers_and_roles() {
    NetboxTable manufacturers("manufacturers", {"制造商", "Manufacturers"}, {"name", "slug"});
    UniqueNames names(100);
    std::set<std::string> slugs;
    const auto manufacturer = [&](const std::string& said, AnyId id) {
        if (manufacturers_.contains(said))
            return;
        const std::string name = names.name(said.empty() ? generic_manufacturer(language_) : said, id);
        manufacturers_[said] = name;
        manufacturers.row({name, slug(said.empty() ? "unspecified" : said, id, slugs)}, id);
    };
    manufacturer("", the_project);
    NetboxTable roles("device-roles", {"设备角色", "Device roles"}, {"name", "slug", "color"});
    std::set<std::string> role_slugs;
    roles.row({in(panel_role()), slug("panel", the_project, role_slugs), std::string(passive_colour)});
    roles.row({in(outlet_role()), slug("outlet", the_project, role_slugs), std::string(passive_colour)});
    UniqueNames role_names(100);
    role_names.name(in(panel_role()), the_project);
    role_names.name(in(outlet_role()), the_project);
    for (const EquipmentType& type : design_.equipment_types) {
        manufacturer(type.manufacturer, type.id);
        if (roles_.contains(type.role))
            continue;
        roles_[type.role] = role_names.name(label_of(type.role).in(language_), type.id);
        roles.row({roles_[type.role], slug(label_of(type.role).en, type.id, role_slugs), "2463d6"});
    }
    add(std::move(manufacturers));
    add(std::move(roles));
}

std::string NetboxExport::type_of(const Panel& panel) { return panel_types_.at({panel.kind, panel.positions}); }

void NetboxExport::device_types() {
    NetboxTable table("device-types", {"设备型号", "Device types"},
                      {"manufacturer", "model", "slug", "part_number", "u_height", "is_full_depth"});
    UniqueNames models(100);
    std::set<std::string> slugs;
    std::set<EquipmentTypeId> deep; // something of the type fills a rack from front to rear
    for (const RackItem& item : design_.rack_items)
        if (item.side == RackSide::both && item.item.kind == Kind::equipment)
            if (const Equipment* device = design_.find(EquipmentId{item.item.value}))
                deep.insert(device->type);
    for (const EquipmentType& type : design_.equipment_types) {
        types_[type.id] = models.name(type.model.empty() ? type.code : type.model, type.id);
        table.row({manufacturers_.at(type.manufacturer), types_[type.id], slug(types_[type.id], type.id, slugs),
                   shortened(type.code, 50), std::to_string(std::clamp(type.rack_units, 0, 100)),
                   deep.contains(type.id) ? "true" : "false"},
                  type.id);
    }
    const auto passive = [&](const Text& what, std::int32_t count, int units, AnyId id) {
        const std::string model = models.name(in(what) + ' ' + std::to_string(count), id);
        table.row({manufacturers_.at(""), model, slug(what.en + ' ' + std::to_string(count), id, slugs), "",
                   std::to_string(units), "false"});
        return model;
    };
    for (const Panel& panel : design_.panels)
        if (std::string& model = panel_types_[{panel.kind, panel.positions}]; model.empty())
            model = passive(label_of(panel.kind), panel.positions, 1, panel.id);
    for (const Jack& jack : design_.jacks)
        if (shown(jack.plane) && stays(jack))
            jacks_[jack.outlet].push_back(&jack);
    for (auto& [outlet, jacks] : jacks_)
        std::stable_sort(jacks.begin(), jacks.end(),
                         [](const Jack* a, const Jack* b) { return a->position < b->position; });
    for (const Outlet& outlet : design_.outlets)
        if (const auto at = jacks_.find(outlet.id); at != jacks_.end()) {
            const auto count = static_cast<std::int32_t>(at->second.size());
            if (std::string& model = outlet_types_[count]; model.empty())
                model = passive(outlet_role(), count, 0, outlet.id);
        }
    add(std::move(table));
}

NetboxExport::Mounting NetboxExport::mounting_of(AnyId id) const {
    const auto at = mountings_.find(id);
    if (at == mountings_.end())
        return {standing_of(id), "", "", ""};
    const RackItem& item = *at->second;
    return {rack_standings_.at(item.rack), racks_.at(item.rack), std::to_string(item.unit),
            item.side == RackSide::rear ? "rear" : "front"};
}

void NetboxExport::add_device(NetboxTable& table, AnyId id, const std::string& label, const std::string& role,
                              const std::string& manufacturer, const std::string& type, Status status) {
    devices_[id] = label;
    const Mounting at = mounting_of(id);
    table.row({label, role, manufacturer, type, status_word(status), at.standing.site, at.standing.location, at.rack,
               at.position, at.face},
              id);
}

void NetboxExport::devices() {
    NetboxTable table(
        "devices", {"设备", "Devices"},
        {"name", "role", "manufacturer", "device_type", "status", "site", "location", "rack", "position", "face"});
    UniqueNames names(64);
    for (const Equipment& row : design_.equipment)
        if (const EquipmentType* type = design_.find(row.type); type && shown(row) && stays(row))
            add_device(table, row.id, names.name(row.label, row.id), roles_.at(type->role),
                       manufacturers_.at(type->manufacturer), types_.at(type->id), row.status);
    for (const Panel& panel : design_.panels)
        if (shown(panel.plane) && stays(panel))
            add_device(table, panel.id, names.name(panel.label, panel.id), in(panel_role()), manufacturers_.at(""),
                       type_of(panel), panel.status);
    for (const Outlet& outlet : design_.outlets)
        if (const auto at = jacks_.find(outlet.id); at != jacks_.end() && stays(outlet))
            add_device(table, outlet.id, names.name(outlet.label, outlet.id), in(outlet_role()), manufacturers_.at(""),
                       outlet_types_.at(static_cast<std::int32_t>(at->second.size())), outlet.status);
    add(std::move(table));
}

} // namespace riser::detail
