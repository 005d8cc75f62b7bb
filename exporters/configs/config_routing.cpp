// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/config_source.h"
#include "exporters/configs/interface_names.h"
#include "exporters/configs/safe_names.h"
#include "solvers/base/port_words.h"

#include <algorithm>

namespace riser::detail {

namespace {

const std::string& shown_name(const ConfigSource& source, const Vlan& vlan) { return source.name(vlan.id); }

// VRFs part the networks of a switch or router. A firewall joins them: its interfaces stand in the device's own table
// unless one of its routes says otherwise.
bool parts_by_vrf(const ConfigSource& source, const ConfiguredDevice& device) {
    if (device.type->role != EquipmentRole::firewall)
        return true;
    return std::any_of(source.design().routes.begin(), source.design().routes.end(), [&](const Route& route) {
        return source.vrf(route.vrf) && source.is_member(device, route.equipment);
    });
}

// The name of the VRF on this device, put there with its first use; empty: none.
std::string use_vrf(const ConfigSource& source, const std::optional<VrfId>& id, bool v6, DeviceConfig& config) {
    const Vrf* vrf = source.vrf(id);
    if (!vrf)
        return {};
    const std::string& name = source.name(vrf->id);
    auto at = std::find_if(config.vrfs.begin(), config.vrfs.end(), [&](const ConfigVrf& v) { return v.name == name; });
    if (at == config.vrfs.end()) {
        const std::string& rd = vrf->route_distinguisher;
        const bool sound = !rd.empty() && rd.size() <= 21 && rd.find(':') != std::string::npos &&
                           rd.find_first_not_of("0123456789.:") == std::string::npos && rd.front() != ':' &&
                           rd.back() != ':' && rd.find(':') == rd.rfind(':');
        if (!sound)
            note(config, "VRF " + name + " 的路由标识 RD 未定", "VRF " + name + " has no usable route distinguisher");
        at = config.vrfs.insert(at, {name, sound ? rd : "", false});
    }
    at->v6 = at->v6 || v6;
    return name;
}

void add_vrrp(const Gateway& gateway, const Prefix& prefix, const std::string& vlan, ConfigInterface& interface,
              DeviceConfig& config) {
    if (!gateway.redundant)
        return;
    if (!gateway.shared || !contains(*prefix.prefix, *gateway.shared)) {
        note(config, "VLAN " + vlan + " 的虚拟网关地址未定或不在本网段",
             "the shared gateway address of VLAN " + vlan + " is missing or not of its subnet");
        return;
    }
    std::int32_t group = 1;
    for (const ConfigVrrp& known : interface.vrrp) {
        if (known.shared == *gateway.shared)
            return;
        group += known.shared.is_v6 == gateway.shared->is_v6;
    }
    const std::int32_t priority = std::clamp(gateway.priority, 1, 254);
    if (priority != gateway.priority)
        note(config, "VLAN " + vlan + " 的 VRRP 优先级改为 " + std::to_string(priority),
             "the VRRP priority of VLAN " + vlan + " is written as " + std::to_string(priority));
    interface.vrrp.push_back({group, *gateway.shared, priority});
}

void add_gateway(const ConfigSource& source, const Gateway& gateway, bool parted, DeviceConfig& config) {
    const Vlan& vlan = *source.vlan(gateway.vlan);
    const Prefix* prefix = gateway.address ? source.prefix_of(*gateway.address, gateway.vlan) : nullptr;
    if (!prefix) {
        note(config, "VLAN " + shown_name(source, vlan) + " 的网关没有地址或地址段",
             "the gateway of VLAN " + shown_name(source, vlan) + " has no address or no prefix");
        return;
    }
    use_vlan(source, vlan, config);
    ConfigInterface& interface = interface_of(config, vlan.number);
    const InterfaceAddress address{*gateway.address, prefix->prefix->length};
    if (parted)
        interface.vrf = use_vrf(source, vlan.vrf, address.address.is_v6, config);
    if (std::find(interface.addresses.begin(), interface.addresses.end(), address) == interface.addresses.end())
        interface.addresses.push_back(address);
    add_vrrp(gateway, *prefix, shown_name(source, vlan), interface, config);
}

void add_routes(const ConfigSource& source, const ConfiguredDevice& device, bool parted, DeviceConfig& config) {
    for (const Route& route : source.design().routes) {
        if (!source.is_member(device, route.equipment))
            continue;
        if (!route.destination || !route.next_hop || route.destination->address.is_v6 != route.next_hop->is_v6) {
            note(config, "有一条路由没有目的网段或下一跳", "a route lacks its destination or its next hop");
            continue;
        }
        const std::int32_t preference = std::clamp(route.preference, 1, 255);
        if (preference != route.preference)
            note(config, "到 " + to_string(*route.destination) + " 的路由优先级改为 " + std::to_string(preference),
                 "the route to " + to_string(*route.destination) + " has preference " + std::to_string(preference));
        const std::string vrf = parted ? use_vrf(source, route.vrf, route.next_hop->is_v6, config) : "";
        config.routes.push_back({vrf, *route.destination, *route.next_hop, preference});
    }
}

bool is_own(const ConfigInterface& interface, const IpAddress& address) {
    return std::any_of(interface.addresses.begin(), interface.addresses.end(),
                       [&](const InterfaceAddress& a) { return a.address == address; }) ||
           std::any_of(interface.vrrp.begin(), interface.vrrp.end(),
                       [&](const ConfigVrrp& v) { return v.shared == address; });
}

// The first and the last host of a prefix of version 4.
std::pair<IpAddress, IpAddress> hosts_of(const IpPrefix& prefix) {
    IpAddress last = prefix.address;
    for (std::size_t bit = prefix.length; bit < 32; ++bit)
        last.bytes[bit / 8] = static_cast<std::uint8_t>(last.bytes[bit / 8] | (0x80U >> bit % 8));
    IpAddress first = prefix.address;
    if (prefix.length < 31) {
        first.bytes[3] = static_cast<std::uint8_t>(first.bytes[3] + 1);
        last.bytes[3] = static_cast<std::uint8_t>(last.bytes[3] - 1);
    }
    return {first, last};
}

// One device gives out addresses: the one that the scope names, else the gateway of the highest priority. Where the
// scope names another server, every gateway of the VLAN asks it.
void add_scope(const ConfigSource& source, const ConfiguredDevice& device, const DhcpScope& scope,
               DeviceConfig& config) {
    const Prefix* prefix = source.design().find(scope.prefix);
    const Vlan* vlan = prefix ? source.vlan(prefix->vlan) : nullptr;
    if (!vlan || !prefix->prefix)
        return;
    const auto at = std::find_if(config.interfaces.begin(), config.interfaces.end(),
                                 [&](const ConfigInterface& i) { return i.vlan == vlan->number; });
    if (at == config.interfaces.end())
        return;
    const bool v6 = prefix->prefix->address.is_v6 || (scope.server && scope.server->is_v6);
    const auto gateways = source.gateways_in(vlan->id);
    const bool named_here = scope.server && is_own(*at, *scope.server);
    const bool leads = !gateways.empty() && source.is_member(device, gateways.front()->equipment);
    const bool shared = named_here && std::any_of(at->vrrp.begin(), at->vrrp.end(),
                                                  [&](const ConfigVrrp& v) { return v.shared == *scope.server; });
    if (scope.server && !named_here) {
        if (!v6)
            at->dhcp_relays.push_back(*scope.server);
    } else if (named_here && !shared ? true : leads) {
        const auto [first, last] = hosts_of(*prefix->prefix);
        std::string name = source.name(vlan->id);
        const auto others = std::count_if(config.scopes.begin(), config.scopes.end(),
                                          [&](const ConfigScope& s) { return s.name.starts_with(name); });
        if (others > 0)
            name += "." + std::to_string(others + 1);
        const std::optional<IpAddress> gateway =
            !at->vrrp.empty() ? std::optional(at->vrrp.front().shared) : std::optional(at->addresses.front().address);
        if (!v6) {
            const auto inside = [&](const std::optional<IpAddress>& said, const IpAddress& otherwise) {
                return said && *said >= first && *said <= last ? *said : otherwise;
            };
            at->dhcp_server = true;
            config.scopes.push_back({name, at->vrf, *prefix->prefix, inside(scope.first, first),
                                     inside(scope.last, last), gateway, scope.lease});
        }
    }
    if (v6)
        note(config, "VLAN " + shown_name(source, *vlan) + " 的 IPv6 地址分配未写",
             "addresses of version 6 for VLAN " + shown_name(source, *vlan) + " are not written");
}

// Towards the provider, as it is told: the port, or the VLAN at whose interface the device routes.
struct Exit {
    std::optional<InterfaceName> port;
    std::optional<VlanNumber> vlan;
    explicit operator bool() const { return port || vlan; }
};
Exit exit_of(const ConfigSource& source, const ConfiguredDevice& device, const ProviderHandoff* handoff,
             const DeviceConfig& config) {
    Exit out;
    const Port* port = handoff ? source.design().find(handoff->port) : nullptr;
    if (!port || !source.is_member(device, port->equipment))
        return out;
    if (const Vlan* vlan = port->mode == PortMode::routed ? nullptr : source.vlan(port->access_vlan)) {
        if (std::any_of(config.interfaces.begin(), config.interfaces.end(),
                        [&](const ConfigInterface& interface) { return interface.vlan == vlan->number; }))
            out.vlan = vlan->number;
    } else if (const auto name = interface_name(port->name); std::any_of(
                   config.ports.begin(), config.ports.end(), [&](const ConfigPort& told) { return told.name == name; }))
        out.port = name;
    return out;
}

constexpr int most_statements = 64; // of a range of ports, where a dialect has none

// Switches have no translation inwards, nor have routers that speak VRP one of the same words as firewalls.
bool publishes(const DeviceConfig& config) {
    return config.role == EquipmentRole::firewall ||
           (config.role == EquipmentRole::router && config.dialect != Dialect::vrp);
}

// One for each protocol and range; nothing when the row says what the dialect has no words for.
std::vector<ConfigNatServer> servers_of(const Nat& nat, const Exit& exit, const DeviceConfig& config) {
    const ProtocolWish wish = protocol_wish(nat.protocol, nat.ports);
    if (!publishes(config) || !exit || !nat.outside || !nat.inside || nat.outside->is_v6 || nat.inside->is_v6 ||
        !wish.known)
        return {};
    const ConfigNatServer all{{}, *nat.outside, {}, *nat.inside, {}, exit.port, exit.vlan};
    if (wish.protocols.empty() && wish.ports.empty())
        return {all};
    std::vector<ConfigNatServer> out;
    for (const std::uint8_t protocol : wish.protocols.empty() ? std::vector<std::uint8_t>{tcp, udp} : wish.protocols)
        for (const PortRange& range : wish.ports) {
            const auto inside = static_cast<std::uint16_t>(nat.inside_port);
            const std::int32_t ports = range.last - range.first + 1;
            if ((inside != 0 && ports > 1) || (config.dialect == Dialect::ios && ports > most_statements))
                return {};
            ConfigNatServer& one = out.emplace_back(all);
            one.protocol = protocol;
            one.ports = FilteredPorts{range.first, range.last};
            one.inside_ports = inside != 0 ? FilteredPorts{inside, inside} : *one.ports;
        }
    return out;
}

void add_nat(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config) {
    for (const Nat& nat : source.design().nats) {
        if (!source.is_member(device, nat.equipment))
            continue;
        const ProviderHandoff* handoff = source.design().find(nat.handoff);
        const Exit exit = exit_of(source, device, handoff, config);
        if (nat.kind == NatKind::service) {
            const std::vector<ConfigNatServer> servers = servers_of(nat, exit, config);
            config.nat_servers.insert(config.nat_servers.end(), servers.begin(), servers.end());
            if (servers.empty())
                note(config, "有一条服务发布未写入", "a published service is not written");
            continue;
        }
        const std::optional<IpPrefix> translated = nat.translated ? nat.translated
                                                   : handoff      ? handoff->outside
                                                                  : std::nullopt;
        if (!nat.source || !translated || !handoff || !exit || nat.source->address.is_v6 || translated->address.is_v6) {
            note(config, "有一条地址转换缺少源、转换后地址或出口", "a translation lacks its source, pool or exit");
            continue;
        }
        config.nats.push_back(
            {"NAT" + std::to_string(config.nats.size() + 1), *nat.source, *translated, exit.port, exit.vlan});
    }
}

// Where the interfaces of a firewall stand: the zone of each VLAN, and of the provider at each routed port.
void add_zones(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config) {
    std::map<std::string, ConfigZone> zones;
    for (const Gateway* gateway : source.gateways_of(device)) {
        const Vlan& vlan = *source.vlan(gateway->vlan);
        const Zone* zone = source.design().find(vlan.zone);
        const bool stands = std::any_of(config.interfaces.begin(), config.interfaces.end(),
                                        [&](const ConfigInterface& i) { return i.vlan == vlan.number; });
        if (!zone || !stands || source.name(zone->id).empty())
            continue;
        std::vector<VlanNumber>& vlans = zones[source.name(zone->id)].vlans;
        if (std::find(vlans.begin(), vlans.end(), *vlan.number) == vlans.end())
            vlans.push_back(*vlan.number);
    }
    for (const ProviderHandoff& handoff : source.design().provider_handoffs) {
        const Port* port = source.design().find(handoff.port);
        const Zone* zone = source.design().find(handoff.zone);
        const std::optional<InterfaceName> name = port ? interface_name(port->name) : std::nullopt;
        if (port && zone && name && !source.name(zone->id).empty() && port->mode == PortMode::routed &&
            source.is_member(device, port->equipment))
            zones[source.name(zone->id)].ports.push_back(*name);
    }
    for (auto& [name, zone] : zones) {
        zone.name = name;
        config.zones.push_back(std::move(zone));
    }
}

} // namespace

void add_routing(const ConfigSource& source, const ConfiguredDevice& device, DeviceConfig& config) {
    const bool parted = parts_by_vrf(source, device);
    for (const Gateway* gateway : source.gateways_of(device))
        add_gateway(source, *gateway, parted, config);
    add_routes(source, device, parted, config);
    for (const DhcpScope& scope : source.design().dhcp_scopes)
        add_scope(source, device, scope, config);
    add_nat(source, device, config);
    if (device.type->role == EquipmentRole::firewall)
        add_zones(source, device, config);
    std::sort(config.vrfs.begin(), config.vrfs.end(),
              [](const ConfigVrf& a, const ConfigVrf& b) { return a.name < b.name; });
}

} // namespace riser::detail
