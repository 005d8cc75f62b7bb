// SPDX-License-Identifier: GPL-3.0-or-later
// Tables in the real window: chosen, selected by hand, typed into, copied and pasted, refused, and gone back from.
#include "designer/session/table_cells.h"
#include "model/edits/field_edits.h"
#include "model/file/save.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"
#include "tests/support/builders.h"

#include <QClipboard>
#include <QDeadlineTimer>
#include <QGuiApplication>
#include <gtest/gtest.h>

namespace riser::test {
namespace {

struct TablesWindowTest : ::testing::Test {
    TablesWindowTest() {
        const std::filesystem::path path = folder / "offices.riser";
        EXPECT_TRUE(save_design(office_block(2, 4).design, path));
        EXPECT_TRUE(window.open(path));
        window.key(Qt::Key_F6);
        table.set_grid("rooms");
        QTest::qWait(100);
    }
    const Design& design() { return window.design(); }
    const Room& room(int row) {
        return *design().find(RoomId{parse_any_id(table.subjectOf(row).toStdString())->value});
    }
    int column(const char* key) {
        for (int c = 0; c < table.columnCount(); ++c)
            if (table.behind()->columns()[table.column_behind(c)].key == key)
                return c;
        throw std::runtime_error("no such column");
    }
    QPoint place(int row, int at) {
        QQuickItem* cell = window.find([&](QQuickItem& item) {
            return item.property("row").isValid() && item.property("editable").isValid() &&
                   item.property("row").toInt() == row && item.property("column").toInt() == at;
        });
        if (!cell)
            throw std::runtime_error("the cell is not on the screen");
        return cell->mapToScene(QPointF(cell->width() / 2, cell->height() / 2)).toPoint();
    }
    void click(int row, const char* key, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseClick(&window.window(), Qt::LeftButton, keys, place(row, column(key)));
    }
    void copy_elsewhere(const char* text) { QGuiApplication::clipboard()->setText(QString::fromUtf8(text)); }

    TemporaryFolder folder;
    TestWindow window;
    TableModel& table = *static_cast<TableModel*>(window.session().table());
    TableCells& cells = *static_cast<TableCells*>(table.cells());
};

TEST_F(TablesWindowTest, ABlockFromASpreadsheetIsPastedAndUndone) {
    const Design before = design();
    copy_elsewhere("801\tA1\r\n802\tA2\r\n");
    click(0, "number");
    window.key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(room(0).number, "801");
    EXPECT_EQ(room(1).number, "802");
    EXPECT_EQ(room(1).door_number, "A2");
    EXPECT_NE(window.with_text("801"), nullptr);
    window.key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), "801\tA1\n802\tA2\n");
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(design() == before);
    // One wrong cell: it is named, and nothing is changed.
    copy_elsewhere("office\npalace\n");
    click(0, "use");
    window.key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(design() == before);
    QTest::qWait(50);
    QQuickItem* problems = window.find([](QQuickItem& item) { return item.objectName() == "cellProblems"; });
    ASSERT_NE(problems, nullptr);
    EXPECT_NE(
        window.find([](QQuickItem& item) { return item.property("text").toString().contains("palace"); }, problems),
        nullptr);
    window.key(Qt::Key_Escape);
    EXPECT_FALSE(problems->isVisible());
}

