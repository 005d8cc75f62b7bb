// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/failure/plain_reach.h"

#include "solvers/forwarding/way_out.h"

#include <algorithm>

namespace riser::test {

PlainReach::PlainReach(const NetworkRows& rows, const FailureModel& model, std::span<const AnyId> failed,
                       std::function<bool(EquipmentId)> stands)
    : rows_(rows), model_(model), stands_(std::move(stands)), net_(derive_network(rows, failed)) {}

std::set<NetIndex> PlainReach::piece(NetIndex place) const {
    std::set<NetIndex> seen{place};
    std::vector<NetIndex> open{place};
    while (!open.empty()) {
        const NetIndex here = open.back();
        open.pop_back();
        for (const NetIndex there : net_.places[here].onward) {
            const std::vector<NetIndex>& back = net_.places[there].onward;
            if (std::find(back.begin(), back.end(), here) != back.end() && seen.insert(there).second)
                open.push_back(there);
        }
    }
    return seen;
}

bool PlainReach::outside(const ReachTarget& target) const {
    const Service* service = rows_.design.find(target.service);
    return target.of == ReachTarget::Of::internet || (service && is_way_out(rows_.design, *service));
}

// Places where whatever comes is at the target.
std::set<NetIndex> PlainReach::ends(const ReachTarget& target) const {
    std::set<NetIndex> out;
    const auto role = [&](EquipmentId id) { return rows_.design.find(rows_.design.find(id)->type)->role; };
    if (target.of == ReachTarget::Of::core)
        for (const EquipmentRole wanted : {EquipmentRole::core_switch, EquipmentRole::distribution_switch}) {
            bool any = false; // as built, whatever failed
            const Network whole = derive_network(rows_);
            for (NetIndex b = 0; b < whole.boxes.size(); ++b)
                if (std::any_of(whole.boxes[b].members.begin(), whole.boxes[b].members.end(),
                                [&](EquipmentId id) { return role(id) == wanted; })) {
                    any |= !whole.boxes[b].places.empty();
                    out.insert(net_.boxes[b].places.begin(), net_.boxes[b].places.end());
                }
            if (any)
                return out;
            out.clear();
        }
    const Service* service = rows_.design.find(target.service);
    if (!service || outside(target))
        return out;
    for (const EquipmentId host : service->hosts) {
        if (!model_.device(host) || !stands_(host))
            continue;
        const NetBox& box = net_.boxes[net_.box_of(host)];
        out.insert(box.places.begin(), box.places.end());
        for (const NetIndex s : box.stations) // a stack's other members do not host it
            if (rows_.design.find(PortId{net_.stations[s].id.value})->equipment == host)
                for (const NetStation::Contact& contact : net_.stations[s].sends)
                    if (!contact.tagged && net_.places[contact.place].box != no_index)
                        out.insert(contact.place);
    }
    return out;
}

bool PlainReach::leads_to(const IpPrefix& destination, const ReachTarget& target) const {
    if (outside(target))
        return destination.length == 0 ||
               std::none_of(rows_.design.prefixes.begin(), rows_.design.prefixes.end(), [&](const Prefix& row) {
                   return row.prefix &&
                          (contains(destination, row.prefix->address) || contains(*row.prefix, destination.address));
               });
    const Service* service = rows_.design.find(target.service);
    if (!service)
        return true;
    if (service->address)
        return contains(destination, *service->address);
    for (const EquipmentId host : service->hosts)
        if (const Equipment* row = rows_.design.find(host); row->address)
            return contains(destination, *row->address);
    return true;
}

bool PlainReach::hands_over(const IpAddress& next_hop, const ReachTarget& target,
                            const std::set<NetIndex>& here) const {
    std::vector<ProviderHandoffId> by;
    if (target.of == ReachTarget::Of::service)
        by = handoffs_of(rows_.design, *rows_.design.find(target.service));
    for (const NetStation& station : net_.stations) {
        if (station.id.kind != Kind::provider_handoffs || station.peer != next_hop)
            continue;
        if (target.of == ReachTarget::Of::service &&
            std::find(by.begin(), by.end(), ProviderHandoffId{station.id.value}) == by.end())
            continue;
        for (const NetStation::Contact& contact : station.sends)
            if (!contact.tagged && here.contains(contact.place))
                return true;
    }
    return false;
}

bool PlainReach::table_reaches(NetIndex table, const ReachTarget& target, std::set<NetIndex>& seen) const {
    if (!seen.insert(table).second)
        return false;
    const NetTable& row = net_.tables[table];
    std::set<NetIndex> at = ends(target);
    if (target.of == ReachTarget::Of::core) { // the core's own tables come to it, others by next hops
        const std::vector<NetIndex>& own = net_.boxes[row.box].places;
        if (std::any_of(own.begin(), own.end(), [&](NetIndex p) { return at.contains(p); }))
            return true;
        at.clear();
    }
    for (const NetIndex g : net_.boxes[row.box].gateways) {
        const NetGateway& gateway = net_.gateways[g];
        if (gateway.table != table)
            continue;
        for (const NetIndex place : gateway.places) {
            const std::set<NetIndex> here = piece(place);
            if (std::any_of(here.begin(), here.end(), [&](NetIndex p) { return at.contains(p); }))
                return true;
            for (const Route& route : rows_.design.routes) {
                if (!route.equipment || net_.box_of(*route.equipment) != row.box || !route.next_hop ||
                    !route.destination || (!net_.boxes[row.box].firewall && route.vrf != row.vrf) ||
                    !leads_to(*route.destination, target))
                    continue;
                if (std::none_of(rows_.design.prefixes.begin(), rows_.design.prefixes.end(), [&](const Prefix& p) {
                        return p.vlan == gateway.vlan && p.prefix && contains(*p.prefix, *route.next_hop);
                    }))
                    continue;
                if (outside(target) && hands_over(*route.next_hop, target, here))
                    return true;
                for (const NetGateway& next : net_.gateways)
                    if (next.table != no_index && next.box != gateway.box &&
                        (next.address == route.next_hop || next.shared == route.next_hop) &&
                        std::any_of(next.places.begin(), next.places.end(),
                                    [&](NetIndex p) { return here.contains(p); }) &&
                        table_reaches(next.table, target, seen))
                        return true;
            }
        }
    }
    return false;
}

bool PlainReach::reaches(JackId jack, const ReachTarget& target) const {
    const NetIndex station = net_.station(jack);
    if (station == no_index)
        return false;
    const std::set<NetIndex> at = ends(target);
    for (const NetStation::Contact& contact : net_.stations[station].sends) {
        if (contact.tagged)
            continue;
        const std::set<NetIndex> here = piece(contact.place);
        if (std::any_of(here.begin(), here.end(), [&](NetIndex p) { return at.contains(p); }))
            return true;
        std::set<NetIndex> seen;
        for (const NetGateway& gateway : net_.gateways)
            if (gateway.table != no_index &&
                std::any_of(gateway.places.begin(), gateway.places.end(),
                            [&](NetIndex p) { return here.contains(p); }) &&
                table_reaches(gateway.table, target, seen))
                return true;
    }
    return false;
}

} // namespace riser::test
