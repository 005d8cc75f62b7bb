// SPDX-License-Identifier: GPL-3.0-or-later
// Which switch port each jack is patched to: over its permanent link and the cord on the panel position where that
// ends, or by a link that ends on the port itself.
#pragma once

#include "model/equipment.h"
#include "solvers/base/facts.h"

namespace riser {

struct PatchedJack {
    JackId jack;
    PortId port;
    auto operator<=>(const PatchedJack&) const = default;
};

// By jack. O(jacks log terminations).
struct PatchedJacks {
    std::vector<PatchedJack> jacks;
    bool operator==(const PatchedJacks&) const = default;
    static PatchedJacks compute(FactInput& input);
    static std::optional<PatchedJacks> update(const PatchedJacks& previous, const ChangeSet& changes, FactInput& input);
};

} // namespace riser
