// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/pathway_limits.h"
#include "solvers/checks/rules/rules.h"

#include <cmath>

namespace riser {

// Conduits with a trunk cable or a fibre of more than four cores are judged by diameter: that of a cable with the area
// of all, over the conduit's own. Less is allowed where the conduit bends.
constexpr Rule trunk_conduit_fill{
    .id = "PATH-03",
    .group = RuleGroup::pathways,
    .parameters = {{{.name = "straight", .dimension = Dimension::share},
                    {.name = "bent", .dimension = Dimension::share}}},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const BasisPoints straight = deck.share("straight");
            const BasisPoints bent = deck.share("bent");
            const auto conduit = [](const PathwayRun& run) { return run.kind == PathwayKind::conduit; };
            FindingList all;
            for_each_filled(facts, all, conduit, [&](const PathwayRun& run, const CompartmentFill& fill) {
                if (fill.large == 0)
                    return;
                ++findings.examined;
                const BasisPoints limit = run.bends.empty() ? straight : bent;
                const double area = fill.share->value / 10'000.0;
                const BasisPoints use(static_cast<std::int32_t>(std::ceil(std::sqrt(area) * 10'000 - 1e-6)));
                findings.at_most({.subjects = {run.id}, .limit = limit, .actual = use, .words = {}});
            });
            findings.needs = all.needs;
            if (findings.examined == 0 && all.needs.empty())
                findings.not_applicable = {"没有敷设主干缆线的导管", "no conduit holds a trunk cable"};
        },
};

} // namespace riser
