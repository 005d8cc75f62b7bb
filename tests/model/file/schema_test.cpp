// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/schema.h"

#include "model/fields/table_access.h"
#include "model/file/brief_reader.h"
#include "model/file/format.h"
#include "model/file/starter.h"
#include "model/file/writer.h"

#include "tests/model/file/temporary_folder.h"
#include "tests/support/random_design.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

namespace riser {
namespace {

bool xmllint_is_there() { return std::system("xmllint --version > /dev/null 2>&1") == 0; }

class Xsd : public testing::Test {
  protected:
    void SetUp() override {
        if (!xmllint_is_there())
            GTEST_SKIP() << "xmllint (libxml2-utils) is not installed: files were not validated against the schema";
        put_bytes(folder_ / "riser.xsd", xsd());
    }
    bool valid(const std::string& text) {
        put_bytes(folder_ / "d.riser", text);
        const std::string at = folder_.path().string();
        const int status = std::system(
            ("xmllint --huge --noout --schema " + at + "/riser.xsd " + at + "/d.riser > " + at + "/messages 2>&1")
                .c_str());
        messages = bytes_of(folder_ / "messages").substr(0, 2000);
        return status == 0;
    }
    std::string messages;

  private:
    TemporaryFolder folder_;
};

TEST_F(Xsd, TakesWhatIsWritten) {
    EXPECT_TRUE(valid(write_design({}))) << messages;
    for (std::uint64_t seed = 0; seed < 10; ++seed)
        ASSERT_TRUE(valid(write_design(random_design(seed, 6)))) << messages;
    EXPECT_TRUE(valid(write_design(*read_brief(starter_brief(), "starter.xml")))) << messages;
    Design blanks;
    Room room;
    room.id = {1};
    blanks.rooms.put(room);
    EXPECT_TRUE(valid(write_design(blanks))) << messages;
}

TEST_F(Xsd, RefusesWhatTheReaderRefuses) {
    const auto room = [](const std::string& attributes) {
        return "<riser format=\"1.0\"><rooms><room id=\"rm-0000000001\" floor=\"fl-0000000001\" " + attributes +
               "/></rooms></riser>";
    };
    ASSERT_TRUE(valid(room("occupants=\"3\""))) << messages;
    for (const char* wrong : {"occupants=\"-1\"", "occupants=\"x\"", "use=\"ofice\"", "body=\"pl-0000000001\"",
                              "colour=\"red\"", "outline=\"0,0 1,1\"", "ceiling-height=\"100001\""})
        EXPECT_FALSE(valid(room(wrong))) << wrong;
    EXPECT_FALSE(valid("<riser/>"));
    EXPECT_FALSE(valid("<riser format=\"1.0\"><roms/></riser>"));
    EXPECT_FALSE(valid("<riser format=\"1.0\"><rooms><room id=\"rm-0000000001\"/></rooms></riser>"));
    EXPECT_FALSE(valid("<riser format=\"1.0\"><rooms><room id=\"fl-0000000001\" floor=\"\"/></rooms></riser>"));
    EXPECT_FALSE(valid("<riser format=\"1.0\"><rooms><room id=\"rm-0000000001\" floor=\"\"/>"
                       "<room id=\"rm-0000000001\" floor=\"\"/></rooms></riser>"))
        << "ids are unique";
}

TEST(Documentation, NamesEveryTableAndFieldInBothLanguages) {
    for (const Language language : {Language::zh, Language::en}) {
        const std::string text = format_documentation(language);
        for (const TableAccess& table : all_tables()) {
            EXPECT_NE(text.find("## `" + table_element(table.kind) + "`"), std::string::npos);
            for (const Field& field : table.record->fields)
                if (field.type != FieldType::parts) {
                    const std::string key(field.key);
                    EXPECT_NE(text.find("| `" + key + (field.type == FieldType::bilingual ? ".zh`" : "` |")),
                              std::string::npos)
                        << key;
                }
        }
    }
    EXPECT_NE(
        format_documentation(Language::en).find("| `occupants` | Occupants | a whole number from 0 to 100000 |  |"),
        std::string::npos);
    EXPECT_NE(format_documentation(Language::zh).find("| `floor` | 楼层 | 楼层的编号，如 fl-7k3qx9m2pv | 必填 |"),
              std::string::npos);
}

TEST(Json, ADesignAsValues) {
    Design design;
    Room room;
    room.id = {1};
    room.floor = {2};
    room.number = "301\xff";
    room.name = {"会议室", ""};
    room.use = RoomUse::meeting;
    room.seats = 12;
    room.outline = {{{0, 0}, {9, 0}, {9, -9}}, {{{1, 1}, {2, 1}, {2, 2}}}};
    room.pins.mask = 2;
    design.rooms.put(room);
    Cable cable;
    cable.id = {1};
    cable.route = {{{3}, 1}};
    design.cables.put(cable);
    RestrictedArea area;
    area.id = {1};
    area.no_camera = false;
    design.restricted_areas.put(area);
    Space space;
    space.id = {1};
    space.serves = {{1}, {2}};
    space.place = {-5, 7};
    design.spaces.put(space);
    Vlan vlan;
    vlan.id = {1};
    vlan.number = VlanNumber::from(1100);
    design.vlans.put(vlan);
    const auto json = nlohmann::json::parse(design_json(design));
    EXPECT_EQ(json["format"], "1.0");
    EXPECT_EQ(json["tables"].size(), 5U);
    const auto& first = json["tables"]["rooms"][0];
    EXPECT_EQ(first["id"], "rm-0000000001");
    EXPECT_EQ(first["number"], "301\uFFFD");
    EXPECT_EQ(first["name"]["zh"], "会议室");
    EXPECT_EQ(first["use"], "meeting");
    EXPECT_EQ(first["seats"], 12);
    EXPECT_EQ(first["outline"], nlohmann::json::parse("[[[0,0],[9,0],[9,-9]],[[1,1],[2,1],[2,2]]]"));
    EXPECT_EQ(first["pins"], nlohmann::json::parse("[\"number\"]"));
    EXPECT_EQ(json["tables"]["cables"][0]["route"],
              nlohmann::json::parse("[{\"run\":\"pw-0000000003\",\"compartment\":1}]"));
    EXPECT_EQ(json["tables"]["restricted-areas"][0]["no-camera"], false);
    EXPECT_EQ(json["tables"]["spaces"][0]["serves"], nlohmann::json::parse("[\"fl-0000000001\",\"fl-0000000002\"]"));
    EXPECT_EQ(json["tables"]["spaces"][0]["place"], nlohmann::json::parse("[-5,7]"));
    EXPECT_EQ(json["tables"]["vlans"][0]["number"], 1100);
}

TEST(Json, EveryRandomDesignHasAllItsRows) {
    const Design design = random_design(3, 4);
    const auto json = nlohmann::json::parse(design_json(design));
    for (const TableAccess& table : all_tables())
        EXPECT_EQ(json["tables"][table_element(table.kind)].size(), table.size(design));
}

TEST(Json, InfoCountsEveryTable) {
    Design design = random_design(3, 4);
    Project project = design.project();
    project.name = {"县政府", "County"};
    design.projects.put(project);
    const auto json = nlohmann::json::parse(info_json(design));
    EXPECT_EQ(json["name"], "县政府");
    EXPECT_EQ(json["format"], "1.0");
    EXPECT_EQ(json["counts"].size(), kind_count);
    EXPECT_EQ(json["counts"]["rooms"], 4);
    EXPECT_EQ(json["counts"]["projects"], 1);
}

} // namespace
} // namespace riser
