// SPDX-License-Identifier: GPL-3.0-or-later
// Decision diagrams against tables of all assignments, and against BuDDy where there are too many.
#include "solvers/base/bdd.h"

#include <bdd.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <random>
#include <thread>

namespace riser {
namespace {

constexpr std::uint32_t few = 6;

// A function and all its values, one bit for each assignment.
struct Pair {
    Bdd f;
    std::uint64_t values = 0;
};

std::uint64_t values_of(std::uint32_t variable) {
    std::uint64_t out = 0;
    for (std::uint32_t a = 0; a < (1U << few); ++a)
        out |= static_cast<std::uint64_t>(a >> variable & 1U) << a;
    return out;
}

Pair a_function(BddSpace& space, std::mt19937& random, int depth) {
    if (depth == 0 || random() % 8 == 0) {
        const auto v = static_cast<std::uint32_t>(random() % few);
        return {space.variable(v), values_of(v)};
    }
    const Pair a = a_function(space, random, depth - 1), b = a_function(space, random, depth - 1);
    switch (random() % 6) {
    case 0:
        return {space.both(a.f, b.f), a.values & b.values};
    case 1:
        return {space.either(a.f, b.f), a.values | b.values};
    case 2:
        return {space.except(a.f, b.f), a.values & ~b.values};
    case 3:
        return {space.differ(a.f, b.f), a.values ^ b.values};
    case 4:
        return {BddSpace::negation(a.f), ~a.values};
    default: {
        const Pair c = a_function(space, random, depth - 1);
        return {space.choose(a.f, b.f, c.f), (a.values & b.values) | (~a.values & c.values)};
    }
    }
}

TEST(Bdd, IsOneDiagramForOneFunction) {
    BddSpace space(few);
    std::mt19937 random(1);
    std::map<std::uint64_t, Bdd> seen;
    for (int round = 0; round < 3000; ++round) {
        const Pair a = a_function(space, random, 4);
        const auto [known, fresh] = seen.emplace(a.values, a.f);
        ASSERT_EQ(known->second, a.f);
        ASSERT_NEAR(space.density(a.f), static_cast<double>(std::popcount(a.values)) / 64, 1e-15);
        const Pair b = a_function(space, random, 4);
        ASSERT_EQ(space.within(a.f, b.f), (a.values & ~b.values) == 0);
    }
    EXPECT_GT(seen.size(), 1000U);
    EXPECT_FALSE(space.overflowed());
}

TEST(Bdd, AnExampleMakesItTrueWhateverIsLeftOpen) {
    BddSpace space(few);
    std::mt19937 random(2);
    for (int round = 0; round < 1000; ++round) {
        const Pair a = a_function(space, random, 4);
        const auto found = space.example(a.f);
        ASSERT_EQ(found.has_value(), a.values != 0);
        if (!found)
            continue;
        for (std::uint32_t assignment = 0; assignment < (1U << few); ++assignment) {
            bool fits = true;
            for (std::uint32_t v = 0; v < few; ++v)
                fits = fits && (*found)[v].value_or(assignment >> v & 1U) == (assignment >> v & 1U);
            if (fits) {
                ASSERT_EQ(a.values >> assignment & 1U, 1U);
            }
        }
    }
}

// The chance is linear in that of each variable: what it gains is the difference of its ends.
TEST(Bdd, InfluenceIsWhatAVariableChanges) {
    BddSpace space(few);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> chance(0, 1);
    for (int round = 0; round < 1000; ++round) {
        const Bdd f = a_function(space, random, 4).f;
        std::vector<double> chances;
        for (std::uint32_t v = 0; v < few; ++v)
            chances.push_back(chance(random));
        const std::vector<double> influence = space.influence(f, chances);
        for (std::uint32_t v = 0; v < few; ++v) {
            std::vector<double> with = chances, without = chances;
            with[v] = 1;
            without[v] = 0;
            ASSERT_NEAR(influence[v], space.probability(f, with) - space.probability(f, without), 1e-12);
        }
    }
}

std::uint64_t freed(std::uint64_t values, std::uint32_t variable) {
    std::uint64_t out = 0;
    for (std::uint32_t a = 0; a < (1U << few); ++a)
        if ((values >> a & 1U) != 0)
            out |= std::uint64_t{1} << a | std::uint64_t{1} << (a ^ 1U << variable);
    return out;
}

TEST(Bdd, QuantifiesAndFixes) {
    BddSpace space(few);
    std::mt19937 random(3);
    for (int round = 0; round < 1000; ++round) {
        const Pair a = a_function(space, random, 4);
        std::vector<std::uint32_t> some;
        std::uint64_t any = a.values, none_false = ~a.values;
        for (std::uint32_t v = 0; v < few; ++v)
            if (random() % 2 == 0) {
                some.push_back(v);
                any = freed(any, v);
                none_false = freed(none_false, v);
            }
        const auto is = [&](Bdd f, std::uint64_t values) {
            for (std::uint32_t assignment = 0; assignment < (1U << few); ++assignment) {
                Bdd left = f;
                for (std::uint32_t v = 0; v < few; ++v)
                    left = space.fixed(left, v, assignment >> v & 1U);
                if ((left == BddSpace::yes()) != ((values >> assignment & 1U) != 0))
                    return false;
            }
            return true;
        };
        ASSERT_TRUE(is(space.exists(a.f, some), any)) << round;
        ASSERT_TRUE(is(space.for_all(a.f, some), ~none_false)) << round;
    }
}

TEST(Bdd, ProbabilityIsTheSumOverAllAssignments) {
    BddSpace space(few);
    std::mt19937 random(4);
    std::uniform_real_distribution<double> chance(0, 1);
    for (int round = 0; round < 300; ++round) {
        const Pair a = a_function(space, random, 4);
        std::vector<double> chances(few);
        std::ranges::generate(chances, [&] { return chance(random); });
        double wanted = 0;
        for (std::uint32_t assignment = 0; assignment < (1U << few); ++assignment) {
            double all = static_cast<double>(a.values >> assignment & 1U);
            for (std::uint32_t v = 0; v < few; ++v)
                all *= (assignment >> v & 1U) != 0 ? chances[v] : 1 - chances[v];
            wanted += all;
        }
        ASSERT_NEAR(space.probability(a.f, chances), wanted, 1e-14);
    }
    // Two of two, each one in 10^9: no digit is lost to one less something.
    const Bdd both = space.both(space.variable(0), space.variable(5));
    const std::vector<double> rare(few, 1e-9);
    EXPECT_DOUBLE_EQ(space.probability(both, rare), 1e-18);
}

// The same formula for us and for BuDDy; 24 variables.
struct Twice {
    Bdd ours;
    bdd peers;
};
Twice a_large_function(BddSpace& space, std::mt19937& random, int depth) {
    if (depth == 0) {
        const auto v = static_cast<std::uint32_t>(random() % 24);
        return {space.variable(v), bdd_ithvar(static_cast<int>(v))};
    }
    const Twice a = a_large_function(space, random, depth - 1), b = a_large_function(space, random, depth - 1);
    switch (random() % 4) {
    case 0:
        return {space.both(a.ours, b.ours), a.peers & b.peers};
    case 1:
        return {space.either(a.ours, b.ours), a.peers | b.peers};
    case 2:
        return {space.except(a.ours, b.ours), a.peers - b.peers};
    default: {
        const Twice c = a_large_function(space, random, depth - 1);
        return {space.choose(a.ours, b.ours, c.ours), bdd_ite(a.peers, b.peers, c.peers)};
    }
    }
}

TEST(Bdd, AgreesWithBuddy) {
    bdd_init(200'000, 20'000);
    bdd_setvarnum(24);
    {
        BddSpace space(24);
        std::mt19937 random(5);
        std::vector<std::uint32_t> even;
        bdd even_of_peer = bddtrue;
        for (std::uint32_t v = 0; v < 24; v += 2) {
            even.push_back(v);
            even_of_peer &= bdd_ithvar(static_cast<int>(v));
        }
        for (int round = 0; round < 100; ++round) {
            const Twice f = a_large_function(space, random, 4);
            const double all = std::pow(2.0, 24);
            ASSERT_NEAR(space.density(f.ours), bdd_satcount(f.peers) / all, 1e-12);
            ASSERT_NEAR(space.density(space.exists(f.ours, even)), bdd_satcount(bdd_exist(f.peers, even_of_peer)) / all,
                        1e-12);
            ASSERT_NEAR(space.density(space.for_all(f.ours, even)),
                        bdd_satcount(bdd_forall(f.peers, even_of_peer)) / all, 1e-12);
            // A complement is no node of its own.
            ASSERT_LE(space.size(f.ours), static_cast<std::size_t>(bdd_nodecount(f.peers)));
        }
        EXPECT_FALSE(space.overflowed());
    }
    bdd_done();
}

TEST(Bdd, SaysWhenItHasNoRoom) {
    BddSpace space(40, {.most_nodes = 60});
    Bdd all = BddSpace::no();
    for (std::uint32_t v = 0; v < 20; ++v)
        all = space.either(all, space.both(space.variable(v), space.variable(39 - v)));
    EXPECT_TRUE(space.overflowed());
    EXPECT_LE(space.nodes(), 60U);
}

TEST(Bdd, SpacesAreIndependent) {
    const auto work = [](std::uint32_t seed) {
        BddSpace space(few);
        std::mt19937 random(seed);
        double sum = 0;
        for (int round = 0; round < 500; ++round)
            sum += space.density(a_function(space, random, 4).f);
        return sum;
    };
    const double alone = work(6);
    double first = 0, second = 0;
    std::thread one([&] { first = work(6); }), two([&] { second = work(6); });
    one.join();
    two.join();
    EXPECT_EQ(first, alone);
    EXPECT_EQ(second, alone);
}

} // namespace
} // namespace riser
