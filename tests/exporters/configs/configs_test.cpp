// SPDX-License-Identifier: GPL-3.0-or-later
// What is written reads back the same, in each dialect, however hostile the names; a small network says what it must;
// nothing of a secret plane is ever told.
#include "exporters/configs/device_configs.h"
#include "exporters/configs/safe_names.h"
#include "exporters/configs/vlan_labels.h"
#include "tests/exporters/configs/config_readers.h"
#include "tests/exporters/configs/network_case.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser::test {
namespace {

constexpr std::array all_dialects{Dialect::vrp, Dialect::comware, Dialect::ios};

// What VRP, which has one rule base for both versions, and IOS, whose class takes a list a version, cannot say: that
// there is none of version 6.
void forget_absent_base(const DeviceConfig& written, DeviceConfig& read) {
    for (const bool v6 : {false, true}) {
        std::optional<std::size_t>& at = v6 ? read.rule_base_v6 : read.rule_base;
        if (!at || (v6 ? written.rule_base_v6 : written.rule_base))
            continue;
        read.filters.erase(read.filters.begin() + static_cast<std::ptrdiff_t>(*at));
        for (std::optional<std::size_t>* other : {&read.rule_base, &read.rule_base_v6})
            if (*other && **other > *at)
                --**other;
        at.reset();
    }
}

// Rule bases behind the other filters, as readers meet them.
void move_base_back(DeviceConfig& config) {
    std::vector<ConfigFilter> rest, base;
    const std::optional<std::size_t> v4 = config.rule_base;
    const std::optional<std::size_t> v6 = config.rule_base_v6;
    for (std::size_t i = 0; i < config.filters.size(); ++i)
        if (v4 != i && v6 != i)
            rest.push_back(config.filters[i]);
    for (const auto& [from, to] : {std::pair{v4, &config.rule_base}, std::pair{v6, &config.rule_base_v6}})
        if (from) {
            *to = rest.size();
            rest.push_back(config.filters[*from]);
        }
    config.filters = std::move(rest);
}

TEST(Configs, WhatIsWrittenReadsBackTheSame) {
    std::size_t devices = 0, interfaces = 0, trunks = 0, lags = 0, rules = 0, routes = 0, bases = 0, shared = 0,
                servers = 0;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        const Facts facts(random_configured_network(seed));
        for (DeviceConfig& config : device_configs(facts)) {
            ++devices;
            interfaces += config.interfaces.size();
            lags += config.lags.size();
            routes += config.routes.size();
            bases += config.rule_base.has_value();
            servers += config.nat_servers.size();
            for (const ConfigInterface& interface : config.interfaces)
                shared += interface.vrrp.size();
            for (const ConfigFilter& filter : config.filters)
                rules += filter.rules.size();
            for (const ConfigPort& port : config.ports)
                trunks += port.switching.mode == PortMode::trunk;
            move_base_back(config);
            for (const Dialect dialect : all_dialects) {
                config.dialect = dialect;
                const std::string text = config_text(config, seed % 2 == 0 ? Language::zh : Language::en);
                DeviceConfig read = read_config(text, dialect);
                forget_absent_base(config, read);
                move_base_back(read);
                ASSERT_EQ(told(read, dialect), told(config, dialect)) << "seed " << seed << '\n' << text;
            }
        }
    }
    // The designs do hold what is compared.
    EXPECT_GT(devices, 1500u);
    EXPECT_GT(interfaces, 2000u);
    EXPECT_GT(trunks, 1500u);
    EXPECT_GT(lags, 500u);
    EXPECT_GT(rules, 5000u);
    EXPECT_GT(routes, 2000u);
    EXPECT_GT(bases, 100u);
    EXPECT_GT(shared, 500u);
    EXPECT_GT(servers, 50u);
}

TEST(Configs, ReadersSeeADifference) {
    const SmallNetwork network = small_network("Huawei");
    const std::vector<DeviceConfig> configs = device_configs(Facts(network.design));
    for (DeviceConfig config : configs)
        for (const Dialect dialect : all_dialects) {
            config.dialect = dialect;
            std::string text = config_text(config, Language::en);
            const std::size_t at = text.find("1000");
            if (config.label == "FW1")
                continue; // it has no such VLAN
            ASSERT_NE(at, std::string::npos);
            while (text.find("1000") != std::string::npos)
                text.replace(text.find("1000"), 4, "1007");
            EXPECT_NE(told(read_config(text, dialect), dialect), told(config, dialect));
        }
}

std::string text_of_device(const SmallNetwork& network, EquipmentId device, Language language = Language::en) {
    for (const DeviceConfig& config : device_configs(Facts(network.design)))
        if (config.device == device)
            return config_text(config, language);
    return {};
}

