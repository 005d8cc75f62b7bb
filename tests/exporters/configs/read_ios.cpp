// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/interface_names.h"
#include "tests/exporters/configs/reading.h"

#include <algorithm>
#include <sstream>

namespace riser::test {

namespace {

class Reader {
  public:
    DeviceConfig read(std::string_view text) {
        for (const Statement& statement : statements(text, '!'))
            take(statement);
        for (std::size_t i = 0; i < config_.filters.size(); ++i)
            if (inspected_.contains(config_.filters[i].name))
                (config_.filters[i].v6 ? config_.rule_base_v6 : config_.rule_base) = i;
        return std::move(config_);
    }

  private:
    void take(const Statement& s) {
        if (s.word(0) == "hostname")
            config_.hostname = s.word(1);
        else if (s.word(0) == "vlan")
            config_.vlans.push_back({vlan_number(s.word(1)), s.inside.empty() ? "" : s.inside[0].word(1)});
        else if (s.says({"vrf", "definition"}))
            vrf(s);
        else if (s.says({"ip", "access-list", "extended"}))
            filter(s, s.word(3), false);
        else if (s.says({"ipv6", "access-list"}))
            filter(s, s.word(2), true);
        else if (s.word(0) == "interface")
            interface(s);
        else if (s.says({"ip", "route"}) || s.says({"ipv6", "route"}))
            route(s);
        else if (s.says({"ip", "nat", "inside", "source", "static"}))
            server(s);
        else if (s.word(0) == "class-map")
            for (const Statement& line : s.inside)
                inspected_.insert(line.word(3));
    }

    void vrf(const Statement& s) {
        ConfigVrf out{s.word(2), {}, false};
        for (const Statement& line : s.inside) {
            if (line.word(0) == "rd")
                out.route_distinguisher = line.word(1);
            out.v6 = out.v6 || line.rest(0) == "address-family ipv6";
        }
        config_.vrfs.push_back(out);
    }

    void interface(const Statement& s) {
        const std::string& name = s.word(1);
        if (name.starts_with("Port-channel"))
            return lag(s, number(name.substr(12)));
        if (name.starts_with("Vlan"))
            return layer3(s, vlan_number(name.substr(4)));
        if (name == "Loopback0")
            return layer3(s, {});
        const std::optional<InterfaceName> port_name = interface_name(name);
        ensure(port_name.has_value(), "an interface has a known name");
        ConfigPort port;
        port.name = *port_name;
        SwitchingRead switching;
        for (const Statement& line : s.inside) {
            if (line.word(0) == "description")
                port.description = line.rest(1);
            else if (line.word(0) == "channel-group") {
                port.lag = number(line.word(1));
                lag_numbered(config_, *port.lag).kind = line.word(3) == "active" ? LagKind::lacp : LagKind::fixed;
            } else if (line.word(0) == "shutdown")
                port.shutdown = true;
            else
                switched(line, switching);
        }
        if (!port.lag)
            port.switching = switching.done();
        config_.ports.push_back(std::move(port));
    }

    static void switched(const Statement& line, SwitchingRead& out) {
        if (line.says({"switchport", "mode"}))
            out.mode = line.word(2) == "trunk" ? PortMode::trunk : PortMode::access;
        else if (line.says({"no", "switchport"}))
            out.mode = PortMode::routed;
        else if (line.says({"switchport", "access", "vlan"}))
            out.access = number(line.word(3));
        else if (line.says({"switchport", "trunk", "native"}))
            out.native = number(line.word(4));
        else if (line.says({"switchport", "trunk", "allowed"}))
            allowed(line.words.back(), out.allowed);
        else
            own_address(line, out.addresses);
    }

    // "10,20-30".
    static void allowed(const std::string& list, std::set<int>& out) {
        if (list == "none")
            return;
        std::istringstream parts(list);
        for (std::string part; std::getline(parts, part, ',');) {
            const std::size_t dash = part.find('-');
            const int last = number(part.substr(dash == std::string::npos ? 0 : dash + 1));
            for (int vlan = number(part.substr(0, dash)); vlan <= last; ++vlan)
                out.insert(vlan);
        }
    }

    static void own_address(const Statement& line, std::vector<InterfaceAddress>& out) {
        if (line.says({"ip", "address"}))
            out.push_back({address(line.word(2)), length_of_mask(line.word(3))});
        if (line.says({"ipv6", "address"})) {
            const std::size_t slash = line.word(2).find('/');
            out.push_back({address(line.word(2).substr(0, slash)),
                           static_cast<std::uint8_t>(number(line.word(2).substr(slash + 1)))});
        }
    }

