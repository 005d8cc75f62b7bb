// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of the file: what was written is read back equal, and written again byte for byte; other spellings of a
// design settle after one writing.
#include "model/fields/table_access.h"
#include "model/file/reader.h"
#include "model/file/writer.h"

#include "tests/support/random_design.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

std::string settled(const std::string& text) {
    const Result<Design> design = read_design(text, "x.riser");
    EXPECT_TRUE(design.has_value()) << to_string(design.error(), Language::en) << "\n" << text.substr(0, 400);
    return design ? write_design(*design) : "";
}

// The first line that differs, for messages.
std::string difference(const std::string& a, const std::string& b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at])
        ++at;
    const std::size_t from = at < 100 ? 0 : at - 100;
    return "…" + a.substr(from, 200) + "\nagainst\n…" + b.substr(from, 200);
}

TEST(RoundTrip, ThousandRandomDesigns) {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        const Design design = random_design(seed, 1 + seed % 4);
        const std::string written = write_design(design);
        const Result<Design> read = read_design(written, "random.riser");
        ASSERT_TRUE(read.has_value()) << "seed " << seed << ": " << to_string(read.error(), Language::en);
        ASSERT_TRUE(*read == design) << "seed " << seed;
        const std::string again = write_design(*read);
        ASSERT_TRUE(again == written) << "seed " << seed << ": " << difference(written, again);
    }
}

TEST(RoundTrip, RandomDesignFillsEveryField) {
    const Design design = random_design(1, 40);
    for (const TableAccess& table : all_tables())
        for (const Field& field : table.record->fields) {
            bool filled = false;
            table.for_each(design, [&](const void* row) { filled = filled || !field.is_default(row); });
            EXPECT_TRUE(filled || table.size(design) < 2) << table_name(table.kind) << "." << field.key;
        }
}

TEST(RoundTrip, EmptyDesignIsThreeLines) {
    EXPECT_EQ(write_design({}), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<riser format=\"1.0\">\n</riser>\n");
    EXPECT_EQ(settled(write_design({})), write_design({}));
}

TEST(RoundTrip, RowIsOneLineInFieldOrderWithoutDefaults) {
    Design design;
    Room room;
    room.id = {42};
    room.floor = {7};
    room.number = "301";
    room.name = {"会议室", "Meeting \"A\" & <B>"};
    room.use = RoomUse::meeting;
    room.pins.mask = 1U << record_of<Room>().index_of("number") | 1U << record_of<Room>().index_of("name");
    design.rooms.put(room);
    EXPECT_EQ(write_design(design),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<riser format=\"1.0\">\n"
              "<rooms>\n"
              "  <room id=\"rm-000000001a\" floor=\"fl-0000000007\" number=\"301\" name.zh=\"会议室\" "
              "name.en=\"Meeting &quot;A&quot; &amp; &lt;B>\" use=\"meeting\" pins=\"number name\"/>\n"
              "</rooms>\n"
              "</riser>\n");
}

TEST(RoundTrip, PartsAreChildrenOnTheLineOfTheirRow) {
    Design design;
    Cable cable;
    cable.id = {1};
    cable.type = {2};
    cable.route = {{{3}, 0}, {{4}, 1}};
    design.cables.put(cable);
    const std::string written = write_design(design);
    EXPECT_NE(written.find("  <cable id=\"cb-0000000001\" type=\"ct-0000000002\"><step run=\"pw-0000000003\"/>"
                           "<step run=\"pw-0000000004\" compartment=\"1\"/></cable>\n"),
              std::string::npos)
        << written;
    EXPECT_TRUE(*read_design(written, "x") == design);
}

// A design half done holds rooms without a floor: it must survive being saved.
TEST(RoundTrip, NeededReferencesToNothingAreBlank) {
    Design design;
    Room room;
    room.id = {1};
    design.rooms.put(room);
    Waiver waiver;
    waiver.id = {1};
    design.waivers.put(waiver);
    Ats ats;
    ats.id = {1};
    design.transfer_switches.put(ats);
    Space space;
    space.id = {1};
    space.serves = {{0}, {5}}; // a reference to nothing stands in no file
    space.plane = PlaneId{0};
    design.spaces.put(space);
    const std::string written = write_design(design);
    EXPECT_NE(written.find("<room id=\"rm-0000000001\" floor=\"\"/>"), std::string::npos) << written;
    EXPECT_NE(written.find("serves=\"fl-0000000005\""), std::string::npos) << written;
    EXPECT_EQ(written.find("plane="), std::string::npos) << written;
    EXPECT_EQ(settled(written), written);
    EXPECT_EQ(read_design(written, "x")->rooms.begin()->floor, FloorId{});
}

TEST(RoundTrip, WhatXmlCannotHoldBecomesTheReplacementCharacter) {
    Design design;
    Room room;
    room.id = {1};
    room.floor = {1};
    room.number = std::string("a\0b\x01\xff\xed\xa0\x80", 8);
    design.rooms.put(room);
    const Result<Design> read = read_design(write_design(design), "x");
    ASSERT_TRUE(read.has_value()) << to_string(read.error(), Language::en);
    EXPECT_EQ(read->rooms.begin()->number, "a\uFFFDb\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST(RoundTrip, LineEndsAndSpacesOfTextsSurvive) {
    Design design;
    Comment comment;
    comment.id = {1};
    comment.text = "  one\ntwo\r\n\tthree  ";
    design.comments.put(comment);
    EXPECT_TRUE(*read_design(write_design(design), "x") == design);
}

// Hand-written: other order of tables, rows and attributes, single quotes, references, comments, a byte order mark.
TEST(RoundTrip, OtherSpellingsSettleAtOnce) {
    const std::string by_hand =
        "\xef\xbb\xbf<?xml version='1.0'?>\r\n<!-- by hand -->\r\n"
        "<riser format = '1.0' >\r\n"
        "<!-- the rooms -->"
        "<rooms><!-- a corner --><room floor='fl-0000000001' name.en='A&#66;&#x43;' id='rm-0000000002'>"
        "<!-- inside --></room>\n\n<room id='rm-0000000001' floor='fl-0000000001'></room><!-- last --></rooms>"
        "<floors/>\r\n<!-- tail --></riser><!-- after -->\r\n";
    const std::string once = settled(by_hand);
    EXPECT_EQ(once, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<!-- by hand -->\n"
                    "<riser format=\"1.0\">\n"
                    "<!-- the rooms -->\n"
                    "<rooms>\n"
                    "  <room id=\"rm-0000000001\" floor=\"fl-0000000001\"/>\n"
                    "  <!-- a corner -->\n"
                    "  <room id=\"rm-0000000002\" floor=\"fl-0000000001\" name.en=\"ABC\"><!-- inside --></room>\n"
                    "  <!-- last -->\n"
                    "</rooms>\n"
                    "<!-- tail -->\n"
                    "<!-- after -->\n"
                    "</riser>\n");
    EXPECT_EQ(settled(once), once);
}

TEST(RoundTrip, DanglingReferencesAndDoubledLabelsLoad) {
    const std::string text = "<riser format=\"1.0\"><floors>"
                             "<floor id=\"fl-0000000001\" building=\"bg-00000000zz\" label=\"1F\"/>"
                             "<floor id=\"fl-0000000002\" building=\"bg-00000000zz\" label=\"1F\"/>"
                             "</floors></riser>";
    EXPECT_EQ(read_design(text, "x")->floors.size(), 2U);
}

} // namespace
} // namespace riser
