// SPDX-License-Identifier: GPL-3.0-or-later
// Where a point in a corridor hangs on the tray there: the shortest way along and across one of the tray's lines, as a
// fitter would go, that stays in the corridor. Points beyond the end of a line hang on its end by a bend.
#pragma once

#include "solvers/geometry/centrelines.h"

#include <map>
#include <optional>

namespace riser {

struct TrayFoot {
    std::optional<std::size_t> edge; // of the centrelines; none: the way begins in a node of theirs
    std::uint32_t node = 0;
    Polyline way;             // from the tray to the point
    bool across_wall = false; // no way stays in the corridor: this is the shortest there is
    double length() const;
};

class TrayFeet {
  public:
    // The centrelines must outlive it.
    explicit TrayFeet(const Centrelines& lines) : lines_(&lines) {}
    // Nothing when there are no centrelines at all. Remembers what it was asked. O(edges log edges + those tried).
    const std::optional<TrayFoot>& at(Point place);

  private:
    std::optional<TrayFoot> found(Point place) const;
    const Centrelines* lines_;
    std::map<Point, std::optional<TrayFoot>> known_;
};

// Without doubled points and bends that bend nothing.
Polyline without_idle_bends(const Polyline& line);

} // namespace riser
