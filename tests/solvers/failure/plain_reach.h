// SPDX-License-Identifier: GPL-3.0-or-later
// What each jack reaches in a network derived without what failed: searched from place to place and table to table, one
// jack and one target at a time.
#pragma once

#include "solvers/failure/reach_network.h"

#include <functional>
#include <set>

namespace riser::test {

class PlainReach {
  public:
    // `stands`: whether a device does.
    PlainReach(const NetworkRows& rows, const FailureModel& model, std::span<const AnyId> failed,
               std::function<bool(EquipmentId)> stands);
    bool reaches(JackId jack, const ReachTarget& target) const;

  private:
    using Table = std::pair<NetIndex, std::optional<VrfId>>;
    std::set<NetIndex> piece(NetIndex place) const;
    std::set<NetIndex> ends(const ReachTarget& target) const;
    bool table_reaches(NetIndex table, const ReachTarget& target, std::set<NetIndex>& seen) const;
    bool leads_to(const IpPrefix& destination, const ReachTarget& target) const;
    bool hands_over(const IpAddress& next_hop, const ReachTarget& target, const std::set<NetIndex>& here) const;
    bool outside(const ReachTarget& target) const;

    const NetworkRows& rows_;
    const FailureModel& model_;
    std::function<bool(EquipmentId)> stands_;
    Network net_;
};

} // namespace riser::test
