// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/forwarding/packet_walker.h"

#include <algorithm>

namespace riser::test {

namespace {

// Words of rules, read again and otherwise.
bool protocol_fits(const std::string& word, std::uint8_t protocol, bool& known) {
    if (word.empty() || word == "ip" || word == "any")
        return true;
    if (word == "icmp")
        return protocol == 1 || protocol == 58;
    static const std::map<std::string, int> names{{"tcp", 6},  {"udp", 17}, {"igmp", 2},  {"gre", 47},
                                                  {"esp", 50}, {"ah", 51},  {"ospf", 89}, {"vrrp", 112}};
    if (const auto at = names.find(word); at != names.end())
        return at->second == protocol;
    if (word.find_first_not_of("0123456789") == std::string::npos && std::stol(word) < 256)
        return std::stol(word) == protocol;
    known = false;
    return true;
}

bool ports_fit(const std::string& text, const Packet& packet, bool& known) {
    std::string word;
    bool any = true, fits = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != ',' && text[i] != ' ') {
            word += text[i];
            continue;
        }
        if (word.empty())
            continue;
        any = false;
        const std::size_t dash = word.find('-');
        const std::string low = word.substr(0, dash), high = dash == std::string::npos ? low : word.substr(dash + 1);
        const auto number = [](const std::string& digits) {
            return !digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos && digits.size() < 6;
        };
        if (!number(low) || !number(high) || std::stol(low) > std::stol(high) || std::stol(high) > 65535)
            known = false;
        else
            fits |= std::stol(low) <= packet.port && packet.port <= std::stol(high);
        word.clear();
    }
    return any || !known || (fits && (packet.protocol == 6 || packet.protocol == 17));
}

// What a rule cannot say is anything when it permits and nothing when it denies.
bool rule_fits(const AclRule& rule, const Packet& packet) {
    bool known_protocol = true, known_ports = true;
    const bool protocol = protocol_fits(rule.protocol, packet.protocol, known_protocol);
    const bool ports = ports_fit(rule.ports, packet, known_ports);
    if (rule.action == AclAction::deny && !(known_protocol && known_ports))
        return false;
    return protocol && ports && (!rule.source || contains(*rule.source, packet.source)) &&
           (!rule.destination || contains(*rule.destination, packet.destination));
}

bool lets_pass(const Acl& acl, const Packet& packet) {
    for (const AclRule& rule : acl.rules)
        if (rule_fits(rule, packet))
            return rule.action == AclAction::permit;
    return false;
}

} // namespace

Walk PacketWalker::from(AnyId source, const Packet& packet, const Walk* answers_to) {
    walk_ = {};
    offered_.clear();
    answers_to_ = answers_to;
    for (const Sending& sending : sendings(source))
        send(sending, packet);
    return walk_;
}

void PacketWalker::send(const Sending& sending, const Packet& packet) {
    const EquipmentId not_of = sending.by_isolation ? sending.spot.device : EquipmentId{};
    const Spot* not_at = sending.by_isolation ? &sending.spot : nullptr;
    const Ears ears = flooded(sending.spot);
    std::vector<const Gateway*> gateways = gateways_in(ears, not_of);
    if (senders_ == Senders::any) {
        arrive(sending.spot, packet, not_at);
        for (const Gateway* gateway : gateways)
            hand(*gateway, packet);
        return;
    }
    bool near = !sending.vlan;
    for (const Prefix& prefix : design_.prefixes)
        near |= prefix.vlan == sending.vlan && prefix.prefix && contains(*prefix.prefix, packet.destination);
    if (near)
        return arrive(sending.spot, packet, not_at);
    std::map<IpAddress, std::vector<const Gateway*>> shared;
    for (const Gateway* gateway : gateways)
        if (gateway->vlan == sending.vlan && gateway->shared)
            shared[*gateway->shared].push_back(gateway);
    for (const auto& [address, members] : shared)
        hand(*answering(members), packet);
    if (shared.empty())
        for (const Gateway* gateway : gateways)
            if (gateway->vlan == sending.vlan)
                hand(*gateway, packet);
}

