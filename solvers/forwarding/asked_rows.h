// SPDX-License-Identifier: GPL-3.0-or-later
// As much of the network's rows as decides whether intents hold: most edits leave it as it was, and nothing is derived
// again. Of jacks patched to access ports that say the same of one device one stands for all, since an intent asks what
// a VLAN's places send and hear, not which jack does; those of access points are all there. Devices of which nothing
// stands in the network (no port, gateway, filter, stack, hosted service) are left out,
// and what the others are called and where they stand.
#pragma once

#include "solvers/forwarding/network.h"

namespace riser {

NetworkRows without_what_no_intent_asks(NetworkRows rows); // O(jacks log ports)

// Of each cabled jack, by its place in the rows, the place of the one that stands for it there: most often another.
std::vector<std::uint32_t> asked_instead(const NetworkRows& rows);

struct AskedRows {
    NetworkRows rows;
    bool operator==(const AskedRows&) const = default;
    static AskedRows compute(FactInput& input);
};

// The network of those rows; what filters say is no part of it.
struct AskedNetwork {
    std::shared_ptr<const Network> net;
    bool operator==(const AskedNetwork&) const = default; // one and the same
    static AskedNetwork compute(FactInput& input);
};

} // namespace riser
