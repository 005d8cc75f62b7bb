// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as values: exact totals, how numbers are shown, what each document says of a tower.
#include "exporters/tables/bill.h"
#include "exporters/tables/bill_lines.h"
#include "exporters/tables/cost.h"
#include "exporters/tables/names.h"
#include "exporters/tables/schedules.h"
#include "tests/exporters/formula.h"
#include "tests/exporters/tower.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace riser {
namespace {

std::vector<TableDocument> all_tables(const Facts& facts) {
    return {bill_of_materials(facts), cable_estimate(facts),   outlet_schedule(facts), cable_schedule(facts),
            label_schedule(facts),    pathway_schedule(facts), point_summary(facts)};
}

TEST(Table, numbers_are_shown_rounded_half_away_and_exported_exactly) {
    EXPECT_EQ(decimal_text(45503, CellType::length, 2), "45.50");
    EXPECT_EQ(decimal_text(45505, CellType::length, 2), "45.51");
    EXPECT_EQ(decimal_text(-45505, CellType::length, 2), "-45.51");
    EXPECT_EQ(decimal_text(-4, CellType::length, 2), "0.00");
    EXPECT_EQ(decimal_text(45500, CellType::length, 3, Digits::shortest), "45.5");
    EXPECT_EQ(decimal_text(7, CellType::whole, 0), "7");
    EXPECT_EQ(decimal_text(123456, CellType::money, 2), "1234.56");
    EXPECT_EQ(decimal_text(1250, CellType::percent, 2, Digits::shortest), "12.5");
}

TEST(Table, wide_characters_fill_two_columns) {
    EXPECT_EQ(display_columns("abc"), 3);
    EXPECT_EQ(display_columns("线缆表"), 6);
    EXPECT_EQ(display_columns("3F 弱电间"), 9);
}

TEST(Names, labels_sort_as_people_read_them) {
    EXPECT_TRUE(natural_less("3F-A-2", "3F-A-10"));
    EXPECT_FALSE(natural_less("3F-A-10", "3F-A-2"));
    EXPECT_TRUE(natural_less("A", "A1"));
    EXPECT_FALSE(natural_less("A1", "A1"));
    EXPECT_NE(natural_less("A01", "A1"), natural_less("A1", "A01"));
}

TEST(Documents, every_row_has_a_cell_a_column_and_every_text_both_languages) {
    const Facts facts(tower({.floors = 4, .distributors = 2, .shafts = 2, .kinds = 5}));
    for (const TableDocument& table : all_tables(facts)) {
        SCOPED_TRACE(table.name);
        EXPECT_GT(table.row_count(), 0u);
        const auto complete = [](const Text& text) { return !text.zh.empty() && !text.en.empty(); };
        EXPECT_TRUE(complete(table.title) && complete(table.sheet));
        std::set<std::string> keys;
        for (const TableColumn& column : table.columns) {
            EXPECT_TRUE(complete(column.title)) << column.key;
            EXPECT_TRUE(keys.insert(column.key).second) << column.key;
        }
        for (const Text& note : table.notes)
            EXPECT_TRUE(complete(note)) << note.zh;
        for (const TableGroup& group : table.groups) {
            EXPECT_TRUE(group.title.empty() || complete(group.title));
            for (const TableRow& row : group.rows) {
                ASSERT_EQ(row.cells.size(), table.columns.size());
                for (const TableCell& cell : row.cells) {
                    const auto* text = std::get_if<Text>(&cell);
                    EXPECT_FALSE(text && (text->in(Language::zh).empty() || text->in(Language::en).empty()));
                }
            }
        }
    }
}

TEST(Documents, formulas_give_the_values_that_stand_beside_them) {
    const Facts facts(tower({.floors = 5, .distributors = 2, .shafts = 2, .kinds = 4}));
    std::size_t formulas = 0;
    for (const TableDocument& table : all_tables(facts))
        for (const TableGroup& group : table.groups)
            for (const TableRow& row : group.rows)
                for (std::size_t c = 0; c < row.cells.size(); ++c) {
                    const auto* formula = std::get_if<Formula>(&row.cells[c]);
                    if (!formula)
                        continue;
                    ++formulas;
                    const double scale = static_cast<double>(scale_of(table.columns[c].type));
                    EXPECT_NEAR(evaluate(formula->pattern, table, row) * scale, static_cast<double>(formula->value),
                                0.51)
                        << table.name << ' ' << formula->pattern;
                }
    EXPECT_GT(formulas, 100u);
}

TEST(Documents, no_people_ever_read_an_id) {
    const Facts facts(tower({.kinds = 5}));
    for (const TableDocument& table : all_tables(facts))
        for (const TableGroup& group : table.groups)
            for (const TableRow& row : group.rows)
                for (std::size_t c = 0; c < row.cells.size(); ++c) {
                    const std::string text = exact(row.cells[c], table.columns[c], Language::zh);
                    EXPECT_FALSE(parse_any_id(text)) << text;
                }
}

TEST(OutletSchedule, has_a_row_a_jack_in_the_order_of_floors) {
    const Design design = tower({.floors = 3, .kinds = 3});
    const TableDocument table = outlet_schedule(Facts(design));
    EXPECT_EQ(total_of(table, table.column("count")), static_cast<std::int64_t>(design.jacks.size()));
    EXPECT_EQ(std::get<Text>(table.groups[0].rows.front().cells[0]).zh, "B1");
    EXPECT_EQ(std::get<Text>(table.groups[0].rows.back().cells[0]).zh, "3F");
}

TEST(OutletSchedule, says_which_point_is_not_wired) {
    Design design = tower();
    const JackId jack = design.jacks.begin()->id;
    for (const Termination& end : Table<Termination>(design.terminations))
        if (end.on == AnyId(jack))
            design.terminations.erase(end.id);
    const TableDocument table = outlet_schedule(Facts(design));
    std::size_t unwired = 0;
    for (const TableRow& row : table.groups[0].rows)
        if (row.subject == AnyId(jack)) {
            ++unwired;
            EXPECT_EQ(row.tone, RowTone::attention);
            EXPECT_EQ(std::get<Text>(row.cells[table.column("cable")]).en, "not wired");
        }
    EXPECT_EQ(unwired, 1u);
}

TEST(PointSummary, sums_to_the_jacks) {
    const Design design = tower({.floors = 6, .kinds = 7});
    const TableDocument table = point_summary(Facts(design));
    EXPECT_EQ(total_of(table, table.column("sum")), static_cast<std::int64_t>(design.jacks.size()));
    std::int64_t kinds = 0;
    for (int k = 1; k <= 7; ++k)
        kinds += total_of(table, table.column("kind-" + std::to_string(k)));
    EXPECT_EQ(kinds, static_cast<std::int64_t>(design.jacks.size()));
}

TEST(CableSchedule, total_is_the_sum_of_its_parts) {
    const TableDocument table = cable_schedule(Facts(tower()));
    std::size_t measured = 0;
    for (const TableRow& row : table.groups[0].rows) {
        std::int64_t sum = 0;
        for (const char* part : {"tray", "riser", "drop", "slack"})
            sum += number_of(row.cells[table.column(part)]);
        EXPECT_EQ(sum, number_of(row.cells[table.column("total")]));
        measured += sum > 0;
    }
    EXPECT_EQ(measured, table.row_count());
}

const TableRow* bill_row(const TableDocument& bill, std::string_view name) {
    for (const TableGroup& group : bill.groups)
        for (const TableRow& row : group.rows)
            if (const auto* text = std::get_if<Text>(&row.cells[bill.column("name")]); text && text->zh == name)
                return &row;
    return nullptr;
}

std::string said(const TableDocument& table, std::size_t row, const char* column) {
    const auto* text = std::get_if<Text>(&table.groups[0].rows[row].cells[table.column(column)]);
    return text ? text->en : std::string();
}

void use_pattern(Design& design, std::uint64_t id, const char* subject, const char* pattern) {
    LabelTemplate row;
    row.id = LabelTemplateId{id};
    row.subject = subject;
    row.pattern = pattern;
    design.label_templates.put(row);
}

TEST(LabelSchedule, a_label_at_each_end_that_names_both) {
    const Design design = tower({.floors = 2});
    const TableDocument table = label_schedule(Facts(design));
    std::size_t cables = 0;
    for (const Cable& cable : design.cables)
        cables += cable.status != Status::remove;
    ASSERT_EQ(table.row_count(), 2 * cables);
    for (std::size_t i = 0; i < table.row_count(); i += 2) {
        EXPECT_EQ(said(table, i, "label"), said(table, i + 1, "label"));
        EXPECT_EQ(said(table, i, "end") + said(table, i + 1, "end"), "AB");
        EXPECT_EQ(said(table, i, "here"), said(table, i + 1, "there"));
        EXPECT_EQ(said(table, i, "there"), said(table, i + 1, "here"));
        if (said(table, i, "here") != "not terminated" && said(table, i, "there") != "not terminated") {
            EXPECT_EQ(said(table, i, "text"),
                      said(table, i, "label") + " " + said(table, i, "here") + "/" + said(table, i, "there"));
        }
    }
}

TEST(LabelSchedule, in_the_manner_of_tia_606) {
    Design design = tower({.floors = 2});
    const Termination* on_panel = nullptr;
    for (const Termination& end : design.terminations)
        if (end.on.kind == Kind::panels && end.end == CableEnd::a && end.position < 10)
            on_panel = &end;
    ASSERT_NE(on_panel, nullptr);
    Panel panel = *design.find(PanelId{on_panel->on.value});
    panel.label = "1A-B";
    design.panels.put(panel);
    use_pattern(design, 1, "panel-position", "{panel}{port:2}");
    use_pattern(design, 2, "cable-end", "{here}");
    const TableDocument table = label_schedule(Facts(design));
    bool found = false;
    for (std::size_t i = 0; i < table.row_count(); ++i)
        if (table.groups[0].rows[i].subject == AnyId(on_panel->cable) && said(table, i, "end") == "A") {
            EXPECT_EQ(said(table, i, "text"), "1A-B0" + std::to_string(on_panel->position));
            found = true;
        }
    EXPECT_TRUE(found);
}

TEST(LabelSchedule, names_no_classified_plane) {
    Design design = tower({.floors = 2});
    const Cable first = *design.cables.begin();
    ASSERT_TRUE(first.plane);
    Plane plane = *design.find(first.plane);
    plane.code = "XQ";
    design.planes.put(plane);
    use_pattern(design, 1, "panel-position", "{plane}-{panel}:{port}");
    use_pattern(design, 2, "cable-end", "{plane}-{cable} {here}");
    const auto text = [&] {
        const TableDocument table = label_schedule(Facts(design));
        std::string all;
        for (std::size_t i = 0; i < table.row_count(); ++i)
            all += said(table, i, "text") + "\n";
        return all;
    };
    EXPECT_NE(text().find("XQ-"), std::string::npos);
    plane.disclosure = Disclosure::secret;
    design.planes.put(plane);
    EXPECT_EQ(text().find("XQ"), std::string::npos);
}

TEST(CableSchedule, starts_in_the_telecom_room_before_there_are_panels) {
    Design design = tower({.floors = 2, .backbone = false, .core = false});
    for (const Termination& end : Table<Termination>(design.terminations))
        if (end.end == CableEnd::a)
            design.terminations.erase(end.id);
    design.panels = {};
    const TableDocument table = cable_schedule(Facts(design));
    ASSERT_GT(table.row_count(), 10u);
    for (const TableRow& row : table.groups.front().rows) {
        const Text& from = std::get<Text>(row.cells[table.column("from")]);
        EXPECT_TRUE(from.en.find("F-E1 (not terminated)") != std::string::npos ||
                    from.en.find("B1-E1 (not terminated)") != std::string::npos)
            << from.en;
        const Text& place = std::get<Text>(row.cells[table.column("from-place")]);
        EXPECT_FALSE(place.empty());
        EXPECT_EQ(place.en.find("-E1"), std::string::npos) << place.en; // the room, not the label again
    }
}

TEST(Names, a_conduit_is_lettered_by_its_type) {
    Design design;
    PathwayType type;
    type.id = PathwayTypeId{1};
    type.code = "JDG25";
    design.pathway_types.put(type);
    PathwayRun run;
    run.kind = PathwayKind::conduit;
    run.width = Millimetres(22);
    EXPECT_EQ(laying_code(design, run), "SC22");
    run.type = type.id;
    EXPECT_EQ(laying_code(design, run), "JDG25");
}

TEST(Bill, says_usual_units_in_both_languages) {
    bool seen = false;
    for (const TableDocument table = bill_of_materials(Facts(tower())); const TableGroup& group : table.groups)
        for (const TableRow& row : group.rows)
            if (const Text& unit = std::get<Text>(row.cells[table.column("unit")]); unit.zh == "个") {
                EXPECT_EQ(unit.en, "pc");
                seen = true;
            }
    EXPECT_TRUE(seen);
}

TEST(Bill, keeps_net_consumption_and_purchase_apart) {
    const Facts facts(tower());
    const TableDocument bill = bill_of_materials(facts);
    const TableDocument cables = cable_schedule(facts);
    std::int64_t routed = 0;
    for (const TableRow& row : cables.groups[0].rows)
        if (facts.design().find(CableId{row.subject.value})->role == CableRole::horizontal)
            routed += number_of(row.cells[cables.column("total")]);
    const TableRow* row = bill_row(bill, "双绞线缆");
    ASSERT_NE(row, nullptr);
    const std::int64_t net = number_of(row->cells[bill.column("net")]);
    EXPECT_NEAR(static_cast<double>(net), static_cast<double>(routed), 5.0); // to the centimetre
    EXPECT_NEAR(static_cast<double>(number_of(row->cells[bill.column("consumption")])), static_cast<double>(net) * 1.02,
                5.0);
    const std::int64_t boxes = number_of(row->cells[bill.column("purchase")]);
    EXPECT_GE(boxes * 305, net / 1000);
    EXPECT_EQ(bill.columns[bill.column("net")].total, TotalKind::none);
    EXPECT_EQ(bill.columns[bill.column("consumption")].total, TotalKind::none);
    EXPECT_EQ(bill.columns[bill.column("purchase")].total, TotalKind::none);
    const std::int64_t price = number_of(row->cells[bill.column("price")]);
    EXPECT_EQ(number_of(row->cells[bill.column("amount")]), (net * price + 500) / 1000);
}

TEST(Bill, lists_what_has_no_code_and_what_is_not_priced) {
    Design design = tower();
    const TableDocument bill = bill_of_materials(Facts(design));
    const TableRow* plate = bill_row(bill, "信息插座面板（墙装）");
    ASSERT_NE(plate, nullptr);
    EXPECT_EQ(std::get<Text>(plate->cells[bill.column("code")]).en, "no bill code");
    const TableRow* panel = bill_row(bill, "配线架");
    ASSERT_NE(panel, nullptr);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(panel->cells[bill.column("price")]));
    EXPECT_EQ(number_of(panel->cells[bill.column("amount")]), 0);
}

