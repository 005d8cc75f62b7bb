// SPDX-License-Identifier: GPL-3.0-or-later
// Ends of cables on the panels of their spaces: each keeps the positions that it has while they suit, the others take
// the next free ones in the order in which they were added. The planner of cables and that of equipment both place the
// ends of horizontal cables, by the same keys, so that neither undoes what the other did.
#pragma once

#include "solvers/planning/panel_positions.h"
#include "solvers/planning/rows.h"

namespace riser {

struct PanelEnd {
    Termination row;
    SpaceId space;
    PanelSeeker seeker; // what the cable needs
    bool keeps = false; // the positions that it has; decided in placing
};

class PanelEnds {
  public:
    void add(PanelEnd end) { ends_.push_back(std::move(end)); }
    bool empty() const { return ends_.empty(); }

    // Puts the ends. `standing` holds the panels; what its other terminations take is taken unless `is_free` says that
    // the row goes. Ends for which there is no place are left out, named in `reasons` and given back.
    std::vector<TerminationId> place(const Design& standing, const PlanesApart& apart,
                                     PlannedRows<Termination>& terminations, ReasonList& reasons,
                                     const std::function<bool(const Termination&)>& is_free);

  private:
    std::vector<PanelEnd> ends_;
};

// The `a` end of a jack's planned cable, to be placed in the space from which it comes.
PanelEnd horizontal_end(const PlannedRows<Termination>& terminations, const Jack& jack, const Cable& cable,
                        const CableType& type, SpaceId space);

} // namespace riser
