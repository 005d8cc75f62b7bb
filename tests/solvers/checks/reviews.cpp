// SPDX-License-Identifier: GPL-3.0-or-later
// Waivers and settings: what is refused (law, every SEC-* rule, what is incomplete), what is taken, and whose findings
// it covers; and each outcome that a report may say of a rule.
#include "model/fields/field.h"
#include "solvers/checks/catalogue.h"
#include "solvers/checks/run_checks.h"
#include "solvers/checks/waive.h"
#include "tests/solvers/checks/office.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <stdexcept>

namespace riser::test {
namespace {

const Deck& deck() { return *built_in_deck("cn-government"); }

// An office whose cable is too long.
struct LongCable : Office {
    LongCable() { set_length(95); }
    Result<WaiverId> waive_it(WaiverRequest request) {
        Edit edit(design, {"豁免", "waive"}, building.ids);
        Result<WaiverId> id = waive(edit, deck(), std::move(request));
        if (id)
            design = std::move(edit).commit();
        return id;
    }
    Result<RuleSettingId> set_it(RuleSetting setting) {
        Edit edit(design, {"设置", "set"}, building.ids);
        Result<RuleSettingId> id = set_rule(edit, deck(), std::move(setting));
        if (id)
            design = std::move(edit).commit();
        return id;
    }
    WaiverRequest request(std::string rule) const {
        return {.rule = std::move(rule),
                .subjects = {cable},
                .reason = "agreed",
                .author = "Wang",
                .date = Date{2026, 11, 25}};
    }
    CheckReport check() const { return run_checks(Facts(design), deck()); }
    RuleReport of(std::string_view rule) const { return *check().find(rule); }
};

RuleSetting setting(std::string rule, RuleState state, std::vector<RuleParameter> parameters = {},
                    std::string reason = "because") {
    RuleSetting out;
    out.rule = std::move(rule);
    out.state = state;
    out.parameters = std::move(parameters);
    out.reason = std::move(reason);
    return out;
}

TEST(Reviews, LawAndSecrecyAreNeverWaivedSwitchedOffNorAdjusted) {
    std::size_t refused = 0;
    for (const Rule* rule : rule_catalogue()) {
        LongCable office;
        const std::string id(rule->id);
        const bool law = deck().find(id)->force == Force::law || id.starts_with("SEC-");
        const Result<WaiverId> waiver = office.waive_it(office.request(id));
        const Result<RuleSettingId> off = office.set_it(setting(id, RuleState::off));
        EXPECT_EQ(waiver.has_value(), !law) << id;
        EXPECT_EQ(off.has_value(), !law) << id;
        if (!law)
            continue;
        ++refused;
        for (const Error* error : {&waiver.error(), &off.error()}) {
            EXPECT_EQ(error->code, ErrorCode::refused) << id;
            EXPECT_NE(error->message.en.find(id), std::string::npos);
            EXPECT_FALSE(error->message.zh.empty() || error->fix.zh.empty() || error->fix.en.empty());
        }
        for (const RuleParameter& parameter : deck().find(id)->parameters) {
            EXPECT_EQ(office.set_it(setting(id, RuleState::on, {parameter})).error().code, ErrorCode::refused) << id;
        }
        EXPECT_TRUE(office.design.waivers.empty() && office.design.rule_settings.empty());
    }
    EXPECT_GE(refused, 6U);
}

// Written into the file by hand, they have no effect, and the report says so.
TEST(Reviews, AWaiverOfLawInTheFileHasNoEffectAndIsSaid) {
    LongCable office;
    const PlaneId other = office.add_plane("S", Disclosure::secret);
    office.change(office.jack, [&](Jack& row) { row.plane = other; });
    ASSERT_EQ(office.of("SEC-P1").outcome, RuleOutcome::findings);
    for (const char* rule : {"SEC-P1", "SEC-C1", "Z-01", "MON-07"}) {
        Waiver waiver;
        waiver.id = office.building.ids.next<Waiver>();
        waiver.rule = rule;
        waiver.subjects = {office.jack, office.cable, office.outlet, other, office.office};
        waiver.reason = "agreed";
        waiver.author = "Wang";
        waiver.date = Date{2026, 11, 25};
        office.design.waivers.put(waiver);
        RuleSetting off = setting(rule, RuleState::off);
        off.id = office.building.ids.next<RuleSetting>();
        office.design.rule_settings.put(off);
    }
    const CheckReport report = office.check();
    EXPECT_EQ(report.find("SEC-P1")->outcome, RuleOutcome::findings);
    EXPECT_EQ(report.waived(), 0U);
    for (const RuleReport& rule : report.rules)
        EXPECT_NE(rule.outcome, RuleOutcome::switched_off) << rule.id;
    EXPECT_EQ(report.notes.size(), 8U);
    for (const ReviewNote& note : report.notes) {
        EXPECT_NE(note.sentence.en.find("no effect"), std::string::npos) << note.sentence.en;
        EXPECT_NE(note.sentence.zh.find("无效"), std::string::npos) << note.sentence.zh;
        EXPECT_TRUE(office.design.contains(note.row));
    }
}

TEST(Reviews, IncompleteWaiversAreRefused) {
    LongCable office;
    const auto code = [&](auto spoil) {
        WaiverRequest request = office.request("CAB-02");
        spoil(request);
        const Result<WaiverId> made = office.waive_it(std::move(request));
        EXPECT_FALSE(made);
        if (made)
            return ErrorCode::internal_fault;
        EXPECT_FALSE(made.error().message.zh.empty() || made.error().message.en.empty());
        return made.error().code;
    };
    EXPECT_EQ(code([](WaiverRequest& r) { r.subjects.clear(); }), ErrorCode::bad_input);
    EXPECT_EQ(code([](WaiverRequest& r) { r.reason = " \t\n"; }), ErrorCode::bad_input);
    EXPECT_EQ(code([](WaiverRequest& r) { r.author.clear(); }), ErrorCode::bad_input);
    EXPECT_EQ(code([](WaiverRequest& r) { r.date.reset(); }), ErrorCode::bad_input);
    EXPECT_EQ(code([](WaiverRequest& r) { r.subjects = {CableId{12345}}; }), ErrorCode::not_found);
    EXPECT_EQ(code([](WaiverRequest& r) { r.rule = "CAB-99"; }), ErrorCode::not_found);
    ASSERT_TRUE(office.waive_it(office.request("CAB-02")));
    EXPECT_EQ(code([](WaiverRequest&) {}), ErrorCode::conflict);
}

TEST(Reviews, AWaiverCoversItsSubjectsAndNoOthers) {
    LongCable office;
    const CableId second = office.add_cable(office.add_jack(office.outlet, office.plane), office.plane);
    office.change(second, [](Cable& row) { row.exit_offset = metres(95); });
    ASSERT_EQ(office.of("CAB-02").findings, 2U);
    const Result<WaiverId> waiver = office.waive_it(office.request("CAB-02"));
    ASSERT_TRUE(waiver) << to_string(waiver.error(), Language::en);
    const CheckReport report = office.check();
    EXPECT_EQ(report.find("CAB-02")->outcome, RuleOutcome::findings) << "the other is as wrong as before";
    EXPECT_EQ(report.find("CAB-02")->findings, 1U);
    EXPECT_EQ(report.find("CAB-02")->waived, 1U);
    for (const Finding& finding : report.findings)
        if (finding.rule == "CAB-02") {
            EXPECT_EQ(finding.waiver.has_value(), finding.subjects.front() == AnyId(office.cable));
            EXPECT_EQ(finding.waiver.value_or(*waiver), *waiver);
        }
    // Nor another rule's finding about the same row.
    EXPECT_EQ(report.find("CAB-01")->waived, 0U);
    EXPECT_GT(report.find("CAB-01")->findings, 0U);
    // A waiver of a subject that is not at fault covers nothing.
    LongCable other;
    WaiverRequest elsewhere = other.request("CAB-02");
    elsewhere.subjects = {other.tray, other.jack};
    ASSERT_TRUE(other.waive_it(elsewhere));
    EXPECT_EQ(other.of("CAB-02").waived, 0U);
    EXPECT_EQ(other.of("CAB-02").findings, 1U);
}

TEST(Reviews, AFindingOfSeveralRowsIsWaivedOnlyWhenAllAre) {
    Office office;
    const OutletId other = office.add_outlet(office.office, {9'000, 500});
    office.change(other, [&](Outlet& row) { row.label = office.design.find(office.outlet)->label; });
    const auto waived_with = [&](std::vector<AnyId> subjects) {
        Design design = office.design;
        Edit edit(design, {"豁免", "waive"}, office.building.ids);
        EXPECT_TRUE(waive(edit, deck(),
                          {.rule = "DES-04",
                           .subjects = std::move(subjects),
                           .reason = "agreed",
                           .author = "Wang",
                           .date = Date{2026, 11, 25}}));
        return run_checks(Facts(std::move(edit).commit()), deck()).find("DES-04")->waived;
    };
    EXPECT_EQ(waived_with({office.outlet}), 0U);
    EXPECT_EQ(waived_with({other}), 0U);
    EXPECT_EQ(waived_with({office.outlet, other}), 1U);
    EXPECT_EQ(waived_with({office.outlet, other, office.tray}), 1U);
}

TEST(Reviews, SettingsChangeWhatTheDeckSays) {
    LongCable office;
    ASSERT_EQ(office.of("CAB-02").outcome, RuleOutcome::findings);
    ASSERT_TRUE(office.set_it(setting("CAB-02", RuleState::on, {{"max", "96 m"}})));
    EXPECT_EQ(office.of("CAB-02").outcome, RuleOutcome::passed);
    bool said = false;
    for (const Text& note : office.of("CAB-02").notes)
        said |= note.en.find("max = 96 m") != std::string::npos && note.en.find("90 m") != std::string::npos;
    EXPECT_TRUE(said) << "what the project set, and what the deck says";
    // A second setting replaces the first.
    ASSERT_TRUE(office.set_it(setting("CAB-02", RuleState::off)));
    EXPECT_EQ(office.design.rule_settings.size(), 1U);
    EXPECT_EQ(office.of("CAB-02").outcome, RuleOutcome::switched_off);
    const auto code = [&](RuleSetting wrong) { return office.set_it(std::move(wrong)).error().code; };
    EXPECT_EQ(code(setting("CAB-02", RuleState::off, {}, "  ")), ErrorCode::bad_input);
    EXPECT_EQ(code(setting("CAB-02", RuleState::on, {{"max", "5 m2"}})), ErrorCode::bad_input);
    EXPECT_EQ(code(setting("CAB-02", RuleState::on, {{"max", ""}})), ErrorCode::bad_input);
    EXPECT_EQ(code(setting("CAB-02", RuleState::on, {{"min", "5 m"}})), ErrorCode::not_found);
    EXPECT_EQ(code(setting("CAB-99", RuleState::on)), ErrorCode::not_found);
}

// In the file by hand: a value that does not fit leaves the deck's, and of two settings one holds; both are said.
TEST(Reviews, SettingsThatDoNotFitAreSaid) {
    LongCable office;
    for (RuleSetting row : {setting("CAB-02", RuleState::on, {{"max", "99 degC"}}),
                            setting("CAB-02", RuleState::on, {{"max", "99 m"}}), setting("CAB-99", RuleState::off)}) {
        row.id = office.building.ids.next<RuleSetting>();
        office.design.rule_settings.put(row);
    }
    Waiver unknown;
    unknown.id = office.building.ids.next<Waiver>();
    unknown.rule = "CAB-99";
    office.design.waivers.put(unknown);
    Waiver unsigned_one;
    unsigned_one.id = office.building.ids.next<Waiver>();
    unsigned_one.rule = "CAB-02";
    unsigned_one.subjects = {office.cable};
    office.design.waivers.put(unsigned_one);
    const CheckReport report = office.check();
    EXPECT_EQ(report.waived(), 0U);
    const auto said = [&](std::string_view part) {
        return std::any_of(report.notes.begin(), report.notes.end(), [&](const ReviewNote& note) {
            return note.sentence.en.find(part) != std::string::npos && !note.sentence.zh.empty();
        });
    };
    EXPECT_TRUE(said("several settings"));
    EXPECT_TRUE(said("the setting names a rule that the deck lacks: CAB-99"));
    EXPECT_TRUE(said("the waiver names a rule that the deck lacks: CAB-99"));
    EXPECT_TRUE(said("lacks subjects, reason, author or date"));
}

// What the command refuses has no effect either when somebody writes it into the file.
TEST(Reviews, NeitherWaivedNorOffWithoutAReason) {
    LongCable office;
    Waiver waiver;
    waiver.id = office.building.ids.next<Waiver>();
    waiver.rule = "CAB-02";
    waiver.subjects = {office.cable};
    waiver.reason = " \n";
    waiver.author = "Wang";
    waiver.date = Date{2026, 11, 25};
    office.design.waivers.put(waiver);
    RuleSetting off = setting("CAB-02", RuleState::off, {}, " ");
    off.id = office.building.ids.next<RuleSetting>();
    office.design.rule_settings.put(off);
    const CheckReport report = office.check();
    EXPECT_EQ(report.find("CAB-02")->outcome, RuleOutcome::findings);
    ASSERT_EQ(report.notes.size(), 2U);
    for (const ReviewNote& note : report.notes)
        EXPECT_NE(note.sentence.en.find("no effect"), std::string::npos) << note.sentence.en;
}

// --- what a report says of a rule ---

TEST(Outcomes, Passed) {
    const Office office;
    const RuleReport rule = *run_checks(Facts(office.design), deck()).find("CAB-02");
    EXPECT_EQ(rule.outcome, RuleOutcome::passed);
    EXPECT_EQ(rule.examined, 1U);
}

TEST(Outcomes, Findings) {
    const RuleReport rule = LongCable().of("CAB-02");
    EXPECT_EQ(rule.outcome, RuleOutcome::findings);
    EXPECT_EQ(rule.findings, 1U);
    EXPECT_EQ(rule.severity, Severity::error);
}

TEST(Outcomes, Waived) {
    LongCable office;
    ASSERT_TRUE(office.waive_it(office.request("CAB-02")));
    const CheckReport report = office.check();
    EXPECT_EQ(report.find("CAB-02")->outcome, RuleOutcome::waived);
    EXPECT_EQ(report.find("CAB-02")->findings, 0U);
    EXPECT_EQ(report.find("CAB-02")->waived, 1U);
    EXPECT_EQ(report.waived(), 1U);
}

TEST(Outcomes, SwitchedOff) {
    LongCable office;
    ASSERT_TRUE(office.set_it(setting("CAB-02", RuleState::off, {}, "measured on site")));
    const RuleReport rule = office.of("CAB-02");
    EXPECT_EQ(rule.outcome, RuleOutcome::switched_off);
    EXPECT_EQ(rule.findings + rule.waived, 0U);
    ASSERT_FALSE(rule.notes.empty());
    EXPECT_NE(rule.notes.back().en.find("measured on site"), std::string::npos);
}

TEST(Outcomes, NeedsInput) {
    Office office;
    office.change(office.tray, [](PathwayRun& row) { row.ambient.reset(); });
    const CheckReport report = run_checks(Facts(office.design), deck());
    const RuleReport rule = *report.find("CAB-07");
    EXPECT_EQ(rule.outcome, RuleOutcome::needs_input);
    ASSERT_FALSE(rule.notes.empty());
    EXPECT_NE(rule.notes.back().en.find("is not stated"), std::string::npos);
    EXPECT_GT(report.not_checked(), 0U);
}

TEST(Outcomes, NotApplicable) {
    const CheckReport report = run_checks(Facts(Design{}), deck());
    for (const RuleReport& rule : report.rules) {
        EXPECT_TRUE(rule.outcome == RuleOutcome::not_applicable || rule.outcome == RuleOutcome::needs_input)
            << rule.id << " says " << key_of(rule.outcome) << " of nothing at all";
        EXPECT_FALSE(rule.notes.empty()) << rule.id;
    }
    // Nor is a rule that the deck leaves out.
    Deck less = deck();
    std::erase_if(less.rules, [](const DeckRule& rule) { return rule.id == "CAB-02"; });
    const LongCable office;
    const RuleReport left_out = *run_checks(Facts(office.design), less).find("CAB-02");
    EXPECT_EQ(left_out.outcome, RuleOutcome::not_applicable);
    EXPECT_NE(left_out.notes.front().en.find("not in the deck"), std::string::npos);
}

TEST(Outcomes, Cancelled) {
    const LongCable office;
    std::stop_source source;
    int reports = 0;
    const riser::Run run{.stop = source.get_token(), .progress = [&](double share, const Text&) {
                             EXPECT_GT(share, 0);
                             if (++reports == 5)
                                 source.request_stop();
                         }};
    const CheckReport report = run_checks(Facts(office.design), deck(), run);
    ASSERT_EQ(report.rules.size(), rule_catalogue().size()) << "of every rule, all the same";
    for (std::size_t i = 0; i < report.rules.size(); ++i) {
        EXPECT_EQ(report.rules[i].outcome == RuleOutcome::cancelled, i >= 5) << report.rules[i].id;
        EXPECT_FALSE(report.rules[i].title.empty()) << report.rules[i].id;
    }
    EXPECT_GE(report.not_checked(), report.rules.size() - 5);
}

TEST(Outcomes, Failed) {
    static constexpr Rule faulty{.id = "DES-99", .check = [](FactInput&, const Parameters&, FindingList& findings) {
                                     findings.examined = 1;
                                     throw std::runtime_error("no such luck");
                                 }};
    static constexpr Rule sound{
        .id = "DES-98", .check = [](FactInput&, const Parameters&, FindingList& findings) { findings.examined = 1; }};
    Deck own = deck();
    for (const char* id : {"DES-99", "DES-98"}) {
        DeckRule record = *deck().find("DES-02");
        record.id = id;
        own.rules.push_back(std::move(record));
    }
    const Rule* rules[] = {&faulty, &sound};
    const Office office;
    const CheckReport report = run_checks(Facts(office.design), own, std::span<const Rule* const>(rules));
    ASSERT_EQ(report.rules.size(), 2U);
    EXPECT_EQ(report.rules[0].outcome, RuleOutcome::failed);
    EXPECT_NE(report.rules[0].notes.front().en.find("no such luck"), std::string::npos);
    EXPECT_FALSE(report.rules[0].notes.front().zh.empty());
    EXPECT_EQ(report.rules[1].outcome, RuleOutcome::passed) << "one rule's fault is not the next one's";
    EXPECT_EQ(report.not_checked(), 1U);
}

TEST(Outcomes, RulesByIdAndUnknownOnes) {
    const LongCable office;
    const Result<CheckReport> some =
        run_checks(Facts(office.design), deck(), std::vector<std::string>{"DES-02", "CAB-02"});
    ASSERT_TRUE(some);
    ASSERT_EQ(some->rules.size(), 2U);
    EXPECT_EQ(some->rules[0].id, "DES-02");
    const Result<CheckReport> none = run_checks(Facts(office.design), deck(), std::vector<std::string>{"CAB-99"});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::not_found);
}

// The deck's edition against the project's.
TEST(Outcomes, AnotherEditionIsSaid) {
    Office office;
    Edition edition;
    edition.id = office.building.ids.next<Edition>();
    edition.standard = "GB 50311";
    edition.edition = "2026";
    office.design.editions.put(edition);
    const CheckReport report = run_checks(Facts(office.design), deck());
    const auto mentions = [&](std::string_view rule) {
        for (const Text& note : report.find(rule)->notes)
            if (note.en.find("GB 50311-2016") != std::string::npos && note.en.find("2026") != std::string::npos)
                return true;
        return false;
    };
    EXPECT_TRUE(mentions("CAB-02"));
    EXPECT_FALSE(mentions("ROOM-02")) << "rests on another standard";
}

} // namespace
} // namespace riser::test
