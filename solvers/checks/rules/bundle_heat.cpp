// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/warmth.h"

namespace riser {

namespace {

struct HeatLimits {
    DeciCelsius rise;
    DeciCelsius rating;
};

void report(const RunPower& run, const Bundle& bundle, const RunAmbient* air, const HeatLimits& limits,
            FindingList& findings) {
    const auto judge = [&](DeciCelsius limit, DeciCelsius actual, Text problem) {
        findings.at_most({.subjects = {run.id},
                          .limit = limit,
                          .actual = actual,
                          .words = {{"problem", std::move(problem)},
                                    {"powered", Amount(Count{bundle.powered})},
                                    {"cables", Amount(Count{bundle.cables})}}});
    };
    const std::string rise = display(bundle.rise);
    if (air && air->ambient + bundle.rise > limits.rating)
        judge(limits.rating, air->ambient + bundle.rise,
              {"环境 " + display(air->ambient) + "，温升 " + rise + "，达 " + display(air->ambient + bundle.rise) +
                   "，超过缆线允许的 " + display(limits.rating),
               "in air of " + display(air->ambient) + " they warm by " + rise + " to " +
                   display(air->ambient + bundle.rise) + ", more than the " + display(limits.rating) +
                   " that cables stand"});
    else if (bundle.rise > limits.rise || is_near(limits.rise, bundle.rise))
        judge(limits.rise, bundle.rise,
              {"温升 " + rise + "，超过 " + display(limits.rise),
               "they warm by " + rise + ", limit " + display(limits.rise)});
}

} // namespace

// Runs with power, one finding for the worst compartment's kind of fault each.
constexpr Rule bundle_heat{
    .id = "POE-02",
    .group = RuleGroup::points,
    .parameters = {{{.name = "rise", .dimension = Dimension::temperature},
                    {.name = "rating", .dimension = Dimension::temperature},
                    {.name = "tied", .dimension = Dimension::count, .low = 1}}},
    .tables = {"bundle-heat"},
    .words = {"problem", "powered", "cables"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const HeatLimits limits{.rise = deck.temperature("rise"), .rating = deck.temperature("rating")};
            const Table<RunAmbient>& ambients = facts.get<RunAmbients>().runs;
            WarmCables warmth(warm_tables(facts), deck.links(), static_cast<std::int32_t>(deck.count("tied")), {});
            for (const RunPower& run : facts.get<PoweredRuns>().runs)
                for (const CompartmentPower& compartment : run.compartments)
                    if (const Bundle* bundle = warmth.bundle(run.id, compartment.compartment)) {
                        ++findings.examined;
                        report(run, *bundle, ambients.find(run.id), limits, findings);
                    }
            if (warmth.beyond > 0)
                findings.needs = bundle_beyond_table(warmth.beyond);
            if (findings.examined == 0 && warmth.beyond == 0)
                findings.not_applicable = {"没有缆线供电", "no cable carries power"};
        },
};

} // namespace riser
