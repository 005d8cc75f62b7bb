// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/widening.h"

#include "solvers/planning/pathway_sizes.h"
#include "solvers/planning/penetrations.h"

#include <algorithm>

namespace riser {

namespace {

std::int64_t sum(const SectionLoad& load) {
    std::int64_t out = 0;
    for (const auto& [plane, squared] : load)
        out += squared;
    return out;
}

// The run with the smallest section that holds all of the loads; nothing when there is none.
std::optional<PathwayRun> widened(const PathwayRun& standing, const std::map<std::int32_t, SectionLoad>& loads,
                                  const Sections& sections) {
    SectionLoad all;
    for (const auto& [index, load] : loads)
        for (const auto& [plane, squared] : load)
            all[plane] += squared;
    PathwayRun row = standing;
    const Section section = sections.smallest(row.kind, all, row.fill_limit, row.width);
    // Cables name compartments by their number: those may grow, but not change places.
    if (!std::equal(row.compartments.begin(), row.compartments.end(), section.compartments.begin(),
                    section.compartments.end(),
                    [](const RunCompartment& a, const RunCompartment& b) { return a.plane == b.plane; }))
        return std::nullopt;
    row.kind = row.kind == PathwayKind::shaft ? row.kind : section.kind;
    row.type = section.type;
    row.width = section.width;
    row.height = section.height;
    row.compartments = section.compartments;
    row = keeping_pins(standing, std::move(row));
    return is_overfull(row, loads, sections) ? std::nullopt : std::optional(std::move(row));
}

} // namespace

bool is_overfull(const PathwayRun& row, const std::map<std::int32_t, SectionLoad>& loads, const Sections& sections) {
    const double share = (row.fill_limit ? *row.fill_limit : sections.limit_of(row.kind)).value / 10'000.0;
    for (const auto& [index, load] : loads) {
        double area = Sections::area_of(row.kind, row.width, row.height);
        if (!row.compartments.empty()) {
            if (index < 0 || static_cast<std::size_t>(index) >= row.compartments.size())
                continue;
            const RunCompartment& part = row.compartments[static_cast<std::size_t>(index)];
            area = Sections::area_of(PathwayKind::tray, part.width, part.height);
        }
        if (area > 0 && Sections::area_of_cables(sum(load)) > area * share)
            return true;
    }
    return false;
}

bool may_widen(const PathwayRun& row) {
    return row.origin.kind == OriginKind::planned && row.origin.source == "pathways" &&
           (row.status == Status::planned || row.status == Status::reserved);
}

Widened widen_overfull(Design& after, const PlanesApart& apart, const SectionOptions& options, ReasonList& reasons,
                       const Run& run, const std::function<bool(const Cable&)>& counts) {
    Widened out;
    const Sections sections(after, apart, options);
    for (const auto& [id, loads] : standing_loads(after, counts)) {
        if (run.stopped())
            return out;
        const PathwayRun* row = after.find(id);
        if (!row || !is_overfull(*row, loads, sections))
            continue;
        const bool ours = may_widen(*row);
        if (auto wider = ours ? widened(*row, loads, sections) : std::nullopt) {
            ++out.widened;
            after.pathway_runs.put(std::move(*wider));
            continue;
        }
        ++out.overfull;
        reasons.add(id, ours ? Text{"填充率超限，且无更大规格或规格已锁定",
                                    "fuller than its limit, and no larger section is to be had or it is pinned"}
                             : Text{"填充率超限，非规划所绘，未自动加宽",
                                    "fuller than its limit, and not planned by us: not widened"});
    }
    fit_penetrations(after, options.hole_allowance);
    return out;
}

} // namespace riser
