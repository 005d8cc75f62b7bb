// SPDX-License-Identifier: GPL-3.0-or-later
// How long each cable is, its parts kept, and the warmest air on its way. One row a cable that stays. After an edit
// only cables that changed, or that lie in runs that did, are measured again.
#pragma once

#include "solvers/analysis/pathways.h"
#include "solvers/graph/cable_length.h"

namespace riser {

struct MeasuredCable {
    CableId id;
    CableRole role = CableRole::horizontal;
    bool routed = false;               // it has a route
    std::optional<CableLength> length; // absent: no route, or one that does not hang together
    bool operator==(const MeasuredCable&) const = default;
};

struct CableLengths {
    Table<MeasuredCable> cables;
    const CableLength* of(CableId cable) const; // null when it cannot be measured
    bool operator==(const CableLengths&) const = default;
    static CableLengths compute(FactInput& input);
    static std::optional<CableLengths> update(const CableLengths& previous, const ChangeSet& changes, FactInput& input);
};

struct CableAmbient {
    CableId id;
    DeciCelsius warmest;
    bool operator==(const CableAmbient&) const = default;
};
// Cables on whose way at least one temperature is known.
struct CableAmbients {
    Table<CableAmbient> cables;
    bool operator==(const CableAmbients&) const = default;
    static CableAmbients compute(FactInput& input);
    static std::optional<CableAmbients> update(const CableAmbients& previous, const ChangeSet& changes,
                                               FactInput& input);
};

} // namespace riser
