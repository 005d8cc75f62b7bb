// SPDX-License-Identifier: GPL-3.0-or-later
// What people read in a field they may type back: in both languages, with units, by what rows are called.
#include "model/fields/spoken.h"
#include "model/fields/spoken_number.h"
#include "model/fields/table_access.h"
#include "tests/support/random_design.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

const Field& field_of(Kind kind, std::string_view key) { return *table_access(kind).record->find(key); }

std::string trimmed(std::string text) {
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.pop_back();
    const auto first =
        std::find_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
    return {first, text.end()};
}

TEST(Spoken, WhatIsTypedIsTakenBackWhateverTheDesignHolds) {
    std::size_t seen = 0, named = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Spoken spoken(random_design(seed, 4));
        for (const TableAccess& table : all_tables())
            table.for_each(spoken.design(), [&](const void* row) {
                for (const Field& field : table.record->fields) {
                    if (field.type == FieldType::parts || field.type == FieldType::bilingual || field.key == "origin" ||
                        field.is_default(row))
                        continue;
                    std::string written;
                    field.write(row, written);
                    for (const Language language : {Language::zh, Language::en}) {
                        const std::string typed = spoken.typed(field, row, language);
                        const Result<std::string> back = spoken.canonical(field, typed);
                        ASSERT_TRUE(back) << field.key << ' ' << typed << ": " << to_string(back.error(), language);
                        ASSERT_EQ(*back, trimmed(written)) << field.key << ' ' << typed;
                        named += field.for_each_reference && typed != written;
                    }
                    ++seen;
                }
            });
    }
    EXPECT_GT(seen, 5'000U);
    EXPECT_GT(named, 500U);
}

TEST(Spoken, ABodyIsCalledByItsNameAndFoundByItsCodeToo) {
    Design design;
    Body body;
    body.id = BodyId{7};
    body.code = "cppcc";
    body.name = {"政协", "CPPCC"};
    design.bodies.put(body);
    Zone zone;
    zone.id = ZoneId{8};
    zone.bodies = {body.id};
    design.zones.put(zone);
    Spoken spoken(design);
    EXPECT_EQ(spoken.name_of(body.id, Language::zh), "政协");
    const Field& bodies = field_of(Kind::zones, "bodies");
    EXPECT_EQ(spoken.typed(bodies, design.find(zone.id), Language::en), "CPPCC");
    for (const char* typed : {"政协", "CPPCC", "cppcc"}) {
        const Result<std::string> back = spoken.canonical(bodies, typed);
        ASSERT_TRUE(back) << typed;
        EXPECT_EQ(*back, to_string(AnyId(body.id)));
    }
    body.name = {};
    design.bodies.put(body);
    EXPECT_EQ(Spoken(design).name_of(body.id, Language::en), "cppcc");
}

TEST(Spoken, NumbersHaveUnits) {
    const struct {
        std::string_view text, stored;
        std::int64_t bare;
        std::optional<std::int64_t> value;
    } cases[] = {
        {"3000", "mm", 1, 3000},
        {"3,000", "mm", 1, 3000},
        {"1,234,567", "mm", 1, 1234567},
        {"3.5 m", "mm", 1, 3500},
        {"3.5m", "mm", 1, 3500},
        {"3.50", "mm", 1000, 3500},
        {"-0.4 m", "mm", 1, -400},
        {"2 米", "mm", 1, 2000},
        {"30 W", "mW", 1000, 30000},
        {"30", "mW", 1000, 30000},
        {"1 Gbit/s", "bit/s", 1000000, 1000000000},
        {"12.5", "minor currency units", 100, 1250},
        {"12.5 %", "0.01 %", 100, 1250},
        {"1.5 h", "s", 1, 5400},
        {"48", "", 1, 48},
        {"9223372036854775807", "", 1, INT64_MAX},
        {"9223372036854775808", "", 1, std::nullopt},
        {"9223372036854775807 m", "mm", 1, std::nullopt},
        {"3.0005 m", "mm", 1, std::nullopt},
        {"3.5", "mm", 1, std::nullopt},
        {"3 kg", "mm", 1, std::nullopt},
        {"3 m", "", 1, std::nullopt},
        {"3,00", "mm", 1, std::nullopt},
        {"30,00", "mm", 1, std::nullopt},
        {",300", "mm", 1, std::nullopt},
        {"3.", "mm", 1, std::nullopt},
        {"1-2", "mm", 1, std::nullopt},
        {"m", "mm", 1, std::nullopt},
        {"-", "mm", 1, std::nullopt},
    };
    for (const auto& c : cases)
        EXPECT_EQ(spoken_number(c.text, c.stored, c.bare), c.value) << c.text;
    EXPECT_EQ(scaled_text(1250, 100), "12.5");
    EXPECT_EQ(scaled_text(-5, 1000), "-0.005");
    EXPECT_EQ(scaled_text(1000, 1000), "1");
    EXPECT_EQ(scaled_text(7200, 3600), "7200");
}

