// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/pathway_limits.h"

namespace riser {

Text compartment_words(const PathwayRun& run, std::int32_t compartment) {
    if (run.compartments.empty())
        return {};
    const std::string number = std::to_string(compartment + 1);
    const std::string& label = run.compartments[static_cast<std::size_t>(compartment)].label;
    const std::string name = label.empty() ? number : number + " " + label;
    return {"（分隔 " + name + "）", " (compartment " + name + ")"};
}

void for_each_filled(FactInput& facts, FindingList& findings, bool (*wanted)(const PathwayRun& run),
                     const std::function<void(const PathwayRun&, const CompartmentFill&)>& visit) {
    const Table<PathwayRun>& runs = facts.table<PathwayRun>();
    std::size_t unknown = 0;
    for (const RunFill& fill : facts.get<PathwayFill>().runs) {
        const PathwayRun& run = *runs.find(fill.id);
        if (!wanted(run))
            continue;
        for (const CompartmentFill& compartment : fill.compartments) {
            if (compartment.cables == 0)
                continue;
            if (!compartment.share) {
                ++unknown;
                continue;
            }
            ++findings.examined;
            visit(run, compartment);
        }
    }
    if (unknown > 0)
        findings.needs = {std::to_string(unknown) + " 段管槽没有截面尺寸",
                          std::to_string(unknown) + " pathways with cables have no section"};
    if (findings.examined == 0 && unknown == 0)
        findings.not_applicable = {"没有敷设缆线的此类管槽", "no such pathway holds cables"};
}

} // namespace riser
