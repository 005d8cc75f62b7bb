// SPDX-License-Identifier: GPL-3.0-or-later
// What goes dark when each element fails, of all elements, beside taking elements out and searching again with igraph
// (evenly chosen ones; both are told as the time of one element, none is multiplied); and all failing pairs of the
// backbone. Ratios are of processor time, so that neither our threads nor other users of the machine flatter us.
#include "solvers/failure/failure_pairs.h"
#include "solvers/failure/failure_rows.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/igraph_pieces.h"
#include "tests/bench/memory.h"
#include "tests/bench/stopwatch.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace riser::bench {

namespace {

constexpr std::size_t sampled = 2000; // elements that the peer takes out

// What each group reaches, by components: tables to a fixpoint, then every group.
std::vector<TargetSet> reached(const ReachNetwork& net, const std::vector<std::uint32_t>& piece,
                               const std::vector<NeedIndex>& fallen) {
    const auto stands = [&](const std::optional<NeedIndex>& need) {
        return !need || !std::binary_search(fallen.begin(), fallen.end(), *need);
    };
    const TargetSet none(net.targets.size());
    std::vector<TargetSet> tables = net.own, out;
    std::vector<TargetSet> at_piece(net.frames.nodes, none), for_points(net.frames.nodes, none); // ends there
    for (const ReachNetwork::End& end : net.ends)
        if (stands(end.need)) {
            if (end.points_only)
                for_points[piece[at(end.place)]].add(end.target);
            else if (!end.from)
                at_piece[piece[at(end.place)]].add(end.target);
            else if (piece[at(end.here)] == piece[at(end.place)])
                tables[*end.from].add(end.target);
        }
    for (const ReachNetwork::Gateway& gateway : net.gateways)
        tables[gateway.table].add(at_piece[piece[at(gateway.place)]]);
    for (bool again = true; again;) {
        again = false;
        for (const ReachNetwork::Hop& hop : net.hops)
            if (piece[at(hop.here)] == piece[at(hop.there)])
                again |= tables[hop.from].add(tables[hop.to], hop.targets);
    }
    for (const ReachNetwork::Gateway& gateway : net.gateways)
        at_piece[piece[at(gateway.place)]].add(tables[gateway.table]);
    for (const ReachNetwork::Group& group : net.groups)
        out.push_back(at_piece[piece[at(group.place)]]), out.back().add(for_points[piece[at(group.place)]]);
    return out;
}

// Points that lose anything.
std::size_t points_hit(const ReachNetwork& net, const FailureState& state) {
    const std::vector<TargetSet> now = reached(net, igraph_pieces(net.frames, state.gone), state.ends);
    std::size_t out = state.jacks.size();
    for (std::uint32_t g = 0; g < net.groups.size(); ++g) {
        const auto& jacks = net.groups[g].jacks;
        const bool all = std::binary_search(state.groups.begin(), state.groups.end(), g);
        if (all || !(net.groups[g].asked - now[g]).empty()) {
            const auto alone = std::count_if(jacks.begin(), jacks.end(), [&](std::uint32_t jack) {
                return std::binary_search(state.jacks.begin(), state.jacks.end(), jack);
            });
            out += jacks.size() - static_cast<std::size_t>(alone);
        }
    }
    return out;
}

void singles(Bench& bench, const Facts& facts, const FailureModel& model, const ReachNetwork& network) {
    const SingleFailures* all = nullptr;
    Facts fresh = facts;
    Stopwatch ours, peer;
    for (int i = 0; i < bench.repeat(); ++i) {
        fresh = Facts(facts.design());
        keep(fresh.get<ReachNetwork>());
        keep(fresh.get<SeatsOfJacks>()); // of whom the peer says nothing
        keep(fresh.get<RoomSeats>());
        ours.time([&] { all = &fresh.get<SingleFailures>(); });
    }
    const std::size_t elements = model.elements.size(), taken = std::min(sampled, elements);
    FailureStates states(model, network);
    bool same = true;
    peer.time([&] {
        for (std::size_t k = 0; k < taken; ++k) {
            const auto element = static_cast<ElementIndex>(k * elements / taken);
            const std::size_t hit = points_hit(network, states.of(std::span(&element, 1)));
            const FailureEffect* effect = all->effect(element);
            same &= hit == (effect ? effect->dark + effect->impaired : 0);
        }
    });
    bench.require(same, "taking elements out and searching again says the same");
    bench.line({.what = "failures: all " + std::to_string(elements) + " single ones",
                .measured = ours.measure(),
                .against = {},
                .at_most = bench.grown(1)});
    bench.line({.what = "failures: of these, each",
                .measured = each_of(ours.measure(), elements),
                .against = "one of " + std::to_string(taken) + " taken out, igraph searches again",
                .peer = each_of(peer.measure(), taken),
                .ratio_at_most = 0.01,
                .ratio_of = RatioOf::processor});
}

void pairs(Bench& bench, const FailureModel& model, const ReachNetwork& network) {
    FailurePairs two, one;
    const Measure on_two = timed(1, [&] { two = failure_pairs(model, network, {}, 2); });
    const Measure on_one = timed(1, [&] { one = failure_pairs(model, network, {}, 1); });
    bench.require(two.pairs == one.pairs, "threads change nothing");
    std::printf("pairs: %zu classes, %zu pairs of these may meet, %zu fail: %llu pairs of elements\n",
                two.classes.size(), two.looked_at, two.pairs.size(),
                static_cast<unsigned long long>(two.element_pairs()));
    bench.line({.what = "failures: pairs of the backbone",
                .measured = on_two,
                .against = "the same on one thread",
                .peer = on_one,
                .at_most = bench.grown(20)});
}

} // namespace

void failures(Bench& bench) {
    const Facts facts(bench.design());
    keep(facts.get<NetworkRows>());
    const Measure model_time = timed(1, [&] { keep(facts.get<FailureModel>()); });
    const Measure reach_time = timed(1, [&] { keep(facts.get<ReachNetwork>()); });
    bench.line({.what = "failures: what each thing needs to stand", .measured = model_time, .against = {}});
    bench.line({.what = "failures: over what points reach services", .measured = reach_time, .against = {}});
    const FailureModel& model = facts.get<FailureModel>();
    const ReachNetwork& network = facts.get<ReachNetwork>();
    bench.require(!network.groups.empty(), "points reach something");
    singles(bench, facts, model, network);
    pairs(bench, model, network);
}

} // namespace riser::bench
