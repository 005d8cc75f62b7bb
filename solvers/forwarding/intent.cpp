// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/intent.h"

#include "solvers/forwarding/asked_rows.h"

#include <algorithm>
#include <map>
#include <set>

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
    if (out.on_air.empty() || !must_outlive(rows.design, intent))
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

// Who asks, if anybody does: then it is met until it is judged. Over the air it is judged at once.
MustReachAnswer asked_now(const NetworkRows& rows, const Floods& floods, const MustReach& intent) {
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
    if (!out.senders.empty())
        out.state = IntentState::met;
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

struct ToJudge {
    const MustReach* intent;
    MustReachAnswer* answer;
    bool outlives = false;
};

// Whether every request to all of the services comes through and every answer back, in one flood each way: their
// addresses differ, so that what asks for one is nothing that asks for another.
bool all_answered(const Floods& floods, VlanId from, const std::vector<const Service*>& services) {
    BddSpace& bdd = floods.sets().sets();
    HeaderSpace& headers = floods.sets().headers();
    Bdd asking = BddSpace::no();
    for (const Service* service : services)
        asking = bdd.either(asking, floods.sets().asking(*service));
    const std::vector<Emission> sent = floods.only(floods.emissions(from, as_hosts), asking);
    Bdd wanted = BddSpace::no();
    for (const Emission& emission : sent)
        wanted = bdd.either(wanted, emission.headers);
    const Flood forth = floods.flood(sent, Senders::ordinary);
    std::vector<Emission> back;
    std::vector<Bdd> wished; // answers to any port
    for (const Service* service : services) {
        const Bdd of_it = bdd.both(wanted, floods.sets().asking(*service));
        if (bdd.except(of_it, floods.comes_to(forth, service->id, Senders::ordinary)) != BddSpace::no())
            return false;
        wished.push_back(headers.reversed(of_it));
        const Bdd answers = bdd.both(wished.back(), headers.port(dynamic_ports));
        for (const EquipmentId host : service->hosts)
            for (Emission& one :
                 floods.only(floods.emissions(host, {.senders = Senders::ordinary, .sources = Sources::any}), answers))
                back.push_back(one);
    }
    const Flood again = floods.flood(back, Senders::ordinary, &forth);
    const Bdd returned = headers.for_every_port(floods.comes_to(again, from, Senders::ordinary), dynamic_ports);
    return std::all_of(wished.begin(), wished.end(), [&](Bdd answers) { return bdd.within(answers, returned); }) &&
           !bdd.overflowed();
}

// Who asks for what together with all else that he asks for, and all of it is answered. A service without address or
// host, or at the address of another, is asked for alone, and not here.
using Served = std::set<std::pair<VlanId, ServiceId>>;
Served well_served(const Design& design, const Floods& floods, std::span<const ToJudge* const> all) {
    std::map<VlanId, std::vector<const Service*>> asked;
    for (const ToJudge* one : all) {
        const Service& service = *design.find(one->intent->service);
        if (!service.address || service.hosts.empty())
            continue;
        for (const VlanId from : one->answer->senders) {
            std::vector<const Service*>& list = asked[from];
            if (std::none_of(list.begin(), list.end(),
                             [&](const Service* other) { return other->address == service.address; }))
                list.push_back(&service);
        }
    }
    Served out;
    for (const auto& [from, services] : asked)
        if (all_answered(floods, from, services))
            for (const Service* service : services)
                out.emplace(from, service->id);
    return out;
}

// Those that are met still, together where that will do.
void judge_all(const Floods& floods, const Design& design, std::span<const ToJudge* const> all,
               std::optional<AnyId> without) {
    const Served served = well_served(design, floods, all);
    for (const ToJudge* one : all)
        for (const VlanId from : one->answer->senders)
            if (!served.contains({from, one->intent->service}) &&
                !judge(floods, from, *design.find(one->intent->service), *one->answer)) {
                one->answer->without = without;
                break;
            }
}

void judge_now(const NetworkRows& rows, const Floods& floods, std::span<const ToJudge> all) {
    std::vector<const ToJudge*> here;
    for (const ToJudge& one : all)
        if (one.answer->state == IntentState::met && !one.answer->senders.empty())
            here.push_back(&one);
    judge_all(floods, rows.design, here, std::nullopt);
}

// Each failure on its network at once for all that must outlive it: O(failures x (network + floods)).
void judge_after_failures(const NetworkRows& rows, const Network& net, FilterSets& kept, std::span<const ToJudge> all) {
    const auto asked = [](const ToJudge& one) {
        return one.answer->state == IntentState::met && one.outlives && !one.answer->senders.empty();
    };
    if (std::none_of(all.begin(), all.end(), asked))
        return;
    const std::map<AnyId, std::optional<PlaneId>> planes = planes_of_failures(rows);
    for (const AnyId lost : routing_failures(rows, net)) {
        const auto found = planes.find(lost);
        const PlaneId plane = found == planes.end() ? PlaneId{} : found->second.value_or(PlaneId{}); // 0: any
        std::vector<const ToJudge*> here;
        for (const ToJudge& one : all)
            if (asked(one) &&
                (!plane || plane_of(rows.design, *rows.design.find(one.intent->service)).value_or(PlaneId{}) == plane))
                here.push_back(&one);
        if (here.empty())
            continue;
        const Network left = derive_network(rows, std::span(&lost, 1));
        judge_all(Floods(rows, left, kept), rows.design, here, lost);
    }
}

} // namespace

bool must_outlive(const Design& design, const MustReach& intent) {
    if (intent.after_single_failure)
        return true;
    const auto most = [&](AnyId subject) {
        std::optional<RedundancyClass> out;
        for (const RequirementClass& row : design.requirement_classes)
            if (row.subject == subject)
                out = std::max(out.value_or(RedundancyClass::n), row.redundancy);
        return out;
    };
    std::optional<RedundancyClass> asked = most(intent.service);
    const Service* service = design.find(intent.service);
    const Zone* zone = service ? design.find(service->zone) : nullptr;
    if (!asked && zone)
        asked = most(zone->id);
    if (!asked && zone)
        asked = most(zone->plane);
    return asked.value_or(RedundancyClass::n) != RedundancyClass::n;
}

MustReachAnswer must_reach(const NetworkRows& rows, const Network& net, FilterSets& kept, const MustReach& intent) {
    const Floods floods(rows, net, kept);
    MustReachAnswer out = asked_now(rows, floods, intent);
    const ToJudge one{&intent, &out, must_outlive(rows.design, intent)};
    judge_now(rows, floods, std::span(&one, 1));
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

const MustReachAnswer* ReachIntents::of(MustReachId id) const {
    const auto at = std::lower_bound(must.begin(), must.end(), id,
                                     [](const MustReachAnswer& one, MustReachId wanted) { return one.id < wanted; });
    return at != must.end() && at->id == id ? &*at : nullptr;
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
        out.must.push_back(asked_now(rows, floods, intent));
    std::vector<ToJudge> all;
    for (std::size_t i = 0; const MustReach& intent : must)
        all.push_back({&intent, &out.must[i++], must_outlive(rows.design, intent)});
    judge_now(rows, floods, all);
    judge_after_failures(rows, net, kept, all);
    for (const MustNotReach& intent : must_not)
        out.must_not.push_back(must_not_reach(rows, net, kept, intent));
    return out;
}

} // namespace riser
