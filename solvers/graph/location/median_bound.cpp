// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/median_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace riser::location {

namespace {

constexpr double usage_memory = 0.9;

} // namespace

MedianCore::MedianCore(const MedianTable& table) : open(table.open()), decided(table.candidates(), Decided::no) {
    start.push_back(0);
    for (std::size_t i = 0; i < table.clients(); ++i) {
        const auto row = table.nearest(i);
        services.insert(services.end(), row.begin(), row.end());
        start.push_back(services.size());
    }
    shrink();
}

Index MedianCore::count(Decided what) const {
    return static_cast<Index>(std::count(decided.begin(), decided.end(), what));
}

// Of the nearest n - p + 1 candidates that are not closed, one is open: those farther off never serve the client.
void MedianCore::shrink() {
    const std::size_t most =
        candidates() - count(Decided::closed) - std::min(open, count(Decided::open) + count(Decided::no)) + 1;
    std::size_t kept = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i + 1 < start.size(); ++i) {
        const std::size_t end = start[i + 1];
        const std::size_t first = kept;
        for (; from < end && kept - first < most; ++from) {
            const Decided what = decided[services[from].candidate];
            if (what == Decided::closed)
                continue;
            services[kept++] = services[from];
            if (what == Decided::open)
                break;
        }
        from = end;
        start[i + 1] = kept;
    }
    services.resize(kept);
}

MedianBound::MedianBound(const MedianTable& table, const MedianCore& core, std::vector<double> multipliers)
    : table_(table),
      core_(core),
      multipliers_(std::move(multipliers)),
      worth_(core.candidates()),
      slack_(core.clients()),
      usage_(core.candidates(), 0),
      is_opened_(core.candidates(), 0) {
    double magnitude = 1;
    for (std::size_t i = 0; i < core.clients(); ++i)
        magnitude += multipliers_[i] + core.of(i).back().length;
    const auto terms = static_cast<double>(core.services.size() + core.clients());
    tolerance_ = 1e-7 + magnitude * terms * std::numeric_limits<double>::epsilon() / 16;
    keep(evaluate());
}

void MedianBound::keep(double bound) {
    best_ = bound;
    best_multipliers_ = multipliers_;
    best_worth_ = worth_;
    best_opened_ = opened_;
}

// The bound of the current multipliers, from them alone; leaves in slack_ how often each client is served.
double MedianBound::evaluate() {
    std::fill(worth_.begin(), worth_.end(), 0.0);
    double bound = 0;
    std::size_t paying = 0;
    for (std::size_t i = 0; i < core_.clients(); ++i) {
        const double u = multipliers_[i];
        bound += u;
        for (const MedianTable::Service& service : core_.of(i)) {
            if (service.length >= u)
                break;
            worth_[service.candidate] += service.length - u;
            ++paying;
        }
    }
    bound += open_best();
    count_services(paying);
    return bound;
}

// Opens those that are worth most; what they are worth together.
double MedianBound::open_best() {
    opened_.clear();
    std::vector<Index> others;
    for (Index j = 0; j < core_.candidates(); ++j)
        if (core_.decided[j] == Decided::open)
            opened_.push_back(j);
        else if (core_.decided[j] == Decided::no)
            others.push_back(j);
    const std::size_t more = core_.open - opened_.size();
    std::nth_element(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(more), others.end(),
                     [&](Index a, Index b) { return worth_[a] != worth_[b] ? worth_[a] < worth_[b] : a < b; });
    opened_.insert(opened_.end(), others.begin(), others.begin() + static_cast<std::ptrdiff_t>(more));
    std::fill(is_opened_.begin(), is_opened_.end(), std::uint8_t{0});
    for (double& usage : usage_)
        usage *= usage_memory;
    double worth = 0;
    for (const Index j : opened_) {
        is_opened_[j] = 1;
        usage_[j] += 1 - usage_memory;
        worth += worth_[j];
    }
    return worth;
}

// How often each client is served, by looking at the open candidates or at the services that pay, whichever are fewer.
void MedianBound::count_services(std::size_t paying) {
    const bool by_open = opened_.size() * core_.clients() < paying;
    for (std::size_t i = 0; i < core_.clients(); ++i) {
        const double u = multipliers_[i];
        int times = 0;
        if (by_open) {
            for (const Index j : opened_)
                times += static_cast<double>(table_.length(i, j)) < u;
        } else {
            for (const MedianTable::Service& service : core_.of(i)) {
                if (service.length >= u)
                    break;
                times += is_opened_[service.candidate];
            }
        }
        slack_[i] = 1 - times;
    }
}

void MedianBound::raise(std::int64_t upper, const SubgradientPace& pace, const std::stop_token& stop) {
    SubgradientClimb climb(pace);
    double now = best_;
    for (int i = 0; i < pace.steps && !stop.stop_requested() && bound() < upper; ++i) {
        double length = 0;
        for (const double slack : slack_)
            length += slack * slack;
        if (length == 0)
            break; // the assignment is one: the best
        const double step = climb.pace() * std::max(static_cast<double>(upper) - now, 1e-3) / length;
        for (std::size_t c = 0; c < core_.clients(); ++c)
            multipliers_[c] = std::max(0.0, multipliers_[c] + step * slack_[c]);
        now = evaluate();
        const bool goes_on = climb.goes_on(now, best_);
        if (now > best_)
            keep(now);
        if (!goes_on)
            break;
    }
    std::sort(best_opened_.begin(), best_opened_.end());
}

std::int64_t MedianBound::bound() const { return static_cast<std::int64_t>(std::ceil(best_ - tolerance_)); }

} // namespace riser::location
