// SPDX-License-Identifier: GPL-3.0-or-later
// The tables without a window: every kind shown, filtered, selected, typed into, copied and pasted, and gone back from.
#include "designer/session/design_session.h"
#include "designer/session/table_cells.h"
#include "model/edits/field_edits.h"
#include "tests/support/builders.h"
#include "tests/support/random_design.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace riser {
namespace {

struct TableTest : ::testing::Test {
    TableTest() {
        session.set_language("en");
        session.document().adopt(test::office_block(2, 4).design);
        table.setShown(true);
        table.set_grid("rooms");
    }
    const Design& design() { return session.document().design(); }
    int column(const char* key) {
        for (int c = 0; c < table.columnCount(); ++c)
            if (table.behind()->columns()[table.column_behind(c)].key == key)
                return c;
        ADD_FAILURE() << "no column " << key;
        return -1;
    }
    QString text(int row, const char* key) { return table.index(row, column(key)).data().toString(); }
    const Room& room(int row) {
        return *design().find(RoomId{parse_any_id(table.subjectOf(row).toStdString())->value});
    }
    void select(int row, const char* from, int last, const char* to) {
        cells.press(row, column(from), false, false);
        cells.drag(last, column(to));
    }

    DesignSession session;
    TableModel& table = *static_cast<TableModel*>(session.table());
    TableCells& cells = *static_cast<TableCells*>(table.cells());
    const QAbstractItemModelTester tester{&table, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(TableTest, EveryKindHasATableWithAllItsRows) {
    session.document().adopt(random_design(3, 5));
    const QVariantList grids = table.gridsFor({});
    ASSERT_EQ(grids.size(), static_cast<qsizetype>(kind_count) + 5);
    for (const QVariant& grid : grids) {
        const QVariantMap at = grid.toMap();
        EXPECT_FALSE(at["name"].toString().isEmpty());
        EXPECT_FALSE(at["group"].toString().isEmpty());
        if (at["rows"].toInt() < 0)
            continue;
        table.set_grid(at["key"].toString());
        EXPECT_EQ(table.rowCount(), at["rows"].toInt()) << at["key"].toString().toStdString();
        EXPECT_GT(table.columnCount(), 0);
        // Whatever a cell says when it is typed into, taken as it is, changes nothing.
        const Design before = design();
        cells.selectAll();
        EXPECT_TRUE(cells.paste(cells.copied()))
            << at["key"].toString().toStdString() << ' '
            << (cells.problems().isEmpty() ? std::string()
                                           : cells.problems()[0].toMap()["text"].toString().toStdString());
        EXPECT_TRUE(design() == before) << at["key"].toString().toStdString();
    }
    EXPECT_EQ(table.gridsFor("vlan").size(), 1);
    EXPECT_EQ(table.gridsFor("no such table").size(), 0);
}

TEST_F(TableTest, RowsAreFilteredByWordsAndByColumn) {
    const auto shown = [&](const char* filter) {
        table.set_filter(QString::fromUtf8(filter));
        return table.rowCount();
    };
    const int all = shown("");
    const auto count = [&](auto holds) {
        return static_cast<int>(std::count_if(design().rooms.begin(), design().rooms.end(), holds));
    };
    const int offices = count([](const Room& r) { return r.use == RoomUse::office; });
    ASSERT_GT(offices, 0);
    ASSERT_LT(offices, all);
    EXPECT_EQ(shown("use=office"), offices);
    EXPECT_EQ(shown("Use=办公室"), offices);
    // A word that names one value is not the part of another: a leader's office is no office.
    cells.press(0, column("use"), false, false);
    shown("");
    const RoomUse before = room(0).use;
    cells.press(0, column("use"), false, false);
    ASSERT_TRUE(cells.set("Leader's office"));
    EXPECT_EQ(shown("use=office"), offices - (before == RoomUse::office));
    session.undo();
    EXPECT_EQ(shown("use!=office"), all - offices);
    EXPECT_EQ(shown("occupants>=3"), count([](const Room& r) { return r.occupants >= 3; }));
    EXPECT_EQ(shown("use=office occupants<3"),
              count([](const Room& r) { return r.use == RoomUse::office && r.occupants < 3; }));
    EXPECT_EQ(shown("body="), all);
    EXPECT_EQ(shown("no-such-thing"), 0);
    EXPECT_EQ(table.all_rows(), all);
    session.set_language("zh");
    EXPECT_EQ(shown("use=office"), offices);
    EXPECT_EQ(shown("用途=办公室"), offices);
}

TEST_F(TableTest, ABlockFromASpreadsheetIsOneStep) {
    const Design before = design();
    cells.press(0, column("number"), false, false);
    ASSERT_EQ(column("use") - column("number"), 4);
    ASSERT_TRUE(cells.paste("801\t\t\"东\"\"厅\"\tEast hall\tmeeting\r\n802\t\t\t\t办公室\r\n"));
    EXPECT_EQ(room(0).number, "801");
    EXPECT_EQ(room(0).name.zh, "东\"厅");
    EXPECT_EQ(room(0).name.en, "East hall");
    EXPECT_EQ(room(0).use, RoomUse::meeting);
    EXPECT_EQ(room(1).number, "802");
    EXPECT_EQ(room(1).use, RoomUse::office);
    EXPECT_TRUE(is_pinned(design(), room(0).id, "number"));
    EXPECT_TRUE(table.index(0, column("number")).data(TableModel::PinnedRole).toBool());
    EXPECT_EQ(cells.count(), 10); // what was pasted is selected
    EXPECT_EQ(session.undo_name().toStdString().find("Paste"), 0U);
    session.undo();
    EXPECT_TRUE(design() == before);
}

TEST_F(TableTest, EachRefusedCellIsNamedAndNothingChanges) {
    const Design before = design();
    cells.press(0, column("use"), false, false);
    table.showColumn("grade", false);
    cells.press(0, column("use"), false, false);
    EXPECT_FALSE(cells.paste("office\npalace\nmeeting\ncastle"));
    EXPECT_TRUE(design() == before);
    ASSERT_EQ(cells.problems().size(), 2);
    const QVariantMap problem = cells.problems()[0].toMap();
    EXPECT_EQ(problem["row"].toInt(), 1);
    EXPECT_EQ(problem["column"].toInt(), column("use"));
    for (const char* part : {"row 2", "Use", "palace", "Office"})
        EXPECT_TRUE(problem["text"].toString().contains(part)) << part;
    // A block that is too large says so.
    cells.press(table.rowCount() - 1, column("use"), false, false);
    EXPECT_FALSE(cells.paste("office\noffice"));
    EXPECT_EQ(cells.problems().size(), 1);
    EXPECT_TRUE(design() == before);
    cells.press(0, column("use"), false, false);
    EXPECT_TRUE(cells.paste("meeting"));
    EXPECT_TRUE(cells.problems().isEmpty());
}

TEST_F(TableTest, OneValueFillsTheSelectionAndDeleteClearsIt) {
    select(0, "occupants", 2, "occupants");
    cells.press(4, column("occupants"), false, true); // Ctrl adds
    ASSERT_EQ(cells.count(), 4);
    ASSERT_TRUE(cells.fill("7"));
    for (const int row : {0, 1, 2, 4})
        EXPECT_EQ(room(row).occupants, 7) << row;
    EXPECT_NE(room(3).occupants, 7);
    ASSERT_TRUE(cells.clear());
    for (const int row : {0, 1, 2, 4})
        EXPECT_EQ(room(row).occupants, 0) << row;
    // A single value on the clipboard fills too.
    EXPECT_TRUE(cells.letGo());
    EXPECT_FALSE(is_pinned(design(), room(0).id, "occupants"));
    select(0, "occupants", 2, "occupants");
    ASSERT_TRUE(cells.paste("9\n"));
    EXPECT_EQ(room(2).occupants, 9);
    // What must be there stays.
    cells.press(0, column("floor"), false, false);
    EXPECT_FALSE(cells.clear());
    EXPECT_EQ(cells.problems().size(), 1);
}

TEST_F(TableTest, WhatIsEditedKeepsItsPlace) {
    table.sortBy(column("occupants"));
    const QString subject = table.subjectOf(0);
    cells.press(0, column("occupants"), false, false);
    ASSERT_TRUE(cells.set("99"));
    EXPECT_EQ(table.subjectOf(0), subject);
    EXPECT_EQ(cells.row(), 0);
    table.sortBy(column("occupants"));
    EXPECT_EQ(table.subjectOf(0), subject); // now the greatest
    EXPECT_EQ(text(0, "occupants"), "99");
    EXPECT_EQ(cells.row(), 0); // the selection went with its row
}

TEST_F(TableTest, TheSelectionMovesAsInASpreadsheet) {
    cells.move(1, 0, false);
    EXPECT_EQ(cells.row(), 0);
    cells.move(2, 1, false);
    EXPECT_EQ(cells.row(), 2);
    EXPECT_EQ(cells.column(), 1);
    cells.move(1, 0, true);
    cells.move(0, 2, true);
    EXPECT_EQ(cells.count(), 6);
    cells.move(-3, 0, true); // over the anchor
    EXPECT_EQ(cells.selected().back().top(), 0);
    EXPECT_EQ(cells.selected().back().bottom(), 2);
    EXPECT_EQ(cells.row(), 2);
    cells.move(-99, -99, false);
    EXPECT_EQ(cells.row(), 0);
    EXPECT_EQ(cells.column(), 0);
    cells.selectAll();
    EXPECT_EQ(cells.count(), table.rowCount() * table.columnCount());
    cells.pressColumn(2, false, false);
    EXPECT_EQ(cells.count(), table.rowCount());
    cells.pressColumn(4, false, true);
    EXPECT_EQ(cells.count(), 2 * table.rowCount());
    cells.pressColumn(4, false, true); // twice the same
    EXPECT_EQ(cells.count(), 2 * table.rowCount());
    EXPECT_EQ(cells.subjects().size(), table.rowCount());
}

TEST_F(TableTest, ColumnsAreChosenByTheTable) {
    const int columns = table.columnCount();
    table.showColumn("use", false);
    table.showColumn("phase", true);
    EXPECT_EQ(table.columnCount(), columns);
    column("phase");
    table.set_grid("floors");
    table.set_grid("rooms");
    column("phase");
    for (const QVariant& at : table.allColumns())
        table.showColumn(at.toMap()["key"].toString(), false);
    EXPECT_EQ(table.columnCount(), 1);
}

TEST_F(TableTest, ASchedulesColumnsStandForFieldsOfItsObjects) {
    ASSERT_TRUE(session.document().perform({"", "add"}, [&](Edit& edit) -> Result<void> {
        Outlet outlet;
        outlet.floor = design().floors.begin()->id;
        outlet.room = design().rooms.begin()->id;
        outlet.label = "A-001";
        const OutletId id = edit.put(outlet);
        for (const char* label : {"A-001-1", "A-001-2"}) {
            Jack jack;
            jack.outlet = id;
            jack.label = label;
            jack.kind = design().point_kinds.begin()->id;
            edit.put(jack);
        }
        return {};
    }));
    table.set_grid("schedule:points");
    ASSERT_EQ(table.rowCount(), 2);
    const Outlet& before = *design().outlets.begin();
    const OutletId id = before.id;
    cells.press(0, column("height"), false, false);
    ASSERT_TRUE(cells.editable());
    ASSERT_TRUE(cells.set("0.45")); // the column is in metres
    EXPECT_EQ(design().find(id)->height.value, 450);
    EXPECT_EQ(cells.typed(), "0.45");
    EXPECT_EQ(cells.row(), 0);
    cells.press(1, column("point"), false, false);
    ASSERT_TRUE(cells.set("B-7"));
    const Jack* second = design().find(JackId{parse_any_id(table.subjectOf(1).toStdString())->value});
    EXPECT_EQ(second->label, "B-7");
    // Computed columns are not.
    cells.press(0, column("served-from"), false, false);
    EXPECT_FALSE(cells.editable());
    EXPECT_FALSE(cells.set("elsewhere"));
    EXPECT_FALSE(table.editableColumn(column("served-from")));
    ASSERT_EQ(cells.problems().size(), 1);
    // Two rows are of one outlet: they cannot give it two labels.
    select(0, "outlet", 1, "outlet");
    EXPECT_FALSE(cells.paste("X\nY"));
    EXPECT_EQ(design().find(id)->label, "A-001");
    EXPECT_TRUE(cells.paste("X\nX"));
    EXPECT_EQ(design().find(id)->label, "X");
    // A whole row comes back with its computed cells.
    cells.selectRow(0);
    EXPECT_TRUE(cells.paste(cells.copied()));
}

// A schedule leaves out cables that are to be removed, so that what was pasted to the last rows stands nowhere.
TEST_F(TableTest, WhatIsSelectedStandsInTheTableWhateverWasPasted) {
    ASSERT_TRUE(session.document().perform({"", "add"}, [&](Edit& edit) -> Result<void> {
        for (const char* label : {"C1", "C2", "C3"}) {
            Cable cable;
            cable.label = label;
            edit.put(cable);
        }
        return {};
    }));
    table.set_grid("schedule:cables");
    ASSERT_EQ(table.rowCount(), 3);
    select(1, "status", 2, "status");
    ASSERT_TRUE(cells.paste("remove\nremove"));
    ASSERT_EQ(table.rowCount(), 1);
    for (const QRect& range : cells.selected()) {
        EXPECT_LT(range.bottom(), table.rowCount());
        EXPECT_LT(range.right(), table.columnCount());
    }
    EXPECT_EQ(cells.copied().count('\n'), static_cast<qsizetype>(cells.subjects().size()));
    cells.move(1, 0, true);
    EXPECT_EQ(cells.row(), 0);
}

TEST_F(TableTest, AnObjectIsFoundInItsTable) {
    const Floor& floor = *design().floors.begin();
    table.set_filter("use=office");
    const QString subject = QString::fromStdString(to_string(AnyId(floor.id)));
    const int row = table.reveal(subject);
    ASSERT_GE(row, 0);
    EXPECT_EQ(table.grid_key(), "floors");
    EXPECT_EQ(cells.subjects(), QStringList{subject});
    EXPECT_EQ(table.reveal("rm-0000000000"), -1);
    // Hidden by the filter: the filter goes.
    table.set_grid("rooms");
    table.set_filter("no such room");
    EXPECT_GE(table.reveal(QString::fromStdString(to_string(AnyId(design().rooms.begin()->id)))), 0);
    EXPECT_EQ(table.filter(), "");
}

TEST_F(TableTest, TheInspectorTakesWhatCellsTake) {
    auto& form = *static_cast<InspectorModel*>(session.inspector());
    session.selection().set({room(0).id, room(1).id});
    EXPECT_EQ(form.set("ceiling-height", "2.8 m"), "");
    EXPECT_EQ(room(0).ceiling_height, Millimetres{2'800});
    EXPECT_EQ(room(1).ceiling_height, Millimetres{2'800});
    EXPECT_EQ(form.set("ceiling-height", "2700"), ""); // shown in millimetres
    EXPECT_EQ(room(1).ceiling_height, Millimetres{2'700});
    EXPECT_EQ(form.set("use", "会议室"), "");
    EXPECT_EQ(room(0).use, RoomUse::meeting);
    EXPECT_TRUE(form.set("use", "palace").contains("palace"));
}

TEST_F(TableTest, RowsThatComeAndGoAreShown) {
    const int rows = table.rowCount();
    cells.press(rows - 1, 0, false, false);
    const RoomId last = room(rows - 1).id;
    ASSERT_TRUE(session.document().perform({"", "add"}, [&](Edit& edit) -> Result<void> {
        Room room;
        room.floor = design().floors.begin()->id;
        room.number = "0";
        edit.put(room);
        return {};
    }));
    EXPECT_EQ(table.rowCount(), rows + 1);
    EXPECT_EQ(room(cells.row()).id, last); // the selection follows its row
    session.undo();
    EXPECT_EQ(table.rowCount(), rows);
}

TEST(Tsv, CellsComeBackWhateverTheyHold) {
    const std::vector<std::vector<std::string>> rows{{"a", "", "b\tc"}, {"\"", "line\nend", "x\"y"}, {"", "", ""}};
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i ? "\t" : "") + tsv_cell(row[i]);
        text += '\n';
    }
    EXPECT_EQ(cells_of_tsv(text), rows);
    EXPECT_TRUE(cells_of_tsv("").empty());
    EXPECT_EQ(cells_of_tsv("a\rb"), (std::vector<std::vector<std::string>>{{"a"}, {"b"}}));
    EXPECT_EQ(cells_of_tsv("5\" pipe"), (std::vector<std::vector<std::string>>{{"5\" pipe"}}));
}

} // namespace
} // namespace riser
