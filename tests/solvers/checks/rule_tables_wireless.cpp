// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

void serve_wireless(Office& o) {
    Zone zone;
    zone.plane = o.plane;
    Service service;
    service.medium = ServiceMedium::wireless;
    service.zone = o.add(zone);
    o.add(service);
}
// An access point on the office's ceiling, and a wireless service.
OutletId hang(Office& o, Point place) {
    o.change(o.kind, [](PointKind& kind) { kind.wireless = true; });
    o.change(o.outlet, [&](Outlet& row) {
        row.place = place;
        row.height = Millimetres(2'800);
    });
    serve_wireless(o);
    return o.outlet;
}
void wall(Office& o, std::int32_t x, WallMaterial material) {
    Wall row;
    row.floor = o.floor;
    row.line = {{x, 0}, {x, 3'000}};
    row.thickness = Millimetres(200);
    row.material = material;
    o.add(row);
}
void people(Office& o, std::int32_t count) {
    o.change(o.office, [&](Room& room) { room.occupants = count; });
}
// The telecom room is a leader's office, its neighbour's access point 2 m from the partition.
void leader_beside(Office& o, WallMaterial material) {
    hang(o, {5'000, 1'500});
    wall(o, 3'000, material);
    o.change(o.telecom_room, [](Room& room) { room.use = RoomUse::leader_office; });
}

} // namespace

RuleTables wireless_tables() {
    return {
        {
            {"WIFI-01", "three fifths of the office behind a shield",
             [](Office& o) {
                 hang(o, {4'000, 1'500});
                 wall(o, 5'000, WallMaterial::shielded);
             },
             1, "60 % of Room 301 hears Plane W below -65 dBm, at worst not at all"},
            {"WIFI-01", "behind concrete and a metal wall",
             [](Office& o) {
                 hang(o, {4'000, 1'500});
                 wall(o, 8'000, WallMaterial::concrete);
                 wall(o, 8'500, WallMaterial::metal);
             },
             1, "at worst -9"},
            {"WIFI-03", "31 people on one access point",
             [](Office& o) {
                 hang(o, {7'000, 1'500});
                 people(o, 31);
             },
             2, "has 1 access points of Plane W; by devices active at once 2 are usual"},
            {"WIFI-03", "none at all", [](Office& o) { serve_wireless(o); }, 1, "by area 1 are usual"},
            {"WIFI-03", "ten devices of 20 Mbit/s are enough for one",
             [](Office& o) {
                 hang(o, {7'000, 1'500});
                 people(o, 11);
                 for (const Service& row : Table<Service>(o.design.services))
                     o.change(row.id, [](Service& service) { service.busy_hour_rate = megabits(20); });
             },
             2, "by bandwidth 2 are usual"},
            {"WIFI-04", "one of two walls",
             [](Office& o) {
                 serve_wireless(o);
                 wall(o, 3'000, WallMaterial::unknown);
                 wall(o, 12'000, WallMaterial::brick);
             },
             1, "1 of the 2 walls of Floor 3F do not state"},
            {"WIFI-05", "through boards", [](Office& o) { leader_beside(o, WallMaterial::drywall); }, 1,
             "in Room 3T, where wireless is forbidden"},
            {"WIFI-05", "from the floor above, through its slab",
             [](Office& o) {
                 leader_beside(o, WallMaterial::shielded);
                 const FloorId above = o.building.with_floor("4F", {"BBBBBBBBBBBB", "BBBBBBBBBBBB", "BBBBBBBBBBBB"},
                                                             {{'B', {RoomUse::meeting, "401", 0}}});
                 o.change(o.outlet, [&](Outlet& row) {
                     row.floor = above;
                     row.room = {};
                     row.place = {1'500, 1'500};
                     row.height = Millimetres(300);
                 });
             },
             1, "in Room 3T"},
        },
        {
            {"WIFI-01", "in the open",
             [](Office& o) {
                 hang(o, {7'000, 1'500});
             }},
            {"WIFI-01", "behind boards",
             [](Office& o) {
                 hang(o, {4'000, 1'500});
                 wall(o, 5'000, WallMaterial::drywall);
             }},
            {"WIFI-01", "no wireless service", [](Office&) {}, RuleOutcome::not_applicable},
            {"WIFI-01", "nothing placed yet", [](Office& o) { serve_wireless(o); }, RuleOutcome::needs_input},
            {"WIFI-01", "no room needs it",
             [](Office& o) {
                 hang(o, {7'000, 1'500});
                 o.change(o.office, [](Room& room) { room.use = RoomUse::registry; });
             },
             RuleOutcome::not_applicable},
            {"WIFI-03", "30 people",
             [](Office& o) {
                 hang(o, {7'000, 1'500});
                 people(o, 30);
             }},
            {"WIFI-03", "no wireless service", [](Office&) {}, RuleOutcome::not_applicable},
            {"WIFI-04", "all stated",
             [](Office& o) {
                 serve_wireless(o);
                 wall(o, 3'000, WallMaterial::brick);
             }},
            {"WIFI-04", "no wireless service", [](Office& o) { wall(o, 3'000, WallMaterial::unknown); },
             RuleOutcome::not_applicable},
            {"WIFI-05", "through a shield", [](Office& o) { leader_beside(o, WallMaterial::shielded); }},
            {"WIFI-05", "a toilet forbids cameras, not what is said there",
             [](Office& o) {
                 leader_beside(o, WallMaterial::drywall);
                 o.change(o.telecom_room, [](Room& room) { room.use = RoomUse::toilet; });
             },
             RuleOutcome::not_applicable},
            {"WIFI-05", "no access point", [](Office&) {}, RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
