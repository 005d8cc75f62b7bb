// SPDX-License-Identifier: GPL-3.0-or-later
// What one loss after another changes in the loads of links and devices: legs that go another way are put there whole,
// and only demands of which a leg is parted, or a host's port lost, are planned again; where points of a profile are
// cut off and nothing else, what it sends beyond becomes less in proportion.
#pragma once

#include "solvers/capacity/leg_book.h"

namespace riser {

// One thread.
class FailureLoads {
  public:
    // Both must outlive this.
    FailureLoads(const LoadModel& model, const LegBook& book);

    // O(what the loss touches + legs there + demands planned again).
    void reckon(const LostLinks& lost);
    // Of the last loss. Flow numbers whose load may differ; one may stand several times.
    const std::vector<std::uint32_t>& changed() const { return changed_; }
    double more(std::uint32_t flow) const { return more_[flow]; } // or less: than normally
    double more_people(std::uint32_t flow) const { return more_people_[flow]; }
    double carried() const { return carried_; } // likewise

    std::size_t profiles_again() const { return profiles_again_; }
    std::size_t profiles_changed() const { return profiles_changed_; } // of which a part only was planned or reckoned

  private:
    // How much of a profile is looked at again.
    enum class Mark : std::uint8_t { none, demands, points, all };
    struct NewLeg {
        NetIndex from, to;
        double amount;
        bool people;
    };

    void clear();
    void mark();
    void mark_profile(std::uint32_t profile, Mark mark);
    void mark_demand(std::uint32_t demand);
    void mark_users(std::uint32_t leg);
    void mark_unfinished();
    void plan_demands(std::uint32_t profile);
    bool points_are_less(std::uint32_t profile);
    void plan_all(std::uint32_t profile);
    void add_plan(const ProfilePlan& plan, bool people);
    void add_hand(const PlanGroup& group, const PlanGroup::Source& source, const PlanHand& hand, double amount,
                  bool people);
    void add_leg(NetIndex from, NetIndex to, double amount, bool people);
    void add_share(std::uint32_t leg, double amount, bool people);
    void add_flow(std::size_t flow, double amount, bool people);
    void put(std::uint32_t flow, double amount, double people);
    void settle_legs();
    void put_walk(NetIndex from, NetIndex to, double amount, double people);

    const LoadModel& model_;
    const LegBook& book_;
    LoadState state_;
    PacketWays ways_;
    std::vector<Mark> marks_;     // by profile
    std::vector<bool> is_marked_; // by demand
    std::vector<std::uint32_t> marked_profiles_, marked_demands_;
    std::vector<double> leg_more_, leg_people_; // by leg
    std::vector<std::uint32_t> changed_legs_;
    std::vector<NewLeg> new_legs_;
    std::vector<double> more_, more_people_; // by flow number
    std::vector<std::uint32_t> changed_;
    FlowAmounts scratch_;
    double carried_ = 0;
    std::size_t profiles_again_ = 0, profiles_changed_ = 0;
};

} // namespace riser
