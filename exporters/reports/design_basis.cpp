// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/reports/design_basis.h"

#include "exporters/tables/columns.h"
#include "exporters/tables/findings_table.h"
#include "model/fields/field.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/graph/pathway_graph.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

Text number(std::int64_t n) { return same_text(std::to_string(n)); }
Text metres_text(std::int64_t millimetres) { return same_text(decimal_text(millimetres, CellType::length, 1) + " m"); }

class Basis {
  public:
    Basis(const Facts& facts, const CheckReport& report) : facts_(facts), design_(facts.design()), report_(report) {}

    Report write() const {
        const Project& project = design_.project();
        Report out;
        out.name = "design-basis";
        out.title = {"设计说明", "Design basis"};
        out.subtitle = project.name;
        out.sections = {project_section(), bodies(), planes(), editions(), points(), quantities(), growth(), check()};
        std::erase_if(out.sections, [](const ReportSection& section) {
            return section.paragraphs.empty() && section.points.empty() &&
                   std::all_of(section.tables.begin(), section.tables.end(),
                               [](const ReportTable& table) { return table.rows.empty(); });
        });
        return out;
    }

  private:
    ReportSection project_section() const {
        const Project& p = design_.project();
        ReportTable table{{{"项目", "Item"}, {"内容", "Content"}}, {}, 0};
        const auto add = [&](Text name, const Text& value) {
            if (!value.empty())
                table.rows.push_back({std::move(name), value});
        };
        add({"工程编号", "Number"}, same_text(p.number));
        add({"工程名称", "Project"}, p.name);
        add({"建设单位", "Client"}, p.client);
        add({"设计单位", "Institute"}, p.institute);
        add({"设计证书号", "Certificate"}, same_text(p.certificate));
        add({"子项", "Sub-project"}, p.sub_project);
        add({"专业", "Discipline"}, p.discipline);
        add({"设计阶段", "Stage"}, label_of(p.stage));
        add({"设计", "Designed"}, same_text(p.designed_by));
        add({"校对", "Checked"}, same_text(p.checked_by));
        add({"审核", "Reviewed"}, same_text(p.reviewed_by));
        add({"审定", "Approved"}, same_text(p.approved_by));
        add({"日期", "Date"}, p.date ? same_text(to_string(*p.date)) : Text());
        for (const Building& building : design_.buildings)
            add({"建筑", "Building"}, building.name);
        return {{"工程概况", "Project"}, {}, {std::move(table)}, {}};
    }

    ReportSection bodies() const {
        std::map<BodyId, std::int64_t> people;
        std::map<BodyId, std::int64_t> rooms;
        for (const HeadCount& count : design_.head_counts)
            people[count.body] += count.people;
        for (const Room& room : design_.rooms)
            if (room.body && room.status != Status::remove)
                ++rooms[*room.body];
        ReportTable table{{{"使用单位", "Body"}, {"编制人数", "People"}, {"房间", "Rooms"}}, {}, 1};
        for (const Body& body : design_.bodies)
            table.rows.push_back({body_name(&body), number(people[body.id]), number(rooms[body.id])});
        return {{"使用单位", "Bodies"}, {}, {std::move(table)}, {}};
    }

    ReportSection planes() const {
        ReportTable table{{{"网络", "Network"}, {"代号", "Code"}, {"公开程度", "Disclosure"}}, {}, 0};
        bool apart = false;
        for (const Plane& plane : design_.planes) {
            apart = apart || plane.disclosure == Disclosure::secret;
            table.rows.push_back({name_of(design_, plane.id), same_text(plane.code), label_of(plane.disclosure)});
        }
        ReportSection section{{"网络划分", "Networks"}, {}, {std::move(table)}, {}};
        if (design_.planes.size() < 2)
            return section;
        section.paragraphs.push_back(
            {"各网络按物理分开设计：缆线、模块、配线架、设备各自独立；是否做到见检查结果。",
             "The networks are designed to be physically apart: each with its own cables, jacks, panels and "
             "devices; whether they are, the check says."});
        section.points.push_back({"物理隔离指模型中无共用对象；不构成电磁泄漏发射或保密测评结论。",
                                  "Physical isolation means: no shared modelled object; not an emission or secrecy "
                                  "assessment."});
        if (apart)
            section.points.push_back({"预留或涉密网络另行按分级保护要求设计、审批；本说明不作评定。",
                                      "Reserved or classified networks are designed and approved apart, under "
                                      "classified protection; nothing here assesses them."});
        return section;
    }

