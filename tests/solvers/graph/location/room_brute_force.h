// SPDX-License-Identifier: GPL-3.0-or-later
// Small random telecom room problems, what trying every assignment says of them, and checks of answers and proofs that
// share no code with the solver.
#pragma once

#include "solvers/graph/location/room_location.h"

#include <random>

namespace riser::test {

struct RoomsTried {
    bool possible = false;
    std::size_t rooms = 0;
    std::int64_t cost = 0; // of the best with so few rooms
};

RoomProblem random_rooms(std::uint32_t seed);
RoomsTried try_all(const RoomProblem& problem);
// Why the answer breaks a limit or miscounts; empty when it does not. Clients it names as unserved may be so.
std::string fault_of(const RoomProblem& problem, const RoomAnswer& answer);
// Why its proof that fewer rooms will not do proves nothing; empty when it holds. Searches are not checked here.
std::string fault_of_proof(const RoomProblem& problem, const RoomAnswer& answer);

} // namespace riser::test
