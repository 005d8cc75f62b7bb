// SPDX-License-Identifier: GPL-3.0-or-later
// What the planning of equipment is told: growth, reserves, ratios, rack sizes, clearances, labels. Defaults are those
// of the deck's rules; their sources stand beside them. No standard's number stands in the planner itself.
#pragma once

#include "model/base/units.h"
#include "solvers/base/link_tables.h"
#include "solvers/base/rack_clearances.h"

#include <string>
#include <vector>

namespace riser {

struct CabinetKind {
    std::int32_t units = 42;
    Millimetres width = Millimetres(600);
    Millimetres depth = Millimetres(1'000);
};

struct EquipmentOptions {
    // Ports and panel positions beyond today's, where the brief states no growth (AV-09).
    BasisPoints growth = percent(30);
    BasisPoints poe_reserve = percent(20); // POE-01, own default
    std::int32_t access_ratio = 20;        // AV-07: downlinks to uplinks of an access switch
    std::int32_t core_ratio = 4;           // AV-07: of a distribution switch
    std::int32_t stack_members = 4;        // that share one trunk port and one backup (OUT-07); four is unverified
    // A core switch, for servers, exits and firewalls, where none of those is planned; own default.
    std::int32_t core_spare_ports = 8;
    std::int32_t controller_access_points = 512; // of one wireless controller; own default
    std::int32_t recorder_channels = 64;         // of one recorder; own default
    std::int32_t recorder_gigabytes = 384'000;   // that one keeps (24 discs of 16 TB); own default

    std::int32_t panel_positions = 24;
    std::int32_t odf_positions = 24; // where the catalogue's bill names no other size
    std::int32_t block_positions = 100;

    std::int32_t rack_units = 42;
    Millimetres rack_width = Millimetres(600);
    std::vector<Millimetres> rack_depths{Millimetres(1'000), Millimetres(800), Millimetres(600)};
    Grams rack_load = Grams(800'000);     // own default
    Milliwatts rack_power = watts(8'000); // own default
    // For rooms where those find no room; the catalogue's cabinets stand in for all of these where it names any: bill
    // items that measure "rack:42:600x1000". Those of Clearances::wall_units at most hang on a wall.
    std::vector<CabinetKind> small_cabinets{{15, Millimetres(600), Millimetres(600)},
                                            {12, Millimetres(600), Millimetres(450)}};
    Grams wall_load = Grams(60'000);           // own default
    Milliwatts wall_power = watts(2'000);      // own default
    Millimetres door_clear = Millimetres(900); // from the middle of its wall, free of cabinets; own default
    BasisPoints free_units = percent(20);      // of a rack, left for growth; own default
    Clearances clearances;                     // ROOM-06

    // What fibre applications reach and may lose; where it lists none, transceivers are not chosen. What boundaries of
    // zones must have; where it lists none, no security devices are.
    LinkTables links;

    Millimetres copper_cord = Millimetres(2'000); // CAB-05, unverified
    Millimetres fibre_cord = Millimetres(3'000);
    std::int32_t pdu_sockets = 12;
    VoltAmperes pdu_capacity = VoltAmperes(7'360); // 32 A at 230 V

    // Fields: space, plane (empty when secret), n.
    std::string rack_label = "{space}-R{n}";
    std::string panel_label = "{space}-{plane}{letter}{n:2}"; // letter: P copper, O fibre, V voice
    std::string pdu_label = "{rack}-PDU{n:A}";
    std::string device_label = "{space}-{plane}{letter}{n:2}"; // letter: SW, DS, CS
};

} // namespace riser
