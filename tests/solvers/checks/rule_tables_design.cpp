// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

void vlan(Office& o, std::optional<int> number, PlaneId plane, std::string block = "") {
    Vlan row;
    row.name = "office";
    row.plane = plane;
    row.block = std::move(block);
    if (number)
        row.number = VlanNumber::from(*number);
    o.add(row);
}
void camera(Office& o, std::int32_t retention_days) {
    MonitoringPoint point;
    point.kind = MonitoringKind::camera;
    point.retention_days = retention_days;
    o.add(point);
}
void brief(Office& o, std::int32_t days) {
    Brief row;
    row.id = the_brief;
    row.video_retention_days = days;
    o.design.briefs.put(row);
}
void pattern(Office& o, std::string subject, std::string text) {
    LabelTemplate row;
    row.subject = std::move(subject);
    row.pattern = std::move(text);
    o.add(row);
}
void retire(Office& o, std::string subject, std::string label) {
    RetiredLabel row;
    row.subject = std::move(subject);
    row.label = std::move(label);
    o.add(row);
}

} // namespace

RuleTables design_tables() {
    return {
        {
            {"VL-01", "no number", [](Office& o) { vlan(o, {}, o.plane); }, 1, "has no number"},
            {"VL-01", "one number twice on a plane",
             [](Office& o) {
                 vlan(o, 100, o.plane);
                 vlan(o, 100, o.plane);
             },
             1, "VLAN 100 office, VLAN 100 office shares number 100"},
            {"VL-01", "a VLAN without a block spans the plane",
             [](Office& o) {
                 vlan(o, 100, o.plane, "east");
                 vlan(o, 100, o.plane);
             }},
            {"MON-07", "brief says 15 days",
             [](Office& o) {
                 camera(o, 0);
                 brief(o, 15);
             },
             1, "is kept for 15 days, at least 30"},
            {"MON-07", "one camera keeps 7 days",
             [](Office& o) {
                 camera(o, 7);
                 brief(o, 90);
             }},
            {"LBL-03", "an outlet's retired label", [](Office& o) { retire(o, "outlet", "3F-301-1"); }, 1,
             "Outlet 3F-301-1 bears the retired label 3F-301-1"},
            {"LBL-04", "a field that is none", [](Office& o) { pattern(o, "outlet", "{rooom}-{n}"); }, 1,
             "there is no field {rooom}"},
            {"LBL-04", "a brace that is not closed", [](Office& o) { pattern(o, "rack", "{space}-{n"); }, 1, "brace"},
            {"LBL-04", "nothing is labelled like that", [](Office& o) { pattern(o, "chair", "{n}"); }},
            {"LBL-04", "two for one kind",
             [](Office& o) {
                 pattern(o, "rack", "{n}");
                 pattern(o, "rack", "{space}-{n}");
             },
             1, "is not used"},
            {"DES-02", "a jack without a cable beside one with", [](Office& o) { o.add_jack(o.outlet, o.plane); }, 1,
             "Jack J-2 has no cable"},
            {"DES-02", "a cable without a route",
             [](Office& o) { o.change(o.cable, [](Cable& c) { c.route.clear(); }); }, 1, "a cable without a route"},
            {"DES-03", "2 m outside",
             [](Office& o) { o.change(o.outlet, [](Outlet& row) {
                                 row.place = {14'000, 500};
                             }); }, 1,
             "lies outside Room 301, to which it belongs (2.0 m from its outline)"},
            {"DES-03", "on another floor",
             [](Office& o) {
                 const FloorId other = o.building.with_floor("4F", {"BB"});
                 o.change(o.outlet, [&](Outlet& row) { row.floor = other; });
             },
             1, "on another floor"},
            {"DES-04", "two outlets",
             [](Office& o) {
                 o.change(o.add_outlet(o.office, {8'000, 500}), [](Outlet& row) { row.label = "3F-301-1"; });
             },
             1, "The label 3F-301-1 stands on 2: Outlet 3F-301-1, Outlet 3F-301-1"},
            {"DES-04", "two rooms of a floor",
             [](Office& o) { o.change(o.telecom_room, [](Room& row) { row.number = "301"; }); }},
            {"DES-05", "a jack of an outlet that is gone", [](Office& o) { o.design.outlets.erase(o.outlet); }, 1,
             "refers by outlet to ou-"},
            {"DES-05", "a route step in a run that is gone", [](Office& o) { o.design.pathway_runs.erase(o.tray); }, 1,
             "refers by run to pw-"},
            {"DES-05", "a termination on anything", [](Office& o) { o.design.panels.erase(o.panel); }, 1,
             "refers by on to pa-"},
        },
        {
            {"VL-01", "numbers of two planes are independent",
             [](Office& o) {
                 vlan(o, 100, o.plane);
                 vlan(o, 100, o.add_plane("V", Disclosure::open));
             }},
            {"VL-01", "two distribution blocks",
             [](Office& o) {
                 vlan(o, 100, o.plane, "east");
                 vlan(o, 100, o.plane, "west");
             }},
            {"VL-01", "no VLAN", [](Office&) {}, RuleOutcome::not_applicable},
            {"MON-07", "30 days",
             [](Office& o) {
                 camera(o, 30);
                 brief(o, 30);
             }},
            {"MON-07", "the brief has not answered", [](Office& o) { camera(o, 0); }, RuleOutcome::needs_input},
            {"MON-07", "a camera jack counts as a camera",
             [](Office& o) { o.change(o.kind, [](PointKind& k) { k.camera = true; }); }, RuleOutcome::needs_input},
            {"MON-07", "no camera", [](Office&) {}, RuleOutcome::not_applicable},
            {"LBL-03", "the label of another kind of row", [](Office& o) { retire(o, "cable", "3F-301-1"); }},
            {"LBL-04", "in the manner of TIA-606",
             [](Office& o) {
                 pattern(o, "space", "{storey}{n:A}");
                 pattern(o, "panel-position", "{panel}{port:2}");
             }},
            {"LBL-04", "the defaults", [](Office&) {}, RuleOutcome::not_applicable},
            {"LBL-03", "nothing retired", [](Office&) {}, RuleOutcome::not_applicable},
            {"DES-02", "a cable of drops only",
             [](Office& o) {
                 o.change(o.cable, [](Cable& c) {
                     c.route.clear();
                     c.exit_drop = metres(3);
                 });
             }},
            {"DES-02", "terminated on the outlet by position",
             [](Office& o) {
                 for (const Termination& t : Table<Termination>(o.design.terminations))
                     if (t.end == CableEnd::b)
                         o.change(t.id, [&](Termination& row) {
                             row.on = o.outlet;
                             row.position = 1;
                         });
             }},
            {"DES-02", "no cable planned yet",
             [](Office& o) {
                 o.design.cables = {};
                 o.design.terminations = {};
             },
             RuleOutcome::needs_input},
            {"DES-02", "no jack", [](Office& o) { o.design.jacks = {}; }, RuleOutcome::not_applicable},
            {"DES-03", "inside", [](Office&) {}},
            {"DES-03", "within the wall",
             [](Office& o) { o.change(o.outlet, [](Outlet& row) {
                                 row.place = {12'200, 500};
                             }); }},
            {"DES-03", "belongs to no room", [](Office& o) { o.change(o.outlet, [](Outlet& row) { row.room = {}; }); },
             RuleOutcome::not_applicable},
            {"DES-03", "room without an outline",
             [](Office& o) { o.change(o.office, [](Room& row) { row.outline = {}; }); }, RuleOutcome::not_applicable},
            {"DES-04", "a jack may bear its outlet's label",
             [](Office& o) { o.change(o.jack, [](Jack& row) { row.label = "3F-301-1"; }); }},
            {"DES-04", "rooms of two floors",
             [](Office& o) {
                 o.building.with_floor("4F", {"BB"}, {{'B', {RoomUse::office, "301", 0}}});
             }},
            {"DES-04", "empty labels are no labels",
             [](Office& o) {
                 o.change(o.add_outlet(o.office, {8'000, 500}), [](Outlet& r) { r.label = ""; });
                 o.change(o.outlet, [](Outlet& r) { r.label = ""; });
             }},
            {"DES-04", "the other is to be removed",
             [](Office& o) {
                 o.change(o.add_outlet(o.office, {8'000, 500}), [](Outlet& r) {
                     r.label = "3F-301-1";
                     r.status = Status::remove;
                 });
             }},
            {"DES-05", "sound", [](Office&) {}},
        },
    };
}

} // namespace riser::test
