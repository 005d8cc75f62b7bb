// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/explain.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

bool has(const std::vector<NetIndex>& sorted, NetIndex index) {
    return std::binary_search(sorted.begin(), sorted.end(), index);
}

// One packet's flood, read back from where it ended.
class Way {
  public:
    Way(const Floods& floods, const Packet& packet, const std::vector<Emission>& from, const FloodEnds& ends,
        Senders senders)
        : floods_(floods), net_(floods.net()), ends_(ends) {
        out_.sent = out_.received = packet;
        for (const Emission& emission : from)
            starts_.push_back(emission.place);
        floods.flood(from, senders, nullptr, &record_);
    }

    std::optional<Witness> told() {
        if (const FloodStep* last = last_step()) {
            tell(*last);
            out_.frames = frames_to(*last, places_at_the_end(*last));
            out_.received = seen(last->headers);
            if (last->to == FloodStep::outside)
                out_.handoff = ProviderHandoffId{net_.stations[last->index].id.value};
            return std::move(out_);
        }
        for (const FloodStop& stop : record_.stops)
            if (stop.why == Stop::own_address && has(ends_.boxes, net_.gateways[stop.gateway].box) &&
                counts(stop.headers, BddSpace::yes())) {
                const FloodStep& into = *first(FloodStep::gateway, stop.gateway);
                tell(into);
                add_hop(into, {});
                return std::move(out_);
            }
        return {};
    }

  private:
    Packet seen(Bdd headers) const { return *floods_.sets().headers().example(headers); }
    Packet entered(NetIndex gateway, const Packet& packet) const {
        return seen(floods_.sets().entering(gateway, floods_.sets().headers().only(packet)));
    }
    bool counts(Bdd headers, Bdd only) const {
        BddSpace& bdd = floods_.sets().sets();
        return bdd.both(bdd.both(headers, ends_.headers), only) != BddSpace::no();
    }
    const FloodStep* last_step() const {
        for (const FloodStep& step : record_.steps)
            if ((step.to == FloodStep::segment && has(ends_.segments, step.index) &&
                 counts(step.headers, ends_.in_segments)) ||
                (step.to == FloodStep::outside &&
                 (has(ends_.stations, step.index) || has(ends_.handoffs, step.index)) &&
                 counts(step.headers, BddSpace::yes())))
                return &step;
        return nullptr;
    }
    const FloodStep* first(FloodStep::To to, NetIndex index) const {
        for (const FloodStep& step : record_.steps)
            if (step.to == to && step.index == index)
                return &step;
        return nullptr;
    }
    const FloodStep* before(const FloodStep& step) const {
        return step.from_gateway != no_index ? first(FloodStep::gateway, step.from_gateway)
               : step.from_side != no_index  ? first(FloodStep::side, step.from_side)
                                             : nullptr;
    }

    // The hops before a step, from the first.
    void tell(const FloodStep& step) {
        const FloodStep* into = before(step);
        if (!into)
            return;
        tell(*into);
        add_hop(*into, &step);
    }

    void add_hop(const FloodStep& into, const FloodStep* onward) {
        WitnessHop hop{};
        const Packet packet = seen(into.headers);
        hop.packet = onward ? seen(onward->headers) : packet;
        if (onward)
            hop.route = onward->route;
        if (into.to == FloodStep::side) {
            const NetPlace& place = net_.places[into.index];
            hop.device = net_.boxes[place.box].id;
            hop.in_vlan = place.vlans.front();
            hop.in_side = place.port;
            if (onward) {
                hop.out_side = net_.places[onward->leaves_by].port;
                hop.out_vlan = net_.places[onward->leaves_by].vlans.front();
            }
            hop.frames = frames_to(into, {into.index});
        } else {
            const NetGateway& in = net_.gateways[into.index];
            hop.device = *floods_.sets().rows().design.find(in.id)->equipment;
            hop.in = in.id;
            hop.in_vlan = in.vlan;
            decide(in.in, packet, hop);
            if (onward) // of a published service: as its host is asked
                decide(net_.boxes[in.box].rule_base, entered(into.index, packet), hop);
            hop.frames = frames_to(into, in.places);
            if (onward && onward->leaves_by != no_index) {
                const NetGateway& out = net_.gateways[onward->leaves_by];
                hop.out = out.id;
                hop.out_vlan = out.vlan;
                decide(out.out, packet, hop);
            }
        }
        out_.hops.push_back(std::move(hop));
    }

