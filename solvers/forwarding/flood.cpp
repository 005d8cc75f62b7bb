// SPDX-License-Identifier: GPL-3.0-or-later
// The flood: what is new at a gateway or a side of an isolation gateway waits there until its turn; then it goes
// through filters and table to wherever it is new. Sets only grow, and there are finitely many headers.
#include "solvers/forwarding/answering.h"
#include "solvers/forwarding/explain.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <tuple>

namespace riser {

namespace {

// Where something came from, for the record.
struct Origin {
    NetIndex gateway = no_index, side = no_index, leaves_by = no_index;
    std::optional<RouteId> route = {};
};

class Flooding {
  public:
    Flooding(const ForwardingSets& sets, Senders senders, const Flood* answers_to, FloodRecord* record)
        : sets_(sets),
          net_(sets.net()),
          bdd_(sets.sets()),
          senders_(senders),
          answers_to_(answers_to),
          record_(record) {
        const Bdd none = BddSpace::no();
        out_.arrived.assign(net_.segments.size(), none);
        out_.at.assign(net_.gateways.size(), none);
        out_.own.assign(net_.boxes.size(), none);
        out_.outside.assign(net_.stations.size(), none);
        out_.given.assign(net_.stations.size(), none);
        out_.passed.assign(net_.boxes.size(), none);
        out_.offered.assign(net_.places.size(), none);
        out_.used.assign(net_.segments.size(), false);
        waiting_.assign(net_.gateways.size() + net_.places.size(), none);
    }

    Flood run(const std::vector<Emission>& from) {
        for (const Emission& emission : from)
            send(emission.place, emission.vlan, emission.headers, {});
        while (!turn_.empty()) {
            const NetIndex here = turn_.front();
            turn_.pop_front();
            const Bdd fresh = waiting_[here];
            waiting_[here] = BddSpace::no();
            if (here < net_.gateways.size())
                take(here, fresh);
            else
                carry(here - static_cast<NetIndex>(net_.gateways.size()), fresh);
        }
        return std::move(out_);
    }

  private:
    void stop(Stop why, NetIndex gateway, NetIndex place, Bdd headers, const Origin& by = {}) {
        if (record_ && headers != BddSpace::no())
            record_->stops.push_back({why, gateway, place, by.leaves_by, by.route, headers});
    }
    void step(FloodStep::To to, NetIndex index, NetIndex segment, const Origin& from, Bdd headers) {
        if (record_)
            record_->steps.push_back(
                {to, index, from.gateway, from.side, from.leaves_by, segment, from.route, headers});
    }
    // What of `headers` is new to the set, which has it from now on.
    Bdd fresh(Bdd& known, Bdd headers) {
        const Bdd out = bdd_.except(headers, known);
        known = bdd_.either(known, headers);
        return out;
    }
    void wait(NetIndex index, Bdd headers) {
        if (waiting_[index] == BddSpace::no())
            turn_.push_back(index);
        waiting_[index] = bdd_.either(waiting_[index], headers);
    }

    void use(NetIndex segment) {
        for (const NetIndex there : net_.segments[segment].onward)
            out_.used[there] = true;
    }
    void offer(NetIndex place, NetIndex segment, Bdd headers, const Origin& from) {
        if (const Bdd news = fresh(out_.offered[place], headers); news != BddSpace::no()) {
            step(FloodStep::side, place, segment, from, news);
            wait(static_cast<NetIndex>(net_.gateways.size()) + place, news);
        }
    }
    void hand(NetIndex gateway, NetIndex segment, Bdd headers, const Origin& from) {
        const NetGateway& there = net_.gateways[gateway];
        if (net_.boxes[there.box].forwards == Forwards::by_permission) {
            for (const NetIndex place : there.places)
                offer(place, segment, headers, from);
            return;
        }
        if (const Bdd news = fresh(out_.at[gateway], headers); news != BddSpace::no()) {
            step(FloodStep::gateway, gateway, segment, from, news);
            wait(gateway, news);
        }
    }
    // Frames for whoever is in the segment or where its frames go on to.
    void arrive(NetIndex segment, Bdd headers, const Origin& from) {
        if (headers == BddSpace::no())
            return;
        for (const NetIndex there : net_.segments[segment].onward)
            if (const Bdd news = fresh(out_.arrived[there], headers); news != BddSpace::no())
                step(FloodStep::segment, there, segment, from, news);
        for (const NetIndex side : net_.segments[segment].sides)
            if (side != from.leaves_by || from.side == no_index)
                offer(side, segment, headers, from);
    }

