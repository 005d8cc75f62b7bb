// SPDX-License-Identifier: GPL-3.0-or-later
// How the spaces of a network hang together by its backbone fibre, and the making of one fibre link: over a pair of
// cores between two spaces with a cord at either end, or by one cord within a space.
#pragma once

#include "solvers/planning/equipment/works.h"

namespace riser {

// Each space's parent is where most of its fibre comes from (the `a` ends of the cables whose `b` ends it holds).
class UplinkTree {
  public:
    UplinkTree(const EquipmentWorks& works, const PlaneKey& plane);
    std::optional<SpaceId> parent(SpaceId space) const;
    bool gathers(SpaceId space) const { return has_children_.contains(space); }
    // Spaces below others before those; in the order of the needs.
    const std::vector<SpaceId>& from_below() const { return from_below_; }
    std::size_t size() const { return from_below_.size(); }

  private:
    std::map<SpaceId, SpaceId> parent_;
    std::set<SpaceId> has_children_;
    std::vector<SpaceId> from_below_;
};

struct LagPair {
    std::optional<LagId> lower;
    std::optional<LagId> upper;
};

// How a cord between two devices of a space is made.
struct JoinOptions {
    BitRate rate = {};               // of both ports, at least
    PortMode mode = PortMode::trunk; // of both
    LagPair lag = {};
};

class FibreRun {
  public:
    explicit FibreRun(EquipmentWorks& works) : works_(works) {}

    enum Order { slowest_first, fastest_first };
    // A cord between two devices of a space. 1 when it was made.
    int direct(const PlaneWorks& here, const std::string& key, std::size_t lower, std::size_t upper, Order order,
               const LagPair& lag = {});
    // The same on the slowest ports that have the rate, of one rate where they can be.
    int join(const PlaneWorks& here, const std::string& key, std::size_t lower, std::size_t upper,
             const JoinOptions& options);
    // The n-th link (from 0) of a device in `from` to one in `to`: by the n-th cable between them, round and round. 1
    // when it was made, 0 when no port or no pair of cores is free.
    int link(const PlaneWorks& from, const PlaneWorks& to, const std::string& key, std::int32_t n, std::size_t lower,
             std::size_t upper, const LagPair& lag);

  private:
    struct Pair { // of cores, at both ends
        CordEnd upper;
        CordEnd lower;
    };
    std::vector<CableId> cables_between(const PlaneWorks& from, SpaceId to) const;
    std::optional<CordEnd> position_of(CableId cable, CableEnd end, std::int32_t core) const;
    std::optional<Pair> free_pair(const std::vector<CableId>& cables, std::size_t first, const std::string& key);
    PortDraft* port_for(std::size_t device, const std::string& key, CableEnd end, Order order, BitRate rate);
    static void use(PortDraft& port, const std::optional<LagId>& lag, PortMode mode = PortMode::trunk);
    int cord(const PlaneWorks& here, const std::string& key, std::size_t lower, PortDraft* a, PortDraft* b,
             const JoinOptions& options);
    const CableType* cord_type();

    EquipmentWorks& works_;
    std::map<CableId, std::vector<Termination>> ends_; // of backbone cables, once asked
    bool noted_ = false;
    std::set<std::pair<CableId, std::int32_t>> used_; // cores
};

} // namespace riser
