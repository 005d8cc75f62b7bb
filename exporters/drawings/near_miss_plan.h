// SPDX-License-Identifier: GPL-3.0-or-later
// 临界项图: a floor with its trays, on them the ways of its cables by the telecom room from which they come, and
// numbered beside a table of what passes its rule barely: subject, amount, limit, share of the limit, rule and clause.
#pragma once

#include "exporters/drawings/drawing.h"
#include "exporters/drawings/underlay.h"
#include "solvers/base/facts.h"
#include "solvers/checks/run_checks.h"

namespace riser {

struct NearMissSheetOptions {
    Language language = Language::zh;
    std::string number = "ELV-90";
    UnderlaySource underlays = {}; // absent: none are drawn
};
// Nothing where no near miss lies on the floor. The nearest to their limits come first; those for which the sheet has
// no room are counted in a note, never dropped silently.
std::optional<Drawing> near_miss_sheet(const Facts& facts, const CheckReport& report, FloorId floor,
                                       const NearMissSheetOptions& options = {});

} // namespace riser
