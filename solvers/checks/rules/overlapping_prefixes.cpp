// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/logical.h"
#include "solvers/base/address_space.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>

namespace riser {

// Two VLANs of one network whose prefixes share addresses. A prefix without a VLAN is a block that others lie in.
constexpr Rule overlapping_prefixes{
    .id = "VL-10",
    .group = RuleGroup::logical,
    .words = {"prefix", "other"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::map<PlaneId, std::vector<const Prefix*>> planes;
            for (const Prefix& row : facts.table<Prefix>())
                if (const Vlan* vlan = facts.find(row.vlan); vlan && row.prefix) {
                    planes[vlan->plane].push_back(&row);
                    ++findings.examined;
                }
            for (auto& [plane, rows] : planes) {
                std::sort(rows.begin(), rows.end(), [](const Prefix* a, const Prefix* b) {
                    return std::tie(*a->prefix, a->id) < std::tie(*b->prefix, b->id);
                });
                // Sorted, a prefix overlaps what follows it or nothing; the widest so far holds the rest.
                const Prefix* widest = nullptr;
                for (const Prefix* row : rows) {
                    if (widest && overlap(*widest->prefix, *row->prefix))
                        findings.add({.subjects = {row->id, widest->id},
                                      .limit = {},
                                      .actual = {},
                                      .words = {{"prefix", same_text(to_string(*row->prefix))},
                                                {"other", same_text(to_string(*widest->prefix))}}});
                    else
                        widest = row;
                }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有网段", "there is no prefix yet"};
        },
};

} // namespace riser
