// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/plane_separation.h"

#include <algorithm>

namespace riser {

bool PlaneSeparation::is_secret(std::optional<PlaneId> plane) const {
    return plane && std::binary_search(secret.begin(), secret.end(), *plane);
}

bool PlaneSeparation::apart(std::optional<PlaneId> a, std::optional<PlaneId> b) const {
    if (a == b)
        return false;
    if (is_secret(a) || is_secret(b))
        return true;
    return a && b &&
           std::binary_search(forbidden.begin(), forbidden.end(), std::pair(std::min(*a, *b), std::max(*a, *b)));
}

PlaneSeparation PlaneSeparation::compute(FactInput& input) {
    PlaneSeparation out;
    for (const Plane& plane : input.table<Plane>())
        if (plane.disclosure == Disclosure::secret)
            out.secret.push_back(plane.id);
    for (const MustNotReach& row : input.table<MustNotReach>())
        if (row.a.kind == Kind::planes && row.b.kind == Kind::planes && row.a != row.b)
            out.forbidden.emplace_back(PlaneId{std::min(row.a, row.b).value}, PlaneId{std::max(row.a, row.b).value});
    std::sort(out.forbidden.begin(), out.forbidden.end());
    out.forbidden.erase(std::unique(out.forbidden.begin(), out.forbidden.end()), out.forbidden.end());
    return out;
}

} // namespace riser
