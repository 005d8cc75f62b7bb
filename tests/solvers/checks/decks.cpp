// SPDX-License-Identifier: GPL-3.0-or-later
// Decks that are refused, each at its line and column and in both languages; and those that are read.
#include "solvers/checks/catalogue.h"
#include "solvers/checks/deck.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace riser::test {
namespace {

constexpr std::string_view mark = "§"; // stands where the error must point

std::string built_in() { return std::string(built_in_deck_file("cn-government")); }

// The built-in deck with one thing exchanged, the first time it stands there after `after`.
std::string with(std::string_view what, std::string_view by, std::string_view after = {}) {
    std::string text = built_in();
    const std::size_t from = after.empty() ? 0 : text.find(after);
    EXPECT_NE(from, std::string::npos) << after;
    const std::size_t at = text.find(what, from);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), by);
}
// The same in the record of one rule.
std::string in_rule(std::string_view id, std::string_view what, std::string_view by) {
    return with(what, by, "<rule id=\"" + std::string(id) + "\"");
}
std::string in_table(std::string_view name, std::string_view what, std::string_view by) {
    return with(what, by, "<table name=\"" + std::string(name) + "\"");
}
std::string without_rule(std::string_view id) {
    std::string text = built_in();
    const std::size_t at = text.find("<rule id=\"" + std::string(id) + "\"");
    return text.erase(at, text.find("</rule>", at) + 7 - at);
}

// A rule's record without one of its elements, marked at the record itself.
std::string marked_without(std::string_view id, std::string_view element) {
    std::string text = built_in();
    const std::size_t rule = text.find("<rule id=\"" + std::string(id) + "\"");
    const std::size_t at = text.find(element, rule);
    text.erase(at, text.find("/>", at) + 2 - at);
    return text.insert(rule + 1, mark);
}

struct Refused {
    std::string name;
    std::string text; // § marks the place
    std::string zh;   // parts of the message
    std::string en;
    std::string fix{}; // a part of the English fix
    ErrorCode code = ErrorCode::bad_input;
};

