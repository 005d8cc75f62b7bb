// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other formats: a newer minor is edited and loses nothing, a newer major is only looked at, older ones
// migrate a step at a time.
#include "model/file/reader.h"
#include "model/file/save.h"
#include "model/file/writer.h"

#include "tests/model/file/temporary_folder.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace riser {
namespace {

// As a Riser of format 1.7 might write it: unknown attributes and children everywhere, a table and choices we do not
// know.
const char* const newer_minor = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- head -->
<riser format="1.7" signed="yes &amp; twice">
<floors colour="blue">
  <!-- about the floor -->
  <floor id="fl-0000000001" building="bg-0000000001" label="3F" pins="label mood" mood="calm"/>
</floors>
<!-- about rooms -->
<rooms>
  <room id="rm-0000000001" floor="fl-0000000001" number="301" smell="fresh"><!-- in the room --><chair n="1"><leg>  4 </leg></chair></room>
  <room id="rm-0000000002" floor="fl-0000000001" number="302" use="holodeck"/>
  <annex of="rm-0000000001"/>
  <!-- after the rooms -->
</rooms>
<cables>
  <cable id="cb-0000000001" type="ct-0000000001"><step run="pw-0000000001" glow="red"/><step run="pw-0000000002"><clip n="2"/></step></cable>
</cables>
<point-rules>
  <point-rule id="pr-0000000001" plane="pl-0000000001" kind="pk-0000000001" jacks="1" use="holodeck"/>
</point-rules>
<!-- about robots -->
<robots>
  <robot id="rb-0000000001">
    says hello
  </robot>
</robots>
</riser>
)";

Result<Design> read(const std::string& text) { return read_design(text, "x.riser"); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(NewerMinor, SettlesAndLosesNothing) {
    const Result<Design> design = read(newer_minor);
    ASSERT_TRUE(design.has_value()) << to_string(design.error(), Language::en);
    const std::string once = write_design(*design);
    for (const char* part :
         {"<!-- head -->", "format=\"1.7\"", "signed=\"yes &amp; twice\"", "<floors colour=\"blue\">",
          "  <!-- about the floor -->\n", "mood=\"calm\"", "pins=\"label mood\"", "<!-- about rooms -->\n<rooms>",
          "smell=\"fresh\"><!-- in the room --><chair n=\"1\"><leg>  4 </leg></chair></room>", "use=\"holodeck\"",
          "<annex of=\"rm-0000000001\"/>\n  <!-- after the rooms -->", "<step run=\"pw-0000000001\" glow=\"red\"/>",
          "<step run=\"pw-0000000002\"><clip n=\"2\"/></step>",
          "<!-- about robots -->\n<robots>\n  <robot id=\"rb-0000000001\">\n    says hello\n  </robot>\n</robots>"})
        EXPECT_TRUE(has(once, part)) << part << "\n" << once;
    const Result<Design> again = read(once);
    ASSERT_TRUE(again.has_value()) << to_string(again.error(), Language::en) << once;
    EXPECT_TRUE(*again == *design);
    EXPECT_EQ(write_design(*again), once);
}

TEST(NewerMinor, ExtrasSurviveEditsAndSaves) {
    const TemporaryFolder folder;
    put_bytes(folder / "d.riser", newer_minor);
    Result<LoadedDesign> loaded = load_design(folder / "d.riser");
    ASSERT_TRUE(loaded.has_value());
    EXPECT_FALSE(loaded->opened.read_only);
    EXPECT_EQ(loaded->opened.format, (Format{1, 7}));
    EXPECT_EQ(loaded->opened.notes.size(), 1U);
    Design design = loaded->opened.design;
    Room room = *design.rooms.find({1});
    room.number = "399";
    design.rooms.put(room);
    Cable cable = *design.cables.find({1});
    std::swap(cable.route[0], cable.route[1]); // what belongs to a part moves with it
    cable.label = "C-1";
    design.cables.put(cable);
    ASSERT_TRUE(save_design(design, folder / "d.riser", {.expected = loaded->stamp}).has_value());
    const std::string saved = bytes_of(folder / "d.riser");
    EXPECT_TRUE(has(saved, "number=\"399\" smell=\"fresh\"")) << saved;
    EXPECT_TRUE(
        has(saved, "<step run=\"pw-0000000002\"><clip n=\"2\"/></step><step run=\"pw-0000000001\" glow=\"red\"/>"))
        << saved;
    EXPECT_TRUE(has(saved, "mood=\"calm\"")) << saved;
    EXPECT_TRUE(has(saved, "<robots>")) << saved;
    EXPECT_TRUE(load_design(folder / "d.riser")->opened.design == design);
}

TEST(NewerMinor, ChoiceThatAPersonReplacedIsGone) {
    Design design = *read(newer_minor);
    EXPECT_EQ(design.rooms.find({2})->use, RoomUse::other);
    Room room = *design.rooms.find({2});
    room.use = RoomUse::office;
    design.rooms.put(room);
    PointRule rule = *design.point_rules.find({1});
    rule.use = RoomUse::meeting;
    design.point_rules.put(rule);
    const std::string written = write_design(design);
    EXPECT_FALSE(has(written, "holodeck")) << written;
    EXPECT_TRUE(has(written, "use=\"office\"")) << written;
    EXPECT_TRUE(has(written, "use=\"meeting\"")) << written;
    EXPECT_TRUE(read(written).has_value());
}

TEST(NewerMinor, PartThatChangedDropsWhatWasSaidOfIt) {
    Design design = *read(newer_minor);
    Cable cable = *design.cables.find({1});
    cable.route[0].compartment = 3;
    design.cables.put(cable);
    EXPECT_FALSE(has(write_design(design), "glow"));
}

TEST(NewerMinor, KnownThingsAreStillChecked) {
    for (const char* wrong :
         {"<rooms><room id=\"rm-0000000001\"/></rooms>", "<rooms><room id=\"rm-0000000001\" floor=\"3F\"/></rooms>",
          "<rooms><room id=\"rm-0000000001\" floor=\"\" seats=\"-1\"/></rooms>", "<rooms><room floor=\"\"/></rooms>",
          "<rooms>text</rooms>", "<rooms/><rooms/>"})
        EXPECT_FALSE(read("<riser format=\"1.7\">" + std::string(wrong) + "</riser>").has_value()) << wrong;
}

TEST(SameMinor, CommentsAreKept) {
    const std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a -->\n<riser format=\"1.0\">\n<!-- b -->\n<rooms>\n"
        "  <!-- c -->\n  <!-- d\n  over lines -->\n  <room id=\"rm-0000000001\" floor=\"\"><!----></room>\n"
        "  <!-- e -->\n</rooms>\n<!-- f -->\n</riser>\n";
    const Result<Design> design = read(text);
    ASSERT_TRUE(design.has_value()) << to_string(design.error(), Language::en);
    EXPECT_EQ(write_design(*design), text);
}

const char* const newer_major = R"(<riser format="2.3" realm="x">
<rooms order="spiral">
  <room id="rm-0000000001" floor="fl-0000000001" number="301" seats="many" smell="fresh"><chair/></room>
  <room id="rm-0000000002" number="302" use="holodeck">words</room>
  <room id="302"/>
</rooms>
<robots/>
</riser>
)";

