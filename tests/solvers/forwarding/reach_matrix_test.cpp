// SPDX-License-Identifier: GPL-3.0-or-later
// Who reaches whom on a network that people can follow, after every slip of a hand on it beside what intents say, and
// on random ones beside packets that are walked.
#include "solvers/forwarding/reach_matrix.h"

#include "solvers/forwarding/misconfiguration.h"
#include "tests/solvers/forwarding/packet_walker.h"
#include "tests/solvers/forwarding/random_forwarding.h"
#include "tests/solvers/forwarding/two_bodies.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

using test::PacketWalker;
using test::RandomForwarding;
using test::Spot;
using test::TwoBodies;
using test::Walk;

struct Office : TwoBodies {
    BodyId p = body("P"), c = body("C");
    Office() {
        give(party.zone, p);
        give(congress.zone, c);
        change(servers.zone, [](Zone& row) { row.role = ZoneRole::servers; });
    }
    void give(ZoneId id, BodyId to) {
        change(id, [&](Zone& row) { row.bodies = {to}; });
    }
    template<class Row, class Change> void change(Id<Row> id, Change change) {
        Row row = *design.find(id);
        change(row);
        design.table<Row>().put(std::move(row));
    }
    MustReachId must(BodyId who, bool after_failure = false) {
        MustReach row;
        row.id = {next++};
        row.service = mail;
        row.body = who;
        row.after_single_failure = after_failure;
        design.must_reach.put(row);
        return row.id;
    }
};

const ReachCell* cell(const ReachMatrix& matrix, ZoneId from, AnyId to) {
    const auto column = std::find(matrix.columns.begin(), matrix.columns.end(), to);
    for (std::size_t i = 0; i < matrix.cells.size(); ++i)
        if (matrix.rows[i].zone == from && column != matrix.columns.end())
            return &matrix.cells[i][static_cast<std::size_t>(column - matrix.columns.begin())];
    return nullptr;
}

ReachMatrix matrix_of(const Design& design) { return Facts(design).get<ReachMatrix>(); }

TEST(ReachMatrix, SaysOfEachZoneAndBodyWhatItReaches) {
    const Office office;
    const ReachMatrix matrix = matrix_of(office.design);
    EXPECT_EQ(matrix.columns,
              (std::vector<AnyId>{office.mail, office.congress.zone, office.party.zone, office.servers.zone}));
    ASSERT_EQ(matrix.rows.size(), 3U);
    EXPECT_EQ(matrix.rows[0].bodies, std::vector<BodyId>{office.c});
    EXPECT_EQ(matrix.rows[1].vlans, std::vector<VlanId>{office.party.vlan});
    EXPECT_TRUE(matrix.rows[2].bodies.empty());
    const ReachCell reached{.state = ReachVerdict::reached, .pairs = 1, .reached = 1, .whole = 1};
    const ReachCell apart{.state = ReachVerdict::apart, .pairs = 1};
    EXPECT_EQ(*cell(matrix, office.party.zone, office.mail), reached);
    EXPECT_EQ(*cell(matrix, office.party.zone, office.servers.zone), reached);
    EXPECT_EQ(*cell(matrix, office.party.zone, office.congress.zone), apart);
    EXPECT_EQ(*cell(matrix, office.servers.zone, office.party.zone), apart);
    EXPECT_EQ(*cell(matrix, office.party.zone, office.party.zone), ReachCell{}) << "one VLAN has no other of its zone";
    EXPECT_EQ(matrix.outcome, Outcome::complete);
}

TEST(ReachMatrix, CountsTheVlansOfOneRowApart) {
    Office office;
    const VlanId second = office.vlan(office.party.zone, 11); // another of the same body, that leads nowhere
    office.change(office.congress_port, [&](Port& row) { row.access_vlan = second; });
    const ReachMatrix matrix = matrix_of(office.design);
    const ReachCell* to_mail = cell(matrix, office.party.zone, office.mail);
    ASSERT_NE(to_mail, nullptr);
    EXPECT_EQ(to_mail->pairs, 2);
    EXPECT_EQ(to_mail->reached, 1);
    EXPECT_EQ(to_mail->state, ReachVerdict::reached);
    EXPECT_EQ(cell(matrix, office.party.zone, office.party.zone)->pairs, 2);
    EXPECT_EQ(cell(matrix, office.party.zone, office.party.zone)->state, ReachVerdict::apart);
    office.must(office.p);
    EXPECT_EQ(cell(matrix_of(office.design), office.party.zone, office.mail)->state, ReachVerdict::missing);
}

TEST(ReachMatrix, AnAskedServiceThatIsLostAfterOneFailureIsMissing) {
    Office office;
    office.must(office.p, true); // the server hangs on one core switch
    const ReachMatrix matrix = matrix_of(office.design);
    EXPECT_EQ(cell(matrix, office.party.zone, office.mail)->state, ReachVerdict::missing);
    EXPECT_TRUE(cell(matrix, office.party.zone, office.mail)->must);
    EXPECT_EQ(cell(matrix, office.congress.zone, office.mail)->state, ReachVerdict::reached);
    EXPECT_EQ(matrix.count(ReachVerdict::missing), 1U);
}

TEST(ReachMatrix, ShowsNothingOfWhatIsHiddenThoughItCarriesPackets) {
    const Office office;
    const Facts facts(office.design);
    const ReachMatrix matrix = reach_matrix({.rows = facts.get<NetworkRows>(),
                                             .net = *facts.get<WholeNetwork>().net,
                                             .must = office.design.must_reach,
                                             .must_not = office.design.must_not_reach,
                                             .intents = facts.get<ReachIntents>(),
                                             .shows = [&](AnyId id) { return id != AnyId(office.servers.zone); }});
    EXPECT_EQ(matrix.rows.size(), 2U);
    EXPECT_EQ(matrix.columns, (std::vector<AnyId>{office.congress.zone, office.party.zone}));
}

