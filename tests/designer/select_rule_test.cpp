// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting by rule against plain loops over the tables; what is wrong is told by its column; no text breaks the
// parser.
#include "designer/session/select_rule.h"

#include "designer/session/related.h"
#include "model/base/geometry.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/checks/deck.h"
#include "solvers/planning/steps.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace riser {
namespace {

Design planned() {
    test::BuildingBuilder builder = test::office_block(3, 6);
    Body body;
    body.code = "CPPCC";
    body.name = {"政协", "CPPCC"};
    Edit edit(builder.design, {"", ""}, builder.ids);
    const BodyId owner = edit.put(body);
    int turn = 0;
    std::vector<Room> rooms;
    for (const Room& room : edit.design().rooms)
        if (turn++ % 2)
            rooms.push_back(room);
    for (Room& room : rooms) {
        room.body = owner;
        edit.put(room);
    }
    EXPECT_TRUE(perform_steps(edit, {}));
    // One cable too long (CAB-02), one office smaller than the others.
    Cable cable = *edit.design().cables.begin();
    cable.exit_drop = metres(95);
    edit.put(cable);
    for (const Room& row : edit.design().rooms)
        if (row.use == RoomUse::office) {
            Room small = row;
            small.outline = {{{0, 0}, {3000, 0}, {3000, 3000}, {0, 3000}}, {}};
            edit.put(small);
            break;
        }
    return std::move(edit).commit();
}

struct SelectRule : ::testing::Test {
    std::set<AnyId> ids(const char* text) {
        const auto found = select_by_rule(QString::fromUtf8(text), facts, report);
        EXPECT_TRUE(found) << text << ": " << (found ? "" : to_string(found.error(), Language::en));
        return found ? std::set<AnyId>(found->begin(), found->end()) : std::set<AnyId>();
    }
    std::uint32_t column(const char* text) {
        const auto found = select_by_rule(QString::fromUtf8(text), facts, report);
        EXPECT_FALSE(found) << text;
        return found ? 0 : found.error().where.column;
    }
    template<class Row, class Holds> std::set<AnyId> loop(Holds holds) {
        std::set<AnyId> out;
        for (const Row& row : design.table<Row>())
            if (holds(row))
                out.insert(AnyId(row.id));
        return out;
    }
    FloorId floor(std::string_view label) {
        for (const Floor& row : design.floors)
            if (row.label == label)
                return row.id;
        return {};
    }
    const Design design = planned();
    const Facts facts{design};
    const CheckReport report = run_checks(facts, *built_in_deck(built_in_deck_names().front()));
};

TEST_F(SelectRule, finds_what_a_loop_finds) {
    const std::string label = (*design.floors.begin()).label;
    const auto of_body_on = loop<Outlet>([&](const Outlet& row) {
        const Room* room = row.room ? design.find(*row.room) : nullptr;
        return room && room->body && row.floor == floor(label);
    });
    ASSERT_FALSE(of_body_on.empty());
    EXPECT_EQ(ids(("outlets of 政协 on " + label).c_str()), of_body_on);
    EXPECT_EQ(ids((label + " 政协的插座").c_str()), of_body_on);
    EXPECT_EQ(ids(("cppcc outlets " + label).c_str()), of_body_on);

    const auto small =
        loop<Room>([](const Room& row) { return row.use == RoomUse::office && area(row.outline).value < 10'000'000; });
    ASSERT_EQ(small.size(), 1U);
    EXPECT_EQ(ids("rooms use=office area<10"), small);
    EXPECT_EQ(ids("房间 用途:办公室 面积小于10平方米"), small);

    std::vector<std::int32_t> lengths;
    for (const MeasuredCable& cable : facts.get<CableLengths>().cables)
        if (cable.length)
            lengths.push_back(cable.length->total().value);
    ASSERT_GT(lengths.size(), 4U);
    std::sort(lengths.begin(), lengths.end());
    const std::int32_t middle = lengths[lengths.size() / 2];
    const auto longer = loop<Cable>([&](const Cable& row) {
        const CableLength* length = facts.get<CableLengths>().of(row.id);
        return length && length->total().value > middle;
    });
    ASSERT_FALSE(longer.empty());
    EXPECT_EQ(ids(("cables length>" + std::to_string(middle) + " mm").c_str()), longer);
    EXPECT_EQ(ids(("缆线 长度大于" + std::to_string(middle) + "毫米").c_str()), longer);
}

TEST_F(SelectRule, unrouted_and_its_opposite_share_the_whole) {
    Design bare = design;
    const Termination cut = *bare.terminations.begin();
    for (const Termination& row : design.terminations)
        if (row.cable == cut.cable)
            bare.terminations.erase(row.id);
    const Facts now(bare);
    const auto unrouted = select_by_rule(QStringLiteral("jacks unrouted"), now, report);
    const auto routed = select_by_rule(QStringLiteral("jacks not unrouted"), now, report);
    ASSERT_TRUE(unrouted);
    ASSERT_TRUE(routed);
    EXPECT_EQ(unrouted->size(), 1U);
    EXPECT_EQ(unrouted->size() + routed->size(), bare.jacks.size());
}

TEST_F(SelectRule, knows_subjects_of_findings) {
    ASSERT_FALSE(report.rules.empty());
    std::set<AnyId> all;
    for (const RuleReport& rule : report.rules) {
        std::set<AnyId> cables;
        for (const Finding& finding : report.findings)
            if (finding.rule == rule.id)
                for (const AnyId subject : finding.subjects)
                    if (subject.kind == Kind::cables)
                        cables.insert(subject);
        EXPECT_EQ(ids(("cables " + rule.id).c_str()), cables);
        all.insert(cables.begin(), cables.end());
        if (rule.id == "CAB-02") {
            EXPECT_EQ(cables.size(), 1U);
        }
    }
    EXPECT_FALSE(all.empty());
    EXPECT_EQ(ids("cables findings"), all);
}

TEST_F(SelectRule, says_where_it_is_wrong_and_what_it_expected) {
    EXPECT_EQ(column("outlets on 99F"), 12U);
    EXPECT_EQ(column("rooms use=castle"), 11U);
    EXPECT_EQ(column("rooms colour=red"), 7U);
    EXPECT_EQ(column("cables length>long"), 15U);
    EXPECT_EQ(column("cables length>"), 14U);
    EXPECT_EQ(column("rooms number=\"1"), 14U);
    EXPECT_EQ(column(""), 1U);
    const auto found = select_by_rule(QStringLiteral("rooms use=castle"), facts, report);
    EXPECT_NE(found.error().fix.en.find("office"), std::string::npos);
    EXPECT_NE(found.error().fix.zh.find("办公室"), std::string::npos);
}

TEST_F(SelectRule, no_text_breaks_it) {
    const std::vector<QString> pieces{"outlets", "房间",   "jacks",   "cables",   "桥架",     "on",     "of", "in",
                                      "not",     "=",      "<",       ">=",       "~",        "\"",     "“",  "政协",
                                      "1F",      "length", "面积",    "use",      "office",   "90",     "m",  "1e999",
                                      "nan",     "-",      "的",      "unrouted", "findings", "CAB-02", " ",  "，",
                                      "floor",   "place",  "outline", "route",    "origin"};
    std::mt19937 random(7);
    std::size_t right = 0;
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (auto n = random() % 7; n > 0; --n) {
            text += random() % 8 ? pieces[random() % pieces.size()]
                                 : QString(QChar(static_cast<char16_t>(random() % 0xffff)));
            text += random() % 3 ? QStringLiteral(" ") : QString();
        }
        names_a_kind(text);
        const auto found = select_by_rule(text, facts, report);
        right += found.has_value();
        if (!found) {
            EXPECT_GE(found.error().where.column, 1U);
            EXPECT_LE(found.error().where.column, static_cast<std::uint32_t>(text.size()) + 1);
            EXPECT_FALSE(found.error().message.zh.empty() || found.error().message.en.empty());
        }
    }
    EXPECT_GT(right, 500U);
}

