// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/panel_positions.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace riser {

void PanelPositions::read_taken() {
    read_ = true;
    for (const Panel& panel : design_->panels)
        if (panel.space && panel.status != Status::remove)
            by_space_[*panel.space].push_back({.panel = &panel, .from = 1, .taken = {}});
    std::unordered_map<std::uint64_t, Entry*> entry_of;
    for (auto& [space, entries] : by_space_) {
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return std::tie(a.panel->label, a.panel->id) < std::tie(b.panel->label, b.panel->id);
        });
        for (Entry& entry : entries)
            entry_of.emplace(entry.panel->id.value, &entry);
    }
    for (const Termination& row : design_->terminations)
        if (row.on.kind == Kind::panels)
            if (const auto at = entry_of.find(row.on.value); at != entry_of.end())
                at->second->taken.insert(row.position);
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
    if (!read_)
        read_taken();
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
