// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/catalogue.h"

#include "solvers/checks/rules/rules.h"

namespace riser {

std::span<const Rule* const> rule_catalogue() {
    static constexpr const Rule* list[] = {
        &channel_length,
        &horizontal_cable_length,
        &cord_length,
        &warm_cable_length,
        &consolidation_point,
        &copper_reach,
        &copper_reach_in_bundles,
        &optical_loss,
        &optical_loss_at_most,
        &single_riser,
        &requirement_class,
        &redundant_services,
        &services_lost,
        &tray_fill,
        &conduit_fill,
        &trunk_conduit_fill,
        &shared_with_power,
        &shared_with_fire_alarm,
        &fire_penetration,
        &telecom_room_count,
        &telecom_room_area,
        &equipment_room_area,
        &cabinet_clearances,
        &telecom_room_reach,
        &earth_bars,
        &oversubscription,
        &port_growth,
        &poe_budget,
        &bundle_heat,
        &powered_cable_length,
        &wireless_level,
        &access_point_count,
        &unknown_walls,
        &wireless_leak,
        &ups_capacity,
        &joined_planes,
        &shared_faceplate,
        &unapproved_point,
        &restricted_area_device,
        &shared_pathway_of_secret,
        &secret_zone_joined,
        &boundary_controls,
        &zone_grade,
        &unguarded_zones,
        &management_access,
        &key_zone_at_edge,
        &wireless_boundary,
        &not_assessed,
        &redundant_key_devices,
        &vlan_number,
        &user_vlan_number,
        &vlan_subnet,
        &vlan_hosts_advised,
        &prefix_growth,
        &private_addresses,
        &assigned_addresses,
        &zone_addresses,
        &overlapping_prefixes,
        &gateway_address,
        &vlan_hosts_borne,
        &must_reach_met,
        &must_not_reach_kept,
        &video_retention,
        &reused_label,
        &label_template,
        &fill_above_own_limit,
        &unrouted_jack,
        &outlet_outside_room,
        &doubled_label,
        &dangling_reference,
        &broken_route,
        &missing_compartment,
        &reserved_pathway,
        &rack_units,
        &rack_loads,
        &feed_loads,
        &single_feed,
    };
    return list;
}

const Rule* find_rule(std::string_view id) {
    for (const Rule* rule : rule_catalogue())
        if (rule->id == id)
            return rule;
    return nullptr;
}

} // namespace riser
