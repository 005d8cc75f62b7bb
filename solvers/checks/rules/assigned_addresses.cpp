// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/logical.h"
#include "solvers/base/address_space.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Addresses are given by the authority, not chosen: each prefix lies in its pool, and the pool is of its network.
constexpr Rule assigned_addresses{
    .id = "VL-07",
    .group = RuleGroup::logical,
    .words = {"prefix", "problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const Prefix& row : facts.table<Prefix>()) {
                if (!row.prefix)
                    continue;
                const AddressPool* pool = facts.find(row.pool);
                if (!pool || !pool->prefix)
                    continue; // dangling, or its pool's addresses are not yet stated
                ++findings.examined;
                const Vlan* vlan = facts.find(row.vlan);
                Text problem;
                if (!contains(*pool->prefix, *row.prefix))
                    problem = {"不在地址池 " + to_string(*pool->prefix) + " 内",
                               "lies outside its pool " + to_string(*pool->prefix)};
                else if (vlan && vlan->plane != pool->plane)
                    problem = {"的地址池属于另一网络", "is of a pool of another network"};
                if (!problem.empty())
                    findings.add({.subjects = {row.id, pool->id},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"prefix", same_text(to_string(*row.prefix))}, {"problem", problem}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有由地址池分配的网段", "no prefix is given from a pool yet"};
        },
};

} // namespace riser
