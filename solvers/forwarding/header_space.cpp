// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/header_space.h"

#include <algorithm>
#include <numeric>

namespace riser {

namespace {

constexpr std::uint32_t address_bits = 128;
constexpr std::uint32_t destination_at = 1; // the family is variable 0, true for version 6
constexpr std::uint32_t source_at = destination_at + address_bits;
constexpr std::uint32_t protocol_at = source_at + address_bits;
constexpr std::uint32_t port_at = protocol_at + 8;
constexpr std::uint32_t all_variables = port_at + 16;

std::uint8_t bit_of_byte(std::uint32_t bit) { return static_cast<std::uint8_t>(0x80U >> bit % 8); }

std::uint32_t width(bool is_v6) { return is_v6 ? 128 : 32; }

using Way = std::vector<std::optional<bool>>; // as BddSpace::example gives it

void take_address(const Way& way, std::uint32_t first, std::array<std::uint8_t, 16>& value,
                  std::array<std::uint8_t, 16>& mask) {
    for (std::uint32_t bit = 0; bit < address_bits; ++bit)
        if (const std::optional<bool> set = way[first + bit]) {
            mask[bit / 8] |= bit_of_byte(bit);
            if (*set)
                value[bit / 8] |= bit_of_byte(bit);
        }
}

template<class Number> void take_number(const Way& way, std::uint32_t first, Number& value, Number& mask) {
    constexpr std::uint32_t bits = sizeof(Number) * 8;
    for (std::uint32_t bit = 0; bit < bits; ++bit)
        if (const std::optional<bool> set = way[first + bit]) {
            const auto one = static_cast<Number>(1U << (bits - 1 - bit));
            mask = static_cast<Number>(mask | one);
            if (*set)
                value = static_cast<Number>(value | one);
        }
}

HeaderCube cube_of(const Way& way) {
    HeaderCube out;
    out.is_v6 = way[0];
    take_address(way, destination_at, out.destination, out.destination_mask);
    take_address(way, source_at, out.source, out.source_mask);
    take_number(way, protocol_at, out.protocol, out.protocol_mask);
    take_number(way, port_at, out.port, out.port_mask);
    return out;
}

std::vector<std::uint32_t> variables_from(std::uint32_t first, std::uint32_t count) {
    std::vector<std::uint32_t> out(count);
    std::iota(out.begin(), out.end(), first);
    return out;
}

} // namespace

HeaderSpace::HeaderSpace(const BddOptions& options) : sets_(all_variables, options) {}

Bdd HeaderSpace::family(bool is_v6) {
    const Bdd six = sets_.variable(0);
    return is_v6 ? six : BddSpace::negation(six);
}

// From the last bit up, so that each step is one new node.
Bdd HeaderSpace::address(const IpPrefix& prefix, std::uint32_t first) {
    const auto [at, is_new] = addresses_.try_emplace({first, prefix});
    if (!is_new)
        return at->second;
    Bdd out = BddSpace::yes();
    for (std::uint32_t bit = prefix.length; bit-- > 0;) {
        const Bdd variable = sets_.variable(first + bit);
        const bool set = prefix.address.bytes[bit / 8] & bit_of_byte(bit);
        out = sets_.both(set ? variable : BddSpace::negation(variable), out);
    }
    return at->second = sets_.both(family(prefix.address.is_v6), out);
}

Bdd HeaderSpace::number(std::uint32_t value, std::uint32_t bits, std::uint32_t first) {
    Bdd out = BddSpace::yes();
    for (std::uint32_t bit = bits; bit-- > 0;) {
        const Bdd variable = sets_.variable(first + bit);
        out = sets_.both(value >> (bits - 1 - bit) & 1U ? variable : BddSpace::negation(variable), out);
    }
    return out;
}

Bdd HeaderSpace::at_most(std::uint32_t value, std::uint32_t bits, std::uint32_t first) {
    Bdd out = BddSpace::yes();
    for (std::uint32_t bit = bits; bit-- > 0;) {
        const Bdd clear = BddSpace::negation(sets_.variable(first + bit));
        out = value >> (bits - 1 - bit) & 1U ? sets_.either(clear, out) : sets_.both(clear, out);
    }
    return out;
}

Bdd HeaderSpace::to(const IpPrefix& prefix) { return address(prefix, destination_at); }
Bdd HeaderSpace::from(const IpPrefix& prefix) { return address(prefix, source_at); }
Bdd HeaderSpace::to(const IpAddress& host) {
    return address({host, static_cast<std::uint8_t>(width(host.is_v6))}, destination_at);
}
Bdd HeaderSpace::from(const IpAddress& host) {
    return address({host, static_cast<std::uint8_t>(width(host.is_v6))}, source_at);
}
Bdd HeaderSpace::protocol(std::uint8_t value) { return number(value, 8, protocol_at); }
Bdd HeaderSpace::port(PortRange range) {
    const Bdd below = at_most(range.last, 16, port_at);
    return range.first == 0 ? below
                            : sets_.except(below, at_most(static_cast<std::uint32_t>(range.first - 1), 16, port_at));
}

Bdd HeaderSpace::wished(const ProtocolWish& wish) {
    Bdd protocols = wish.protocols.empty() ? BddSpace::yes() : BddSpace::no();
    for (const std::uint8_t one : wish.protocols)
        protocols = sets_.either(protocols, protocol(one));
    if (wish.ports.empty())
        return protocols;
    Bdd ports = BddSpace::no();
    for (const PortRange& range : wish.ports)
        ports = sets_.either(ports, port(range));
    return sets_.both(sets_.both(protocols, sets_.either(protocol(tcp), protocol(udp))), ports);
}

Bdd HeaderSpace::only(const Packet& packet) {
    const Bdd asked = sets_.both(number(packet.protocol, 8, protocol_at), number(packet.port, 16, port_at));
    return sets_.both(to(packet.destination), sets_.both(from(packet.source), asked));
}

Bdd HeaderSpace::spoken_of(const AclRule& rule) {
    const ProtocolWish wish = protocol_wish(rule.protocol, rule.ports);
    if (!wish.known && rule.action == AclAction::deny)
        return BddSpace::no();
    Bdd out = wished(wish);
    if (rule.source)
        out = sets_.both(from(*rule.source), out);
    return rule.destination ? sets_.both(to(*rule.destination), out) : out;
}

// From the last rule up: each only overrides what it speaks of.
Bdd HeaderSpace::permitted(const std::vector<AclRule>& rules) {
    Bdd out = BddSpace::no();
    for (auto rule = rules.rbegin(); rule != rules.rend(); ++rule) {
        const Bdd spoken = spoken_of(*rule);
        out = rule->action == AclAction::permit ? sets_.either(out, spoken) : sets_.except(out, spoken);
    }
    return out;
}

std::vector<Bdd> HeaderSpace::decided(const std::vector<AclRule>& rules) {
    std::vector<Bdd> out;
    Bdd left = BddSpace::yes();
    for (const AclRule& rule : rules) {
        const Bdd spoken = spoken_of(rule);
        out.push_back(sets_.both(left, spoken));
        left = sets_.except(left, spoken);
    }
    return out;
}

Bdd HeaderSpace::asking(const Service& service) {
    return service.address ? sets_.both(to(*service.address), of_ports(service)) : BddSpace::no();
}

Bdd HeaderSpace::of_ports(const Service& service) {
    const std::vector<ProtocolWish> wishes = service_wishes(service.ports);
    Bdd asked = wishes.empty() ? BddSpace::yes() : BddSpace::no();
    for (const ProtocolWish& wish : wishes)
        if (wish.known)
            asked = sets_.either(asked, wished(wish));
    return asked;
}

Bdd HeaderSpace::translated(Bdd headers, const IpPrefix& source, const IpPrefix& translated) {
    if (source.address.is_v6 != translated.address.is_v6)
        return headers;
    const Bdd meant = sets_.both(headers, from(source));
    const std::uint32_t bits = source.length == translated.length ? source.length : address_bits;
    const Bdd anywhere = sets_.exists(meant, variables_from(source_at, bits));
    return sets_.either(sets_.except(headers, meant), sets_.both(anywhere, from(translated)));
}

Bdd HeaderSpace::asked_outside(const Nat& nat) {
    const ProtocolWish wish = protocol_wish(nat.protocol, nat.ports);
    if (nat.kind != NatKind::service || !nat.outside || !nat.inside || nat.outside->is_v6 != nat.inside->is_v6 ||
        !wish.known)
        return BddSpace::no();
    return sets_.both(to(*nat.outside), wished(wish));
}

Bdd HeaderSpace::redirected(Bdd asked, const Nat& nat) {
    Bdd out = sets_.both(sets_.exists(asked, variables_from(destination_at, address_bits)), to(*nat.inside));
    if (nat.ports.empty() || nat.inside_port == 0)
        return out;
    return sets_.both(sets_.exists(out, variables_from(port_at, 16)),
                      number(static_cast<std::uint32_t>(nat.inside_port), 16, port_at));
}

Bdd HeaderSpace::any_source(Bdd headers) { return sets_.exists(headers, variables_from(source_at, address_bits)); }

Bdd HeaderSpace::reversed(Bdd headers) {
    if (const auto known = reversed_.find(headers.ref); known != reversed_.end())
        return known->second;
    Bdd out = BddSpace::no();
    Bdd left = sets_.exists(headers, variables_from(port_at, 16));
    while (left != BddSpace::no() && !sets_.overflowed()) {
        HeaderCube cube = cube_of(*sets_.example(left));
        left = sets_.except(left, of(cube));
        std::swap(cube.destination, cube.source);
        std::swap(cube.destination_mask, cube.source_mask);
        out = sets_.either(out, of(cube));
    }
    reversed_.emplace(headers.ref, out);
    return out;
}

Bdd HeaderSpace::for_every_port(Bdd headers, PortRange range) {
    const Bdd missing = sets_.except(port(range), headers);
    return BddSpace::negation(sets_.exists(missing, variables_from(port_at, 16)));
}

std::optional<Packet> HeaderSpace::example(Bdd headers) {
    for (const std::uint8_t one : {tcp, udp})
        if (const Bdd wished = sets_.both(headers, protocol(one)); wished != BddSpace::no()) {
            headers = wished;
            break;
        }
    const auto way = sets_.example(headers);
    if (!way)
        return {};
    const HeaderCube cube = cube_of(*way);
    Packet out;
    out.destination.is_v6 = out.source.is_v6 = cube.is_v6.value_or(false);
    out.destination.bytes = cube.destination;
    out.source.bytes = cube.source;
    out.protocol = cube.protocol;
    out.port = cube.port;
    return out;
}

Bdd HeaderSpace::of(const HeaderCube& cube) {
    Bdd out = BddSpace::yes();
    const auto fix = [&](std::uint32_t variable, bool set) {
        const Bdd v = sets_.variable(variable);
        out = sets_.both(set ? v : BddSpace::negation(v), out);
    };
    for (std::uint32_t bit = 16; bit-- > 0;)
        if (cube.port_mask >> (15 - bit) & 1U)
            fix(port_at + bit, cube.port >> (15 - bit) & 1U);
    for (std::uint32_t bit = 8; bit-- > 0;)
        if (cube.protocol_mask >> (7 - bit) & 1U)
            fix(protocol_at + bit, cube.protocol >> (7 - bit) & 1U);
    const auto fix_address = [&](std::uint32_t first, const auto& value, const auto& mask) {
        for (std::uint32_t bit = address_bits; bit-- > 0;)
            if (mask[bit / 8] & bit_of_byte(bit))
                fix(first + bit, value[bit / 8] & bit_of_byte(bit));
    };
    fix_address(source_at, cube.source, cube.source_mask);
    fix_address(destination_at, cube.destination, cube.destination_mask);
    if (cube.is_v6)
        fix(0, *cube.is_v6);
    return out;
}

std::vector<HeaderCube> HeaderSpace::some_cubes(Bdd headers, std::size_t most) {
    std::vector<HeaderCube> out;
    while (headers != BddSpace::no() && out.size() < most && !sets_.overflowed()) {
        out.push_back(cube_of(*sets_.example(headers)));
        headers = sets_.except(headers, of(out.back()));
    }
    return out;
}

std::optional<std::vector<HeaderCube>> HeaderSpace::cubes(Bdd headers, std::size_t most) {
    std::vector<HeaderCube> out = some_cubes(headers, most + 1);
    if (out.size() > most || sets_.overflowed())
        return {};
    return out;
}

} // namespace riser
