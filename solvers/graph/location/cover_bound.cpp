// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/cover_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace riser::location {

namespace {

constexpr double usage_memory = 0.9; // of the smoothed usage of columns

std::vector<double> shares_of_cheapest(const CoverCore& core) {
    std::vector<double> out(core.rows(), std::numeric_limits<double>::max());
    for (std::size_t c = 0; c < core.columns(); ++c) {
        const double share = static_cast<double>(core.cost[c]) / static_cast<double>(core.rows_of[c].size());
        for (const Index r : core.rows_of[c])
            out[r] = std::min(out[r], share);
    }
    for (double& share : out)
        if (share == std::numeric_limits<double>::max())
            share = 0;
    return out;
}

} // namespace

CoverBound::CoverBound(const CoverCore& core, std::vector<double> multipliers)
    : core_(core),
      multipliers_(multipliers.empty() ? shares_of_cheapest(core) : std::move(multipliers)),
      reduced_(core.columns()),
      slack_(core.rows()),
      usage_(core.columns(), 0) {
    double magnitude = 0;
    for (const std::int64_t cost : core.cost)
        magnitude += static_cast<double>(cost);
    const auto terms = static_cast<double>(core.rows_of.items.size() + core.rows());
    tolerance_ = 1e-7 + magnitude * terms * std::numeric_limits<double>::epsilon() / 16;
    sum_ = 0;
    for (const double u : multipliers_)
        sum_ += u;
    for (std::size_t c = 0; c < core.columns(); ++c) {
        reduced_[c] = static_cast<double>(core.cost[c]);
        for (const Index r : core.rows_of[c])
            reduced_[c] -= multipliers_[r];
    }
    keep(evaluate());
}

void CoverBound::keep(double bound) {
    best_ = bound;
    best_multipliers_ = multipliers_;
    best_reduced_ = reduced_;
}

// The bound of the current multipliers; leaves in slack_ how each row is covered by the columns that pay.
double CoverBound::evaluate() {
    std::fill(slack_.begin(), slack_.end(), 1.0);
    double bound = sum_;
    for (std::size_t c = 0; c < core_.columns(); ++c) {
        usage_[c] *= usage_memory;
        if (reduced_[c] >= 0)
            continue;
        usage_[c] += 1 - usage_memory;
        bound += reduced_[c];
        for (const Index r : core_.rows_of[c])
            slack_[r] -= 1;
    }
    return bound;
}

// Leaves out what the sign of a multiplier forbids; returns the squared length of what is left.
double CoverBound::step_direction() {
    double length = 0;
    for (std::size_t r = 0; r < core_.rows(); ++r) {
        if (slack_[r] < 0 && multipliers_[r] <= 0)
            slack_[r] = 0;
        length += slack_[r] * slack_[r];
    }
    return length;
}

void CoverBound::move(double step) {
    for (std::size_t r = 0; r < core_.rows(); ++r) {
        if (slack_[r] == 0)
            continue;
        const double to = std::max(0.0, multipliers_[r] + step * slack_[r]);
        const double change = to - multipliers_[r];
        if (change == 0)
            continue;
        multipliers_[r] = to;
        sum_ += change;
        for (const Index c : core_.columns_of[r])
            reduced_[c] -= change;
    }
}

void CoverBound::raise(std::int64_t upper, const SubgradientPace& pace, const std::stop_token& stop) {
    SubgradientClimb climb(pace);
    for (int i = 0; i < pace.steps && !stop.stop_requested() && bound() < upper; ++i) {
        const double now = evaluate();
        const bool goes_on = climb.goes_on(now, best_);
        if (now > best_)
            keep(now);
        if (!goes_on)
            break;
        const double length = step_direction();
        if (length == 0)
            break; // the columns taken are a cover, and the best one
        move(climb.pace() * std::max(static_cast<double>(upper) - now, 1e-3) / length);
    }
    certify();
}

// Steps add up small errors: the best bound is worked out again from its multipliers alone.
void CoverBound::certify() {
    best_ = 0;
    for (const double u : best_multipliers_)
        best_ += u;
    for (std::size_t c = 0; c < core_.columns(); ++c) {
        best_reduced_[c] = static_cast<double>(core_.cost[c]);
        for (const Index r : core_.rows_of[c])
            best_reduced_[c] -= best_multipliers_[r];
        best_ += std::min(0.0, best_reduced_[c]);
    }
}

std::int64_t CoverBound::bound() const { return static_cast<std::int64_t>(std::ceil(best_ - tolerance_)); }

std::vector<double> carried_over(const std::vector<Index>& names, const std::vector<double>& values,
                                 const std::vector<Index>& to, double otherwise) {
    std::vector<double> out(to.size(), otherwise);
    std::size_t from = 0;
    for (std::size_t i = 0; i < to.size(); ++i) {
        while (from < names.size() && names[from] < to[i])
            ++from;
        if (from < names.size() && names[from] == to[i])
            out[i] = values[from];
    }
    return out;
}

} // namespace riser::location
