// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/configs/reading.h"

#include "exporters/configs/interface_names.h"

#include <algorithm>
#include <bit>
#include <sstream>

namespace riser::test {

int number(const std::string& word) {
    ensure(!word.empty() && word.find_first_not_of("0123456789") == std::string::npos, "a number was expected");
    return std::stoi(word);
}
VlanNumber vlan_number(const std::string& word) {
    const std::optional<VlanNumber> out = VlanNumber::parse(word);
    ensure(out.has_value(), "a VLAN was expected");
    return *out;
}
IpAddress address(const std::string& word) {
    const std::optional<IpAddress> out = IpAddress::parse(word);
    ensure(out.has_value(), "an address was expected");
    return *out;
}
IpPrefix prefix(const std::string& word) {
    const std::optional<IpPrefix> out = IpPrefix::parse(word);
    ensure(out.has_value(), "a prefix was expected");
    return *out;
}

namespace {
std::uint32_t bits(const std::string& dotted) {
    const IpAddress at = address(dotted);
    return std::uint32_t{at.bytes[0]} << 24 | std::uint32_t{at.bytes[1]} << 16 | std::uint32_t{at.bytes[2]} << 8 |
           at.bytes[3];
}
} // namespace

std::uint8_t length_of_mask(const std::string& mask) {
    if (mask.find('.') == std::string::npos)
        return static_cast<std::uint8_t>(number(mask));
    const std::uint32_t value = bits(mask);
    ensure((~value & (~value + 1)) == 0, "a mask is ones and then zeros");
    return static_cast<std::uint8_t>(std::popcount(value));
}
std::uint8_t length_of_wildcard(const std::string& wildcard) {
    const std::uint32_t value = bits(wildcard);
    ensure((value & (value + 1)) == 0, "a wildcard is zeros and then ones");
    return static_cast<std::uint8_t>(32 - std::popcount(value));
}

std::optional<std::uint8_t> protocol(const std::string& word, bool v6) {
    if (word == (v6 ? "ipv6" : "ip"))
        return {};
    if (word == "tcp")
        return 6;
    if (word == "udp")
        return 17;
    if (word == "icmpv6")
        return 58;
    if (word == "icmp")
        return v6 ? 58 : 1;
    return static_cast<std::uint8_t>(number(word));
}

PortSwitching SwitchingRead::done() const {
    PortSwitching out;
    out.mode = mode;
    out.addresses = addresses;
    if (mode == PortMode::access && access > 0)
        out.untagged = VlanNumber::from(access);
    if (mode != PortMode::trunk)
        return out;
    for (const int vlan : allowed)
        if (vlan == native)
            out.untagged = VlanNumber::from(vlan);
        else
            out.tagged.push_back(*VlanNumber::from(vlan));
    return out;
}

ConfigLag& lag_numbered(DeviceConfig& config, std::int32_t number) {
    for (ConfigLag& lag : config.lags)
        if (lag.number == number)
            return lag;
    config.lags.push_back({});
    config.lags.back().number = number;
    return config.lags.back();
}

std::set<int> numbers_in(const Statement& statement, std::size_t from) {
    std::set<int> out;
    int last = 0;
    bool range = false;
    for (std::size_t i = from; i < statement.words.size(); ++i) {
        if (statement.words[i] == "to") {
            range = true;
            continue;
        }
        const int here = number(statement.words[i]);
        for (int n = range ? last : here; n <= here; ++n)
            out.insert(n);
        last = here;
        range = false;
    }
    return out;
}

ConfigNatServer nat_server(const Statement& statement, std::size_t at) {
    const auto is_number = [&](std::size_t i) {
        const std::string& word = statement.word(i);
        return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
    };
    const auto ports = [&]() -> std::optional<FilteredPorts> {
        if (!is_number(at))
            return {};
        const auto first = static_cast<std::uint16_t>(number(statement.word(at++)));
        return FilteredPorts{first, is_number(at) ? static_cast<std::uint16_t>(number(statement.word(at++))) : first};
    };
    ConfigNatServer out;
    if (statement.word(at) == "protocol") {
        out.protocol = protocol(statement.word(at + 1), false);
        at += 2;
    }
    ensure(statement.word(at) == "global", "a server has an address outside");
    out.outside = address(statement.word(at + 1));
    at += 2;
    out.ports = ports();
    ensure(statement.word(at) == "inside", "a server has an address inside");
    out.inside = address(statement.word(at + 1));
    at += 2;
    out.inside_ports = ports();
    return out;
}

DeviceConfig read_config(std::string_view text, Dialect dialect) {
    DeviceConfig out =
        dialect == Dialect::ios ? read_ios(text) : read_vrp_or_comware(text, dialect == Dialect::comware);
    std::sort(out.ports.begin(), out.ports.end(),
              [](const ConfigPort& a, const ConfigPort& b) { return less_in_order(a.name, b.name); });
    std::sort(out.routes.begin(), out.routes.end());
    return out;
}

namespace {

std::string said(const IpAddress& address) { return to_string(address); }
std::string said(const std::optional<IpPrefix>& prefix) { return prefix ? to_string(*prefix) : "any"; }

std::string said(const std::optional<FilteredPorts>& ports) {
    return ports ? ' ' + std::to_string(ports->first) + '-' + std::to_string(ports->last) : std::string();
}

std::string said(const PortSwitching& switching) {
    std::string out = " mode " + std::to_string(static_cast<int>(switching.mode));
    if (switching.untagged)
        out += " untagged " + std::to_string(switching.untagged->number());
    out += " tagged";
    for (const VlanNumber vlan : switching.tagged)
        out += ' ' + std::to_string(vlan.number());
    for (const InterfaceAddress& own : switching.addresses)
        out += ' ' + said(own.address) + '/' + std::to_string(own.length);
    return out;
}

std::string said(const FilterRule& rule) {
    return std::string(rule.action == AclAction::permit ? " permit " : " deny ") +
           (rule.protocol ? std::to_string(*rule.protocol) : "any") + ' ' + said(rule.source) + ' ' +
           said(rule.destination) +
           (rule.ports ? ' ' + std::to_string(rule.ports->first) + '-' + std::to_string(rule.ports->last) : "") + '\n';
}

std::string said(const ConfigInterface& interface) {
    std::string out = "interface " + (interface.vlan ? std::to_string(interface.vlan->number()) : "loopback") + " in " +
                      interface.vrf;
    // Of one version in their order; dialects write the versions apart.
    for (const bool v6 : {false, true})
        for (const InterfaceAddress& own : interface.addresses)
            if (own.address.is_v6 == v6)
                out += ' ' + said(own.address) + '/' + std::to_string(own.length);
    for (const ConfigVrrp& group : interface.vrrp)
        out += " vrrp" + std::to_string(group.group) + ' ' + said(group.shared) + ' ' + std::to_string(group.priority);
    std::set<std::string> filters;
    for (const FilterUse& use : interface.filters)
        filters.insert(" filter " + use.filter + (use.v6 ? " v6" : "") +
                       (use.direction == AclDirection::in ? " in" : " out"));
    for (const std::string& filter : filters)
        out += filter;
    for (const IpAddress& server : interface.dhcp_relays)
        out += " relay " + said(server);
    return out + '\n';
}

// IOS has no ranges of ports.
std::vector<ConfigNatServer> port_by_port(const std::vector<ConfigNatServer>& servers) {
    std::vector<ConfigNatServer> out;
    for (const ConfigNatServer& server : servers)
        if (!server.ports)
            out.push_back(server);
        else
            for (int port = server.ports->first; port <= server.ports->last; ++port) {
                const auto one = [&](int first) {
                    const auto at = static_cast<std::uint16_t>(first + port - server.ports->first);
                    return FilteredPorts{at, at};
                };
                out.push_back(server);
                out.back().ports = one(server.ports->first);
                out.back().inside_ports = one(server.inside_ports->first);
            }
    return out;
}

bool is_named_by_ios(VlanNumber vlan) { return vlan.number() == 1 || (vlan.number() >= 1002 && vlan.number() <= 1005); }

} // namespace

std::string told(const DeviceConfig& config, Dialect dialect) {
    std::ostringstream out;
    out << "host " << config.hostname << '\n';
    for (const ConfigVlan& vlan : config.vlans)
        out << "vlan " << vlan.number.number() << ' '
            << (dialect == Dialect::ios && is_named_by_ios(vlan.number) ? "" : vlan.name) << '\n';
    for (const ConfigVrf& vrf : config.vrfs)
        out << "vrf " << vrf.name << ' ' << vrf.route_distinguisher
            << (vrf.v6 && dialect != Dialect::comware ? " v6" : "") << '\n';
    for (const ConfigLag& lag : config.lags)
        out << "lag " << lag.number << ' ' << lag.description << static_cast<int>(lag.kind) << ' ' << lag.minimum_links
            << said(lag.switching) << '\n';
    for (const ConfigPort& port : config.ports)
        out << "port " << shown(port.name, dialect) << " '" << port.description << "' lag " << port.lag.value_or(0)
            << said(port.switching) << (port.shutdown ? " shutdown" : "") << '\n';
    for (const ConfigInterface& interface : config.interfaces)
        out << said(interface);
    for (const ConfigRoute& route : config.routes)
        out << "route " << route.vrf << ' ' << to_string(route.destination) << " by " << said(route.next_hop) << ' '
            << route.preference << '\n';
    std::set<std::string> servers; // interfaces have their own order
    for (const ConfigNatServer& server :
         dialect == Dialect::ios ? port_by_port(config.nat_servers) : config.nat_servers) {
        const bool at_interface = dialect == Dialect::comware; // the others translate wherever it is asked
        servers.insert("server " + (server.protocol ? std::to_string(*server.protocol) : "any") + ' ' +
                       said(server.outside) + said(server.ports) + " is " + said(server.inside) +
                       said(server.inside_ports) +
                       (at_interface && server.vlan ? " vlan " + std::to_string(server.vlan->number()) : "") +
                       (at_interface && server.port ? " port " + shown(*server.port, dialect) : "") + '\n');
    }
    for (const std::string& server : servers)
        out << server;
    for (std::size_t i = 0; i < config.filters.size(); ++i) {
        const ConfigFilter& filter = config.filters[i];
        const bool base = config.rule_base == i || config.rule_base_v6 == i;
        out << (base ? "rule base" : "filter " + filter.name) << (filter.v6 ? " v6\n" : "\n");
        for (const FilterRule& rule : filter.rules)
            out << said(rule);
    }
    return out.str();
}

} // namespace riser::test
