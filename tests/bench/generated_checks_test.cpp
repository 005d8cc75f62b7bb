// SPDX-License-Identifier: GPL-3.0-or-later
// Generator and rules judge each other: what is generated without defects is clean under the rules, and each defect put
// in on purpose is found by the rule that should find it.
#include "model/fields/field.h"
#include "solvers/checks/run_checks.h"
#include "tests/bench/generate/generate.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <ostream>
#include <set>

namespace riser {

void PrintTo(const GenerateOptions& options, std::ostream* out) {
    *out << size_name(options.size) << " seed " << options.seed << " defects " << options.defects;
}

namespace {

// The rules that the generator knows how to break.
const std::set<std::string> broken_on_purpose = {"CAB-02", "CAB-07", "PATH-01", "ROOM-01", "ROOM-02",
                                                 "DES-02", "DES-03", "DES-04",  "DES-05",  "DES-06"};

CheckReport check(const Design& design, std::string_view deck = "cn-government") {
    return run_checks(Facts(design), *built_in_deck(deck));
}

class GeneratedDesigns : public ::testing::TestWithParam<GenerateOptions> {};

TEST_P(GeneratedDesigns, CleanOnesAreClean) {
    const Design design = generate(GetParam()).design;
    for (const Finding& finding : check(design, "international").findings)
        if (finding.severity != Severity::information)
            ADD_FAILURE() << "international " << finding.rule << ": " << finding.message.en;
    const CheckReport report = check(design);
    for (const Finding& finding : report.findings)
        if (finding.severity != Severity::information)
            ADD_FAILURE() << finding.rule << ": " << finding.message.en;
    EXPECT_EQ(report.notes.size(), 0U);
    std::size_t passed = 0;
    for (const RuleReport& rule : report.rules) {
        passed += rule.outcome == RuleOutcome::passed;
        EXPECT_NE(rule.outcome, RuleOutcome::failed) << rule.id << ": " << rule.notes.front().en;
        if (broken_on_purpose.contains(rule.id)) {
            EXPECT_EQ(rule.outcome, RuleOutcome::passed) << rule.id << " says nothing of this design";
        }
    }
    EXPECT_GT(passed, broken_on_purpose.size());
}

bool names(const Finding& finding, const SeededDefect& defect) {
    return finding.rule == defect.rule &&
           std::any_of(finding.subjects.begin(), finding.subjects.end(), [&](const AnyId& subject) {
               return std::find(defect.subjects.begin(), defect.subjects.end(), subject) != defect.subjects.end();
           });
}

TEST_P(GeneratedDesigns, EachDefectIsFound) {
    GenerateOptions options = GetParam();
    options.defects = 40;
    const GeneratedDesign made = generate(options);
    ASSERT_EQ(made.defects.size(), 40U);
    std::set<std::string> rules;
    const CheckReport report = check(made.design);
    for (const SeededDefect& defect : made.defects) {
        rules.insert(defect.rule);
        EXPECT_TRUE(std::any_of(report.findings.begin(), report.findings.end(),
                                [&](const Finding& finding) { return names(finding, defect); }))
            << defect.kind << ": " << defect.rule << " does not name " << to_string(defect.subjects.front());
    }
    EXPECT_EQ(rules, broken_on_purpose);
}

INSTANTIATE_TEST_SUITE_P(Medium, GeneratedDesigns,
                         ::testing::Values(GenerateOptions{.size = DesignSize::medium, .seed = 1},
                                           GenerateOptions{.size = DesignSize::medium, .seed = 2},
                                           GenerateOptions{.size = DesignSize::medium, .seed = 3},
                                           GenerateOptions{.size = DesignSize::medium, .seed = 20261122}));
INSTANTIATE_TEST_SUITE_P(Large, GeneratedDesigns,
                         ::testing::Values(GenerateOptions{.size = DesignSize::large, .seed = 1},
                                           GenerateOptions{.size = DesignSize::large, .seed = 3},
                                           GenerateOptions{.size = DesignSize::large, .seed = 77}));

} // namespace
} // namespace riser
