// SPDX-License-Identifier: GPL-3.0-or-later
// That nothing of a zone comes to another, and that services are reached: lists found by decision diagrams over one
// network, checked by boxes over another that shares no code with it. On random networks both must say the same; a list
// that leaves anything out is never believed.
#include "designer/verify/reached.h"
#include "designer/verify/spread.h"

#include "exporters/writers/certificate.h"
#include "solvers/proof/service_reach.h"
#include "solvers/proof/zone_spread.h"
#include "tests/solvers/forwarding/random_forwarding.h"
#include "tests/solvers/forwarding/way_out.h"

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

// ---- services that must be reached

// A service in some zone, that a body must reach from the VLANs of all.
struct Sharing : RandomForwarding {
    explicit Sharing(std::uint64_t seed) : RandomForwarding(seed) {
        const BodyId body = this->body("G");
        PointKind kind;
        kind.id = {next++};
        kind.wireless = true;
        design.point_kinds.put(kind);
        for (const JackId id : jacks)
            if (one_in(3)) {
                Jack row = *design.find(id);
                row.kind = kind.id;
                row.plane = pick(planes);
                design.jacks.put(row);
            }
        lead_outside();
        for (const VlanId id : vlans) {
            Vlan row = *design.find(id);
            row.body = body;
            design.vlans.put(row);
        }
        for (const ServiceId id : services) {
            Service row = *design.find(id);
            row.zone = pick(zones);
            if (one_in(3)) {
                row.hosts.clear();
                row.address.reset();
                row.medium = handoffs.empty() || one_in(3) ? ServiceMedium::wireless : ServiceMedium::data;
                Zone zone = *design.find(*row.zone);
                zone.role = row.medium == ServiceMedium::data ? ZoneRole::edge : zone.role;
                design.zones.put(zone);
            }
            design.services.put(row);
            MustReach must;
            must.id = {next++};
            must.service = id;
            must.body = body;
            design.must_reach.put(must);
        }
    }

  private:
    // Handoffs mostly stand where their peers' addresses are, and switches mostly know them as their way out.
    void lead_outside() {
        for (const ProviderHandoffId id : handoffs) {
            const ProviderHandoff handoff = *design.find(id);
            Port port = *design.find(*handoff.port);
            for (const Prefix& prefix : design.prefixes)
                if (prefix.vlan && prefix.prefix && contains(*prefix.prefix, *handoff.peer) && !one_in(4)) {
                    port.mode = PortMode::access;
                    port.access_vlan = prefix.vlan;
                }
            design.ports.put(port);
            for (const EquipmentId device : switches)
                if (!one_in(4)) {
                    Route row;
                    row.id = {next++};
                    row.equipment = device;
                    row.vrf = some_vrf();
                    row.destination = IpPrefix::parse(handoff.peer->is_v6 ? "::/0" : "0.0.0.0/0");
                    row.next_hop = handoff.peer;
                    design.routes.put(row);
                }
        }
    }
};
verify::Verdict reached(const verify::Certificate& certificate, const Design& design) {
    return verify::check_reached(certificate, design, verify::network_of(design));
}
verify::Certificate only_those_that_hold(const Facts& facts, Design& design) {
    for (const ReachedClaim& claim : facts.get<ReachedClaims>().claims)
        if (!claim.holds())
            design.must_reach.erase(claim.row);
    return read(certificate_xml(Facts(design)));
}

TEST(VerifyNetwork, WaysAreFollowedInRandomNetworks) {
    std::size_t held = 0;
    std::size_t hops = 0;
    std::size_t failed = 0;
    std::size_t outside = 0;
    std::size_t over_the_air = 0;
    for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
        Sharing net(seed);
        const Facts facts(net.design);
        const auto& claims = facts.get<ReachedClaims>().claims;
        const bool all =
            std::all_of(claims.begin(), claims.end(), [](const ReachedClaim& claim) { return claim.holds(); });
        const verify::Verdict verdict = reached(read(certificate_xml(facts)), net.design);
        ASSERT_EQ(!verdict.refutation, all) << "seed " << seed << ": " << why(verdict);
        failed += !all;
        const verify::Certificate holding = only_those_that_hold(facts, net.design);
        ASSERT_EQ(why(reached(holding, net.design)), "holds") << "seed " << seed;
        held += holding.reached.size();
        for (const verify::ListedReached& claim : holding.reached) {
            over_the_air += !claim.air.empty();
            for (const verify::ListedPath& path : claim.paths) {
                hops += path.hops.size();
                outside += path.out.has_value();
            }
        }
    }
    std::printf("%zu held, %zu failed, %zu handed over, %zu over the air\n", held, failed, outside, over_the_air);
    EXPECT_GT(outside, 5U);
    EXPECT_GT(over_the_air, 50U);
    EXPECT_GT(held, 30U);
    EXPECT_GT(hops, 20U);
    EXPECT_GT(failed, 100U);
}

