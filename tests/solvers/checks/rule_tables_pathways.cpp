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

// The tray's first half lies in a compartment.
Point middle_of_tray(const Office& o) {
    const Point a = o.design.find(o.near_node)->place, b = o.design.find(o.far_node)->place;
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}
void compartment(Office& o) {
    const Point a = o.design.find(o.near_node)->place, b = o.design.find(o.far_node)->place, m = middle_of_tray(o);
    FireCompartment row;
    row.floor = o.floor;
    row.label = "F1";
    if (a.y == b.y)
        row.outline.outer = {{std::min(a.x, m.x) - (a.x < m.x ? 90'000 : 0), a.y - 90'000},
                             {std::max(a.x, m.x) + (a.x < m.x ? 0 : 90'000), a.y - 90'000},
                             {std::max(a.x, m.x) + (a.x < m.x ? 0 : 90'000), a.y + 90'000},
                             {std::min(a.x, m.x) - (a.x < m.x ? 90'000 : 0), a.y + 90'000}};
    else
        row.outline.outer = {{a.x - 90'000, std::min(a.y, m.y) - (a.y < m.y ? 90'000 : 0)},
                             {a.x + 90'000, std::min(a.y, m.y) - (a.y < m.y ? 90'000 : 0)},
                             {a.x + 90'000, std::max(a.y, m.y) + (a.y < m.y ? 0 : 90'000)},
                             {a.x - 90'000, std::max(a.y, m.y) + (a.y < m.y ? 0 : 90'000)}};
    o.add(row);
}
// Of the tray, so far from where it crosses.
PenetrationId hole(Office& o, std::int32_t off, std::string stopping, std::int32_t width, std::int32_t height) {
    Penetration row;
    row.floor = o.floor;
    row.run = o.tray;
    row.place = middle_of_tray(o);
    row.place.y += off;
    row.sleeved = true;
    row.stopping = std::move(stopping);
    row.width = Millimetres(width);
    row.height = Millimetres(height);
    return o.add(row);
}
// Up to another floor from the tray's near end.
PathwayRunId riser(Office& o) {
    Floor upper = *o.design.find(o.floor);
    upper.id = FloorId{4'444};
    upper.label = "4F";
    upper.elevation = upper.elevation + Millimetres(4'000);
    o.design.floors.put(upper);
    PathwayNode node = *o.design.find(o.near_node);
    node.floor = upper.id;
    PathwayRun run;
    run.from = o.near_node;
    run.to = o.add(node);
    run.kind = PathwayKind::shaft;
    run.label = "R1";
    run.width = Millimetres(300);
    run.height = Millimetres(100);
    return o.add(run);
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
            {"FIRE-04", "a compartment's boundary without a hole", [](Office& o) { compartment(o); }, 1,
             "crosses fire compartment F1"},
            {"FIRE-04", "a hole elsewhere along the run",
             [](Office& o) {
                 compartment(o);
                 hole(o, 5'000, "3 h", 400, 200);
             },
             1, "has no penetration"},
            {"FIRE-04", "a hole of another run",
             [](Office& o) {
                 compartment(o);
                 o.change(hole(o, 0, "3 h", 400, 200), [](Penetration& p) { p.run.reset(); });
             }},
            {"FIRE-04", "a hole that nobody stopped",
             [](Office& o) {
                 compartment(o);
                 hole(o, 0, "", 400, 200);
             },
             1, "says no fire stopping"},
            {"FIRE-04", "a hole stopped for half the time",
             [](Office& o) {
                 compartment(o);
                 hole(o, 0, "90 min mortar", 400, 200);
             },
             1, "is stopped for 1.50 h at fire compartment F1, 3.00 h is needed"},
            {"FIRE-04", "a hole without a sleeve",
             [](Office& o) {
                 compartment(o);
                 o.change(hole(o, 0, "3 h", 400, 200), [](Penetration& p) { p.sleeved = false; });
             },
             1, "has no sleeve"},
            {"FIRE-04", "a hole smaller than the tray",
             [](Office& o) {
                 compartment(o);
                 hole(o, 0, "3 h", 60, 50);
             },
             1, "measures 60×50 mm"},
            {"FIRE-04", "a hole of no size",
             [](Office& o) {
                 compartment(o);
                 hole(o, 0, "3 h", 0, 0);
             }},
            {"FIRE-04", "a riser without a hole in the slab", [](Office& o) { riser(o); }, 1, "the slab of 4F"},
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
            {"FIRE-04", "nothing is crossed", [](Office&) {}, RuleOutcome::not_applicable},
            {"FIRE-04", "stopped, sleeved and large enough",
             [](Office& o) {
                 compartment(o);
                 hole(o, 300, "3 h", 1'000, 800);
             }},
            {"FIRE-04", "the same hole turned by a quarter",
             [](Office& o) {
                 compartment(o);
                 hole(o, 0, "3 h", 800, 1'000);
             }},
            {"FIRE-04", "a run to be removed crosses nothing",
             [](Office& o) {
                 compartment(o);
                 o.change(o.tray, [](PathwayRun& r) { r.status = Status::remove; });
             },
             RuleOutcome::not_applicable},
            {"FIRE-04", "a slab with its hole",
             [](Office& o) {
                 Penetration row;
                 row.floor = FloorId{4'444};
                 row.host = PenetrationHost::slab;
                 row.run = riser(o);
                 row.sleeved = true;
                 row.stopping = "1.5 h";
                 row.width = Millimetres(300);
                 row.height = Millimetres(200);
                 o.add(row);
             }},
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