TEST(Bill, says_one_port_and_several_ports) {
    std::set<std::string> said;
    for (const auto& [key, line] : bill_lines(Facts(tower())).lines)
        if (line.features.en.find(", with its box") != std::string::npos)
            said.insert(line.features.en.substr(0, line.features.en.find(',')));
    EXPECT_TRUE(said.contains("1 port"));
    EXPECT_TRUE(said.contains("2 ports"));
    EXPECT_FALSE(said.contains("1 ports"));
}

TEST(Cost, is_what_the_bill_comes_to) {
    const Facts facts(tower());
    const TableDocument bill = bill_of_materials(facts);
    const Cost cost = cost_of(facts);
    EXPECT_GT(cost.net.value, 0);
    EXPECT_EQ(cost.net.value, total_of(bill, bill.column("amount")));
    std::int64_t sections = 0, unpriced = 0;
    for (const auto& [section, amount] : cost.sections)
        sections += amount.value;
    for (const TableGroup& group : bill.groups)
        for (const TableRow& row : group.rows)
            unpriced += std::holds_alternative<std::monostate>(row.cells[bill.column("price")]) ? 1 : 0;
    EXPECT_EQ(sections, cost.net.value);
    EXPECT_EQ(unpriced, cost.unpriced);
    EXPECT_GT(unpriced, 0);
}