TEST(NewerMajor, IsRefusedForEditing) {
    const Result<Design> design = read(newer_major);
    ASSERT_FALSE(design.has_value());
    EXPECT_EQ(design.error().code, ErrorCode::unsupported);
    EXPECT_EQ(design.error().where.line, 1U);
    EXPECT_EQ(read_design(newer_major, "x", {.newer_major = NewerMajor::read_only}).error().code,
              ErrorCode::unsupported);
}

TEST(NewerMajor, OpensReadOnlyWithWhatIsUnderstood) {
    const Result<OpenedDesign> opened = open_design(newer_major, "x", {.newer_major = NewerMajor::read_only});
    ASSERT_TRUE(opened.has_value()) << to_string(opened.error(), Language::en);
    EXPECT_TRUE(opened->read_only);
    EXPECT_EQ(opened->format, (Format{2, 3}));
    ASSERT_EQ(opened->notes.size(), 1U);
    EXPECT_TRUE(has(opened->notes[0].en, "11 things left out")) << opened->notes[0].en;
    EXPECT_EQ(opened->design.rooms.size(), 2U);
    EXPECT_EQ(opened->design.rooms.find({1})->number, "301");
    EXPECT_EQ(opened->design.rooms.find({1})->seats, 0);
    EXPECT_EQ(opened->design.rooms.find({2})->use, RoomUse::other);
}

TEST(NewerMajor, CannotBeSavedOver) {
    const TemporaryFolder folder;
    put_bytes(folder / "d.riser", newer_major);
    const Result<LoadedDesign> loaded = load_design(folder / "d.riser", {.newer_major = NewerMajor::read_only});
    ASSERT_TRUE(loaded.has_value());
    const Result<FileStamp> saved = save_design(loaded->opened.design, folder / "d.riser");
    ASSERT_FALSE(saved.has_value());
    EXPECT_EQ(saved.error().code, ErrorCode::refused);
    EXPECT_EQ(bytes_of(folder / "d.riser"), newer_major);
}

