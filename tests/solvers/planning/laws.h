// SPDX-License-Identifier: GPL-3.0-or-later
// The planners alike, so that a law is written once.
#pragma once

#include "tests/solvers/planning/planned.h"
#include "tests/solvers/planning/varied_building.h"

#include <functional>

namespace riser::test {

struct Planned {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
};

struct Planner {
    std::string name;
    std::vector<Kind> writes;
    std::function<Result<Planned>(const Design&, const Run&)> plan;
};

template<class Plan> Result<Planned> as_planned(Result<Plan> plan) {
    if (!plan)
        return plan.error();
    return Planned{.change = std::move(plan->change), .outcome = plan->outcome};
}

// In the order in which they build on one another.
inline const std::vector<Planner>& planners() {
    static const std::vector<Planner> list{
        {"outlets",
         {Kind::outlets, Kind::jacks},
         [](const Design& d, const Run& run) { return as_planned(plan_outlets(d, {}, run)); }},
        {"access points",
         {Kind::outlets, Kind::jacks},
         [](const Design& d, const Run& run) { return as_planned(plan_access_points(d, {}, run)); }},
        {"spaces", {Kind::spaces}, [](const Design& d, const Run& run) { return as_planned(plan_spaces(d, {}, run)); }},
        {"pathways",
         {Kind::pathway_nodes, Kind::pathway_runs, Kind::penetrations},
         [](const Design& d, const Run& run) { return as_planned(plan_pathways(d, {}, run)); }},
        {"cables",
         {Kind::cables, Kind::terminations, Kind::pathway_runs, Kind::penetrations},
         [](const Design& d, const Run& run) { return as_planned(plan_cables(d, by_deck().cables, run)); }},
        {"backbone",
         {Kind::cables, Kind::pathway_runs, Kind::penetrations},
         [](const Design& d, const Run& run) { return as_planned(plan_backbone(d, {}, run)); }},
        {"equipment",
         {Kind::panels, Kind::racks, Kind::rack_items, Kind::equipment, Kind::cards, Kind::ports, Kind::power_supplies,
          Kind::lags, Kind::stacks, Kind::pdus, Kind::cables, Kind::terminations, Kind::services,
          Kind::provider_handoffs},
         [](const Design& d, const Run& run) { return as_planned(plan_equipment(d, by_deck().equipment, run)); }},
        {"power",
         {Kind::power_sources, Kind::transfer_switches, Kind::ups_units, Kind::circuits, Kind::pdus, Kind::earth_bars,
          Kind::bonds},
         [](const Design& d, const Run& run) { return as_planned(plan_power(d, by_deck().power, run)); }},
        {"addresses",
         {Kind::vrfs, Kind::vlans, Kind::address_pools, Kind::prefixes, Kind::dhcp_scopes, Kind::gateways, Kind::routes,
          Kind::spanning_trees, Kind::ports, Kind::equipment},
         [](const Design& d, const Run& run) { return as_planned(plan_addresses(d, by_deck().addresses, run)); }},
        {"zones",
         {Kind::policies, Kind::acls, Kind::nats},
         [](const Design& d, const Run& run) { return as_planned(plan_zones(d, by_deck().zones, run)); }},
    };
    return list;
}

// How many buildings a law is tried on: the small one and variations.
constexpr std::uint32_t buildings = 30;

// What differs, in words, for a failure's message.
std::string differences(const Design& before, const Design& after);

} // namespace riser::test
