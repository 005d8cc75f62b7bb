// SPDX-License-Identifier: GPL-3.0-or-later
// The telecom room problem as its solvers see it: only candidates and clients that can be, services with their costs,
// and clients by kind, of which some kinds share no room.
#pragma once

#include "solvers/graph/location/cover_core.h"
#include "solvers/graph/location/room_location.h"

namespace riser::location {

struct RoomCore {
    struct Service {
        Index room = 0;
        std::int64_t cost = 0; // points x length
    };
    struct Client {
        Index client = 0;
        std::int64_t cost = 0;
    };
    std::vector<std::int64_t> capacity;
    std::vector<Index> stack; // dense; of each room
    std::vector<std::uint8_t> forced;
    Index stacks = 0;
    std::int64_t stack_cost = 0;
    std::vector<std::int64_t> points;
    std::vector<Index> kind;                         // of each client
    std::vector<std::vector<Service>> services;      // of each client, cheapest first
    std::vector<std::vector<Client>> clients_of;     // of each room
    std::vector<std::vector<std::uint8_t>> apart;    // kind x kind
    std::vector<std::vector<std::uint8_t>> together; // the largest sets of kinds that may share a room, as masks
    std::vector<Index> room_name;
    std::vector<Index> client_name;

    std::size_t rooms() const { return capacity.size(); }
    std::size_t clients() const { return points.size(); }
    std::size_t kinds() const { return apart.size(); }
    std::size_t service_count() const;
};

// Leaves out clients nobody can serve, and says why.
RoomCore room_core(const RoomProblem& problem, std::vector<UnservedClient>& unserved);

// bad_input as locate_rooms.
Result<void> check(const RoomProblem& problem);

} // namespace riser::location
