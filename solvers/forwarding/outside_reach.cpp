// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/outside_reach.h"

#include "solvers/analysis/publications.h"
#include "solvers/base/port_words.h"
#include "solvers/forwarding/asked_rows.h"

#include <algorithm>

namespace riser {

namespace {

// Its hosts, or the VLANs around its address.
std::vector<AnyId> homes_of(const Design& design, const Service& service) {
    std::vector<AnyId> out(service.hosts.begin(), service.hosts.end());
    for (const Prefix& row : design.prefixes)
        if (service.hosts.empty() && service.address && row.vlan && row.prefix &&
            contains(*row.prefix, *service.address))
            out.emplace_back(*row.vlan);
    return out;
}

// Of what came to the service, that to which every answer is handed out at the edge.
Bdd answered_to_edge(const Floods& floods, ProviderHandoffId from, const Service& service, const Flood& forth) {
    const Design& design = floods.sets().rows().design;
    HeaderSpace& headers = floods.sets().headers();
    BddSpace& bdd = headers.sets();
    const Bdd came = floods.comes_to(forth, service.id, Senders::ordinary);
    const Bdd answers = bdd.both(headers.reversed(came), headers.port(dynamic_ports));
    std::vector<Emission> back;
    for (const AnyId home : homes_of(design, service))
        for (Emission& one :
             floods.only(floods.emissions(home, {.senders = Senders::ordinary, .sources = Sources::any}), answers))
            back.push_back(std::move(one));
    const Flood again = floods.flood(back, Senders::ordinary, &forth);
    FloodEnds edge;
    for (const ProviderHandoff& row : design.provider_handoffs)
        if (const NetIndex station = floods.net().station(row.id);
            station != no_index && row.zone == design.find(from)->zone)
            edge.handoffs.push_back(station);
    const Bdd returned = headers.for_every_port(floods.comes_to(again, edge), dynamic_ports);
    return bdd.both(came, headers.reversed(returned));
}

// What the outside sends that becomes this inside.
std::optional<Packet> asked_by(HeaderSpace& headers, const Nat& row, const Packet& inside) {
    Packet out = inside;
    out.destination = *row.outside;
    const ProtocolWish wish = protocol_wish(row.protocol, row.ports);
    if (row.inside_port != 0 && !wish.ports.empty())
        out.port = wish.ports.front().first;
    const bool becomes_it = headers.contains(headers.asked_outside(row), out) &&
                            headers.redirected(headers.only(out), row) == headers.only(inside);
    return becomes_it ? std::optional(out) : std::nullopt;
}

bool names(const std::vector<ServiceId>& services, ServiceId id) {
    return std::find(services.begin(), services.end(), id) != services.end();
}

} // namespace

std::vector<Emission> from_outside(const Floods& floods, ProviderHandoffId from, Bdd asking) {
    HeaderSpace& headers = floods.sets().headers();
    for (const Prefix& row : floods.sets().rows().design.prefixes)
        if (row.prefix)
            asking = headers.sets().except(asking, headers.from(*row.prefix));
    return floods.only(floods.emissions(from, {.senders = Senders::ordinary, .sources = Sources::any}), asking);
}

std::optional<Witness> entering(const Floods& floods, ProviderHandoffId from, const Service& service, const Nat& row) {
    HeaderSpace& headers = floods.sets().headers();
    const std::vector<Emission> sent = from_outside(floods, from, headers.asked_outside(row));
    if (sent.empty() || !floods.sets().rows().design.find(from))
        return std::nullopt;
    const Flood forth = floods.flood(sent, Senders::ordinary);
    const std::optional<Packet> inside = headers.example(answered_to_edge(floods, from, service, forth));
    const std::optional<Packet> packet =
        inside && !headers.overflowed() ? asked_by(headers, row, *inside) : std::nullopt;
    if (!packet)
        return std::nullopt;
    std::optional<Witness> way =
        witness(floods, floods.only(sent, headers.only(*packet)), service.id, Senders::ordinary);
    return way && way->received == *inside ? way : std::nullopt;
}

std::vector<ServiceId> open_to(FactInput& input, const ProviderHandoff& handoff) {
    std::vector<ServiceId> let_in;
    if (const Zone* edge = input.find(handoff.zone); edge && edge->role == ZoneRole::edge)
        for (const Policy& row : input.table<Policy>())
            if (row.action == AclAction::permit && row.from == edge->id)
                let_in.insert(let_in.end(), row.services.begin(), row.services.end());
    std::vector<ServiceId> out;
    for (const Service& service : input.table<Service>()) {
        const bool published =
            std::find(service.published.begin(), service.published.end(), handoff.id) != service.published.end();
        if (service.published.empty() ? names(let_in, service.id)
                                      : published && publishing_bar(input, service, handoff.id) == PublishingBar::none)
            out.push_back(service.id);
    }
    return out;
}

std::vector<ZoneId> zones_within(FactInput& input) {
    std::vector<ZoneId> out;
    for (const Zone& zone : input.table<Zone>())
        if (zone.role != ZoneRole::edge)
            out.push_back(zone.id);
    return out;
}

std::vector<ProviderHandoffId> handoffs_in_use(FactInput& input) {
    std::vector<ProviderHandoffId> out;
    for (const ProviderHandoff& row : input.table<ProviderHandoff>())
        if (const Plane* plane = input.find(row.plane);
            plane && plane->disclosure != Disclosure::secret && input.find(row.port) && row.status != Status::remove)
            out.push_back(row.id);
    return out;
}

namespace {

class Looking {
  public:
    Looking(FactInput& input, const NetworkRows& rows, const Network& net)
        : input_(input), floods_(rows, net, kept_), headers_(floods_.sets().headers()), bdd_(headers_.sets()) {}