TEST(VerifyNetwork, ForgedWaysAreRefuted) {
    std::size_t forged = 0;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        Sharing net(seed);
        const Facts facts(net.design);
        const verify::Certificate honest = only_those_that_hold(facts, net.design);
        for (std::size_t i = 0; i < honest.reached.size(); ++i) {
            const auto refuted = [&](const auto& forge) {
                verify::Certificate certificate = honest;
                if (forge(certificate.reached[i])) {
                    ++forged;
                    EXPECT_TRUE(reached(certificate, net.design).refutation) << "seed " << seed;
                }
            };
            refuted([](verify::ListedReached& claim) { return claim.holds = false, true; });
            if (!honest.reached[i].air.empty()) {
                refuted([](verify::ListedReached& claim) { return claim.air.clear(), true; });
                refuted([](verify::ListedReached& claim) { return claim.air.front().jack = {1}, true; });
                refuted([](verify::ListedReached& claim) { return claim.air.front().vlan = {1}, true; });
                continue;
            }
            refuted([](verify::ListedReached& claim) {
                auto& out = claim.paths.front().out;
                return out ? (out.reset(), true) : (out = ProviderHandoffId{1}, true);
            });
            refuted([](verify::ListedReached& claim) { return claim.paths.pop_back(), true; });
            refuted([](verify::ListedReached& claim) { return claim.paths.push_back(claim.paths.front()), true; });
            refuted([](verify::ListedReached& claim) { return claim.row = {1}, true; });
            refuted([](verify::ListedReached& claim) {
                claim.paths.front().packet.value[0] ^= std::uint64_t{1} << 40;
                return !claim.paths.front().out; // another address may well be outside too
            });
            refuted([](verify::ListedReached& claim) {
                claim.paths.front().packet.mask[4] &= ~std::uint64_t{1};
                return true;
            });
            refuted([](verify::ListedReached& claim) {
                auto& hops = claim.paths.front().hops;
                return hops.empty() ? false : (hops.pop_back(), true);
            });
            refuted([](verify::ListedReached& claim) {
                auto& hops = claim.paths.front().hops;
                return hops.empty() ? false : (hops.front().in = {1}, true);
            });
            refuted([](verify::ListedReached& claim) {
                auto& hops = claim.paths.front().hops;
                return hops.empty() ? false : (hops.back().out = {1}, true);
            });
        }
    }
    EXPECT_GT(forged, 200U);
}

// The network of two bodies as it is meant to be.
struct Meant : test::TwoBodies {
    Meant() {
        apart(party.zone, congress.zone);
        Body row;
        row.id = {next++};
        row.code = "party";
        design.bodies.put(row);
        MustReach must;
        must.id = {next++};
        must.service = mail;
        must.body = row.id;
        design.must_reach.put(must);
        for (const ZoneId id : {party.zone, congress.zone, servers.zone}) {
            Zone zone = *design.find(id);
            zone.role = id == servers.zone ? ZoneRole::servers : ZoneRole::desks;
            if (id == party.zone)
                zone.bodies = {row.id};
            design.zones.put(zone);
        }
    }
    template<class Row, class Change> void change(Id<Row> id, Change change) {
        Row row = *design.find(id);
        change(row);
        design.table<Row>().put(std::move(row));
    }
    std::string old_is(const verify::Certificate& old) const {
        const verify::Verdict apart = checked(old, design);
        return why(apart.refutation ? apart : reached(old, design));
    }
};

TEST(VerifyNetwork, TwoBodiesAreApartAndShareTheirServer) {
    Meant net;
    const verify::Certificate honest = read(certificate_xml(Facts(net.design)));
    EXPECT_EQ(net.old_is(honest), "holds");
    EXPECT_EQ(honest.not_reached.size(), 2U);
    ASSERT_EQ(honest.reached.size(), 1U);
    ASSERT_EQ(honest.reached[0].paths.size(), 1U);
    EXPECT_EQ(honest.reached[0].paths[0].hops.size(), 3U) << "core, firewall, core";
    EXPECT_FALSE(honest.spreads.front().denials.empty());
    const auto refuted = [&](const auto& spoil, const char* ground) {
        Meant spoilt;
        spoil(spoilt);
        const std::string said = spoilt.old_is(honest);
        EXPECT_EQ(said.substr(0, said.find(':')), ground) << said;
    };
    const AclRule all{.action = AclAction::permit, .protocol = "ip", .source = {}, .destination = {}, .ports = ""};
    refuted([&](Meant& m) { m.change(m.rules[0], [&](Acl& row) { row.rules.insert(row.rules.begin(), all); }); },
            "not-closed");
    refuted([&](Meant& m) { m.join(m.party_port, m.congress_port); }, "not-closed");
    refuted([&](Meant& m) { m.change(m.congress.vlan, [&](Vlan& row) { row.vrf = m.party.vrf; }); }, "not-closed");
    refuted(
        [&](Meant& m) {
            for (const AclId id : m.rules)
                m.change(id, [](Acl& row) { row.rules.clear(); });
        },
        "no-such-denial");
    refuted([&](Meant& m) { m.change(m.server_port, [](Port& row) { row.status = Status::remove; }); }, "not-through");
}

