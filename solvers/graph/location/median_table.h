// SPDX-License-Identifier: GPL-3.0-or-later
// The lengths of a p-median problem with the candidates of each client nearest first. Where a candidate cannot serve,
// the length is one that no good answer holds, so every choice has a cost.
#pragma once

#include "solvers/graph/location/cover_core.h"
#include "solvers/graph/location/service.h"

namespace riser::location {

class MedianTable {
  public:
    struct Service {
        double length = 0;
        Index candidate = 0;
    };
    MedianTable(const ServiceTable& service, Index open);

    Index clients() const { return clients_; }
    Index candidates() const { return candidates_; }
    Index open() const { return open_; }
    std::int64_t length(std::size_t client, std::size_t candidate) const {
        return lengths_[client * candidates_ + candidate];
    }
    std::span<const Service> nearest(std::size_t client) const { return {&sorted_[client * candidates_], candidates_}; }
    // What one service that cannot be counts: an answer that costs as much does not serve everybody.
    std::int64_t impossible() const { return impossible_; }
    std::int64_t cost(const std::vector<Index>& open) const;

  private:
    Index clients_ = 0;
    Index candidates_ = 0;
    Index open_ = 0;
    std::int64_t impossible_ = 0;
    std::vector<std::int64_t> lengths_;
    std::vector<Service> sorted_;
};

} // namespace riser::location
