// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/intent.h"

#include "solvers/forwarding/asked_rows.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

constexpr ReachOptions as_hosts{.senders = Senders::ordinary, .sources = Sources::own};
constexpr std::size_t few_cubes = 8; // of a finding's ends

std::optional<PlaneId> plane_of(const Design& design, const Service& service) {
    if (const Zone* zone = design.find(service.zone))
        return zone->plane;
    for (const Prefix& prefix : design.prefixes)
        if (service.address && prefix.prefix && contains(*prefix.prefix, *service.address))
            if (const Vlan* vlan = design.find(prefix.vlan))
                return vlan->plane;
    return {};
}

// What is broken for a VLAN; nothing when all comes through, or the VLAN is nowhere.
bool judge(const Floods& floods, VlanId from, const Service& service, MustReachAnswer& out) {
    const std::vector<Emission> sent = floods.only(floods.emissions(from, as_hosts), floods.sets().asking(service));
    if (sent.empty())
        return true;
    const ServiceUse use = can_use(floods, sent, from, service.id, Senders::ordinary);
    if (use.complete())
        return true;
    out.state = IntentState::broken;
    out.from = from;
    const Bdd missing = floods.sets().sets().except(use.wanted, use.answered);
    out.unanswered = floods.sets().headers().example(missing);
    out.asked = out.unanswered && floods.sets().headers().contains(use.asked, *out.unanswered);
    if (!out.asked)
        out.ends = denials(floods, floods.only(sent, missing), Senders::ordinary, few_cubes);
    return false;
}

void judge_air(const NetworkRows& rows, const Network& net, const MustReach& intent, const Service& service,
               MustReachAnswer& out) {
    if (rows.cabled.jacks().empty()) // nothing is built yet
        return;
    out.on_air = on_air(rows, net, service);
    out.state = out.on_air.empty() ? IntentState::broken : IntentState::met;
    if (out.on_air.empty() || !intent.after_single_failure)
        return;
    for (const AnyId lost : routing_failures(rows, net))
        if (on_air(rows, derive_network(rows, std::span(&lost, 1)), service).empty()) {
            out.state = IntentState::broken;
            out.without = lost;
            return;
        }
}

} // namespace

bool stands_somewhere(const Design& design, const Network& net, const Service& service) {
    if (!service.address)
        return is_way_out(design, service) && !handoffs_of(design, service).empty();
    return service.hosts.empty() || std::any_of(service.hosts.begin(), service.hosts.end(), [&](EquipmentId host) {
               const NetIndex box = net.box_of(host);
               return box != no_index && (!net.boxes[box].stations.empty() || !net.boxes[box].places.empty());
           });
}

std::vector<VlanId> senders_of(const NetworkRows& rows, BodyId body, const Service& service) {
    const Design& design = rows.design;
    const std::optional<PlaneId> plane = plane_of(design, service);
    std::vector<VlanId> out;
    for (const Vlan& vlan : design.vlans) {
        const Zone* zone = design.find(vlan.zone);
        if (!zone || zone->role != ZoneRole::desks || zone->management || !plane || zone->plane != *plane)
            continue;
        const ZoneBodies::Of* desks = rows.desks.find(zone->id);
        const bool theirs = desks && std::binary_search(desks->bodies.begin(), desks->bodies.end(), body);
        const bool ours = vlan.body ? *vlan.body == body : theirs && !is_between_devices(design, vlan.id);
        if (ours)
            out.push_back(vlan.id);
    }
    return out;
}

