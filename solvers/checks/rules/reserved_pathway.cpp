// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/pathway_fill.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/checks/rules/pathway_limits.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Runs and compartments reserved for a plane; where a secret plane is concerned, Z-01 says it.
constexpr Rule reserved_pathway{
    .id = "DES-08",
    .group = RuleGroup::pathways,
    .words = {"compartment", "plane", "other"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const PlaneSeparation& planes = facts.get<PlaneSeparation>();
            const Table<PathwayRun>& runs = facts.table<PathwayRun>();
            for (const RunFill& fill : facts.get<PathwayFill>().runs) {
                const PathwayRun& run = *runs.find(fill.id);
                for (const CompartmentFill& compartment : fill.compartments) {
                    std::optional<PlaneId> reserved = run.plane;
                    if (!run.compartments.empty())
                        if (const auto& own = run.compartments[static_cast<std::size_t>(compartment.compartment)].plane)
                            reserved = own;
                    if (!reserved)
                        continue;
                    ++findings.examined;
                    std::int64_t strangers = 0;
                    std::optional<PlaneId> other;
                    for (const PlaneShare& share : compartment.planes)
                        if (share.plane != reserved && !planes.is_secret(share.plane) && !planes.is_secret(reserved)) {
                            strangers += share.cables;
                            other = share.plane;
                        }
                    const Word stranger =
                        other ? Word{"other", AnyId(*other)} : Word{"other", Text{"未定网络", "no stated plane"}};
                    if (strangers > 0)
                        findings.add({.subjects = {run.id},
                                      .limit = Count{0},
                                      .actual = Count{strangers},
                                      .words = {{"compartment", compartment_words(run, compartment.compartment)},
                                                {"plane", AnyId(*reserved)},
                                                stranger}});
                }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有为网络预留的管槽", "no pathway is reserved for a plane"};
        },
};

} // namespace riser
