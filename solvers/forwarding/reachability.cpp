// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/reachability.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

Bdd sent_from(const ForwardingSets& sets, std::optional<VlanId> vlan, Sources sources) {
    const Bdd own = vlan && sources == Sources::own ? sets.from_vlan(*vlan) : BddSpace::no();
    return own == BddSpace::no() ? BddSpace::yes() : own;
}

std::vector<VlanId> vlans_of(const Design& design, AnyId id) {
    std::vector<VlanId> out;
    if (id.kind == Kind::vlans)
        out.push_back({id.value});
    else
        for (const Vlan& vlan : design.vlans)
            if (vlan.zone && AnyId(*vlan.zone) == id)
                out.push_back(vlan.id);
    return out;
}

// Stations of a jack, port, handoff, or all ports of a device that is one.
std::vector<NetIndex> stations_of(const Network& net, AnyId id) {
    if (id.kind != Kind::equipment) {
        const NetIndex station = net.station(id);
        return station == no_index ? std::vector<NetIndex>{} : std::vector{station};
    }
    const NetIndex box = net.box_of({id.value});
    return box == no_index ? std::vector<NetIndex>{} : net.boxes[box].stations;
}

bool says_tags(AnyId station, Senders senders) { return senders == Senders::any || station.kind == Kind::ports; }

// The VLANs in whose prefix the address is.
std::vector<VlanId> vlans_around(const Design& design, const IpAddress& address) {
    std::set<VlanId> out;
    for (const Prefix& prefix : design.prefixes)
        if (prefix.vlan && prefix.prefix && contains(*prefix.prefix, address))
            out.insert(*prefix.vlan);
    return {out.begin(), out.end()};
}

// Whoever answers for a service.
std::vector<AnyId> places_of(const Design& design, const Service& service) {
    std::vector<AnyId> out(service.hosts.begin(), service.hosts.end());
    if (out.empty() && service.address)
        for (const VlanId vlan : vlans_around(design, *service.address))
            out.push_back(vlan);
    return out;
}

// Packets to an address of the device: at which it is managed, or of its gateways.
Bdd addressed_to(const ForwardingSets& sets, const NetBox& box) {
    Bdd out = BddSpace::no();
    const auto add = [&](const std::optional<IpAddress>& address) {
        if (address)
            out = sets.sets().either(out, sets.headers().to(*address));
    };
    for (const EquipmentId member : box.members)
        add(sets.rows().design.find(member)->address);
    for (const NetIndex g : box.gateways) {
        add(sets.net().gateways[g].address);
        add(sets.net().gateways[g].shared);
    }
    return out;
}

} // namespace

std::vector<Emission> Floods::emissions(AnyId source, const ReachOptions& options) const {
    std::vector<Emission> out;
    if (source.kind == Kind::zones || source.kind == Kind::vlans) {
        std::set<std::pair<VlanId, NetIndex>> known; // a segment needs to be told once
        for (const VlanId vlan : vlans_of(sets_.rows().design, source))
            for (const auto& [row, place] : net().places_of(vlan))
                if (known.emplace(vlan, net().places[place].segment).second)
                    out.push_back({place, vlan, sent_from(sets_, vlan, options.sources)});
        return out;
    }
    for (const NetIndex s : stations_of(net(), source))
        for (const NetStation::Contact& contact : net().stations[s].sends) {
            const bool ours = source.kind != Kind::provider_handoffs; // a provider brings packets from anywhere
            if (!contact.tagged || says_tags(net().stations[s].id, options.senders))
                out.push_back({contact.place, contact.vlan,
                               sent_from(sets_, contact.vlan, ours ? options.sources : Sources::any)});
        }
    return out;
}

std::vector<Emission> Floods::only(std::vector<Emission> from, Bdd headers) const {
    for (Emission& emission : from)
        emission.headers = sets_.sets().both(emission.headers, headers);
    std::erase_if(from, [](const Emission& emission) { return emission.headers == BddSpace::no(); });
    return from;
}

Bdd Floods::comes_to(const Flood& flood, AnyId destination, Senders senders) const {
    const Design& design = sets_.rows().design;
    BddSpace& bdd = sets_.sets();
    Bdd out = BddSpace::no();
    const auto add = [&](Bdd more) { out = bdd.either(out, more); };
    if (destination.kind == Kind::services) {
        const Service* service = design.find(ServiceId{destination.value});
        if (!service)
            return out;
        for (const AnyId there : places_of(design, *service))
            add(comes_to(flood, there, senders));
        return bdd.both(out, sets_.headers().asking(*service));
    }
    if (destination.kind == Kind::zones || destination.kind == Kind::vlans) {
        for (const VlanId vlan : vlans_of(design, destination))
            for (const auto& [row, place] : net().places_of(vlan))
                add(flood.arrived[net().places[place].segment]);
        return out;
    }
    for (const NetIndex s : stations_of(net(), destination)) {
        for (const NetStation::Contact& contact : net().stations[s].hears)
            if (!contact.tagged || says_tags(net().stations[s].id, senders))
                add(flood.arrived[net().places[contact.place].segment]);
        add(flood.outside[s]);
    }
    if (const NetIndex box = destination.kind == Kind::equipment ? net().box_of({destination.value}) : no_index;
        box != no_index) {
        add(flood.own[box]);
        const Bdd itself = addressed_to(sets_, net().boxes[box]);
        for (const NetIndex place : net().boxes[box].places)
            add(bdd.both(flood.arrived[net().places[place].segment], itself));
    }
    return out;
}

std::vector<std::vector<Bdd>> who_reaches_whom(const Floods& floods, std::span<const ZoneId> zones,
                                               const ReachOptions& options) {
    std::vector<std::vector<Bdd>> out;
    for (const ZoneId from : zones) {
        const Flood flood = floods.flood(floods.emissions(from, options), options.senders);
        out.emplace_back();
        for (const ZoneId to : zones)
            out.back().push_back(floods.comes_to(flood, to, options.senders));
    }
    return out;
}

ServiceUse can_use(const Floods& floods, AnyId source, ServiceId id, const ReachOptions& options) {
    const ForwardingSets& sets = floods.sets();
    const Design& design = sets.rows().design;
    BddSpace& bdd = sets.sets();
    ServiceUse out{BddSpace::no(), BddSpace::no(), BddSpace::no()};
    const Service* service = design.find(id);
    if (!service)
        return out;
    const std::vector<Emission> from = floods.only(floods.emissions(source, options), sets.headers().asking(*service));
    for (const Emission& emission : from)
        out.wanted = bdd.either(out.wanted, emission.headers);
    const Flood forth = floods.flood(from, options.senders);
    out.asked = bdd.both(floods.comes_to(forth, id, options.senders), out.wanted);
    if (out.asked == BddSpace::no())
        return out;
    HeaderSpace& headers = sets.headers();
    const Bdd answers = bdd.both(headers.reversed(out.asked), headers.port(dynamic_ports));
    std::vector<Emission> back;
    for (const AnyId host : places_of(design, *service)) {
        const std::vector<Emission> more =
            floods.only(floods.emissions(host, {.senders = options.senders, .sources = Sources::any}), answers);
        back.insert(back.end(), more.begin(), more.end());
    }
    const Flood again = floods.flood(back, options.senders, &forth);
    const Bdd returned = headers.for_every_port(floods.comes_to(again, source, options.senders), dynamic_ports);
    out.answered = bdd.both(out.asked, headers.reversed(returned));
    return out;
}

} // namespace riser
