// SPDX-License-Identifier: GPL-3.0-or-later
// read(write(x)) == x for every field of every record, and what is malformed is refused, type by type.
#include "tests/model/fields/samples.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <sstream>

namespace riser {
namespace {

void visit_value_fields(const std::function<void(const Sample&, const Field&)>& visit) {
    for (const Sample& sample : samples())
        for (const Field& field : sample.record->fields)
            if (field.write)
                visit(sample, field);
}

TEST(Values, ReadBackAsTheyWereWritten) {
    std::size_t values = 0;
    visit_value_fields([&](const Sample& sample, const Field& field) {
        for (const void* row : sample.rows) {
            if (field.is_default(row))
                continue;
            const std::string text = text_of(field, row);
            const std::shared_ptr<void> back = sample.make();
            ASSERT_TRUE(field.read(text, back.get())) << sample.name << '.' << field.key << " \"" << text << '"';
            ASSERT_TRUE(field.equal(row, back.get())) << sample.name << '.' << field.key << " \"" << text << '"';
            ASSERT_EQ(text_of(field, back.get()), text);
            // Also over a value that stood there before.
            const std::shared_ptr<void> over = sample.make();
            field.copy(sample.rows.front(), over.get());
            ASSERT_TRUE(field.read(text, over.get()));
            ASSERT_TRUE(field.equal(row, over.get())) << sample.name << '.' << field.key << " \"" << text << '"';
            ++values;
        }
    });
    EXPECT_GT(values, 20'000U);
}

TEST(Values, AppendToTheText) {
    visit_value_fields([](const Sample& sample, const Field& field) {
        std::string text = "before ";
        field.write(sample.rows.front(), text);
        EXPECT_EQ(text, "before " + text_of(field, sample.rows.front())) << sample.name << '.' << field.key;
    });
}

TEST(Values, OfNumbersAndReferencesAreWhatIsWritten) {
    visit_value_fields([](const Sample& sample, const Field& field) {
        for (const void* row : sample.rows) {
            if (field.is_default(row))
                continue;
            ASSERT_TRUE(!field.number || std::to_string(field.number(row)) == text_of(field, row))
                << sample.name << '.' << field.key;
            if (field.for_each_reference) {
                std::vector<AnyId> seen;
                field.for_each_reference(
                    row, [](void* to, AnyId id) { static_cast<std::vector<AnyId>*>(to)->push_back(id); }, &seen);
                std::vector<AnyId> written;
                std::istringstream words(text_of(field, row));
                for (std::string word; words >> word;)
                    written.push_back(parse_any_id(word).value());
                ASSERT_EQ(seen, written) << sample.name << '.' << field.key;
                for (const AnyId id : seen)
                    ASSERT_TRUE(!field.target || id.kind == *field.target) << sample.name << '.' << field.key;
            }
        }
    });
}

TEST(Values, ThatAreAbsentHaveNoTextAndNoReference) {
    const std::pair<Kind, const char*> absent[] = {{Kind::rooms, "body"},
                                                   {Kind::floors, "typical-of"},
                                                   {Kind::briefs, "ceiling-ambient"},
                                                   {Kind::projects, "date"},
                                                   {Kind::vlans, "number"},
                                                   {Kind::routes, "next-hop"},
                                                   {Kind::routes, "destination"},
                                                   {Kind::monitoring_points, "watches"},
                                                   {Kind::pathway_runs, "ambient"}};
    for (const auto& [kind, key] : absent) {
        const TableAccess& table = table_access(kind);
        const Field* field = table.record->find(key);
        ASSERT_TRUE(field) << key;
        const std::shared_ptr<void> row = table.make();
        EXPECT_EQ(text_of(*field, row.get()), "") << key;
        EXPECT_TRUE(!field->number || field->number(row.get()) == 0) << key;
        if (field->for_each_reference)
            field->for_each_reference(
                row.get(), [](void*, AnyId id) { ADD_FAILURE() << to_string(id); }, nullptr);
    }
}

using Texts = std::vector<std::string>;
constexpr const char* a_room = "rm-7k3qx9m2pv";

Texts malformed(const Field& field) {
    const std::string key(field.choice_list.empty() ? "" : field.choice_list.front().key);
    const std::string id = to_string(AnyId(field.target.value_or(Kind::rooms), 7));
    const std::string other = field.target == Kind::rooms ? "fl-7k3qx9m2pv" : a_room;
    const Texts no_id{"",
                      " " + id,
                      id + " ",
                      id.substr(1),
                      id + "0",
                      "0",
                      id.substr(0, 3),
                      id.substr(3),
                      "zz-7k3qx9m2pv",
                      id.substr(0, 3) + "0000000000",
                      id + id,
                      id.substr(0, 12),
                      id.substr(0, 3) + "7K3QX9M2PV",
                      id.substr(0, 2) + "_7k3qx9m2pv"};
    Texts out;
    switch (field.type) {
    case FieldType::whole:
        return {"",
                " ",
                " 1",
                "1 ",
                "+1",
                "01",
                "00",
                "-0",
                "-01",
                "-",
                "--1",
                "1.5",
                "1.0",
                "1e3",
                "0x1",
                "1,000",
                "one",
                "1 2",
                "\xd9\xa1",
                "9223372036854775808",
                "-9223372036854775809",
                "99999999999999999999999"};
    case FieldType::flag:
        return {"", "True", "TRUE", "1", "0", "yes", " true", "true ", "falsee", "fals"};
    case FieldType::choice:
        return {"", "no-such-key", key + " ", " " + key, key + key, "0", "1"};
    case FieldType::choices:
        return {" ", "no-such-key", key + " ", " " + key, key + "  " + key, key + "," + key, key + " no-such-key"};
    case FieldType::reference:
        out = no_id;
        out.push_back(other);
        return out;
    case FieldType::any_reference:
        return no_id;
    case FieldType::references:
        out.push_back(other);
        out.push_back(id + " " + other);
        [[fallthrough]];
    case FieldType::any_references:
        out.insert(out.end(), no_id.begin() + 1, no_id.end());
        out.insert(out.end(), {id + "  " + id, id + "," + id, id + "\t" + id, id + " x"});
        return out;
    case FieldType::point:
        return {"",
                ",",
                "1",
                "1,",
                ",1",
                "1,2,3",
                "1, 2",
                " 1,2",
                "1,2 ",
                "+1,2",
                "01,2",
                "1,-0",
                "1.5,2",
                "1;2",
                "1 2",
                "500000001,0",
                "0,-500000001",
                "2147483648,0",
                "-2147483648,0",
                "1,2 3,4"};
    case FieldType::points:
        return {" ", "1", "1,2  3,4", " 1,2", "1,2 ", "1,2;3,4", "1,2 3", "1,2 3,4,5", "0,0 500000001,0"};
    case FieldType::polygon:
        return {" ",
                ";",
                "0,0",
                "0,0 1,0",
                "0,0 1,0 1,1;",
                ";0,0 1,0 1,1",
                "0,0 1,0 1,1;;0,0 1,0 1,1",
                "0,0 1,0 1,1;0,0 1,0",
                "0,0 1,0 1,1 ",
                "0,0 1,0 1,1; 0,0 1,0 1,1",
                "0,0 1,0 1,01",
                "0,0 1,0 1,500000001",
                "0,0 1,0 1,1|0,0 1,0 1,1"};
    case FieldType::date:
        return {"", "2026-02-29", "2026-13-01", "2026-1-1", "20260101", " 2026-01-01", "2026-01-01 ", "0000-01-01"};
    case FieldType::address:
        return {"", "1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "::g", "1.2.3.4/32"};
    case FieldType::prefix:
        return {"", "10.0.0.0", "10.0.0.1/24", "10.0.0.0/33", "10.0.0.0/024", "10.0.0.0/ 24", "::/129"};
    case FieldType::vlan_number:
        return {"", "0", "4095", "-1", "+1", "01", " 1", "1 ", "1.5", "70000"};
    default:
        if (field.key == "origin")
            return {"",  "guessed", "Typed", " typed", "typed ", "planned\\", "planned:cables\\", "planned\\:cables",
                    ":", "0"};
        return {};
    }
}

TEST(Values, RefuseWhatIsMalformed) {
    std::set<FieldType> tried;
    std::size_t refused = 0;
    visit_value_fields([&](const Sample& sample, const Field& field) {
        const Texts texts = malformed(field);
        for (const std::string& text : texts) {
            const std::shared_ptr<void> row = sample.make();
            EXPECT_FALSE(field.read(text, row.get())) << sample.name << '.' << field.key << " \"" << text << '"';
            ++refused;
        }
        if (!texts.empty())
            tried.insert(field.type);
    });
    EXPECT_GT(refused, 4'000U);
    // All but bilingual texts and parts, which are not read from one text.
    EXPECT_EQ(tried.size(), 17U - 1U);
}

TEST(Values, OfWholeNumbersReachTheEndsOfTheirType) {
    visit_value_fields([](const Sample& sample, const Field& field) {
        if (field.type != FieldType::whole)
            return;
        const auto reads = [&](const char* text) {
            const std::shared_ptr<void> row = sample.make();
            return field.read(text, row.get()) && text_of(field, row.get()) == text;
        };
        SCOPED_TRACE(sample.name + '.' + std::string(field.key));
        EXPECT_TRUE(reads("2147483647"));
        EXPECT_TRUE(reads("-2147483648"));
        const bool wide = reads("2147483648");
        for (const char* text : {"-2147483649", "9223372036854775807", "-9223372036854775808"})
            EXPECT_EQ(reads(text), wide) << text;
    });
}

TEST(Values, OfPointsReachTheEndsOfThePlane) {
    Opening opening;
    const Field* from = record_of<Opening>().find("from");
    ASSERT_TRUE(from->read("500000000,-500000000", &opening));
    EXPECT_EQ(opening.from, (Point{max_coordinate, -max_coordinate}));
    Room room;
    const Field* outline = record_of<Room>().find("outline");
    ASSERT_TRUE(outline->read("0,0 9,0 9,9;1,1 2,1 2,2;3,3 4,3 4,4", &room));
    EXPECT_EQ(room.outline, (Polygon{{{0, 0}, {9, 0}, {9, 9}}, {{{1, 1}, {2, 1}, {2, 2}}, {{3, 3}, {4, 3}, {4, 4}}}}));
    ASSERT_TRUE(outline->read("", &room));
    EXPECT_TRUE(room.outline.empty() && room.outline.holes.empty());
}

// Law: an origin reads back whatever colons and backslashes its source and key hold.
TEST(Values, OfOriginsEscapeTheirSource) {
    const Field* field = record_of<Room>().find("origin");
    ASSERT_TRUE(field);
    std::mt19937_64 random(41);
    const auto any = [&] {
        std::string out;
        for (std::size_t n = random() % 6; n > 0; --n)
            out += "a:\\ 3F"[random() % 6];
        return out;
    };
    for (int i = 0; i < 20'000; ++i) {
        Room room;
        room.origin = {static_cast<OriginKind>(random() % 4), any(), any()};
        Room back;
        const std::string text = text_of(*field, &room);
        ASSERT_TRUE(field->read(text, &back)) << text;
        ASSERT_EQ(back.origin, room.origin) << text;
    }
    Room room;
    room.origin = {OriginKind::planned, "cables", "jk-7k3qx9m2pv:1"};
    EXPECT_EQ(text_of(*field, &room), "planned:cables:jk-7k3qx9m2pv:1");
    room.origin = {OriginKind::imported, "C:\\3F.dxf", ""};
    EXPECT_EQ(text_of(*field, &room), "imported:C\\:\\\\3F.dxf");
}

} // namespace
} // namespace riser
