// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/availability_inputs.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/failure/availability.h"

#include <cmath>
#include <map>

namespace riser {

namespace {

// A service below its target: how many points, and those of which it is true most.
struct Missed {
    std::int64_t points = 0;
    const ServiceAvailability* worst = nullptr;
};

Count minutes(double share) { return {std::llround(share * minutes_a_year)}; }

} // namespace

// Of each service that states a target, the points that have less.
constexpr Rule availability_target{
    .id = "AV-01",
    .group = RuleGroup::logical,
    .slow = true,
    .parameters = {{{.name = "common", .dimension = Dimension::share, .low = 0, .high = 10'000}}},
    .tables = {"reliability"},
    .words = {"points", "worst", "most", "part"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            std::map<ServiceId, Missed> services;
            for (const Service& service : facts.table<Service>())
                if (service.availability_ppm > 0)
                    services[service.id];
            std::size_t undecided = 0;
            if (!services.empty()) {
                const std::vector<ReachNetwork::Group>& groups = facts.get<ReachNetwork>().groups;
                for (const ServiceAvailability& one :
                     facts.get<TargetAvailability>(availability_inputs(deck)).services) {
                    const auto at = services.find(one.service);
                    if (at == services.end())
                        continue;
                    ++findings.examined;
                    const double limit = *allowed_loss(*facts.find(one.service));
                    undecided += one.loss.lower <= limit && one.loss.upper > limit;
                    if (one.loss.lower <= limit)
                        continue;
                    at->second.points += static_cast<std::int64_t>(groups[one.group].jacks.size());
                    if (!at->second.worst || one.loss.lower > at->second.worst->loss.lower)
                        at->second.worst = &one;
                }
            }
            for (const auto& [id, missed] : services) {
                if (!missed.worst || missed.worst->costs.empty())
                    continue;
                const ElementCost& most = missed.worst->costs.front();
                findings.add({.subjects = {id, missed.worst->worst},
                              .limit = minutes(*allowed_loss(*facts.find(id))),
                              .actual = minutes(missed.worst->loss.lower),
                              .words = {{"points", Amount(Count{missed.points})},
                                        {"worst", AnyId(missed.worst->worst)},
                                        {"most", facts.get<HeldFailures>().model[most.element].row},
                                        {"part", Amount(minutes(most.share))}}});
            }
            if (undecided > 0)
                findings.needs = {std::to_string(undecided) + " 处可用性只算出上下限，不能判定",
                                  "availability is known between bounds only in " + std::to_string(undecided) +
                                      " cases, which decide nothing"};
            else if (findings.examined == 0)
                findings.not_applicable = {"没有给出可用性目标的业务，或没有信息点可达",
                                           "no service states a target, or no point comes to one"};
        },
};

} // namespace riser
