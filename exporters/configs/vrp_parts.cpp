// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/vrp_parts.h"

#include "exporters/configs/interface_names.h"

#include <array>

namespace riser::detail {

namespace {

// Basic lists of version 4 addresses from which alone something may be asked.
void write_sources(int number, const std::vector<std::string>& addresses, ConfigText& text) {
    text.line("acl number " + std::to_string(number));
    int rule = 0;
    for (const std::string& address : addresses)
        if (is_v6_text(address))
            text.comment(address);
        else
            text.in("rule " + std::to_string(rule += 5) + " permit source " + address + " 0");
    text.section();
}

std::string in_vrf(const DeviceConfig& config) {
    return config.management.vrf.empty() ? "" : " vpn-instance " + config.management.vrf;
}

void write_base_rule(const FilterRule& rule, std::size_t number, ConfigText& text) {
    text.in("rule name R" + std::to_string(number));
    const auto end = [&](const char* which, const std::optional<IpPrefix>& prefix) {
        if (prefix)
            text.deeper(
                std::string(which) + "-address " + to_string(prefix->address) +
                (prefix->address.is_v6 ? ' ' + std::to_string(prefix->length) : " mask " + mask_text(prefix->length)));
    };
    end("source", rule.source);
    end("destination", rule.destination);
    if (rule.protocol) {
        const std::string word = rule.protocol == std::uint8_t{58} ? "icmpv6" : protocol_text(rule, false, "", "");
        std::string service = "service protocol " + word;
        if (rule.ports) {
            service += " destination-port " + std::to_string(rule.ports->first);
            if (rule.ports->last != rule.ports->first)
                service += " to " + std::to_string(rule.ports->last);
        }
        text.deeper(service);
    }
    text.deeper(rule.action == AclAction::permit ? "action permit" : "action deny");
}

// Zones must have distinct priorities; those of the zones that every device has are left out. They decide nothing here:
// every packet between zones is decided by the rules.
void write_zones(const DeviceConfig& config, ConfigText& text) {
    int priority = 0;
    for (const ConfigZone& zone : config.zones) {
        ++priority;
        while (priority == 5 || priority == 50 || priority == 85)
            ++priority;
        text.line("firewall zone name " + zone.name);
        if (priority < 100)
            text.in("set priority " + std::to_string(priority));
        for (const VlanNumber vlan : zone.vlans)
            text.in("add interface Vlanif" + text_of(vlan));
        for (const InterfaceName& port : zone.ports)
            text.in("add interface " + shown(port, Dialect::vrp));
        text.section();
    }
}

void write_nat(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigNat& nat : config.nats) {
        const auto [first, last] = ends_of(nat.translated);
        text.line("nat address-group " + nat.name);
        text.in("mode pat");
        text.in("section 0 " + to_string(first) + ' ' + to_string(last));
        text.section();
    }
    int number = 0;
    for (const ConfigNatServer& server : config.nat_servers)
        text.line("nat server SERVER" + std::to_string(++number) + ' ' + nat_server_words(server) + " no-reverse");
    text.section();
    if (config.nats.empty())
        return;
    text.line("nat-policy");
    for (const ConfigNat& nat : config.nats) {
        text.in("rule name " + nat.name);
        text.deeper("egress-interface " + (nat.port ? shown(*nat.port, Dialect::vrp) : "Vlanif" + text_of(*nat.vlan)));
        text.deeper("source-address " + to_string(nat.source.address) + " mask " + mask_text(nat.source.length));
        text.deeper("action source-nat address-group " + nat.name);
    }
    text.section();
}

void write_snmp(const DeviceConfig& config, ConfigText& text) {
    if (config.management.stations.empty())
        return;
    write_sources(2001, config.management.stations, text);
    text.line("snmp-agent");
    text.line("snmp-agent sys-info version v3");
    text.line("snmp-agent group v3 STATIONS privacy acl 2001");
    text.line("snmp-agent usm-user v3 <SNMP-USER>");
    text.line("snmp-agent usm-user v3 <SNMP-USER> group STATIONS");
    text.line("snmp-agent usm-user v3 <SNMP-USER> authentication-mode sha2-256 cipher <SNMP-AUTH-KEY>");
    text.line("snmp-agent usm-user v3 <SNMP-USER> privacy-mode aes256 cipher <SNMP-PRIV-KEY>");
    text.section();
}

void write_login(const DeviceConfig& config, ConfigText& text) {
    if (!config.management.address)
        return;
    if (!config.management.bastions.empty())
        write_sources(2000, config.management.bastions, text);
    text.line("stelnet server enable");
    text.line("ssh user <ADMIN-USER> authentication-type password");
    text.line("ssh user <ADMIN-USER> service-type stelnet");
    text.section();
    text.line("aaa");
    text.in("local-user <ADMIN-USER> password irreversible-cipher <ADMIN-PASSWORD>");
    text.in("local-user <ADMIN-USER> privilege level 15");
    text.in("local-user <ADMIN-USER> service-type ssh");
    text.section();
    text.line("user-interface vty 0 4");
    if (!config.management.bastions.empty())
        text.in("acl 2000 inbound");
    text.in("authentication-mode aaa");
    text.in("protocol inbound ssh");
    text.section();
}

} // namespace

