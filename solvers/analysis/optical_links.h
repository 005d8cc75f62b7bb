// SPDX-License-Identifier: GPL-3.0-or-later
// Every fibre link between two ports of devices, traced core by core through cords, frames, splices and cables: what it
// consists of, without lengths, so that a longer tray traces nothing again. What it loses: optical_budget.h.
#pragma once

#include "model/equipment.h"
#include "solvers/base/facts.h"

namespace riser {

// One cable of a link.
struct OpticalStretch {
    CableId cable;
    Category fibre = Category::os2;
    auto operator<=>(const OpticalStretch&) const = default;
};

// The way of one or more cores, from port a to port b.
struct OpticalWay {
    std::vector<OpticalStretch> stretches;
    std::int32_t mated = 0;    // pairs of connectors, without those at the ports themselves
    std::int32_t splices = 0;  // in closures
    std::int32_t pigtails = 0; // ends of laid cables on frames and jacks, each spliced to a pigtail
    auto operator<=>(const OpticalWay&) const = default;
};

struct OpticalLink {
    PortId a; // a < b
    PortId b;
    std::int32_t cores = 0;       // that join them
    std::vector<OpticalWay> ways; // each once, sorted
    BitRate rate;                 // of the slower port; 0: one of them does not say
    std::string pmd_a;            // of the transceiver in the port; empty: none is chosen
    std::string pmd_b;
    bool operator==(const OpticalLink&) const = default;
};

// Sorted by ports. Links with a stretch of pairs are left out. O(ends of cables).
struct OpticalLinks {
    std::vector<OpticalLink> links;
    bool operator==(const OpticalLinks&) const = default;
    static OpticalLinks compute(FactInput& input);
    static std::optional<OpticalLinks> update(const OpticalLinks& previous, const ChangeSet& changes, FactInput& input);
};

// "10GBASE-LR" of a type whose bill item measures "transceiver:10GBASE-LR"; empty of every other.
std::string_view transceiver_pmd(const std::string& measures);

} // namespace riser
