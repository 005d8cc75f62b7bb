// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/cubes.h"

#include <algorithm>
#include <bit>
#include <charconv>

namespace riser::verify {

namespace {

constexpr std::uint64_t family_bit = std::uint64_t{1} << 32;
constexpr unsigned protocol_at = 16;

// `bits` from the highest of a field of two words.
void fix(Cube& cube, std::size_t word, const std::array<std::uint8_t, 16>& bytes, std::uint8_t bits) {
    for (std::uint8_t i = 0; i < bits; ++i) {
        const std::uint64_t bit = std::uint64_t{1} << (63 - i % 64);
        cube.mask[word + i / 64U] |= bit;
        if ((bytes[i / 8U] >> (7 - i % 8) & 1) != 0)
            cube.value[word + i / 64U] |= bit;
    }
}
Cube of(const IpPrefix& prefix, std::size_t word) {
    Cube out;
    out.mask[4] = family_bit;
    out.value[4] = prefix.address.is_v6 ? family_bit : 0;
    fix(out, word, prefix.address.bytes, prefix.length);
    return out;
}
void fix_protocol(Cube& cube, std::uint8_t number) {
    cube.mask[4] |= std::uint64_t{0xff} << protocol_at;
    cube.value[4] |= std::uint64_t{number} << protocol_at;
}

IpPrefix only(const IpAddress& address) { return {address, static_cast<std::uint8_t>(address.is_v6 ? 128 : 32)}; }

// -- words

template<class Take> void each_word(std::string_view text, Take take) {
    constexpr std::string_view blanks = " ,\t";
    for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
        take(text.substr(at, end - at));
        at = text.find_first_not_of(blanks, end);
    }
}
std::optional<std::uint32_t> number(std::string_view text, std::uint32_t most, int base = 10) {
    std::uint32_t out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out, base);
    return !text.empty() && fault == std::errc() && end == text.data() + text.size() && out <= most ? std::optional(out)
                                                                                                    : std::nullopt;
}

using Protocols = std::vector<std::uint8_t>; // empty: any
std::optional<Protocols> protocols_of(std::string_view word) {
    static constexpr std::pair<std::string_view, std::uint8_t> names[] = {
        {"tcp", 6}, {"udp", 17}, {"igmp", 2}, {"gre", 47}, {"esp", 50}, {"ah", 51}, {"ospf", 89}, {"vrrp", 112}};
    if (word.empty() || word == "ip" || word == "any")
        return Protocols{};
    if (word == "icmp")
        return Protocols{1, 58};
    for (const auto& [name, value] : names)
        if (word == name)
            return Protocols{value};
    if (const auto value = number(word, 255))
        return Protocols{static_cast<std::uint8_t>(*value)};
    return std::nullopt;
}

struct Ports {
    std::uint32_t first = 0;
    std::uint32_t last = 65535;
};
std::optional<std::vector<Ports>> ports_of(std::string_view text) {
    std::vector<Ports> out;
    bool sound = true;
    each_word(text, [&](std::string_view word) {
        const std::size_t dash = word.find('-');
        const auto first = number(word.substr(0, dash), 65535);
        const auto last = dash == std::string_view::npos ? first : number(word.substr(dash + 1), 65535);
        sound = sound && first && last && *first <= *last;
        if (sound)
            out.push_back({*first, *last});
    });
    return sound ? std::optional(out) : std::nullopt;
}

// The base with each of the protocols and ports; a range of ports falls into the aligned blocks that make it up.
std::vector<Cube> with(const Cube& base, Protocols protocols, const std::vector<Ports>& ports) {
    if (!ports.empty()) {
        if (protocols.empty())
            protocols = {6, 17};
        std::erase_if(protocols, [](std::uint8_t p) { return p != 6 && p != 17; });
        if (protocols.empty())
            return {};
    }
    std::vector<Cube> out;
    for (std::size_t p = 0; p < std::max<std::size_t>(protocols.size(), 1); ++p) {
        Cube cube = base;
        if (!protocols.empty())
            fix_protocol(cube, protocols[p]);
        if (ports.empty())
            out.push_back(cube);
        for (const Ports& range : ports)
            for (std::uint32_t at = range.first; at <= range.last;) {
                std::uint32_t size = at == 0 ? 65536 : std::uint32_t{1} << std::countr_zero(at);
                while (at + size - 1 > range.last)
                    size /= 2;
                Cube block = cube;
                block.mask[4] |= 65536 - size;
                block.value[4] |= at;
                out.push_back(block);
                at += size;
            }
    }
    return out;
}

