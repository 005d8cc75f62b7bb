// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that was drawn is lost unasked: the question before a design makes room or the window closes, each of its
// answers, and what a killed program left behind.
#include "model/edits/field_edits.h"
#include "model/file/save.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"
#include "tests/support/builders.h"

#include <QProcess>
#include <cstdio>
#include <gtest/gtest.h>

namespace riser::test {
namespace {

const QString question = QStringLiteral("Save the changes first?");

Design on_disk(const std::filesystem::path& path) {
    Result<LoadedDesign> loaded = load_design(path, {});
    EXPECT_TRUE(loaded);
    return loaded ? std::move(loaded->opened.design) : Design();
}

// An edit through the window.
bool delete_the_first_room(TestWindow& window) {
    const RoomId room = window.design().rooms.begin()->id;
    window.session().selection().set({room});
    window.key(Qt::Key_Delete);
    return window.wait_for([&] { return !window.design().contains(AnyId(room)); });
}

struct LifeTest : ::testing::Test {
    LifeTest() {
        opened = office_block(1, 4).design;
        EXPECT_TRUE(save_design(opened, path));
        EXPECT_TRUE(save_design(office_block(2, 3).design, other));
        EXPECT_TRUE(window.open(path));
        EXPECT_TRUE(delete_the_first_room(window));
        edited = window.design();
        EXPECT_NE(edited, opened);
    }
    bool asked() {
        return window.wait_for([&] { return window.sees(question); });
    }
    bool answered() {
        return window.wait_for([&] { return !window.sees(question); });
    }

