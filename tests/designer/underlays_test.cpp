// SPDX-License-Identifier: GPL-3.0-or-later
// Underlays from the window, without the window: one step of the history, read in the background, copies that go with
// the design wherever it is saved, and what is said when one is missing.
#include "designer/session/underlays.h"

#include "designer/session/plan_importer.h"
#include "designer/session/words.h"
#include "model/edits/building_edits.h"
#include "model/edits/calibrate_edits.h"
#include "model/file/sha256.h"
#include "tests/designer/waiting.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/model/import/dxf_builder.h"

#include <algorithm>

namespace riser {
namespace {

// The head of a PNG of 1000 x 500 pixels at 254 dots an inch; nobody decodes it here.
std::string head_of_png(const std::string& more = {}) {
    return std::string("\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\x03\xE8\0\0\x01\xF4\x08\x02\0\0\0CRC.", 33) +
           std::string("\0\0\0\x09pHYs\0\0\x27\x10\0\0\x27\x10\x01"
                       "CRC.",
                       21) +
           more;
}

std::size_t names_in(const std::vector<Text>& notes, const char* what) {
    return static_cast<std::size_t>(std::count_if(
        notes.begin(), notes.end(), [&](const Text& note) { return note.en.find(what) != std::string::npos; }));
}

class Placing : public test::WithLoop {
  protected:
    void SetUp() override {
        document.adopt(Design());
        Building building;
        ASSERT_TRUE(document.perform({"楼", "Building"}, [&](Edit& edit) -> Result<void> {
            const BuildingId id = edit.put(building);
            Result<FloorId> added = add_floor(edit, id, {.label = "1F"});
            if (!added)
                return std::move(added).error();
            floor = *added;
            return {};
        }));
        underlays.set_floor(floor);
        QObject::connect(&underlays, &Underlays::refused, [this](const Error& error) { why = error; });
    }
    QUrl write(const char* name, const std::string& bytes) {
        put_bytes(folder / name, bytes);
        return QUrl::fromLocalFile(words((folder / name).string()));
    }
    bool settled() {
        return wait_for([&] { return !underlays.busy(); });
    }
    const Underlay* only() const {
        return document.design().underlays.size() == 1 ? &*document.design().underlays.begin() : nullptr;
    }

