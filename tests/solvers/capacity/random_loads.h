// SPDX-License-Identifier: GPL-3.0-or-later
// Networks at random with people, telephones and services: rings and doubled links, LAGs, MLAG pairs, gateways in
// pairs, equal routes, routes that lead round, spanning trees stated and not, hosts on one port and on two, ways out.
#pragma once

#include "solvers/capacity/demands.h"
#include "tests/support/networks.h"

namespace riser::test {

inline const TrafficAssumptions usual{
    .kinds = {{ServiceMedium::data, BitRate(500'000), percent(100), percent(20)},
              {ServiceMedium::voice, BitRate(100'000), percent(20), percent(100)},
              {ServiceMedium::wireless, BitRate(2'000'000), percent(100), percent(20)},
              {ServiceMedium::multicast, BitRate(4'000'000), percent(100), percent(2)}}};

struct RandomLoads : NetworkCase {
    explicit RandomLoads(std::uint64_t seed);

    std::mt19937_64 dice;
    PlaneId plane_id;
    BodyId body_id;
    std::vector<ZoneId> zones; // desks, things, servers, edge
    std::vector<VlanId> vlans, transits;
    std::vector<EquipmentId> devices, routers;
    std::vector<CableId> cables;
    std::vector<JackId> jacks;

    // Rows that fail alone: devices, hosts' too, and cables.
    std::vector<AnyId> elements() const;
    // The design without it, as a person would strike it out.
    Design without(AnyId element) const;

  private:
    std::size_t up_to(std::size_t n) { return static_cast<std::size_t>(dice() % n); }
    bool one_in(std::size_t n) { return up_to(n) == 0; }
    template<class List> auto pick(const List& list) { return list[up_to(list.size())]; }
    static IpAddress address(std::size_t vlan, std::size_t last) {
        return *IpAddress::parse("10." + std::to_string(vlan) + ".0." + std::to_string(last));
    }
    void add_vlans();
    void add_switches();
    void add_links();
    void join_switches(EquipmentId a, EquipmentId b, std::optional<LagId> at_a, std::optional<LagId> at_b);
    void add_gateways();
    void add_routes();
    void add_points();
    void add_services();
    PortId access(EquipmentId on, VlanId vlan, std::int64_t rate);
    std::vector<VlanId> all_vlans_;
    std::vector<EquipmentId> hosts_;
};

} // namespace riser::test
