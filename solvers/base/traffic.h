// SPDX-License-Identifier: GPL-3.0-or-later
// What one user of a service sends and takes while at it, by the service's medium: rows of a deck.
#pragma once

#include "model/base/units.h"
#include "model/logical.h"
#include "solvers/base/trust.h"

namespace riser {

// A user at a desk takes `rate` and sends `other` of it; a thing (a camera, a telephone, a reader) the other way round.
struct TrafficKind {
    ServiceMedium medium = ServiceMedium::data;
    BitRate rate;       // of one who is at it, where the service states none
    BasisPoints active; // of all, in the busy hour; of telephones erlangs
    BasisPoints other;
    Trust trust = Trust::practice;
    bool operator==(const TrafficKind&) const = default;
};

} // namespace riser
