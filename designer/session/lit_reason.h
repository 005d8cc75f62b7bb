// SPDX-License-Identifier: GPL-3.0-or-later
// What lights up when a finding is looked at: by the kinds of its subjects and the facts about them, whatever its rule.
// A cable, or a jack's, lights its way over all floors with the parts of its length, a run the cables in it and its
// fill, anything else the place where it is drawn. Millimetres of the floor.
#pragma once

#include "solvers/base/facts.h"
#include "solvers/checks/run_checks.h"

#include <vector>

namespace riser {

enum class LegKind { tray, riser, drop, gap }; // gap: where two runs of a route do not join
struct Leg {
    LegKind kind = LegKind::tray;
    FloorId floor;
    std::vector<Point> line; // of a riser the place where it leaves the floor
    bool faint = false;      // of one cable among many
    bool operator==(const Leg&) const = default;
};

struct LitPart {
    Text name;
    Amount amount;
};

struct Lit {
    std::vector<AnyId> named; // the subjects
    std::vector<AnyId> rows;  // what a plan draws for them, and for what they hold
    std::vector<Leg> legs;
    std::vector<LitPart> parts; // that add up to `sum`
    Amount sum;
    Amount limit;
    std::vector<FloorId> floors; // from the lowest; where any of it is
    bool empty() const { return named.empty(); }
};

// In the order of the cable from its `a` end.
std::vector<Leg> legs_of(const Facts& facts, const Cable& cable);
// O(cables) for a run, else O(what it lights).
Lit light(const Facts& facts, const Finding& finding);

} // namespace riser
