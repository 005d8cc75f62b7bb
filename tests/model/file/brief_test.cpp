// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/brief_reader.h"
#include "model/file/writer.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

const char* const brief = R"(<riser-brief format="1.0">
  <!-- who moves in -->
  <projects><project name.zh="示例" deck="cn-government"/></projects>
  <briefs><brief id="#ours" growth="500"/></briefs>
  <head-counts>
    <head-count body="#党委" grade="处" people="12"/>
    <head-count body="#gov.office-1" people="40"/>
    <head-count body="#gov.office-1" people="40"/>
  </head-counts>
  <bodies>
    <body id="#党委" code="party" name.zh="党委"/>
    <body id="#gov.office-1" code="government"/>
    <body id="bd-000000000z" code="cppcc"/>
  </bodies>
  <planes><plane id="#office" code="A"/><plane id="#net" code="B"/></planes>
  <zones><zone id="#office" code="z1" plane="#office"/></zones>
  <must-not-reach>
    <must-not-reach a="#net" b="zone#office"/>
  </must-not-reach>
  <policies/>
  <spaces><space id="#fd" room="rm-0000000009" serves="#f1 fl-0000000007 #f2"/></spaces>
  <floors><floor id="#f1" building="bg-0000000001" label="1F"/><floor id="#f2" building="bg-0000000001" label="2F"/></floors>
</riser-brief>
)";

Result<Design> read(const std::string& text) { return read_brief(text, "brief.xml"); }

template<class Row> Id<Row> named(std::string_view element_and_name) {
    return derived_id<Row>("brief", element_and_name);
}

TEST(BriefReader, NamesStandForIdsBeforeAndAfterTheirDefinition) {
    const Result<Design> design = read(brief);
    ASSERT_TRUE(design.has_value()) << to_string(design.error(), Language::en);
    const BodyId party = named<Body>("body#党委");
    ASSERT_NE(design->find(party), nullptr);
    EXPECT_EQ(design->find(party)->code, "party");
    EXPECT_NE(design->find(BodyId{31}), nullptr); // bd-000000000z as it stands
    std::size_t of_party = 0;
    for (const HeadCount& count : design->head_counts)
        of_party += count.body == party ? 1 : 0;
    EXPECT_EQ(of_party, 1U);
    const Space* space = design->find(named<Space>("space#fd"));
    ASSERT_NE(space, nullptr);
    EXPECT_EQ(space->serves, (std::vector<FloorId>{named<Floor>("floor#f1"), {7}, named<Floor>("floor#f2")}));
}

TEST(BriefReader, OneNameMayBelongToSeveralKinds) {
    const Result<Design> design = read(brief);
    const MustNotReach& rule = *design->must_not_reach.begin();
    EXPECT_EQ(rule.a, AnyId(named<Plane>("plane#net")));
    EXPECT_EQ(rule.b, AnyId(named<Zone>("zone#office")));
    EXPECT_EQ(design->zones.begin()->plane, named<Plane>("plane#office"));
}

TEST(BriefReader, ProjectAndBriefTakeTheirFixedIds) {
    const Result<Design> design = read(brief);
    EXPECT_EQ(design->project().name.zh, "示例");
    EXPECT_EQ(design->brief().growth_per_year, BasisPoints(500));
}

TEST(BriefReader, RowsWithoutIdAreDistinctAndFoundAgain) {
    const Result<Design> design = read(brief);
    ASSERT_EQ(design->head_counts.size(), 3U); // two of them say the same
    EXPECT_TRUE(*read(brief) == *design);
    // Another line before them moves no id.
    std::string longer = brief;
    longer.insert(longer.find("    <head-count body=\"#党委\""),
                  "    <head-count body=\"bd-000000000z\" people=\"3\"/>\n");
    const Result<Design> more = read(longer);
    ASSERT_TRUE(more.has_value()) << to_string(more.error(), Language::en);
    EXPECT_EQ(more->head_counts.size(), 4U);
    for (const HeadCount& count : design->head_counts)
        EXPECT_NE(more->find(count.id), nullptr);
    // Layout, comments and the order of attributes move none either.
    std::string other = brief;
    const std::string was = "<head-count body=\"#党委\" grade=\"处\" people=\"12\"/>";
    other.replace(other.find(was), was.size(),
                  "<head-count people=\"12\"  grade='&#22788;' body=\"#党委\"><!-- x --></head-count>");
    for (const HeadCount& count : design->head_counts)
        EXPECT_NE(read(other)->find(count.id), nullptr);
}

