// SPDX-License-Identifier: GPL-3.0-or-later
// What no answer with n telecom rooms can cost less than, and weights that prove n rooms too few: the Lagrangian bound
// in which a client may be served by several rooms or none, a room's best load being a knapsack with divisible clients
// over kinds that may share it, and the n rooms the best ones stack by stack.
#pragma once

#include "solvers/graph/location/room_core.h"
#include "solvers/graph/location/subgradient.h"

#include <stop_token>

namespace riser::location {

struct RoomChoice {
    double worth = 0;          // with what stacks cost; the more negative the better
    std::vector<Index> opened; // n rooms
};

class RoomBound {
  public:
    enum class Question { cost, number }; // the least cost of n rooms, or whether n rooms are enough
    RoomBound(const RoomCore& core, std::size_t rooms, Question question);

    // Steps towards `upper`, as the other bounds do.
    void raise(double upper, const SubgradientPace& pace, const std::stop_token& stop);
    // cost: the bound. number: positive only where n rooms are not enough.
    double value() const { return best_; }
    const std::vector<double>& multipliers() const { return best_multipliers_; }
    const std::vector<Index>& opened() const { return best_opened_; }

  private:
    double evaluate();
    void keep(double bound); // as the best, with what it is of

    const RoomCore& core_;
    std::size_t rooms_ = 0;
    Question question_;
    std::vector<double> multipliers_;
    std::vector<double> slack_;
    std::vector<Index> opened_;
    std::vector<double> best_multipliers_;
    std::vector<Index> best_opened_;
    double best_ = 0;
};

// What a room can serve at most, each client by `worth` less its cost where `with_cost`; `share` (empty, or by client)
// gets how much of each client that takes.
double best_load(const RoomCore& core, Index room, const std::vector<double>& worth, double with_cost,
                 std::vector<double>* share);
// The n rooms of most value, those that are forced among them, when each stack of them costs `stack_cost`.
RoomChoice best_rooms(const RoomCore& core, const std::vector<double>& value, std::size_t rooms, double stack_cost);

// Whole-number weights proving that `rooms` rooms are too few; `none` when they do not.
WhyNotFewer weights_proof(const RoomCore& core, std::size_t rooms, const std::vector<double>& weights,
                          const RoomProblem& problem);

} // namespace riser::location