std::vector<AnyId> routing_failures(const NetworkRows& rows, const Network& net) {
    const auto routes = [&](NetIndex box) { return box != no_index && !net.boxes[box].gateways.empty(); };
    std::vector<AnyId> out;
    for (NetIndex box = 0; box < net.boxes.size(); ++box)
        if (routes(box) && net.boxes[box].lives)
            out.insert(out.end(), net.boxes[box].members.begin(), net.boxes[box].members.end());
    const auto box_of = [&](PortId id) {
        const Port* port = rows.design.find(id);
        return port ? net.box_of(port->equipment) : no_index;
    };
    for (const CabledLink& link : rows.cabled.links())
        if (routes(box_of(link.a)) && routes(box_of(link.b)))
            out.insert(out.end(), link.cables.begin(), link.cables.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

namespace {

// Without failures.
MustReachAnswer reached_now(const NetworkRows& rows, const Floods& floods, const MustReach& intent) {
    MustReachAnswer out;
    out.id = intent.id;
    const Service* service = rows.design.find(intent.service);
    if (service && is_over_the_air(rows.design, *service)) {
        judge_air(rows, floods.net(), intent, *service, out);
        return out;
    }
    if (!service || !stands_somewhere(rows.design, floods.net(), *service))
        return out;
    for (const VlanId vlan : senders_of(rows, intent.body, *service))
        if (!floods.emissions(vlan, as_hosts).empty())
            out.senders.push_back(vlan);
    if (out.senders.empty())
        return out;
    out.state = IntentState::met;
    for (const VlanId from : out.senders)
        if (!judge(floods, from, *service, out))
            break;
    return out;
}

// The network of what may fail: of a cable that of the devices at its ends. Nothing: unknown, so any.
std::map<AnyId, std::optional<PlaneId>> planes_of_failures(const NetworkRows& rows) {
    std::map<AnyId, std::optional<PlaneId>> out;
    for (const Equipment& device : rows.design.equipment)
        out[device.id] = device.plane;
    for (const CabledLink& link : rows.cabled.links())
        for (const CableId cable : link.cables) {
            const Port* port = rows.design.find(link.a);
            const Port* other = rows.design.find(link.b);
            const Equipment* a = port ? rows.design.find(port->equipment) : nullptr;
            const Equipment* b = other ? rows.design.find(other->equipment) : nullptr;
            out[cable] = a && b && a->plane == b->plane ? a->plane : std::nullopt;
        }
    return out;
}

struct ToOutlive {
    const MustReach* intent;
    MustReachAnswer* answer;
};

// Each failure on its network at once for all that must outlive it: O(failures x (network + floods)).
void judge_after_failures(const NetworkRows& rows, const Network& net, FilterSets& kept,
                          std::span<const ToOutlive> all) {
    const auto asked = [](const ToOutlive& one) {
        return one.answer->state == IntentState::met && one.intent->after_single_failure;
    };
    if (std::none_of(all.begin(), all.end(), asked))
        return;
    const std::map<AnyId, std::optional<PlaneId>> planes = planes_of_failures(rows);
    for (const AnyId lost : routing_failures(rows, net)) {
        const auto found = planes.find(lost);
        const std::optional<PlaneId> plane = found == planes.end() ? std::nullopt : found->second;
        std::optional<Network> left;
        std::optional<Floods> floods;
        for (const ToOutlive& one : all) {
            if (!asked(one))
                continue;
            const Service& service = *rows.design.find(one.intent->service);
            if (plane && plane_of(rows.design, service) != plane)
                continue;
            if (!left) {
                left = derive_network(rows, std::span(&lost, 1));
                floods.emplace(rows, *left, kept);
            }
            for (const VlanId from : one.answer->senders)
                if (!judge(*floods, from, service, *one.answer)) {
                    one.answer->without = lost;
                    break;
                }
        }
    }
}

} // namespace

MustReachAnswer must_reach(const NetworkRows& rows, const Network& net, FilterSets& kept, const MustReach& intent) {
    MustReachAnswer out = reached_now(rows, Floods(rows, net, kept), intent);
    const ToOutlive one{&intent, &out};
    judge_after_failures(rows, net, kept, std::span(&one, 1));
    return out;
}

MustNotReachAnswer must_not_reach(const NetworkRows& rows, const Network& net, FilterSets& kept,
                                  const MustNotReach& intent) {
    MustNotReachAnswer out;
    out.id = intent.id;
    const Floods floods(rows, net, kept);
    for (const auto& [from, to] : {std::pair(intent.a, intent.b), std::pair(intent.b, intent.a)}) {
        const std::vector<Emission> sent = floods.emissions(from, {});
        if (sent.empty() || floods.emissions(to, {}).empty())
            return out;
        out.way = witness(floods, sent, to, Senders::any);
        if (out.way) {
            out.state = IntentState::broken;
            out.from = from;
            out.to = to;
            return out;
        }
    }
    out.state = IntentState::met;
    return out;
}

ReachIntents ReachIntents::compute(FactInput& input) {
    ReachIntents out;
    const Table<MustReach>& must = input.table<MustReach>();
    const Table<MustNotReach>& must_not = input.table<MustNotReach>();
    if (must.empty() && must_not.empty())
        return out;
    const NetworkRows& rows = input.get<AskedRows>().rows;
    const Network& net = *input.get<AskedNetwork>().net;
    FilterSets kept;
    const Floods floods(rows, net, kept);
    for (const MustReach& intent : must)
        out.must.push_back(reached_now(rows, floods, intent));
    std::vector<ToOutlive> all;
    for (std::size_t i = 0; const MustReach& intent : must)
        all.push_back({&intent, &out.must[i++]});
    judge_after_failures(rows, net, kept, all);
    for (const MustNotReach& intent : must_not)
        out.must_not.push_back(must_not_reach(rows, net, kept, intent));
    return out;
}

} // namespace riser
