// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/device_failures.h"

#include "solvers/failure/element_needs.h"
#include "solvers/forwarding/asked_rows.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace riser {

DeviceFailures DeviceFailures::compute(FactInput& input) {
    return {failure_model(input, input.get<AskedRows>().rows, JackNeeds::device, std::array{Seconds()})};
}

DeviceReach DeviceReach::compute(FactInput& input) {
    return {reach_network(input, input.get<DeviceFailures>().model, input.get<AskedRows>().rows)};
}

PointsOfGroups PointsOfGroups::compute(FactInput& input) {
    const FailureModel& model = input.get<DeviceFailures>().model;
    const ReachNetwork& network = input.get<DeviceReach>().network;
    const NetworkRows& rows = input.get<NetworkRows>();
    std::unordered_map<JackId, std::vector<std::uint32_t>> groups; // of the jacks that are asked; mostly one
    for (std::uint32_t g = 0; g < network.groups.size(); ++g)
        for (const std::uint32_t jack : network.groups[g].jacks)
            groups[model.jacks[jack].id].push_back(g);
    const std::span<const CabledJack> jacks = rows.cabled.jacks();
    const std::vector<std::uint32_t> asked = asked_instead(rows);
    std::vector<std::pair<std::uint32_t, JackId>> all;
    for (std::size_t i = 0; i < jacks.size(); ++i)
        if (const auto at = groups.find(jacks[asked[i]].jack); at != groups.end())
            for (const std::uint32_t group : at->second)
                all.emplace_back(group, jacks[i].jack);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    PointsOfGroups out{std::vector<std::uint32_t>(network.groups.size(), 0)};
    for (const auto& [group, jack] : all)
        ++out.points[group];
    return out;
}

} // namespace riser
