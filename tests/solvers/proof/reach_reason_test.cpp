// SPDX-License-Identifier: GPL-3.0-or-later
// Why a VLAN reaches another or a service, or not: the words on a network that people can follow, and that they say
// what the matrix counts after every slip of a hand.
#include "solvers/proof/reach_reason.h"

#include "solvers/forwarding/misconfiguration.h"
#include "solvers/forwarding/reach_matrix.h"
#include "tests/solvers/forwarding/way_out.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

using test::TwoBodies;
using What = ReachLine::What;

ReachReason reason(const Design& design, const ReachPair& pair) { return Facts(design).get<ReachReason>(pair); }

bool lights(const ReachLine& line, AnyId id) {
    return std::find(line.lights.begin(), line.lights.end(), id) != line.lights.end();
}

std::vector<const ReachLine*> lines(const ReachReason& told, What what) {
    std::vector<const ReachLine*> out;
    for (const ReachLine& line : told.lines)
        if (line.what == what)
            out.push_back(&line);
    return out;
}

TEST(ReachReason, TellsTheWayOfAPacketDeviceByDeviceWithWhatJoinsThem) {
    const TwoBodies office;
    const ReachReason told = reason(office.design, {office.party.vlan, office.mail});
    EXPECT_TRUE(told.reached);
    EXPECT_TRUE(told.whole);
    ASSERT_EQ(told.lines.size(), 5U);
    EXPECT_EQ(told.lines[0].what, What::sent);
    EXPECT_TRUE(lights(told.lines[0], office.party_jack));
    EXPECT_NE(told.lines[0].words.en.find("10.0.10.0 > 10.0.30.25 tcp/443"), std::string::npos);
    EXPECT_EQ(told.lines[1].words.en,
              "CS1 (by AS1), in at gateway 10.0.10.1, by route 0.0.0.0/0 > 10.0.110.4, out into VLAN 110 v110");
    EXPECT_TRUE(lights(told.lines[1], office.access));
    EXPECT_TRUE(lights(told.lines[1], office.core[0]));
    EXPECT_TRUE(lights(told.lines[1], office.uplink[0]));
    EXPECT_FALSE(lights(told.lines[1], office.uplink[1]));
    EXPECT_NE(told.lines[2].words.zh.find("第 2 条放行"), std::string::npos);
    EXPECT_TRUE(lights(told.lines[2], office.firewall[0]));
    EXPECT_EQ(told.lines[4].what, What::arrives);
    EXPECT_TRUE(lights(told.lines[4], office.mail));
}

TEST(ReachReason, TellsEverywhereThatPacketsEnd) {
    const TwoBodies office;
    const ReachReason told = reason(office.design, {office.party.vlan, office.congress.vlan});
    EXPECT_FALSE(told.reached);
    const auto ends = lines(told, What::ends);
    ASSERT_FALSE(ends.empty());
    const bool at_firewall =
        std::any_of(ends.begin(), ends.end(), [&](const ReachLine* line) { return lights(*line, office.firewall[0]); });
    EXPECT_TRUE(at_firewall);
    EXPECT_TRUE(lines(told, What::hop).empty());
}

TEST(ReachReason, SaysWhatIsLostWhenADeviceFails) {
    const TwoBodies office;
    const ReachReason told = reason(office.design, {office.party.vlan, office.mail, AnyId(office.core[0])});
    EXPECT_FALSE(told.reached);
    ASSERT_FALSE(told.lines.empty());
    EXPECT_EQ(told.lines[0].what, What::note);
    EXPECT_TRUE(lights(told.lines[0], office.core[0]));
    const ReachReason other = reason(office.design, {office.party.vlan, office.mail, AnyId(office.core[1])});
    EXPECT_TRUE(other.whole);
    EXPECT_TRUE(std::none_of(other.lines.begin() + 1, other.lines.end(),
                             [&](const ReachLine& line) { return lights(line, office.core[1]); }));
}

TEST(ReachReason, SaysThatAnswersDoNotComeBack) {
    TwoBodies office;
    for (const Route& route : Table<Route>(office.design.routes))
        if (route.destination == TwoBodies::prefix(10))
            office.design.routes.erase(route.id);
    const ReachReason told = reason(office.design, {office.party.vlan, office.mail});
    EXPECT_FALSE(told.reached);
    const auto notes = lines(told, What::note);
    EXPECT_TRUE(std::any_of(notes.begin(), notes.end(), [](const ReachLine* line) {
        return line->words.en.find("answers do not come back") != std::string::npos;
    }));
}

TEST(ReachReason, AWayOutEndsAtTheProviderAndAWirelessServiceOnTheAir) {
    const test::WithWaysOut office;
    const ReachReason out = reason(office.design, {office.party.vlan, office.internet});
    EXPECT_TRUE(out.whole);
    ASSERT_FALSE(out.lines.empty());
    EXPECT_TRUE(lights(out.lines.back(), office.handoff));
    const ReachReason air = reason(office.design, {office.air_vlan, office.wireless});
    EXPECT_TRUE(air.reached);
    EXPECT_TRUE(lights(air.lines.at(0), office.access_point));
    EXPECT_FALSE(reason(office.design, {office.party.vlan, office.wireless}).reached);
}

TEST(ReachReason, OfWhatIsNotThereSaysLittle) {
    const TwoBodies office;
    EXPECT_TRUE(reason(office.design, {VlanId{999'999}, office.mail}).lines.empty());
    EXPECT_TRUE(reason(office.design, {office.party.vlan, ServiceId{999'999}}).lines.empty());
    EXPECT_FALSE(reason(office.design, {office.party.vlan, VlanId{999'999}}).reached);
}

// Each cell is the sum of its pairs' reasons, and every reason has lines.
TEST(ReachReason, AddsUpToTheMatrixAfterEverySlip) {
    const test::WithWaysOut office;
    std::vector<Design> designs{office.design};
    for (const Misconfiguration& slip : misconfigurations(office.design))
        designs.push_back(misconfigured(office.design, slip));
    std::size_t pairs = 0;
    for (const Design& design : designs) {
        const Facts facts(design);
        const ReachMatrix& matrix = facts.get<ReachMatrix>();
        for (std::size_t i = 0; i < matrix.rows.size(); ++i)
            for (std::size_t j = 0; j < matrix.columns.size(); ++j) {
                std::int32_t reached = 0, whole = 0;
                for (const VlanId from : matrix.rows[i].vlans) {
                    std::vector<AnyId> targets;
                    if (matrix.columns[j].kind == Kind::services)
                        targets.push_back(matrix.columns[j]);
                    else
                        for (const Vlan& vlan : design.vlans)
                            if (vlan.zone && AnyId(*vlan.zone) == matrix.columns[j] && vlan.id != from)
                                targets.emplace_back(vlan.id);
                    for (const AnyId to : targets) {
                        const ReachReason& told = facts.get<ReachReason>({from, to});
                        EXPECT_FALSE(told.lines.empty());
                        reached += told.reached;
                        whole += told.whole;
                        ++pairs;
                    }
                }
                EXPECT_EQ(matrix.cells[i][j].reached, reached);
                EXPECT_EQ(matrix.cells[i][j].whole, whole);
            }
    }
    EXPECT_GT(pairs, 500U);
}

} // namespace
} // namespace riser
