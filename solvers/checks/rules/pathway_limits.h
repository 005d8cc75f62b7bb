// SPDX-License-Identifier: GPL-3.0-or-later
// What the fill rules have in common: walking the compartments that hold cables, beside the run they are in.
#pragma once

#include "solvers/analysis/pathway_fill.h"
#include "solvers/checks/rule.h"

namespace riser {

// "（分隔 2 语音）" for a compartment of a divided run, nothing for an undivided one.
Text compartment_words(const PathwayRun& run, std::int32_t compartment);

// Calls visit(run, compartment fill) for each compartment with cables of the runs that `wanted` takes; compartments
// without a known section are counted as missing input.
void for_each_filled(FactInput& facts, FindingList& findings, bool (*wanted)(const PathwayRun& run),
                     const std::function<void(const PathwayRun&, const CompartmentFill&)>& visit);

} // namespace riser