void write_vrp_scopes(const DeviceConfig& config, ConfigText& text) {
    bool any = !config.scopes.empty();
    for (const ConfigInterface& interface : config.interfaces)
        any = any || !interface.dhcp_relays.empty();
    if (!any)
        return;
    text.line("dhcp enable");
    text.section();
    for (const ConfigScope& scope : config.scopes) {
        text.line("ip pool " + scope.name);
        if (!scope.vrf.empty())
            text.in("vpn-instance " + scope.vrf);
        if (scope.gateway)
            text.in("gateway-list " + to_string(*scope.gateway));
        text.in("network " + to_string(scope.network.address) + " mask " + mask_text(scope.network.length));
        for (const auto& [first, last] : left_out(scope))
            text.in("excluded-ip-address " + to_string(first) + (first == last ? "" : ' ' + to_string(last)));
        if (scope.lease.value > 0)
            text.in("lease " + lease_words(scope.lease));
        text.section();
    }
}

void write_vrp_admission(const DeviceConfig& config, ConfigText& text) {
    if (config.management.radius.empty())
        return;
    text.line("radius-server template ADMISSION");
    text.in("radius-server shared-key cipher <RADIUS-KEY>");
    for (const std::string& server : config.management.radius)
        text.in("radius-server authentication " + server + " 1812" + in_vrf(config));
    text.section();
    text.line("aaa");
    text.in("authentication-scheme ADMISSION");
    text.deeper("authentication-mode radius");
    text.in("domain admission");
    text.deeper("authentication-scheme ADMISSION");
    text.deeper("radius-server ADMISSION");
    text.section();
    text.line("dot1x-access-profile name ADMISSION");
    text.section();
    text.line("authentication-profile name ADMISSION");
    text.in("dot1x-access-profile ADMISSION");
    text.in("access-domain admission dot1x");
    text.section();
}

void write_vrp_firewall(const DeviceConfig& config, ConfigText& text) {
    if (config.role != EquipmentRole::firewall)
        return;
    write_zones(config, text);
    text.line("security-policy");
    text.in("default action deny");
    std::size_t number = 0;
    for (const BaseRule& base : merged_base(config))
        write_base_rule(*base.rule, ++number, text);
    text.section();
    write_nat(config, text);
}

void write_vrp_management(const DeviceConfig& config, ConfigText& text) {
    const auto family = [](const std::string& address) { return is_v6_text(address) ? "ipv6 " : ""; };
    for (const std::string& host : config.management.log_hosts)
        text.line("info-center loghost " + std::string(family(host)) + host + in_vrf(config));
    for (const std::string& clock : config.management.clocks)
        text.line("ntp-service unicast-server " + std::string(family(clock)) + clock + in_vrf(config));
    text.section();
    write_snmp(config, text);
    write_login(config, text);
}

} // namespace riser::detail
