// SPDX-License-Identifier: GPL-3.0-or-later
// Which candidate could serve which client, and how long the way is: what p-median and p-centre are asked of.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace riser {

enum class ClientIndex : std::uint32_t {};
enum class CandidateIndex : std::uint32_t {};
constexpr std::size_t at(ClientIndex client) { return static_cast<std::size_t>(client); }
constexpr std::size_t at(CandidateIndex candidate) { return static_cast<std::size_t>(candidate); }

// Where a candidate cannot serve a client.
constexpr std::int64_t no_service = std::numeric_limits<std::int64_t>::max();

struct ServiceTable {
    std::uint32_t clients = 0;
    std::uint32_t candidates = 0;
    // clients x candidates, client by client: not negative, of any unit (a client's weight multiplied in), or
    // no_service.
    std::vector<std::int64_t> length;

    std::int64_t operator()(ClientIndex client, CandidateIndex candidate) const {
        return length[at(client) * candidates + at(candidate)];
    }
};

} // namespace riser
