// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes of headers, against their headers one by one.
#include "designer/verify/cubes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace riser {
namespace {

using verify::Cube;

// Bits spread over all fields, so that 2^8 headers can be looked at one by one.
constexpr std::array<std::pair<std::size_t, unsigned>, 8> bits{
    {{0, 63}, {0, 40}, {1, 0}, {2, 63}, {3, 5}, {4, 32}, {4, 17}, {4, 0}}};

Cube random_cube(std::mt19937_64& dice) {
    Cube out;
    for (const auto& [word, bit] : bits)
        if (dice() % 3 != 0) {
            out.mask[word] |= std::uint64_t{1} << bit;
            out.value[word] |= dice() % 2 << bit;
        }
    return out;
}
bool holds(const Cube& cube, unsigned header) {
    for (unsigned i = 0; i < bits.size(); ++i) {
        const auto& [word, bit] = bits[i];
        if ((cube.mask[word] >> bit & 1) != 0 && (cube.value[word] >> bit & 1) != (header >> i & 1))
            return false;
    }
    return true;
}

TEST(Cubes, AnswerAsOneByOne) {
    std::mt19937_64 dice(5);
    int covered = 0;
    for (int round = 0; round < 3'000; ++round) {
        const Cube a = random_cube(dice);
        std::vector<Cube> list;
        for (std::size_t n = dice() % 9; n > 0; --n)
            list.push_back(random_cube(dice));
        const Cube b = list.empty() ? random_cube(dice) : list.front();
        bool all = true;
        bool meet = false;
        bool inside = true;
        for (unsigned header = 0; header < 256; ++header) {
            meet |= holds(a, header) && holds(b, header);
            inside &= !holds(a, header) || holds(b, header);
            all &= !holds(a, header) ||
                   std::any_of(list.begin(), list.end(), [&](const Cube& c) { return holds(c, header); });
            int parts = 0;
            for (const Cube& part : verify::without(a, b))
                parts += holds(part, header);
            ASSERT_EQ(parts, holds(a, header) && !holds(b, header) ? 1 : 0);
        }
        ASSERT_EQ(verify::both(a, b).has_value(), meet);
        ASSERT_EQ(verify::within(a, b), inside);
        const auto lost = verify::uncovered(a, list);
        ASSERT_EQ(!lost, all) << "round " << round;
        covered += all;
        if (lost) {
            EXPECT_TRUE(verify::within(*lost, a));
            for (const Cube& one : list)
                EXPECT_FALSE(verify::both(*lost, one));
        }
    }
    EXPECT_GT(covered, 50);
    EXPECT_LT(covered, 2'800);
}

TEST(Cubes, AreReadAsWritten) {
    EXPECT_EQ(verify::parse_cube("any"), Cube{});
    const auto cube = verify::parse_cube("v4,d=0a010000/ffff0000,s=0a020005/ffffffff,p=06/ff,t=01bb/ffff");
    ASSERT_TRUE(cube);
    EXPECT_EQ(verify::example(*cube), "10.2.0.5 > 10.1.0.0 tcp/443");
    EXPECT_EQ(verify::both(*cube, verify::to(*IpPrefix::parse("10.1.0.0/16"))), cube);
    EXPECT_FALSE(verify::both(*cube, verify::to(*IpPrefix::parse("10.2.0.0/16"))));
    EXPECT_FALSE(verify::both(*cube, verify::to(*IpPrefix::parse("::/0"))));
    for (const char* wrong : {"", "v5", "d=0a010000/ffff0000", "v4,d=0a01/ffff", "v4,p=06", "v4,x=1/1",
                              "v4,d=0a010001/ffff0000", "v4,,p=06/ff"})
        EXPECT_FALSE(verify::parse_cube(wrong)) << wrong;
}

} // namespace
} // namespace riser