std::vector<Refused> refused() {
    const std::string start = "<riser-deck format=\"1.0\" name=\"cn-government\">";
    return {
        // No deck at all.
        {"empty", "§", "空", "empty"},
        {"DOCTYPE", "§<!DOCTYPE riser-deck>\n<riser-deck/>", "DOCTYPE", "DOCTYPE", "remove", ErrorCode::refused},
        {"entities",
         "<?xml version=\"1.0\"?>\n§<!DOCTYPE d [<!ENTITY a \"aa\">]>\n<riser-deck format=\"1.0\" name=\"&a;\"/>",
         "DOCTYPE", "DOCTYPE", "", ErrorCode::refused},
        {"truncated in a tag", built_in().substr(0, built_in().find("force=\"shall\"")) + "§", "", ""},
        {"truncated between elements", built_in().substr(0, built_in().find("</rule>")) + "§", "rule", "inside <rule>"},
        {"another document", "<§riser format=\"1.0\"/>", "根元素应是 riser-deck", "must be riser-deck, not riser"},
        {"two roots", built_in() + "§<riser-deck/>", "", "after the end"},
        {"attribute twice", with("force=\"shall\"", "force=\"shall\" §force=\"shall\""), "force", "force"},
        {"bytes that are no UTF-8", with("水平缆线超长", "§\xb0\xec"), "UTF-8", "UTF-8"},
        // Its head.
        {"newer format", with("format=\"1.0\"", "format=\"§2.0\""), "须为 1.0", "must be 1.0", "newer Riser"},
        {"no format", with("<riser-deck format=\"1.0\"", "<§riser-deck"), "缺少属性 format",
         "missing attribute format"},
        {"no name", with(" name=\"cn-government\"", " name=\"§\""), "没有名称", "has no name"},
        {"unknown attribute of the deck", with(start, "<riser-deck format=\"1.0\" name=\"a\" colour=\"§red\">"),
         "未知的属性 colour", "unknown attribute colour"},
        {"no title",
         with("<riser-deck format=\"1.0\" name=\"cn-government\">\n  <title zh=\"党政机关办公建筑（国标）\" "
              "en=\"Chinese "
              "government buildings (GB)\"/>",
              "<§riser-deck format=\"1.0\" name=\"cn-government\">"),
         "缺少 title", "title is missing"},
        {"title twice", with("<!-- Cabling -->", "<§title zh=\"甲\" en=\"a\"/>"), "多余的元素 title",
         "unexpected element title"},
        {"text between rules", with("<!-- Cabling -->", "§stray"), "元素之间有文字", "text between elements"},
        {"unknown element", with("<!-- Cabling -->", "<§ruel id=\"CAB-01\"/>"), "多余的元素 ruel",
         "unexpected element ruel"},
        // A rule's record.
        {"unknown rule", with("id=\"CAB-02\"", "id=\"§CAB-99\""), "没有这条规则： CAB-99", "no rule CAB-99"},
        {"duplicate rule", with("id=\"CAB-02\"", "id=\"§CAB-01\""), "规则重复： CAB-01", "stands twice: CAB-01"},
        {"unknown attribute", in_rule("CAB-02", "force=", "severity=\"§low\" force="), "未知的属性 severity",
         "unknown attribute severity", "remove it"},
        {"no force", in_rule("CAB-02", "<rule id=\"CAB-02\" force=\"shall\"", "<§rule id=\"CAB-02\""), "缺少属性 force",
         "missing attribute force"},
        {"unknown force", in_rule("CAB-02", "force=\"shall\"", "force=\"§must\""), "不认识的值 must",
         "unknown value must", "one of law, mandatory, shall"},
        {"unknown trust", in_rule("CAB-02", "trust=\"V\"", "trust=\"§A\""), "不认识的值 A", "unknown value A", "V, W"},
        {"unknown state", in_rule("CAB-02", "edition=\"2016\"", "state=\"§sometimes\""), "不认识的值",
         "unknown value sometimes", "on, off"},
        {"no basis",
         in_rule("CAB-02", "<rule id=\"CAB-02\" force=\"shall\" trust=\"V\" basis=\"GB 50311-2016 3.2.2 条文说明\"",
                 "<§rule id=\"CAB-02\" force=\"shall\" trust=\"V\""),
         "缺少依据", "basis is missing", "trust=\"P\""},
        {"title in one language",
         in_rule("CAB-02", "<title zh=\"水平缆线超长\" en=\"Horizontal cable too long\"/>",
                 "<§title zh=\"水平缆线超长\"/>"),
         "缺少属性 en", "missing attribute en"},
        {"empty sentence", in_rule("CAB-02", "zh=\"{subject} 长 {actual}，超过 {limit}（{margin}）\"", "zh=\"§\""),
         "文字为空", "the text is empty", "both languages"},
        {"sentence twice", in_rule("CAB-02", "<fix zh", "<§sentence zh"), "元素重复： sentence",
         "stands twice: sentence"},
        {"no fix", marked_without("CAB-02", "<fix zh"), "缺少元素 fix", "missing element fix"},
        {"unknown placeholder", in_rule("CAB-02", "en=\"{subject} is {actual}", "en=\"§{subject} is {cords}"),
         "不认识的占位符 cords", "unknown placeholder cords"},
        {"placeholder left open", in_rule("CAB-02", "en=\"{subject} is {actual}", "en=\"§{subject is actual"),
         "不认识的占位符", "unknown placeholder"},
        {"placeholder in a title", in_rule("CAB-02", "en=\"Horizontal cable too long\"", "en=\"§{subject}\""),
         "不认识的占位符 subject", "unknown placeholder subject"},
        {"element in a rule", in_rule("CAB-02", "<parameter", "<§note/><parameter"), "多余的元素 note",
         "unexpected element note"},
        {"text in a rule", in_rule("CAB-02", "<parameter", "§stray<parameter"), "元素之间有文字", "text between"},
        {"element in a parameter",
         in_rule("CAB-02", "<parameter name=\"max\" value=\"90 m\"/>",
                 "<parameter name=\"max\" value=\"90 m\"><§and/></parameter>"),
         "多余的元素 and", "unexpected element and"},
        // Its numbers.
        {"unknown parameter", in_rule("CAB-02", "name=\"max\"", "name=\"§min\""), "没有参数 min", "no parameter min"},
        {"parameter twice",
         in_rule("CAB-02", "<parameter name=\"max\" value=\"90 m\"/>",
                 "<parameter name=\"max\" value=\"90 m\"/><parameter name=\"§max\" value=\"80 m\"/>"),
         "参数重复： max", "stands twice: max"},
        {"parameter missing", marked_without("CAB-02", "<parameter name=\"max\""), "缺少参数 max",
         "missing parameter max", "a length, such as 90 m"},
        {"a temperature for a length", in_rule("CAB-02", "90 m", "§90 degC"), "参数值不对： 90 degC",
         "not a value of this parameter: 90 degC", "a length, such as 90 m"},
        {"a length for a share", in_rule("PATH-01", "50 %", "§50 m"), "参数值不对", "50 m", "a share"},
        {"a share for an area", in_rule("ROOM-02", "5 m2", "§5 %"), "参数值不对", "5 %", "an area"},
        {"a length for a temperature", in_rule("CAB-07", "20 degC", "§20 m"), "参数值不对", "20 m", "a temperature"},
        {"a length for a count", in_rule("ROOM-01", "400", "§400 m"), "参数值不对", "400 m", "a whole number"},
        {"no unit", in_rule("CAB-02", "90 m", "§90"), "参数值不对", "parameter: 90", "a length"},
        {"no number", in_rule("CAB-02", "90 m", "§ninety"), "参数值不对", "ninety", "a length"},
        {"below its bounds", in_rule("ROOM-01", "400", "§0"), "参数值不对", "parameter: 0"},
        {"negative", in_rule("CAB-02", "90 m", "§-90 m"), "参数值不对", "-90 m"},
        {"beyond its bounds", in_rule("ROOM-02", "5 m2", "§5000 m2"), "参数值不对", "5000 m2"},
        {"beyond every number", in_rule("CAB-02", "90 m", "§99999999999999999999 m"), "参数值不对", "9999"},
        // Its tables.
        {"unknown table", in_table("copper-reach", "name=\"copper-reach\"", "name=\"§copper\""), "没有这张表： copper",
         "there is no table copper"},
        {"table twice", with("<table name=\"fibre-attenuation\"", "<table name=\"§fibre-applications\""),
         "表重复： fibre-applications", "stands twice: fibre-applications"},
        {"table without trust",
         in_table("copper-reach", "<table name=\"copper-reach\" trust=\"V\"", "<§table name=\"copper-reach\""),
         "缺少属性 trust", "missing attribute trust"},
        {"table without basis",
         in_table("copper-reach",
                  "<table name=\"copper-reach\" trust=\"V\" basis=\"IEEE 802.3bz; "
                  "TIA TSB-5021\"",
                  "<§table name=\"copper-reach\" trust=\"V\""),
         "缺少依据", "basis is missing", "trust=\"P\""},
        {"table without title",
         in_table("copper-reach",
                  "<table name=\"copper-reach\" trust=\"V\" basis=\"IEEE 802.3bz; TIA TSB-5021\">\n    <title "
                  "zh=\"铜缆各类别的传输距离\" en=\"Reach of copper categories\"/>",
                  "<§table name=\"copper-reach\" trust=\"V\" basis=\"IEEE 802.3bz; TIA TSB-5021\">"),
         "缺少 title", "title is missing"},
        {"element in a table", in_table("copper-reach", "<row ", "<§rows/><row "), "多余的元素 rows",
         "unexpected element rows"},
        {"unknown column", in_table("copper-reach", "reach=\"100 m\"", "colour=\"§red\" reach=\"100 m\""),
         "未知的属性 colour", "unknown attribute colour"},
        {"column missing", in_table("copper-reach", "<row category=\"cat3\"", "<§row"), "缺少属性 category",
         "missing attribute category"},
        {"row twice",
         in_table("copper-reach", "<row ",
                  "<row category=\"cat6\" rate=\"1G 10G\" reach=\"1 m\" screened=\"1 m\" "
                  "bundled=\"1 m\"/>\n<§row category=\"cat6\" rate=\"10G\" reach=\"1 m\" "
                  "screened=\"1 m\" bundled=\"1 m\"/>\n<row "),
         "此行与前面的行重复", "the row stands twice"},
        {"a loss for a length", in_table("copper-reach", "55 m", "§5.5 dB"), "不是该列的值： 5.5 dB",
         "this column: 5.5 dB", "a length, such as 55 m"},
        {"a length for a loss", in_table("joint-losses", "0.5 dB", "§5 m"), "不是该列的值", "5 m", "a loss, such as"},
        {"a loss too fine", in_table("joint-losses", "0.5 dB", "§0.5001 dB"), "不是该列的值", "0.5001 dB", "a loss"},
        {"a negative loss", in_table("joint-losses", "0.5 dB", "§-0.5 dB"), "不是该列的值", "-0.5 dB", "a loss"},
        {"no rate", in_table("copper-reach", "10M 100M 1G 2.5G", "§10M fast 1G"), "不是该列的值： fast", "column: fast",
         "a rate, such as 2.5G"},
        {"no category", in_table("copper-reach", "\"cat6\"", "\"§cat6b\""), "不是该列的值： cat6b", "column: cat6b",
         "cat5e, cat6"},
        {"an empty list", in_table("copper-reach", "10M 100M 1G 2.5G", "§ "), "不是该列的值",
         "not a value of this column", "a rate"},
        {"a bundle of none", in_table("bundle-heat", "cables=\"1\"", "cables=\"§0\""), "不是该列的值： 0", "column: 0",
         "above 0"},
        {"hours without a unit", in_table("reliability", "300000 h", "§300000"), "不是该列的值： 300000",
         "column: 300000", "hours, such as 300000 h"},
        {"a repair in days", in_table("reliability", "168 h", "§7 d"), "不是该列的值： 7 d", "column: 7 d", "80 min"},
        {"a thing that does not fail", in_table("reliability", "\"rack\"", "\"§desk\""), "不是该列的值： desk",
         "column: desk", "device, card"},
        {"a thing that fails twice", in_table("reliability", "<row kind=\"rack\"", "<§row kind=\"room\""),
         "此行与前面的行重复", "the row stands twice"},
        {"a row of unknown trust", in_table("copper-reach", "trust=\"U\"", "trust=\"§Z\""), "不认识的值 Z",
         "unknown value Z"},
        // What no deck may do.
        {"a locked rule left out",
         [] {
             std::string text = without_rule("SEC-P1");
             return text.insert(text.find("riser-deck"), mark);
         }(),
         "规则集缺少不可停用的规则 SEC-P1", "may leave out: SEC-P1"},
        {"a locked rule downgraded", in_rule("SEC-C1", "force=\"law\"", "force=\"§own\""), "不可降级或停用： SEC-C1",
         "may not be downgraded or switched off: SEC-C1"},
        {"a locked rule off", in_rule("SEC-C1", "edition=\"2000\"", "edition=\"2000\" state=\"§off\""),
         "不可降级或停用： SEC-C1", "switched off: SEC-C1"},
        {"a rule of law off", in_rule("CAB-02", "force=\"shall\"", "force=\"law\" state=\"§off\""),
         "法律法规类规则不可停用： CAB-02", "a rule of law may not be off: CAB-02"},
    };
}

