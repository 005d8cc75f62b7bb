// SPDX-License-Identifier: GPL-3.0-or-later
// A building of the planners' laws with firewalls, a server, and its addresses planned.
#pragma once

#include "model/edits/diff.h"
#include "solvers/analysis/device_links.h"
#include "solvers/analysis/jack_zones.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/base/address_space.h"
#include "solvers/checks/run_checks.h"
#include "tests/solvers/planning/laws.h"
#include "tests/solvers/planning/zoned.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace riser::test {

inline std::string changed_rows(const Design& before, const Design& after) {
    std::string out;
    for (const RowChange& row : diff(before, after)) {
        out += "\n  " + to_string(row.id) + " " + row.title.en;
        for (const FieldChange& field : row.fields)
            out += " [" + std::string(field.key) + ": " + field.before + " -> " + field.after + "]";
    }
    return out;
}

// A building with its equipment, firewalls and servers; then its addresses.
class Addresses : public testing::TestWithParam<std::uint32_t> {
  protected:
    Addresses() {
        riser::test::perform(
            design, {"outlets", "access-points", "spaces", "pathways", "cables", "backbone", "equipment", "power"});
        for (const PlaneId plane : {building.office, building.apart}) {
            firewalls[plane] = add_firewalls(building, plane);
            if (!firewalls[plane].empty())
                add_provider(building, plane, firewalls[plane].front(),
                             plane == building.office ? "203.0.113.0/30" : "198.51.100.8/29",
                             plane == building.office ? "203.0.113.1" : "198.51.100.9");
        }
        server = add_server(building, zone_called(design, "W-S"), EquipmentRole::server);
        add_server(building, zone_called(design, "W-M"), EquipmentRole::bastion);
        again();
    }
    void again(const AddressOptions& options = by_deck().addresses) {
        Result<AddressPlan> found = plan_addresses(design, options);
        ASSERT_TRUE(found);
        plan = std::move(*found);
        IdSource ids(3);
        Edit edit(design, {"规划", "plan"}, ids);
        ASSERT_TRUE(apply(edit, plan.change));
        design = std::move(edit).commit();
    }
    const Zone* zone_of(VlanId id) const {
        const Vlan* vlan = design.find(id);
        return vlan ? design.find(vlan->zone) : nullptr;
    }
    EquipmentRole role_of(EquipmentId id) const { return design.find(design.find(id)->type)->role; }
    // A stack's members are one device.
    EquipmentId device_of(EquipmentId id) const {
        for (const Stack& stack : design.stacks)
            if (std::find(stack.members.begin(), stack.members.end(), id) != stack.members.end())
                return stack.members.front();
        return id;
    }
    // Devices that any links join to this one.
    std::set<EquipmentId> linked_with(EquipmentId from) const {
        const Facts facts(design);
        std::set<EquipmentId> seen{device_of(from)};
        for (bool more = true; more;) {
            more = false;
            for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
                const EquipmentId a = device_of(design.find(link.a)->equipment);
                const EquipmentId b = device_of(design.find(link.b)->equipment);
                if (seen.contains(a) || seen.contains(b)) {
                    more |= seen.insert(a).second;
                    more |= seen.insert(b).second;
                }
            }
        }
        return seen;
    }
    // Devices to which frames of the VLAN come from a device, over ports that both carry it.
    std::set<EquipmentId> flood(EquipmentId from, VlanId vlan) const {
        const auto carries = [&](const Port& port) {
            return port.mode == PortMode::trunk
                       ? std::find(port.trunk_vlans.begin(), port.trunk_vlans.end(), vlan) != port.trunk_vlans.end()
                       : port.mode == PortMode::access && port.access_vlan == vlan;
        };
        const Facts facts(design);
        std::set<EquipmentId> seen{device_of(from)};
        for (bool more = true; more;) {
            more = false;
            for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
                const Port& a = *design.find(link.a);
                const Port& b = *design.find(link.b);
                if (!carries(a) || !carries(b))
                    continue;
                for (const auto& [x, y] : {std::pair(&a, &b), std::pair(&b, &a)})
                    if (seen.contains(device_of(x->equipment)) &&
                        (x->equipment == from || role_of(x->equipment) != EquipmentRole::firewall))
                        more |= seen.insert(device_of(y->equipment)).second;
            }
        }
        return seen;
    }

    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
    std::map<PlaneId, std::vector<EquipmentId>> firewalls;
    std::optional<EquipmentId> server;
    AddressPlan plan;
};

} // namespace riser::test