    OutsideReach::Entered entered(ProviderHandoffId from, ServiceId id, const Nat& row) {
        OutsideReach::Entered out{.service = id, .from = from, .by = row.id};
        const Service* service = design().find(id);
        if (!service || !stands_somewhere(design(), floods_.net(), *service) || floods_.net().station(from) == no_index)
            return out;
        out.state = entering(floods_, from, *service, row) ? IntentState::met : IntentState::broken;
        return out;
    }
    OutsideReach::Beyond beyond(ProviderHandoffId from, const std::vector<ZoneId>& zones) {
        OutsideReach::Beyond out{.from = from, .state = IntentState::nothing_to_ask, .to = {}, .way = {}};
        const std::vector<Emission> sent = floods_.only(
            floods_.emissions(from, {.senders = Senders::any, .sources = Sources::any}), not_for_open(from));
        if (sent.empty())
            return out;
        out.state = IntentState::met;
        const Flood flood = floods_.flood(sent, Senders::any);
        for (const ZoneId zone : zones)
            if (floods_.comes_to(flood, zone) != BddSpace::no()) {
                out.state = IntentState::broken;
                out.to = zone;
                out.way = witness(floods_, sent, zone, Senders::any);
                break;
            }
        return out;
    }

  private:
    const Design& design() const { return floods_.sets().rows().design; }
    // All that asks for no open service, at its own address or by a translation to it.
    Bdd not_for_open(ProviderHandoffId from) {
        Bdd open = BddSpace::no();
        for (const ServiceId id : open_to(input_, *input_.find(from)))
            if (const Service* service = design().find(id))
                open = bdd_.either(open, headers_.asking(*service));
        Bdd out = BddSpace::negation(open);
        for (const Nat& row : design().nats)
            if (const Bdd asked = headers_.asked_outside(row);
                asked != BddSpace::no() && bdd_.within(headers_.redirected(asked, row), open))
                out = bdd_.except(out, asked);
        return out;
    }

    FactInput& input_;
    FilterSets kept_;
    Floods floods_;
    HeaderSpace& headers_;
    BddSpace& bdd_;
};

} // namespace

OutsideReach OutsideReach::compute(FactInput& input) {
    OutsideReach out;
    const std::vector<ProviderHandoffId> handoffs = handoffs_in_use(input);
    if (handoffs.empty())
        return out;
    Looking looking(input, input.get<AskedRows>().rows, *input.get<AskedNetwork>().net);
    for (const Publications::Of& of : input.get<Publications>().list)
        for (const NatId id : of.rows)
            if (of.bar == PublishingBar::none)
                out.entered.push_back(looking.entered(of.handoff, of.service, *input.find(id)));
    const std::vector<ZoneId> zones = zones_within(input);
    for (const ProviderHandoffId id : handoffs)
        out.beyond.push_back(looking.beyond(id, zones));
    return out;
}

} // namespace riser
