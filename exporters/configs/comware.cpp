// SPDX-License-Identifier: GPL-3.0-or-later
// H3C Comware 7: switches S, routers MSR, firewalls SecPath F.
#include "exporters/configs/comware_parts.h"
#include "exporters/configs/dialect_writers.h"
#include "exporters/configs/interface_names.h"
#include "exporters/configs/vrp_parts.h"

namespace riser::detail {

namespace {

void write_vlans(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigVlan& vlan : config.vlans) {
        text.line("vlan " + text_of(vlan.number));
        text.in("name " + vlan.name);
        text.section();
    }
}

void write_vrfs(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigVrf& vrf : config.vrfs) {
        text.line("ip vpn-instance " + vrf.name);
        if (!vrf.route_distinguisher.empty())
            text.in("route-distinguisher " + vrf.route_distinguisher);
        text.section();
    }
}

void write_trees(const DeviceConfig& config, ConfigText& text) {
    if (config.spanning_trees.empty())
        return;
    const SpanningTreeMode mode = config.spanning_trees.front().mode;
    if (mode == SpanningTreeMode::none) {
        text.line("undo stp global enable");
        return text.section();
    }
    text.line(std::string("stp mode ") + (mode == SpanningTreeMode::rstp   ? "rstp"
                                          : mode == SpanningTreeMode::mstp ? "mstp"
                                                                           : "pvst"));
    for (const ConfigSpanningTree& tree : config.spanning_trees) {
        const std::string priority = " priority " + std::to_string(tree.priority);
        if (tree.instance == 0 && mode != SpanningTreeMode::pvst)
            text.line("stp" + priority);
        else if (mode == SpanningTreeMode::mstp)
            text.line("stp instance " + std::to_string(tree.instance) + priority);
        else if (mode == SpanningTreeMode::pvst && tree.instance > 0)
            text.line("stp vlan " + std::to_string(tree.instance) + priority);
    }
    text.line("stp global enable");
    text.section();
}

void write_addresses(const std::vector<InterfaceAddress>& addresses, ConfigText& text) {
    bool v4 = false;
    for (const InterfaceAddress& own : addresses)
        if (own.address.is_v6) {
            text.in("ipv6 address " + to_string(own.address) + '/' + std::to_string(own.length));
        } else {
            text.in("ip address " + to_string(own.address) + ' ' + mask_text(own.length) + (v4 ? " sub" : ""));
            v4 = true;
        }
}

void write_switching(const DeviceConfig& config, const PortSwitching& switching, ConfigText& text) {
    write_addresses(switching.addresses, text);
    if (switching.mode == PortMode::access) {
        text.in("port link-type access");
        if (switching.untagged)
            text.in("port access vlan " + text_of(*switching.untagged));
    }
    if (switching.mode != PortMode::trunk)
        return;
    text.in("port link-type trunk");
    const std::vector<VlanNumber> allowed = allowed_on(switching);
    if (allowed.empty() || allowed.front().number() != 1)
        text.in("undo port trunk permit vlan 1");
    for (const std::string& ranges : range_lines(allowed))
        text.in("port trunk permit vlan " + ranges);
    const std::optional<VlanNumber> parked = parked_native(switching, config);
    if (switching.untagged || parked)
        text.in("port trunk pvid vlan " + text_of(switching.untagged ? *switching.untagged : *parked));
}

void write_lags(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigLag& lag : config.lags) {
        const bool routed = lag.switching.mode == PortMode::routed;
        text.line((routed ? "interface Route-Aggregation" : "interface Bridge-Aggregation") +
                  std::to_string(lag.number));
        if (!lag.description.empty())
            text.in("description " + lag.description);
        write_switching(config, lag.switching, text);
        if (lag.kind == LagKind::lacp)
            text.in("link-aggregation mode dynamic");
        if (lag.minimum_links > 1)
            text.in("link-aggregation selected-port minimum " + std::to_string(lag.minimum_links));
        if (lag.switching.mode == PortMode::unused)
            text.in("shutdown");
        text.section();
    }
}

