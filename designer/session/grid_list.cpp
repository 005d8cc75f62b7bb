// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/grid.h"
#include "model/fields/table_access.h"

#include <algorithm>

namespace riser {

namespace {

// Each group begins with the kind named and ends where the next begins, as the list of kinds is ordered.
struct Group {
    Kind first;
    Text name;
};
const std::vector<Group>& groups() {
    static const std::vector<Group> list{{Kind::projects, {"项目与图纸", "Project and paper"}},
                                         {Kind::briefs, {"任务书", "Brief"}},
                                         {Kind::point_kinds, {"型号库", "Catalogue"}},
                                         {Kind::sites, {"建筑", "Building"}},
                                         {Kind::pathway_nodes, {"桥架与管路", "Pathways"}},
                                         {Kind::outlets, {"布线", "Cabling"}},
                                         {Kind::equipment, {"设备", "Equipment"}},
                                         {Kind::power_sources, {"供电与接地", "Power and earth"}},
                                         {Kind::bodies, {"逻辑网络", "Logical network"}},
                                         {Kind::monitoring_points, {"监控与审查", "Monitoring and review"}}};
    return list;
}

std::vector<GridEntry> make_list() {
    std::vector<GridEntry> out;
    const Text schedules{"文件中的表", "Schedules"};
    const std::pair<std::string_view, Text> names[] = {{"points", {"信息点表", "Point schedule"}},
                                                       {"cables", {"线缆表", "Cable schedule"}},
                                                       {"pathways", {"桥架管线表", "Pathway schedule"}},
                                                       {"summary", {"点位统计", "Point summary"}},
                                                       {"bill", {"工程量清单", "Bill of materials"}}};
    for (std::size_t i = 0; i < std::size(names); ++i)
        out.push_back({"schedule:" + std::string(names[i].first), names[i].second, schedules, {}, i});
    for (const TableAccess& table : all_tables()) {
        const auto next = std::ranges::upper_bound(groups(), table.kind, {}, &Group::first);
        const Label& label = table.record->label;
        out.push_back({std::string(table_name(table.kind)),
                       {std::string(label.zh), std::string(label.en)},
                       std::prev(next)->name,
                       table.kind,
                       0});
    }
    return out;
}

} // namespace

const std::vector<GridEntry>& all_grids() {
    static const std::vector<GridEntry> list = make_list();
    return list;
}

std::size_t grid_called(std::string_view key) {
    const auto found = std::ranges::find(all_grids(), key, &GridEntry::key);
    return static_cast<std::size_t>(found - all_grids().begin());
}

} // namespace riser