void expect_lines(const std::string& text, const std::vector<std::string>& lines) {
    for (const std::string& line : lines)
        EXPECT_NE(("\n" + text).find("\n" + line + "\n"), std::string::npos) << line << "\nis not in\n" << text;
}

TEST(Configs, AnAccessSwitchInEachDialect) {
    const SmallNetwork huawei = small_network("华为");
    expect_lines(text_of_device(huawei, huawei.access),
                 {"sysname 3F-SW1", "vlan batch 1000 to 1001 3500", "interface Eth-Trunk1", " description CORE1",
                  " undo port trunk allow-pass vlan 1", " port trunk allow-pass vlan 1000 to 1001 3500", " mode lacp",
                  "interface GigabitEthernet1/0/1", " port default vlan 1000", " authentication-profile ADMISSION",
                  " eth-trunk 1", "interface Vlanif3500", " ip address 10.9.1.11 255.255.255.0",
                  "ip route-static 0.0.0.0 0.0.0.0 10.9.1.1 preference 60", "info-center loghost 10.9.1.21",
                  " radius-server authentication 10.9.1.24 1812", " rule 5 permit source 10.9.1.23 0"});
    const SmallNetwork h3c = small_network("H3C");
    expect_lines(text_of_device(h3c, h3c.access),
                 {"interface Bridge-Aggregation1", " port trunk permit vlan 1000 to 1001 3500",
                  " link-aggregation mode dynamic", " port access vlan 1000", " dot1x",
                  " port link-aggregation group 1", "interface Vlan-interface3500",
                  "ip route-static 0.0.0.0 0 10.9.1.1 preference 60", " primary authentication 10.9.1.24"});
    const SmallNetwork cisco = small_network("Cisco");
    expect_lines(text_of_device(cisco, cisco.access),
                 {"interface Port-channel1", " switchport trunk allowed vlan 1000-1001,3500",
                  " channel-group 1 mode active", " switchport access vlan 1000", " authentication port-control auto",
                  "interface Vlan3500", "ip route 0.0.0.0 0.0.0.0 10.9.1.1 60", "logging host 10.9.1.21"});
}

TEST(Configs, ACoreSwitchPartsByVrfAndFilters) {
    const SmallNetwork network = small_network("Huawei");
    expect_lines(
        text_of_device(network, network.core),
        {"ip vpn-instance OA",
         "  route-distinguisher 65000:1",
         "stp mode rstp",
         "stp priority 4096",
         "acl name OA-IN advance",
         " rule 5 permit tcp source 10.1.0.0 0.0.255.255 destination 10.2.0.0 0.0.0.255 destination-port eq 443",
         " rule 10 deny ip",
         "interface Vlanif1000",
         " ip binding vpn-instance OA",
         " vrrp vrid 1 virtual-ip 10.1.0.1",
         " vrrp vrid 1 priority 120",
         " traffic-filter inbound acl name OA-IN",
         "ip route-static vpn-instance OA 0.0.0.0 0.0.0.0 10.9.0.1 preference 60",
         " least active-linknumber 2",
         " port trunk pvid vlan 3500",
         "ip pool PARTY-OA",
         " gateway-list 10.1.0.1",
         " excluded-ip-address 10.1.0.2 10.1.0.9",
         " excluded-ip-address 10.1.0.201 10.1.0.254",
         " lease day 1 hour 0 minute 0",
         " dhcp select global",
         " dhcp relay server-ip 10.9.1.30"});
}

// What is proved to pass is what devices are told: one reading of the words of rules.
TEST(Configs, FiltersSpeakTheWordsThatForwardingKnows) {
    SmallNetwork network = small_network("Huawei");
    for (Acl acl : Table<Acl>(network.design.acls))
        if (acl.vlan) {
            acl.rules.insert(acl.rules.begin(), {AclAction::permit, "ospf", {}, {}, ""});
            acl.rules.insert(acl.rules.begin(), {AclAction::permit, "udp", {}, {}, "53, 123"});
            network.design.acls.put(acl);
        }
    expect_lines(text_of_device(network, network.core),
                 {" rule 5 permit udp destination-port eq 53", " rule 10 permit udp destination-port eq 123",
                  " rule 15 permit 89"});
}