bool parse_bits(std::string_view text, std::size_t digits, std::size_t word, unsigned shift, Cube& cube) {
    const std::size_t slash = text.find('/');
    if (slash != digits || text.size() != 2 * digits + 1)
        return false;
    for (std::size_t i = 0; i < digits; ++i) {
        const auto value = number(text.substr(i, 1), 15, 16);
        const auto mask = number(text.substr(slash + 1 + i, 1), 15, 16);
        if (!value || !mask || (*value & ~*mask) != 0)
            return false;
        // The last digit of a short field stands at `shift`; addresses fill two words from their highest bit.
        const std::size_t nibble = word == 4 ? digits - 1 - i : 15 - i % 16;
        const std::size_t at = word == 4 ? 4 : word + i / 16;
        cube.value[at] |= std::uint64_t{*value} << (shift + 4 * nibble);
        cube.mask[at] |= std::uint64_t{*mask} << (shift + 4 * nibble);
    }
    return true;
}

std::string address_text(const Cube& cube, std::size_t word) {
    IpAddress out;
    out.is_v6 = (cube.value[4] & family_bit) != 0;
    for (std::size_t i = 0; i < (out.is_v6 ? 16U : 4U); ++i)
        out.bytes[i] = static_cast<std::uint8_t>(cube.value[word + i / 8] >> (56 - 8 * (i % 8)));
    return riser::to_string(out);
}

// The highest bit, in the order of headers' fields, that one of the list gives and the cube leaves free.
std::optional<std::pair<std::size_t, std::uint64_t>> bit_that_splits(const Cube& cube,
                                                                     const std::vector<const Cube*>& list) {
    std::array<std::uint64_t, 5> given{};
    for (const Cube* one : list)
        for (std::size_t i = 0; i < given.size(); ++i)
            given[i] |= one->mask[i] & ~cube.mask[i];
    if ((given[4] & family_bit) != 0)
        return std::pair<std::size_t, std::uint64_t>{4, family_bit};
    for (std::size_t i = 0; i < given.size(); ++i)
        if (given[i] != 0)
            return std::pair<std::size_t, std::uint64_t>{i, std::bit_floor(given[i])};
    return std::nullopt;
}

// Halves the cube until each part is in one of the list, or meets none: the list falls apart with it.
std::optional<Cube> uncovered_by(const Cube& cube, const std::vector<const Cube*>& list) {
    std::vector<const Cube*> meeting;
    for (const Cube* one : list)
        if (within(cube, *one))
            return std::nullopt;
        else if (both(cube, *one))
            meeting.push_back(one);
    const auto split = bit_that_splits(cube, meeting);
    if (!split)
        return cube;
    for (const std::uint64_t value : {std::uint64_t{0}, split->second}) {
        Cube half = cube;
        half.mask[split->first] |= split->second;
        half.value[split->first] |= value;
        if (auto found = uncovered_by(half, meeting))
            return found;
    }
    return std::nullopt;
}

} // namespace

std::optional<Cube> parse_cube(std::string_view text) {
    Cube out;
    if (text == "any")
        return out;
    bool v4 = false;
    std::size_t parts = 0;
    while (!text.empty() || parts == 0) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view part = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        ++parts;
        const std::size_t digits = v4 ? 8 : 32;
        const bool address = part.starts_with("d=") || part.starts_with("s=");
        if ((part == "v4" || part == "v6") && parts == 1) {
            v4 = part == "v4";
            out.mask[4] |= family_bit;
            out.value[4] |= v4 ? 0 : family_bit;
        } else if (!(address && parse_bits(part.substr(2), digits, part[0] == 'd' ? 0 : 2, 0, out)) &&
                   !(part.starts_with("p=") && parse_bits(part.substr(2), 2, 4, protocol_at, out)) &&
                   !(part.starts_with("t=") && parse_bits(part.substr(2), 4, 4, 0, out))) {
            return std::nullopt;
        }
    }
    return out;
}

std::string example(const Cube& cube) {
    const auto protocol = static_cast<std::uint8_t>(cube.value[4] >> protocol_at);
    const std::string ports = std::to_string(cube.value[4] & 0xffff);
    const std::string name = protocol == 6    ? "tcp/" + ports
                             : protocol == 17 ? "udp/" + ports
                                              : "ip/" + std::to_string(protocol);
    return address_text(cube, 2) + " > " + address_text(cube, 0) + " " + name;
}

std::optional<Cube> both(const Cube& a, const Cube& b) {
    Cube out;
    for (std::size_t i = 0; i < a.value.size(); ++i) {
        if (((a.value[i] ^ b.value[i]) & a.mask[i] & b.mask[i]) != 0)
            return std::nullopt;
        out.value[i] = a.value[i] | b.value[i];
        out.mask[i] = a.mask[i] | b.mask[i];
    }
    return out;
}

