// SPDX-License-Identifier: GPL-3.0-or-later
// Where services, the core and the Internet are in a ReachNetwork, which routes lead to them, and which VLANs are meant
// to reach which: a step by which it is computed.
#pragma once

#include "solvers/failure/reach_network.h"

#include <map>

namespace riser {

// Which targets the points of a VLAN are meant to reach.
class MeantTargets {
  public:
    explicit MeantTargets(std::size_t targets = 0) : everyone_(targets) {}
    void add(std::size_t target) { everyone_.add(target); }
    void add(std::size_t target, VlanId vlan);
    TargetSet of(VlanId vlan) const;

  private:
    TargetSet everyone_;
    std::map<VlanId, std::vector<std::size_t>> by_vlan_;
};

class TargetEnds {
  public:
    TargetEnds(FactInput& input, const FailureModel& model, const NetworkRows& rows, const Network& net,
               const FrameWays& ways, ReachNetwork& out);
    // Targets, their ends and the hops that lead to them.
    void add();
    const MeantTargets& meant() const { return meant_; }

  private:
    // Whether a route leads to a target.
    struct Sought {
        std::vector<IpAddress> addresses;  // of a service; none known: any route may
        std::vector<ProviderHandoffId> by; // of a way out
        bool outside = false;
    };
    void add_core();
    void add_way_out(ReachTarget target, std::vector<ProviderHandoffId> by);
    void add_service(const Service& service);
    void add_host(std::size_t target, EquipmentId host, Sought& sought);
    void set_meant(std::size_t target, const Service& service);
    void add_hops();
    void add_hops(const Route& route, std::uint32_t table, const TargetSet& targets);
    void add_handing_over(const Route& route, std::uint32_t table);
    bool leads_to(const IpPrefix& destination, const Sought& sought) const;
    bool is_outside(const IpPrefix& destination) const;
    std::vector<const NetGateway*> by(const IpAddress& next_hop, std::uint32_t table) const;
    std::size_t target(ReachTarget target, Sought sought);

    FactInput& input_;
    const FailureModel& model_;
    const NetworkRows& rows_;
    const Network& net_;
    const FrameWays& ways_;
    ReachNetwork& out_;
    std::vector<Sought> sought_; // by target
    std::vector<NetIndex> core_; // boxes, of the first target where there is a core
    MeantTargets meant_;
};

} // namespace riser
