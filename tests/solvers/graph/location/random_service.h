// SPDX-License-Identifier: GPL-3.0-or-later
// Small random tables of lengths, with ties and pairs that cannot be, and all choices of p candidates.
#pragma once

#include "solvers/graph/location/service.h"

#include <random>

namespace riser::test {

inline ServiceTable random_service(std::uint32_t seed, std::uint32_t clients, std::uint32_t candidates,
                                   unsigned no_one_in) {
    std::mt19937 engine(seed);
    ServiceTable table{.clients = clients, .candidates = candidates, .length = {}};
    for (std::uint32_t i = 0; i < clients * candidates; ++i)
        table.length.push_back(no_one_in > 0 && engine() % no_one_in == 0 ? no_service
                                                                          : static_cast<std::int64_t>(engine() % 30));
    return table;
}

// Calls back with each choice of `open` candidates.
template<class Call> void each_choice(std::uint32_t candidates, std::uint32_t open, Call call) {
    for (std::uint32_t bits = 0; bits < 1u << candidates; ++bits) {
        std::vector<CandidateIndex> chosen;
        for (std::uint32_t j = 0; j < candidates; ++j)
            if (bits >> j & 1)
                chosen.push_back(static_cast<CandidateIndex>(j));
        if (chosen.size() == open)
            call(chosen);
    }
}

// To the nearest of the open candidates, or no_service.
inline std::int64_t way(const ServiceTable& table, std::uint32_t client, const std::vector<CandidateIndex>& open) {
    std::int64_t least = no_service;
    for (const CandidateIndex j : open)
        least = std::min(least, table(static_cast<ClientIndex>(client), j));
    return least;
}

} // namespace riser::test
