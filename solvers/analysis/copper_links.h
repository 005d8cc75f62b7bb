// SPDX-License-Identifier: GPL-3.0-or-later
// What the copper channel of each patched jack is made for and asked for: its weakest part, whether it is screened all
// the way, and the speed of its two ports. Lengths are those of Channels, so that a longer tray wakes none of this.
#pragma once

#include "model/equipment.h"
#include "solvers/base/facts.h"

namespace riser {

struct CopperLink {
    JackId id;
    Category category = Category::cat6a; // of the weakest part
    AnyId weakest;                       // the jack, a cable of the link, the panel or a cord
    Screen screen = Screen::utp;         // of the least screened cable
    PortId port;                         // of the switch
    BitRate rate;                        // of the slower of the two ports known; 0: neither says
    bool operator==(const CopperLink&) const = default;
};

// One row a jack whose link is of pairs and is patched to a port; the fastest, when to several.
struct CopperLinks {
    Table<CopperLink> jacks;
    bool operator==(const CopperLinks&) const = default;
    static CopperLinks compute(FactInput& input);
    static std::optional<CopperLinks> update(const CopperLinks& previous, const ChangeSet& changes, FactInput& input);
};

} // namespace riser
