// SPDX-License-Identifier: GPL-3.0-or-later
// Which devices are configured, and what each is told. One value a switch, router or firewall; the members of a stack
// are one device. Nothing of a secret plane, whoever asks: neither its devices nor its VLANs, addresses or filters.
#pragma once

#include "exporters/configs/device_config.h"
#include "solvers/base/facts.h"

namespace riser {

// A value that a person fills in on the device and that no design may hold: "<SNMP-AUTH-KEY>".
struct Placeholder {
    std::string name;
    Text meaning;
    bool operator==(const Placeholder&) const = default;
};

// How the device is watched and reached: addresses as texts, or a placeholder where a row has none.
struct ConfigManagement {
    std::optional<InterfaceAddress> address;
    std::optional<VlanNumber> vlan; // of the address; none: the first loopback
    std::string vrf;
    std::vector<std::string> log_hosts;
    std::vector<std::string> clocks;
    std::vector<std::string> stations; // that poll by SNMP version 3
    std::vector<std::string> bastions; // from which alone it may be logged in to
    std::vector<std::string> radius;
    bool operator==(const ConfigManagement&) const = default;
};

struct DeviceConfig {
    EquipmentId device; // of a stack: the first member
    std::string label;  // as the design has it, for comments
    std::string hostname;
    EquipmentRole role = EquipmentRole::access_switch;
    Dialect dialect = Dialect::vrp;
    bool dialect_is_default = false;         // no manufacturer says it
    std::vector<ConfigVlan> vlans;           // by number
    std::vector<ConfigVrf> vrfs;             // by name
    std::vector<ConfigLag> lags;             // by number
    std::vector<ConfigPort> ports;           // by speed and number
    std::vector<ConfigInterface> interfaces; // the loopback first, then by VLAN
    std::vector<ConfigRoute> routes;
    std::vector<ConfigFilter> filters;
    std::optional<std::size_t> rule_base, rule_base_v6; // in `filters`, of a firewall
    std::vector<ConfigZone> zones;
    std::vector<ConfigScope> scopes;
    std::vector<ConfigNat> nats;
    std::vector<ConfigNatServer> nat_servers;
    std::vector<ConfigSpanningTree> spanning_trees;
    ConfigManagement management;
    std::vector<Placeholder> placeholders;
    std::vector<Text> notes;
};

struct ConfigOptions {
    Dialect otherwise = Dialect::vrp; // of devices whose manufacturer says none
};

// By label, then id. O(rows of the logical network + devices * ports log ports).
std::vector<DeviceConfig> device_configs(const Facts& facts, const ConfigOptions& options = {});

// Which manufacturer speaks which dialect: Huawei 华为, H3C 新华三, Cisco 思科; nothing of others.
std::optional<Dialect> dialect_of(std::string_view manufacturer);

// The words of a dialect. O(statements).
std::string config_text(const DeviceConfig& config, Language language);

struct DialectName {
    Dialect dialect;
    std::string_view key; // of folders and options: "vrp"
    Text title;
};
const std::vector<DialectName>& dialects();
std::string_view key_of(Dialect dialect);

} // namespace riser
