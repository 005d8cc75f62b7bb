// SPDX-License-Identifier: GPL-3.0-or-later
// The law of facts for loads: incremental equals from-scratch, over networks that carry traffic. And which edits wake
// none of it.
#include "solvers/capacity/network_loads.h"
#include "tests/solvers/capacity/random_loads.h"
#include "tests/support/random_edits.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

const TrafficAssumptions usual{.kinds = {{ServiceMedium::data, BitRate(500'000), percent(100), percent(20)},
                                         {ServiceMedium::voice, BitRate(100'000), percent(50), percent(100)}},
                               .growth = percent(120)};

TEST(LoadsIncremental, EqualFromScratchUnderEditsOfAnyField) {
    std::size_t carrying = 0, changed = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Design design = RandomLoads(seed).design;
        RandomEdits edits(seed);
        IdSource ids(seed);
        Facts facts(design);
        for (int step = 0; step < 150; ++step) {
            Edit edit(design, {}, ids);
            edits(edit, [&](Kind kind, std::uint64_t, std::size_t) { return design.rows(kind).size() > 0; });
            design = std::move(edit).commit();
            const Facts next = facts.advance(design);
            const Facts fresh(design);
            ASSERT_EQ(next.get<Demands>(usual), fresh.get<Demands>(usual)) << "seed " << seed << ", edit " << step;
            ASSERT_EQ(next.get<NetworkLoads>(usual), fresh.get<NetworkLoads>(usual))
                << "seed " << seed << ", edit " << step;
            carrying += !next.get<NetworkLoads>(usual).links.empty();
            changed += !(next.get<NetworkLoads>(usual) == facts.get<NetworkLoads>(usual));
            facts = next;
        }
    }
    EXPECT_GT(carrying, 100u);
    EXPECT_GT(changed, 20u);
}

TEST(LoadsIncremental, LabelsAndLengthsWakeNothing) {
    const Design start = RandomLoads(4).design;
    const Facts before(start);
    ASSERT_FALSE(before.get<NetworkLoads>(usual).links.empty());
    Design design = start;
    for (Cable row : start.cables) {
        row.label += "x";
        row.exit_drop += Millimetres(40);
        design.cables.put(row);
    }
    const Facts after = before.advance(design);
    EXPECT_EQ(&before.get<NetworkLoads>(usual), &after.get<NetworkLoads>(usual));
}

} // namespace
} // namespace riser::test
