// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/uplink_words.h"

namespace riser {

namespace {

Text short_of(const RoomUplinks& room) {
    switch (room.asked) {
    case RedundancyClass::n:
        return room.cables.empty() ? Text{"没有上行干线", "has no uplink"} : Text{};
    case RedundancyClass::n_plus_1:
        return why_not_apart(room, Diversity::cable);
    case RedundancyClass::diverse_route:
        return why_not_apart(room, Diversity::shaft);
    case RedundancyClass::two_n:
        if (room.cables.size() > 1 && room.cores.size() < 2)
            return room.cores_there < 2 ? Text{"的两路上行干线通至同一机房，全楼只有这一处",
                                               "has both uplinks end in one core room, the only one there is"}
                                        : Text{"的两路上行干线通至同一机房", "has both uplinks end in one core room"};
        return why_not_apart(room, Diversity::shaft);
    }
    return {};
}

} // namespace

// What the brief asks of a plane, zone, service or room, and what its uplinks are.
constexpr Rule requirement_class{
    .id = "REQ-01",
    .group = RuleGroup::cabling,
    .words = {"plane", "problem", "class"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const BackboneDiversity& uplinks = facts.get<BackboneDiversity>();
            if (!has_uplinks(facts, uplinks, findings))
                return;
            for (const RoomUplinks& room : uplinks.rooms) {
                ++findings.examined;
                Text problem = short_of(room);
                if (problem.empty())
                    continue;
                add_uplink_finding(room, std::move(problem), findings);
                findings.observations.back().words.push_back({"class", label_of(room.asked)});
            }
        },
};

} // namespace riser
