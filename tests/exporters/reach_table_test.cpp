// SPDX-License-Identifier: GPL-3.0-or-later
// Who reaches whom as people read it.
#include "exporters/tables/reach_table.h"

#include "exporters/writers/csv.h"
#include "tests/solvers/forwarding/two_bodies.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

struct MatrixOffice : test::TwoBodies {
    BodyId p = body("P");
    MatrixOffice() {
        Zone zone = *design.find(party.zone);
        zone.bodies = {p};
        design.zones.put(zone);
    }
    TableDocument table() const { return reach_table(Facts(design).get<ReachMatrix>(), design); }
};

const TableRow* row_of(const TableDocument& table, ZoneId zone) {
    for (const TableGroup& group : table.groups)
        for (const TableRow& row : group.rows)
            if (row.subject == AnyId(zone))
                return &row;
    return nullptr;
}
std::string cell(const TableDocument& table, ZoneId from, AnyId to, Language language) {
    const std::size_t at = table.column("to-" + to_string(to));
    const TableRow* row = row_of(table, from);
    return row && at < table.columns.size() ? shown(row->cells.at(at), table.columns[at], *row, language) : "?";
}

TEST(ReachTable, SaysInWordsWhatComesThroughBesideWhatWasAsked) {
    MatrixOffice office;
    office.apart(office.party.zone, office.servers.zone); // which the rules do not keep
    const TableDocument table = office.table();
    ASSERT_EQ(table.groups.size(), 1U);
    EXPECT_EQ(table.groups[0].rows.size(), 3U);
    for (const TableRow& row : table.groups[0].rows)
        EXPECT_EQ(row.cells.size(), table.columns.size());
    EXPECT_EQ(cell(table, office.congress.zone, office.mail, Language::en), "yes 1");
    EXPECT_EQ(cell(table, office.congress.zone, office.party.zone, Language::zh), "隔离");
    EXPECT_EQ(cell(table, office.party.zone, office.servers.zone, Language::en), "FORBIDDEN 1");
    EXPECT_EQ(cell(table, office.party.zone, office.party.zone, Language::en), "");
    EXPECT_EQ(row_of(table, office.party.zone)->tone, RowTone::attention);
    EXPECT_EQ(row_of(table, office.congress.zone)->tone, RowTone::plain);
    const std::string text = csv(table, Language::zh);
    EXPECT_NE(text.find("机构P"), std::string::npos);
    EXPECT_NE(text.find("违规可达"), std::string::npos);
}

TEST(ReachTable, OfADesignWithoutVlansIsEmptyAndSound) {
    const TableDocument table = reach_table({}, {});
    EXPECT_TRUE(table.groups.empty());
    EXPECT_EQ(table.columns.size(), 3U);
}

} // namespace
} // namespace riser
