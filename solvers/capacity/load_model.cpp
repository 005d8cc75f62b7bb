// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/capacity/load_model.h"

#include "solvers/forwarding/network_parts.h"
#include "solvers/forwarding/way_out.h"

#include <algorithm>
#include <set>

namespace riser {

LoadModel::LoadModel(const NetworkRows& rows, const Table<SpanningTree>& trees, const Demands& demands)
    : rows_(rows), demands_(demands) {
    FrameWays wires;
    net_ = derive_network(rows, {}, &wires);
    map_ = link_map(rows, trees, net_, wires);
    index_ = {map_.wires.size(), map_.plugs.size(), net_.boxes.size(), map_.edges.size()};
    add_sums();
    for (const Prefix& row : rows.design.prefixes)
        if (row.vlan && row.prefix)
            prefixes_[*row.vlan].push_back(*row.prefix);
    for (std::uint32_t p = 0; p < map_.plugs.size(); ++p)
        if (map_.plugs[p].station.kind == Kind::jacks)
            points_of_[map_.plugs[p].device].push_back(p);
    for (const Service& service : rows.design.services)
        add_service(service);
    whole_ = std::make_unique<LoadState>(LoadState{TreeWays(net_, map_), LoadRouters(rows, net_)});
}

void LoadModel::add_sums() {
    const auto number = [](std::size_t flow) { return static_cast<std::uint32_t>(flow); };
    sums_of_.resize(index_.size());
    capacity_.assign(index_.size(), 0);
    for (std::size_t w = 0; w < map_.wires.size(); ++w) {
        sums_of_[2 * w].push_back(number(index_.through(map_.wires[w].box_b)));
        sums_of_[2 * w + 1].push_back(number(index_.through(map_.wires[w].box_a)));
        capacity_[2 * w] = capacity_[2 * w + 1] = static_cast<double>(map_.wires[w].rate.value);
    }
    for (std::size_t p = 0; p < map_.plugs.size(); ++p) {
        sums_of_[index_.from_station(p)].push_back(number(index_.through(map_.plugs[p].box)));
        capacity_[index_.to_station(p)] = capacity_[index_.from_station(p)] =
            static_cast<double>(map_.plugs[p].rate.value);
    }
    for (std::size_t box = 0; box < net_.boxes.size(); ++box)
        sums_of_[index_.points(box)].push_back(number(index_.through(box)));
    for (std::size_t e = 0; e < map_.edges.size(); ++e) {
        std::set<std::uint32_t> at_x, at_y; // several strands may begin with one link
        for (const std::uint32_t s : map_.edges[e].strands) {
            at_x.insert(map_.strands[s].arcs.front());
            at_y.insert(map_.strands[s].arcs.back() ^ 1U);
        }
        for (const auto& [starts, flow] : {std::pair(&at_x, index_.from_x(e)), std::pair(&at_y, index_.from_y(e))})
            for (const std::uint32_t arc : *starts) {
                sums_of_[arc].push_back(number(flow));
                capacity_[flow] += capacity_[arc];
            }
    }
}

LoadState LoadModel::after(const LostLinks& lost) const {
    TreeWays ways = whole_->ways.after(lost);
    LoadRouters routers = whole_->routers.in(ways);
    return {std::move(ways), std::move(routers)};
}

// Of a port that hears several VLANs the one in which the address lies, else the untagged one.
void LoadModel::add_service(const Service& service) {
    const Design& design = rows_.design;
    std::vector<ServiceEnd>& ends = ends_[service.id];
    if (is_way_out(design, service)) {
        addresses_[service.id] = std::nullopt;
        const std::vector<ProviderHandoffId> handoffs = handoffs_of(design, service);
        for (std::uint32_t p = 0; p < map_.plugs.size(); ++p)
            if (const AnyId id = map_.plugs[p].station;
                id.kind == Kind::provider_handoffs &&
                std::find(handoffs.begin(), handoffs.end(), ProviderHandoffId{id.value}) != handoffs.end())
                for (const NetStation::Contact& contact : net_.stations[net_.station(id)].sends)
                    if (!contact.tagged && contact.vlan)
                        ends.push_back({p, {}, contact.place, *contact.vlan});
        return;
    }
    std::optional<IpAddress> address = service.address;
    for (const EquipmentId id : service.hosts)
        if (const Equipment* host = design.find(id); host && !address)
            address = host->address;
    if (!address)
        return;
    addresses_[service.id] = address;
    for (std::uint32_t p = 0; p < map_.plugs.size(); ++p) {
        const LoadPlug& plug = map_.plugs[p];
        if (std::find(service.hosts.begin(), service.hosts.end(), plug.host) == service.hosts.end())
            continue;
        const NetStation::Contact* best = nullptr;
        for (const NetStation::Contact& contact : net_.stations[net_.station(plug.station)].sends) {
            if (!contact.vlan || net_.places[contact.place].box != plug.box)
                continue;
            const std::vector<IpPrefix>& in = prefixes_of(*contact.vlan);
            const bool holds =
                std::any_of(in.begin(), in.end(), [&](const IpPrefix& p4) { return contains(p4, *address); });
            if (holds || (!best && !contact.tagged))
                best = &contact;
        }
        if (best)
            ends.push_back({p, plug.host, best->place, *best->vlan});
    }
}

const std::vector<LoadModel::ServiceEnd>& LoadModel::ends_of(ServiceId service) const {
    static const std::vector<ServiceEnd> none;
    const auto at = ends_.find(service);
    return at == ends_.end() ? none : at->second;
}

std::optional<IpAddress> LoadModel::address_of(ServiceId service) const {
    const auto at = addresses_.find(service);
    return at == addresses_.end() ? std::nullopt : at->second;
}

const std::vector<IpPrefix>& LoadModel::prefixes_of(VlanId vlan) const {
    static const std::vector<IpPrefix> none;
    const auto at = prefixes_.find(vlan);
    return at == prefixes_.end() ? none : at->second;
}

NetIndex LoadModel::place_of(EquipmentId device, VlanId vlan) const {
    const NetIndex box = net_.box_of(device);
    for (const auto& [id, place] : net_.places_of(vlan))
        if (net_.places[place].box == box && !net_.places[place].port)
            return place;
    return no_index;
}

bool LoadModel::has_points(EquipmentId device, const TreeWays& ways) const {
    const auto at = points_of_.find(device);
    return at != points_of_.end() &&
           std::any_of(at->second.begin(), at->second.end(), [&](std::uint32_t p) { return !ways.is_lost_plug(p); });
}

} // namespace riser
