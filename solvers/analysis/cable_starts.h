// SPDX-License-Identifier: GPL-3.0-or-later
// The telecom space at which each cable's route begins: that of the outer node of its first run. It tells where a cable
// comes from before there are panels to end on. Apart from geometry, so that a longer drop wakes nobody.
#pragma once

#include "model/cabling.h"
#include "solvers/base/facts.h"

namespace riser {

struct CableStart {
    CableId id;
    SpaceId space;
    bool operator==(const CableStart&) const = default;
};

// Cables whose route begins in a space.
struct CableStarts {
    Table<CableStart> cables;
    SpaceId of(CableId cable) const; // 0: in none
    bool operator==(const CableStarts&) const = default;
    static CableStarts compute(FactInput& input);
    static std::optional<CableStarts> update(const CableStarts& previous, const ChangeSet& changes, FactInput& input);
};

} // namespace riser
