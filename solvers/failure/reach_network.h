// SPDX-License-Identifier: GPL-3.0-or-later
// Over what points come to services, to the core and to the Internet: VLANs from device to device, gateways, and next
// hops of routes, each with the links that carry it. By the semantics in this room's README; filters are not read.
#pragma once

#include "solvers/failure/failure_model.h"
#include "solvers/forwarding/network.h"
#include "solvers/graph/resilience/changing_forest.h"

#include <algorithm>

namespace riser {

// What points are asked to reach.
struct ReachTarget {
    enum class Of : std::uint8_t { core, internet, service } of = Of::core;
    ServiceId service; // of a service
    auto operator<=>(const ReachTarget&) const = default;
};

// Of ReachNetwork::targets. Up to 64 of them take no memory of their own.
class TargetSet {
  public:
    TargetSet() = default;
    explicit TargetSet(std::size_t targets) : more_(targets > 64 ? (targets - 1) / 64 : 0, 0) {}
    void add(std::size_t target) { word(target) |= std::uint64_t{1} << target % 64; }
    bool has(std::size_t target) const {
        return ((target < 64 ? first_ : more_[target / 64 - 1]) >> target % 64 & 1) != 0;
    }
    bool empty() const {
        return first_ == 0 && std::all_of(more_.begin(), more_.end(), [](std::uint64_t word) { return word == 0; });
    }
    // Whether anything was new.
    bool add(const TargetSet& more);
    bool add(const TargetSet& more, const TargetSet& of); // what of it is in `of`
    TargetSet operator&(const TargetSet& other) const;
    TargetSet operator-(const TargetSet& other) const;
    void clear() {
        first_ = 0;
        std::fill(more_.begin(), more_.end(), 0);
    }
    auto operator<=>(const TargetSet&) const = default;

  private:
    std::uint64_t& word(std::size_t target) { return target < 64 ? first_ : more_[target / 64 - 1]; }
    std::uint64_t first_ = 0;         // targets below 64
    std::vector<std::uint64_t> more_; // the rest
};

struct ReachNetwork {
    // Frames: nodes are the places of the network as a whole, links join two whose frames go both ways; each is there
    // while any of its links each way is. Indices of FailureModel::links.
    struct Carried {
        std::vector<std::uint32_t> there, back;
        bool operator==(const Carried&) const = default;
    };
    struct Gateway {
        NetNode place{};
        std::uint32_t table = 0;
        bool operator==(const Gateway&) const = default;
    };
    // From one table to another by a route's next hop, while the two gateways' places hang together.
    struct Hop {
        std::uint32_t from = 0, to = 0;
        NetNode here{}, there{};
        TargetSet targets; // that the route leads to
        bool operator==(const Hop&) const = default;
    };
    // Where a target is. `from`: only packets of that table come there, from its gateway at `here` (a way out by a
    // provider's device as next hop); else whatever comes to the place.
    struct End {
        std::uint32_t target = 0;
        NetNode place{};
        std::optional<NeedIndex> need; // beside the place
        std::optional<std::uint32_t> from;
        NetNode here{};
        bool points_only = false; // tables do not come there over frames
        bool operator==(const End&) const = default;
    };
    // Points whose frames begin in one place and one VLAN, on ports of one device (of a stack, one member).
    struct Group {
        NetNode place{};
        VlanId vlan;
        EquipmentId device;
        std::vector<std::uint32_t> jacks; // of FailureModel::jacks, ascending
        TargetSet asked;                  // what they reach when nothing fails, and are meant to
        bool operator==(const Group&) const = default;
    };

    LinkNetwork frames;
    std::vector<Carried> carried;              // by link of frames
    std::vector<std::vector<NetLink>> carries; // by link of the model: links of frames
    std::vector<std::uint32_t> segment;        // by place: what hangs together when nothing fails
    std::uint32_t segments = 0;
    std::uint32_t tables = 0;
    std::vector<TargetSet> own;    // by table: where its device is a target
    std::vector<Gateway> gateways; // by segment
    std::vector<Hop> hops;
    std::vector<End> ends; // by segment
    std::vector<ReachTarget> targets;
    std::vector<Group> groups; // by place, VLAN, device; only those that are asked for anything

    bool operator==(const ReachNetwork& other) const;
    // O(network + routes x gateways).
    static ReachNetwork compute(FactInput& input);
};

// Of these rows, whose points and links the model has.
ReachNetwork reach_network(FactInput& input, const FailureModel& model, const NetworkRows& rows);

// What is reached in one state of the frames' links.
class ReachState {
  public:
    explicit ReachState(const ReachNetwork& network); // must outlive it
    // Which targets each table comes to. `stands`: whether the need of an end does.
    void settle(const Pieces& pieces, const std::function<bool(NeedIndex)>& stands);
    const TargetSet& of_table(std::uint32_t table) const { return reached_[table]; }
    // Of the same pieces: from a place. Valid until asked again.
    const TargetSet& from(NetNode place, const Pieces& pieces, const std::function<bool(NeedIndex)>& stands);

  private:
    const ReachNetwork& net_;
    std::vector<TargetSet> reached_;                       // by table
    std::vector<std::uint32_t> first_gateway_, first_end_; // by segment
    TargetSet out_;
};

} // namespace riser
