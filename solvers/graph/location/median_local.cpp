// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/median_local.h"

#include <algorithm>

namespace riser::location {

MedianLocalSearch::MedianLocalSearch(const MedianTable& table, std::uint64_t seed)
    : table_(table),
      engine_(seed),
      is_open_(table.candidates(), 0),
      near_(table.clients()),
      loss_(table.open(), 0),
      gain_(table.candidates(), 0),
      extra_(std::size_t{table.candidates()} * table.open(), 0) {}

MedianLocalSearch::Near MedianLocalSearch::nearest_two(std::size_t client) const {
    Near near{.first = 0, .second = 0};
    std::int64_t first = no_service;
    std::int64_t second = no_service;
    for (Index place = 0; place < open_.size(); ++place) {
        const std::int64_t length = length_at(client, place);
        if (length < first) {
            second = first;
            near.second = near.first;
            first = length;
            near.first = place;
        } else if (length < second) {
            second = length;
            near.second = place;
        }
    }
    return near;
}

// With one open candidate there is no second: what closing it costs is then the same for every exchange.
std::int64_t MedianLocalSearch::second_length(std::size_t client) const {
    return open_.size() > 1 ? length_at(client, near_[client].second) : table_.impossible();
}

// Adds (sign 1) or takes back (sign -1) what the client says of exchanges.
template<int sign> void MedianLocalSearch::count(std::size_t client) {
    const Index place = near_[client].first;
    const std::int64_t first = length_at(client, place);
    const std::int64_t second = second_length(client);
    cost_ += sign * first;
    loss_[place] += sign * (second - first);
    for (const MedianTable::Service& service : table_.nearest(client)) {
        const auto length = static_cast<std::int64_t>(service.length);
        if (length >= second)
            break;
        gain_[service.candidate] += sign * std::max<std::int64_t>(0, first - length);
        extra_[std::size_t{service.candidate} * open_.size() + place] += sign * (second - std::max(length, first));
    }
}

void MedianLocalSearch::start_from(const std::vector<Index>& open) {
    open_ = open;
    std::fill(is_open_.begin(), is_open_.end(), std::uint8_t{0});
    for (const Index j : open_)
        is_open_[j] = 1;
    std::fill(loss_.begin(), loss_.end(), 0);
    std::fill(gain_.begin(), gain_.end(), 0);
    std::fill(extra_.begin(), extra_.end(), 0);
    cost_ = 0;
    for (std::size_t i = 0; i < table_.clients(); ++i) {
        near_[i] = nearest_two(i);
        count<1>(i);
    }
    note();
}

MedianLocalSearch::Exchange MedianLocalSearch::best_exchange() const {
    Exchange best;
    const std::size_t places = open_.size();
    for (Index in = 0; in < table_.candidates(); ++in) {
        if (is_open_[in])
            continue;
        const std::int64_t* extra = &extra_[in * places];
        std::int64_t most = extra[0] - loss_[0];
        for (std::size_t place = 1; place < places; ++place)
            most = std::max(most, extra[place] - loss_[place]);
        if (gain_[in] + most <= best.saving)
            continue;
        best = {.saving = gain_[in] + most, .in = in, .out = 0};
        while (extra[best.out] - loss_[best.out] != most)
            ++best.out;
    }
    return best;
}

void MedianLocalSearch::exchange(Index in, Index out) {
    std::vector<Index> touched;
    for (std::size_t i = 0; i < table_.clients(); ++i)
        if (near_[i].first == out || near_[i].second == out || table_.length(i, in) < second_length(i)) {
            count<-1>(i);
            touched.push_back(static_cast<Index>(i));
        }
    is_open_[open_[out]] = 0;
    is_open_[in] = 1;
    open_[out] = in;
    for (const Index i : touched) {
        near_[i] = nearest_two(i);
        count<1>(i);
    }
}

void MedianLocalSearch::note() {
    if (cost_ >= best_cost_)
        return;
    best_cost_ = cost_;
    best_ = open_;
    std::sort(best_.begin(), best_.end());
}

void MedianLocalSearch::descend(const std::stop_token& stop) {
    for (Exchange e = best_exchange(); e.saving > 0 && !stop.stop_requested(); e = best_exchange())
        exchange(e.in, e.out);
    note();
}

void MedianLocalSearch::explore(std::int64_t restarts, const std::stop_token& stop) {
    const Index closed = table_.candidates() - table_.open();
    if (closed == 0)
        return;
    for (std::int64_t i = 0; i < restarts && !stop.stop_requested(); ++i) {
        if (cost_ > best_cost_ + best_cost_ / 100)
            start_from(best_);
        const std::uint64_t most = std::max<std::uint64_t>(2, std::min<std::uint64_t>(table_.open() / 4, 20));
        for (std::uint64_t shakes = 1 + engine_() % most; shakes > 0; --shakes) {
            Index in = static_cast<Index>(engine_() % table_.candidates());
            while (is_open_[in])
                in = (in + 1) % table_.candidates();
            exchange(in, static_cast<Index>(engine_() % open_.size()));
        }
        descend(stop);
    }
}

std::vector<Index> greedy_median(const MedianTable& table) {
    std::vector<Index> open;
    std::vector<std::uint8_t> is_open(table.candidates(), 0);
    std::vector<std::int64_t> served(table.clients(), table.impossible());
    while (open.size() < table.open()) {
        std::vector<std::int64_t> saving(table.candidates(), 0);
        for (std::size_t i = 0; i < table.clients(); ++i)
            for (const MedianTable::Service& service : table.nearest(i)) {
                const auto length = static_cast<std::int64_t>(service.length);
                if (length >= served[i])
                    break;
                saving[service.candidate] += served[i] - length;
            }
        Index best = table.candidates();
        for (Index j = 0; j < table.candidates(); ++j)
            if (!is_open[j] && (best == table.candidates() || saving[j] > saving[best]))
                best = j;
        open.push_back(best);
        is_open[best] = 1;
        for (std::size_t i = 0; i < table.clients(); ++i)
            served[i] = std::min(served[i], table.length(i, best));
    }
    std::sort(open.begin(), open.end());
    return open;
}

} // namespace riser::location
