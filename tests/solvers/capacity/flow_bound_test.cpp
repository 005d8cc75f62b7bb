// SPDX-License-Identifier: GPL-3.0-or-later
// What any routing could carry is never less than what is carried as built, and as the whole of it says by hand.
#include "solvers/capacity/flow_bound.h"
#include "solvers/capacity/loads.h"
#include "tests/solvers/capacity/random_loads.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riser {
namespace {

using test::usual;

TEST(FlowBound, IsNeverBelowWhatIsCarriedAsBuilt) {
    std::size_t whole = 0, better = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const test::RandomLoads random(seed);
        const Facts facts(random.design);
        const Demands& demands = facts.get<Demands>(usual);
        const Result<FlowBound> found = flow_bound(facts, usual);
        if (!found)
            continue;
        ASSERT_EQ(found->outcome, Outcome::complete) << "seed " << seed;
        ASSERT_LE(found->lambda, found->bound) << "seed " << seed;
        ASSERT_NEAR(found->asked + found->apart, demands.total(), 1e-6 * demands.total()) << "seed " << seed;
        if (std::isfinite(found->bound)) {
            ASSERT_LE(found->gap(), 1.1e-4) << "seed " << seed;
        }
        const LoadModel model(facts.get<NetworkRows>(), facts.design().spanning_trees, demands);
        double carried = 0;
        for (const DemandProfile& profile : demands.profiles)
            carried += model.load_of(profile, model.whole()).carried;
        ASSERT_LE(carried, found->asked * (1 + 1e-9)) << "seed " << seed; // what is apart is not carried
        if (carried < found->asked * (1 - 1e-9))
            continue;
        ++whole;
        ASSERT_GE(found->bound, found->as_built * (1 - 1e-9)) << "seed " << seed;
        better += found->lambda > found->as_built * 1.01;
    }
    std::printf("%zu designs carried whole, %zu could carry more by another routing\n", whole, better);
    EXPECT_GT(whole, 40U);
    EXPECT_GT(better, 10U);
}

} // namespace
} // namespace riser