TEST(Configs, AFirewallJoinsZonesByItsRuleBase) {
    const SmallNetwork huawei = small_network("Huawei");
    const std::string text = text_of_device(huawei, huawei.firewall);
    expect_lines(text,
                 {" portswitch", "firewall zone name OA", " add interface Vlanif3600",
                  " add interface GigabitEthernet1/0/8", "security-policy", " default action deny",
                  "  source-address 10.1.0.0 mask 255.255.0.0", "  service protocol tcp destination-port 443",
                  "  action permit", " ip address 192.0.2.2 255.255.255.252", " section 0 198.51.100.0 198.51.100.7",
                  "nat server SERVER1 protocol tcp global 198.51.100.6 8443 inside 10.2.0.5 443 no-reverse",
                  "  egress-interface GigabitEthernet1/0/8",
                  "ip route-static 10.1.0.0 255.255.0.0 10.9.0.2 preference 60"});
    EXPECT_EQ(text.find("vpn-instance"), std::string::npos) << "a firewall joins what VRFs part";
    const SmallNetwork h3c = small_network("新华三");
    expect_lines(text_of_device(h3c, h3c.firewall),
                 {"security-zone name EDGE", " import interface Vlan-interface3600", "security-policy ip",
                  " rule 0 name R0", "  action pass", "  source-ip-subnet 10.1.0.0 255.255.0.0",
                  "  service-port tcp destination eq 443", "  action drop", " nat outbound 2100 address-group 1",
                  " nat server protocol tcp global 198.51.100.6 8443 inside 10.2.0.5 443"});
    const SmallNetwork cisco = small_network("Cisco Systems");
    expect_lines(text_of_device(cisco, cisco.firewall),
                 {"zone security OA", " match access-group name BASE", "  inspect", " zone-member security EDGE",
                  " ip nat outside", "ip nat inside source list 20 pool NAT1 overload",
                  "ip nat inside source static tcp 10.2.0.5 443 198.51.100.6 8443 extendable"});
}

TEST(Configs, WhatADeviceCannotPublishIsSaidAtTheHead) {
    for (const char* maker : {"Huawei", "新华三", "Cisco"}) {
        SmallNetwork network = small_network(maker);
        const EquipmentTypeId type = network.design.find(network.firewall)->type;
        const auto told_as = [&](EquipmentRole role, std::string ports) {
            EquipmentType row = *network.design.find(type);
            row.role = role;
            network.design.equipment_types.put(row);
            for (Nat nat : Table<Nat>(network.design.nats))
                if (nat.kind == NatKind::service) {
                    nat.ports = std::move(ports);
                    nat.inside_port = 0;
                    network.design.nats.put(nat);
                    break;
                }
            return text_of_device(network, network.firewall);
        };
        const std::string note = "a published service is not written";
        EXPECT_NE(told_as(EquipmentRole::core_switch, "443").find(note), std::string::npos) << maker;
        EXPECT_EQ(told_as(EquipmentRole::router, "443").find(note) != std::string::npos,
                  maker == std::string("Huawei"));
        EXPECT_EQ(told_as(EquipmentRole::firewall, "443").find(note), std::string::npos) << maker;
        EXPECT_EQ(told_as(EquipmentRole::firewall, "1-1000").find(note) != std::string::npos,
                  maker == std::string("Cisco"));
        EXPECT_NE(told_as(EquipmentRole::firewall, "http").find(note), std::string::npos) << maker;
    }
}

TEST(Configs, AStackIsOneDeviceAndItsOwnLinksAreLeftAlone) {
    SmallNetwork network = small_network("Huawei");
    Design& design = network.design;
    IdSource ids(77);
    Equipment second = *design.find(network.access);
    second.id = ids.next<Equipment>();
    second.label = "3F-SW2";
    design.equipment.put(second);
    Stack stack;
    stack.id = ids.next<Stack>();
    stack.members = {network.access, second.id};
    design.stacks.put(stack);
    Cable cord;
    cord.id = ids.next<Cable>();
    design.cables.put(cord);
    for (const auto& [on, name, end] :
         {std::tuple{network.access, "XGE1/0/4", CableEnd::a}, std::tuple{second.id, "XGE2/0/4", CableEnd::b}}) {
        Port port;
        port.id = ids.next<Port>();
        port.equipment = on;
        port.name = name;
        port.position = 70;
        design.ports.put(port);
        Termination termination;
        termination.id = ids.next<Termination>();
        termination.cable = cord.id;
        termination.end = end;
        termination.on = port.id;
        design.terminations.put(termination);
    }
    EXPECT_EQ(device_configs(Facts(design)).size(), 3u);
    const std::string text = text_of_device(network, network.access);
    expect_lines(text, {"sysname 3F-SW1", "interface XGigabitEthernet1/0/1"});
    EXPECT_EQ(text.find("/0/4"), std::string::npos) << "the ports that hold a stack together are written";
}

