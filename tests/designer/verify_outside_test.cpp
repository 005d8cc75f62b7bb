// SPDX-License-Identifier: GPL-3.0-or-later
// Published services are reached from outside, and nothing else is: ways and lists found by decision diagrams, walked
// and closed over another network that shares no code with it.
#include "designer/verify/reached.h"
#include "exporters/writers/certificate.h"
#include "solvers/forwarding/outside_reach.h"
#include "solvers/proof/service_reach.h"
#include "solvers/proof/zone_spread.h"
#include "tests/designer/verified.h"
#include "tests/solvers/forwarding/published_mail.h"
#include "tests/solvers/forwarding/random_forwarding.h"

#include <algorithm>

namespace riser {
namespace {

using test::read;
using test::TwoBodies;
using test::why;
using verify::Ground;

verify::Verdict outside(const verify::Certificate& certificate, const Design& design) {
    const verify::PlainNetwork network = verify::network_of(design);
    verify::Verdict out = verify::check_not_reached(certificate, design, network);
    for (const verify::Verdict& more :
         {verify::check_outside(certificate, design, network), verify::check_entered(certificate, design, network)})
        if (!out.refutation)
            out.refutation = more.refutation;
    return out;
}

using Published = test::PublishedMail;

TEST(VerifyOutside, APublishedServiceIsEnteredAtItsOutsideAddressAndNothingElseIs) {
    const Published net;
    const Facts facts(net.design);
    const verify::Certificate honest = read(certificate_xml(facts));
    EXPECT_EQ(why(outside(honest, net.design)), "holds");
    ASSERT_EQ(honest.outside.size(), 1U);
    ASSERT_EQ(honest.entered.size(), 1U);
    EXPECT_EQ(honest.entered[0].by, net.row);
    const EnteredClaim& claim = facts.get<EnteredClaims>().claims.at(0);
    ASSERT_TRUE(claim.packet);
    EXPECT_EQ(claim.packet->destination, net.address_outside);
    EXPECT_EQ(claim.packet->port, 8443);
    EXPECT_EQ(claim.hops.size(), 2U) << "firewall, core";
}

TEST(VerifyOutside, WhatIsSpoiltRefutesTheOldCertificateAndIsNotCertifiedAnew) {
    const verify::Certificate honest = read(certificate_xml(Facts(Published().design)));
    const auto refuted = [&](const char* what, const auto& spoil, Ground ground) {
        Published other;
        spoil(other);
        const verify::Verdict old = outside(honest, other.design);
        EXPECT_TRUE(old.refutation && old.refutation->ground == ground) << what << ": " << why(old);
        const Facts facts(other.design);
        EXPECT_NE(why(outside(read(certificate_xml(facts)), other.design)), "holds") << what;
    };
    const auto nat = [](auto change) { return [change](Published& m) { m.change(m.row, change); }; };
    refuted(
        "no translation", [](Published& m) { m.design.nats.erase(m.row); }, Ground::unknown_claim);
    refuted("another outside port", nat([](Nat& row) { row.ports = "8443x"; }), Ground::not_through);
    refuted("another host", nat([](Nat& row) { row.inside = TwoBodies::address(30, 26); }), Ground::not_through);
    refuted("another port", nat([](Nat& row) { row.inside_port = 25; }), Ground::not_through);
    refuted(
        "another device", [](Published& m) { m.change(m.row, [&](Nat& row) { row.equipment = m.core[0]; }); },
        Ground::not_through);
    refuted(
        "no rule lets it in",
        [](Published& m) { m.change(m.rules[0], [](Acl& acl) { acl.rules.erase(acl.rules.begin()); }); },
        Ground::no_such_denial);
    refuted(
        "the whole zone is let in",
        [](Published& m) {
            m.let_in_with({AclAction::permit, "ip", {}, TwoBodies::prefix(30), ""});
        },
        Ground::not_closed);
    refuted(
        "whoever says that he is of the party",
        [](Published& m) {
            m.let_in_with({AclAction::permit, "ip", TwoBodies::prefix(10), TwoBodies::prefix(20), ""});
        },
        Ground::not_closed);
    refuted(
        "a row that speaks of it first",
        [](Published& m) {
            Nat row = *m.design.find(m.row);
            row.id = {5};
            row.service.reset();
            row.inside = TwoBodies::address(30, 26);
            m.design.nats.put(row);
        },
        Ground::not_through);
    refuted(
        "a zone that administers",
        [](Published& m) { m.change(m.servers.zone, [](Zone& zone) { zone.management = true; }); },
        Ground::missing_claim);
    refuted(
        "kept apart from the edge", [](Published& m) { m.apart(m.servers.zone, m.edge); }, Ground::missing_claim);
    refuted(
        "another service too",
        [](Published& m) {
            Service row = *m.design.find(m.mail);
            row.id = {m.next++};
            row.address = TwoBodies::address(30, 26);
            m.design.services.put(row);
        },
        Ground::missing_claim);
    refuted(
        "the server is gone",
        [](Published& m) { m.change(m.server_port, [](Port& port) { port.status = Status::remove; }); },
        Ground::not_through);
}

TEST(VerifyOutside, ForgedClaimsAreRefuted) {
    const Published net;
    const verify::Certificate honest = read(certificate_xml(Facts(net.design)));
    const auto refuted = [&](const auto& forge) {
        verify::Certificate certificate = honest;
        forge(certificate);
        EXPECT_TRUE(outside(certificate, net.design).refutation);
    };
    refuted([](verify::Certificate& c) { c.entered.clear(); });
    refuted([](verify::Certificate& c) { c.entered.push_back(c.entered.front()); });
    refuted([](verify::Certificate& c) { c.entered[0].by.reset(); });
    refuted([](verify::Certificate& c) { c.entered[0].holds = false; });
    refuted([](verify::Certificate& c) { c.entered[0].hops.pop_back(); });
    refuted([](verify::Certificate& c) { c.entered[0].hops.erase(c.entered[0].hops.begin()); });
    refuted([](verify::Certificate& c) { // the host's own address
        c.entered[0].packet.value[0] = std::uint64_t{0x0a001e19} << 32;
    });
    refuted([](verify::Certificate& c) { c.outside.clear(); });
    refuted([](verify::Certificate& c) { c.outside.push_back(c.outside.front()); });
    refuted([](verify::Certificate& c) { c.outside[0].holds = false; });
    refuted([](verify::Certificate& c) {
        std::erase_if(c.spreads, [](const auto& one) { return one.from.kind == Kind::provider_handoffs; });
    });
    refuted([](verify::Certificate& c) {
        for (verify::ListedSpread& spread : c.spreads)
            if (spread.from.kind == Kind::provider_handoffs)
                spread.gateways.clear();
    });
}

// Services in any zone, published at any handoff, by rows that mostly mean them; edges where providers enter.
struct RandomPublished : test::RandomForwarding {
    explicit RandomPublished(std::uint64_t seed) : RandomForwarding(seed) {
        lead_outside();
        for (const ZoneId id : zones) {
            Zone row = *design.find(id);
            row.role = one_in(4) ? ZoneRole::desks : ZoneRole::servers;
            row.management = one_in(12);
            design.zones.put(row);
        }
        for (const ProviderHandoffId id : handoffs) {
            ProviderHandoff row = *design.find(id);
            row.zone = zone(*row.plane, "edge");
            Zone edge = *design.find(*row.zone);
            edge.role = ZoneRole::edge;
            design.zones.put(edge);
            if (one_in(8) && !zones.empty())
                apart(edge.id, pick(zones));
            design.provider_handoffs.put(row);
            if (!one_in(3))
                put_it_behind(row);
        }
        for (const ServiceId id : services) {
            Service row = *design.find(id);
            row.zone = pick(zones);
            for (const ProviderHandoffId handoff : handoffs)
                if (!one_in(3))
                    row.published.push_back(handoff);
            design.services.put(row);
        }
        for (const Nat& given : Table<Nat>(design.nats))
            if (given.kind == NatKind::service && !services.empty()) {
                Nat row = given;
                row.service = pick(services);
                const Service& service = *design.find(*row.service);
                if (!one_in(6) && service.address)
                    row.inside = service.address;
                if (!one_in(6) && !service.published.empty())
                    row.handoff = pick(service.published);
                row.outside = one_in(4) ? row.outside : IpAddress::parse("198.51.100.7");
                design.nats.put(row);
            }
    }
    // The VLAN of the provider's port in the edge's zone alone.
    void put_it_behind(const ProviderHandoff& handoff) {
        if (const Vlan* vlan = design.find(design.find(*handoff.port)->access_vlan)) {
            Vlan row = *vlan;
            row.zone = handoff.zone;
            design.vlans.put(row);
        }
    }
};

TEST(VerifyOutside, RandomNetworksAreJudgedAlikeByBoth) {
    std::size_t entered = 0, translated = 0, shut = 0, open = 0, not_entered = 0;
    for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
        const RandomPublished net(seed);
        const Facts facts(net.design);
        bool all = true;
        for (const EnteredClaim& claim : facts.get<EnteredClaims>().claims) {
            all = all && claim.holds();
            entered += claim.holds();
            not_entered += !claim.holds();
            translated += claim.holds() && claim.by.has_value();
        }
        for (const OutsideClaim& claim : facts.get<OutsideClaims>().claims) {
            all = all && claim.holds;
            shut += claim.holds;
            open += !claim.holds;
        }
        const std::vector<NotReachedClaim>& kept = facts.get<NotReachedClaims>().claims;
        const bool apart =
            std::all_of(kept.begin(), kept.end(), [](const NotReachedClaim& claim) { return claim.holds; });
        all = all && apart;
        // Rules ask a smaller network, and of other packets.
        const OutsideReach& asked = facts.get<OutsideReach>();
        const std::vector<OutsideClaim>& claims = facts.get<OutsideClaims>().claims;
        ASSERT_EQ(asked.beyond.size(), claims.size());
        for (std::size_t i = 0; i < claims.size(); ++i)
            ASSERT_EQ(asked.beyond[i].state != IntentState::broken, claims[i].holds) << "seed " << seed;
        for (const OutsideReach::Entered& one : asked.entered)
            for (const EnteredClaim& claim : facts.get<EnteredClaims>().claims)
                if (claim.service == one.service && claim.from == one.from && claim.by == one.by) {
                    ASSERT_TRUE(!claim.holds() || one.state == IntentState::met) << "seed " << seed;
                }
        const verify::Certificate certificate = read(certificate_xml(facts));
        const verify::Verdict verdict = outside(certificate, net.design);
        ASSERT_EQ(!verdict.refutation, all) << "seed " << seed << ": " << why(verdict);
        // Those that hold, each alone.
        verify::Certificate holding = certificate;
        std::erase_if(holding.entered, [](const verify::ListedEntered& claim) { return !claim.holds; });
        std::erase_if(holding.outside, [](const verify::ListedOutside& claim) { return !claim.holds; });
        const std::string said = why(outside(holding, net.design));
        ASSERT_TRUE(!apart || (all ? said == "holds" : said.starts_with("missing-claim")))
            << "seed " << seed << ": " << said;
        // Those that do not, were it said that they do.
        for (verify::ListedOutside& claim : holding.outside)
            ASSERT_TRUE(claim.holds);
        verify::Certificate liar = certificate;
        bool lies = false;
        for (verify::ListedOutside& claim : liar.outside) {
            lies = lies || !claim.holds;
            claim.holds = true;
        }
        if (lies) {
            ASSERT_TRUE(outside(liar, net.design).refutation) << "seed " << seed;
        }
    }
    std::printf("%zu entered, %zu of them translated, %zu not; %zu handoffs shut, %zu open\n", entered, translated,
                not_entered, shut, open);
    EXPECT_GT(translated, 2U);
    EXPECT_GT(not_entered, 100U);
    EXPECT_GT(shut, 50U);
    EXPECT_GT(open, 50U);
}

} // namespace
} // namespace riser
