// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/failure_loads.h"

#include "model/base/result.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

bool meet(const std::vector<NetIndex>& some, const std::vector<NetIndex>& touched) {
    return std::any_of(some.begin(), some.end(),
                       [&](NetIndex segment) { return std::binary_search(touched.begin(), touched.end(), segment); });
}

} // namespace

FailureLoads::FailureLoads(const LoadModel& model, const LegBook& book)
    : model_(model),
      book_(book),
      state_(model.whole()),
      ways_(&book.ways()),
      marks_(model.demands().profiles.size(), Mark::none),
      is_marked_(book.demands(), false),
      leg_more_(book.legs().size(), 0),
      leg_people_(book.legs().size(), 0),
      more_(model.index().size(), 0),
      more_people_(model.index().size(), 0) {}

void FailureLoads::clear() {
    for (const std::uint32_t flow : changed_)
        more_[flow] = more_people_[flow] = 0;
    for (const std::uint32_t profile : marked_profiles_)
        marks_[profile] = Mark::none;
    for (const std::uint32_t demand : marked_demands_)
        is_marked_[demand] = false;
    changed_.clear();
    marked_profiles_.clear();
    marked_demands_.clear();
    new_legs_.clear();
    ways_.clear();
    carried_ = 0;
}

void FailureLoads::reckon(const LostLinks& lost) {
    clear();
    state_.ways.fail(lost);
    if (!state_.ways.touched().empty()) {
        state_.routers = model_.whole().routers.in(state_.ways);
        mark();
        for (const std::uint32_t plug : lost.plugs)
            for (const std::uint32_t demand : book_.demands_at(plug))
                mark_demand(demand);
        std::sort(marked_profiles_.begin(), marked_profiles_.end());
        std::sort(marked_demands_.begin(), marked_demands_.end());
        for (const std::uint32_t profile : marked_profiles_) {
            if (marks_[profile] == Mark::demands)
                plan_demands(profile);
            else if (marks_[profile] == Mark::all || !points_are_less(profile))
                plan_all(profile);
        }
        settle_legs();
    }
    state_.ways.mend();
}

void FailureLoads::mark_profile(std::uint32_t profile, Mark mark) {
    if (marks_[profile] == Mark::none)
        marked_profiles_.push_back(profile);
    marks_[profile] = std::max(marks_[profile], mark);
}

void FailureLoads::mark_demand(std::uint32_t demand) {
    if (is_marked_[demand])
        return;
    is_marked_[demand] = true;
    marked_demands_.push_back(demand);
    mark_profile(book_.profile_of(demand), Mark::demands);
}

void FailureLoads::mark() {
    const TreeWays& ways = state_.ways;
    for (const NetIndex segment : ways.touched())
        for (auto [leg, last] = book_.legs_in(segment); leg < last; ++leg)
            if (!ways.joined(book_.legs()[leg].from, book_.legs()[leg].to))
                mark_users(leg);
    for (const EquipmentId device : ways.silenced())
        for (const std::uint32_t profile : book_.profiles_of(device))
            mark_profile(profile, Mark::points);
    for (const NetIndex segment : ways.grown())
        for (const std::uint32_t profile : book_.profiles_at(segment))
            mark_profile(profile, Mark::all);
    mark_unfinished();
}

void FailureLoads::mark_users(std::uint32_t leg) {
    const auto demands = static_cast<std::uint32_t>(book_.demands());
    for (const std::uint32_t user : book_.users_of(leg)) {
        if (user < demands)
            mark_demand(user);
        else
            mark_profile(user - demands, Mark::points);
    }
}

// What is not carried may be carried otherwise.
void FailureLoads::mark_unfinished() {
    const bool same = state_.routers.same_gateways(model_.whole().routers);
    const std::vector<NetIndex>& touched = state_.ways.touched();
    for (const std::uint32_t demand : book_.unfinished())
        if (!same || meet(book_.flow(demand).segments, touched) ||
            meet(book_.plan(book_.profile_of(demand)).segments, touched))
            mark_demand(demand);
}

