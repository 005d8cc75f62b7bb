// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/pathway_fill.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

namespace {

bool lies_in(const CompartmentFill& compartment, std::optional<PlaneId> plane) {
    return std::any_of(compartment.planes.begin(), compartment.planes.end(),
                       [&](const PlaneShare& share) { return share.plane == plane; });
}

// A divider does not make one tray two for a secret plane; two others that must not reach each other need no more.
bool clash(const PlaneSeparation& separation, const RunFill& fill, std::optional<PlaneId> a, std::optional<PlaneId> b) {
    if (!separation.apart(a, b))
        return false;
    return separation.is_secret(a) || separation.is_secret(b) ||
           std::any_of(fill.compartments.begin(), fill.compartments.end(), [&](const CompartmentFill& compartment) {
               return lies_in(compartment, a) && lies_in(compartment, b);
           });
}

} // namespace

// Planes that must be apart share no pathway. A reservation counts as much as a cable.
constexpr Rule shared_pathway_of_secret{
    .id = "Z-01",
    .group = RuleGroup::security,
    .lock = Lock::locked,
    .words = {"plane", "other"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const PlaneSeparation& separation = facts.get<PlaneSeparation>();
            if (separation.empty()) {
                findings.not_applicable = {"没有须物理隔离的网络", "no planes have to be physically apart"};
                return;
            }
            const Table<PathwayRun>& runs = facts.table<PathwayRun>();
            for (const RunFill& fill : facts.get<PathwayFill>().runs) {
                const PathwayRun& run = *runs.find(fill.id);
                std::vector<std::optional<PlaneId>> planes;
                for (const CompartmentFill& compartment : fill.compartments)
                    for (const PlaneShare& share : compartment.planes)
                        planes.push_back(share.plane);
                if (run.plane)
                    planes.push_back(run.plane);
                for (const RunCompartment& compartment : run.compartments)
                    if (compartment.plane)
                        planes.push_back(compartment.plane);
                std::sort(planes.begin(), planes.end());
                planes.erase(std::unique(planes.begin(), planes.end()), planes.end());
                ++findings.examined;
                for (std::size_t i = 0; i < planes.size(); ++i)
                    for (std::size_t j = i + 1; j < planes.size(); ++j) {
                        if (!clash(separation, fill, planes[i], planes[j]))
                            continue;
                        // The smaller is absent when cables of no plane lie there.
                        const Word other = planes[i]
                                               ? Word{"other", AnyId(*planes[i])}
                                               : Word{"other", Text{"未定网络的缆线", "cables of no stated plane"}};
                        findings.add({.subjects = {run.id},
                                      .limit = {},
                                      .actual = {},
                                      .words = {{"plane", AnyId(*planes[j])}, other}});
                    }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有管槽", "there is no pathway yet"};
        },
};

} // namespace riser
