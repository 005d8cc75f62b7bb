// SPDX-License-Identifier: GPL-3.0-or-later
// Every record is complete: keys, labels in both languages, what its type needs, and defaults within its own ranges.
#include "tests/model/fields/samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

namespace riser {
namespace {

bool is_reference(FieldType type) {
    return type == FieldType::reference || type == FieldType::references || type == FieldType::any_reference ||
           type == FieldType::any_references;
}

void expect_label(const Label& label) {
    EXPECT_FALSE(label.zh.empty());
    EXPECT_FALSE(label.en.empty());
    // No Chinese in English (its UTF-8 leads are e3 and above), and no space at either end.
    EXPECT_TRUE(std::none_of(label.en.begin(), label.en.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0xe3;
    })) << label.en;
    for (const std::string_view text : {label.zh, label.en})
        EXPECT_FALSE(text.starts_with(' ') || text.ends_with(' ')) << text;
}

TEST(Records, ThereIsOneForEveryKindAndPart) {
    ASSERT_EQ(all_tables().size(), kind_count);
    std::set<const Record*> different;
    for (std::size_t i = 0; i < kind_count; ++i) {
        EXPECT_EQ(all_tables()[i].kind, static_cast<Kind>(i));
        EXPECT_EQ(&table_access(static_cast<Kind>(i)), &all_tables()[i]);
        different.insert(all_tables()[i].record);
    }
    EXPECT_EQ(different.size(), kind_count);
    EXPECT_EQ(&record_of<Room>(), table_access(Kind::rooms).record);
    std::set<std::string_view> parts;
    for (const Sample& sample : samples())
        if (!sample.table) {
            EXPECT_FALSE(sample.record->element.empty()) << sample.name;
            EXPECT_FALSE(kind_of_element(sample.record->element)) << "a part is called as an entity: " << sample.name;
            EXPECT_TRUE(parts.insert(sample.record->element).second) << sample.name;
        }
    for (const Record* part : {&record_of<RunCompartment>(), &record_of<RouteStep>(), &record_of<ElementRange>(),
                               &record_of<PortGroup>(), &record_of<AclRule>(), &record_of<RuleParameter>()})
        EXPECT_TRUE(parts.contains(part->element)) << part->element << " is a part of nothing";
    EXPECT_EQ(parts.size(), 6U);
}

TEST(Records, HaveUniqueKebabKeysAndLabels) {
    const std::regex kebab("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    for (const Sample& sample : samples()) {
        SCOPED_TRACE(sample.name);
        const Record& record = *sample.record;
        expect_label(record.label);
        EXPECT_TRUE(!record.fields.empty());
        EXPECT_LT(record.fields.size(), 64U) << "pins are one 64-bit mask";
        std::set<std::string_view> keys;
        std::set<std::string_view> labels;
        for (const Field& field : record.fields) {
            SCOPED_TRACE(field.key);
            EXPECT_TRUE(std::regex_match(std::string(field.key), kebab));
            EXPECT_TRUE(keys.insert(field.key).second) << "twice";
            expect_label(field.label);
            EXPECT_TRUE(labels.insert(field.label.zh).second)
                << "two fields of a form look the same: " << field.label.zh;
            EXPECT_EQ(record.find(field.key), &field);
            EXPECT_EQ(record.index_of(field.key), static_cast<std::size_t>(&field - record.fields.data()));
        }
        // The file keeps these names for itself.
        for (const char* taken : {"id", "pins", "pinned", "xml"})
            EXPECT_FALSE(keys.contains(taken)) << taken;
        EXPECT_EQ(record.find("no-such-field"), nullptr);
        EXPECT_EQ(record.index_of(""), record.fields.size());
    }
}

TEST(Records, GiveEachFieldWhatItsTypeNeeds) {
    for (const Sample& sample : samples())
        for (const Field& field : sample.record->fields) {
            SCOPED_TRACE(sample.name + '.' + std::string(field.key));
            const FieldType type = field.type;
            EXPECT_TRUE(field.is_default && field.equal && field.copy);
            EXPECT_EQ(field.write != nullptr, type != FieldType::bilingual && type != FieldType::parts);
            EXPECT_EQ(field.read != nullptr, field.write != nullptr);
            EXPECT_EQ(field.number != nullptr, type == FieldType::whole);
            EXPECT_EQ(field.bilingual != nullptr, type == FieldType::bilingual);
            EXPECT_EQ(field.bilingual_edit != nullptr, type == FieldType::bilingual);
            EXPECT_EQ(field.for_each_reference != nullptr, is_reference(type));
            EXPECT_EQ(field.target.has_value(), type == FieldType::reference || type == FieldType::references);
            EXPECT_EQ(!field.choice_list.empty(), type == FieldType::choice || type == FieldType::choices);
            EXPECT_EQ(field.part != nullptr, type == FieldType::parts);
            EXPECT_EQ(field.part_count && field.part_at && field.part_append, type == FieldType::parts);
            EXPECT_TRUE(field.unit.empty() || type == FieldType::whole);
            EXPECT_LE(field.low, field.high);
            EXPECT_TRUE(type == FieldType::whole || (field.low == INT64_MIN && field.high == INT64_MAX));
        }
}

TEST(Records, KeepRangesThatTheirNumbersCanHold) {
    std::size_t ranged = 0;
    for (const Sample& sample : samples())
        for (const Field& field : sample.record->fields) {
            if (field.type != FieldType::whole)
                continue;
            SCOPED_TRACE(sample.name + '.' + std::string(field.key));
            const std::shared_ptr<void> row = sample.make();
            if (!text_of(field, row.get()).empty()) { // absent values need not
                EXPECT_GE(field.number(row.get()), field.low) << "its default";
                EXPECT_LE(field.number(row.get()), field.high) << "its default";
            }
            for (const std::int64_t end : {field.low, field.high}) {
                if (end == INT64_MIN || end == INT64_MAX)
                    continue;
                ++ranged;
                ASSERT_TRUE(field.read(std::to_string(end), row.get())) << end;
                EXPECT_EQ(field.number(row.get()), end);
            }
        }
    EXPECT_GT(ranged, 150U);
}

} // namespace
} // namespace riser
