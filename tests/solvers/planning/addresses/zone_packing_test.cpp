// SPDX-License-Identifier: GPL-3.0-or-later
// Prefixes out of pools, against exhaustive search and plain sets of addresses.
#include "solvers/planning/addresses/zone_packing.h"

#include "solvers/base/address_space.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>

namespace riser::test {
namespace {

constexpr std::uint8_t whole = 27; // 32 addresses
const IpPrefix thirty_two = *IpPrefix::parse("10.0.0.0/27");

std::set<std::int64_t> addresses(const IpPrefix& prefix) {
    std::set<std::int64_t> out;
    for (std::int64_t n = 0; n < size_of(prefix); ++n)
        if (const auto at = index_in(thirty_two, address_at(prefix, n)))
            out.insert(*at);
    return out;
}

std::vector<IpPrefix> all_of_length(std::uint8_t length) {
    std::vector<IpPrefix> out;
    for (std::int64_t n = 0; n < size_of(thirty_two); n += std::int64_t{1} << (32 - length))
        out.push_back({address_at(thirty_two, n), length});
    return out;
}

struct Dice {
    std::mt19937 random;
    int below(int n) { return std::uniform_int_distribution(0, n - 1)(random); }
    IpPrefix prefix(std::uint8_t from) {
        const auto length = static_cast<std::uint8_t>(from + below(33 - from));
        const std::vector<IpPrefix> all = all_of_length(length);
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }
};

// Whether blocks of these lengths have room beside what is taken, by trying every place of each.
bool fits(std::vector<std::uint8_t> lengths, std::vector<IpPrefix>& on) {
    if (lengths.empty())
        return true;
    const std::uint8_t length = lengths.back();
    lengths.pop_back();
    for (const IpPrefix& place : all_of_length(length)) {
        if (std::any_of(on.begin(), on.end(), [&](const IpPrefix& other) { return overlap(other, place); }))
            continue;
        on.push_back(place);
        const bool done = fits(lengths, on);
        on.pop_back();
        if (done)
            return true;
    }
    return false;
}

TEST(ZonePacking, FindsRoomWhereverThereIsAnyAndNeverTwice) {
    Dice dice{.random = std::mt19937(4)};
    int tight = 0;
    int refused = 0;
    int apart = 0;
    for (int round = 0; round < 3'000; ++round) {
        std::vector<IpPrefix> stands; // what others have
        std::vector<PackingUnit> units(static_cast<std::size_t>(1 + dice.below(3)));
        std::vector<IpPrefix> taken;
        for (int n = dice.below(4); n > 0; --n) {
            const IpPrefix prefix = dice.prefix(29);
            if (std::any_of(stands.begin(), stands.end(), [&](const IpPrefix& o) { return overlap(o, prefix); }))
                continue;
            stands.push_back(prefix);
            if (dice.below(2))
                taken.push_back(prefix);
            else
                units[static_cast<std::size_t>(dice.below(static_cast<int>(units.size())))].standing.push_back(prefix);
        }
        std::vector<std::uint8_t> lengths;
        for (int n = 1 + dice.below(8); n > 0; --n) {
            lengths.push_back(static_cast<std::uint8_t>(28 + dice.below(5)));
            units[static_cast<std::size_t>(dice.below(static_cast<int>(units.size())))].lengths.push_back(
                lengths.back());
        }
        std::sort(lengths.begin(), lengths.end(), std::greater());
        const Packing found = packed(std::span(&thirty_two, 1), taken, units);
        std::vector<IpPrefix> on = stands;
        const bool possible = fits(lengths, on);
        std::vector<IpPrefix> placed = stands;
        bool all = true;
        for (std::size_t u = 0; u < units.size(); ++u) {
            ASSERT_EQ(found.units[u].given.size(), units[u].lengths.size());
            for (std::size_t n = 0; n < units[u].lengths.size(); ++n) {
                const std::optional<IpPrefix>& given = found.units[u].given[n];
                all &= given.has_value();
                if (!given)
                    continue;
                EXPECT_EQ(given->length, units[u].lengths[n]);
                EXPECT_TRUE(contains(thirty_two, *given));
                for (const IpPrefix& other : placed)
                    EXPECT_FALSE(overlap(other, *given)) << to_string(other) << ' ' << to_string(*given);
                placed.push_back(*given);
            }
        }
        EXPECT_EQ(all, possible) << "round " << round;
        refused += !possible;
        apart += possible && !found.side_by_side;
        tight += possible && found.side_by_side;
        for (std::size_t u = 0; u < units.size(); ++u)
            for (const IpPrefix& block : found.units[u].blocks)
                for (std::size_t other = 0; other < units.size(); ++other)
                    if (other != u) {
                        for (const IpPrefix& prefix : units[other].standing)
                            EXPECT_FALSE(overlap(block, prefix));
                        for (const std::optional<IpPrefix>& prefix : found.units[other].given)
                            EXPECT_FALSE(prefix && overlap(block, *prefix)) << "a block is one zone's";
                    }
    }
    EXPECT_GT(tight, 300);
    EXPECT_GT(refused, 100);
    EXPECT_GT(apart, 20) << "rounds in which blocks a zone do not fit and prefixes do";
}

// What was found stands next time, and nothing moves.
TEST(ZonePacking, IsSettledAtOnce) {
    Dice dice{.random = std::mt19937(9)};
    for (int round = 0; round < 1'000; ++round) {
        std::vector<PackingUnit> units(3);
        for (PackingUnit& unit : units)
            for (int n = dice.below(4); n > 0; --n)
                unit.lengths.push_back(static_cast<std::uint8_t>(29 + dice.below(4)));
        const Packing first = packed(std::span(&thirty_two, 1), {}, units);
        for (std::size_t u = 0; u < units.size(); ++u) {
            units[u].lengths.clear();
            units[u].blocks = first.units[u].blocks;
            for (const std::optional<IpPrefix>& given : first.units[u].given)
                if (given)
                    units[u].standing.push_back(*given);
        }
        const Packing second = packed(std::span(&thirty_two, 1), {}, units);
        for (std::size_t u = 0; u < units.size(); ++u)
            EXPECT_EQ(second.units[u].blocks, first.units[u].blocks) << "round " << round;
    }
}

TEST(ZonePacking, AZoneGrowsWhereItIs) {
    PackingUnit one;
    one.lengths = {30};
    const Packing first = packed(std::span(&thirty_two, 1), {}, std::span(&one, 1));
    ASSERT_EQ(first.units[0].blocks.size(), 1U);
    PackingUnit more{.blocks = first.units[0].blocks, .standing = {*first.units[0].given[0]}, .lengths = {30, 30}};
    const Packing second = packed(std::span(&thirty_two, 1), {}, std::span(&more, 1));
    ASSERT_EQ(second.units[0].blocks.size(), 1U);
    EXPECT_EQ(second.units[0].blocks.front().length, 28);
    EXPECT_TRUE(contains(second.units[0].blocks.front(), *first.units[0].given[0]));
}

TEST(AddressSpace, IsASetOfAddresses) {
    Dice dice{.random = std::mt19937(1)};
    for (int round = 0; round < 500; ++round) {
        AddressSpace space;
        std::set<std::int64_t> model;
        for (int step = 0; step < 12; ++step) {
            const IpPrefix prefix = dice.prefix(whole);
            const std::set<std::int64_t> here = addresses(prefix);
            EXPECT_EQ(space.is_free(prefix), std::includes(model.begin(), model.end(), here.begin(), here.end()));
            if (dice.below(2)) {
                space.add(prefix);
                model.insert(here.begin(), here.end());
            } else {
                space.take(prefix);
                for (const std::int64_t n : here)
                    model.erase(n);
            }
            std::set<std::int64_t> now;
            std::size_t sum = 0;
            for (const IpPrefix& block : space.free()) {
                const std::set<std::int64_t> of = addresses(block);
                now.insert(of.begin(), of.end());
                sum += of.size();
            }
            ASSERT_EQ(now, model);
            EXPECT_EQ(sum, model.size()) << "blocks are disjoint";
            for (const IpPrefix& block : space.free())
                EXPECT_FALSE(block.length > 0 && block.length > whole &&
                             space.free().contains(half(parent(block), half(parent(block), 0) == block ? 1 : 0)))
                    << "both halves are written as one";
        }
    }
}

TEST(AddressSpace, Arithmetic) {
    const IpPrefix prefix = *IpPrefix::parse("10.1.2.0/24");
    EXPECT_EQ(to_string(address_at(prefix, 255)), "10.1.2.255");
    EXPECT_EQ(index_in(prefix, *IpAddress::parse("10.1.2.7")), 7);
    EXPECT_FALSE(index_in(prefix, *IpAddress::parse("10.1.3.7")));
    EXPECT_EQ(to_string(parent(prefix)), "10.1.2.0/23");
    EXPECT_EQ(to_string(half(prefix, 1)), "10.1.2.128/25");
    EXPECT_EQ(to_string(address_at(*IpPrefix::parse("fd00::/64"), 1)), "fd00::1");
    EXPECT_EQ(size_of(*IpPrefix::parse("fd00::/48")), std::int64_t{1} << 62);
    // VL-05: 200 hosts growing by 30 %, three gateways, network and broadcast: 265 addresses.
    EXPECT_EQ(addresses_needed(200, 1.3, 3), 265);
    EXPECT_EQ(length_for(265), 23);
    EXPECT_EQ(length_for(256), 24);
    EXPECT_EQ(length_for(257), 23);
    EXPECT_EQ(length_for(1), 32);
    EXPECT_TRUE(is_private(*IpPrefix::parse("172.31.0.0/16")));
    EXPECT_FALSE(is_private(*IpPrefix::parse("172.32.0.0/16")));
    const std::vector<IpPrefix> halves{*IpPrefix::parse("10.0.0.0/25"), *IpPrefix::parse("10.0.0.128/25"),
                                       *IpPrefix::parse("10.0.2.0/24")};
    EXPECT_EQ(summarised(halves),
              (std::vector<IpPrefix>{*IpPrefix::parse("10.0.0.0/24"), *IpPrefix::parse("10.0.2.0/24")}));
}

} // namespace
} // namespace riser::test
