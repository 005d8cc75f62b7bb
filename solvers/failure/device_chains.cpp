// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/device_chains.h"

#include "solvers/graph/resilience/dominators.h"

#include <map>

namespace riser {

std::vector<DeviceChain> device_chains(const Facts& facts) {
    const DeviceNet& net = facts.get<DeviceNet>();
    std::map<NetNode, std::uint32_t> points;
    for (const FailingJack& jack : facts.get<FailureModel>().jacks)
        if (const Port* port = facts.design().find(jack.port))
            if (const auto node = net.node_of(port->equipment))
                ++points[*node];
    std::map<std::vector<NetNode>, Dominators> by_core;
    std::vector<DeviceChain> out;
    for (const WaysApart& row : facts.get<Redundancy>().rows) {
        if (row.of != WaysOf::access || !points.contains(row.from.front()))
            continue;
        const NetNode from = row.from.front();
        const Dominators& dominators =
            by_core.try_emplace(row.to, net.network.net, row.to, net.network.leaf).first->second;
        DeviceChain chain{.device = EquipmentId{row.subject.value},
                          .plane = row.plane,
                          .space = row.space,
                          .points = points.at(from),
                          .joined = dominators.reached(from),
                          .devices = {row.subject}};
        if (chain.joined)
            for (const NetNode node : dominators.before(from))
                chain.devices.push_back(net.nodes[at(node)]);
        out.push_back(std::move(chain));
    }
    return out;
}

} // namespace riser
