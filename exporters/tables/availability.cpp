// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/availability.h"

#include "exporters/tables/columns.h"
#include "exporters/tables/failure_names.h"
#include "model/fields/field.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace riser {

namespace {

class AvailabilityRows {
  public:
    AvailabilityRows(const Facts& facts, const AvailabilityInputs& inputs)
        : facts_(facts),
          design_(facts.design()),
          network_(facts.get<ReachNetwork>()),
          held_(facts.get<HeldFailures>()),
          losses_(facts.get<ElementLosses>(inputs)) {}

    TableRow row(const ServiceAvailability& one, const Service& service) const {
        const ReachNetwork::Group& group = network_.groups[one.group];
        const double target = (1'000'000 - service.availability_ppm) / 1e6;
        const bool stated = service.availability_ppm > 0;
        RowBuilder row(one.worst);
        row.text(room_of(group))
            .text(design_.find(group.vlan) ? name_of(design_, group.vlan) : Text())
            .number(static_cast<std::int64_t>(group.jacks.size()))
            .text(name_of(design_, one.worst))
            .number(std::llround((1 - one.loss.upper) * 100'000))
            .number(thousandths(one.loss.upper * minutes_a_year));
        if (stated)
            row.number(thousandths(target * minutes_a_year));
        else
            row.empty();
        row.text(costs(one)).text(trust(one));
        Text remark;
        if (minutes(one.loss.lower) != minutes(one.loss.upper))
            remark = {"未算到底，至少 " + minutes(one.loss.lower) + " 分钟",
                      "cut off; at least " + minutes(one.loss.lower) + " min"};
        else if (stated && one.loss.lower > target)
            remark = {"低于目标", "below its target"};
        return row.text(remark).tone(stated && one.loss.upper > target ? RowTone::attention : RowTone::plain).done();
    }

  private:
    static std::int64_t thousandths(double value) { return std::llround(value * 1'000); }
    static std::string minutes(double share) {
        return decimal_text(thousandths(share * minutes_a_year), CellType::decimal, 1);
    }
    Text room_of(const ReachNetwork::Group& group) const {
        if (const Equipment* device = design_.find(group.device); device && device->space)
            return name_of(design_, *device->space);
        return {"未定", "in no room"};
    }
    // Mains by how long they are out.
    Text name(FailureElement element) const {
        const bool parted = element.kind == ElementKind::source && held_.outlasted.size() > 1 &&
                            design_.find(PowerSourceId{element.row.value})->kind == SourceKind::mains;
        const auto unit = static_cast<std::size_t>(parted ? element.unit : 0);
        if (parted)
            element.unit = 0;
        Text out = name_of(facts_, element);
        if (out.empty())
            out = label_of(element.kind); // nobody has named it
        const auto of = [](Seconds time) { return std::to_string(time.value / 60); };
        if (parted && unit == 0)
            out = {out.zh + "（停电超过 " + of(held_.outlasted[0]) + " 分钟）",
                   out.en + " (out for more than " + of(held_.outlasted[0]) + " min)"};
        else if (parted)
            out = {out.zh + "（停电不超过 " + of(held_.outlasted[unit - 1]) + " 分钟）",
                   out.en + " (out for at most " + of(held_.outlasted[unit - 1]) + " min)"};
        return out;
    }
    static std::string mark(const std::optional<Trust>& trust) { return trust ? std::string(key_of(*trust)) : ""; }
    Text costs(const ServiceAvailability& one) const {
        Text out;
        for (const ElementCost& cost : one.costs) {
            const FailureElement& element = held_.model[cost.element];
            Text name = this->name(element);
            const std::string from = mark(losses_.elements[at(cost.element)].trust);
            const std::string amount = minutes(cost.share);
            out.zh += (out.zh.empty() ? "" : "；") + name.in(Language::zh) + " " + amount +
                      (from.empty() ? "" : " [" + from + "]");
            out.en += (out.en.empty() ? "" : "; ") + name.in(Language::en) + " " + amount +
                      (from.empty() ? "" : " [" + from + "]");
        }
        return out;
    }
    Text trust(const ServiceAvailability& one) const {
        Text out;
        for (std::size_t i = one.by_doubt.size(); i-- > 0;) {
            const std::string share = std::to_string(std::lround(one.by_doubt[i] * 100)) + " %";
            if (share == "0 %")
                continue;
            const Text from = i == 0 ? Text{"设计", "design"} : same_text(mark(static_cast<Trust>(i - 1)));
            out.zh += (out.zh.empty() ? "" : "，") + from.zh + " " + share;
            out.en += (out.en.empty() ? "" : ", ") + from.en + " " + share;
        }
        return out;
    }

    const Facts& facts_;
    const Design& design_;
    const ReachNetwork& network_;
    const HeldFailures& held_;
    const ElementLosses& losses_;
};

std::vector<TableColumn> columns() {
    const auto number = [](std::string key, Text title, std::int32_t decimals) {
        return TableColumn{
            .key = std::move(key), .title = std::move(title), .type = CellType::decimal, .decimals = decimals};
    };
    return {text_column("room", {"电信间", "Telecom room"}),
            text_column("vlan", {"VLAN", "VLAN"}),
            count_column("points", {"信息点", "Points"}, TotalKind::none),
            text_column("worst", {"最差信息点", "Worst point"}),
            number("availability", {"可用性/%", "Availability/%"}, 3),
            number("minutes", {"年不可用/min", "Without it, min a year"}, 1),
            number("target", {"目标/min", "Target, min a year"}, 1),
            text_column("costs", {"费时最多的部件（min，数值来源）", "What costs most (min, trust)"}, 60),
            text_column("trust", {"数值来源", "Trust of the inputs"}, 18),
            text_column("remark", {"说明", "Remark"}, 14)};
}

} // namespace

TableDocument availability_table(const Facts& facts, const AvailabilityInputs& inputs, const Availability& known) {
    const Design& design = facts.design();
    TableDocument table;
    table.name = "availability";
    table.sheet = {"业务可用性表", "Availability"};
    table.title = {"业务可用性表", "Availability of services"};
    table.columns = columns();
    table.frozen_columns = 1;
    table.paper = TablePaper::a3_landscape;
    const AvailabilityRows rows(facts, inputs);
    std::map<ServiceId, std::vector<const ServiceAvailability*>> services;
    for (const ServiceAvailability& one : known.services)
        services[one.service].push_back(&one);
    for (auto& [id, list] : services) {
        const Service* service = design.find(id);
        if (!service)
            continue;
        std::stable_sort(list.begin(), list.end(),
                         [](const auto* a, const auto* b) { return a->loss.upper > b->loss.upper; });
        TableGroup& group = table.groups.emplace_back();
        group.title = name_of(design, id);
        for (const ServiceAvailability* one : list)
            group.rows.push_back(rows.row(*one, *service));
    }
    table.notes = {
        {"可用性 A = "
         "MTBF/(MTBF+MTTR)，按部件、供电、线路与路由的共同关系精确合成；每个电信间与VLAN列出自身线路最差的一个信息点。"
         "费时为该部件永不故障时每年可省的分钟数。方括号为数值来源：V 已核对原文，W 转引，D 推算，U 未核对，P "
         "工程经验，无括号为设计给出的MTBF（修复时间取规则集）。"
         "状态过多时所列为上限，与下限之差小于末位，否则在说明中给出下限。UPS后备时间已计入："
         "市电停电只计超出后备时间 t 的部分，占 exp(-t/MTTR)（P "
         "工程经验）；UPS以上的其他部件停用时不计后备时间。包过滤规则不计入。",
         "A = MTBF/(MTBF+MTTR), put together exactly over devices, power, cables and routes; of each room and VLAN the "
         "point whose own line is worst. A cost is what would be saved a year if that never failed. In brackets the "
         "trust of its figure: V read in the standard, W in a secondary text, D derived, U not checked, P practice, "
         "none "
         "where the design states the MTBF (times of repair are the deck's). Where there are too many "
         "states the upper bound stands, the lower being the same in all digits or else in the remark. Of "
         "mains, what batteries do not bridge is counted, exp(-t/MTTR) of the time for t minutes (P, practice); of "
         "anything "
         "else before a UPS all. Filters are not counted."}};
    return table;
}

} // namespace riser
