// SPDX-License-Identifier: GPL-3.0-or-later
// What the demands of a design put on its links and devices, whole and while something has failed: each profile of
// demands, and each flow of it, by itself, so that of a failure only those are planned again whose legs it parts.
#pragma once

#include "solvers/capacity/profile_plan.h"

namespace riser {

// FlowLoads by flow number: arcs of wires (2w from a, 2w + 1 from b), of plugs (to the station, from it), what enters
// each device from its own points, then sums of these: what each device takes in, and both directions of each logical
// link.
struct LoadIndex {
    std::size_t wires = 0, plugs = 0, boxes = 0, edges = 0;
    std::size_t to_station(std::size_t plug) const { return 2 * (wires + plug); }
    std::size_t from_station(std::size_t plug) const { return 2 * (wires + plug) + 1; }
    std::size_t points(std::size_t box) const { return 2 * (wires + plugs) + box; }
    std::size_t through(std::size_t box) const { return 2 * (wires + plugs) + boxes + box; }
    std::size_t from_x(std::size_t edge) const { return 2 * (wires + plugs + boxes + edge); }
    std::size_t from_y(std::size_t edge) const { return 2 * (wires + plugs + boxes + edge) + 1; }
    std::size_t size() const { return 2 * (wires + plugs + boxes + edges); }
};

// Of one profile. Bits a second.
struct ProfileLoad {
    FlowAmounts flows; // a flow may stand several times
    double asked = 0;
    double carried = 0;
};

// A state of the network: the whole, or with a loss.
struct LoadState {
    TreeWays ways;
    LoadRouters routers;
};

class LoadModel {
  public:
    // All must outlive this.
    LoadModel(const NetworkRows& rows, const Table<SpanningTree>& trees, const Demands& demands);
    LoadModel(const LoadModel&) = delete;
    LoadModel& operator=(const LoadModel&) = delete;

    const LinkMap& map() const { return map_; }
    const Network& net() const { return net_; }
    const LoadIndex& index() const { return index_; }
    const Demands& demands() const { return demands_; }
    const LoadState& whole() const { return *whole_; }
    LoadState after(const LostLinks& lost) const;

    // Any thread, of `ways` one at a time; these must be of that state. O(sources x flows), and a linear system for
    // each gateway and destination that is new to `ways`.
    ProfilePlan plan_of(const DemandProfile& profile, const LoadState& state, PacketWays& ways) const;
    // Of one flow of it for such groups.
    FlowPlan plan_of(const DemandProfile& profile, const DemandFlow& flow, const std::vector<PlanGroup>& groups,
                     const LoadState& state, PacketWays& ways) const;
    ProfileLoad load_of(const ProfilePlan& plan, const LoadState& state) const;
    ProfileLoad load_of(const DemandProfile& profile, const LoadState& state) const;
    // Appends what goes from place to place, and a flow with the sums that it is part of.
    void walk(const TreeWays& ways, NetIndex from, NetIndex to, double amount, FlowAmounts& out) const;
    void add_flow(std::size_t flow, double amount, FlowAmounts& out) const;

    // Where a service is asked: a port of a host, or a handoff, with the place it is joined to.
    struct ServiceEnd {
        std::uint32_t plug = 0;
        EquipmentId host; // 0: a handoff
        NetIndex place = no_index;
        VlanId vlan;
    };
    const std::vector<ServiceEnd>& ends_of(ServiceId service) const;
    // At which it is asked; nothing: it is a way out.
    std::optional<IpAddress> address_of(ServiceId service) const;
    const std::vector<IpPrefix>& prefixes_of(VlanId vlan) const;
    // Where frames of a VLAN enter at a device: the place of points there.
    NetIndex place_of(EquipmentId device, VlanId vlan) const;
    bool has_points(EquipmentId device, const TreeWays& ways) const; // joined to it
    // Sums that an arc is part of: the device at its end, logical links that start with it.
    const std::vector<std::uint32_t>& sums_of(std::size_t flow) const { return sums_of_[flow]; }
    // What a flow number may carry, bit/s; 0: not known, or no limit.
    double capacity(std::size_t flow) const { return capacity_[flow]; }

  private:
    ProfilePlan groups_of(const DemandProfile& profile, const LoadState& state) const; // without flows
    void add_service(const Service& service);
    void add_sums();

    const NetworkRows& rows_;
    const Demands& demands_;
    Network net_;
    LinkMap map_;
    LoadIndex index_;
    std::map<VlanId, std::vector<IpPrefix>> prefixes_;
    std::map<ServiceId, std::vector<ServiceEnd>> ends_;
    std::map<ServiceId, std::optional<IpAddress>> addresses_;
    std::map<EquipmentId, std::vector<std::uint32_t>> points_of_; // plugs of jacks
    std::vector<std::vector<std::uint32_t>> sums_of_;
    std::vector<double> capacity_;
    std::unique_ptr<LoadState> whole_;
};

} // namespace riser
