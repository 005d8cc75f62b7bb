// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/checks/rules/rules.h"

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
            auto at = ends.by_cable.begin(); // both in the order of cables
            for (const CablePlane& cable : facts.get<CablePlanes>().cables) {
                ++findings.examined;
                while (at != ends.by_cable.end() && at->cable < cable.id)
                    ++at;
                for (; at != ends.by_cable.end() && at->cable == cable.id; ++at) {
                    const CableEnding& ending = *at;
                    const auto plane = plane_of_end(facts, jacks, ending.on);
                    if (!plane || !separation.apart(cable.plane, *plane))
                        continue;
                    const auto word = [](std::string_view key, std::optional<PlaneId> id) {
                        return id ? Word{key, AnyId(*id)} : Word{key, Text{"未定网络", "no stated plane"}};
                    };
                    findings.add({.subjects = {cable.id, ending.on},
                                  .limit = {},
                                  .actual = {},
                                  .words = {word("plane", cable.plane), word("other", *plane), {"end", ending.on}}});
                    break;
                }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有缆线", "there is no cable yet"};
        },
};

} // namespace riser
