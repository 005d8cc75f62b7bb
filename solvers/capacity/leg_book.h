// SPDX-License-Identifier: GPL-3.0-or-later
// All plans of a whole network put together: how much goes from place to place, whoever sends it, over which links, and
// who sends it. A failure asks each such leg once, not each sender. Bits a second; any thread once it is made.
#pragma once

#include "solvers/capacity/load_model.h"

#include <span>

namespace riser {

// Lists by number, end to end.
template<class Value> class ListOfLists {
  public:
    ListOfLists() = default;
    // Of (number, value), numbers below `count`; each list in the order given.
    ListOfLists(std::size_t count, const std::vector<std::pair<std::uint32_t, Value>>& entries)
        : begin_(count + 1, 0), values_(entries.size()) {
        for (const auto& [number, value] : entries)
            ++begin_[number + 1];
        for (std::size_t i = 0; i < count; ++i)
            begin_[i + 1] += begin_[i];
        std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
        for (const auto& [number, value] : entries)
            values_[next[number]++] = value;
    }
    std::span<const Value> operator[](std::size_t number) const {
        return std::span(values_).subspan(begin_[number], begin_[number + 1] - begin_[number]);
    }
    std::size_t size() const { return begin_.size() - 1; }

  private:
    std::vector<std::size_t> begin_{0};
    std::vector<Value> values_;
};

class LegBook {
  public:
    // The model must outlive this. O(plans + their legs).
    explicit LegBook(const LoadModel& model);

    struct Leg {
        NetIndex segment = no_index, from = no_index, to = no_index;
        double amount = 0;
        double people = 0; // the part that grows with people
    };
    using Share = std::pair<std::uint32_t, double>; // flow number, or leg

    // By segment, from, to.
    const std::vector<Leg>& legs() const { return legs_; }
    std::pair<std::uint32_t, std::uint32_t> legs_in(NetIndex segment) const {
        return {first_in_[segment], first_in_[segment + 1]};
    }
    std::uint32_t leg(NetIndex from, NetIndex to) const; // `nothing`: nobody sends so. O(log legs)
    // What one bit a second over it puts on flow numbers, while all stands.
    std::span<const Share> walk_of(std::uint32_t leg) const { return walks_[leg]; }
    // Demands are the flows of all profiles, end to end; from `demands` on, profiles: over their hands.
    std::span<const std::uint32_t> users_of(std::uint32_t leg) const { return users_[leg]; }

    std::size_t demands() const { return profile_of_.size(); }
    std::uint32_t profile_of(std::uint32_t demand) const { return profile_of_[demand]; }
    std::uint32_t first_demand(std::size_t profile) const { return first_demand_[profile]; }
    std::span<const Share> legs_of(std::uint32_t demand) const { return legs_of_[demand]; } // beyond hands
    const FlowPlan& flow(std::uint32_t demand) const {
        const std::uint32_t profile = profile_of_[demand];
        return plans_[profile].flows[demand - first_demand_[profile]];
    }
    const ProfilePlan& plan(std::size_t profile) const { return plans_[profile]; }
    // Of all flows of a profile together.
    const std::vector<std::pair<PlanHand, double>>& hands_of(std::size_t profile) const { return hands_[profile]; }
    bool grows_with_people(std::size_t profile) const;

    std::span<const std::uint32_t> demands_at(std::uint32_t plug) const { return demands_at_[plug]; }
    std::span<const std::uint32_t> profiles_at(NetIndex segment) const { return profiles_at_[segment]; }
    std::vector<std::uint32_t> profiles_of(EquipmentId device) const;
    const std::vector<std::uint32_t>& unfinished() const { return unfinished_; } // demands that are not carried whole

    const PacketWays& ways() const { return ways_; }
    const std::vector<double>& normal() const { return normal_; } // by flow number
    const std::vector<double>& people() const { return people_; }
    double asked() const { return asked_; }
    double carried() const { return carried_; }

  private:
    void make_plans();
    void add_legs();
    void add_walks();
    void index_dependents();

    const LoadModel& model_;
    PacketWays ways_;
    std::vector<ProfilePlan> plans_;
    std::vector<std::vector<std::pair<PlanHand, double>>> hands_;
    std::vector<std::uint32_t> profile_of_, first_demand_, unfinished_;
    std::vector<Leg> legs_;
    std::vector<std::uint32_t> first_in_; // by segment, and one more
    ListOfLists<Share> walks_, legs_of_;
    ListOfLists<std::uint32_t> users_, demands_at_, profiles_at_;
    std::vector<std::pair<EquipmentId, std::uint32_t>> profiles_of_; // ascending
    std::vector<double> normal_, people_;
    double asked_ = 0, carried_ = 0;
};

} // namespace riser
