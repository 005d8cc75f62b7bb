// SPDX-License-Identifier: GPL-3.0-or-later
// The type-erased face of each table does what the table itself does.
#include "model/fields/table_access.h"
#include "tests/support/random_design.h"

#include <gtest/gtest.h>

#include <map>

namespace riser {
namespace {

std::vector<std::uint64_t> ids_in(const TableAccess& table, const Design& design) {
    std::vector<std::uint64_t> out;
    table.for_each(design, [&](const void* row) { out.push_back(table.id(row)); });
    return out;
}

TEST(TableAccess, FindsAndVisitsTheRowsOfEveryTable) {
    const Design design = random_design(51, 12);
    std::size_t rows = 0;
    for_each_table(design, [&]<class Row>(const Table<Row>& typed) {
        const TableAccess& table = table_access(kind_of<Row>);
        ASSERT_EQ(table.size(design), typed.size());
        auto at = typed.begin();
        table.for_each(design, [&](const void* row) {
            ASSERT_EQ(row, &*at);
            ASSERT_EQ(table.id(row), at->id.value);
            ASSERT_EQ(table.base(row), &*at);
            ASSERT_EQ(table.find(design, at->id.value), row);
            ASSERT_TRUE(design.contains(AnyId(at->id)));
            ++at;
            ++rows;
        });
        ASSERT_EQ(table.find(design, 0), nullptr);
    });
    EXPECT_GT(rows, 900U);
}

TEST(TableAccess, PutsErasesAndAssignsLikeTheTable) {
    const Design full = random_design(52, 10);
    Design copied;
    Design assigned;
    for (const TableAccess& table : all_tables()) {
        std::vector<std::shared_ptr<void>> rows;
        table.for_each(full, [&](const void* row) {
            table.put(copied, table.clone(row));
            rows.push_back(table.clone(row));
        });
        table.assign(assigned, std::move(rows));
        EXPECT_FALSE(table.shared(full, copied));
        EXPECT_EQ(ids_in(table, copied), ids_in(table, full));
    }
    EXPECT_EQ(copied, full);
    EXPECT_EQ(assigned, full);
    for (const TableAccess& table : all_tables())
        for (const std::uint64_t id : ids_in(table, full)) {
            EXPECT_TRUE(table.erase(copied, id));
            EXPECT_FALSE(table.erase(copied, id));
            EXPECT_EQ(table.find(copied, id), nullptr);
        }
    EXPECT_EQ(copied, Design());
}

TEST(TableAccess, DiffersWhereRowsDiffer) {
    std::mt19937_64 random(53);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Design before = random_design(seed, 6);
        Design after = before;
        EXPECT_TRUE(table_access(Kind::rooms).shared(before, after));
        change_at_random(after, random, 30);
        std::size_t changes = 0;
        for (const TableAccess& table : all_tables()) {
            std::map<std::uint64_t, std::pair<const void*, const void*>> expected;
            table.for_each(before, [&](const void* row) { expected[table.id(row)].first = row; });
            table.for_each(after, [&](const void* row) { expected[table.id(row)].second = row; });
            std::erase_if(expected, [&](const auto& entry) {
                const auto& [old, now] = entry.second;
                return old && now && table.equal(old, now);
            });
            table.diff(before, after, [&](const void* old, const void* now) {
                const auto at = expected.find(table.id(old ? old : now));
                ASSERT_NE(at, expected.end());
                EXPECT_EQ(at->second, std::pair(old, now));
                expected.erase(at);
                ++changes;
            });
            EXPECT_TRUE(expected.empty()) << table_name(table.kind);
        }
        EXPECT_EQ(changes > 0, before != after);
        EXPECT_GT(changes, 5U);
    }
}

TEST(TableAccess, MakesRowsOfItsOwn) {
    for (const TableAccess& table : all_tables()) {
        const std::shared_ptr<void> row = table.make();
        EXPECT_EQ(table.id(row.get()), 0U);
        table.set_id(row.get(), 9);
        const std::shared_ptr<void> copy = table.clone(row.get());
        EXPECT_TRUE(table.equal(row.get(), copy.get()));
        table.base_edit(copy.get())->pins.mask = 1;
        EXPECT_FALSE(table.equal(row.get(), copy.get()));
        EXPECT_EQ(table.base(row.get())->pins, Pins());
        EXPECT_EQ(table.id(copy.get()), 9U);
    }
}

} // namespace
} // namespace riser