TEST(BriefReader, BecomesAnOrdinaryDesign) {
    const Result<Design> design = read(brief);
    const std::string written = write_design(*design);
    const Result<Design> again = read_design(written, "x");
    ASSERT_TRUE(again.has_value()) << to_string(again.error(), Language::en);
    EXPECT_TRUE(*again == *design);
    EXPECT_EQ(written.find('#'), std::string::npos);
}

TEST(BriefReader, FaultsHaveTheirPlace) {
    struct Case {
        const char* text;
        Where where;
        ErrorCode code;
        const char* says;
    };
    const auto at = [](std::uint32_t line, std::uint32_t column) { return Where{"brief.xml", line, column}; };
    const Case cases[] = {
        {"<head-counts>\n<head-count body=\"#nobody\" people=\"1\"/></head-counts>", at(3, 19), ErrorCode::not_found,
         "no body is named #nobody"},
        {"<planes><plane id=\"#a\" code=\"A\"/></planes>\n<zones><zone id=\"#z\" code=\"z\" plane=\"body#a\"/></zones>",
         at(3, 38), ErrorCode::not_found, "body#a"},
        {"<planes><plane id=\"#a\" code=\"A\"/></planes>\n<zones><zone id=\"#a\" code=\"z\" "
         "plane=\"#a\"/></zones>\n<must-not-reach>"
         "<must-not-reach a=\"#a\" b=\"zone#a\"/></must-not-reach>",
         at(4, 36), ErrorCode::conflict, "several kinds"},
        {"<spaces>\n<space id=\"#s\" room=\"rm-0000000001\" serves=\"fl-0000000001 #gone\"/></spaces>", at(3, 59),
         ErrorCode::not_found, "no floor is named #gone"},
        {"<planes>\n<plane id=\"#a b\" code=\"A\"/></planes>", at(3, 12), ErrorCode::bad_input, "no name"},
        {"<planes>\n<plane id=\"#a\" code=\"A\"/>\n<plane id=\"#a\" code=\"B\"/></planes>", at(4, 12),
         ErrorCode::conflict, "first on line 3"},
        {"<briefs><brief/>\n<brief/></briefs>", at(3, 1), ErrorCode::conflict, "first on line 2"},
        {"<planes>\n<plane id=\"pl-1\" code=\"A\"/></planes>", at(3, 12), ErrorCode::bad_input, "malformed"},
        {"<planes>\n<plane/></planes>", at(3, 1), ErrorCode::bad_input, "code"},
        {"<label-templates>\n<label-template subject=\"outlet\" pattern=\"{floor}-{n\"/></label-templates>", at(3, 43),
         ErrorCode::bad_input, "a brace without its partner"},
        {"<label-templates>\n<label-template subject=\"outlet\" pattern=\"{flor}-{n}\"/></label-templates>", at(3, 43),
         ErrorCode::bad_input, "no field {flor}"},
        {"<label-templates>\n<label-template subject=\"chair\" pattern=\"{n}\"/></label-templates>", at(3, 26),
         ErrorCode::bad_input, "chair"},
    };
    for (const Case& each : cases) {
        SCOPED_TRACE(each.text);
        const Result<Design> design =
            read("<riser-brief format=\"1.0\">\n" + std::string(each.text) + "</riser-brief>");
        ASSERT_FALSE(design.has_value());
        EXPECT_EQ(design.error().where.line, each.where.line) << to_string(design.error(), Language::en);
        EXPECT_EQ(design.error().where.column, each.where.column) << to_string(design.error(), Language::en);
        EXPECT_EQ(design.error().code, each.code) << to_string(design.error(), Language::en);
        EXPECT_NE(design.error().message.en.find(each.says), std::string::npos) << design.error().message.en;
    }
    EXPECT_FALSE(read("<riser format=\"1.0\"/>").has_value());
    EXPECT_EQ(read("<riser-brief format=\"2.0\"/>").error().code, ErrorCode::unsupported);
}

} // namespace
} // namespace riser
