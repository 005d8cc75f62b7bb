// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the language of select_rule.h: cut into tokens with their columns, and what names of kinds, facts and
// units mean.
#pragma once

#include "model/base/result.h"
#include "model/kinds.h"

#include <QString>

#include <optional>
#include <vector>

namespace riser {

enum class Comparison { equal, differs, less, at_most, more, at_least, holds };

struct RuleToken {
    QString text; // folded; of a quoted one without its quotes
    std::uint32_t column = 1;
    std::optional<Comparison> comparison;
    bool quoted = false;
};

// bad_input: a quote that is not closed.
Result<std::vector<RuleToken>> rule_tokens(const QString& text);
std::optional<Kind> kind_called(const QString& word);

enum class RuleFact { length, tray, riser, drop, slack, fill, area };
std::optional<RuleFact> fact_called(const QString& word);
Kind kind_of_fact(RuleFact fact);

// A number, with a unit glued to it or in `unit`, in the unit `stored`; without a unit it is in `usual`. Nothing: it is
// no number, or of another dimension. `used_unit`: whether `unit` belonged to it.
std::optional<double> amount_in(const QString& number, const QString& unit, std::string_view stored,
                                const QString& usual, bool& used_unit);

} // namespace riser