TEST_F(TablesWindowTest, CellsAreSelectedByHandAndFilledAtOnce) {
    QTest::mousePress(&window.window(), Qt::LeftButton, {}, place(1, column("occupants")));
    for (const int row : {2, 3})
        QTest::mouseMove(&window.window(), place(row, column("occupants")));
    QTest::mouseRelease(&window.window(), Qt::LeftButton, {}, place(3, column("occupants")));
    EXPECT_EQ(cells.count(), 3);
    click(5, "occupants", Qt::ControlModifier);
    EXPECT_EQ(cells.count(), 4);
    window.type("12"); // typing begins to edit
    EXPECT_NE(room(1).occupants, 12);
    window.key(Qt::Key_Return, Qt::ControlModifier);
    for (const int row : {1, 2, 3, 5})
        EXPECT_EQ(room(row).occupants, 12) << row;
    EXPECT_NE(room(4).occupants, 12);
    EXPECT_TRUE(is_pinned(design(), room(1).id, "occupants"));
    window.key(Qt::Key_Delete);
    EXPECT_EQ(room(3).occupants, 0);
    // Shift and arrows stretch, letters are no tools here.
    click(0, "name.zh");
    window.key(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(cells.count(), 2);
    window.type("v");
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.window().property("view"), "tables");
    window.key(Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(cells.count(), table.rowCount() * table.columnCount());
}

TEST_F(TablesWindowTest, EnterAndTabMoveOnAndEscLeaves) {
    click(0, "number");
    window.key(Qt::Key_F2);
    window.key(Qt::Key_A, Qt::ControlModifier);
    window.type("900");
    window.key(Qt::Key_Return);
    EXPECT_EQ(room(0).number, "900");
    EXPECT_EQ(cells.row(), 1);
    window.type("901");
    window.key(Qt::Key_Tab);
    EXPECT_EQ(room(1).number, "901");
    EXPECT_EQ(cells.column(), column("number") + 1);
    const Design before = design();
    window.type("xyz");
    window.key(Qt::Key_Escape);
    EXPECT_TRUE(design() == before);
    // Values of an enumeration are offered.
    click(2, "use");
    window.type("corr");
    window.key(Qt::Key_Down);
    window.key(Qt::Key_Return);
    EXPECT_EQ(room(2).use, RoomUse::corridor);
    // What is wrong stays to be mended.
    click(3, "occupants");
    window.type("many");
    window.key(Qt::Key_Return);
    QQuickItem* editor = window.find([](QQuickItem& item) { return item.objectName() == "cellEditor"; });
    ASSERT_NE(editor, nullptr);
    EXPECT_TRUE(editor->property("wrong").toBool());
    window.key(Qt::Key_Escape);
}

TEST_F(TablesWindowTest, KeysSortByAColumnAndSelectIt) {
    const int number = column("number");
    click(0, "number");
    const QString first = table.data(table.index(0, number), Qt::DisplayRole).toString();
    window.key(Qt::Key_Down, Qt::AltModifier);
    window.key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(table.property("sortColumn").toInt(), number);
    EXPECT_NE(table.data(table.index(0, number), Qt::DisplayRole).toString(), first);
    click(0, "number");
    window.key(Qt::Key_Space, Qt::ControlModifier);
    window.key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), table.rowCount());
}