// Its points hang together as before, and hand to the same gateways.
void FailureLoads::plan_demands(std::uint32_t profile) {
    ++profiles_changed_;
    const bool people = book_.grows_with_people(profile);
    const ProfilePlan& plan = book_.plan(profile);
    const std::uint32_t first = book_.first_demand(profile);
    std::map<PlanHand, double> hands;
    for (auto at = std::lower_bound(marked_demands_.begin(), marked_demands_.end(), first);
         at != marked_demands_.end() && *at < first + plan.flows.size(); ++at) {
        const FlowPlan& before = plan.flows[*at - first];
        const FlowPlan now =
            model_.plan_of(model_.demands().profiles[profile], model_.demands().profiles[profile].flows[*at - first],
                           plan.groups, state_, ways_);
        carried_ += now.carried - before.carried;
        for (const auto& [leg, amount] : book_.legs_of(*at))
            add_share(leg, -amount, people);
        for (const FlowPlan::Leg& leg : now.legs)
            add_leg(leg.from, leg.to, leg.amount, people);
        for (const auto& [flow, amount] : before.plugs)
            add_flow(flow, -amount, people);
        for (const auto& [flow, amount] : now.plugs)
            add_flow(flow, amount, people);
        for (const auto& [hand, amount] : before.hands)
            hands[hand] -= amount;
        for (const auto& [hand, amount] : now.hands)
            hands[hand] += amount;
    }
    for (const auto& [hand, amount] : hands)
        if (amount != 0)
            for (const PlanGroup::Source& source : plan.groups[hand.group].sources)
                add_hand(plan.groups[hand.group], source, hand, amount, people);
}

// Points are cut off, the others still hang together, and all beyond stands: each that is left sends as before, and
// beyond there is less. False, and nothing added: it is not so, or not sure.
bool FailureLoads::points_are_less(std::uint32_t profile) {
    const ProfilePlan& plan = book_.plan(profile);
    const std::uint32_t first = book_.first_demand(profile);
    for (std::uint32_t f = 0; f < plan.flows.size(); ++f)
        if (is_marked_[first + f] || !plan.flows[f].is_whole())
            return false;
    if (plan.groups.size() != 1)
        return false;
    const TreeWays& ways = state_.ways;
    const PlanGroup& group = plan.groups.front();
    const auto is_left = [&](const PlanGroup::Source& source) {
        return ways.stands(source.place) && model_.has_points(source.device, ways);
    };
    NetIndex any = no_index;
    double users = 0;
    for (const PlanGroup::Source& source : group.sources)
        if (is_left(source)) {
            if (any == no_index)
                any = source.place;
            if (!ways.joined(any, source.place))
                return false;
            users += source.users;
        }
    const std::vector<std::pair<PlanHand, double>>& hands = book_.hands_of(profile);
    if (any == no_index ||
        !std::all_of(hands.begin(), hands.end(), [&](const auto& one) { return ways.joined(any, one.first.place); }))
        return false;
    ++profiles_changed_;
    const bool people = book_.grows_with_people(profile);
    const double less = users / group.users - 1;
    for (std::uint32_t f = 0; f < plan.flows.size(); ++f) {
        carried_ += plan.flows[f].carried * less;
        for (const auto& [leg, amount] : book_.legs_of(first + f))
            add_share(leg, amount * less, people);
        for (const auto& [flow, amount] : plan.flows[f].plugs)
            add_flow(flow, amount * less, people);
    }
    for (const PlanGroup::Source& source : group.sources)
        if (!is_left(source))
            for (const auto& [hand, amount] : hands)
                add_hand(group, source, hand, -amount, people);
    return true;
}

void FailureLoads::plan_all(std::uint32_t profile) {
    ++profiles_again_;
    const bool people = book_.grows_with_people(profile);
    const ProfilePlan& before = book_.plan(profile);
    const std::uint32_t first = book_.first_demand(profile);
    for (std::uint32_t f = 0; f < before.flows.size(); ++f) {
        carried_ -= before.flows[f].carried;
        for (const auto& [leg, amount] : book_.legs_of(first + f))
            add_share(leg, -amount, people);
        for (const auto& [flow, amount] : before.flows[f].plugs)
            add_flow(flow, -amount, people);
    }
    for (const auto& [hand, amount] : book_.hands_of(profile))
        for (const PlanGroup::Source& source : before.groups[hand.group].sources)
            add_hand(before.groups[hand.group], source, hand, -amount, people);
    add_plan(model_.plan_of(model_.demands().profiles[profile], state_, ways_), people);
}

