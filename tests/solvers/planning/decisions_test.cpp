// SPDX-License-Identifier: GPL-3.0-or-later
// What people decided stays: pinned fields, rows taken over, rows drawn, rows built, whatever the brief and the
// building become around them.
#include "model/edits/field_edits.h"
#include "model/fields/table_access.h"
#include "tests/solvers/planning/laws.h"

#include <algorithm>

namespace riser::test {
namespace {

const std::vector<Kind> planned_kinds{Kind::outlets,      Kind::jacks,         Kind::spaces,       Kind::pathway_nodes,
                                      Kind::pathway_runs, Kind::cables,        Kind::terminations, Kind::panels,
                                      Kind::racks,        Kind::rack_items,    Kind::equipment,    Kind::ports,
                                      Kind::pdus,         Kind::power_supplies};

// In buildings from this number on as few telecom rooms as do are taken, in those before all that are drawn.
constexpr std::uint32_t fewest_from = 1'000;

class Decisions : public testing::TestWithParam<std::uint32_t> {
  protected:
    Decisions() { perform(design); }
    void perform(Design& of, std::vector<std::string> steps = {}) {
        PlanningOptions options = by_deck();
        if (GetParam() >= fewest_from)
            options.spaces.choice = DistributorChoice::fewest;
        test::perform(of, std::move(steps), options);
    }
    PlannedBuilding building = any_building(GetParam() % fewest_from);
    Design& design = building.design();
    std::mt19937 random{GetParam() % fewest_from + 17U};

