// SPDX-License-Identifier: GPL-3.0-or-later
// That nothing of a zone comes to another: lists found by decision diagrams over one network, checked by boxes over
// another that shares no code with it. On random networks both must say the same; a list that leaves anything out is
// never believed.
#include "designer/verify/spread.h"

#include "exporters/writers/certificate.h"
#include "solvers/proof/zone_spread.h"
#include "tests/solvers/forwarding/random_forwarding.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

using test::RandomForwarding;
using verify::Cube;
using verify::Ground;

// ---- cubes

// Bits spread over all fields, so that 2^8 headers can be looked at one by one.
constexpr std::array<std::pair<std::size_t, unsigned>, 8> bits{
    {{0, 63}, {0, 40}, {1, 0}, {2, 63}, {3, 5}, {4, 32}, {4, 17}, {4, 0}}};

Cube random_cube(std::mt19937_64& dice) {
    Cube out;
    for (const auto& [word, bit] : bits)
        if (dice() % 3 != 0) {
            out.mask[word] |= std::uint64_t{1} << bit;
            out.value[word] |= dice() % 2 << bit;
        }
    return out;
}
bool holds(const Cube& cube, unsigned header) {
    for (unsigned i = 0; i < bits.size(); ++i) {
        const auto& [word, bit] = bits[i];
        if ((cube.mask[word] >> bit & 1) != 0 && (cube.value[word] >> bit & 1) != (header >> i & 1))
            return false;
    }
    return true;
}

TEST(Cubes, AnswerAsOneByOne) {
    std::mt19937_64 dice(5);
    int covered = 0;
    for (int round = 0; round < 3'000; ++round) {
        const Cube a = random_cube(dice);
        std::vector<Cube> list;
        for (std::size_t n = dice() % 9; n > 0; --n)
            list.push_back(random_cube(dice));
        const Cube b = list.empty() ? random_cube(dice) : list.front();
        bool all = true;
        bool meet = false;
        bool inside = true;
        for (unsigned header = 0; header < 256; ++header) {
            meet |= holds(a, header) && holds(b, header);
            inside &= !holds(a, header) || holds(b, header);
            all &= !holds(a, header) ||
                   std::any_of(list.begin(), list.end(), [&](const Cube& c) { return holds(c, header); });
            int parts = 0;
            for (const Cube& part : verify::without(a, b))
                parts += holds(part, header);
            ASSERT_EQ(parts, holds(a, header) && !holds(b, header) ? 1 : 0);
        }
        ASSERT_EQ(verify::both(a, b).has_value(), meet);
        ASSERT_EQ(verify::within(a, b), inside);
        const auto lost = verify::uncovered(a, list);
        ASSERT_EQ(!lost, all) << "round " << round;
        covered += all;
        if (lost) {
            EXPECT_TRUE(verify::within(*lost, a));
            for (const Cube& one : list)
                EXPECT_FALSE(verify::both(*lost, one));
        }
    }
    EXPECT_GT(covered, 50);
    EXPECT_LT(covered, 2'800);
}

TEST(Cubes, AreReadAsWritten) {
    EXPECT_EQ(verify::parse_cube("any"), Cube{});
    const auto cube = verify::parse_cube("v4,d=0a010000/ffff0000,s=0a020005/ffffffff,p=06/ff,t=01bb/ffff");
    ASSERT_TRUE(cube);
    EXPECT_EQ(verify::example(*cube), "10.2.0.5 > 10.1.0.0 tcp/443");
    EXPECT_EQ(verify::both(*cube, verify::to(*IpPrefix::parse("10.1.0.0/16"))), cube);
    EXPECT_FALSE(verify::both(*cube, verify::to(*IpPrefix::parse("10.2.0.0/16"))));
    EXPECT_FALSE(verify::both(*cube, verify::to(*IpPrefix::parse("::/0"))));
    for (const char* wrong : {"", "v5", "d=0a010000/ffff0000", "v4,d=0a01/ffff", "v4,p=06", "v4,x=1/1",
                              "v4,d=0a010001/ffff0000", "v4,,p=06/ff"})
        EXPECT_FALSE(verify::parse_cube(wrong)) << wrong;
}

// ---- random networks

verify::Certificate read(const std::string& text) {
    Result<verify::Certificate> out = verify::read_certificate(text, "c.xml");
    EXPECT_TRUE(out) << (out ? "" : to_string(out.error(), Language::en)) << text;
    return out ? std::move(*out) : verify::Certificate{};
}
std::string why(const verify::Verdict& verdict) {
    return verdict.refutation ? std::string(verify::key_of(verdict.refutation->ground)) + ": " +
                                    verdict.refutation->claim.en + ": " + verdict.refutation->fact.en
                              : "holds";
}
verify::Verdict checked(const verify::Certificate& certificate, const Design& design) {
    return verify::check_not_reached(certificate, design, verify::network_of(design));
}

// All of its zones must not reach each other.
struct Apart : RandomForwarding {
    explicit Apart(std::uint64_t seed) : RandomForwarding(seed) {
        for (std::size_t i = 0; i < zones.size(); ++i)
            for (std::size_t j = i + 1; j < zones.size(); ++j)
                apart(zones[i], zones[j]);
    }
};
bool all_hold(const Facts& facts) {
    const auto& claims = facts.get<NotReachedClaims>().claims;
    return std::all_of(claims.begin(), claims.end(), [](const NotReachedClaim& claim) { return claim.holds; });
}

TEST(VerifyNetwork, RandomNetworksAreReadAlikeByBoth) {
    std::size_t held = 0;
    std::size_t reached = 0;
    std::size_t gateways = 0;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        const Apart net(seed);
        const Facts facts(net.design);
        const verify::Certificate certificate = read(certificate_xml(facts));
        const verify::Verdict verdict = checked(certificate, net.design);
        ASSERT_EQ(!verdict.refutation, all_hold(facts)) << "seed " << seed << ": " << why(verdict);
        ASSERT_TRUE(!verdict.refutation || verdict.refutation->ground == Ground::reached)
            << "seed " << seed << ": " << why(verdict);
        const bool asks = verdict.claims > 0;
        held += asks && !verdict.refutation;
        reached += verdict.refutation.has_value();
        for (const verify::ListedSpread& spread : certificate.spreads)
            gateways += spread.gateways.size();
    }
    EXPECT_GT(held, 30U);
    EXPECT_GT(reached, 30U);
    EXPECT_GT(gateways, 150U);
}