TEST(Cost, of_a_change_is_the_difference_and_is_said_so) {
    const Design less = tower({.floors = 3}), more = tower({.floors = 4});
    const Cost before = cost_of(Facts(less)), after = cost_of(Facts(more));
    EXPECT_EQ(cost_between(before, after).value, after.net.value - before.net.value);
    EXPECT_GT(cost_between(before, after).value, 0);
    Project project;
    project.currency = "CNY";
    EXPECT_EQ(money_text(Money(123456789), project), "1,234,567.89 CNY");
    EXPECT_EQ(money_text(Money(-123456), project), "-1,234.56 CNY");
    EXPECT_EQ(money_text(Money(99900), project, MoneySign::always), "+999.00 CNY");
    EXPECT_EQ(money_text(Money(0), project, MoneySign::always), "0.00 CNY");
    const Text said = cost_sentence({.net = Money(100), .sections = {}, .unpriced = 0},
                                    {.net = Money(300), .sections = {}, .unpriced = 2}, project);
    EXPECT_EQ(said.en, "cost +2.00 CNY, 3.00 CNY in all (without tax, 2 lines have no price)");
    const Text one = cost_sentence({}, {.net = Money(300), .sections = {}, .unpriced = 1}, project);
    EXPECT_NE(one.en.find("1 line has no price"), std::string::npos) << one.en;
}

