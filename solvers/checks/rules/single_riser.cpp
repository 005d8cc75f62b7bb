// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/uplink_words.h"

namespace riser {

// Where the brief asks for more than N, no single tray or riser may cut a telecom room off.
constexpr Rule single_riser{
    .id = "AV-04",
    .group = RuleGroup::cabling,
    .words = {"plane", "problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const BackboneDiversity& uplinks = facts.get<BackboneDiversity>();
            if (!has_uplinks(facts, uplinks, findings))
                return;
            for (const RoomUplinks& room : uplinks.rooms) {
                if (room.asked == RedundancyClass::n)
                    continue;
                ++findings.examined;
                if (Text problem = why_not_apart(room, Diversity::shaft); !problem.empty())
                    add_uplink_finding(room, std::move(problem), findings);
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有要求冗余的网络", "no plane asks for more than N"};
        },
};

} // namespace riser