// Members bear the VLANs of their LAG too: a port may join only when it agrees with it.
void write_ports(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigPort& port : config.ports) {
        const ConfigLag* lag = lag_of(config, port);
        const PortSwitching& switching = lag ? lag->switching : port.switching;
        text.line("interface " + shown(port.name, Dialect::comware));
        text.in(switching.mode == PortMode::routed ? "port link-mode route" : "port link-mode bridge");
        if (!port.description.empty())
            text.in("description " + port.description);
        if (!lag || switching.mode != PortMode::routed)
            write_switching(config, switching, text);
        if (port.lag)
            text.in("port link-aggregation group " + std::to_string(*port.lag));
        if (port.admission == Admission::dot1x)
            text.in("dot1x");
        if (port.admission == Admission::port_security) {
            text.in("port-security max-mac-count 1");
            text.in("port-security port-mode autolearn");
        }
        if (port.powers)
            text.in("poe enable");
        write_comware_nat(config, port.name, {}, text);
        if (port.shutdown)
            text.in("shutdown");
        text.section();
    }
}

void write_vrrp(const std::vector<ConfigVrrp>& groups, ConfigText& text) {
    for (const ConfigVrrp& group : groups) {
        const std::string start =
            (group.shared.is_v6 ? "vrrp ipv6 vrid " : "vrrp vrid ") + std::to_string(group.group) + ' ';
        if (group.shared.is_v6)
            text.in(start + "virtual-ip " + to_string(link_local_of(group.shared)) + " link-local");
        text.in(start + "virtual-ip " + to_string(group.shared));
        text.in(start + "priority " + std::to_string(group.priority));
    }
}

void write_interfaces(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigInterface& interface : config.interfaces) {
        text.line(interface.vlan ? "interface Vlan-interface" + text_of(*interface.vlan) : "interface LoopBack0");
        if (!interface.vrf.empty())
            text.in("ip binding vpn-instance " + interface.vrf);
        write_addresses(interface.addresses, text);
        write_vrrp(interface.vrrp, text);
        for (const FilterUse& use : interface.filters)
            text.in(std::string("packet-filter ") + (use.v6 ? "ipv6 " : "") + "name " + use.filter +
                    (use.direction == AclDirection::in ? " inbound" : " outbound"));
        if (!interface.dhcp_relays.empty())
            text.in("dhcp select relay");
        for (const IpAddress& server : interface.dhcp_relays)
            text.in("dhcp relay server-address " + to_string(server));
        write_comware_nat(config, {}, interface.vlan, text);
        text.section();
    }
}

void write_routes(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigRoute& route : config.routes) {
        const IpPrefix& to = route.destination;
        text.line((to.address.is_v6 ? "ipv6 route-static " : "ip route-static ") +
                  (route.vrf.empty() ? "" : "vpn-instance " + route.vrf + ' ') + to_string(to.address) + ' ' +
                  std::to_string(to.length) + ' ' + to_string(route.next_hop) + " preference " +
                  std::to_string(route.preference));
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
        text.line(std::string("acl ") + (filter.v6 ? "ipv6 " : "") + "advanced name " + filter.name);
        std::size_t number = 0;
        for (const FilterRule& rule : filter.rules)
            text.in("rule " + std::to_string(number += 5) + ' ' + rule_words(rule, filter.v6, &end_of));
        text.section();
    }
}

} // namespace

std::string comware_text(const DeviceConfig& config, Language language) {
    ConfigText text('#');
    write_heading(config, language, text);
    text.section();
    text.line("sysname " + config.hostname);
    text.section();
    write_vlans(config, text);
    write_vrfs(config, text);
    write_trees(config, text);
    write_filters(config, text);
    write_comware_scopes(config, text);
    write_comware_admission(config, text);
    write_comware_nat_pools(config, text);
    write_lags(config, text);
    write_ports(config, text);
    write_interfaces(config, text);
    write_routes(config, text);
    write_comware_firewall(config, text);
    write_comware_management(config, text);
    text.line("return");
    return text.done();
}

} // namespace riser::detail
