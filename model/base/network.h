// SPDX-License-Identifier: GPL-3.0-or-later
// Values of networks and calendars that cannot be built wrong: VLAN ids, IP addresses and prefixes, dates.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace riser {

// IEEE 802.1Q: 12 bits, 0 and 4095 reserved, so 1 to 4094.
class VlanNumber {
  public:
    static std::optional<VlanNumber> parse(std::string_view text);
    static std::optional<VlanNumber> from(std::int64_t number);
    std::uint16_t number() const { return number_; }
    auto operator<=>(const VlanNumber&) const = default;

  private:
    explicit VlanNumber(std::uint16_t number) : number_(number) {}
    std::uint16_t number_;
};

struct IpAddress {
    std::array<std::uint8_t, 16> bytes{}; // version 4 in the first four
    bool is_v6 = false;
    static std::optional<IpAddress> parse(std::string_view text);
    auto operator<=>(const IpAddress&) const = default;
};
std::string to_string(const IpAddress& address);

// "10.1.2.0/24"; bits behind the length must be zero.
struct IpPrefix {
    IpAddress address;
    std::uint8_t length = 0;
    static std::optional<IpPrefix> parse(std::string_view text);
    auto operator<=>(const IpPrefix&) const = default;
};
std::string to_string(const IpPrefix& prefix);
bool contains(const IpPrefix& prefix, const IpAddress& address);

// A day of the Gregorian calendar, "2026-11-22".
struct Date {
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    static std::optional<Date> parse(std::string_view text);
    auto operator<=>(const Date&) const = default;
};
std::string to_string(const Date& date);

} // namespace riser
