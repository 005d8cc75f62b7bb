// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/dialect_writers.h"

#include "exporters/configs/safe_names.h"
#include "solvers/base/port_words.h"

#include <algorithm>

namespace riser::detail {

void ConfigText::put(std::size_t depth, const std::string& words) {
    text_.append(depth, ' ');
    text_ += words;
    text_ += '\n';
    open_ = true;
}

void ConfigText::comment(const std::string& words) {
    text_ += mark_;
    text_ += ' ' + one_line(words) + '\n';
    open_ = true;
}

void ConfigText::section() {
    if (open_)
        (text_ += mark_) += '\n';
    open_ = false;
}

void write_heading(const DeviceConfig& config, Language language, ConfigText& text) {
    const Text dialect = dialects()[static_cast<std::size_t>(config.dialect)].title;
    const auto say = [&](const Text& words) { text.comment(words.in(language)); };
    say(config.dialect_is_default
            ? Text{dialect.zh + "（型号未写明厂家，按默认）", dialect.en + " (by default: no manufacturer is given)"}
            : dialect);
    say({"设备：" + config.label, "Device: " + config.label});
    for (const Placeholder& placeholder : config.placeholders)
        say({"待填 " + placeholder.name + "：" + placeholder.meaning.zh,
             "To fill in " + placeholder.name + ": " + placeholder.meaning.en});
    for (const Text& note : config.notes)
        say({"注意：" + note.zh, "Note: " + note.en});
}

namespace {

std::string dotted(std::uint32_t bits) {
    return std::to_string(bits >> 24) + '.' + std::to_string(bits >> 16 & 255) + '.' + std::to_string(bits >> 8 & 255) +
           '.' + std::to_string(bits & 255);
}
std::uint32_t mask_bits(std::uint8_t length) { return length == 0 ? 0 : ~std::uint32_t{0} << (32 - length); }

} // namespace

std::string mask_text(std::uint8_t length) { return dotted(mask_bits(length)); }
std::string wildcard_text(std::uint8_t length) { return dotted(~mask_bits(length)); }
std::string text_of(const VlanNumber& vlan) { return std::to_string(vlan.number()); }

std::vector<VlanRange> ranges_of(const std::vector<VlanNumber>& ascending) {
    std::vector<VlanRange> out;
    for (const VlanNumber vlan : ascending)
        if (!out.empty() && out.back().second + 1 == vlan.number())
            out.back().second = vlan.number();
        else
            out.emplace_back(vlan.number(), vlan.number());
    return out;
}

std::vector<std::string> range_lines(const std::vector<VlanNumber>& ascending) {
    std::vector<std::string> out;
    std::size_t count = 0;
    for (const auto& [first, last] : ranges_of(ascending)) {
        if (count++ % 10 == 0)
            out.emplace_back();
        else
            out.back() += ' ';
        out.back() += std::to_string(first);
        if (last != first)
            out.back() += " to " + std::to_string(last);
    }
    return out;
}

std::vector<VlanNumber> allowed_on(const PortSwitching& trunk) {
    std::vector<VlanNumber> out = trunk.tagged;
    if (trunk.untagged)
        out.insert(std::lower_bound(out.begin(), out.end(), *trunk.untagged), *trunk.untagged);
    return out;
}

std::optional<VlanNumber> parked_native(const PortSwitching& trunk, const DeviceConfig& config) {
    const bool carries_one = !trunk.tagged.empty() && trunk.tagged.front().number() == 1;
    if (trunk.untagged || !carries_one)
        return {};
    const auto used = [&](std::uint16_t number) {
        return std::any_of(config.vlans.begin(), config.vlans.end(),
                           [&](const ConfigVlan& vlan) { return vlan.number.number() == number; });
    };
    for (std::uint16_t number = 4094; number > 1; --number)
        if (!used(number))
            return VlanNumber::from(number);
    return {};
}

std::string nat_server_words(const ConfigNatServer& server) {
    const auto words_of = [](const FilteredPorts& ports) {
        const std::string first = std::to_string(ports.first);
        return ports.first == ports.last ? first : first + ' ' + std::to_string(ports.last);
    };
    std::string out = server.protocol ? "protocol " + protocol_word(*server.protocol) + ' ' : std::string();
    out += "global " + to_string(server.outside);
    if (server.ports)
        out += ' ' + words_of(*server.ports);
    out += " inside " + to_string(server.inside);
    if (server.inside_ports)
        out += ' ' + words_of(*server.inside_ports);
    return out;
}

std::string protocol_text(const FilterRule& rule, bool v6, std::string_view any, std::string_view icmp_v6) {
    if (!rule.protocol)
        return std::string(any);
    if (*rule.protocol == 6)
        return "tcp";
    if (*rule.protocol == 17)
        return "udp";
    if (*rule.protocol == 1 && !v6)
        return "icmp";
    if (*rule.protocol == 58 && v6)
        return std::string(icmp_v6);
    return std::to_string(*rule.protocol);
}

IpAddress link_local_of(const IpAddress& shared) {
    IpAddress out = shared;
    out.bytes.fill(0);
    out.bytes[0] = 0xfe;
    out.bytes[1] = 0x80;
    std::copy(shared.bytes.begin() + 8, shared.bytes.end(), out.bytes.begin() + 8);
    return out;
}

std::pair<IpAddress, IpAddress> ends_of(const IpPrefix& prefix) {
    IpAddress last = prefix.address;
    for (std::size_t bit = prefix.length; bit < (last.is_v6 ? 128U : 32U); ++bit)
        last.bytes[bit / 8] = static_cast<std::uint8_t>(last.bytes[bit / 8] | (0x80U >> bit % 8));
    return {prefix.address, last};
}

namespace {

std::uint32_t bits_of(const IpAddress& address) {
    return std::uint32_t{address.bytes[0]} << 24 | std::uint32_t{address.bytes[1]} << 16 |
           std::uint32_t{address.bytes[2]} << 8 | address.bytes[3];
}
IpAddress address_of(std::uint32_t bits) {
    IpAddress out;
    for (std::size_t i = 0; i < 4; ++i)
        out.bytes[i] = static_cast<std::uint8_t>(bits >> (24 - 8 * i) & 255);
    return out;
}

} // namespace

std::vector<std::pair<IpAddress, IpAddress>> left_out(const ConfigScope& scope) {
    std::vector<std::pair<IpAddress, IpAddress>> out;
    if (scope.network.length >= 31)
        return out;
    const auto [lowest, highest] = ends_of(scope.network);
    const std::uint32_t gateway = scope.gateway ? bits_of(*scope.gateway) : 0;
    const auto add = [&](std::uint32_t first, std::uint32_t last) {
        if (first <= last)
            out.emplace_back(address_of(first), address_of(last));
    };
    const auto around_gateway = [&](std::uint32_t first, std::uint32_t last) {
        if (gateway < first || gateway > last)
            return add(first, last);
        if (gateway > first)
            add(first, gateway - 1);
        if (gateway < last)
            add(gateway + 1, last);
    };
    around_gateway(bits_of(lowest) + 1, bits_of(scope.first) - 1);
    around_gateway(bits_of(scope.last) + 1, bits_of(highest) - 1);
    return out;
}

std::string lease_words(Seconds lease) {
    const std::int64_t minutes = lease.value / 60;
    return "day " + std::to_string(minutes / 1440) + " hour " + std::to_string(minutes / 60 % 24) + " minute " +
           std::to_string(minutes % 60);
}

std::vector<BaseRule> merged_base(const DeviceConfig& config) {
    static const std::vector<FilterRule> none;
    const auto rules = [&](const std::optional<std::size_t>& at) -> const std::vector<FilterRule>& {
        return at ? config.filters[*at].rules : none;
    };
    const auto own = [](const FilterRule& rule) {
        return rule.source || rule.destination || rule.protocol == std::uint8_t{1} || rule.protocol == std::uint8_t{58};
    };
    const std::vector<FilterRule>& v4 = rules(config.rule_base);
    const std::vector<FilterRule>& v6 = rules(config.rule_base_v6);
    std::vector<BaseRule> out;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < v4.size() || j < v6.size()) {
        if (i < v4.size() && own(v4[i])) {
            out.push_back({&v4[i++], false});
        } else if (j < v6.size() && own(v6[j])) {
            out.push_back({&v6[j++], true});
        } else {
            out.push_back({i < v4.size() ? &v4[i] : &v6[j], false});
            i += i < v4.size();
            j += j < v6.size();
        }
    }
    return out;
}

bool is_v6_text(const std::string& address) { return address.find(':') != std::string::npos; }

bool routes_by_default(EquipmentRole role) { return role == EquipmentRole::router || role == EquipmentRole::firewall; }

const ConfigLag* lag_of(const DeviceConfig& config, const ConfigPort& port) {
    for (const ConfigLag& lag : config.lags)
        if (port.lag == lag.number)
            return &lag;
    return nullptr;
}

} // namespace riser::detail