void PacketWalker::arrive(const Spot& from, const Packet& packet, const Spot* not_at) {
    const Ears ears = flooded(from);
    for (const auto& [station, tagged] : ears.stations)
        if (!tagged || station.kind == Kind::ports || senders_ == Senders::any)
            walk_.heard.emplace(station, packet);
    std::vector<Spot> sides;
    for (const Spot& spot : ears.spots) {
        walk_.arrived.emplace(spot, packet);
        if (spot.device && isolates(spot.device) && (!not_at || *not_at != spot))
            sides.push_back(spot);
    }
    for (const Spot& side : sides)
        offer(side, packet);
}

void PacketWalker::hand(const Gateway& gateway, const Packet& packet) {
    if (isolates(group(*gateway.equipment))) {
        for (const Port& port : design_.ports)
            if (stands(port) && sent_as(port, *number(gateway.vlan)))
                if (const Spot spot = spot_of(port, *number(gateway.vlan)); is_at(gateway, spot))
                    offer(spot, packet);
        return;
    }
    if (walk_.handed.emplace(gateway.id, packet).second)
        route(gateway, packet);
}

void PacketWalker::offer(const Spot& side, const Packet& packet) {
    if (!zone_of(side) || !offered_.emplace(side, packet).second)
        return;
    for (const Policy& policy : design_.policies) {
        const bool here = std::any_of(policy.enforced_by.begin(), policy.enforced_by.end(),
                                      [&](EquipmentId by) { return design_.find(by) && group(by) == side.device; });
        const Zone *from = design_.find(policy.from), *to = design_.find(policy.to);
        if (!here || policy.action != AclAction::permit || !from || !to || secret(from->plane) || secret(to->plane) ||
            std::find(policy.controls.begin(), policy.controls.end(), Control::isolation_gateway) ==
                policy.controls.end())
            continue;
        const auto asks = [&](const Packet& asking) {
            bool out = policy.services.empty();
            for (const ServiceId id : policy.services)
                if (const Service* service = design_.find(id); service && service->address == asking.destination) {
                    // Services of these designs are of TCP on one range of ports, or anything.
                    const std::string& ports = service->ports;
                    bool known = true;
                    out |= ports.empty() || (asking.protocol == 6 && ports_fit(ports.substr(4), asking, known));
                }
            return out;
        };
        std::optional<ZoneId> other;
        if (zone_of(side) == policy.from && asks(packet))
            other = policy.to;
        else if (zone_of(side) == policy.to && zone_of(side) != policy.from && answers_to_)
            for (const auto& [device, request] : answers_to_->passed)
                if (device == side.device && asks(request) && request.destination == packet.source &&
                    request.source == packet.destination && request.protocol == packet.protocol)
                    other = policy.from;
        if (!other)
            continue;
        walk_.passed.emplace(side.device, packet);
        for (const Port& port : design_.ports)
            if (stands(port) && group(port.equipment) == side.device)
                for (const Vlan& vlan : design_.vlans)
                    if (const auto n = number(vlan.id); n && sent_as(port, *n))
                        if (const Spot spot = spot_of(port, *n); spot != side && zone_of(spot) == other) {
                            const Vlan* native = row_of(port, 0);
                            const Vlan* first = row_of(port, *n);
                            if (native && number(native->id) == n && (!first || native->id < first->id))
                                first = native;
                            // The first of its rows here, of gateways too.
                            std::optional<VlanId> row = first->id;
                            send({spot, row, true}, packet);
                        }
    }
}

bool PacketWalker::filters_pass(EquipmentId device, std::optional<VlanId> vlan, AclDirection direction,
                                const Packet& packet, bool when_none) const {
    bool any = false;
    for (const Acl& acl : design_.acls)
        if (acl.equipment && design_.find(*acl.equipment) && group(*acl.equipment) == device && acl.vlan == vlan &&
            (!vlan || acl.direction == direction)) {
            any = true;
            if (!lets_pass(acl, packet))
                return false;
        }
    return any || when_none;
}

bool PacketWalker::answers(EquipmentId device, const Packet& packet, bool with_partners) const {
    if (!answers_to_)
        return false;
    for (const auto& [at, request] : answers_to_->passed)
        if (at == device && request.destination == packet.source && request.source == packet.destination &&
            request.protocol == packet.protocol)
            return true;
    if (with_partners)
        for (const Gateway& mine : design_.gateways)
            for (const Gateway& other : design_.gateways)
                if (mine.shared && mine.shared == other.shared && mine.equipment && other.equipment &&
                    number(mine.vlan) && number(other.vlan) && group(*mine.equipment) == device &&
                    role_is(group(*other.equipment), EquipmentRole::firewall) &&
                    answers(group(*other.equipment), packet, false))
                    return true;
    return false;
}

