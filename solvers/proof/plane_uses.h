// SPDX-License-Identifier: GPL-3.0-or-later
// Which objects of the model each plane uses: what states the plane, what is joined to that, and what holds either. Two
// planes are physically apart when their lists share nothing that their strictness names. What a plane joins stops at
// objects that state another plane (they are used by both, and the claim fails there); what states none carries every
// plane that it is joined to. Rows with status `remove` are left out. No emission or secrecy assessment.
#pragma once

#include "model/kinds.h"
#include "solvers/base/facts.h"

#include <span>

namespace riser {

// The first four conduct: whatever shares one of them is joined.
enum class ObjectKind {
    device,      // with its cards, ports and supplies; members of a stack or aggregated link are joined
    cable,       // whole: cores of one cable are one object
    jack,        //
    position,    // of a panel; `part` is the position
    panel,       // or splice closure
    faceplate,   // outlet
    rack,        //
    run,         // of a pathway, dividers or not
    compartment, // of a run; `part` is its index
    reserved,    // a space that states a plane
    space,       //
    room,        //
    supply,      // strip, circuit, source
};
constexpr bool conducts(ObjectKind kind) { return kind <= ObjectKind::position; }
std::string_view key_of(ObjectKind kind); // "device"
Text name_of(ObjectKind kind);

struct UsedObject {
    ObjectKind kind = ObjectKind::device;
    AnyId row;
    std::int32_t part = 0;
    auto operator<=>(const UsedObject&) const = default;
};

struct PlaneUse {
    std::optional<PlaneId> plane;    // absent: what carries no plane at all
    std::vector<UsedObject> objects; // sorted
    std::span<const UsedObject> of(ObjectKind kind) const;
    bool operator==(const PlaneUse&) const = default;
};

// By plane, the one of no plane first; every plane of the design. O(rows log rows).
struct PlaneUses {
    std::vector<PlaneUse> planes;
    const PlaneUse& of(std::optional<PlaneId> plane) const;
    bool operator==(const PlaneUses&) const = default;
    static PlaneUses compute(FactInput& input);
};

} // namespace riser
