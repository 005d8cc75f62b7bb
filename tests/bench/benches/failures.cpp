// SPDX-License-Identifier: GPL-3.0-or-later
// What goes dark when each element fails, of all elements, beside taking each out and searching again with igraph (of
// some, evenly chosen: the time of one is multiplied); and all failing pairs of the backbone.
#include "solvers/failure/failure_pairs.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/igraph_pieces.h"
#include "tests/bench/memory.h"
#include "tests/bench/stopwatch.h"

#include <algorithm>
#include <cstdio>

namespace riser::bench {

namespace {

constexpr std::size_t sampled = 200; // elements that the peer takes out

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
    std::vector<double> samples;
    for (int i = 0; i < bench.repeat(); ++i) {
        fresh = Facts(facts.design());
        keep(fresh.get<ReachNetwork>());
        samples.push_back(seconds_of([&] { all = &fresh.get<SingleFailures>(); }));
    }
    FailureStates states(model, network);
    std::size_t taken = 0;
    bool same = true;
    const double peer = seconds_of([&] {
        for (std::size_t k = 0; k < sampled; ++k, ++taken) {
            const auto element = static_cast<ElementIndex>(k * model.elements.size() / sampled);
            const std::size_t hit = points_hit(network, states.of(std::span(&element, 1)));
            const FailureEffect* effect = all->effect(element);
            same &= hit == (effect ? effect->dark + effect->impaired : 0);
        }
    });
    bench.require(same, "taking elements out and searching again says the same");
    const double each = peer / static_cast<double>(taken) * static_cast<double>(model.elements.size());
    bench.line({.what = "failures: all single ones (" + std::to_string(model.elements.size()) + " elements)",
                .measured = measure_of(samples),
                .against = "each taken out, searched again by igraph",
                .peer = {.least = each, .median = each},
                .at_most = bench.grown(1),
                .ratio_at_most = 0.01});
}

void pairs(Bench& bench, const FailureModel& model, const ReachNetwork& network) {
    FailurePairs two, one;
    const Measure on_two = timed(1, [&] { two = failure_pairs(model, network, {}, 2); });
    const Measure on_one = timed(1, [&] { one = failure_pairs(model, network, {}, 1); });
    bench.require(two.pairs == one.pairs, "threads change nothing");
    bench.line({.what = "failures: pairs of the backbone (" + std::to_string(two.classes.size()) + " classes, " +
                        std::to_string(two.element_pairs()) + " failing pairs of elements)",
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
