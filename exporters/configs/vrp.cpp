// SPDX-License-Identifier: GPL-3.0-or-later
// Huawei VRP 5 and 8: switches S and CloudEngine, routers AR, firewalls USG.
#include "exporters/configs/dialect_writers.h"
#include "exporters/configs/interface_names.h"
#include "exporters/configs/vrp_parts.h"

namespace riser::detail {

namespace {

void write_vlans(const DeviceConfig& config, ConfigText& text) {
    std::vector<VlanNumber> numbers;
    for (const ConfigVlan& vlan : config.vlans)
        if (vlan.number.number() != 1) // it is always there
            numbers.push_back(vlan.number);
    for (const std::string& ranges : range_lines(numbers))
        text.line("vlan batch " + ranges);
    text.section();
    for (const ConfigVlan& vlan : config.vlans) {
        text.line("vlan " + text_of(vlan.number));
        text.in("name " + vlan.name);
        text.section();
    }
}

void write_vrfs(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigVrf& vrf : config.vrfs) {
        text.line("ip vpn-instance " + vrf.name);
        for (const std::string family : {"ipv4-family", "ipv6-family"}) {
            if (family == "ipv6-family" && !vrf.v6)
                continue;
            text.in(family);
            if (!vrf.route_distinguisher.empty())
                text.deeper("route-distinguisher " + vrf.route_distinguisher);
        }
        text.section();
    }
}

void write_trees(const DeviceConfig& config, ConfigText& text) {
    if (config.spanning_trees.empty())
        return;
    const SpanningTreeMode mode = config.spanning_trees.front().mode;
    if (mode == SpanningTreeMode::none) {
        text.line("stp disable");
        return text.section();
    }
    text.line(std::string("stp mode ") + (mode == SpanningTreeMode::rstp   ? "rstp"
                                          : mode == SpanningTreeMode::mstp ? "mstp"
                                                                           : "vbst"));
    for (const ConfigSpanningTree& tree : config.spanning_trees) {
        const std::string priority = " priority " + std::to_string(tree.priority);
        if (tree.instance == 0 && mode != SpanningTreeMode::pvst)
            text.line("stp" + priority);
        else if (mode == SpanningTreeMode::mstp)
            text.line("stp instance " + std::to_string(tree.instance) + priority);
        else if (mode == SpanningTreeMode::pvst && tree.instance > 0)
            text.line("stp vlan " + std::to_string(tree.instance) + priority);
    }
    text.line("stp enable");
    text.section();
}

void write_addresses(const std::vector<InterfaceAddress>& addresses, ConfigText& text) {
    bool v4 = false;
    bool v6 = false;
    for (const InterfaceAddress& own : addresses)
        if (own.address.is_v6) {
            if (!v6)
                text.in("ipv6 enable");
            v6 = true;
            text.in("ipv6 address " + to_string(own.address) + '/' + std::to_string(own.length));
        } else {
            text.in("ip address " + to_string(own.address) + ' ' + mask_text(own.length) + (v4 ? " sub" : ""));
            v4 = true;
        }
}

// Ports of firewalls and routers route unless told to switch.
void write_switching(const DeviceConfig& config, const PortSwitching& switching, ConfigText& text) {
    const bool layer2 = switching.mode == PortMode::access || switching.mode == PortMode::trunk;
    if (layer2 && routes_by_default(config.role))
        text.in("portswitch");
    if (switching.mode == PortMode::routed)
        text.in("undo portswitch");
    write_addresses(switching.addresses, text);
    if (switching.mode == PortMode::access) {
        text.in("port link-type access");
        if (switching.untagged)
            text.in("port default vlan " + text_of(*switching.untagged));
    }
    if (switching.mode != PortMode::trunk)
        return;
    text.in("port link-type trunk");
    const std::optional<VlanNumber> parked = parked_native(switching, config);
    if (switching.untagged || parked)
        text.in("port trunk pvid vlan " + text_of(switching.untagged ? *switching.untagged : *parked));
    const std::vector<VlanNumber> allowed = allowed_on(switching);
    if (allowed.empty() || allowed.front().number() != 1)
        text.in("undo port trunk allow-pass vlan 1");
    for (const std::string& ranges : range_lines(allowed))
        text.in("port trunk allow-pass vlan " + ranges);
}

void write_lags(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigLag& lag : config.lags) {
        text.line("interface Eth-Trunk" + std::to_string(lag.number));
        if (!lag.description.empty())
            text.in("description " + lag.description);
        write_switching(config, lag.switching, text);
        text.in(lag.kind == LagKind::lacp ? "mode lacp" : "mode manual load-balance");
        if (lag.minimum_links > 1)
            text.in("least active-linknumber " + std::to_string(lag.minimum_links));
        if (lag.switching.mode == PortMode::unused)
            text.in("shutdown");
        text.section();
    }
}

