// SPDX-License-Identifier: GPL-3.0-or-later
// Every member of every row is described, once. The compiler counts the members; changing one field at a time shows
// that no two fields are one member; so fields and members are the same.
#include "tests/model/fields/samples.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

struct Anything {
    template<class T> operator T() const;
};

// How many initialisers an aggregate takes: its base, then its members.
template<class Row, class... Given> constexpr std::size_t initialisers() {
    if constexpr (requires { Row{Given{}..., Anything{}}; })
        return initialisers<Row, Given..., Anything>();
    else
        return sizeof...(Given);
}

// Should one of these change, the file has to learn of it: a field in describe(), or its own place as pins have.
static_assert(initialisers<RowBase>() == 3, "origin, pins, extras");
static_assert(initialisers<PhysicalRow>() == 1 + 6, "status, phase, package, supplier, scope, evidence");

template<class Row> void expect_every_member_described() {
    constexpr std::size_t own = initialisers<Row>() - 2; // but the base and the id
    constexpr std::size_t common = std::derived_from<Row, PhysicalRow> ? 7 : 1;
    EXPECT_EQ(record_of<Row>().fields.size(), own + common) << element_name(kind_of<Row>);
}

TEST(Members, AreAsManyAsFields) {
#define RISER_COUNT_MEMBERS(Type, table, prefix, element) expect_every_member_described<Type>();
    RISER_TABLES(RISER_COUNT_MEMBERS)
#undef RISER_COUNT_MEMBERS
    EXPECT_EQ(record_of<RunCompartment>().fields.size(), initialisers<RunCompartment>());
    EXPECT_EQ(record_of<RouteStep>().fields.size(), initialisers<RouteStep>());
    EXPECT_EQ(record_of<ElementRange>().fields.size(), initialisers<ElementRange>());
    EXPECT_EQ(record_of<PortGroup>().fields.size(), initialisers<PortGroup>());
    EXPECT_EQ(record_of<AclRule>().fields.size(), initialisers<AclRule>());
    EXPECT_EQ(record_of<RuleParameter>().fields.size(), initialisers<RuleParameter>());
}

const void* row_that_sets(const Sample& sample, const Field& field) {
    for (const void* row : sample.rows)
        if (!field.is_default(row))
            return row;
    return nullptr;
}

TEST(Members, HaveOneFieldEach) {
    for (const Sample& sample : samples()) {
        SCOPED_TRACE(sample.name);
        const std::shared_ptr<void> empty = sample.make();
        const std::shared_ptr<void> full = sample.make();
        for (const Field& field : sample.record->fields) {
            SCOPED_TRACE(field.key);
            const void* from = row_that_sets(sample, field);
            ASSERT_TRUE(from) << "no random row sets it";
            const std::shared_ptr<void> row = sample.make();
            field.copy(from, row.get());
            for (const Field& other : sample.record->fields)
                EXPECT_EQ(other.is_default(row.get()), &other != &field) << other.key;
            EXPECT_TRUE(field.equal(from, row.get()));
            EXPECT_FALSE(field.equal(empty.get(), row.get()));
            EXPECT_FALSE(sample.table && sample.table->equal(empty.get(), row.get())) << "rows compare without it";
            field.copy(from, full.get());
            field.copy(empty.get(), row.get());
            EXPECT_TRUE(field.is_default(row.get()));
        }
        // All at once.
        for (const Field& field : sample.record->fields)
            EXPECT_FALSE(field.is_default(full.get())) << field.key;
        EXPECT_FALSE(sample.table && sample.table->equal(empty.get(), full.get()));
    }
}

TEST(Members, AllCopiedMakeAnEqualRow) {
    for (const Sample& sample : samples()) {
        if (!sample.table)
            continue;
        for (const void* row : sample.rows) {
            const std::shared_ptr<void> copy = sample.make();
            for (const Field& field : sample.record->fields)
                field.copy(row, copy.get());
            // These three are no fields.
            sample.table->set_id(copy.get(), sample.table->id(row));
            sample.table->base_edit(copy.get())->pins = sample.table->base(row)->pins;
            sample.table->base_edit(copy.get())->extras = sample.table->base(row)->extras;
            ASSERT_TRUE(sample.table->equal(row, copy.get())) << sample.name;
        }
    }
}

TEST(Members, OfAFreshRowAreAllDefault) {
    for (const Sample& sample : samples()) {
        const std::shared_ptr<void> row = sample.make();
        for (const Field& field : sample.record->fields) {
            EXPECT_TRUE(field.is_default(row.get())) << sample.name << '.' << field.key;
            EXPECT_TRUE(!field.part || field.part_count(row.get()) == 0) << sample.name << '.' << field.key;
        }
    }
}

} // namespace
} // namespace riser