struct Marked {
    std::string text;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};
Marked without_mark(std::string text) {
    const std::size_t at = text.find(mark);
    ensure(at != std::string::npos, "a malformed deck says where it is");
    const std::string before = text.substr(0, at);
    Marked out{.text = text.erase(at, mark.size())};
    out.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    out.column = static_cast<std::uint32_t>(before.size() - (before.rfind('\n') + 1) + 1);
    return out;
}

TEST(Decks, MalformedOnesAreRefusedAtTheirPlaceInBothLanguages) {
    for (const Refused& row : refused()) {
        SCOPED_TRACE(row.name);
        const Marked deck = without_mark(row.text);
        const Result<Deck> read = read_deck(deck.text, "my.xml");
        if (read) {
            ADD_FAILURE() << "was read";
            continue;
        }
        const Error& error = read.error();
        EXPECT_EQ(error.code, row.code);
        EXPECT_TRUE(error.where == (Where{"my.xml", deck.line, deck.column}))
            << to_string(error, Language::en) << ", not at " << deck.line << ':' << deck.column;
        EXPECT_NE(error.message.zh.find(row.zh), std::string::npos) << error.message.zh;
        EXPECT_NE(error.message.en.find(row.en), std::string::npos) << error.message.en;
        EXPECT_NE(error.fix.en.find(row.fix), std::string::npos) << error.fix.en;
        EXPECT_FALSE(error.message.zh.empty() || error.message.en.empty());
        EXPECT_EQ(error.fix.zh.empty(), error.fix.en.empty());
        EXPECT_TRUE(to_string(error, Language::zh)
                        .starts_with("my.xml:" + std::to_string(deck.line) + ":" + std::to_string(deck.column) + ": "));
    }
}