    void decide(const std::vector<AclId>& filters, const Packet& packet, WitnessHop& hop) const {
        for (const AclId id : filters) {
            const std::vector<AclRule>& rules = floods_.sets().rows().design.find(id)->rules;
            const auto rule =
                std::find_if(rules.begin(), rules.end(), [&](const AclRule& one) { return speaks_of(one, packet); });
            hop.permitted_by.push_back({id, {}});
            if (rule != rules.end())
                hop.permitted_by.back().rule = static_cast<std::size_t>(rule - rules.begin());
        }
    }

    std::vector<NetIndex> places_at_the_end(const FloodStep& last) const {
        if (last.to == FloodStep::segment)
            return net_.segments[last.index].places;
        std::vector<NetIndex> out;
        for (const NetStation::Contact& contact : net_.stations[last.index].hears)
            out.push_back(contact.place);
        return out;
    }

    // The fewest devices by which frames come from where the step sent them to one of the places.
    std::vector<FrameStop> frames_to(const FloodStep& step, const std::vector<NetIndex>& to) const {
        std::vector<NetIndex> queue;
        if (step.from_side != no_index)
            queue = {step.leaves_by};
        else
            queue = step.from_gateway == no_index ? starts_ : net_.gateways[step.leaves_by].places;
        std::map<NetIndex, NetIndex> back;
        for (const NetIndex place : queue)
            back.emplace(place, no_index);
        for (std::size_t i = 0; i < queue.size(); ++i) {
            if (std::find(to.begin(), to.end(), queue[i]) != to.end())
                return told_back(back, queue[i]);
            for (const NetIndex next : net_.places[queue[i]].onward)
                if (back.emplace(next, queue[i]).second)
                    queue.push_back(next);
        }
        return {};
    }
    std::vector<FrameStop> told_back(const std::map<NetIndex, NetIndex>& back, NetIndex place) const {
        std::vector<FrameStop> out;
        for (; place != no_index; place = back.at(place))
            if (const NetPlace& here = net_.places[place]; here.box != no_index)
                out.push_back({net_.boxes[here.box].id, here.number});
        std::reverse(out.begin(), out.end());
        return out;
    }

    const Floods& floods_;
    const Network& net_;
    const FloodEnds& ends_;
    FloodRecord record_;
    std::vector<NetIndex> starts_;
    Witness out_;
};

constexpr int most_tries = 64;

} // namespace

// Where addresses are translated, what comes there is not what was sent: then packets alike but for the source are
// tried, and those that ask for a published service.
std::optional<Witness> witness(const Floods& floods, const std::vector<Emission>& from, AnyId destination,
                               Senders senders) {
    BddSpace& bdd = floods.sets().sets();
    HeaderSpace& headers = floods.sets().headers();
    const Bdd comes = floods.comes_to(floods.flood(from, senders), destination, senders);
    const FloodEnds ends = floods.ends(destination, senders);
    Bdd sent = BddSpace::no();
    for (const Emission& emission : from)
        sent = bdd.either(sent, emission.headers);
    Bdd published = BddSpace::no();
    for (const Nat& nat : floods.sets().rows().design.nats)
        published = bdd.either(published, headers.asked_outside(nat));
    for (const Bdd alike : {comes, headers.any_source(comes), published}) {
        if (comes == BddSpace::no())
            break;
        Bdd left = bdd.both(sent, alike);
        for (int tries = 0; tries < most_tries; ++tries) {
            const std::optional<Packet> packet = headers.example(left);
            if (!packet)
                break;
            const Bdd only = headers.only(*packet);
            if (std::optional<Witness> out = Way(floods, *packet, floods.only(from, only), ends, senders).told())
                return out;
            left = bdd.except(left, only);
        }
    }
    return {};
}

} // namespace riser