Packet PacketWalker::entering(const Gateway& in, EquipmentId device, const Packet& packet) const {
    std::set<AnyId> heard;
    for (const Port& port : design_.ports)
        if (const std::uint16_t n = *number(in.vlan); stands(port) && sent_as(port, n) && is_at(in, spot_of(port, n)))
            for (const auto& [station, tagged] : flooded(spot_of(port, n)).stations)
                heard.insert(station);
    for (const Nat& nat : design_.nats) {
        bool at_handoff = false;
        for (const AnyId station : heard)
            at_handoff |= station.kind == Kind::provider_handoffs && (!nat.handoff || AnyId(*nat.handoff) == station);
        bool known = true;
        if (nat.kind != NatKind::service || !at_handoff || !nat.equipment || !design_.find(*nat.equipment) ||
            group(*nat.equipment) != device || nat.outside != packet.destination || !nat.inside ||
            nat.inside->is_v6 != packet.destination.is_v6)
            continue;
        // Rows of these designs say "tcp" or nothing, and ports only with it.
        if (!nat.protocol.empty() && (nat.protocol != "tcp" || packet.protocol != tcp))
            continue;
        if (!nat.ports.empty() && !ports_fit(nat.ports, packet, known))
            continue;
        Packet out = packet;
        out.destination = *nat.inside;
        if (!nat.ports.empty() && nat.inside_port != 0)
            out.port = static_cast<std::uint16_t>(nat.inside_port);
        return out;
    }
    return packet;
}

void PacketWalker::route(const Gateway& in, const Packet& asked) {
    const EquipmentId device = group(*in.equipment);
    if (!filters_pass(device, in.vlan, AclDirection::in, asked, true))
        return;
    const Packet packet = entering(in, device, asked);
    const bool firewall = role_is(device, EquipmentRole::firewall);
    const auto vrf_of = [&](const std::optional<VrfId>& vrf) { return firewall ? std::nullopt : vrf; };
    const auto vrf = vrf_of(design_.find(in.vlan)->vrf);
    std::vector<const Gateway*> mine;
    for (const Gateway& gateway : design_.gateways)
        if (gateway.equipment && design_.find(*gateway.equipment) && group(*gateway.equipment) == device &&
            up(gateway) && vrf_of(design_.find(gateway.vlan)->vrf) == vrf)
            mine.push_back(&gateway);
    for (const Gateway* gateway : mine)
        if (gateway->address == packet.destination || gateway->shared == packet.destination) {
            walk_.own.emplace(device, packet);
            return;
        }
    if (!filters_pass(device, {}, AclDirection::in, packet, !firewall) && !(firewall && answers(device, packet, true)))
        return;
    walk_.passed.emplace(device, packet);
    // The longest prefix; connected before any route.
    struct Way {
        int length = -1;
        std::int64_t preference = 0;
        const Gateway* out = nullptr;
        std::optional<IpAddress> next_hop;
    };
    std::vector<Way> ways;
    const auto connected_to = [&](const IpAddress& address) {
        std::vector<Way> out;
        for (const Gateway* gateway : mine)
            for (const Prefix& prefix : design_.prefixes)
                if (prefix.vlan == gateway->vlan && prefix.prefix && contains(*prefix.prefix, address))
                    out.push_back({prefix.prefix->length, INT64_MIN, gateway, {}});
        int longest = -1;
        for (const Way& way : out)
            longest = std::max(longest, way.length);
        std::erase_if(out, [&](const Way& way) { return way.length < longest; });
        return out;
    };
    ways = connected_to(packet.destination);
    for (const Route& row : design_.routes) {
        if (!row.equipment || !design_.find(*row.equipment) || group(*row.equipment) != device ||
            vrf_of(row.vrf) != vrf || !row.destination || !contains(*row.destination, packet.destination))
            continue;
        if (!row.next_hop)
            ways.push_back({row.destination->length, row.preference, nullptr, {}});
        else
            for (const Way& way : connected_to(*row.next_hop))
                ways.push_back({row.destination->length, row.preference, way.out, row.next_hop});
    }
    int longest = -1;
    for (const Way& way : ways)
        longest = std::max(longest, way.length);
    std::int64_t best = INT64_MAX;
    for (const Way& way : ways)
        if (way.length == longest)
            best = std::min(best, way.preference);
    for (const Way& way : ways)
        if (way.length == longest && way.preference == best && way.out)
            leave(in, *way.out, way.next_hop, packet);
}

