// SPDX-License-Identifier: GPL-3.0-or-later
// What each cable ends on, and which cables end on a row: terminations sorted both ways. A termination on an outlet
// counts for the jack in that position. End a is the distributor's, end b the outlet's.
#pragma once

#include "model/cabling.h"
#include "solvers/base/facts.h"

#include <span>

namespace riser {

struct CableEnding {
    CableId cable;
    CableEnd end = CableEnd::a;
    AnyId on;
    std::int32_t position = 1;
    std::int32_t elements = 0; // how many of the cable's elements end here
    std::int32_t first = 1;    // of them
    auto operator<=>(const CableEnding&) const = default;
};

struct CableEnds {
    std::vector<CableEnding> by_cable; // by cable, end, row, position
    std::vector<CableEnding> by_row;   // by row, position, cable, end
    bool names_outlets = false;        // a termination sits on an outlet, so that jacks tell what it is on
    // O(log n) each.
    std::span<const CableEnding> of(CableId cable) const;
    std::span<const CableEnding> on(AnyId row) const;
    // Where the cable's end first sits; nothing when it ends nowhere.
    const CableEnding* first(CableId cable, CableEnd end) const;
    bool operator==(const CableEnds&) const = default;
    static CableEnds compute(FactInput& input);
    static std::optional<CableEnds> update(const CableEnds& previous, const ChangeSet& changes, FactInput& input);
};

// Cables that end on something else than in the previous value, sorted. O(endings).
std::vector<CableId> cables_ended_anew(const CableEnds& before, const CableEnds& after);

// The plane a cable belongs to: its own, else that of the jack it ends on.
struct CablePlane {
    CableId id;
    std::optional<PlaneId> plane;
    bool operator==(const CablePlane&) const = default;
};
struct CablePlanes {
    Table<CablePlane> cables;
    std::optional<PlaneId> of(CableId cable) const;
    bool operator==(const CablePlanes&) const = default;
    static CablePlanes compute(FactInput& input);
    static std::optional<CablePlanes> update(const CablePlanes& previous, const ChangeSet& changes, FactInput& input);
};

// The telecom space in which a row stands: itself, or by its panel, rack, device, card or port; 0 when in none
// that is there.
SpaceId space_of(FactInput& input, AnyId row);

} // namespace riser
