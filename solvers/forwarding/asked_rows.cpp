// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/asked_rows.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

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
    const std::vector<std::uint32_t> asked = asked_instead(rows);
    CabledLinks::Rows out;
    out.links.assign(rows.cabled.links().begin(), rows.cabled.links().end());
    for (std::uint32_t i = 0; i < asked.size(); ++i)
        if (asked[i] == i)
            out.jacks.push_back(rows.cabled.jacks()[i]);
    rows.cabled.rows = std::make_shared<const CabledLinks::Rows>(std::move(out));
}

} // namespace

std::vector<std::uint32_t> asked_instead(const NetworkRows& rows) {
    const std::span<const CabledJack> jacks = rows.cabled.jacks();
    const auto on_air = [&](const CabledJack& jack) {
        const auto at = std::lower_bound(rows.access_points.begin(), rows.access_points.end(), jack.jack,
                                         [](const AccessPointJack& x, JackId id) { return x.jack < id; });
        return at != rows.access_points.end() && at->jack == jack.jack;
    };
    std::map<SameFrames, std::uint32_t> known;
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < jacks.size(); ++i) {
        const Port* port = rows.design.find(jacks[i].port);
        const std::optional<SameFrames> same =
            port && !on_air(jacks[i]) ? same_frames(rows.design, *port) : std::nullopt;
        out.push_back(same ? known.try_emplace(*same, i).first->second : i);
    }
    return out;
}

NetworkRows without_what_no_intent_asks(NetworkRows rows) {
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
