// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/vlan_hosts.h"
#include "solvers/base/address_space.h"
#include "solvers/base/growth.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Hosts with growth, gateways, network and broadcast: 2^(32 - p) addresses at least.
constexpr Rule prefix_growth{
    .id = "VL-05",
    .group = RuleGroup::logical,
    .parameters = {{{.name = "growth", .dimension = Dimension::share, .low = 0, .high = 100'000}}},
    .words = {"prefix", "vlan"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const double growth = growth_factor(facts.find(the_brief), deck.share("growth"));
            const std::map<VlanId, VlanHosts::Hosts>& vlans = facts.get<VlanHosts>().vlans;
            for (const Prefix& row : facts.table<Prefix>()) {
                const auto hosts = row.vlan && row.prefix ? vlans.find(*row.vlan) : vlans.end();
                if (hosts == vlans.end() || row.prefix->address.is_v6 || hosts->second.count() == 0)
                    continue;
                ++findings.examined;
                const std::int64_t needed =
                    addresses_needed(hosts->second.count(), growth, gateway_addresses(facts, *row.vlan, *row.prefix));
                findings.at_least(
                    {.subjects = {row.id, *row.vlan},
                     .limit = Count{needed},
                     .actual = Count{size_of(*row.prefix)},
                     .words = {{"prefix", same_text(to_string(*row.prefix))}, {"vlan", AnyId(*row.vlan)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有终端所在的网段", "no host is in a prefix yet"};
        },
};

} // namespace riser
