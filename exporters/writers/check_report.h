// SPDX-License-Identifier: GPL-3.0-or-later
// A check report as a person reads it in a terminal and as programs read it. None of them looks well when a rule was
// not checked: text names it and why, JUnit counts it an error, SARIF says the run did not complete.
#pragma once

#include "solvers/checks/run_checks.h"

#include <string_view>

namespace riser {

// Whether what passed barely is told as well: `riser check --near-misses`.
enum class NearMisses { hidden, shown };

// Summary, what was not checked and why, findings by rule, the state of each rule.
std::string check_text(const CheckReport& report, Language language, NearMisses near = NearMisses::hidden);

// {"deck", "rules": [{"id", "state", "findings", "waived"}], "findings": [{"rule", "severity", "subjects", "limit",
// "actual", "unit", "place", "message": {"zh", "en"}, "waived"}]}. Subjects are ids; limit and actual whole numbers of
// the unit or null; place is null or {"floor": id, "label": "3F", "x", "y"} (mm, absent when only the floor is known).
// With near misses also "near-misses": [{"rule", "subjects", "limit", "actual", "unit", "share" (0.01 %), "place"}].
std::string check_json(const CheckReport& report, const Design& design, NearMisses near = NearMisses::hidden);

// SARIF 2.1.0; near misses are notes with the property "near-miss". Waived findings are results with an accepted
// suppression; `file` is the design's, for locations.
std::string check_sarif(const CheckReport& report, const Design& design, std::string_view file = {},
                        NearMisses near = NearMisses::hidden);

// "87.2 m, limit 90.0 m (96.9 %)".
Text sentence_of(const NearMiss& miss);

// A suite with a case a rule: error findings fail it, what was not checked is an error, what does not apply is skipped;
// warnings and waived findings are told in its output.
std::string check_junit(const CheckReport& report, Language language);

} // namespace riser
