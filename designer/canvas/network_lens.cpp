// SPDX-License-Identifier: GPL-3.0-or-later
// What the lenses say of the topology: devices, VLANs and services by zone, or by the body whose VLANs they carry most.
#include "designer/canvas/lens.h"

#include "exporters/tables/names.h"
#include "model/design.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace riser {

namespace {

// Told apart by colour-blind eyes (Okabe and Ito 2008).
constexpr std::array<std::uint32_t, 7> series{0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0x8C6BB1};
constexpr std::uint32_t grey = 0x7A7F87;

std::uint32_t rgb_of(const std::string& hex) {
    std::uint32_t value = grey;
    if (hex.size() == 7 && hex[0] == '#')
        std::from_chars(hex.data() + 1, hex.data() + 7, value, 16);
    return value;
}

LensPicture by_zone(const Facts& facts) {
    LensPicture out;
    const Design& design = facts.design();
    std::map<ZoneId, std::uint32_t> colours;
    for (const Zone& zone : design.zones) {
        const std::uint32_t own = series[colours.size() % series.size()];
        colours[zone.id] = own;
        out.legend.push_back({own, zone.name});
    }
    const auto colour = [&](const auto& table) {
        for (const auto& row : table) {
            const auto at = row.zone ? colours.find(*row.zone) : colours.end();
            out.colours[row.id.value] = at == colours.end() ? grey : at->second;
        }
    };
    colour(design.equipment);
    colour(design.vlans);
    colour(design.services);
    out.explain = [facts](AnyId id) -> Text {
        const Design& d = facts.design();
        const Equipment* device = id.kind == Kind::equipment ? d.find(EquipmentId{id.value}) : nullptr;
        const Zone* zone = device ? d.find(device->zone) : nullptr;
        return zone ? zone->name : Text();
    };
    return out;
}

// The body whose VLANs most of a device's access ports carry; ties go to the lower id.
std::map<EquipmentId, BodyId> body_of_devices(const Design& design) {
    std::map<EquipmentId, std::map<BodyId, int>> counts;
    for (const Port& port : design.ports)
        if (const Vlan* vlan = design.find(port.access_vlan); vlan && vlan->body)
            ++counts[port.equipment][*vlan->body];
    std::map<EquipmentId, BodyId> out;
    for (const auto& [device, bodies] : counts)
        out[device] = std::max_element(bodies.begin(), bodies.end(), [](const auto& a, const auto& b) {
                          return a.second < b.second;
                      })->first;
    return out;
}

LensPicture by_body(const Facts& facts) {
    LensPicture out;
    const Design& design = facts.design();
    for (const Body& body : design.bodies)
        out.legend.push_back({rgb_of(body.colour), body.name});
    out.legend.push_back({grey, {"不分机构", "of no body"}});
    const auto colour_of = [&](const std::optional<BodyId>& id) {
        const Body* body = design.find(id);
        return body ? rgb_of(body->colour) : grey;
    };
    for (const Vlan& vlan : design.vlans)
        out.colours[vlan.id.value] = colour_of(vlan.body);
    const std::map<EquipmentId, BodyId> bodies = body_of_devices(design);
    for (const Equipment& device : design.equipment) {
        const auto at = bodies.find(device.id);
        out.colours[device.id.value] = at == bodies.end() ? grey : colour_of(at->second);
    }
    out.explain = [facts, bodies](AnyId id) -> Text {
        const auto at = id.kind == Kind::equipment ? bodies.find(EquipmentId{id.value}) : bodies.end();
        return at == bodies.end() ? Text() : name_of(facts.design(), at->second);
    };
    return out;
}

} // namespace

bool speaks_of_networks(const Lens& lens) {
    return lens.key == "cabling" || lens.key == "bodies" || lens.key == "zones" || lens.key == "load";
}

LensPicture look_at_network(const Facts& facts, std::string_view lens) {
    return lens == "zones"    ? by_zone(facts)
           : lens == "bodies" ? by_body(facts)
           : lens == "load"   ? look_at_network_loads(facts)
                              : LensPicture();
}

} // namespace riser