    TemporaryFolder folder;
    Document document;
    FloorId floor;
    Underlays underlays{document, nullptr};
    std::optional<Error> why;
};

TEST_F(Placing, APictureIsLaidByItsDotsAsOneStepThatIsUndone) {
    const std::size_t steps = document.history().steps();
    int loads = 0;
    QObject::connect(&underlays, &Underlays::loaded, [&] { ++loads; });
    underlays.place(write("扫描.png", head_of_png()));
    EXPECT_TRUE(underlays.busy());
    ASSERT_TRUE(wait_for([&] { return loads > 0 && !underlays.busy(); }));
    ASSERT_TRUE(only());
    EXPECT_EQ(document.history().steps(), steps + 1);
    EXPECT_NE(document.history().undo_name()->en.find("扫描.png"), std::string::npos);
    EXPECT_NEAR(static_cast<double>(only()->scale_ppm), 10e6, 1e4); // 0.1 mm of paper a dot, at 1:100
    EXPECT_EQ(only()->asset, sha256(head_of_png()));
    ASSERT_TRUE(underlays.found(*only()).content);
    EXPECT_EQ(underlays.found(*only()).content->picture()->head.width, 1000);
    ASSERT_TRUE(document.undo());
    EXPECT_EQ(document.design().underlays.size(), 0U);
    ASSERT_TRUE(document.redo());
    ASSERT_TRUE(settled());
    EXPECT_TRUE(underlays.found(*only()).content);
    const Similarity twice = *scaling_by_distance({0, 0}, {1000, 0}, Millimetres(2000));
    ASSERT_TRUE(document.perform({"校准", "Calibrate"}, [&](Edit& edit) -> Result<void> {
        const Result<Calibration> done = calibrate_underlay(edit, floor, twice);
        return done ? Result<void>() : Result<void>(done.error());
    }));
    EXPECT_NEAR(static_cast<double>(only()->scale_ppm), 20e6, 2e4);
    EXPECT_TRUE(underlays.found(*only()).content); // shown at once: nothing is read again
}

TEST_F(Placing, ADrawingComesByItsUnitToTheCornerOfTheRooms) {
    ASSERT_TRUE(document.perform({"房间", "Room"}, [&](Edit& edit) -> Result<void> {
        const Result<RoomId> room =
            add_room(edit, floor,
                     {.number = "101",
                      .name = {},
                      .use = RoomUse::office,
                      .body = {},
                      .outline = {.outer = {{5000, 7000}, {9000, 7000}, {9000, 9000}, {5000, 9000}}, .holes = {}}});
        return room ? Result<void>() : Result<void>(room.error());
    }));
    underlays.place(write(
        "a.DXF", dxf::a_drawing().unit(6).with(dxf::line("X", 3, 4, 23, 4)).with(dxf::line("X", 3, 4, 3, 14)).text()));
    ASSERT_TRUE(settled());
    ASSERT_FALSE(why) << to_string(*why, Language::en);
    ASSERT_TRUE(only());
    EXPECT_EQ(only()->kind, UnderlayKind::dxf);
    EXPECT_EQ(only()->scale_ppm, 1'000'000'000); // metres
    EXPECT_EQ(only()->offset_x, 5000 - 3000);
    EXPECT_EQ(only()->offset_y, 7000 - 4000);
}

TEST_F(Placing, WhatIsNoPictureIsRefused) {
    underlays.place(write("a.png", "hello"));
    ASSERT_TRUE(settled());
    ASSERT_TRUE(why);
    EXPECT_EQ(why->code, ErrorCode::unsupported);
    why.reset();
    underlays.place(QUrl::fromLocalFile(words((folder / "absent.png").string())));
    ASSERT_TRUE(settled());
    EXPECT_TRUE(why);
    why.reset();
    underlays.set_floor({});
    underlays.place(write("b.png", head_of_png()));
    EXPECT_TRUE(why);
    EXPECT_EQ(document.design().underlays.size(), 0U);
}

TEST_F(Placing, WhatIsReadWhenAnotherDesignIsOpenedIsNotLaidInThat) {
    underlays.place(write("a.png", head_of_png()));
    ASSERT_TRUE(underlays.busy());
    document.adopt(Design(document.design())); // with the same floor
    ASSERT_TRUE(settled());
    EXPECT_EQ(document.design().underlays.size(), 0U);
    underlays.place(write("b.png", head_of_png()));
    ASSERT_TRUE(settled());
    ASSERT_TRUE(only());
    EXPECT_EQ(only()->file, "b.png");
}

TEST_F(Placing, CopiesGoWithTheDesign) {
    underlays.place(write("scan.png", head_of_png()));
    ASSERT_TRUE(settled());
    const std::string hash = only()->asset;
    ASSERT_TRUE(document.save(folder / "a.riser"));
    EXPECT_EQ(*read_asset(folder / "a.riser", hash), head_of_png());
    std::filesystem::remove(folder / "scan.png");
    // Placed after it has a file, it is there before the save: a crash does not take it.
    underlays.place(write("more.png", head_of_png("more")));
    ASSERT_TRUE(settled());
    EXPECT_EQ(*read_asset(folder / "a.riser", sha256(head_of_png("more"))), head_of_png("more"));
    ASSERT_TRUE(document.save(folder / "b.riser"));
    EXPECT_EQ(*read_asset(folder / "b.riser", hash), head_of_png());

    Document again;
    Underlays theirs(again, nullptr);
    theirs.set_floor(floor);
    ASSERT_TRUE(again.open(folder / "b.riser"));
    ASSERT_TRUE(wait_for([&] { return !theirs.busy(); }));
    EXPECT_EQ(names_in(again.notes(), ".png"), 0U);
    for (const Underlay& row : again.design().underlays)
        EXPECT_TRUE(theirs.found(row).content) << row.file;
    theirs.set_floor(FloorId{12345}); // of another floor nothing is kept
    for (const Underlay& row : again.design().underlays)
        EXPECT_FALSE(theirs.found(row).content);

    std::filesystem::remove_all(folder / "b.assets");
    Document bare;
    Underlays none(bare, nullptr);
    none.set_floor(floor);
    ASSERT_TRUE(bare.open(folder / "b.riser"));
    ASSERT_TRUE(wait_for([&] { return !none.busy(); }));
    EXPECT_EQ(names_in(bare.notes(), ".png"), 2U);
    for (const Underlay& row : bare.design().underlays)
        EXPECT_TRUE(none.found(row).missing) << row.file;
}

TEST_F(Placing, OfADesignWithoutAFileTheyLieWithItsJournal) {
    Document unnamed;
    unnamed.keep_unnamed_in(folder / "unnamed");
    unnamed.adopt(Design());
    const std::string bytes = head_of_png("x");
    unnamed.keep_asset(sha256(bytes), std::make_shared<const std::string>(bytes));
    Document after_a_crash;
    after_a_crash.keep_unnamed_in(folder / "unnamed");
    EXPECT_EQ(*after_a_crash.assets().read(sha256(bytes)), bytes);
}

TEST_F(Placing, AnImportKeepsItsDrawing) {
    const std::filesystem::path plan = RISER_SOURCE_DIR "/examples/administrative-building/plans/3F-4F.dxf";
    PlanImporter importer(document, nullptr);
    importer.read(QUrl::fromLocalFile(words(plan.string())));
    ASSERT_TRUE(wait_for([&] { return !importer.busy(); }));
    ASSERT_TRUE(importer.ready()) << importer.problem().toStdString();
    ASSERT_TRUE(importer.apply());
    ASSERT_EQ(document.design().underlays.size(), 2U);
    for (const Underlay& row : document.design().underlays) {
        EXPECT_EQ(row.asset, sha256(bytes_of(plan)));
        underlays.set_floor(row.floor);
        ASSERT_TRUE(settled());
        ASSERT_TRUE(underlays.found(row).content);
        EXPECT_GT(underlays.found(row).content->lines()->lines.size(), 500U);
        EXPECT_TRUE(underlays.found(row).content->lines()->texts.empty()); // its rooms have their names already
    }
}

} // namespace
} // namespace riser
