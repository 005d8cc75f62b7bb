// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/reach_network.h"

#include "solvers/failure/reach_targets.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace riser {

bool ReachNetwork::operator==(const ReachNetwork& other) const {
    const auto same = [](const LinkEnds& x, const LinkEnds& y) { return x.a == y.a && x.b == y.b; };
    return frames.nodes == other.frames.nodes &&
           std::equal(frames.links.begin(), frames.links.end(), other.frames.links.begin(), other.frames.links.end(),
                      same) &&
           carried == other.carried && tables == other.tables && gateways == other.gateways && own == other.own &&
           hops == other.hops && ends == other.ends && targets == other.targets && groups == other.groups;
}

namespace {

NetNode node(NetIndex place) { return static_cast<NetNode>(place); }

// Pairs of places whose frames go both ways, by the links that carry them.
void add_frames_of(const FailureModel& model, const FrameWays& ways, ReachNetwork& out) {
    std::map<std::pair<NetIndex, NetIndex>, std::vector<std::uint32_t>> there;
    for (const FrameWays::Crossing& crossing : ways.crossings)
        if (const FailingLink* link = model.link(crossing.from, crossing.to); link && crossing.here != crossing.there)
            there[{crossing.here, crossing.there}].push_back(static_cast<std::uint32_t>(link - model.links.data()));
    out.carries.resize(model.links.size());
    for (const auto& [pair, links] : there) {
        const auto back = pair.first < pair.second ? there.find({pair.second, pair.first}) : there.end();
        if (back == there.end())
            continue;
        const auto index = static_cast<NetLink>(out.frames.links.size());
        out.frames.links.push_back({node(pair.first), node(pair.second)});
        out.carried.push_back({links, back->second});
        for (const auto* list : {&links, &std::as_const(back->second)})
            for (const std::uint32_t link : *list)
                if (out.carries[link].empty() || out.carries[link].back() != index)
                    out.carries[link].push_back(index);
    }
}

void add_segments_of(ReachNetwork& out) {
    Pieces whole(out.frames.nodes);
    for (const LinkEnds& link : out.frames.links)
        whole.join(link.a, link.b);
    std::map<NetNode, std::uint32_t> known;
    for (std::uint32_t place = 0; place < out.frames.nodes; ++place)
        out.segment.push_back(
            known.try_emplace(whole.piece_of(node(place)), static_cast<std::uint32_t>(known.size())).first->second);
    out.segments = static_cast<std::uint32_t>(known.size());
}

void add_gateways_of(const Network& net, ReachNetwork& out) {
    out.tables = static_cast<std::uint32_t>(net.tables.size());
    for (const NetGateway& gateway : net.gateways)
        if (gateway.table != no_index)
            for (const NetIndex place : gateway.places)
                out.gateways.push_back({node(place), gateway.table});
    std::stable_sort(out.gateways.begin(), out.gateways.end(),
                     [&](const auto& x, const auto& y) { return out.segment[at(x.place)] < out.segment[at(y.place)]; });
}

void add_groups(const FailureModel& model, const NetworkRows& rows, const Network& net, const FrameWays& ways,
                ReachNetwork& out) {
    std::map<std::tuple<NetIndex, VlanId, EquipmentId>, std::vector<std::uint32_t>> groups;
    for (const FrameWays::Plug& plug : ways.plugs) {
        if (plug.station.kind != Kind::jacks)
            continue;
        const FailingJack* jack = model.jack(JackId{plug.station.value});
        const NetIndex station = net.station(plug.station);
        if (!jack || station == no_index)
            continue;
        for (const NetStation::Contact& contact : net.stations[station].sends)
            if (contact.place == plug.place && !contact.tagged)
                groups[{plug.place, contact.vlan.value_or(VlanId{}), rows.design.find(plug.port)->equipment}].push_back(
                    static_cast<std::uint32_t>(jack - model.jacks.data()));
    }
    for (auto& [key, jacks] : groups) {
        std::sort(jacks.begin(), jacks.end());
        jacks.erase(std::unique(jacks.begin(), jacks.end()), jacks.end());
        out.groups.push_back({.place = node(std::get<0>(key)),
                              .vlan = std::get<1>(key),
                              .device = std::get<2>(key),
                              .jacks = std::move(jacks),
                              .asked = {}});
    }
}

// What each group reaches when nothing fails, of what it is meant to.
void ask(const MeantTargets& meant, ReachNetwork& out) {
    Pieces whole(out.frames.nodes);
    for (const LinkEnds& link : out.frames.links)
        whole.join(link.a, link.b);
    const auto all = [](NeedIndex) { return true; };
    ReachState state(out);
    state.settle(whole, all);
    for (ReachNetwork::Group& group : out.groups)
        group.asked = state.from(group.place, whole, all) & meant.of(group.vlan);
    std::erase_if(out.groups, [](const ReachNetwork::Group& group) { return group.asked.empty(); });
}

} // namespace

ReachNetwork reach_network(FactInput& input, const FailureModel& model, const NetworkRows& rows) {
    FrameWays ways;
    const Network net = derive_network(rows, {}, &ways);
    ReachNetwork out;
    out.frames.nodes = static_cast<std::uint32_t>(net.places.size());
    add_frames_of(model, ways, out);
    add_segments_of(out);
    add_gateways_of(net, out);
    TargetEnds targets(input, model, rows, net, ways, out);
    targets.add();
    add_groups(model, rows, net, ways, out);
    ask(targets.meant(), out);
    return out;
}

ReachNetwork ReachNetwork::compute(FactInput& input) {
    return reach_network(input, input.get<FailureModel>(), input.get<NetworkRows>());
}

} // namespace riser
