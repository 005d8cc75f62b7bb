// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/columns.h"
#include "exporters/tables/schedules.h"
#include "model/fields/field.h"
#include "solvers/analysis/pathway_fill.h"
#include "solvers/graph/pathway_graph.h"

#include <algorithm>

namespace riser {

namespace {

struct Ordered {
    const PathwayRun* run = nullptr;
    std::int32_t floor = 0;
};

std::vector<Ordered> runs_in_order(const Design& design) {
    const auto ranks = floor_ranks(design);
    std::vector<Ordered> out;
    for (const PathwayRun& run : design.pathway_runs) {
        if (run.status == Status::remove)
            continue;
        const PathwayNode* from = design.find(run.from);
        const auto rank = from ? ranks.find(from->floor) : ranks.end();
        out.push_back({&run, rank == ranks.end() ? -1 : rank->second});
    }
    std::sort(out.begin(), out.end(), [](const Ordered& a, const Ordered& b) {
        if (a.floor != b.floor)
            return a.floor < b.floor;
        if (a.run->label != b.run->label)
            return natural_less(a.run->label, b.run->label);
        return a.run->id < b.run->id;
    });
    return out;
}

// "3F", or "3F - 4F" of a run that climbs.
Text floors_of(const Design& design, const PathwayRun& run) {
    const PathwayNode* from = design.find(run.from);
    const PathwayNode* to = design.find(run.to);
    const Text a = from ? floor_name(design, from->floor) : Text();
    const Text b = to ? floor_name(design, to->floor) : Text();
    return a == b || b.empty() ? a : Text{a.zh + " - " + b.zh, a.en + " - " + b.en};
}

std::string fill_of(const RunFill* fill, std::int64_t& fullest) {
    std::string cables;
    fullest = -1;
    if (!fill)
        return cables;
    for (const CompartmentFill& compartment : fill->compartments) {
        if (compartment.share)
            fullest = std::max<std::int64_t>(fullest, compartment.share->value);
        cables += (cables.empty() ? "" : " + ") + std::to_string(compartment.cables);
    }
    return cables;
}

TableRow row_of(const Facts& facts, const PathwayRun& run) {
    const Design& design = facts.design();
    RowBuilder row(run.id);
    const PathwayType* type = design.find(run.type);
    row.text(floors_of(design, run))
        .text(run.label)
        .text(label_of(run.kind))
        .text(laying_code(design, run))
        .text(section_name(run.kind, run.width, run.height))
        .text(type ? same_text(type->material) : Text())
        .text(label_of(run.mounting))
        .number(run.elevation.value)
        .text(plane_name(design, run.plane));
    if (const auto geometry = geometry_of(design, run))
        row.number(geometry->length());
    else
        row.text(Text{"端点缺失", "end missing"}).tone(RowTone::attention);
    std::int64_t fullest = -1;
    const std::string cables = fill_of(facts.get<PathwayFill>().runs.find(run.id), fullest);
    row.text(cables);
    if (fullest >= 0)
        row.number(fullest);
    else
        row.empty();
    row.number(static_cast<std::int64_t>(run.crosses.size())).text(label_of(run.status));
    return row.done();
}

} // namespace

TableDocument pathway_schedule(const Facts& facts) {
    TableDocument table;
    table.name = "pathway-schedule";
    table.sheet = {"桥架管线表", "Pathways"};
    table.title = {"桥架管线表", "Pathway schedule"};
    TableColumn fill{.key = "fill",
                     .title = {"最大填充率", "Highest fill"},
                     .type = CellType::percent,
                     .unit = same_text("%"),
                     .decimals = 1};
    table.columns = {floor_column(),
                     text_column("label", {"编号", "Label"}),
                     text_column("kind", {"类别", "Kind"}),
                     text_column("code", {"敷设代号", "Laying code"}),
                     centred_column("section", {"截面 mm", "Section mm"}),
                     text_column("material", {"材质", "Material"}),
                     text_column("mounting", {"安装位置", "Mounting"}),
                     length_column("elevation", {"距地高度", "Elevation"}),
                     text_column("plane", {"专用网络", "Reserved for"}),
                     length_column("length", {"长度", "Length"}, TotalKind::sum),
                     centred_column("cables", {"线缆根数", "Cables"}),
                     fill,
                     count_column("crossings", {"穿防火分区", "Fire crossings"}),
                     centred_column("status", {"状态", "Status"})};
    table.frozen_columns = 2;
    table.paper = TablePaper::a3_landscape;
    TableGroup& group = table.groups.emplace_back();
    for (const Ordered& entry : runs_in_order(facts.design()))
        group.rows.push_back(row_of(facts, *entry.run));
    table.notes = {{"长度为平面中心线长度加两端高差；有隔板的桥架，根数按隔间分列，填充率取最满的隔间。",
                    "Length is that of the centre line in plan plus the height between its ends; of divided runs, "
                    "cables are given by "
                    "compartment and fill of the fullest."}};
    return table;
}

} // namespace riser
