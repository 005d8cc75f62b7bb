// SPDX-License-Identifier: GPL-3.0-or-later
// What no cover can be cheaper than: the Lagrangian bound, raised by subgradient steps. A multiplier a row says what
// covering it is worth; a column's reduced cost says what taking it adds to the bound, so that columns too dear for any
// better cover can be left out. (Caprara, Fischetti, Toth 1999.)
#pragma once

#include "solvers/graph/location/cover_core.h"
#include "solvers/graph/location/subgradient.h"

#include <optional>

namespace riser::location {

// bound() allows for what doubles lose, so it is a bound of the whole-numbered problem.
class CoverBound {
  public:
    // `multipliers` by row of the core, or empty: then each row is worth its share of the cheapest column.
    CoverBound(const CoverCore& core, std::vector<double> multipliers);

    // Steps towards a bound of `upper`; ends early when that is reached or nothing moves any more.
    void raise(std::int64_t upper, const SubgradientPace& pace, const std::stop_token& stop);

    // The least whole number that the best bound met allows.
    std::int64_t bound() const;
    double value() const { return best_; }
    const std::vector<double>& multipliers() const { return best_multipliers_; }
    // Of the best multipliers.
    const std::vector<double>& reduced_costs() const { return best_reduced_; }
    // How often each column was taken of late, in [0, 1].
    const std::vector<double>& usage() const { return usage_; }
    // What a sum over the whole problem may be wrong by.
    double tolerance() const { return tolerance_; }

  private:
    double evaluate();
    void keep(double bound); // as the best, with what it is of
    double step_direction();
    void move(double step);
    void certify();

    const CoverCore& core_;
    std::vector<double> multipliers_;
    std::vector<double> reduced_;
    std::vector<double> slack_; // 1 - times covered
    std::vector<double> usage_;
    std::vector<double> best_multipliers_;
    std::vector<double> best_reduced_;
    double sum_ = 0; // of the multipliers
    double best_ = 0;
    double tolerance_ = 0;
};

// Values by ascending name, for the names of a smaller or other core; `otherwise` where a name is new.
std::vector<double> carried_over(const std::vector<Index>& names, const std::vector<double>& values,
                                 const std::vector<Index>& to, double otherwise);

} // namespace riser::location
