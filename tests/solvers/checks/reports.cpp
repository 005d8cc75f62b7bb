// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/catalogue.h"
#include "solvers/checks/rule_facts.h"
#include "solvers/checks/waive.h"
#include "tests/solvers/checks/office.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

namespace riser::test {
namespace {

const Deck& deck() { return *built_in_deck("cn-government"); }
CheckReport check(const Design& design) { return run_checks(Facts(design), deck()); }

Design with_waiver(const Office& office, WaiverRequest request) {
    IdSource ids(7);
    Edit edit(office.design, {"豁免", "Waive"}, ids);
    const Result<WaiverId> waiver = waive(edit, deck(), std::move(request));
    EXPECT_TRUE(waiver.has_value());
    return std::move(edit).commit();
}
WaiverRequest request(std::string rule, std::vector<AnyId> subjects) {
    return {.rule = std::move(rule),
            .subjects = std::move(subjects),
            .reason = "existing",
            .author = "Li",
            .date = Date::parse("2026-11-22")};
}

TEST(Reports, FindingIsCompleteData) {
    Office office;
    office.set_length(Millimetres(91'234));
    const CheckReport report = check(office.design);
    ASSERT_EQ(report.findings.size(), 2u); // the channel and the cable
    const Finding& finding = report.findings[1];
    EXPECT_EQ(finding.rule, "CAB-02");
    EXPECT_EQ(finding.severity, Severity::error);
    EXPECT_EQ(finding.subjects, std::vector<AnyId>{office.cable});
    EXPECT_EQ(finding.limit, Amount(metres(90)));
    EXPECT_EQ(finding.actual, Amount(Millimetres(91'234)));
    EXPECT_EQ(finding.floor, office.floor);
    EXPECT_EQ(finding.place, office.design.find(office.outlet)->place);
    EXPECT_EQ(finding.message.zh, "缆线 C-1 长 91.2 m，超过 90.0 m（+1.2 m）");
    EXPECT_EQ(finding.subject.en, "Cable C-1");
    const RuleReport& rule = *report.find("CAB-02");
    EXPECT_EQ(rule.findings, 1u);
    EXPECT_EQ(rule.basis.en, "GB 50311-2016 3.2.2 条文说明");
    EXPECT_EQ(report.count(Severity::error), 2u);
    EXPECT_EQ(report.count(Severity::warning), 0u);
    EXPECT_FALSE(report.find("CAB-99"));
}

TEST(Waivers, CoverFindingsWhoseSubjectsAreAllNamed) {
    Office office;
    office.set_length(91);
    CheckReport report = check(with_waiver(office, request("CAB-02", {office.cable})));
    EXPECT_EQ(report.find("CAB-02")->outcome, RuleOutcome::waived);
    EXPECT_EQ(report.find("CAB-02")->waived, 1u);
    EXPECT_EQ(report.find("CAB-01")->outcome, RuleOutcome::findings) << "another rule";
    EXPECT_EQ(report.waived(), 1u);
    EXPECT_EQ(report.count(Severity::error), 1u);
    // Of a doubled label both bearers must be named.
    office.change(office.add_outlet(office.office, {8'000, 500}), [](Outlet& row) { row.label = "3F-301-1"; });
    EXPECT_EQ(check(with_waiver(office, request("DES-04", {office.outlet}))).find("DES-04")->outcome,
              RuleOutcome::findings);
    std::vector<AnyId> both;
    for (const Outlet& outlet : office.design.outlets)
        both.emplace_back(outlet.id);
    EXPECT_EQ(check(with_waiver(office, request("DES-04", both))).find("DES-04")->outcome, RuleOutcome::waived);
}

TEST(Waivers, AreRefusedForLawAndSecrecy) {
    const Office office;
    IdSource ids(7);
    Edit edit(office.design, {}, ids);
    const auto code = [&](WaiverRequest r) {
        const Result<WaiverId> waiver = waive(edit, deck(), std::move(r));
        return waiver ? std::optional<ErrorCode>() : std::optional(waiver.error().code);
    };
    for (const Rule* rule : rule_catalogue())
        if (rule->locked())
            EXPECT_EQ(code(request(std::string(rule->id), {office.cable})), ErrorCode::refused) << rule->id;
    EXPECT_EQ(code(request("NO-1", {office.cable})), ErrorCode::not_found);
    EXPECT_EQ(code(request("CAB-02", {})), ErrorCode::bad_input);
    EXPECT_EQ(code(request("CAB-02", {CableId{999}})), ErrorCode::not_found);
    WaiverRequest bare = request("CAB-02", {office.cable});
    bare.reason = " ";
    EXPECT_EQ(code(bare), ErrorCode::bad_input);
    bare = request("CAB-02", {office.cable});
    bare.author = "";
    EXPECT_EQ(code(bare), ErrorCode::bad_input);
    bare = request("CAB-02", {office.cable});
    bare.date = {};
    EXPECT_EQ(code(bare), ErrorCode::bad_input);
    EXPECT_TRUE(edit.changes().empty());
    EXPECT_EQ(code(request("CAB-02", {office.cable, office.cable})), std::nullopt);
    EXPECT_EQ(code(request("CAB-02", {office.cable})), ErrorCode::conflict);
    EXPECT_EQ(edit.design().waivers.begin()->subjects.size(), 1u);
}

// Rows written by hand or merged in get no further than verbs do.
TEST(Waivers, InTheFileOfLawAndSecrecyHaveNoEffectAndAreNoted) {
    Office office;
    office.add_jack(office.outlet, office.add_plane("S", Disclosure::secret));
    Waiver waiver;
    waiver.rule = "SEC-C5";
    waiver.subjects = {office.outlet};
    waiver.reason = "please";
    waiver.author = "x";
    waiver.date = Date::parse("2026-11-22");
    const WaiverId id = office.add(waiver);
    RuleSetting setting;
    setting.rule = "SEC-C5";
    setting.state = RuleState::off;
    const RuleSettingId off = office.add(setting);
    const CheckReport report = check(office.design);
    EXPECT_EQ(report.find("SEC-C5")->outcome, RuleOutcome::findings);
    EXPECT_EQ(report.waived(), 0u);
    ASSERT_EQ(report.notes.size(), 2u);
    EXPECT_EQ(report.notes[0].row, AnyId(id));
    EXPECT_EQ(report.notes[1].row, AnyId(off));
    // Nor do waivers without reason, author or date, or of rules that are not there.
    Office other;
    other.set_length(91);
    waiver.rule = "CAB-02";
    waiver.subjects = {other.cable};
    waiver.author = "";
    other.add(waiver);
    waiver.rule = "NO-1";
    other.add(waiver);
    EXPECT_EQ(check(other.design).find("CAB-02")->outcome, RuleOutcome::findings);
    EXPECT_EQ(check(other.design).notes.size(), 2u);
}

TEST(Settings, SwitchOffAndAdjust) {
    Office office;
    office.set_length(91);
    IdSource ids(7);
    Edit edit(office.design, {}, ids);
    RuleSetting setting;
    setting.rule = "CAB-02";
    setting.parameters = {{"max", "95 m"}};
    ASSERT_TRUE(set_rule(edit, deck(), setting).has_value());
    CheckReport report = check(edit.design());
    EXPECT_EQ(report.find("CAB-02")->outcome, RuleOutcome::passed);
    ASSERT_EQ(report.find("CAB-02")->notes.size(), 1u);
    EXPECT_EQ(report.find("CAB-02")->notes[0].en, "this project sets max = 95 m (the deck: 90 m)");

    setting.state = RuleState::off;
    EXPECT_EQ(set_rule(edit, deck(), setting).error().code, ErrorCode::bad_input) << "no reason";
    setting.reason = "measured instead";
    ASSERT_TRUE(set_rule(edit, deck(), setting).has_value());
    EXPECT_EQ(edit.design().rule_settings.size(), 1u) << "the second replaces the first";
    report = check(edit.design());
    EXPECT_EQ(report.find("CAB-02")->outcome, RuleOutcome::switched_off);
    EXPECT_EQ(report.find("CAB-02")->notes[0].en, "switched off for this project: measured instead");

    setting.parameters = {{"max", "heavy"}};
    EXPECT_EQ(set_rule(edit, deck(), setting).error().code, ErrorCode::bad_input);
    setting.parameters = {{"least", "1 m"}};
    EXPECT_EQ(set_rule(edit, deck(), setting).error().code, ErrorCode::not_found);
    setting.rule = "Z-01";
    EXPECT_EQ(set_rule(edit, deck(), setting).error().code, ErrorCode::refused);
    setting.rule = "NO-1";
    EXPECT_EQ(set_rule(edit, deck(), setting).error().code, ErrorCode::not_found);
}

TEST(Settings, MalformedInTheFileLeaveTheDecksValues) {
    Office office;
    office.set_length(91);
    RuleSetting setting;
    setting.rule = "CAB-02";
    setting.parameters = {{"max", "heavy"}, {"least", "1 m"}};
    office.add(setting);
    office.add(setting); // a second one
    const CheckReport report = check(office.design);
    EXPECT_EQ(report.find("CAB-02")->outcome, RuleOutcome::findings);
    EXPECT_EQ(report.notes.size(), 3u);
}

TEST(Reports, EditionInForceIsCompared) {
    Office office;
    Edition edition;
    edition.standard = "GB 50311";
    edition.edition = "2030";
    office.add(edition);
    edition.standard = "GB 51348";
    edition.edition = "2019";
    office.add(edition);
    const CheckReport report = check(office.design);
    EXPECT_EQ(report.find("CAB-02")->notes.size(), 1u);
    EXPECT_EQ(report.find("CAB-02")->outcome, RuleOutcome::passed);
    EXPECT_TRUE(report.find("ROOM-01")->notes.empty());
}

TEST(Reports, StoppedRulesAreCancelled) {
    const Office office;
    std::stop_source stop;
    Run run{.stop = stop.get_token(), .progress = {}};
    int steps = 0;
    run.progress = [&](double share, const Text&) {
        EXPECT_GT(share, 0);
        EXPECT_LE(share, 1);
        if (++steps == 3)
            stop.request_stop();
    };
    const CheckReport report = run_checks(Facts(office.design), deck(), run);
    EXPECT_EQ(report.rules.size(), rule_catalogue().size());
    for (std::size_t i = 0; i < report.rules.size(); ++i)
        EXPECT_EQ(report.rules[i].outcome == RuleOutcome::cancelled, i >= 3) << report.rules[i].id;
    EXPECT_GE(report.not_checked(), rule_catalogue().size() - 3);
}

TEST(Reports, AFailingRuleSaysSoAndStopsNoOther) {
    static constexpr Rule broken{.id = "DES-01", .check = [](FactInput&, const Parameters&, FindingList&) {
                                     throw std::runtime_error("out of cheese");
                                 }};
    const Rule* rules[] = {&broken, find_rule("CAB-02")};
    const CheckReport report = run_checks(Facts(Office().design), deck(), rules);
    EXPECT_EQ(report.rules[0].outcome, RuleOutcome::failed);
    EXPECT_EQ(report.rules[0].notes[0].en, "failed to run: out of cheese");
    EXPECT_EQ(report.rules[1].outcome, RuleOutcome::passed);
    EXPECT_EQ(report.not_checked(), 1u);
}

TEST(Reports, RulesById) {
    const Facts facts(Office().design);
    const Result<CheckReport> some = run_checks(facts, deck(), std::vector<std::string>{"Z-01", "CAB-02"});
    ASSERT_TRUE(some.has_value());
    ASSERT_EQ(some->rules.size(), 2u);
    EXPECT_EQ(some->rules[0].id, "Z-01");
    EXPECT_EQ(run_checks(facts, deck(), std::vector<std::string>{"CAB-02", "X"}).error().code, ErrorCode::not_found);
}

TEST(Reports, ARuleThatTheDeckLacksIsNotApplicable) {
    const CheckReport report = run_checks(Facts(Office().design), *built_in_deck("international"));
    EXPECT_EQ(report.find("ROOM-03")->outcome, RuleOutcome::not_applicable);
    EXPECT_EQ(report.find("ROOM-03")->notes[0].en, "not in the deck international");
}

TEST(Reports, EmptyDesignPassesNothing) {
    const CheckReport report = check(Design());
    EXPECT_TRUE(report.findings.empty());
    for (const RuleReport& rule : report.rules)
        EXPECT_TRUE(rule.outcome == RuleOutcome::not_applicable || rule.outcome == RuleOutcome::needs_input) << rule.id;
}

// A rule runs again only when what it read has changed.
TEST(Reports, FindingsAreKeptWhileNothingTheyReadChanges) {
    Office office;
    office.set_length(91);
    const Facts first(office.design);
    const CheckReport before = run_checks(first, deck());
    const RuleQuery query{find_rule("CAB-02"), Parameters({{"max", "90 m"}})};
    office.change(office.outlet, [](Outlet& row) { row.place.x += 1; });
    const Facts moved = first.advance(office.design);
    EXPECT_EQ(run_checks(moved, deck()).findings.size(), before.findings.size());
    EXPECT_EQ(&moved.get<RuleFindings>(query), &first.get<RuleFindings>(query));
    // A new label makes the sentence again, not the finding.
    office.change(office.cable, [](Cable& row) { row.label = "C-9"; });
    const Facts relabelled = moved.advance(office.design);
    EXPECT_EQ(run_checks(relabelled, deck()).findings[1].message.en, "Cable C-9 is 91.0 m long, limit 90.0 m (+1.0 m)");
    EXPECT_EQ(&relabelled.get<RuleFindings>(query), &first.get<RuleFindings>(query));
}

TEST(Reports, ManyThreadsGetOneAnswer) {
    Office office;
    for (int i = 0; i < 80; ++i)
        office.add_cable(office.add_jack(office.outlet, office.plane), office.plane);
    office.set_length(91);
    const Facts facts(office.design);
    const CheckReport expected = check(office.design);
    std::vector<CheckReport> reports(8);
    {
        std::vector<std::jthread> threads;
        for (CheckReport& report : reports)
            threads.emplace_back([&] { report = run_checks(facts, deck()); });
    }
    for (const CheckReport& report : reports)
        EXPECT_EQ(report, expected);
}

} // namespace
} // namespace riser::test
