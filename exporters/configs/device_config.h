// SPDX-License-Identifier: GPL-3.0-or-later
// What a switch, router or firewall is told, before any maker's words: a plain value in which every statement follows
// from rows of the design. Names are safe already (letters, digits, '-', '_', '.'), lists are in a fixed order, and
// what the design says but no device can be told stands in `notes`. Writers say it in a dialect; readers read it back.
#pragma once

#include "model/design.h"

#include <string>
#include <vector>

namespace riser {

enum class Dialect { vrp, comware, ios };

enum class InterfaceSpeed { fast, gigabit, multi_gigabit, ten, twenty_five, forty, hundred, four_hundred };

// "1/0/17" of a speed: GigabitEthernet1/0/17 in one dialect, GE1/0/17 in another.
struct InterfaceName {
    InterfaceSpeed speed = InterfaceSpeed::gigabit;
    std::string numbers;
    auto operator<=>(const InterfaceName&) const = default;
};

struct InterfaceAddress {
    IpAddress address;
    std::uint8_t length = 0; // of the prefix it lies in
    auto operator<=>(const InterfaceAddress&) const = default;
};

// What a port or a LAG does with frames.
struct PortSwitching {
    PortMode mode = PortMode::unused;
    std::optional<VlanNumber> untagged;      // of an access port: its VLAN; of a trunk: its native one
    std::vector<VlanNumber> tagged;          // ascending, without `untagged`
    std::vector<InterfaceAddress> addresses; // of a routed port
    bool operator==(const PortSwitching&) const = default;
};

// How a port asks who is plugged in: not at all, IEEE 802.1X by a RADIUS server, or by learnt addresses.
enum class Admission { none, dot1x, port_security };

struct ConfigPort {
    InterfaceName name;
    std::string description; // what the far end is
    std::optional<std::int32_t> lag;
    PortSwitching switching; // of a member of a LAG: nothing, the LAG's stands
    bool shutdown = false;
    bool powers = false; // PoE
    Admission admission = Admission::none;
    bool operator==(const ConfigPort&) const = default;
};

struct ConfigLag {
    std::int32_t number = 1;
    std::string description;
    LagKind kind = LagKind::lacp;
    std::int32_t minimum_links = 1;
    PortSwitching switching;
    bool operator==(const ConfigLag&) const = default;
};

struct ConfigVlan {
    VlanNumber number;
    std::string name;
    bool operator==(const ConfigVlan&) const = default;
};

struct ConfigVrf {
    std::string name;
    std::string route_distinguisher; // "65000:1"; empty: none given
    bool v6 = false;                 // an interface in it has an address of version 6
    bool operator==(const ConfigVrf&) const = default;
};

// RFC 5798.
struct ConfigVrrp {
    std::int32_t group = 1;
    IpAddress shared;
    std::int32_t priority = 100;
    bool operator==(const ConfigVrrp&) const = default;
};

struct FilterUse {
    std::string filter;
    bool v6 = false;
    AclDirection direction = AclDirection::in;
    auto operator<=>(const FilterUse&) const = default;
};

// The interface of a VLAN; without `vlan`, the first loopback.
struct ConfigInterface {
    std::optional<VlanNumber> vlan;
    std::string vrf; // empty: the device's own table
    std::vector<InterfaceAddress> addresses;
    std::vector<ConfigVrrp> vrrp;
    std::vector<FilterUse> filters;
    std::vector<IpAddress> dhcp_relays;
    bool dhcp_server = false;
    bool operator==(const ConfigInterface&) const = default;
};

struct ConfigRoute {
    std::string vrf;
    IpPrefix destination;
    IpAddress next_hop;
    std::int32_t preference = 60; // 1 to 255, the lowest wins
    auto operator<=>(const ConfigRoute&) const = default;
};

struct FilteredPorts {
    std::uint16_t first = 0;
    std::uint16_t last = 0;
    auto operator<=>(const FilteredPorts&) const = default;
};

struct FilterRule {
    AclAction action = AclAction::deny;
    std::optional<std::uint8_t> protocol; // IANA number; none: any
    std::optional<IpPrefix> source;       // none: any; 0.0.0.0/0: any of version 4
    std::optional<IpPrefix> destination;
    std::optional<FilteredPorts> ports; // of the destination, of TCP and UDP
    bool operator==(const FilterRule&) const = default;
};

// Of one version of IP; the last rule denies everything.
struct ConfigFilter {
    std::string name;
    bool v6 = false;
    std::vector<FilterRule> rules;
    bool operator==(const ConfigFilter&) const = default;
};

struct ConfigZone { // of a firewall
    std::string name;
    std::vector<VlanNumber> vlans;
    std::vector<InterfaceName> ports; // routed
    bool operator==(const ConfigZone&) const = default;
};

struct ConfigScope { // addresses that the device gives out
    std::string name;
    std::string vrf;
    IpPrefix network;
    IpAddress first;
    IpAddress last;
    std::optional<IpAddress> gateway;
    Seconds lease;
    bool operator==(const ConfigScope&) const = default;
};

struct ConfigNat {
    std::string name;
    IpPrefix source;
    IpPrefix translated;
    std::optional<InterfaceName> port; // towards the provider
    std::optional<VlanNumber> vlan;    // else the interface of this VLAN
    bool operator==(const ConfigNat&) const = default;
};

// What the outside asks, and who answers: a published service.
struct ConfigNatServer {
    std::optional<std::uint8_t> protocol; // none: any, on every port
    IpAddress outside;
    std::optional<FilteredPorts> ports; // none: every port
    IpAddress inside;
    std::optional<FilteredPorts> inside_ports; // as many
    std::optional<InterfaceName> port;         // towards the provider
    std::optional<VlanNumber> vlan;            // else the interface of this VLAN
    bool operator==(const ConfigNatServer&) const = default;
};

struct ConfigSpanningTree {
    SpanningTreeMode mode = SpanningTreeMode::rstp;
    std::int32_t instance = 0;
    std::int32_t priority = 32768;
    bool operator==(const ConfigSpanningTree&) const = default;
};

} // namespace riser
