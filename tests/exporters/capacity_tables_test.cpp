// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of oversubscription and of what any routing could carry, read back from their cells.
#include "exporters/tables/capacity_tables.h"
#include "solvers/failure/tier_failures.h"
#include "tests/solvers/failure/random_failures.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

namespace riser {
namespace {

std::string shown_in(const TableDocument& table, const TableRow& row, const char* key, Language language) {
    const std::size_t column = table.column(key);
    return shown(row.cells.at(column), table.columns.at(column), row, language);
}

TEST(TiersTable, HasARowForEachSwitchWithItsWorstRatio) {
    std::size_t rows = 0, worse = 0, cut = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        test::RandomFailures random(seed);
        random.give_tiers();
        const Facts facts(random.design);
        const TierFailures& failures = facts.get<TierFailures>();
        const TableDocument table = tiers_table(facts);
        ASSERT_EQ(table.row_count(), failures.switches.size());
        std::set<AnyId> seen;
        for (const TableGroup& group : table.groups) {
            ASSERT_FALSE(group.title.zh.empty() || group.title.en.empty());
            for (const TableRow& row : group.rows) {
                ASSERT_EQ(row.cells.size(), table.columns.size());
                ASSERT_TRUE(seen.insert(row.subject).second);
                const auto found =
                    std::find_if(failures.switches.begin(), failures.switches.end(),
                                 [&](const TierFailure& one) { return AnyId(one.members.front()) == row.subject; });
                ASSERT_NE(found, failures.switches.end());
                const auto number = [&](const char* key) { return number_of(row.cells[table.column(key)]); };
                const auto thousandths = [](const TierRates& rates) {
                    return std::llround(1'000 * static_cast<double>(rates.down) / static_cast<double>(rates.up));
                };
                ASSERT_EQ(number("ratio"), thousandths(found->whole));
                ASSERT_EQ(number("up"), found->whole.up / 1'000);
                ASSERT_EQ(number("cuts"), static_cast<std::int64_t>(found->cut_by.size()));
                ASSERT_EQ(row.tone == RowTone::attention, !found->cut_by.empty());
                if (found->cause) {
                    ASSERT_EQ(number("worst"), thousandths(found->worst));
                    for (const Language language : {Language::zh, Language::en})
                        ASSERT_FALSE(shown_in(table, row, "failure", language).empty());
                    ++worse;
                }
                cut += !found->cut_by.empty();
                ++rows;
            }
        }
    }
    EXPECT_GT(rows, 100U);
    EXPECT_GT(worse, 20U);
    EXPECT_GT(cut, 50U);
}

TEST(FlowBoundTable, ShowsTimesAndTheGapBetweenThem) {
    const FlowBound found{.outcome = Outcome::limit_reached,
                          .as_built = 2.5,
                          .lambda = 4,
                          .bound = 4.1,
                          .asked = 12e6,
                          .apart = 3e6,
                          .unlimited = 7};
    const TableDocument table = flow_bound_table(found);
    const TableRow& row = table.groups.at(0).rows.at(0);
    ASSERT_EQ(row.cells.size(), table.columns.size());
    const auto cell = [&](const char* key) { return shown_in(table, row, key, Language::en); };
    EXPECT_EQ(cell("asked"), "12.0");
    EXPECT_EQ(cell("as-built"), "2.500");
    EXPECT_EQ(cell("any"), "4.000");
    EXPECT_EQ(cell("bound"), "4.100");
    EXPECT_EQ(cell("gap"), "2.50");
    EXPECT_EQ(cell("unlimited"), "7");
    ASSERT_EQ(table.notes.size(), 3U); // what is left aside, and that it ended early
    EXPECT_NE(table.notes.at(1).en.find("3.00 Mbit/s"), std::string::npos);
}

TEST(FlowBoundTable, LeavesEmptyWhatNoRateLimits) {
    constexpr double no_limit = std::numeric_limits<double>::infinity();
    const TableDocument table =
        flow_bound_table({.as_built = no_limit, .lambda = no_limit, .bound = no_limit, .asked = 1e6});
    const TableRow& row = table.groups.at(0).rows.at(0);
    for (const char* key : {"as-built", "any", "bound", "gap"})
        EXPECT_EQ(shown_in(table, row, key, Language::zh), "") << key;
    EXPECT_EQ(table.notes.size(), 1U);
}

} // namespace
} // namespace riser
