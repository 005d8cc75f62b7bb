// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/answering.h"

#include <algorithm>
#include <map>

namespace riser {

NetIndex answering(const Network& net, std::span<const NetIndex> members) {
    return *std::max_element(members.begin(), members.end(), [&](NetIndex x, NetIndex y) {
        const NetGateway &a = net.gateways[x], &b = net.gateways[y];
        return std::tuple(a.priority, a.address, b.id) < std::tuple(b.priority, b.address, a.id);
    });
}

std::vector<NetIndex> answering_hosts(const Network& net, const std::vector<NetIndex>& gateways) {
    std::map<IpAddress, std::vector<NetIndex>> shared;
    for (const NetIndex g : gateways)
        if (net.gateways[g].shared)
            shared[*net.gateways[g].shared].push_back(g);
    if (shared.empty())
        return gateways;
    std::vector<NetIndex> out;
    for (const auto& [address, members] : shared)
        out.push_back(answering(net, members));
    return out;
}

} // namespace riser
