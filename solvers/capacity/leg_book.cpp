// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/leg_book.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

std::tuple<NetIndex, NetIndex, NetIndex> key(const LegBook::Leg& leg) { return {leg.segment, leg.from, leg.to}; }

} // namespace

LegBook::LegBook(const LoadModel& model) : model_(model) {
    make_plans();
    add_legs();
    add_walks();
    index_dependents();
}

bool LegBook::grows_with_people(std::size_t profile) const {
    return model_.demands().profiles[profile].users != DemandUsers::things;
}

void LegBook::make_plans() {
    for (const DemandProfile& profile : model_.demands().profiles) {
        const auto number = static_cast<std::uint32_t>(plans_.size());
        first_demand_.push_back(static_cast<std::uint32_t>(profile_of_.size()));
        plans_.push_back(model_.plan_of(profile, model_.whole(), ways_));
        std::map<PlanHand, double> hands;
        for (const FlowPlan& flow : plans_.back().flows) {
            if (!flow.is_whole())
                unfinished_.push_back(static_cast<std::uint32_t>(profile_of_.size()));
            profile_of_.push_back(number);
            asked_ += flow.asked;
            carried_ += flow.carried;
            for (const auto& [hand, amount] : flow.hands)
                hands[hand] += amount;
        }
        hands_.emplace_back(hands.begin(), hands.end());
    }
}

void LegBook::add_legs() {
    const std::vector<NetPlace>& places = model_.net().places;
    struct Use {
        Leg leg;
        std::uint32_t user = 0;
    };
    std::vector<Use> uses;
    const auto use = [&](NetIndex from, NetIndex to, double amount, std::uint32_t profile, std::uint32_t user) {
        uses.push_back({{places[from].segment, from, to, amount, grows_with_people(profile) ? amount : 0.0}, user});
    };
    for (std::uint32_t p = 0; p < plans_.size(); ++p) {
        for (std::uint32_t f = 0; f < plans_[p].flows.size(); ++f)
            for (const FlowPlan::Leg& leg : plans_[p].flows[f].legs)
                use(leg.from, leg.to, leg.amount, p, first_demand_[p] + f);
        for (const auto& [hand, amount] : hands_[p]) {
            const PlanGroup& group = plans_[p].groups[hand.group];
            for (const PlanGroup::Source& source : group.sources)
                use(hand.back ? hand.place : source.place, hand.back ? source.place : hand.place,
                    amount * source.users / group.users, p, static_cast<std::uint32_t>(demands()) + p);
        }
    }
    std::stable_sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) { return key(a.leg) < key(b.leg); });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> users;
    std::vector<std::pair<std::uint32_t, Share>> legs_of;
    for (const Use& one : uses) {
        if (legs_.empty() || key(legs_.back()) != key(one.leg))
            legs_.push_back({one.leg.segment, one.leg.from, one.leg.to, 0, 0});
        const auto number = static_cast<std::uint32_t>(legs_.size() - 1);
        legs_.back().amount += one.leg.amount;
        legs_.back().people += one.leg.people;
        if (users.empty() || users.back() != std::pair(number, one.user))
            users.emplace_back(number, one.user);
        if (one.user < demands())
            legs_of.emplace_back(one.user, Share{number, one.leg.amount});
    }
    users_ = {legs_.size(), users};
    legs_of_ = {demands(), legs_of};
    first_in_.assign(model_.net().segments.size() + 1, static_cast<std::uint32_t>(legs_.size()));
    for (auto leg = static_cast<std::uint32_t>(legs_.size()); leg-- > 0;)
        first_in_[legs_[leg].segment] = leg;
    for (std::size_t s = first_in_.size() - 1; s-- > 0;)
        first_in_[s] = std::min(first_in_[s], first_in_[s + 1]);
}

void LegBook::add_walks() {
    const LoadIndex& index = model_.index();
    normal_.assign(index.size(), 0);
    people_.assign(index.size(), 0);
    std::vector<std::pair<std::uint32_t, Share>> walks;
    FlowAmounts way;
    for (std::uint32_t l = 0; l < legs_.size(); ++l) {
        way.clear();
        model_.walk(model_.whole().ways, legs_[l].from, legs_[l].to, 1, way);
        for (const Share& share : way) {
            walks.emplace_back(l, share);
            normal_[share.first] += share.second * legs_[l].amount;
            people_[share.first] += share.second * legs_[l].people;
        }
    }
    walks_ = {legs_.size(), walks};
    for (std::size_t p = 0; p < plans_.size(); ++p) {
        FlowAmounts own;
        for (const FlowPlan& flow : plans_[p].flows)
            for (const auto& [number, amount] : flow.plugs)
                model_.add_flow(number, amount, own);
        for (const auto& [hand, amount] : hands_[p])
            if (const PlanGroup& group = plans_[p].groups[hand.group]; !hand.back)
                for (const PlanGroup::Source& source : group.sources)
                    model_.add_flow(index.points(model_.net().places[source.place].box),
                                    amount * source.users / group.users, own);
        for (const auto& [number, amount] : own) {
            normal_[number] += amount;
            if (grows_with_people(p))
                people_[number] += amount;
        }
    }
}

void LegBook::index_dependents() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> at_plug, at_segment;
    for (std::uint32_t p = 0; p < plans_.size(); ++p) {
        std::vector<NetIndex> segments = plans_[p].segments;
        const DemandProfile& profile = model_.demands().profiles[p];
        for (std::uint32_t f = 0; f < profile.flows.size(); ++f) {
            for (const LoadModel::ServiceEnd& end : model_.ends_of(profile.flows[f].target))
                at_plug.emplace_back(end.plug, first_demand_[p] + f);
            segments.insert(segments.end(), plans_[p].flows[f].segments.begin(), plans_[p].flows[f].segments.end());
        }
        std::sort(segments.begin(), segments.end());
        segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
        for (const NetIndex segment : segments)
            at_segment.emplace_back(segment, p);
        for (const DemandSource& source : profile.sources)
            profiles_of_.emplace_back(source.device, p);
    }
    demands_at_ = {model_.map().plugs.size(), at_plug};
    profiles_at_ = {model_.net().segments.size(), at_segment};
    std::sort(profiles_of_.begin(), profiles_of_.end());
    profiles_of_.erase(std::unique(profiles_of_.begin(), profiles_of_.end()), profiles_of_.end());
}

std::uint32_t LegBook::leg(NetIndex from, NetIndex to) const {
    const auto [first, last] = legs_in(model_.net().places[from].segment);
    const auto at = std::lower_bound(
        legs_.begin() + first, legs_.begin() + last, std::pair(from, to),
        [](const Leg& leg, const std::pair<NetIndex, NetIndex>& ends) { return std::pair(leg.from, leg.to) < ends; });
    return at != legs_.begin() + last && at->from == from && at->to == to
               ? static_cast<std::uint32_t>(at - legs_.begin())
               : nothing;
}

std::vector<std::uint32_t> LegBook::profiles_of(EquipmentId device) const {
    std::vector<std::uint32_t> out;
    for (auto at = std::lower_bound(profiles_of_.begin(), profiles_of_.end(), std::pair(device, std::uint32_t{0}));
         at != profiles_of_.end() && at->first == device; ++at)
        out.push_back(at->second);
    return out;
}

} // namespace riser
