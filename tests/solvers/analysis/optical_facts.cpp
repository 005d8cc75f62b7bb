// SPDX-License-Identifier: GPL-3.0-or-later
// Fibre links as traced, and their loss against sums made by hand.
#include "solvers/analysis/optical_budget.h"
#include "solvers/base/decibels.h"
#include "tests/solvers/checks/fibre_link.h"

#include <gtest/gtest.h>
#include <random>

namespace riser::test {
namespace {

constexpr auto ten_gigabits = BitRate(10'000'000'000);

// Numbers of their own, so that no deck is needed; round, so that sums are made in the head.
LinkTables tables() {
    const auto pair = [](int design, int maximum) { return LossPair{MilliDecibels(design), MilliDecibels(maximum)}; };
    LinkTables out;
    const auto add = [&](const char* pmd, Category fibre, int nm, int cores, int reach, int loss) {
        out.applications.push_back({.pmd = pmd,
                                    .rate = ten_gigabits,
                                    .fibre = fibre,
                                    .wavelength = nm,
                                    .cores = cores,
                                    .reach = metres(reach),
                                    .loss = MilliDecibels(loss),
                                    .trust = Trust::verified});
    };
    add("SHORT", Category::os2, 1'310, 2, 500, 2'500);
    add("LONG", Category::os2, 1'310, 2, 10'000, 6'200);
    add("SR", Category::om4, 850, 2, 400, 2'900);
    add("SR", Category::om3, 850, 2, 300, 2'600);
    add("SR4", Category::om4, 850, 8, 150, 9'000);
    out.attenuations = {{Category::os2, 1'310, pair(400, 1'000), Trust::verified},
                        {Category::om4, 850, pair(3'000, 3'000), Trust::verified},
                        {Category::om3, 850, pair(3'000, 3'500), Trust::unverified}};
    for (const FibreMode mode : {FibreMode::single, FibreMode::multi}) {
        const int splice = mode == FibreMode::single ? 150 : 300;
        out.joints.push_back({JointKind::connection, mode, pair(500, 750), Trust::verified});
        out.joints.push_back({JointKind::array_connection, mode, pair(750, 750), Trust::verified});
        out.joints.push_back({JointKind::splice, mode, pair(splice, 300), Trust::verified});
        out.joints.push_back({JointKind::pigtail, mode, pair(splice, 300), Trust::verified});
        out.joints.push_back({JointKind::ageing, mode, pair(100, 100), Trust::verified});
    }
    return out;
}

OpticalLink the_link(const Office& office) {
    const std::vector<OpticalLink> links = Facts(office.design).get<OpticalLinks>().links;
    ensure(links.size() == 1, "one fibre link");
    return links.front();
}
OpticalAnswer answer(const Office& office, LossValues values = LossValues::design) {
    const Facts facts(office.design);
    return budget_of(the_link(office), facts.get<CableLengths>(), tables(), values);
}
OpticalBudget budget(const Office& office, LossValues values = LossValues::design) {
    const OpticalAnswer out = answer(office, values);
    ensure(out.budget.has_value(), "it can be reckoned");
    return *out.budget;
}

TEST(OpticalLinks, CordFrameTrunkFrameCord) {
    Office office;
    const FibreLink link(office);
    const OpticalLink found = the_link(office);
    EXPECT_EQ(found.a, std::min(link.a, link.b));
    EXPECT_EQ(found.b, std::max(link.a, link.b));
    EXPECT_EQ(found.cores, 2);
    EXPECT_EQ(found.rate, ten_gigabits);
    ASSERT_EQ(found.ways.size(), 1U) << "both cores go the same way";
    const OpticalWay& way = found.ways.front();
    EXPECT_EQ(way.stretches.size(), 3U);
    EXPECT_EQ(way.mated, 2);
    EXPECT_EQ(way.splices, 0);
    EXPECT_EQ(way.pigtails, 2);
}

TEST(OpticalLinks, SplicesAndFramesBetweenCount) {
    Office office;
    FibreLink link(office);
    link.splice(metres(50));
    EXPECT_EQ(the_link(office).ways.front().splices, 1);
    EXPECT_EQ(the_link(office).ways.front().stretches.size(), 4U);
    Office other;
    FibreLink longer(other);
    longer.interconnect(metres(50));
    EXPECT_EQ(the_link(other).ways.front().mated, 3);
    EXPECT_EQ(the_link(other).ways.front().pigtails, 4) << "two laid cables end on the frame between";
}

TEST(OpticalLinks, CoresOfTwoWaysAreTwoWays) {
    Office office;
    FibreLink link(office);
    link.splice(metres(50));
    // The second core takes a way of its own around the closure.
    const CableId around = link.add_fibre(link.trunk_type, CableRole::backbone, metres(80));
    for (const Splice& row : Table<Splice>(office.design.splices))
        if (row.element_a == 2) {
            office.change(row.id, [&](Splice& s) { s.cable_b = around; });
            Splice on = row;
            on.cable_a = around;
            on.cable_b = row.cable_b;
            office.add(std::move(on));
        }
    const OpticalLink found = the_link(office);
    EXPECT_EQ(found.cores, 2);
    ASSERT_EQ(found.ways.size(), 2U);
    // The worse of the two counts: 3 + 100 + 80 + 50 + 3 m, two splices.
    EXPECT_EQ(budget(office).length, metres(236));
    EXPECT_EQ(budget(office).way.splices, 2);
}

TEST(OpticalLinks, PairsAndWhatIsRemovedAreNone) {
    Office office;
    FibreLink link(office);
    office.change(link.cord_type, [](CableType& row) { row.element = ElementUnit::pair; });
    EXPECT_TRUE(Facts(office.design).get<OpticalLinks>().links.empty());
    Office other;
    FibreLink gone(other);
    other.change(gone.trunk, [](Cable& row) { row.status = Status::remove; });
    EXPECT_TRUE(Facts(other.design).get<OpticalLinks>().links.empty());
}

// Each case by hand: length, connections, splices and pigtails, ageing, in thousandths of a decibel.
TEST(OpticalBudget, IsTheSumMadeByHand) {
    {
        Office office;
        FibreLink link(office, Category::os2, 494); // 500 m with the cords
        // 0.5 km x 0.4 + 2 x 0.5 + 2 x 0.15 + 0.1
        EXPECT_EQ(budget(office).loss, MilliDecibels(200 + 1'000 + 300 + 100));
        EXPECT_EQ(budget(office).length, metres(500));
        EXPECT_EQ(budget(office).application.pmd, "SHORT");
        EXPECT_EQ(budget(office).margin(), MilliDecibels(900));
        // 0.5 km x 1.0 + 2 x 0.75 + 2 x 0.3 + 0.1 = 2.7: beyond the short one's 2.5, so the next is taken.
        EXPECT_EQ(budget(office, LossValues::maximum).loss, MilliDecibels(500 + 1'500 + 600 + 100));
        EXPECT_EQ(budget(office, LossValues::maximum).application.pmd, "LONG");
    }
    {
        Office office;
        FibreLink link(office, Category::om4, 144); // 150 m
        // 0.15 x 3.0 + 2 x 0.5 + 2 x 0.3 + 0.1
        EXPECT_EQ(budget(office).loss, MilliDecibels(450 + 1'000 + 600 + 100));
        EXPECT_EQ(budget(office).application.pmd, "SR");
        EXPECT_FALSE(budget(office).to_be_checked);
    }
    {
        Office office;
        FibreLink link(office, Category::om4, 94);
        link.splice(metres(100)); // 200 m, one splice
        // 0.2 x 3.0 + 2 x 0.5 + 0.3 + 2 x 0.3 + 0.1
        EXPECT_EQ(budget(office).loss, MilliDecibels(600 + 1'000 + 300 + 600 + 100));
        EXPECT_TRUE(budget(office).works());
        link.set_trunk(metres(244)); // 350 m: 0.45 dB more, 3.05 of 2.9
        EXPECT_EQ(budget(office).loss, MilliDecibels(3'050));
        EXPECT_EQ(budget(office).margin(), MilliDecibels(-150));
        EXPECT_TRUE(budget(office).within_reach());
        EXPECT_FALSE(budget(office).within_loss());
    }
    {
        Office office;
        FibreLink link(office, Category::os2, 994);
        link.interconnect(metres(1'000)); // 2,000 m, three connections, four laid ends
        // 2 x 0.4 + 3 x 0.5 + 4 x 0.15 + 0.1
        EXPECT_EQ(budget(office).loss, MilliDecibels(800 + 1'500 + 600 + 100));
        EXPECT_EQ(explained(budget(office)).en,
                  "OS2 2.000 km × 0.4 dB/km = 0.80 dB + Connection 3 × 0.5 dB = 1.50 dB + Pigtail splice 4 × 0.15 dB = "
                  "0.60 dB + Ageing and repair 1 × 0.1 dB = 0.10 dB");
    }
    {
        Office office; // a cord from port to port: no mated pair on its way
        FibreLink link(office, Category::os2, 100);
        for (const CableId cable : {link.trunk, link.right_cord})
            office.change(cable, [](Cable& row) { row.status = Status::remove; });
        for (const Termination& t : Table<Termination>(office.design.terminations))
            if (t.cable == link.left_cord && t.end == CableEnd::b)
                office.change(t.id, [&](Termination& row) { row.on = link.b; });
        EXPECT_EQ(budget(office).loss, MilliDecibels(2 + 100)) << "3 m lose 1.2 thousandths, rounded up";
    }
}

TEST(OpticalBudget, TermsAddUpToTheLoss) {
    Office office;
    FibreLink link(office, Category::om3, 77);
    link.splice(metres(61));
    link.interconnect(metres(13));
    MilliDecibels sum;
    for (const OpticalTerm& term : budget(office).terms)
        sum += term.loss;
    EXPECT_EQ(sum, budget(office).loss);
    EXPECT_TRUE(budget(office).to_be_checked) << "its attenuation was read in no standard";
}

// Longer, with one more joint, or by maximum values: never less loss.
TEST(OpticalBudget, MarginFallsWithLengthAndJoints) {
    std::mt19937 dice(7);
    const auto up_to = [&](unsigned n) { return static_cast<std::int32_t>(dice() % n); };
    const FibreApplication& application = tables().applications[1];
    Office office;
    const FibreLink link(office);
    for (int round = 0; round < 300; ++round) {
        OpticalWay way{
            .stretches = {{link.trunk, Category::os2}}, .mated = up_to(6), .splices = up_to(9), .pigtails = up_to(9)};
        const auto margin = [&](const OpticalWay& of, LossValues values = LossValues::design) {
            const Facts facts(office.design);
            return loss_of(of, application, facts.get<CableLengths>(), tables(), values).budget->margin();
        };
        const std::int32_t length = 1 + up_to(5'000'000);
        office.change(link.trunk, [&](Cable& row) { row.entry_drop = Millimetres(length); });
        const MilliDecibels before = margin(way);
        EXPECT_GE(before, margin(way, LossValues::maximum));
        for (std::int32_t OpticalWay::*joints : {&OpticalWay::mated, &OpticalWay::splices, &OpticalWay::pigtails}) {
            OpticalWay more = way;
            ++(more.*joints);
            EXPECT_LT(margin(more), before);
        }
        office.change(link.trunk, [&](Cable& row) { row.entry_drop = Millimetres(length + 5'000); });
        EXPECT_LT(margin(way), before);
    }
}

TEST(OpticalBudget, SaysWhyItCannotTell) {
    {
        Office office;
        FibreLink link(office, Category::os2, 100, 0);
        EXPECT_EQ(answer(office).unknown.en, "a port of it states no rate");
    }
    {
        Office office;
        FibreLink link(office, Category::os2, 100, 40'000'000'000);
        EXPECT_EQ(answer(office).unknown.en, "the deck knows no application for 40 Gbit/s / OS2");
    }
    {
        Office office;
        FibreLink link(office);
        link.set_trunk(Millimetres(0));
        EXPECT_EQ(answer(office).unknown.en, "a cable of it has no length");
    }
    {
        Office office;
        FibreLink link(office);
        office.change(link.cord_type, [](CableType& row) { row.category = Category::om4; });
        EXPECT_EQ(answer(office).impossible.en, "single-mode and multimode fibre are joined");
    }
}

TEST(OpticalBudget, TransceiversDecideWhereThereAreSome) {
    {
        Office office;
        FibreLink link(office);
        link.plug(link.a, "LONG");
        EXPECT_EQ(budget(office).application.pmd, "LONG");
        EXPECT_EQ(budget(office).source, PmdSource::transceiver);
        link.plug(link.b, "SHORT");
        EXPECT_EQ(answer(office).impossible.en.substr(0, 24), "its transceivers differ:");
    }
    {
        Office office;
        FibreLink link(office);
        link.plug(link.b, "SR");
        EXPECT_EQ(answer(office).impossible.en, "SR does not run over OS2");
    }
    {
        Office office;
        FibreLink link(office, Category::om4);
        link.plug(link.b, "SR4");
        EXPECT_EQ(answer(office).impossible.en, "SR4 needs 8 cores, 2 are joined");
    }
}

// The poorer of two fibres of one mode decides the application; each stretch loses by its own.
TEST(OpticalBudget, ThePoorerFibreDecides) {
    Office office;
    FibreLink link(office, Category::om4, 294);
    office.change(link.cord_type, [](CableType& row) { row.category = Category::om3; });
    EXPECT_EQ(budget(office).application.fibre, Category::om3);
    EXPECT_EQ(budget(office).terms.size(), 5U) << "two attenuations";
    EXPECT_TRUE(budget(office).within_reach());
    link.set_trunk(metres(295));
    EXPECT_FALSE(budget(office).within_reach());
}

TEST(Decibels, AreReadAndShownExactly) {
    const auto read = [](std::string_view text) {
        MilliDecibels out;
        return parse_quantity(text, out) ? std::optional(out) : std::nullopt;
    };
    EXPECT_EQ(read("0.75 dB"), MilliDecibels(750));
    EXPECT_EQ(read("3 dB"), MilliDecibels(3'000));
    EXPECT_EQ(read("0.001 dB"), MilliDecibels(1));
    for (const char* wrong : {"", "dB", " dB", ".5 dB", "5. dB", "1 db", "1dB", "-1 dB", "1.0001 dB", "1e3 dB",
                              "99999999999 dB", "1.5", "1.-5 dB"})
        EXPECT_FALSE(read(wrong)) << wrong;
    EXPECT_EQ(display(MilliDecibels(-150)), "-0.15 dB");
    EXPECT_EQ(display(MilliDecibels(2'996)), "3.00 dB");
    EXPECT_EQ(display_exact(MilliDecibels(2'996)), "2.996 dB");
    EXPECT_EQ(display_exact(MilliDecibels(500)), "0.5 dB");
    EXPECT_EQ(loss_over(metres(1'000), MilliDecibels(400)), MilliDecibels(400));
    EXPECT_EQ(loss_over(Millimetres(1), MilliDecibels(400)), MilliDecibels(1)) << "never below the true one";
}

} // namespace
} // namespace riser::test
