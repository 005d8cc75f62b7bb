// SPDX-License-Identifier: GPL-3.0-or-later
// One outlet that is dragged: its way from the forest that stands, its cables planned anew, and how far it is from its
// telecom room after the edit, each against doing the same for every outlet.
#include "solvers/analysis/reachability.h"
#include "solvers/planning/plan_cables.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/sample.h"
#include "tests/bench/stopwatch.h"

namespace riser::bench {

namespace {

constexpr double budget = 16e-3;

// Without its horizontal cables, for the planner to lay.
Design uncabled(Design design) {
    const Table<Cable> cables = design.cables;
    const Table<Termination> terminations = design.terminations;
    for (const Termination& row : terminations)
        if (cables.find(row.cable)->role == CableRole::horizontal)
            design.terminations.erase(row.id);
    for (const Cable& cable : cables)
        if (cable.role == CableRole::horizontal)
            design.cables.erase(cable.id);
    return design;
}

Design moved(Design design, OutletId id, std::int32_t by) {
    Outlet outlet = *design.find(id);
    outlet.place = outlet.place + Point{by, by};
    design.outlets.put(std::move(outlet));
    return design;
}

Measure every_way(Bench& bench, const Design& design) {
    return timed(bench.repeat(), [&] {
        CableWays ways(design);
        for (const Jack& jack : design.jacks)
            keep(ways.of(jack, *design.find(jack.outlet)));
    });
}

void ways_and_cables(Bench& bench) {
    const Design bare = uncabled(bench.design());
    Design planned = bare;
    const Measure everything = timed(bench.repeat(), [&] { planned = plan_cables(bare)->change.after; });
    bench.line({.what = "outlet: every cable planned anew",
                .measured = everything,
                .against = "every way sought anew",
                .peer = every_way(bench, planned),
                .at_most = bench.grown(3)});

    const std::vector<OutletId> outlets = sample(bench.design().outlets, 50);
    CableWays ways(planned);
    std::vector<double> samples;
    for (const OutletId id : outlets) {
        const Design next = moved(planned, id, 30);
        Design incremental;
        samples.push_back(seconds_of([&] { incremental = plan_cables_of(next, id, ways)->change.after; }));
        if (id == outlets.back())
            bench.require(incremental == plan_cables(next)->change.after,
                          "the cables of a moved outlet are those of planning everything");
    }
    bench.line({.what = "outlet: cables of one moved outlet planned",
                .measured = measure_of(std::move(samples)),
                .against = "every cable planned anew",
                .peer = everything,
                .at_most = bench.grown(budget)});
}

void way_alone(Bench& bench) {
    const Design& design = bench.design();
    CableWays ways(design);
    std::vector<Jack> jacks;
    std::vector<Outlet> places;
    for (const JackId id : sample(design.jacks, 500)) {
        jacks.push_back(*design.find(id));
        places.push_back(*design.find(jacks.back().outlet));
        places.back().place = places.back().place + Point{30, 30};
        keep(ways.of(jacks.back(), places.back()));
    }
    const auto count = static_cast<int>(jacks.size());
    bench.line({.what = "outlet: way of one moved outlet",
                .measured = timed_each(bench.repeat(), count,
                                       [&](int i) {
                                           const auto k = static_cast<std::size_t>(i);
                                           keep(ways.of(jacks[k], places[k]));
                                       }),
                .against = "every way sought anew",
                .peer = every_way(bench, design),
                .at_most = bench.grown(budget)});
}

void reach(Bench& bench) {
    Design design = bench.design();
    Facts facts(design);
    facts.get<Reachability>();
    std::vector<double> samples;
    for (const OutletId id : sample(bench.design().outlets, 50)) {
        design = moved(design, id, 30);
        samples.push_back(seconds_of([&] {
            facts = facts.advance(design);
            facts.get<Reachability>();
        }));
    }
    bench.require(facts.get<Reachability>() == Facts(design).get<Reachability>(),
                  "the reach after each move is that from scratch");
    bench.line({.what = "outlet: reach after one moved outlet",
                .measured = measure_of(std::move(samples)),
                .against = "the reach of every jack from scratch",
                .peer = timed(bench.repeat(), [&] { keep(Facts(design).get<Reachability>()); }),
                .at_most = bench.grown(budget)});
}

} // namespace

void outlet(Bench& bench) {
    way_alone(bench);
    ways_and_cables(bench);
    reach(bench);
}

} // namespace riser::bench