TEST(Spoken, WordsAreTakenInBothLanguages) {
    Spoken spoken{Design()};
    const Field& use = field_of(Kind::rooms, "use");
    for (const std::string_view word : {"office", "Office", "OFFICE", " 办公室 "})
        EXPECT_EQ(*spoken.canonical(use, word), "office") << word;
    const Result<std::string> none = spoken.canonical(use, "ofice");
    ASSERT_FALSE(none);
    EXPECT_NE(none.error().fix.zh.find("办公室"), std::string::npos);
    EXPECT_NE(none.error().fix.en.find("Office"), std::string::npos);
    const Field& camera = field_of(Kind::point_kinds, "camera");
    EXPECT_EQ(*spoken.canonical(camera, "是"), "true");
    EXPECT_EQ(*spoken.canonical(camera, "No"), "false");
    EXPECT_FALSE(spoken.canonical(camera, "maybe"));
    const Field& expires = field_of(Kind::equipment_types, "certificate-expires");
    for (const std::string_view day : {"2027-03-01", "2027/3/1", "2027年3月1日", "2027.3.1"})
        EXPECT_EQ(*spoken.canonical(expires, day), "2027-03-01") << day;
}

TEST(Spoken, RowsAreFoundByWhatTheyAreCalled) {
    Design design;
    const auto add = [&](std::uint64_t id, std::string number, Text name) {
        Room room;
        room.id = RoomId{id};
        room.number = std::move(number);
        room.name = std::move(name);
        design.rooms.put(room);
    };
    add(1, "301", {"秘书处", "Secretariat"});
    add(2, "302", {"会议室", "Meeting"});
    add(3, "303", {"会议室", "Meeting"});
    Vlan vlan;
    vlan.id = VlanId{9};
    vlan.number = VlanNumber::parse("210");
    design.vlans.put(vlan);
    Spoken spoken(design);
    const Field& room = field_of(Kind::outlets, "room");
    const std::string first = to_string(RoomId{1});
    for (const std::string& name : {std::string("301"), std::string("秘书处"), std::string("secretariat"),
                                    std::string("301 秘书处"), std::string("301 Secretariat"), first})
        EXPECT_EQ(*spoken.canonical(room, name), first) << name;
    EXPECT_EQ(*spoken.canonical(field_of(Kind::ports, "access-vlan"), "210"), to_string(VlanId{9}));
    EXPECT_EQ(spoken.canonical(room, "会议室").error().code, ErrorCode::conflict);
    EXPECT_EQ(spoken.canonical(room, "999").error().code, ErrorCode::not_found);
    // An id of another kind is no room.
    EXPECT_FALSE(spoken.canonical(room, to_string(VlanId{9})));
    EXPECT_EQ(spoken.offers(room, "30", Language::en, 2), (std::vector<std::string>{"301 Secretariat", "302 Meeting"}));
    EXPECT_EQ(spoken.offers(field_of(Kind::rooms, "use"), "offi", Language::en, 9).front(), "Office");
}

} // namespace
} // namespace riser
