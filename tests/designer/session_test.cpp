// SPDX-License-Identifier: GPL-3.0-or-later
// What is open, without a window: a document that is opened, changed, undone, saved and recovered; a check that follows
// it; a plan that stands as a ghost; lists that keep the promises of Qt's models while all that happens.
#include "designer/session/design_session.h"
#include "model/edits/cabling_edits.h"
#include "model/edits/field_edits.h"
#include "model/file/writer.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/solvers/checks/office.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <gtest/gtest.h>

namespace riser {
namespace {

constexpr int patience = 60'000;

Document::Verb rename(RoomId room, std::string name) {
    return [=](Edit& edit) { return set_field(edit, room, "name.zh", name); };
}

Document::Verb move(OutletId outlet, Point place) {
    return [=](Edit& edit) { return move_outlet(edit, outlet, place); };
}

// An outlet that says it belongs to the office but stands far away from it: DES-03.
Document::Verb misplace(OutletId outlet) {
    return [=](Edit& edit) { return edit.update(outlet, [](Outlet& row) { row.place = {40'000, 40'000}; }); };
}

struct Opened : ::testing::Test {
    Opened() {
        path = folder / "office.riser";
        const auto written = save_design(office.design, path);
        EXPECT_TRUE(written);
    }
    std::filesystem::path journal() const { return journal_path(path); }