    void lag(const Statement& s, std::int32_t lag_number) {
        ConfigLag& lag = lag_numbered(config_, lag_number);
        SwitchingRead switching;
        for (const Statement& line : s.inside) {
            if (line.word(0) == "description")
                lag.description = line.rest(1);
            else if (line.says({"port-channel", "min-links"}))
                lag.minimum_links = number(line.word(2));
            else
                switched(line, switching);
        }
        lag.switching = switching.done();
    }

    void layer3(const Statement& s, std::optional<VlanNumber> vlan) {
        ConfigInterface out;
        out.vlan = vlan;
        for (const Statement& line : s.inside) {
            if (line.says({"vrf", "forwarding"}))
                out.vrf = line.word(2);
            else if (line.word(0) == "vrrp")
                vrrp(line, out);
            else if (line.says({"ip", "access-group"}) || line.says({"ipv6", "traffic-filter"}))
                out.filters.push_back({line.word(2), line.word(0) == "ipv6",
                                       line.word(3) == "in" ? AclDirection::in : AclDirection::out});
            else if (line.says({"ip", "helper-address"}))
                out.dhcp_relays.push_back(address(line.word(2)));
            else
                own_address(line, out.addresses);
        }
        config_.interfaces.push_back(std::move(out));
    }

    static void vrrp(const Statement& line, ConfigInterface& out) {
        ConfigVrrp group;
        group.group = number(line.word(1));
        const bool v6 = line.word(3) == "ipv6";
        for (const Statement& part : line.inside)
            if (part.word(0) == "priority")
                group.priority = number(part.word(1));
            else if (part.word(0) == "address" && (part.words.back() == "primary") != v6)
                group.shared = address(part.word(1).substr(0, part.word(1).find('/')));
        out.vrrp.push_back(group);
    }

    // "ip nat inside source static tcp 10.1.0.5 443 198.51.100.66 443 extendable", or two addresses alone.
    void server(const Statement& s) {
        ConfigNatServer out;
        if (s.words.size() == 7) {
            out.inside = address(s.word(5));
            out.outside = address(s.word(6));
        } else {
            const auto port = [&](std::size_t at) {
                const auto one = static_cast<std::uint16_t>(number(s.word(at)));
                return FilteredPorts{one, one};
            };
            out.protocol = protocol(s.word(5), false);
            out.inside = address(s.word(6));
            out.inside_ports = port(7);
            out.outside = address(s.word(8));
            out.ports = port(9);
        }
        config_.nat_servers.push_back(out);
    }

    void route(const Statement& s) {
        std::size_t at = 2;
        ConfigRoute out;
        if (s.word(2) == "vrf") {
            out.vrf = s.word(3);
            at = 4;
        }
        if (s.word(0) == "ipv6")
            out.destination = prefix(s.word(at));
        else
            out.destination = {address(s.word(at)), length_of_mask(s.word(at + 1))};
        at += s.word(0) == "ipv6" ? 1 : 2;
        out.next_hop = address(s.word(at));
        out.preference = number(s.word(at + 1));
        config_.routes.push_back(std::move(out));
    }

    // "permit tcp 10.0.0.0 0.0.0.255 any eq 443".
    void filter(const Statement& s, const std::string& name, bool v6) {
        ConfigFilter out{name, v6, {}};
        for (const Statement& line : s.inside) {
            FilterRule rule;
            rule.action = line.word(0) == "permit" ? AclAction::permit : AclAction::deny;
            rule.protocol = protocol(line.word(1), v6);
            std::size_t at = 2;
            for (std::optional<IpPrefix>* end : {&rule.source, &rule.destination}) {
                if (line.word(at) == "any") {
                    ++at;
                } else if (v6) {
                    *end = prefix(line.word(at++));
                } else {
                    *end = IpPrefix{address(line.word(at)), length_of_wildcard(line.word(at + 1))};
                    at += 2;
                }
            }
            if (at < line.words.size())
                rule.ports = {static_cast<std::uint16_t>(number(line.word(at + 1))),
                              static_cast<std::uint16_t>(number(line.words.back()))};
            out.rules.push_back(rule);
        }
        config_.filters.push_back(std::move(out));
    }

    std::set<std::string> inspected_;
    DeviceConfig config_;
};

} // namespace

DeviceConfig read_ios(std::string_view text) { return Reader().read(text); }

} // namespace riser::test