// What the flood finds is the least list that is closed: whatever is left out of it is missed.
TEST(VerifyNetwork, AListThatLeavesAnythingOutIsRefuted) {
    std::mt19937_64 dice(11);
    std::size_t tried = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const Apart net(seed);
        verify::Certificate certificate = read(certificate_xml(Facts(net.design)));
        if (certificate.spreads.empty() || checked(certificate, net.design).refutation)
            continue;
        verify::ListedSpread& spread = certificate.spreads[dice() % certificate.spreads.size()];
        std::vector<std::vector<Cube>*> lists;
        for (verify::ListedPlace& place : spread.places)
            lists.push_back(&place.headers);
        for (verify::ListedPlace& side : spread.sides)
            lists.push_back(&side.headers);
        for (verify::ListedGateway& gateway : spread.gateways)
            lists.push_back(&gateway.headers);
        if (lists.empty())
            continue;
        std::vector<Cube>& headers = *lists[dice() % lists.size()];
        ASSERT_FALSE(headers.empty());
        headers.erase(headers.begin() + static_cast<std::ptrdiff_t>(dice() % headers.size()));
        const verify::Verdict verdict = checked(certificate, net.design);
        ASSERT_TRUE(verdict.refutation) << "seed " << seed;
        EXPECT_TRUE(verdict.refutation->ground == Ground::not_closed ||
                    verdict.refutation->ground == Ground::no_such_denial)
            << why(verdict);
        ++tried;
    }
    EXPECT_GT(tried, 50U);
}

// An old list on a design that has changed: believed only when nothing reaches what it must not.
TEST(VerifyNetwork, AnOldListIsBelievedOnlyWhileItIsTrue) {
    std::size_t refuted = 0;
    std::size_t harmless = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        Apart net(seed);
        const verify::Certificate old = read(certificate_xml(Facts(net.design)));
        if (old.spreads.empty() || checked(old, net.design).refutation)
            continue;
        switch (net.up_to(5)) {
        case 0: { // a port means other VLANs
            Port row = *net.design.find(net.pick(net.all_ports));
            row.mode = net.one_in(2) ? PortMode::trunk : PortMode::access;
            row.access_vlan = net.pick(net.vlans);
            row.trunk_vlans = net.vlans;
            net.design.ports.put(row);
            break;
        }
        case 1: // a cord
            net.join(net.pick(net.all_ports), net.pick(net.all_ports));
            break;
        case 2: { // every filter lets everything pass
            std::vector<Acl> rows(net.design.acls.begin(), net.design.acls.end());
            for (Acl& row : rows) {
                row.rules = {
                    {.action = AclAction::permit, .protocol = "ip", .source = {}, .destination = {}, .ports = ""}};
                net.design.acls.put(row);
            }
            break;
        }
        case 3: { // a VLAN is another zone's
            Vlan row = *net.design.find(net.pick(net.vlans));
            row.zone = net.pick(net.zones);
            net.design.vlans.put(row);
            break;
        }
        default: { // a gateway, and a route to everywhere
            Gateway row;
            row.id = {net.next++};
            row.vlan = net.pick(net.vlans);
            row.equipment = net.pick(net.switches);
            row.address = net.pick(net.addresses);
            net.design.gateways.put(row);
        }
        }
        const verify::Verdict verdict = checked(old, net.design);
        if (verdict.refutation) {
            ++refuted;
            continue;
        }
        ++harmless;
        ASSERT_TRUE(all_hold(Facts(net.design))) << "seed " << seed;
    }
    EXPECT_GT(refuted, 20U);
    EXPECT_GT(harmless, 10U);
}

} // namespace
} // namespace riser
