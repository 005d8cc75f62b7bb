// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/wired_ports.h"

#include <algorithm>
#include <tuple>

namespace riser::verify {

namespace {

PortVlans vlans_of(const Design& design, const Port& row) {
    PortVlans out;
    if (row.mode == PortMode::unused)
        return out;
    if (const auto number = open_number(design, row.access_vlan))
        out.untagged = {*number, *row.access_vlan};
    if (row.mode != PortMode::trunk)
        return out;
    for (const VlanId vlan : row.trunk_vlans)
        if (const auto number = open_number(design, vlan)) {
            const auto [at, fresh] = out.tagged.emplace(*number, vlan);
            at->second = std::min(at->second, vlan);
        }
    return out;
}

std::set<VlanId> heard_on(const PortVlans& port) {
    std::set<VlanId> out;
    if (port.untagged)
        out.insert(port.untagged->second);
    for (const auto& [number, vlan] : port.tagged)
        if (!(port.untagged && port.untagged->first == number))
            out.insert(vlan);
    return out;
}

const NetDevice& device_of(const PlainNetwork& net, const Port& row) {
    return net.devices.at(net.stack.at(row.equipment));
}

} // namespace

bool is_secret(const Design& design, std::optional<PlaneId> plane) {
    const Plane* row = design.find(plane);
    return row && row->disclosure == Disclosure::secret;
}

std::optional<std::uint16_t> open_number(const Design& design, std::optional<VlanId> id) {
    const Vlan* row = design.find(id);
    return row && row->number && !is_secret(design, row->plane) ? std::optional(row->number->number()) : std::nullopt;
}

WiredPorts::WiredPorts(const Design& design, const Wiring& wiring, const PlainNetwork& devices)
    : design_(design), devices_(devices) {
    read_ports(design);
    read_links(design, wiring);
    read_ends(design, wiring);
}

// -- what stands in the rows

void WiredPorts::read_ports(const Design& design) {
    for (const Port& row : design.ports) {
        const Equipment* device = design.find(row.equipment);
        const Card* card = design.find(row.card);
        ReadPort& port = ports_.emplace_back();
        port.row = &row;
        port.stands = row.status != Status::remove && device && device->status != Status::remove &&
                      !is_secret(design, device->plane) && !(card && card->status == Status::remove);
        port.forwards = device && device_of(devices_, row).forwarding != Forwarding::nothing;
        port.vlans = vlans_of(design, row);
        if (!port.stands)
            continue;
        if (const auto place = place_of(port, port.vlans.untagged))
            port.places.emplace_back(*place, port.vlans.untagged->second);
        for (const auto& tagged : port.vlans.tagged)
            if (const auto place = place_of(port, std::pair<std::uint16_t, VlanId>(tagged)))
                port.places.emplace_back(*place, tagged.second);
    }
}

std::optional<std::size_t> WiredPorts::index_of(PortId id) const {
    const auto at = std::lower_bound(ports_.begin(), ports_.end(), id,
                                     [](const ReadPort& port, PortId wanted) { return port.row->id < wanted; });
    return at != ports_.end() && at->row->id == id ? std::optional(static_cast<std::size_t>(at - ports_.begin()))
                                                   : std::nullopt;
}

std::optional<std::size_t> WiredPorts::place_of(const ReadPort& port,
                                                const std::optional<std::pair<std::uint16_t, VlanId>>& vlan) {
    if (!vlan || !port.forwards)
        return std::nullopt;
    const bool alone =
        port.row->mode == PortMode::routed || device_of(devices_, *port.row).forwarding == Forwarding::by_permission;
    const NetPlaceKey key{devices_.stack.at(port.row->equipment), vlan->first, alone ? port.row->id : PortId{}};
    const auto [at, fresh] = known_.try_emplace(key, keys_.size());
    if (fresh)
        keys_.push_back(key);
    return at->second;
}

void WiredPorts::read_links(const Design& design, const Wiring& wiring) {
    for (const auto& [ends, cables] : wiring.links) {
        const auto a = index_of(ends.first);
        const auto b = index_of(ends.second);
        if (!a || !b) // cables may end on what is not there
            continue;
        ReadLink& link = links_.emplace_back();
        link.a = *a;
        link.b = *b;
        link.cables = &cables;
        if (ports_[*a].stands && ports_[*b].stands) {
            lead(link, ports_[*a], ports_[*b]);
            lead(link, ports_[*b], ports_[*a]);
        }
    }
    for (const ProviderHandoff& row : design.provider_handoffs)
        if (row.port && row.status != Status::remove && !is_secret(design, row.plane))
            if (const auto port = index_of(*row.port))
                handoffs_.push_back({&row, *port});
}

// Frames that leave by `from` and are heard by `to`, which forwards nothing: untagged ones, or as its trunk says.
void WiredPorts::hear(ReadLink& link, const ReadPort& from, const ReadPort& to) {
    const PortVlans& sent = from.vlans;
    const bool trunk = to.row->mode == PortMode::trunk;
    const auto on = [&](const std::pair<std::uint16_t, VlanId>& vlan) {
        if (const auto place = place_of(from, vlan))
            link.heard.emplace_back(devices_.stack.at(to.row->equipment), *place, vlan.second);
    };
    if (sent.untagged && (!trunk || to.vlans.untagged))
        on(*sent.untagged);
    for (const auto& [number, vlan] : sent.tagged)
        if (trunk && to.vlans.tagged.contains(number) && !(sent.untagged && sent.untagged->first == number))
            on({number, vlan});
}

// Frames that leave by `from` and are taken by `to`.
void WiredPorts::lead(ReadLink& link, const ReadPort& from, const ReadPort& to) {
    if (!to.forwards)
        return hear(link, from, to);
    const PortVlans& sent = from.vlans;
    const auto on = [&](const auto& out, const auto& in) {
        const auto a = place_of(from, out);
        const auto b = place_of(to, in);
        if (a && b)
            link.onward.emplace_back(*a, *b);
    };
    if (sent.untagged)
        on(sent.untagged, to.vlans.untagged);
    for (const auto& [number, vlan] : sent.tagged)
        if (!(sent.untagged && sent.untagged->first == number)) // the native VLAN leaves untagged, listed or not
            if (const auto in = to.vlans.tagged.find(number); in != to.vlans.tagged.end())
                on(std::optional(std::pair(number, vlan)), std::optional(std::pair(number, in->second)));
}

void WiredPorts::read_ends(const Design& design, const Wiring& wiring) {
    for (const auto& [jack, id] : wiring.jacks)
        if (const auto port = index_of(id); port && !is_secret(design, design.find(jack)->plane))
            jacks_.push_back({jack, *port, heard_on(ports_[*port].vlans)});
}

// -- what is left of it

WiredPorts::Living WiredPorts::living(AnyId failed) const {
    Living now;
    now.up.resize(ports_.size());
    for (std::size_t i = 0; i < ports_.size(); ++i)
        now.up[i] = ports_[i].stands && AnyId(ports_[i].row->equipment) != failed;
    for (const ReadLink& link : links_)
        if (failed.kind != Kind::cables ||
            std::find(link.cables->begin(), link.cables->end(), CableId{failed.value}) == link.cables->end())
            now.links.push_back(&link);
    while (take_down_short_lags(now)) {
    }
    return now;
}

// A LAG with fewer links than it needs takes its ports down.
bool WiredPorts::take_down_short_lags(Living& now) const {
    now.joined.assign(ports_.size(), false);
    for (const ReadLink* link : now.links)
        if (now.up[link->a] && now.up[link->b])
            now.joined[link->a] = now.joined[link->b] = true;
    for (const ReadJack& jack : jacks_)
        if (now.up[jack.port])
            now.joined[jack.port] = true;
    for (const ReadHandoff& handoff : handoffs_)
        if (now.up[handoff.port])
            now.joined[handoff.port] = true;
    std::map<LagId, std::int32_t> links;
    for (std::size_t i = 0; i < ports_.size(); ++i)
        if (now.joined[i] && ports_[i].row->lag)
            ++links[*ports_[i].row->lag];
    bool down = false;
    for (std::size_t i = 0; i < ports_.size(); ++i)
        if (now.joined[i] && ports_[i].row->lag)
            if (const Lag* lag = design_.find(*ports_[i].row->lag); lag && links[lag->id] < lag->minimum_links) {
                now.up[i] = false;
                down = true;
            }
    return down;
}

void WiredPorts::settle(PlainNetwork& net, const Living& now, std::vector<NetPlaceOf*>& places) const {
    for (std::size_t i = 0; i < ports_.size(); ++i) {
        if (!now.joined[i])
            continue;
        const ReadPort& port = ports_[i];
        for (const auto& [place, vlan] : port.places) {
            if (!places[place])
                places[place] = &net.places[keys_[place]];
            places[place]->vlans.insert(vlan);
            NetDevice& device = net.devices.at(keys_[place].equipment);
            if (device.forwarding != Forwarding::by_permission)
                continue;
            if (!places[place]->side)
                places[place]->side = port.row->zone ? port.row->zone : design_.find(vlan)->zone;
            if (std::find(device.sides.begin(), device.sides.end(), keys_[place]) == device.sides.end())
                device.sides.push_back(keys_[place]);
        }
    }
}

void WiredPorts::put_into(PlainNetwork& net, AnyId failed) const {
    const Living now = living(failed);
    std::vector<NetPlaceOf*> places(keys_.size());
    settle(net, now, places);
    for (const ReadLink& link : links_)
        net.joined.insert({ports_[link.a].row->equipment, ports_[link.b].row->equipment});
    for (const ReadLink* link : now.links)
        if (now.up[link->a] && now.up[link->b]) {
            for (const auto& [from, to] : link->onward)
                places[from]->onward.insert(keys_[to]);
            for (const auto& [device, place, vlan] : link->heard)
                net.heard[device].emplace(keys_[place], vlan);
        }
    for (const ReadJack& jack : jacks_)
        if (now.joined[jack.port] && ports_[jack.port].forwards)
            net.jacks.insert_or_assign(net.jacks.end(), jack.id, jack.heard);
    for (const ReadHandoff& handoff : handoffs_) {
        const ReadPort& port = ports_[handoff.port];
        if (!now.up[handoff.port] || !port.vlans.untagged || !port.forwards)
            continue;
        places[port.places.front().first]->providers.insert(handoff.row->id); // untagged stands first
        net.providers[handoff.row->id] = handoff.row;
    }
}

} // namespace riser::verify
