// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/load_words.h"
#include "solvers/capacity/network_loads.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

void judge(const TrunkLoad& trunk, FindingList& findings) {
    if (trunk.members.size() < 2 || trunk.rate.value <= 0)
        return;
    ++findings.examined;
    if (trunk.largest_flow <= static_cast<double>(trunk.rate.value))
        return;
    const std::string flow = rate_words(trunk.largest_flow);
    const std::string member = rate_words(static_cast<double>(trunk.rate.value));
    findings.add(
        {.subjects = {trunk.members.front().first, trunk.members.front().second},
         .limit = {},
         .actual = {},
         .words = {{"problem", Text{"上单个用户的流为 " + flow + "，超过一条成员链路的 " + member,
                                    "carries single flows of " + flow + ", more than a member's " + member}}}});
}

} // namespace

// A flow stays on one member, so that none may be larger; and where two tiers hash alike, members stay unused.
constexpr Rule hash_limits{
    .id = "AV-10",
    .group = RuleGroup::logical,
    .slow = true,
    .tables = {"traffic"},
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const NetworkLoads& loads = facts.get<NetworkLoads>(TrafficAssumptions{deck.links().traffic});
            for (const TrunkLoad& trunk : loads.trunks)
                judge(trunk, findings);
            for (const HashedTwice& at : loads.hashed_twice)
                findings.add(
                    {.subjects = {at.device, at.arrives.first, at.leaves.first},
                     .limit = {},
                     .actual = {},
                     .words = {{"problem", Text{"把已按散列分来的流量再次散列，若两级算法相同则部分成员闲置",
                                                "hashes again what a hash sent to it: some members stay unused if "
                                                "both tiers hash alike"}}}});
            if (findings.examined == 0 && findings.observations.empty())
                findings.not_applicable = {"没有载有流量的聚合链路", "no LAG carries anything"};
        },
};

} // namespace riser
