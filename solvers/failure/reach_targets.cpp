// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/reach_targets.h"

#include "solvers/forwarding/intent.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

NetNode node(NetIndex place) { return static_cast<NetNode>(place); }

bool is_open(const Design& design, std::optional<PlaneId> plane) {
    const Plane* row = design.find(plane);
    return !row || row->disclosure != Disclosure::secret;
}

} // namespace

void MeantTargets::add(std::size_t target, VlanId vlan) { by_vlan_[vlan].push_back(target); }

TargetSet MeantTargets::of(VlanId vlan) const {
    TargetSet out = everyone_;
    if (const auto at = by_vlan_.find(vlan); at != by_vlan_.end())
        for (const std::size_t target : at->second)
            out.add(target);
    return out;
}

TargetEnds::TargetEnds(FactInput& input, const FailureModel& model, const NetworkRows& rows, const Network& net,
                       const FrameWays& ways, ReachNetwork& out)
    : input_(input), model_(model), rows_(rows), net_(net), ways_(ways), out_(out) {}

std::size_t TargetEnds::target(ReachTarget target, Sought sought) {
    out_.targets.push_back(target);
    sought_.push_back(std::move(sought));
    return out_.targets.size() - 1;
}

void TargetEnds::add() {
    add_core();
    std::vector<ProviderHandoffId> all;
    for (const FailingHandoff& handoff : model_.handoffs)
        all.push_back(handoff.id);
    if (!all.empty())
        add_way_out({.of = ReachTarget::Of::internet, .service = {}}, std::move(all));
    for (const Service& service : rows_.design.services)
        add_service(service);
    out_.own.assign(out_.tables, TargetSet(out_.targets.size()));
    for (std::uint32_t t = 0; t < out_.tables; ++t)
        if (std::binary_search(core_.begin(), core_.end(), net_.tables[t].box))
            out_.own[t].add(0);
    meant_ = MeantTargets(out_.targets.size());
    for (std::size_t t = 0; t < out_.targets.size(); ++t)
        if (const Service* service = rows_.design.find(out_.targets[t].service))
            set_meant(t, *service);
        else
            meant_.add(t);
    add_hops();
    std::stable_sort(out_.ends.begin(), out_.ends.end(), [&](const auto& x, const auto& y) {
        return out_.segment[at(x.place)] < out_.segment[at(y.place)];
    });
}

// Every place of a core switch, or of a distribution switch where there is none.
void TargetEnds::add_core() {
    for (const EquipmentRole role : {EquipmentRole::core_switch, EquipmentRole::distribution_switch}) {
        std::vector<NetIndex> places;
        core_.clear();
        for (NetIndex b = 0; b < net_.boxes.size(); ++b)
            if (const NetBox& box = net_.boxes[b];
                std::any_of(box.members.begin(), box.members.end(), [&](EquipmentId id) {
                    const EquipmentType* type = rows_.design.find(rows_.design.find(id)->type);
                    return type && type->role == role;
                })) {
                places.insert(places.end(), box.places.begin(), box.places.end());
                core_.push_back(b);
            }
        if (places.empty())
            continue;
        const std::size_t core = target({.of = ReachTarget::Of::core, .service = {}}, {});
        for (const NetIndex place : places)
            out_.ends.push_back({.target = static_cast<std::uint32_t>(core),
                                 .place = node(place),
                                 .need = {},
                                 .from = {},
                                 .here = {},
                                 .points_only = true});
        return;
    }
}

void TargetEnds::add_way_out(ReachTarget out, std::vector<ProviderHandoffId> by) {
    target(out, {.addresses = {}, .by = std::move(by), .outside = true});
}

void TargetEnds::add_service(const Service& service) {
    const Zone* zone = rows_.design.find(service.zone);
    if ((zone && !is_open(rows_.design, zone->plane)) || is_over_the_air(rows_.design, service))
        return;
    const ReachTarget which{.of = ReachTarget::Of::service, .service = service.id};
    if (is_way_out(rows_.design, service)) {
        add_way_out(which, handoffs_of(rows_.design, service));
        return;
    }
    if (service.hosts.empty()) // it is nowhere
        return;
    const std::size_t index = target(which, {});
    Sought& sought = sought_[index];
    if (service.address)
        sought.addresses.push_back(*service.address);
    for (const EquipmentId host : service.hosts)
        add_host(index, host, sought);
}

