// SPDX-License-Identifier: GPL-3.0-or-later
// Cisco IOS 15 and IOS XE: Catalyst switches, ISR routers, zone-based firewalls.
#include "exporters/configs/dialect_writers.h"
#include "exporters/configs/interface_names.h"
#include "exporters/configs/ios_parts.h"

#include <algorithm>

namespace riser::detail {

namespace {

void write_vlans(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigVlan& vlan : config.vlans) {
        const std::uint16_t number = vlan.number.number();
        text.line("vlan " + text_of(vlan.number));
        if (number == 1 || (number >= 1002 && number <= 1005))
            text.comment("VLAN " + text_of(vlan.number) + " is called by IOS: " + vlan.name);
        else
            text.in("name " + vlan.name);
        text.section();
    }
}

void write_vrfs(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigVrf& vrf : config.vrfs) {
        text.line("vrf definition " + vrf.name);
        if (!vrf.route_distinguisher.empty())
            text.in("rd " + vrf.route_distinguisher);
        text.in("address-family ipv4");
        text.in("exit-address-family");
        if (vrf.v6) {
            text.in("address-family ipv6");
            text.in("exit-address-family");
        }
        text.section();
    }
}

void write_trees(const DeviceConfig& config, ConfigText& text) {
    if (config.spanning_trees.empty())
        return;
    const SpanningTreeMode mode = config.spanning_trees.front().mode;
    if (mode == SpanningTreeMode::none) {
        text.line("no spanning-tree vlan 1-4094");
        return text.section();
    }
    const bool mst = mode == SpanningTreeMode::mstp;
    text.line(mst ? "spanning-tree mode mst" : "spanning-tree mode rapid-pvst");
    for (const ConfigSpanningTree& tree : config.spanning_trees) {
        const std::string priority = " priority " + std::to_string(tree.priority);
        if (mst)
            text.line("spanning-tree mst " + std::to_string(tree.instance) + priority);
        else
            text.line("spanning-tree vlan " + (tree.instance == 0 ? "1-4094" : std::to_string(tree.instance)) +
                      priority);
    }
    text.section();
}

void write_addresses(const std::vector<InterfaceAddress>& addresses, ConfigText& text) {
    bool v4 = false;
    for (const InterfaceAddress& own : addresses)
        if (own.address.is_v6) {
            text.in("ipv6 address " + to_string(own.address) + '/' + std::to_string(own.length));
        } else {
            text.in("ip address " + to_string(own.address) + ' ' + mask_text(own.length) + (v4 ? " secondary" : ""));
            v4 = true;
        }
}

// "10,20-30" in lines of at most twenty ranges.
void write_allowed(const std::vector<VlanNumber>& allowed, ConfigText& text) {
    if (allowed.empty())
        return text.in("switchport trunk allowed vlan none");
    std::string list;
    std::size_t count = 0;
    const auto flush = [&] {
        text.in((count <= 20 ? "switchport trunk allowed vlan " : "switchport trunk allowed vlan add ") + list);
        list.clear();
    };
    for (const auto& [first, last] : ranges_of(allowed)) {
        if (count > 0 && count % 20 == 0)
            flush();
        ++count;
        list += (list.empty() ? "" : ",") + std::to_string(first);
        if (last != first)
            list += '-' + std::to_string(last);
    }
    flush();
}

void write_switching(const DeviceConfig& config, const PortSwitching& switching, ConfigText& text) {
    if (switching.mode == PortMode::routed)
        text.in("no switchport");
    write_addresses(switching.addresses, text);
    if (switching.mode == PortMode::access) {
        if (switching.untagged)
            text.in("switchport access vlan " + text_of(*switching.untagged));
        text.in("switchport mode access");
    }
    if (switching.mode != PortMode::trunk)
        return;
    const std::optional<VlanNumber> parked = parked_native(switching, config);
    if (switching.untagged || parked)
        text.in("switchport trunk native vlan " + text_of(switching.untagged ? *switching.untagged : *parked));
    write_allowed(allowed_on(switching), text);
    text.in("switchport mode trunk");
}

void write_lags(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigLag& lag : config.lags) {
        text.line("interface Port-channel" + std::to_string(lag.number));
        if (!lag.description.empty())
            text.in("description " + lag.description);
        write_switching(config, lag.switching, text);
        if (lag.minimum_links > 1)
            text.in("port-channel min-links " + std::to_string(lag.minimum_links));
        if (lag.switching.mode == PortMode::unused)
            text.in("shutdown");
        text.section();
    }
}

void write_admission(const ConfigPort& port, ConfigText& text) {
    if (port.admission == Admission::dot1x) {
        text.in("authentication port-control auto");
        text.in("dot1x pae authenticator");
    }
    if (port.admission == Admission::port_security)
        text.in("switchport port-security");
}

// Members bear the VLANs of their LAG, as IOS itself writes them.
bool faces_provider(const DeviceConfig& config, const std::optional<InterfaceName>& port,
                    const std::optional<VlanNumber>& vlan) {
    const auto is_there = [&](const auto& row) { return (port && row.port == port) || (vlan && row.vlan == vlan); };
    return std::any_of(config.nats.begin(), config.nats.end(), is_there) ||
           std::any_of(config.nat_servers.begin(), config.nat_servers.end(), is_there);
}

