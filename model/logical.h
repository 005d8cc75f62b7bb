// SPDX-License-Identifier: GPL-3.0-or-later
// The logical network: the leading bodies, physically separate planes, graded systems and zones, addresses and VLANs,
// services, and what must and must not be reached. Grading of state secrets is another variant, never mixed with MLPS.
#pragma once

#include "model/base/network.h"
#include "model/base/row.h"
#include "model/building.h"
#include "model/catalogue.h"
#include "model/kinds.h"

namespace riser {

struct Body : RowBase {
    BodyId id;
    std::string code; // "party", "congress", "government", "cppcc", "shared"
    Text name;
    std::string letter;                         // second cue beside the colour
    std::string colour;                         // "#D55E00"
    std::int32_t vlan_first = 0, vlan_last = 0; // its range of VLAN numbers on each plane
    bool operator==(const Body&) const = default;
};

enum class Disclosure { open, restricted, secret };

// A physically separate network.
struct Plane : RowBase {
    PlaneId id;
    std::string code; // used in labels unless secret
    Text name;
    Disclosure disclosure = Disclosure::open;
    std::string colour;
    bool operator==(const Plane&) const = default;
};

struct Region : RowBase {
    RegionId id;
    PlaneId plane;
    std::string code;
    Text name;
    bool operator==(const Region&) const = default;
};

// Grading is one of two schemes that never mix: MLPS level 1..4 (GB/T 22239) or classified protection 分级保护.
enum class Grading { none, mlps_1, mlps_2, mlps_3, mlps_4, secret_mi, secret_jimi, secret_juemi };
enum class GradingState { draft, declared, approved };

// 定级对象.
struct GradedSystem : RowBase {
    GradedSystemId id;
    Text name;
    std::optional<BodyId> owner;
    std::int32_t level_s = 0; // service side S and A levels; level = max
    std::int32_t level_a = 0;
    Grading grading = Grading::none;
    std::string filing_number;
    GradingState state = GradingState::draft;
    bool operator==(const GradedSystem&) const = default;
};

// What stands in a zone: people's desks, hosts of services, things without a user, visitors, or the devices at a
// border.
enum class ZoneRole { desks, servers, things, guests, edge };

// A security zone. `bodies`, `uses` and `kinds` say who belongs there: a jack of the zone's plane belongs to the zone
// that names its point kind, else to that which names its room's use, else to that which names its room's owner; an
// empty list asks nothing.
struct Zone : RowBase {
    ZoneId id;
    std::string code;
    Text name;
    PlaneId plane;
    std::optional<RegionId> region;
    Grading grading = Grading::none; // at least that of its systems
    std::vector<GradedSystemId> systems;
    bool management = false;
    ZoneRole role = ZoneRole::desks;
    std::vector<BodyId> bodies;
    std::vector<RoomUse> uses;
    std::vector<PointKindId> kinds;
    bool operator==(const Zone&) const = default;
};

// A vertical department's network.
struct Vrf : RowBase {
    VrfId id;
    std::string name;
    PlaneId plane;
    std::string route_distinguisher;
    bool operator==(const Vrf&) const = default;
};

struct AddressPool : RowBase {
    AddressPoolId id;
    std::string name;
    std::optional<BodyId> owner;
    std::optional<RegionId> region;
    PlaneId plane;
    std::optional<IpPrefix> prefix; // as the authority gave it
    std::string authority;
    bool operator==(const AddressPool&) const = default;
};

struct Prefix : RowBase {
    PrefixId id;
    AddressPoolId pool;
    std::optional<IpPrefix> prefix;
    std::optional<VlanId> vlan;
    std::optional<VrfId> vrf;
    std::string purpose;
    bool operator==(const Prefix&) const = default;
};

struct DhcpScope : RowBase {
    DhcpScopeId id;
    PrefixId prefix;
    std::optional<IpAddress> first;
    std::optional<IpAddress> last;
    std::optional<IpAddress> server;
    Seconds lease;
    bool operator==(const DhcpScope&) const = default;
};

struct Route : RowBase {
    RouteId id;
    std::optional<VrfId> vrf;
    std::optional<EquipmentId> equipment;
    std::optional<IpPrefix> destination;
    std::optional<IpAddress> next_hop;
    std::int32_t preference = 60;
    bool operator==(const Route&) const = default;
};

enum class AclAction { permit, deny };
struct AclRule {
    AclAction action = AclAction::deny;
    std::string protocol; // "tcp", "udp", "icmp", "ip"
    std::optional<IpPrefix> source;
    std::optional<IpPrefix> destination;
    std::string ports; // "443", "8000-8080"
    bool operator==(const AclRule&) const = default;
};

enum class AclDirection { in, out };

// What a device lets pass: the first rule that matches decides, all else is denied. With `vlan`: packets that come from
// it into the device (in) or leave to it (out). Without: whatever the device forwards, as a firewall's rule base.
struct Acl : RowBase {
    AclId id;
    std::string name;
    std::optional<EquipmentId> equipment;
    std::optional<VlanId> vlan;
    AclDirection direction = AclDirection::in;
    std::vector<AclRule> rules;
    bool operator==(const Acl&) const = default;
};

enum class NatKind { source, service };

// Addresses that a device changes where it meets a provider: the source, in `source`, of what leaves to it; or (kind
// service) the destination of what the outside asks at `outside` on `ports`, into the host `inside`.
struct Nat : RowBase {
    NatId id;
    std::optional<EquipmentId> equipment;
    std::optional<ProviderHandoffId> handoff;
    NatKind kind = NatKind::source;
    std::optional<IpPrefix> source, translated;
    std::optional<ServiceId> service; // that is published
    std::string protocol;             // "tcp", "udp"; empty: any
    std::optional<IpAddress> outside;
    std::string ports; // "443", "8000-8080"; empty: any
    std::optional<IpAddress> inside;
    std::int32_t inside_port = 0; // 0: the one that was asked
    bool operator==(const Nat&) const = default;
};

// `number` is allocated as the next free one of the distribution block in its body's range, and kept once given.
struct Vlan : RowBase {
    VlanId id;
    std::optional<VlanNumber> number;
    std::string name;
    PlaneId plane;
    std::optional<BodyId> body;
    std::optional<ZoneId> zone;
    std::optional<VrfId> vrf;
    std::string block; // distribution block
    bool operator==(const Vlan&) const = default;
};

// An interface of a device in a VLAN at which it routes. With `redundant`, `shared` is the address that all gateways of
// the VLAN answer for (VRRP, RFC 5798: the highest priority does while it lives), and what hosts use as theirs.
struct Gateway : RowBase {
    GatewayId id;
    VlanId vlan;
    std::optional<EquipmentId> equipment;
    std::optional<IpAddress> address; // its own
    bool redundant = false;           // VRRP or an anycast gateway
    std::optional<IpAddress> shared;
    std::int32_t priority = 100;
    bool operator==(const Gateway&) const = default;
};

enum class WirelessSecurity { wpa2_enterprise, wpa3_enterprise, wpa3_personal, open_portal };

struct Ssid : RowBase {
    SsidId id;
    std::string name;
    std::optional<VlanId> vlan;
    WirelessSecurity security = WirelessSecurity::wpa3_enterprise;
    bool operator==(const Ssid&) const = default;
};

enum class ServiceMedium { data, voice, video_conference, wireless, multicast };

struct Service : RowBase {
    ServiceId id;
    std::string code;
    Text name;
    ServiceMedium medium = ServiceMedium::data;
    std::string qos_class;
    std::optional<ZoneId> zone;
    std::vector<EquipmentId> hosts;
    std::optional<IpAddress> address; // at which it is asked
    std::string ports;                // "tcp/443 udp/5060-5061"; empty: any
    std::vector<BodyId> entitled;
    std::vector<ProviderHandoffId> published; // at which the outside may ask it
    BitRate busy_hour_rate;                   // per user
    std::int32_t availability_ppm = 0;        // target, millionths; 0: none stated
    bool works_on_power_failure = false;
    std::optional<GradedSystemId> system;
    bool operator==(const Service&) const = default;
};

struct MustReach : RowBase {
    MustReachId id;
    ServiceId service;
    BodyId body;
    bool after_single_failure = false;
    bool operator==(const MustReach&) const = default;
};

// Two zones or two planes that must stay apart.
struct MustNotReach : RowBase {
    MustNotReachId id;
    AnyId a;
    AnyId b;
    Text reason;
    bool operator==(const MustNotReach&) const = default;
};

enum class Control {
    access_control,
    stateful_firewall,
    application_control,
    isolation_gateway,
    admission_control,
    intrusion_detection,
    intrusion_prevention,
    malware_gateway,
    mail_gateway,
    audit,
    behaviour_audit,
    vpn,
    bastion,
    logging,
};

struct Policy : RowBase {
    PolicyId id;
    ZoneId from;
    ZoneId to;
    std::vector<ServiceId> services;
    AclAction action = AclAction::deny;
    std::vector<Control> controls;
    std::vector<EquipmentId> enforced_by;
    bool operator==(const Policy&) const = default;
};

struct Authorization : RowBase {
    AuthorizationId id;
    std::string authority;
    std::string number;
    std::optional<Date> date;
    Text scope;
    std::vector<AnyId> subjects;
    bool operator==(const Authorization&) const = default;
};

std::span<const struct Choice> choices(Disclosure);
std::span<const struct Choice> choices(Grading);
std::span<const struct Choice> choices(GradingState);
std::span<const struct Choice> choices(AclAction);
std::span<const struct Choice> choices(AclDirection);
std::span<const struct Choice> choices(NatKind);
std::span<const struct Choice> choices(ZoneRole);
std::span<const struct Choice> choices(WirelessSecurity);
std::span<const struct Choice> choices(ServiceMedium);
std::span<const struct Choice> choices(Control);

} // namespace riser
