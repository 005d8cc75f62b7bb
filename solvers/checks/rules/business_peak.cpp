// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/boundary_measures.h"
#include "solvers/capacity/load_words.h"
#include "solvers/capacity/network_loads.h"
#include "solvers/checks/rules/rules.h"

#include <map>

namespace riser {

namespace {

// The highest level of each physical network.
std::map<PlaneId, std::int32_t> levels(FactInput& facts) {
    std::map<PlaneId, std::int32_t> out;
    for (const Zone& zone : facts.table<Zone>())
        out[zone.plane] = std::max(out[zone.plane], level_of(zone, [&](GradedSystemId id) { return facts.find(id); }));
    return out;
}

} // namespace

// Links of networks of the level carry what the busy hour brings.
constexpr Rule business_peak{
    .id = "AV-06",
    .group = RuleGroup::logical,
    .slow = true,
    .parameters = {{{.name = "level", .dimension = Dimension::count, .low = 1, .high = 4},
                    {.name = "max", .dimension = Dimension::share, .low = 1, .high = 100'000}}},
    .tables = {"traffic"},
    .words = {"load"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const NetworkLoads& loads = facts.get<NetworkLoads>(TrafficAssumptions{deck.links().traffic});
            const std::map<PlaneId, std::int32_t> level = levels(facts);
            for (const LinkLoad& link : loads.links) {
                const Port* port = facts.find(link.a);
                const Equipment* device = port ? facts.find(port->equipment) : nullptr;
                const auto of = device && device->plane ? level.find(*device->plane) : level.end();
                if (link.rate.value <= 0 || of == level.end() || of->second < deck.count("level"))
                    continue;
                ++findings.examined;
                findings.at_most({.subjects = {link.a, link.b},
                                  .limit = deck.share("max"),
                                  .actual = utilisation(link.busiest(), static_cast<double>(link.rate.value)),
                                  .words = {{"load", Text{rate_words(link.busiest()), rate_words(link.busiest())}}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有该等级网络的业务流量", "no traffic on a network of that level"};
        },
};

} // namespace riser