TEST_F(SelectRule, each_condition_takes_away) {
    const std::vector<std::string> conditions{"of 政协", "on 1F", "findings", "not unrouted", "sockets>=0"};
    std::string text = "outlets";
    std::set<AnyId> before = ids(text.c_str());
    EXPECT_EQ(before.size(), design.outlets.size());
    for (const std::string& condition : conditions) {
        const std::set<AnyId> now = ids((text += " " + condition).c_str());
        EXPECT_TRUE(std::includes(before.begin(), before.end(), now.begin(), now.end())) << text;
        before = now;
    }
}

TEST_F(SelectRule, the_same_and_the_connected) {
    const Outlet& outlet = *design.outlets.begin();
    const auto holds = [](const std::vector<AnyId>& in, AnyId id) {
        return std::find(in.begin(), in.end(), id) != in.end();
    };
    for (const AnyId id : same_as(design, {outlet.id}, Same::room))
        if (const Outlet* row = id.kind == Kind::outlets ? design.find(OutletId{id.value}) : nullptr) {
            EXPECT_EQ(row->room, outlet.room);
        }
    const auto alike = same_as(design, {outlet.id}, Same::kind);
    const auto on_floor = loop<Outlet>([&](const Outlet& row) { return row.floor == outlet.floor; });
    EXPECT_EQ(std::set<AnyId>(alike.begin(), alike.end()), on_floor);

    // From an outlet to its cables' runs; and from such a run back to the outlet.
    const std::vector<AnyId> way = connected_to(facts, {outlet.id});
    bool has_run = false;
    for (const AnyId id : way)
        if (const Cable* cable = id.kind == Kind::cables ? design.find(CableId{id.value}) : nullptr)
            for (const RouteStep& step : cable->route) {
                has_run = true;
                EXPECT_TRUE(holds(way, step.run));
                EXPECT_TRUE(holds(connected_to(facts, {step.run}), outlet.id));
            }
    EXPECT_TRUE(has_run);
}

} // namespace
} // namespace riser
