// SPDX-License-Identifier: GPL-3.0-or-later
// What the writers of dialects share: a text of indented lines, and the ways in which all makers write masks, ranges of
// VLANs and protocols. Used by the dialects' sources alone.
#pragma once

#include "exporters/configs/device_configs.h"

#include <string>
#include <utility>
#include <vector>

namespace riser::detail {

std::string vrp_text(const DeviceConfig& config, Language language);
std::string comware_text(const DeviceConfig& config, Language language);
std::string ios_text(const DeviceConfig& config, Language language);

class ConfigText {
  public:
    // `mark` begins comments and stands between sections.
    explicit ConfigText(char mark) : mark_(mark) {}
    void line(const std::string& words) { put(0, words); }
    void in(const std::string& words) { put(1, words); }
    void deeper(const std::string& words) { put(2, words); }
    void comment(const std::string& words);
    // Once between two sections, however often it is called.
    void section();
    std::string done() { return std::move(text_); }

  private:
    void put(std::size_t depth, const std::string& words);
    char mark_;
    bool open_ = false;
    std::string text_;
};

// Which device this is, which dialect and why, and what could not be told.
void write_heading(const DeviceConfig& config, Language language, ConfigText& text);

std::string mask_text(std::uint8_t length);     // "255.255.255.0"
std::string wildcard_text(std::uint8_t length); // "0.0.0.255"
std::string text_of(const VlanNumber& vlan);

using VlanRange = std::pair<std::uint16_t, std::uint16_t>;
std::vector<VlanRange> ranges_of(const std::vector<VlanNumber>& ascending);
// "10 20 to 30", at most ten ranges a line, as VRP and Comware take them.
std::vector<std::string> range_lines(const std::vector<VlanNumber>& ascending);
// What a trunk lets through: its tagged VLANs and the native one, ascending.
std::vector<VlanNumber> allowed_on(const PortSwitching& trunk);
// A native VLAN that no frame can be in, for a trunk that carries VLAN 1 tagged and nothing untagged.
std::optional<VlanNumber> parked_native(const PortSwitching& trunk, const DeviceConfig& config);

// "tcp", "udp", "icmp", the word for any protocol, else the number.
std::string protocol_text(const FilterRule& rule, bool v6, std::string_view any, std::string_view icmp_v6);

// The link-local address that stands beside a shared address of version 6: fe80:: and its last 64 bits.
IpAddress link_local_of(const IpAddress& shared);
std::pair<IpAddress, IpAddress> ends_of(const IpPrefix& prefix); // first and last address of it

// The hosts of a scope's network that it does not give out, without its gateway, as first and last of each stretch.
std::vector<std::pair<IpAddress, IpAddress>> left_out(const ConfigScope& scope);
std::string lease_words(Seconds lease); // "day 1 hour 2 minute 3"

// The rules of a firewall in one order for both versions: what names no address stands once.
struct BaseRule {
    const FilterRule* rule = nullptr;
    bool v6 = false; // of version 6 alone
};
std::vector<BaseRule> merged_base(const DeviceConfig& config);

// "protocol tcp global 198.51.100.66 443 inside 10.1.0.5 443", as VRP and Comware say it; without a protocol only
// addresses.
std::string nat_server_words(const ConfigNatServer& server);

bool is_v6_text(const std::string& address);
// Whether ports of this role route unless told otherwise.
bool routes_by_default(EquipmentRole role);
const ConfigLag* lag_of(const DeviceConfig& config, const ConfigPort& port);

} // namespace riser::detail
