// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of all dialects need to take from words.
#pragma once

#include "tests/exporters/configs/config_readers.h"
#include "tests/exporters/configs/statements.h"

#include <set>

namespace riser::test {

std::uint8_t length_of_mask(const std::string& mask);         // "255.255.255.0" or "24"
std::uint8_t length_of_wildcard(const std::string& wildcard); // "0.0.0.255"
int number(const std::string& word);
VlanNumber vlan_number(const std::string& word);
IpAddress address(const std::string& word);
IpPrefix prefix(const std::string& word); // "2001:db8::/32"
// Of a filter's rule: "tcp", "ip", "icmpv6", "50".
std::optional<std::uint8_t> protocol(const std::string& word, bool v6);

// "protocol tcp global 198.51.100.66 443 inside 10.1.0.5 443", from a place on; ports as one or two words.
ConfigNatServer nat_server(const Statement& statement, std::size_t from);

// A port or LAG while it is read: what a trunk lets through decides what its native VLAN is.
struct SwitchingRead {
    PortMode mode = PortMode::unused;
    int access = 0;
    int native = 1;
    std::set<int> allowed;
    std::vector<InterfaceAddress> addresses;
    PortSwitching done() const;
};

ConfigLag& lag_numbered(DeviceConfig& config, std::int32_t number);
// "10 20 to 30".
std::set<int> numbers_in(const Statement& statement, std::size_t from);

DeviceConfig read_vrp_or_comware(std::string_view text, bool comware);
DeviceConfig read_ios(std::string_view text);

} // namespace riser::test
