// SPDX-License-Identifier: GPL-3.0-or-later
// What comes where in a logical network of the size: from its rows to every zone against every zone, then again after
// one rule was changed, after failures, and one service used. The raw lower bound searches the links once from each
// VLAN's first device and asks nothing of any header.
#include "solvers/forwarding/explain.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/generate/logical_network.h"
#include "tests/bench/memory.h"
#include "tests/bench/stopwatch.h"

#include <algorithm>
#include <memory>

namespace riser::bench {

namespace {

using Matrix = std::vector<std::vector<Bdd>>;

// A breadth-first search over links between devices from each gateway's device; devices seen in all.
std::size_t search_links(const Network& net) {
    std::vector<std::vector<NetIndex>> links(net.boxes.size());
    for (const NetPlace& place : net.places)
        for (const NetIndex there : place.onward)
            links[place.box].push_back(net.places[there].box);
    for (std::vector<NetIndex>& list : links) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    std::size_t seen = 0;
    std::vector<NetIndex> last(net.boxes.size(), no_index), queue;
    VlanId vlan{};
    for (const auto& [id, place] : net.vlan_places) {
        if (id == vlan)
            continue;
        vlan = id;
        queue.assign(1, net.places[place].box);
        last[queue.front()] = place;
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const NetIndex next : links[queue[i]])
                if (last[next] != place) {
                    last[next] = place;
                    queue.push_back(next);
                }
        seen += queue.size();
    }
    return seen;
}

Matrix everything(const NetworkRows& rows, const Network& net, FilterSets& kept, const LogicalNetwork& made) {
    return who_reaches_whom(Floods(rows, net, kept), made.zones);
}

std::size_t reaching(const Matrix& matrix) {
    std::size_t out = 0;
    for (const std::vector<Bdd>& row : matrix)
        for (const Bdd cell : row)
            out += cell != BddSpace::no();
    return out;
}

Design with_rule(const Design& design, AclId id, std::size_t rule, const char* ports) {
    Design out = design;
    Acl acl = *out.find(id);
    acl.rules[rule].ports = ports;
    out.acls.put(std::move(acl));
    return out;
}

} // namespace

void forwarding(Bench& bench) {
    const LogicalNetwork made = logical_network(logical_recipe(bench.size()));
    const Measure facts_time = timed(bench.repeat(), [&] { keep(Facts(made.design).get<NetworkRows>()); });
    Facts facts(made.design);
    const NetworkRows& rows = facts.get<NetworkRows>();
    keep(facts.get<WholeNetwork>());
    Network net;
    const Measure derived = timed(bench.repeat(), [&] { net = derive_network(rows); });
    const Measure searched = timed(bench.repeat(), [&] { keep(search_links(net)); });
    bench.line({.what = "forwarding: links traced from terminations", .measured = facts_time, .against = {}});
    bench.line({.what = "forwarding: the network derived from rows",
                .measured = derived,
                .against = "a search of links a VLAN",
                .peer = searched});

    const double before = allocated();
    auto kept = std::make_unique<FilterSets>();
    Matrix matrix;
    const Measure full = timed(bench.repeat(), [&] {
        kept = std::make_unique<FilterSets>();
        net = derive_network(rows);
        matrix = everything(rows, net, *kept, made);
    });
    const double taken = allocated() - before;
    bench.require(reaching(matrix) > made.zones.size(), "zones reach services");
    bench.require(!kept->headers.overflowed(), "all sets fit");
    bench.line({.what = "forwarding: every zone against every zone",
                .measured = full,
                .against = "a search of links a VLAN",
                .peer = searched,
                .at_most = bench.grown(3)});
    bench.line({.what = "forwarding: memory of network and sets", .measured = bytes(taken), .against = {}});

    std::vector<double> samples;
    Matrix after;
    for (int i = 0; i < std::max(2, bench.repeat()); ++i) {
        const Design next = with_rule(facts.design(), made.rule_base.front(), static_cast<std::size_t>(i), "8443");
        samples.push_back(seconds_of([&] {
            facts = facts.advance(next);
            after = everything(facts.get<NetworkRows>(), *facts.get<WholeNetwork>().net, *kept, made);
        }));
    }
    const NetworkRows& last = facts.get<NetworkRows>();
    FilterSets afresh;
    bench.require(reaching(after) == reaching(everything(last, net, afresh, made)), "an edit leads where a start does");
    bench.require(after != matrix, "the rule matters");
    bench.line({.what = "forwarding: the same after one rule changed",
                .measured = measure_of(samples),
                .against = "from scratch",
                .peer = full,
                .at_most = bench.grown(0.1)});

    const Floods floods(last, net, *kept);
    const Service& service = *last.design.services.begin();
    bench.line({.what = "forwarding: one zone and one service, with answers",
                .measured = timed(bench.repeat(), [&] { keep(can_use(floods, made.zones[1], service.id)); }),
                .against = {}});
}

} // namespace riser::bench
