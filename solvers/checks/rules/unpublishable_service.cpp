// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/publications.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

template<class Is> void each_barred(FactInput& facts, FindingList& findings, const Is& is) {
    for (const Publications::Of& of : facts.get<Publications>().list) {
        ++findings.examined;
        if (of.bar != PublishingBar::none && is(of.bar))
            findings.add({.subjects = {of.service, of.handoff},
                          .limit = {},
                          .actual = {},
                          .words = {{"handoff", AnyId(of.handoff)}, {"problem", label_of(of.bar)}}});
    }
    if (findings.examined == 0)
        findings.not_applicable = {"没有对外发布的业务", "no service is published"};
}

} // namespace

// The outside asks hosts of services alone: never people's desks, never what administers, nothing of another network.
constexpr Rule unpublishable_service{
    .id = "Z-25",
    .group = RuleGroup::security,
    .words = {"handoff", "problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            each_barred(facts, findings, [](PublishingBar bar) { return bar != PublishingBar::secret; });
        },
};

// Nothing of a secret network is ever published, by whatever control.
constexpr Rule secret_published{
    .id = "SEC-Z2",
    .group = RuleGroup::security,
    .words = {"handoff", "problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            each_barred(facts, findings, [](PublishingBar bar) { return bar == PublishingBar::secret; });
        },
};

} // namespace riser
