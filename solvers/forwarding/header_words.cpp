// SPDX-License-Identifier: GPL-3.0-or-later
// Packets and rules one by one.
#include "solvers/forwarding/header_space.h"

#include <algorithm>

namespace riser {

namespace {

bool carries_ports(std::uint8_t protocol) { return protocol == tcp || protocol == udp; }

bool within(const std::optional<IpPrefix>& prefix, const IpAddress& address) {
    return !prefix || contains(*prefix, address);
}

bool meets(const ProtocolWish& wish, const Packet& packet) {
    if (!wish.protocols.empty() &&
        std::find(wish.protocols.begin(), wish.protocols.end(), packet.protocol) == wish.protocols.end())
        return false;
    return wish.ports.empty() || (carries_ports(packet.protocol) &&
                                  std::any_of(wish.ports.begin(), wish.ports.end(), [&](const PortRange& range) {
                                      return range.first <= packet.port && packet.port <= range.last;
                                  }));
}

} // namespace

std::string to_string(const Packet& packet) {
    std::string out = to_string(packet.source) + " > " + to_string(packet.destination) + ' ';
    out += protocol_word(packet.protocol);
    return carries_ports(packet.protocol) ? out + '/' + std::to_string(packet.port) : out;
}

bool speaks_of(const AclRule& rule, const Packet& packet) {
    const ProtocolWish wish = protocol_wish(rule.protocol, rule.ports);
    if (!wish.known && rule.action == AclAction::deny)
        return false;
    return within(rule.source, packet.source) && within(rule.destination, packet.destination) && meets(wish, packet);
}

} // namespace riser
