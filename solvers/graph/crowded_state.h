// SPDX-License-Identifier: GPL-3.0-or-later
// A routing of many cables as a value, and the moves on it: what lies where, what is too much, who could go elsewhere.
// Room is kept by slot: a compartment of a run, or a whole run. Demands of one router and size share their searches.
#pragma once

#include "solvers/graph/crowded_routing.h"

#include <map>
#include <set>

namespace riser {

struct Assignment {
    std::vector<Routed> routes;     // one a demand
    std::vector<std::int64_t> load; // by slot
    std::int64_t length = 0;        // of the ways
    std::int64_t excess = 0;        // above the rooms, over all slots
    std::int64_t charged = 0;       // length and prices, as assigned; not kept by moves

    std::int64_t total() const { return length; }
    bool fits() const { return excess == 0; }
    bool is_better_than(const Assignment& other) const {
        return excess != other.excess ? excess < other.excess : length < other.length;
    }
};

class Crowd {
  public:
    Crowd(std::span<const RouteDemand> demands, const RunRooms& rooms);

    std::size_t slots() const { return room_.size(); }
    std::int64_t room(std::size_t slot) const { return room_[slot]; }
    bool is_limited(std::size_t slot) const { return room_[slot] != RunRooms::unlimited; }
    RunIndex run_of(std::size_t slot) const { return run_of_[slot]; }
    std::int64_t sum(std::span<const std::uint32_t> demands) const;

    // Each its cheapest way where a unit of room costs so much by slot; empty: its shortest.
    Assignment assign(std::span<const double> prices) const;
    // Moves cables off slots that are too full, those with the least detour for their size first, onto runs with room.
    void repair(Assignment& ways, const Run& run) const;
    // Moves cables to shorter ways that have room.
    void shorten(Assignment& ways, const Run& run) const;
    // The same with one demand on its shortest way without the runs; nothing when it has none then.
    std::optional<Assignment> rerouted(const Assignment& ways, std::uint32_t demand,
                                       std::span<const RunIndex> without) const;

    // Most above its room, those `without` aside; nothing: all others fit.
    std::optional<std::size_t> fullest(const Assignment& ways, const std::set<std::size_t>& without = {}) const;
    std::vector<std::uint32_t> users(const Assignment& ways, std::size_t slot) const;
    std::vector<RunIndex> above(const Assignment& ways) const;

  private:
    struct Group { // of demands
        const Router* router = nullptr;
        std::int64_t size = 0;
        std::vector<std::uint32_t> members;
    };
    struct Move {
        std::uint32_t demand = 0;
        std::int64_t detour = 0;
        Routed route;
    };
    std::size_t slot_of(const Router& router, RunIndex run) const;
    // Runs open to the group on which one more of it fits, but `without`.
    std::vector<std::uint8_t> with_room(const Group& group, const Assignment& ways,
                                        std::optional<RunIndex> without) const;
    bool has_room(const Assignment& ways, std::uint32_t demand, const Way& now, const Way& then) const;
    void replace(Assignment& ways, std::uint32_t demand, Routed route) const;
    void put(Assignment& ways, std::uint32_t demand, const Way& way, std::int64_t sign) const;
    std::vector<Move> moves_off(const Assignment& ways, std::size_t slot) const;

    std::span<const RouteDemand> demands_;
    std::vector<Group> groups_;
    std::vector<std::size_t> first_slot_; // by run, runs + 1
    std::vector<std::int64_t> room_;      // by slot
    std::vector<RunIndex> run_of_;
};

} // namespace riser