TEST(Bill, counts_jacks_links_cores_and_crossings) {
    const Design design = tower({.floors = 4});
    const TableDocument bill = bill_of_materials(Facts(design));
    std::int64_t modules = 0;
    for (const TableGroup& group : bill.groups)
        for (const TableRow& row : group.rows)
            if (std::get<Text>(row.cells[bill.column("name")]).zh == "信息插座模块")
                modules += number_of(row.cells[bill.column("net")]) / 1000;
    EXPECT_EQ(modules, static_cast<std::int64_t>(design.jacks.size()));
    EXPECT_EQ(number_of(bill_row(bill, "光纤链路测试")->cells[bill.column("net")]), 4 * 24 * 1000);
    EXPECT_EQ(number_of(bill_row(bill, "双绞线缆测试")->cells[bill.column("net")]),
              static_cast<std::int64_t>(design.cables.size() - 4) * 1000);
    EXPECT_EQ(number_of(bill_row(bill, "防火堵洞")->cells[bill.column("net")]), 4 * 1000);
}

TEST(Bill, leaves_out_what_exists_and_what_others_supply_and_says_so) {
    Design design = tower();
    const auto rack_count = [](const Design& d) {
        const TableDocument bill = bill_of_materials(Facts(d));
        const TableRow* row = bill_row(bill, "机柜");
        return row ? number_of(row->cells[bill.column("net")]) / 1000 : 0;
    };
    const std::int64_t before = rack_count(design);
    Rack rack = *design.racks.begin();
    rack.status = Status::existing;
    design.racks.put(rack);
    EXPECT_EQ(rack_count(design), before - 1);
    rack.status = Status::planned;
    rack.scope = Scope::carrier;
    design.racks.put(rack);
    EXPECT_EQ(rack_count(design), before - 1);
    const TableDocument bill = bill_of_materials(Facts(design));
    EXPECT_TRUE(std::any_of(bill.notes.begin(), bill.notes.end(),
                            [](const Text& note) { return note.en.find("Carrier") != std::string::npos; }));
}