void write_ports(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigPort& port : config.ports) {
        const ConfigLag* lag = lag_of(config, port);
        text.line("interface " + shown(port.name, Dialect::ios));
        if (!port.description.empty())
            text.in("description " + port.description);
        PortSwitching switching = lag ? lag->switching : port.switching;
        if (lag)
            switching.addresses.clear();
        write_switching(config, switching, text);
        if (lag)
            text.in("channel-group " + std::to_string(lag->number) +
                    (lag->kind == LagKind::lacp ? " mode active" : " mode on"));
        write_admission(port, text);
        if (port.powers)
            text.in("power inline auto");
        for (const ConfigZone& zone : config.zones)
            if (std::find(zone.ports.begin(), zone.ports.end(), port.name) != zone.ports.end())
                text.in("zone-member security " + zone.name);
        if (faces_provider(config, port.name, {}))
            text.in("ip nat outside");
        text.in(port.shutdown ? "shutdown" : "no shutdown");
        text.section();
    }
}

void write_vrrp(const ConfigInterface& interface, ConfigText& text) {
    int length = 64; // of the interface's prefix, for shared addresses of version 6
    for (const InterfaceAddress& own : interface.addresses)
        if (own.address.is_v6)
            length = own.length;
    for (const ConfigVrrp& group : interface.vrrp) {
        const bool v6 = group.shared.is_v6;
        text.in("vrrp " + std::to_string(group.group) + (v6 ? " address-family ipv6" : " address-family ipv4"));
        text.deeper("priority " + std::to_string(group.priority));
        text.deeper("address " + to_string(v6 ? link_local_of(group.shared) : group.shared) + " primary");
        if (v6)
            text.deeper("address " + to_string(group.shared) + '/' + std::to_string(length));
        text.deeper("exit-vrrp");
    }
}

void write_interfaces(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigInterface& interface : config.interfaces) {
        text.line(interface.vlan ? "interface Vlan" + text_of(*interface.vlan) : "interface Loopback0");
        if (!interface.vrf.empty())
            text.in("vrf forwarding " + interface.vrf);
        write_addresses(interface.addresses, text);
        for (const IpAddress& server : interface.dhcp_relays)
            text.in("ip helper-address " + to_string(server));
        for (const FilterUse& use : interface.filters)
            text.in((use.v6 ? "ipv6 traffic-filter " : "ip access-group ") + use.filter +
                    (use.direction == AclDirection::in ? " in" : " out"));
        write_vrrp(interface, text);
        for (const ConfigZone& zone : config.zones)
            if (interface.vlan && std::find(zone.vlans.begin(), zone.vlans.end(), *interface.vlan) != zone.vlans.end())
                text.in("zone-member security " + zone.name);
        if (interface.vlan && !(config.nats.empty() && config.nat_servers.empty()))
            text.in(faces_provider(config, {}, interface.vlan) ? "ip nat outside" : "ip nat inside");
        text.in("no shutdown");
        text.section();
    }
}

void write_routes(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigRoute& route : config.routes) {
        const IpPrefix& to = route.destination;
        text.line((to.address.is_v6 ? "ipv6 route " : "ip route ") +
                  (route.vrf.empty() ? "" : "vrf " + route.vrf + ' ') +
                  (to.address.is_v6 ? to_string(to) : to_string(to.address) + ' ' + mask_text(to.length)) + ' ' +
                  to_string(route.next_hop) + ' ' + std::to_string(route.preference));
    }
    text.section();
}

std::string end_of(const std::optional<IpPrefix>& prefix, bool v6) {
    if (!prefix)
        return " any";
    return v6 ? ' ' + to_string(*prefix) : ' ' + to_string(prefix->address) + ' ' + wildcard_text(prefix->length);
}

void write_filters(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigFilter& filter : config.filters) {
        text.line((filter.v6 ? "ipv6 access-list " : "ip access-list extended ") + filter.name);
        for (const FilterRule& rule : filter.rules) {
            std::string words = rule.action == AclAction::permit ? "permit " : "deny ";
            words += protocol_text(rule, filter.v6, filter.v6 ? "ipv6" : "ip", "icmp");
            words += end_of(rule.source, filter.v6) + end_of(rule.destination, filter.v6);
            if (rule.ports)
                words += rule.ports->first == rule.ports->last
                             ? " eq " + std::to_string(rule.ports->first)
                             : " range " + std::to_string(rule.ports->first) + ' ' + std::to_string(rule.ports->last);
            text.in(words);
        }
        text.section();
    }
}

// What IOS leaves off unless told: routing, IPv6, VRRP of version 3.
void write_switched_on(const DeviceConfig& config, ConfigText& text) {
    const auto any = [&](auto is) { return std::any_of(config.interfaces.begin(), config.interfaces.end(), is); };
    if (!config.routes.empty() || config.interfaces.size() > 1)
        text.line("ip routing");
    if (any([](const ConfigInterface& interface) {
            return std::any_of(interface.addresses.begin(), interface.addresses.end(),
                               [](const InterfaceAddress& own) { return own.address.is_v6; });
        }))
        text.line("ipv6 unicast-routing");
    if (any([](const ConfigInterface& interface) { return !interface.vrrp.empty(); }))
        text.line("fhrp version vrrp v3");
    text.section();
}

} // namespace

std::string ios_text(const DeviceConfig& config, Language language) {
    ConfigText text('!');
    write_heading(config, language, text);
    text.section();
    text.line("hostname " + config.hostname);
    text.section();
    write_switched_on(config, text);
    write_vlans(config, text);
    write_vrfs(config, text);
    write_trees(config, text);
    write_filters(config, text);
    write_ios_scopes(config, text);
    write_ios_admission(config, text);
    write_ios_zones(config, text);
    write_lags(config, text);
    write_ports(config, text);
    write_interfaces(config, text);
    write_routes(config, text);
    write_ios_nat(config, text);
    write_ios_management(config, text);
    text.line("end");
    return text.done();
}

} // namespace riser::detail