void TargetEnds::add_host(std::size_t index, EquipmentId host, Sought& sought) {
    const FailingDevice* device = model_.device(host);
    const NetIndex box = net_.box_of(host);
    if (!device || box == no_index)
        return;
    if (const Equipment* row = rows_.design.find(host); row->address && sought.addresses.empty())
        sought.addresses.push_back(*row->address);
    const auto end = [&](NetIndex place, NeedIndex need) {
        out_.ends.push_back({.target = static_cast<std::uint32_t>(index),
                             .place = node(place),
                             .need = need,
                             .from = {},
                             .here = {},
                             .points_only = false});
    };
    for (const NetIndex place : net_.boxes[box].places)
        end(place, device->need);
    for (const FrameWays::Plug& plug : ways_.plugs) {
        const Port* port = plug.station.kind == Kind::ports ? rows_.design.find(PortId{plug.station.value}) : nullptr;
        if (port && port->equipment == host)
            if (const FailingLink* link = model_.link(port->id, plug.port))
                end(plug.place, link->need);
    }
}

// VLANs of the bodies that are entitled or must reach it; where there are none, everybody.
void TargetEnds::set_meant(std::size_t index, const Service& service) {
    std::set<BodyId> bodies(service.entitled.begin(), service.entitled.end());
    for (const MustReach& row : input_.table<MustReach>())
        if (row.service == service.id)
            bodies.insert(row.body);
    bool any = false;
    for (const BodyId body : bodies)
        for (const VlanId vlan : senders_of(rows_, body, service)) {
            meant_.add(index, vlan);
            any = true;
        }
    if (!any)
        meant_.add(index);
}

bool TargetEnds::is_outside(const IpPrefix& destination) const {
    return destination.length == 0 ||
           std::none_of(rows_.design.prefixes.begin(), rows_.design.prefixes.end(), [&](const Prefix& row) {
               return row.prefix &&
                      (contains(destination, row.prefix->address) || contains(*row.prefix, destination.address));
           });
}

bool TargetEnds::leads_to(const IpPrefix& destination, const Sought& sought) const {
    if (sought.outside)
        return is_outside(destination);
    return sought.addresses.empty() ||
           std::any_of(sought.addresses.begin(), sought.addresses.end(),
                       [&](const IpAddress& address) { return contains(destination, address); });
}

// The table's gateways in whose prefix the next hop lies.
std::vector<const NetGateway*> TargetEnds::by(const IpAddress& next_hop, std::uint32_t table) const {
    std::vector<const NetGateway*> out;
    for (const NetIndex g : net_.boxes[net_.tables[table].box].gateways)
        if (net_.gateways[g].table == table)
            for (const Prefix& row : rows_.design.prefixes)
                if (row.vlan == net_.gateways[g].vlan && row.prefix && contains(*row.prefix, next_hop)) {
                    out.push_back(&net_.gateways[g]);
                    break;
                }
    return out;
}

void TargetEnds::add_hops() {
    for (std::uint32_t t = 0; t < net_.tables.size(); ++t)
        for (const Route& route : rows_.design.routes) {
            const NetTable& table = net_.tables[t];
            if (!route.equipment || net_.box_of(*route.equipment) != table.box || !route.destination ||
                !route.next_hop || (!net_.boxes[table.box].firewall && route.vrf != table.vrf))
                continue;
            TargetSet targets(out_.targets.size());
            for (std::size_t i = 0; i < sought_.size(); ++i)
                if (leads_to(*route.destination, sought_[i]))
                    targets.add(i);
            if (targets.empty())
                continue;
            add_hops(route, t, targets);
            add_handing_over(route, t);
        }
}

void TargetEnds::add_hops(const Route& route, std::uint32_t table, const TargetSet& targets) {
    for (const NetGateway* mine : by(*route.next_hop, table))
        for (const NetGateway& theirs : net_.gateways)
            if (theirs.table != no_index && theirs.box != mine->box &&
                (theirs.address == route.next_hop || theirs.shared == route.next_hop))
                for (const NetIndex here : mine->places)
                    for (const NetIndex there : theirs.places)
                        if (out_.segment[here] == out_.segment[there])
                            out_.hops.push_back({table, theirs.table, node(here), node(there), targets});
}

// To the provider's device whose peer the next hop is.
void TargetEnds::add_handing_over(const Route& route, std::uint32_t table) {
    for (const FrameWays::Plug& plug : ways_.plugs) {
        const FailingHandoff* handoff = plug.station.kind == Kind::provider_handoffs
                                            ? model_.handoff(ProviderHandoffId{plug.station.value})
                                            : nullptr;
        if (!handoff || rows_.design.find(handoff->id)->peer != route.next_hop)
            continue;
        for (std::size_t i = 0; i < sought_.size(); ++i) {
            if (!sought_[i].outside || !is_outside(*route.destination) ||
                std::find(sought_[i].by.begin(), sought_[i].by.end(), handoff->id) == sought_[i].by.end())
                continue;
            for (const NetGateway* mine : by(*route.next_hop, table))
                for (const NetIndex here : mine->places)
                    if (out_.segment[here] == out_.segment[plug.place])
                        out_.ends.push_back({.target = static_cast<std::uint32_t>(i),
                                             .place = node(plug.place),
                                             .need = handoff->need,
                                             .from = table,
                                             .here = node(here),
                                             .points_only = false});
        }
    }
}

} // namespace riser
