// SPDX-License-Identifier: GPL-3.0-or-later
// One packet, walked row by row over a design: frames flooded port by port, every gateway asked for its filters and
// routes as they stand in the tables. Knows nothing of the network that solvers/forwarding derives, is slow, and is
// what that is held against. Follows the README of solvers/forwarding sentence by sentence.
#pragma once

#include "solvers/analysis/device_links.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/forwarding/reachability.h"

#include <map>
#include <set>

namespace riser::test {

// A VLAN number in a device (the lowest of a stack), or of one of its ports alone.
struct Spot {
    EquipmentId device;
    std::uint16_t number = 0;
    PortId alone;
    auto operator<=>(const Spot&) const = default;
};

// Everything that happened to what became of the packet.
struct Walk {
    std::set<std::pair<Spot, Packet>> arrived;
    std::set<std::pair<GatewayId, Packet>> handed;
    std::set<std::pair<EquipmentId, Packet>> own;
    std::set<std::pair<EquipmentId, Packet>> passed;
    std::set<std::pair<AnyId, Packet>> heard; // by jacks, ports of stations, handoffs
    std::set<std::pair<AnyId, Packet>> given; // to handoffs as next hops, before they were translated
};

class PacketWalker {
  public:
    PacketWalker(const Design& design, Senders senders, std::set<AnyId> failed = {});

    // From all contacts of a jack, station's port or handoff; from a VLAN wherever it is.
    Walk from(AnyId source, const Packet& packet, const Walk* answers_to = nullptr);
    bool secret(std::optional<PlaneId> plane) const;

  private:
    struct Sending {
        Spot spot;
        std::optional<VlanId> vlan;
        bool by_isolation = false;
    };
    using Tag = std::uint16_t; // 0: none

    EquipmentId group(EquipmentId device) const;
    bool alive(EquipmentId device) const;
    bool role_is(EquipmentId group, EquipmentRole role) const;
    bool isolates(EquipmentId group) const { return role_is(group, EquipmentRole::isolation_gateway); }
    bool forwards(EquipmentId group) const;
    bool stands(const Port& port) const;
    void settle_ports();
    std::optional<std::uint16_t> number(std::optional<VlanId> vlan) const;
    const Vlan* row_of(const Port& port, Tag tag) const; // as a device that forwards takes it
    std::optional<Tag> sent_as(const Port& port, std::uint16_t number) const;
    bool station_takes(const Port& port, Tag tag) const;
    Spot spot_of(const Port& port, std::uint16_t number) const;
    bool is_at(const Gateway& gateway, const Spot& spot) const;
    bool up(const Gateway& gateway) const;

    std::vector<Sending> sendings(AnyId source) const;
    // All spots to which frames go from there, and who hears them with or without a tag.
    struct Ears {
        std::set<Spot> spots;
        std::set<std::pair<AnyId, bool>> stations;
    };
    Ears flooded(const Spot& from) const;
    void hear_on(const Port& port, std::uint16_t number, Ears& ears, std::vector<Spot>& next) const;
    std::vector<const Gateway*> gateways_in(const Ears& ears, EquipmentId not_of) const;
    const Gateway* answering(const std::vector<const Gateway*>& members) const;

    void send(const Sending& sending, const Packet& packet);
    void arrive(const Spot& from, const Packet& packet, const Spot* not_at);
    void hand(const Gateway& gateway, const Packet& packet);
    void offer(const Spot& side, const Packet& packet);
    void route(const Gateway& in, const Packet& packet);
    void leave(const Gateway& in, const Gateway& out, const std::optional<IpAddress>& next_hop, const Packet& packet);
    Packet entering(const Gateway& in, EquipmentId device, const Packet& packet) const;
    std::vector<Packet> translated(EquipmentId device, const Ears& ears, const Packet& packet) const;
    bool filters_pass(EquipmentId device, std::optional<VlanId> vlan, AclDirection direction, const Packet& packet,
                      bool when_none) const;
    bool answers(EquipmentId device, const Packet& packet, bool with_partners) const;
    std::optional<ZoneId> zone_of(const Spot& side) const;

    const Design& design_;
    Senders senders_;
    std::set<AnyId> failed_;
    std::vector<DeviceLink> links_;
    std::vector<PatchedJack> jacks_;
    std::set<PortId> down_;
    const Walk* answers_to_ = nullptr;
    Walk walk_;
    std::set<std::pair<Spot, Packet>> offered_;
};

} // namespace riser::test
