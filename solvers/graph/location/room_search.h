// SPDX-License-Identifier: GPL-3.0-or-later
// Good sets of telecom rooms without proof: rooms are opened till all are served, closed as long as that goes on, and
// exchanged for others as long as that takes less cable; then again from shaken sets.
#pragma once

#include "solvers/graph/location/room_plan.h"

#include <random>
#include <stop_token>

namespace riser::location {

class RoomSearch {
  public:
    RoomSearch(const RoomCore& core, std::int64_t steps, const std::stop_token& stop);

    // `first`: rooms to begin with, the forced ones included. Fewer rooms than `fewest` are not looked for.
    void run(const std::vector<std::uint8_t>& first, std::uint32_t fewest);
    // Tries a set from nothing; whether it is the best yet.
    bool attempt(const std::vector<std::uint8_t>& open);
    const RoomPlan& best() const { return best_; }

  private:
    bool halted() const { return steps_left_ <= 0 || stop_.stop_requested(); }
    // Tries the best plan with rooms closed and opened.
    bool attempt_change(const std::vector<Index>& closed, const std::vector<Index>& opened);
    bool take_if_better(RoomPlan plan);
    void open_till_served();
    void close_what_can_be(std::uint32_t fewest);
    bool close_one();
    bool close_one_by_exchange();
    bool exchange_each();
    void shake();

    const RoomCore& core_;
    std::int64_t steps_left_ = 0;
    std::stop_token stop_;
    std::mt19937_64 engine_{1};
    RoomPlan best_;
};

} // namespace riser::location
