// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

// `count` more cables in the tray; each of 7 mm fills 38.5 mm2 of the 5000 mm2.
void crowd(Office& o, int count) {
    for (int i = 0; i < count; ++i)
        o.add_cable(o.add_jack(o.outlet, o.plane), o.plane);
}
void conduit(Office& o, int diameter) {
    o.change(o.tray, [&](PathwayRun& run) {
        run.kind = PathwayKind::conduit;
        run.width = run.height = Millimetres(diameter);
    });
}
void divide(Office& o, SeparationClass first, SeparationClass second) {
    o.change(o.tray, [&](PathwayRun& run) {
        for (const SeparationClass separation : {first, second}) {
            RunCompartment half;
            half.width = half.height = Millimetres(50);
            half.separation = separation;
            run.compartments.push_back(half);
        }
    });
}
void trunk_cable(Office& o, int diameter_um) {
    o.change(o.cable_type, [&](CableType& type) {
        type.elements = 25;
        type.diameter_um = diameter_um;
    });
}

} // namespace

RuleTables pathway_tables() {
    return {
        {
            {"PATH-01", "65 cables of 7 mm in 100 x 50", [](Office& o) { crowd(o, 64); }, 1,
             "Tray T-1 is filled to 50.03 %, limit 50 %"},
            {"PATH-01", "one compartment too full",
             [](Office& o) {
                 divide(o, SeparationClass::elv, SeparationClass::elv);
                 crowd(o, 32);
             },
             1, "T-1 (compartment 1)"},
            {"PATH-02", "three cables in a conduit of 20 mm",
             [](Office& o) {
                 conduit(o, 20);
                 crowd(o, 2);
             },
             1, "filled to 36.75 %"},
            {"PATH-03", "trunk of 13 mm in a conduit of 20 mm",
             [](Office& o) {
                 conduit(o, 20);
                 trunk_cable(o, 13'000);
             },
             1, "65 % of its diameter, limit 60 %"},
            {"PATH-03", "less is allowed where it bends",
             [](Office& o) {
                 conduit(o, 20);
                 trunk_cable(o, 11'000);
                 o.change(o.tray, [](PathwayRun& run) { run.bends = {{5'000, 1'500}}; });
             },
             1, "limit 50 %"},
            {"PATH-05", "run of power",
             [](Office& o) { o.change(o.tray, [](PathwayRun& r) { r.separation = SeparationClass::power; }); }},
            {"PATH-05", "power behind a divider",
             [](Office& o) { divide(o, SeparationClass::elv, SeparationClass::power); }},
            {"PATH-05", "mixed run",
             [](Office& o) { o.change(o.tray, [](PathwayRun& r) { r.separation = SeparationClass::mixed; }); }},
            {"FIRE-03", "run of the fire alarm",
             [](Office& o) { o.change(o.tray, [](PathwayRun& r) { r.separation = SeparationClass::fire_alarm; }); }},
            {"FIRE-03", "fire alarm behind a divider",
             [](Office& o) { divide(o, SeparationClass::elv, SeparationClass::fire_alarm); }, 1,
             "holds 1 network cables"},
            {"DES-01", "own limit of 1 %",
             [](Office& o) {
                 crowd(o, 1);
                 o.change(o.tray, [](PathwayRun& r) { r.fill_limit = percent(1); });
             },
             1, "its own limit is 1 %"},
            {"DES-06", "route through a run that does not join",
             [](Office& o) {
                 PathwayNode node;
                 node.floor = o.floor;
                 node.place = {0, 50'000};
                 const PathwayNodeId a = o.add(node);
                 node.place = {9'000, 50'000};
                 PathwayRun run;
                 run.from = a;
                 run.to = o.add(node);
                 const PathwayRunId apart = o.add(run);
                 o.change(o.cable, [&](Cable& c) { c.route.push_back({.run = apart, .compartment = 0}); });
             }},
            {"DES-06", "route through a run that is not there", [](Office& o) { o.design.pathway_runs.erase(o.tray); }},
            {"DES-07", "compartment 3 of an undivided run",
             [](Office& o) { o.change(o.cable, [](Cable& c) { c.route[0].compartment = 3; }); }},
            {"DES-08", "reserved for another open plane",
             [](Office& o) {
                 const PlaneId other = o.add_plane("V", Disclosure::open);
                 o.change(o.tray, [&](PathwayRun& r) { r.plane = other; });
             },
             1, "reserved for Plane V but holds 1 cables of Plane W"},
        },
        {
            {"PATH-01", "64 cables", [](Office& o) { crowd(o, 63); }},
            {"PATH-01", "the other half is empty",
             [](Office& o) {
                 divide(o, SeparationClass::elv, SeparationClass::elv);
                 crowd(o, 31);
             }},
            {"PATH-01", "a shaft has no fill",
             [](Office& o) {
                 crowd(o, 70);
                 o.change(o.tray, [](PathwayRun& r) { r.kind = PathwayKind::shaft; });
             },
             RuleOutcome::not_applicable},
            {"PATH-01", "no section stated", [](Office& o) { o.change(o.tray, [](PathwayRun& r) { r.width = {}; }); },
             RuleOutcome::needs_input},
            {"PATH-01", "cables to be removed take no room",
             [](Office& o) {
                 crowd(o, 64);
                 for (const Cable& c : Table<Cable>(o.design.cables))
                     o.change(c.id, [](Cable& row) { row.status = Status::remove; });
             },
             RuleOutcome::not_applicable},
            {"PATH-02", "two cables in a conduit of 20 mm",
             [](Office& o) {
                 conduit(o, 20);
                 crowd(o, 1);
             }},
            {"PATH-02", "trays are PATH-01's", [](Office&) {}, RuleOutcome::not_applicable},
            {"PATH-02", "with a trunk cable it is PATH-03's",
             [](Office& o) {
                 conduit(o, 20);
                 trunk_cable(o, 15'000);
             }},
            {"PATH-03", "trunk of 12 mm in a straight conduit of 20 mm",
             [](Office& o) {
                 conduit(o, 20);
                 trunk_cable(o, 12'000);
             }},
            {"PATH-03", "no trunk cable", [](Office& o) { conduit(o, 20); }, RuleOutcome::not_applicable},
            {"PATH-05", "ELV", [](Office&) {}},
            {"PATH-05", "a power run without cables of ours",
             [](Office& o) {
                 PathwayRun run;
                 run.from = o.near_node;
                 run.to = o.far_node;
                 run.separation = SeparationClass::power;
                 o.add(run);
             }},
            {"FIRE-03", "power is not the fire alarm",
             [](Office& o) { o.change(o.tray, [](PathwayRun& r) { r.separation = SeparationClass::power; }); }},
            {"DES-01", "within its own limit",
             [](Office& o) { o.change(o.tray, [](PathwayRun& r) { r.fill_limit = percent(1); }); }},
            {"DES-01", "no own limit", [](Office&) {}, RuleOutcome::not_applicable},
            {"DES-06", "whole route", [](Office&) {}},
            {"DES-06", "no route at all is DES-02's",
             [](Office& o) { o.change(o.cable, [](Cable& c) { c.route.clear(); }); }, RuleOutcome::not_applicable},
            {"DES-07", "second of two",
             [](Office& o) {
                 divide(o, SeparationClass::elv, SeparationClass::elv);
                 o.change(o.cable, [](Cable& c) { c.route[0].compartment = 1; });
             }},
            {"DES-08", "reserved for its plane",
             [](Office& o) { o.change(o.tray, [&](PathwayRun& r) { r.plane = o.plane; }); }},
            {"DES-08", "a secret plane's is Z-01's",
             [](Office& o) {
                 const PlaneId secret = o.add_plane("S", Disclosure::secret);
                 o.change(o.tray, [&](PathwayRun& r) { r.plane = secret; });
             }},
        },
    };
}

} // namespace riser::test
