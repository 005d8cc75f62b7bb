// SPDX-License-Identifier: GPL-3.0-or-later
// A person's first hour, in the window alone: from the empty start over an imported floor, named rooms, planned and
// routed outlets and the check to a saved design and a workbook; and what the window says on the way.
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

const std::filesystem::path plan = RISER_SOURCE_DIR "/examples/administrative-building/plans/3F-4F.dxf";

// A home of its own, for what is proposed to be saved there.
struct Home {
    Home() {
        qputenv("HOME", QByteArray::fromStdString(folder.path().string()));
        qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString((folder / "config").string()));
    }
    ~Home() {
        qputenv("HOME", home);
        qputenv("XDG_CONFIG_HOME", config);
    }
    TemporaryFolder folder;
    const QByteArray home = qgetenv("HOME"), config = qgetenv("XDG_CONFIG_HOME");
};

struct FirstHour : ::testing::Test, Home {
    bool says(const QString& start) {
        return window.wait_for([&] {
            return window.find([&](QQuickItem& item) { return item.property("text").toString().startsWith(start); });
        });
    }
    // A filled button by the start of its text, once it can be pressed.
    bool press_primary(const QString& start) {
        const auto wanted = [&](QQuickItem& item) {
            return item.property("primary") == true && item.isEnabled() &&
                   item.property("text").toString().startsWith(start) && item.property("tip").toString().isEmpty();
        };
        return window.press([&] { return window.find(wanted); });
    }

    TestWindow window;
};

TEST_F(FirstHour, FromAnEmptyStartToAWorkbook) {
    // The start says how to begin, and nothing of a design that is not there.
    EXPECT_TRUE(window.sees("Start from a floor plan…"));
    EXPECT_EQ(window.with_text("not saved"), nullptr);
    EXPECT_FALSE(window.session().has_points());

    window.drop(plan);
    ASSERT_TRUE(press_primary("Import as"));
    ASSERT_TRUE(window.wait_for([&] { return window.design().floors.size() == 2U; }));
    ASSERT_TRUE(window.settle());
    // A floor without a network has not passed anything worth the name; the next step is said instead.
    EXPECT_EQ(window.with_text("all checked"), nullptr);
    EXPECT_TRUE(says("There is little to check yet") || window.session().errors() + window.session().unchecked() > 0);
    EXPECT_TRUE(says("Select: click")) << "the tool does not say what it does";

    // A room is named by hand.
    const RoomId room = window.design().rooms.begin()->id;
    window.session().show(QString::fromStdString(to_string(AnyId(room))));
    ASSERT_TRUE(
        window.wait_for([&] { return window.with_property("key", "name.en") || window.with_property("key", "name"); }));
    QQuickItem* line = window.with_property("key", "name.en");
    line = line ? line : window.with_property("key", "name");
    window.click(*window.text_field(*line));
    window.key(Qt::Key_A, Qt::ControlModifier);
    window.type("Registry");
    window.key(Qt::Key_Return);
    EXPECT_EQ(window.design().find(room)->name.en, "Registry");

    // Planned and applied.
    window.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(press_primary("Plan"));
    ASSERT_TRUE(press_primary("Apply"));
    EXPECT_GT(window.design().outlets.size(), 20U);
    EXPECT_GT(window.design().cables.size(), 20U);
    ASSERT_TRUE(window.settle());
    EXPECT_GT(window.session().passed(), 10);

    // Saved under the name that is proposed, in the dialog of Qt where the desktop gives none.
    window.key(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(window.wait_for([&] { return window.with_property("objectName", "fileNameTextField") != nullptr; }));
    QQuickItem* name = window.with_property("objectName", "fileNameTextField");
    EXPECT_TRUE(name->property("text").toString().endsWith(".riser"))
        << name->property("text").toString().toStdString();
    window.click(*name);
    window.key(Qt::Key_A, Qt::ControlModifier);
    window.type("building.riser");
    // At once, not only after Enter.
    ASSERT_TRUE(window.press([&] {
        return window.find(
            [](QQuickItem& item) { return item.inherits("QQuickAbstractButton") && item.property("text") == "Save"; });
    }));
    ASSERT_TRUE(window.wait_for([&] { return window.session().saved(); }));
    EXPECT_EQ(window.document().path(), folder / "building.riser");

    // A workbook, beside the design.
    window.key(Qt::Key_E, Qt::ControlModifier);
    ASSERT_TRUE(press_primary("Export"));
    ASSERT_TRUE(window.wait_for([&] { return window.session().exporter()->files().size() > 10; }));
    const std::filesystem::path workbook = folder / "building-documents/schedules.xlsx";
    EXPECT_TRUE(std::filesystem::exists(workbook));
    EXPECT_GT(std::filesystem::file_size(workbook), 10'000U);
}

TEST_F(FirstHour, TheHintOfAToolFollowsTheLanguage) {
    window.session().newEmpty();
    const QString english = window.canvas().property("hint").toString();
    ASSERT_FALSE(english.isEmpty());
    EXPECT_NE(window.with_text(english), nullptr);
    window.key(Qt::Key_L, Qt::ControlModifier);
    const QString chinese = window.canvas().property("hint").toString();
    ASSERT_NE(chinese, english);
    EXPECT_TRUE(window.wait_for([&] { return window.with_text(chinese) != nullptr; }));
}

} // namespace
} // namespace riser::test
