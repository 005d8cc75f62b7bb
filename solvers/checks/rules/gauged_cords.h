// SPDX-License-Identifier: GPL-3.0-or-later
// How thin the wires of a channel's drawn copper cords are, for the rules that ask by gauge.
#pragma once

#include "solvers/analysis/channels.h"
#include "solvers/checks/rules/horizontal_cables.h"

#include <algorithm>

namespace riser {

class Gauges {
  public:
    explicit Gauges(FactInput& facts) : kinds_(facts.get<CableKinds>().cables) {
        for (const CableType& type : facts.table<CableType>())
            if (type.element == ElementUnit::pair && type.awg > 0)
                types_.emplace_back(type.id, type.awg);
    }
    // AWG of the cord; nothing where its type states none.
    std::optional<std::int32_t> of(CableId cord) const {
        const CableKind* kind = types_.empty() ? nullptr : kinds_.find(cord);
        if (!kind)
            return std::nullopt;
        const auto at = std::ranges::lower_bound(types_, kind->type, {}, &std::pair<CableTypeId, std::int32_t>::first);
        return at != types_.end() && at->first == kind->type ? std::optional(at->second) : std::nullopt;
    }
    // The largest number of its cords, which is the thinnest wire; nothing where one states none, or none is drawn.
    std::optional<std::int32_t> thinnest(const Channel& channel) const {
        std::optional<std::int32_t> out;
        for (const CableId cord : channel.cords) {
            const std::optional<std::int32_t> gauge = of(cord);
            if (!gauge)
                return std::nullopt;
            out = std::max(out.value_or(0), *gauge);
        }
        return out;
    }

  private:
    const Table<CableKind>& kinds_;
    std::vector<std::pair<CableTypeId, std::int32_t>> types_; // by id
};

inline void no_gauge(FindingList& findings) {
    if (findings.examined == 0)
        findings.not_applicable = {"没有注明线规的跳线", "no cord is drawn whose wire gauge is stated"};
}

} // namespace riser