    TemporaryFolder folder;
    test::Office office;
    std::filesystem::path path;
};

using DocumentTest = Opened;

TEST_F(DocumentTest, OpensWhatWasWritten) {
    Document document;
    QSignalSpy replaced(&document, &Document::replaced), changed(&document, &Document::changed);
    ASSERT_TRUE(document.open(path));
    EXPECT_EQ(document.design(), office.design);
    EXPECT_TRUE(document.is_saved());
    EXPECT_FALSE(document.is_read_only());
    EXPECT_EQ(replaced.count(), 1);
    EXPECT_EQ(changed.count(), 1);
}

TEST_F(DocumentTest, AFileThatIsNoneLeavesWhatIsOpen) {
    Document document;
    ASSERT_TRUE(document.open(path));
    put_bytes(folder / "broken.riser", "<riser format=\"1.0\"><rooms>");
    EXPECT_FALSE(document.open(folder / "broken.riser"));
    EXPECT_FALSE(document.open(folder / "absent.riser"));
    EXPECT_EQ(document.design(), office.design);
    EXPECT_EQ(document.path(), path);
}

TEST_F(DocumentTest, UndoAndRedoGiveEqualDesigns) {
    Document document;
    ASSERT_TRUE(document.open(path));
    ASSERT_TRUE(document.perform({"一", "one"}, rename(office.office, "秘书处")));
    ASSERT_TRUE(document.perform({"二", "two"}, move(office.outlet, {9'000, 500})));
    const Design after = document.design();
    EXPECT_NE(after, office.design);
    EXPECT_FALSE(document.is_saved());
    EXPECT_EQ(document.history().undo_name()->en, "two");
    EXPECT_TRUE(document.undo());
    EXPECT_TRUE(document.undo());
    EXPECT_FALSE(document.undo());
    EXPECT_EQ(document.design(), office.design);
    EXPECT_TRUE(document.is_saved());
    EXPECT_TRUE(document.redo());
    EXPECT_TRUE(document.redo());
    EXPECT_FALSE(document.redo());
    EXPECT_EQ(document.design(), after);
    document.go_to(0);
    EXPECT_EQ(document.design(), office.design);
    EXPECT_EQ(document.facts().design(), office.design);
}

TEST_F(DocumentTest, WhatIsRefusedOrChangesNothingIsNoStep) {
    Document document;
    ASSERT_TRUE(document.open(path));
    const std::uint64_t version = document.version();
    EXPECT_FALSE(document.perform({"x", "x"}, move(OutletId{12345}, {0, 0})));
    EXPECT_TRUE(document.perform({"y", "y"}, [](Edit&) -> Result<void> { return {}; }));
    // A verb that fails half-way leaves nothing of its first half.
    EXPECT_FALSE(document.perform({"z", "z"}, [&](Edit& edit) -> Result<void> {
        EXPECT_TRUE(set_field(edit, office.office, "name.zh", "改"));
        return move_outlet(edit, OutletId{12345}, {0, 0});
    }));
    EXPECT_EQ(document.history().steps(), 0U);
    EXPECT_EQ(document.version(), version);
    EXPECT_EQ(document.design(), office.design);
}

TEST_F(DocumentTest, SavesWhatReopensEqual) {
    Document document;
    ASSERT_TRUE(document.open(path));
    ASSERT_TRUE(document.perform({"一", "one"}, rename(office.office, "秘书处")));
    ASSERT_TRUE(document.save());
    EXPECT_TRUE(document.is_saved());
    ASSERT_TRUE(document.save(folder / "other.riser"));
    EXPECT_EQ(document.path(), folder / "other.riser");
    for (const char* name : {"office.riser", "other.riser"}) {
        const auto again = load_design(folder / name);
        ASSERT_TRUE(again);
        EXPECT_EQ(again->opened.design, document.design()) << name;
    }
}

TEST_F(DocumentTest, SavingOverWhatSomebodyElseWroteIsAConflict) {
    Document document;
    ASSERT_TRUE(document.open(path));
    ASSERT_TRUE(document.perform({"一", "one"}, rename(office.office, "我改的")));
    Design theirs = office.design;
    Room room = *theirs.find(office.office);
    room.name.zh = "他改的";
    theirs.rooms.put(room);
    put_bytes(path, write_design(theirs));
    const Result<void> saved = document.save();
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::conflict);
    EXPECT_EQ(bytes_of(path), write_design(theirs));
    EXPECT_FALSE(document.is_saved());
    EXPECT_TRUE(document.save(folder / "mine.riser"));
}

TEST_F(DocumentTest, ANewerFormatMayOnlyBeLookedAt) {
    std::string bytes = write_design(office.design);
    const std::size_t at = bytes.find("format=\"");
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at + 8, 1, "9");
    put_bytes(path, bytes);
    Document document;
    ASSERT_TRUE(document.open(path));
    EXPECT_TRUE(document.is_read_only());
    EXPECT_FALSE(document.notes().empty());
    const Result<void> edited = document.perform({"一", "one"}, rename(office.office, "秘书处"));
    ASSERT_FALSE(edited);
    EXPECT_EQ(edited.error().code, ErrorCode::refused);
    EXPECT_EQ(document.save().error().code, ErrorCode::refused);
    EXPECT_EQ(bytes_of(path), bytes);
    EXPECT_FALSE(std::filesystem::exists(journal()));
}

TEST_F(DocumentTest, WhatWasNotSavedIsRecovered) {
    Design lost;
    {
        Document document;
        ASSERT_TRUE(document.open(path));
        ASSERT_TRUE(document.perform({"一", "one"}, rename(office.office, "秘书处")));
        ASSERT_TRUE(document.perform({"二", "two"}, move(office.outlet, {9'000, 500})));
        lost = document.design();
    }
    EXPECT_EQ(load_design(path)->opened.design, office.design);
    Document document;
    ASSERT_TRUE(document.open(path));
    EXPECT_EQ(document.design(), lost);
    EXPECT_FALSE(document.is_saved());
    ASSERT_EQ(document.notes().size(), 1U);
    EXPECT_NE(document.notes()[0].en.find("recovered 2 edits"), std::string::npos) << document.notes()[0].en;
    // One step back is what the file holds.
    EXPECT_TRUE(document.undo());
    EXPECT_EQ(document.design(), office.design);
    EXPECT_TRUE(document.redo());
    ASSERT_TRUE(document.save());
    EXPECT_EQ(load_design(path)->opened.design, lost);
}

TEST_F(DocumentTest, WhatWasSavedOrDroppedLeavesNoJournal) {
    {
        Document document;
        ASSERT_TRUE(document.open(path));
        ASSERT_TRUE(document.perform({"一", "one"}, rename(office.office, "秘书处")));
        EXPECT_TRUE(std::filesystem::exists(journal()));
        ASSERT_TRUE(document.save());
    }
    EXPECT_FALSE(std::filesystem::exists(journal()));
    {
        Document document;
        ASSERT_TRUE(document.open(path));
        ASSERT_TRUE(document.perform({"一", "one"}, rename(office.office, "办公室")));
        document.drop_journal();
    }
    EXPECT_FALSE(std::filesystem::exists(journal()));
    Document document;
    ASSERT_TRUE(document.open(path));
    EXPECT_EQ(document.design().find(office.office)->name.zh, "秘书处");
}

struct SessionTest : Opened {
    SessionTest() {
        EXPECT_TRUE(session.open(QUrl::fromLocalFile(QString::fromStdString(path.string()))));
        settle();
    }
    void settle() {
        EXPECT_TRUE(QTest::qWaitFor([&] { return session.check_current(); }, patience));
    }
    bool plan(const QStringList& steps) {
        session.plan(steps);
        return QTest::qWaitFor([&] { return session.has_ghost() && !session.planning(); }, patience);
    }
    std::vector<std::string> found() {
        std::vector<std::string> rules;
        const auto& model = *static_cast<FindingsModel*>(session.findings());
        for (int row = 0; row < model.rowCount(); ++row)
            if (const Finding* finding = model.finding(row))
                rules.push_back(finding->rule);
        return rules;
    }
    bool finds(std::string_view rule) { return std::ranges::count(found(), rule) > 0; }
    // Of its first finding; -1: there is none.
    static int row_of(const FindingsModel& model, std::string_view rule) {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.finding(row) && model.finding(row)->rule == rule)
                return row;
        return -1;
    }
    QVariant inspected(const QString& key) {
        const QAbstractItemModel& form = *session.inspector();
        for (int row = 0; row < form.rowCount(); ++row)
            if (form.index(row, 0).data(InspectorModel::KeyRole).toString() == key)
                return form.index(row, 0).data(InspectorModel::ValueRole);
        return {};
    }
    Document& document() { return session.document(); }

    DesignSession session;
};

TEST_F(SessionTest, WhatHasNoFileIsProposedUnderTheProjectsNameAsAFileMayBeCalled) {
    EXPECT_EQ(session.suggested_file().toLocalFile().toStdString(), path.string());
    session.newEmpty();
    ASSERT_TRUE(session.document().perform({"改", "rename"}, [](Edit& edit) {
        return set_field(edit, edit.design().project().id, "name.en", "Hall A/B: east");
    }));
    session.set_language(QStringLiteral("en"));
    EXPECT_EQ(QFileInfo(session.suggested_file().toLocalFile()).fileName(), "Hall A-B- east.riser");
    EXPECT_TRUE(QFileInfo(session.suggested_file().toLocalFile()).dir().exists());
}

TEST_F(SessionTest, RulesEitherPassAreIdleFindOrStayUnchecked) {
    EXPECT_TRUE(session.has_points());
    const int all = static_cast<int>(session.checker().report().rules.size());
    EXPECT_GT(session.passed(), 0);
    EXPECT_LE(session.passed() + session.idle() + session.unchecked(), all);
    session.newEmpty();
    ASSERT_TRUE(QTest::qWaitFor([&] { return session.check_current(); }, patience));
    EXPECT_FALSE(session.has_points());
    EXPECT_GT(session.idle(), session.passed()); // an empty building passes next to nothing
}

TEST_F(SessionTest, AFindingComesWithAnEditAndGoesWithItsUndo) {
    EXPECT_FALSE(finds("DES-03"));
    ASSERT_TRUE(document().perform({"移", "move"}, misplace(office.outlet)));
    EXPECT_FALSE(session.check_current());
    settle();
    EXPECT_TRUE(finds("DES-03"));
    session.undo();
    EXPECT_FALSE(session.check_current());
    settle();
    EXPECT_FALSE(finds("DES-03"));
}

TEST_F(SessionTest, EditsDuringACheckAreCheckedToo) {
    for (int i = 0; i < 20; ++i)
        ASSERT_TRUE(document().perform({"改", "rename"}, rename(office.office, std::to_string(i))));
    ASSERT_TRUE(document().perform({"移", "move"}, misplace(office.outlet)));
    settle();
    EXPECT_TRUE(finds("DES-03"));
    EXPECT_EQ(session.checker().report(), run_checks(Facts(document().design()), deck_of(document().design())));
}

TEST_F(SessionTest, WhatIsQuickToCheckIsToldBeforeTheRest) {
    int early = 0;
    const auto watch = QObject::connect(&session.checker(), &Checker::changed, [&] {
        if (session.checker().is_nearly_current() && !session.check_current() && finds("DES-03"))
            ++early;
    });
    ASSERT_TRUE(document().perform({"移", "move"}, misplace(office.outlet)));
    settle();
    QObject::disconnect(watch);
    EXPECT_GT(early, 0);
    EXPECT_EQ(session.checker().report(), run_checks(Facts(document().design()), deck_of(document().design())));
}

TEST_F(SessionTest, AFindingIsShownAndWaivedWithAReason) {
    ASSERT_TRUE(document().perform({"移", "move"}, misplace(office.outlet)));
    settle();
    auto& model = *static_cast<FindingsModel*>(session.findings());
    const int row = row_of(model, "DES-03");
    ASSERT_GE(row, 0);
    QSignalSpy revealed(&session, &DesignSession::reveal);
    session.showFinding(row);
    EXPECT_EQ(revealed.count(), 1);
    EXPECT_TRUE(session.selection().holds(office.outlet));
    EXPECT_FALSE(session.waive(model.nameOf(row), "", "张"));
    EXPECT_TRUE(session.message_is_error());
    ASSERT_TRUE(session.waive(model.nameOf(row), "现场已核", "张"));
    settle();
    EXPECT_FALSE(finds("DES-03"));
    EXPECT_EQ(session.waived(), 1);
    model.set_with_waived(true);
    EXPECT_TRUE(finds("DES-03"));
}

TEST_F(SessionTest, AWaiverIsOfTheFindingItWasAskedForOrOfNone) {
    ASSERT_TRUE(document().perform({"移", "move"}, misplace(office.outlet)));
    settle();
    auto& model = *static_cast<FindingsModel*>(session.findings());
    const int row = row_of(model, "DES-03");
    const QString asked = model.nameOf(row);
    ASSERT_NE(asked, "");
    EXPECT_EQ(model.nameOf(-1), "");
    model.set_by_floor(true); // its row is another one now
    EXPECT_EQ(model.named(asked)->rule, "DES-03");
    session.undo(); // meanwhile
    settle();
    EXPECT_EQ(model.named(asked), nullptr);
    EXPECT_FALSE(session.waive(asked, "现场已核", "张"));
    EXPECT_TRUE(session.message_is_error());
    EXPECT_EQ(document().design().waivers.size(), 0U);
}

TEST_F(SessionTest, APlanIsAGhostUntilItIsApplied) {
    const Design before = document().design();
    ASSERT_TRUE(plan({"outlets"}));
    EXPECT_EQ(document().design(), before);
    EXPECT_FALSE(session.ghost_stale());
    ASSERT_EQ(session.planner().reports().size(), 1U);
    EXPECT_EQ(session.ghost()->steps().size(), 1);
    const Design ghost = session.planner().ghost();
    ASSERT_TRUE(session.applyPlan());
    EXPECT_FALSE(session.has_ghost());
    EXPECT_EQ(document().design(), ghost);
    session.undo();
    EXPECT_EQ(document().design(), before);
}

TEST_F(SessionTest, APlanIsStaleAfterAnEditThatItRead) {
    ASSERT_TRUE(plan({"outlets", "cables"}));
    ASSERT_TRUE(document().perform({"移", "move"}, move(office.outlet, {9'000, 500})));
    EXPECT_TRUE(session.ghost_stale());
    const Design edited = document().design();
    EXPECT_FALSE(session.applyPlan());
    EXPECT_TRUE(session.message_is_error());
    EXPECT_EQ(document().design(), edited);
    session.dropPlan();
    EXPECT_FALSE(session.has_ghost());
}

TEST_F(SessionTest, AGhostIsLookedAtAndAppliedUpToAStep) {
    document().adopt(test::office_block(3, 6).design);
    const Design before = document().design();
    ASSERT_TRUE(plan({}));
    GhostView& view = *session.ghost();
    ASSERT_EQ(view.steps().size(), static_cast<int>(planning_steps().size()));
    EXPECT_EQ(view.stage(), static_cast<int>(planning_steps().size()) - 1);
    // What is kept small stands beside how small it can be; what it costs, beside what it adds.
    const auto step = [&](const char* key) {
        for (const QVariant& one : view.steps())
            if (one.toMap()["key"] == QString::fromLatin1(key))
                return one.toMap();
        return QVariantMap();
    };
    EXPECT_EQ(step("cables")["objectives"].toStringList().size(), 1);
    EXPECT_TRUE(step("outlets")["objectives"].toStringList().isEmpty());
    EXPECT_FALSE(view.cost().isEmpty());
    EXPECT_EQ(view.known().size(), view.steps().size());
    view.set_stage(0);
    const Design first = view.after().design();
    EXPECT_EQ(view.before().design(), before);
    view.set_stage(1);
    view.set_alone(true);
    EXPECT_EQ(view.before().design(), first);
    view.set_stage(0);
    ASSERT_NE(first, before);
    ASSERT_TRUE(session.applyPlan());
    EXPECT_EQ(document().design(), first);
    EXPECT_EQ(view.stage(), -1);
    EXPECT_TRUE(view.steps().empty());
}

TEST_F(SessionTest, CountsOfFloorsAddUpToWhatChanges) {
    document().adopt(test::office_block(3, 6).design);
    ASSERT_TRUE(plan({}));
    const ChangeSet changes = session.planner().changes();
    std::size_t rows = 0, nowhere = 0;
    const std::shared_ptr<const Ghost> ghost = session.planner().whole_ghost();
    for (const FloorCounts& counts : ghost->stages.back().floors)
        (counts.floor ? rows : nowhere) += counts.added + counts.changed + counts.removed;
    // What feeds the building stands on no floor of it.
    const TableChanges& sources = changes.of(Kind::power_sources);
    EXPECT_EQ(nowhere, sources.added.size() + sources.changed.size() + sources.removed.size());
    EXPECT_GT(rows, 0U);
    EXPECT_EQ(rows + nowhere, changes.size());
}

// Two floors of few points each share a telecom room when that is asked for, and only then.
TEST_F(SessionTest, AsFewTelecomRoomsAsServeEveryPointWhenAskedFor) {
    document().adopt(test::office_block(2, 4).design);
    const auto distributors = [&] {
        std::int32_t count = 0;
        for (const Space& space : session.planner().ghost().spaces)
            count += space.role == SpaceRole::floor_distributor;
        return count;
    };
    ASSERT_TRUE(plan({}));
    const std::int32_t named = distributors();
    EXPECT_FALSE(session.fewest_rooms());
    session.dropPlan();
    session.set_fewest_rooms(true);
    EXPECT_TRUE(session.fewest_rooms());
    ASSERT_TRUE(plan({}));
    EXPECT_LT(distributors(), named);
    EXPECT_GT(distributors(), 0);
}

TEST_F(SessionTest, APlanThatIsStoppedLeavesNothing) {
    document().adopt(test::office_block(3, 6).design);
    session.plan({});
    session.stopPlan();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session.planning(); }, patience));
    EXPECT_FALSE(session.has_ghost());
    EXPECT_TRUE(session.planner().reports().empty());
    EXPECT_TRUE(session.ghost()->steps().empty());
    EXPECT_FALSE(session.applyPlan());
}

TEST_F(SessionTest, APlanOfADesignThatWasReplacedLeavesNothing) {
    session.plan({"outlets", "cables"});
    ASSERT_TRUE(session.planning());
    session.newEmpty();
    EXPECT_FALSE(session.planning());
    QTest::qWait(200); // its run may end meanwhile
    settle();
    EXPECT_FALSE(session.has_ghost());
    EXPECT_EQ(session.ghost()->stage(), -1);
    ASSERT_TRUE(session.open(QUrl::fromLocalFile(QString::fromStdString(path.string()))));
    ASSERT_TRUE(plan({"outlets"})); // and does not stand in the way of the next
    session.newEmpty();
    EXPECT_FALSE(session.has_ghost());
}

TEST_F(SessionTest, WhatIsOnlyPlannedIsShownButNotSelected) {
    document().adopt(test::office_block(3, 6).design);
    ASSERT_TRUE(plan({"outlets"}));
    const std::vector<std::uint64_t> added = session.planner().changes().of(Kind::outlets).added;
    ASSERT_FALSE(added.empty());
    QSignalSpy revealed(&session, &DesignSession::reveal);
    session.show(QString::fromStdString(to_string(AnyId(Kind::outlets, added.front()))));
    EXPECT_EQ(revealed.count(), 1);
    EXPECT_TRUE(session.selection().empty());
    session.dropPlan();
    session.show(QString::fromStdString(to_string(AnyId(Kind::outlets, added.front()))));
    EXPECT_EQ(revealed.count(), 1);
}

TEST_F(SessionTest, TheInspectorShowsAndSetsWhatIsSelected) {
    session.show(QString::fromStdString(to_string(AnyId(office.office))));
    EXPECT_EQ(inspected("number").toString(), "301");
    auto& form = *static_cast<InspectorModel*>(session.inspector());
    EXPECT_EQ(form.set("number", "399"), "");
    EXPECT_EQ(document().design().find(office.office)->number, "399");
    EXPECT_EQ(inspected("number").toString(), "399");
    EXPECT_NE(form.set("occupants", "many"), "");
    EXPECT_EQ(document().history().steps(), 1U);
    // Many at once: one step, and nothing of it where one of them refuses.
    session.selection().set({office.office, office.telecom_room});
    EXPECT_EQ(inspected("number").toString(), "");
    EXPECT_EQ(form.set("name.zh", "同名"), "");
    EXPECT_EQ(document().design().find(office.telecom_room)->name.zh, "同名");
    EXPECT_EQ(document().history().steps(), 2U);
}

TEST_F(SessionTest, WhatIsDeletedIsNoLongerSelected) {
    session.selection().set({office.office, office.outlet});
    ASSERT_TRUE(document().perform({"删", "delete"}, [&](Edit& edit) { return delete_outlet(edit, office.outlet); }));
    EXPECT_EQ(session.selection().ids(), std::vector<AnyId>{office.office});
    session.selection().set({office.outlet});
    session.deleteSelected(); // of a row that is not there: nothing
    EXPECT_EQ(document().history().steps(), 1U);
}

// A gesture, a list or a report may name a row that is gone by the time it selects it.
TEST_F(SessionTest, WhatIsNotThereIsNotSelected) {
    ASSERT_TRUE(document().perform({"删", "delete"}, [&](Edit& edit) { return delete_outlet(edit, office.outlet); }));
    Selection& selection = session.selection();
    selection.set({office.outlet, office.office});
    EXPECT_EQ(selection.ids(), std::vector<AnyId>{office.office});
    selection.toggle(office.outlet);
    selection.add({office.outlet});
    EXPECT_EQ(selection.ids(), std::vector<AnyId>{office.office});
}

TEST_F(SessionTest, AFindingOfWhatWasDeletedSelectsNothing) {
    ASSERT_TRUE(document().perform({"移", "move"}, misplace(office.outlet)));
    settle();
    auto& model = *static_cast<FindingsModel*>(session.findings());
    const int row = row_of(model, "DES-03");
    ASSERT_GE(row, 0);
    ASSERT_TRUE(document().perform({"删", "delete"}, [&](Edit& edit) { return delete_outlet(edit, office.outlet); }));
    ASSERT_FALSE(session.check_current()); // the list is of before
    session.showFinding(row);
    for (const AnyId id : session.selection().ids())
        EXPECT_TRUE(document().design().contains(id));
    EXPECT_FALSE(session.selection().holds(office.outlet));
}

TEST_F(SessionTest, DeletingNamesWhatGoesAlong) {
    session.show(QString::fromStdString(to_string(AnyId(office.outlet))));
    session.deleteSelected();
    EXPECT_FALSE(document().design().contains(office.jack));
    EXPECT_NE(session.message(), "");
    EXPECT_TRUE(session.selection().empty());
    session.undo();
    EXPECT_EQ(document().design(), office.design);
}

TEST_F(SessionTest, ARoomIsFoundByItsNumber) {
    auto& search = *static_cast<SearchModel*>(session.search());
    search.set_query("301");
    ASSERT_GT(search.rowCount(), 0);
    EXPECT_EQ(search.index(0).data(SearchModel::IdRole).toString().toStdString(), to_string(AnyId(office.office)));
    search.set_query("no such thing");
    EXPECT_EQ(search.rowCount(), 0);
    search.set_query("");
    EXPECT_EQ(search.rowCount(), 0);
}

TEST_F(SessionTest, TheLanguageChangesEveryText) {
    ASSERT_TRUE(document().perform({"移", "move"}, misplace(office.outlet)));
    settle();
    session.show(QString::fromStdString(to_string(AnyId(office.office))));
    static_cast<SearchModel*>(session.search())->set_query("301");
    static_cast<TableModel*>(session.table())->setShown(true);
    const auto texts = [&] {
        QStringList out{session.undo_name()};
        for (QAbstractItemModel* model : {session.layers(), session.history(), session.search()})
            out << model->index(0, 0).data(model->roleNames().key("name", model->roleNames().key("kind"))).toString();
        for (int row = 0; row < session.findings()->rowCount(); ++row)
            if (const QModelIndex at = session.findings()->index(row, 0);
                at.data(FindingsModel::RuleRole).toString() == "DES-03")
                out << at.data(FindingsModel::TitleRole).toString();
        out << session.inspector()->index(0, 0).data(InspectorModel::LabelRole).toString();
        out << session.table()->headerData(0, Qt::Horizontal).toString();
        return out;
    };
    const QStringList chinese = texts();
    session.set_language("en");
    const QStringList english = texts();
    ASSERT_EQ(chinese.size(), english.size());
    ASSERT_GE(chinese.size(), 7);
    for (qsizetype i = 0; i < chinese.size(); ++i)
        EXPECT_NE(chinese[i], english[i]) << i;
    session.set_language("zh");
    EXPECT_EQ(texts(), chinese);
}

// A view may read rows until it is told that they go.
TEST_F(SessionTest, FindingsCanBeReadUntilTheyGo) {
    ASSERT_TRUE(document().perform({"移", "move"}, misplace(office.outlet)));
    settle();
    auto& model = *static_cast<FindingsModel*>(session.findings());
    const auto all = [&] {
        QStringList out;
        for (int row = 0; row < model.rowCount(); ++row)
            for (const int role : model.roleNames().keys())
                out << model.index(row).data(role).toString();
        return out;
    };
    const QStringList before = all();
    QStringList read;
    QObject::connect(&model, &QAbstractItemModel::modelAboutToBeReset, &model, [&] { read = all(); });
    session.undo();
    settle();
    EXPECT_EQ(read, before);
    EXPECT_NE(all(), before);
}

TEST_F(SessionTest, AStepToAnEqualDesignIsToldToo) {
    ASSERT_TRUE(document().perform({"一", "one"}, rename(office.office, "甲")));
    ASSERT_TRUE(document().perform({"二", "two"}, [&](Edit& edit) -> Result<void> {
        edit.put(*office.design.find(office.office));
        return {};
    }));
    ASSERT_EQ(document().design(), office.design);
    ASSERT_EQ(document().history().steps(), 2U);
    session.set_language("en");
    auto& history = *static_cast<HistoryModel*>(session.history());
    QSignalSpy position(&history, &HistoryModel::positionChanged), state(&session, &DesignSession::stateChanged);
    QSignalSpy shown(&history, &QAbstractItemModel::dataChanged);
    history.goTo(0);
    EXPECT_EQ(position.count(), 1);
    EXPECT_EQ(shown.count(), 1);
    EXPECT_GE(state.count(), 1);
    EXPECT_TRUE(history.index(2).data(HistoryModel::UndoneRole).toBool());
    EXPECT_EQ(session.undo_name(), "");
    EXPECT_EQ(session.redo_name(), "one");
}

TEST_F(SessionTest, ModelsKeepTheirPromises) {
    const auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (QAbstractItemModel* model : {session.floors(), session.layers(), session.findings(), session.inspector(),
                                      session.history(), session.search(), session.table()})
        testers.push_back(std::make_unique<QAbstractItemModelTester>(model, fatal));
    auto& findings = *static_cast<FindingsModel*>(session.findings());
    auto& table = *static_cast<TableModel*>(session.table());
    auto& search = *static_cast<SearchModel*>(session.search());
    table.setShown(true);
    session.selection().set({office.office});
    search.set_query("3");
    ASSERT_TRUE(document().perform({"移", "move"}, misplace(office.outlet)));
    settle();
    findings.set_by_floor(true);
    findings.toggle(0);
    findings.toggle(0);
    findings.set_filter("DES");
    findings.set_filter("");
    findings.set_by_floor(false);
    findings.set_with_waived(true);
    static_cast<LayersModel*>(session.layers())->toggle(2);
    for (const QVariant& grid : table.gridsFor({})) {
        table.set_grid(grid.toMap()[QStringLiteral("key")].toString());
        table.sortBy(0);
        table.sortBy(0);
        table.set_filter("1");
        table.set_filter("");
        table.sortBy(0);
    }
    ASSERT_TRUE(plan({"outlets"}));
    ASSERT_TRUE(session.applyPlan());
    ASSERT_TRUE(document().perform({"加", "add"}, [&](Edit& edit) -> Result<void> {
        Floor floor = *edit.design().find(office.floor);
        floor.id = {};
        floor.label = "4F";
        edit.put(floor);
        return {};
    }));
    EXPECT_EQ(session.floors()->rowCount(), 2);
    session.set_language("en");
    session.selection().set({office.outlet});
    session.deleteSelected();
    settle();
    document().go_to(0);
    document().go_to(document().history().steps());
    settle();
    session.newEmpty();
    settle();
    EXPECT_EQ(session.history()->rowCount(), 1);
    ASSERT_TRUE(session.open(QUrl::fromLocalFile(QString::fromStdString(path.string()))));
    settle();
    EXPECT_EQ(session.floors()->rowCount(), 1);
}

} // namespace
} // namespace riser
