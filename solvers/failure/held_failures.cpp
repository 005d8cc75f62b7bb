// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/held_failures.h"

#include "solvers/failure/element_needs.h"
#include "solvers/forwarding/network_rows.h"

#include <algorithm>

namespace riser {

HeldFailures HeldFailures::compute(FactInput& input) {
    HeldFailures out;
    for (const Ups& row : input.table<Ups>())
        if (row.status != Status::remove && row.autonomy.value > 0)
            out.outlasted.push_back(row.autonomy);
    std::sort(out.outlasted.begin(), out.outlasted.end(), std::greater<>());
    out.outlasted.erase(std::unique(out.outlasted.begin(), out.outlasted.end()), out.outlasted.end());
    out.model = out.outlasted.size() == 1
                    ? input.get<FailureModel>()
                    : failure_model(input, input.get<NetworkRows>(), JackNeeds::own, out.outlasted);
    return out;
}

HeldReach HeldReach::compute(FactInput& input) {
    const HeldFailures& held = input.get<HeldFailures>();
    return {held.outlasted.size() == 1 ? input.get<ReachNetwork>()
                                       : reach_network(input, held.model, input.get<NetworkRows>())};
}

} // namespace riser
