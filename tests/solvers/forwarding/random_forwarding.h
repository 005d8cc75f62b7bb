// SPDX-License-Identifier: GPL-3.0-or-later
// Small networks at random whose packets get somewhere often enough: two to six devices of all kinds, one to six VLANs,
// some of them under one number, ports that mean different VLANs at their two ends, gateways alone and in pairs, routes
// that lead on, back and nowhere, filters, rule bases, translation, stacks, LAGs, isolation gateways, secret planes.
#pragma once

#include "solvers/forwarding/header_space.h"
#include "tests/support/networks.h"

namespace riser::test {

struct RandomForwarding : NetworkCase {
    explicit RandomForwarding(std::uint64_t seed);

    // Of addresses that stand in the design or beside them, and ports at the edges of rules.
    Packet packet();
    // One of: jack, station's port, handoff, VLAN.
    AnyId sender();

    std::mt19937_64 dice;
    std::vector<PlaneId> planes;
    std::vector<ZoneId> zones;
    std::vector<VrfId> vrfs;
    std::vector<VlanId> vlans;
    std::vector<EquipmentId> devices, switches, stations;
    std::vector<JackId> jacks;
    std::vector<CableId> cables;
    std::vector<PortId> all_ports;
    std::vector<ServiceId> services;
    std::vector<ProviderHandoffId> handoffs;
    std::vector<IpAddress> addresses;
    bool translates = false;
    bool tidy = false; // ports, gateways and rules mostly as somebody would mean them

    std::size_t up_to(std::size_t n) { return static_cast<std::size_t>(dice() % n); } // below n
    bool one_in(std::size_t n) { return up_to(n) == 0; }
    template<class List> auto pick(const List& list) { return list[up_to(list.size())]; }
    // Handoffs mostly stand where their peers' addresses are, and switches mostly know them as their way out.
    void lead_outside();
    std::optional<VrfId> some_vrf() { return vrfs.empty() || one_in(3) ? std::nullopt : std::optional(pick(vrfs)); }

  private:
    void add_vlans();
    void add_devices();
    void add_links();
    void add_port(EquipmentId device, PortId& out);
    void add_gateways();
    void add_routes();
    void add_filters();
    void add_borders();
    void publish(const ProviderHandoff& at);
    std::vector<AclRule> rules();
    IpAddress host(std::size_t vlan, int last);
    bool meant_for_jacks_ = false;
};

} // namespace riser::test
