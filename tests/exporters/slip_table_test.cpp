// SPDX-License-Identifier: GPL-3.0-or-later
// Slips that break isolation as people read them.
#include "exporters/tables/slip_table.h"

#include "exporters/writers/csv.h"
#include "tests/solvers/forwarding/two_bodies.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

struct Slipping : test::TwoBodies {
    Slipping() {
        apart(party.zone, congress.zone);
        for (const auto& [id, name] : {std::pair(party_port, "GE1/0/1"), std::pair(congress_port, "GE1/0/2")}) {
            Port port = *design.find(id);
            port.name = name;
            design.ports.put(port);
        }
    }
};

std::string cell(const TableDocument& table, const TableRow& row, std::string_view column, Language language) {
    const std::size_t at = table.column(column);
    return at < row.cells.size() ? shown(row.cells[at], table.columns[at], row, language) : "?";
}

TEST(SlipTable, NamesThePortTheSlipTheZonesAndThePacket) {
    const Slipping office;
    const SlipSweep sweep = breaking_slips(Facts(office.design));
    const TableDocument table = slip_table(sweep, office.design);
    ASSERT_EQ(table.groups.size(), 1U);
    const std::vector<TableRow>& rows = table.groups[0].rows;
    ASSERT_EQ(rows.size(), sweep.breaking.size());
    ASSERT_FALSE(rows.empty());
    std::size_t moved = 0, widened = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const TableRow& row = rows[i];
        ASSERT_EQ(row.cells.size(), table.columns.size());
        EXPECT_EQ(cell(table, row, "packet", Language::en), to_string(sweep.breaking[i].packet));
        EXPECT_NE(cell(table, row, "from", Language::en), cell(table, row, "to", Language::en));
        if (const auto* slip = std::get_if<PortMovedTo>(&sweep.breaking[i].slip)) {
            EXPECT_EQ(row.subject, AnyId(slip->port));
            EXPECT_EQ(cell(table, row, "device", Language::en), "AS1");
            EXPECT_EQ(cell(table, row, "at", Language::en), slip->port == office.party_port ? "GE1/0/1" : "GE1/0/2");
            EXPECT_EQ(cell(table, row, "slip", Language::en).rfind("put into VLAN ", 0), 0U);
            EXPECT_EQ(cell(table, row, "slip", Language::zh).rfind("误划入 VLAN ", 0), 0U);
            ++moved;
        }
        if (std::holds_alternative<RuleWidened>(sweep.breaking[i].slip)) {
            EXPECT_EQ(cell(table, row, "slip", Language::zh), "规则放宽为任意");
            EXPECT_EQ(cell(table, row, "device", Language::zh).rfind("FW", 0), 0U);
            ++widened;
        }
    }
    EXPECT_GT(moved, 0U);
    EXPECT_EQ(widened, 2U);
    EXPECT_EQ(table.notes.front().en.rfind("Of " + std::to_string(sweep.judged) + " slips judged", 0), 0U);
    EXPECT_NE(csv(table, Language::zh).find("误划入 VLAN"), std::string::npos);
}

// What a reader may not see is not named, and that something is left out is said.
TEST(SlipTable, CountsWhatItsReaderMayNotSee) {
    const Slipping office;
    const SlipSweep sweep = breaking_slips(Facts(office.design));
    Design shown = office.design;
    shown.zones.erase(office.congress.zone);
    const TableDocument table = slip_table(sweep, shown);
    EXPECT_TRUE(table.groups[0].rows.empty());
    EXPECT_TRUE(std::any_of(table.notes.begin(), table.notes.end(), [&](const Text& note) {
        return note.en == std::to_string(sweep.breaking.size()) + " more rows are withheld from this reader.";
    }));
}

TEST(SlipTable, OfADesignThatAsksNothingIsEmptyAndSound) {
    const TableDocument table = slip_table(breaking_slips(Facts(Design())), {});
    EXPECT_EQ(table.row_count(), 0U);
    EXPECT_EQ(table.columns.size(), 7U);
}

} // namespace
} // namespace riser
