// SPDX-License-Identifier: GPL-3.0-or-later
// The report read back from each of its forms says what the report says, and none looks well when a rule was not
// checked.
#include "exporters/writers/check_report.h"

#include "exporters/tables/findings_table.h"
#include "model/fields/field.h"
#include "model/file/scan.h"
#include "tests/exporters/reports/guarded.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <set>

namespace riser::test {
namespace {

using Json = nlohmann::json;

// One rule of each outcome, findings of each severity, one waived, amounts and places present and absent.
struct Sample {
    Design design;
    CheckReport report;
};

Sample sample() {
    Sample out;
    Floor floor;
    floor.id = FloorId{7};
    floor.label = "3F";
    out.design.floors.put(floor);
    Waiver waiver;
    waiver.id = WaiverId{9};
    waiver.reason = "用户同意 <agreed>";
    waiver.author = "王工";
    out.design.waivers.put(waiver);
    out.report.deck = "sample";
    for (std::size_t i = 0; i < 8; ++i) {
        RuleReport rule;
        rule.id = "R-" + std::to_string(i);
        rule.outcome = static_cast<RuleOutcome>(i);
        rule.title = {"规则" + std::to_string(i), "Rule <" + std::to_string(i) + ">"};
        rule.basis = {"依据", "GB 1 & 2"};
        rule.fix = {"改", "Mend it"};
        rule.severity = Severity::error;
        rule.notes = {{"说明" + std::to_string(i), "because " + std::to_string(i)}};
        out.report.rules.push_back(rule);
    }
    const auto add = [&](std::size_t rule, Severity severity, Finding finding) {
        finding.rule = "R-" + std::to_string(rule);
        finding.severity = severity;
        out.report.findings.push_back(finding);
        ++(finding.waiver ? out.report.rules[rule].waived : out.report.rules[rule].findings);
    };
    Finding full;
    full.subjects = {CableId{3}, OutletId{4}};
    full.limit = metres(90);
    full.actual = Millimetres(92'345);
    full.subject = {"缆线", "C-1"};
    full.floor = floor.id;
    full.place = Point{-5, 12};
    full.message = {"太长 \"92\"", "too long <92> & \\more"};
    add(1, Severity::error, full);
    Finding bare;
    bare.message = {"无", "bare"};
    bare.limit = Count{4};
    bare.actual = Count{-2};
    add(1, Severity::warning, bare);
    bare.limit = {};
    bare.actual = {};
    bare.floor = floor.id;
    bare.message = {"提示", "hint"};
    add(1, Severity::information, bare);
    full.waiver = waiver.id;
    full.message = {"已豁免的", "the waived one"};
    add(2, Severity::error, full);
    return out;
}

std::string rules_table_text(const CheckReport& report, Language language) {
    const TableDocument table = rules_table(report);
    return std::get<Text>(table.groups.at(0).rows.at(0).cells[table.column("state")]).in(language);
}

void expect_same(const Json& json, const CheckReport& report, const Design& design) {
    EXPECT_EQ(json.size(), 3u);
    EXPECT_EQ(json.at("deck"), report.deck);
    ASSERT_EQ(json.at("rules").size(), report.rules.size());
    for (std::size_t i = 0; i < report.rules.size(); ++i) {
        const Json& rule = json.at("rules")[i];
        EXPECT_EQ(rule.size(), 4u);
        EXPECT_EQ(rule.at("id"), report.rules[i].id);
        EXPECT_EQ(rule.at("state"), std::string(key_of(report.rules[i].outcome)));
        EXPECT_EQ(rule.at("findings"), report.rules[i].findings);
        EXPECT_EQ(rule.at("waived"), report.rules[i].waived);
    }
    ASSERT_EQ(json.at("findings").size(), report.findings.size());
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const Json& out = json.at("findings")[i];
        const Finding& finding = report.findings[i];
        EXPECT_EQ(out.size(), 9u);
        EXPECT_EQ(out.at("rule"), finding.rule);
        EXPECT_EQ(out.at("severity"), std::string(key_of(finding.severity)));
        ASSERT_EQ(out.at("subjects").size(), finding.subjects.size());
        for (std::size_t s = 0; s < finding.subjects.size(); ++s)
            EXPECT_EQ(parse_any_id(out.at("subjects")[s].get<std::string>()), finding.subjects[s]);
        for (const auto& [key, amount] : {std::pair{"limit", finding.limit}, std::pair{"actual", finding.actual}}) {
            EXPECT_EQ(out.at(key).is_null(), !present(amount));
            if (present(amount)) {
                EXPECT_EQ(out.at(key).get<std::int64_t>(), number_of(amount));
                EXPECT_EQ(out.at("unit"), std::string(unit_of(amount)));
            }
        }
        EXPECT_EQ(out.at("place").is_null(), !finding.floor && !finding.place);
        if (finding.floor) {
            EXPECT_EQ(out.at("place").at("floor"), to_string(*finding.floor));
            EXPECT_EQ(out.at("place").at("label"), design.find(*finding.floor)->label);
        }
        if (finding.place) {
            EXPECT_EQ(out.at("place").at("x"), finding.place->x);
            EXPECT_EQ(out.at("place").at("y"), finding.place->y);
        }
        EXPECT_EQ(out.at("message").at("zh"), finding.message.zh);
        EXPECT_EQ(out.at("message").at("en"), finding.message.en);
        EXPECT_EQ(out.at("waived"), finding.waiver.has_value());
    }
}

TEST(CheckReportJson, ReadBackItIsTheReport) {
    const Sample s = sample();
    expect_same(Json::parse(check_json(s.report, s.design)), s.report, s.design);
    const Design design = guarded_tower();
    const CheckReport report = checked(design);
    ASSERT_GT(report.findings.size(), 0u);
    expect_same(Json::parse(check_json(report, design)), report, design);
}

TEST(CheckReportText, NamesEveryRuleThatWasNotChecked) {
    const Sample s = sample();
    for (const Language language : {Language::zh, Language::en}) {
        const std::string text = check_text(s.report, language);
        const std::string mark = language == Language::zh ? "未检查 " : "NOT CHECKED ";
        EXPECT_NE(text.find(mark + "3"), std::string::npos) << text;
        for (const std::size_t i : {4u, 6u, 7u}) {
            const RuleReport& rule = s.report.rules[i];
            const std::size_t at = text.find(mark + rule.id + "  " + rule.title.in(language));
            ASSERT_NE(at, std::string::npos) << rule.id;
            EXPECT_NE(text.substr(at, text.find('\n', at) - at).find(rule.notes[0].in(language)), std::string::npos);
        }
        for (const std::size_t i : {0u, 1u, 2u, 3u, 5u})
            EXPECT_EQ(text.find(mark + s.report.rules[i].id), std::string::npos);
        for (const Finding& finding : s.report.findings)
            EXPECT_NE(text.find(finding.message.in(language)), std::string::npos);
        EXPECT_LT(text.find(mark), text.find(s.report.findings[0].message.in(language)));
    }
}

TEST(CheckReportText, SaysOfARealDesignWhatWasNotChecked) {
    const Design design = guarded_tower();
    const CheckReport report = checked(design);
    const std::string text = check_text(report, Language::en);
    std::size_t named = 0;
    for (const RuleReport& rule : report.rules)
        named += text.find("NOT CHECKED " + rule.id) != std::string::npos;
    EXPECT_EQ(named, report.not_checked());
}

TEST(CheckReportSarif, ResultsSuppressionsAndWhatDidNotRun) {
    const Sample s = sample();
    const Json json = Json::parse(check_sarif(s.report, s.design, "office.riser"));
    EXPECT_EQ(json.at("version"), "2.1.0");
    const Json& run = json.at("runs").at(0);
    ASSERT_EQ(run.at("tool").at("driver").at("rules").size(), s.report.rules.size());
    ASSERT_EQ(run.at("results").size(), s.report.findings.size());
    for (std::size_t i = 0; i < s.report.findings.size(); ++i) {
        const Json& result = run.at("results")[i];
        const std::size_t index = result.at("ruleIndex");
        EXPECT_EQ(run.at("tool").at("driver").at("rules").at(index).at("id"), s.report.findings[i].rule);
        EXPECT_EQ(result.at("message").at("text"), s.report.findings[i].message.en);
        EXPECT_EQ(result.contains("suppressions"), s.report.findings[i].waiver.has_value());
    }
    EXPECT_EQ(run.at("results")[0].at("level"), "error");
    EXPECT_EQ(run.at("results")[1].at("level"), "warning");
    EXPECT_EQ(run.at("results")[2].at("level"), "note");
    EXPECT_EQ(run.at("results")[3].at("suppressions")[0].at("justification"), "用户同意 <agreed>");
    const Json& invocation = run.at("invocations").at(0);
    EXPECT_FALSE(invocation.at("executionSuccessful"));
    EXPECT_EQ(invocation.at("toolExecutionNotifications").size(), 3u);
}

// What SARIF 2.1.0 asks of a log: the properties it requires, values of its enumerations, indices that point where they
// say.
TEST(CheckReportSarif, HasTheShapeOfItsVersion) {
    const Sample s = sample();
    const Json json = Json::parse(check_sarif(s.report, s.design, "office.riser"));
    EXPECT_NE(json.at("$schema").get<std::string>().find("sarif-2.1.0.json"), std::string::npos);
    ASSERT_EQ(json.at("runs").size(), 1u);
    const Json& run = json.at("runs")[0];
    const Json& driver = run.at("tool").at("driver");
    EXPECT_EQ(driver.at("name"), "riser");
    std::set<std::string> ids;
    const std::set<std::string> levels{"none", "note", "warning", "error"};
    for (const Json& rule : driver.at("rules")) {
        EXPECT_TRUE(ids.insert(rule.at("id").get<std::string>()).second);
        EXPECT_FALSE(rule.at("shortDescription").at("text").get<std::string>().empty());
        EXPECT_TRUE(levels.contains(rule.at("defaultConfiguration").at("level").get<std::string>()));
        EXPECT_TRUE(rule.at("defaultConfiguration").at("enabled").is_boolean());
    }
    for (const Json& result : run.at("results")) {
        EXPECT_TRUE(result.at("message").at("text").is_string());
        EXPECT_TRUE(levels.contains(result.at("level").get<std::string>()));
        EXPECT_EQ(driver.at("rules").at(result.at("ruleIndex").get<std::size_t>()).at("id"), result.at("ruleId"));
        for (const Json& location : result.at("locations")) {
            EXPECT_EQ(location.at("physicalLocation").at("artifactLocation").at("uri"), "office.riser");
            for (const Json& logical : location.value("logicalLocations", Json::array()))
                EXPECT_TRUE(parse_any_id(logical.at("name").get<std::string>()).has_value());
        }
        if (result.contains("suppressions"))
            for (const Json& suppression : result.at("suppressions")) {
                EXPECT_EQ(suppression.at("kind"), "external");
                EXPECT_EQ(suppression.at("status"), "accepted");
            }
    }
    ASSERT_EQ(run.at("invocations").size(), 1u);
    EXPECT_TRUE(run.at("invocations")[0].at("executionSuccessful").is_boolean());
    for (const Json& missed : run.at("invocations")[0].at("toolExecutionNotifications")) {
        EXPECT_TRUE(levels.contains(missed.at("level").get<std::string>()));
        EXPECT_TRUE(missed.at("message").at("text").is_string());
        EXPECT_TRUE(ids.contains(missed.at("associatedRule").at("id").get<std::string>()));
    }
}

// A path is a URI there: spaces, Chinese and signs are percent-encoded.
TEST(CheckReportSarif, TheDesignsPathIsAUri) {
    const Sample s = sample();
    const auto uri = [&](const char* path) {
        const Json json = Json::parse(check_sarif(s.report, s.design, path));
        return json.at("runs")[0]
            .at("results")[0]
            .at("locations")[0]
            .at("physicalLocation")
            .at("artifactLocation")
            .at("uri")
            .get<std::string>();
    };
    EXPECT_EQ(uri("a/b-1_2.riser"), "a/b-1_2.riser");
    EXPECT_EQ(uri("my office.riser"), "my%20office.riser");
    EXPECT_EQ(uri("100%#1?.riser"), "100%25%231%3F.riser");
    EXPECT_EQ(uri("楼.riser"), "%E6%A5%BC.riser");
}

TEST(CheckReportJunit, CountsAreThoseOfItsCases) {
    const Sample s = sample();
    for (const Language language : {Language::zh, Language::en}) {
        pugi::xml_document xml;
        ASSERT_TRUE(xml.load_string(check_junit(s.report, language).c_str()));
        EXPECT_EQ(std::distance(xml.children().begin(), xml.children().end()), 1);
        const pugi::xml_node suite = xml.child("testsuites").child("testsuite");
        EXPECT_EQ(suite.attribute("tests").as_int(), 8);
        EXPECT_EQ(suite.attribute("failures").as_int(), 1);
        EXPECT_EQ(suite.attribute("errors").as_int(), 3);
        EXPECT_EQ(suite.attribute("skipped").as_int(), 2);
        std::size_t cases = 0;
        std::size_t failures = 0;
        std::size_t errors = 0;
        std::size_t skipped = 0;
        for (const pugi::xml_node test : suite.children("testcase")) {
            const RuleReport& rule = s.report.rules[cases];
            EXPECT_EQ(test.attribute("name").as_string(), rule.id + "  " + rule.title.in(language));
            ++cases;
            failures += !test.child("failure").empty();
            errors += !test.child("error").empty();
            skipped += !test.child("skipped").empty();
            if (const pugi::xml_node error = test.child("error")) {
                EXPECT_EQ(error.attribute("type").as_string(), std::string(key_of(rule.outcome)));
                EXPECT_EQ(error.attribute("message").as_string(), label_of(rule.outcome).in(language));
                EXPECT_NE(std::string(error.child_value()).find(rule.notes[0].in(language)), std::string::npos);
            }
        }
        EXPECT_EQ(cases, 8u);
        EXPECT_EQ(failures, 1u);
        EXPECT_EQ(errors, 3u);
        EXPECT_EQ(skipped, 2u);
        const std::string failure = suite.first_child().next_sibling().child("failure").child_value();
        EXPECT_NE(failure.find(s.report.findings[0].message.in(language)), std::string::npos) << failure;
    }
}

// Text that no XML may hold as it stands: markup, control characters, bytes that are no UTF-8, the end of a section.
TEST(CheckReportJunit, IsWellFormedWhateverANameHolds) {
    Sample s = sample();
    const std::string hostile = "a]]>&<\"'\x01\x1b[31m\xff\xfe\xed\xa0\x80 \n\t§";
    for (RuleReport& rule : s.report.rules) {
        rule.title = {hostile, hostile};
        rule.notes = {{hostile, hostile}};
    }
    for (Finding& finding : s.report.findings)
        finding.message = {hostile, hostile};
    s.report.deck = hostile;
    for (const Language language : {Language::zh, Language::en}) {
        const std::string text = check_junit(s.report, language);
        const std::optional<ScanFault> fault = scan_xml(text, ReadLimits{});
        EXPECT_FALSE(fault) << fault->message.en << " in " << text.substr(fault->offset, 40);
        pugi::xml_document xml;
        EXPECT_TRUE(xml.load_string(text.c_str()));
    }
    EXPECT_TRUE(Json::accept(check_json(s.report, s.design)));
    EXPECT_TRUE(Json::accept(check_sarif(s.report, s.design, hostile)));
}

// Whatever the form and the language: that a rule passed is said of no rule but one that did.
TEST(CheckReports, NothingPassesThatWasNotChecked) {
    for (std::size_t outcome = 0; outcome < 8; ++outcome) {
        CheckReport report;
        report.deck = "d";
        RuleReport rule;
        rule.id = "R-1";
        rule.title = {"规则", "Rule"};
        rule.outcome = static_cast<RuleOutcome>(outcome);
        rule.findings = rule.outcome == RuleOutcome::findings;
        rule.waived = rule.outcome == RuleOutcome::waived;
        report.rules.push_back(rule);
        const bool passed = rule.outcome == RuleOutcome::passed;
        const auto says = [](const std::string& text, const char* word) {
            return text.find(word) != std::string::npos;
        };
        EXPECT_EQ(says(check_text(report, Language::zh), "通过"), passed) << outcome;
        EXPECT_EQ(says(check_text(report, Language::en), "assed"), passed) << outcome;
        EXPECT_EQ(says(check_json(report, {}), "passed"), passed) << outcome;
        EXPECT_EQ(says(check_sarif(report, {}, "a"), "passed"), passed) << outcome;
        const bool missed = report.not_checked() == 1;
        EXPECT_EQ(missed, rule.outcome == RuleOutcome::needs_input || rule.outcome == RuleOutcome::cancelled ||
                              rule.outcome == RuleOutcome::failed);
        EXPECT_EQ(
            Json::parse(check_sarif(report, {}, "a")).at("runs")[0].at("invocations")[0].at("executionSuccessful"),
            !missed);
        for (const Language language : {Language::zh, Language::en}) {
            // A case of JUnit without a child is a pass.
            pugi::xml_document xml;
            ASSERT_TRUE(xml.load_string(check_junit(report, language).c_str()));
            const pugi::xml_node test = xml.child("testsuites").child("testsuite").child("testcase");
            const bool bare = !test.child("failure") && !test.child("error") && !test.child("skipped");
            EXPECT_TRUE(!bare || passed || rule.outcome == RuleOutcome::waived || rule.outcome == RuleOutcome::findings)
                << outcome;
            EXPECT_EQ(says(check_text(report, language), language == Language::zh ? "未检查 1" : "NOT CHECKED 1"),
                      missed);
            EXPECT_FALSE(says(rules_table_text(report, language), language == Language::zh ? "通过" : "assed") !=
                         passed)
                << outcome;
        }
    }
}

TEST(FindingsTable, ARowAFindingAndARowARule) {
    const Sample s = sample();
    const TableDocument table = findings_table(s.report, s.design);
    EXPECT_EQ(table.row_count(), s.report.findings.size());
    for (const TableRow& row : table.groups.at(0).rows)
        EXPECT_EQ(row.cells.size(), table.columns.size());
    const TableRow& worst = table.groups[0].rows[0];
    EXPECT_EQ(shown(worst.cells[table.column("actual")], table.columns[0], worst, Language::en), "92.3 m");
    EXPECT_EQ(shown(worst.cells[table.column("floor")], table.columns[0], worst, Language::en), "3F");
    EXPECT_EQ(worst.subject, AnyId(CableId{3}));
    EXPECT_EQ(table.notes.size(), 1 + s.report.not_checked());
    const TableDocument rules = rules_table(s.report);
    EXPECT_EQ(rules.row_count(), s.report.rules.size());
    for (std::size_t i = 0; i < s.report.rules.size(); ++i) {
        const TableRow& row = rules.groups[0].rows[i];
        ASSERT_EQ(row.cells.size(), rules.columns.size());
        EXPECT_EQ(std::get<Text>(row.cells[rules.column("state")]), label_of(s.report.rules[i].outcome));
        EXPECT_EQ(row.tone == RowTone::attention, i == 4 || i >= 6);
    }
}

} // namespace
} // namespace riser::test
