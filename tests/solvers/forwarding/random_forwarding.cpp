// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/forwarding/random_forwarding.h"

#include <algorithm>

namespace riser::test {

namespace {

using R = EquipmentRole;

IpPrefix prefix_of(std::size_t vlan, bool six) {
    const std::string n = std::to_string(vlan);
    return *IpPrefix::parse(six ? "2001:db8:0:" + n + "::/64" : "10.0." + n + ".0/24");
}

} // namespace

RandomForwarding::RandomForwarding(std::uint64_t seed) : dice(seed), tidy(seed % 2 == 0) {
    planes.push_back(plane("A"));
    if (one_in(3))
        planes.push_back(plane("B", one_in(2) ? Disclosure::secret : Disclosure::open));
    for (std::size_t i = 1 + up_to(3); i > 0; --i)
        zones.push_back(zone(pick(planes), "Z" + std::to_string(i)));
    for (std::size_t i = up_to(3); i > 0; --i) {
        Vrf row;
        row.id = {next++};
        row.plane = planes.front();
        design.vrfs.put(row);
        vrfs.push_back(row.id);
    }
    add_vlans();
    add_devices();
    add_links();
    add_gateways();
    add_borders();
    add_routes();
    add_filters();
}

IpAddress RandomForwarding::host(std::size_t vlan, int last) {
    IpAddress out = prefix_of(vlan, false).address;
    out.bytes[3] = static_cast<std::uint8_t>(last);
    return out;
}

void RandomForwarding::add_vlans() {
    const bool two_vrfs = one_in(tidy ? 6 : 2);
    for (std::size_t i = 0, n = tidy ? 2 + up_to(4) : 1 + up_to(6); i < n; ++i) {
        vlans.push_back(vlan(pick(zones), one_in(tidy ? 15 : 5) ? 11 : 11 + static_cast<int>(i)));
        Vlan row = *design.find(vlans.back());
        if (two_vrfs)
            row.vrf = some_vrf();
        if (one_in(20))
            row.number.reset();
        design.vlans.put(row);
        if (one_in(12))
            continue;
        for (const bool six : {false, true})
            if (!six || one_in(3)) {
                Prefix given;
                given.id = {next++};
                given.vlan = vlans.back();
                given.prefix = one_in(12) ? prefix_of(0, six) : prefix_of(i, six);
                design.prefixes.put(given);
            }
        for (const int last : {0, 1, 2, 254, 77})
            addresses.push_back(host(i, last));
    }
    addresses.push_back(*IpAddress::parse("198.51.100.7"));
    addresses.push_back(*IpAddress::parse("2001:db8:0:1::5"));
    addresses.push_back(*IpAddress::parse("2001:db8:0:0::1"));
    addresses.push_back(*IpAddress::parse("192.0.2.8"));
}

void RandomForwarding::add_devices() {
    static constexpr R forwarding[] = {
        R::access_switch, R::distribution_switch, R::core_switch, R::core_switch, R::router, R::firewall, R::firewall,
        R::ips,           R::isolation_gateway};
    static constexpr R others[] = {R::server, R::server, R::bastion, R::access_point, R::other};
    for (std::size_t i = 0, n = 2 + up_to(5); i < n; ++i) {
        const bool forwards = i == 0 || !one_in(4);
        const R role = forwards ? forwarding[up_to(std::size(forwarding))] : others[up_to(std::size(others))];
        devices.push_back(device(role, "D" + std::to_string(i), pick(planes), {}));
        (forwards ? switches : stations).push_back(devices.back());
        if (one_in(40)) {
            Equipment row = *design.find(devices.back());
            row.status = Status::remove;
            design.equipment.put(row);
        }
    }
    if (one_in(3) && devices.size() > 2) {
        Stack row;
        row.id = {next++};
        row.members = {devices[0], devices[1 + up_to(2)]};
        design.stacks.put(row);
    }
}

void RandomForwarding::add_port(EquipmentId device, PortId& out) {
    Port row;
    row.id = out = port(device);
    row.equipment = device;
    const bool to_others = tidy && one_in(8);
    const std::size_t kind = tidy && !to_others ? (meant_for_jacks_ ? 8 : 0) : up_to(12);
    row.mode = kind < 6     ? PortMode::trunk
               : kind < 10  ? PortMode::access
               : kind == 10 ? PortMode::routed
                            : PortMode::unused;
    if (row.mode != PortMode::trunk || one_in(tidy ? 8 : 2))
        row.access_vlan = pick(vlans);
    if (row.mode == PortMode::trunk)
        for (const VlanId vlan : vlans)
            if (!one_in(tidy ? 12 : 4))
                row.trunk_vlans.push_back(vlan);
    if (one_in(5))
        row.zone = pick(zones);
    if (one_in(50))
        row.status = Status::remove;
    design.ports.put(row);
    all_ports.push_back(out);
}

void RandomForwarding::add_links() {
    const auto link = [&](EquipmentId a, EquipmentId b, std::optional<LagId> lag_a, std::optional<LagId> lag_b) {
        PortId one, two;
        add_port(a, one);
        add_port(b, two);
        if (!one_in(4)) { // mostly both ends are meant alike
            Port row = *design.find(two);
            const Port& like = *design.find(one);
            row.mode = like.mode;
            row.access_vlan = like.access_vlan;
            row.trunk_vlans = like.trunk_vlans;
            design.ports.put(row);
        }
        for (const auto& [id, lag] : {std::pair(one, lag_a), std::pair(two, lag_b)}) {
            Port row = *design.find(id);
            row.lag = lag;
            design.ports.put(row);
        }
        cables.push_back(join(one, two));
    };
    const auto some_lag = [&]() -> std::optional<LagId> {
        if (!one_in(4))
            return {};
        Lag row;
        row.id = {next++};
        row.minimum_links = static_cast<std::int32_t>(1 + up_to(2));
        design.lags.put(row);
        return row.id;
    };
    for (std::size_t i = 1; i < devices.size(); ++i) { // a tree, and some more
        const EquipmentId to = devices[up_to(i)];
        const auto a = some_lag(), b = some_lag();
        for (std::size_t times = 1 + (a || b ? up_to(2) : 0); times > 0; --times)
            link(devices[i], to, a, b);
    }
    for (std::size_t i = up_to(4); i > 0; --i)
        link(pick(devices), pick(devices), {}, {});
    meant_for_jacks_ = true;
    for (std::size_t i = 1 + up_to(4); i > 0; --i) {
        PortId port;
        add_port(pick(switches), port);
        Jack row;
        row.id = {next++};
        design.jacks.put(row);
        jacks.push_back(row.id);
        cables.push_back(join(port, row.id));
    }
}

void RandomForwarding::add_gateways() {
    for (std::size_t i = 0; i < vlans.size(); ++i)
        for (std::size_t member = 0, n = tidy ? 1 + up_to(3) : up_to(4); member < n; ++member) {
            Gateway row;
            row.id = {next++};
            row.vlan = vlans[i];
            row.equipment = one_in(12) ? pick(devices) : pick(switches);
            if (!one_in(10))
                row.address = host(i, 1 + static_cast<int>(member));
            row.redundant = !one_in(tidy ? 2 : 3);
            if (row.redundant)
                row.shared = host(i, 254);
            row.priority = static_cast<std::int32_t>(100 + 20 * up_to(2));
            design.gateways.put(row);
        }
}

void RandomForwarding::add_borders() {
    for (std::size_t i = up_to(2); i > 0; --i) {
        ProviderHandoff row;
        row.id = {next++};
        PortId port;
        add_port(pick(switches), port);
        row.port = port;
        row.plane = pick(planes);
        const std::size_t vlan = up_to(vlans.size());
        row.peer = host(vlan, 77);
        row.link = prefix_of(vlan, false);
        design.provider_handoffs.put(row);
        handoffs.push_back(row.id);
        if (!one_in(3)) {
            translates = true;
            Nat nat;
            nat.id = {next++};
            nat.equipment = pick(switches);
            if (one_in(2))
                nat.handoff = row.id;
            if (!one_in(3))
                nat.source = prefix_of(up_to(vlans.size()), one_in(6));
            nat.translated = *IpPrefix::parse(one_in(3) ? "192.0.3.0/24" : one_in(2) ? "192.0.2.8/30" : "192.0.2.9/32");
            if (nat.translated->length == 24 && !nat.source)
                nat.source = prefix_of(0, false);
            if (nat.source && nat.translated->length == 24 && nat.source->address.is_v6)
                nat.source.reset(), nat.translated = *IpPrefix::parse("192.0.2.9/32");
            design.nats.put(nat);
        }
        for (std::size_t more = one_in(2) ? 1 + up_to(2) : 0; more > 0; --more)
            publish(row);
    }
    for (std::size_t i = up_to(3); i > 0; --i) {
        Service row;
        row.id = {next++};
        if (!one_in(8))
            row.address = pick(addresses);
        row.ports = one_in(2) ? "tcp/443" : one_in(2) ? "tcp/442-443" : "";
        if (!stations.empty() && !one_in(3))
            row.hosts = {pick(stations)};
        design.services.put(row);
        services.push_back(row.id);
    }
    for (const EquipmentId device : switches)
        if (design.find(design.find(device)->type)->role == R::isolation_gateway)
            for (std::size_t i = 1 + up_to(2); i > 0; --i) {
                Policy row =
                    *design.find(policy(pick(zones), pick(zones), {Control::audit, Control::isolation_gateway}));
                row.enforced_by = {device};
                if (!services.empty() && !one_in(3))
                    row.services = {pick(services)};
                design.policies.put(row);
            }
}

void RandomForwarding::lead_outside() {
    for (const ProviderHandoffId id : handoffs) {
        const ProviderHandoff handoff = *design.find(id);
        Port port = *design.find(*handoff.port);
        for (const Prefix& prefix : design.prefixes)
            if (prefix.vlan && prefix.prefix && contains(*prefix.prefix, *handoff.peer) && !one_in(4)) {
                port.mode = PortMode::access;
                port.access_vlan = prefix.vlan;
            }
        design.ports.put(port);
        for (const EquipmentId device : switches)
            if (!one_in(4)) {
                Route row;
                row.id = {next++};
                row.equipment = device;
                row.vrf = some_vrf();
                row.destination = IpPrefix::parse(handoff.peer->is_v6 ? "::/0" : "0.0.0.0/0");
                row.next_hop = handoff.peer;
                design.routes.put(row);
            }
    }
}

void RandomForwarding::publish(const ProviderHandoff& at) {
    translates = true;
    Nat row;
    row.id = {next++};
    row.kind = NatKind::service;
    std::vector<EquipmentId> beside; // with a gateway where the provider's frames come
    for (const Gateway& gateway : design.gateways)
        if (gateway.equipment && gateway.vlan == design.find(*at.port)->access_vlan)
            beside.push_back(*gateway.equipment);
    row.equipment = beside.empty() || one_in(5) ? pick(switches) : pick(beside);
    if (!one_in(3))
        row.handoff = at.id;
    if (!one_in(12))
        row.outside = pick(addresses);
    if (!one_in(12))
        row.inside = pick(addresses);
    if (!one_in(3))
        row.protocol = "tcp";
    if (!one_in(3))
        row.ports = one_in(2) ? "443" : "400-444";
    row.inside_port = one_in(2) ? 0 : one_in(2) ? 443 : 50000;
    design.nats.put(row);
}

void RandomForwarding::add_routes() {
    std::vector<IpAddress> hops;
    for (const Gateway& gateway : design.gateways)
        for (const auto& address : {gateway.address, gateway.shared})
            if (address)
                hops.push_back(*address);
    for (const ProviderHandoff& handoff : design.provider_handoffs)
        hops.push_back(*handoff.peer);
    if (hops.empty())
        return;
    for (const EquipmentId device : switches)
        for (std::size_t i = up_to(5) + (tidy ? 3 : 0); i > 0; --i) {
            Route row;
            row.id = {next++};
            row.equipment = device;
            row.vrf = some_vrf();
            row.destination = one_in(2)   ? *IpPrefix::parse("0.0.0.0/0")
                              : one_in(4) ? *IpPrefix::parse("10.0.0.0/22")
                              : one_in(4) ? *IpPrefix::parse("::/0")
                                          : prefix_of(up_to(vlans.size()), false);
            if (!one_in(8))
                row.next_hop = pick(hops);
            std::vector<const Gateway*> mine, theirs; // mostly to a neighbour
            for (const Gateway& gateway : design.gateways)
                if (gateway.equipment == device)
                    mine.push_back(&gateway);
            if (const Gateway* by = mine.empty() || one_in(5) ? nullptr : pick(mine)) {
                row.vrf = design.find(by->vlan)->vrf;
                for (const Gateway& gateway : design.gateways)
                    if (gateway.vlan == by->vlan && gateway.equipment != device && gateway.address)
                        theirs.push_back(&gateway);
                if (!theirs.empty()) {
                    const Gateway& to = *pick(theirs);
                    row.next_hop = to.shared && one_in(2) ? to.shared : to.address;
                }
            }
            row.preference = static_cast<std::int32_t>(60 + up_to(2));
            design.routes.put(row);
        }
}

std::vector<AclRule> RandomForwarding::rules() {
    std::vector<AclRule> out;
    static const char* const protocols[] = {"tcp", "udp", "icmp", "ip", "", "ip", "quux"};
    static const char* const ports[] = {"", "", "", "443", "400-443", "49152-65535", "50000", "a-b", "80, 443"};
    const auto some_prefix = [&]() -> std::optional<IpPrefix> {
        if (one_in(2))
            return {};
        if (one_in(4))
            return *IpPrefix::parse("10.0.0.0/23");
        if (one_in(4))
            return *IpPrefix::parse("192.0.2.8/31");
        return prefix_of(up_to(vlans.size()), one_in(5));
    };
    for (std::size_t i = up_to(5); i > 0; --i)
        out.push_back({.action = one_in(3) ? AclAction::deny : AclAction::permit,
                       .protocol = protocols[up_to(std::size(protocols))],
                       .source = some_prefix(),
                       .destination = some_prefix(),
                       .ports = ports[up_to(std::size(ports))]});
    if (tidy ? !one_in(6) : one_in(2))
        out.push_back({.action = AclAction::permit, .protocol = "", .source = {}, .destination = {}, .ports = ""});
    return out;
}

void RandomForwarding::add_filters() {
    for (const EquipmentId device : switches) {
        const bool firewall = design.find(design.find(device)->type)->role == R::firewall;
        for (std::size_t i = up_to(firewall || tidy ? 2 : 3) + (firewall && !one_in(5) ? 1 : 0); i > 0; --i) {
            Acl row;
            row.id = {next++};
            row.equipment = device;
            if (!(firewall ? !one_in(4) : one_in(5)))
                row.vlan = pick(vlans);
            row.direction = one_in(2) ? AclDirection::in : AclDirection::out;
            row.rules = rules();
            design.acls.put(row);
        }
    }
}

Packet RandomForwarding::packet() {
    Packet out;
    out.destination = pick(addresses);
    do
        out.source = pick(addresses);
    while (out.source.is_v6 != out.destination.is_v6);
    static constexpr std::uint8_t protocols[] = {tcp, tcp, udp, icmp, 50};
    out.protocol = protocols[up_to(std::size(protocols))];
    static constexpr std::uint16_t ports[] = {0, 80, 399, 400, 442, 443, 444, 49151, 49152, 50000, 65535};
    if (out.protocol == tcp || out.protocol == udp)
        out.port = ports[up_to(std::size(ports))];
    return out;
}

AnyId RandomForwarding::sender() {
    std::vector<AnyId> all(jacks.begin(), jacks.end());
    all.insert(all.end(), vlans.begin(), vlans.end());
    all.insert(all.end(), handoffs.begin(), handoffs.end());
    for (const PortId port : all_ports) // of devices that forward nothing is sent
        if (std::find(stations.begin(), stations.end(), design.find(port)->equipment) != stations.end() || one_in(20))
            all.push_back(port);
    return pick(all);
}

} // namespace riser::test
