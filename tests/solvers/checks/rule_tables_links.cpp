// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/fibre_link.h"
#include "tests/solvers/checks/patched.h"
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

constexpr std::int64_t gigabit = 1'000'000'000;

// The office's link, cord to cord, in that category, and patched at that speed.
void patched(Office& o, Category category, int link_metres, std::int64_t rate) {
    o.set_length(link_metres);
    const Patched port(o, BitRate(rate));
    for (const CableTypeId type : {o.cable_type, port.cord_type})
        o.change(type, [&](CableType& row) { row.category = category; });
    o.change(o.jack, [&](Jack& row) { row.category = category; });
    o.change(o.panel, [&](Panel& row) { row.category = category; });
}
void screened(Office& o) {
    for (const CableType& type : Table<CableType>(o.design.cable_types))
        o.change(type.id, [](CableType& row) { row.screen = Screen::ftp; });
}

// The office's jacks with power: one of its own and `more` others, of a device that draws so much.
void powered(Office& o, Milliwatts draws, int more) {
    o.change(o.kind, [&](PointKind& row) { row.poe = draws; });
    for (int n = 0; n < more; ++n)
        o.add_cable(o.add_jack(o.outlet, o.plane), o.plane);
}
void all_lengths(Office& o, int metres_long) {
    o.set_length(metres_long);
    for (const Cable& cable : Table<Cable>(o.design.cables))
        if (cable.id != o.cable)
            o.change(cable.id, [&](Cable& row) { row.exit_offset = metres(1); });
}
void warm(Office& o, DeciCelsius ambient) {
    o.change(o.tray, [&](PathwayRun& run) { run.ambient = ambient; });
}
void of_kind(Office& o, PathwayKind kind) {
    o.change(o.tray, [&](PathwayRun& run) { run.kind = kind; });
}

} // namespace

