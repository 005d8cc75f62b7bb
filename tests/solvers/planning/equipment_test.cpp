// SPDX-License-Identifier: GPL-3.0-or-later
// What equipment planning leaves in a building, whatever the building: nothing is used twice, nothing overlaps, power
// is there for all that is promised, networks that must be apart share nothing, and every switch is really linked to
// the core, traced over its cords and cores.
#include "solvers/analysis/device_links.h"
#include "solvers/base/poe_class.h"
#include "tests/solvers/planning/laws.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace riser::test {
namespace {

class EquipmentLaws : public testing::TestWithParam<std::uint32_t> {
  protected:
    EquipmentLaws() { reports = perform(design); }
    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
    std::vector<StepReport> reports;

    bool secret(std::optional<PlaneId> plane) const {
        const Plane* row = design.find(plane);
        return row && row->disclosure == Disclosure::secret;
    }
    bool is_cord(const Termination& end) const { return design.find(end.cable)->role == CableRole::cord; }
    EquipmentRole role_of(const Equipment& device) const { return design.find(device.type)->role; }
    const StepReport& report() const {
        return *std::find_if(reports.begin(), reports.end(), [](const StepReport& r) { return r.step == "equipment"; });
    }
    std::int64_t total(std::string_view what) const {
        for (const StepTotal& figure : report().totals)
            if (figure.what.en == what)
                return figure.value;
        ADD_FAILURE() << "no figure " << what;
        return -1;
    }
};

TEST_P(EquipmentLaws, NoPortAndNoPositionTwice) {
    std::set<AnyId> ports;
    std::set<std::pair<AnyId, std::int32_t>> fronts;
    std::size_t used = 0;
    for (const Termination& end : design.terminations) {
        if (end.on.kind == Kind::ports) {
            EXPECT_TRUE(ports.insert(end.on).second) << "two cords in one port";
            const Port& port = *design.find(PortId{end.on.value});
            EXPECT_NE(port.mode, PortMode::unused) << port.name;
            ++used;
        } else if (end.on.kind == Kind::panels && is_cord(end)) {
            const CableType* type = design.find(design.find(end.cable)->type);
            const bool fibre = type && type->element == ElementUnit::core;
            for (std::int32_t n = 0; n <= (fibre ? end.last - end.first : 0); ++n)
                EXPECT_TRUE(fronts.emplace(end.on, end.position + n).second) << "two cords on one position";
        }
    }
    for (const Port& port : design.ports)
        EXPECT_EQ(port.mode != PortMode::unused, ports.contains(port.id)) << port.name << " is in use as it says";
    if (GetParam() == 0) {
        EXPECT_GT(used, 20U);
    }
}

TEST_P(EquipmentLaws, EveryCabledJackHasItsPort) {
    std::map<CableId, std::pair<AnyId, std::int32_t>> rear;
    std::map<std::pair<AnyId, std::int32_t>, CableId> cord_at;
    std::map<CableId, AnyId> port_of;
    for (const Termination& end : design.terminations) {
        if (end.on.kind == Kind::panels && is_cord(end))
            cord_at[{end.on, end.position}] = end.cable;
        else if (end.on.kind == Kind::panels && end.end == CableEnd::a)
            rear[end.cable] = {end.on, end.position};
        else if (end.on.kind == Kind::ports)
            port_of[end.cable] = end.on;
    }
    for (const Termination& end : design.terminations) {
        const Cable& cable = *design.find(end.cable);
        if (end.on.kind != Kind::jacks || cable.origin.source != "cables" || secret(cable.plane) ||
            design.find(cable.type)->category == Category::cat3)
            continue;
        const Jack& jack = *design.find(JackId{end.on.value});
        ASSERT_TRUE(rear.contains(cable.id)) << jack.label << " ends on no panel";
        const auto cord = cord_at.find(rear.at(cable.id));
        ASSERT_NE(cord, cord_at.end()) << jack.label << " is not patched";
        ASSERT_TRUE(port_of.contains(cord->second));
        const Port& port = *design.find(PortId{port_of.at(cord->second).value});
        EXPECT_EQ(design.find(port.equipment)->plane, jack.plane) << jack.label;
        EXPECT_EQ(design.find(cord->second)->plane, jack.plane) << jack.label;
        EXPECT_EQ(port.mode, PortMode::access);
        EXPECT_GE(port.poe_class, *poe_class_of(design.find(jack.kind)->poe)) << jack.label;
    }
    EXPECT_EQ(total("jacks without a port"), 0);
}

// Four fifths of the budget feed what hangs on a switch; both supplies carry all of it alone.
TEST_P(EquipmentLaws, PowerIsThereForAllThatIsPromised) {
    std::map<EquipmentId, std::int64_t> promised;
    std::map<CableId, std::pair<AnyId, std::int32_t>> front;
    std::map<std::pair<AnyId, std::int32_t>, JackId> jack_at;
    std::map<CableId, JackId> jack_of;
    for (const Termination& end : design.terminations)
        if (end.on.kind == Kind::jacks)
            jack_of[end.cable] = JackId{end.on.value};
    for (const Termination& end : design.terminations)
        if (end.on.kind == Kind::panels) {
            if (is_cord(end))
                front[end.cable] = {end.on, end.position};
            else if (jack_of.contains(end.cable))
                jack_at[{end.on, end.position}] = jack_of.at(end.cable);
        }
    for (const Termination& end : design.terminations)
        if (end.on.kind == Kind::ports && front.contains(end.cable))
            if (const auto jack = jack_at.find(front.at(end.cable)); jack != jack_at.end()) {
                const std::int32_t k = *poe_class_of(design.find(design.find(jack->second)->kind)->poe);
                promised[design.find(PortId{end.on.value})->equipment] +=
                    poe_classes[static_cast<std::size_t>(k)].port.value;
            }
    std::int64_t sum = 0;
    for (const auto& [device, power] : promised) {
        const EquipmentType& type = *design.find(design.find(device)->type);
        EXPECT_LE(power * 10, type.poe_budget.value * 8) << design.find(device)->label;
        sum += power;
    }
    EXPECT_EQ(total("PoE power"), sum);
    for (const PowerSupply& supply : design.power_supplies) {
        const EquipmentType& type = *design.find(design.find(supply.equipment)->type);
        EXPECT_GE(supply.capacity, type.power + type.poe_budget);
    }
}

TEST_P(EquipmentLaws, NothingOverlapsInARack) {
    std::map<RackId, std::set<std::int32_t>> taken;
    std::set<AnyId> placed;
    for (const RackItem& item : design.rack_items) {
        const Rack& rack = *design.find(item.rack);
        EXPECT_GE(item.unit, 1);
        EXPECT_LE(item.unit + item.height - 1, rack.units);
        for (std::int32_t u = item.unit; u < item.unit + item.height; ++u)
            EXPECT_TRUE(taken[item.rack].insert(u).second) << rack.label << " U" << u;
        if (item.item.kind != Kind::bill_items) {
            EXPECT_TRUE(placed.insert(item.item).second) << "stands twice";
        }
    }
    for (const Panel& panel : design.panels)
        if (panel.space && panel.origin.source == "equipment") {
            EXPECT_TRUE(placed.contains(panel.id)) << panel.label;
        }
    for (const Equipment& device : design.equipment)
        EXPECT_TRUE(placed.contains(device.id)) << device.label;
}

TEST_P(EquipmentLaws, NetworksThatMustBeApartShareNoRack) {
    const PlanesApart apart(design);
    std::map<RackId, std::set<std::optional<PlaneId>>> planes;
    for (const RackItem& item : design.rack_items) {
        if (item.item.kind == Kind::panels)
            planes[item.rack].insert(design.find(PanelId{item.item.value})->plane);
        else if (item.item.kind == Kind::equipment)
            planes[item.rack].insert(design.find(EquipmentId{item.item.value})->plane);
        EXPECT_NE(design.find(item.rack)->status, Status::reserved) << "a reservation stays empty";
    }
    for (const auto& [rack, set] : planes)
        for (const auto& a : set)
            for (const auto& b : set)
                EXPECT_FALSE(a && b && apart.apart(a, b)) << design.find(rack)->label;
    for (const Equipment& device : design.equipment)
        EXPECT_FALSE(secret(device.plane)) << device.label;
    for (const Panel& panel : design.panels)
        EXPECT_FALSE(secret(panel.plane)) << panel.label;
    for (const Rack& rack : design.racks)
        if (secret(rack.plane)) {
            EXPECT_EQ(rack.status, Status::reserved) << rack.label;
        }
}

// Over its cords, frames and cores each switch of a network reaches every other, where nothing was said against it.
TEST_P(EquipmentLaws, EverySwitchIsLinkedToItsCore) {
    const std::vector<Reason>& reasons = report().reasons;
    if (says(reasons, "no backbone fibre") || says(reasons, "some uplinks are not made") ||
        says(reasons, "with ports for its") || says(reasons, "no backbone joins them"))
        return;
    std::map<EquipmentId, EquipmentId> boss;
    for (const Equipment& device : design.equipment)
        boss[device.id] = device.id;
    const std::function<EquipmentId(EquipmentId)> root = [&](EquipmentId id) {
        return boss[id] == id ? id : boss[id] = root(boss[id]);
    };
    const Facts facts(design);
    for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
        const Equipment& a = *design.find(design.find(link.a)->equipment);
        const Equipment& b = *design.find(design.find(link.b)->equipment);
        EXPECT_EQ(a.plane, b.plane) << a.label << " - " << b.label;
        boss[root(a.id)] = root(b.id);
    }
    std::map<std::optional<PlaneId>, std::set<EquipmentId>> roots;
    for (const Equipment& device : design.equipment)
        roots[device.plane].insert(root(device.id));
    for (const auto& [plane, set] : roots) {
        std::string all;
        for (const Equipment& device : design.equipment)
            if (device.plane == plane)
                all += device.label + " " + to_string(root(device.id)) + "\n";
        EXPECT_EQ(set.size(), 1U) << design.find(plane)->code << "\n" << all << list(reasons);
    }
    if (GetParam() == 0) {
        EXPECT_GT(total("uplinks"), 0) << "the small building must have links to trace";
    }
}

