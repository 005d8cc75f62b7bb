// SPDX-License-Identifier: GPL-3.0-or-later
// That nothing of a zone comes to another: lists found by decision diagrams over one network, checked by boxes over
// another that shares no code with it. On random networks both must say the same; a list that leaves anything out is
// never believed. So for the order of their rows.
#include "designer/verify/kept.h"
#include "designer/verify/network_reading.h"
#include "exporters/writers/certificate.h"
#include "solvers/forwarding/intent.h"
#include "solvers/proof/kept_laws.h"
#include "solvers/proof/zone_spread.h"
#include "tests/designer/verified.h"
#include "tests/solvers/forwarding/random_forwarding.h"
#include "tests/solvers/forwarding/two_bodies.h"

namespace riser {
namespace {

using test::checked;
using test::RandomForwarding;
using test::read;
using test::why;
using verify::Cube;
using verify::Ground;

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
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
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
    EXPECT_GT(held, 15U);
    EXPECT_GT(reached, 15U);
    EXPECT_GT(gateways, 75U);
}

// Ports are read once for all failures: what is left is the network of a design that never had what failed.
TEST(VerifyNetwork, WithoutADeviceOrCableIsAsIfItWereRemoved) {
    std::size_t places = 0, lost = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Apart net(seed);
        const verify::Wiring wiring = verify::wiring_of(net.design);
        const verify::NetworkReading reading(net.design, wiring);
        const verify::PlainNetwork whole = reading.whole();
        std::vector<AnyId> failing;
        for (const Equipment& row : net.design.equipment)
            failing.push_back(row.id);
        for (const auto& [ends, cables] : wiring.links) // a jack is not asked to outlive its own cable
            failing.insert(failing.end(), cables.begin(), cables.end());
        for (const AnyId id : failing) {
            Design without = net.design;
            const auto remove = [&](auto& table, auto key) {
                auto row = *table.find(key);
                row.status = Status::remove;
                table.put(row);
            };
            if (id.kind == Kind::equipment)
                remove(without.equipment, EquipmentId{id.value});
            else
                remove(without.cables, CableId{id.value});
            const verify::PlainNetwork left = reading.without(id);
            const verify::PlainNetwork afresh = verify::network_of(without);
            ASSERT_EQ(left.places.size(), afresh.places.size()) << "seed " << seed << ' ' << to_string(id);
            for (const auto& [key, place] : left.places) {
                const auto there = afresh.places.find(key);
                ASSERT_TRUE(there != afresh.places.end() && there->second.onward == place.onward &&
                            there->second.vlans == place.vlans && there->second.side == place.side &&
                            there->second.providers == place.providers)
                    << "seed " << seed << ' ' << to_string(id);
            }
            ASSERT_EQ(left.heard, afresh.heard) << "seed " << seed << ' ' << to_string(id);
            ASSERT_EQ(left.jacks, afresh.jacks) << "seed " << seed << ' ' << to_string(id);
            for (const auto& [gateway, row] : left.gateways)
                ASSERT_EQ(row.places, afresh.gateways.at(gateway).places) << "seed " << seed << ' ' << to_string(id);
            ASSERT_EQ(left.tables.size(), afresh.tables.size()) << "seed " << seed << ' ' << to_string(id);
            places += left.places.size();
            lost += left.places.size() < whole.places.size();
        }
    }
    EXPECT_GT(places, 1'000U);
    EXPECT_GT(lost, 100U);
}

// An isolation gateway between two bodies that carries nothing; and somebody puts a cable in its place.
TEST(VerifyNetwork, AnIsolationGatewayReplacedByACableIsFoundAndRefuted) {
    struct Gap : test::TwoBodies {
        PortId inner = access_port(access, party.vlan), outer = access_port(access, congress.vlan);
        EquipmentId gap = device(EquipmentRole::isolation_gateway, "GAP", plane_id, {});
        MustNotReachId row = apart(party.zone, congress.zone);
        CableId cords[2] = {join(inner, access_port(gap, party.vlan)), join(outer, access_port(gap, congress.vlan))};
    };
    Gap office;
    const std::string certificate = certificate_xml(Facts(office.design));
    EXPECT_TRUE(all_hold(Facts(office.design)));
    EXPECT_EQ(why(checked(read(certificate), office.design)), "holds");
    Equipment gone = *office.design.find(office.gap);
    gone.status = Status::remove;
    office.design.equipment.put(gone);
    for (const CableId cord : office.cords) {
        Cable cable = *office.design.find(cord);
        cable.status = Status::remove;
        office.design.cables.put(cable);
    }
    EXPECT_EQ(why(checked(read(certificate), office.design)).rfind("unknown-list", 0), 0U)
        << "the gateway's sides are listed and no longer there";
    office.join(office.inner, office.outer);
    const Facts bridged(office.design);
    EXPECT_FALSE(all_hold(bridged));
    EXPECT_EQ(bridged.get<ReachIntents>().must_not.at(0).state, IntentState::broken);
    EXPECT_TRUE(checked(read(certificate), office.design).refutation);
    const verify::Verdict afresh = checked(read(certificate_xml(bridged)), office.design);
    ASSERT_TRUE(afresh.refutation);
    EXPECT_EQ(afresh.refutation->ground, Ground::reached) << why(afresh);
}

// What the flood finds is the least list that is closed: whatever is left out of it is missed.
TEST(VerifyNetwork, AListThatLeavesAnythingOutIsRefuted) {
    std::mt19937_64 dice(11);
    std::size_t tried = 0;
    for (std::uint64_t seed = 1; seed <= 160; ++seed) {
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
    EXPECT_GT(tried, 15U);
}

// An old list on a design that has changed: believed only when nothing reaches what it must not.
TEST(VerifyNetwork, AnOldListIsBelievedOnlyWhileItIsTrue) {
    std::size_t refuted = 0;
    std::size_t harmless = 0;
    for (std::uint64_t seed = 1; seed <= 160; ++seed) {
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
    EXPECT_GT(refuted, 8U);
    EXPECT_GT(harmless, 5U);
}

// What the rows of random networks say of their order, both read alike; a fact left out or added is found.
TEST(VerifyNetwork, OrderIsReadAlikeByBoth) {
    std::mt19937_64 dice(3);
    std::map<std::string, std::array<std::size_t, 2>> kept; // law -> how often broken, held
    std::size_t forged = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        Apart net(seed);
        const Facts facts(net.design);
        const verify::Certificate certificate = read(certificate_xml(facts));
        const verify::Wiring wiring = verify::wiring_of(net.design);
        const verify::PlainNetwork network = verify::network_of(net.design, wiring);
        const auto verdict = [&](const verify::Certificate& one) {
            return verify::check_kept(one, net.design, wiring, network);
        };
        bool all = true;
        for (const KeptLaw& law : facts.get<KeptLaws>().laws) {
            all &= law.holds();
            ++kept[std::string(key_of(law.law))][law.holds()];
        }
        ASSERT_EQ(!verdict(certificate).refutation, all) << "seed " << seed << ": " << why(verdict(certificate));
        // Of those that are broken the certificate says so, and of all nothing else is wrong.
        ASSERT_TRUE(all || verdict(certificate).refutation->ground == Ground::broken)
            << "seed " << seed << ": " << why(verdict(certificate));
        if (!all || certificate.laws.empty())
            continue;
        verify::Certificate other = certificate;
        verify::ListedLaw& law = other.laws[dice() % other.laws.size()];
        switch (dice() % 3) {
        case 0:
            law.facts.erase(law.facts.begin() + static_cast<std::ptrdiff_t>(dice() % law.facts.size()));
            break;
        case 1:
            law.facts.push_back({law.facts.back().token + "1", {}});
            break;
        default:
            law.holds = false;
        }
        EXPECT_TRUE(verdict(other).refutation) << "seed " << seed;
        ++forged;
    }
    for (const auto& [law, times] : kept)
        std::printf("%s: %zu held, %zu broken\n", law.c_str(), times[1], times[0]);
    EXPECT_GE(kept.size(), 6U);
    EXPECT_GT(forged, 5U);
}

} // namespace
} // namespace riser