    std::vector<NetIndex> gateways_of_hosts(NetIndex segment, std::optional<VlanId> vlan, NetIndex not_of) const {
        std::vector<NetIndex> out;
        for (const NetIndex g : net_.segments[segment].gateways)
            if (net_.gateways[g].vlan == vlan && net_.gateways[g].box != not_of)
                out.push_back(g);
        return answering_hosts(net_, out);
    }

    // `from` is of an isolation gateway when something is sent on by it.
    void send(NetIndex place, std::optional<VlanId> vlan, Bdd headers, const Origin& from) {
        const NetIndex segment = net_.places[place].segment;
        const NetIndex box = from.side == no_index ? no_index : net_.places[place].box;
        use(segment);
        if (senders_ == Senders::any) {
            arrive(segment, headers, from);
            for (const NetIndex g : net_.segments[segment].gateways)
                if (net_.gateways[g].box != box)
                    hand(g, segment, headers, from);
            return;
        }
        const Bdd near = vlan ? bdd_.both(headers, sets_.to_vlan(*vlan)) : headers;
        arrive(segment, near, from);
        if (vlan)
            for (const NetIndex g : gateways_of_hosts(segment, vlan, box))
                hand(g, segment, bdd_.except(headers, near), from);
    }

    Bdd rule_base(NetIndex box) {
        Bdd out = sets_.rule_base(box);
        if (answers_to_ && net_.boxes[box].firewall)
            for (const NetIndex partner : sets_.session_partners(box))
                out = bdd_.either(out, answering_sessions(partner));
        return out;
    }
    Bdd answering_sessions(NetIndex box) {
        const auto [at, is_new] = sessions_.try_emplace(box, BddSpace::no());
        if (is_new)
            at->second = sets_.headers().reversed(answers_to_->passed[box]);
        return at->second;
    }

    void take(NetIndex gateway, Bdd headers) {
        const NetGateway& here = net_.gateways[gateway];
        const Bdd in = bdd_.both(headers, sets_.in(gateway));
        stop(Stop::filter_in, gateway, no_index, bdd_.except(headers, in));
        if (!net_.boxes[here.box].nats.empty()) // whether they come to a handoff matters
            for (const NetIndex place : here.places)
                use(net_.places[place].segment);
        const Bdd meant = sets_.entering(gateway, in);
        const Bdd own = bdd_.both(meant, sets_.own(here.table));
        out_.own[here.box] = bdd_.either(out_.own[here.box], own);
        stop(Stop::own_address, gateway, no_index, own);
        const Bdd asked = bdd_.except(meant, own);
        Bdd left = bdd_.both(asked, rule_base(here.box));
        stop(Stop::rule_base, gateway, no_index, bdd_.except(asked, left));
        out_.passed[here.box] = bdd_.either(out_.passed[here.box], left);
        const std::vector<Bdd>& decided = sets_.decided(here.table);
        const NetTable& table = net_.tables[here.table];
        for (std::size_t i = 0; i < decided.size() && left != BddSpace::no(); ++i) {
            const Bdd by_this = bdd_.both(left, decided[i]);
            if (by_this == BddSpace::no())
                continue;
            left = bdd_.except(left, by_this);
            for (const NetHop& hop : table.entries[i].hops)
                leave(gateway, hop, by_this);
        }
        stop(Stop::no_route, gateway, no_index, left);
    }

