// SPDX-License-Identifier: GPL-3.0-or-later
// The floor plan: walls open where doors are, every outlet once and knowing itself, texts clear of each other, sheets
// that hold their plan.
#include "exporters/drawings/floor_plan.h"
#include "exporters/drawings/plan_geometry.h"
#include "exporters/drawings/symbols.h"
#include "exporters/writers/svg.h"
#include "tests/exporters/tower.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <cmath>
#include <map>
#include <set>

namespace riser {
namespace {

FloorId floor_called(const Design& design, std::string_view label) {
    for (const Floor& floor : design.floors)
        if (floor.label == label)
            return floor.id;
    return {};
}

double area_of(const std::vector<Vertex>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vertex& a = ring[i];
        const Vertex& b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

bool inside(const std::vector<Vertex>& ring, double x, double y) {
    bool in = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > y) != (ring[j].y > y) &&
            x < (ring[j].x - ring[i].x) * (y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            in = !in;
    return in;
}

Wall wall_of(std::uint64_t id, Point a, Point b, int thickness) {
    Wall wall;
    wall.id = WallId{id};
    wall.line = {a, b};
    wall.thickness = Millimetres(thickness);
    return wall;
}

TEST(WallPieces, are_cut_at_a_door_and_nowhere_else) {
    const Wall wall = wall_of(1, {0, 0}, {10000, 0}, 200);
    Opening door;
    door.from = {4000, 0};
    door.to = {5000, 0};
    const std::array walls{&wall};
    const std::array openings{static_cast<const Opening*>(&door)};
    const std::vector<WallPiece> pieces = wall_pieces(walls, openings);
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_NEAR(area_of(pieces[0].outline) + area_of(pieces[1].outline), 9000 * 200.0, 1);
    for (const WallPiece& piece : pieces)
        EXPECT_FALSE(inside(piece.outline, 4500, 0));
}

TEST(WallPieces, close_the_corner_where_walls_meet) {
    const Wall a = wall_of(1, {0, 0}, {5000, 0}, 200);
    const Wall b = wall_of(2, {5000, 0}, {5000, 4000}, 300);
    const std::array walls{&a, &b};
    bool corner = false;
    for (const WallPiece& piece : wall_pieces(walls, {}))
        corner = corner || inside(piece.outline, 5149, 99);
    EXPECT_TRUE(corner); // the outer corner of the two thicknesses is filled
    double free_end = 1e9;
    for (const WallPiece& piece : wall_pieces(walls, {}))
        for (const Vertex& v : piece.outline)
            free_end = std::min(free_end, v.x);
    EXPECT_NEAR(free_end, 0, 1e-6); // a free end stays where it was drawn
}

TEST(DoorSwing, turns_from_the_open_leaf_to_the_far_jamb) {
    for (const int side : {1, -1}) {
        const auto paths = door_swing({0, 0}, {900, 0}, side);
        ASSERT_EQ(paths.size(), 2u);
        const Vertex tip = paths[0][1];
        EXPECT_NEAR(tip.x, 0, 1e-9);
        EXPECT_NEAR(tip.y, -900.0 * side, 1e-9); // y down: left of the line is up
        EXPECT_NEAR(paths[1][1].x, 900, 1e-9);
        const PaperBox box = bounds({{}, {}, PathShape{paths[1], false, {}}});
        // A quarter circle about the hinge stays in its quarter.
        EXPECT_NEAR(box.low.x, 0, 1e-6);
        EXPECT_NEAR(box.high.x, 900, 1e-6);
        EXPECT_NEAR(box.height(), 900, 1e-6);
    }
    EXPECT_EQ(door_swing({0, 0}, {1800, 0}, 1).size(), 4u);
}

TEST(Band, keeps_its_width_along_a_bend) {
    const std::vector<Point> line{{0, 0}, {1000, 0}, {1000, 1000}};
    EXPECT_NEAR(area_of(band(line, 100)), 2000 * 100.0, 1);
    EXPECT_TRUE(band(std::vector<Point>{{5, 5}, {5, 5}}, 100).empty());
}

TEST(FloorPlan, shows_each_outlet_once_and_what_it_is) {
    const Design design = tower({.floors = 3, .kinds = 5});
    const FloorId floor = floor_called(design, "2F");
    const FloorPlan plan = floor_plan(Facts(design), floor);
    std::map<AnyId, int> symbols;
    for (const DrawingItem& item : plan.drawing.items)
        if (item.layer == DrawingLayer::outlet && std::holds_alternative<SymbolShape>(item.shape))
            ++symbols[item.shows];
    std::size_t expected = 0;
    for (const Outlet& outlet : design.outlets)
        if (outlet.floor == floor) {
            ++expected;
            EXPECT_EQ(symbols[AnyId(outlet.id)], 1);
        }
    EXPECT_GT(expected, 20u);
    EXPECT_EQ(symbols.size(), expected);
}

TEST(FloorPlan, marks_each_hole_and_says_its_size_beside_it) {
    Design design = tower({.floors = 3, .kinds = 2});
    const FloorId floor = floor_called(design, "2F");
    std::set<AnyId> holes;
    const Table<Penetration> rows = design.penetrations;
    for (Penetration row : rows)
        if (row.floor == floor) {
            row.label = "2F-PE01";
            design.penetrations.put(row);
            holes.insert(row.id);
        }
    ASSERT_FALSE(holes.empty());
    const FloorPlan plan = floor_plan(Facts(design), floor);
    std::map<AnyId, int> squares;
    std::size_t said = 0, leaders = 0;
    for (const DrawingItem& item : plan.drawing.items) {
        if (item.shows.kind != Kind::penetrations)
            continue;
        EXPECT_TRUE(holes.contains(item.shows));
        EXPECT_EQ(item.layer, DrawingLayer::fire);
        squares[item.shows] += std::holds_alternative<PolygonShape>(item.shape);
        leaders += std::holds_alternative<PathShape>(item.shape);
        if (const TextShape* text = std::get_if<TextShape>(&item.shape)) {
            EXPECT_EQ(text->text, "2F-PE01 400×150 防火包");
            ++said;
        }
    }
    EXPECT_EQ(squares.size(), holes.size());
    for (const auto& [hole, count] : squares)
        EXPECT_EQ(count, 1);
    EXPECT_GT(said, 0u);
    EXPECT_EQ(leaders, 2 * holes.size() + said) << "a cross each, and a leader to each name";
}

TEST(FloorPlan, every_symbol_and_wall_and_room_knows_its_row) {
    const Design design = tower({.floors = 2, .distributors = 2, .shafts = 2, .kinds = 9});
    const FloorPlan plan = floor_plan(Facts(design), floor_called(design, "1F"));
    std::size_t checked = 0;
    for (const DrawingItem& item : plan.drawing.items) {
        EXPECT_TRUE(design.contains(item.shows)) << name_of(item.layer).key;
        ++checked;
    }
    EXPECT_GT(checked, 200u);
}

TEST(FloorPlan, texts_lie_clear_of_each_other) {
    const Design design = tower({.floors = 2, .distributors = 2, .shafts = 2, .kinds = 9});
    for (const Language language : {Language::zh, Language::en})
        for (const double scale : {50.0, 100.0, 200.0}) {
            const FloorPlan plan =
                floor_plan(Facts(design), floor_called(design, "1F"), {.language = language, .scale = scale});
            std::vector<const DrawingItem*> texts;
            for (const DrawingItem& item : plan.drawing.items)
                if (std::holds_alternative<TextShape>(item.shape))
                    texts.push_back(&item);
            for (std::size_t i = 0; i < texts.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    // Lines of one room's block share its box; their metrics boxes may touch.
                    if (texts[i]->shows == texts[j]->shows)
                        continue;
                    EXPECT_FALSE(overlap(bounds(*texts[i]), bounds(*texts[j])))
                        << std::get<TextShape>(texts[i]->shape).text << " | "
                        << std::get<TextShape>(texts[j]->shape).text << " at 1:" << scale;
                }
        }
}

TEST(FloorPlanSheet, holds_all_of_the_plan_at_a_usual_scale) {
    for (const int bays : {3, 8, 20, 60}) {
        const Design design = tower({.floors = 1, .bays = bays});
        const Drawing sheet = floor_plan_sheet(Facts(design), floor_called(design, "1F"));
        for (const DrawingItem& item : sheet.items) {
            const PaperBox box = bounds(item);
            EXPECT_TRUE(sheet.extent.contains(box.low) && sheet.extent.contains(box.high))
                << name_of(item.layer).key << ' ' << bays;
        }
        const std::string text = svg(sheet, Language::zh);
        pugi::xml_document xml;
        EXPECT_TRUE(xml.load_string(text.c_str()));
        EXPECT_NE(text.find("1F 综合布线平面图"), std::string::npos);
    }
}

TEST(FloorPlanSheet, is_the_one_that_the_design_gives) {
    Design design = tower({.floors = 1});
    Sheet sheet;
    sheet.id = SheetId{5};
    sheet.number = "ELV-77";
    sheet.title = {"一层平面", "Ground floor"};
    sheet.size = SheetSize::a0;
    design.sheets.put(sheet);
    Viewport viewport;
    viewport.id = ViewportId{6};
    viewport.sheet = sheet.id;
    viewport.floor = floor_called(design, "1F");
    viewport.scale = 75;
    design.viewports.put(viewport);
    const Drawing drawing = floor_plan_sheet(Facts(design), *viewport.floor);
    EXPECT_NEAR(drawing.extent.width(), 1189, 0.1);
    const std::string text = svg(drawing, Language::en);
    EXPECT_NE(text.find("ELV-77"), std::string::npos);
    EXPECT_NE(text.find("1:75"), std::string::npos);
    EXPECT_NE(text.find("Ground floor"), std::string::npos);
}

TEST(FloorPlanSheet, explains_only_what_it_shows) {
    Design design = tower({.floors = 1, .kinds = 2});
    const auto text = [&] { return svg(floor_plan_sheet(Facts(design), floor_called(design, "1F")), Language::en); };
    EXPECT_EQ(svg(floor_plan_sheet(Facts(design), floor_called(design, "1F"), {.language = Language::en}), Language::en)
                  .find("Conduit"),
              std::string::npos);
    PathwayRun conduit = *design.pathway_runs.begin();
    for (const PathwayRun& run : design.pathway_runs)
        if (const PathwayNode* node = design.find(run.from);
            node->floor == floor_called(design, "1F") && run.kind == PathwayKind::tray)
            conduit = run;
    conduit.kind = PathwayKind::conduit;
    design.pathway_runs.put(conduit);
    EXPECT_NE(text().find("线管"), std::string::npos);
}

TEST(FloorPlan, moves_a_label_where_the_draughtsman_put_it) {
    Design design = tower({.floors = 1});
    const FloorId floor = floor_called(design, "1F");
    const Outlet* outlet = nullptr;
    for (const Outlet& row : design.outlets)
        if (row.floor == floor)
            outlet = &row;
    Annotation moved;
    moved.id = AnnotationId{9};
    moved.kind = AnnotationKind::moved_label;
    moved.floor = floor;
    moved.subject = AnyId(outlet->id);
    moved.points = {{12345, 6789}};
    design.annotations.put(moved);
    bool found = false;
    for (const DrawingItem& item : floor_plan(Facts(design), floor).drawing.items)
        if (const auto* text = std::get_if<TextShape>(&item.shape); text && item.shows == AnyId(outlet->id))
            found = text->at == PaperPoint{12345, -6789};
    EXPECT_TRUE(found);
}

TEST(FloorPlan, tells_rooms_of_different_roles_apart) {
    std::set<std::pair<Symbol, std::string_view>> seen;
    const std::array roles{SpaceRole::campus_distributor, SpaceRole::building_distributor, SpaceRole::floor_distributor,
                           SpaceRole::equipment_room,     SpaceRole::core_machine_room,    SpaceRole::entrance_room,
                           SpaceRole::elv_shaft};
    for (const SpaceRole role : roles)
        seen.emplace(symbol_of(role), letters_of(role));
    EXPECT_EQ(seen.size(), roles.size());
}

TEST(FloorPlan, marks_an_axis_beside_the_building_only) {
    Design design = tower({.floors = 1});
    const FloorId floor = floor_called(design, "1F");
    design.axis_lines = {};
    AxisLine axis;
    axis.id = AxisLineId{7};
    axis.floor = floor;
    axis.label = "Q7";
    // From far below to the middle of a room.
    for (const Room& room : design.rooms)
        if (room.floor == floor && room.use == RoomUse::office)
            axis.to = *inner_point(room.outline);
    axis.from = axis.to - Point{0, 40'000};
    const auto bubbles = [&] {
        design.axis_lines.put(axis);
        std::vector<PaperPoint> out;
        for (const DrawingItem& item : floor_plan(Facts(design), floor).drawing.items)
            if (const auto* text = std::get_if<TextShape>(&item.shape); text && item.shows == AnyId(axis.id))
                out.push_back(text->at);
        return out;
    };
    const std::vector<PaperPoint> found = bubbles();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_GT(found[0].y, -static_cast<double>(axis.from.y)); // the lower end
    axis.to.y += 80'000;
    EXPECT_EQ(bubbles().size(), 2u);
    axis.label.clear();
    EXPECT_EQ(bubbles().size(), 0u);
}

TEST(FloorPlan, moves_a_rooms_name_aside_from_its_points) {
    Design design = tower({.floors = 1});
    const FloorId floor = floor_called(design, "1F");
    Outlet point;
    for (const Outlet& outlet : design.outlets)
        if (outlet.floor == floor && outlet.room)
            point = outlet;
    ASSERT_TRUE(point.room);
    const Room office = *design.find(*point.room);
    // A column of points up the middle of the room.
    const Point middle = *inner_point(office.outline);
    for (int i = -4; i <= 4; ++i) {
        point.id = OutletId{static_cast<std::uint64_t>(1000 + i)};
        point.place = middle + Point{0, i * 700};
        design.outlets.put(point);
    }
    std::vector<PaperBox> symbols;
    std::vector<PaperBox> names;
    for (const DrawingItem& item : floor_plan(Facts(design), floor).drawing.items) {
        if (item.layer == DrawingLayer::outlet && std::holds_alternative<SymbolShape>(item.shape))
            symbols.push_back(bounds(item));
        if (item.layer == DrawingLayer::room_text && item.shows == AnyId(office.id))
            names.push_back(bounds(item));
    }
    ASSERT_FALSE(names.empty());
    for (const PaperBox& name : names)
        for (const PaperBox& symbol : symbols)
            EXPECT_FALSE(overlap(name, symbol));
}

TEST(FloorPlan, of_an_empty_floor_is_empty) {
    const FloorPlan plan = floor_plan(Facts(Design()), FloorId{1});
    EXPECT_TRUE(plan.drawing.items.empty());
    EXPECT_GT(plan.drawing.extent.width(), 0);
}

} // namespace
} // namespace riser
