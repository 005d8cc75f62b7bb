// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/diversity.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

Millimetres small(std::int64_t mm) {
    return Millimetres(static_cast<std::int32_t>(std::min<std::int64_t>(mm, INT32_MAX)));
}

std::set<std::uint32_t> groups_of(const RiskGroups& risks, std::span<const RunIndex> runs) {
    std::set<std::uint32_t> out;
    for (const RunIndex run : runs)
        out.insert(risks.groups().of_run[at(run)].begin(), risks.groups().of_run[at(run)].end());
    return out;
}

// The first or last run of both, lying on a floor: it leads into the room where both end.
bool leads_into_room(const PathwayGraph& graph, RunIndex run, std::span<const RunIndex> a,
                     std::span<const RunIndex> b) {
    return !graph[run].geometry.riser &&
           ((run == a.front() && run == b.front()) || (run == a.back() && run == b.back()));
}

} // namespace

SharedParts shared_parts(const PathwayGraph& graph, const RiskGroups& risks, std::span<const RunIndex> a,
                         std::span<const RunIndex> b, std::span<const std::uint32_t> around) {
    SharedParts out;
    std::int64_t shared = 0;
    std::int64_t entries = 0;
    const std::set<RunIndex> in_b(b.begin(), b.end());
    for (const RunIndex run : std::set<RunIndex>(a.begin(), a.end())) {
        if (!in_b.contains(run))
            continue;
        const bool entry = leads_into_room(graph, run, a, b);
        (entry ? out.entries : out.runs).push_back(graph[run].id);
        (entry ? entries : shared) += graph[run].geometry.length();
    }
    out.shared = small(shared);
    out.shared_entries = small(entries);
    const std::set<std::uint32_t> of_b = groups_of(risks, b);
    for (const std::uint32_t group : groups_of(risks, a)) {
        if (!of_b.contains(group) || std::binary_search(around.begin(), around.end(), group))
            continue;
        const RiskGroup& row = risks[group];
        if (row.kind == RiskKind::shaft) {
            out.shafts.push_back(row.shows);
            out.shaft_labels.push_back(row.label);
        } else {
            out.places.push_back(row.shows);
        }
    }
    const auto known = [&](std::span<const RunIndex> runs) {
        return std::all_of(runs.begin(), runs.end(), [&](RunIndex run) { return risks.compartment_known(run); });
    };
    out.diversity = !out.runs.empty()                               ? Diversity::cable
                    : !out.shafts.empty()                           ? Diversity::tray
                    : !out.places.empty() || !known(a) || !known(b) ? Diversity::shaft
                                                                    : Diversity::compartment;
    return out;
}

Text label_of(Diversity diversity) {
    switch (diversity) {
    case Diversity::none:
        return {"单缆", "one cable"};
    case Diversity::cable:
        return {"仅分缆", "cable"};
    case Diversity::tray:
        return {"分槽", "tray"};
    case Diversity::shaft:
        return {"分井", "shaft"};
    case Diversity::compartment:
        return {"分防火分区", "compartment"};
    }
    return {};
}

} // namespace riser
