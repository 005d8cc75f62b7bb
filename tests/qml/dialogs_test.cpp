// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs of importing, exporting and preferences, and a file let fall on the window, as hands meet them.
#include "model/file/save.h"
#include "solvers/planning/steps.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

const std::filesystem::path examples = RISER_SOURCE_DIR "/examples/administrative-building";

// RISER_DRAWINGS names the folder of real drawings where it is not beside the source.
std::filesystem::path drawings() {
    const QString named = qEnvironmentVariable("RISER_DRAWINGS");
    return named.isEmpty() ? std::filesystem::path(RISER_SOURCE_DIR "/../shared/data/plans")
                           : std::filesystem::path(named.toStdString());
}
const std::filesystem::path real_plan = drawings() / "gemini_building1.dxf";

// The button of the import dialog that takes the plan.
QQuickItem* taking(TestWindow& window) {
    return window.find([](QQuickItem& item) {
        return item.property("primary") == true && item.property("text").toString().startsWith("Import");
    });
}

bool press_taking(TestWindow& window) {
    return window.press([&] { return taking(window); });
}

// The real plan with everything in it many times, which takes any machine a while to read.
std::filesystem::path long_plan(const TemporaryFolder& folder) {
    const std::string bytes = bytes_of(real_plan);
    const std::size_t start = bytes.find('\n', bytes.find("ENTITIES")) + 1;
    const std::size_t end = bytes.find("ENDSEC", start);
    const std::size_t last = bytes.rfind('0', end);
    std::string out = bytes.substr(0, last);
    for (int i = 0; i < 20; ++i)
        out += bytes.substr(start, last - start);
    put_bytes(folder / "long.dxf", out + bytes.substr(last));
    return folder / "long.dxf";
}

bool import_is_open(TestWindow& window) { return taking(window) != nullptr; }

TEST(ImportDialog, ARealPlanLetFallIsShownAndBecomesAFloor) {
    if (!std::filesystem::exists(real_plan))
        GTEST_SKIP() << real_plan.string() << " is not here";
    TestWindow window;
    window.drop(real_plan);
    ASSERT_TRUE(window.wait_for([&] { return import_is_open(window); }));
    PlanImporter& importer = *window.session().importer();
    ASSERT_TRUE(window.wait_for([&] { return !importer.busy(); }));
    // The plan names no floor by itself: it is asked for, with the reason shown, and nothing can be taken yet.
    if (!importer.ready()) {
        EXPECT_FALSE(importer.problem().isEmpty());
        EXPECT_NE(window.with_text(importer.problem()), nullptr);
        EXPECT_FALSE(taking(window)->isEnabled());
        ASSERT_TRUE(window.press("Floors that the sheet is for"));
        window.type("1F");
        window.key(Qt::Key_Return);
    }
    EXPECT_EQ(window.design().rooms.size(), 0U);
    ASSERT_TRUE(press_taking(window));
    EXPECT_TRUE(window.wait_for([&] { return !import_is_open(window); }));
    EXPECT_GT(window.design().rooms.size(), 10U);
    ASSERT_EQ(window.design().floors.size(), 1U);
    EXPECT_EQ(window.session().floor_id(), window.design().floors.begin()->id);
    EXPECT_FALSE(window.canvas().is_empty());
    EXPECT_TRUE(window.settle());
    window.key(Qt::Key_Z, Qt::ControlModifier); // one step
    EXPECT_EQ(window.design().floors.size(), 0U);
}

TEST(ImportDialog, CancelHalfWayLeavesNothingBehind) {
    if (!std::filesystem::exists(real_plan))
        GTEST_SKIP() << real_plan.string() << " is not here";
    const TemporaryFolder folder;
    const std::filesystem::path plan = long_plan(folder);
    TestWindow window;
    window.session().newEmpty();
    const Design empty = window.design();
    window.drop(plan);
    PlanImporter& importer = *window.session().importer();
    EXPECT_TRUE(importer.busy());
    ASSERT_TRUE(window.press("Cancel"));
    EXPECT_TRUE(window.wait_for([&] { return !import_is_open(window); }));
    EXPECT_TRUE(window.wait_for([&] { return !importer.busy(); }));
    EXPECT_EQ(window.design(), empty);
    EXPECT_FALSE(importer.ready());
    EXPECT_TRUE(importer.problem().isEmpty()); // the next drawing starts with nothing said of this one
    // The next one is not disturbed by it.
    window.drop(examples / "plans" / "3F-4F.dxf");
    ASSERT_TRUE(press_taking(window));
    EXPECT_TRUE(window.wait_for([&] { return window.design().floors.size() == 2U; }));
}

