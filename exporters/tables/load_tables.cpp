// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/load_tables.h"

#include "exporters/tables/columns.h"
#include "exporters/tables/failure_names.h"
#include "model/fields/field.h"
#include "model/power.h"
#include "solvers/capacity/load_words.h"
#include "solvers/capacity/network_loads.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace riser {

namespace {

constexpr double megabit = 1e6;

TableColumn rate_column(std::string key, Text title) {
    return {.key = std::move(key),
            .title = std::move(title),
            .type = CellType::decimal,
            .unit = same_text("Mbit/s"),
            .decimals = 1};
}
TableColumn share_column(std::string key, Text title) {
    return {.key = std::move(key),
            .title = std::move(title),
            .type = CellType::percent,
            .unit = same_text("%"),
            .decimals = 1};
}
std::int64_t megabits_of(double bits) { return std::llround(bits / megabit * 1'000); }

Text device_of(const Design& design, AnyId end) {
    if (end.kind == Kind::provider_handoffs)
        if (const ProviderHandoff* handoff = design.find(ProviderHandoffId{end.value});
            handoff && !handoff->provider.empty())
            return handoff->provider;
    if (end.kind != Kind::ports)
        return name_of(design, end);
    const Port* port = design.find(PortId{end.value});
    return port ? name_of(design, port->equipment) : Text();
}
std::string port_of(const Design& design, AnyId end) {
    const Port* port = end.kind == Kind::ports ? design.find(PortId{end.value}) : nullptr;
    return port ? port->name : std::string();
}
std::optional<PlaneId> plane_of(const Design& design, PortId port) {
    const Port* row = design.find(port);
    const Equipment* device = row ? design.find(row->equipment) : nullptr;
    return device ? device->plane : std::nullopt;
}

void add_cause(const Facts& facts, const std::optional<FailureElement>& cause, RowBuilder& row) {
    if (cause)
        row.text(name_of(facts, *cause));
    else
        row.empty();
}

// Additional people until it is full; nothing where it does not grow.
std::optional<std::int64_t> more_people(double room, double people) {
    if (!std::isfinite(room) || people <= 0)
        return std::nullopt;
    return static_cast<std::int64_t>(std::floor((room - 1) * people * (1 + 1e-12) + 1e-9));
}

TableRow link_row(const Facts& facts, const LinkLoad& link, double people) {
    const Design& design = facts.design();
    const auto rate = static_cast<double>(link.rate.value);
    RowBuilder row(link.a);
    row.text(device_of(design, link.a)).text(port_of(design, link.a));
    row.text(device_of(design, link.b)).text(port_of(design, link.b));
    row.text(plane_name(design, plane_of(design, link.a)));
    if (rate > 0)
        row.number(megabits_of(rate));
    else
        row.empty();
    row.number(megabits_of(link.from_a.normal)).number(megabits_of(link.from_b.normal));
    if (rate > 0)
        row.number(utilisation(link.busiest(), rate).value);
    else
        row.empty();
    row.number(megabits_of(link.worse().worst));
    if (rate > 0)
        row.number(utilisation(link.worse().worst, rate).value);
    else
        row.empty();
    add_cause(facts, link.worse().cause, row);
    if (const std::optional<std::int64_t> more = more_people(link.room, people))
        row.number(*more);
    else
        row.empty();
    return row.tone(rate > 0 && link.worse().worst > rate ? RowTone::attention : RowTone::plain).done();
}

Text first_full_note(const Facts& facts, const LinkLoad* link, double room, double people, const Text& when) {
    const std::optional<std::int64_t> more = link ? more_people(room, people) : std::nullopt;
    if (!more)
        return {};
    const Design& design = facts.design();
    const Text from = device_of(design, link->a), to = device_of(design, link->b);
    const std::string ports = port_of(design, link->a);
    const std::string count = std::to_string(std::abs(*more));
    return *more >= 0
               ? Text{when.zh + "，还可增加 " + count + " 人；最先占满的是 " + from.zh + " " + ports + " 至 " + to.zh +
                          "。",
                      when.en + " " + count + " more people fit; the first link to be full is " + from.en + " " +
                          ports + " to " + to.en + "."}
               : Text{when.zh + "，已多出 " + count + " 人；占满的是 " + from.zh + " " + ports + " 至 " + to.zh + "。",
                      when.en + " there are " + count + " people too many; the link that is full is " + from.en + " " +
                          ports + " to " + to.en + "."};
}

void add_notes(const Facts& facts, const NetworkLoads& loads, const Demands& demands, TableDocument& table) {
    const auto say = [&](Text note) {
        if (!note.zh.empty())
            table.notes.push_back(std::move(note));
    };
    const std::string asked = rate_words(loads.asked), carried = rate_words(loads.carried);
    say({"忙时需求 " + asked + "（双向合计），送达 " + carried + "。",
         "The busy hour asks for " + asked + " both ways together; " + carried + " arrives."});
    if (const LinkLoad* link = loads.first_full_normal())
        say(first_full_note(facts, link, link->normal_room, loads.people, {"无故障时", "While all stands"}));
    if (const LinkLoad* link = loads.first_full())
        say(first_full_note(facts, link, link->room, loads.people, {"任一单点故障后", "After any one failure"}));
    const auto list = [&](const std::vector<ServiceId>& services, const char* zh, const char* en) {
        Text names;
        for (const ServiceId id : services) {
            const Text name = name_of(facts.design(), id);
            names.zh += (names.zh.empty() ? "" : "、") + name.zh;
            names.en += (names.en.empty() ? "" : ", ") + name.en;
        }
        if (!services.empty())
            say({zh + names.zh + "。", en + names.en + "."});
    };
    list(demands.without_host, "没有主机或出口而未计入的业务：", "Services without host or way out are not counted: ");
    list(demands.without_rate, "规则集没有其流量的业务：", "Services of which the deck states no traffic: ");
    say({"每人速率取业务的忙时速率，未给出的取规则集；同时在用的比例、另一方向的比例为工程默认值。聚合链路按成员平均散"
         "列，等价路由平均分担；"
         "过滤规则不影响路径；刀片与单点自身线缆失效时该点仍计入。",
         "A user takes the busy-hour rate of the service, else the deck's; how many are at it and what goes the other "
         "way "
         "are engineering defaults. LAGs hash evenly over members and equal routes share evenly; filters turn no way; "
         "a "
         "point whose own card or cable fails still counts."});
}

// The port rates of the types that devices are of, ascending.
std::set<BitRate> rates_of(const Design& design) {
    std::set<BitRate> out;
    for (const Equipment& device : design.equipment)
        if (const EquipmentType* type = design.find(device.type))
            for (const PortGroup& group : type->ports)
                if (group.rate.value > 0)
                    out.insert(group.rate);
    return out;
}

std::string members_words(std::int64_t count, BitRate rate) {
    return std::to_string(count) + " × " + rate_words(static_cast<double>(rate.value));
}

TableRow trunk_row(const Facts& facts, const TrunkLoad& trunk, const std::set<BitRate>& rates) {
    const Design& design = facts.design();
    const auto& [a, b] = trunk.members.front();
    const auto count = static_cast<std::int64_t>(trunk.members.size());
    const double all = static_cast<double>(trunk.rate.value) * static_cast<double>(count);
    RowBuilder row(a);
    row.text(device_of(design, a)).text(device_of(design, b)).text(plane_name(design, plane_of(design, a)));
    if (trunk.rate.value <= 0)
        return row.number(count).empty().number(megabits_of(trunk.peak())).empty().empty().empty().empty().done();
    row.number(count).number(megabits_of(static_cast<double>(trunk.rate.value)));
    row.number(megabits_of(trunk.peak())).number(utilisation(trunk.peak(), all).value);
    add_cause(facts, (trunk.from_x.worst >= trunk.from_y.worst ? trunk.from_x : trunk.from_y).cause, row);
    row.text(members_words(trunk.needed, trunk.rate));
    std::optional<BitRate> least; // that needs no more than two
    for (const BitRate rate : rates)
        if (!least && members_for(trunk.peak(), rate) <= 2)
            least = rate;
    if (least)
        row.text(members_words(2, *least));
    else
        row.empty();
    return row.tone(count > 1 && trunk.needed > count ? RowTone::attention : RowTone::plain).done();
}

} // namespace

TableDocument loads_table(const Facts& facts, const TrafficAssumptions& assumptions) {
    const NetworkLoads& loads = facts.get<NetworkLoads>(assumptions);
    TableDocument table;
    table.name = "loads";
    table.sheet = {"链路负荷", "Loads"};
    table.title = {"链路忙时负荷表", "Loads of links in the busy hour"};
    table.columns = {text_column("from", {"起端设备", "From"}),
                     centred_column("from-port", {"端口", "Port"}),
                     text_column("to", {"终端设备", "To"}),
                     centred_column("to-port", {"对端端口", "Far port"}),
                     text_column("plane", {"网络", "Network"}),
                     rate_column("rate", {"速率", "Rate"}),
                     rate_column("there", {"去向负荷", "There"}),
                     rate_column("back", {"回向负荷", "Back"}),
                     share_column("used", {"利用率", "Used"}),
                     rate_column("worst", {"故障后最大", "Worst"}),
                     share_column("worst-used", {"故障后利用率", "Used at worst"}),
                     text_column("failure", {"最不利故障", "Failure"}, 24),
                     count_column("people", {"还可增加人数", "More people"}, TotalKind::none)};
    table.frozen_columns = 2;
    table.paper = TablePaper::a3_landscape;
    std::vector<const LinkLoad*> order;
    for (const LinkLoad& link : loads.links)
        order.push_back(&link);
    const auto fullness = [](const LinkLoad& link) {
        return link.rate.value > 0 ? link.worse().worst / static_cast<double>(link.rate.value) : 0.0;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](const LinkLoad* x, const LinkLoad* y) { return fullness(*x) > fullness(*y); });
    TableGroup& group = table.groups.emplace_back();
    for (const LinkLoad* link : order)
        group.rows.push_back(link_row(facts, *link, loads.people));
    add_notes(facts, loads, facts.get<Demands>(assumptions), table);
    return table;
}

TableDocument trunks_table(const Facts& facts, const TrafficAssumptions& assumptions) {
    const NetworkLoads& loads = facts.get<NetworkLoads>(assumptions);
    TableDocument table;
    table.name = "trunks";
    table.sheet = {"上联容量", "Trunks"};
    table.title = {"上联容量规划表", "What trunks must be"};
    table.columns = {text_column("from", {"起端设备", "From"}),
                     text_column("to", {"终端设备", "To"}),
                     text_column("plane", {"网络", "Network"}),
                     count_column("members", {"成员数", "Members"}, TotalKind::none),
                     rate_column("rate", {"成员速率", "Rate of one"}),
                     rate_column("peak", {"峰值", "Peak"}),
                     share_column("used", {"峰值利用率", "Used at peak"}),
                     text_column("failure", {"峰值所在故障", "Peak after"}, 24),
                     centred_column("needed", {"按现速率应为", "Needed at this rate"}),
                     centred_column("least", {"两条成员的最低速率", "Least rate of two"})};
    table.frozen_columns = 2;
    table.paper = TablePaper::a3_landscape;
    const std::set<BitRate> rates = rates_of(facts.design());
    std::vector<const TrunkLoad*> order;
    for (const TrunkLoad& trunk : loads.trunks)
        order.push_back(&trunk);
    std::stable_sort(order.begin(), order.end(),
                     [](const TrunkLoad* x, const TrunkLoad* y) { return x->peak() > y->peak(); });
    TableGroup& group = table.groups.emplace_back();
    for (const TrunkLoad* trunk : order)
        group.rows.push_back(trunk_row(facts, *trunk, rates));
    table.notes = {
        {"失去一条成员后峰值仍能通过：峰值不超过成员总速率的 (n−1)/n。速率取设备型号的端口速率。",
         "The peak still fits when one member is lost: it is at most (n - 1) / n of all members. Rates are those "
         "of the types' ports."}};
    return table;
}

} // namespace riser
