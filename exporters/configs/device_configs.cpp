// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/device_configs.h"

#include "exporters/configs/config_source.h"
#include "exporters/configs/dialect_writers.h"

#include <algorithm>

namespace riser {

namespace detail {

void note(DeviceConfig& config, std::string zh, std::string en) {
    Text text{std::move(zh), std::move(en)};
    if (std::find(config.notes.begin(), config.notes.end(), text) == config.notes.end())
        config.notes.push_back(std::move(text));
}

ConfigInterface& interface_of(DeviceConfig& config, const std::optional<VlanNumber>& vlan) {
    auto at = std::find_if(config.interfaces.begin(), config.interfaces.end(),
                           [&](const ConfigInterface& interface) { return interface.vlan >= vlan; });
    if (at == config.interfaces.end() || at->vlan != vlan)
        at = config.interfaces.insert(at, ConfigInterface{.vlan = vlan,
                                                          .vrf = {},
                                                          .addresses = {},
                                                          .vrrp = {},
                                                          .filters = {},
                                                          .dhcp_relays = {},
                                                          .dhcp_server = false});
    return *at;
}

void use_vlan(const ConfigSource& source, const Vlan& vlan, DeviceConfig& config) {
    const auto at = std::find_if(config.vlans.begin(), config.vlans.end(),
                                 [&](const ConfigVlan& known) { return known.number >= *vlan.number; });
    const std::string& name = source.name(vlan.id);
    if (at == config.vlans.end() || at->number != *vlan.number)
        config.vlans.insert(at, {*vlan.number, name});
    else if (at->name != name)
        note(config,
             "VLAN " + std::to_string(vlan.number->number()) + " 在本设备上有两个名称：" + at->name + "、" + name,
             "VLAN " + std::to_string(vlan.number->number()) + " is two VLANs of the design here: " + at->name + ", " +
                 name);
}

namespace {

void add_spanning_trees(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config) {
    for (const SpanningTree& tree : source.design().spanning_trees)
        if (source.is_member(device, tree.equipment)) {
            const std::int32_t priority = std::clamp(tree.priority, 0, 61440) / 4096 * 4096;
            const std::int32_t instance = std::clamp(tree.instance, 0, 4094);
            if (priority != tree.priority || instance != tree.instance)
                note(config, "生成树优先级须为 4096 的倍数，实例 0 至 4094",
                     "a spanning tree has a priority in steps of 4096 and an instance of 0 to 4094");
            const ConfigSpanningTree out{tree.mode, instance, priority};
            if (config.spanning_trees.empty() || config.spanning_trees.front().mode == out.mode)
                config.spanning_trees.push_back(out);
        }
    std::stable_sort(config.spanning_trees.begin(), config.spanning_trees.end(),
                     [](const ConfigSpanningTree& a, const ConfigSpanningTree& b) { return a.instance < b.instance; });
    config.spanning_trees.erase(
        std::unique(config.spanning_trees.begin(), config.spanning_trees.end(),
                    [](const ConfigSpanningTree& a, const ConfigSpanningTree& b) { return a.instance == b.instance; }),
        config.spanning_trees.end());
}

void note_pair(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config) {
    for (const Lag& lag : source.design().lags) {
        bool here = false;
        bool elsewhere = false;
        for (const EquipmentId id : lag.across)
            (source.is_member(device, id) ? here : elsewhere) = true;
        if (here && elsewhere)
            note(config, "跨设备聚合：两台设备的配对链路不在设计中，须另行配置",
                 "a LAG spans two devices: how they are paired is not in the design and is not written");
    }
    if (device.members.size() > 1)
        note(config, "堆叠：成员编号与堆叠口未写，须先行配置",
             "a stack: its members' numbers and stacking ports are not written and come first");
}

DeviceConfig config_of(const ConfigSource& source, const ConfiguredDevice& device, const ConfigOptions& options) {
    DeviceConfig config;
    config.device = device.members.front();
    config.label = device.label;
    config.hostname = device.hostname;
    config.role = device.type->role;
    const std::optional<Dialect> spoken = dialect_of(device.type->manufacturer);
    config.dialect = spoken.value_or(options.otherwise);
    config.dialect_is_default = !spoken;
    add_ports(source, device, config);
    add_routing(source, device, config);
    add_management(source, device, config);
    add_filters(source, device, config);
    add_spanning_trees(source, device, config);
    note_pair(source, device, config);
    std::sort(config.routes.begin(), config.routes.end());
    config.routes.erase(std::unique(config.routes.begin(), config.routes.end()), config.routes.end());
    return config;
}

} // namespace

} // namespace detail

std::vector<DeviceConfig> device_configs(const Facts& facts, const ConfigOptions& options) {
    const detail::ConfigSource source(facts);
    std::vector<DeviceConfig> out;
    for (const detail::ConfiguredDevice& device : source.devices())
        out.push_back(detail::config_of(source, device, options));
    return out;
}

std::optional<Dialect> dialect_of(std::string_view manufacturer) {
    std::string small(manufacturer);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto says = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return small.find(word) != std::string::npos; });
    };
    if (says({"h3c", "新华三", "华三"}))
        return Dialect::comware;
    if (says({"huawei", "华为"}))
        return Dialect::vrp;
    if (says({"cisco", "思科"}))
        return Dialect::ios;
    return {};
}

const std::vector<DialectName>& dialects() {
    static const std::vector<DialectName> list{{Dialect::vrp, "vrp", {"华为 VRP", "Huawei VRP"}},
                                               {Dialect::comware, "comware", {"H3C Comware", "H3C Comware"}},
                                               {Dialect::ios, "ios", {"思科 IOS", "Cisco IOS"}}};
    return list;
}

std::string_view key_of(Dialect dialect) { return dialects()[static_cast<std::size_t>(dialect)].key; }

std::string config_text(const DeviceConfig& config, Language language) {
    switch (config.dialect) {
    case Dialect::vrp:
        return detail::vrp_text(config, language);
    case Dialect::comware:
        return detail::comware_text(config, language);
    case Dialect::ios:
        return detail::ios_text(config, language);
    }
    return {};
}

} // namespace riser
