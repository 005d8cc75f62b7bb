// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/field.h"
#include "solvers/checks/catalogue.h"
#include "solvers/checks/deck.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

TEST(Decks, BuiltInDecksAreReadAndHoldTheLockedRules) {
    EXPECT_EQ(built_in_deck_names().front(), "cn-government");
    for (const std::string_view name : built_in_deck_names()) {
        const Deck* deck = built_in_deck(name);
        ASSERT_TRUE(deck);
        EXPECT_EQ(deck->name, name);
        EXPECT_TRUE(read_deck(built_in_deck_file(name), "again.xml").has_value());
        for (const Rule* rule : rule_catalogue())
            if (rule->locked()) {
                ASSERT_TRUE(deck->find(rule->id)) << rule->id;
                EXPECT_EQ(deck->find(rule->id)->force, Force::law);
                EXPECT_FALSE(waivable(*deck->find(rule->id)));
            }
    }
    EXPECT_EQ(built_in_deck("cn-government")->rules.size(), rule_catalogue().size());
    EXPECT_FALSE(built_in_deck("no-such"));
    EXPECT_TRUE(built_in_deck_file("no-such").empty());
}

TEST(Decks, SeverityFollowsForceAlone) {
    EXPECT_EQ(severity_of(Force::law), Severity::error);
    EXPECT_EQ(severity_of(Force::mandatory), Severity::error);
    EXPECT_EQ(severity_of(Force::shall), Severity::error);
    EXPECT_EQ(severity_of(Force::should), Severity::warning);
    EXPECT_EQ(severity_of(Force::own), Severity::warning);
    EXPECT_EQ(severity_of(Force::guide), Severity::information);
}

// A number that nobody read in the standard is never shown as a clause of it.
TEST(Decks, TrustAddsWords) {
    DeckRule rule;
    rule.basis = "GB 1-2000 1.2";
    rule.trust = Trust::verified;
    EXPECT_EQ(citation(rule).en, "GB 1-2000 1.2");
    rule.trust = Trust::derived;
    EXPECT_EQ(citation(rule).en, "derived from GB 1-2000 1.2");
    for (const Trust trust : {Trust::secondary, Trust::unverified}) {
        rule.trust = trust;
        EXPECT_EQ(citation(rule).en, "GB 1-2000 1.2 (check the official text)");
        EXPECT_EQ(citation(rule).zh, "GB 1-2000 1.2（请核对正式文本）");
    }
    rule.trust = Trust::practice;
    EXPECT_EQ(citation(rule).en, "engineering default (cf. GB 1-2000 1.2)");
    rule.basis.clear();
    EXPECT_EQ(citation(rule).en, "engineering default");
}

// The marks of the rules' table of facts, as the government deck must bear them.
TEST(Decks, GovernmentDeckBearsTheMarksOfItsSources) {
    struct Row {
        std::string_view id;
        Force force;
        Trust trust;
    };
    const Row rows[] = {{"CAB-01", Force::shall, Trust::verified},
                        {"CAB-02", Force::shall, Trust::verified},
                        {"CAB-03", Force::shall, Trust::verified},
                        {"CAB-07", Force::shall, Trust::verified},
                        {"PATH-01", Force::shall, Trust::secondary},
                        {"PATH-02", Force::shall, Trust::unverified},
                        {"PATH-03", Force::shall, Trust::unverified},
                        {"PATH-05", Force::mandatory, Trust::verified},
                        {"FIRE-03", Force::mandatory, Trust::unverified},
                        {"ROOM-01", Force::shall, Trust::verified},
                        {"ROOM-02", Force::shall, Trust::verified},
                        {"ROOM-03", Force::shall, Trust::verified},
                        {"SEC-C1", Force::law, Trust::verified},
                        {"SEC-C5", Force::law, Trust::practice},
                        {"Z-01", Force::law, Trust::verified},
                        {"VL-01", Force::shall, Trust::verified},
                        {"DES-01", Force::own, Trust::practice},
                        {"DES-05", Force::own, Trust::practice}};
    for (const Row& row : rows) {
        const DeckRule* rule = built_in_deck("cn-government")->find(row.id);
        ASSERT_TRUE(rule) << row.id;
        EXPECT_EQ(rule->force, row.force) << row.id;
        EXPECT_EQ(rule->trust, row.trust) << row.id;
    }
}

