// SPDX-License-Identifier: GPL-3.0-or-later
// The table of availability, read back from its cells: what each figure rests on stands beside it.
#include "exporters/tables/availability.h"
#include "tests/solvers/forwarding/two_bodies.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riser {
namespace {

std::string cell(const TableDocument& table, const TableRow& row, const char* key, Language language = Language::en) {
    const std::size_t column = table.column(key);
    return shown(row.cells.at(column), table.columns.at(column), row, language);
}

// Mail over one core switch. A device that is down for 4 of 300,004 hours costs 7.0 minutes a year.
TEST(AvailabilityTable, SaysWhatCostsMostAndHowFarThatIsToBeTrusted) {
    test::TwoBodies two;
    Service service = *two.design.find(two.mail);
    service.availability_ppm = 999'999;
    two.design.services.put(service);
    const AvailabilityInputs inputs{
        .reliability = {{ReliabilityKind::device, Hours(300'000), Seconds(4 * 3'600), Trust::unverified}}, .beta = {}};
    const Facts facts(two.design);
    const TableDocument table = availability_table(facts, inputs, facts.get<Availability>(inputs));
    ASSERT_GT(table.row_count(), 0U);
    std::size_t below = 0;
    for (const TableGroup& group : table.groups) {
        EXPECT_FALSE(group.title.zh.empty() || group.title.en.empty());
        for (const TableRow& row : group.rows) {
            ASSERT_EQ(row.cells.size(), table.columns.size());
            EXPECT_EQ(cell(table, row, "trust"), "U 100 %");
            EXPECT_EQ(cell(table, row, "target"), "0.5");
            EXPECT_NE(cell(table, row, "costs").find(" 7.0 [U]"), std::string::npos) << cell(table, row, "costs");
            EXPECT_EQ(cell(table, row, "remark"), "below its target");
            EXPECT_EQ(cell(table, row, "remark", Language::zh), "低于目标");
            below += row.tone == RowTone::attention;
            // As many devices in a row as cost 7.0 minutes each, give or take what two at once count twice.
            const double minutes = std::stod(cell(table, row, "minutes"));
            EXPECT_NEAR(std::stod(cell(table, row, "availability")), 100 - minutes / 5'256, 6e-4);
            EXPECT_NEAR(minutes / 7.008, std::round(minutes / 7.008), 0.01);
        }
    }
    EXPECT_EQ(below, table.row_count());
}

// The access switch hangs on a UPS: of mains that are out for 159 minutes a year, what outlasts it costs.
TEST(AvailabilityTable, CreditsABatteryAndSaysHowFarThatIsToBeTrusted) {
    test::TwoBodies two;
    const auto put = [&](auto row) {
        row.id = {two.next++};
        two.design.table<decltype(row)>().put(row);
        return row.id;
    };
    PowerSource mains;
    mains.label = "M1";
    Ups ups;
    ups.fed_by = put(mains);
    ups.autonomy = Seconds(30 * 60);
    Circuit circuit;
    circuit.fed_by = put(ups);
    Pdu strip;
    strip.circuit = put(circuit);
    PowerSupply supply;
    supply.equipment = two.access;
    supply.pdu = put(strip);
    put(supply);
    const AvailabilityInputs inputs{
        .reliability = {{ReliabilityKind::mains, Hours(4'400), Seconds(80 * 60), Trust::unverified}}, .beta = {}};
    const Facts facts(two.design);
    const TableDocument table = availability_table(facts, inputs, facts.get<Availability>(inputs));
    ASSERT_GT(table.row_count(), 0U);
    for (const TableGroup& group : table.groups)
        for (const TableRow& row : group.rows) {
            EXPECT_NEAR(std::stod(cell(table, row, "minutes")),
                        std::exp(-30.0 / 80) * unavailability(Hours(4'400), Seconds(80 * 60)) * minutes_a_year, 0.06);
            EXPECT_EQ(cell(table, row, "trust"), "P 100 %");
            EXPECT_EQ(cell(table, row, "costs"), "M1 (out for more than 30 min) 109.4 [P]");
            EXPECT_EQ(cell(table, row, "costs", Language::zh), "M1（停电超过 30 分钟） 109.4 [P]");
        }
}

} // namespace
} // namespace riser
