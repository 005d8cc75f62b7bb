// SPDX-License-Identifier: GPL-3.0-or-later
// The one list of tables a design holds: row type, table, id prefix, element name. Kinds, ids, the aggregate, the file
// and every walk over "all tables" follow from it. To add an entity: a line here, its struct, its record in fields/.
#pragma once

#include "model/base/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// clang-format off
#define RISER_TABLES(X) \
    /* project and paper */ \
    X(Project, projects, "pj", "project") \
    X(Edition, editions, "ed", "edition") \
    X(Revision, revisions, "rv", "revision") \
    X(Sheet, sheets, "sh", "sheet") \
    X(Viewport, viewports, "vp", "viewport") \
    X(Annotation, annotations, "an", "annotation") \
    X(LabelTemplate, label_templates, "lt", "label-template") \
    X(RetiredLabel, retired_labels, "rl", "retired-label") \
    /* brief */ \
    X(Brief, briefs, "br", "brief") \
    X(HeadCount, head_counts, "hc", "head-count") \
    X(PointRule, point_rules, "pr", "point-rule") \
    X(ApprovedPoint, approved_points, "ap", "approved-point") \
    X(RequirementClass, requirement_classes, "rq", "requirement-class") \
    X(ScopeItem, scope_items, "si", "scope-item") \
    X(RoomUseName, room_use_names, "un", "room-use-name") \
    /* catalogue */ \
    X(PointKind, point_kinds, "pk", "point-kind") \
    X(CableType, cable_types, "ct", "cable-type") \
    X(PathwayType, pathway_types, "pt", "pathway-type") \
    X(EquipmentType, equipment_types, "et", "equipment-type") \
    X(BillItem, bill_items, "bi", "bill-item") \
    /* building */ \
    X(Site, sites, "st", "site") \
    X(OutdoorDuct, outdoor_ducts, "od", "outdoor-duct") \
    X(Building, buildings, "bg", "building") \
    X(Floor, floors, "fl", "floor") \
    X(Room, rooms, "rm", "room") \
    X(Wall, walls, "wl", "wall") \
    X(Opening, openings, "op", "opening") \
    X(Column, columns, "cl", "column") \
    X(AxisLine, axis_lines, "ax", "axis-line") \
    X(Underlay, underlays, "ul", "underlay") \
    X(FireCompartment, fire_compartments, "fc", "fire-compartment") \
    X(Penetration, penetrations, "pe", "penetration") \
    X(RestrictedArea, restricted_areas, "ra", "restricted-area") \
    X(Space, spaces, "sp", "space") \
    /* pathways */ \
    X(PathwayNode, pathway_nodes, "pn", "pathway-node") \
    X(PathwayRun, pathway_runs, "pw", "pathway-run") \
    X(PowerRoute, power_routes, "po", "power-route") \
    /* cabling */ \
    X(Outlet, outlets, "ou", "outlet") \
    X(Jack, jacks, "jk", "jack") \
    X(Cable, cables, "cb", "cable") \
    X(Termination, terminations, "tm", "termination") \
    X(Splice, splices, "sl", "splice") \
    X(Panel, panels, "pa", "panel") \
    X(Rack, racks, "rk", "rack") \
    X(RackItem, rack_items, "ri", "rack-item") \
    /* equipment */ \
    X(Equipment, equipment, "eq", "equipment") \
    X(Card, cards, "cd", "card") \
    X(PowerSupply, power_supplies, "ps", "power-supply") \
    X(Port, ports, "pp", "port") \
    X(Lag, lags, "lg", "lag") \
    X(Stack, stacks, "sk", "stack") \
    X(SpanningTree, spanning_trees, "sn", "spanning-tree") \
    X(CommonCause, common_causes, "cc", "common-cause") \
    /* power and earth */ \
    X(PowerSource, power_sources, "ws", "power-source") \
    X(Ats, transfer_switches, "at", "transfer-switch") \
    X(Ups, ups_units, "up", "ups") \
    X(Circuit, circuits, "ci", "circuit") \
    X(Pdu, pdus, "pd", "pdu") \
    X(EarthBar, earth_bars, "eb", "earth-bar") \
    X(Bond, bonds, "bo", "bond") \
    X(Spd, surge_protectors, "sd", "surge-protector") \
    X(ProviderHandoff, provider_handoffs, "ph", "provider-handoff") \
    /* logical network */ \
    X(Body, bodies, "bd", "body") \
    X(Plane, planes, "pl", "plane") \
    X(Region, regions, "rg", "region") \
    X(GradedSystem, graded_systems, "gs", "graded-system") \
    X(Zone, zones, "zn", "zone") \
    X(Vrf, vrfs, "vr", "vrf") \
    X(AddressPool, address_pools, "ad", "address-pool") \
    X(Prefix, prefixes, "px", "prefix") \
    X(DhcpScope, dhcp_scopes, "dh", "dhcp-scope") \
    X(Route, routes, "rt", "route") \
    X(Acl, acls, "ac", "acl") \
    X(Nat, nats, "nt", "nat") \
    X(Vlan, vlans, "vl", "vlan") \
    X(Gateway, gateways, "gw", "gateway") \
    X(Ssid, ssids, "ss", "ssid") \
    X(Service, services, "sv", "service") \
    X(MustReach, must_reach, "mr", "must-reach") \
    X(MustNotReach, must_not_reach, "mn", "must-not-reach") \
    X(Policy, policies, "py", "policy") \
    X(Authorization, authorizations, "au", "authorization") \
    /* monitoring and review */ \
    X(MonitoringPoint, monitoring_points, "mp", "monitoring-point") \
    X(RuleSetting, rule_settings, "rs", "rule-setting") \
    X(Waiver, waivers, "wv", "waiver") \
    X(Comment, comments, "cm", "comment") \
    X(Approval, approvals, "av", "approval")
