// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of one profile: from its points to whoever routes for them, over tables to hosts and ways out, and what
// comes back from these.
#include "solvers/capacity/load_model.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

using End = LoadModel::ServiceEnd;

void settle(std::vector<NetIndex>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

class FlowWays {
  public:
    FlowWays(const LoadModel& model, const DemandProfile& profile, const std::vector<PlanGroup>& groups,
             const LoadState& state, PacketWays& ways)
        : model_(model), profile_(profile), groups_(groups), state_(state), ways_(ways) {
        const std::vector<IpPrefix>& prefixes = model.prefixes_of(profile.vlan);
        if (!prefixes.empty())
            own_ = prefixes.front().address;
    }

    FlowPlan of(const DemandFlow& flow) {
        for (const DemandSource& source : profile_.sources)
            out_.asked += source.users * (flow.out + flow.back);
        carry(flow);
        for (const auto& [ends, amount] : legs_)
            out_.legs.push_back({ends.first, ends.second, amount});
        out_.hands.assign(hands_.begin(), hands_.end());
        settle(out_.segments);
        return std::move(out_);
    }

  private:
    void load(std::size_t flow, double amount) { out_.plugs.emplace_back(static_cast<std::uint32_t>(flow), amount); }
    void depend_on(NetIndex place) { out_.segments.push_back(model_.net().places[place].segment); }
    NetIndex leaves(NetIndex gateway, NetIndex to) const { return leaves_at(state_.routers, state_.ways, gateway, to); }
    NetIndex place_of(std::uint32_t group) const { return groups_[group].sources.front().place; }

    // The ends that live: hosts evenly, of each its ports evenly.
    std::vector<std::pair<const End*, double>> living(const std::vector<End>& ends) {
        std::map<EquipmentId, std::vector<const End*>> by_host;
        for (const End& end : ends) {
            depend_on(end.place);
            if (!state_.ways.is_lost_plug(end.plug) && state_.ways.stands(end.place))
                by_host[end.host].push_back(&end);
        }
        std::vector<std::pair<const End*, double>> out;
        for (const auto& [host, list] : by_host)
            for (const End* end : list)
                out.emplace_back(end, 1.0 / static_cast<double>(by_host.size() * list.size()));
        return out;
    }

    bool is_near(VlanId vlan, const std::optional<IpAddress>& to) const {
        const std::vector<IpPrefix>& in = model_.prefixes_of(vlan);
        return to && std::any_of(in.begin(), in.end(), [&](const IpPrefix& prefix) { return contains(prefix, *to); });
    }

    const PacketWay& way(NetIndex gateway, const std::optional<IpAddress>& to) {
        const PacketWay& found = ways_.of(state_.routers, state_.ways, gateway, to);
        out_.segments.insert(out_.segments.end(), found.segments.begin(), found.segments.end());
        return found;
    }

    // From place to place; false: there is no way.
    bool leg(NetIndex from, NetIndex to, double amount) {
        if (from == no_index || to == no_index || !state_.ways.joined(from, to))
            return false;
        legs_[{from, to}] += amount;
        return true;
    }

    void carry(const DemandFlow& flow) {
        const std::optional<IpAddress> to = model_.address_of(flow.target);
        const std::vector<End>& ends = model_.ends_of(flow.target);
        const auto alive = living(ends);
        for (std::uint32_t g = 0; g < groups_.size(); ++g) {
            const PlanGroup& group = groups_[g];
            std::map<const End*, double> arrived; // share of the group's requests
            if (is_near(profile_.vlan, to)) {
                for (const auto& [end, share] : alive)
                    if (state_.ways.joined(place_of(g), end->place)) {
                        hands_[{g, end->place, false}] += group.users * flow.out * share;
                        arrived[end] += share;
                    }
            } else {
                ask(g, flow.out, to, ends, alive, arrived);
            }
            for (const auto& [end, share] : arrived) {
                load(model_.index().to_station(end->plug), group.users * flow.out * share);
                out_.carried += group.users * flow.out * share;
                answer(g, *end, group.users * flow.back * share);
            }
        }
    }

    void ask(std::uint32_t g, double each, const std::optional<IpAddress>& to, const std::vector<End>& ends,
             const std::vector<std::pair<const End*, double>>& alive, std::map<const End*, double>& arrived) {
        const PlanGroup& group = groups_[g];
        for (const NetIndex gateway : group.gateways) {
            const double part = 1.0 / static_cast<double>(group.gateways.size());
            const double amount = group.users * each * part;
            hands_[{g, leaves(gateway, place_of(g)), false}] += amount;
            const PacketWay& on = way(gateway, to);
            pass(on, amount);
            for (const PacketWay::End& hand : on.ends)
                for (const auto& [end, share] : alive)
                    if (to && leg(leaves(hand.gateway, end->place), end->place, amount * hand.share * share))
                        arrived[end] += part * hand.share * share;
            if (to)
                continue;
            for (const PacketWay::Exit& exit : on.exits)
                for (const End& end : ends)
                    if (model_.map().plugs[end.plug].station == model_.net().stations[exit.station].id &&
                        leg(exit.from, end.place, amount * exit.share))
                        arrived[&end] += part * exit.share;
        }
    }
    void pass(const PacketWay& on, double amount) {
        for (const PacketWay::Leg& step : on.legs)
            leg(step.from, step.to, amount * step.share);
    }

    // What the group gets back from an end to which its requests came.
    void answer(std::uint32_t g, const End& end, double amount) {
        if (amount <= 0)
            return;
        load(model_.index().from_station(end.plug), amount);
        if (end.vlan == profile_.vlan || is_near(end.vlan, own_)) {
            if (state_.ways.joined(end.place, place_of(g))) {
                hands_[{g, end.place, true}] += amount;
                out_.carried += amount;
            }
            return;
        }
        const std::vector<NetIndex> gateways = gateways_of(state_.routers, state_.ways, end.place, end.vlan);
        for (const NetIndex gateway : gateways) {
            const double part = amount / static_cast<double>(gateways.size());
            leg(end.place, leaves(gateway, end.place), part);
            if (!own_)
                continue;
            const PacketWay& on = way(gateway, own_);
            pass(on, part);
            for (const PacketWay::End& hand : on.ends)
                if (const NetIndex at = leaves(hand.gateway, place_of(g)); at != no_index) {
                    hands_[{g, at, true}] += part * hand.share;
                    out_.carried += part * hand.share;
                }
        }
    }

    const LoadModel& model_;
    const DemandProfile& profile_;
    const std::vector<PlanGroup>& groups_;
    const LoadState& state_;
    PacketWays& ways_;
    std::optional<IpAddress> own_; // in the profile's VLAN
    std::map<std::pair<NetIndex, NetIndex>, double> legs_;
    std::map<PlanHand, double> hands_;
    FlowPlan out_;
};

} // namespace

