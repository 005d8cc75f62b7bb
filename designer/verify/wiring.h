// SPDX-License-Identifier: GPL-3.0-or-later
// Which ports are joined, and which jack is patched to which port, by following cables from end to end: over a panel
// position or a jack to the other cables there, over a splice to the other core. Cores of a fibre sit on consecutive
// positions, the pairs of a cable on one. Rows with status `remove` join nothing.
#pragma once

#include "model/design.h"

#include <map>
#include <set>

namespace riser::verify {

struct Wiring {
    std::map<std::pair<PortId, PortId>, std::vector<CableId>> links; // the smaller first; the cables on its way
    std::set<std::pair<JackId, PortId>> jacks;
};

// O(terminations log terminations + elements on the way from each port).
Wiring wiring_of(const Design& design);

} // namespace riser::verify