TEST(Configs, ALagHasTheNumberOfItsName) {
    SmallNetwork network = small_network("Huawei");
    for (Lag lag : std::vector<Lag>(network.design.lags.begin(), network.design.lags.end())) {
        lag.name = "Eth-Trunk26";
        network.design.lags.put(lag);
    }
    expect_lines(text_of_device(network, network.access), {"interface Eth-Trunk26", " eth-trunk 26"});
}

TEST(Configs, TheDialectIsSaidAndKeysArePlaceholders) {
    SmallNetwork network = small_network("");
    for (const DeviceConfig& config : device_configs(Facts(network.design), {.otherwise = Dialect::comware})) {
        EXPECT_EQ(config.dialect, Dialect::comware);
        EXPECT_TRUE(config_text(config, Language::zh).starts_with("# H3C Comware（型号未写明厂家，按默认）\n"));
        const std::string text = config_text(config, Language::en);
        EXPECT_TRUE(text.starts_with("# H3C Comware (by default: no manufacturer is given)\n"));
        for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
            const std::string name = text.substr(at, text.find('>', at) + 1 - at);
            EXPECT_TRUE(std::any_of(config.placeholders.begin(), config.placeholders.end(),
                                    [&](const Placeholder& known) { return known.name == name; }))
                << name;
        }
        for (const Placeholder& known : config.placeholders)
            EXPECT_NE(text.find(known.name, text.find("\n#\n")), std::string::npos) << known.name;
    }
}

TEST(Configs, NothingOfASecretPlaneIsTold) {
    for (const std::string manufacturer : {"Huawei", "H3C", "Cisco"}) {
        const SmallNetwork network = small_network(manufacturer);
        const std::vector<DeviceConfig> configs = device_configs(Facts(network.design));
        EXPECT_EQ(configs.size(), 3u);
        for (const DeviceConfig& config : configs) {
            EXPECT_NE(config.device, network.secret_switch);
            const std::string text = config_text(config, Language::zh);
            EXPECT_EQ(text.find("CRIMSON"), std::string::npos) << text;
            EXPECT_EQ(text.find("666"), std::string::npos) << text;
        }
    }
}

TEST(SafeNames, AreShortPlainAndNeverTwice) {
    SafeNames names(31, "VLAN");
    EXPECT_EQ(names.name("OA-3F", 1), "OA-3F");
    EXPECT_EQ(names.name("oa-3f", 2), "oa-3f-0000000002");
    EXPECT_EQ(names.name("会议室", 3), "VLAN-0000000003");
    EXPECT_EQ(names.name("a b\nundo vlan", 4), "a-b-undo-vlan-0000000004");
    EXPECT_EQ(names.name("default", 5), "default-0000000005");
    EXPECT_EQ(names.name(std::string(60, 'x'), 6), std::string(20, 'x') + "-0000000006");
    EXPECT_EQ(names.name("", 6), "VLAN-0000000006");
    EXPECT_EQ(names.name("", 6), "VLAN-0000000006.2");
    EXPECT_EQ(names.name("10", 7), "VLAN-10-0000000007");
    SafeNames hosts(63, "DEVICE", FirstCharacter::letter_or_digit);
    EXPECT_EQ(hosts.name("3F-SW1", 8), "3F-SW1");
    EXPECT_EQ(hosts.name("_3F", 8), "DEVICE-_3F-0000000008");
    EXPECT_EQ(safe_description("三层 A-01?\nshutdown"), "A-01-shutdown");
    EXPECT_EQ(one_line("a\nb\t\x7f"), "a b");
}

TEST(VlanLabels, BearTheNumberWhereANameStandsTwice) {
    const auto vlan = [](std::uint64_t id, const char* name, std::uint16_t number) {
        Vlan out;
        out.id = VlanId{id};
        out.name = name;
        out.number = VlanNumber::from(number);
        return out;
    };
    const std::vector<Vlan> rows{vlan(1, "W-M", 3501), vlan(2, "W-G", 110), vlan(3, "W-M", 3502), vlan(4, "", 7)};
    const auto labels = vlan_labels({&rows[0], &rows[1], &rows[2], &rows[3]});
    EXPECT_EQ(labels.at(VlanId{1}), "W-M-3501");
    EXPECT_EQ(labels.at(VlanId{2}), "W-G");
    EXPECT_EQ(labels.at(VlanId{3}), "W-M-3502");
    EXPECT_EQ(labels.at(VlanId{4}), "");
    // Of one that the reader may not know of, nothing shows.
    EXPECT_EQ(vlan_labels({&rows[0], &rows[1]}).at(VlanId{1}), "W-M");
}

} // namespace
} // namespace riser::test
