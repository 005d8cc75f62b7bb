// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

PlaneId secret(Office& o) { return o.add_plane("S", Disclosure::secret); }

ApprovedPoint approved(Office& o, PlaneId plane, int jacks) {
    ApprovedPoint row;
    row.plane = plane;
    row.floor = "3F";
    row.room = "301";
    row.kind = o.kind;
    row.jacks = jacks;
    row.document = "2026-1";
    return row;
}
void restrict_room(Office& o) {
    RestrictedArea area;
    area.floor = o.floor;
    area.name = {"首长办公室", "Leader's office"};
    area.room = o.office;
    o.add(area);
}
void restrict_squares(Office& o, std::int32_t from, std::int32_t to) {
    RestrictedArea area;
    area.floor = o.floor;
    area.outline.outer = {{from, 0}, {to, 0}, {to, 3'000}, {from, 3'000}};
    o.add(area);
}
void point_kind(Office& o, bool PointKind::*what) {
    o.change(o.kind, [&](PointKind& kind) { kind.*what = true; });
}
void must_not_reach(Office& o, PlaneId a, PlaneId b) {
    MustNotReach row;
    row.a = a;
    row.b = b;
    o.add(row);
}
MonitoringPoint camera(Office& o, Point place) {
    MonitoringPoint point;
    point.kind = MonitoringKind::camera;
    point.label = "IPC-1";
    point.floor = o.floor;
    point.place = place;
    return point;
}
Equipment access_point(Office& o, Point place) {
    EquipmentType type;
    type.role = EquipmentRole::access_point;
    Equipment device;
    device.type = o.add(type);
    device.floor = o.floor;
    device.place = place;
    return device;
}

EquipmentId switch_of(Office& o, PlaneId plane) {
    EquipmentType type;
    type.role = EquipmentRole::access_switch;
    Equipment row;
    row.type = o.add(type);
    row.label = "SW";
    row.plane = plane;
    return o.add(row);
}
void in_one_rack(Office& o, PlaneId other) {
    Rack rack;
    rack.space = o.space;
    rack.label = "R1";
    RackItem row;
    row.rack = o.add(rack);
    for (const PlaneId plane : {o.plane, other}) {
        row.item = switch_of(o, plane);
        o.add(row);
    }
}

} // namespace

