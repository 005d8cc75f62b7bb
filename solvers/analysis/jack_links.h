// SPDX-License-Identifier: GPL-3.0-or-later
// The permanent link of each jack, traced: its horizontal cable, through a consolidation point if there is one, to the
// distributor; and the telecom space that serves it.
#pragma once

#include "model/cabling.h"
#include "solvers/base/facts.h"

namespace riser {

struct JackLink {
    JackId id;
    std::vector<CableId> cables; // from the jack on; empty: no cable ends on it
    AnyId far;                   // what the last of them ends on; value 0: nothing
    std::int32_t far_position = 1;
    SpaceId space; // where that stands, else where the route begins; 0: in no space
    bool operator==(const JackLink&) const = default;
};

struct JackLinks {
    Table<JackLink> jacks;
    bool operator==(const JackLinks&) const = default;
    static JackLinks compute(FactInput& input);
    static std::optional<JackLinks> update(const JackLinks& previous, const ChangeSet& changes, FactInput& input);
};

} // namespace riser
