// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

void shape(Office& o, std::int32_t width, std::int32_t depth) {
    o.change(o.telecom_room, [&](Room& room) {
        room.outline.outer = {{0, 0}, {width, 0}, {width, depth}, {0, depth}};
    });
}
void equipment_room(Office& o, std::int32_t width, std::int32_t depth) {
    shape(o, width, depth);
    o.change(o.space, [](Space& s) { s.role = SpaceRole::equipment_room; });
}
void points(Office& o, int count) {
    for (int i = 1; i < count; ++i)
        o.add_jack(o.outlet, o.plane);
}
// The outlet 12 m further than the tray's far end; the drop is measured from the tray.
void far_outlet(Office& o, int metres_away) {
    o.set_length(metres_away);
    o.change(o.outlet, [&](Outlet& row) {
        row.place = {1'500 + metres_away * 1'000, 1'500};
        row.room = {};
    });
}

} // namespace

RuleTables room_tables() {
    return {
        {
            {"ROOM-01", "no telecom room serves the floor", [](Office& o) { o.design.spaces.erase(o.space); }, 1,
             "1 points; 1 telecom rooms are needed, 0 serve it"},
            {"ROOM-01", "an ELV shaft that feeds the jack is no telecom room",
             [](Office& o) { o.change(o.space, [](Space& s) { s.role = SpaceRole::elv_shaft; }); }, 1,
             "1 points; 1 telecom rooms are needed, 0 serve it"},
            {"ROOM-01", "a shaft with 401 points behind it is one finding, of the floor",
             [](Office& o) {
                 for (int i = 1; i < 401; ++i)
                     o.add_cable(o.add_jack(o.outlet, o.plane), o.plane);
                 o.change(o.space, [](Space& s) { s.role = SpaceRole::elv_shaft; });
             },
             1, "401 points; 2 telecom rooms are needed, 0 serve it"},
            {"ROOM-01", "401 points behind one room", [](Office& o) { points(o, 401); }, 1,
             "401 points; 2 telecom rooms are needed, 1 serve it"},
            {"ROOM-01", "farthest point 96 m away", [](Office& o) { far_outlet(o, 90); }, 1,
             "is 93.7 m away by its route; 2 telecom rooms"},
            {"ROOM-02", "4 m2", [](Office& o) { shape(o, 2'000, 2'000); }, 1,
             "Floor distributor 3F-E1 has 4.0 m², at least 5.0 m²"},
            {"ROOM-03", "9 m2", [](Office& o) { equipment_room(o, 3'000, 3'000); }, 1, "The area of"},
            {"ROOM-03", "wide enough in one direction only", [](Office& o) { equipment_room(o, 2'000, 6'000); }, 1,
             "The width of Equipment room 3F-E1 is 2.0 m, at least 2.5 m"},
            {"ROOM-03", "7001 points need 4 m2 more",
             [](Office& o) {
                 equipment_room(o, 4'000, 3'400);
                 points(o, 7'001);
             },
             1, "at least 14.0 m²"},
            {"REACH-01", "90 m away with slack", [](Office& o) { far_outlet(o, 86); }, 1,
             "its nearest telecom room is 92.0 m away, limit 90.0 m"},
            {"REACH-01", "no pathway on its floor",
             [](Office& o) {
                 const FloorId other = o.building.with_floor("4F", {"BB"});
                 o.change(o.outlet, [&](Outlet& row) {
                     row.floor = other;
                     row.room = {};
                 });
             },
             1, "no pathway open to it is near"},
            {"REACH-01", "pathways that lead nowhere",
             [](Office& o) {
                 o.change(o.near_node, [](PathwayNode& row) { row.space = {}; });
                 const FloorId other = o.building.with_floor("4F", {"BB"});
                 o.change(o.near_node, [&](PathwayNode& row) { row.floor = other; });
                 o.change(o.far_node, [&](PathwayNode& row) { row.floor = other; });
                 o.change(o.outlet, [&](Outlet& row) {
                     row.floor = other;
                     row.room = {};
                 });
             },
             1, "lead to no telecom room"},
            {"REACH-01", "the only room is another plane's",
             [](Office& o) {
                 const PlaneId other = o.add_plane("V", Disclosure::open);
                 o.change(o.space, [&](Space& s) { s.plane = other; });
             },
             1, "no telecom room may serve it"},
        },
        {
            {"ROOM-01", "one room, 400 points", [](Office& o) { points(o, 400); }},
            {"ROOM-01", "a room of another floor serves it",
             [](Office& o) {
                 const FloorId other = o.building.with_floor("4F", {"BB"});
                 o.change(o.space, [&](Space& s) { s.serves = {o.floor, other}; });
                 Outlet outlet;
                 outlet.floor = other;
                 o.add_jack(o.add(outlet), o.plane);
             }},
            {"ROOM-01", "no points", [](Office& o) { o.design.jacks = {}; }, RuleOutcome::not_applicable},
            {"ROOM-02", "5 m2", [](Office& o) { shape(o, 2'500, 2'000); }},
            {"ROOM-02", "no outline", [](Office& o) { o.change(o.telecom_room, [](Room& r) { r.outline = {}; }); },
             RuleOutcome::needs_input},
            {"ROOM-02", "an equipment room is ROOM-03's", [](Office& o) { equipment_room(o, 2'000, 2'000); },
             RuleOutcome::not_applicable},
            {"ROOM-03", "10 m2, 2.5 m wide", [](Office& o) { equipment_room(o, 2'500, 4'000); }},
            {"ROOM-03", "6000 points need no more",
             [](Office& o) {
                 equipment_room(o, 2'500, 4'000);
                 points(o, 6'000);
             }},
            {"ROOM-03", "no equipment room", [](Office&) {}, RuleOutcome::not_applicable},
            {"REACH-01", "within reach", [](Office& o) { far_outlet(o, 80); }},
            {"REACH-01", "nothing planned yet", [](Office& o) { o.design.spaces = {}; }, RuleOutcome::needs_input},
            {"REACH-01", "no jacks", [](Office& o) { o.design.jacks = {}; }, RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