    std::shared_ptr<void> any_planned(Kind kind) {
        std::vector<std::shared_ptr<void>> rows;
        const TableAccess& table = table_access(kind);
        table.for_each(design, [&](const void* row) {
            if (table.base(row)->origin.kind == OriginKind::planned)
                rows.push_back(table.clone(row));
        });
        return rows.empty() ? nullptr : rows[random() % rows.size()];
    }
    template<class Row> const Row* first_planned(const Table<Row>& rows) {
        for (const Row& row : rows)
            if (row.origin.kind == OriginKind::planned)
                return &row;
        return nullptr;
    }
};

// A value that a planner would not come to by itself.
struct Wish {
    Kind kind;
    const char* field;
    const char* value;
};
constexpr Wish wishes[] = {
    {Kind::outlets, "label", "DESK-1"},
    {Kind::outlets, "place", "1234,2345"},
    {Kind::outlets, "height", "777"},
    {Kind::outlets, "mounting", "surface"},
    {Kind::outlets, "sockets", "7"},
    {Kind::jacks, "label", "JACK-1"},
    {Kind::jacks, "category", "cat6"},
    {Kind::jacks, "position", "9"},
    {Kind::spaces, "label", "CLOSET"},
    {Kind::spaces, "place", "17000,9000"},
    {Kind::spaces, "grade", "a"},
    {Kind::spaces, "role", "equipment-room"},
    {Kind::pathway_nodes, "elevation", "2345"},
    {Kind::pathway_runs, "label", "TRAY-1"},
    {Kind::pathway_runs, "width", "345"},
    {Kind::pathway_runs, "height", "123"},
    {Kind::pathway_runs, "elevation", "2345"},
    {Kind::pathway_runs, "fill-limit", "2500"},
    {Kind::cables, "label", "CABLE-1"},
    {Kind::cables, "slack-a", "4321"},
    {Kind::cables, "exit-drop", "3456"},
    {Kind::cables, "entry-drop", "4567"},
    {Kind::panels, "label", "PANEL-1"},
    {Kind::racks, "label", "RACK-1"},
    {Kind::racks, "place", "17000,9000"},
    {Kind::equipment, "label", "SWITCH-1"},
    {Kind::rack_items, "unit", "3"},
};

TEST_P(Decisions, PinnedFieldsSurvive) {
    std::size_t tried = 0;
    for (const Wish& wish : wishes) {
        const std::shared_ptr<void> row = any_planned(wish.kind);
        if (!row)
            continue;
        const TableAccess& table = table_access(wish.kind);
        const AnyId id(wish.kind, table.id(row.get()));
        SCOPED_TRACE(to_string(id) + " " + wish.field);
        Edit edit(design, {"改", "change"}, building.builder.ids);
        const Result<void> done = set_field(edit, id, wish.field, wish.value);
        ASSERT_TRUE(done) << to_string(done.error(), Language::en);
        ++tried;
        Design pinned = std::move(edit).commit();
        const auto expect_pin = [&](const std::string& when) {
            const void* now = table.find(pinned, id.value);
            ASSERT_NE(now, nullptr) << when << ": the row went with its pin";
            std::string value;
            table.record->find(wish.field)->write(now, value);
            EXPECT_EQ(value, wish.value) << when;
            EXPECT_TRUE(is_pinned(pinned, id, wish.field)) << when;
        };
        perform(pinned);
        expect_pin("planned again");
        const Design settled = pinned;
        perform(pinned);
        EXPECT_TRUE(pinned == settled) << differences(settled, pinned);
        // More people everywhere: more of everything, and the pinned row as it was. But for pathways of a secret plane:
        // they follow its few cables, which more faceplates in a room may lead another way.
        const PathwayRun* run = wish.kind == Kind::pathway_runs ? settled.find(PathwayRunId{id.value}) : nullptr;
        if (run && run->plane)
            continue;
        for (const Room& room : settled.rooms) {
            Room more = room;
            more.occupants += 2;
            pinned.rooms.put(more);
        }
        perform(pinned);
        expect_pin("more people");
    }
    if (GetParam() == 0) {
        EXPECT_EQ(tried, std::size(wishes));
    }
}

// Where planes that must be apart contend for the same runs, a backbone cable that a person took over stands before all
// planes, when it was planned after some: those may then go elsewhere.
bool is_contended(std::uint32_t building) {
    const std::uint32_t number = building % fewest_from;
    return number == 2 || number == 15 || number == 16;
}

// A person who makes a planned row theirs finds it as it was, and planning finds nothing to do.
TEST_P(Decisions, RowsTakenOverChangeNothing) {
    for (const Kind kind : planned_kinds)
        for (int i = 0; i < 3; ++i)
            if (const std::shared_ptr<void> row = any_planned(kind)) {
                const TableAccess& table = table_access(kind);
                if (kind == Kind::cables && is_contended(GetParam()) &&
                    static_cast<const Cable*>(row.get())->role == CableRole::backbone)
                    continue;
                Design taken = design;
                table.base_edit(row.get())->origin.kind = OriginKind::typed;
                table.put(taken, row);
                const Design before = taken;
                perform(taken);
                EXPECT_TRUE(taken == before) << table_name(kind) << ' ' << to_string(AnyId(kind, table.id(row.get())))
                                             << differences(before, taken);
            }
}

// Of two that go apart the other stays beside it, whichever of the two is taken.
TEST_P(Decisions, UplinksTakenOverLeaveTheOthersWhereTheyAre) {
    if (is_contended(GetParam()))
        GTEST_SKIP() << "planes that must be apart contend for runs";
    for (const Cable& cable : std::vector<Cable>(design.cables.begin(), design.cables.end())) {
        if (cable.role != CableRole::backbone || cable.origin.kind != OriginKind::planned)
            continue;
        Cable row = cable;
        row.origin.kind = OriginKind::typed;
        Design taken = design;
        taken.cables.put(row);
        const Design before = taken;
        perform(taken, {"backbone"});
        EXPECT_TRUE(taken == before) << cable.label << differences(before, taken);
    }
}

TEST_P(Decisions, TypedRowsAreNeverRemovedNorChanged) {
    std::vector<std::pair<Kind, std::shared_ptr<void>>> typed;
    for (const Kind kind : planned_kinds)
        for (int i = 0; i < 2; ++i)
            if (const std::shared_ptr<void> row = any_planned(kind)) {
                const TableAccess& table = table_access(kind);
                table.base_edit(row.get())->origin.kind = OriginKind::typed;
                table.put(design, row);
                typed.emplace_back(kind, row);
            }
    for (const TableAccess& table : all_tables())
        if (std::find(planned_kinds.begin(), planned_kinds.end(), table.kind) != planned_kinds.end())
            table.for_each(design, [&](const void* row) {
                if (table.base(row)->origin.kind == OriginKind::typed)
                    typed.emplace_back(table.kind, table.clone(row));
            });
    const auto expect_all = [&](const std::string& when) {
        for (const auto& [kind, row] : typed) {
            const TableAccess& table = table_access(kind);
            const void* now = table.find(design, table.id(row.get()));
            ASSERT_NE(now, nullptr) << when << ": " << to_string(AnyId(kind, table.id(row.get())));
            EXPECT_TRUE(table.equal(now, row.get())) << when << ": " << to_string(AnyId(kind, table.id(row.get())));
        }
    };
    for (int round = 0; round < 3; ++round) {
        change_the_building(building, random);
        perform(design);
        expect_all("round " + std::to_string(round));
    }
    design.point_rules = {};
    design.approved_points = {};
    perform(design);
    expect_all("nothing asked for");
    design.openings = {};
    perform(design);
    expect_all("no doors");
}

// Nor do they lose what they stand on: a person's jack its faceplate, a person's tray the places it joins.
TEST_P(Decisions, WhatAPersonDrewKeepsWhatItStandsOn) {
    std::vector<AnyId> needed;
    if (const Outlet* outlet = first_planned(design.outlets)) {
        Jack jack;
        jack.id = building.builder.ids.next<Jack>();
        jack.outlet = outlet->id;
        jack.position = 9;
        jack.label = "MINE";
        jack.kind = building.data;
        jack.plane = building.office;
        design.jacks.put(jack);
        needed.emplace_back(outlet->id);
    }
    const PathwayNode* from = nullptr;
    for (const PathwayNode& node : design.pathway_nodes)
        if (from && node.floor == from->floor) {
            PathwayRun run;
            run.id = building.builder.ids.next<PathwayRun>();
            run.from = from->id;
            run.to = node.id;
            run.label = "MINE";
            run.width = Millimetres(100);
            run.height = Millimetres(50);
            needed.emplace_back(from->id);
            needed.emplace_back(node.id);
            design.pathway_runs.put(run);
            break;
        } else if (!from) {
            from = &node;
        }
    const Design before = design;
    perform(design);
    for (const PathwayNode& node : before.pathway_nodes)
        EXPECT_TRUE(design.contains(node.id)) << "a tray more takes no place away";
    for (const PathwayRun& run : before.pathway_runs)
        EXPECT_TRUE(design.contains(run.id)) << "nor any other tray: " << run.label;
    design.point_rules = {};
    design.openings = {};
    perform(design);
    for (const AnyId& id : needed)
        EXPECT_TRUE(design.contains(id)) << to_string(id);
}

// What stands in the building already is no planner's to change.
TEST_P(Decisions, BuiltRowsStand) {
    for (const Outlet& row : std::vector<Outlet>(design.outlets.begin(), design.outlets.end())) {
        Outlet copy = row;
        copy.status = Status::as_built;
        design.outlets.put(copy);
    }
    for (const Cable& row : std::vector<Cable>(design.cables.begin(), design.cables.end())) {
        Cable copy = row;
        copy.status = Status::existing;
        design.cables.put(copy);
    }
    const Table<Outlet> outlets = design.outlets;
    const Table<Cable> cables = design.cables;
    design.point_rules = {};
    design.openings = {};
    perform(design);
    for (const Outlet& row : outlets)
        EXPECT_TRUE(design.find(row.id) && *design.find(row.id) == row) << row.label;
    for (const Cable& row : cables)
        EXPECT_TRUE(design.find(row.id) && *design.find(row.id) == row) << row.label;
}

INSTANTIATE_TEST_SUITE_P(Buildings, Decisions, testing::Range(0U, buildings));
INSTANTIATE_TEST_SUITE_P(FewestRooms, Decisions, testing::Range(fewest_from, fewest_from + buildings));

} // namespace
} // namespace riser::test
