// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/explain.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace riser {

namespace {

// What ended, told apart by rules and gathered by cause.
class Ended {
  public:
    explicit Ended(const Floods& floods) : sets_(floods.sets()), net_(floods.net()), bdd_(floods.sets().sets()) {}

    void add(const FloodStop& stop) {
        Key key{at(stop), stop.why, {}, {}, stop.route};
        switch (stop.why) {
        case Stop::filter_in:
            return split(key, net_.gateways[stop.gateway].in, stop.headers);
        case Stop::rule_base:
            return split(key, net_.boxes[net_.gateways[stop.gateway].box].rule_base, stop.headers);
        case Stop::filter_out:
            return split(key, net_.gateways[stop.leaves_by].out, stop.headers);
        default:
            gather(key, stop.headers);
        }
    }

    std::vector<Denial> told(std::size_t most_cubes) {
        std::vector<Denial> out;
        for (const auto& [key, headers] : ended_) {
            Denial one{std::get<1>(key), std::get<0>(key), std::get<2>(key), std::get<3>(key), std::get<4>(key), {}};
            one.headers = sets_.headers().some_cubes(headers, most_cubes);
            out.push_back(std::move(one));
        }
        return out;
    }

  private:
    using Key = std::tuple<AnyId, Stop, std::optional<AclId>, std::optional<std::size_t>, std::optional<RouteId>>;

    AnyId at(const FloodStop& stop) const {
        if (stop.gateway != no_index)
            return net_.gateways[stop.gateway].id;
        return *net_.places[stop.place].port;
    }
    void gather(const Key& key, Bdd headers) {
        if (headers == BddSpace::no())
            return;
        const auto [at, is_new] = ended_.try_emplace(key, BddSpace::no());
        at->second = bdd_.either(at->second, headers);
    }
    // Of several filters the first that denies is named.
    void split(Key key, const std::vector<AclId>& filters, Bdd headers) {
        for (const AclId id : filters) {
            std::get<2>(key) = id;
            Bdd denied = bdd_.except(headers, sets_.permitted(id));
            headers = bdd_.except(headers, denied);
            const std::vector<AclRule>& rules = sets_.rows().design.find(id)->rules;
            for (std::size_t rule = 0; rule < rules.size() && denied != BddSpace::no(); ++rule)
                if (rules[rule].action == AclAction::deny) {
                    std::get<3>(key) = rule;
                    const Bdd by_rule = bdd_.both(denied, sets_.headers().spoken_of(rules[rule]));
                    gather(key, by_rule);
                    denied = bdd_.except(denied, by_rule);
                }
            std::get<3>(key) = {};
            gather(key, denied);
        }
        std::get<2>(key) = {};
        gather(key, headers); // a firewall without rule base
    }

    const ForwardingSets& sets_;
    const Network& net_;
    BddSpace& bdd_;
    std::map<Key, Bdd> ended_;
};

class Closing {
  public:
    Closing(const Floods& floods, std::size_t most_cubes) : floods_(floods), net_(floods.net()), most_(most_cubes) {}

    std::vector<HeaderCube> cubes(Bdd headers) {
        auto out = floods_.sets().headers().cubes(headers, most_);
        whole_ &= out.has_value();
        return out ? std::move(*out) : std::vector<HeaderCube>{};
    }
    ClosedPlace place(NetIndex index, Bdd headers) {
        const NetPlace& here = net_.places[index];
        return {here.box == no_index ? EquipmentId{} : net_.boxes[here.box].id, here.number, here.port, cubes(headers)};
    }
    bool whole() const { return whole_; }

  private:
    const Floods& floods_;
    const Network& net_;
    std::size_t most_;
    bool whole_ = true;
};

auto where(const ClosedPlace& place) { return std::tuple(place.equipment, place.number, place.port); }

} // namespace

std::vector<Emission> meant_for(const Floods& floods, const std::vector<Emission>& from, AnyId destination) {
    const Design& design = floods.sets().rows().design;
    BddSpace& bdd = floods.sets().sets();
    Bdd meant = floods.ends(destination, Senders::any).headers;
    const auto add_vlan = [&](VlanId vlan) { meant = bdd.either(meant, floods.sets().to_vlan(vlan)); };
    if (destination.kind == Kind::planes || destination.kind == Kind::zones || destination.kind == Kind::vlans) {
        meant = BddSpace::no();
        for (const Vlan& vlan : design.vlans)
            if (AnyId(vlan.id) == destination || AnyId(vlan.plane) == destination ||
                (vlan.zone && AnyId(*vlan.zone) == destination))
                add_vlan(vlan.id);
    } else if (const Equipment* device =
                   destination.kind == Kind::equipment ? design.find(EquipmentId{destination.value}) : nullptr;
               device && device->address)
        meant = floods.sets().headers().to(*device->address);
    return floods.only(from, meant);
}

std::vector<Denial> denials(const Floods& floods, const std::vector<Emission>& from, Senders senders,
                            std::size_t most_cubes) {
    FloodRecord record;
    floods.flood(from, senders, nullptr, &record);
    Ended ended(floods);
    for (const FloodStop& stop : record.stops)
        ended.add(stop);
    return ended.told(most_cubes);
}

std::optional<ClosedSet> closed_set(const Floods& floods, AnyId from, AnyId to, const ReachOptions& options,
                                    std::size_t most_cubes) {
    const std::vector<Emission> sent = floods.emissions(from, options);
    FloodRecord record;
    const Flood flood = floods.flood(sent, options.senders, nullptr, &record);
    if (floods.comes_to(flood, to, options.senders) != BddSpace::no())
        return {};
    Closing closing(floods, most_cubes);
    const Network& net = floods.net();
    ClosedSet out;
    out.from = from;
    out.to = to;
    for (const Emission& emission : sent)
        out.starts.push_back(closing.place(emission.place, emission.headers));
    for (NetIndex place = 0; place < net.places.size(); ++place) {
        if (const Bdd headers = flood.arrived[net.places[place].segment]; headers != BddSpace::no())
            out.places.push_back(closing.place(place, headers));
        if (flood.offered[place] != BddSpace::no())
            out.sides.push_back(closing.place(place, flood.offered[place]));
    }
    for (NetIndex g = 0; g < net.gateways.size(); ++g)
        if (flood.at[g] != BddSpace::no())
            out.gateways.push_back({net.gateways[g].id, closing.cubes(flood.at[g])});
    Ended ended(floods);
    for (const FloodStop& stop : record.stops)
        ended.add(stop);
    out.denials = ended.told(most_cubes);
    for (std::vector<ClosedPlace>* list : {&out.starts, &out.places, &out.sides})
        std::sort(list->begin(), list->end(),
                  [](const ClosedPlace& x, const ClosedPlace& y) { return where(x) < where(y); });
    return closing.whole() ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace riser