std::vector<Packet> PacketWalker::translated(EquipmentId device, const Ears& ears, const Packet& packet) const {
    for (const Nat& nat : design_.nats) {
        if (nat.kind != NatKind::source || !nat.equipment || !design_.find(*nat.equipment) ||
            group(*nat.equipment) != device || !nat.translated ||
            nat.translated->address.is_v6 != packet.source.is_v6 ||
            (nat.source && !contains(*nat.source, packet.source)))
            continue;
        const bool outward = std::any_of(ears.stations.begin(), ears.stations.end(), [&](const auto& ear) {
            return ear.first.kind == Kind::provider_handoffs && (!nat.handoff || AnyId(*nat.handoff) == ear.first);
        });
        if (!outward)
            continue;
        const int width = packet.source.is_v6 ? 128 : 32;
        const int given = nat.translated->length;
        std::vector<Packet> out;
        const bool one_to_one = (nat.source ? nat.source->length : 0) == given;
        for (int host = 0; host < (one_to_one ? 1 : 1 << (width - given)); ++host) {
            Packet changed = packet;
            for (int bit = 0; bit < width; ++bit) {
                const auto byte = static_cast<std::size_t>(bit / 8);
                const auto mask = static_cast<std::uint8_t>(0x80 >> bit % 8);
                const bool given_bit = nat.translated->address.bytes[byte] & mask;
                const bool host_bit = one_to_one ? packet.source.bytes[byte] & mask : host >> (width - 1 - bit) & 1;
                const bool set = bit < given ? given_bit : host_bit;
                changed.source.bytes[byte] =
                    static_cast<std::uint8_t>((changed.source.bytes[byte] & ~mask) | (set ? mask : 0));
            }
            out.push_back(changed);
        }
        return out;
    }
    return {packet};
}

void PacketWalker::leave(const Gateway& in, const Gateway& out, const std::optional<IpAddress>& next_hop,
                         const Packet& packet) {
    const EquipmentId device = group(*in.equipment);
    if (!filters_pass(device, out.vlan, AclDirection::out, packet, true))
        return;
    const std::uint16_t n = *number(out.vlan);
    std::set<Spot> spots;
    for (const Port& port : design_.ports)
        if (stands(port) && sent_as(port, n) && is_at(out, spot_of(port, n)))
            spots.insert(spot_of(port, n));
    for (const Spot& spot : spots) {
        const Ears ears = flooded(spot);
        for (const Packet& changed : translated(device, ears, packet)) {
            if (!next_hop) {
                arrive(spot, changed, nullptr);
                continue;
            }
            // A device never sends to an address of its own.
            bool own = false;
            for (const Gateway& gateway : design_.gateways)
                own |= gateway.equipment && design_.find(*gateway.equipment) && group(*gateway.equipment) == device &&
                       up(gateway) &&
                       (role_is(device, EquipmentRole::firewall) ||
                        design_.find(gateway.vlan)->vrf == design_.find(out.vlan)->vrf) &&
                       (gateway.address == next_hop || gateway.shared == next_hop);
            if (own)
                continue;
            std::vector<const Gateway*> sharing;
            for (const Gateway* gateway : gateways_in(ears, device))
                if (gateway->address == next_hop)
                    hand(*gateway, changed);
                else if (gateway->shared == next_hop)
                    sharing.push_back(gateway);
            if (senders_ == Senders::ordinary && !sharing.empty())
                sharing = {answering(sharing)};
            for (const Gateway* gateway : sharing)
                hand(*gateway, changed);
            for (const auto& [station, tagged] : ears.stations)
                if (station.kind == Kind::provider_handoffs &&
                    design_.find(ProviderHandoffId{station.value})->peer == next_hop) {
                    walk_.heard.emplace(station, changed);
                    walk_.given.emplace(station, packet);
                }
        }
    }
}

} // namespace riser::test