// Points of a device of which none is joined to anything send nothing.
ProfilePlan LoadModel::groups_of(const DemandProfile& profile, const LoadState& state) const {
    ProfilePlan out;
    for (const DemandSource& source : profile.sources) {
        const NetIndex place = place_of(source.device, profile.vlan);
        if (place == no_index)
            continue;
        out.segments.push_back(net_.places[place].segment);
        if (source.users <= 0 || !state.ways.stands(place) || !has_points(source.device, state.ways))
            continue;
        auto group = std::find_if(out.groups.begin(), out.groups.end(), [&](const PlanGroup& one) {
            return one.sources.front().place == place || state.ways.joined(one.sources.front().place, place);
        });
        if (group == out.groups.end())
            group = out.groups.emplace(out.groups.end());
        group->sources.push_back({source.device, place, source.users});
        group->users += source.users;
    }
    for (PlanGroup& group : out.groups)
        group.gateways = gateways_of(state.routers, state.ways, group.sources.front().place, profile.vlan);
    settle(out.segments);
    return out;
}

FlowPlan LoadModel::plan_of(const DemandProfile& profile, const DemandFlow& flow, const std::vector<PlanGroup>& groups,
                            const LoadState& state, PacketWays& ways) const {
    return FlowWays(*this, profile, groups, state, ways).of(flow);
}

ProfilePlan LoadModel::plan_of(const DemandProfile& profile, const LoadState& state, PacketWays& ways) const {
    ProfilePlan out = groups_of(profile, state);
    for (const DemandFlow& flow : profile.flows)
        out.flows.push_back(plan_of(profile, flow, out.groups, state, ways));
    return out;
}

} // namespace riser
