// SPDX-License-Identifier: GPL-3.0-or-later
// A project's own settings of rules over a deck: which of them hold, and the deck as they make it. Checks, planners and
// figures of a project all take its numbers from here, so that what is planned is held to what is checked.
#pragma once

#include "model/design.h"
#include "solvers/checks/deck.h"

#include <functional>
#include <map>
#include <string_view>

namespace riser {

// A waiver or setting that does not do what its author meant, and why.
struct ReviewNote {
    AnyId row;
    Text sentence;
    bool operator==(const ReviewNote&) const = default;
};

// Nothing but white space, where a reason or a name is asked for.
bool is_blank(std::string_view text);

// A rule as it holds for a project.
struct SettledRule {
    RuleState state = RuleState::on;
    std::vector<RuleParameter> parameters;
    std::vector<Text> told;          // what the project changed of the deck
    std::vector<ReviewNote> refused; // values that are none; the deck's hold
};

class ProjectSettings {
  public:
    // Of several settings of one rule the first holds.
    ProjectSettings(const Deck& deck, const Table<RuleSetting>& settings);
    // Settings that do not hold: of rules that the deck lacks, of law, switched off without a reason, doubled.
    const std::vector<ReviewNote>& notes() const { return notes_; }
    SettledRule settle(const Rule& rule, const DeckRule& of_deck) const;

  private:
    std::map<std::string, RuleSetting, std::less<>> settings_;
    std::vector<ReviewNote> notes_;
};

// The deck with the states and parameters that hold for the project.
Deck settled_deck(Deck deck, const Design& design);

} // namespace riser
