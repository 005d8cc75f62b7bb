// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

namespace {

// The plane of what a cable ends on; nothing for rows that belong to no network (a space, a rack).
std::optional<std::optional<PlaneId>> plane_of_end(FactInput& facts, const JackPlaces& jacks, AnyId on) {
    switch (on.kind) {
    case Kind::jacks:
        if (const JackPlace* jack = jacks.jacks.find(JackId{on.value}))
            return jack->plane;
        break;
    case Kind::panels:
        if (const Panel* panel = facts.find(PanelId{on.value}))
            return panel->plane;
        break;
    case Kind::equipment:
        if (const Equipment* device = facts.find(EquipmentId{on.value}))
            return device->plane;
        break;
    case Kind::cards:
        if (const Card* card = facts.find(CardId{on.value}))
            return plane_of_end(facts, jacks, card->equipment);
        break;
    case Kind::ports:
        if (const Port* port = facts.find(PortId{on.value}))
            return plane_of_end(facts, jacks, port->equipment);
        break;
    default:
        break;
    }
    return std::nullopt;
}

// Cables with an end on a row of a plane that must be apart from theirs, by id. Rows are looked up in their order, each
// once: in the order of cables, nearly every look-up at 20,000 points would miss the processor's caches.
std::vector<const CablePlane*> suspects(FactInput& facts, const PlaneSeparation& separation, const CableEnds& ends,
                                        const Table<CablePlane>& cables) {
    const JackPlaces& jacks = facts.get<JackPlaces>();
    std::vector<std::pair<CableId, const CablePlane*>> by_id;
    by_id.reserve(cables.size());
    for (const CablePlane& cable : cables)
        by_id.emplace_back(cable.id, &cable);
    std::vector<const CablePlane*> out;
    AnyId on;
    std::optional<std::optional<PlaneId>> plane;
    for (const CableEnding& ending : ends.by_row) {
        if (ending.on != on) {
            on = ending.on;
            plane = plane_of_end(facts, jacks, on);
        }
        if (!plane)
            continue;
        const auto cable = std::lower_bound(by_id.begin(), by_id.end(), ending.cable,
                                            [](const auto& entry, CableId id) { return entry.first < id; });
        if (cable != by_id.end() && cable->first == ending.cable && separation.apart(cable->second->plane, *plane))
            out.push_back(cable->second);
    }
    std::sort(out.begin(), out.end(), [](const CablePlane* a, const CablePlane* b) { return a->id < b->id; });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace

// A cable that belongs to one plane and ends on another's jack, panel or device joins the two.
constexpr Rule joined_planes{
    .id = "SEC-C1",
    .group = RuleGroup::security,
    .words = {"plane", "other", "end"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const PlaneSeparation& separation = facts.get<PlaneSeparation>();
            if (separation.empty()) {
                findings.not_applicable = {"没有须物理隔离的网络", "no planes have to be physically apart"};
                return;
            }
            const CableEnds& ends = facts.get<CableEnds>();
            const JackPlaces& jacks = facts.get<JackPlaces>();
            const Table<CablePlane>& cables = facts.get<CablePlanes>().cables;
            findings.examined = cables.size();
            for (const CablePlane* cable : suspects(facts, separation, ends, cables))
                for (const CableEnding& ending : ends.of(cable->id)) {
                    const auto plane = plane_of_end(facts, jacks, ending.on);
                    if (!plane || !separation.apart(cable->plane, *plane))
                        continue;
                    const auto word = [](std::string_view key, std::optional<PlaneId> id) {
                        return id ? Word{key, AnyId(*id)} : Word{key, Text{"未定网络", "no stated plane"}};
                    };
                    findings.add({.subjects = {cable->id, ending.on},
                                  .limit = {},
                                  .actual = {},
                                  .words = {word("plane", cable->plane), word("other", *plane), {"end", ending.on}}});
                    break;
                }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有缆线", "there is no cable yet"};
        },
};

} // namespace riser
