// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/boundary_order.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Where a provider gives outside addresses, whatever may leave by it is translated to them.
constexpr Rule untranslated_exit{
    .id = "Z-17",
    .group = RuleGroup::security,
    .words = {"prefix", "handoff"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const ExitTranslations::Of& of : facts.get<ExitTranslations>().list) {
                ++findings.examined;
                if (!of.by)
                    findings.add({.subjects = {of.prefix, of.handoff},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"prefix", same_text(to_string(*facts.find(of.prefix)->prefix))},
                                            {"handoff", AnyId(of.handoff)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有给定对外地址的外部线路，或尚无网段经其外出",
                                           "no provider gives outside addresses, or nothing leaves by it yet"};
        },
};

} // namespace riser
