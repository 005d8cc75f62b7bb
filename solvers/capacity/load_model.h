// SPDX-License-Identifier: GPL-3.0-or-later
// What the demands of a design put on its links and devices, whole and while something has failed: each profile of
// demands by itself, so that of a failure only the profiles are made again that it touches.
#pragma once

#include "solvers/capacity/demands.h"
#include "solvers/capacity/packet_ways.h"

#include <map>

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

// By flow number.
using FlowAmounts = std::vector<std::pair<std::uint32_t, double>>;

// Of a profile that is carried whole, whose points all hang together and that has nothing but its points and gateways
// in the segment of its VLAN: what is sent there, and what goes on beyond, in proportion to its users, as long as each
// leg there is as it was: then nothing was lost that it chose, and what it did not choose is no better.
struct ProfileShape {
    struct Source {
        EquipmentId device;
        NetIndex place = no_index;
        double users = 0;
    };
    NetIndex segment = no_index;
    std::vector<Source> sources;
    double users = 0;
    std::vector<NetIndex> gateways;                      // that route for them
    std::map<NetIndex, double> to_gateway, from_gateway; // bit/s by gateway, of all together
    struct Leg {
        NetIndex segment = no_index, from = no_index, to = no_index; // places
        auto operator<=>(const Leg&) const = default;
    };
    FlowAmounts beyond;               // each flow once
    std::vector<Leg> legs;            // over which that goes, ascending
    std::vector<std::uint32_t> plugs; // of hosts and ways out
};

// Of one profile. Bits a second.
struct ProfileLoad {
    FlowAmounts flows; // each once where ways were asked for, else maybe several times
    double asked = 0;
    double carried = 0;
    std::vector<NetIndex> segments;            // it depends on these and no other, ascending
    std::shared_ptr<const ProfileShape> shape; // of the whole network, where it has one
    bool is_whole() const { return asked - carried <= 1e-9 * asked; }
};

// What a failure changes in a profile's load.
struct ProfileChange {
    FlowAmounts flows; // more or less than before; a flow may stand several times
    double carried = 0;
};

// A state of the network: the whole, or with a loss.
struct LoadState {
    TreeWays ways;
    LoadRouters routers;
    // Ways of packets while all stands; those that still hold are taken from there. Must outlive this.
    const std::map<PacketWayKey, PacketWay>* whole_ways = nullptr;
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

    // Any thread. O(sources x ways), and a linear system for each gateway and destination.
    ProfileLoad load_of(const DemandProfile& profile, const LoadState& state,
                        std::map<PacketWayKey, PacketWay>* found = nullptr) const; // to which ways are added

    // What a loss changes in a profile with a shape that it touches in the segment of its VLAN alone: of its points
    // only those that are cut off or go another way are looked at. Nothing: it must be made again. Any thread.
    std::optional<ProfileChange> change_of(const DemandProfile& profile, const ProfileLoad& before,
                                           const LoadState& state) const;

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
