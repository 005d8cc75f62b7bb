// SPDX-License-Identifier: GPL-3.0-or-later
// Types are copied, deleted when nobody uses them, and given to rows only where they fit.
#include "model/edits/catalogue_edits.h"

#include "model/edits/cell_edits.h"
#include "model/edits/equipment_edits.h"
#include "model/fields/table_access.h"
#include "tests/support/random_design.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

struct Rig {
    Rig() {
        small = add_type("SW-24", 1, 24, 1);
        tall = add_type("SW-48", 2, 48, 2);
        Edit edit = begin();
        Rack row;
        row.units = 4;
        row.label = "R1";
        rack = edit.put(row);
        device = *add_equipment(edit, {.type = small, .label = "A", .rack = rack});
        design = std::move(edit).commit();
    }
    Edit begin() { return Edit(design, {}, ids); }
    EquipmentTypeId add_type(std::string code, std::int32_t units, std::int32_t ports, std::int32_t supplies) {
        Edit edit = begin();
        EquipmentType type;
        type.code = std::move(code);
        type.rack_units = units;
        type.power_supplies = supplies;
        PortGroup group;
        group.prefix = "GE1/0/";
        group.count = ports;
        type.ports = {group};
        const EquipmentTypeId id = edit.put(type);
        design = std::move(edit).commit();
        return id;
    }
    std::vector<const Port*> ports(const Design& of) {
        std::vector<const Port*> out;
        for (const Port& port : of.ports)
            if (port.equipment == device)
                out.push_back(&port);
        std::ranges::sort(out, {}, &Port::position);
        return out;
    }
    Design design;
    IdSource ids{5};
    EquipmentTypeId small, tall;
    RackId rack;
    EquipmentId device;
};

TEST(UsesOfTypes, NameEveryRowThatRefersToOne) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const Design design = random_design(seed, 4);
        TypeUses wanted;
        for (const TableAccess& table : all_tables())
            table.for_each(design, [&](const void* row) {
                std::pair<TypeUses*, AnyId> at{&wanted, {table.kind, table.id(row)}};
                for (const Field& field : table.record->fields)
                    if (field.for_each_reference)
                        field.for_each_reference(
                            row,
                            [](void* context, AnyId id) {
                                auto& [uses, by] = *static_cast<std::pair<TypeUses*, AnyId>*>(context);
                                if (is_catalogue_kind(id.kind) && std::ranges::count((*uses)[id], by) == 0)
                                    (*uses)[id].push_back(by);
                            },
                            &at);
            });
        EXPECT_EQ(uses_of_types(design), wanted);
        EXPECT_FALSE(wanted.empty());
    }
}

TEST(CopyType, IsTheSameUnderACodeOfItsOwn) {
    Rig rig;
    Edit edit = rig.begin();
    const Result<AnyId> first = copy_type(edit, rig.tall), second = copy_type(edit, rig.tall);
    ASSERT_TRUE(first && second);
    const EquipmentType& copy = *edit.design().find(EquipmentTypeId{second->value});
    EXPECT_EQ(copy.code, "SW-48-3");
    EXPECT_EQ(copy.ports, rig.design.find(rig.tall)->ports);
    EXPECT_EQ(copy_type(edit, rig.device).error().code, ErrorCode::not_found);
}

TEST(DeleteType, OnlyWhenNobodyUsesIt) {
    Rig rig;
    Edit edit = rig.begin();
    const Result<void> used = delete_type(edit, rig.small);
    ASSERT_FALSE(used);
    EXPECT_EQ(used.error().code, ErrorCode::conflict);
    EXPECT_NE(used.error().message.en.find(" A"), std::string::npos);
    EXPECT_TRUE(delete_type(edit, rig.tall));
    EXPECT_FALSE(edit.design().contains(rig.tall));
    EXPECT_EQ(delete_type(edit, rig.tall).error().code, ErrorCode::not_found);
}

TEST(UseType, ADeviceTakesUnitsPortsAndSuppliesOfItsType) {
    Rig rig;
    Edit edit = rig.begin();
    Port first = *rig.ports(rig.design).front();
    first.mode = PortMode::routed;
    edit.put(first);
    const AnyId rows[] = {rig.device};
    ASSERT_TRUE(use_type(edit, rig.tall, rows));
    EXPECT_EQ(rig.ports(edit.design()).size(), 48U);
    EXPECT_EQ(rig.ports(edit.design()).front()->id, first.id); // what is set stays
    EXPECT_EQ(rig.ports(edit.design()).front()->mode, PortMode::routed);
    EXPECT_EQ(rack_item_of(edit.design(), rig.device)->height, 2);
    EXPECT_EQ(edit.design().power_supplies.size(), 2U);
    // And back, for nothing beyond is used.
    ASSERT_TRUE(use_type(edit, rig.small, rows));
    EXPECT_EQ(rig.ports(edit.design()).size(), 24U);
    EXPECT_EQ(edit.design().power_supplies.size(), 1U);
}

TEST(UseType, ATallerDeviceDoesNotGoIntoUnitsThatAreTaken) {
    Rig rig;
    Edit edit = rig.begin();
    const EquipmentId above = *add_equipment(edit, {.type = rig.small, .label = "B", .rack = rig.rack});
    const Design before = edit.design();
    const AnyId both[] = {above, rig.device}; // the first would fit
    const Result<void> used = use_type(edit, rig.tall, both);
    ASSERT_FALSE(used);
    EXPECT_EQ(used.error().code, ErrorCode::refused);
    EXPECT_EQ(edit.design(), before);
    EXPECT_TRUE(use_type(edit, rig.tall, std::span(both, 1)));
}

