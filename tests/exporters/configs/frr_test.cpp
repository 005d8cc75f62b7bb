// SPDX-License-Identifier: GPL-3.0-or-later
// FRR reads a command line of Cisco's kind: what it knows of a configuration (VRFs, interfaces with addresses and VRRP,
// static routes, address lists) is put in its words and given to its own parser, where that is installed.
#include "tests/exporters/configs/network_case.h"

#include "exporters/configs/device_configs.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace riser::test {
namespace {

std::string vrf_of(const std::string& name) { return name.empty() ? "" : " vrf " + name; }

void write_interface(const ConfigInterface& interface, std::ostream& out) {
    out << "interface " << (interface.vlan ? "vlan" + std::to_string(interface.vlan->number()) : "lo")
        << vrf_of(interface.vrf.substr(0, 15)) << '\n';
    for (const InterfaceAddress& own : interface.addresses)
        out << (own.address.is_v6 ? " ipv6 address " : " ip address ") << to_string(own.address) << '/'
            << static_cast<int>(own.length) << '\n';
    for (const ConfigVrrp& group : interface.vrrp)
        out << " vrrp " << group.group << " version 3\n vrrp " << group.group << " priority " << group.priority
            << "\n vrrp " << group.group << (group.shared.is_v6 ? " ipv6 " : " ip ") << to_string(group.shared) << '\n';
    out << "exit\n";
}

// Its lists are of addresses alone; those of version 6 of sources alone.
void write_filter(const ConfigFilter& filter, std::ostream& out) {
    int number = 0;
    for (const FilterRule& rule : filter.rules) {
        if (rule.protocol || (filter.v6 && rule.destination))
            continue;
        out << (filter.v6 ? "ipv6 access-list " : "access-list ") << filter.name << " seq " << (number += 5)
            << (rule.action == AclAction::permit ? " permit" : " deny") << (filter.v6 ? "" : " ip");
        for (const std::optional<IpPrefix>& end : {rule.source, rule.destination}) {
            if (filter.v6)
                out << ' ' << (end ? to_string(*end) : "any");
            else if (!end)
                out << " any";
            else if (const std::uint32_t host = ~(end->length == 0 ? 0 : ~0U << (32 - end->length)); true)
                out << ' ' << to_string(end->address) << ' ' << (host >> 24) << '.' << (host >> 16 & 255) << '.'
                    << (host >> 8 & 255) << '.' << (host & 255);
            if (filter.v6)
                break; // the source
        }
        out << '\n';
    }
}

std::string frr_text(const DeviceConfig& config) {
    std::ostringstream out;
    out << "hostname " << config.hostname << '\n';
    for (const ConfigVrf& vrf : config.vrfs)
        out << "vrf " << vrf.name.substr(0, 15) << "\nexit-vrf\n";
    for (const ConfigInterface& interface : config.interfaces)
        write_interface(interface, out);
    for (const ConfigRoute& route : config.routes)
        out << (route.next_hop.is_v6 ? "ipv6 route " : "ip route ") << to_string(route.destination) << ' '
            << to_string(route.next_hop) << ' ' << route.preference << vrf_of(route.vrf.substr(0, 15)) << '\n';
    for (const ConfigFilter& filter : config.filters)
        write_filter(filter, out);
    return out.str();
}

// What its parser says, empty when all is well.
std::string complaints(const std::string& text) {
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("riser-frr-" + std::to_string(getpid()));
    std::ofstream(file) << text;
    FILE* pipe = popen(("vtysh -C -f " + file.string() + " 2>&1").c_str(), "r");
    std::string out;
    std::array<char, 4096> buffer{};
    while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe))
        out.append(buffer.data(), got);
    const int status = pclose(pipe);
    std::filesystem::remove(file);
    // Without its own settings it says so, and goes on.
    std::istringstream lines(out);
    std::string left;
    for (std::string line; std::getline(lines, line);)
        if (line.find("vtysh.conf") == std::string::npos && !line.empty())
            left += line + '\n';
    return status == 0 ? left : left + "status " + std::to_string(status);
}

TEST(Frr, KnowsTheWords) {
    if (std::system("command -v vtysh >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "vtysh of the package frr is not here";
    ASSERT_NE(complaints("ip route 10.0.0.0/33 10.0.0.1\n"), "") << "the parser takes everything";
    std::string all;
    for (const DeviceConfig& config : device_configs(Facts(small_network("Cisco").design)))
        all += frr_text(config);
    for (std::uint64_t seed = 1; seed <= 60; ++seed)
        for (const DeviceConfig& config : device_configs(Facts(random_configured_network(seed))))
            all += frr_text(config);
    EXPECT_GT(all.size(), 100'000u);
    EXPECT_EQ(complaints(all), "");
}

} // namespace
} // namespace riser::test
