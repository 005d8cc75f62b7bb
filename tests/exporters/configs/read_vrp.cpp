// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/interface_names.h"
#include "tests/exporters/configs/reading.h"

#include <algorithm>

namespace riser::test {

namespace {

class Reader {
  public:
    explicit Reader(bool comware) : comware_(comware) {}

    DeviceConfig read(std::string_view text) {
        for (const Statement& statement : statements(text, '#'))
            take(statement);
        for (const int vlan : batch_)
            ensure(vlan == 1 || std::any_of(config_.vlans.begin(), config_.vlans.end(),
                                            [&](const ConfigVlan& v) { return v.number.number() == vlan; }),
                   "a VLAN of the batch is named");
        return std::move(config_);
    }

  private:
    void take(const Statement& s) {
        if (s.word(0) == "sysname")
            config_.hostname = s.word(1);
        else if (s.says({"vlan", "batch"}))
            batch_.merge(numbers_in(s, 2));
        else if (s.word(0) == "vlan")
            config_.vlans.push_back({vlan_number(s.word(1)), s.inside.at(0).word(1)});
        else if (s.says({"ip", "vpn-instance"}))
            vrf(s);
        else if (s.word(0) == "acl" && (s.word(1) == "name" || s.word(1) == "advanced" || s.word(1) == "ipv6"))
            filter(s);
        else if (s.word(0) == "interface")
            interface(s);
        else if (s.says({"ip", "route-static"}) || s.says({"ipv6", "route-static"}))
            route(s);
        else if (s.says({"nat", "server"}))
            config_.nat_servers.push_back(nat_server(s, 3));
        else if (s.word(0) == "security-policy")
            comware_ ? comware_base(s) : vrp_base(s);
    }

    void vrf(const Statement& s) {
        ConfigVrf out{s.word(2), {}, false};
        for (const Statement& line : s.inside) {
            if (line.word(0) == "route-distinguisher")
                out.route_distinguisher = line.word(1);
            for (const Statement& deeper : line.inside)
                out.route_distinguisher = deeper.word(1);
            out.v6 = out.v6 || line.word(0) == "ipv6-family";
        }
        config_.vrfs.push_back(out);
    }

    void interface(const Statement& s) {
        const std::string& name = s.word(1);
        for (const std::string_view word : {"Eth-Trunk", "Bridge-Aggregation", "Route-Aggregation"})
            if (name.starts_with(word))
                return lag(s, number(name.substr(word.size())));
        for (const std::string_view word : {"Vlanif", "Vlan-interface"})
            if (name.starts_with(word))
                return layer3(s, vlan_number(name.substr(word.size())));
        if (name == "LoopBack0")
            return layer3(s, {});
        const std::optional<InterfaceName> port_name = interface_name(name);
        ensure(port_name.has_value(), "an interface has a known name");
        ConfigPort port;
        port.name = *port_name;
        SwitchingRead switching;
        for (const Statement& line : s.inside) {
            if (line.word(0) == "description")
                port.description = line.rest(1);
            else if (line.word(0) == "eth-trunk")
                port.lag = number(line.word(1));
            else if (line.says({"port", "link-aggregation", "group"}))
                port.lag = number(line.word(3));
            else if (line.word(0) == "shutdown")
                port.shutdown = true;
            else if (line.says({"nat", "server"})) {
                config_.nat_servers.push_back(nat_server(line, 2));
                config_.nat_servers.back().port = port.name;
            } else
                switched(line, switching);
        }
        if (!port.lag)
            port.switching = switching.done();
        config_.ports.push_back(std::move(port));
    }

