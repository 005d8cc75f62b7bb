// SPDX-License-Identifier: GPL-3.0-or-later
// What no choice of p candidates can cost less than: the Lagrangian bound of p-median, in which a client may be served
// by several candidates or none and pays a multiplier for what it gets. (Beasley 1985; Christofides, Beasley 1982.)
#pragma once

#include "solvers/graph/location/median_table.h"
#include "solvers/graph/location/subgradient.h"

#include <stop_token>

namespace riser::location {

enum class Decided : std::uint8_t { no, open, closed };

// What is left of the problem when some candidates are decided: of each client, the candidates that may come to serve
// it, nearest first, up to the first that is surely open.
struct MedianCore {
    Index open = 0; // p
    std::vector<Decided> decided;
    std::vector<std::size_t> start;
    std::vector<MedianTable::Service> services;

    explicit MedianCore(const MedianTable& table);
    std::size_t clients() const { return start.size() - 1; }
    std::size_t candidates() const { return decided.size(); }
    std::span<const MedianTable::Service> of(std::size_t client) const {
        return {services.data() + start[client], start[client + 1] - start[client]};
    }
    Index count(Decided what) const;
    // Decides; call shrink() before asking anything else.
    void decide(Index candidate, Decided what) { decided[candidate] = what; }
    void shrink();
};

class MedianBound {
  public:
    MedianBound(const MedianTable& table, const MedianCore& core, std::vector<double> multipliers);

    // Steps towards a bound of `upper`; ends early when that is reached or nothing moves any more.
    void raise(std::int64_t upper, const SubgradientPace& pace, const std::stop_token& stop);

    std::int64_t bound() const;
    double value() const { return best_; }
    double tolerance() const { return tolerance_; }
    const std::vector<double>& multipliers() const { return best_multipliers_; }
    const std::vector<double>& usage() const { return usage_; }
    // Of the best multipliers: what opening the candidate adds (not positive), the decided ones included.
    const std::vector<double>& worth() const { return best_worth_; }
    // The candidates that the best bound opens, ascending; p of them.
    const std::vector<Index>& opened() const { return best_opened_; }

  private:
    double evaluate();
    void keep(double bound); // as the best, with what it is of
    double open_best();
    void count_services(std::size_t paying);

    const MedianTable& table_;
    const MedianCore& core_;
    std::vector<double> multipliers_;
    std::vector<double> worth_;
    std::vector<double> slack_; // 1 - times served
    std::vector<double> usage_;
    std::vector<Index> opened_;
    std::vector<std::uint8_t> is_opened_;
    std::vector<double> best_multipliers_;
    std::vector<double> best_worth_;
    std::vector<Index> best_opened_;
    double best_ = 0;
    double tolerance_ = 0;
};

} // namespace riser::location
