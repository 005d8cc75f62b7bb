// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting a row: exactly what cascade_of lists goes, and nothing that stays refers to it any more.
#include "model/edits/cascade.h"
#include "model/fields/table_access.h"
#include "tests/support/random_design.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace riser {
namespace {

std::set<AnyId> references_of(const Field& field, const void* row) {
    std::set<AnyId> out;
    if (field.for_each_reference)
        field.for_each_reference(
            row, [](void* c, AnyId id) { static_cast<std::set<AnyId>*>(c)->insert(id); }, &out);
    if (field.type == FieldType::parts)
        for (std::size_t i = 0; i < field.part_count(row); ++i)
            for (const Field& inner : field.part->fields)
                out.merge(references_of(inner, field.part_at(row, i)));
    return out;
}

// Rows that refer to one of `gone`.
std::vector<AnyId> referring(const Design& design, const std::set<AnyId>& gone) {
    std::vector<AnyId> out;
    for (const TableAccess& table : all_tables())
        table.for_each(design, [&](const void* row) {
            for (const Field& field : table.record->fields)
                for (const AnyId id : references_of(field, row))
                    if (gone.contains(id))
                        out.emplace_back(table.kind, table.id(row));
        });
    return out;
}

std::vector<AnyId> all_rows(const Design& design) {
    std::vector<AnyId> rows;
    for (const TableAccess& table : all_tables())
        table.for_each(design, [&](const void* row) { rows.emplace_back(table.kind, table.id(row)); });
    return rows;
}

TEST(Cascade, WhatIsListedGoesAndNothingRefersToIt) {
    std::mt19937_64 random(17);
    std::size_t deleted = 0;
    std::size_t kept = 0;
    std::size_t more_than_one = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const Design design = random_design(seed, 4);
        const std::vector<AnyId> rows = all_rows(design);
        for (int i = 0; i < 60; ++i) {
            const AnyId chosen = rows[random() % rows.size()];
            const std::vector<AnyId> listed = cascade_of(design, chosen);
            ASSERT_EQ(listed.front(), chosen);
            ASSERT_TRUE(std::is_sorted(listed.begin() + 1, listed.end()));
            IdSource ids(seed);
            Edit edit(design, {}, ids);
            const Result<void> result = delete_row(edit, chosen);
            if (!result) {
                ASSERT_TRUE(edit.design() == design) << "a failed verb changes nothing";
                ASSERT_TRUE(result.error().code == ErrorCode::conflict || result.error().code == ErrorCode::refused);
                ASSERT_FALSE(result.error().fix.zh.empty());
                ASSERT_FALSE(result.error().fix.en.empty());
                ++kept;
                continue;
            }
            ++deleted;
            more_than_one += listed.size() > 1 ? 1 : 0;
            const ChangeSet changes = edit.changes();
            std::vector<AnyId> removed;
            for (std::size_t kind = 0; kind < kind_count; ++kind) {
                ASSERT_TRUE(changes.tables[kind].added.empty());
                for (const std::uint64_t id : changes.tables[kind].removed)
                    removed.emplace_back(static_cast<Kind>(kind), id);
            }
            std::vector<AnyId> wanted = listed;
            std::sort(wanted.begin(), wanted.end());
            ASSERT_EQ(removed, wanted) << to_string(chosen);
            const std::vector<AnyId> left = referring(edit.design(), {listed.begin(), listed.end()});
            ASSERT_TRUE(left.empty()) << to_string(chosen) << " is still referred to by " << to_string(left.front());
        }
    }
    EXPECT_GT(deleted, 500U);
    EXPECT_GT(kept, 20U);
    EXPECT_GT(more_than_one, 200U);
}

struct House {
    Design design;
    IdSource ids{3};
    FloorId floor;
    RoomId room;
    SpaceId space;
    OutletId outlet;
    JackId jack;
    PanelId panel;
    CableId horizontal;
    CableId backbone;
    PathwayRunId run;
    PointKindId kind;

    template<class Row> Id<Row> put(Row row) {
        row.id = ids.next<Row>();
        const Id<Row> id = row.id;
        design.table<Row>().put(std::move(row));
        return id;
    }
    TerminationId end(CableId cable, CableEnd which, AnyId on) {
        Termination row;
        row.cable = cable;
        row.end = which;
        row.on = on;
        return put(row);
    }

