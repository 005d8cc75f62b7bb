// SPDX-License-Identifier: GPL-3.0-or-later
// Any field of any row is set from its text, pinned, and let go; what is wrong is refused and changes nothing.
#include "model/edits/field_edits.h"
#include "model/edits/label_edits.h"
#include "model/fields/table_access.h"
#include "tests/support/random_design.h"

#include <gtest/gtest.h>

#include <random>

namespace riser {
namespace {

const void* first_row(const Design& design, const TableAccess& table) {
    const void* found = nullptr;
    table.for_each(design, [&](const void* row) { found = found ? found : row; });
    return found;
}

bool names_missing_row(const Design& design, const Field& field, const void* row) {
    struct Context {
        const Design& design;
        bool missing = false;
    } context{design};
    if (field.for_each_reference)
        field.for_each_reference(
            row,
            [](void* c, AnyId id) {
                auto& at = *static_cast<Context*>(c);
                at.missing = at.missing || !at.design.contains(id);
            },
            &context);
    return context.missing;
}

TEST(SetField, EveryFieldOfEveryKindIsSetFromItsText) {
    std::size_t set = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Design design = random_design(seed, 3);
        design.retired_labels = {};
        design.label_templates = {}; // their patterns must be such: issue_edits_test
        const Table<Sheet> sheets = design.sheets;
        for (Sheet sheet : sheets) { // what is issued is settled
            sheet.issued.reset();
            design.sheets.put(std::move(sheet));
        }
        const Design donors = random_design(seed, 3);
        for (const TableAccess& table : all_tables()) {
            const void* target = first_row(design, table);
            if (!target)
                continue;
            const AnyId id(table.kind, table.id(target));
            table.for_each(donors, [&](const void* donor) {
                for (std::size_t i = 0; i < table.record->fields.size(); ++i) {
                    const Field& field = table.record->fields[i];
                    if (field.type == FieldType::parts || field.key == "origin" || field.type == FieldType::bilingual)
                        continue;
                    if (field.is_default(donor) || names_missing_row(design, field, donor))
                        continue;
                    std::string text;
                    field.write(donor, text);
                    if (text.empty())
                        continue;
                    IdSource ids(seed);
                    Edit edit(design, {}, ids);
                    const Result<void> result = set_field(edit, id, field.key, text);
                    if (!result) {
                        // Random rows may hold numbers that the field table does not allow.
                        ASSERT_TRUE(field.number) << field.key << ": " << to_string(result.error(), Language::en);
                        ASSERT_NE(result.error().message.en.find("out of range"), std::string::npos);
                        continue;
                    }
                    const void* row = table.find(edit.design(), id.value);
                    ASSERT_TRUE(field.equal(row, donor)) << element_name(id.kind) << ' ' << field.key << ' ' << text;
                    ASSERT_TRUE(is_pinned(edit.design(), id, field.key));
                    for (std::size_t other = 0; other < table.record->fields.size(); ++other)
                        if (other != i) {
                            ASSERT_TRUE(table.record->fields[other].equal(row, target));
                        }
                    ++set;
                }
            });
        }
    }
    EXPECT_GT(set, 5'000U);
}

struct OneRoom {
    Design design;
    IdSource ids{9};
    FloorId floor{100};
    RoomId room{200};
    OneRoom() {
        Floor f;
        f.id = floor;
        f.label = "3F";
        design.floors.put(f);
        Room r;
        r.id = room;
        r.floor = floor;
        r.number = "301";
        r.occupants = 4;
        design.rooms.put(r);
    }
};

TEST(SetField, TakesWhatPeopleType) {
    OneRoom one;
    Edit edit(one.design, {}, one.ids);
    ASSERT_TRUE(set_field(edit, one.room, "name.zh", "会议室"));
    ASSERT_TRUE(set_field(edit, one.room, "name.en", "Meeting room"));
    ASSERT_TRUE(set_field(edit, one.room, "use", "meeting"));
    ASSERT_TRUE(set_field(edit, one.room, "occupants", "12"));
    ASSERT_TRUE(set_field(edit, one.room, "outline", "0,0 5000,0 5000,4000 0,4000"));
    const Room& room = *edit.design().find(one.room);
    EXPECT_EQ(room.name, (Text{"会议室", "Meeting room"}));
    EXPECT_EQ(room.use, RoomUse::meeting);
    EXPECT_EQ(room.occupants, 12);
    EXPECT_EQ(area(room.outline).value, 20'000'000);
    EXPECT_TRUE(is_pinned(edit.design(), one.room, "name"));
    EXPECT_FALSE(is_pinned(edit.design(), one.room, "number"));
    // Empty: absent, or the default.
    ASSERT_TRUE(set_field(edit, one.room, "occupants", ""));
    EXPECT_EQ(edit.design().find(one.room)->occupants, 0);
}

struct Wrong {
    const char* key;
    const char* text;
    ErrorCode code;
};

TEST(SetField, RefusesWhatIsWrongAndChangesNothing) {
    const Wrong table[] = {
        {"occupants", "many", ErrorCode::bad_input},
        {"occupants", "-1", ErrorCode::bad_input},
        {"occupants", "100001", ErrorCode::bad_input},
        {"occupants", "007", ErrorCode::bad_input},
        {"use", "Meeting", ErrorCode::bad_input},
        {"floor", "", ErrorCode::bad_input},
        {"floor", "fl-0000000009", ErrorCode::not_found},
        {"floor", "rm-0000000068", ErrorCode::bad_input},
        {"body", "bd-0000000009", ErrorCode::not_found},
        {"outline", "0,0 1,1", ErrorCode::bad_input},
        {"outline", "0,0 600000000,0 0,5", ErrorCode::bad_input},
        {"name", "会议室", ErrorCode::bad_input},
        {"number.zh", "1", ErrorCode::not_found},
        {"colour", "red", ErrorCode::not_found},
        {"origin", "typed", ErrorCode::refused},
        {"number", "\xff", ErrorCode::bad_input},
    };
    OneRoom one;
    for (const Wrong& wrong : table) {
        Edit edit(one.design, {}, one.ids);
        const Result<void> result = set_field(edit, one.room, wrong.key, wrong.text);
        ASSERT_FALSE(result) << wrong.key << '=' << wrong.text;
        EXPECT_EQ(result.error().code, wrong.code) << wrong.key << '=' << wrong.text;
        EXPECT_FALSE(result.error().message.zh.empty());
        EXPECT_FALSE(result.error().message.en.empty());
        EXPECT_FALSE(result.error().fix.zh.empty());
        EXPECT_FALSE(result.error().fix.en.empty());
        EXPECT_TRUE(edit.design() == one.design) << wrong.key;
    }
    Edit edit(one.design, {}, one.ids);
    EXPECT_EQ(set_field(edit, RoomId{7}, "number", "1").error().code, ErrorCode::not_found);
    Cable cable;
    cable.id = {4};
    edit.put(cable);
    EXPECT_EQ(set_field(edit, cable.id, "route", "x").error().code, ErrorCode::unsupported);
}

TEST(Pins, ArePutAndLetGo) {
    OneRoom one;
    Edit edit(one.design, {}, one.ids);
    ASSERT_TRUE(pin(edit, one.room, "use"));
    EXPECT_TRUE(is_pinned(edit.design(), one.room, "use"));
    ASSERT_TRUE(pin(edit, one.room, "name"));
    ASSERT_TRUE(unpin(edit, one.room, "use"));
    EXPECT_FALSE(is_pinned(edit.design(), one.room, "use"));
    EXPECT_TRUE(is_pinned(edit.design(), one.room, "name"));
    EXPECT_FALSE(pin(edit, one.room, "colour"));
    EXPECT_FALSE(pin(edit, RoomId{7}, "use"));
    EXPECT_FALSE(is_pinned(edit.design(), RoomId{7}, "use"));
}

Outlet outlet(std::uint64_t id, FloorId floor, std::string label) {
    Outlet row;
    row.id = {id};
    row.floor = floor;
    row.label = std::move(label);
    return row;
}

TEST(Labels, DoublesAreWarnedOfNotRefused) {
    OneRoom one;
    Edit edit(one.design, {}, one.ids);
    edit.put(outlet(1, one.floor, "3F-A-001"));
    edit.put(outlet(2, one.floor, "3F-A-002"));
    const auto fresh = relabel(edit, OutletId{2}, "3F-A-009");
    ASSERT_TRUE(fresh);
    EXPECT_TRUE(fresh->empty());
    const auto doubled = relabel(edit, OutletId{2}, "3F-A-001");
    ASSERT_TRUE(doubled);
    EXPECT_EQ(*doubled, std::vector<AnyId>{OutletId{1}});
    EXPECT_EQ(edit.design().find(OutletId{2})->label, "3F-A-001");
    EXPECT_TRUE(is_pinned(edit.design(), OutletId{2}, "label"));
    EXPECT_TRUE(relabel(edit, one.room, "302"));
    EXPECT_EQ(edit.design().find(one.room)->number, "302");
    EXPECT_EQ(relabel(edit, one.floor, "").error().code, ErrorCode::bad_input);
    EXPECT_EQ(relabel(edit, OutletId{77}, "x").error().code, ErrorCode::not_found);
    Vlan vlan;
    vlan.id = {5};
    edit.put(vlan);
    EXPECT_EQ(relabel(edit, vlan.id, "x").error().code, ErrorCode::unsupported);
    EXPECT_TRUE(edit.design().retired_labels.empty()) << "nothing is issued yet";
}

TEST(Labels, OnceIssuedAnOldLabelIsNeverUsedAgain) {
    OneRoom one;
    Edit edit(one.design, {}, one.ids);
    Sheet sheet;
    sheet.number = "ELV-01";
    sheet.issued = Date{2026, 5, 1};
    edit.put(sheet);
    edit.put(outlet(1, one.floor, "3F-A-001"));
    edit.put(outlet(2, one.floor, "3F-A-002"));
    ASSERT_TRUE(relabel(edit, OutletId{1}, "3F-A-010"));
    EXPECT_TRUE(is_retired_label(edit.design(), Kind::outlets, "3F-A-001"));
    EXPECT_FALSE(is_retired_label(edit.design(), Kind::jacks, "3F-A-001"));
    for (const auto& result : {relabel(edit, OutletId{2}, "3F-A-001")}) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::refused);
    }
    EXPECT_EQ(set_field(edit, OutletId{2}, "label", "3F-A-001").error().code, ErrorCode::refused);
    EXPECT_EQ(retire_label(edit, Kind::outlets, "3F-A-002").error().code, ErrorCode::conflict);
    const auto retired = retire_label(edit, Kind::outlets, "3F-A-099", Date{2026, 5, 2});
    ASSERT_TRUE(retired);
    EXPECT_EQ(edit.design().find(*retired)->subject, "outlet");
    EXPECT_EQ(*retire_label(edit, Kind::outlets, "3F-A-099"), *retired);
}

} // namespace
} // namespace riser
