// SPDX-License-Identifier: GPL-3.0-or-later
// Importing a floor plan from the window, without the window: what is shown before, what one step does, what is
// refused.
#include "designer/session/plan_importer.h"

#include "designer/session/words.h"
#include "model/file/brief_reader.h"
#include "model/file/sha256.h"
#include "model/file/starter.h"
#include "tests/designer/waiting.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/model/import/dxf_builder.h"

#include <chrono>

namespace riser {
namespace {

const std::filesystem::path plans = RISER_SOURCE_DIR "/examples/administrative-building/plans";

class Importing : public test::WithLoop {
  protected:
    void SetUp() override {
        Result<Design> design = read_brief(starter_brief(), "starter.xml");
        ASSERT_TRUE(design);
        document.adopt(std::move(*design));
        importer.set_language(Language::en);
    }
    void read(const std::filesystem::path& path) {
        importer.read(QUrl::fromLocalFile(words(path.string())));
        ASSERT_TRUE(wait_for([&] { return !importer.busy(); }));
    }
    std::filesystem::path write(const char* name, const std::string& bytes) {
        put_bytes(folder / name, bytes);
        return folder / name;
    }

    TemporaryFolder folder;
    Document document;
    PlanImporter importer{document, nullptr};
};

TEST_F(Importing, ShowsTheFloorBeforeItIsTakenAsOneStep) {
    read(plans / "3F-4F.dxf");
    ASSERT_TRUE(importer.ready()) << importer.problem().toStdString();
    EXPECT_EQ(importer.labels(), QStringList({"3F", "4F"})); // by the title
    EXPECT_EQ(importer.sheet(), 1);
    ASSERT_EQ(importer.sheets().size(), 1);
    EXPECT_EQ(importer.unit_name(), "millimetre");
    EXPECT_GE(importer.report().size(), 3);
    ASSERT_NE(importer.preview(), nullptr);
    EXPECT_TRUE(importer.preview()->contains(importer.preview_floor()));
    EXPECT_EQ(document.design().rooms.size(), 0U); // nothing has happened yet
    EXPECT_EQ(document.history().steps(), 0U);

    const Design wanted = *importer.preview();
    ASSERT_TRUE(importer.apply());
    EXPECT_EQ(document.history().steps(), 1U);
    EXPECT_TRUE(changes_between(document.design(), wanted).empty());
    EXPECT_GT(document.design().rooms.size(), 50U);
    EXPECT_FALSE(importer.ready());
    ASSERT_TRUE(document.undo());
    EXPECT_EQ(document.design().rooms.size(), 0U);
}

TEST_F(Importing, MakesWhatTheSameFunctionsMakeForTheCommandLine) {
    read(plans / "B1.dxf");
    importer.set_floors("B1");
    importer.set_body("none-such");
    ASSERT_TRUE(wait_for([&] { return !importer.busy(); }));
    EXPECT_FALSE(importer.ready());
    EXPECT_NE(importer.problem(), QString());
    importer.set_body({});
    ASSERT_TRUE(wait_for([&] { return !importer.busy(); }));
    ASSERT_TRUE(importer.ready()) << importer.problem().toStdString();

    const Result<PlanDrawing> drawing = read_plan(bytes_of(plans / "B1.dxf"), (plans / "B1.dxf").string());
    ASSERT_TRUE(drawing);
    PlanWish wish{.floors = "B1"};
    wish.asset = sha256(bytes_of(plans / "B1.dxf")); // the copy that goes with the design
    const Result<PlanImport> there = plan_import(document.design(), *drawing, wish);
    ASSERT_TRUE(there);
    EXPECT_TRUE(changes_between(*importer.preview(), there->plan.change.after).empty());
}

TEST_F(Importing, AnotherUnitReadsTheDrawingAgain) {
    read(plans / "1F.dxf");
    importer.set_unit("cm");
    ASSERT_TRUE(wait_for([&] { return !importer.busy() || importer.unit_name() == "centimetre"; }));
    EXPECT_EQ(importer.unit_name(), "centimetre");
    EXPECT_NE(importer.unit_reason(), QString());
    // Recognising a building ten times as large takes its time, but not once it is stopped.
    importer.stop();
    const auto from = std::chrono::steady_clock::now();
    ASSERT_TRUE(wait_for([&] { return !importer.busy(); }));
    EXPECT_LT(std::chrono::steady_clock::now() - from, std::chrono::seconds(5));
    importer.set_unit({});
    ASSERT_TRUE(wait_for([&] { return !importer.busy(); }));
    EXPECT_EQ(importer.unit_name(), "millimetre");
    EXPECT_TRUE(importer.ready()) << importer.problem().toStdString();
}

TEST_F(Importing, OneOfSeveralSheetsIsChosen) {
    read(plans / "11F-12F.dxf");
    EXPECT_FALSE(importer.ready());
    EXPECT_EQ(importer.sheet(), 0);
    ASSERT_EQ(importer.sheets().size(), 2);
    importer.set_sheet(2);
    ASSERT_TRUE(wait_for([&] { return !importer.busy(); }));
    ASSERT_TRUE(importer.ready()) << importer.problem().toStdString();
    EXPECT_EQ(importer.labels(), QStringList({"12F"}));
}

TEST_F(Importing, SaysWhyItRefuses) {
    dxf::Drawing elevation = dxf::a_drawing().unit(4);
    for (int storey = 0; storey <= 4; ++storey) {
        const char* heights[] = {"%%p0.000", "3.600", "7.200", "10.800", "14.400"};
        const double at = storey * 3600.0;
        elevation.with(dxf::line("A-WALL", 0, at, 30'000, at));
        elevation.with(dxf::text("A-FLOR-LEVL", -4000, at + 100, 350, heights[storey]));
    }
    elevation.with(dxf::text("TEXT", 10'000, -3000, 700, "①-⑤立面图"));
    const std::string whole = bytes_of(plans / "1F.dxf");
    const std::vector<std::pair<std::filesystem::path, std::string>> cases{
        {write("binary.dxf", std::string("AutoCAD Binary DXF\r\n\x1a\0", 22)), "binary"},
        {write("cut.dxf", whole.substr(0, whole.size() / 2)), ""},
        {write("empty.dxf", ""), "empty"},
        {write("a.dwg", "AC1032"), ".dwg"},
        {write("elevation.dxf", elevation.text()), "elevation"},
        {folder / "absent.dxf", "absent.dxf"}};
    for (const auto& [path, word] : cases) {
        read(path);
        EXPECT_FALSE(importer.ready()) << path;
        const std::string problem = importer.problem().toStdString();
        EXPECT_FALSE(problem.empty()) << path;
        EXPECT_NE(problem.find(word), std::string::npos) << problem;
        EXPECT_FALSE(importer.apply());
    }
    EXPECT_EQ(document.history().steps(), 0U);
}

TEST_F(Importing, StoppedIsSaidAndDroppedIsForgotten) {
    importer.read(QUrl::fromLocalFile(words((plans / "1F.dxf").string())));
    importer.stop();
    ASSERT_TRUE(wait_for([&] { return !importer.busy(); }));
    EXPECT_FALSE(importer.ready());
    EXPECT_NE(importer.problem(), QString());
    importer.drop();
    EXPECT_EQ(importer.problem(), QString());
    EXPECT_EQ(importer.file_name(), QString());
}

} // namespace
} // namespace riser