// clang-format on

namespace riser {

#define RISER_DECLARE(Type, table, prefix, element)                                                                    \
    struct Type;                                                                                                       \
    using Type##Id = Id<Type>;
RISER_TABLES(RISER_DECLARE)
#undef RISER_DECLARE

// One value a table, in the order of the list (and of the file).
enum class Kind : std::uint8_t {
#define RISER_KIND(Type, table, prefix, element) table,
    RISER_TABLES(RISER_KIND)
#undef RISER_KIND
};
#define RISER_COUNT(Type, table, prefix, element) +1
constexpr std::size_t kind_count = 0 RISER_TABLES(RISER_COUNT);
#undef RISER_COUNT

template<class Row> struct KindOf;
#define RISER_KIND_OF(Type, table, prefix, element)                                                                    \
    template<> struct KindOf<Type> { static constexpr Kind value = Kind::table; };
RISER_TABLES(RISER_KIND_OF)
#undef RISER_KIND_OF
template<class Row> constexpr Kind kind_of = KindOf<Row>::value;

std::string_view id_prefix(Kind kind);    // "rm"
std::string_view table_name(Kind kind);   // "rooms"
std::string_view element_name(Kind kind); // "room"
std::optional<Kind> kind_of_prefix(std::string_view prefix);
std::optional<Kind> kind_of_element(std::string_view element);

// A reference to a row of any kind.
struct AnyId {
    Kind kind{};
    std::uint64_t value = 0;
    AnyId() = default;
    AnyId(Kind k, std::uint64_t v) : kind(k), value(v) {}
    template<class Row> AnyId(Id<Row> id) : kind(kind_of<Row>), value(id.value) {}
    auto operator<=>(const AnyId&) const = default;
};

// "rm-7k3qx9m2pv".
std::string to_string(AnyId id);
template<class Row> std::string to_string(Id<Row> id) { return to_string(AnyId(id)); }
std::optional<AnyId> parse_any_id(std::string_view text);

} // namespace riser