// What the window warns of fails the test: a tip must not wait for a heading that is gone.
TEST_F(TablesWindowTest, AHeadingGoesWhileItIsPointedAt) {
    QQuickItem* const heading = window.named(table.heading(4));
    ASSERT_NE(heading, nullptr);
    const QPoint at = heading->mapToScene({heading->width() / 2, heading->height() / 2}).toPoint();
    QTest::mouseMove(&window.window(), at + QPoint(0, 100));
    QTest::mouseMove(&window.window(), at);
    ASSERT_NE(window.find([](QQuickItem& item) { return item.property("containsMouse").toBool(); }, heading), nullptr);
    // Nothing comes in its place that would take the tip over.
    for (const QVariant& each : table.allColumns())
        table.showColumn(each.toMap().value("key").toString(), false);
    ASSERT_EQ(table.columnCount(), 1);
    // Without deferred deletes: the heading is out of the window before it is deleted.
    for (const QDeadlineTimer past_the_delay(900); !past_the_delay.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

// The list of refused cells goes and comes as the value is tried, and the table moves under it.
TEST_F(TablesWindowTest, AWrongValueStaysThoughTheTableMoves) {
    window.window().setProperty("findingsHeight", 580);
    copy_elsewhere("many\nmany\n");
    click(0, "occupants");
    window.key(Qt::Key_V, Qt::ControlModifier);
    ASSERT_FALSE(cells.problems().isEmpty());
    window.key(Qt::Key_End, Qt::ControlModifier);
    const int last = table.rowCount() - 1;
    ASSERT_EQ(cells.row(), last);
    window.key(Qt::Key_Home);
    while (cells.column() < column("occupants"))
        window.key(Qt::Key_Right);
    QTest::qWait(50);
    window.type("much");
    window.key(Qt::Key_Return);
    const auto editor = [&] { return window.find([](QQuickItem& item) { return item.objectName() == "cellEditor"; }); };
    ASSERT_NE(editor(), nullptr);
    EXPECT_TRUE(editor()->property("wrong").toBool());
    editor()->setProperty("text", "17");
    window.key(Qt::Key_Return);
    EXPECT_EQ(room(last).occupants, 17);
}

TEST_F(TablesWindowTest, AColumnIsHiddenAndShownAgain) {
    const int before = table.columnCount();
    QQuickItem* columns = window.with_text("Columns");
    ASSERT_NE(columns, nullptr);
    for (const int wanted : {before - 1, before}) {
        window.click(*columns);
        QQuickItem* toggle = nullptr;
        ASSERT_TRUE(window.wait_for([&] {
            toggle = window.find([](QQuickItem& item) {
                return QString::fromLatin1(item.metaObject()->className()).startsWith(QLatin1String("Toggle")) &&
                       item.window() && item.isVisible();
            });
            return toggle != nullptr;
        }));
        QTest::qWait(100);
        window.click(*toggle);
        EXPECT_TRUE(window.wait_for([&] { return table.columnCount() == wanted; }));
        window.key(Qt::Key_Escape);
        QTest::qWait(100);
    }
}

TEST_F(TablesWindowTest, FromARowToThePlanAndBack) {
    click(2, "number");
    const RoomId id = room(2).id;
    window.key(Qt::Key_Return);
    QTest::qWait(100);
    EXPECT_EQ(window.window().property("view"), "plan");
    EXPECT_EQ(window.session().selection().ids(), std::vector<AnyId>{id});
    table.set_grid("floors");
    window.key(Qt::Key_T, Qt::ControlModifier);
    QTest::qWait(100);
    EXPECT_EQ(window.window().property("view"), "tables");
    EXPECT_EQ(table.grid_key(), "rooms");
    EXPECT_EQ(room(cells.row()).id, id);
}

TEST_F(TablesWindowTest, ATableIsFoundByItsName) {
    QQuickItem* chooser = window.find([](QQuickItem& item) { return item.objectName() == "tableChooser"; });
    ASSERT_NE(chooser, nullptr);
    window.click(*chooser);
    QTest::qWait(200);
    window.type("floor");
    window.key(Qt::Key_Return);
    QTest::qWait(200);
    EXPECT_EQ(table.grid_key(), "floors");
    QQuickItem* filter = window.find([](QQuickItem& item) { return item.objectName() == "tableFilter"; });
    ASSERT_NE(filter, nullptr);
    window.click(*filter);
    window.type("label=1F");
    window.key(Qt::Key_Return);
    EXPECT_EQ(table.rowCount(), 1);
    table.set_grid("rooms");
    QTest::qWait(300);
    EXPECT_EQ(filter->property("text").toString(), "");
    EXPECT_GT(table.rowCount(), 1);
}

TEST_F(TablesWindowTest, TheCatalogueCopiesATypeAndSaysWhyOneStays) {
    auto& catalogue = *static_cast<CatalogueModel*>(window.session().catalogue());
    window.key(Qt::Key_B, Qt::ControlModifier);
    QTest::qWait(200);
    const Design before = design();
    QString used;
    for (int row = 0; row < catalogue.rowCount(); ++row)
        if (catalogue.index(row).data(CatalogueModel::UsesRole).toInt() > 0)
            used = catalogue.index(row).data(CatalogueModel::CodeRole).toString();
    ASSERT_FALSE(used.isEmpty());
    window.type(used);
    QTest::qWait(400);
    QQuickItem* line = window.find(
        [&](QQuickItem& item) { return item.property("typeId").isValid() && item.property("code") == used; });
    ASSERT_NE(line, nullptr);
    window.click(*line);
    QQuickItem* remove = window.with_text("Delete");
    ASSERT_NE(remove, nullptr);
    window.click(*remove);
    EXPECT_TRUE(design() == before);
    QQuickItem* problem = window.find([](QQuickItem& item) { return item.objectName() == "catalogueProblem"; });
    ASSERT_NE(problem, nullptr);
    EXPECT_TRUE(problem->property("text").toString().contains("is used"));
    const QString chosen = catalogue.chosen();
    QQuickItem* copy = window.with_text("Add a copy");
    ASSERT_NE(copy, nullptr);
    window.click(*copy);
    EXPECT_NE(catalogue.chosen(), chosen);
    EXPECT_FALSE(problem->isVisible());
    // The copy's own form.
    QQuickItem* code = window.with_property("key", "code");
    ASSERT_NE(code, nullptr);
    window.click(*window.text_field(*code));
    window.key(Qt::Key_A, Qt::ControlModifier);
    window.type("NEW-1");
    window.key(Qt::Key_Return);
    EXPECT_EQ(catalogue.chosen_name(), "NEW-1");
}

} // namespace
} // namespace riser::test
