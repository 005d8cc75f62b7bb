// SPDX-License-Identifier: GPL-3.0-or-later
// How a Lagrangian bound is raised by subgradient steps: the first step aims `pace` times as far as the gap asks, and
// the pace is halved after `window` steps without a better bound, till it is of no use to go on.
#pragma once

namespace riser::location {

struct SubgradientPace {
    int steps = 0; // at most
    double pace = 0;
    int window = 0;
};
constexpr double slowest_pace = 1e-3;

} // namespace riser::location
