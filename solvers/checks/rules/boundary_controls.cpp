// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/field.h"
#include "solvers/analysis/guard_ways.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace riser {

namespace {

enum class Lack { absent, passed_by, too_few };

Text words_of(Lack lack) {
    switch (lack) {
    case Lack::absent:
        return {"没有", "is missing"};
    case Lack::passed_by:
        return {"可被绕过", "can be passed by"};
    case Lack::too_few:
        return {"没有冗余", "is not doubled"};
    }
    return {};
}

Lack lack_of(const NeededControl& need) {
    if (need.answer.devices.empty())
        return Lack::absent;
    return need.answer.passed_by ? Lack::passed_by : Lack::too_few;
}

} // namespace

// One finding a network, level and measure that its boundaries lack in one way; its zones are the subjects.
constexpr Rule boundary_controls{
    .id = "Z-10",
    .group = RuleGroup::security,
    .tables = {"boundary-measures"},
    .words = {"plane", "control", "problem", "level", "clause"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const GuardWays& ways = facts.get<GuardWays>();
            std::map<std::tuple<PlaneId, std::int32_t, const BoundaryMeasure*, Lack>, std::vector<AnyId>> lacking;
            for (const Boundary& boundary : facts.get<Boundaries>().list) {
                const bool equipped =
                    std::any_of(ways.devices.begin(), ways.devices.end(), [&](const GuardDevice& device) {
                        return boundary.plane && device.plane == boundary.plane;
                    });
                if (!equipped)
                    continue;
                for (const NeededControl& need : controls_of(boundary, ways, deck.links())) {
                    ++findings.examined;
                    if (need.is_there())
                        continue;
                    std::vector<AnyId>& subjects =
                        lacking[{*boundary.plane, boundary.level, need.measure, lack_of(need)}];
                    for (const AnyId side : {AnyId(boundary.a), boundary.b})
                        if (std::find(subjects.begin(), subjects.end(), side) == subjects.end())
                            subjects.push_back(side);
                }
            }
            for (auto& [key, subjects] : lacking) {
                const auto& [plane, level, measure, lack] = key;
                const Choice& control = choices(measure->control)[static_cast<std::size_t>(measure->control)];
                findings.add({.subjects = std::move(subjects),
                              .limit = {},
                              .actual = {},
                              .words = {{"plane", AnyId(plane)},
                                        {"control", Text{std::string(control.label.zh), std::string(control.label.en)}},
                                        {"problem", words_of(lack)},
                                        {"level", Count{level}},
                                        {"clause", Text{measure->clause, measure->clause}}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有区域边界，或尚未配置设备",
                                           "there is no boundary between zones, or no device yet"};
        },
};

} // namespace riser