    ReportSection editions() const {
        ReportSection section{{"设计依据", "Standards in force"}, {}, {}, {}};
        for (const Edition& edition : design_.editions)
            section.points.push_back(same_text(edition.standard +
                                               (edition.edition.empty() ? "" : "-" + edition.edition) +
                                               (edition.note.empty() ? "" : " (" + edition.note + ")")));
        if (section.points.empty())
            section.paragraphs.push_back({"本项目未登记采用的标准版本。", "No edition is stated for this project."});
        const Brief& brief = design_.brief();
        if (!brief.signed_by.empty())
            section.points.push_back({"需求书：" + brief.title.in(Language::zh) + "，" + brief.signed_by + " 签署",
                                      "Brief: " + brief.title.in(Language::en) + ", signed by " + brief.signed_by});
        return section;
    }

    ReportSection points() const {
        std::map<PointKindId, std::int64_t> kinds;
        std::int64_t all = 0;
        for (const Jack& jack : design_.jacks)
            if (jack.status != Status::remove)
                ++kinds[jack.kind], ++all;
        std::vector<PointKindId> order;
        for (const auto& [kind, count] : kinds)
            order.push_back(kind);
        std::stable_sort(order.begin(), order.end(), [&](PointKindId a, PointKindId b) {
            return natural_less(kind_code(design_, a).zh, kind_code(design_, b).zh);
        });
        ReportTable table{{{"类型", "Kind"}, {"名称", "Name"}, {"点数", "Points"}}, {}, 2};
        for (const PointKindId kind : order) {
            const bool known = design_.find(kind) != nullptr;
            table.rows.push_back(
                {kind_code(design_, kind), known ? name_of(design_, kind) : Text(), number(kinds[kind])});
        }
        table.rows.push_back({Text{"合计", "All"}, Text(), number(all)});
        return {{"信息点", "Points"}, {}, {std::move(table)}, {}};
    }

    template<class Row> std::int64_t staying(const Table<Row>& table) const {
        return std::count_if(table.begin(), table.end(), [](const Row& row) { return row.status != Status::remove; });
    }

    ReportSection quantities() const {
        const CableLengths& lengths = facts_.get<CableLengths>();
        std::map<CableTypeId, std::pair<std::int64_t, std::int64_t>> cables; // count, mm
        std::int64_t unmeasured = 0;
        std::int64_t total = 0;
        for (const Cable& cable : design_.cables) {
            if (cable.status == Status::remove)
                continue;
            auto& [count, sum] = cables[cable.type];
            ++count;
            if (const CableLength* length = lengths.of(cable.id))
                sum += length->total().value, total += length->total().value;
            else
                ++unmeasured;
        }
        ReportTable table{{{"项", "Item"}, {"数量", "Quantity"}, {"长度", "Length"}}, {}, 1};
        table.rows = {{Text{"楼层", "Floors"}, number(staying(design_.floors)), Text()},
                      {Text{"房间", "Rooms"}, number(staying(design_.rooms)), Text()},
                      {Text{"电信间及机房", "Telecom spaces"}, number(staying(design_.spaces)), Text()},
                      {Text{"信息插座", "Outlets"}, number(staying(design_.outlets)), Text()},
                      {Text{"模块（点位）", "Jacks (points)"}, number(staying(design_.jacks)), Text()},
                      {Text{"机柜", "Cabinets"}, number(staying(design_.racks)), Text()},
                      {Text{"设备", "Devices"}, number(staying(design_.equipment)), Text()}};
        std::int64_t count_all = 0;
        for (const auto& [type, amounts] : cables) {
            const Text name = design_.find(type) ? name_of(design_, type) : Text{"未定型号缆线", "Cable of no type"};
            table.rows.push_back({name, number(amounts.first), metres_text(amounts.second)});
            count_all += amounts.first;
        }
        table.rows.push_back({Text{"缆线合计", "All cables"}, number(count_all), metres_text(total)});
        add_trays(table);
        ReportSection section{{"主要工程量", "Quantities"}, {}, {std::move(table)}, {}};
        if (unmeasured > 0)
            section.points.push_back(
                fill({"{n} 根缆线没有可量的路由，未计入长度。",
                      "{n} cables have no way that could be measured; the lengths leave them out."},
                     {{"n", number(unmeasured)}}));
        return section;
    }

