// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

void warm(Office& o, DeciCelsius ambient) {
    o.change(o.tray, [&](PathwayRun& run) { run.ambient = ambient; });
}
void screened(Office& o) {
    o.change(o.cable_type, [](CableType& type) { type.screen = Screen::ftp; });
}
void fibre(Office& o) {
    o.change(o.cable_type, [](CableType& type) { type.element = ElementUnit::core; });
}
void wires(Office& o, int awg) {
    o.change(o.cable_type, [&](CableType& type) { type.awg = awg; });
}
// A link and a cord of 24 AWG.
void gauged(Office& o, int link, int cord) {
    o.set_length(link);
    o.add_cord(o.jack, 1, metres(cord));
    wires(o, 24);
}
// A consolidation point halves the way: a second horizontal cable from it to the jack.
void consolidation_point(Office& o, int first, int second) {
    o.set_length(first);
    Panel point;
    point.kind = PanelKind::consolidation_point;
    point.floor = o.floor;
    const PanelId cp = o.add(point);
    for (const Termination& t : Table<Termination>(o.design.terminations))
        if (t.cable == o.cable && t.end == CableEnd::b)
            o.change(t.id, [&](Termination& row) {
                row.on = cp;
                row.position = 7;
            });
    Cable cable;
    cable.type = o.cable_type;
    cable.label = "CP-1";
    cable.entry_drop = metres(second);
    const CableId id = o.add(cable);
    o.terminate(id, CableEnd::a, cp, 7);
    o.terminate(id, CableEnd::b, o.jack);
}

// One more on the way to the jack.
void second_consolidation_point(Office& o, int further) {
    Panel point;
    point.kind = PanelKind::consolidation_point;
    point.floor = o.floor;
    const PanelId cp = o.add(point);
    for (const Termination& t : Table<Termination>(o.design.terminations))
        if (t.on == AnyId(o.jack))
            o.change(t.id, [&](Termination& row) { row.on = cp; });
    Cable cable;
    cable.type = o.cable_type;
    cable.label = "CP-2";
    cable.entry_drop = metres(further);
    const CableId id = o.add(cable);
    o.terminate(id, CableEnd::a, cp);
    o.terminate(id, CableEnd::b, o.jack);
}

} // namespace

