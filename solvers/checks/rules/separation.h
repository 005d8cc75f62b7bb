// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that carry network cables beside services of another separation class: what PATH-05 and FIRE-03 have in common.
#pragma once

#include "model/pathways.h"
#include "solvers/checks/rule.h"

namespace riser {

// Adds a finding for each run that holds cables of ours and whose class, or that of one of its compartments, is among
// the two. A divider does not make one tray two.
void find_shared_runs(FactInput& facts, FindingList& findings, SeparationClass a, SeparationClass b);

} // namespace riser
