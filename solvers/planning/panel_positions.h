// SPDX-License-Identifier: GPL-3.0-or-later
// Which panel positions are free in a space: a cable keeps the position it has while that suits, and takes the next
// free one of the space's panels otherwise, of those of its plane and category before others. Panels of another plane
// are not used; a secret plane needs panels of its own. Pair cables take one position, fibres one a core. Cords sit on
// the front and take nothing.
#pragma once

#include "solvers/planning/point_table.h"

#include <unordered_set>

namespace riser {

// What a cable seeks on a panel.
struct PanelSeeker {
    PanelKind kind = PanelKind::copper;
    std::optional<PlaneId> plane;
    Category category = Category::cat6a;
    std::int32_t positions = 1; // side by side
};
// 4-pair cables seek a copper panel, larger pair cables a 110 block, fibres an ODF.
PanelSeeker seeker_of(const CableType& type, std::optional<PlaneId> plane);

class PanelPositions {
  public:
    PanelPositions(const Design& design, const PlanesApart& apart);
    // Keeps the positions for the termination that has them.
    void take(const Termination& row);
    // As many positions side by side, from the one that the termination names.
    void take(const Termination& row, std::int32_t count);

    struct Place {
        PanelId panel;
        std::int32_t position = 1;
    };
    bool has_panels(SpaceId space) const { return by_space_.contains(space); }
    // Whether the cable from that space may sit there.
    bool suits(const Termination& now, SpaceId space, const PanelSeeker& seeker) const;
    // Nothing when the space has no fitting panel with so many free positions in a row.
    std::optional<Place> next(SpaceId space, const PanelSeeker& seeker);
    bool fits(const Panel& panel, const PanelSeeker& seeker) const;

  private:
    struct Entry {
        const Panel* panel = nullptr;
        std::int32_t from = 1; // positions below are known to be taken
        std::unordered_set<std::int32_t> taken;
    };
    std::optional<Place> next_in(Entry& entry, std::int32_t count) const;
    const PlanesApart* apart_;
    std::map<SpaceId, std::vector<Entry>> by_space_; // by label, id
    std::map<PanelId, SpaceId> space_of_;
    const Design* design_;
};

} // namespace riser
