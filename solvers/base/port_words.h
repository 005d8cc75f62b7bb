// SPDX-License-Identifier: GPL-3.0-or-later
// How protocols and ports are written in rules and services, read once for all who ask: forwarding, boundaries, the
// planner of rule bases, device configurations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

constexpr std::uint8_t icmp = 1, tcp = 6, udp = 17, icmp_v6 = 58;

struct PortRange {
    std::uint16_t first = 0, last = 65535;
    bool holds(std::int32_t port) const { return first <= port && port <= last; }
    bool operator==(const PortRange&) const = default;
};
// The port from which an answer came is the one to which the next answer goes: RFC 6335, 6.
constexpr PortRange dynamic_ports{49152, 65535};

// "443", "8000-8080", several of them by commas or blanks; nothing when it is none of this.
std::optional<std::vector<PortRange>> parse_ports(std::string_view text);

// What a rule of a filter or a part of Service::ports asks of protocol and port. `known`: its words were understood.
struct ProtocolWish {
    std::vector<std::uint8_t> protocols; // empty: any
    std::vector<PortRange> ports;        // empty: any; else of TCP and UDP only
    bool known = true;
    bool operator==(const ProtocolWish&) const = default;
};
ProtocolWish protocol_wish(std::string_view protocol, std::string_view ports);
// "tcp/443 udp/5060-5061"; what names no protocol is of TCP and UDP. Empty: nothing is asked.
std::vector<ProtocolWish> service_wishes(std::string_view ports);

// "tcp", "udp", "icmp", else the number, as protocol_wish() reads it.
std::string protocol_word(std::uint8_t protocol);
// "443", "8000-8080".
std::string to_string(const PortRange& range);

} // namespace riser
