// SPDX-License-Identifier: GPL-3.0-or-later
// What single failures leave between tiers is what is left of the rows without each element, link by link.
#include "solvers/failure/tier_failures.h"

#include "solvers/analysis/device_links.h"
#include "solvers/analysis/tier_traffic.h"
#include "tests/solvers/failure/random_failures.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

using test::RandomFailures;
using test::RowsOutage;

// What the switch can take and send without what is down.
TierRates left(const Facts& facts, const SwitchTraffic& of, const Down& down) {
    const Design& design = facts.design();
    const FailureModel& model = facts.get<FailureModel>();
    const auto is_in = [](const auto& list, const auto& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    const auto tier_of = [&](EquipmentId id) {
        for (const SwitchTraffic& one : facts.get<TierTraffic>().switches)
            if (is_in(one.members, id))
                return one.tier;
        return 0;
    };
    TierRates out;
    for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
        const FailingLink* row = model.link(link.a, link.b);
        if (row && is_in(down.links, static_cast<std::uint32_t>(row - model.links.data())))
            continue;
        const Port &a = *design.find(link.a), &b = *design.find(link.b);
        for (const auto& [here, there] : {std::pair(&a, &b), std::pair(&b, &a)})
            if (is_in(of.members, here->equipment) && tier_of(there->equipment) != 0) {
                const std::int64_t rate = std::min(a.rate.value, b.rate.value);
                out.up += tier_of(there->equipment) > of.tier ? rate : 0;
                out.down += tier_of(there->equipment) < of.tier ? rate : 0;
            }
    }
    for (const Port& port : design.ports)
        if (of.tier == 1 && port.mode == PortMode::access && is_in(of.members, port.equipment)) {
            const FailingDevice* device = model.device(port.equipment);
            if (!device || !is_in(down.devices, static_cast<std::uint32_t>(device - model.devices.data())))
                out.down += port.rate.value;
        }
    return out;
}

double ratio(const TierRates& rates) { return static_cast<double>(rates.down) / static_cast<double>(rates.up); }

TEST(TierFailures, AreWhatIsLeftWithoutEachElement) {
    std::size_t worse = 0, cut = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        RandomFailures random(seed);
        random.give_tiers();
        const Facts facts(random.design);
        const FailureModel& model = facts.get<FailureModel>();
        const TierFailures& found = facts.get<TierFailures>();
        std::vector<Down> states;
        for (const FailureElement& element : model.elements)
            states.push_back(RowsOutage(random.design, {element}).down(model));
        std::size_t known = 0;
        for (const SwitchTraffic& one : facts.get<TierTraffic>().switches) {
            std::vector<std::uint32_t> devices;
            for (const EquipmentId member : one.members)
                if (const FailingDevice* device = model.device(member))
                    devices.push_back(static_cast<std::uint32_t>(device - model.devices.data()));
            const auto row = std::find_if(found.switches.begin(), found.switches.end(),
                                          [&](const TierFailure& other) { return other.members == one.members; });
            ASSERT_EQ(row != found.switches.end(), one.up > 0 && !devices.empty()) << "seed " << seed;
            if (row == found.switches.end())
                continue;
            ++known;
            ASSERT_EQ(row->whole, left(facts, one, {})) << "seed " << seed;
            double worst = ratio(row->whole);
            std::vector<FailureElement> cuts;
            for (std::size_t e = 0; e < states.size(); ++e) {
                const auto falls =
                    static_cast<std::size_t>(std::count_if(devices.begin(), devices.end(), [&](std::uint32_t device) {
                        return std::binary_search(states[e].devices.begin(), states[e].devices.end(), device);
                    }));
                if (falls == one.members.size())
                    continue;
                const TierRates rates = left(facts, one, states[e]);
                if (rates.up == 0)
                    cuts.push_back(model.elements[e]);
                else
                    worst = std::max(worst, ratio(rates));
            }
            ASSERT_EQ(row->cut_by, cuts) << "seed " << seed;
            ASSERT_EQ(ratio(row->worst), worst) << "seed " << seed;
            ASSERT_EQ(row->cause.has_value(), worst > ratio(row->whole));
            worse += row->cause.has_value();
            cut += cuts.size();
        }
        ASSERT_EQ(known, found.switches.size());
    }
    std::printf("%zu switches have less after a failure, %zu failures cut one off\n", worse, cut);
    EXPECT_GT(worse, 30U);
    EXPECT_GT(cut, 100U);
}

} // namespace
} // namespace riser
