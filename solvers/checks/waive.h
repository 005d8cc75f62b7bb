// SPDX-License-Identifier: GPL-3.0-or-later
// Waiving a rule for some subjects: who, when and why. Refused for rules of force law and for every locked rule.
#pragma once

#include "model/edits/edit.h"
#include "solvers/checks/deck.h"

namespace riser {

struct WaiverRequest {
    std::string rule;
    std::vector<AnyId> subjects;
    std::string reason;
    std::string author;
    std::optional<Date> date;
};

// refused: the rule may not be waived. not_found: no such rule in the deck, or a subject that the design lacks.
// bad_input: no subject, reason, author or date. conflict: a waiver already covers them.
Result<WaiverId> waive(Edit& edit, const Deck& deck, WaiverRequest request);

// A rule's state and parameters for this project. refused: locked or of force law. not_found: no such rule or
// parameter. bad_input: a value that does not fit. A second setting replaces the first.
Result<RuleSettingId> set_rule(Edit& edit, const Deck& deck, RuleSetting setting);

} // namespace riser
