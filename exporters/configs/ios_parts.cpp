// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/ios_parts.h"

#include "solvers/base/port_words.h"

namespace riser::detail {

namespace {

// Standard lists of version 4 addresses from which alone something may be asked.
void write_sources(int number, const std::vector<std::string>& addresses, ConfigText& text) {
    for (const std::string& address : addresses)
        if (is_v6_text(address))
            text.comment(address);
        else
            text.line("access-list " + std::to_string(number) + " permit host " + address);
    text.section();
}

void write_login(const DeviceConfig& config, ConfigText& text) {
    if (!config.management.address)
        return;
    text.line("username <ADMIN-USER> privilege 15 secret <ADMIN-PASSWORD>");
    if (config.management.radius.empty()) // else it is there already
        text.line("aaa new-model");
    text.line("aaa authentication login default local");
    text.line("ip ssh version 2");
    text.section();
    if (!config.management.bastions.empty())
        write_sources(10, config.management.bastions, text);
    text.line("line vty 0 15");
    if (!config.management.bastions.empty())
        text.in(config.management.vrf.empty() ? "access-class 10 in" : "access-class 10 in vrf-also");
    text.in("transport input ssh");
    text.section();
}

} // namespace

void write_ios_scopes(const DeviceConfig& config, ConfigText& text) {
    for (const ConfigScope& scope : config.scopes)
        for (const auto& [first, last] : left_out(scope))
            text.line("ip dhcp excluded-address " + (scope.vrf.empty() ? "" : "vrf " + scope.vrf + ' ') +
                      to_string(first) + (first == last ? "" : ' ' + to_string(last)));
    text.section();
    for (const ConfigScope& scope : config.scopes) {
        text.line("ip dhcp pool " + scope.name);
        if (!scope.vrf.empty())
            text.in("vrf " + scope.vrf);
        text.in("network " + to_string(scope.network.address) + ' ' + mask_text(scope.network.length));
        if (scope.gateway)
            text.in("default-router " + to_string(*scope.gateway));
        if (const std::int64_t minutes = scope.lease.value / 60; minutes > 0)
            text.in("lease " + std::to_string(minutes / 1440) + ' ' + std::to_string(minutes / 60 % 24) + ' ' +
                    std::to_string(minutes % 60));
        text.section();
    }
}

void write_ios_admission(const DeviceConfig& config, ConfigText& text) {
    if (config.management.radius.empty())
        return;
    text.line("aaa new-model");
    int number = 0;
    for (const std::string& server : config.management.radius) {
        text.line("radius server ADMISSION" + std::to_string(++number));
        text.in((is_v6_text(server) ? "address ipv6 " : "address ipv4 ") + server + " auth-port 1812 acct-port 1813");
        text.in("key <RADIUS-KEY>");
    }
    text.line("aaa authentication dot1x default group radius");
    text.line("dot1x system-auth-control");
    text.section();
}

// One policy between every two zones: what the rule base permits is inspected, so that answers pass, the rest dropped.
void write_ios_zones(const DeviceConfig& config, ConfigText& text) {
    if (config.role != EquipmentRole::firewall)
        return;
    text.line("class-map type inspect match-any RULE-BASE");
    for (const std::optional<std::size_t>& at : {config.rule_base, config.rule_base_v6})
        if (at)
            text.in("match access-group name " + config.filters[*at].name);
    text.line("policy-map type inspect RULE-BASE");
    if (config.rule_base) {
        text.in("class type inspect RULE-BASE");
        text.deeper("inspect");
    }
    text.in("class class-default");
    text.deeper("drop");
    text.section();
    for (const ConfigZone& zone : config.zones)
        text.line("zone security " + zone.name);
    int number = 0;
    for (const ConfigZone& from : config.zones)
        for (const ConfigZone& to : config.zones)
            if (from.name != to.name) {
                text.line("zone-pair security PAIR" + std::to_string(++number) + " source " + from.name +
                          " destination " + to.name);
                text.in("service-policy type inspect RULE-BASE");
            }
    text.section();
}

void write_ios_nat(const DeviceConfig& config, ConfigText& text) {
    int list = 20; // number of the first standard list of sources to translate
    for (const ConfigNat& nat : config.nats) {
        const auto [first, last] = ends_of(nat.translated);
        text.line("ip nat pool " + nat.name + ' ' + to_string(first) + ' ' + to_string(last) + " prefix-length " +
                  std::to_string(nat.translated.length));
        text.line("access-list " + std::to_string(list) + " permit " + to_string(nat.source.address) + ' ' +
                  wildcard_text(nat.source.length));
        text.line("ip nat inside source list " + std::to_string(list++) + " pool " + nat.name + " overload");
    }
    for (const ConfigNatServer& server : config.nat_servers) {
        const std::string inside = to_string(server.inside), outside = to_string(server.outside);
        if (!server.protocol || !server.ports)
            text.line("ip nat inside source static " + inside + ' ' + outside);
        else
            for (std::int32_t n = 0; n <= server.ports->last - server.ports->first; ++n) // one port a statement
                text.line("ip nat inside source static " + protocol_word(*server.protocol) + ' ' + inside + ' ' +
                          std::to_string(server.inside_ports->first + n) + ' ' + outside + ' ' +
                          std::to_string(server.ports->first + n) + " extendable");
    }
    text.section();
}

void write_ios_management(const DeviceConfig& config, ConfigText& text) {
    const ConfigManagement& management = config.management;
    const std::string vrf = management.vrf.empty() ? "" : "vrf " + management.vrf + ' ';
    for (const std::string& host : management.log_hosts)
        text.line((is_v6_text(host) ? "logging host ipv6 " : "logging host ") + host +
                  (management.vrf.empty() ? "" : " vrf " + management.vrf));
    for (const std::string& clock : management.clocks)
        text.line("ntp server " + vrf + (is_v6_text(clock) ? "ipv6 " : "") + clock);
    text.section();
    if (!management.stations.empty()) {
        write_sources(11, management.stations, text);
        text.line("snmp-server group STATIONS v3 priv access 11");
        text.line("snmp-server user <SNMP-USER> STATIONS v3 auth sha <SNMP-AUTH-KEY> priv aes 128 <SNMP-PRIV-KEY>");
        text.section();
    }
    write_login(config, text);
}

} // namespace riser::detail
