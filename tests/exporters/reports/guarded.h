// SPDX-License-Identifier: GPL-3.0-or-later
// The tower with its secret network, and with that network's words in all the places where a document might find them.
#pragma once

#include "solvers/checks/run_checks.h"
#include "tests/exporters/tower.h"

#include <string>

namespace riser::test {

Design guarded_tower();

// The first secret word in the text, case ignored; empty when there is none.
std::string leak_in(std::string_view text);

// Checks of the built-in default deck.
CheckReport checked(const Design& design);

} // namespace riser::test