TEST(UseType, ATypeTypedIntoACellIsUsedLikeOneOfTheCatalogue) {
    Rig rig;
    Edit edit = rig.begin();
    const CellChange change[] = {{rig.device, "type", "sw-48"}};
    Spoken spoken(edit.design());
    EXPECT_TRUE(set_cells(edit, spoken, change).empty());
    EXPECT_EQ(rack_item_of(edit.design(), rig.device)->height, 2);
    EXPECT_EQ(rig.ports(edit.design()).size(), 48U);
    Edit crowded = rig.begin();
    (void)*add_equipment(crowded, {.type = rig.small, .label = "B", .rack = rig.rack});
    Spoken spoken_again(crowded.design());
    EXPECT_EQ(set_cells(crowded, spoken_again, change).size(), 1U);
}

TEST(UseType, PortsThatAreUsedAreNotLost) {
    Rig rig;
    Edit edit = rig.begin();
    const AnyId rows[] = {rig.device};
    ASSERT_TRUE(use_type(edit, rig.tall, rows));
    Port last = *rig.ports(edit.design()).back();
    last.mode = PortMode::trunk;
    edit.put(last);
    EXPECT_EQ(use_type(edit, rig.small, rows).error().code, ErrorCode::refused);
    last.mode = PortMode::unused;
    edit.put(last);
    Termination end;
    end.on = rig.device;
    end.position = 30;
    const TerminationId plug = edit.put(end);
    EXPECT_EQ(use_type(edit, rig.small, rows).error().code, ErrorCode::refused);
    edit.erase(plug);
    EXPECT_TRUE(use_type(edit, rig.small, rows));
}

// A cable ends on a port itself, or on a position of the device: either way its medium holds.
TEST(UseType, APluggedPortKeepsItsMedium) {
    Rig rig;
    Edit edit = rig.begin();
    EquipmentType fibre = *edit.design().find(rig.small);
    fibre.id = {};
    fibre.code = "SW-24F";
    for (PortGroup& group : fibre.ports)
        group.medium = Medium::fibre;
    const EquipmentTypeId other = edit.put(fibre);
    const AnyId rows[] = {rig.device};
    const Port& third = *rig.ports(edit.design())[2];
    ASSERT_NE(third.medium, Medium::fibre);
    for (const AnyId on : {AnyId(third.id), AnyId(rig.device)}) {
        Edit plugged = edit.nested({});
        Termination end;
        end.on = on;
        end.position = on.kind == Kind::ports ? 1 : third.position;
        plugged.put(end);
        EXPECT_EQ(use_type(plugged, other, rows).error().code, ErrorCode::refused);
    }
    EXPECT_TRUE(use_type(edit, other, rows));
}

TEST(UseType, CablesRunsAndPointsTakeWhatFitsThem) {
    Design design;
    IdSource ids(3);
    Edit edit(design, {}, ids);
    CableType four, two, core;
    four.elements = 4;
    two.elements = 2;
    core.element = ElementUnit::core;
    core.elements = 12;
    const CableTypeId four_id = edit.put(four), two_id = edit.put(two), core_id = edit.put(core);
    PointKind copper, fibre;
    fibre.medium = Medium::fibre;
    const PointKindId copper_id = edit.put(copper), fibre_id = edit.put(fibre);
    Outlet outlet;
    const OutletId outlet_id = edit.put(outlet);
    Jack jack;
    jack.outlet = outlet_id;
    jack.kind = copper_id;
    const JackId jack_id = edit.put(jack);
    Cable cable;
    cable.type = four_id;
    const CableId cable_id = edit.put(cable);
    const AnyId cables[] = {cable_id}, outlets[] = {outlet_id};
    EXPECT_TRUE(use_type(edit, core_id, cables)); // nothing is terminated yet
    EXPECT_TRUE(use_type(edit, four_id, cables));
    Termination end;
    end.cable = cable_id;
    end.on = jack_id;
    edit.put(end);
    EXPECT_EQ(use_type(edit, two_id, cables).error().code, ErrorCode::refused);
    EXPECT_EQ(use_type(edit, core_id, cables).error().code, ErrorCode::refused);
    EXPECT_EQ(use_type(edit, fibre_id, outlets).error().code, ErrorCode::refused);
    EXPECT_TRUE(use_type(edit, copper_id, outlets));
    EXPECT_EQ(use_type(edit, four_id, outlets).error().code, ErrorCode::bad_input);
    PathwayType tray;
    tray.kind = PathwayKind::tray;
    tray.width = Millimetres{300};
    tray.height = Millimetres{100};
    const PathwayTypeId tray_id = edit.put(tray);
    PathwayRun run;
    const PathwayRunId run_id = edit.put(run);
    const AnyId runs[] = {run_id};
    EXPECT_TRUE(use_type(edit, tray_id, runs));
    EXPECT_EQ(edit.design().find(run_id)->width.value, 300);
    EXPECT_EQ(edit.design().find(run_id)->type, tray_id);
}

} // namespace
} // namespace riser
