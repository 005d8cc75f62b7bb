// SPDX-License-Identifier: GPL-3.0-or-later
// Logical networks as tests of topologies want them: planes, zones, devices by tier, cables from port to port.
#pragma once

#include "model/design.h"

#include <random>

namespace riser::test {

struct NetworkCase {
    Design design;
    std::uint64_t next = 10;

    FloorId floor(const std::string& label) {
        Floor row;
        row.id = {next++};
        row.label = label;
        row.order = static_cast<std::int32_t>(next);
        design.floors.put(row);
        return row.id;
    }
    PlaneId plane(const std::string& code, Disclosure disclosure = Disclosure::open) {
        Plane row;
        row.id = {next++};
        row.code = code;
        row.name = {"网络" + code, "network " + code};
        row.disclosure = disclosure;
        row.colour = "#2463D6";
        design.planes.put(row);
        return row.id;
    }
    RegionId region(PlaneId plane, const std::string& code) {
        Region row;
        row.id = {next++};
        row.plane = plane;
        row.code = code;
        design.regions.put(row);
        return row.id;
    }
    ZoneId zone(PlaneId plane, const std::string& code, std::optional<RegionId> region = {},
                Grading grading = Grading::mlps_2) {
        Zone row;
        row.id = {next++};
        row.plane = plane;
        row.code = code;
        row.name = {"域" + code, "zone " + code};
        row.region = region;
        row.grading = grading;
        design.zones.put(row);
        return row.id;
    }
    BodyId body(const std::string& letter) {
        Body row;
        row.id = {next++};
        row.letter = letter;
        row.name = {"机构" + letter, "body " + letter};
        row.colour = "#009E73";
        design.bodies.put(row);
        return row.id;
    }
    VlanId vlan(ZoneId zone, int number, std::optional<BodyId> body = {}) {
        Vlan row;
        row.id = {next++};
        row.zone = zone;
        row.plane = design.find(zone)->plane;
        row.body = body;
        row.number = VlanNumber::from(number);
        row.name = "v" + std::to_string(number);
        design.vlans.put(row);
        return row.id;
    }
    PolicyId policy(ZoneId from, ZoneId to, std::vector<Control> controls = {}) {
        Policy row;
        row.id = {next++};
        row.from = from;
        row.to = to;
        row.action = AclAction::permit;
        row.controls = std::move(controls);
        design.policies.put(row);
        return row.id;
    }
    MustNotReachId apart(AnyId a, AnyId b) {
        MustNotReach row;
        row.id = {next++};
        row.a = a;
        row.b = b;
        design.must_not_reach.put(row);
        return row.id;
    }
    EquipmentId device(EquipmentRole role, const std::string& label, std::optional<PlaneId> plane,
                       std::optional<ZoneId> zone, std::optional<FloorId> floor = {}) {
        EquipmentType type;
        type.id = {1'000'000 + static_cast<std::uint64_t>(role)};
        type.code = "T" + std::to_string(static_cast<int>(role));
        type.role = role;
        design.equipment_types.put(type);
        Equipment row;
        row.id = {next++};
        row.type = type.id;
        row.label = label;
        row.plane = plane;
        row.zone = zone;
        row.floor = floor;
        design.equipment.put(row);
        return row.id;
    }
    PortId port(EquipmentId device, std::int64_t rate = 10'000'000'000) {
        Port row;
        row.id = {next++};
        row.equipment = device;
        row.rate = BitRate(rate);
        design.ports.put(row);
        return row.id;
    }
    CableId cable(std::optional<CableTypeId> type = {}) {
        Cable row;
        row.id = {next++};
        if (type)
            row.type = *type;
        design.cables.put(row);
        return row.id;
    }
    CableTypeId fibre(std::int32_t cores) {
        CableType row;
        row.id = {next++};
        row.element = ElementUnit::core;
        row.elements = cores;
        design.cable_types.put(row);
        return row.id;
    }
    void ends(CableId cable, CableEnd end, AnyId on, std::int32_t position = 1, std::int32_t first = 1,
              std::int32_t last = 4) {
        Termination row;
        row.id = {next++};
        row.cable = cable;
        row.end = end;
        row.on = on;
        row.position = position;
        row.first = first;
        row.last = last;
        design.terminations.put(row);
    }
    CableId join(AnyId a, AnyId b, std::int32_t at_a = 1, std::int32_t at_b = 1) {
        const CableId id = cable();
        ends(id, CableEnd::a, a, at_a);
        ends(id, CableEnd::b, b, at_b);
        return id;
    }
    CableId link(EquipmentId a, EquipmentId b, std::int64_t rate = 10'000'000'000) {
        return join(port(a, rate), port(b, rate));
    }
    PanelId panel() {
        Panel row;
        row.id = {next++};
        design.panels.put(row);
        return row.id;
    }
};

// Some networks at random: regions or none, devices with and without zones, links mostly within a plane.
inline NetworkCase random_network(std::uint64_t seed, int most_devices = 60) {
    NetworkCase out;
    std::mt19937_64 dice(seed);
    const auto up_to = [&](std::uint64_t n) { return static_cast<int>(dice() % n); };
    std::vector<FloorId> floors;
    for (int i = 0, n = 1 + up_to(6); i < n; ++i)
        floors.push_back(out.floor(std::to_string(i + 1) + "F"));
    std::vector<PlaneId> planes;
    std::vector<ZoneId> zones;
    const BodyId body = out.body("G");
    for (int p = 0, n = up_to(4); p < n; ++p) {
        planes.push_back(out.plane("N" + std::to_string(p)));
        std::vector<std::optional<RegionId>> regions{std::nullopt};
        for (int r = up_to(3); r > 0; --r)
            regions.push_back(out.region(planes.back(), "R" + std::to_string(r)));
        for (int z = up_to(6); z > 0; --z) {
            zones.push_back(out.zone(planes.back(), "Z" + std::to_string(p) + std::to_string(z),
                                     regions[dice() % regions.size()], static_cast<Grading>(up_to(5))));
            for (int v = up_to(20); v > 0; --v)
                out.vlan(zones.back(), 100 + v, up_to(2) ? std::optional(body) : std::nullopt);
        }
    }
    std::vector<EquipmentId> devices;
    for (int d = up_to(static_cast<std::uint64_t>(most_devices)); d > 0; --d) {
        const std::optional<ZoneId> zone =
            zones.empty() || up_to(5) == 0 ? std::nullopt : std::optional(zones[dice() % zones.size()]);
        const std::optional<PlaneId> plane = zone             ? std::optional(out.design.find(*zone)->plane)
                                             : planes.empty() ? std::nullopt
                                                              : std::optional(planes[dice() % planes.size()]);
        devices.push_back(out.device(static_cast<EquipmentRole>(up_to(25)), "D" + std::to_string(d), plane, zone,
                                     up_to(4) ? std::optional(floors[dice() % floors.size()]) : std::nullopt));
    }
    if (devices.size() > 1)
        for (int l = up_to(2 * devices.size()); l > 0; --l) {
            const EquipmentId a = devices[dice() % devices.size()];
            const EquipmentId b = devices[dice() % devices.size()];
            if (a != b)
                out.link(a, b, up_to(2) ? 1'000'000'000 : 10'000'000'000);
        }
    if (devices.size() > 4 && up_to(2)) {
        Stack stack;
        stack.id = {out.next++};
        stack.name = "S";
        stack.members = {devices[0], devices[1], devices[2]};
        out.design.stacks.put(stack);
    }
    if (zones.size() > 1)
        for (int i = up_to(8); i > 0; --i) {
            const ZoneId a = zones[dice() % zones.size()];
            const ZoneId b = zones[dice() % zones.size()];
            if (up_to(2))
                out.policy(a, b, {Control::stateful_firewall, Control::audit});
            else
                out.apart(a, b);
        }
    if (planes.size() > 1)
        out.apart(planes[0], planes[1]);
    return out;
}

} // namespace riser::test
