// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/power_loads.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// All that may come to hang on a strip, circuit or source against what that carries, at a power factor of one.
constexpr Rule feed_loads{
    .id = "DES-11",
    .group = RuleGroup::design,
    .parameters = {{{.name = "usable", .dimension = Dimension::share, .low = 100, .high = 10'000}}},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const BasisPoints usable = deck.share("usable");
            for (const FeedLoad& load : facts.get<FeedLoads>().feeds) {
                VoltAmperes capacity;
                if (load.feed.kind == Kind::pdus)
                    capacity = facts.find(PduId{load.feed.value})->capacity;
                else if (const Circuit* circuit =
                             load.feed.kind == Kind::circuits ? facts.find(CircuitId{load.feed.value}) : nullptr)
                    capacity = circuit->capacity;
                else if (const PowerSource* source = load.feed.kind == Kind::power_sources
                                                         ? facts.find(PowerSourceId{load.feed.value})
                                                         : nullptr)
                    capacity = source->capacity;
                if (capacity.value <= 0)
                    continue;
                ++findings.examined;
                const std::int64_t limit = capacity.value * usable.value / 10'000;
                findings.at_most({.subjects = {load.feed},
                                  .limit = Count{limit},
                                  .actual = Count{(load.power.value + 999) / 1'000},
                                  .words = {}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有设备接到已知容量的回路", "no device hangs on a feed of known capacity"};
        },
};

} // namespace riser
