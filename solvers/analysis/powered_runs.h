// SPDX-License-Identifier: GPL-3.0-or-later
// Which cables carry power to devices and of which PoE class, and how many of each lie together in every compartment of
// every run. A cable of several jacks, or of a link over a consolidation point, counts once.
#pragma once

#include "model/pathways.h"
#include "solvers/base/facts.h"
#include "solvers/base/poe_class.h"

#include <array>

namespace riser {

struct PoweredCable {
    CableId id;
    std::int32_t poe_class = 0; // 1 to 8; of what needs more than any class gives, the highest
    bool operator==(const PoweredCable&) const = default;
};
// Cables of pairs that lead to a jack whose kind of point is powered over them.
struct PoweredCables {
    Table<PoweredCable> cables;
    bool operator==(const PoweredCables&) const = default;
    static PoweredCables compute(FactInput& input);
    static std::optional<PoweredCables> update(const PoweredCables& previous, const ChangeSet& changes,
                                               FactInput& input);
};

using CablesByClass = std::array<std::int32_t, highest_poe_class + 1>;
struct CompartmentPower {
    std::int32_t compartment = 0;
    std::int32_t powered = 0;
    CablesByClass by_class{};
    bool operator==(const CompartmentPower&) const = default;
};
struct RunPower {
    PathwayRunId id;
    std::vector<CompartmentPower> compartments; // with powered cables, sorted
    bool operator==(const RunPower&) const = default;
};
struct PoweredRuns {
    Table<RunPower> runs;
    bool operator==(const PoweredRuns&) const = default;
    static PoweredRuns compute(FactInput& input);
    static std::optional<PoweredRuns> update(const PoweredRuns& previous, const ChangeSet& changes, FactInput& input);
};

} // namespace riser
