// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/columns.h"
#include "exporters/tables/schedules.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

using Cell = std::pair<FloorId, PointKindId>;
using Counts = std::map<Cell, std::int64_t>;

// Kinds in the order of their codes, those of rows that are not there last.
std::vector<PointKindId> kinds_in_order(const Design& design, const std::map<std::optional<PlaneId>, Counts>& planes) {
    std::vector<PointKindId> kinds;
    for (const auto& [plane, counts] : planes)
        for (const auto& [cell, count] : counts)
            kinds.push_back(cell.second);
    std::sort(kinds.begin(), kinds.end());
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    std::stable_sort(kinds.begin(), kinds.end(), [&](PointKindId a, PointKindId b) {
        const bool known_a = design.find(a) != nullptr;
        const bool known_b = design.find(b) != nullptr;
        if (known_a != known_b)
            return known_a;
        return natural_less(kind_code(design, a).zh, kind_code(design, b).zh);
    });
    return kinds;
}

TableGroup group_of(const Design& design, const std::vector<PointKindId>& kinds, const Counts& counts) {
    TableGroup group;
    for (const FloorId floor : floors_in_order(design)) {
        RowBuilder row(floor);
        const Floor& floor_row = *design.find(floor);
        row.text(floor_row.label).text(floor_row.name);
        std::int64_t sum = 0;
        std::string formula;
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            const auto found = counts.find({floor, kinds[k]});
            if (found == counts.end())
                row.empty();
            else
                row.number(found->second), sum += found->second;
        }
        if (kinds.empty())
            row.number(0);
        else
            row.formula("SUM({kind-1}:{kind-" + std::to_string(kinds.size()) + "})", sum);
        group.rows.push_back(row.done());
    }
    return group;
}

} // namespace

TableDocument point_summary(const Facts& facts) {
    const Design& design = facts.design();
    std::map<std::optional<PlaneId>, Counts> planes;
    for (const Jack& jack : design.jacks) {
        const Outlet* outlet = design.find(jack.outlet);
        if (jack.status != Status::remove && outlet && design.find(outlet->floor))
            ++planes[design.find(jack.plane) ? jack.plane : std::nullopt][{outlet->floor, jack.kind}];
    }
    const std::vector<PointKindId> kinds = kinds_in_order(design, planes);

    TableDocument table;
    table.name = "point-summary";
    table.sheet = {"点位统计", "Points"};
    table.title = {"信息点位统计表", "Points by floor and kind"};
    table.columns = {floor_column(), text_column("floor-name", {"楼层名称", "Floor name"})};
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const Text code = kind_code(design, kinds[k]);
        const PointKind* kind = design.find(kinds[k]);
        Text title =
            kind && !kind->name.empty() && kind->name != code
                ? Text{code.zh + " " + kind->name.in(Language::zh), code.en + " " + kind->name.in(Language::en)}
                : code;
        table.columns.push_back(count_column("kind-" + std::to_string(k + 1), std::move(title)));
    }
    table.columns.push_back(count_column("sum", {"合计", "All"}));
    table.frozen_columns = 1;
    if (planes.empty())
        planes[std::nullopt] = {};
    for (const auto& [plane, counts] : planes) {
        TableGroup group = group_of(design, kinds, counts);
        if (planes.size() > 1)
            group.title = plane ? plane_name(design, plane) : Text{"未指定网络", "No network given"};
        table.groups.push_back(std::move(group));
    }
    table.notes = {{"点数按模块计，一面板多口者逐口计数。", "Points are counted as jacks, each port of a faceplate."}};
    return table;
}

} // namespace riser
