// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/guard_ways.h"
#include "solvers/base/boundary_measures.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

// The highest level of the zones of each plane.
std::map<PlaneId, std::int32_t> levels_of_planes(FactInput& facts) {
    std::map<PlaneId, std::int32_t> out;
    for (const Zone& zone : facts.table<Zone>())
        out[zone.plane] = std::max(out[zone.plane], level_of(zone, [&](GradedSystemId id) { return facts.find(id); }));
    return out;
}

bool has_zone_of_its_own(FactInput& facts, PlaneId plane, PointKindId kind) {
    return std::any_of(facts.table<Zone>().begin(), facts.table<Zone>().end(), [&](const Zone& zone) {
        return zone.plane == plane && std::count(zone.kinds.begin(), zone.kinds.end(), kind) > 0;
    });
}

} // namespace

// Access points stand in a zone of their own, so that wireless meets the wired network at a boundary, and a controller
// admits to it.
constexpr Rule wireless_boundary{
    .id = "Z-15",
    .group = RuleGroup::security,
    .parameters = {{{.name = "level", .dimension = Dimension::count, .low = 1, .high = 4}}},
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            std::set<std::pair<PlaneId, PointKindId>> wireless;
            const std::map<PlaneId, std::int32_t> levels = levels_of_planes(facts);
            for (const JackPlace& jack : facts.get<JackPlaces>().jacks)
                if (const PointKind* kind = facts.find(jack.kind); kind && kind->wireless && jack.plane)
                    if (const auto at = levels.find(*jack.plane);
                        at != levels.end() && at->second >= deck.count("level"))
                        wireless.emplace(*jack.plane, kind->id);
            const std::vector<GuardDevice>& devices = facts.get<GuardWays>().devices;
            for (const auto& [plane, kind] : wireless) {
                ++findings.examined;
                const auto add = [&, p = plane, k = kind](Text problem) {
                    findings.add(
                        {.subjects = {p, k}, .limit = {}, .actual = {}, .words = {{"problem", std::move(problem)}}});
                };
                if (!has_zone_of_its_own(facts, plane, kind))
                    add({"没有单独的安全域", "have no zone of their own"});
                const auto here = [&, p = plane](const GuardDevice& device) { return device.plane == p; };
                if (std::any_of(devices.begin(), devices.end(), here) &&
                    std::none_of(devices.begin(), devices.end(), [&](const GuardDevice& device) {
                        return here(device) && device.role == EquipmentRole::wireless_controller;
                    }))
                    add({"没有无线控制器", "have no controller"});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"达到该等级的网络上没有无线接入点",
                                           "no network of that level has access points"};
        },
};

} // namespace riser
