// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/port_words.h"

#include <algorithm>
#include <charconv>

namespace riser {

namespace {

constexpr std::string_view blanks = " ,\t";

template<class Take> void each_word(std::string_view text, Take take) {
    for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;
         at = text.find_first_not_of(blanks, at)) {
        const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
        take(text.substr(at, end - at));
        at = end;
    }
}

std::optional<std::uint32_t> number_of(std::string_view text, std::uint32_t most) {
    std::uint32_t out = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (text.empty() || code != std::errc() || end != text.data() + text.size() || out > most)
        return {};
    return out;
}

std::optional<std::vector<std::uint8_t>> protocols_of(std::string_view word) {
    static constexpr std::pair<std::string_view, std::uint8_t> names[] = {
        {"tcp", tcp}, {"udp", udp}, {"igmp", 2}, {"gre", 47}, {"esp", 50}, {"ah", 51}, {"ospf", 89}, {"vrrp", 112}};
    if (word.empty() || word == "ip" || word == "any")
        return std::vector<std::uint8_t>{};
    if (word == "icmp")
        return std::vector<std::uint8_t>{icmp, icmp_v6};
    for (const auto& [name, number] : names)
        if (word == name)
            return std::vector{number};
    if (const auto number = number_of(word, 255))
        return std::vector{static_cast<std::uint8_t>(*number)};
    return {};
}

} // namespace

std::optional<std::vector<PortRange>> parse_ports(std::string_view text) {
    std::vector<PortRange> out;
    bool sound = true;
    each_word(text, [&](std::string_view word) {
        const std::size_t dash = word.find('-');
        const auto first = number_of(word.substr(0, dash), 65535);
        const auto last = dash == std::string_view::npos ? first : number_of(word.substr(dash + 1), 65535);
        sound = sound && first && last && *first <= *last;
        if (sound)
            out.push_back({static_cast<std::uint16_t>(*first), static_cast<std::uint16_t>(*last)});
    });
    return sound ? std::optional(std::move(out)) : std::nullopt;
}

ProtocolWish protocol_wish(std::string_view protocol, std::string_view ports) {
    ProtocolWish out;
    const auto numbers = protocols_of(protocol);
    const auto ranges = parse_ports(ports);
    out.known = numbers && ranges;
    if (numbers)
        out.protocols = *numbers;
    if (ranges)
        out.ports = *ranges;
    return out;
}

std::vector<ProtocolWish> service_wishes(std::string_view ports) {
    std::vector<ProtocolWish> out;
    each_word(ports, [&](std::string_view word) {
        const std::size_t slash = word.find('/');
        const std::string_view before = word.substr(0, slash);
        if (slash != std::string_view::npos)
            out.push_back(protocol_wish(before, word.substr(slash + 1)));
        else if (protocols_of(before) && !number_of(before, 65535))
            out.push_back(protocol_wish(before, {}));
        else {
            out.push_back(protocol_wish({}, before));
            out.back().protocols = {tcp, udp};
        }
    });
    return out;
}

std::string protocol_word(std::uint8_t protocol) {
    return protocol == tcp ? "tcp" : protocol == udp ? "udp" : protocol == icmp ? "icmp" : std::to_string(protocol);
}

std::string to_string(const PortRange& range) {
    return std::to_string(range.first) + (range.last > range.first ? "-" + std::to_string(range.last) : std::string());
}

} // namespace riser
