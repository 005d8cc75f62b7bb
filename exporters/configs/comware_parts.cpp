// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/comware_parts.h"

#include "exporters/configs/interface_names.h"

#include <algorithm>

namespace riser::detail {

namespace {

constexpr int nat_list = 2100; // number of the first basic list of sources to translate

void write_sources(int number, const std::vector<std::string>& addresses, ConfigText& text) {
    text.line("acl basic " + std::to_string(number));
    int rule = 0;
    for (const std::string& address : addresses)
        if (is_v6_text(address))
            text.comment(address);
        else
            text.in("rule " + std::to_string(rule += 5) + " permit source " + address + " 0");
    text.section();
}

std::string in_vrf(const DeviceConfig& config) {
    return config.management.vrf.empty() ? "" : "vpn-instance " + config.management.vrf + ' ';
}

void write_base_rule(const FilterRule& rule, bool v6, std::size_t number, ConfigText& text) {
    text.in("rule " + std::to_string(number) + " name R" + std::to_string(number));
    text.deeper(rule.action == AclAction::permit ? "action pass" : "action drop");
    const auto end = [&](const char* which, const std::optional<IpPrefix>& prefix) {
        if (prefix)
            text.deeper(std::string(which) + "-ip-subnet " + to_string(prefix->address) + ' ' +
                        (v6 ? std::to_string(prefix->length) : mask_text(prefix->length)));
    };
    end("source", rule.source);
    end("destination", rule.destination);
    if (!rule.protocol)
        return;
    std::string service = "service-port " + protocol_text(rule, v6, "", "icmpv6");
    if (rule.ports)
        service += rule.ports->first == rule.ports->last ? " destination eq " + std::to_string(rule.ports->first)
                                                         : " destination range " + std::to_string(rule.ports->first) +
                                                               ' ' + std::to_string(rule.ports->last);
    text.deeper(service);
}

void write_base(const std::optional<std::size_t>& at, const DeviceConfig& config, ConfigText& text) {
    if (!at)
        return;
    const ConfigFilter& filter = config.filters[*at];
    text.line(filter.v6 ? "security-policy ipv6" : "security-policy ip");
    std::size_t number = 0;
    for (const FilterRule& rule : filter.rules)
        write_base_rule(rule, filter.v6, number++, text);
    text.section();
}

void write_snmp(const DeviceConfig& config, ConfigText& text) {
    if (config.management.stations.empty())
        return;
    write_sources(2001, config.management.stations, text);
    text.line("snmp-agent");
    text.line("snmp-agent sys-info version v3");
    text.line("snmp-agent group v3 STATIONS privacy acl 2001");
    text.line("snmp-agent usm-user v3 <SNMP-USER> STATIONS simple authentication-mode sha <SNMP-AUTH-KEY> "
              "privacy-mode aes128 <SNMP-PRIV-KEY>");
    text.section();
}

void write_login(const DeviceConfig& config, ConfigText& text) {
    if (!config.management.address)
        return;
    if (!config.management.bastions.empty())
        write_sources(2000, config.management.bastions, text);
    text.line("ssh server enable");
    if (!config.management.bastions.empty())
        text.line("ssh server acl 2000");
    text.section();
    text.line("local-user <ADMIN-USER> class manage");
    text.in("password simple <ADMIN-PASSWORD>");
    text.in("service-type ssh");
    text.in("authorization-attribute user-role network-admin");
    text.section();
    text.line("line vty 0 63");
    text.in("authentication-mode scheme");
    text.in("protocol inbound ssh");
    text.section();
}

} // namespace

void write_comware_scopes(const DeviceConfig& config, ConfigText& text) {
    bool any = !config.scopes.empty();
    for (const ConfigInterface& interface : config.interfaces)
        any = any || !interface.dhcp_relays.empty();
    if (!any)
        return;
    text.line("dhcp enable");
    text.section();
    for (const ConfigScope& scope : config.scopes) {
        text.line("dhcp server ip-pool " + scope.name);
        if (!scope.vrf.empty())
            text.in("vpn-instance " + scope.vrf);
        if (scope.gateway)
            text.in("gateway-list " + to_string(*scope.gateway));
        text.in("network " + to_string(scope.network.address) + " mask " + mask_text(scope.network.length));
        text.in("address range " + to_string(scope.first) + ' ' + to_string(scope.last));
        if (scope.lease.value > 0)
            text.in("expired " + lease_words(scope.lease));
        text.section();
    }
}

void write_comware_admission(const DeviceConfig& config, ConfigText& text) {
    const auto uses = [&](Admission admission) {
        return std::any_of(config.ports.begin(), config.ports.end(),
                           [&](const ConfigPort& port) { return port.admission == admission; });
    };
    if (uses(Admission::port_security)) {
        text.line("port-security enable");
        text.section();
    }
    if (config.management.radius.empty())
        return;
    text.line("dot1x");
    text.section();
    text.line("radius scheme admission");
    for (const std::string& server : config.management.radius)
        text.in((server == config.management.radius.front() ? "primary authentication " : "secondary authentication ") +
                std::string(is_v6_text(server) ? "ipv6 " : "") + server);
    text.in("key authentication simple <RADIUS-KEY>");
    if (!config.management.vrf.empty())
        text.in("vpn-instance " + config.management.vrf);
    text.section();
    text.line("domain admission");
    text.in("authentication lan-access radius-scheme admission");
    text.in("authorization lan-access radius-scheme admission");
    text.section();
    text.line("domain default enable admission");
    text.section();
}

void write_comware_nat_pools(const DeviceConfig& config, ConfigText& text) {
    int number = 0;
    for (const ConfigNat& nat : config.nats) {
        const auto [first, last] = ends_of(nat.translated);
        text.line("acl basic " + std::to_string(nat_list + number));
        text.in("rule 5 permit source " + to_string(nat.source.address) + ' ' + wildcard_text(nat.source.length));
        text.section();
        text.line("nat address-group " + std::to_string(++number));
        text.in("address " + to_string(first) + ' ' + to_string(last));
        text.section();
    }
}

void write_comware_nat(const DeviceConfig& config, const std::optional<InterfaceName>& port,
                       const std::optional<VlanNumber>& vlan, ConfigText& text) {
    const auto is_here = [&](const auto& row) { return (port && row.port == port) || (vlan && row.vlan == vlan); };
    for (std::size_t i = 0; i < config.nats.size(); ++i)
        if (is_here(config.nats[i]))
            text.in("nat outbound " + std::to_string(nat_list + static_cast<int>(i)) + " address-group " +
                    std::to_string(i + 1));
    for (const ConfigNatServer& server : config.nat_servers)
        if (is_here(server))
            text.in("nat server " + nat_server_words(server));
}

void write_comware_firewall(const DeviceConfig& config, ConfigText& text) {
    if (config.role != EquipmentRole::firewall)
        return;
    for (const ConfigZone& zone : config.zones) {
        text.line("security-zone name " + zone.name);
        for (const VlanNumber vlan : zone.vlans)
            text.in("import interface Vlan-interface" + text_of(vlan));
        for (const InterfaceName& port : zone.ports)
            text.in("import interface " + shown(port, Dialect::comware));
        text.section();
    }
    write_base(config.rule_base, config, text);
    write_base(config.rule_base_v6, config, text);
}

void write_comware_management(const DeviceConfig& config, ConfigText& text) {
    const ConfigManagement& management = config.management;
    for (const std::string& host : management.log_hosts)
        text.line("info-center loghost " + in_vrf(config) + (is_v6_text(host) ? "ipv6 " : "") + host);
    if (!management.clocks.empty())
        text.line("ntp-service enable");
    for (const std::string& clock : management.clocks)
        text.line((is_v6_text(clock) ? "ntp-service ipv6 unicast-server " : "ntp-service unicast-server ") + clock +
                  (management.vrf.empty() ? "" : " vpn-instance " + management.vrf));
    text.section();
    write_snmp(config, text);
    write_login(config, text);
}

} // namespace riser::detail
