// SPDX-License-Identifier: GPL-3.0-or-later
// The plainest proof that telecom rooms are needed: parts of the clients, no two clients of different ones of which may
// share a room, each of which needs so many rooms for its points alone.
#pragma once

#include "solvers/graph/location/room_core.h"

namespace riser::location {

struct ClientPart {
    std::vector<Index> clients;
    std::uint32_t rooms = 0;
};

// Parts that need many rooms in all; found greedily from several beginnings, so others may need more.
std::vector<ClientPart> parts_apart(const RoomCore& core);
std::uint32_t rooms_of(const std::vector<ClientPart>& parts);

} // namespace riser::location
