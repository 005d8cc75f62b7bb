// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a request and its answer come through. Used by reached.cpp and outlived.cpp.
#pragma once

#include "designer/verify/services.h"
#include "designer/verify/walk.h"

namespace riser::verify {

// Source and destination exchanged; to a dynamic port (RFC 6335, 6).
Cube answer_to(const Cube& packet);
// Every bit that counts is given.
bool is_a_packet(const Cube& cube);
// The first hop that the packet does not take, with where it stands in the certificate; nothing: it takes all of them,
// `last` being where it leaves at last, or the sender when there is none.
struct StrayHop {
    AnyId row;
    Place place;
};
std::optional<StrayHop> off_the_way(const std::vector<ListedHop>& hops, const PacketWalk& forth, WalkEnd& last);
// From one of the homes to one of the places from which the walk began.
bool is_answered(Walker& walker, const std::vector<std::pair<NetPlaceKey, VlanId>>& homes,
                 const std::set<NetPlaceKey>& askers, const PacketWalk& forth);
// The packet comes to the service by any way, and is answered; of a way out it is handed over to one of its providers.
bool comes_through(Walker& walker, const Services& services, const Service& service, VlanId from, const Cube& packet);

} // namespace riser::verify
