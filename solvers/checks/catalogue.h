// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule there is, in the order of reports. An explicit list: a rule that is not named here does not exist.
#pragma once

#include "solvers/checks/rule.h"

namespace riser {

std::span<const Rule* const> rule_catalogue();
// Null when there is no such rule.
const Rule* find_rule(std::string_view id);

} // namespace riser
