// SPDX-License-Identifier: GPL-3.0-or-later
// Slips that join what must stay apart: all of them and no other, against judging each by itself on its own design.
#include "solvers/proof/slips.h"

#include "solvers/analysis/jack_zones.h"
#include "solvers/forwarding/intent.h"
#include "tests/solvers/forwarding/random_forwarding.h"
#include "tests/solvers/forwarding/two_bodies.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

// Whether anything of the one comes to the other, or the other way.
bool joined(const Design& design, AnyId a, AnyId b) {
    const NetworkRows rows = Facts(design).get<NetworkRows>();
    const Network net = derive_network(rows);
    FilterSets kept;
    MustNotReach row;
    row.a = a;
    row.b = b;
    return must_not_reach(rows, net, kept, row).state == IntentState::broken;
}

std::optional<PortId> port_of(const Misconfiguration& slip) {
    if (const auto* one = std::get_if<PortMadeTrunk>(&slip))
        return one->port;
    if (const auto* one = std::get_if<PortMovedTo>(&slip))
        return one->port;
    return std::nullopt;
}

bool breaks(const Facts& facts, const Misconfiguration& slip) {
    const Design after = misconfigured(facts.design(), slip);
    std::optional<AnyId> jack;
    std::optional<ZoneId> zone;
    for (const CabledJack& row : facts.get<NetworkRows>().cabled.jacks())
        if (!jack && port_of(slip) == row.port)
            if (const JackZone* of = facts.get<JackZones>().jacks.find(row.jack)) {
                jack = row.jack;
                zone = of->zone;
            }
    for (const MustNotReach& row : after.must_not_reach) {
        if (joined(after, row.a, row.b))
            return true;
        for (const auto& [own, other] : {std::pair(row.a, row.b), std::pair(row.b, row.a)})
            if (jack && own == AnyId(*zone) && joined(after, *jack, other))
                return true;
    }
    return false;
}

// Every slip that is listed, in order.
std::vector<Misconfiguration> listed(const SlipSweep& sweep) {
    std::vector<Misconfiguration> out;
    for (const BreakingSlip& one : sweep.breaking)
        out.insert(out.end(), one.all.begin(), one.all.end());
    return out;
}

struct Kept : test::TwoBodies {
    Kept() { apart(party.zone, congress.zone); }
};

TEST(Slips, OfTwoBodiesThoseThatOpenTheFirewall) {
    Kept office;
    const Facts facts(office.design);
    const SlipSweep sweep = breaking_slips(facts);
    EXPECT_EQ(sweep.judged, misconfigurations(office.design).size());
    std::size_t widened = 0;
    for (const BreakingSlip& one : sweep.breaking) {
        EXPECT_EQ(one.slip, one.all.front());
        if (!std::holds_alternative<RuleWidened>(one.slip))
            continue;
        EXPECT_TRUE(joined(misconfigured(office.design, one.slip), one.from, one.to));
        ++widened;
    }
    EXPECT_EQ(widened, 2U) << "one rule on each firewall";
    const std::vector<Misconfiguration> found = listed(sweep);
    for (const Misconfiguration& slip : misconfigurations(office.design))
        EXPECT_EQ(std::find(found.begin(), found.end(), slip) != found.end(), breaks(facts, slip)) << slip.index();
}

TEST(Slips, AreTheSameAsEachByItself) {
    std::size_t breaking = 0, harmless = 0, moved = 0, designs = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        test::RandomForwarding random(seed);
        for (std::size_t i = 0; i < random.zones.size(); ++i)
            for (std::size_t j = i + 1; j < random.zones.size(); ++j)
                random.apart(random.zones[i], random.zones[j]);
        const Facts facts(random.design);
        bool sound = true;
        for (const MustNotReach& row : facts.design().must_not_reach)
            sound &= !joined(facts.design(), row.a, row.b);
        if (!sound)
            continue;
        ++designs;
        const std::vector<Misconfiguration> found = listed(breaking_slips(facts));
        for (const Misconfiguration& slip : misconfigurations(facts.design())) {
            const bool is = breaks(facts, slip);
            ASSERT_EQ(std::find(found.begin(), found.end(), slip) != found.end(), is)
                << "seed " << seed << " kind " << slip.index();
            breaking += is;
            harmless += !is;
            moved += is && port_of(slip);
        }
    }
    std::printf("%zu designs, %zu slips break, %zu do not, %zu of ports\n", designs, breaking, harmless, moved);
    EXPECT_GT(designs, 10U);
    EXPECT_GT(breaking, 20U);
    EXPECT_GT(harmless, 100U);
}

TEST(Slips, AreStopped) {
    Kept office;
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(breaking_slips(Facts(office.design), {.stop = stop.get_token(), .progress = {}}).outcome,
              Outcome::stopped);
}

} // namespace
} // namespace riser
