// SPDX-License-Identifier: GPL-3.0-or-later
// What demands put on links, pushed point by point over the rows of a design: spanning trees by exchanged messages,
// hashing and equal routes by cutting what arrives into parts, each followed until it arrives or is a billionth. Knows
// nothing of what solvers/capacity derives, is slow, and is what that is held against. For networks without in-line
// devices, filters and translation, whose trunks drop untagged frames.
#pragma once

#include "model/design.h"
#include "solvers/capacity/demands.h"

#include <functional>
#include <map>
#include <set>

namespace riser::test {

class LoadPusher {
  public:
    explicit LoadPusher(const Design& design);
    void push(const Demands& demands);

    std::map<std::pair<PortId, PortId>, double> links; // from port to port
    std::map<AnyId, double> to_station, from_station;
    double carried = 0;

  private:
    struct Strand {
        PortId x, y; // of the bridges x < y of its link
        EquipmentId at_x, at_y;
    };
    struct Logical { // between bridges, by their lowest device
        EquipmentId x, y;
        std::vector<Strand> strands;
        double cost = 0;
    };
    using Where = std::map<EquipmentId, double>; // amount by device

    PortId known_as(PortId port) const;
    void find_bridges();
    void find_links();
    std::vector<bool> tree(const std::vector<bool>& may) const;
    bool carries(PortId port, VlanId vlan) const;
    bool carried_by(const Logical& link, VlanId vlan) const;
    struct Stage {
        std::size_t link;
        bool to_y;
        std::set<EquipmentId> here, there;
    };
    const Strand* first_strand(const Logical& link, VlanId vlan) const;
    std::set<EquipmentId> cluster(EquipmentId device, VlanId vlan) const;
    std::vector<Stage> way(EquipmentId from, EquipmentId to, VlanId vlan) const;
    bool reaches(EquipmentId from, EquipmentId to, VlanId vlan) const;
    void frames(EquipmentId from, EquipmentId to, VlanId vlan, double amount);
    void beside(Where& where, const std::set<EquipmentId>& to, VlanId vlan);

    struct Hop {
        VlanId by;
        std::optional<IpAddress> next;
    };
    bool has(EquipmentId device, VlanId vlan) const; // a live port there carries it
    std::vector<const Gateway*> gateways(EquipmentId from, VlanId vlan) const;
    std::vector<const Gateway*> answering(std::vector<const Gateway*> members) const;
    std::optional<std::vector<Hop>> route(EquipmentId device, std::optional<VrfId> vrf,
                                          const std::optional<IpAddress>& to) const;
    std::optional<VrfId> vrf_of(VlanId vlan) const;
    std::vector<const Gateway*> next(EquipmentId device, const Hop& hop) const;
    const ProviderHandoff* provider(EquipmentId device, const Hop& hop) const;
    bool goes_on(EquipmentId device, std::optional<VrfId> vrf, const std::optional<IpAddress>& to,
                 std::set<std::pair<EquipmentId, std::optional<VrfId>>> seen) const;

    struct End {
        AnyId station;
        EquipmentId device; // at whose port it is
        VlanId vlan;
        double share = 0; // of what the service gets; of handoffs 1
    };
    std::vector<End> ends(const Service& service) const;
    using Arrive = std::map<AnyId, double>;
    // A packet handed to that device; what it delivers of `amount` is added to `arrived`.
    void packet(EquipmentId device, std::optional<VrfId> vrf, const std::optional<IpAddress>& to,
                const std::vector<End>& ends, double amount, double rate, Arrive& arrived);
    void hand_on(EquipmentId device, const std::vector<Hop>& hops, const std::optional<IpAddress>& to,
                 const std::vector<End>& ends, double amount, double rate, Arrive& arrived,
                 const std::function<void(const Gateway&, double)>& on);
    void send(EquipmentId from, VlanId vlan, const std::optional<IpAddress>& to, const std::vector<End>& ends,
              double users, double rate, Arrive& arrived);

    Design design_;
    std::set<std::pair<PortId, PortId>> joined_;
    std::map<JackId, PortId> jacks_;
    std::map<PortId, PortId> host_ports_; // of hosts, to the switch's
    std::set<PortId> live_;
    std::map<EquipmentId, EquipmentId> bridge_; // forwarding devices
    std::vector<Logical> logical_;
    bool one_tree_ = false;
};

} // namespace riser::test
