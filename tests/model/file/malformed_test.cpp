// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the reader refuses, each with the place it names: a "§" in the text stands where the error must point.
#include "model/file/brief_reader.h"
#include "model/file/save.h"
#include "model/file/writer.h"

#include "tests/model/file/temporary_folder.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

struct Malformed {
    const char* name;
    std::string text; // § marks the place
    ErrorCode code = ErrorCode::bad_input;
    const char* says = ""; // a part of the English message
};

constexpr std::string_view mark = "§";

struct Marked {
    std::string text;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

Marked without_mark(std::string text) {
    Marked out;
    const std::size_t at = text.find(mark);
    EXPECT_NE(at, std::string::npos) << text;
    for (std::size_t i = 0; i < at; ++i)
        if (text[i] == '\n')
            ++out.line, out.column = 1;
        else
            ++out.column;
    out.text = text.erase(at, mark.size());
    return out;
}

// Rows inside a document, the first of them on line 3.
std::string in(const std::string& table, const std::string& rows) {
    return "<riser format=\"1.0\">\n<" + table + ">\n" + rows + "\n</" + table + ">\n</riser>\n";
}
std::string room(const std::string& attributes) {
    return in("rooms", "  <room id=\"rm-0000000001\" floor=\"fl-0000000001\" " + attributes + "/>");
}

const std::vector<Malformed>& malformed() {
    static const std::vector<Malformed> cases{
        // Not our XML at all.
        {"empty", "§", ErrorCode::bad_input, "empty"},
        {"blank", "  \n §", ErrorCode::bad_input, "root element"},
        {"plain text", "§hello", ErrorCode::bad_input, "root element"},
        {"binary", "§\x01\x02", ErrorCode::bad_input, "control character"},
        {"zip archive", "PK§\x03\x04", ErrorCode::bad_input, "0x03"},
        {"utf-16", std::string("§\xff\xfe<\0r\0", 8), ErrorCode::unsupported, "UTF-16"},
        {"declared gbk", "<?xml version=\"1.0\" encoding=\"§GBK\"?>\n<riser format=\"1.0\"/>", ErrorCode::unsupported,
         "UTF-8"},
        {"xml 1.1", "<?xml version=\"§1.1\"?>\n<riser format=\"1.0\"/>", ErrorCode::unsupported, "1.0"},
        {"unclosed declaration", "<?xml version=\"1.0\" §>\n<riser format=\"1.0\"/>"},
        {"gbk bytes", room("number=\"§\xb0\xec\""), ErrorCode::bad_input, "0xB0"},
        {"overlong utf-8", room("number=\"§\xc0\x80\"")},
        {"surrogate in utf-8", room("number=\"a§\xed\xa0\x80\"")},
        {"cut utf-8", room("number=\"a§\xe4\xbc\"")},
        {"nul byte", std::string("<riser format=\"1.0\">§\0</riser>", 31), ErrorCode::bad_input, "0x00"},
        {"escape character", room("number=\"§\x1b[31m\"")},
        {"noncharacter", room("number=\"§\xef\xbf\xbf\"")},
        // Markup that pugixml would let pass, and what it would not.
        {"doctype", "<?xml version=\"1.0\"?>\n§<!DOCTYPE riser>\n<riser format=\"1.0\"/>", ErrorCode::refused,
         "DOCTYPE"},
        {"doctype with entities", "§<!DOCTYPE r [<!ENTITY a \"aaaa\">]>\n<riser format=\"1.0\"/>", ErrorCode::refused},
        {"processing instruction", "<riser format=\"1.0\">\n§<?php evil ?>\n</riser>"},
        {"second declaration", "<riser format=\"1.0\"/>\n§<?xml version=\"1.0\"?>"},
        {"two roots", "<riser format=\"1.0\"/>\n§<riser format=\"1.0\"/>", ErrorCode::bad_input, "after the end"},
        {"trailing junk", "<riser format=\"1.0\"/>\n§junk"},
        {"end tag before any other", "<!-- a -->\n§</riser>", ErrorCode::bad_input, "root element"},
        {"no end tag", "<riser format=\"1.0\">\n<rooms>\n§", ErrorCode::bad_input, "inside <rooms>"},
        {"cut in a tag", "<riser format=\"1.0\">\n<rooms>\n<room id=\"rm-0000000001\" §"},
        {"cut in a value", "<riser format=\"1.0\">\n<rooms>\n<room id=\"rm-00§"},
        {"cut in a comment", "<riser format=\"1.0\">\n§<!-- the end", ErrorCode::bad_input, "does not end"},
        {"wrong end tag", "<riser format=\"1.0\">\n<rooms>\n§</room>\n</riser>", ErrorCode::bad_input, "</room>"},
        {"crossed elements", "<riser format=\"1.0\"><rooms>§</riser></rooms>"},
        {"duplicate attribute", room("number=\"1\" §number=\"2\""), ErrorCode::bad_input, "twice"},
        {"duplicate id attribute", in("rooms", "<room id=\"rm-0000000001\" §id=\"rm-0000000001\"/>")},
        {"no space between attributes", room("number=\"1\"§grade=\"2\"")},
        {"value without quotes", room("number=§1")},
        {"attribute without value", room("number§")},
        {"less-than in a value", room("number=\"1 §< 2\""), ErrorCode::bad_input, "\"<\""},
        {"missing quote", "<riser format=\"1.0\">\n<rooms>\n<room id=\"rm-0000000001 floor=\"§x\"/></rooms></riser>"},
        {"bare ampersand", room("number=\"A §& B\""), ErrorCode::bad_input, "\"&\""},
        {"unknown entity", room("number=\"§&nbsp;\"")},
        {"reference to a control character", room("number=\"§&#1;\"")},
        {"reference to a surrogate", room("number=\"§&#xD800;\"")},
        {"reference beyond unicode", room("number=\"§&#x110000;\"")},
        {"reference without end", room("number=\"§&#65\"")},
        {"two hyphens in a comment", "<riser format=\"1.0\">\n§<!-- a -- b -->\n</riser>"},
        {"nested too deeply", "<riser format=\"1.0\"><a><a><a><a><a><a><a>§<a></a></a></a></a></a></a></a></a></riser>",
         ErrorCode::bad_input, "too deeply"},
        {"bad element name", "<riser format=\"1.0\">\n§<1room/></riser>"},
        {"unfinished empty tag", "<riser format=\"1.0\" §/ >"},
        {"cdata close in text", "<riser format=\"1.0\">§]]></riser>"},
        // The document.
        {"other root", "\n§<html/>", ErrorCode::bad_input, "html"},
        {"a brief", "§<riser-brief format=\"1.0\"/>", ErrorCode::bad_input, "brief"},
        {"no format", "§<riser/>", ErrorCode::bad_input, "format"},
        {"malformed format", "<riser format=\"§1\"/>", ErrorCode::bad_input, "MAJOR.MINOR"},
        {"padded format", "<riser format=\"§01.0\"/>"},
        {"newer major", "<riser format=\"§2.0\"/>", ErrorCode::unsupported, "newer"},
        {"older format", "§<riser format=\"0.1\"/>", ErrorCode::unsupported, "no way"},
        {"unknown root attribute", "<riser format=\"1.0\" §colour=\"red\"/>"},
        {"unknown table", "<riser format=\"1.0\">\n  §<roms/>\n</riser>", ErrorCode::bad_input, "roms"},
        {"table twice", "<riser format=\"1.0\">\n<rooms/>\n§<rooms/>\n</riser>", ErrorCode::conflict,
         "first on line 2"},
        {"unknown attribute of a table", "<riser format=\"1.0\"><rooms §sorted=\"no\"/></riser>"},
        {"row of another table", in("rooms", "§<floor id=\"fl-0000000001\"/>"), ErrorCode::bad_input,
         "holds no <floor>"},
        {"text in the document", "<riser format=\"1.0\">§text</riser>", ErrorCode::bad_input, "stray text"},
        {"text in a table", in("rooms", "§text")},
        {"text in a row", in("rooms", "<room id=\"rm-0000000001\" floor=\"fl-0000000001\">§text</room>")},
        {"cdata in a row", in("rooms", "<room id=\"rm-0000000001\" floor=\"fl-0000000001\"><![CDATA[§text]]></room>")},
        {"child of a row without parts",
         in("rooms", "<room id=\"rm-0000000001\" floor=\"fl-0000000001\">§<step/></room>"), ErrorCode::bad_input,
         "step"},
        // Ids.
        {"no id", in("rooms", "  §<room floor=\"fl-0000000001\"/>"), ErrorCode::bad_input, "no id"},
        {"malformed id", in("rooms", "<room id=\"§301\" floor=\"fl-0000000001\"/>"), ErrorCode::bad_input, "malformed"},
        {"id with a letter it has not", in("rooms", "<room id=\"§rm-000000000l\" floor=\"fl-0000000001\"/>")},
        {"upper-case id", in("rooms", "<room id=\"§rm-000000000A\" floor=\"fl-0000000001\"/>")},
        {"id of nothing", in("rooms", "<room id=\"§rm-0000000000\" floor=\"fl-0000000001\"/>")},
        {"id of another kind", in("rooms", "<room id=\"§fl-0000000001\" floor=\"fl-0000000001\"/>"),
         ErrorCode::bad_input, "id of a floor"},
        {"name for an id", in("bodies", "<body code=\"a\" id=\"§#party\"/>")},
        {"duplicate id",
         in("rooms", "<room id=\"rm-0000000002\" floor=\"fl-0000000001\"/>\n<room id=\"rm-0000000001\" "
                     "floor=\"fl-0000000001\"/>\n<room number=\"x\" id=\"§rm-0000000002\" floor=\"fl-0000000001\"/>"),
         ErrorCode::conflict, "first on line 3"},
        {"second project", in("projects", "<project id=\"§pj-0000000002\"/>"), ErrorCode::bad_input, "fixed id"},
        // Fields.
        {"missing attribute", in("rooms", "  §<room id=\"rm-0000000001\"/>"), ErrorCode::bad_input,
         "lacks the attribute floor"},
        {"missing text", in("waivers", "§<waiver id=\"wv-0000000001\" rule=\"X\" subjects=\"\" author=\"a\"/>"),
         ErrorCode::bad_input, "reason"},
        {"unknown attribute", room("§occupant=\"3\""), ErrorCode::bad_input, "occupant"},
        {"bilingual text without language", room("§name=\"x\"")},
        {"word for a number", room("occupants=\"§three\""), ErrorCode::bad_input, "malformed"},
        {"number with a unit", room("ceiling-height=\"§2800mm\"")},
        {"fraction", room("ceiling-height=\"§2.8\"")},
        {"plus sign", room("occupants=\"§+3\"")},
        {"leading zero", room("occupants=\"§007\"")},
        {"minus zero", room("occupants=\"§-0\"")},
        {"number with a space", room("occupants=\"§ 3\"")},
        {"empty number", room("occupants=\"§\"")},
        {"number below its range", room("occupants=\"§-1\""), ErrorCode::bad_input, "out of range"},
        {"number above its range", room("occupants=\"§100001\""), ErrorCode::bad_input, "out of range"},
        {"number beyond 32 bits", room("occupants=\"§99999999999\""), ErrorCode::bad_input, "out of range"},
        {"number beyond 64 bits", room("occupants=\"§99999999999999999999\""), ErrorCode::bad_input, "out of range"},
        {"flag", in("zones", "<zone id=\"zn-0000000001\" plane=\"pl-0000000001\" management=\"§yes\"/>")},
        {"unknown choice", room("use=\"§ofice\""), ErrorCode::bad_input, "none of the choices"},
        {"choice in capitals", room("use=\"§Office\"")},
        {"malformed reference", in("rooms", "<room id=\"rm-0000000001\" floor=\"§3F\"/>")},
        {"reference to another kind", room("body=\"§pl-0000000001\""), ErrorCode::bad_input, "id of a plane"},
        {"reference by name", room("body=\"§#party\"")},
        {"unknown choice in a list",
         in("policies",
            "<policy id=\"py-0000000001\" from=\"zn-0000000001\" to=\"zn-0000000002\" controls=\"audit §magic\"/>")},
        {"malformed reference in a list",
         in("spaces", "<space id=\"sp-0000000001\" room=\"rm-0000000001\" serves=\"fl-0000000001 §fl-2\"/>")},
        {"two spaces in a list",
         in("spaces", "<space id=\"sp-0000000001\" room=\"rm-0000000001\" serves=\"fl-0000000001 § fl-0000000002\"/>")},
        {"malformed point", in("spaces", "<space id=\"sp-0000000001\" room=\"rm-0000000001\" place=\"§1;2\"/>")},
        {"point beyond the frame",
         in("spaces", "<space id=\"sp-0000000001\" room=\"rm-0000000001\" place=\"§500000001,0\"/>"),
         ErrorCode::bad_input, "out of range"},
        {"point beyond the frame in a line",
         in("walls", "<wall id=\"wl-0000000001\" floor=\"fl-0000000001\" line=\"0,0 §0,-500000001\"/>"),
         ErrorCode::bad_input, "out of range"},
        {"malformed point in a line",
         in("walls", "<wall id=\"wl-0000000001\" floor=\"fl-0000000001\" line=\"0,0 §1 2,2\"/>")},
        {"ring of two points", room("outline=\"§0,0 1,1\""), ErrorCode::bad_input, "malformed"},
        {"hole of two points", room("outline=\"0,0 9,0 9,9;§1,1 2,2\"")},
        {"ring beyond the frame", room("outline=\"§0,0 1,0 600000000,1\""), ErrorCode::bad_input, "out of range"},
        {"no such day", in("comments", "<comment id=\"cm-0000000001\" date=\"§2026-02-30\"/>")},
        {"date with a time", in("comments", "<comment id=\"cm-0000000001\" date=\"§2026-02-03T10:00\"/>")},
        {"malformed address",
         in("gateways", "<gateway id=\"gw-0000000001\" vlan=\"vl-0000000001\" address=\"§10.1.2.300\"/>")},
        {"prefix with host bits",
         in("prefixes", "<prefix id=\"px-0000000001\" pool=\"ad-0000000001\" prefix=\"§10.1.2.3/24\"/>")},
        {"prefix too long",
         in("prefixes", "<prefix id=\"px-0000000001\" pool=\"ad-0000000001\" prefix=\"§10.1.2.0/33\"/>")},
        {"vlan 4095", in("vlans", "<vlan id=\"vl-0000000001\" plane=\"pl-0000000001\" number=\"§4095\"/>")},
        {"unknown origin", room("origin=\"§guessed\""), ErrorCode::bad_input, "origin"},
        {"unknown pin", room("number=\"1\" pins=\"number §colour\""), ErrorCode::bad_input, "colour"},
        {"two spaces in pins", room("pins=\"number § name\"")},
        {"unknown part", in("cables", "<cable id=\"cb-0000000001\" type=\"ct-0000000001\">§<stop/></cable>"),
         ErrorCode::bad_input, "stop"},
        {"unknown attribute of a part", in("cables", "<cable id=\"cb-0000000001\" type=\"ct-0000000001\"><step "
                                                     "run=\"pw-0000000001\" §colour=\"red\"/></cable>")},
        {"missing attribute of a part",
         in("cables", "<cable id=\"cb-0000000001\" type=\"ct-0000000001\">§<step/></cable>"), ErrorCode::bad_input,
         "run"},
        {"value of a part out of range", in("cables", "<cable id=\"cb-0000000001\" type=\"ct-0000000001\"><step "
                                                      "run=\"pw-0000000001\" compartment=\"§101\"/></cable>")},
        {"after escaped characters", room("name.zh=\"&lt;&#20320;&gt;\" occupants=\"§x\"")},
        {"on a line that ends in CR LF", "<riser format=\"1.0\">\r\n<rooms>\r\n  §<room/>\r\n</rooms></riser>"},
        {"after a byte order mark", "\xef\xbb\xbf<riser §x=\"1\" format=\"1.0\"/>"},
    };
    return cases;
}

TEST(Malformed, TableIsLargeEnough) { EXPECT_GE(malformed().size(), 60U); }

TEST(Malformed, EveryInputIsRefusedAtItsPlace) {
    for (const Malformed& each : malformed()) {
        SCOPED_TRACE(each.name);
        Marked marked = without_mark(each.text);
        if (marked.text.starts_with("\xef\xbb\xbf"))
            marked.column -= 3;
        const Result<Design> design = read_design(marked.text, "bad.riser");
        ASSERT_FALSE(design.has_value());
        const Error& error = design.error();
        EXPECT_EQ(error.where, (Where{"bad.riser", marked.line, marked.column})) << to_string(error, Language::en);
        EXPECT_EQ(error.code, each.code) << to_string(error, Language::en);
        EXPECT_NE(to_string(error, Language::en).find(each.says), std::string::npos) << to_string(error, Language::en);
        EXPECT_FALSE(error.message.zh.empty());
        EXPECT_FALSE(error.message.en.empty());
        EXPECT_EQ(error.fix.zh.empty(), error.fix.en.empty());
    }
}

TEST(Malformed, LoadingTouchesNothing) {
    const TemporaryFolder folder;
    const std::filesystem::path target = folder / "target.riser";
    Design good;
    Body body;
    body.id = {1};
    good.bodies.put(body);
    for (const Malformed& each : malformed()) {
        SCOPED_TRACE(each.name);
        const std::string bytes = without_mark(each.text).text;
        put_bytes(target, bytes);
        const auto before = std::filesystem::last_write_time(target);
        const Result<LoadedDesign> loaded = load_design(target);
        ASSERT_FALSE(loaded.has_value());
        EXPECT_EQ(loaded.error().where.file, target.string());
        EXPECT_EQ(bytes_of(target), bytes);
        EXPECT_EQ(std::filesystem::last_write_time(target), before);
        EXPECT_EQ(folder.names(), std::set<std::string>{"target.riser"});
    }
}

TEST(Malformed, MessagesSayWhatToWrite) {
    const auto message = [](const std::string& text, Language language) {
        return to_string(read_design(without_mark(text).text, "D.riser").error(), language);
    };
    EXPECT_EQ(message(room("§occupants=\"-1\""), Language::en),
              "D.riser:3:61: occupants=\"-1\" is out of range; write a whole number from 0 to 100000");
    EXPECT_EQ(message(room("§use=\"ofice\""), Language::en),
              "D.riser:3:55: use=\"ofice\" is none of the choices; did you mean office? Write one of other, office, "
              "leader-office, meeting, council-hall, reception, service-hall, duty, archive, registry, "
              "classified-meeting, printing, …");
    EXPECT_EQ(message(room("§ceiling-height=\"2.8\""), Language::zh),
              "D.riser:3:66: ceiling-height=\"2.8\" 格式不对；应为整数（单位 mm），0 到 100000");
    EXPECT_EQ(message(room("§nmber=\"1\""), Language::en),
              "D.riser:3:50: <room> has no attribute nmber; did you mean number?");
    EXPECT_EQ(
        message(in("rooms", "§<room id=\"rm-0000000001\" floor=\"bg-0000000001\"/>"), Language::en),
        "D.riser:3:33: floor: bg-0000000001 is the id of a building; write the id of a floor, such as fl-7k3qx9m2pv");
}

TEST(Malformed, BoundsHold) {
    const std::string row = room("number=\"" + std::string(200, 'x') + "\"");
    ReadOptions options;
    options.limits.attribute_bytes = 100;
    EXPECT_EQ(read_design(row, "x", options).error().where.line, 3U);
    options = {};
    options.limits.bytes = 100;
    EXPECT_EQ(read_design(row, "x", options).error().code, ErrorCode::refused);
    options = {};
    options.limits.depth = 2;
    EXPECT_EQ(read_design(row, "x", options).error().where.line, 3U);
    options = {};
    options.limits.attributes = 2;
    EXPECT_EQ(read_design(row, "x", options).error().where.line, 3U);
    EXPECT_TRUE(read_design(row, "x").has_value());
    // Deep nesting and endless attributes are refused without recursion or quadratic time.
    std::string deep = "<riser format=\"1.0\">";
    for (int i = 0; i < 200000; ++i)
        deep += "<a>";
    EXPECT_FALSE(read_design(deep, "x").has_value());
    std::string wide = "<riser format=\"1.0\"";
    for (int i = 0; i < 200000; ++i)
        wide += " a" + std::to_string(i) + "=\"\"";
    EXPECT_FALSE(read_design(wide + "/>", "x").has_value());
}

} // namespace
} // namespace riser
