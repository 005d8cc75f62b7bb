// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/logical.h"
#include "solvers/base/address_space.h"
#include "solvers/checks/rules/rules.h"

#include <map>

namespace riser {

namespace {

// The shortest prefix round all of them.
IpPrefix round(const std::vector<IpPrefix>& prefixes) {
    IpPrefix out = prefixes.front();
    for (const IpPrefix& prefix : prefixes)
        while (!contains(out, prefix))
            out = parent(out);
    return out;
}

} // namespace

// A zone's addresses in each pool can be said by one prefix that holds no other zone's.
constexpr Rule zone_addresses{
    .id = "VL-09",
    .group = RuleGroup::logical,
    .words = {"prefix", "other"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            struct Of {
                ZoneId zone;
                AddressPoolId pool;
                bool v6 = false;
                auto operator<=>(const Of&) const = default;
            };
            std::map<Of, std::vector<IpPrefix>> zones;
            std::vector<std::pair<ZoneId, const Prefix*>> all;
            for (const Prefix& row : facts.table<Prefix>()) {
                const Vlan* vlan = facts.find(row.vlan);
                // Links between routers are nobody's source or destination.
                if (!vlan || !vlan->zone || !row.prefix || vlan->block.empty())
                    continue;
                zones[{*vlan->zone, row.pool, row.prefix->address.is_v6}].push_back(*row.prefix);
                all.emplace_back(*vlan->zone, &row);
            }
            for (const auto& [of, prefixes] : zones) {
                ++findings.examined;
                const IpPrefix whole = round(prefixes);
                for (const auto& [zone, row] : all)
                    if (zone != of.zone && overlap(whole, *row->prefix)) {
                        findings.add({.subjects = {of.zone, row->id},
                                      .limit = {},
                                      .actual = {},
                                      .words = {{"prefix", same_text(to_string(whole))}, {"other", AnyId(zone)}}});
                        break;
                    }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有安全域的网段", "no zone has a prefix yet"};
        },
};

} // namespace riser