RuleTables security_tables() {
    return {
        {
            {"SEC-C1", "secret cable on an open panel",
             [](Office& o) {
                 const PlaneId s = secret(o);
                 o.change(o.jack, [&](Jack& j) { j.plane = s; });
                 o.change(o.cable, [&](Cable& c) { c.plane = s; });
             },
             1, "belongs to Plane S but ends on Panel 3F-E1-A of Plane W"},
            {"SEC-C1", "open cable on a secret jack",
             [](Office& o) { o.change(o.jack, [&](Jack& j) { j.plane = secret(o); }); }, 1, "Jack J-1"},
            {"SEC-C1", "cable without a plane takes its jack's",
             [](Office& o) {
                 o.change(o.jack, [&](Jack& j) { j.plane = secret(o); });
                 o.change(o.cable, [](Cable& c) { c.plane = {}; });
             }},
            {"SEC-C1", "secret cable on a device of no stated plane",
             [](Office& o) {
                 const PlaneId s = secret(o);
                 const EquipmentId device = o.add(Equipment{});
                 Port port;
                 port.equipment = device;
                 const PortId id = o.add(port);
                 const CableId c = o.add_cord(id, 1, metres(2));
                 o.change(c, [&](Cable& row) { row.plane = s; });
             },
             1, "no stated plane"},
            {"SEC-C5", "secret and open jack on one faceplate", [](Office& o) { o.add_jack(o.outlet, secret(o)); }, 1,
             "Outlet 3F-301-1 holds jacks of Plane S and of Plane W"},
            {"SEC-C5", "secret jack beside one of no stated plane",
             [](Office& o) {
                 o.change(o.jack, [](Jack& j) { j.plane = {}; });
                 o.add_jack(o.outlet, secret(o));
             }},
            {"SEC-C5", "two open planes that must not reach each other",
             [](Office& o) {
                 const PlaneId other = o.add_plane("V", Disclosure::restricted);
                 must_not_reach(o, other, o.plane);
                 o.add_jack(o.outlet, other);
             }},
            {"SEC-C6", "a secret device in a rack with another plane's", [](Office& o) { in_one_rack(o, secret(o)); },
             1, "and by Equipment SW also by Plane"},
            {"SEC-C6", "a VLAN of another plane on a switch",
             [](Office& o) {
                 const PlaneId other = o.add_plane("V", Disclosure::restricted);
                 must_not_reach(o, other, o.plane);
                 Vlan vlan;
                 vlan.plane = other;
                 Port port;
                 port.equipment = switch_of(o, o.plane);
                 port.access_vlan = o.add(vlan);
                 o.add(port);
             },
             1, "also by Plane V"},
            {"SEC-C6", "a stack of two planes",
             [](Office& o) {
                 Stack row;
                 row.members = {switch_of(o, o.plane), switch_of(o, secret(o))};
                 o.add(row);
             }},
            {"SEC-C6", "a device in a space that is kept for a secret plane",
             [](Office& o) {
                 const PlaneId kept = secret(o);
                 o.change(o.space, [&](Space& row) { row.plane = kept; });
                 o.change(switch_of(o, o.plane), [&](Equipment& row) { row.space = o.space; });
                 o.change(o.panel, [&](Panel& row) { row.plane = kept; });
             }},
            {"SEC-P1", "no approval", [](Office& o) { o.change(o.jack, [&](Jack& j) { j.plane = secret(o); }); }, 1,
             "Jack J-1: 1 of Point kind TD on Plane S, the approved list has 0"},
            {"SEC-P1", "more than approved",
             [](Office& o) {
                 const PlaneId s = secret(o);
                 o.change(o.jack, [&](Jack& j) { j.plane = s; });
                 o.add_jack(o.outlet, s);
                 o.add(approved(o, s, 1));
             },
             1, "the approved list has 1"},
            {"SEC-P1", "approved for another room",
             [](Office& o) {
                 const PlaneId s = secret(o);
                 o.change(o.jack, [&](Jack& j) { j.plane = s; });
                 ApprovedPoint row = approved(o, s, 1);
                 row.room = "302";
                 o.add(row);
             }},
            {"SEC-P1", "in no room, whatever the list's empty fields say",
             [](Office& o) {
                 const PlaneId s = secret(o);
                 o.change(o.jack, [&](Jack& j) { j.plane = s; });
                 o.change(o.outlet, [](Outlet& row) { row.room = {}; });
                 ApprovedPoint row = approved(o, s, 1);
                 row.room = "";
                 o.add(row);
             }},
            {"SEC-R1", "camera jack in a restricted room",
             [](Office& o) {
                 restrict_room(o);
                 point_kind(o, &PointKind::camera);
             },
             1, "lies in Restricted area Leader's office, where cameras are forbidden"},
            {"SEC-R1", "wireless jack in a restricted outline",
             [](Office& o) {
                 restrict_squares(o, 10'000, 12'000);
                 point_kind(o, &PointKind::wireless);
             },
             1, "wireless"},
            {"SEC-R1", "microphone",
             [](Office& o) {
                 restrict_room(o);
                 point_kind(o, &PointKind::microphone);
             },
             1, "microphones"},
            {"SEC-R1", "assigned to another room, but standing in it",
             [](Office& o) {
                 restrict_room(o);
                 point_kind(o, &PointKind::camera);
                 o.change(o.outlet, [&](Outlet& row) { row.room = o.telecom_room; });
             }},
            {"SEC-R1", "camera drawn without a jack",
             [](Office& o) {
                 restrict_room(o);
                 o.add(camera(o, {5'000, 1'500}));
             },
             1, "IPC-1"},
            {"SEC-R1", "access point as a device",
             [](Office& o) {
                 restrict_room(o);
                 o.add(access_point(o, {5'000, 1'500}));
             }},
            {"Z-01", "secret and open cable in one tray",
             [](Office& o) {
                 const PlaneId s = secret(o);
                 o.add_cable(o.add_jack(o.add_outlet(o.office, {8'000, 500}), s), s);
             },
             1, "Tray T-1 serves both Plane S and Plane W"},
            {"Z-01", "a divider does not help",
             [](Office& o) {
                 o.change(o.tray, [](PathwayRun& r) { r.compartments.resize(2); });
                 const PlaneId s = secret(o);
                 const CableId c = o.add_cable(o.add_jack(o.add_outlet(o.office, {8'000, 500}), s), s);
                 o.change(c, [](Cable& row) { row.route[0].compartment = 1; });
             }},
            {"Z-01", "open cable in a run reserved for a secret plane",
             [](Office& o) { o.change(o.tray, [&](PathwayRun& r) { r.plane = secret(o); }); }},
            {"Z-01", "a cable of no stated plane beside a secret one",
             [](Office& o) {
                 const PlaneId s = secret(o);
                 o.change(o.cable, [](Cable& c) { c.plane = {}; });
                 o.change(o.jack, [](Jack& j) { j.plane = {}; });
                 o.add_cable(o.add_jack(o.add_outlet(o.office, {8'000, 500}), s), s);
             },
             1, "cables of no stated plane"},
        },
        {
            {"SEC-C1", "no plane has to be apart", [](Office& o) { o.add_plane("V", Disclosure::open); },
             RuleOutcome::not_applicable},
            {"SEC-C1", "everything of one plane", [](Office& o) { secret(o); }},
            {"SEC-C1", "a space or rack belongs to no network",
             [](Office& o) {
                 const PlaneId s = secret(o);
                 for (const Termination& t : Table<Termination>(o.design.terminations))
                     if (t.end == CableEnd::a)
                         o.change(t.id, [&](Termination& row) { row.on = o.space; });
                 o.change(o.jack, [&](Jack& j) { j.plane = s; });
                 o.change(o.cable, [&](Cable& c) { c.plane = s; });
             }},
            {"SEC-C6", "two open planes in one rack",
             [](Office& o) {
                 const PlaneId other = o.add_plane("V", Disclosure::restricted);
                 must_not_reach(o, other, o.plane);
                 in_one_rack(o, other);
             }},
            {"SEC-C6", "nothing must be apart", [](Office& o) { in_one_rack(o, o.plane); },
             RuleOutcome::not_applicable},
            {"SEC-C5", "two open planes may share a faceplate",
             [](Office& o) {
                 secret(o);
                 o.add_jack(o.outlet, o.add_plane("V", Disclosure::open));
             }},
            {"SEC-C5", "secret plane on its own faceplate",
             [](Office& o) {
                 o.add_jack(o.add_outlet(o.office, {8'000, 500}), secret(o));
             }},
            {"SEC-C5", "a jack to be removed is gone",
             [](Office& o) {
                 const JackId j = o.add_jack(o.outlet, secret(o));
                 o.change(j, [](Jack& row) { row.status = Status::remove; });
             }},
            {"SEC-P1", "as approved",
             [](Office& o) {
                 const PlaneId s = secret(o);
                 o.change(o.jack, [&](Jack& j) { j.plane = s; });
                 o.add_jack(o.outlet, s);
                 o.add(approved(o, s, 2));
             }},
            {"SEC-P1", "open planes need no approval", [](Office& o) { secret(o); }, RuleOutcome::not_applicable},
            {"SEC-R1", "data jack in a restricted room", [](Office& o) { restrict_room(o); }},
            {"SEC-R1", "camera beside the area",
             [](Office& o) {
                 restrict_squares(o, 3'000, 10'000);
                 point_kind(o, &PointKind::camera);
             }},
            {"SEC-R1", "the area allows cameras",
             [](Office& o) {
                 restrict_room(o);
                 point_kind(o, &PointKind::camera);
                 for (const RestrictedArea& area : Table<RestrictedArea>(o.design.restricted_areas))
                     o.change(area.id, [](RestrictedArea& row) { row.no_camera = false; });
             }},
            {"SEC-R1", "no area", [](Office& o) { point_kind(o, &PointKind::camera); }, RuleOutcome::not_applicable},
            {"Z-01", "secret cable in a tray of its own",
             [](Office& o) {
                 const PlaneId s = secret(o);
                 PathwayRun run = *o.design.find(o.tray);
                 run.plane = s;
                 const PathwayRunId own = o.add(run);
                 const CableId c = o.add_cable(o.add_jack(o.add_outlet(o.office, {8'000, 500}), s), s);
                 o.change(c, [&](Cable& row) { row.route[0].run = own; });
             }},
            {"Z-01", "two open planes in one tray",
             [](Office& o) {
                 secret(o);
                 const PlaneId other = o.add_plane("V", Disclosure::open);
                 o.add_cable(o.add_jack(o.outlet, other), other);
             }},
            {"Z-01", "planes that must not reach each other in compartments of one tray",
             [](Office& o) {
                 const PlaneId other = o.add_plane("V", Disclosure::open);
                 must_not_reach(o, other, o.plane);
                 o.change(o.tray, [](PathwayRun& r) { r.compartments.resize(2); });
                 const CableId c = o.add_cable(o.add_jack(o.outlet, other), other);
                 o.change(c, [](Cable& row) { row.route.front().compartment = 1; });
             }},
            {"Z-01", "no plane has to be apart", [](Office&) {}, RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
