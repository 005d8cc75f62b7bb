// SPDX-License-Identifier: GPL-3.0-or-later
// The load of one profile: from its points to whoever routes for them, over tables to hosts and ways out, and what
// comes back from these. Points that frames join share their routers, so that they are sent for together.
#include "solvers/capacity/load_model.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

using End = LoadModel::ServiceEnd;

// Sources of the profile that frames join.
struct Group {
    struct Source {
        EquipmentId device;
        NetIndex place = no_index;
        double users = 0;
    };
    std::vector<Source> sources;
    std::vector<NetIndex> gateways; // that route for them
    double users = 0;
    std::map<NetIndex, double> to_gateway;   // bit/s by gateway, from all together
    std::map<NetIndex, double> from_gateway; // likewise, back
    std::map<NetIndex, double> to_place;     // to hosts in the VLAN itself
    std::map<NetIndex, double> from_place;
    NetIndex place() const { return sources.front().place; }
};

class ProfileWays {
  public:
    ProfileWays(const LoadModel& model, const DemandProfile& profile, const LoadState& state,
                std::map<PacketWayKey, PacketWay>* found)
        : model_(model), profile_(profile), state_(state), found_(found) {
        double users = 0;
        for (const DemandSource& source : profile.sources)
            users += source.users;
        for (const DemandFlow& flow : profile.flows)
            out_.asked += users * (flow.out + flow.back);
        find_groups();
        const std::vector<IpPrefix>& prefixes = model.prefixes_of(profile.vlan);
        if (!prefixes.empty())
            own_ = prefixes.front().address;
    }

    ProfileLoad all() {
        for (const DemandFlow& flow : profile_.flows)
            carry(flow);
        std::shared_ptr<ProfileShape> shape = found_ && has_shape() ? make_shape() : nullptr;
        walk();
        if (shape)
            merge(shape->beyond = out_.flows);
        for (const Group& group : groups_)
            spread(group);
        walk();
        if (found_)
            merge(out_.flows);
        out_.shape = std::move(shape);
        std::sort(out_.segments.begin(), out_.segments.end());
        out_.segments.erase(std::unique(out_.segments.begin(), out_.segments.end()), out_.segments.end());
        return std::move(out_);
    }

