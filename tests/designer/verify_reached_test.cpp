// SPDX-License-Identifier: GPL-3.0-or-later
// That services are reached, also after any single failure: ways found by decision diagrams, walked packet by packet
// over another network that shares no code with it.
#include "designer/verify/reached.h"

#include "exporters/writers/certificate.h"
#include "solvers/proof/service_reach.h"
#include "solvers/proof/zone_spread.h"
#include "tests/designer/verified.h"
#include "tests/solvers/forwarding/random_forwarding.h"
#include "tests/solvers/forwarding/way_out.h"

namespace riser {
namespace {

using test::checked;
using test::RandomForwarding;
using test::read;
using test::why;
using verify::Ground;

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
};
verify::Verdict reached(const verify::Certificate& certificate, const Design& design) {
    const verify::Wiring wiring = verify::wiring_of(design);
    const verify::PlainNetwork network = verify::network_of(design, wiring);
    verify::Verdict out = verify::check_reached(certificate, design, network);
    if (!out.refutation)
        out.refutation = verify::check_outlived(certificate, design, wiring, network).refutation;
    return out;
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
    std::size_t carried = 0;
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
                for (const verify::ListedHop& hop : path.hops)
                    carried += hop.in.side != PortId{};
            }
        }
    }
    std::printf("%zu held, %zu failed, %zu handed over, %zu over the air, %zu by isolation gateways\n", held, failed,
                outside, over_the_air, carried);
    EXPECT_GT(carried, 5U);
    EXPECT_GT(outside, 5U);
    EXPECT_GT(over_the_air, 50U);
    EXPECT_GT(held, 30U);
    EXPECT_GT(hops, 20U);
    EXPECT_GT(failed, 100U);
}

// Most of them must outlive any single failure, by the row or by a requirement class.
TEST(VerifyNetwork, FailuresAreJudgedAlikeInRandomNetworks) {
    std::size_t outlived = 0;
    std::size_t fallen = 0;
    for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
        Sharing net(seed);
        for (const MustReach& row : Table<MustReach>(net.design.must_reach)) {
            MustReach must = row;
            must.after_single_failure = net.one_in(2);
            net.design.must_reach.put(must);
            RequirementClass stated;
            stated.id = {net.next++};
            const Service& service = *net.design.find(must.service);
            const AnyId zone = service.zone ? AnyId(*service.zone) : AnyId(service.id);
            stated.subject = net.one_in(2) ? AnyId(service.id) : zone;
            stated.redundancy = net.one_in(2) ? RedundancyClass::n_plus_1 : RedundancyClass::n;
            net.design.requirement_classes.put(stated);
        }
        const Facts facts(net.design);
        const verify::Certificate holding = only_those_that_hold(facts, net.design);
        ASSERT_EQ(why(reached(holding, net.design)), "holds") << "seed " << seed;
        for (const verify::ListedReached& claim : holding.reached)
            outlived += claim.outlives;
        // Those that fall with something, were it denied that they do.
        for (const ReachedClaim& claim : facts.get<ReachedClaims>().claims) {
            if (!claim.without || claim.paths.empty())
                continue;
            Sharing alone(seed);
            alone.design = facts.design();
            for (const MustReach& row : Table<MustReach>(alone.design.must_reach))
                if (row.id != claim.row)
                    alone.design.must_reach.erase(row.id);
            verify::Certificate liar = read(certificate_xml(Facts(alone.design)));
            liar.reached.front().holds = true;
            const verify::Verdict verdict = reached(liar, alone.design);
            fallen += verdict.refutation && verdict.refutation->ground == Ground::not_outlived;
        }
    }
    std::printf("%zu outlive, %zu fall with something\n", outlived, fallen);
    EXPECT_GT(outlived, 30U);
    EXPECT_GT(fallen, 15U);
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
                return hops.empty() ? false : (hops.front().in = {.gateway = {1}, .side = {}}, true);
            });
            refuted([](verify::ListedReached& claim) {
                auto& hops = claim.paths.front().hops;
                return hops.empty() ? false : (hops.back().out = {.gateway = {1}, .side = {}}, true);
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
