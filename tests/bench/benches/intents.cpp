// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a logical network of the size does what was asked, service by service and zone by zone, and who reaches whom
// as a matrix: from scratch, after an edit that no policy feels, after one rule was changed, and with failures to
// outlive. Every zone of desks is a body's that must reach each service its rules permit, and must not reach the next.
#include "solvers/forwarding/asked_rows.h"
#include "solvers/forwarding/reach_matrix.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/generate/logical_network.h"
#include "tests/bench/stopwatch.h"

#include <algorithm>

namespace riser::bench {

namespace {

struct Asked {
    Design design;
    std::vector<AclId> rule_base;
    std::size_t must = 0;
};

Asked asked(const LogicalNetwork& made, std::size_t outlived) {
    Asked out{made.design, made.rule_base};
    std::vector<const Service*> services;
    for (const Service& row : made.design.services)
        services.push_back(&row);
    std::vector<ZoneId> desks;
    for (const ZoneId id : made.zones)
        if (made.design.find(id)->role == ZoneRole::desks)
            desks.push_back(id);
    std::uint64_t next = 900'000'000;
    for (std::size_t z = 0; z < desks.size(); ++z) {
        Body body;
        body.id = {next++};
        out.design.bodies.put(body);
        for (const Vlan& vlan : made.design.vlans)
            if (vlan.zone == desks[z]) {
                Vlan row = vlan;
                row.body = body.id;
                out.design.vlans.put(row);
            }
        for (std::size_t s = 0; s < services.size(); ++s)
            if ((z + s) % 3 != 0) {
                MustReach row;
                row.id = {next++};
                row.body = body.id;
                row.service = services[s]->id;
                row.after_single_failure = out.must++ < outlived;
                out.design.must_reach.put(row);
            }
        MustNotReach apart;
        apart.id = {next++};
        apart.a = desks[z];
        apart.b = desks[(z + 1) % desks.size()];
        if (desks.size() > 1)
            out.design.must_not_reach.put(apart);
    }
    return out;
}

std::size_t met(const ReachIntents& intents) {
    const auto is_met = [](const auto& answer) { return answer.state == IntentState::met; };
    return static_cast<std::size_t>(std::count_if(intents.must.begin(), intents.must.end(), is_met) +
                                    std::count_if(intents.must_not.begin(), intents.must_not.end(), is_met));
}

Design with_label(const Design& design, const std::string& label) {
    Design out = design;
    Equipment row = *out.equipment.begin();
    row.label = label;
    out.equipment.put(std::move(row));
    return out;
}
Design with_rule(const Design& design, AclId id, std::size_t rule) {
    Design out = design;
    Acl acl = *out.find(id);
    acl.rules[rule].ports = "8443";
    out.acls.put(std::move(acl));
    return out;
}

// From scratch, the links known already; then after edits.
template<class Fact> Measure afresh(Bench& bench, const Design& design) {
    std::vector<double> samples;
    for (int i = 0; i < bench.repeat(); ++i) {
        const Facts facts(design);
        keep(facts.get<AskedNetwork>());
        keep(facts.get<WholeNetwork>());
        if constexpr (!std::is_same_v<Fact, ReachIntents>)
            keep(facts.get<ReachIntents>());
        samples.push_back(seconds_of([&] { keep(facts.get<Fact>()); }));
    }
    return measure_of(std::move(samples));
}
template<class Fact, class Edit> Measure after(Bench& bench, Facts facts, Edit edit) {
    std::vector<double> samples;
    for (int i = 0; i < std::max(2, bench.repeat()); ++i) {
        const Design next = edit(facts.design(), i);
        samples.push_back(seconds_of([&] {
            facts = facts.advance(next);
            keep(facts.get<Fact>());
        }));
    }
    bench.require(facts.get<Fact>() == Facts(facts.design()).get<Fact>(), "an edit leads where a start does");
    return measure_of(std::move(samples));
}

template<class Fact> void lines(Bench& bench, const std::string& what, const Asked& of) {
    const Measure whole = afresh<Fact>(bench, of.design);
    const Facts facts(of.design);
    keep(facts.get<Fact>());
    bench.line({.what = what, .measured = whole, .against = {}, .at_most = bench.grown(3)});
    bench.line({.what = what + ", after a device was called otherwise",
                .measured = after<Fact>(bench, facts,
                                        [](const Design& d, int i) { return with_label(d, "X" + std::to_string(i)); }),
                .against = "from scratch",
                .peer = whole,
                .at_most = bench.grown(0.1)});
    bench.line({.what = what + ", after one rule changed",
                .measured = after<Fact>(bench, facts,
                                        [&](const Design& d, int i) {
                                            return with_rule(d, of.rule_base.front(), static_cast<std::size_t>(i));
                                        }),
                .against = "from scratch",
                .peer = whole});
}

} // namespace

void intents(Bench& bench) {
    const LogicalNetwork made = logical_network(logical_recipe(bench.size()));
    const Asked plain = asked(made, 0);
    const std::size_t held = met(Facts(plain.design).get<ReachIntents>());
    bench.require(held == plain.must + plain.design.must_not_reach.size(), "all that is asked is met");
    lines<ReachIntents>(bench, "intents: " + std::to_string(held) + " of them", plain);
    lines<ReachMatrix>(bench, "intents: who reaches whom, cell by cell", plain);
    const Asked outliving = asked(made, 40);
    bench.line({.what = "intents: 40 services to outlive any failure besides",
                .measured = afresh<ReachIntents>(bench, outliving.design),
                .against = {}});
}

} // namespace riser::bench