TEST(ImportDialog, StopLeavesTheDialogAndSaysSo) {
    if (!std::filesystem::exists(real_plan))
        GTEST_SKIP() << real_plan.string() << " is not here";
    const TemporaryFolder folder;
    const std::filesystem::path plan = long_plan(folder);
    TestWindow window;
    window.drop(plan);
    PlanImporter& importer = *window.session().importer();
    ASSERT_TRUE(window.press("Stop"));
    ASSERT_TRUE(window.wait_for([&] { return !importer.busy(); }));
    EXPECT_TRUE(import_is_open(window));
    EXPECT_FALSE(taking(window)->isEnabled());
    EXPECT_FALSE(importer.problem().isEmpty());
    EXPECT_NE(window.with_text(importer.problem()), nullptr);
    window.key(Qt::Key_Escape);
    EXPECT_TRUE(window.wait_for([&] { return !import_is_open(window); }));
}

TEST(ImportDialog, WhatIsNoDrawingIsRefusedWithTheReason) {
    const TemporaryFolder folder;
    put_bytes(folder / "letter.dxf", "Dear Sir or Madam\n");
    TestWindow window;
    window.drop(folder / "letter.dxf");
    PlanImporter& importer = *window.session().importer();
    ASSERT_TRUE(window.wait_for([&] { return import_is_open(window) && !importer.busy(); }));
    ASSERT_FALSE(importer.problem().isEmpty());
    EXPECT_NE(window.with_text(importer.problem()), nullptr);
    EXPECT_FALSE(taking(window)->isEnabled());
}

struct ExportTest : ::testing::Test {
    ExportTest() {
        BuildingBuilder builder = office_block(3, 8);
        Edit edit(builder.design, {"规划", "Plan"}, builder.ids);
        EXPECT_TRUE(perform_steps(edit, {}));
        EXPECT_TRUE(save_design(std::move(edit).commit(), path));
        EXPECT_TRUE(window.open(path));
        window.key(Qt::Key_E, Qt::ControlModifier);
        EXPECT_TRUE(window.wait_for([&] { return window.sees("Folder to write into"); }));
    }
    PackageExporter& exporter() { return *window.session().exporter(); }
    QQuickItem* button(const QString& text) {
        return window.find([&](QQuickItem& item) {
            return item.property("text") == text && item.property("primary") == true &&
                   item.property("tip").toString().isEmpty(); // not the one of the top bar
        });
    }
    void start() {
        ASSERT_TRUE(window.press([&] { return button("Export"); }));
    }

    TemporaryFolder folder;
    std::filesystem::path path = folder / "offices.riser", documents = folder / "offices-documents";
    TestWindow window;
};

TEST_F(ExportTest, WritesWithProgressAndListsWhereItLies) {
    std::vector<double> shares;
    QObject::connect(&exporter(), &PackageExporter::changed, &window.window(), [&] {
        if (exporter().busy())
            shares.push_back(exporter().share());
    });
    ASSERT_NO_FATAL_FAILURE(start());
    ASSERT_TRUE(window.wait_for([&] { return !exporter().busy(); }));
    EXPECT_TRUE(std::ranges::is_sorted(shares));
    EXPECT_GT(std::ranges::count_if(shares, [](double share) { return share > 0 && share < 1; }), 2);
    EXPECT_TRUE(exporter().problem().isEmpty()) << exporter().problem().toStdString();
    ASSERT_GT(exporter().files().size(), 5);
    for (const QVariant& file : exporter().files())
        EXPECT_TRUE(std::filesystem::exists(documents / file.toMap()["name"].toString().toStdString()));
    const QString said = QStringLiteral("%1 files in %2").arg(exporter().files().size()).arg(documents.c_str());
    EXPECT_NE(window.with_text(said), nullptr);
    EXPECT_TRUE(window.press("Close"));
    EXPECT_TRUE(window.wait_for([&] { return !window.sees("Folder to write into"); }));
}

TEST_F(ExportTest, StopLeavesNoHalfWrittenSet) {
    // Many floors, which take a while; and what starts is the button that stops, so the second click follows at once.
    window.document().adopt(office_block(40, 12).design);
    ASSERT_TRUE(save_design(window.design(), path));
    ASSERT_TRUE(window.open(path));
    ASSERT_TRUE(window.wait_for([&] { return button("Export") && button("Export")->isEnabled(); }));
    (void)window.picture();
    QQuickItem* const both = button("Export");
    const QPoint at = both->mapToScene({20, both->height() / 2}).toPoint();
    QTest::mouseClick(&window.window(), Qt::LeftButton, {}, at);
    EXPECT_TRUE(exporter().busy());
    EXPECT_EQ(both->property("text"), "Stop");
    QTest::mouseClick(&window.window(), Qt::LeftButton, {}, both->mapToScene({20, both->height() / 2}).toPoint());
    ASSERT_TRUE(window.wait_for([&] { return !exporter().busy(); }));
    EXPECT_TRUE(exporter().files().isEmpty());
    ASSERT_FALSE(exporter().problem().isEmpty());
    EXPECT_NE(window.with_text(exporter().problem()), nullptr);
    EXPECT_EQ(folder.names().count("offices-documents"), 0U);
    // And it can be begun again.
    ASSERT_NO_FATAL_FAILURE(start());
    EXPECT_TRUE(window.wait_for([&] { return !exporter().busy() && exporter().files().size() > 5; }));
}

