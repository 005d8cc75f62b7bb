// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "model/logical.h"
#include "solvers/checks/rules/rules.h"

#include <set>

namespace riser {

// VLAN 1 is every switch's default, and carries its control frames; some makers keep a range for themselves.
constexpr Rule user_vlan_number{
    .id = "VL-02",
    .group = RuleGroup::logical,
    .parameters = {{{.name = "default", .dimension = Dimension::count, .low = 1, .high = 4'094},
                    {.name = "kept-first", .dimension = Dimension::count, .low = 1, .high = 4'094},
                    {.name = "kept-last", .dimension = Dimension::count, .low = 1, .high = 4'094}}},
    .words = {"number"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const std::int64_t first = deck.count("kept-first");
            const std::int64_t last = deck.count("kept-last");
            for (const Vlan& vlan : facts.table<Vlan>()) {
                ++findings.examined;
                const std::int64_t number = vlan.number ? vlan.number->number() : 0;
                if (number == deck.count("default") || (number >= first && number <= last))
                    findings.add(
                        {.subjects = {vlan.id}, .limit = {}, .actual = {}, .words = {{"number", Count{number}}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有 VLAN", "there is no VLAN yet"};
        },
};

} // namespace riser
