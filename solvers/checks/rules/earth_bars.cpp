// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cabling.h"
#include "model/power.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

// A room with cabinets and no bar, and a bar there that no bond joins to another bar.
constexpr Rule earth_bars{
    .id = "GND-04",
    .group = RuleGroup::rooms,
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::set<SpaceId> rooms;
            for (const Rack& rack : facts.table<Rack>())
                if (rack.status != Status::remove && rack.status != Status::reserved && facts.find(rack.space))
                    rooms.insert(rack.space);
            std::map<SpaceId, std::vector<EarthBarId>> bars;
            for (const EarthBar& bar : facts.table<EarthBar>())
                if (bar.space && bar.status != Status::remove)
                    bars[*bar.space].push_back(bar.id);
            std::set<EarthBarId> bonded;
            for (const Bond& bond : facts.table<Bond>())
                if (bond.status != Status::remove && bond.from.kind == Kind::earth_bars &&
                    bond.to.kind == Kind::earth_bars && bond.from != bond.to) {
                    bonded.insert(EarthBarId{bond.from.value});
                    bonded.insert(EarthBarId{bond.to.value});
                }
            for (const SpaceId room : rooms) {
                ++findings.examined;
                const auto at = bars.find(room);
                const auto report = [&](std::vector<AnyId> subjects, const Text& problem) {
                    findings.add(
                        {.subjects = std::move(subjects), .limit = {}, .actual = {}, .words = {{"problem", problem}}});
                };
                if (at == bars.end())
                    report({room}, {"没有等电位端子板", "has no earth bar"});
                else if (std::none_of(at->second.begin(), at->second.end(),
                                      [&](EarthBarId id) { return bonded.contains(id); }))
                    report({room, at->second.front()},
                           {"的等电位端子板未与总等电位联结", "has an earth bar that is bonded to no other"});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有放置机柜的房间", "no room holds a cabinet yet"};
        },
};

} // namespace riser
