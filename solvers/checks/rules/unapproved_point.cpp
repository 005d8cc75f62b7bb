// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/brief.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/checks/rules/rules.h"

#include <map>
#include <tuple>

namespace riser {

// Classified points come from the approved list only: as many jacks of a kind in a room as it names, and no more.
constexpr Rule unapproved_point{
    .id = "SEC-P1",
    .group = RuleGroup::security,
    .words = {"plane", "kind"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const PlaneSeparation& separation = facts.get<PlaneSeparation>();
            if (separation.secret.empty()) {
                findings.not_applicable = {"没有涉密网络", "there is no secret plane"};
                return;
            }
            using Spot = std::tuple<PlaneId, PointKindId, std::string, std::string>; // floor label, room number
            std::map<Spot, std::int64_t> approved;
            for (const ApprovedPoint& point : facts.table<ApprovedPoint>())
                approved[{point.plane, point.kind, point.floor, point.room}] += point.jacks;
            std::map<Spot, std::vector<AnyId>> drawn;
            const Table<OutletRoom>& outlets = facts.get<OutletRooms>().outlets;
            for (const JackPlace& jack : facts.get<JackPlaces>().jacks) {
                if (!separation.is_secret(jack.plane))
                    continue;
                ++findings.examined;
                const OutletRoom* outlet = outlets.find(jack.outlet);
                const Floor* floor = outlet ? facts.find(outlet->floor) : nullptr;
                const Room* room = outlet ? facts.find(outlet->room) : nullptr;
                drawn[{*jack.plane, jack.kind, floor ? floor->label : "", room ? room->number : ""}].push_back(jack.id);
            }
            for (auto& [spot, jacks] : drawn) {
                const auto found = approved.find(spot);
                // A point in no room is on no list, whatever the list's empty fields say.
                const bool nowhere = std::get<2>(spot).empty() || std::get<3>(spot).empty();
                const std::int64_t allowed = found == approved.end() || nowhere ? 0 : found->second;
                const Count count{static_cast<std::int64_t>(jacks.size())};
                if (count.value > allowed)
                    findings.add({.subjects = std::move(jacks),
                                  .limit = Count{allowed},
                                  .actual = count,
                                  .words = {{"plane", AnyId(std::get<0>(spot))}, {"kind", AnyId(std::get<1>(spot))}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有涉密信息点", "there is no classified point"};
        },
};

} // namespace riser
