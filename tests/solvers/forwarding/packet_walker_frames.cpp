// SPDX-License-Identifier: GPL-3.0-or-later
// What lives, and where frames go.
#include "tests/solvers/forwarding/packet_walker.h"

#include <algorithm>

namespace riser::test {

namespace {

bool listed(const std::vector<EquipmentId>& ids, EquipmentId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

PacketWalker::PacketWalker(const Design& design, Senders senders, std::set<AnyId> failed)
    : design_(design), senders_(senders), failed_(std::move(failed)) {
    const Facts facts(design);
    links_ = facts.get<DeviceLinks>().links;
    jacks_ = facts.get<PatchedJacks>().jacks;
    for (const Stack& stack : design.stacks)
        if (failed_.contains(stack.id))
            failed_.insert(stack.members.begin(), stack.members.end());
    // The cords of these designs are whole links.
    std::erase_if(links_, [&](const DeviceLink& link) { return failed_.contains(link.cable); });
    std::erase_if(jacks_, [&](const PatchedJack& patched) {
        const Jack* jack = design.find(patched.jack);
        if (jack && secret(jack->plane))
            return true;
        for (const Termination& end : design.terminations)
            if (end.on == AnyId(patched.jack) && failed_.contains(end.cable))
                return true;
        return failed_.contains(patched.jack);
    });
    settle_ports();
}

bool PacketWalker::secret(std::optional<PlaneId> plane) const {
    const Plane* row = design_.find(plane);
    return row && row->disclosure == Disclosure::secret;
}

EquipmentId PacketWalker::group(EquipmentId device) const {
    std::set<EquipmentId> all{device};
    for (std::size_t before = 0; before != all.size();) {
        before = all.size();
        for (const Stack& stack : design_.stacks)
            if (std::any_of(all.begin(), all.end(), [&](EquipmentId id) { return listed(stack.members, id); }))
                for (const EquipmentId member : stack.members)
                    if (design_.find(member))
                        all.insert(member);
    }
    return *all.begin();
}

bool PacketWalker::alive(EquipmentId device) const {
    const Equipment* row = design_.find(device);
    return row && row->status != Status::remove && !failed_.contains(device) && !secret(row->plane);
}

bool PacketWalker::role_is(EquipmentId of, EquipmentRole role) const {
    for (const Equipment& device : design_.equipment)
        if (group(device.id) == of)
            if (const EquipmentType* type = design_.find(device.type); type && type->role == role)
                return true;
    return false;
}

bool PacketWalker::forwards(EquipmentId of) const {
    using R = EquipmentRole;
    for (const R role : {R::access_switch, R::distribution_switch, R::core_switch, R::router, R::firewall, R::ips,
                         R::av_gateway, R::waf, R::behaviour_audit, R::isolation_gateway})
        if (role_is(of, role))
            return true;
    for (const Gateway& gateway : design_.gateways)
        if (gateway.equipment && design_.find(*gateway.equipment) && group(*gateway.equipment) == of &&
            number(gateway.vlan))
            return true;
    return false;
}

bool PacketWalker::stands(const Port& port) const {
    return port.status != Status::remove && alive(port.equipment) && !failed_.contains(port.id) &&
           !down_.contains(port.id) && !(port.lag && failed_.contains(*port.lag));
}

void PacketWalker::settle_ports() {
    const auto joined = [&](const Port& port) {
        for (const DeviceLink& link : links_)
            if ((link.a == port.id && stands(*design_.find(link.b))) ||
                (link.b == port.id && stands(*design_.find(link.a))))
                return true;
        for (const PatchedJack& jack : jacks_)
            if (jack.port == port.id)
                return true;
        for (const ProviderHandoff& handoff : design_.provider_handoffs)
            if (handoff.port == port.id && !secret(handoff.plane) && !failed_.contains(handoff.id))
                return true;
        return false;
    };
    for (bool again = true; again;) {
        again = false;
        std::set<PortId> falling;
        for (const Lag& lag : design_.lags) {
            std::vector<PortId> ports;
            for (const Port& port : design_.ports)
                if (port.lag == lag.id && stands(port) && joined(port))
                    ports.push_back(port.id);
            if (static_cast<std::int32_t>(ports.size()) < lag.minimum_links)
                falling.insert(ports.begin(), ports.end());
        }
        for (const PortId port : falling)
            again |= down_.insert(port).second;
    }
    for (const Port& port : design_.ports) // what is joined with nothing carries nothing
        if (!joined(port))
            down_.insert(port.id);
}

std::optional<std::uint16_t> PacketWalker::number(std::optional<VlanId> vlan) const {
    const Vlan* row = design_.find(vlan);
    if (!row || !row->number || secret(row->plane))
        return {};
    return row->number->number();
}

const Vlan* PacketWalker::row_of(const Port& port, Tag tag) const {
    if (port.mode == PortMode::unused)
        return nullptr;
    if (tag == 0)
        return number(port.access_vlan) ? design_.find(port.access_vlan) : nullptr;
    const Vlan* out = nullptr;
    if (port.mode == PortMode::trunk)
        for (const VlanId vlan : port.trunk_vlans)
            if (number(vlan) == tag && (!out || vlan < out->id))
                out = design_.find(vlan);
    return out;
}

std::optional<PacketWalker::Tag> PacketWalker::sent_as(const Port& port, std::uint16_t n) const {
    if (const Vlan* native = row_of(port, 0); native && number(native->id) == n)
        return 0;
    if (row_of(port, n))
        return n;
    return {};
}

bool PacketWalker::station_takes(const Port& port, Tag tag) const {
    return port.mode == PortMode::trunk ? row_of(port, tag) != nullptr : tag == 0;
}

Spot PacketWalker::spot_of(const Port& port, std::uint16_t n) const {
    const EquipmentId device = group(port.equipment);
    return {device, n, port.mode == PortMode::routed || isolates(device) ? port.id : PortId{}};
}

bool PacketWalker::is_at(const Gateway& gateway, const Spot& spot) const {
    if (!gateway.equipment || !design_.find(*gateway.equipment) || group(*gateway.equipment) != spot.device ||
        number(gateway.vlan) != spot.number)
        return false;
    if (!spot.alone)
        return true;
    // A port that numbers a row twice goes by the first.
    const Port& port = *design_.find(spot.alone);
    const Vlan* native = row_of(port, 0);
    const Vlan* tagged = row_of(port, spot.number);
    return (native && native->id == gateway.vlan) || (tagged && tagged->id == gateway.vlan);
}

bool PacketWalker::up(const Gateway& gateway) const {
    for (const Port& port : design_.ports)
        if (stands(port) && number(gateway.vlan) && sent_as(port, *number(gateway.vlan)) &&
            is_at(gateway, spot_of(port, *number(gateway.vlan))))
            return true;
    return false;
}

std::optional<ZoneId> PacketWalker::zone_of(const Spot& side) const {
    const Port& port = *design_.find(side.alone);
    if (port.zone)
        return port.zone;
    if (const Vlan* native = row_of(port, 0); native && number(native->id) == side.number && native->zone)
        return native->zone;
    const Vlan* tagged = row_of(port, side.number);
    return tagged ? tagged->zone : std::nullopt;
}

std::vector<PacketWalker::Sending> PacketWalker::sendings(AnyId source) const {
    std::vector<Sending> out;
    if (source.kind == Kind::vlans) {
        const auto n = number(VlanId{source.value});
        for (const Port& port : design_.ports)
            if (n && stands(port) && forwards(group(port.equipment)))
                for (const Tag tag : {Tag{0}, *n})
                    if (const Vlan* row = row_of(port, tag); row && row->id.value == source.value)
                        out.push_back({spot_of(port, *n), row->id});
        for (const Gateway& gateway : design_.gateways) // a gateway's device knows its VLAN by number
            if (gateway.vlan.value == source.value && n)
                for (const Port& port : design_.ports)
                    if (stands(port) && sent_as(port, *n) && is_at(gateway, spot_of(port, *n)))
                        out.push_back({spot_of(port, *n), gateway.vlan});
        return out;
    }
    const auto plug = [&](const Port& port, auto takes) {
        if (!stands(port) || !forwards(group(port.equipment)))
            return;
        for (Tag tag = 0; tag < 4095; ++tag)
            if (const Vlan* row = takes(tag) ? row_of(port, tag) : nullptr)
                out.push_back({spot_of(port, *number(row->id)), row->id});
    };
    if (source.kind == Kind::jacks)
        for (const PatchedJack& jack : jacks_)
            if (AnyId(jack.jack) == source && design_.find(jack.port) && !failed_.contains(source))
                plug(*design_.find(jack.port), [&](Tag tag) { return tag == 0 || senders_ == Senders::any; });
    if (source.kind == Kind::provider_handoffs)
        if (const ProviderHandoff* handoff = design_.find(ProviderHandoffId{source.value});
            handoff && design_.find(handoff->port) && !secret(handoff->plane) && !failed_.contains(source))
            plug(*design_.find(handoff->port), [](Tag tag) { return tag == 0; });
    if (const Port* own = source.kind == Kind::ports ? design_.find(PortId{source.value}) : nullptr;
        own && stands(*own) && !forwards(group(own->equipment)))
        for (const DeviceLink& link : links_)
            if (link.a == own->id || link.b == own->id) {
                const Port* other = design_.find(link.a == own->id ? link.b : link.a);
                plug(*other, [&](Tag tag) { return station_takes(*own, tag); });
                if (stands(*other) && !forwards(group(other->equipment)) && station_takes(*own, 0))
                    out.push_back({{EquipmentId{}, 0, std::min(link.a, link.b)}, {}});
            }
    return out;
}

void PacketWalker::hear_on(const Port& port, std::uint16_t n, Ears& ears, std::vector<Spot>& next) const {
    const std::optional<Tag> tag = sent_as(port, n);
    if (!tag)
        return;
    for (const DeviceLink& link : links_) {
        if (link.a != port.id && link.b != port.id)
            continue;
        const Port& other = *design_.find(link.a == port.id ? link.b : link.a);
        if (!stands(other))
            continue;
        if (!forwards(group(other.equipment))) {
            if (station_takes(other, *tag))
                ears.stations.emplace(other.id, *tag != 0);
        } else if (const Vlan* row = row_of(other, *tag))
            next.push_back(spot_of(other, *number(row->id)));
    }
    for (const PatchedJack& jack : jacks_)
        if (jack.port == port.id && !failed_.contains(jack.jack))
            ears.stations.emplace(jack.jack, *tag != 0);
    for (const ProviderHandoff& handoff : design_.provider_handoffs)
        if (handoff.port == port.id && *tag == 0 && !secret(handoff.plane) && !failed_.contains(handoff.id))
            ears.stations.emplace(handoff.id, false);
}

PacketWalker::Ears PacketWalker::flooded(const Spot& from) const {
    Ears ears;
    std::vector<Spot> next{from};
    while (!next.empty()) {
        const Spot here = next.back();
        next.pop_back();
        if (!ears.spots.insert(here).second)
            continue;
        if (!here.device) { // a cable between two stations
            for (const DeviceLink& link : links_)
                if (std::min(link.a, link.b) == here.alone && stands(*design_.find(link.a)) &&
                    stands(*design_.find(link.b)))
                    for (const PortId end : {link.a, link.b})
                        if (station_takes(*design_.find(end), 0))
                            ears.stations.emplace(end, false);
            continue;
        }
        for (const Port& port : design_.ports)
            if (stands(port) && group(port.equipment) == here.device &&
                (here.alone ? port.id == here.alone : port.mode != PortMode::routed))
                hear_on(port, here.number, ears, next);
    }
    return ears;
}

std::vector<const Gateway*> PacketWalker::gateways_in(const Ears& ears, EquipmentId not_of) const {
    std::vector<const Gateway*> out;
    for (const Gateway& gateway : design_.gateways)
        if (gateway.equipment && group(*gateway.equipment) != not_of &&
            std::any_of(ears.spots.begin(), ears.spots.end(), [&](const Spot& spot) { return is_at(gateway, spot); }))
            out.push_back(&gateway);
    return out;
}

const Gateway* PacketWalker::answering(const std::vector<const Gateway*>& members) const {
    const Gateway* best = members.front();
    for (const Gateway* one : members)
        if (one->priority > best->priority || (one->priority == best->priority && one->address > best->address))
            best = one;
    return best;
}

} // namespace riser::test
