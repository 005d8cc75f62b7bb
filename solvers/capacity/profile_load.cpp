// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan puts on links and devices: each leg walked, hands from each source by its users.
#include "solvers/capacity/load_model.h"

#include <map>

namespace riser {

void LoadModel::walk(const TreeWays& ways, NetIndex from, NetIndex to, double amount, FlowAmounts& out) const {
    struct Sink {
        const LoadModel& model;
        FlowAmounts& out;
    } sink{*this, out};
    ways.walk(from, to, amount, &sink, [](void* into, std::uint32_t arc, double part) {
        const auto& [model, flows] = *static_cast<Sink*>(into);
        model.add_flow(arc, part, flows);
    });
}

void LoadModel::add_flow(std::size_t flow, double amount, FlowAmounts& out) const {
    out.emplace_back(static_cast<std::uint32_t>(flow), amount);
    for (const std::uint32_t sum : sums_of(flow))
        out.emplace_back(sum, amount);
}

ProfileLoad LoadModel::load_of(const DemandProfile& profile, const LoadState& state) const {
    PacketWays ways;
    return load_of(plan_of(profile, state, ways), state);
}

ProfileLoad LoadModel::load_of(const ProfilePlan& plan, const LoadState& state) const {
    ProfileLoad out;
    std::map<std::pair<NetIndex, NetIndex>, double> legs;
    std::map<PlanHand, double> hands;
    for (const FlowPlan& flow : plan.flows) {
        out.asked += flow.asked;
        out.carried += flow.carried;
        for (const FlowPlan::Leg& leg : flow.legs)
            legs[{leg.from, leg.to}] += leg.amount;
        for (const auto& [hand, amount] : flow.hands)
            hands[hand] += amount;
        for (const auto& [number, amount] : flow.plugs)
            add_flow(number, amount, out.flows);
    }
    for (const auto& [ends, amount] : legs)
        walk(state.ways, ends.first, ends.second, amount, out.flows);
    for (const auto& [hand, amount] : hands) {
        const PlanGroup& group = plan.groups[hand.group];
        for (const PlanGroup::Source& source : group.sources) {
            const double mine = amount * source.users / group.users;
            if (hand.back) {
                walk(state.ways, hand.place, source.place, mine, out.flows);
            } else {
                walk(state.ways, source.place, hand.place, mine, out.flows);
                add_flow(index_.points(net_.places[source.place].box), mine, out.flows);
            }
        }
    }
    return out;
}

} // namespace riser
