// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cabling.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>

namespace riser {

// Two things in one unit of a side, or a thing beyond the rack.
constexpr Rule rack_units{
    .id = "DES-09",
    .group = RuleGroup::design,
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::map<RackId, std::vector<const RackItem*>> racks;
            for (const RackItem& item : facts.table<RackItem>())
                if (item.status != Status::remove)
                    racks[item.rack].push_back(&item);
            for (auto& [id, items] : racks) {
                const Rack* rack = facts.find(id);
                if (!rack)
                    continue;
                std::sort(items.begin(), items.end(), [](const RackItem* a, const RackItem* b) {
                    return std::pair(a->unit, a->id) < std::pair(b->unit, b->id);
                });
                for (std::size_t i = 0; i < items.size(); ++i) {
                    const RackItem& item = *items[i];
                    ++findings.examined;
                    const std::string unit = "U" + std::to_string(item.unit);
                    if (item.unit < 1 || item.unit + item.height - 1 > rack->units)
                        findings.add({.subjects = {item.item, id},
                                      .limit = Count{rack->units},
                                      .actual = Count{item.unit + item.height - 1},
                                      .words = {{"problem", Text{"超出机柜", "reaches beyond the rack"}}}});
                    for (std::size_t k = 0; k < i; ++k) {
                        const RackItem& below = *items[k];
                        const bool meet =
                            below.side == item.side || below.side == RackSide::both || item.side == RackSide::both;
                        if (meet && item.unit < below.unit + below.height) {
                            findings.add({.subjects = {item.item, below.item, id},
                                          .limit = {},
                                          .actual = {},
                                          .words = {{"problem", Text{unit + " 与其他设备重叠",
                                                                     "shares " + unit + " with something else"}}}});
                            break;
                        }
                    }
                }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"机柜中还没有设备", "nothing stands in a rack yet"};
        },
};

} // namespace riser
