// SPDX-License-Identifier: GPL-3.0-or-later
// The rules, each defined in the source of its name. The catalogue lists them in the order of reports.
#pragma once

#include "solvers/checks/rule.h"

namespace riser {

// Cabling
extern const Rule channel_length;          // CAB-01
extern const Rule horizontal_cable_length; // CAB-02
extern const Rule cord_length;             // CAB-03
extern const Rule warm_cable_length;       // CAB-07
extern const Rule cords_by_gauge;          // CAB-10
extern const Rule thin_cord;               // CAB-11
extern const Rule work_area_cord;          // CAB-12
extern const Rule consolidation_point;     // CAB-14
extern const Rule copper_reach;            // CAB-17
extern const Rule copper_reach_in_bundles; // CAB-18
extern const Rule optical_loss;            // FIB-01
extern const Rule optical_loss_at_most;    // FIB-03
extern const Rule single_riser;            // AV-04
extern const Rule requirement_class;       // REQ-01
extern const Rule redundant_services;      // REQ-02
extern const Rule services_lost;           // REQ-03
// Pathways
extern const Rule tray_fill;          // PATH-01
extern const Rule conduit_fill;       // PATH-02
extern const Rule trunk_conduit_fill; // PATH-03
extern const Rule shared_with_power;  // PATH-05
// Fire
extern const Rule shared_with_fire_alarm; // FIRE-03
extern const Rule fire_penetration;       // FIRE-04
// Rooms
extern const Rule telecom_room_count;  // ROOM-01
extern const Rule telecom_room_area;   // ROOM-02
extern const Rule equipment_room_area; // ROOM-03
extern const Rule cabinet_clearances;  // ROOM-06
extern const Rule telecom_room_reach;  // REACH-01
extern const Rule earth_bars;          // GND-04
// Ports and power
extern const Rule availability_target;  // AV-01
extern const Rule oversubscription;     // AV-07
extern const Rule business_peak;        // AV-06
extern const Rule failure_headroom;     // AV-08
extern const Rule hash_limits;          // AV-10
extern const Rule bundle_heat;          // POE-02
extern const Rule powered_cable_length; // POE-03
extern const Rule port_growth;          // AV-09
extern const Rule poe_budget;           // POE-01
extern const Rule ups_capacity;         // AV-12
// Wireless
extern const Rule wireless_level;     // WIFI-01
extern const Rule access_point_count; // WIFI-03
extern const Rule unknown_walls;      // WIFI-04
extern const Rule wireless_leak;      // WIFI-05
// Security
extern const Rule joined_planes;            // SEC-C1
extern const Rule shared_faceplate;         // SEC-C5
extern const Rule shared_object;            // SEC-C6
extern const Rule unapproved_point;         // SEC-P1
extern const Rule restricted_area_device;   // SEC-R1
extern const Rule shared_pathway_of_secret; // Z-01
extern const Rule secret_zone_joined;       // SEC-Z1
extern const Rule secret_published;         // SEC-Z2
extern const Rule boundary_controls;        // Z-10
extern const Rule zone_grade;               // Z-11
extern const Rule unguarded_zones;          // Z-12
extern const Rule management_access;        // Z-13
extern const Rule key_zone_at_edge;         // Z-14
extern const Rule wireless_boundary;        // Z-15
extern const Rule direct_policies;          // Z-16
extern const Rule untranslated_exit;        // Z-17
extern const Rule wired_in_wireless;        // Z-18
extern const Rule unpermitted_service;      // Z-19
extern const Rule not_assessed;             // Z-20
extern const Rule published_service;        // Z-21
extern const Rule outside_address;          // Z-22
extern const Rule doubled_publication;      // Z-23
extern const Rule translated_host;          // Z-24
extern const Rule unpublishable_service;    // Z-25
extern const Rule redundant_key_devices;    // AV-05
// Logical network and monitoring
extern const Rule vlan_number;          // VL-01
extern const Rule user_vlan_number;     // VL-02
extern const Rule vlan_subnet;          // VL-03
extern const Rule vlan_hosts_advised;   // VL-04
extern const Rule prefix_growth;        // VL-05
extern const Rule private_addresses;    // VL-06
extern const Rule assigned_addresses;   // VL-07
extern const Rule vlan_range;           // VL-08
extern const Rule zone_addresses;       // VL-09
extern const Rule overlapping_prefixes; // VL-10
extern const Rule gateway_address;      // VL-11
extern const Rule vlan_hosts_borne;     // VL-12
extern const Rule misplaced_port;       // VL-13
extern const Rule dhcp_scopes;          // VL-14
extern const Rule video_retention;      // MON-07
extern const Rule must_reach_met;       // INT-01
extern const Rule must_not_reach_kept;  // INT-02
extern const Rule published_reached;    // INT-03
extern const Rule outside_kept_out;     // INT-04
// Labels
extern const Rule reused_label;   // LBL-03
extern const Rule label_template; // LBL-04
// The design itself
extern const Rule fill_above_own_limit; // DES-01
extern const Rule unrouted_jack;        // DES-02
extern const Rule outlet_outside_room;  // DES-03
extern const Rule doubled_label;        // DES-04
extern const Rule dangling_reference;   // DES-05
extern const Rule broken_route;         // DES-06
extern const Rule missing_compartment;  // DES-07
extern const Rule reserved_pathway;     // DES-08
extern const Rule rack_units;           // DES-09
extern const Rule rack_loads;           // DES-10
extern const Rule feed_loads;           // DES-11
extern const Rule single_feed;          // DES-12

} // namespace riser
