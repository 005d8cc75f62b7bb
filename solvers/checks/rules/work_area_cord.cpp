// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/channels.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/checks/rules/horizontal_cables.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule work_area_cord{
    .id = "CAB-12",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "max"}}},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Millimetres max = deck.length("max");
            const Cords& cords = facts.get<Cords>();
            const CableLengths& lengths = facts.get<CableLengths>();
            const PairCables of_pairs(facts);
            for (const JackLink& jack : facts.get<JackLinks>().jacks)
                for (const CableId cord : cords_of(cords, jack).at_jack)
                    if (const CableLength* length = lengths.of(cord); length && of_pairs(cord)) {
                        ++findings.examined;
                        if (!passes_by_far(max, length->total()))
                            findings.at_most(
                                {.subjects = {cord, jack.id}, .limit = max, .actual = length->total(), .words = {}});
                    }
            if (findings.examined == 0)
                findings.not_applicable = {"没有画出长度已知的工作区跳线",
                                           "no work-area cord of known length is drawn"};
        },
};

} // namespace riser