RuleTables cabling_tables() {
    return {
        {
            {"CAB-01", "link of 91 m, cords assumed 10 m", [](Office& o) { o.set_length(91); }, 1, "101.0 m long"},
            {"CAB-01", "drawn work-area cord of 30 m",
             [](Office& o) {
                 o.set_length(70);
                 o.add_cord(o.jack, 1, metres(30));
             },
             1, "of which assumed 5.0 m"},
            {"CAB-01", "cords over a cross-connect",
             [](Office& o) {
                 o.set_length(80);
                 Panel panel;
                 panel.space = o.space;
                 const PanelId second = o.add(panel);
                 const CableId patch = o.add_cord(o.panel, 1, metres(10));
                 o.terminate(patch, CableEnd::b, second, 3);
                 o.add_cord(second, 3, metres(10));
             },
             1, "cords 25.0 m"},
            {"CAB-02", "91 m", [](Office& o) { o.set_length(91); }, 1,
             "Cable C-1 is 91.0 m long, limit 90.0 m (+1.0 m)"},
            {"CAB-02", "one millimetre too long is said exactly", [](Office& o) { o.set_length(Millimetres(90'001)); },
             1, "90.001 m long, limit 90 m (+0.001 m)"},
            {"CAB-02", "drops and slack count",
             [](Office& o) {
                 o.set_length(88);
                 o.change(o.cable, [](Cable& c) {
                     c.exit_drop = metres(2);
                     c.slack_a = Millimetres(500);
                 });
             },
             1, "90.5 m"},
            {"CAB-02", "over a consolidation point together", [](Office& o) { consolidation_point(o, 60, 40); }, 1,
             "100.0 m"},
            {"CAB-02", "a cable of an unknown type is taken for copper",
             [](Office& o) {
                 o.set_length(95);
                 o.change(o.cable, [](Cable& c) { c.type = {}; });
             }},
            {"CAB-14", "14 m from the distributor", [](Office& o) { consolidation_point(o, 14, 20); }, 1,
             "has its consolidation point 14.0 m from the distributor, at least 15.0 m are needed"},
            {"CAB-14", "two of them",
             [](Office& o) {
                 consolidation_point(o, 20, 10);
                 second_consolidation_point(o, 10);
             },
             1, "leads over 2 consolidation points, at most 1 may be"},
            {"CAB-03", "full link, cords of 12 m",
             [](Office& o) {
                 o.set_length(90);
                 o.add_cord(o.jack, 1, metres(6));
                 o.add_cord(o.panel, 1, metres(6));
             },
             1, "cords are 12.0 m"},
            {"CAB-10", "28 AWG, a link of 82.5 m leaves 10 m",
             [](Office& o) {
                 o.set_length(Millimetres(82'500));
                 o.add_cord(o.jack, 1, metres(11));
                 wires(o, 28);
             },
             1, "cords of 28 AWG are 11.0 m, limit 10.0 m"},
            {"CAB-10", "26 AWG, a link of 90 m leaves 8 m",
             [](Office& o) {
                 o.set_length(90);
                 o.add_cord(o.jack, 1, metres(9));
                 wires(o, 26);
             },
             1, "cords of 26 AWG are 9.0 m, limit 8.0 m"},
            {"CAB-10", "24 AWG at 90 m: 11 m", [](Office& o) { gauged(o, 90, 11); }, 1, "limit 10.0 m"},
            {"CAB-11", "28 AWG, 16 m",
             [](Office& o) {
                 o.add_cord(o.panel, 1, metres(16));
                 wires(o, 28);
             },
             1, "is 16.0 m long, limit 15.0 m"},
            {"CAB-12", "21 m at the desk", [](Office& o) { o.add_cord(o.jack, 1, metres(21)); }, 1,
             "is 21.0 m long, limit 20.0 m"},
            {"CAB-07", "40 degrees allow 82.8 m",
             [](Office& o) {
                 o.set_length(83);
                 warm(o, celsius(40));
             },
             1, "at 40 °C its limit is 82.8 m"},
            {"CAB-07", "60 degrees allow 72 m",
             [](Office& o) {
                 o.set_length(73);
                 warm(o, celsius(60));
             },
             1, "72.0 m"},
            {"CAB-07", "screened at 40 degrees allows 86.4 m",
             [](Office& o) {
                 o.set_length(87);
                 warm(o, celsius(40));
                 screened(o);
             },
             1, "86.4 m"},
            {"CAB-07", "the brief's ceiling, where the run says nothing",
             [](Office& o) {
                 o.set_length(85);
                 o.change(o.tray, [](PathwayRun& run) { run.ambient = {}; });
                 Brief brief;
                 brief.id = the_brief;
                 brief.ceiling_ambient = celsius(40);
                 o.design.briefs.put(brief);
             }},
        },
        {
            {"CAB-14", "15 m from the distributor", [](Office& o) { consolidation_point(o, 15, 20); }},
            {"CAB-14", "none", [](Office& o) { o.set_length(60); }, RuleOutcome::not_applicable},
            {"CAB-01", "90 m and 10 m of assumed cords", [](Office& o) { o.set_length(90); }},
            {"CAB-01", "short drawn cords allow a longer link",
             [](Office& o) {
                 o.set_length(95);
                 o.add_cord(o.jack, 1, metres(2));
                 o.add_cord(o.panel, 1, metres(2));
             }},
            {"CAB-01", "a cord at another position is another's",
             [](Office& o) {
                 o.set_length(90);
                 o.add_cord(o.panel, 2, metres(30));
             }},
            {"CAB-01", "fibre",
             [](Office& o) {
                 o.set_length(200);
                 fibre(o);
             },
             RuleOutcome::not_applicable},
            {"CAB-02", "90 m", [](Office& o) { o.set_length(90); }},
            {"CAB-02", "fibre",
             [](Office& o) {
                 o.set_length(200);
                 fibre(o);
             },
             RuleOutcome::not_applicable},
            {"CAB-02", "backbone",
             [](Office& o) {
                 o.set_length(200);
                 o.change(o.cable, [](Cable& c) { c.role = CableRole::backbone; });
             },
             RuleOutcome::not_applicable},
            {"CAB-02", "a cable to be removed",
             [](Office& o) {
                 o.set_length(200);
                 o.change(o.cable, [](Cable& c) { c.status = Status::remove; });
             },
             RuleOutcome::not_applicable},
            {"CAB-02", "two short halves", [](Office& o) { consolidation_point(o, 40, 40); }},
            {"CAB-03", "full link, cords of 10 m",
             [](Office& o) {
                 o.set_length(90);
                 o.add_cord(o.jack, 1, metres(5));
                 o.add_cord(o.panel, 1, metres(5));
             }},
            {"CAB-03", "full link, cords not drawn", [](Office& o) { o.set_length(90); }, RuleOutcome::needs_input},
            {"CAB-03", "a cord without a length is not drawn",
             [](Office& o) {
                 o.set_length(90);
                 o.add_cord(o.jack, 1, metres(5));
                 o.add_cord(o.panel, 1, metres(0));
             },
             RuleOutcome::needs_input},
            {"CAB-03", "shorter link",
             [](Office& o) {
                 o.set_length(80);
                 o.add_cord(o.jack, 1, metres(20));
             },
             RuleOutcome::not_applicable},
            // TIA's table for 24 AWG (CAB-13), which rounds the last to 27 m.
            {"CAB-10", "24 AWG at 90 m: 10 m", [](Office& o) { gauged(o, 90, 10); }},
            {"CAB-10", "24 AWG at 85 m: 14 m", [](Office& o) { gauged(o, 85, 14); }},
            {"CAB-10", "24 AWG at 80 m: 18 m", [](Office& o) { gauged(o, 80, 18); }},
            {"CAB-10", "24 AWG at 75 m: 22 m", [](Office& o) { gauged(o, 75, 22); }},
            {"CAB-10", "24 AWG at 70 m: 26 m", [](Office& o) { gauged(o, 70, 26); }},
            {"CAB-10", "no gauge is stated", [](Office& o) { o.add_cord(o.jack, 1, metres(40)); },
             RuleOutcome::not_applicable},
            {"CAB-11", "28 AWG, 15 m",
             [](Office& o) {
                 o.add_cord(o.panel, 1, metres(15));
                 wires(o, 28);
             }},
            {"CAB-11", "26 AWG, 16 m",
             [](Office& o) {
                 o.add_cord(o.panel, 1, metres(16));
                 wires(o, 26);
             }},
            {"CAB-11", "no cord", [](Office& o) { wires(o, 28); }, RuleOutcome::not_applicable},
            {"CAB-12", "20 m at the desk", [](Office& o) { o.add_cord(o.jack, 1, metres(20)); }},
            {"CAB-12", "21 m in the telecom room", [](Office& o) { o.add_cord(o.panel, 1, metres(21)); },
             RuleOutcome::not_applicable},
            {"CAB-07", "82.8 m at 40 degrees",
             [](Office& o) {
                 o.set_length(Millimetres(82'800));
                 warm(o, celsius(40));
             }},
            {"CAB-07", "86.4 m screened",
             [](Office& o) {
                 o.set_length(Millimetres(86'400));
                 warm(o, celsius(40));
                 screened(o);
             }},
            {"CAB-07", "too long, but cool: that is CAB-02's", [](Office& o) { o.set_length(95); }},
            {"CAB-07", "no temperature stated",
             [](Office& o) { o.change(o.tray, [](PathwayRun& run) { run.ambient = {}; }); }, RuleOutcome::needs_input},
            {"CAB-07", "the ceiling's warmth is not the shaft's",
             [](Office& o) {
                 o.change(o.tray, [](PathwayRun& run) {
                     run.ambient = {};
                     run.kind = PathwayKind::shaft;
                 });
                 Brief brief;
                 brief.id = the_brief;
                 brief.ceiling_ambient = celsius(40);
                 o.design.briefs.put(brief);
             },
             RuleOutcome::needs_input},
        },
    };
}

} // namespace riser::test
