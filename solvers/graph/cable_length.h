// SPDX-License-Identifier: GPL-3.0-or-later
// How long a cable is, part by part. End a is the distributor's, end b the outlet's; the route lists the runs from a.
// The first run counts from entry_offset (along the run from its `from` node) to the end it shares with the next, the
// last from the shared end to exit_offset, a single run |exit - entry|. A run between floors or a shaft is riser; of
// any other run the share of its rise is riser, the rest tray. Every length in Riser is measured here.
#pragma once

#include "solvers/graph/pathway_graph.h"

namespace riser {

struct CableLength {
    Millimetres tray;
    Millimetres riser;
    Millimetres drop;  // entry_drop + exit_drop
    Millimetres slack; // slack_a + slack_b
    Millimetres total() const { return tray + riser + drop + slack; }
    bool operator==(const CableLength&) const = default;
};

// bad_input, with the cable's or run's id in the message: no route and no drop; a run that is not there or lacks an
// end; runs that do not join end to end; an offset outside its run. A cable without a route but with drops is measured
// by them. Where two runs join at both ends, the shorter way counts. O(route).
Result<CableLength> measure(const PathwayGraph& graph, const Cable& cable);
Result<CableLength> measure(const PathwayTables& tables, const Cable& cable);

} // namespace riser
