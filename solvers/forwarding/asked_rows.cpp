// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/asked_rows.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

std::vector<EquipmentId> devices_with_anything(const Design& design) {
    std::vector<EquipmentId> out;
    const auto add = [&](const auto& device) {
        if (device)
            out.push_back(*device);
    };
    for (const Port& port : design.ports)
        if (out.empty() || out.back() != port.equipment)
            out.push_back(port.equipment);
    for (const Gateway& row : design.gateways)
        add(row.equipment);
    for (const Acl& row : design.acls)
        add(row.equipment);
    for (const Nat& row : design.nats)
        add(row.equipment);
    for (const Route& row : design.routes)
        add(row.equipment);
    for (const Stack& row : design.stacks)
        out.insert(out.end(), row.members.begin(), row.members.end());
    for (const Policy& row : design.policies)
        out.insert(out.end(), row.enforced_by.begin(), row.enforced_by.end());
    for (const Service& row : design.services)
        out.insert(out.end(), row.hosts.begin(), row.hosts.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void drop_bare_devices(Design& design) {
    const std::vector<EquipmentId> kept = devices_with_anything(design);
    std::vector<EquipmentId> bare;
    for (const Equipment& device : design.equipment)
        if (!std::binary_search(kept.begin(), kept.end(), device.id))
            bare.push_back(device.id);
    for (const EquipmentId id : bare)
        design.equipment.erase(id);
}

// What a device is called and where it stands decides nothing.
void drop_names_and_places(Design& design) {
    Table<Equipment> out;
    for (const Equipment& device : design.equipment) {
        Equipment row;
        row.id = device.id;
        row.type = device.type;
        row.plane = device.plane;
        row.zone = device.zone;
        row.address = device.address;
        row.status = device.status;
        out.put(std::move(row));
    }
    design.equipment = std::move(out);
}

// Of a device, the VLAN that jacks on its access ports are in.
using SameFrames = std::pair<EquipmentId, std::optional<VlanId>>;

// What the port says that another may say as well; nothing for one that is like no other. A LAG counts its ports.
std::optional<SameFrames> same_frames(const Design& design, const Port& port) {
    if (port.mode != PortMode::access || port.status == Status::remove || port.lag || port.card || port.zone)
        return {};
    const Equipment* device = design.find(port.equipment);
    const EquipmentType* type = device ? design.find(device->type) : nullptr;
    if (!type || type->role == EquipmentRole::isolation_gateway)
        return {};
    return SameFrames{port.equipment, port.access_vlan};
}

void keep_one_of_each(NetworkRows& rows) {
    std::set<SameFrames> known;
    const auto another = [&](const CabledJack& jack) {
        const Port* port = rows.design.find(jack.port);
        const std::optional<SameFrames> same = port ? same_frames(rows.design, *port) : std::nullopt;
        return same && !known.insert(*same).second;
    };
    const auto on_air = [&](const CabledJack& jack) {
        const auto at = std::lower_bound(rows.access_points.begin(), rows.access_points.end(), jack.jack,
                                         [](const AccessPointJack& x, JackId id) { return x.jack < id; });
        return at != rows.access_points.end() && at->jack == jack.jack;
    };
    CabledLinks::Rows out;
    out.links.assign(rows.cabled.links().begin(), rows.cabled.links().end());
    for (const CabledJack& jack : rows.cabled.jacks())
        if (on_air(jack) || !another(jack))
            out.jacks.push_back(jack);
    rows.cabled.rows = std::make_shared<const CabledLinks::Rows>(std::move(out));
}

} // namespace

NetworkRows without_what_no_intent_asks(NetworkRows rows) {
    drop_bare_devices(rows.design);
    drop_names_and_places(rows.design);
    keep_one_of_each(rows);
    return rows;
}

AskedRows AskedRows::compute(FactInput& input) { return {without_what_no_intent_asks(input.get<NetworkRows>())}; }

namespace {

// Which filters there are decides what hangs where, not what they say.
struct AskedShape {
    NetworkRows rows;
    bool operator==(const AskedShape&) const = default;
    static AskedShape compute(FactInput& input) {
        AskedShape out{input.get<AskedRows>().rows};
        for (Acl acl : input.get<AskedRows>().rows.design.acls) {
            acl.rules.clear();
            out.rows.design.acls.put(std::move(acl));
        }
        return out;
    }
};

} // namespace

AskedNetwork AskedNetwork::compute(FactInput& input) {
    return {std::make_shared<const Network>(derive_network(input.get<AskedShape>().rows))};
}

} // namespace riser
