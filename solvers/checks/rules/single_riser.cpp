// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/single_points.h"
#include "solvers/checks/rules/uplink_words.h"

#include <map>
#include <set>

namespace riser {

namespace {

using RoomOnPlane = std::pair<std::optional<PlaneId>, std::optional<SpaceId>>;

// What rooms are told of already: the ways of their cables.
bool of_the_way(ElementKind kind) {
    switch (kind) {
    case ElementKind::port:
    case ElementKind::card:
    case ElementKind::cable:
    case ElementKind::panel:
    case ElementKind::pathway:
    case ElementKind::shaft:
    case ElementKind::room:
    case ElementKind::compartment:
        return true;
    default:
        return false;
    }
}

struct Told {
    std::set<RoomOnPlane> rooms; // of which something is said
    std::set<RoomOnPlane> lone;  // that have one uplink or none: all that it passes is one thing
};

void judge_rooms(const BackboneDiversity& uplinks, FindingList& findings, Told& told) {
    for (const RoomUplinks& room : uplinks.rooms) {
        if (room.asked == RedundancyClass::n)
            continue;
        ++findings.examined;
        if (Text problem = why_not_apart(room, Diversity::shaft); !problem.empty()) {
            add_uplink_finding(room, std::move(problem), findings);
            told.rooms.emplace(room.plane, room.space);
            if (room.cables.size() < 2)
                told.lone.emplace(room.plane, room.space);
        }
    }
}

// Switches that the same things cut off are one finding.
void judge_switches(FactInput& facts, FindingList& findings, const Told& told) {
    std::map<std::pair<PlaneId, std::vector<FailureElement>>, std::vector<AnyId>> cut_off;
    for (const WaysApart& row : facts.get<Redundancy>().rows) {
        if (row.of != WaysOf::access || row.asked == RedundancyClass::n || !row.plane)
            continue;
        ++findings.examined;
        if (told.lone.contains({row.plane, row.space}))
            continue;
        std::vector<FailureElement> points = weak_points(row);
        if (told.rooms.contains({row.plane, row.space}))
            std::erase_if(points, [](const FailureElement& point) { return of_the_way(point.kind); });
        if (!points.empty())
            cut_off[{*row.plane, std::move(points)}].push_back(row.subject);
    }
    for (const auto& [cause, switches] : cut_off) {
        const auto& [plane, points] = cause;
        findings.add({.subjects = subjects_of(points, switches),
                      .limit = {},
                      .actual = {},
                      .words = {{"plane", AnyId(plane)},
                                {"problem", cuts_off(facts, points, switches, {"", ""}, {"核心", "the core"})}}});
    }
}

} // namespace

// Where the brief asks for more than N, no single tray or riser may cut a telecom room off, and no single thing above
// it an access switch: two ways to the core share no cable and no device, in two risers.
constexpr Rule single_riser{
    .id = "AV-04",
    .group = RuleGroup::cabling,
    .words = {"plane", "problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const BackboneDiversity& uplinks = facts.get<BackboneDiversity>();
            if (!has_uplinks(facts, uplinks, findings))
                return;
            Told told;
            judge_rooms(uplinks, findings, told);
            judge_switches(facts, findings, told);
            if (findings.examined == 0)
                findings.not_applicable = {"没有要求冗余的网络", "no plane asks for more than N"};
        },
};

} // namespace riser