  private:
    void load(std::size_t flow, double amount) {
        out_.flows.emplace_back(static_cast<std::uint32_t>(flow), amount);
        for (const std::uint32_t sum : model_.sums_of(flow))
            out_.flows.emplace_back(sum, amount);
    }
    void walk() {
        for (const auto& [ends, amount] : legs_)
            state_.ways.walk(ends.first, ends.second, amount, this, [](void* to, std::uint32_t arc, double part) {
                static_cast<ProfileWays*>(to)->load(arc, part);
            });
        legs_.clear();
    }
    static void merge(FlowAmounts& flows) {
        std::stable_sort(flows.begin(), flows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::size_t kept = 0;
        for (std::size_t i = 0; i < flows.size(); ++i)
            if (kept > 0 && flows[kept - 1].first == flows[i].first)
                flows[kept - 1].second += flows[i].second;
            else
                flows[kept++] = flows[i];
        flows.resize(kept);
    }

    // Before its points are spread: legs so far are those beyond its own segment.
    bool has_shape() const {
        if (groups_.size() != 1 || !out_.is_whole() || !groups_.front().to_place.empty() ||
            !groups_.front().from_place.empty())
            return false;
        const std::vector<NetPlace>& places = model_.net().places;
        const NetIndex own = places[groups_.front().place()].segment;
        for (const DemandFlow& flow : profile_.flows)
            for (const End& end : model_.ends_of(flow.target))
                if (places[end.place].segment == own)
                    return false;
        return std::all_of(profile_.sources.begin(), profile_.sources.end(),
                           [&](const DemandSource& source) {
                               const NetIndex place = model_.place_of(source.device, profile_.vlan);
                               return place == no_index || places[place].segment == own;
                           }) &&
               std::none_of(legs_.begin(), legs_.end(),
                            [&](const auto& leg) { return places[leg.first.first].segment == own; });
    }
    std::shared_ptr<ProfileShape> make_shape() const {
        const std::vector<NetPlace>& places = model_.net().places;
        const Group& group = groups_.front();
        auto out = std::make_shared<ProfileShape>();
        out->segment = places[group.place()].segment;
        for (const Group::Source& source : group.sources)
            out->sources.push_back({source.device, source.place, source.users});
        out->users = group.users;
        out->gateways = group.gateways;
        out->to_gateway = group.to_gateway;
        out->from_gateway = group.from_gateway;
        for (const auto& [ends, amount] : legs_)
            out->legs.push_back({places[ends.first].segment, ends.first, ends.second});
        std::sort(out->legs.begin(), out->legs.end());
        for (const DemandFlow& flow : profile_.flows)
            for (const End& end : model_.ends_of(flow.target))
                out->plugs.push_back(end.plug);
        return out;
    }
    void depend_on(NetIndex place) { out_.segments.push_back(model_.net().places[place].segment); }
    NetIndex leaves(NetIndex gateway, NetIndex to) const { return leaves_at(state_.routers, state_.ways, gateway, to); }

    // Points of a device of which none is joined to anything send nothing.
    void find_groups() {
        for (const DemandSource& source : profile_.sources) {
            const NetIndex place = model_.place_of(source.device, profile_.vlan);
            if (place == no_index)
                continue;
            depend_on(place);
            if (source.users <= 0 || !state_.ways.stands(place) || !model_.has_points(source.device, state_.ways))
                continue;
            auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& one) {
                return one.place() == place || state_.ways.joined(one.place(), place);
            });
            if (group == groups_.end()) {
                groups_.emplace_back();
                group = groups_.end() - 1;
            }
            group->sources.push_back({source.device, place, source.users});
            group->users += source.users;
        }
        for (Group& group : groups_)
            group.gateways = gateways_of(state_.routers, state_.ways, group.place(), profile_.vlan);
    }

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
        if (state_.whole_ways)
            if (const auto known = state_.whole_ways->find({gateway, to});
                known != state_.whole_ways->end() && still_holds(known->second, state_.routers, state_.ways)) {
                out_.segments.insert(out_.segments.end(), known->second.segments.begin(), known->second.segments.end());
                return known->second;
            }
        const auto [at, is_new] = ways_.try_emplace({gateway, to});
        if (is_new) {
            at->second = packet_way(state_.routers, state_.ways, gateway, to);
            if (found_)
                found_->emplace(PacketWayKey{gateway, to}, at->second);
            out_.segments.insert(out_.segments.end(), at->second.segments.begin(), at->second.segments.end());
        }
        return at->second;
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
        for (Group& group : groups_) {
            std::map<const End*, double> arrived; // share of the group's requests
            if (is_near(profile_.vlan, to)) {
                for (const auto& [end, share] : alive)
                    if (state_.ways.joined(group.place(), end->place)) {
                        group.to_place[end->place] += group.users * flow.out * share;
                        arrived[end] += share;
                    }
            } else {
                ask(group, flow.out, to, ends, alive, arrived);
            }
            for (const auto& [end, share] : arrived) {
                load(model_.index().to_station(end->plug), group.users * flow.out * share);
                out_.carried += group.users * flow.out * share;
                answer(group, *end, group.users * flow.back * share);
            }
        }
    }

    void ask(Group& group, double each, const std::optional<IpAddress>& to, const std::vector<End>& ends,
             const std::vector<std::pair<const End*, double>>& alive, std::map<const End*, double>& arrived) {
        for (const NetIndex gateway : group.gateways) {
            const double part = 1.0 / static_cast<double>(group.gateways.size());
            const double amount = group.users * each * part;
            group.to_gateway[gateway] += amount;
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
    void answer(Group& group, const End& end, double amount) {
        if (amount <= 0)
            return;
        load(model_.index().from_station(end.plug), amount);
        if (end.vlan == profile_.vlan || is_near(end.vlan, own_)) {
            if (state_.ways.joined(end.place, group.place())) {
                group.from_place[end.place] += amount;
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
                if (leaves(hand.gateway, group.place()) != no_index) {
                    group.from_gateway[hand.gateway] += part * hand.share;
                    out_.carried += part * hand.share;
                }
        }
    }

    // Each source of a group by its users.
    void spread(const Group& group) {
        for (const Group::Source& source : group.sources) {
            const double mine = source.users / group.users;
            double sent = 0;
            for (const auto& [gateway, amount] : group.to_gateway) {
                leg(source.place, leaves(gateway, source.place), amount * mine);
                sent += amount * mine;
            }
            for (const auto& [place, amount] : group.to_place) {
                leg(source.place, place, amount * mine);
                sent += amount * mine;
            }
            for (const auto& [gateway, amount] : group.from_gateway)
                leg(leaves(gateway, source.place), source.place, amount * mine);
            for (const auto& [place, amount] : group.from_place)
                leg(place, source.place, amount * mine);
            load(model_.index().points(model_.net().places[source.place].box), sent);
        }
    }

    const LoadModel& model_;
    const DemandProfile& profile_;
    const LoadState& state_;
    std::map<PacketWayKey, PacketWay>* found_;
    std::vector<Group> groups_;
    std::optional<IpAddress> own_; // in the profile's VLAN
    std::map<std::pair<NetIndex, NetIndex>, double> legs_;
    std::map<std::pair<NetIndex, std::optional<IpAddress>>, PacketWay> ways_;
    ProfileLoad out_;
};

} // namespace

ProfileLoad LoadModel::load_of(const DemandProfile& profile, const LoadState& state,
                               std::map<PacketWayKey, PacketWay>* found) const {
    return ProfileWays(*this, profile, state, found).all();
}

} // namespace riser