void write_ports(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigPort& port : config.ports) {
        text.line("interface " + shown(port.name, Dialect::vrp));
        if (!port.description.empty())
            text.in("description " + port.description);
        if (port.lag)
            text.in("eth-trunk " + std::to_string(*port.lag));
        else
            write_switching(config, port.switching, text);
        if (port.admission == Admission::dot1x)
            text.in("authentication-profile ADMISSION");
        if (port.admission == Admission::port_security)
            text.in("port-security enable");
        if (port.powers)
            text.in("poe enable");
        if (port.shutdown)
            text.in("shutdown");
        text.section();
    }
}

void write_vrrp(const std::vector<ConfigVrrp>& groups, ConfigText& text) {
    for (const ConfigVrrp& group : groups) {
        const std::string start =
            (group.shared.is_v6 ? "vrrp6 vrid " : "vrrp vrid ") + std::to_string(group.group) + ' ';
        if (group.shared.is_v6)
            text.in(start + "virtual-ip " + to_string(link_local_of(group.shared)) + " link-local");
        text.in(start + "virtual-ip " + to_string(group.shared));
        text.in(start + "priority " + std::to_string(group.priority));
    }
}

void write_interfaces(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigInterface& interface : config.interfaces) {
        text.line(interface.vlan ? "interface Vlanif" + text_of(*interface.vlan) : "interface LoopBack0");
        if (!interface.vrf.empty())
            text.in("ip binding vpn-instance " + interface.vrf);
        write_addresses(interface.addresses, text);
        write_vrrp(interface.vrrp, text);
        for (const FilterUse& use : interface.filters)
            text.in(std::string("traffic-filter ") + (use.direction == AclDirection::in ? "inbound" : "outbound") +
                    " acl " + (use.v6 ? "ipv6 " : "") + "name " + use.filter);
        if (!interface.dhcp_relays.empty())
            text.in("dhcp select relay");
        for (const IpAddress& server : interface.dhcp_relays)
            text.in("dhcp relay server-ip " + to_string(server));
        if (interface.dhcp_server && interface.dhcp_relays.empty())
            text.in("dhcp select global");
        text.section();
    }
}

void write_routes(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigRoute& route : config.routes) {
        const IpPrefix& to = route.destination;
        text.line((to.address.is_v6 ? "ipv6 route-static " : "ip route-static ") +
                  (route.vrf.empty() ? "" : "vpn-instance " + route.vrf + ' ') + to_string(to.address) + ' ' +
                  (to.address.is_v6 ? std::to_string(to.length) : mask_text(to.length)) + ' ' +
                  to_string(route.next_hop) + " preference " + std::to_string(route.preference));
    }
    text.section();
}

std::string end_of(const IpPrefix& prefix, bool v6) {
    return v6 ? to_string(prefix) : to_string(prefix.address) + ' ' + wildcard_text(prefix.length);
}

void write_filters(const DeviceConfig& config, ConfigText& text) {
    for (std::size_t i = 0; i < config.filters.size(); ++i) {
        const ConfigFilter& filter = config.filters[i];
        if (config.rule_base == i || config.rule_base_v6 == i)
            continue; // a security policy
        text.line(std::string("acl ") + (filter.v6 ? "ipv6 " : "") + "name " + filter.name + " advance");
        std::size_t number = 0;
        for (const FilterRule& rule : filter.rules)
            text.in("rule " + std::to_string(number += 5) + ' ' + rule_words(rule, filter.v6, &end_of));
        text.section();
    }
}

} // namespace

std::string rule_words(const FilterRule& rule, bool v6, std::string (*end)(const IpPrefix&, bool)) {
    std::string out = rule.action == AclAction::permit ? "permit " : "deny ";
    out += protocol_text(rule, v6, v6 ? "ipv6" : "ip", "icmpv6");
    if (rule.source)
        out += " source " + end(*rule.source, v6);
    if (rule.destination)
        out += " destination " + end(*rule.destination, v6);
    if (rule.ports)
        out += rule.ports->first == rule.ports->last ? " destination-port eq " + std::to_string(rule.ports->first)
                                                     : " destination-port range " + std::to_string(rule.ports->first) +
                                                           ' ' + std::to_string(rule.ports->last);
    return out;
}

std::string vrp_text(const DeviceConfig& config, Language language) {
    ConfigText text('#');
    write_heading(config, language, text);
    text.section();
    text.line("sysname " + config.hostname);
    text.section();
    write_vlans(config, text);
    write_vrfs(config, text);
    write_trees(config, text);
    write_filters(config, text);
    write_vrp_scopes(config, text);
    write_vrp_admission(config, text);
    write_lags(config, text);
    write_ports(config, text);
    write_interfaces(config, text);
    write_routes(config, text);
    write_vrp_firewall(config, text);
    write_vrp_management(config, text);
    text.line("return");
    return text.done();
}

} // namespace riser::detail
