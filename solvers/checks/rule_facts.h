// SPDX-License-Identifier: GPL-3.0-or-later
// What rules find, as facts: kept while nothing they read has changed. Findings and their sentences are two facts, so
// that a new label makes sentences again and nothing else, and a new wording in the deck runs no rule.
#pragma once

#include "solvers/checks/run_checks.h"

namespace riser {

struct RuleQuery {
    const Rule* rule = nullptr;
    Parameters parameters;
    bool operator==(const RuleQuery&) const = default;
};
struct RuleFindings {
    using Argument = RuleQuery;
    FindingList list;
    bool operator==(const RuleFindings&) const = default;
    static RuleFindings compute(FactInput& input, const RuleQuery& query);
};

struct SentenceQuery {
    RuleQuery query;
    Text sentence; // the deck's
    bool operator==(const SentenceQuery&) const = default;
};
struct RuleSentences {
    using Argument = SentenceQuery;
    std::vector<Finding> findings; // sorted by floor, name, id; without severity and waiver
    bool operator==(const RuleSentences&) const = default;
    static RuleSentences compute(FactInput& input, const SentenceQuery& query);
};

// What passes barely, named; nearest first, then by floor, name, id.
struct RuleNearMisses {
    using Argument = RuleQuery;
    std::vector<NearMiss> list;
    bool operator==(const RuleNearMisses&) const = default;
    static RuleNearMisses compute(FactInput& input, const RuleQuery& query);
};

// What reviewers have added.
struct ReviewRows {
    Table<Waiver> waivers;
    Table<RuleSetting> settings;
    Table<Edition> editions;
    bool operator==(const ReviewRows&) const = default;
    static ReviewRows compute(FactInput& input);
};

} // namespace riser

template<> struct std::hash<riser::RuleQuery> { std::size_t operator()(const riser::RuleQuery& query) const noexcept; };
template<> struct std::hash<riser::SentenceQuery> {
    std::size_t operator()(const riser::SentenceQuery& query) const noexcept;
};
