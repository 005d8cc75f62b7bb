// SPDX-License-Identifier: GPL-3.0-or-later
// Which physically separate networks must also be kept apart in the building (own faceplates, trays, panels): a secret
// plane from every other and from what belongs to no plane, and two planes that the intent says must not reach each
// other. Says only what shares a modelled object; it is no emission or secrecy assessment.
#pragma once

#include "model/logical.h"
#include "solvers/base/facts.h"

namespace riser {

struct PlaneSeparation {
    std::vector<PlaneId> secret;                        // sorted
    std::vector<std::pair<PlaneId, PlaneId>> forbidden; // sorted, the smaller id first
    bool is_secret(std::optional<PlaneId> plane) const;
    bool apart(std::optional<PlaneId> a, std::optional<PlaneId> b) const;
    bool empty() const { return secret.empty() && forbidden.empty(); }
    bool operator==(const PlaneSeparation&) const = default;
    static PlaneSeparation compute(FactInput& input);
};

} // namespace riser
