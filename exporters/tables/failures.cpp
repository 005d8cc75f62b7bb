// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/failure_names.h"
#include "exporters/tables/failure_tables.h"
#include "exporters/tables/names.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

struct Row {
    ElementIndex element{};
    std::size_t jacks = 0, devices = 0, links = 0;
};

std::vector<Row> rows_of(const FailureModel& model) {
    std::vector<Row> out;
    Outages outages(model);
    for (std::size_t i = 0; i < model.elements.size(); ++i) {
        const auto element = static_cast<ElementIndex>(i);
        const Down& down = outages.of(std::span(&element, 1));
        if (!down.jacks.empty() || !down.devices.empty() || !down.links.empty())
            out.push_back({element, down.jacks.size(), down.devices.size(), down.links.size()});
    }
    std::stable_sort(out.begin(), out.end(), [](const Row& x, const Row& y) {
        return std::tuple(x.jacks, x.devices, x.links) > std::tuple(y.jacks, y.devices, y.links);
    });
    return out;
}

} // namespace

TableDocument failures_table(const Facts& facts) {
    const FailureModel& model = facts.get<FailureModel>();
    TableDocument out;
    out.name = "failures";
    out.sheet = {"单点故障", "Failures"};
    out.title = {"单点故障表", "Single failures"};
    out.columns = {{.key = "kind", .title = {"类别", "Kind"}},
                   {.key = "element", .title = {"故障元素", "What fails"}},
                   {.key = "place", .title = {"位置", "Place"}},
                   {.key = "points", .title = {"中断点位", "Points down"}, .type = CellType::whole},
                   {.key = "devices", .title = {"中断设备", "Devices down"}, .type = CellType::whole},
                   {.key = "links", .title = {"中断链路", "Links down"}, .type = CellType::whole}};
    out.groups.emplace_back();
    for (const Row& row : rows_of(model)) {
        const FailureElement& element = model[row.element];
        out.groups.back().rows.push_back(RowBuilder(element.row)
                                             .text(label_of(element.kind))
                                             .text(name_of(facts, element))
                                             .text(describe(facts.design(), place_of(facts.design(), element.row)))
                                             .number(static_cast<std::int64_t>(row.jacks))
                                             .number(static_cast<std::int64_t>(row.devices))
                                             .number(static_cast<std::int64_t>(row.links))
                                             .done());
    }
    return out;
}

} // namespace riser
