// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/forwarding_sets.h"

#include "solvers/forwarding/way_out.h"

#include <algorithm>
#include <map>

namespace riser {

ForwardingSets::ForwardingSets(const NetworkRows& rows, const Network& net, FilterSets& kept)
    : rows_(rows),
      net_(net),
      kept_(kept),
      decided_(net.tables.size()),
      own_(net.tables.size()),
      rule_base_(net.boxes.size()),
      in_(net.gateways.size()),
      out_(net.gateways.size()),
      partners_(net.boxes.size()) {
    std::map<IpAddress, std::vector<NetIndex>> sharing;
    for (const NetGateway& gateway : net.gateways)
        if (gateway.shared && net.boxes[gateway.box].firewall)
            sharing[*gateway.shared].push_back(gateway.box);
    for (NetIndex box = 0; box < net.boxes.size(); ++box)
        partners_[box].push_back(box);
    for (const auto& [address, boxes] : sharing)
        for (const NetIndex a : boxes)
            for (const NetIndex b : boxes)
                if (std::find(partners_[a].begin(), partners_[a].end(), b) == partners_[a].end())
                    partners_[a].push_back(b);
    for (const Prefix& prefix : rows.design.prefixes)
        if (prefix.vlan && prefix.prefix)
            prefixes_[*prefix.vlan].push_back(*prefix.prefix);
    for (const NetGateway& gateway : net.gateways)
        for (const auto& address : {gateway.address, gateway.shared})
            if (address)
                of_gateways_[gateway.vlan].push_back(*address);
}

Bdd ForwardingSets::permitted(AclId id) const {
    const Acl* acl = rows_.design.find(id);
    if (!acl)
        return BddSpace::yes();
    const auto [at, is_new] = kept_.filters.try_emplace(id);
    if (is_new || at->second.rules != acl->rules)
        at->second = {acl->rules, headers().permitted(acl->rules)};
    return at->second.permitted;
}

Bdd ForwardingSets::all_of(const std::vector<AclId>& filters) const {
    Bdd out = BddSpace::yes();
    for (const AclId id : filters)
        out = sets().both(out, permitted(id));
    return out;
}

Bdd ForwardingSets::in(NetIndex gateway) const {
    if (!in_[gateway])
        in_[gateway] = all_of(net_.gateways[gateway].in);
    return *in_[gateway];
}

Bdd ForwardingSets::out(NetIndex gateway) const {
    if (!out_[gateway])
        out_[gateway] = all_of(net_.gateways[gateway].out);
    return *out_[gateway];
}

Bdd ForwardingSets::rule_base(NetIndex box) const {
    const NetBox& here = net_.boxes[box];
    if (!rule_base_[box])
        rule_base_[box] = here.firewall && here.rule_base.empty() ? BddSpace::no() : all_of(here.rule_base);
    return *rule_base_[box];
}

const std::vector<Bdd>& ForwardingSets::decided(NetIndex table) const {
    std::vector<Bdd>& out = decided_[table];
    if (!out.empty())
        return out;
    Bdd left = BddSpace::yes();
    for (const NetTable::Entry& entry : net_.tables[table].entries) { // the longest come first
        const Bdd meant = headers().to(entry.to);
        out.push_back(sets().both(left, meant));
        left = sets().except(left, meant);
    }
    return out;
}

Bdd ForwardingSets::own(NetIndex table) const {
    if (!own_[table]) {
        Bdd out = BddSpace::no();
        for (const IpAddress& address : net_.tables[table].own)
            out = sets().either(out, headers().to(address));
        own_[table] = out;
    }
    return *own_[table];
}

bool ForwardingSets::hands_to(NetIndex segment, const Nat& nat) const {
    const std::vector<NetIndex>& stations = net_.segments[segment].stations;
    return std::any_of(stations.begin(), stations.end(), [&](NetIndex s) {
        const AnyId id = net_.stations[s].id;
        return id.kind == Kind::provider_handoffs && (!nat.handoff || AnyId(*nat.handoff) == id);
    });
}

// The first translation whose sources a header is of is the one that it takes.
Bdd ForwardingSets::leaving(NetIndex box, NetIndex segment, Bdd all) const {
    Bdd out = BddSpace::no();
    for (const NatId id : net_.boxes[box].nats) {
        const Nat* nat = rows_.design.find(id);
        if (!nat || nat->kind != NatKind::source || !nat->translated || !hands_to(segment, *nat))
            continue;
        const IpPrefix everything{IpAddress{.bytes = {}, .is_v6 = nat->translated->address.is_v6}, 0};
        const IpPrefix source = nat->source.value_or(everything);
        if (source.address.is_v6 != nat->translated->address.is_v6)
            continue;
        const Bdd meant = sets().both(all, headers().from(source));
        out = sets().either(out, headers().translated(meant, source, *nat->translated));
        all = sets().except(all, meant);
    }
    return sets().either(out, all);
}

// Likewise the first that speaks of a header.
Bdd ForwardingSets::entering(NetIndex gateway, Bdd all) const {
    const NetGateway& here = net_.gateways[gateway];
    Bdd out = BddSpace::no();
    for (const NatId id : net_.boxes[here.box].nats) {
        const Nat* nat = rows_.design.find(id);
        const Bdd meant = nat ? sets().both(all, headers().asked_outside(*nat)) : BddSpace::no();
        if (meant == BddSpace::no() || std::none_of(here.places.begin(), here.places.end(), [&](NetIndex place) {
                return hands_to(net_.places[place].segment, *nat);
            }))
            continue;
        out = sets().either(out, headers().redirected(meant, *nat));
        all = sets().except(all, meant);
    }
    return sets().either(out, all);
}

Bdd ForwardingSets::from_vlan(VlanId vlan) const {
    Bdd out = BddSpace::no();
    if (const auto at = prefixes_.find(vlan); at != prefixes_.end())
        for (const IpPrefix& prefix : at->second)
            out = sets().either(out, headers().from(prefix));
    if (const auto at = of_gateways_.find(vlan); at != of_gateways_.end())
        for (const IpAddress& address : at->second)
            out = sets().except(out, headers().from(address));
    return out;
}

Bdd ForwardingSets::to_vlan(VlanId vlan) const {
    Bdd out = BddSpace::no();
    if (const auto at = prefixes_.find(vlan); at != prefixes_.end())
        for (const IpPrefix& prefix : at->second)
            out = sets().either(out, headers().to(prefix));
    return out;
}

Bdd ForwardingSets::asking(const Service& service) const {
    if (!is_way_out(rows_.design, service))
        return headers().asking(service);
    Bdd out = headers().of_ports(service);
    const PlaneId plane = rows_.design.find(service.zone)->plane;
    for (const auto& [id, prefixes] : prefixes_)
        if (const Vlan* vlan = rows_.design.find(id); vlan && vlan->plane == plane)
            for (const IpPrefix& prefix : prefixes)
                out = sets().except(out, headers().to(prefix));
    return out;
}

Bdd ForwardingSets::carried(const Policy& policy) const {
    if (policy.services.empty())
        return BddSpace::yes();
    Bdd out = BddSpace::no();
    for (const ServiceId id : policy.services)
        if (const Service* service = rows_.design.find(id))
            out = sets().either(out, headers().asking(*service));
    return out;
}

} // namespace riser
