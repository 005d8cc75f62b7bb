// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/logical.h"
#include "model/power.h"
#include "solvers/base/address_space.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Addresses of hosts are private ones (RFC 1918, RFC 4193). What a provider gave, its link and the addresses given for
// translation, is public and may be.
constexpr Rule private_addresses{
    .id = "VL-06",
    .group = RuleGroup::logical,
    .words = {"prefix"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const Prefix& row : facts.table<Prefix>()) {
                if (!row.prefix || !row.vlan)
                    continue;
                bool given = false;
                for (const ProviderHandoff& handoff : facts.table<ProviderHandoff>())
                    for (const std::optional<IpPrefix>& theirs : {handoff.link, handoff.outside})
                        given |= theirs && contains(*theirs, *row.prefix);
                ++findings.examined;
                if (!given && !is_private(*row.prefix))
                    findings.add({.subjects = {row.id, *row.vlan},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"prefix", same_text(to_string(*row.prefix))}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有网段", "there is no prefix yet"};
        },
};

} // namespace riser
