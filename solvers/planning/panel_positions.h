// SPDX-License-Identifier: GPL-3.0-or-later
// Which panel positions are free in a space: a cable keeps the position it has while that suits, and takes the next
// free one of the space's panels otherwise. Panels of another plane are not used; a secret plane needs panels of its
// own.
#pragma once

#include "solvers/planning/point_table.h"

#include <unordered_set>

namespace riser {

class PanelPositions {
  public:
    // Positions that terminations already take are kept for their cables; they are read when the first is asked for,
    // since the cable of a moved outlet mostly keeps its own.
    PanelPositions(const Design& design, const PlanesApart& apart) : apart_(&apart), design_(&design) {}

    struct Place {
        PanelId panel;
        std::int32_t position = 1;
    };
    // Whether a cable of that plane from that space may sit there.
    bool suits(const Termination& now, SpaceId space, std::optional<PlaneId> plane, bool fibre) const;
    // Nothing when the space has no fitting panel with a free position.
    std::optional<Place> next(SpaceId space, std::optional<PlaneId> plane, bool fibre);

  private:
    struct Entry {
        const Panel* panel = nullptr;
        std::int32_t from = 1; // positions below are known to be taken
        std::unordered_set<std::int32_t> taken;
    };
    void read_taken();
    bool fits(const Panel& panel, std::optional<PlaneId> plane, bool fibre) const;
    const PlanesApart* apart_;
    bool read_ = false;
    std::map<SpaceId, std::vector<Entry>> by_space_; // by label, id
    const Design* design_;
};

} // namespace riser
