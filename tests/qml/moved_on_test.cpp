// SPDX-License-Identifier: GPL-3.0-or-later
// The design moves on while somebody is at it: what was begun for one row is never done to another.
#include "designer/session/table_cells.h"
#include "designer/session/table_model.h"
#include "model/edits/cabling_edits.h"
#include "model/edits/cascade.h"
#include "model/file/save.h"
#include "solvers/planning/steps.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

struct MovedOnTest : ::testing::Test {
    MovedOnTest() {
        BuildingBuilder builder = office_block(2, 6);
        Edit edit(builder.design, {"规划", "Plan"}, builder.ids);
        EXPECT_TRUE(perform_steps(edit, {}));
        EXPECT_TRUE(save_design(std::move(edit).commit(), folder / "offices.riser"));
        EXPECT_TRUE(window.open(folder / "offices.riser"));
    }
    const Room& room(std::string_view number) {
        for (const Room& row : window.design().rooms)
            if (row.number == number)
                return row;
        throw std::runtime_error("no such room");
    }
    void show(AnyId id) { window.session().show(QString::fromStdString(to_string(id))); }
    // Typed into the inspector's line and not taken yet.
    void type_into(const char* key, const char* text) {
        QQuickItem* line = window.with_property("key", key);
        ASSERT_NE(line, nullptr);
        QQuickItem* field = window.text_field(*line);
        ASSERT_NE(field, nullptr);
        window.click(*field);
        window.key(Qt::Key_A, Qt::ControlModifier);
        window.type(QString::fromLatin1(text));
        ASSERT_EQ(field->property("text").toString(), text);
    }

    TemporaryFolder folder;
    TestWindow window;
};

TEST_F(MovedOnTest, WhatWasTypedIsOfTheRowItWasTypedFor) {
    const RoomId first = room("101").id, second = room("102").id;
    show(first);
    type_into("occupants", "7");
    show(second); // as a finding or a search does: the line keeps the keys
    QTest::qWait(100);
    EXPECT_EQ(window.session().selection().ids(), std::vector<AnyId>{second});
    EXPECT_EQ(window.design().find(first)->occupants, 7); // leaving takes it
    EXPECT_NE(window.design().find(second)->occupants, 7);
    EXPECT_EQ(window.document().history().steps(), 1U);
}

TEST_F(MovedOnTest, WhatWasTypedForARowThatGoesGoesWithIt) {
    const RoomId first = room("101").id, second = room("102").id;
    window.session().selection().set({first, second});
    type_into("occupants", "7");
    const std::int32_t before = window.design().find(second)->occupants;
    ASSERT_NE(before, 7);
    ASSERT_TRUE(window.document().perform({"删", "delete"}, [&](Edit& edit) { return delete_row(edit, first); }));
    QTest::qWait(100);
    EXPECT_EQ(window.session().selection().ids(), std::vector<AnyId>{second});
    EXPECT_EQ(window.design().find(second)->occupants, before);
    EXPECT_EQ(window.document().history().steps(), 1U);
}

TEST_F(MovedOnTest, ADragOfWhatWentMeanwhileMovesAndSelectsNothing) {
    const OutletId outlet = [&] {
        for (const Outlet& row : window.design().outlets)
            if (row.floor == window.session().floor_id())
                return row.id;
        throw std::runtime_error("no outlet");
    }();
    const QPoint at = window.on_screen(window.design().find(outlet)->place);
    QTest::mouseMove(&window.window(), at);
    QTest::mousePress(&window.window(), Qt::LeftButton, {}, at);
    QTest::mouseMove(&window.window(), at + QPoint(20, 0));
    QTest::mouseMove(&window.window(), at + QPoint(40, 0));
    ASSERT_TRUE(window.document().perform({"删", "delete"}, [&](Edit& edit) { return delete_outlet(edit, outlet); }));
    const Design before = window.design();
    QTest::mouseRelease(&window.window(), Qt::LeftButton, {}, at + QPoint(40, 0));
    EXPECT_EQ(window.design(), before);
    for (const AnyId id : window.session().selection().ids())
        EXPECT_TRUE(before.contains(id));
}

// The list of refused cells goes, the table grows and slides under the editor, what was typed is refused in its turn.
TEST_F(MovedOnTest, ACellThatSlidesAwayIsTakenOnceTheTableStands) {
    auto& table = *static_cast<TableModel*>(window.session().table());
    auto& cells = *static_cast<TableCells*>(table.cells());
    window.key(Qt::Key_F6);
    table.set_grid("rooms");
    const int last = table.rowCount() - 1;
    int column = 0;
    while (table.behind()->columns()[table.column_behind(column)].key != "occupants")
        ++column;
    cells.press(last, column, false, false);
    window.key(Qt::Key_Down); // follows it to the end of the table
    EXPECT_FALSE(cells.set("many"));
    ASSERT_EQ(cells.problems().size(), 1);
    (void)window.picture();
    window.key(Qt::Key_End, Qt::ControlModifier);
    cells.press(last, column, false, false);
    window.type("x");
    QQuickItem* editor = window.with_property("objectName", "cellEditor");
    ASSERT_NE(editor, nullptr);
    cells.forgetProblems(); // as a table that is laid out anew does
    QTest::qWait(200);
    EXPECT_FALSE(editor->isVisible());
    ASSERT_EQ(cells.problems().size(), 1);
    EXPECT_TRUE(cells.problems().front().toMap()[QStringLiteral("text")].toString().contains("x"));
    EXPECT_EQ(window.document().history().steps(), 0U);
}

} // namespace
} // namespace riser::test