// A sound deck of the locked rules and one other, to be spoiled.
constexpr std::string_view sound = R"(<?xml version="1.0" encoding="UTF-8"?>
<riser-deck format="1.0" name="ours">
  <title zh="题" en="Ours"/>
  <rule id="CAB-02" force="shall" trust="V" basis="GB 50311-2016 3.2.2">
    <title zh="长" en="Long"/>
    <sentence zh="{subject} {actual}" en="{subject} {actual} {limit} {margin}"/>
    <fix zh="短" en="Shorten"/>
    <parameter name="max" value="85 m"/>
  </rule>
  <rule id="MON-07" force="law" trust="P"><title zh="a" en="a"/><sentence zh="a" en="a"/><fix zh="a" en="a"/><parameter name="min" value="30"/></rule>
  <rule id="SEC-C1" force="law" trust="P"><title zh="a" en="a"/><sentence zh="a" en="a"/><fix zh="a" en="a"/></rule>
  <rule id="SEC-C5" force="law" trust="P"><title zh="a" en="a"/><sentence zh="a" en="a"/><fix zh="a" en="a"/></rule>
  <rule id="SEC-P1" force="law" trust="P"><title zh="a" en="a"/><sentence zh="a" en="a"/><fix zh="a" en="a"/></rule>
  <rule id="SEC-R1" force="law" trust="P"><title zh="a" en="a"/><sentence zh="a" en="a"/><fix zh="a" en="a"/></rule>
  <rule id="Z-01" force="law" trust="P"><title zh="a" en="a"/><sentence zh="a" en="a"/><fix zh="a" en="a"/></rule>
</riser-deck>
)";

std::string spoiled(std::string_view from, std::string_view to) {
    std::string out(sound);
    const std::size_t at = out.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return out.replace(at, from.size(), to);
}

TEST(Decks, AnOwnDeckIsReadFromAFile) {
    const Result<Deck> deck = read_deck(sound, "ours.xml");
    ASSERT_TRUE(deck.has_value()) << to_string(deck.error(), Language::en);
    EXPECT_EQ(deck->name, "ours");
    EXPECT_EQ(deck->title.en, "Ours");
    ASSERT_TRUE(deck->find("CAB-02"));
    EXPECT_EQ(deck->rules.front().id, "CAB-02") << "in the catalogue's order";
    EXPECT_EQ(deck->rules.back().id, "MON-07");
    EXPECT_EQ(Parameters(deck->find("CAB-02")->parameters).length("max"), metres(85));
    EXPECT_FALSE(deck->find("CAB-01"));
}

TEST(Decks, OffIsReadForRulesThatMayBeOff) {
    const Result<Deck> deck = read_deck(spoiled("force=\"shall\"", "state=\"off\" force=\"shall\""), "d");
    ASSERT_TRUE(deck.has_value());
    EXPECT_EQ(deck->find("CAB-02")->state, RuleState::off);
}

