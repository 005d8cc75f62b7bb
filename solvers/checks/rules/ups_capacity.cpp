// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/power_loads.h"
#include "solvers/base/ups_size.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// P >= load with PoE / (efficiency x usable share), for so many minutes.
constexpr Rule ups_capacity{
    .id = "AV-12",
    .group = RuleGroup::points,
    .parameters = {{{.name = "usable", .dimension = Dimension::share, .low = 100, .high = 10'000},
                    {.name = "minutes", .dimension = Dimension::count, .low = 0, .high = 100'000}}},
    .words = {"what", "unit"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            std::size_t unknown = 0;
            const std::int64_t minutes = deck.count("minutes");
            for (const FeedLoad& load : facts.get<FeedLoads>().feeds) {
                const Ups* ups = load.feed.kind == Kind::ups_units ? facts.find(UpsId{load.feed.value}) : nullptr;
                if (!ups || ups->status == Status::remove)
                    continue;
                if (ups->capacity.value <= 0) {
                    ++unknown;
                    continue;
                }
                ++findings.examined;
                const VoltAmperes need = ups_needed(load.power, ups->efficiency, deck.share("usable"));
                findings.at_least({.subjects = {load.feed},
                                   .limit = Count{need.value},
                                   .actual = Count{ups->capacity.value},
                                   .words = {{"what", Text{"容量", "capacity"}}, {"unit", Text{"VA", "VA"}}}});
                findings.at_least({.subjects = {load.feed},
                                   .limit = Count{minutes},
                                   .actual = Count{ups->autonomy.value / 60},
                                   .words = {{"what", Text{"后备时间", "autonomy"}}, {"unit", Text{"min", "min"}}}});
            }
            if (unknown > 0)
                findings.needs = {std::to_string(unknown) + " 台UPS未给出容量",
                                  std::to_string(unknown) + " UPS state no capacity"};
            else if (findings.examined == 0)
                findings.not_applicable = {"没有设备由UPS供电", "nothing hangs on a UPS"};
        },
};

} // namespace riser
