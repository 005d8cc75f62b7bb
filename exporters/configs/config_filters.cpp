// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/config_source.h"
#include "exporters/tables/names.h"

#include <algorithm>
#include <charconv>

namespace riser::detail {

namespace {

constexpr std::uint8_t icmp = 1, tcp = 6, udp = 17, icmp_v6 = 58;

std::optional<std::uint32_t> number(std::string_view text, std::uint32_t most) {
    std::uint32_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() && out <= most ? std::optional(out) : std::nullopt;
}

std::optional<FilteredPorts> port_range(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto first = number(text.substr(0, dash), 65535);
    const auto last = dash == std::string_view::npos ? first : number(text.substr(dash + 1), 65535);
    if (!first || !last || *first > *last)
        return {};
    return FilteredPorts{static_cast<std::uint16_t>(*first), static_cast<std::uint16_t>(*last)};
}

// "443", "80,443", "8000-8080 9000"; nothing of other texts.
std::optional<std::vector<FilteredPorts>> port_ranges(std::string_view text) {
    std::vector<FilteredPorts> out;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(", ");
        if (const std::string_view word = text.substr(0, end); !word.empty()) {
            const std::optional<FilteredPorts> range = port_range(word);
            if (!range)
                return {};
            out.push_back(*range);
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return out;
}

struct Protocols {
    bool known = true;
    bool any = false;
    std::uint8_t one = 0;
};
Protocols protocol_of(const std::string& said, bool v6) {
    if (said.empty() || said == "ip" || said == "any" || said == "ipv6")
        return {true, true, 0};
    if (said == "tcp")
        return {true, false, tcp};
    if (said == "udp")
        return {true, false, udp};
    if (said == "icmp" || said == "icmpv6")
        return {true, false, v6 ? icmp_v6 : icmp};
    const std::uint32_t iana = number(said, 255).value_or(0);
    if (iana == icmp || iana == icmp_v6)
        return {true, false, v6 ? icmp_v6 : icmp};
    return {iana > 0, false, static_cast<std::uint8_t>(iana)};
}

// What a rule says of one version of IP. A rule that cannot be told is left out when it permits and denies more than it
// says when it denies, so that nothing passes that the design forbids.
void add_rule(const AclRule& rule, bool v6, ConfigFilter& filter, bool& understood) {
    for (const std::optional<IpPrefix>* prefix : {&rule.source, &rule.destination})
        if (*prefix && (*prefix)->address.is_v6 != v6)
            return;
    FilterRule out{rule.action, {}, rule.source, rule.destination, {}};
    const Protocols protocol = protocol_of(rule.protocol, v6);
    const std::optional<std::vector<FilteredPorts>> ports = port_ranges(rule.ports);
    const bool may_have_ports = protocol.any || protocol.one == tcp || protocol.one == udp;
    if (!protocol.known || !ports || (!ports->empty() && !may_have_ports)) {
        understood = false;
        if (rule.action == AclAction::permit)
            return;
        if (protocol.known && !protocol.any)
            out.protocol = protocol.one;
        filter.rules.push_back(out);
        return;
    }
    std::vector<std::optional<std::uint8_t>> each;
    if (!protocol.any)
        each = {protocol.one};
    else if (ports->empty())
        each = {std::nullopt};
    else
        each = {tcp, udp};
    for (const std::optional<std::uint8_t>& one : each) {
        out.protocol = one;
        if (ports->empty())
            filter.rules.push_back(out);
        for (const FilteredPorts& range : *ports) {
            out.ports = range;
            filter.rules.push_back(out);
        }
    }
}

ConfigFilter filter_of(const ConfigSource& source, const Acl& acl, bool v6, DeviceConfig& config) {
    ConfigFilter out{source.name(acl.id, v6), v6, {}};
    const FilterRule everything{AclAction::deny, {}, {}, {}, {}};
    bool understood = true;
    for (const AclRule& rule : acl.rules)
        add_rule(rule, v6, out, understood);
    // What stands behind a denial of everything is never reached.
    out.rules.erase(std::find(out.rules.begin(), out.rules.end(), everything), out.rules.end());
    out.rules.push_back(everything);
    if (!understood)
        note(config, "过滤表 " + out.name + " 中有看不懂的协议或端口：该放行不写，该拒绝按整个协议写",
             "filter " + out.name +
                 " has protocols or ports that cannot be read: permits are left out, denials widened");
    return out;
}

bool has_v6(const ConfigInterface& interface) {
    return std::any_of(interface.addresses.begin(), interface.addresses.end(),
                       [](const InterfaceAddress& a) { return a.address.is_v6; });
}

bool speaks_v6(const Acl& acl) {
    return std::any_of(acl.rules.begin(), acl.rules.end(), [](const AclRule& rule) {
        return (rule.source && rule.source->address.is_v6) || (rule.destination && rule.destination->address.is_v6);
    });
}

// Devices take one filter a direction and version; a second one is not written.
void bind(ConfigInterface& interface, const FilterUse& use, DeviceConfig& config) {
    for (const FilterUse& known : interface.filters)
        if (known.v6 == use.v6 && known.direction == use.direction) {
            note(config,
                 "VLAN " + std::to_string(interface.vlan->number()) + " 同方向已有过滤表，" + use.filter + " 未用",
                 "VLAN " + std::to_string(interface.vlan->number()) + " has a filter of this direction already; " +
                     use.filter + " is not in use");
            return;
        }
    interface.filters.push_back(use);
}

// The interfaces that a filter stands at: its VLAN's, else all.
std::vector<ConfigInterface*> places_of(const ConfigSource& source, const Acl& acl, DeviceConfig& config) {
    const Vlan* vlan = source.vlan(acl.vlan);
    std::vector<ConfigInterface*> out;
    for (ConfigInterface& interface : config.interfaces)
        if (interface.vlan && (vlan ? interface.vlan == vlan->number : !acl.vlan))
            out.push_back(&interface);
    return out;
}

void add_filter(const ConfigSource& source, const Acl& acl, DeviceConfig& config) {
    const bool base = config.role == EquipmentRole::firewall && !acl.vlan;
    const std::vector<ConfigInterface*> places = places_of(source, acl, config);
    if (base && config.rule_base) {
        note(config, "防火墙已有规则表，" + source.name(acl.id, false) + " 未用",
             "the firewall has a rule base already; " + source.name(acl.id, false) + " is not in use");
        return;
    }
    if (places.empty() && !base)
        note(config, "过滤表 " + source.name(acl.id, false) + " 所在 VLAN 在本设备没有接口",
             "filter " + source.name(acl.id, false) + " stands at a VLAN without an interface here");
    const bool v6 = speaks_v6(acl) || std::any_of(places.begin(), places.end(),
                                                  [](const ConfigInterface* place) { return has_v6(*place); });
    for (const bool version : {false, true}) {
        if (version && !v6)
            continue;
        (version ? config.rule_base_v6 : config.rule_base) = base      ? std::optional(config.filters.size())
                                                             : version ? config.rule_base_v6
                                                                       : config.rule_base;
        config.filters.push_back(filter_of(source, acl, version, config));
        for (ConfigInterface* place : base ? std::vector<ConfigInterface*>() : places)
            bind(*place, {source.name(acl.id, version), version, acl.direction}, config);
    }
}

} // namespace

void add_filters(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config) {
    std::vector<const Acl*> own;
    for (const Acl& acl : source.design().acls)
        if (source.is_member(device, acl.equipment) && (!acl.vlan || source.vlan(acl.vlan)))
            own.push_back(&acl);
    std::stable_sort(own.begin(), own.end(), [&](const Acl* a, const Acl* b) {
        return natural_less(source.name(a->id, false), source.name(b->id, false));
    });
    for (const Acl* acl : own)
        add_filter(source, *acl, config);
    if (config.role == EquipmentRole::firewall && !config.rule_base)
        note(config, "防火墙没有规则表：全部拒绝", "the firewall has no rule base: it denies everything");
}

} // namespace riser::detail