// A way out and a wireless service, as they are meant to be.
struct MeantOutside : test::WithWaysOut {
    BodyId party_body = body("P");
    MeantOutside() {
        change(party.zone, [&](Zone& row) { row.bodies = {party_body}; });
        must_reach(internet, party_body);
        must_reach(wireless, party_body);
    }
};

TEST(VerifyNetwork, WaysOutAndAccessPointsAreFollowed) {
    const MeantOutside net;
    const verify::Certificate honest = read(certificate_xml(Facts(net.design)));
    EXPECT_EQ(why(reached(honest, net.design)), "holds");
    ASSERT_EQ(honest.reached.size(), 2U);
    ASSERT_EQ(honest.reached[0].paths.size(), 1U);
    EXPECT_EQ(honest.reached[0].paths[0].hops.size(), 2U) << "core, firewall";
    EXPECT_EQ(honest.reached[0].paths[0].out, net.handoff);
    ASSERT_EQ(honest.reached[1].air.size(), 1U);
    EXPECT_EQ(honest.reached[1].air[0].jack, net.access_point);
    const auto spoilt = [&](const auto& spoil) {
        MeantOutside other;
        spoil(other);
        const verify::Verdict old = reached(honest, other.design);
        EXPECT_TRUE(old.refutation && old.refutation->ground == Ground::not_through) << why(old);
        const Facts facts(other.design);
        const auto& claims = facts.get<ReachedClaims>().claims;
        EXPECT_TRUE(std::any_of(claims.begin(), claims.end(), [](const ReachedClaim& one) { return !one.holds(); }));
    };
    spoilt([](MeantOutside& m) { m.design.routes.erase(m.exit); });
    spoilt([](MeantOutside& m) { m.change(m.rules[0], [](Acl& row) { row.rules.pop_back(); }); });
    spoilt([](MeantOutside& m) { m.change(m.handoff, [](ProviderHandoff& row) { row.port.reset(); }); });
    spoilt([](MeantOutside& m) {
        m.change(m.handoff, [](ProviderHandoff& row) { row.peer = IpAddress::parse("203.0.113.3"); });
    });
    spoilt([](MeantOutside& m) { // the device answers for that address itself
        Gateway row;
        row.id = {m.next++};
        row.vlan = m.party.transit;
        row.equipment = m.firewall[0];
        row.address = IpAddress::parse("203.0.113.1");
        m.design.gateways.put(row);
    });
    spoilt([](MeantOutside& m) { m.change(m.provider_port, [&](Port& row) { row.access_vlan = m.party.vlan; }); });
    spoilt([](MeantOutside& m) { m.change(m.access_point, [](Jack& row) { row.kind = {}; }); });
    spoilt([](MeantOutside& m) { m.change(m.air_port, [](Port& row) { row.status = Status::remove; }); });
    spoilt([](MeantOutside& m) { m.change(m.air_port, [&](Port& row) { row.access_vlan = m.party.vlan; }); });
}

TEST(VerifyNetwork, ForgedWaysOutAreRefuted) {
    const MeantOutside net;
    const verify::Certificate honest = read(certificate_xml(Facts(net.design)));
    const auto refuted = [&](const auto& forge) {
        verify::Certificate certificate = honest;
        forge(certificate);
        EXPECT_TRUE(reached(certificate, net.design).refutation);
    };
    refuted([](verify::Certificate& c) { c.reached[0].paths[0].out.reset(); });
    refuted([](verify::Certificate& c) { c.reached[0].paths[0].out = ProviderHandoffId{1}; });
    refuted([](verify::Certificate& c) { c.reached[0].paths[0].hops.pop_back(); });
    refuted([](verify::Certificate& c) { // a neighbour is not outside
        c.reached[0].paths[0].packet.value[0] = std::uint64_t{0x0a001e19} << 32;
    });
    refuted([](verify::Certificate& c) { c.reached[0].air = c.reached[1].air; });
    refuted([](verify::Certificate& c) { c.reached[1].paths = c.reached[0].paths; });
    refuted([](verify::Certificate& c) { c.reached[1].air.clear(); });
    refuted([&](verify::Certificate& c) { c.reached[1].air[0].jack = net.party_jack; });
    refuted([&](verify::Certificate& c) { c.reached[1].air[0].vlan = net.party.vlan; });
}

} // namespace
} // namespace riser
