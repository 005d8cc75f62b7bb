// SPDX-License-Identifier: GPL-3.0-or-later
// Needs fall as plain recursion says, whatever is lost and in whatever order it is asked.
#include "solvers/graph/resilience/needs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <numeric>
#include <random>

namespace riser {
namespace {

bool stands(const NeedTable& table, NeedIndex index, const std::vector<bool>& lost) {
    const NeedView need = table[index];
    for (const ElementIndex element : need.elements)
        if (lost[at(element)] == !need.any)
            return need.any;
    for (const NeedIndex part : need.needs)
        if (stands(table, part, lost) == need.any)
            return need.any;
    return !need.any;
}

TEST(Needs, FallAsPlainRecursionSays) {
    std::mt19937_64 dice(1);
    std::size_t fell = 0, beyond = 0;
    for (int round = 0; round < 2'000; ++round) {
        const std::size_t elements = 1 + dice() % 8;
        NeedBuilder builder;
        std::vector<NeedIndex> made;
        for (std::size_t n = 1 + dice() % 12; n > 0; --n) {
            NeedParts parts;
            for (std::size_t k = dice() % 3; k > 0; --k)
                parts.elements.push_back(static_cast<ElementIndex>(dice() % elements));
            for (std::size_t k = dice() % 3; k > 0 && !made.empty(); --k)
                parts.needs.push_back(made[dice() % made.size()]);
            made.push_back(dice() % 2 ? builder.all(std::move(parts)) : builder.any(std::move(parts)));
        }
        std::vector<std::uint32_t> same(elements);
        std::iota(same.begin(), same.end(), 0U);
        const NeedTable table = builder.table(elements, same);
        NeedLoss loss(table);
        const std::vector<bool> nothing(elements);
        for (int trial = 0; trial < 10; ++trial) {
            std::vector<bool> lost(elements);
            std::vector<ElementIndex> list;
            for (std::size_t k = dice() % 5; k > 0; --k) {
                list.push_back(static_cast<ElementIndex>(dice() % elements));
                lost[at(list.back())] = true;
            }
            const std::size_t count = loss.of(list).size();
            std::size_t expected = 0;
            for (std::size_t i = 0; i < table.size(); ++i) {
                const auto need = static_cast<NeedIndex>(i);
                ASSERT_EQ(loss.falls(need), !stands(table, need, lost));
                expected += stands(table, need, nothing) && !stands(table, need, lost);
            }
            ASSERT_EQ(count, expected);
            fell += count;
            for (int again = 0; again < 3; ++again) { // beyond that, each time anew
                std::vector<bool> more_lost = lost;
                std::vector<ElementIndex> more;
                for (std::size_t k = dice() % 3; k > 0; --k) {
                    more.push_back(static_cast<ElementIndex>(dice() % elements));
                    more_lost[at(more.back())] = true;
                }
                const std::span<const NeedIndex> fallen = loss.more(more);
                std::vector<NeedIndex> said(fallen.begin(), fallen.end()), truth;
                std::sort(said.begin(), said.end());
                for (std::size_t i = 0; i < table.size(); ++i) {
                    const auto need = static_cast<NeedIndex>(i);
                    ASSERT_EQ(loss.falls(need), !stands(table, need, more_lost));
                    if (stands(table, need, lost) && !stands(table, need, more_lost))
                        truth.push_back(need);
                }
                ASSERT_EQ(said, truth);
                beyond += truth.size();
            }
        }
    }
    EXPECT_GT(fell, 10'000U);
    EXPECT_GT(beyond, 10'000U);
}

TEST(Needs, SoManyOfThem) {
    for (std::size_t n = 1; n <= 8; ++n)
        for (std::size_t least = 0; least <= n + 1; ++least) {
            NeedBuilder builder;
            std::vector<NeedIndex> each;
            std::vector<std::uint32_t> same(n);
            for (std::uint32_t i = 0; i < n; ++i) {
                same[i] = i;
                each.push_back(builder.of(static_cast<ElementIndex>(i)));
            }
            const NeedIndex so_many = builder.at_least(least, each);
            const NeedTable table = builder.table(n, same);
            for (unsigned lost = 0; lost < 1U << n; ++lost) {
                std::vector<bool> bits(n);
                for (std::size_t i = 0; i < n; ++i)
                    bits[i] = lost >> i & 1U;
                EXPECT_EQ(stands(table, so_many, bits), n - static_cast<std::size_t>(std::popcount(lost)) >= least);
            }
        }
}

TEST(Needs, EqualOnesAreOne) {
    NeedBuilder builder;
    const auto a = builder.of(ElementIndex{0}), b = builder.of(ElementIndex{1});
    EXPECT_EQ(builder.all({a, b}), builder.all({b, a, b}));
    EXPECT_NE(builder.all({a, b}), builder.any({a, b}));
    EXPECT_EQ(builder.any({a}), a);
    EXPECT_EQ(builder.any(NeedParts{.elements = {ElementIndex{0}}}), a);
}

} // namespace
} // namespace riser
