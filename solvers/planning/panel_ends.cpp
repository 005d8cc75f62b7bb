// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/panel_ends.h"

#include <algorithm>
#include <set>

namespace riser {

std::vector<TerminationId> PanelEnds::place(const Design& standing, const PlanesApart& apart,
                                            PlannedRows<Termination>& terminations, ReasonList& reasons,
                                            const std::function<bool(const Termination&)>& is_free) {
    PanelPositions positions(standing, apart);
    std::set<TerminationId> ours;
    for (PanelEnd& end : ends_) {
        ours.insert(end.row.id);
        end.keeps = positions.suits(end.row, end.space, end.seeker) ||
                    (end.row.on.value && // a person chose it
                     (PlannedRows<Termination>::is_settled(end.row) || end.row.pins.mask != 0));
        if (end.keeps)
            positions.take(end.row, end.seeker.positions);
    }
    // Who takes what matters only where a new position is sought: the cables of a moved outlet mostly keep theirs.
    const bool all_keep = std::all_of(ends_.begin(), ends_.end(), [](const PanelEnd& end) { return end.keeps; });
    for (const Termination& row : all_keep ? Table<Termination>() : standing.terminations)
        if (!ours.contains(row.id) && !is_free(row))
            positions.take(row);
    std::vector<TerminationId> unplaced;
    for (PanelEnd& end : ends_) {
        if (!end.keeps) {
            const auto place = positions.next(end.space, end.seeker);
            if (!place) {
                reasons.add(end.space, {"电信间配线架端口不足，部分缆线未端接",
                                        "its panels have no free position left: some cables end on none"});
                unplaced.push_back(end.row.id);
                continue;
            }
            end.row.on = place->panel;
            end.row.position = place->position;
        }
        terminations.put(std::move(end.row));
    }
    ends_.clear();
    return unplaced;
}

PanelEnd horizontal_end(const PlannedRows<Termination>& terminations, const Jack& jack, const Cable& cable,
                        const CableType& type, SpaceId space) {
    Termination a = terminations.start(to_string(jack.id) + "|a");
    a.cable = cable.id;
    a.end = CableEnd::a;
    a.first = 1;
    a.last = type.elements;
    return {.row = std::move(a), .space = space, .seeker = seeker_of(type, jack.plane)};
}

} // namespace riser
