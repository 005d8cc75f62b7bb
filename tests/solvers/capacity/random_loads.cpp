// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/capacity/random_loads.h"

#include "model/brief.h"
#include "model/power.h"

#include <algorithm>

namespace riser::test {

RandomLoads::RandomLoads(std::uint64_t seed) : dice(seed) {
    plane_id = plane("E");
    body_id = body("G");
    for (const auto& [code, role] : {std::pair("desks", ZoneRole::desks), std::pair("things", ZoneRole::things),
                                     std::pair("servers", ZoneRole::servers), std::pair("edge", ZoneRole::edge)}) {
        Zone row = *design.find(zone(plane_id, code));
        row.role = role;
        design.zones.put(row);
        zones.push_back(row.id);
    }
    if (one_in(2)) {
        HeadCount row;
        row.id = {next++};
        row.body = body_id;
        row.people = static_cast<std::int32_t>(1 + up_to(20));
        design.head_counts.put(row);
    }
    add_vlans();
    add_switches();
    add_links();
    add_gateways();
    add_routes();
    add_points();
    add_services();
}

void RandomLoads::add_vlans() {
    const std::size_t users = 2 + up_to(3), between = up_to(3);
    for (std::size_t v = 0; v < users + between; ++v) {
        const bool transit = v >= users;
        const VlanId id = vlan(transit     ? zones[3]
                               : v == 0    ? zones[2]
                               : one_in(4) ? zones[1]
                                           : zones[0],
                               static_cast<int>(10 + v), body_id);
        Vlan row = *design.find(id);
        if (transit)
            row.zone.reset();
        design.vlans.put(row);
        Prefix prefix;
        prefix.id = {next++};
        prefix.vlan = id;
        prefix.prefix = *IpPrefix::parse("10." + std::to_string(v) + ".0.0/24");
        design.prefixes.put(prefix);
        (transit ? transits : vlans).push_back(id);
        all_vlans_.push_back(id);
    }
}

void RandomLoads::add_switches() {
    const std::size_t count = 2 + up_to(5);
    const bool stated = one_in(2);
    for (std::size_t d = 0; d < count; ++d) {
        devices.push_back(device(d == 0 || one_in(4) ? EquipmentRole::core_switch : EquipmentRole::access_switch,
                                 "S" + std::to_string(d), plane_id, {}));
        if (stated && !one_in(4)) {
            SpanningTree row;
            row.id = {next++};
            row.equipment = devices.back();
            row.mode = SpanningTreeMode::rstp;
            row.priority = static_cast<std::int32_t>(4'096 * (1 + up_to(4)));
            design.spanning_trees.put(row);
        }
    }
}

void RandomLoads::join_switches(EquipmentId a, EquipmentId b, std::optional<LagId> at_a, std::optional<LagId> at_b) {
    const std::int64_t rate = at_a ? 10'000'000'000 : one_in(2) ? 1'000'000'000 : 2'500'000'000;
    const PortId ends[2] = {port(a, rate), port(b, rate)};
    std::vector<VlanId> carried = all_vlans_;
    if (one_in(4))
        carried.erase(carried.begin() + static_cast<std::ptrdiff_t>(up_to(carried.size())));
    for (const int n : {0, 1}) {
        Port row = *design.find(ends[n]);
        row.mode = PortMode::trunk;
        row.trunk_vlans = carried;
        row.lag = n == 0 ? at_a : at_b;
        design.ports.put(row);
    }
    cables.push_back(join(ends[0], ends[1]));
}

void RandomLoads::add_links() {
    const auto lag = [&](std::vector<EquipmentId> across) {
        Lag row;
        row.id = {next++};
        row.across = std::move(across);
        design.lags.put(row);
        return row.id;
    };
    const bool pair = devices.size() > 3 && one_in(2);
    if (pair) // an MLAG of the first two
        for (std::size_t n = 1 + up_to(2); n > 0; --n)
            join_switches(devices[0], devices[1], {}, {});
    for (std::size_t d = 1; d < devices.size(); ++d) {
        if (pair && d == 1)
            continue;
        if (pair && one_in(2)) {
            const LagId low = lag({devices[d]}), high = lag({devices[0], devices[1]});
            for (std::size_t n = 0, links = 2 + up_to(2); n < links; ++n)
                join_switches(devices[d], devices[n % 2], low, high);
            continue;
        }
        const EquipmentId up = devices[up_to(d)];
        const bool one = one_in(3);
        const std::optional<LagId> low = one ? std::optional(lag({devices[d]})) : std::nullopt,
                                   high = one ? std::optional(lag({up})) : std::nullopt;
        for (std::size_t n = 1 + up_to(3); n > 0; --n)
            join_switches(devices[d], up, low, high);
        if (one_in(3) && d > 1) {
            EquipmentId other = devices[up_to(d)];
            join_switches(devices[d], other, {}, {});
        }
    }
}

void RandomLoads::add_gateways() {
    for (std::size_t v = 0; v < all_vlans_.size(); ++v) {
        std::vector<EquipmentId> on = devices;
        std::shuffle(on.begin(), on.end(), dice);
        const std::size_t most = v < vlans.size() ? 1 + up_to(2) : 2 + up_to(2);
        on.resize(std::min(on.size(), most));
        const bool redundant = v < vlans.size() ? on.size() > 1 : one_in(3);
        for (std::size_t n = 0; n < on.size(); ++n) {
            Gateway row;
            row.id = {next++};
            row.vlan = all_vlans_[v];
            row.equipment = on[n];
            row.address = address(v, 2 + n);
            row.redundant = redundant;
            if (redundant)
                row.shared = address(v, 1);
            row.priority = static_cast<std::int32_t>(100 + 10 * up_to(3));
            design.gateways.put(row);
            if (std::find(routers.begin(), routers.end(), on[n]) == routers.end())
                routers.push_back(on[n]);
        }
    }
}

// To a VLAN, or anywhere, over neighbours in any VLAN with another router.
void RandomLoads::add_routes() {
    for (const EquipmentId router : routers)
        for (std::size_t n = up_to(7); n > 0; --n) {
            std::vector<IpAddress> hops;
            for (const Gateway& own : design.gateways)
                if (own.equipment == router)
                    for (const Gateway& other : design.gateways)
                        if (other.vlan == own.vlan && other.equipment != router)
                            hops.push_back(other.shared && one_in(2) ? *other.shared : *other.address);
            if (hops.empty())
                break;
            Route row;
            row.id = {next++};
            row.equipment = router;
            row.destination = one_in(3)
                                  ? *IpPrefix::parse("0.0.0.0/0")
                                  : *IpPrefix::parse("10." + std::to_string(up_to(all_vlans_.size())) + ".0.0/24");
            row.next_hop = pick(hops);
            row.preference = one_in(4) ? 50 : 60;
            design.routes.put(row);
        }
}

PortId RandomLoads::access(EquipmentId on, VlanId vlan, std::int64_t rate) {
    Port row = *design.find(port(on, rate));
    row.mode = PortMode::access;
    row.access_vlan = vlan;
    design.ports.put(row);
    return row.id;
}

void RandomLoads::add_points() {
    for (std::size_t n = 2 + up_to(8); n > 0; --n) {
        Jack row;
        row.id = {next++};
        row.plane = plane_id;
        design.jacks.put(row);
        cables.push_back(join(access(pick(devices), vlans[1 + up_to(vlans.size() - 1)], 1'000'000'000), row.id));
        jacks.push_back(row.id);
    }
}

void RandomLoads::add_services() {
    for (std::size_t n = 1 + up_to(3); n > 0; --n) {
        Service row;
        row.id = {next++};
        row.zone = one_in(3) ? zones[1] : zones[2];
        row.medium = one_in(3) ? ServiceMedium::voice : ServiceMedium::data;
        row.entitled = {body_id};
        row.busy_hour_rate = BitRate(static_cast<std::int64_t>(1'000'000 * (1 + up_to(9))));
        const std::size_t v = one_in(4) ? up_to(vlans.size()) : 0;
        row.address = address(v, 100 + n);
        for (std::size_t h = 1 + up_to(2); h > 0; --h) {
            const EquipmentId host = device(EquipmentRole::server, "H" + std::to_string(next), plane_id, {});
            hosts_.push_back(host);
            row.hosts.push_back(host);
            for (std::size_t ports = 1 + up_to(2); ports > 0; --ports)
                cables.push_back(join(access(pick(devices), vlans[v], 10'000'000'000), port(host)));
        }
        design.services.put(row);
    }
    if (routers.empty() || one_in(2))
        return;
    Service out;
    out.id = {next++};
    out.zone = zones[3];
    out.entitled = {body_id};
    out.busy_hour_rate = BitRate(3'000'000);
    design.services.put(out);
    for (std::size_t n = 1 + up_to(2); n > 0; --n) {
        const EquipmentId border = pick(routers);
        const VlanId link = vlan(zones[3], static_cast<int>(200 + n), {});
        Prefix prefix;
        prefix.id = {next++};
        prefix.vlan = link;
        prefix.prefix = *IpPrefix::parse("192.168." + std::to_string(n) + ".0/30");
        design.prefixes.put(prefix);
        const IpAddress peer = *IpAddress::parse("192.168." + std::to_string(n) + ".1");
        Gateway gateway;
        gateway.id = {next++};
        gateway.vlan = link;
        gateway.equipment = border;
        gateway.address = *IpAddress::parse("192.168." + std::to_string(n) + ".2");
        design.gateways.put(gateway);
        ProviderHandoff row;
        row.id = {next++};
        row.plane = plane_id;
        row.zone = zones[3];
        row.bandwidth = BitRate(1'000'000'000);
        row.port = access(border, link, 10'000'000'000);
        row.peer = peer;
        design.provider_handoffs.put(row);
        Route route;
        route.id = {next++};
        route.equipment = border;
        route.destination = *IpPrefix::parse("0.0.0.0/0");
        route.next_hop = peer;
        route.preference = one_in(2) ? 40 : 60;
        design.routes.put(route);
    }
}

std::vector<AnyId> RandomLoads::elements() const {
    std::vector<AnyId> out(devices.begin(), devices.end());
    out.insert(out.end(), hosts_.begin(), hosts_.end());
    out.insert(out.end(), cables.begin(), cables.end());
    return out;
}

Design RandomLoads::without(AnyId element) const {
    Design out = design;
    if (element.kind == Kind::equipment) {
        Equipment row = *out.find(EquipmentId{element.value});
        row.status = Status::remove;
        out.equipment.put(row);
    } else {
        for (const Termination& row : design.terminations)
            if (row.cable == CableId{element.value})
                out.terminations.erase(row.id);
    }
    return out;
}

} // namespace riser::test