// Without growth of its own the brief's 5 % a year for five years: 28 % beyond today's.
TEST_P(EquipmentLaws, PortsAndPositionsGrowWithTheBrief) {
    std::map<std::pair<SpaceId, std::optional<PlaneId>>, std::array<std::int32_t, 2>> ports; // used, all
    for (const Port& port : design.ports) {
        const Equipment& device = *design.find(port.equipment);
        if (port.medium != Medium::copper || role_of(device) != EquipmentRole::access_switch)
            continue;
        auto& [used, all] = ports[{*device.space, device.plane}];
        used += port.mode == PortMode::access;
        ++all;
    }
    for (const auto& [at, count] : ports)
        EXPECT_GE(count[1], std::ceil(count[0] * 1.276)) << design.find(at.first)->label;
}

INSTANTIATE_TEST_SUITE_P(Buildings, EquipmentLaws, testing::Range(0U, buildings));

// What a person placed is used first.
TEST(EquipmentOfPeople, IsUsedBeforeAnyIsAdded) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    Design planned = design;
    perform(planned);
    const Equipment* first = nullptr;
    for (const Equipment& device : planned.equipment)
        if (planned.find(device.type)->role == EquipmentRole::access_switch && device.plane == building.office)
            first = &device;
    ASSERT_NE(first, nullptr);
    // The same switch in the same room, in a person's rack.
    Rack rack;
    rack.id = building.builder.ids.next<Rack>();
    rack.space = *first->space;
    rack.label = "MINE";
    rack.plane = building.office;
    design.racks.put(rack);
    Equipment mine = *first;
    mine.id = building.builder.ids.next<Equipment>();
    mine.origin = {};
    mine.label = "MY-SWITCH";
    design.equipment.put(mine);
    std::int32_t position = 0;
    for (const PortGroup& group : design.find(mine.type)->ports)
        for (std::int32_t n = 0; n < group.count; ++n) {
            Port port;
            port.id = building.builder.ids.next<Port>();
            port.equipment = mine.id;
            port.name = group.prefix + std::to_string(n + 1);
            port.position = ++position;
            port.medium = group.medium;
            port.rate = group.rate;
            port.poe_class = group.poe_class;
            design.ports.put(port);
        }
    perform(design);
    std::size_t cords = 0;
    for (const Termination& end : design.terminations)
        if (end.on.kind == Kind::ports)
            cords += design.find(PortId{end.on.value})->equipment == mine.id;
    EXPECT_GT(cords, 0U) << "jacks are patched to it";
    EXPECT_LT(design.equipment.size(), planned.equipment.size() + 1) << "and one less is bought";
    bool racked = false;
    for (const RackItem& item : design.rack_items)
        racked |= item.item == AnyId(mine.id) && item.rack == rack.id;
    EXPECT_TRUE(racked) << "it stands in the person's rack";
    EXPECT_EQ(*design.find(mine.id), mine);
    const Design settled = design;
    perform(design);
    EXPECT_TRUE(design == settled) << differences(settled, design);
}

} // namespace
} // namespace riser::test