    void leave(NetIndex gateway, const NetHop& hop, Bdd headers) {
        const Origin from{.gateway = gateway, .side = no_index, .leaves_by = hop.gateway, .route = hop.route};
        if (hop.gateway == no_index)
            return stop(Stop::discarded, gateway, no_index, headers, from);
        const NetGateway& by = net_.gateways[hop.gateway];
        const Bdd out = bdd_.both(headers, sets_.out(hop.gateway));
        stop(Stop::filter_out, gateway, no_index, bdd_.except(headers, out), from);
        if (out == BddSpace::no())
            return;
        bool heard = false;
        std::set<NetIndex> segments;
        for (const NetIndex place : by.places)
            segments.insert(net_.places[place].segment);
        for (const NetIndex segment : segments) {
            use(segment);
            const Bdd leaving = sets_.leaving(by.box, segment, out);
            if (!hop.next_hop)
                arrive(segment, leaving, from);
            else
                heard |= pass_on(segment, *hop.next_hop, by, out, leaving, from);
        }
        if (hop.next_hop && !heard)
            stop(Stop::no_next_hop, gateway, no_index, out, from);
    }

    // To whoever answers for the next hop's address; false: nobody. `before`: as not yet translated.
    bool pass_on(NetIndex segment, const IpAddress& next_hop, const NetGateway& by, Bdd before, Bdd headers,
                 const Origin& from) {
        const std::vector<IpAddress>& own = net_.tables[by.table].own;
        if (std::find(own.begin(), own.end(), next_hop) != own.end())
            return false;
        std::vector<NetIndex> to, sharing;
        for (const NetIndex g : net_.segments[segment].gateways) {
            const NetGateway& there = net_.gateways[g];
            if (there.box == by.box)
                continue;
            if (there.address == next_hop)
                to.push_back(g);
            else if (there.shared == next_hop)
                sharing.push_back(g);
        }
        if (!sharing.empty() && senders_ == Senders::ordinary)
            sharing = {answering(net_, sharing)};
        to.insert(to.end(), sharing.begin(), sharing.end());
        for (const NetIndex g : to)
            hand(g, segment, headers, from);
        bool heard = !to.empty();
        for (const NetIndex s : net_.segments[segment].stations)
            if (net_.stations[s].peer == next_hop) {
                heard = true;
                out_.given[s] = bdd_.either(out_.given[s], before);
                if (const Bdd news = fresh(out_.outside[s], headers); news != BddSpace::no())
                    step(FloodStep::outside, s, segment, from, news);
            }
        return heard;
    }

    // From one side of an isolation gateway to all sides of zones to which a policy lets it.
    void carry(NetIndex place, Bdd headers) {
        const NetPlace& here = net_.places[place];
        const NetBox& box = net_.boxes[here.box];
        Bdd left = headers;
        for (const PolicyId id : box.policies) {
            const Policy& policy = *sets_.rows().design.find(id);
            Bdd carried = sets_.carried(policy);
            if (policy.from != here.zone) {
                if (!answers_to_ || policy.to != here.zone)
                    continue;
                carried = sets_.headers().reversed(bdd_.both(carried, answers_to_->passed[here.box]));
            }
            const ZoneId to = policy.from == here.zone ? policy.to : policy.from;
            const Bdd passing = bdd_.both(headers, carried);
            if (passing == BddSpace::no())
                continue;
            left = bdd_.except(left, passing);
            out_.passed[here.box] = bdd_.either(out_.passed[here.box], passing);
            for (const NetIndex other : box.places)
                if (other != place && net_.places[other].zone == to)
                    send(other, net_.places[other].vlans.front(), passing,
                         {.gateway = no_index, .side = place, .leaves_by = other, .route = {}});
        }
        stop(Stop::not_permitted, no_index, place, left);
    }

    const ForwardingSets& sets_;
    const Network& net_;
    BddSpace& bdd_;
    Senders senders_;
    const Flood* answers_to_;
    FloodRecord* record_;
    Flood out_;
    std::vector<Bdd> waiting_;  // by gateway, then by place
    std::deque<NetIndex> turn_; // in the order of coming, so that the fewest gateways come first
    std::map<NetIndex, Bdd> sessions_;
};

} // namespace

Flood Floods::flood(const std::vector<Emission>& from, Senders senders, const Flood* answers_to,
                    FloodRecord* record) const {
    return Flooding(sets_, senders, answers_to, record).run(from);
}

} // namespace riser