bool within(const Cube& inner, const Cube& outer) {
    for (std::size_t i = 0; i < inner.value.size(); ++i)
        if ((outer.mask[i] & ~inner.mask[i]) != 0 || ((inner.value[i] ^ outer.value[i]) & outer.mask[i]) != 0)
            return false;
    return true;
}

std::vector<Cube> without(const Cube& a, const Cube& b) {
    if (!both(a, b))
        return {a};
    std::vector<Cube> out;
    Cube rest = a;
    for (std::size_t i = 0; i < a.value.size(); ++i)
        for (std::uint64_t free = b.mask[i] & ~a.mask[i]; free != 0; free &= free - 1) {
            const std::uint64_t bit = free & (~free + 1);
            Cube piece = rest;
            piece.mask[i] |= bit;
            piece.value[i] |= ~b.value[i] & bit;
            out.push_back(piece);
            rest.mask[i] |= bit;
            rest.value[i] |= b.value[i] & bit;
        }
    return out;
}

std::optional<Cube> uncovered(const Cube& cube, const std::vector<Cube>& by) {
    std::vector<const Cube*> list;
    for (const Cube& one : by)
        list.push_back(&one);
    return uncovered_by(cube, list);
}

Cube to(const IpPrefix& prefix) { return of(prefix, 0); }
Cube from(const IpPrefix& prefix) { return of(prefix, 2); }
Cube to(const IpAddress& address) { return to(only(address)); }
Cube from(const IpAddress& address) { return from(only(address)); }

std::vector<Cube> spoken_of(const AclRule& rule) {
    const auto protocols = protocols_of(rule.protocol);
    const auto ports = ports_of(rule.ports);
    if ((!protocols || !ports) && rule.action == AclAction::deny)
        return {};
    std::optional<Cube> base = Cube{};
    if (rule.source)
        base = both(*base, from(*rule.source));
    if (base && rule.destination)
        base = both(*base, to(*rule.destination));
    if (!base)
        return {};
    return with(*base, protocols.value_or(Protocols{}), ports.value_or(std::vector<Ports>{}));
}

std::vector<Cube> asking(const Service& service) {
    return service.address ? of_ports(service, to(*service.address)) : std::vector<Cube>{};
}

std::vector<Cube> of_ports(const Service& service, const Cube& base) {
    if (service.ports.find_first_not_of(" ,\t") == std::string::npos)
        return {base};
    std::vector<Cube> out;
    const auto add = [&](const std::vector<Cube>& more) { out.insert(out.end(), more.begin(), more.end()); };
    each_word(service.ports, [&](std::string_view word) {
        const std::size_t slash = word.find('/');
        const auto protocols = protocols_of(word.substr(0, slash));
        const auto ports = ports_of(slash == std::string_view::npos ? word : word.substr(slash + 1));
        if (slash == std::string_view::npos && protocols && !number(word, 65535))
            add(with(base, *protocols, {}));
        else if (slash == std::string_view::npos && ports)
            add(with(base, {6, 17}, *ports));
        else if (slash != std::string_view::npos && protocols && ports)
            add(with(base, *protocols, *ports));
    });
    return out;
}

std::vector<Cube> asking(const Nat& row) {
    if (row.kind != NatKind::service || !row.outside || !row.inside || row.outside->is_v6 != row.inside->is_v6)
        return {};
    return spoken_of({.action = AclAction::deny, // of words that nobody knows, nothing
                      .protocol = row.protocol,
                      .source = {},
                      .destination = only(*row.outside),
                      .ports = row.ports});
}

Cube redirected(Cube cube, const Nat& row) {
    const Cube host = to(*row.inside);
    for (const std::size_t word : {0, 1}) {
        cube.value[word] = host.value[word];
        cube.mask[word] = host.mask[word];
    }
    if (!row.ports.empty() && row.inside_port != 0) {
        constexpr std::uint64_t port = 0xffff;
        cube.value[4] = (cube.value[4] & ~port) | static_cast<std::uint64_t>(row.inside_port);
        cube.mask[4] |= port;
    }
    return cube;
}

Cube translated(Cube cube, const IpPrefix& source, const IpPrefix& translated) {
    Cube out = cube;
    const bool bitwise = source.length == translated.length;
    out.value[2] = out.value[3] = out.mask[2] = out.mask[3] = 0;
    fix(out, 2, translated.address.bytes, translated.length);
    const unsigned bits = translated.address.is_v6 ? 128 : 32;
    for (unsigned i = translated.length; bitwise && i < bits; ++i) {
        const std::uint64_t bit = std::uint64_t{1} << (63 - i % 64);
        out.mask[2 + i / 64] |= cube.mask[2 + i / 64] & bit;
        out.value[2 + i / 64] |= cube.value[2 + i / 64] & bit;
    }
    return out;
}

} // namespace riser::verify
