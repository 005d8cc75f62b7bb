// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/network.h"

#include <arpa/inet.h>

#include <charconv>
#include <chrono>
#include <cstdio>

namespace riser {

namespace {

template<class Number> std::optional<Number> whole(std::string_view text) {
    Number number{};
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return number;
}

// One spelling a number: no "007".
template<class Number> std::optional<Number> plain_whole(std::string_view text) {
    return text.size() > 1 && text.front() == '0' ? std::nullopt : whole<Number>(text);
}

bool host_bits_clear(const IpAddress& address, unsigned length) {
    const unsigned width = address.is_v6 ? 128 : 32;
    for (unsigned bit = length; bit < width; ++bit)
        if (address.bytes[bit / 8] & 0x80U >> bit % 8)
            return false;
    return true;
}

} // namespace

std::optional<VlanNumber> VlanNumber::from(std::int64_t number) {
    if (number < 1 || number > 4094)
        return std::nullopt;
    return VlanNumber(static_cast<std::uint16_t>(number));
}

std::optional<VlanNumber> VlanNumber::parse(std::string_view text) {
    const auto number = plain_whole<std::int64_t>(text);
    return number ? from(*number) : std::nullopt;
}

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
    char buffer[INET6_ADDRSTRLEN + 1] = {};
    if (text.empty() || text.size() >= sizeof buffer || text.find('\0') != std::string_view::npos)
        return std::nullopt;
    text.copy(buffer, text.size());
    IpAddress address;
    address.is_v6 = text.find(':') != std::string_view::npos;
    if (inet_pton(address.is_v6 ? AF_INET6 : AF_INET, buffer, address.bytes.data()) != 1)
        return std::nullopt;
    return address;
}

std::string to_string(const IpAddress& address) {
    char buffer[INET6_ADDRSTRLEN] = {};
    inet_ntop(address.is_v6 ? AF_INET6 : AF_INET, address.bytes.data(), buffer, sizeof buffer);
    return buffer;
}

std::optional<IpPrefix> IpPrefix::parse(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const auto address = IpAddress::parse(text.substr(0, slash));
    const auto length = plain_whole<unsigned>(text.substr(slash + 1));
    if (!address || !length || *length > (address->is_v6 ? 128U : 32U) || !host_bits_clear(*address, *length))
        return std::nullopt;
    return IpPrefix{*address, static_cast<std::uint8_t>(*length)};
}

std::string to_string(const IpPrefix& prefix) {
    return to_string(prefix.address) + '/' + std::to_string(prefix.length);
}

bool contains(const IpPrefix& prefix, const IpAddress& address) {
    if (prefix.address.is_v6 != address.is_v6)
        return false;
    for (unsigned bit = 0; bit < prefix.length; ++bit)
        if ((prefix.address.bytes[bit / 8] ^ address.bytes[bit / 8]) & 0x80U >> bit % 8)
            return false;
    return true;
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = whole<int>(text.substr(0, 4));
    const auto month = whole<unsigned>(text.substr(5, 2));
    const auto day = whole<unsigned>(text.substr(8, 2));
    if (!year || !month || !day || *year < 1)
        return std::nullopt;
    using namespace std::chrono;
    if (!year_month_day(std::chrono::year(*year), std::chrono::month(*month), std::chrono::day(*day)).ok())
        return std::nullopt;
    return Date{static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(*month), static_cast<std::uint8_t>(*day)};
}

std::string to_string(const Date& date) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", date.year, date.month, date.day);
    return buffer;
}

} // namespace riser
