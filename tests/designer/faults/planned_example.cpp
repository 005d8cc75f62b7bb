// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/designer/faults/planned_example.h"

#include "designer/cli/riser.h"
#include "exporters/writers/certificate.h"
#include "model/file/save.h"
#include "solvers/checks/catalogue.h"
#include "tests/support/whole_example.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <unistd.h>

namespace riser::test {

namespace {

namespace fs = std::filesystem;

void run(std::vector<std::string> arguments) {
    std::ostringstream out, err;
    ASSERT_EQ(run_riser(arguments, out, err), 0) << err.str();
}

Design plan_example() {
    const fs::path folder = fs::temp_directory_path() / ("riser-faults-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const std::string file = (folder / "example.riser").string();
    make_whole_example(file, run);
    const Result<LoadedDesign> loaded = load_design(file);
    EXPECT_TRUE(loaded);
    fs::remove_all(folder);
    return loaded ? loaded->opened.design : Design{};
}

template<class Row, class Is> Id<Row> first(const Table<Row>& table, const Is& is, std::string_view wanted) {
    for (const Row& row : table)
        if (is(row))
            return row.id;
    ADD_FAILURE() << "not in the example: " << wanted;
    return {};
}

} // namespace

CheckReport checked(const Facts& facts) {
    std::vector<const Rule*> rules;
    for (const Rule* rule : rule_catalogue())
        if (!rule->id.starts_with("WIFI-"))
            rules.push_back(rule);
    return run_checks(facts, *built_in_deck("cn-government"), rules);
}

const PlannedExample& planned_example() {
    static const PlannedExample example = [] {
        Design design = plan_example();
        Facts facts(design);
        PlannedExample out{std::move(design), facts, {}, certificate_xml(facts)};
        for (const Finding& finding : checked(facts).findings)
            out.findings.emplace(finding.rule, finding.subjects);
        return out;
    }();
    return example;
}

PlaneId Spoilt::plane(std::string_view code) const {
    return first(
        design.planes, [&](const Plane& row) { return row.code == code; }, code);
}
ZoneId Spoilt::zone(std::string_view code) const {
    return first(
        design.zones, [&](const Zone& row) { return row.code == code; }, code);
}
VlanId Spoilt::vlan(std::string_view name) const {
    return first(
        design.vlans, [&](const Vlan& row) { return row.name == name; }, name);
}
EquipmentId Spoilt::device(std::string_view label) const {
    return first(
        design.equipment, [&](const Equipment& row) { return row.label == label; }, label);
}
ServiceId Spoilt::service(std::string_view code) const {
    return first(
        design.services, [&](const Service& row) { return row.code == code; }, code);
}
AclId Spoilt::rules_of(std::string_view label) const {
    const EquipmentId at = device(label);
    return first(
        design.acls, [&](const Acl& row) { return row.equipment == at && !row.vlan; }, label);
}
CableId Spoilt::horizontal(PlaneId plane) const {
    return first(
        design.cables,
        [&](const Cable& row) {
            return row.plane == plane && row.role == CableRole::horizontal && row.route.size() > 2;
        },
        "a cable");
}
PortId Spoilt::access_port(VlanId vlan) const {
    return first(
        design.ports,
        [&](const Port& row) {
            const Equipment* device = design.find(row.equipment);
            return row.mode == PortMode::access && row.access_vlan == vlan &&
                   design.find(device->type)->role == EquipmentRole::access_switch;
        },
        "an access port");
}
std::vector<PortId> Spoilt::ports_of(EquipmentId device) const {
    std::vector<PortId> out;
    for (const Port& row : design.ports)
        if (row.equipment == device)
            out.push_back(row.id);
    return out;
}
PolicyId Spoilt::policy(std::string_view from, std::string_view to) const {
    const ZoneId a = zone(from), b = zone(to);
    return first(
        design.policies, [&](const Policy& row) { return row.from == a && row.to == b; }, from);
}

PortId Spoilt::new_port(EquipmentId device, PortMode mode, std::optional<VlanId> vlan) {
    Port row;
    row.equipment = device;
    row.name = "X1";
    row.position = 999;
    row.medium = Medium::fibre;
    row.mode = mode;
    row.access_vlan = vlan;
    return add(row);
}
CableId Spoilt::cord(PlaneId plane, PortId from, PortId to) {
    Cable row;
    row.role = CableRole::cord;
    row.label = "SPOILT";
    row.plane = plane;
    row.type = first(
        design.cable_types, [](const CableType& type) { return type.code == "TX LC-LC OS2"; }, "a cord");
    row.entry_drop = metres(2);
    const CableId id = add(row);
    for (const auto& [end, on] : {std::pair(CableEnd::a, from), std::pair(CableEnd::b, to)}) {
        Termination at;
        at.cable = id;
        at.end = end;
        at.on = on;
        at.first = 1;
        at.last = 2;
        add(at);
    }
    return id;
}

} // namespace riser::test
