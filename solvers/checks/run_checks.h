// SPDX-License-Identifier: GPL-3.0-or-later
// Checks a design against a deck. The report says of every rule of the catalogue what became of it: silence is never a
// pass. A rule's findings are a fact of the snapshot: after an edit only rules that read what changed run again.
#pragma once

#include "solvers/base/run.h"
#include "solvers/checks/project_settings.h"

namespace riser {

enum class RuleOutcome { passed, findings, waived, switched_off, needs_input, not_applicable, cancelled, failed };

// One thing wrong, ready to show: the sentence is the deck's, filled in both languages.
struct Finding {
    std::string rule;
    Severity severity = Severity::warning;
    std::vector<AnyId> subjects;
    Amount limit;
    Amount actual;
    Text subject; // the first subject as people know it
    std::optional<FloorId> floor;
    std::optional<Point> place;
    Text message;
    std::optional<WaiverId> waiver; // that covers all subjects
    bool operator==(const Finding&) const = default;
};

// An amount that its rule lets pass, but barely: within near_share of the limit.
struct NearMiss {
    std::string rule;
    std::vector<AnyId> subjects;
    Amount limit;
    Amount actual;
    BasisPoints share; // how much of the limit is used; of a least amount, how much of the actual one is needed
    Text subject;      // the first subject as people know it, and which part of it: an edge, a plane, a compartment
    std::optional<FloorId> floor;
    std::optional<Point> place;
    bool operator==(const NearMiss&) const = default;
};

struct RuleReport {
    std::string id;
    RuleGroup group = RuleGroup::design;
    RuleOutcome outcome = RuleOutcome::not_applicable;
    Severity severity = Severity::warning;
    Force force = Force::own;
    Trust trust = Trust::practice;
    Text title;
    Text basis; // citation with its trust
    Text fix;
    std::size_t examined = 0;
    std::size_t findings = 0; // not waived
    std::size_t waived = 0;
    std::vector<Text> notes; // what it needs, why it failed or does not apply, which setting was taken or refused
    bool operator==(const RuleReport&) const = default;
};

struct CheckReport {
    std::string deck;
    std::vector<RuleReport> rules;     // every rule of the catalogue, in its order
    std::vector<Finding> findings;     // by rule, then floor, name, id
    std::vector<NearMiss> near_misses; // by rule, then nearest first
    std::vector<ReviewNote> notes;
    // Findings that are not waived, by severity.
    std::size_t count(Severity severity) const;
    std::size_t waived() const;
    // Rules that neither passed nor found anything although they are on and apply: needs input, cancelled, failed.
    std::size_t not_checked() const;
    const RuleReport* find(std::string_view rule) const;
    bool operator==(const CheckReport&) const = default;
};

// Stopped in between, the rules not yet run are reported as cancelled.
CheckReport run_checks(const Facts& facts, const Deck& deck, const Run& run = {});
// Of these rules only; the others are left out of the report.
CheckReport run_checks(const Facts& facts, const Deck& deck, std::span<const Rule* const> rules, const Run& run = {});
// By id. not_found: an id that is not in the catalogue.
Result<CheckReport> run_checks(const Facts& facts, const Deck& deck, std::span<const std::string> rules,
                               const Run& run = {});

// The newer answers in place of those that `before` gave to the same rules; what only `before` answered stands as it
// was.
CheckReport updated(CheckReport before, CheckReport newer);

std::span<const struct Choice> choices(RuleOutcome);

} // namespace riser
