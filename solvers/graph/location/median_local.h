// SPDX-License-Identifier: GPL-3.0-or-later
// Good choices of p candidates without proof: exchanging one open for one closed candidate as long as that helps, with
// what each exchange would change kept up to date (Resende, Werneck 2007), and again from shaken answers.
#pragma once

#include "solvers/graph/location/median_table.h"

#include <random>

namespace riser::location {

class MedianLocalSearch {
  public:
    MedianLocalSearch(const MedianTable& table, std::uint64_t seed);

    // Makes `open` (p different candidates) the current answer.
    void start_from(const std::vector<Index>& open);
    // Exchanges as long as that helps.
    void descend(const std::stop_token& stop);
    // Shakes the best answer and descends, `restarts` times.
    void explore(std::int64_t restarts, const std::stop_token& stop);

    const std::vector<Index>& best() const { return best_; }
    std::int64_t best_cost() const { return best_cost_; }

  private:
    struct Exchange {
        std::int64_t saving = 0;
        Index in = 0;
        Index out = 0; // place in open_
    };
    struct Near { // places in open_ of the nearest and the second nearest open candidate
        Index first = 0;
        Index second = 0;
    };
    Near nearest_two(std::size_t client) const;
    std::int64_t length_at(std::size_t client, Index place) const { return table_.length(client, open_[place]); }
    std::int64_t second_length(std::size_t client) const;
    template<int sign> void count(std::size_t client);
    Exchange best_exchange() const;
    void exchange(Index in, Index out);
    void note();

    const MedianTable& table_;
    std::mt19937_64 engine_;
    std::vector<Index> open_;
    std::vector<std::uint8_t> is_open_;
    std::vector<Near> near_;
    std::int64_t cost_ = 0;
    std::vector<std::int64_t> loss_;  // by place: what closing it costs
    std::vector<std::int64_t> gain_;  // by candidate: what opening it saves
    std::vector<std::int64_t> extra_; // candidate x place: what the exchange saves beyond gain - loss
    std::vector<Index> best_;
    std::int64_t best_cost_ = no_service;
};

// p candidates, each the one that then saves most.
std::vector<Index> greedy_median(const MedianTable& table);

} // namespace riser::location
