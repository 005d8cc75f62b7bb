// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/median_table.h"

#include <algorithm>

namespace riser::location {

MedianTable::MedianTable(const ServiceTable& service, Index open)
    : clients_(service.clients),
      candidates_(service.candidates),
      open_(open),
      impossible_(1),
      lengths_(service.length),
      sorted_(service.length.size()) {
    for (std::size_t i = 0; i < clients_; ++i) {
        std::int64_t longest = 0;
        for (std::size_t j = 0; j < candidates_; ++j)
            if (const std::int64_t length = lengths_[i * candidates_ + j]; length != no_service)
                longest = std::max(longest, length);
        impossible_ += longest;
    }
    for (std::int64_t& length : lengths_)
        length = length == no_service ? impossible_ : length;
    for (std::size_t i = 0; i < clients_; ++i) {
        Service* const row = &sorted_[i * candidates_];
        for (Index j = 0; j < candidates_; ++j)
            row[j] = {.length = static_cast<double>(length(i, j)), .candidate = j};
        std::stable_sort(row, row + candidates_,
                         [](const Service& a, const Service& b) { return a.length < b.length; });
    }
}

std::int64_t MedianTable::cost(const std::vector<Index>& open) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < clients_; ++i) {
        std::int64_t least = no_service;
        for (const Index j : open)
            least = std::min(least, length(i, j));
        sum += least;
    }
    return sum;
}

} // namespace riser::location
