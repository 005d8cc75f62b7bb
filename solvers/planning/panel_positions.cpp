// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/panel_positions.h"

#include "solvers/planning/cable_types.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

constexpr std::int32_t pairs_of_a_link = 4;

bool multimode(Category category) { return category >= Category::om1 && category <= Category::om5; }

// A better panel does for a lesser cable, of copper; glass must be of one kind.
bool good_enough(Category panel, Category cable) {
    if (is_fibre(cable))
        return multimode(panel) == multimode(cable) || !is_fibre(panel);
    const auto rank = [](Category c) { return c == Category::cat3 ? -1 : static_cast<int>(c); };
    return is_fibre(panel) || rank(panel) >= rank(cable);
}

} // namespace

PanelSeeker seeker_of(const CableType& type, std::optional<PlaneId> plane) {
    PanelSeeker out{.plane = plane, .category = type.category};
    if (type.element == ElementUnit::core)
        out = {.kind = PanelKind::odf, .plane = plane, .category = type.category, .positions = type.elements};
    else if (type.elements > pairs_of_a_link)
        out = {.kind = PanelKind::mdf_110, .plane = plane, .category = type.category, .positions = type.elements};
    return out;
}

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
    const Cable* cable = design_->find(row.cable);
    if (space == space_of_.end() || (cable && cable->role == CableRole::cord))
        return;
    const CableType* type = cable ? design_->find(cable->type) : nullptr;
    take(row, type && type->element == ElementUnit::core ? row.last - row.first + 1 : 1);
}

void PanelPositions::take(const Termination& row, std::int32_t count) {
    const auto space = space_of_.find(PanelId{row.on.value});
    if (row.on.kind != Kind::panels || space == space_of_.end())
        return;
    for (Entry& entry : by_space_.at(space->second))
        if (entry.panel->id.value == row.on.value)
            for (std::int32_t n = 0; n < std::clamp(count, 1, std::max(1, entry.panel->positions)); ++n)
                entry.taken.insert(row.position + n);
}

bool PanelPositions::fits(const Panel& panel, const PanelSeeker& seeker) const {
    return panel.kind == seeker.kind && good_enough(panel.category, seeker.category) &&
           (apart_->is_secret(seeker.plane) ? panel.plane == seeker.plane
                                            : !panel.plane || panel.plane == seeker.plane);
}

bool PanelPositions::suits(const Termination& now, SpaceId space, const PanelSeeker& seeker) const {
    if (now.on.kind != Kind::panels)
        return false;
    const Panel* panel = design_->find(PanelId{now.on.value});
    return panel && panel->space == space && panel->status != Status::remove && fits(*panel, seeker) &&
           now.position >= 1 && now.position + seeker.positions - 1 <= panel->positions;
}

std::optional<PanelPositions::Place> PanelPositions::next_in(Entry& entry, std::int32_t count) const {
    while (entry.from <= entry.panel->positions && entry.taken.contains(entry.from))
        ++entry.from;
    std::int32_t free = 0;
    for (std::int32_t n = entry.from; n <= entry.panel->positions; ++n) {
        free = entry.taken.contains(n) ? 0 : free + 1;
        if (free == count) {
            const std::int32_t first = n - count + 1;
            for (std::int32_t k = first; k <= n; ++k)
                entry.taken.insert(k);
            return Place{.panel = entry.panel->id, .position = first};
        }
    }
    return std::nullopt;
}

std::optional<PanelPositions::Place> PanelPositions::next(SpaceId space, const PanelSeeker& seeker) {
    const auto found = by_space_.find(space);
    if (found == by_space_.end())
        return std::nullopt;
    const auto preference = [&](const Panel& panel) {
        return (panel.plane == seeker.plane ? 0 : 2) + (panel.category == seeker.category ? 0 : 1);
    };
    for (int wanted = 0; wanted <= 3; ++wanted)
        for (Entry& entry : found->second)
            if (preference(*entry.panel) == wanted && fits(*entry.panel, seeker))
                if (const auto place = next_in(entry, seeker.positions))
                    return place;
    return std::nullopt;
}

} // namespace riser