TEST_F(ExportTest, OnlyTheGroupsThatAreChosenAreWritten) {
    const QVariantList groups = exporter().groups();
    ASSERT_GT(groups.size(), 2);
    for (qsizetype i = 1; i < groups.size(); ++i)
        ASSERT_TRUE(window.press(groups[i].toMap()["name"].toString()));
    ASSERT_NO_FATAL_FAILURE(start());
    ASSERT_TRUE(window.wait_for([&] { return !exporter().busy(); }));
    const qsizetype some = exporter().files().size();
    EXPECT_GT(some, 0);
    ASSERT_TRUE(window.press(groups[1].toMap()["name"].toString()));
    ASSERT_NO_FATAL_FAILURE(start());
    ASSERT_TRUE(window.wait_for([&] { return !exporter().busy(); }));
    EXPECT_GT(exporter().files().size(), some);
}

TEST_F(ExportTest, AFolderThatCannotBeMadeIsSaid) {
    put_bytes(folder / "taken", "a file");
    ASSERT_TRUE(window.press("Folder to write into"));
    window.key(Qt::Key_A, Qt::ControlModifier);
    window.type(QString::fromStdString((folder / "taken").string()));
    ASSERT_NO_FATAL_FAILURE(start());
    ASSERT_TRUE(window.wait_for([&] { return !exporter().busy(); }));
    ASSERT_FALSE(exporter().problem().isEmpty());
    EXPECT_NE(window.with_text(exporter().problem()), nullptr);
    EXPECT_EQ(bytes_of(folder / "taken"), "a file");
}

TEST(PreferencesDialog, LanguageAndThemeChangeUnderTheOpenDialogAndStay) {
    const TemporaryFolder folder;
    const QString ini = QString::fromStdString((folder / "riser.ini").string());
    TestWindow window;
    window.session().preferences()->load(ini);
    window.session().newEmpty();
    window.key(Qt::Key_Comma, Qt::ControlModifier);
    // With the keys alone: a box opens with Space, Up and Down choose, Enter takes.
    ASSERT_TRUE(window.press("Theme"));
    const int light = window.picture().pixelColor(5, 5).lightness();
    window.key(Qt::Key_Down);
    window.key(Qt::Key_Return);
    EXPECT_TRUE(window.wait_for([&] { return window.session().dark(); }));
    EXPECT_TRUE(window.wait_for([&] { return window.picture().pixelColor(5, 5).lightness() < light; }));
    ASSERT_TRUE(window.press("Language"));
    window.key(Qt::Key_Up);
    window.key(Qt::Key_Return);
    EXPECT_TRUE(window.wait_for([&] { return window.session().language() == "zh"; }));
    // The dialog is still there, in Chinese, and so is the window behind it.
    EXPECT_TRUE(window.wait_for([&] { return window.sees("语言") && window.sees("主题"); }));
    EXPECT_NE(window.with_text("楼层"), nullptr);
    EXPECT_EQ(window.with_text("Floors"), nullptr);
    ASSERT_TRUE(window.press("关闭"));
    EXPECT_TRUE(window.wait_for([&] { return !window.sees("主题"); }));
    Preferences again;
    again.load(ini);
    EXPECT_EQ(again.language(), "zh");
    EXPECT_TRUE(again.dark());
}

TEST(Drop, ADesignIsOpenedAndABriefBegun) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder / "offices.riser";
    const Design offices = office_block(1, 4).design;
    ASSERT_TRUE(save_design(offices, path));
    TestWindow window;
    window.drop(path);
    EXPECT_TRUE(window.wait_for([&] { return window.design() == offices; }));
    window.drop(examples / "brief.xml");
    EXPECT_TRUE(window.wait_for([&] { return window.document().path().empty(); }));
    EXPECT_GT(window.design().bodies.size(), 1U);
}

TEST(Drop, WhatIsNoDesignChangesNothingAndIsSaid) {
    const TemporaryFolder folder;
    put_bytes(folder / "letter.txt", "Dear Sir or Madam\n");
    TestWindow window;
    window.session().newEmpty();
    const Design before = window.design();
    window.drop(folder / "letter.txt");
    EXPECT_TRUE(window.wait_for([&] { return window.session().message_is_error(); }));
    EXPECT_NE(window.with_text(window.session().message()), nullptr);
    EXPECT_EQ(window.design(), before);
}

} // namespace
} // namespace riser::test
