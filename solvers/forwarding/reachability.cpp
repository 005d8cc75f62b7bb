// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/reachability.h"

#include "solvers/forwarding/way_out.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

Bdd sent_from(const ForwardingSets& sets, std::optional<VlanId> vlan, Sources sources) {
    const Bdd own = vlan && sources == Sources::own ? sets.from_vlan(*vlan) : BddSpace::no();
    return own == BddSpace::no() ? BddSpace::yes() : own;
}

bool is_of_vlans(AnyId id) { return id.kind == Kind::zones || id.kind == Kind::vlans || id.kind == Kind::planes; }

std::vector<VlanId> vlans_of(const Design& design, AnyId id) {
    std::vector<VlanId> out;
    if (id.kind == Kind::vlans)
        out.push_back({id.value});
    else
        for (const Vlan& vlan : design.vlans)
            if (AnyId(vlan.plane) == id || (vlan.zone && AnyId(*vlan.zone) == id))
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
    if (is_of_vlans(source)) {
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

FloodEnds Floods::ends(AnyId destination, Senders senders) const {
    const Design& design = sets_.rows().design;
    FloodEnds out;
    const auto add_place = [&](NetIndex place) { out.segments.push_back(net().places[place].segment); };
    const auto add = [&](AnyId there) {
        if (is_of_vlans(there))
            for (const VlanId vlan : vlans_of(design, there))
                for (const auto& [row, place] : net().places_of(vlan))
                    add_place(place);
        for (const NetIndex s : stations_of(net(), there)) {
            out.stations.push_back(s);
            for (const NetStation::Contact& contact : net().stations[s].hears)
                if (!contact.tagged || says_tags(net().stations[s].id, senders))
                    add_place(contact.place);
        }
        const NetIndex box = there.kind == Kind::equipment ? net().box_of({there.value}) : no_index;
        if (box == no_index || net().boxes[box].forwards == Forwards::nothing)
            return;
        out.boxes.push_back(box);
        out.in_segments = addressed_to(sets_, net().boxes[box]);
        for (const NetIndex place : net().boxes[box].places)
            add_place(place);
    };
    if (const Service* service =
            destination.kind == Kind::services ? design.find(ServiceId{destination.value}) : nullptr) {
        out.headers = sets_.asking(*service);
        if (is_way_out(design, *service))
            for (const ProviderHandoffId id : handoffs_of(design, *service))
                for (const NetIndex s : stations_of(net(), id))
                    out.handoffs.push_back(s);
        for (const AnyId there : places_of(design, *service))
            add(there);
        out.in_segments = BddSpace::yes(); // at the service's address, whoever has it
    } else
        add(destination);
    for (std::vector<NetIndex>* list : {&out.segments, &out.stations, &out.boxes, &out.handoffs}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return out;
}

Bdd Floods::comes_to(const Flood& flood, AnyId destination, Senders senders) const {
    return comes_to(flood, ends(destination, senders));
}

Bdd Floods::comes_to(const Flood& flood, const FloodEnds& where) const {
    BddSpace& bdd = sets_.sets();
    Bdd out = BddSpace::no();
    for (const NetIndex segment : where.segments)
        out = bdd.either(out, bdd.both(flood.arrived[segment], where.in_segments));
    for (const NetIndex station : where.stations)
        out = bdd.either(out, flood.outside[station]);
    for (const NetIndex station : where.handoffs)
        out = bdd.either(out, flood.given[station]);
    for (const NetIndex box : where.boxes)
        out = bdd.either(out, flood.own[box]);
    return bdd.both(out, where.headers);
}

std::vector<std::vector<Bdd>> who_reaches_whom(const Floods& floods, std::span<const ZoneId> zones,
                                               const ReachOptions& options) {
    std::vector<std::vector<Bdd>> out;
    std::vector<FloodEnds> ends;
    for (const ZoneId to : zones)
        ends.push_back(floods.ends(to, options.senders));
    for (const ZoneId from : zones) {
        const Flood flood = floods.flood(floods.emissions(from, options), options.senders);
        out.emplace_back();
        for (const FloodEnds& to : ends)
            out.back().push_back(floods.comes_to(flood, to));
    }
    return out;
}

ServiceUse can_use(const Floods& floods, AnyId source, ServiceId id, const ReachOptions& options) {
    const ForwardingSets& sets = floods.sets();
    const Service* service = sets.rows().design.find(id);
    const Bdd asking = service ? sets.asking(*service) : BddSpace::no();
    return can_use(floods, floods.only(floods.emissions(source, options), asking), source, id, options.senders);
}

ServiceUse can_use(const Floods& floods, const std::vector<Emission>& from, AnyId source, ServiceId id,
                   Senders senders) {
    BddSpace& bdd = floods.sets().sets();
    HeaderSpace& headers = floods.sets().headers();
    ServiceUse out{BddSpace::no(), BddSpace::no(), BddSpace::no()};
    for (const Emission& emission : from)
        out.wanted = bdd.either(out.wanted, emission.headers);
    const Flood forth = floods.flood(from, senders);
    out.asked = bdd.both(floods.comes_to(forth, id, senders), out.wanted);
    if (out.asked == BddSpace::no())
        return out;
    const Design& design = floods.sets().rows().design;
    if (is_way_out(design, *design.find(id))) {
        out.answered = out.asked;
        return out;
    }
    const Bdd answers = bdd.both(headers.reversed(out.asked), headers.port(dynamic_ports));
    std::vector<Emission> back;
    for (const AnyId host : places_of(design, *design.find(id))) {
        const std::vector<Emission> more =
            floods.only(floods.emissions(host, {.senders = senders, .sources = Sources::any}), answers);
        back.insert(back.end(), more.begin(), more.end());
    }
    const Flood again = floods.flood(back, senders, &forth);
    const Bdd returned = headers.for_every_port(floods.comes_to(again, source, senders), dynamic_ports);
    out.answered = bdd.both(out.asked, headers.reversed(returned));
    return out;
}

} // namespace riser
