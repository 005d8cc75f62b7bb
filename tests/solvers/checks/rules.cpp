// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/field.h"
#include "solvers/checks/catalogue.h"
#include "solvers/checks/subjects.h"
#include "tests/solvers/checks/rule_tables.h"

#include <gtest/gtest.h>

#include <set>

namespace riser::test {
namespace {

RuleTables all_tables() {
    RuleTables out;
    for (RuleTables part : {cabling_tables(), link_tables(), pathway_tables(), room_tables(), security_tables(),
                            design_tables(), equipment_tables(), backbone_tables(), power_tables(), wireless_tables(),
                            address_tables(), zone_tables(), publishing_tables(), reach_tables(), load_tables()}) {
        std::move(part.fire.begin(), part.fire.end(), std::back_inserter(out.fire));
        std::move(part.not_fire.begin(), part.not_fire.end(), std::back_inserter(out.not_fire));
    }
    return out;
}

const Deck& deck() { return *built_in_deck("cn-government"); }

CheckReport check(const Design& design, const std::string& rule) {
    Result<CheckReport> report = run_checks(Facts(design), deck(), std::vector<std::string>{rule});
    EXPECT_TRUE(report.has_value());
    return std::move(*report);
}

TEST(Rules, Fire) {
    for (const MustFire& row : all_tables().fire) {
        SCOPED_TRACE(row.rule + ": " + row.name);
        Office office;
        row.spoil(office);
        const CheckReport report = check(office.design, row.rule);
        ASSERT_EQ(report.rules.size(), 1u);
        EXPECT_EQ(report.rules[0].outcome, RuleOutcome::findings);
        EXPECT_EQ(report.findings.size(), row.findings);
        EXPECT_GT(report.rules[0].examined, 0u);
        for (const Finding& finding : report.findings) {
            EXPECT_EQ(finding.rule, row.rule);
            EXPECT_EQ(finding.severity, severity_of(deck().find(row.rule)->force));
            EXPECT_FALSE(finding.subjects.empty());
            for (const std::string& text : {finding.message.zh, finding.message.en}) {
                EXPECT_FALSE(text.empty());
                if (row.rule != "LBL-04") { // quotes patterns
                    EXPECT_EQ(text.find('{'), std::string::npos) << text;
                }
            }
        }
        const std::string first = report.findings.empty() ? "" : report.findings[0].message.en;
        EXPECT_NE(first.find(row.says), std::string::npos) << first;
    }
}

TEST(Rules, DoNotFire) {
    for (const MustNotFire& row : all_tables().not_fire) {
        SCOPED_TRACE(row.rule + ": " + row.name);
        Office office;
        row.change(office);
        const CheckReport report = check(office.design, row.rule);
        ASSERT_EQ(report.rules.size(), 1u);
        EXPECT_EQ(report.rules[0].outcome, row.outcome) << key_of(report.rules[0].outcome);
        EXPECT_TRUE(report.findings.empty()) << report.findings[0].message.en;
        // What is no pass says why.
        EXPECT_EQ(report.rules[0].notes.empty(), row.outcome == RuleOutcome::passed);
        EXPECT_TRUE(row.outcome != RuleOutcome::passed || report.rules[0].examined > 0);
    }
}

TEST(Rules, EachStandsInBothTables) {
    std::set<std::string> fire;
    std::set<std::string> not_fire;
    for (const MustFire& row : all_tables().fire)
        fire.insert(row.rule);
    for (const MustNotFire& row : all_tables().not_fire)
        not_fire.insert(row.rule);
    std::set<std::string> catalogue;
    for (const Rule* rule : rule_catalogue())
        catalogue.emplace(rule->id);
    EXPECT_EQ(catalogue.size(), rule_catalogue().size()) << "an id stands twice";
    EXPECT_EQ(fire, catalogue);
    EXPECT_EQ(not_fire, catalogue);
}

// No rule finds anything in the sound office, under either deck, and none is silent.
TEST(Rules, SoundOfficeIsSound) {
    const Office office;
    for (const std::string_view name : built_in_deck_names()) {
        const CheckReport report = run_checks(Facts(office.design), *built_in_deck(name));
        EXPECT_EQ(report.rules.size(), rule_catalogue().size());
        for (const Finding& finding : report.findings)
            ADD_FAILURE() << finding.rule << " " << finding.message.en;
        for (const RuleReport& rule : report.rules) {
            EXPECT_TRUE(rule.outcome == RuleOutcome::passed || !rule.notes.empty()) << rule.id;
            EXPECT_NE(rule.outcome, RuleOutcome::failed) << rule.id;
        }
    }
}

bool labelled(Kind kind) {
    return kind == Kind::jacks || kind == Kind::outlets || kind == Kind::rooms || kind == Kind::pathway_runs;
}

// People see labels, never ids, while rows have labels.
TEST(Rules, SentencesNameRowsByTheirLabels) {
    for (const MustFire& row : all_tables().fire) {
        if (row.rule == "DES-05")
            continue; // what is not there has no name but its id
        Office office;
        row.spoil(office);
        for (const Finding& finding : check(office.design, row.rule).findings)
            for (const AnyId& subject : finding.subjects)
                EXPECT_TRUE(!labelled(subject.kind) || finding.message.zh.find(to_string(subject)) == std::string::npos)
                    << finding.message.zh;
    }
}

TEST(Rules, SentencesNameANetworkByItsNameAndCode) {
    Office office;
    const PlaneId secret = office.add_plane("S", Disclosure::secret);
    office.change(office.plane, [](Plane& row) { row.name = {"政务外网", "Extranet"}; });
    office.add_cable(office.add_jack(office.add_outlet(office.office, {8'000, 500}), secret), secret);
    const CheckReport report = check(office.design, "Z-01");
    ASSERT_EQ(report.findings.size(), 1u);
    EXPECT_EQ(report.findings[0].message.zh, "桥架 T-1 同时用于 网络 S 与 网络 政务外网（W）");
    EXPECT_EQ(report.findings[0].message.en, "Tray T-1 serves both Plane S and Plane Extranet (W)");
}

struct Called {
    std::vector<Text> names;
    bool operator==(const Called&) const = default;
    static Called compute(FactInput& input) {
        Called out;
        for (const AnyId id : {AnyId(BodyId{901}), AnyId(BodyId{902}), AnyId(ZoneId{903}), AnyId(ServiceId{904})})
            out.names.push_back(subject_name(input, id));
        return out;
    }
};

TEST(Rules, SentencesNameBodiesZonesAndServicesAsPeopleDo) {
    Office office;
    Body body;
    body.id = BodyId{901};
    body.code = "cppcc";
    body.name = {"政协", "CPPCC"};
    office.design.bodies.put(body);
    Body bare = body;
    bare.id = BodyId{902};
    bare.name = {};
    office.design.bodies.put(bare);
    Zone zone;
    zone.id = ZoneId{903};
    zone.code = "W-X";
    zone.name = {"政协办公域", "CPPCC offices"};
    zone.plane = office.plane;
    office.design.zones.put(zone);
    Service service;
    service.id = ServiceId{904};
    service.code = "mail";
    service.name = {"邮件", "Mail"};
    office.design.services.put(service);
    EXPECT_EQ(Facts(office.design).get<Called>().names,
              (std::vector<Text>{{"机构 政协", "Body CPPCC"},
                                 {"机构 cppcc", "Body cppcc"},
                                 {"安全域 政协办公域（W-X）", "Zone CPPCC offices (W-X)"},
                                 {"业务 邮件（mail）", "Service Mail (mail)"}}));
}

} // namespace
} // namespace riser::test