TEST(Bill, splits_lines_by_package_when_one_is_named) {
    Design design = tower();
    EXPECT_EQ(bill_of_materials(Facts(design)).column("package"), bill_of_materials(Facts(design)).columns.size());
    Rack rack = *design.racks.begin();
    rack.package = "二标段";
    design.racks.put(rack);
    const TableDocument bill = bill_of_materials(Facts(design));
    ASSERT_LT(bill.column("package"), bill.columns.size());
    std::int64_t lines = 0;
    for (const TableGroup& group : bill.groups)
        for (const TableRow& row : group.rows)
            lines += std::get<Text>(row.cells[bill.column("name")]).zh == "机柜";
    EXPECT_EQ(lines, 2);
}

TEST(Bill, adds_tax_below_the_total) {
    const TableDocument bill = bill_of_materials(Facts(tower()));
    const std::int64_t amount = total_of(bill, bill.column("amount"));
    ASSERT_EQ(bill.footers.size(), 2u);
    EXPECT_EQ(bill.footers[0].formula.value, (amount * 900 + 5000) / 10000);
    EXPECT_EQ(bill.footers[1].formula.value, amount + bill.footers[0].formula.value);
}

TEST(Boxes, are_enough_without_joints_and_never_more_than_one_a_cable) {
    EXPECT_EQ(boxes_without_joints({metres(200), metres(200), metres(100), metres(100)}, metres(305)), 2);
    EXPECT_EQ(boxes_without_joints({metres(160), metres(160)}, metres(305)), 2); // 320 m would need joints in two boxes
    EXPECT_EQ(boxes_without_joints({metres(305)}, metres(305)), 1);
    EXPECT_EQ(boxes_without_joints({metres(700)}, metres(305)), 3);
    EXPECT_EQ(boxes_without_joints({}, metres(305)), 0);
}

TEST(Estimate, is_the_rule_of_thumb_and_flags_a_gap) {
    const TableDocument table = cable_estimate(Facts(tower({.floors = 2})));
    ASSERT_GT(table.row_count(), 0u);
    for (const TableRow& row : table.groups[0].rows) {
        const double l = static_cast<double>(number_of(row.cells[table.column("longest")])) / 1000;
        const double s = static_cast<double>(number_of(row.cells[table.column("shortest")])) / 1000;
        const double n = static_cast<double>(number_of(row.cells[table.column("cables")]));
        const double c = (0.55 * (l + s) + 6) * n;
        EXPECT_NEAR(static_cast<double>(number_of(row.cells[table.column("estimate")])) / 1000, c, 0.0051);
        const double gap = (static_cast<double>(number_of(row.cells[table.column("routed")])) / 1000 - c) / c;
        EXPECT_EQ(row.tone == RowTone::attention, std::abs(gap) > 0.15);
    }
}

} // namespace
} // namespace riser
