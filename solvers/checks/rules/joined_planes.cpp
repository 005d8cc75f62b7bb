// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

namespace {

// The plane of what a cable ends on; nothing for rows that belong to no network (a space, a rack). Jacks lie in one
// sorted list: at 20,000 points, looking each up in the table would miss the processor's caches.
class PlanesOfEnds {
  public:
    explicit PlanesOfEnds(FactInput& facts) : facts_(facts) {
        for (const JackPlace& jack : facts.get<JackPlaces>().jacks)
            jacks_.emplace_back(jack.id, jack.plane);
    }
    std::optional<std::optional<PlaneId>> of(AnyId on) const {
        switch (on.kind) {
        case Kind::jacks:
            return of_jack(JackId{on.value});
        case Kind::panels:
            if (const Panel* panel = facts_.find(PanelId{on.value}))
                return panel->plane;
            break;
        case Kind::equipment:
            if (const Equipment* device = facts_.find(EquipmentId{on.value}))
                return device->plane;
            break;
        case Kind::cards:
            if (const Card* card = facts_.find(CardId{on.value}))
                return of(card->equipment);
            break;
        case Kind::ports:
            if (const Port* port = facts_.find(PortId{on.value}))
                return of(port->equipment);
            break;
        default:
            break;
        }
        return std::nullopt;
    }

  private:
    std::optional<std::optional<PlaneId>> of_jack(JackId id) const {
        const auto at = std::lower_bound(jacks_.begin(), jacks_.end(), id,
                                         [](const auto& entry, JackId jack) { return entry.first < jack; });
        return at != jacks_.end() && at->first == id ? std::optional(at->second) : std::nullopt;
    }

    FactInput& facts_;
    std::vector<std::pair<JackId, std::optional<PlaneId>>> jacks_; // sorted
};

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
            const PlanesOfEnds planes(facts);
            const Table<CablePlane>& cables = facts.get<CablePlanes>().cables;
            findings.examined = cables.size();
            const std::vector<CableEnding>& ends = facts.get<CableEnds>().by_cable;
            auto ending = ends.begin(); // both in the order of cables
            for (const CablePlane& cable : cables) {
                while (ending != ends.end() && ending->cable < cable.id)
                    ++ending;
                for (; ending != ends.end() && ending->cable == cable.id; ++ending) {
                    const auto plane = planes.of(ending->on);
                    if (!plane || !separation.apart(cable.plane, *plane))
                        continue;
                    const auto word = [](std::string_view key, std::optional<PlaneId> id) {
                        return id ? Word{key, AnyId(*id)} : Word{key, Text{"未定网络", "no stated plane"}};
                    };
                    findings.add({.subjects = {cable.id, ending->on},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{word("plane", cable.plane), word("other", *plane), {"end", ending->on}}}});
                    break;
                }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有缆线", "there is no cable yet"};
        },
};

} // namespace riser
