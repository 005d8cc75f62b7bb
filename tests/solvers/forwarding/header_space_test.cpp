// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of headers against the words of rules, packet by packet, with the values at the edges of every prefix and range.
#include "solvers/forwarding/header_space.h"

#include <gtest/gtest.h>

#include <random>

namespace riser {
namespace {

IpPrefix prefix(const char* text) { return *IpPrefix::parse(text); }
IpAddress address(const char* text) { return *IpAddress::parse(text); }

AclRule rule(AclAction action, const char* protocol, const char* source, const char* destination, const char* ports) {
    AclRule out{.action = action, .protocol = protocol, .source = {}, .destination = {}, .ports = ports};
    if (*source)
        out.source = prefix(source);
    if (*destination)
        out.destination = prefix(destination);
    return out;
}

struct Rules {
    std::mt19937 dice;
    std::size_t up_to(std::size_t n) { return dice() % n; }
    const char* pick(std::initializer_list<const char*> from) { return from.begin()[up_to(from.size())]; }
    AclRule any() {
        return rule(up_to(2) ? AclAction::permit : AclAction::deny,
                    pick({"tcp", "udp", "icmp", "ip", "", "50", "nonsense"}),
                    pick({"", "10.0.0.0/8", "10.1.2.0/24", "10.1.2.128/25", "10.1.2.3/32", "2001:db8::/32"}),
                    pick({"", "10.0.0.0/8", "10.1.3.0/24", "10.1.3.254/31", "0.0.0.0/0", "2001:db8:1::/48"}),
                    pick({"", "", "443", "1-1024", "8000-8080,22", "65535", "0", "x"}));
    }
    Packet packet() {
        Packet out;
        const bool six = up_to(4) == 0;
        out.source = address(
            six ? pick({"2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::"})
                : pick({"10.0.0.0", "10.255.255.255", "10.1.2.127", "10.1.2.128", "10.1.2.3", "10.1.2.4", "11.0.0.0"}));
        out.destination =
            address(six ? pick({"2001:db8:1::", "2001:db8:1:ffff::", "2001:db8:2::"})
                        : pick({"10.1.3.0", "10.1.3.255", "10.1.4.0", "10.1.3.253", "10.1.3.254", "9.255.255.255"}));
        out.protocol = static_cast<std::uint8_t>(std::array{1, 6, 17, 50, 58, 0}[up_to(6)]);
        if (out.protocol == tcp || out.protocol == udp)
            out.port = static_cast<std::uint16_t>(
                std::array{0, 1, 22, 442, 443, 444, 1024, 1025, 7999, 8000, 8080, 8081, 65534, 65535}[up_to(14)]);
        return out;
    }
};

TEST(HeaderSpace, SaysOfEveryPacketWhatTheRulesSay) {
    Rules random{std::mt19937(1)};
    HeaderSpace space;
    for (int round = 0; round < 300; ++round) {
        std::vector<AclRule> rules;
        for (std::size_t i = random.up_to(7); i > 0; --i)
            rules.push_back(random.any());
        const Bdd permitted = space.permitted(rules);
        const std::vector<Bdd> decided = space.decided(rules);
        for (int i = 0; i < 40; ++i) {
            const Packet packet = random.packet();
            std::size_t first = 0;
            while (first < rules.size() && !speaks_of(rules[first], packet))
                ++first;
            const bool passes = first < rules.size() && rules[first].action == AclAction::permit;
            ASSERT_EQ(space.contains(permitted, packet), passes) << to_string(packet);
            for (std::size_t r = 0; r < rules.size(); ++r)
                ASSERT_EQ(space.contains(decided[r], packet), r == first) << to_string(packet);
        }
    }
    EXPECT_FALSE(space.overflowed());
}

TEST(HeaderSpace, CubesMakeUpTheSetAndShareNothing) {
    Rules random{std::mt19937(2)};
    HeaderSpace space;
    for (int round = 0; round < 50; ++round) {
        const std::vector<AclRule> rules{random.any(), random.any(), random.any()};
        const Bdd all = space.permitted(rules);
        const auto cubes = space.cubes(all);
        ASSERT_TRUE(cubes);
        Bdd sum = BddSpace::no();
        for (const HeaderCube& cube : *cubes) {
            ASSERT_EQ(space.sets().both(sum, space.of(cube)), BddSpace::no());
            sum = space.sets().either(sum, space.of(cube));
        }
        ASSERT_EQ(sum, all);
    }
    EXPECT_FALSE(space.cubes(space.permitted({rule(AclAction::permit, "", "", "", "1-1024")}), 2));
}

TEST(HeaderSpace, ReversingTwiceForgetsThePortAlone) {
    HeaderSpace space;
    const Bdd asked = space.permitted({rule(AclAction::permit, "tcp", "10.1.0.0/16", "10.2.3.4/32", "443")});
    const Bdd answers = space.reversed(asked);
    EXPECT_EQ(answers, space.permitted({rule(AclAction::permit, "tcp", "10.2.3.4/32", "10.1.0.0/16", "")}));
    EXPECT_EQ(space.reversed(answers),
              space.permitted({rule(AclAction::permit, "tcp", "10.1.0.0/16", "10.2.3.4/32", "")}));
}

TEST(HeaderSpace, TranslationKeepsHostsWhereBothAreEquallyLong) {
    HeaderSpace space;
    const Packet before{address("1.2.3.4"), address("10.1.2.77"), tcp, 80};
    Packet after = before;
    after.source = address("192.0.2.77");
    EXPECT_EQ(space.translated(space.only(before), prefix("10.1.2.0/24"), prefix("192.0.2.0/24")), space.only(after));
    const Bdd hidden = space.translated(space.only(before), prefix("10.0.0.0/8"), prefix("192.0.2.8/30"));
    EXPECT_TRUE(space.contains(hidden, {before.destination, address("192.0.2.8"), tcp, 80}));
    EXPECT_TRUE(space.contains(hidden, {before.destination, address("192.0.2.11"), tcp, 80}));
    EXPECT_FALSE(space.contains(hidden, {before.destination, address("192.0.2.12"), tcp, 80}));
    EXPECT_FALSE(space.contains(hidden, before));
    EXPECT_EQ(space.translated(space.only(before), prefix("10.9.0.0/16"), prefix("192.0.2.8/30")), space.only(before));
}

TEST(HeaderSpace, EveryPortOfARangeOrNotAtAll) {
    HeaderSpace space;
    const Bdd most = space.permitted({rule(AclAction::permit, "tcp", "10.0.0.0/8", "", "49152-65535"),
                                      rule(AclAction::permit, "udp", "10.0.0.0/8", "", "49153-65535")});
    EXPECT_EQ(space.for_every_port(most, dynamic_ports),
              space.sets().both(space.from(prefix("10.0.0.0/8")), space.protocol(tcp)));
}

TEST(HeaderSpace, ServicesAreAskedAtTheirAddressAndPorts) {
    HeaderSpace space;
    Service service;
    EXPECT_EQ(space.asking(service), BddSpace::no());
    service.address = address("10.2.3.4");
    EXPECT_EQ(space.asking(service), space.to(*service.address));
    service.ports = "tcp/443 udp/5060-5061 icmp 8080";
    const Bdd asking = space.asking(service);
    const auto asks = [&](std::uint8_t protocol, std::uint16_t port) {
        return space.contains(asking, {*service.address, address("10.0.0.1"), protocol, port});
    };
    EXPECT_TRUE(asks(tcp, 443) && asks(udp, 5060) && asks(udp, 5061) && asks(icmp, 0) && asks(udp, 8080));
    EXPECT_FALSE(asks(udp, 443) || asks(tcp, 5060) || asks(udp, 5062) || asks(50, 0));
    const std::optional<Packet> example = space.example(asking);
    ASSERT_TRUE(example);
    EXPECT_EQ(to_string(*example), "0.0.0.0 > 10.2.3.4 tcp/443");
}

} // namespace
} // namespace riser
