// SPDX-License-Identifier: GPL-3.0-or-later
// A building planned from its rooms: each step's seconds, then planning again what is planned already, each against
// igraph's shortest paths to every outlet over the pathways that came of it. igraph's graphs stand before its clock
// runs.
#include "solvers/planning/steps.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/peer_routing.h"
#include "tests/bench/stopwatch.h"

namespace riser::bench {

namespace {

constexpr double reroute_budget = 3;

// The building and the brief alone: what planners make is left to them.
Design unplanned(Design design) {
    design.outlets = {};
    design.jacks = {};
    design.spaces = {};
    design.pathway_nodes = {};
    design.pathway_runs = {};
    design.cables = {};
    design.terminations = {};
    design.panels = {};
    design.racks = {};
    design.rack_items = {};
    design.equipment = {};
    design.ports = {};
    design.power_supplies = {};
    design.lags = {};
    design.stacks = {};
    design.pdus = {};
    return design;
}

struct Pass {
    Design design;
    std::vector<double> seconds; // a step each
    std::vector<std::size_t> rows;
};

Pass plan_once(const Design& start) {
    Pass out{.design = start, .seconds = {}, .rows = {}};
    for (const PlanningStep& step : planning_steps()) {
        IdSource ids(7);
        Edit edit(out.design, {"规划", "plan"}, ids);
        std::size_t rows = 0;
        out.seconds.push_back(seconds_of([&] {
            if (const Result<StepReport> report = step.perform(edit, {}, {}))
                rows = report->added + report->changed + report->removed;
        }));
        out.rows.push_back(rows);
        out.design = std::move(edit).commit();
    }
    return out;
}

// Every outlet's way by igraph, all planes.
Measure every_way_by_igraph(Bench& bench, const Design& design) {
    const Facts facts(design);
    const std::vector<PlaneWork> planes = planes_of(design, facts.get<Routers>());
    const RoutingNet net(design);
    std::vector<IgraphPaths> peers;
    for (const PlaneWork& work : planes) {
        std::vector<PeerEdge> edges = pathway_edges(*work.router);
        attach(net, work, edges);
        peers.emplace_back(net.graph.nodes().size() + 1 + work.places.size(), edges);
    }
    return timed(std::max(3, bench.repeat()), [&] {
        for (IgraphPaths& peer : peers)
            peer.run(net.graph.nodes().size());
    });
}

Design without_cables(Design design) {
    design.cables = {};
    design.terminations = {};
    return design;
}

} // namespace

void planning(Bench& bench) {
    const Pass first = plan_once(unplanned(bench.design()));
    const Pass again = plan_once(first.design);
    bench.require(!first.design.cables.empty(), "there are cables to plan");
    bench.require(again.design == first.design, "planning again changes nothing");
    const Measure peer = every_way_by_igraph(bench, first.design);
    double sum[2] = {0, 0};
    const auto line = [&](const std::string& what, double seconds, std::optional<double> budget) {
        bench.line({.what = what,
                    .measured = measure_of({seconds}),
                    .against = "igraph, a way to every outlet",
                    .peer = peer,
                    .at_most = budget});
    };
    for (std::size_t i = 0; i < planning_steps().size(); ++i) {
        const std::string name(planning_steps()[i].name);
        line("plan: " + name + ", " + std::to_string(first.rows[i]) + " rows", first.seconds[i], {});
        line("plan: " + name + " again", again.seconds[i], {});
        sum[0] += first.seconds[i];
        sum[1] += again.seconds[i];
    }
    line("plan: everything", sum[0], {});
    line("plan: everything again", sum[1], {});
    const Design bare = without_cables(first.design);
    bench.line({.what = "plan: re-route " + std::to_string(first.design.jacks.size()) + " jacks",
                .measured = timed(bench.repeat(), [&] { keep(plan_cables(bare)); }),
                .against = "igraph, a way to every outlet",
                .peer = peer,
                .at_most = bench.grown(reroute_budget)});
}

} // namespace riser::bench
