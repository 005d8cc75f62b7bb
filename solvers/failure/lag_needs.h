// SPDX-License-Identifier: GPL-3.0-or-later
// LAGs that fall under their least number of links take all of them down, which may take another LAG down at the far
// end. What is joined to ports then needs so many others: said in needs, as each LAG of those that hang together falls
// once at most.
#pragma once

#include "model/equipment.h"
#include "solvers/graph/resilience/needs.h"

#include <array>
#include <map>

namespace riser {

// A link, a jack or a handoff on one or two ports.
struct JoinedPorts {
    std::array<const Port*, 2> ports{}; // the second may be nothing
    NeedIndex need{};                   // of the ports and all between, without LAGs
};

class LagNeeds {
  public:
    // Puts LAGs into the needs. Rows of LAGs are found by `least`: of those not in it one link is enough.
    LagNeeds(NeedBuilder& needs, const std::map<LagId, std::int32_t>& least, std::vector<JoinedPorts>& joined);

  private:
    std::vector<LagId> lags_of(const JoinedPorts& row) const;
    void settle(std::span<const std::uint32_t> rows); // that hang together
    NeedIndex with_lags(const JoinedPorts& row, const std::map<LagId, NeedIndex>& up);

    NeedBuilder& needs_;
    const std::map<LagId, std::int32_t>& least_;
    std::vector<JoinedPorts>& joined_;
};

} // namespace riser
