// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/uplink_words.h"

#include <algorithm>

namespace riser {

bool has_uplinks(FactInput& facts, const BackboneDiversity& uplinks, FindingList& findings) {
    if (facts.table<RequirementClass>().empty()) {
        findings.not_applicable = {"任务书没有冗余等级", "the brief states no requirement class"};
        return false;
    }
    if (uplinks.rooms.empty()) {
        findings.not_applicable = {"还没有服务信息点的电信间", "no telecom room serves a point yet"};
        return false;
    }
    if (!uplinks.any_cable)
        findings.needs = {"干线还没有规划", "the backbone has not been planned yet"};
    return uplinks.any_cable;
}

Text why_not_apart(const RoomUplinks& room, Diversity wanted) {
    const SharedParts& parts = room.parts;
    if (room.cables.size() < 2)
        return room.cables.empty() ? Text{"没有上行干线", "has no uplink"}
                                   : Text{"只有一路上行干线", "has one uplink only"};
    if (parts.diversity >= wanted)
        return {};
    if (room.pair.empty())
        return {"的上行干线没有完整路由", "has uplinks without a whole route"};
    if (!parts.shaft_labels.empty())
        return {"的两路上行干线共用" + parts.shaft_labels.front().zh,
                "has both uplinks in " + parts.shaft_labels.front().en};
    return {"的两路上行干线共用桥架 " + display(parts.shared),
            "has both uplinks in one tray over " + display(parts.shared)};
}

void add_uplink_finding(const RoomUplinks& room, Text problem, FindingList& findings) {
    std::vector<AnyId> subjects{room.space};
    subjects.insert(subjects.end(), room.parts.shafts.begin(), room.parts.shafts.end());
    for (const PathwayRunId run : room.parts.runs)
        if (std::find(subjects.begin(), subjects.end(), AnyId(run)) == subjects.end())
            subjects.emplace_back(run);
    const Word plane =
        room.plane ? Word{"plane", AnyId(*room.plane)} : Word{"plane", Text{"未定网络", "no stated plane"}};
    findings.add({.subjects = std::move(subjects),
                  .limit = {},
                  .actual = {},
                  .words = {{plane, {"problem", std::move(problem)}}}});
}

} // namespace riser
