// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/brief.h"
#include "model/monitoring.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule video_retention{
    .id = "MON-07",
    .group = RuleGroup::monitoring,
    .lock = Lock::locked,
    .parameters = {{{.name = "min", .dimension = Dimension::count, .low = 1, .high = 3650}}},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Count min{deck.count("min")};
            for (const MonitoringPoint& point : facts.table<MonitoringPoint>()) {
                if (point.kind != MonitoringKind::camera)
                    continue;
                ++findings.examined;
                if (point.retention_days > 0)
                    findings.at_least(
                        {.subjects = {point.id}, .limit = min, .actual = Count{point.retention_days}, .words = {}});
            }
            for (const JackPlace& jack : facts.get<JackPlaces>().jacks)
                if (const PointKind* kind = facts.find(jack.kind); kind && kind->camera)
                    ++findings.examined;
            if (findings.examined == 0) {
                findings.not_applicable = {"没有摄像机", "there is no camera"};
                return;
            }
            const std::int32_t days = facts.brief().video_retention_days;
            if (days == 0)
                findings.needs = {"任务书须写明视频保存天数", "the brief must state how many days video is kept"};
            else
                findings.at_least({.subjects = {the_brief}, .limit = min, .actual = Count{days}, .words = {}});
        },
};

} // namespace riser