RuleTables link_tables() {
    const auto hundred_and_fifty = [](Office& o) { FibreLink(o, Category::om4, 150); };
    return {
        {
            {"CAB-17", "10 Gbit/s over 58 m of Cat6", [](Office& o) { patched(o, Category::cat6, 51, 10 * gigabit); },
             1, "is 58.0 m long; Cat6 carries 10 Gbit/s over 55.0 m"},
            {"CAB-17", "10 Gbit/s over Cat5e at any length",
             [](Office& o) { patched(o, Category::cat5e, 5, 10 * gigabit); }, 1, "cannot run 10 Gbit/s over Cat5e"},
            {"CAB-17", "one panel of Cat6 in a channel of Cat6A",
             [](Office& o) {
                 patched(o, Category::cat6a, 80, 10 * gigabit);
                 o.change(o.panel, [](Panel& row) { row.category = Category::cat6; });
             },
             1, "3F-E1-A"},
            {"CAB-17", "a number to be checked says so",
             [](Office& o) { patched(o, Category::cat8, 30, 25 * gigabit); }, 1, "(check the official text)"},
            {"CAB-18", "10 Gbit/s over 42 m of Cat6", [](Office& o) { patched(o, Category::cat6, 35, 10 * gigabit); },
             1, "Cat6 in bundles carries 10 Gbit/s over 37.0 m"},
            {"FIB-01", "loss over a short multimode budget",
             [](Office& o) {
                 // 300 m, four connections: 0.9 + 2.0 + 1.8 + 0.3 = 5.0 dB of 2.9.
                 FibreLink link(o, Category::om4, 98);
                 link.interconnect(metres(98));
                 link.interconnect(metres(98));
             },
             1, "loses 5.00 dB, 10GBASE-SR (assumed) allows 2.90 dB: OM4 0.300 km × 3 dB/km = 0.90 dB"},
            {"FIB-01", "reach exceeded though the loss is small",
             [](Office& o) {
                 FibreLink link(o, Category::om4, 98, 25 * gigabit); // 104 m of 100
                 o.change(link.trunk_type, [](CableType& row) { row.category = Category::om4; });
             },
             1, "is 104.0 m long; 25GBASE-SR (assumed) reaches 100.0 m"},
            {"FIB-01", "an office's trunk of OM3 at 10 Gbit/s", [](Office& o) { FibreLink(o, Category::om3, 295); }, 1,
             "(assumed) reaches 300.0 m"},
            {"FIB-01", "one splice too many",
             [](Office& o) {
                 // 250 m: 0.75 + 1.0 + 0.6 + 0.3 = 2.65; a splice more makes 2.95 of 2.9.
                 FibreLink link(o, Category::om4, 144);
                 link.splice(metres(100));
             },
             1, "Splice 1 × 0.3 dB = 0.30 dB"},
            {"FIB-01", "single-mode and multimode joined",
             [](Office& o) {
                 FibreLink link(o);
                 o.change(link.cord_type, [](CableType& row) { row.category = Category::om4; });
             },
             1, "single-mode and multimode fibre are joined"},
            {"FIB-01", "a multimode transceiver on single-mode fibre",
             [](Office& o) { FibreLink(o).plug(o.design.ports.begin()->id, "10GBASE-SR"); }, 1,
             "10GBASE-SR does not run over OS2"},
            {"FIB-01", "transceivers that differ",
             [](Office& o) {
                 FibreLink link(o, Category::os2, 100, 100 * gigabit);
                 link.plug(link.a, "100GBASE-LR4");
                 link.plug(link.b, "100GBASE-DR");
             },
             1, "its transceivers differ"},
            {"FIB-03", "short of budget only at the most that acceptance allows",
             [](Office& o) {
                 // 300 m by design 0.9 + 1.0 + 0.6 + 0.3 = 2.8; at most 0.9 + 1.5 + 0.6 + 0.3 = 3.3 of 2.9.
                 FibreLink(o, Category::om4, 294);
             },
             1, "at the most that acceptance allows loses 3.30 dB, 10GBASE-SR (assumed) allows 2.90 dB"},
            {"POE-02", "a conduit full of class 8",
             [](Office& o) {
                 powered(o, watts(71), 191);
                 of_kind(o, PathwayKind::conduit);
             },
             1, "a bundle of 192 cables, 192 with power: they warm by 23.6 °C, limit 15 °C"},
            {"POE-02", "warm air and a warm bundle",
             [](Office& o) {
                 powered(o, watts(71), 23);
                 warm(o, celsius(56));
             },
             1, "in air of 56 °C they warm by 4.1 °C to 60.1 °C, more than the 60 °C that cables stand"},
            {"POE-03", "long enough for the air alone",
             [](Office& o) {
                 // 20 + 4.1 degrees: 90 m less 1.64 %.
                 powered(o, watts(71), 23);
                 all_lengths(o, 89);
             },
             1, "in air of 20 °C and a bundle with 24 powered that adds 4.1 °C its limit is 88.5 m"},
            {"POE-03", "in a conduit all are one bundle",
             [](Office& o) {
                 powered(o, watts(25), 47); // class 4, 48 cables, enclosed: 2.2 degrees
                 all_lengths(o, 90);
                 of_kind(o, PathwayKind::conduit);
             },
             1, "a bundle with 48 powered that adds 2.2 °C"},
        },
        {
            {"CAB-17", "10 Gbit/s over 55 m of Cat6", [](Office& o) { patched(o, Category::cat6, 48, 10 * gigabit); }},
            {"CAB-17", "1 Gbit/s over 90 m of Cat5e", [](Office& o) { patched(o, Category::cat5e, 90, gigabit); }},
            {"CAB-17", "10 Gbit/s over 90 m of Cat6A",
             [](Office& o) { patched(o, Category::cat6a, 90, 10 * gigabit); }},
            {"CAB-17", "a slower device on a fast port",
             [](Office& o) {
                 patched(o, Category::cat6, 80, 10 * gigabit);
                 const Port port = *o.design.ports.begin();
                 const CableId cord = o.add_cord(o.jack, 1, metres(2));
                 o.terminate(cord, CableEnd::b, Patched::add_port(o, BitRate(gigabit)));
             }},
            {"CAB-17", "patched to nothing", [](Office& o) { o.set_length(90); }, RuleOutcome::not_applicable},
            {"CAB-17", "a port without a speed", [](Office& o) { patched(o, Category::cat6, 50, 0); },
             RuleOutcome::needs_input},
            {"CAB-17", "a speed that the table lacks", [](Office& o) { patched(o, Category::cat3, 50, gigabit); },
             RuleOutcome::needs_input},
            {"CAB-18", "screened",
             [](Office& o) {
                 patched(o, Category::cat6, 42, 10 * gigabit);
                 screened(o);
             }},
            {"CAB-18", "too long altogether: that is CAB-17's",
             [](Office& o) { patched(o, Category::cat6, 60, 10 * gigabit); }},
            {"CAB-18", "37 m", [](Office& o) { patched(o, Category::cat6, 30, 10 * gigabit); }},
            {"FIB-01", "150 m of OM4 at 10 Gbit/s", hundred_and_fifty},
            {"FIB-01", "a campus link of 2 km on OS2", [](Office& o) { FibreLink(o, Category::os2, 2'000); }},
            {"FIB-01", "206 m of OM3, 2.52 dB of 2.60", [](Office& o) { FibreLink(o, Category::om3, 200); }},
            {"FIB-01", "100 Gbit/s takes the dearer application that reaches",
             [](Office& o) { FibreLink(o, Category::os2, 1'500, 100 * gigabit); }},
            {"FIB-01", "ports without a speed", [](Office& o) { FibreLink(o, Category::os2, 100, 0); },
             RuleOutcome::needs_input},
            {"FIB-01", "no fibre", [](Office&) {}, RuleOutcome::not_applicable},
            {"FIB-03", "with room to spare", [](Office& o) { FibreLink(o, Category::os2, 100); }},
            {"FIB-03", "what design values exceed is FIB-01's",
             [](Office& o) {
                 FibreLink link(o, Category::om4, 144);
                 link.splice(metres(100));
             }},
            {"POE-02", "a tray of class 8, tied by 24", [](Office& o) { powered(o, watts(71), 191); }},
            {"POE-02", "no power", [](Office&) {}, RuleOutcome::not_applicable},
            {"POE-02", "more in one conduit than the table knows",
             [](Office& o) {
                 powered(o, watts(71), 384);
                 of_kind(o, PathwayKind::conduit);
             },
             RuleOutcome::needs_input},
            {"POE-03", "88 m in a bundle of class 8",
             [](Office& o) {
                 powered(o, watts(71), 23);
                 all_lengths(o, 88);
             }},
            {"POE-03", "too long for the air alone: that is CAB-07's",
             [](Office& o) {
                 powered(o, watts(71), 23);
                 all_lengths(o, 89);
                 warm(o, celsius(30));
             }},
            {"POE-03", "the air is not stated",
             [](Office& o) {
                 powered(o, watts(71), 0);
                 o.change(o.tray, [](PathwayRun& run) { run.ambient = {}; });
             },
             RuleOutcome::needs_input},
            {"POE-03", "without power", [](Office& o) { all_lengths(o, 90); }, RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
