// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/netbox_parts.h"
#include "exporters/configs/safe_names.h"
#include "exporters/tables/names.h"
#include "solvers/analysis/cable_lengths.h"

#include <algorithm>

namespace riser::detail {

namespace {

std::string interface_type(const Port& port) {
    const bool fibre = port.medium == Medium::fibre;
    switch (port.rate.value / 1'000'000) {
    case 100:
        return fibre ? "100base-fx" : "100base-tx";
    case 1'000:
        return fibre ? "1000base-x-sfp" : "1000base-t";
    case 2'500:
        return fibre ? "other" : "2.5gbase-t";
    case 5'000:
        return fibre ? "other" : "5gbase-t";
    case 10'000:
        return fibre ? "10gbase-x-sfpp" : "10gbase-t";
    case 25'000:
        return "25gbase-x-sfp28";
    case 40'000:
        return "40gbase-x-qsfpp";
    case 100'000:
        return "100gbase-x-qsfp28";
    case 400'000:
        return "400gbase-x-qsfpdd";
    default:
        return "other";
    }
}

// IEEE 802.3 classes: 1 to 3 of type 1, 4 of type 2, 5 and 6 of type 3, 7 and 8 of type 4.
std::string power_type(std::int32_t poe_class) {
    if (poe_class <= 3)
        return "type1-ieee802.3af";
    if (poe_class == 4)
        return "type2-ieee802.3at";
    return poe_class <= 6 ? "type3-ieee802.3bt" : "type4-ieee802.3bt";
}

bool is_fibre(Category category) {
    return category == Category::om1 || category == Category::om2 || category == Category::om3 ||
           category == Category::om4 || category == Category::om5 || category == Category::os2;
}

std::string cable_type(Category category) {
    switch (category) {
    case Category::cat3:
        return "cat3";
    case Category::cat5e:
        return "cat5e";
    case Category::cat6:
        return "cat6";
    case Category::cat6a:
        return "cat6a";
    case Category::cat7:
        return "cat7";
    case Category::cat7a:
        return "cat7a";
    case Category::cat8:
        return "cat8";
    case Category::om1:
        return "mmf-om1";
    case Category::om2:
        return "mmf-om2";
    case Category::om3:
        return "mmf-om3";
    case Category::om4:
        return "mmf-om4";
    case Category::om5:
        return "mmf-om5";
    case Category::os2:
        return "smf-os2";
    }
    return {};
}

std::string port_type(PanelKind kind, Category category) {
    switch (kind) {
    case PanelKind::odf:
        return "lc";
    case PanelKind::splice_closure:
        return "splice";
    case PanelKind::mdf_110:
        return "110-punch";
    default:
        return is_fibre(category) ? "lc" : "8p8c";
    }
}

// How many elements end on each position of a panel that a cable begins at.
using Widths = std::map<std::int32_t, std::int32_t>;
std::map<PanelId, Widths> widths_of(const Design& design) {
    std::map<PanelId, Widths> widths;
    for (const Termination& end : design.terminations) {
        const Cable* cable = design.find(end.cable);
        const CableType* type = cable ? design.find(cable->type) : nullptr;
        if (end.on.kind != Kind::panels || !cable || cable->role == CableRole::cord)
            continue;
        const bool pairs = !type || type->element == ElementUnit::pair;
        std::int32_t& width = widths[PanelId{end.on.value}][end.position];
        width = std::max(width, pairs ? 1 : std::max(1, end.last - end.first + 1));
    }
    return widths;
}

const std::vector<std::string> interface_columns{"device",        "name",         "lag",      "type", "enabled",
                                                 "description",   "poe_mode",     "poe_type", "mode", "vlan_group",
                                                 "untagged_vlan", "tagged_vlans", "vrf"};

} // namespace

// The VLANs of one group only, for NetBox seeks the numbers of an interface in one; that of the first stands.
void NetboxExport::add_port(NetboxTable& table, const Port& port, const std::string& device,
                            std::map<std::string, std::string>& lags) {
    std::string group;
    const auto vid = [&](const std::optional<VlanId>& id) -> std::string {
        const Vlan* row = vlan(id);
        const auto at = row ? groups_.find(row->id) : groups_.end();
        if (at == groups_.end() || (!group.empty() && group != at->second))
            return {};
        group = at->second;
        return std::to_string(row->number->number());
    };
    const std::string untagged = vid(port.access_vlan);
    std::set<int> tagged; // NetBox takes none twice, nor the untagged one
    if (port.mode == PortMode::trunk)
        for (const VlanId id : port.trunk_vlans)
            if (const std::string text = vid(id); !text.empty() && text != untagged)
                tagged.insert(std::stoi(text));
    std::string list;
    for (const int number : tagged)
        list += (list.empty() ? "" : ",") + std::to_string(number);
    const bool switched = port.mode == PortMode::access || port.mode == PortMode::trunk;
    const Lag* lag = design_.find(port.lag);
    table.row({device, ports_.at(port.id), lag ? lags.at(device + '\n' + to_string(lag->id)) : "", interface_type(port),
               port.mode == PortMode::unused ? "false" : "true", "", port.poe_class > 0 ? "pse" : "",
               port.poe_class > 0 ? power_type(port.poe_class) : "",
               port.mode == PortMode::access  ? "access"
               : port.mode == PortMode::trunk ? "tagged"
                                              : "",
               switched ? group : "", switched ? untagged : "", switched ? list : "", ""},
              port.id);
}

void NetboxExport::add_vlan_interface(NetboxTable& table, VlanId id, EquipmentId on) {
    const Vlan* of = vlan(id);
    const auto device = devices_.find(on);
    if (!of || device == devices_.end())
        return;
    const std::string name = "Vlan" + std::to_string(of->number->number());
    if (!vlan_interfaces_.emplace(std::pair(on, name), true).second)
        return;
    const auto rd = of->vrf ? distinguishers_.find(*of->vrf) : distinguishers_.end();
    table.row({device->second, name, "", "virtual", "true", shortened(of->name, 200), "", "", "", "", "", "",
               rd == distinguishers_.end() ? "" : rd->second},
              of->id);
}

void NetboxExport::interfaces() {
    NetboxTable lags_table("lag-interfaces", {"接口：聚合", "Interfaces: LAGs"},
                           {"device", "name", "type", "description"});
    NetboxTable table("interfaces", {"接口", "Interfaces"}, interface_columns);
    std::map<std::string, UniqueNames> names; // once a device
    std::map<std::string, std::string> lags;  // by device and LAG
    for (const Gateway& gateway : design_.gateways)
        if (gateway.equipment)
            add_vlan_interface(table, gateway.vlan, *gateway.equipment);
    for (const Equipment& device : design_.equipment)
        if (device.address)
            for (const Prefix& prefix : design_.prefixes)
                if (prefix.prefix && prefix.vlan && contains(*prefix.prefix, *device.address)) {
                    const EquipmentType* type = design_.find(device.type);
                    if (type && type->role <= EquipmentRole::firewall)
                        add_vlan_interface(table, *prefix.vlan, device.id);
                }
    for (const auto& [key, there] : vlan_interfaces_)
        if (const auto device = devices_.find(key.first); device != devices_.end())
            names[device->second].name(key.second, key.first);
    std::vector<const Port*> ports;
    for (const Port& port : design_.ports)
        if (devices_.contains(port.equipment) && port.status != Status::remove)
            ports.push_back(&port);
    for (const Port* port : ports) {
        const std::string& device = devices_.at(port->equipment);
        ports_[port->id] = names[device].name(port->name, port->id);
        const Lag* lag = design_.find(port->lag);
        if (!lag || lags.contains(device + '\n' + to_string(lag->id)))
            continue;
        const std::string name = names[device].name("LAG " + lag->name, lag->id);
        lags[device + '\n' + to_string(lag->id)] = name;
        lags_table.row({device, name, "lag", ""}, lag->id);
    }
    for (const Port* port : ports)
        add_port(table, *port, devices_.at(port->equipment), lags);
    add(std::move(lags_table));
    add(std::move(table));
}

// A jack is a port before and behind, of one name.
void NetboxExport::outlet_ports(NetboxTable& rear, NetboxTable& front) {
    for (const Outlet& outlet : design_.outlets) {
        const auto device = devices_.find(outlet.id);
        if (device == devices_.end())
            continue;
        UniqueNames names(64);
        for (const Jack* jack : jacks_.at(outlet.id)) {
            const std::string type = is_fibre(jack->category) ? "lc" : "8p8c";
            const std::string label =
                names.name(jack->label.empty() ? std::to_string(jack->position) : jack->label, jack->id);
            rear.row({device->second, label, type, "1"}, jack->id);
            front.row({device->second, label, type, label, "1"}, jack->id);
            devices_[jack->id] = label;
        }
    }
}

// Behind: a port a cable's end, as wide as the elements that end there; in front: a port a position.
void NetboxExport::panel_ports() {
    NetboxTable rear("rear-ports", {"后端口", "Rear ports"}, {"device", "name", "type", "positions"});
    NetboxTable front("front-ports", {"前端口", "Front ports"},
                      {"device", "name", "type", "rear_port", "rear_port_position"});
    std::map<PanelId, Widths> widths = widths_of(design_);
    for (const Panel& panel : design_.panels) {
        const auto device = devices_.find(panel.id);
        if (device == devices_.end())
            continue;
        const std::string type = port_type(panel.kind, panel.category);
        const Widths& ends = widths[panel.id];
        for (std::int32_t position = 1; position <= panel.positions;) {
            const auto next = ends.upper_bound(position);
            const std::int32_t room = std::min(panel.positions, next == ends.end() ? panel.positions : next->first - 1);
            const auto here = ends.find(position);
            const std::int32_t width = here == ends.end() ? 1 : std::min(here->second, room - position + 1);
            const std::string name = "R" + std::to_string(position);
            rear_ports_[{panel.id, position}] = name;
            rear.row({device->second, name, type, std::to_string(width)}, panel.id);
            for (std::int32_t i = 1; i <= width; ++i, ++position) {
                front_ports_[{panel.id, position}] = std::to_string(position);
                front.row({device->second, std::to_string(position), type, name, std::to_string(i)}, panel.id);
            }
        }
    }
    outlet_ports(rear, front);
    add(std::move(rear));
    add(std::move(front));
}

std::optional<NetboxEnd> NetboxExport::end_of(const Termination& end, const Cable& cable) const {
    if (end.on.kind == Kind::ports) {
        const Port* port = design_.find(PortId{end.on.value});
        const auto name = port ? ports_.find(port->id) : ports_.end();
        if (name == ports_.end())
            return {};
        return NetboxEnd{devices_.at(port->equipment), "dcim.interface", name->second};
    }
    const bool cord = cable.role == CableRole::cord;
    if (end.on.kind == Kind::panels) {
        const auto& ports = cord ? front_ports_ : rear_ports_;
        const auto at = ports.find({PanelId{end.on.value}, end.position});
        const auto device = devices_.find(end.on);
        if (at == ports.end() || device == devices_.end())
            return {};
        return NetboxEnd{device->second, cord ? "dcim.frontport" : "dcim.rearport", at->second};
    }
    if (end.on.kind == Kind::jacks) {
        const Jack* jack = design_.find(JackId{end.on.value});
        const auto device = jack ? devices_.find(jack->outlet) : devices_.end();
        const auto name = devices_.find(end.on);
        if (device == devices_.end() || name == devices_.end())
            return {};
        return NetboxEnd{device->second, cord ? "dcim.frontport" : "dcim.rearport", name->second};
    }
    return {};
}

// By their first end on either side; a port holds one cable.
void NetboxExport::cables() {
    NetboxTable table("cables", {"线缆", "Cables"},
                      {"side_a_device", "side_a_type", "side_a_name", "side_b_device", "side_b_type", "side_b_name",
                       "type", "status", "label", "length", "length_unit"});
    std::unordered_map<CableId, std::array<const Termination*, 2>> ends;
    for (const Termination& end : design_.terminations) {
        const Termination*& first = ends[end.cable][static_cast<std::size_t>(end.end)];
        if (!first || end.first < first->first)
            first = &end;
    }
    const CableLengths& lengths = facts_.get<CableLengths>();
    std::set<std::tuple<std::string, std::string_view, std::string>> taken;
    for (const Cable& cable : design_.cables) {
        const auto at = ends.find(cable.id);
        if (at == ends.end() || !at->second[0] || !at->second[1] || !shown(cable.plane) ||
            cable.status == Status::remove)
            continue;
        const std::optional<NetboxEnd> a = end_of(*at->second[0], cable);
        const std::optional<NetboxEnd> b = end_of(*at->second[1], cable);
        if (!a || !b)
            continue;
        const std::tuple key_a{a->device, a->type, a->name};
        const std::tuple key_b{b->device, b->type, b->name};
        if (key_a == key_b || taken.contains(key_a) || taken.contains(key_b))
            continue;
        taken.insert(key_a);
        taken.insert(key_b);
        const CableType* type = design_.find(cable.type);
        const CableLength* length = lengths.of(cable.id);
        const bool measured = length && length->total().value > 0;
        table.row({a->device, std::string(a->type), a->name, b->device, std::string(b->type), b->name,
                   type ? cable_type(type->category) : "", cable.status == Status::planned ? "planned" : "connected",
                   shortened(cable.label, 100),
                   measured ? decimal_text(length->total().value, CellType::length, 2) : "", measured ? "m" : ""},
                  cable.id);
    }
    add(std::move(table));
}

} // namespace riser::detail