TEST(Decks, MalformedDecksAreRefusedWhereTheyAreWrong) {
    struct Row {
        std::string_view from;
        std::string_view to;
        std::uint32_t line;
        std::uint32_t column;
        std::string_view says;
    };
    const Row rows[] = {
        {"<riser-deck", "<riser", 0, 0, ""}, // the closing tag no longer fits
        {"format=\"1.0\"", "format=\"2.0\"", 2, 21, "format must be 1.0"},
        {" format=\"1.0\"", "", 2, 2, "missing attribute format"},
        {"name=\"ours\"", "name=\"\"", 2, 32, "the deck has no name"},
        {"name=\"ours\"", "name=\"ours\" colour=\"red\"", 2, 46, "unknown attribute colour"},
        {"name=\"ours\"", "name=\"ours\" name=\"x\"", 2, 38, ""},
        {"<title zh=\"题\" en=\"Ours\"/>", "", 2, 2, "title is missing"},
        {"zh=\"题\" en=\"Ours\"", "zh=\"题\"", 3, 4, "missing attribute en"},
        {"en=\"Ours\"", "en=\"\"", 3, 23, "the text is empty"},
        {"<title zh=\"题\" en=\"Ours\"/>", "<title zh=\"题\" en=\"Ours\"/>words", 3, 31, "text between elements"},
        {"<title zh=\"题\" en=\"Ours\"/>", "<title zh=\"题\" en=\"Ours\"/><colour/>", 3, 32,
         "unexpected element colour"},
        {"id=\"CAB-02\"", "id=\"CAB-99\"", 4, 13, "no rule CAB-99"},
        {"id=\"MON-07\"", "id=\"CAB-02\"", 10, 13, "stands twice: CAB-02"},
        {"force=\"shall\"", "force=\"must\"", 4, 28, "unknown value must"},
        {"trust=\"V\"", "trust=\"X\"", 4, 42, "unknown value X"},
        {" trust=\"V\"", "", 4, 4, "missing attribute trust"},
        {" basis=\"GB 50311-2016 3.2.2\"", "", 4, 4, "basis is missing"},
        {"<title zh=\"长\" en=\"Long\"/>", "", 4, 4, "missing element title"},
        {"<fix zh=\"短\" en=\"Shorten\"/>", "<fix zh=\"短\" en=\"Shorten\"/><fix zh=\"短\" en=\"S\"/>", 7, 35,
         "stands twice: fix"},
        {"{limit}", "{lmit}", 6, 41, "unknown placeholder lmit"},
        {"{limit}", "{limit", 6, 41, "unknown placeholder"},
        {"en=\"Long\"", "en=\"{subject}\"", 5, 25, "unknown placeholder subject"},
        {"<parameter name=\"max\" value=\"85 m\"/>", "", 4, 4, "missing parameter max"},
        {"name=\"max\"", "name=\"min\"", 8, 22, "no parameter min"},
        {"value=\"85 m\"", "value=\"85\"", 8, 34, "not a value of this parameter: 85"},
        {"value=\"85 m\"", "value=\"85 kg\"", 8, 34, "not a value"},
        {"value=\"85 m\"", "value=\"-1 m\"", 8, 34, "not a value"},
        {"value=\"85 m\"", "value=\"5 m2\"", 8, 34, "not a value"},
        {"value=\"85 m\"", "value=\"0.0001 m\"", 8, 34, "not a value"},
        {"value=\"30\"", "value=\"0\"", 10, 0, "not a value"},
        {"<parameter name=\"max\" value=\"85 m\"/>",
         "<parameter name=\"max\" value=\"85 m\"/><parameter name=\"max\" value=\"80 m\"/>", 8, 58,
         "stands twice: max"},
        {"<parameter name=\"max\" value=\"85 m\"/>", "<parameter name=\"max\" value=\"85 m\"><x/></parameter>", 8, 42,
         "unexpected element x"},
        // Locked rules may not be downgraded, switched off or left out.
        {"id=\"SEC-C1\" force=\"law\"", "id=\"SEC-C1\" force=\"shall\"", 11, 28, "may not be downgraded"},
        {"id=\"SEC-C5\" force=\"law\"", "id=\"SEC-C5\" state=\"off\" force=\"law\"", 12, 28, "may not be downgraded"},
        {"id=\"Z-01\" force=\"law\"", "id=\"Z-01\" force=\"own\"", 15, 26, "may not be downgraded"},
        {"id=\"Z-01\" force=\"law\" trust=\"P\"", "id=\"PATH-05\" force=\"own\" trust=\"P\"", 2, 2,
         "may leave out: Z-01"},
        // Nor may what the deck itself calls law.
        {"force=\"shall\"", "state=\"off\" force=\"law\"", 4, 28, "a rule of law may not be off"},
        // And what pugixml alone would let pass.
        {"<riser-deck", "<!DOCTYPE x><riser-deck", 2, 1, ""},
        {"</riser-deck>", "</riser-deck><more/>", 0, 0, ""},
        {"</riser-deck>", "", 0, 0, ""},
        {"Shorten", "\x01", 7, 0, ""},
        {"Shorten", "\xc0\xaf", 7, 0, ""},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(std::string(row.from) + " -> " + std::string(row.to));
        const Result<Deck> deck = read_deck(spoiled(row.from, row.to), "ours.xml");
        ASSERT_FALSE(deck.has_value());
        const std::string message = to_string(deck.error(), Language::en);
        EXPECT_TRUE(message.starts_with("ours.xml:")) << message;
        EXPECT_GT(deck.error().where.line, 0u) << message;
        EXPECT_GT(deck.error().where.column, 0u) << message;
        EXPECT_TRUE(row.line == 0 || deck.error().where.line == row.line) << message;
        EXPECT_TRUE(row.column == 0 || deck.error().where.column == row.column) << message;
        EXPECT_NE(message.find(row.says), std::string::npos) << message;
        EXPECT_FALSE(deck.error().message.zh.empty());
    }
    EXPECT_FALSE(read_deck("", "empty.xml").has_value());
    EXPECT_FALSE(read_deck("<riser-brief format=\"1.0\"/>", "brief.xml").has_value());
    EXPECT_FALSE(read_deck(std::string(5 << 20, ' '), "huge.xml").has_value());
}

