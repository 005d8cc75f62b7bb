// SPDX-License-Identifier: GPL-3.0-or-later
// The system diagram of towers of all sizes: no text over another, nothing outside its sheet, every symbol knowing what
// it shows, every floor and point counted, both languages complete.
#include "exporters/drawings/system_content.h"
#include "exporters/drawings/system_diagram.h"
#include "exporters/writers/svg.h"
#include "tests/exporters/tower.h"
#include "tests/support/drawn_texts.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace riser {
namespace {

std::vector<Drawing> sheets_of(const Design& design, Language language) {
    std::vector<Drawing> out;
    const Facts facts(design);
    for (const auto& plane : planes_to_draw(design))
        for (Drawing& sheet : system_diagram(facts, design.buildings.begin()->id, plane, {.language = language}))
            out.push_back(std::move(sheet));
    return out;
}

std::string outside(const Drawing& sheet) {
    for (const DrawingItem& item : sheet.items) {
        const PaperBox box = bounds(item);
        if (!sheet.extent.contains(box.low) || !sheet.extent.contains(box.high)) {
            const auto* text = std::get_if<TextShape>(&item.shape);
            return text ? text->text : std::string(name_of(item.layer).key);
        }
    }
    return {};
}

RC_GTEST_PROP(SystemDiagram, never_lays_text_on_text_nor_leaves_the_sheet, ()) {
    TowerOptions options;
    options.seed = *rc::gen::inRange<std::uint64_t>(1, 1000000);
    options.floors = *rc::gen::inRange(1, 41);
    options.basements = *rc::gen::inRange(0, 4);
    options.distributors = *rc::gen::inRange(1, 7);
    options.shafts = *rc::gen::inRange(0, options.distributors + 1);
    options.kinds = *rc::gen::inRange(1, 10);
    options.bays = *rc::gen::inRange(options.distributors + 1, options.distributors + 6);
    options.backbone = *rc::gen::arbitrary<bool>();
    options.core = *rc::gen::arbitrary<bool>();
    options.long_names = *rc::gen::arbitrary<bool>();
    const Design design = tower(options);
    for (const Language language : {Language::zh, Language::en})
        for (const Drawing& sheet : sheets_of(design, language)) {
            const std::string clash = test::overlapping_texts(sheet);
            const std::string lost = outside(sheet);
            RC_ASSERT(clash == "");
            RC_ASSERT(lost == "");
        }
}

TEST(SystemDiagram, shows_every_floor_and_every_distributor_once) {
    const Design design = tower({.floors = 9, .distributors = 2, .shafts = 2});
    std::set<AnyId> floors;
    std::multiset<AnyId> spaces;
    for (const Drawing& sheet : sheets_of(design, Language::zh))
        for (const DrawingItem& item : sheet.items) {
            if (item.shows.kind == Kind::floors)
                floors.insert(item.shows);
            if (item.layer == DrawingLayer::space && std::holds_alternative<SymbolShape>(item.shape))
                spaces.insert(item.shows);
        }
    EXPECT_EQ(floors.size(), design.floors.size());
    EXPECT_EQ(spaces.size(), 20u);
    EXPECT_EQ(std::set<AnyId>(spaces.begin(), spaces.end()).size(), 20u);
}

TEST(SystemDiagram, every_symbol_outside_the_legend_shows_a_row) {
    const Design design = tower({.floors = 5, .distributors = 2, .shafts = 2, .kinds = 9});
    std::size_t symbols = 0;
    for (const Drawing& sheet : sheets_of(design, Language::zh))
        for (const DrawingItem& item : sheet.items)
            if (std::holds_alternative<SymbolShape>(item.shape) && item.layer != DrawingLayer::legend) {
                EXPECT_TRUE(design.contains(item.shows));
                ++symbols;
            }
    EXPECT_GT(symbols, 50u);
}

TEST(SystemContent, counts_each_point_once_and_follows_the_shafts) {
    const Design design = tower({.floors = 6, .distributors = 3, .shafts = 2, .kinds = 4, .bays = 9});
    const Facts facts(design);
    const SystemContent content = system_content(facts, design.buildings.begin()->id, design.planes.begin()->id);
    ASSERT_EQ(content.shafts.size(), 2u);
    EXPECT_EQ(content.shafts[0].label.zh, "1 号竖井 SH1");
    EXPECT_EQ(content.floors.front().label, "6F");
    EXPECT_EQ(content.floors.back().label, "B1");
    std::int64_t by_floor = 0;
    std::int64_t beside = 0;
    std::int64_t cores = 0;
    for (const SystemFloor& floor : content.floors) {
        by_floor += floor.points;
        cores += floor.cores;
        EXPECT_TRUE(floor.unserved.empty());
        for (const SystemNode& node : floor.nodes)
            for (const SystemPoints& points : node.points)
                beside += points.count;
    }
    EXPECT_EQ(by_floor, static_cast<std::int64_t>(design.jacks.size()));
    EXPECT_EQ(beside, by_floor);
    EXPECT_EQ(cores, 6 * 3 * 24);
    EXPECT_EQ(content.shafts[0].cores, 6 * 24);
    for (const SystemNode& node : content.floors.front().nodes) {
        ASSERT_EQ(node.links.size(), 1u);
        EXPECT_EQ(node.links[0].shaft.has_value(), !node.label.ends_with("E3"));
    }
}

TEST(SystemContent, says_which_points_nobody_serves) {
    Design design = tower({.floors = 2});
    const JackId jack = design.jacks.begin()->id;
    for (const Termination& end : Table<Termination>(design.terminations))
        if (end.on == AnyId(jack))
            design.terminations.erase(end.id);
    const SystemContent content =
        system_content(Facts(design), design.buildings.begin()->id, design.planes.begin()->id);
    std::int64_t unserved = 0;
    for (const SystemFloor& floor : content.floors)
        for (const SystemPoints& points : floor.unserved)
            unserved += points.count;
    EXPECT_EQ(unserved, 1);
}

TEST(SystemContent, has_the_core_machine_room_where_no_device_stands_yet) {
    Design design = tower({.floors = 2, .backbone = false, .core = false});
    const RoomId room = design.rooms.begin()->id;
    const auto with = [&](std::uint64_t id, SpaceRole role) {
        Space space;
        space.id = SpaceId{id};
        space.room = room;
        space.role = role;
        space.label = "S" + std::to_string(id);
        design.spaces.put(space);
        const SystemContent content =
            system_content(Facts(design), design.buildings.begin()->id, design.planes.begin()->id);
        std::set<AnyId> out;
        for (const SystemBox& box : content.core)
            out.insert(box.shows);
        return out;
    };
    EXPECT_EQ(with(1, SpaceRole::equipment_room), std::set<AnyId>{AnyId(SpaceId{1})});
    EXPECT_EQ(with(2, SpaceRole::core_machine_room), std::set<AnyId>{AnyId(SpaceId{2})});
}

TEST(SystemDiagram, counts_nothing_that_is_not_designed) {
    const auto dashes = [](const TowerOptions& options) {
        int count = 0;
        for (const Drawing& sheet : sheets_of(tower(options), Language::zh))
            for (const DrawingItem& item : sheet.items)
                if (const auto* text = std::get_if<TextShape>(&item.shape))
                    count += item.layer == DrawingLayer::table && text->text == "–";
        return count;
    };
    EXPECT_EQ(dashes({.floors = 3, .basements = 0, .backbone = true}), 0);
    EXPECT_EQ(dashes({.floors = 3, .basements = 0, .backbone = false}), 4); // cores of three floors and their sum
}

TEST(SystemDiagram, of_an_empty_design_is_a_sheet_all_the_same) {
    Design design;
    Building building;
    building.id = BuildingId{1};
    design.buildings.put(building);
    const auto sheets = system_diagram(Facts(design), building.id, std::nullopt);
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(test::overlapping_texts(sheets[0]), "");
}

} // namespace
} // namespace riser