    void add_trays(ReportTable& table) const {
        std::map<PathwayKind, std::pair<std::int64_t, std::int64_t>> runs;
        for (const PathwayRun& run : design_.pathway_runs) {
            if (run.status == Status::remove)
                continue;
            auto& [count, sum] = runs[run.kind];
            ++count;
            if (const std::optional<RunGeometry> geometry = geometry_of(design_, run))
                sum += geometry->length();
        }
        for (const auto& [kind, amounts] : runs)
            table.rows.push_back({label_of(kind), number(amounts.first), metres_text(amounts.second)});
    }

    ReportSection growth() const {
        const Brief& brief = design_.brief();
        ReportSection section{{"发展余量", "Growth"}, {}, {}, {}};
        if (brief.growth_per_year.value <= 0) {
            section.paragraphs.push_back({"需求书未给出年增长率，余量未核。",
                                          "The brief states no growth; spare capacity was not checked against one."});
            return section;
        }
        double factor = 1;
        for (std::int32_t year = 0; year < brief.horizon_years; ++year)
            factor *= 1 + brief.growth_per_year.value / 10000.0;
        const auto now = static_cast<double>(staying(design_.jacks));
        section.paragraphs.push_back(fill({"年增长 {rate}，规划期 {years} 年：期末点位按 {later} 计（现 {now}）。",
                                           "{rate} a year over {years} years: {later} points at the end ({now} now)."},
                                          {{"rate", same_text(display(brief.growth_per_year))},
                                           {"years", number(brief.horizon_years)},
                                           {"now", number(staying(design_.jacks))},
                                           {"later", number(static_cast<std::int64_t>(now * factor + 0.5))}}));
        return section;
    }

    ReportSection check() const {
        ReportSection section{{"检查结果", "Check"}, {}, {}, {}};
        section.paragraphs.push_back(
            fill({"规则集 {deck}：错误 {errors}，警告 {warnings}，提示 {notes}，已豁免 {waived}，未检查 {missed}。",
                  "Deck {deck}: {errors} errors, {warnings} warnings, {notes} notes, {waived} waived, "
                  "{missed} not checked."},
                 {{"deck", same_text(report_.deck)},
                  {"errors", number(static_cast<std::int64_t>(report_.count(Severity::error)))},
                  {"warnings", number(static_cast<std::int64_t>(report_.count(Severity::warning)))},
                  {"notes", number(static_cast<std::int64_t>(report_.count(Severity::information)))},
                  {"waived", number(static_cast<std::int64_t>(report_.waived()))},
                  {"missed", number(static_cast<std::int64_t>(report_.not_checked()))}}));
        for (const RuleReport& rule : report_.rules)
            if (rule.findings > 0)
                section.points.push_back({rule.id + " " + rule.title.in(Language::zh) + "：" +
                                              label_of(rule.severity).zh + " " + std::to_string(rule.findings),
                                          rule.id + " " + rule.title.in(Language::en) + ": " +
                                              label_of(rule.severity).en + " " + std::to_string(rule.findings)});
        for (const Text& missed : not_checked(report_))
            section.points.push_back({"未检查：" + missed.zh, "Not checked: " + missed.en});
        return section;
    }

    const Facts& facts_;
    const Design& design_;
    const CheckReport& report_;
};

} // namespace

Report design_basis(const Facts& facts, const CheckReport& report) { return Basis(facts, report).write(); }

} // namespace riser
