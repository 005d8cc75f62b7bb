// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of switches and how jacks share them, against trying everything on small cases; U positions of racks.
#include "solvers/planning/equipment/rack_fill.h"
#include "solvers/planning/equipment/switch_mix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>

namespace riser::test {
namespace {

SwitchChoice choice(std::int64_t price, std::int32_t plain, std::int32_t powered, std::int32_t poe_class,
                    std::int64_t watts_promised) {
    SwitchChoice out{.price = price, .poe = watts_promised * 1'000};
    out.at_least[0] = plain + powered;
    for (std::int32_t k = 1; k <= poe_class; ++k)
        out.at_least[static_cast<std::size_t>(k)] = powered;
    return out;
}

// Every way of giving each switch some of each class.
bool can_share(const std::vector<SwitchChoice>& switches, PortCounts left, std::size_t s = 0) {
    if (s == switches.size())
        return std::all_of(left.begin(), left.end(), [](std::int32_t n) { return n == 0; });
    std::function<bool(std::size_t, std::int32_t, std::int64_t)> give = [&](std::size_t k, std::int32_t used,
                                                                            std::int64_t power) {
        if (k == 0) {
            const PortCounts before = left;
            left[0] -= std::min(left[0], switches[s].at_least[0] - used);
            const bool done = can_share(switches, left, s + 1);
            left = before;
            return done;
        }
        for (std::int32_t n = 0;
             n <= left[k] && used + n <= switches[s].at_least[k] && n * poe_classes[k].port.value <= power; ++n) {
            left[k] -= n;
            const bool done = give(k - 1, used + n, power - n * poe_classes[k].port.value);
            left[k] += n;
            if (done)
                return true;
        }
        return false;
    };
    return give(highest_poe_class, 0, switches[s].poe);
}

PortCounts random_need(std::mt19937& random) {
    PortCounts out{};
    out[0] = static_cast<std::int32_t>(random() % 9);
    out[2] = static_cast<std::int32_t>(random() % 3);
    out[3] = static_cast<std::int32_t>(random() % 4);
    out[4] = static_cast<std::int32_t>(random() % 4);
    return out;
}

std::vector<SwitchChoice> random_choices(std::mt19937& random) {
    std::vector<SwitchChoice> out;
    for (std::size_t n = 1 + random() % 3; n > 0; --n)
        out.push_back(choice(1 + random() % 20, static_cast<std::int32_t>(random() % 5),
                             static_cast<std::int32_t>(random() % 5), 2 + static_cast<std::int32_t>(random() % 3),
                             10 + random() % 90));
    return out;
}

// The least price of up to four switches, by trying all; with those given, `number` of them at least.
std::optional<std::int64_t> least_price(const std::vector<SwitchChoice>& given,
                                        const std::vector<SwitchChoice>& choices, const PortCounts& wanted,
                                        std::size_t number) {
    std::optional<std::int64_t> best;
    std::function<void(std::size_t, std::vector<SwitchChoice>, std::int64_t)> add =
        [&](std::size_t from, std::vector<SwitchChoice> set, std::int64_t price) {
            if ((!best || price < *best) && set.size() >= number && can_share(set, wanted))
                best = price;
            if (set.size() - given.size() == 4)
                return;
            for (std::size_t t = from; t < choices.size(); ++t) {
                std::vector<SwitchChoice> more = set;
                more.push_back(choices[t]);
                add(t, std::move(more), price + choices[t].price);
            }
        };
    add(0, given, 0);
    return best;
}

TEST(SwitchMix, IsTheCheapestOfAll) {
    std::mt19937 random(11);
    int compared = 0;
    int bought = 0;
    int more_than_ports_want = 0;
    for (int round = 0; round < 400; ++round) {
        const std::vector<SwitchChoice> choices = random_choices(random);
        std::vector<SwitchChoice> given;
        if (random() % 3 == 0)
            given = {random_choices(random).front()};
        const PortCounts wanted = random_need(random);
        const std::size_t number = random() % 4;
        const auto mix = cheapest_mix(given, choices, wanted, static_cast<std::int32_t>(number));
        const auto least = least_price(given, choices, wanted, number);
        const auto count = mix ? std::accumulate(mix->counts.begin(), mix->counts.end(), 0) : 0;
        if (mix && count > 4)
            continue; // beyond what is tried here
        ASSERT_EQ(mix.has_value(), least.has_value()) << "round " << round;
        if (!mix)
            continue;
        EXPECT_TRUE(mix->proven);
        EXPECT_EQ(mix->price, *least) << "round " << round;
        ++compared;
        bought += count > 1;
        more_than_ports_want += *least != least_price(given, choices, wanted, 0);
    }
    EXPECT_GT(compared, 100);
    EXPECT_GT(bought, 50) << "cases must be hard enough";
    EXPECT_GT(more_than_ports_want, 20);
}

TEST(SwitchMix, SharesWhateverCanBeShared) {
    std::mt19937 random(12);
    int shared = 0;
    int refused = 0;
    for (int round = 0; round < 1'500; ++round) {
        std::vector<SwitchChoice> switches;
        for (std::size_t n = random() % 4; n > 0; --n)
            switches.push_back(random_choices(random).front());
        const PortCounts wanted = random_need(random);
        const auto quotas = shared_out(switches, wanted);
        ASSERT_EQ(quotas.has_value(), can_share(switches, wanted)) << "round " << round;
        (quotas ? shared : refused) += 1;
        if (!quotas)
            continue;
        PortCounts sum{};
        for (std::size_t s = 0; s < switches.size(); ++s) {
            std::int64_t power = 0;
            std::int32_t ports = 0;
            for (std::size_t k = sum.size(); k-- > 0;) {
                ports += (*quotas)[s][k];
                sum[k] += (*quotas)[s][k];
                power += k > 0 ? (*quotas)[s][k] * poe_classes[k].port.value : 0;
                EXPECT_LE(ports, switches[s].at_least[k]) << "ports of class " << k;
            }
            EXPECT_LE(power, switches[s].poe);
        }
        EXPECT_EQ(sum, wanted);
    }
    EXPECT_GT(shared, 100);
    EXPECT_GT(refused, 100);
}

// Cameras of 15.4 W: 370 W with a fifth in reserve feed nineteen, not twenty.
TEST(SwitchMix, PowerDecidesWhereThePortsWouldDo) {
    const std::vector<SwitchChoice> small{choice(92, 0, 24, 4, 296)};
    PortCounts cameras{};
    cameras[3] = 19;
    EXPECT_EQ(cheapest_mix({}, small, cameras)->counts, std::vector<std::int32_t>{1});
    cameras[3] = 20;
    EXPECT_EQ(cheapest_mix({}, small, cameras)->counts, std::vector<std::int32_t>{2});
    cameras = {};
    cameras[6] = 1;
    EXPECT_FALSE(cheapest_mix({}, small, cameras)) << "no port of the class";
    EXPECT_FALSE(cheapest_mix({}, {}, cameras));
    EXPECT_EQ(cheapest_mix(small, {}, {})->price, 0) << "nothing wanted";
}

TEST(RackFill, NothingOverlapsAndLimitsHold) {
    std::mt19937 random(13);
    const auto below = [&](std::uint32_t n) { return static_cast<std::int32_t>(random() % n); };
    for (int round = 0; round < 300; ++round) {
        const RackLimits each{.units = 20 + below(23), .usable = 16, .load = Grams(200'000), .power = watts(3'000)};
        std::vector<StandingRack> standing;
        for (int n = below(3); n > 0; --n) {
            StandingRack rack{.limits = each,
                              .taken = std::vector<bool>(static_cast<std::size_t>(each.units)),
                              .load = {},
                              .power = {}};
            for (std::size_t u = 0; u < rack.taken.size(); ++u)
                rack.taken[u] = random() % 3 == 0;
            standing.push_back(rack);
        }
        std::vector<RackBlock> blocks(static_cast<std::size_t>(below(12)));
        for (RackBlock& block : blocks) {
            block.heavy = random() % 5 == 0;
            for (int n = 1 + below(5); n > 0; --n)
                block.slots.push_back({.height = 1 + below(block.heavy ? 14 : 2),
                                       .weight = Grams(below(20'000)),
                                       .power = watts(below(400))});
        }
        const RackFilling filling = fill_racks(standing, each, blocks);
        std::vector<std::vector<bool>> taken;
        for (std::size_t r = 0; r < filling.racks; ++r)
            taken.push_back(r < standing.size() ? standing[r].taken
                                                : std::vector<bool>(static_cast<std::size_t>(each.units)));
        ASSERT_EQ(filling.blocks.size(), blocks.size());
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            ASSERT_EQ(filling.blocks[b].size(), blocks[b].slots.size());
            for (std::size_t s = 0; s < blocks[b].slots.size(); ++s) {
                const SlotPlace place = filling.blocks[b][s];
                ASSERT_GT(place.unit, 0) << "each of these fits into an empty rack";
                ASSERT_LT(place.rack, filling.racks);
                for (std::int32_t u = place.unit; u < place.unit + blocks[b].slots[s].height; ++u) {
                    ASSERT_LE(u, each.units);
                    ASSERT_FALSE(taken[place.rack][static_cast<std::size_t>(u) - 1]) << "round " << round;
                    taken[place.rack][static_cast<std::size_t>(u) - 1] = true;
                }
            }
        }
    }
}

// A frame at the top, the chassis at the bottom, the switch between its panels in the order given.
TEST(RackFill, StandsAsAFitterWouldStandThem) {
    const RackLimits each{.units = 42, .usable = 33, .load = {}, .power = {}};
    const std::vector<RackBlock> blocks{
        {.slots = {{}, {}}},
        {.slots = {{}, {}, {}, {}, {}}},
        {.slots = {{.height = 14, .weight = Grams(90'000), .power = {}}}, .heavy = true}};
    const RackFilling filling = fill_racks({}, each, blocks);
    EXPECT_EQ(filling.racks, 1U);
    EXPECT_EQ(filling.blocks[0][0].unit, 42);
    EXPECT_EQ(filling.blocks[0][1].unit, 41);
    EXPECT_EQ(filling.blocks[1][0].unit, 39) << "a unit free below the frame";
    EXPECT_EQ(filling.blocks[1][4].unit, 35);
    EXPECT_EQ(filling.blocks[2][0].unit, 1);
}

} // namespace
} // namespace riser::test