    TemporaryFolder folder;
    std::filesystem::path path = folder / "offices.riser", other = folder / "other.riser";
    Design opened, edited;
    TestWindow window;
};

TEST_F(LifeTest, CancelKeepsWhatIsOpenWhateverWasAsked) {
    window.key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(asked());
    EXPECT_TRUE(window.press("Cancel"));
    EXPECT_TRUE(answered());
    window.drop(other);
    ASSERT_TRUE(asked());
    window.key(Qt::Key_Escape);
    EXPECT_TRUE(answered());
    window.window().close();
    ASSERT_TRUE(asked());
    EXPECT_TRUE(window.press("Cancel"));
    EXPECT_TRUE(answered());
    EXPECT_TRUE(window.window().isVisible());
    EXPECT_EQ(window.design(), edited);
    EXPECT_EQ(window.document().path(), path);
    EXPECT_EQ(on_disk(path), opened);
    // Cancelling was no consent: it asks again.
    window.window().close();
    EXPECT_TRUE(asked());
}

TEST_F(LifeTest, ANewDesignTakesThePlaceOfOneThatIsLetGo) {
    window.key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(asked());
    EXPECT_TRUE(window.press("Do not save"));
    EXPECT_TRUE(window.wait_for([&] { return window.document().path().empty(); }));
    EXPECT_TRUE(answered());
    EXPECT_EQ(window.design().rooms.size(), 0U);
    EXPECT_EQ(on_disk(path), opened);
}

TEST_F(LifeTest, ANewDesignTakesThePlaceOfOneThatIsSaved) {
    window.key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(asked());
    window.key(Qt::Key_Return); // what saves is ready to be taken
    EXPECT_TRUE(window.wait_for([&] { return window.document().path().empty(); }));
    EXPECT_EQ(window.design().rooms.size(), 0U);
    EXPECT_EQ(on_disk(path), edited);
}

TEST_F(LifeTest, AnotherDesignIsOpenedAfterSavingThis) {
    window.drop(other);
    ASSERT_TRUE(asked());
    EXPECT_TRUE(window.press("Save"));
    EXPECT_TRUE(window.wait_for([&] { return window.document().path() == other; }));
    EXPECT_EQ(window.design(), on_disk(other));
    EXPECT_EQ(on_disk(path), edited);
}

TEST_F(LifeTest, AnotherDesignIsChosenInTheDialogOfFiles) {
    window.key(Qt::Key_O, Qt::ControlModifier);
    ASSERT_TRUE(asked());
    EXPECT_TRUE(window.press("Do not save"));
    // The dialog of files of Qt itself, where the desktop gives none.
    ASSERT_TRUE(window.wait_for([&] { return window.with_property("objectName", "fileDialogListView"); }));
    window.key(Qt::Key_Escape);
    EXPECT_TRUE(window.wait_for([&] { return !window.with_property("objectName", "fileDialogListView"); }));
    EXPECT_EQ(window.design(), edited); // nothing was chosen, nothing is lost
}

TEST_F(LifeTest, TheWindowClosesOnceItsDesignIsSaved) {
    window.window().close();
    ASSERT_TRUE(asked());
    EXPECT_TRUE(window.window().isVisible());
    EXPECT_TRUE(window.press("Save"));
    EXPECT_TRUE(window.wait_for([&] { return !window.window().isVisible(); }));
    EXPECT_EQ(on_disk(path), edited);
}

TEST_F(LifeTest, TheWindowClosesOnceItsDesignIsLetGo) {
    window.window().close();
    ASSERT_TRUE(asked());
    EXPECT_TRUE(window.press("Do not save"));
    EXPECT_TRUE(window.wait_for([&] { return !window.window().isVisible(); }));
    EXPECT_EQ(on_disk(path), opened);
    EXPECT_EQ(folder.names(), (std::set<std::string>{"offices.riser", "other.riser"})); // no journal brings it back
}

TEST_F(LifeTest, WhatIsSavedIsNotAskedAbout) {
    window.key(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(window.wait_for([&] { return window.session().saved(); }));
    window.drop(other);
    EXPECT_TRUE(window.wait_for([&] { return window.document().path() == other; }));
    EXPECT_FALSE(window.sees(question));
    window.window().close();
    EXPECT_TRUE(window.wait_for([&] { return !window.window().isVisible(); }));
}

TEST_F(LifeTest, WhereSavingFailsNothingIsLetGo) {
    std::filesystem::remove_all(folder.path());
    window.key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(asked());
    EXPECT_TRUE(window.press("Save"));
    EXPECT_TRUE(window.wait_for([&] { return window.session().message_is_error(); }));
    EXPECT_EQ(window.design(), edited);
}

constexpr const char* to_be_killed = "RISER_TEST_KILLED";

// The program that is going to be killed, when the test below starts it; else nothing.
TEST(Killed, EditsAndWaits) {
    const QString job = qEnvironmentVariable(to_be_killed);
    if (job.isEmpty())
        return;
    TestWindow window;
    if (job.endsWith(QStringLiteral(".riser"))) {
        ASSERT_TRUE(window.open(job.toStdString()));
    } else {
        window.document().keep_unnamed_in(job.toStdString());
        window.document().adopt(office_block(1, 4).design);
    }
    ASSERT_TRUE(delete_the_first_room(window));
    ASSERT_TRUE(delete_the_first_room(window));
    std::puts("edited");
    std::fflush(stdout);
    QTest::qWait(600'000);
}

struct RecoveryTest : ::testing::Test {
    // Starts the program, lets it edit and kills it.
    void edit_and_kill(const std::filesystem::path& job) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(to_be_killed, QString::fromStdString(job.string()));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--gtest_filter=Killed.*")});
        QByteArray said;
        ASSERT_TRUE(QTest::qWaitFor(
            [&] {
                process.waitForReadyRead(50);
                return (said += process.readAllStandardOutput()).contains("edited");
            },
            120'000))
            << said.toStdString();
        process.kill();
        ASSERT_TRUE(process.waitForFinished());
    }
    static bool says(TestWindow& window, const QString& words) {
        return window.wait_for([&] {
            return window.find([&](QQuickItem& item) { return item.property("text").toString().contains(words); });
        });
    }
    TemporaryFolder folder;
};

TEST_F(RecoveryTest, SaysWhatItRecoveredAndGoesBackWhenAsked) {
    const std::filesystem::path path = folder / "offices.riser";
    const Design saved = office_block(1, 4).design;
    ASSERT_TRUE(save_design(saved, path));
    ASSERT_NO_FATAL_FAILURE(edit_and_kill(path));
    EXPECT_EQ(on_disk(path), saved);
    TestWindow window;
    ASSERT_TRUE(window.open(path));
    EXPECT_TRUE(says(window, "recovered 2 edits that were not saved"));
    EXPECT_EQ(window.design().rooms.size() + 2, saved.rooms.size());
    EXPECT_FALSE(window.session().saved());
    const Design recovered = window.design();
    EXPECT_TRUE(window.press("Undoes the recovery; Ctrl+Shift+Z brings it again"));
    EXPECT_TRUE(window.wait_for([&] { return window.design() == saved; }));
    EXPECT_TRUE(window.session().notices().isEmpty());
    window.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(window.design(), recovered);
}

TEST_F(RecoveryTest, FindsADesignThatNeverHadAFile) {
    ASSERT_NO_FATAL_FAILURE(edit_and_kill(folder.path()));
    TestWindow window;
    ASSERT_TRUE(window.session().recover_unnamed_in(QString::fromStdString(folder.path().string())));
    EXPECT_TRUE(says(window, "recovered 2 edits that were not saved"));
    EXPECT_EQ(window.design().rooms.size() + 2, office_block(1, 4).design.rooms.size());
    EXPECT_TRUE(window.press("Understood"));
    EXPECT_TRUE(window.wait_for([&] { return window.session().notices().isEmpty(); }));
    // It is still in no file.
    window.window().close();
    EXPECT_TRUE(window.wait_for([&] { return window.sees(question); }));
}

} // namespace
} // namespace riser::test