    static void switched(const Statement& line, SwitchingRead& out) {
        if (line.says({"port", "link-type"}))
            out.mode = line.word(2) == "trunk" ? PortMode::trunk : PortMode::access;
        else if (line.says({"undo", "portswitch"}) || line.says({"port", "link-mode", "route"}))
            out.mode = PortMode::routed;
        else if (line.says({"port", "default", "vlan"}) || line.says({"port", "access", "vlan"}))
            out.access = number(line.word(3));
        else if (line.says({"port", "trunk", "pvid", "vlan"}))
            out.native = number(line.word(4));
        else if (line.says({"undo", "port", "trunk"}))
            out.allowed.erase(1);
        else if (line.says({"port", "trunk", "allow-pass", "vlan"}) || line.says({"port", "trunk", "permit", "vlan"}))
            out.allowed.merge(numbers_in(line, 4));
        else
            own_address(line, out.addresses);
        if (line.says({"port", "link-type", "trunk"}))
            out.allowed.insert(1); // until it is undone
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
        lag.kind = LagKind::fixed;
        if (s.word(1).starts_with("Route"))
            switching.mode = PortMode::routed;
        for (const Statement& line : s.inside) {
            if (line.word(0) == "description")
                lag.description = line.rest(1);
            else if (line.says({"mode", "lacp"}) || line.says({"link-aggregation", "mode", "dynamic"}))
                lag.kind = LagKind::lacp;
            else if (line.says({"least", "active-linknumber"}))
                lag.minimum_links = number(line.word(2));
            else if (line.says({"link-aggregation", "selected-port", "minimum"}))
                lag.minimum_links = number(line.word(3));
            else
                switched(line, switching);
        }
        lag.switching = switching.done();
    }

    void layer3(const Statement& s, std::optional<VlanNumber> vlan) {
        ConfigInterface out;
        out.vlan = vlan;
        for (const Statement& line : s.inside) {
            if (line.says({"ip", "binding", "vpn-instance"}))
                out.vrf = line.word(3);
            else if (line.word(0).starts_with("vrrp"))
                vrrp(line, out);
            else if (line.word(0) == "traffic-filter")
                out.filters.push_back({line.words.back(), line.word(3) == "ipv6",
                                       line.word(1) == "inbound" ? AclDirection::in : AclDirection::out});
            else if (line.word(0) == "packet-filter")
                out.filters.push_back({line.words.at(line.words.size() - 2), line.word(1) == "ipv6",
                                       line.words.back() == "inbound" ? AclDirection::in : AclDirection::out});
            else if (line.says({"dhcp", "relay"}))
                out.dhcp_relays.push_back(address(line.word(3)));
            else if (line.says({"nat", "server"})) {
                config_.nat_servers.push_back(nat_server(line, 2));
                config_.nat_servers.back().vlan = vlan;
            } else
                own_address(line, out.addresses);
        }
        config_.interfaces.push_back(std::move(out));
    }

    static void vrrp(const Statement& line, ConfigInterface& out) {
        const bool v6 = line.word(0) == "vrrp6" || line.word(1) == "ipv6";
        const std::size_t at = line.word(1) == "ipv6" ? 3 : 2;
        const int group = number(line.word(at));
        if (line.words.back() == "link-local")
            return;
        if (line.word(at + 1) == "virtual-ip")
            out.vrrp.push_back({group, address(line.word(at + 2)), 100});
        for (ConfigVrrp& known : out.vrrp)
            if (line.word(at + 1) == "priority" && known.group == group && known.shared.is_v6 == v6)
                known.priority = number(line.word(at + 2));
    }

    void route(const Statement& s) {
        std::size_t at = 2;
        ConfigRoute out;
        if (s.word(2) == "vpn-instance") {
            out.vrf = s.word(3);
            at = 4;
        }
        out.destination = {address(s.word(at)), length_of_mask(s.word(at + 1))};
        out.next_hop = address(s.word(at + 2));
        out.preference = number(s.word(at + 4));
        config_.routes.push_back(std::move(out));
    }

