// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/spoken.h"
#include "model/fields/table_access.h"
#include "solvers/capacity/load_words.h"
#include "solvers/capacity/network_loads.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

Observation observed(std::vector<AnyId> subjects, BasisPoints limit, double load, double rate, Text when) {
    return {.subjects = std::move(subjects),
            .limit = limit,
            .actual = utilisation(load, rate),
            .words = {{"load", Text{rate_words(load), rate_words(load)}}, {"when", std::move(when)}}};
}

Text name_of(FactInput& facts, AnyId id) {
    const void* row = facts.find_row(id);
    if (!row)
        return {to_string(id), to_string(id)};
    const Record& record = *table_access(id.kind).record;
    return {called(record, id.kind, row, Language::zh), called(record, id.kind, row, Language::en)};
}

// Of n members one may be lost: together they carry (n - 1) / n at most.
void judge(const TrunkLoad& trunk, FindingList& findings) {
    const auto count = static_cast<std::int64_t>(trunk.members.size());
    if (count < 2 || trunk.rate.value <= 0)
        return;
    ++findings.examined;
    const double load = std::max(trunk.from_x.normal, trunk.from_y.normal);
    const BasisPoints limit(static_cast<std::int32_t>(10'000 * (count - 1) / count));
    std::vector<AnyId> subjects;
    for (const auto& [a, b] : trunk.members)
        subjects.insert(subjects.end(), {a, b});
    const std::string n = std::to_string(count);
    findings.at_most(
        observed(std::move(subjects), limit, load, static_cast<double>(trunk.rate.value) * static_cast<double>(count),
                 {"等 " + n + " 条成员链路忙时", "and the rest of " + n + " members together in the busy hour"}));
}

// Nothing is full after any one failure; what is full before is another rule's.
void judge(const LinkLoad& link, BasisPoints limit, FactInput& facts, FindingList& findings) {
    const DirectedLoad& load = link.worse();
    if (link.rate.value <= 0 || !load.cause)
        return;
    ++findings.examined;
    if (link.busiest() > static_cast<double>(link.rate.value))
        return;
    const AnyId row = load.cause->row;
    const Text lost = name_of(facts, row);
    Observation told = observed({link.a, link.b}, limit, load.worst, static_cast<double>(link.rate.value),
                                {"失去 " + lost.zh + " 后", "without " + lost.en});
    told.subjects.push_back(row);
    findings.at_most(std::move(told));
}

} // namespace

constexpr Rule failure_headroom{
    .id = "AV-08",
    .group = RuleGroup::logical,
    .slow = true,
    .parameters = {{{.name = "after", .dimension = Dimension::share, .low = 1, .high = 100'000}}},
    .tables = {"traffic"},
    .words = {"load", "when"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const NetworkLoads& loads = facts.get<NetworkLoads>(TrafficAssumptions{deck.links().traffic});
            for (const TrunkLoad& trunk : loads.trunks)
                judge(trunk, findings);
            for (const LinkLoad& link : loads.links)
                judge(link, deck.share("after"), facts, findings);
            if (findings.examined == 0)
                findings.not_applicable = {"没有成组的上联，也没有会因故障加重的链路",
                                           "no trunk of several members, no link that a failure loads more"};
        },
};

} // namespace riser