TEST(Decks, TooLargeIsRefusedWithoutReading) {
    const Result<Deck> read = read_deck(std::string((std::size_t{4} << 20) + 1, ' '), "my.xml");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().where.file, "my.xml");
    EXPECT_NE(read.error().message.en.find("too large"), std::string::npos);
}

// Cut anywhere, a deck is refused, and never with a place outside the file.
TEST(Decks, NoPartOfADeckIsADeck) {
    const std::string whole = built_in();
    const std::size_t end = whole.rfind('>');
    const auto lines = std::count(whole.begin(), whole.end(), '\n') + 1;
    for (std::size_t length = 0; length <= end; length += length < 3'000 || end - length < 50 ? 1 : 97) {
        const Result<Deck> read = read_deck(std::string_view(whole).substr(0, length), "cut.xml");
        ASSERT_FALSE(read) << length;
        EXPECT_GE(read.error().where.line, 1U) << length;
        EXPECT_LE(read.error().where.line, static_cast<std::uint32_t>(lines)) << length;
    }
    EXPECT_TRUE(read_deck(whole, "whole.xml"));
}

TEST(Decks, BuiltInOnesAreWhatTheyAreReadAs) {
    for (const std::string_view name : built_in_deck_names()) {
        const Deck* deck = built_in_deck(name);
        ASSERT_NE(deck, nullptr);
        EXPECT_EQ(deck->name, name);
        const Result<Deck> read = read_deck(built_in_deck_file(name), "a.xml");
        ASSERT_TRUE(read) << to_string(read.error(), Language::en);
        EXPECT_TRUE(*read == *deck);
        for (const Rule* rule : rule_catalogue()) {
            const DeckRule* record = deck->find(rule->id);
            if (rule->locked()) {
                ASSERT_NE(record, nullptr) << rule->id;
                EXPECT_EQ(record->force, Force::law) << rule->id;
                EXPECT_EQ(record->state, RuleState::on) << rule->id;
                EXPECT_FALSE(waivable(*record)) << rule->id;
            }
            if (record) {
                EXPECT_EQ(waivable(*record), record->force != Force::law) << rule->id;
            }
        }
    }
    EXPECT_EQ(built_in_deck("nobody's"), nullptr);
    EXPECT_TRUE(built_in_deck_file("nobody's").empty());
}