    // "rule 5 permit tcp source … destination … destination-port eq 443".
    void filter(const Statement& s) {
        const bool v6 = s.word(1) == "ipv6";
        const auto name = std::find(s.words.begin(), s.words.end(), "name");
        ConfigFilter out{*(name + 1), v6, {}};
        for (const Statement& line : s.inside) {
            FilterRule rule;
            rule.action = line.word(2) == "permit" ? AclAction::permit : AclAction::deny;
            rule.protocol = protocol(line.word(3), v6);
            for (std::size_t i = 4; i < line.words.size(); ++i) {
                const std::string& word = line.words[i];
                const auto end = [&] {
                    return v6 ? prefix(line.word(i + 1))
                              : IpPrefix{address(line.word(i + 1)), length_of_wildcard(line.word(i + 2))};
                };
                if (word == "source")
                    rule.source = end();
                else if (word == "destination")
                    rule.destination = end();
                else if (word == "eq" || word == "range")
                    rule.ports = {static_cast<std::uint16_t>(number(line.word(i + 1))),
                                  static_cast<std::uint16_t>(number(line.words.back()))};
            }
            out.rules.push_back(rule);
        }
        config_.filters.push_back(std::move(out));
    }

    void comware_base(const Statement& s) {
        const bool v6 = s.word(1) == "ipv6";
        ConfigFilter out{{}, v6, {}};
        for (const Statement& line : s.inside) {
            FilterRule rule;
            for (const Statement& part : line.inside) {
                if (part.word(0) == "action")
                    rule.action = part.word(1) == "pass" ? AclAction::permit : AclAction::deny;
                else if (part.word(0) == "service-port")
                    service(part, 1, v6, rule);
                else
                    (part.word(0) == "source-ip-subnet" ? rule.source : rule.destination) =
                        IpPrefix{address(part.word(1)), length_of_mask(part.word(2))};
            }
            out.rules.push_back(rule);
        }
        (v6 ? config_.rule_base_v6 : config_.rule_base) = config_.filters.size();
        config_.filters.push_back(std::move(out));
    }

    static void service(const Statement& part, std::size_t at, bool v6, FilterRule& rule) {
        rule.protocol = protocol(part.word(at), v6);
        if (part.words.size() > at + 1)
            rule.ports = {
                static_cast<std::uint16_t>(number(part.word(at + (v6 || part.word(0) == "service-port" ? 3 : 2)))),
                static_cast<std::uint16_t>(number(part.words.back()))};
    }

    // One list for both versions: a rule without addresses is of both, unless its protocol is of one.
    void vrp_base(const Statement& s) {
        ensure(s.inside.at(0).rest(0) == "default action deny", "a firewall denies what no rule permits");
        ConfigFilter v4{{}, false, {}};
        ConfigFilter v6{{}, true, {}};
        for (const Statement& line : s.inside) {
            if (line.word(0) != "rule")
                continue;
            FilterRule rule;
            for (const Statement& part : line.inside) {
                if (part.word(0) == "action")
                    rule.action = part.word(1) == "permit" ? AclAction::permit : AclAction::deny;
                else if (part.word(0) == "service")
                    service(part, 2, false, rule);
                else
                    (part.word(0) == "source-address" ? rule.source : rule.destination) =
                        IpPrefix{address(part.word(1)), length_of_mask(part.words.back())};
            }
            const std::optional<IpPrefix>& one = rule.source ? rule.source : rule.destination;
            if (one ? !one->address.is_v6 : rule.protocol != std::uint8_t{58})
                v4.rules.push_back(rule);
            if (one ? one->address.is_v6 : rule.protocol != std::uint8_t{1})
                v6.rules.push_back(rule);
        }
        config_.rule_base = config_.filters.size();
        config_.filters.push_back(std::move(v4));
        config_.rule_base_v6 = config_.filters.size();
        config_.filters.push_back(std::move(v6));
    }

    bool comware_;
    std::set<int> batch_;
    DeviceConfig config_;
};

} // namespace

DeviceConfig read_vrp_or_comware(std::string_view text, bool comware) { return Reader(comware).read(text); }

} // namespace riser::test
