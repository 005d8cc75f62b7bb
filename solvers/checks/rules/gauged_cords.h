// SPDX-License-Identifier: GPL-3.0-or-later
// How thin the wires of a channel's drawn copper cords are, for the rules that ask by gauge.
#pragma once

#include "solvers/analysis/channels.h"
#include "solvers/checks/rules/horizontal_cables.h"

#include <algorithm>

namespace riser {

// AWG of the cord; nothing where its type states none.
inline std::optional<std::int32_t> gauge_of(FactInput& facts, CableId cord) {
    const CableKind* kind = facts.get<CableKinds>().cables.find(cord);
    const CableType* type = kind ? facts.find(kind->type) : nullptr;
    return type && type->element == ElementUnit::pair && type->awg > 0 ? std::optional(type->awg) : std::nullopt;
}

// The largest number of its cords, which is the thinnest wire; nothing where one states none, or none is drawn.
inline std::optional<std::int32_t> thinnest(FactInput& facts, const Channel& channel) {
    std::optional<std::int32_t> out;
    for (const CableId cord : channel.cords) {
        const std::optional<std::int32_t> gauge = gauge_of(facts, cord);
        if (!gauge)
            return std::nullopt;
        out = std::max(out.value_or(0), *gauge);
    }
    return out;
}

inline void no_gauge(FindingList& findings) {
    if (findings.examined == 0)
        findings.not_applicable = {"没有注明线规的跳线", "no cord is drawn whose wire gauge is stated"};
}

} // namespace riser
