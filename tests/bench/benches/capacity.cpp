// SPDX-License-Identifier: GPL-3.0-or-later
// Loads of a logical network of the size, normally and after every single failure of a device, port or cable: of
// each failure only what it touches, on one thread and on all. The peer reckons every profile again in each state; a
// part of the failures is enough for it, and both answer that part.
#include "solvers/capacity/loads.h"
#include "solvers/capacity/lost_links.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/generate/logical_network.h"
#include "tests/bench/stopwatch.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <thread>

namespace riser::bench {

namespace {

constexpr std::size_t sampled = 60; // failures that the peer reckons; at XL a tenth of them

// Rates by tier, and one body whose people use all services.
Design with_traffic(Design design) {
    Body body;
    body.id = {900'000'001};
    design.bodies.put(body);
    std::map<EquipmentId, EquipmentRole> role;
    for (const Equipment& device : design.equipment)
        role[device.id] = design.find(device.type)->role;
    for (Port port : Table<Port>(design.ports)) {
        const bool desk = role[port.equipment] == EquipmentRole::access_switch && port.mode == PortMode::access;
        port.rate = BitRate(desk ? 1'000'000'000 : 10'000'000'000);
        design.ports.put(std::move(port));
    }
    for (Vlan vlan : Table<Vlan>(design.vlans)) {
        vlan.body = body.id;
        design.vlans.put(std::move(vlan));
    }
    for (Service service : Table<Service>(design.services)) {
        service.entitled = {body.id};
        service.busy_hour_rate = BitRate(200'000);
        design.services.put(std::move(service));
    }
    return design;
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-6 * (1 + std::abs(a) + std::abs(b)); }

} // namespace

void capacity(Bench& bench) {
    const Facts facts(with_traffic(logical_network(logical_recipe(bench.size())).design));
    const TrafficAssumptions assumptions{.kinds = {{ServiceMedium::data, BitRate(500'000), percent(100), percent(20)}}};
    const Demands& demands = facts.get<Demands>(assumptions);
    const NetworkRows& rows = facts.get<NetworkRows>();
    const FailureModel& elements = facts.get<FailureModel>();
    const LoadModel model(rows, facts.design().spanning_trees, demands);
    std::vector<LostLinks> lost, some;
    LostLinkFinder finder(model.map(), elements);
    for (std::size_t e = 0; e < elements.elements.size(); ++e) {
        const auto element = static_cast<ElementIndex>(e);
        if (LostLinks one = finder.of(std::span(&element, 1)); !one.wires.empty() || !one.plugs.empty())
            lost.push_back(std::move(one));
    }
    const std::size_t few = bench.size() == DesignSize::extra_large ? sampled / 10 : sampled;
    for (std::size_t i = 0; i < lost.size(); i += std::max<std::size_t>(1, lost.size() / few))
        some.push_back(lost[i]);

    bench.line({.what = "capacity: loads while all stands",
                .measured = timed(bench.repeat(), [&] { keep(loads_in(model, model.whole())); }),
                .against = {}});
    FlowLoads part;
    std::vector<double> worst;
    const Measure touched = timed(bench.repeat(), [&] { part = loads_of(model, some, {.threads = 1}); });
    const Measure again = timed(1, [&] {
        worst = loads_in(model, model.whole());
        for (const LostLinks& one : some) {
            const std::vector<double> state = loads_in(model, model.after(one));
            for (std::size_t flow = 0; flow < worst.size(); ++flow)
                worst[flow] = std::max(worst[flow], state[flow]);
        }
    });
    bool same = worst.size() == part.worst.size();
    for (std::size_t flow = 0; same && flow < worst.size(); ++flow)
        same = near(worst[flow], part.worst[flow]);
    bench.require(same, "loads after failures are those reckoned from the beginning");
    bench.require(part.carried > 0.5 * part.asked, "traffic arrives");
    bench.line({.what = "capacity: some of the failures, one thread",
                .measured = touched,
                .against = "every profile again",
                .peer = again});
    FlowLoads all, one;
    const Measure single = timed(1, [&] { one = loads_of(model, lost, {.threads = 1}); });
    const Measure many = timed(bench.repeat(), [&] { all = loads_of(model, lost); });
    bench.require(all.worst == one.worst && all.worst_in == one.worst_in, "threads change nothing");
    std::printf("loads: %zu profiles planned again over all failures, %zu in part\n", all.profiles_again,
                all.profiles_changed);
    bench.line({.what = "capacity: " + std::to_string(lost.size()) + " failures on " +
                        std::to_string(std::thread::hardware_concurrency()) + " cores",
                .measured = many,
                .against = "one thread",
                .peer = single,
                .at_most = bench.grown(10)});
}

} // namespace riser::bench
