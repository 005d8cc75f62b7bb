// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of failures say what the fact says, in both languages, and come out of the writers as they went in.
#include "exporters/tables/failure_names.h"
#include "exporters/tables/failure_tables.h"
#include "exporters/writers/table_json.h"
#include "exporters/writers/table_text.h"
#include "tests/solvers/failure/random_failures.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace riser {
namespace {

using test::RandomFailures;

TEST(FailuresTable, SaysWhatTheFactSays) {
    std::size_t rows = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        const RandomFailures random(seed);
        const Facts facts(random.design);
        const SingleFailures& failures = facts.get<SingleFailures>();
        const TableDocument table = failures_table(facts);
        std::vector<ElementIndex> listed;
        for (const ElementIndex element : failures.ranked)
            if (const FailureEffect& effect = *failures.effect(element);
                effect.dark + effect.impaired > 1 || !effect.lost.empty())
                listed.push_back(element);
        ASSERT_EQ(table.row_count(), listed.size());
        for (std::size_t i = 0; i < listed.size(); ++i) {
            const TableRow& row = table.groups.front().rows[i];
            const FailureEffect& effect = *failures.effect(listed[i]);
            const auto number = [&](std::string_view key) { return number_of(row.cells[table.column(key)]); };
            ASSERT_EQ(row.subject, facts.get<FailureModel>()[listed[i]].row);
            ASSERT_EQ(number("dark"), effect.dark);
            ASSERT_EQ(number("impaired"), effect.impaired);
            ASSERT_EQ(number("rooms"), effect.rooms);
            const Text& name = std::get<Text>(row.cells[table.column("element")]);
            ASSERT_FALSE(name.zh.empty() || name.en.empty());
            ++rows;
        }
        const TableSection sections[] = {{"failures", {"故障", "failures"}, {table}}};
        const auto json = nlohmann::json::parse(tables_json(sections));
        const auto& read = json.at("sections").at(0).at("tables").at(0).at("rows");
        ASSERT_EQ(read.size(), listed.size());
        for (std::size_t i = 0; i < listed.size(); ++i)
            ASSERT_EQ(read[i].at("dark").get<std::uint32_t>(), failures.effect(listed[i])->dark);
        const std::string text = table_text(table, Language::en, 2);
        ASSERT_EQ(text.find("... and") != std::string::npos, listed.size() > 2);
    }
    EXPECT_GT(rows, 300U);
}

TEST(FailuresTable, PairsAreThoseFound) {
    std::size_t rows = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const RandomFailures random(seed);
        const Facts facts(random.design);
        const FailurePairs pairs = failure_pairs(facts.get<FailureModel>(), facts.get<ReachNetwork>());
        const TableDocument table = failure_pairs_table(facts, pairs);
        ASSERT_EQ(table.row_count(), pairs.pairs.size());
        std::int64_t elements = 0;
        for (const TableRow& row : table.groups.front().rows)
            elements += number_of(row.cells[table.column("pairs")]);
        ASSERT_EQ(elements, static_cast<std::int64_t>(pairs.element_pairs()));
        rows += table.row_count();
    }
    EXPECT_GT(rows, 20U);
}

TEST(FailuresTable, EveryKindHasAName) {
    for (int kind = 0; kind <= static_cast<int>(ElementKind::cause); ++kind) {
        const Text name = label_of(static_cast<ElementKind>(kind));
        EXPECT_FALSE(name.zh.empty() || name.en.empty()) << kind;
    }
}

} // namespace
} // namespace riser