    House() {
        Building building;
        Floor floor_row;
        floor_row.building = put(building);
        floor_row.label = "1F";
        floor = put(floor_row);
        Room room_row;
        room_row.floor = floor;
        room = put(room_row);
        Space space_row;
        space_row.room = room;
        space = put(space_row);
        PathwayNode a;
        a.floor = floor;
        a.space = space;
        PathwayNode b;
        b.floor = floor;
        b.place = {5'000, 0};
        PathwayRun run_row;
        run_row.from = put(a);
        run_row.to = put(b);
        run = put(run_row);
        PointKind kind_row;
        kind_row.code = "TD";
        kind = put(kind_row);
        Outlet outlet_row;
        outlet_row.floor = floor;
        outlet_row.room = room;
        outlet = put(outlet_row);
        Jack jack_row;
        jack_row.outlet = outlet;
        jack_row.kind = kind;
        jack_row.served_from = space;
        jack = put(jack_row);
        Panel panel_row;
        panel_row.space = space;
        panel = put(panel_row);
        CableType type;
        type.code = "C";
        Cable cable;
        cable.type = put(type);
        cable.route = {{run, 0}};
        cable.exit_offset = Millimetres(5'000);
        cable.exit_drop = Millimetres(2'000);
        horizontal = put(cable);
        cable.role = CableRole::backbone;
        backbone = put(cable);
        end(horizontal, CableEnd::a, panel);
        end(horizontal, CableEnd::b, jack);
        end(backbone, CableEnd::b, panel);
    }
};

TEST(Cascade, AnOutletTakesItsJacksAndTheCableThatWasForThem) {
    House house;
    Edit edit(house.design, {}, house.ids);
    ASSERT_TRUE(delete_row(edit, house.outlet));
    EXPECT_TRUE(edit.design().jacks.empty());
    EXPECT_FALSE(edit.design().find(house.horizontal));
    EXPECT_TRUE(edit.design().find(house.backbone));
    EXPECT_EQ(edit.design().terminations.size(), 1U);
    EXPECT_TRUE(edit.design().find(house.panel));
}

TEST(Cascade, ARunGoesAndItsCablesLoseTheirRoute) {
    House house;
    Edit edit(house.design, {}, house.ids);
    ASSERT_TRUE(delete_row(edit, house.run));
    for (const CableId id : {house.horizontal, house.backbone}) {
        const Cable& cable = *edit.design().find(id);
        EXPECT_TRUE(cable.route.empty());
        EXPECT_EQ(cable.exit_offset, Millimetres(0));
        EXPECT_EQ(cable.exit_drop, Millimetres(0));
    }
    EXPECT_EQ(edit.design().terminations.size(), 3U);
}

TEST(Cascade, ATelecomSpaceTakesItsPanelsAndTheWishForItIsForgotten) {
    House house;
    Edit edit(house.design, {}, house.ids);
    ASSERT_TRUE(delete_row(edit, house.space));
    EXPECT_TRUE(edit.design().panels.empty());
    EXPECT_FALSE(edit.design().find(house.jack)->served_from);
    // The cable to the jack still has the end it is for.
    EXPECT_TRUE(edit.design().find(house.horizontal));
    for (const PathwayNode& node : edit.design().pathway_nodes)
        EXPECT_FALSE(node.space);
}

TEST(Cascade, AFloorTakesEverythingOnIt) {
    House house;
    Edit edit(house.design, {}, house.ids);
    ASSERT_TRUE(delete_row(edit, house.floor));
    EXPECT_TRUE(edit.design().rooms.empty());
    EXPECT_TRUE(edit.design().outlets.empty());
    EXPECT_TRUE(edit.design().pathway_runs.empty());
    EXPECT_EQ(edit.design().buildings.size(), 1U);
    EXPECT_EQ(edit.design().point_kinds.size(), 1U);
}

TEST(Cascade, WhatOthersNeedStays) {
    House house;
    Edit edit(house.design, {}, house.ids);
    const Result<void> result = delete_row(edit, house.kind);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::conflict);
    EXPECT_NE(result.error().message.en.find(to_string(house.jack)), std::string::npos);
    EXPECT_TRUE(edit.design() == house.design);
}

TEST(Cascade, AWaiverGoesWithItsSubjectButACommentStays) {
    House house;
    Waiver waiver;
    waiver.rule = "DES-03";
    waiver.subjects = {house.outlet, house.room};
    const WaiverId waiver_id = house.put(waiver);
    Comment comment;
    comment.subjects = {house.outlet, house.room};
    const CommentId comment_id = house.put(comment);
    Edit edit(house.design, {}, house.ids);
    ASSERT_TRUE(delete_row(edit, house.outlet));
    EXPECT_FALSE(edit.design().find(waiver_id));
    EXPECT_EQ(edit.design().find(comment_id)->subjects, std::vector<AnyId>{house.room});
}

TEST(Cascade, AMissingRowIsSaid) {
    House house;
    Edit edit(house.design, {}, house.ids);
    EXPECT_TRUE(cascade_of(house.design, RoomId{12345}).empty());
    EXPECT_EQ(delete_row(edit, RoomId{12345}).error().code, ErrorCode::not_found);
}

} // namespace
} // namespace riser