TEST(Decks, AProjectsOwnDeckMayChangeNumbersWordsAndForce) {
    const Result<Deck> read = read_deck(in_rule("CAB-02", "90 m", "85 m"), "mine.xml");
    ASSERT_TRUE(read) << to_string(read.error(), Language::en);
    EXPECT_EQ(read->find("CAB-02")->parameters, (std::vector<RuleParameter>{{"max", "85 m"}}));
    const Result<Deck> softer = read_deck(in_rule("CAB-02", "force=\"shall\"", "force=\"guide\" state=\"off\""), "a");
    ASSERT_TRUE(softer) << to_string(softer.error(), Language::en);
    EXPECT_EQ(severity_of(softer->find("CAB-02")->force), Severity::information);
    EXPECT_EQ(softer->find("CAB-02")->state, RuleState::off);
    const Result<Deck> shorter = read_deck(without_rule("CAB-02"), "a");
    ASSERT_TRUE(shorter) << to_string(shorter.error(), Language::en);
    EXPECT_EQ(shorter->find("CAB-02"), nullptr);
    const Result<Deck> marked = read_deck("\xef\xbb\xbf" + built_in(), "a");
    EXPECT_TRUE(marked) << "a byte order mark is no fault";
}

TEST(Decks, TablesAreReadRowByRowWithTheirTrust) {
    const Result<Deck> read =
        read_deck(in_table("copper-reach", "bundled=\"37 m\"", "bundled=\"37 m\" trust=\"W\""), "a");
    ASSERT_TRUE(read) << to_string(read.error(), Language::en);
    const LinkTables& links = read->links;
    const CopperReach* cat6 = links.reach(Category::cat6, BitRate(10'000'000'000));
    ASSERT_NE(cat6, nullptr);
    EXPECT_EQ(*cat6, (CopperReach{.category = Category::cat6,
                                  .rate = BitRate(10'000'000'000),
                                  .reach = metres(55),
                                  .screened = metres(55),
                                  .bundled = metres(37),
                                  .trust = Trust::secondary}));
    // A list of values is a row for each.
    ASSERT_NE(links.reach(Category::cat5e, BitRate(2'500'000'000)), nullptr);
    EXPECT_EQ(links.reach(Category::cat5e, BitRate(2'500'000'000))->trust, Trust::verified) << "its table's";
    EXPECT_EQ(links.reach(Category::cat3, BitRate(10'000'000'000)), nullptr);
    const FibreApplication* sr = links.application("10GBASE-SR", Category::om5);
    ASSERT_NE(sr, nullptr);
    EXPECT_EQ(sr->reach, metres(400));
    EXPECT_EQ(sr->loss, MilliDecibels(2'900));
    EXPECT_EQ(links.application("10GBASE-SR", Category::os2), nullptr);
    EXPECT_EQ(links.attenuation(Category::os2, 1'310)->a_kilometre.design, MilliDecibels(400));
    EXPECT_EQ(links.joint(JointKind::splice, FibreMode::multi)->loss.of(LossValues::maximum), MilliDecibels(300));
    // The next larger bundle counts; none is larger than the largest.
    EXPECT_EQ(links.bundle(8, 13), links.bundle(8, 24));
    EXPECT_EQ(links.bundle(8, 385), nullptr);
    EXPECT_EQ(citation(*read->table("bundle-heat")).en, "engineering default (cf. TIA TSB-184-A)");
    EXPECT_EQ(read->table("nobody's"), nullptr);
}

// More power, more cables and less air never cool a bundle; a standard's maximum is never below what design expects.
TEST(Decks, BuiltInTablesAreMonotone) {
    for (const std::string_view name : built_in_deck_names()) {
        const LinkTables& links = built_in_deck(name)->links;
        ASSERT_FALSE(links.heat.empty());
        for (const BundleHeat& a : links.heat) {
            EXPECT_LE(a.open, a.enclosed);
            for (const BundleHeat& b : links.heat)
                if (a.poe_class <= b.poe_class && a.cables <= b.cables) {
                    EXPECT_TRUE(a.open <= b.open && a.enclosed <= b.enclosed) << a.poe_class << ' ' << b.cables;
                }
        }
        for (const CopperReach& row : links.copper)
            EXPECT_TRUE(row.bundled <= row.reach && row.reach <= row.screened);
        for (const JointLoss& row : links.joints)
            EXPECT_LE(row.loss.design, row.loss.maximum);
        // Whatever an application runs over has an attenuation at its wavelength, and joints of its mode.
        for (const FibreApplication& row : links.applications) {
            EXPECT_NE(links.attenuation(row.fibre, row.wavelength), nullptr) << row.pmd;
            for (const JointKind kind : {JointKind::connection, JointKind::array_connection, JointKind::splice,
                                         JointKind::pigtail, JointKind::ageing})
                EXPECT_NE(links.joint(kind, mode_of(row.fibre)), nullptr) << row.pmd;
        }
    }
}

// Severity follows force alone; trust only adds words, so that a number from general knowledge is no clause.
TEST(Decks, CitationsSayHowFarTheyAreToBeTrusted) {
    DeckRule rule;
    rule.basis = "GB 1 2.3";
    const auto said = [&](Trust trust) {
        rule.trust = trust;
        return citation(rule).en;
    };
    EXPECT_EQ(said(Trust::verified), "GB 1 2.3");
    EXPECT_EQ(said(Trust::secondary), "GB 1 2.3 (check the official text)");
    EXPECT_EQ(said(Trust::unverified), "GB 1 2.3 (check the official text)");
    EXPECT_EQ(said(Trust::derived), "derived from GB 1 2.3");
    EXPECT_EQ(said(Trust::practice), "engineering default (cf. GB 1 2.3)");
    rule.basis.clear();
    EXPECT_EQ(said(Trust::practice), "engineering default");
    EXPECT_EQ(severity_of(Force::law), Severity::error);
    EXPECT_EQ(severity_of(Force::mandatory), Severity::error);
    EXPECT_EQ(severity_of(Force::shall), Severity::error);
    EXPECT_EQ(severity_of(Force::should), Severity::warning);
    EXPECT_EQ(severity_of(Force::own), Severity::warning);
    EXPECT_EQ(severity_of(Force::guide), Severity::information);
}

} // namespace
} // namespace riser::test
