// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/panel_positions.h"

#include <algorithm>
#include <tuple>

namespace riser {

PanelPositions::PanelPositions(const Design& design, const PlanesApart& apart) : apart_(&apart), design_(&design) {
    for (const Panel& panel : design.panels)
        if (panel.space && panel.status != Status::remove) {
            by_space_[*panel.space].push_back({.panel = &panel, .from = 1, .taken = {}});
            space_of_.emplace(panel.id, *panel.space);
        }
    for (auto& [space, entries] : by_space_)
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return std::tie(a.panel->label, a.panel->id) < std::tie(b.panel->label, b.panel->id);
        });
}

void PanelPositions::take(const Termination& row) {
    if (row.on.kind != Kind::panels)
        return;
    const auto space = space_of_.find(PanelId{row.on.value});
    if (space == space_of_.end())
        return;
    for (Entry& entry : by_space_.at(space->second))
        if (entry.panel->id.value == row.on.value)
            entry.taken.insert(row.position);
}

bool PanelPositions::fits(const Panel& panel, std::optional<PlaneId> plane, bool fibre) const {
    const bool kind = fibre ? panel.kind == PanelKind::odf : panel.kind == PanelKind::copper;
    return kind && (apart_->is_secret(plane) ? panel.plane == plane : !panel.plane || panel.plane == plane);
}

bool PanelPositions::suits(const Termination& now, SpaceId space, std::optional<PlaneId> plane, bool fibre) const {
    if (now.on.kind != Kind::panels)
        return false;
    const Panel* panel = design_->find(PanelId{now.on.value});
    return panel && panel->space == space && panel->status != Status::remove && fits(*panel, plane, fibre) &&
           now.position >= 1 && now.position <= panel->positions;
}

std::optional<PanelPositions::Place> PanelPositions::next(SpaceId space, std::optional<PlaneId> plane, bool fibre) {
    const auto found = by_space_.find(space);
    if (found == by_space_.end())
        return std::nullopt;
    for (Entry& entry : found->second) {
        if (!fits(*entry.panel, plane, fibre))
            continue;
        while (entry.from <= entry.panel->positions && entry.taken.contains(entry.from))
            ++entry.from;
        if (entry.from > entry.panel->positions)
            continue;
        entry.taken.insert(entry.from);
        return Place{.panel = entry.panel->id, .position = entry.from};
    }
    return std::nullopt;
}

} // namespace riser