// A past that never was: 0.8 called rooms chambers, 0.9 gave their number in an attribute of another name.
std::vector<std::string>& steps_taken() {
    static std::vector<std::string> steps;
    return steps;
}
const Migration from_0_8{
    {0, 8}, {0, 9}, {"房间表改名", "chambers are called rooms"}, [](pugi::xml_document& document) -> Result<void> {
        steps_taken().push_back("0.8");
        EXPECT_STREQ(document.document_element().attribute("format").value(), "0.8");
        pugi::xml_node table = document.document_element().child("chambers");
        table.set_name("rooms");
        for (pugi::xml_node row : table.children("chamber"))
            row.set_name("room");
        return {};
    }};
const Migration from_0_9{
    {0, 9}, {1, 0}, {"房间号改名", "numbers of rooms"}, [](pugi::xml_document& document) -> Result<void> {
        steps_taken().push_back("0.9");
        EXPECT_STREQ(document.document_element().attribute("format").value(), "0.9");
        for (pugi::xml_node row : document.document_element().child("rooms").children("room")) {
            if (std::string_view(row.attribute("no").value()) == "13")
                return Error{ErrorCode::bad_input, {"不吉利", "unlucky"}, {}, {}};
            row.attribute("no").set_name("number");
        }
        return {};
    }};

TEST(Migrations, RunOneStepAtATime) {
    const Migration list[] = {from_0_9, from_0_8}; // the order of the list does not matter
    steps_taken().clear();
    const Result<OpenedDesign> opened = open_design("<riser format=\"0.8\">\n<chambers>\n<!-- kept --><chamber "
                                                    "id=\"rm-0000000001\" floor=\"\" no=\"301\"/></chambers></riser>",
                                                    "old.riser", {.migrations = list});
    ASSERT_TRUE(opened.has_value()) << to_string(opened.error(), Language::en);
    EXPECT_EQ(steps_taken(), (std::vector<std::string>{"0.8", "0.9"}));
    EXPECT_EQ(opened->format, (Format{0, 8}));
    EXPECT_EQ(opened->notes.size(), 2U);
    EXPECT_EQ(opened->design.rooms.find({1})->number, "301");
    EXPECT_TRUE(has(write_design(opened->design), "<riser format=\"1.0\">\n<rooms>\n  <!-- kept -->\n  <room id="));
}

TEST(Migrations, StartWhereTheFileIs) {
    const Migration list[] = {from_0_8, from_0_9};
    steps_taken().clear();
    EXPECT_TRUE(
        read_design("<riser format=\"0.9\"><rooms><room id=\"rm-0000000001\" floor=\"\" no=\"1\"/></rooms></riser>",
                    "x", {.migrations = list})
            .has_value());
    EXPECT_EQ(steps_taken(), std::vector<std::string>{"0.9"});
    EXPECT_TRUE(read_design("<riser format=\"1.0\"/>", "x", {.migrations = list}).has_value());
    EXPECT_EQ(steps_taken().size(), 1U);
}

TEST(Migrations, AGapIsUnsupported) {
    const Migration list[] = {from_0_8};
    const Result<Design> design = read_design("\n<riser format=\"0.8\"/>", "x", {.migrations = list});
    ASSERT_FALSE(design.has_value());
    EXPECT_EQ(design.error().code, ErrorCode::unsupported);
    EXPECT_EQ(design.error().where, (Where{"x", 2, 1}));
}

TEST(Migrations, AStepMayRefuse) {
    const Migration list[] = {from_0_9};
    const Result<Design> design =
        read_design("<riser format=\"0.9\"><rooms><room no=\"13\"/></rooms></riser>", "x", {.migrations = list});
    ASSERT_FALSE(design.has_value());
    EXPECT_EQ(design.error().message.en, "unlucky");
}

// What a step made has no place in the file: the nearest element that has stands for it.
TEST(Migrations, ErrorsAfterwardsPointIntoTheOldFile) {
    const Migration list[] = {from_0_9};
    const Result<Design> design =
        read_design("<riser format=\"0.9\">\n<rooms>\n  <room id=\"rm-0000000001\" no=\"1\"/></rooms></riser>", "x",
                    {.migrations = list});
    ASSERT_FALSE(design.has_value());
    EXPECT_EQ(design.error().where, (Where{"x", 3, 3}));
}

} // namespace
} // namespace riser