TEST(ReachMatrix, StopsWithTheRowsThatItHas) {
    const Office office;
    const Facts facts(office.design);
    std::stop_source stop;
    const riser::Run run{.stop = stop.get_token(), .progress = [&](double share, const Text&) {
                             if (share > 0)
                                 stop.request_stop();
                         }};
    const ReachMatrix matrix = reach_matrix({.rows = facts.get<NetworkRows>(),
                                             .net = *facts.get<WholeNetwork>().net,
                                             .must = office.design.must_reach,
                                             .must_not = office.design.must_not_reach,
                                             .intents = facts.get<ReachIntents>()},
                                            run);
    EXPECT_EQ(matrix.outcome, Outcome::stopped);
    EXPECT_EQ(matrix.rows.size(), 2U);
    EXPECT_EQ(matrix.cells.size(), matrix.rows.size());
}

// Whatever goes wrong, matrix and intents say the same.
TEST(ReachMatrix, AgreesWithIntentsAfterEverySlip) {
    Office office;
    const MustReachId p = office.must(office.p), c = office.must(office.c);
    const MustNotReachId apart = office.apart(office.party.zone, office.congress.zone);
    std::size_t missing = 0, forbidden = 0;
    std::vector<Design> designs{office.design};
    for (const Misconfiguration& slip : misconfigurations(office.design))
        designs.push_back(misconfigured(office.design, slip));
    for (const Route& route : office.design.routes) {
        designs.push_back(office.design);
        designs.back().routes.erase(route.id);
    }
    for (const Design& design : designs) {
        const Facts facts(design);
        const ReachMatrix& matrix = facts.get<ReachMatrix>();
        for (const MustReachAnswer& answer : facts.get<ReachIntents>().must) {
            const ReachCell* asked =
                cell(matrix, answer.id == p ? office.party.zone : office.congress.zone, office.mail);
            if (answer.state == IntentState::nothing_to_ask) {
                EXPECT_TRUE(!asked || asked->state == ReachVerdict::nothing_to_ask);
                continue;
            }
            ASSERT_NE(asked, nullptr);
            EXPECT_TRUE(asked->must);
            EXPECT_EQ(asked->state == ReachVerdict::missing, answer.state == IntentState::broken) << (answer.id == c);
            missing += asked->state == ReachVerdict::missing;
        }
        const MustNotReachAnswer& kept = facts.get<ReachIntents>().must_not.at(0);
        ASSERT_EQ(kept.id, apart);
        bool any = false;
        for (const auto& [from, to] :
             {std::pair(office.party.zone, office.congress.zone), std::pair(office.congress.zone, office.party.zone)})
            if (const ReachCell* one = cell(matrix, from, to))
                any = any || one->state == ReachVerdict::forbidden;
        EXPECT_EQ(any, kept.state == IntentState::broken);
        forbidden += any;
    }
    EXPECT_GT(missing, 3U);
    EXPECT_GT(forbidden, 0U);
}

bool arrives(const Walk& walk, const Network& net, VlanId vlan) {
    for (const auto& [row, index] : net.places_of(vlan)) {
        const NetPlace& place = net.places[index];
        const Spot spot{place.box == no_index ? EquipmentId{} : net.boxes[place.box].id, place.number,
                        place.port.value_or(PortId{})};
        for (const auto& [there, packet] : walk.arrived)
            if (there == spot)
                return true;
    }
    return false;
}

// Each pair that is counted has a packet that walks there; of the others no packet that was tried did.
TEST(ReachMatrix, CountsWhatWalksOnRandomDesigns) {
    std::size_t counted = 0, apart = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        RandomForwarding random(seed);
        if (random.translates)
            continue;
        const Facts facts(random.design);
        const ReachMatrix& matrix = facts.get<ReachMatrix>();
        const Network& net = *facts.get<WholeNetwork>().net;
        FilterSets kept;
        const Floods floods(facts.get<NetworkRows>(), net, kept);
        PacketWalker walker(random.design, Senders::any);
        for (std::size_t i = 0; i < matrix.rows.size(); ++i)
            for (std::size_t j = 0; j < matrix.columns.size(); ++j) {
                if (matrix.columns[j].kind != Kind::zones)
                    continue;
                std::int32_t walked = 0, tried = 0;
                for (const VlanId from : matrix.rows[i].vlans)
                    for (const Vlan& to : random.design.vlans) {
                        if (!to.zone || AnyId(*to.zone) != matrix.columns[j] || to.id == from ||
                            net.places_of(to.id).empty())
                            continue;
                        ++tried;
                        const std::vector<Emission> sent = floods.emissions(from, {});
                        if (const auto way = witness(floods, sent, to.id, Senders::any))
                            walked += arrives(walker.from(from, way->sent), net, to.id);
                        else
                            for (int k = 0; k < 2; ++k) {
                                const Packet packet = random.packet();
                                if (floods.only(sent, kept.headers.only(packet)).empty())
                                    continue;
                                EXPECT_FALSE(arrives(walker.from(from, packet), net, to.id)) << seed;
                            }
                    }
                EXPECT_EQ(matrix.cells[i][j].pairs, tried) << seed;
                EXPECT_EQ(matrix.cells[i][j].reached, walked) << seed;
                counted += static_cast<std::size_t>(walked);
                apart += matrix.cells[i][j].state == ReachVerdict::apart;
            }
    }
    EXPECT_GT(counted, 30U);
    EXPECT_GT(apart, 30U);
}

} // namespace
} // namespace riser
