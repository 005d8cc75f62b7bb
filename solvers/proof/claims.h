// SPDX-License-Identifier: GPL-3.0-or-later
// What is claimed of a design, and what each claim rests on, so that a reviewer need not believe the program that found
// it: a certificate of these is checked by riser-verify, which shares no code with this room. Here: planes that must be
// physically apart share no modelled object.
#pragma once

#include "model/base/geometry.h"
#include "model/building.h"
#include "solvers/proof/plane_uses.h"

namespace riser {

// How far apart: a secret plane from every other and from what belongs to none, in all that SEC-C5 names; two planes
// that the intent keeps apart, in what joins them, in faceplates and in compartments of runs.
enum class Strictness { forbidden, secret };
std::string_view key_of(Strictness strictness);

enum class Sharing { fails, noted, free };
Sharing sharing(Strictness strictness, ObjectKind kind);

// An object that both use, and where it is, so that it can be lit on the plan. `through`: neither shares it with the
// other, but it joins one of them to that third plane, over which they meet.
struct SharedObject {
    UsedObject object;
    std::optional<PlaneId> through;
    std::optional<FloorId> floor;
    std::optional<RoomId> room;
    std::optional<Point> place;
    bool operator==(const SharedObject&) const = default;
};

// Two planes that share no modelled object; b absent: what belongs to no plane. Rests on PlaneUses of all planes.
struct ApartClaim {
    std::optional<PlaneId> a; // present
    std::optional<PlaneId> b;
    Strictness strictness = Strictness::forbidden;
    std::vector<SharedObject> violations; // sorted by object
    std::vector<SharedObject> notes;      // shared, and no breach: rooms, power
    bool holds() const { return violations.empty(); }
    bool operator==(const ApartClaim&) const = default;
};

// Sorted by a, then b; a is the secret one, of two secret or two open ones the smaller.
struct ApartClaims {
    std::vector<ApartClaim> claims;
    bool operator==(const ApartClaims&) const = default;
    static ApartClaims compute(FactInput& input);
};

// "no shared modelled object; not an emission or secrecy assessment": goes with every such claim.
Text scope_of_claims();
// "Planes W and I are physically apart"; "Rack A3 (room 301), 3F" for each object shared.
struct ApartWords {
    Text claim;
    std::vector<Text> violations;
    std::vector<Text> notes;
    bool operator==(const ApartWords&) const = default;
};
// One each of ApartClaims, in its order.
struct ApartSentences {
    std::vector<ApartWords> claims;
    bool operator==(const ApartSentences&) const = default;
    static ApartSentences compute(FactInput& input);
};

} // namespace riser