void FailureLoads::add_plan(const ProfilePlan& plan, bool people) {
    for (const FlowPlan& flow : plan.flows) {
        carried_ += flow.carried;
        for (const FlowPlan::Leg& leg : flow.legs)
            add_leg(leg.from, leg.to, leg.amount, people);
        for (const auto& [number, amount] : flow.plugs)
            add_flow(number, amount, people);
        for (const auto& [hand, amount] : flow.hands)
            for (const PlanGroup::Source& source : plan.groups[hand.group].sources)
                add_hand(plan.groups[hand.group], source, hand, amount, people);
    }
}

void FailureLoads::add_hand(const PlanGroup& group, const PlanGroup::Source& source, const PlanHand& hand,
                            double amount, bool people) {
    const double mine = amount * source.users / group.users;
    if (hand.back) {
        add_leg(hand.place, source.place, mine, people);
        return;
    }
    add_leg(source.place, hand.place, mine, people);
    add_flow(model_.index().points(model_.net().places[source.place].box), mine, people);
}

void FailureLoads::add_leg(NetIndex from, NetIndex to, double amount, bool people) {
    if (const std::uint32_t leg = book_.leg(from, to); leg != nothing)
        add_share(leg, amount, people);
    else
        new_legs_.push_back({from, to, amount, people});
}

void FailureLoads::add_share(std::uint32_t leg, double amount, bool people) {
    if (leg_more_[leg] == 0 && leg_people_[leg] == 0)
        changed_legs_.push_back(leg);
    leg_more_[leg] += amount;
    if (people)
        leg_people_[leg] += amount;
}

void FailureLoads::add_flow(std::size_t flow, double amount, bool people) {
    put(static_cast<std::uint32_t>(flow), amount, people ? amount : 0);
    for (const std::uint32_t sum : model_.sums_of(flow))
        put(sum, amount, people ? amount : 0);
}

void FailureLoads::put(std::uint32_t flow, double amount, double people) {
    if (more_[flow] == 0 && more_people_[flow] == 0)
        changed_.push_back(flow);
    more_[flow] += amount;
    more_people_[flow] += people;
}

void FailureLoads::put_walk(NetIndex from, NetIndex to, double amount, double people) {
    scratch_.clear();
    model_.walk(state_.ways, from, to, 1, scratch_);
    for (const auto& [flow, share] : scratch_)
        put(flow, amount * share, people * share);
}

void FailureLoads::settle_legs() {
    const TreeWays& before = model_.whole().ways;
    const auto put_before = [&](std::uint32_t leg, double amount, double people) {
        for (const auto& [flow, share] : book_.walk_of(leg))
            put(flow, amount * share, people * share);
    };
    for (const NetIndex segment : state_.ways.touched())
        for (auto [l, last] = book_.legs_in(segment); l < last; ++l) {
            const LegBook::Leg& leg = book_.legs()[l];
            const bool joined = state_.ways.joined(leg.from, leg.to);
            if (joined && state_.ways.same_way(before, leg.from, leg.to))
                continue;
            put_before(l, -leg.amount, -leg.people);
            if (joined)
                put_walk(leg.from, leg.to, leg.amount + leg_more_[l], leg.people + leg_people_[l]);
            else
                ensure(std::abs(leg.amount + leg_more_[l]) <= 1e-6 * (1 + leg.amount),
                       "nothing is sent where frames no longer go");
            leg_more_[l] = leg_people_[l] = 0;
        }
    for (const std::uint32_t l : changed_legs_) {
        if (leg_more_[l] != 0 || leg_people_[l] != 0)
            put_before(l, leg_more_[l], leg_people_[l]);
        leg_more_[l] = leg_people_[l] = 0;
    }
    changed_legs_.clear();
    for (const NewLeg& leg : new_legs_)
        put_walk(leg.from, leg.to, leg.amount, leg.people ? leg.amount : 0);
}

} // namespace riser