TEST(Decks, ParametersFitTheirDimension) {
    EXPECT_TRUE(fits({.name = "n", .dimension = Dimension::count, .low = 1, .high = 9}, "9"));
    for (const char* text : {"10", "0", "-1", "", "9 ", " 9", "9.0", "nine", "99999999999999999999"})
        EXPECT_FALSE(fits({.name = "n", .dimension = Dimension::count, .low = 1, .high = 9}, text)) << text;
    EXPECT_TRUE(fits({.name = "t", .dimension = Dimension::temperature}, "40 degC"));
    EXPECT_TRUE(fits({.name = "s", .dimension = Dimension::share}, "12.5 %"));
    EXPECT_TRUE(fits({.name = "a", .dimension = Dimension::area, .high = 10'000'000}, "5 m2"));
    EXPECT_FALSE(fits({.name = "a", .dimension = Dimension::area, .high = 10'000'000}, "50 m2"));
}

TEST(Amounts, ShowAndSubtract) {
    EXPECT_EQ(display(Amount(Millimetres(90'049))), "90.0 m");
    EXPECT_EQ(display(Amount(Millimetres(90'049)), Rounding::exact), "90.049 m");
    EXPECT_EQ(display(Amount(Millimetres(-7)), Rounding::exact), "-0.007 m");
    EXPECT_EQ(display(Amount(metres(90)), Rounding::exact), "90 m");
    EXPECT_EQ(display(Amount(SquareMillimetres(4'999'999)), Rounding::exact), "4.999999 m²");
    EXPECT_EQ(display(Amount(Count{3})), "3");
    EXPECT_EQ(display(Amount()), "");
    EXPECT_EQ(difference(Millimetres(92'300), metres(90)), "+2.3 m");
    EXPECT_EQ(difference(Millimetres(90'001), metres(90)), "+0.001 m");
    EXPECT_EQ(difference(metres(80), metres(90)), "-10.0 m");
    EXPECT_EQ(difference(metres(80), percent(9)), "");
    EXPECT_EQ(difference(Amount(), Amount()), "");
    EXPECT_EQ(unit_of(Amount(metres(1))), "mm");
    EXPECT_EQ(number_of(Amount(metres(1))), 1000);
    EXPECT_EQ(unit_of(Amount(Count{1})), "");
}

} // namespace
} // namespace riser
