// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/config_source.h"
#include "exporters/tables/names.h"
#include "solvers/forwarding/header_space.h"

#include <algorithm>

namespace riser::detail {

namespace {

// Ports and protocols in the words that forwarding knows, so that what is proved is what is written.
std::optional<std::vector<FilteredPorts>> port_ranges(std::string_view text) {
    const std::optional<std::vector<PortRange>> ranges = parse_ports(text);
    if (!ranges)
        return {};
    std::vector<FilteredPorts> out;
    for (const PortRange& range : *ranges)
        out.push_back({range.first, range.last});
    return out;
}

struct Protocols {
    bool known = true;
    bool any = false;
    std::uint8_t one = 0;
};
Protocols protocol_of(const std::string& said, bool v6) {
    const ProtocolWish wish = protocol_wish(said == "ipv6" ? "ip" : said == "icmpv6" ? "icmp" : said, {});
    if (!wish.known || wish.protocols.empty())
        return {wish.known, wish.known, 0};
    const std::uint8_t one = wish.protocols.front();
    return {one > 0, false, one != icmp && one != icmp_v6 ? one : v6 ? icmp_v6 : icmp};
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
