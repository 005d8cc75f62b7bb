// SPDX-License-Identifier: GPL-3.0-or-later
// How far two routes into one room are apart, and what they still share. The levels, each with those above it: not even
// a fire compartment or room, no shaft, no tray, only the cable. The trays by which the pathways enter the rooms where
// both end are named but do not lower the level, as those rooms do not.
#pragma once

#include "solvers/graph/risk_groups.h"

namespace riser {

enum class Diversity { none, cable, tray, shaft, compartment }; // none: there is one cable only

struct SharedParts {
    Diversity diversity = Diversity::none;
    std::vector<AnyId> shafts; // a run of each
    std::vector<Text> shaft_labels;
    std::vector<AnyId> places; // rooms and compartments
    std::vector<PathwayRunId> runs;
    std::vector<PathwayRunId> entries; // of the rooms
    Millimetres shared;                // length of `runs`
    Millimetres shared_entries;
    bool operator==(const SharedParts&) const = default;
};

// `around`: groups of the rooms where both routes end, sorted. Compartments count as told apart only where the drawing
// shows them all along both routes. O(runs log).
SharedParts shared_parts(const PathwayGraph& graph, const RiskGroups& risks, std::span<const RunIndex> a,
                         std::span<const RunIndex> b, std::span<const std::uint32_t> around);

Text label_of(Diversity diversity);

} // namespace riser
