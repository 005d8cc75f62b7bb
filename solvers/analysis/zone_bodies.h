// SPDX-License-Identifier: GPL-3.0-or-later
// Whose desks stand in each zone of desks: the bodies that it names, else the owners of the rooms of its uses, else
// every body for one that names kinds of point, else those bodies to which no other zone of desks on its plane is
// given. What a service may be asked from follows from it.
#pragma once

#include "model/logical.h"
#include "solvers/base/facts.h"

namespace riser {

struct ZoneBodies {
    struct Of {
        ZoneId zone;
        PlaneId plane;
        std::vector<BodyId> bodies; // sorted
        bool operator==(const Of&) const = default;
    };
    std::vector<Of> desks; // by code of the zone, then id; zones of secret planes are left out

    const Of* find(ZoneId zone) const;
    bool operator==(const ZoneBodies&) const = default;
    // O(zones x bodies + rooms).
    static ZoneBodies compute(FactInput& input);
};

} // namespace riser
