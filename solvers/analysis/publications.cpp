// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/publications.h"

#include "model/equipment.h"
#include "solvers/base/boundary_measures.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

bool is_of_secrets(FactInput& input, const Zone& zone) {
    const Plane* plane = input.find(zone.plane);
    return is_secret(zone.grading) || (plane && plane->disclosure == Disclosure::secret);
}

// What a row hands on, at the host.
std::vector<AskedPorts> handed_on(const Nat& row) {
    const ProtocolWish wish = protocol_wish(row.protocol, row.ports);
    if (row.kind != NatKind::service || !wish.known)
        return {};
    std::vector<PortRange> ports = wish.ports;
    if (ports.empty())
        ports.push_back({});
    else if (row.inside_port != 0)
        ports = {{static_cast<std::uint16_t>(row.inside_port), static_cast<std::uint16_t>(row.inside_port)}};
    const std::vector<std::uint8_t> protocols =
        wish.protocols.empty() ? std::vector<std::uint8_t>{tcp, udp} : wish.protocols;
    std::vector<AskedPorts> out;
    for (const std::uint8_t protocol : protocols)
        for (const PortRange& range : ports)
            out.push_back({protocol, range});
    return out;
}

// Of what is asked, the first part that is in none of the others.
std::optional<AskedPorts> part_outside(const AskedPorts& asked, const std::vector<AskedPorts>& others) {
    std::int32_t next = asked.ports.first;
    for (bool grown = true; grown && next <= asked.ports.last;) {
        grown = false;
        for (const AskedPorts& other : others)
            if (other.protocol == asked.protocol && other.ports.holds(next)) {
                next = other.ports.last + 1;
                grown = true;
            }
    }
    if (next > asked.ports.last)
        return std::nullopt;
    return AskedPorts{asked.protocol, {static_cast<std::uint16_t>(next), asked.ports.last}};
}

} // namespace

Text label_of(PublishingBar bar) {
    switch (bar) {
    case PublishingBar::none:
        return {"可以发布", "may be published"};
    case PublishingBar::nowhere:
        return {"没有所在安全域或外部线路", "it stands in no zone, or there is no such handoff"};
    case PublishingBar::secret:
        return {"涉密，任何情况下不得对外发布", "it is classified, and never published"};
    case PublishingBar::planes:
        return {"该外部线路属于另一网络", "the handoff is another network's"};
    case PublishingBar::management:
        return {"位于管理域", "it stands in a management zone"};
    case PublishingBar::not_hosts:
        return {"所在安全域不是服务器或设备的安全域", "its zone is none of servers or things"};
    case PublishingBar::apart:
        return {"意图要求其安全域与边界域隔离", "the intent keeps its zone apart from the edge"};
    }
    return {};
}

const Zone* zone_entered_by(FactInput& input, const ProviderHandoff& handoff) {
    if (const Zone* stated = input.find(handoff.zone))
        return stated;
    const Zone* first = nullptr;
    for (const Zone& zone : input.table<Zone>())
        if (handoff.plane && zone.plane == *handoff.plane && zone.role == ZoneRole::edge &&
            (!first || std::tie(zone.code, zone.id) < std::tie(first->code, first->id)))
            first = &zone;
    return first;
}

PublishingBar publishing_bar(FactInput& input, const Service& service, ProviderHandoffId id) {
    const ProviderHandoff* handoff = input.find(id);
    const Zone* home = input.find(service.zone);
    const Zone* edge = handoff && handoff->status != Status::remove ? zone_entered_by(input, *handoff) : nullptr;
    const Plane* plane = handoff ? input.find(handoff->plane) : nullptr;
    if ((home && is_of_secrets(input, *home)) || (edge && is_of_secrets(input, *edge)) ||
        (plane && plane->disclosure == Disclosure::secret))
        return PublishingBar::secret;
    if (!home || !edge)
        return PublishingBar::nowhere;
    if (edge->plane != home->plane || (plane && plane->id != home->plane))
        return PublishingBar::planes;
    if (home->management)
        return PublishingBar::management;
    if (home->role != ZoneRole::servers && home->role != ZoneRole::things)
        return PublishingBar::not_hosts;
    const AnyId a = home->id, b = edge->id;
    for (const MustNotReach& row : input.table<MustNotReach>())
        if ((row.a == a && row.b == b) || (row.a == b && row.b == a))
            return PublishingBar::apart;
    return PublishingBar::none;
}

std::string to_string(const AskedPorts& asked) { return protocol_word(asked.protocol) + '/' + to_string(asked.ports); }

std::vector<AskedPorts> asked_ports(const Service& service) {
    std::vector<AskedPorts> out;
    for (const ProtocolWish& wish : service_wishes(service.ports)) {
        if (!wish.known || (wish.ports.empty() && wish.protocols.empty()))
            continue;
        const std::vector<std::uint8_t> protocols =
            wish.protocols.empty() ? std::vector<std::uint8_t>{tcp, udp} : wish.protocols;
        const std::vector<PortRange> ports = wish.ports.empty() ? std::vector<PortRange>{{}} : wish.ports;
        for (const std::uint8_t protocol : protocols)
            for (const PortRange& range : ports)
                if (protocol == tcp || protocol == udp)
                    out.push_back({protocol, range});
    }
    return out;
}

bool is_of_ports(const Nat& row, const Service& service) {
    const std::vector<AskedPorts> asked = asked_ports(service);
    const std::vector<AskedPorts> handed = handed_on(row);
    return !handed.empty() && (service.ports.empty() || std::all_of(handed.begin(), handed.end(), [&](const auto& one) {
                                   return !part_outside(one, asked);
                               }));
}

std::optional<AskedPorts> not_handed_on(const Service& service, std::span<const Nat* const> rows) {
    std::vector<AskedPorts> handed;
    for (const Nat* row : rows)
        for (const AskedPorts& one : handed_on(*row))
            handed.push_back(one);
    for (const AskedPorts& asked : asked_ports(service))
        if (const std::optional<AskedPorts> missing = part_outside(asked, handed))
            return missing;
    return std::nullopt;
}

Publications Publications::compute(FactInput& input) {
    Publications out;
    for (const Service& service : input.table<Service>())
        for (const ProviderHandoffId handoff : service.published) {
            Of of{
                .service = service.id, .handoff = handoff, .bar = publishing_bar(input, service, handoff), .rows = {}};
            for (const Nat& row : input.table<Nat>())
                if (row.kind == NatKind::service && row.service == service.id && row.handoff == handoff)
                    of.rows.push_back(row.id);
            out.list.push_back(std::move(of));
        }
    std::sort(out.list.begin(), out.list.end(),
              [](const Of& a, const Of& b) { return std::tie(a.service, a.handoff) < std::tie(b.service, b.handoff); });
    out.list.erase(std::unique(out.list.begin(), out.list.end()), out.list.end());
    return out;
}

} // namespace riser
