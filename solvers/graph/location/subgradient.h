// SPDX-License-Identifier: GPL-3.0-or-later
// How a Lagrangian bound is raised by subgradient steps: the first step aims `pace` times as far as the gap asks, and
// the pace is halved after `window` steps without a better bound, till it is of no use to go on.
#pragma once

#include <cmath>

namespace riser::location {

struct SubgradientPace {
    int steps = 0; // at most
    double pace = 0;
    int window = 0;
    double worth_noting = 1e-5; // what part of the bound it must rise by so that the window begins anew
};

// The pace of one climb, from step to step.
class SubgradientClimb {
  public:
    explicit SubgradientClimb(const SubgradientPace& pace) : given_(pace), pace_(pace.pace) {}
    double pace() const { return pace_; }
    // After each step: its bound and the best of those before. False: it is of no use to go on.
    bool goes_on(double now, double best) {
        ++since_;
        if (now > best && now > best + given_.worth_noting * std::abs(best))
            since_ = 0;
        if (since_ < given_.window)
            return true;
        since_ = 0;
        pace_ /= 2;
        return pace_ >= slowest;
    }

  private:
    static constexpr double slowest = 1e-3;

    SubgradientPace given_;
    double pace_ = 0;
    int since_ = 0;
};

} // namespace riser::location
