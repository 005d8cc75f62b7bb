// SPDX-License-Identifier: GPL-3.0-or-later
// The tools without a window: what a gesture changes in the design, as one step that undo takes back whole, and what is
// refused with a reason. One pixel of the stand-in canvas is 10 mm.
#include "designer/canvas/painted_bounds.h"
#include "designer/tools/all_tools.h"
#include "designer/tools/arrange.h"
#include "designer/tools/exact_input.h"
#include "designer/tools/outlet_tool.h"
#include "designer/tools/snap.h"
#include "model/edits/cabling_edits.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

class FakeCanvas : public CanvasView {
  public:
    Document& document() override { return document_; }
    Selection& selection() override { return selection_; }
    FloorId floor() const override { return floor_; }
    Language language() const override { return Language::en; }
    const Picture* picture() const override { return picture_.get(); }
    PaintView view() const override { return {.zoom = 0.1, .origin = {0, 0}, .clip = {}}; }
    std::bitset<drawing_layer_count> hidden() const override { return {}; }
    void repaint() override { ++repaints; }
    void tell(const Error& error) override { told.push_back(error); }
    void say(const Text& message) override { said.push_back(message); }

    Document document_;
    Selection selection_;
    FloorId floor_;
    std::unique_ptr<Picture> picture_;
    std::vector<Error> told;
    std::vector<Text> said;
    int repaints = 0;
};

// Three offices in a row over a corridor, a telecom room; data, camera and wireless points; a tray in the corridor.
struct Case {
    test::BuildingBuilder house;
    FakeCanvas canvas;
    PlaneId open, secret;
    PointKindId data, camera, wireless;
    std::unique_ptr<Tool> tool;

    template<class Row> Id<Row> put(Row row) {
        row.id = house.ids.next<Row>();
        const Id<Row> id = row.id;
        house.design.table<Row>().put(std::move(row));
        return id;
    }
    Case() {
        canvas.floor_ = house.with_floor("3F",
                                         {"AAAAABBBBBDDDDDZZZ", "AAAAABBBBBDDDDDZZZ", "AAAAABBBBBDDDDDZZZ",
                                          "CCCCCCCCCCCCCCCCCC", "CCCCCCCCCCCCCCCCCC"},
                                         {{'A', {.number = "301"}},
                                          {'B', {.number = "302"}},
                                          {'D', {.number = "303"}},
                                          {'Z', {.use = RoomUse::telecom_room, .number = "304"}},
                                          {'C', {.use = RoomUse::corridor, .number = "305"}}});
        open = house.with_plane("W");
        secret = house.with_plane("N", Disclosure::secret);
        data = house.with_kind("TD");
        PointKind kind;
        kind.code = "FC";
        kind.camera = true;
        camera = put(kind);
        kind.code = "AP";
        kind.camera = false;
        kind.wireless = true;
        wireless = put(kind);
        Space space;
        space.room = house.room('Z');
        put(space);
        PathwayNode node;
        node.floor = canvas.floor_;
        node.place = {500, 1'000};
        node.elevation = Millimetres(2'800);
        PathwayRun run;
        run.from = put(node);
        node.place = {14'500, 1'000};
        run.to = put(node);
        run.width = Millimetres(200);
        run.height = Millimetres(100);
        put(run);
    }
    // Opens the design; what the tests do is done to it.
    Case& with(const char* name) {
        canvas.document_.adopt(house.design);
        tool = make_tool(name);
        EXPECT_TRUE(tool) << name;
        return *this;
    }
    const Design& design() const { return canvas.document_.design(); }
    std::size_t steps() const { return canvas.document_.history().steps(); }
    Pointer at(Point p, Qt::KeyboardModifiers keys = Qt::NoModifier) const { return {canvas.to_screen(p), p, p, keys}; }
    void click(Point p, Qt::KeyboardModifiers keys = Qt::NoModifier) {
        tool->move(canvas, at(p, keys));
        tool->press(canvas, at(p, keys));
        tool->release(canvas, at(p, keys));
    }
    void drag(Point from, Point to) {
        tool->move(canvas, at(from));
        tool->press(canvas, at(from));
        tool->move(canvas, at(from + Point{(to.x - from.x) / 2, (to.y - from.y) / 2}));
        tool->move(canvas, at(to));
        tool->release(canvas, at(to));
    }
    // A text typed instead of a click.
    void type(const char* text, Point pointer = {}) {
        const Result<Point> place = exact_place(text, tool->base(), pointer);
        ASSERT_TRUE(place) << text;
        tool->typed(canvas, *place);
    }
    ErrorCode last_error() const { return canvas.told.empty() ? ErrorCode::internal_fault : canvas.told.back().code; }
    // One step was made, the design differs, and undo restores it.
    void expect_one_step() {
        EXPECT_EQ(steps(), 1U);
        EXPECT_TRUE(canvas.told.empty()) << to_string(canvas.told.back(), Language::en);
        EXPECT_FALSE(design() == house.design);
        EXPECT_TRUE(canvas.document_.undo());
        EXPECT_TRUE(design() == house.design);
        EXPECT_TRUE(canvas.document_.redo());
    }
    // Nothing was changed, and a reason and a way out were told.
    void expect_refused(ErrorCode code) {
        EXPECT_EQ(steps(), 0U);
        EXPECT_TRUE(design() == house.design);
        ASSERT_EQ(canvas.told.size(), 1U);
        EXPECT_EQ(canvas.told.front().code, code);
        EXPECT_FALSE(canvas.told.front().message.zh.empty());
        EXPECT_FALSE(canvas.told.front().message.en.empty());
        EXPECT_FALSE(canvas.told.front().fix.en.empty());
    }
    template<class Row> const Row& only_new() const {
        const Row* found = nullptr;
        for (const Row& row : design().table<Row>())
            if (!house.design.find(row.id)) {
                EXPECT_FALSE(found) << "one row is new";
                found = &row;
            }
        ensure(found, "a row is new");
        return *found;
    }
};

TEST(Tools, EachHasAKeyOfItsOwnAHintAndOptionsThatHoldTheirValue) {
    Case c;
    std::vector<std::string_view> keys;
    for (const ToolEntry& entry : all_tools()) {
        keys.push_back(entry.key);
        const std::unique_ptr<Tool> tool = entry.make();
        EXPECT_FALSE(tool->hint().zh.empty()) << entry.name;
        EXPECT_FALSE(tool->hint().en.empty()) << entry.name;
        for (const ToolOption& option : tool->options(c.house.design)) {
            EXPECT_FALSE(option.title.zh.empty() || option.title.en.empty()) << entry.name;
            const auto holds = [&](const ToolOption::Value& value) { return value.key == option.value; };
            if (!option.values.empty()) {
                EXPECT_TRUE(option.value.empty() || std::any_of(option.values.begin(), option.values.end(), holds))
                    << entry.name << " " << option.key << "=" << option.value;
            }
            // What is chosen is what is shown.
            for (const ToolOption::Value& value : option.values) {
                const std::unique_ptr<Tool> other = entry.make();
                other->choose(option.key, value.key);
                for (const ToolOption& now : other->options(c.house.design))
                    if (now.key == option.key) {
                        EXPECT_EQ(now.value, value.key) << entry.name << " " << option.key;
                    }
            }
        }
    }
    std::sort(keys.begin(), keys.end());
    EXPECT_EQ(std::unique(keys.begin(), keys.end()), keys.end());
}

TEST(OutletTool, StandsOnTheWallOfItsRoomWithALabel) {
    Case c;
    c.with("outlet").click({400, 3'500});
    c.expect_one_step();
    const Outlet& outlet = c.only_new<Outlet>();
    EXPECT_EQ(outlet.place, (Point{30, 3'500}));
    EXPECT_EQ(outlet.room, c.house.room('A'));
    EXPECT_EQ(outlet.label, "3F-301-01");
    EXPECT_EQ(outlet.mounting, OutletMounting::wall);
    const Jack& jack = c.only_new<Jack>();
    EXPECT_EQ(jack.kind, c.data);
    EXPECT_EQ(jack.plane, c.open);
    EXPECT_EQ(jack.label, "3F-301-01-1");
    EXPECT_EQ(c.canvas.selection_.ids(), std::vector<AnyId>{outlet.id});
}

TEST(OutletTool, AltPutsItWhereThePointerIsAndChoicesStay) {
    Case c;
    c.with("outlet");
    c.tool->choose("jacks", "2");
    c.tool->choose("mounting", "floor-box");
    c.click({400, 3'500}, Qt::AltModifier);
    c.click({6'000, 3'000});
    ASSERT_EQ(c.design().outlets.size(), 2U);
    EXPECT_EQ(c.design().jacks.size(), 4U);
    std::vector<Point> places;
    for (const Outlet& outlet : c.design().outlets) {
        places.push_back(outlet.place);
        EXPECT_EQ(outlet.mounting, OutletMounting::floor_box);
        EXPECT_EQ(outlet.height, Millimetres(0));
    }
    std::sort(places.begin(), places.end());
    EXPECT_EQ(places, (std::vector<Point>{{400, 3'500}, {6'000, 3'000}}));
    EXPECT_EQ(c.steps(), 2U);
}

TEST(OutletTool, ExactInputGoesOnFromTheLastOne) {
    Case c;
    c.with("outlet");
    c.type("1000,2030");
    c.type("@1200,0");
    c.type("1.5m<90");
    std::vector<Point> places;
    for (const Outlet& outlet : c.design().outlets)
        places.push_back(outlet.place);
    std::sort(places.begin(), places.end());
    EXPECT_EQ(places, (std::vector<Point>{{1'000, 2'030}, {2'200, 2'030}, {2'200, 3'530}}));
}

TEST(OutletTool, AClassifiedPointNeedsItsApproval) {
    Case c;
    c.with("outlet");
    c.tool->choose("plane", to_string(c.secret));
    c.click({400, 3'500});
    c.expect_refused(ErrorCode::refused);
}

TEST(OutletTool, WithoutACatalogueItSaysSo) {
    Case c;
    c.house.design.point_kinds = {};
    c.with("outlet").click({400, 3'500});
    c.expect_refused(ErrorCode::refused);
}

TEST(OutletTool, PlacesOnWallsOfAnyDirection) {
    Design design;
    Room room;
    room.id = {7};
    room.floor = {3};
    room.outline = normalised({{{0, 0}, {4'000, 4'000}, {0, 8'000}, {-4'000, 4'000}}, {}});
    design.rooms.put(room);
    const Point place = place_on_wall(design, {3}, {1'500, 3'000}, {1'500, 3'000}, Millimetres(30));
    EXPECT_TRUE(contains(room.outline, place));
    EXPECT_NEAR(distance_to_ring(room.outline.outer, place).value, 30, 1);
    EXPECT_EQ(place_on_wall(design, {3}, {9'000, 9'000}, {9'000, 9'000}, Millimetres(30)), (Point{9'000, 9'000}));
}

TEST(CameraTool, StandsOnTheCeilingButNotInARestrictedArea) {
    for (const char* name : {"camera", "ap"}) {
        Case c;
        RestrictedArea area;
        area.floor = c.canvas.floor_;
        area.room = c.house.room('B');
        c.put(area);
        c.with(name).click({7'500, 3'500});
        c.expect_refused(ErrorCode::refused);
        c.canvas.told.clear();
        c.click({2'500, 3'500});
        c.expect_one_step();
        const Outlet& outlet = c.only_new<Outlet>();
        EXPECT_EQ(outlet.mounting, OutletMounting::ceiling);
        EXPECT_EQ(outlet.place, (Point{2'500, 3'500}));
        EXPECT_EQ(c.only_new<Jack>().kind, name == std::string("ap") ? c.wireless : c.camera);
    }
}

TEST(RoomTool, ARectangleByTwoClicksADragOrExactly) {
    const Ring expected{{0, 6'000}, {4'000, 6'000}, {4'000, 9'000}, {0, 9'000}};
    for (int way = 0; way < 3; ++way) {
        Case c;
        c.with("room");
        if (way == 0) {
            c.click({0, 6'000});
            c.click({4'000, 9'000});
        } else if (way == 1) {
            c.drag({0, 6'000}, {4'000, 9'000});
        } else {
            c.type("0,6000");
            c.type("@4000,3000");
        }
        c.expect_one_step();
        EXPECT_EQ(c.only_new<Room>().outline.outer, expected) << way;
        EXPECT_EQ(c.only_new<Room>().number, "306");
    }
}

TEST(RoomTool, APolygonEndsByEnterByADoubleClickAndAtItsFirstPlace) {
    for (int way = 0; way < 3; ++way) {
        Case c;
        c.with("room");
        c.tool->choose("shape", "polygon");
        c.tool->choose("use", "archive");
        c.click({0, 6'000});
        c.click({4'000, 6'000});
        c.click({2'000, 9'000});
        if (way == 0)
            c.tool->finish(c.canvas);
        else if (way == 1)
            c.tool->double_click(c.canvas, c.at({2'000, 9'000}));
        else
            c.click({30, 6'010});
        c.expect_one_step();
        EXPECT_EQ(c.only_new<Room>().outline.outer, (Ring{{0, 6'000}, {4'000, 6'000}, {2'000, 9'000}})) << way;
        EXPECT_EQ(c.only_new<Room>().use, RoomUse::archive);
        EXPECT_FALSE(c.tool->base()) << "the gesture is over";
    }
}

TEST(RoomTool, AnOutlineThatCrossesItselfIsNoRoomAndEscDropsTheGesture) {
    Case c;
    c.with("room");
    c.tool->choose("shape", "polygon");
    for (const Point p : {Point{0, 6'000}, {4'000, 9'000}, {4'000, 6'000}, {0, 9'000}})
        c.click(p);
    c.tool->finish(c.canvas);
    c.expect_refused(ErrorCode::bad_input);
    c.click({0, 6'000});
    EXPECT_TRUE(c.tool->cancel(c.canvas));
    EXPECT_FALSE(c.tool->base());
    EXPECT_FALSE(c.tool->cancel(c.canvas)) << "nothing is left to drop: the tool is left";
    EXPECT_EQ(c.steps(), 0U);
}

TEST(AreaTools, TakeAWholeRoom) {
    for (const char* name : {"fire", "restricted"}) {
        Case c;
        c.with(name);
        c.tool->choose("shape", "room");
        c.click({7'500, 3'500});
        c.expect_one_step();
        if (name == std::string("fire")) {
            EXPECT_EQ(c.only_new<FireCompartment>().outline, c.design().find(c.house.room('B'))->outline);
            EXPECT_EQ(c.only_new<FireCompartment>().label, "3F-F1");
        } else {
            EXPECT_EQ(c.only_new<RestrictedArea>().room, c.house.room('B'));
            EXPECT_TRUE(c.only_new<RestrictedArea>().no_camera);
        }
        Case nowhere;
        nowhere.with(name);
        nowhere.tool->choose("shape", "room");
        nowhere.click({-900, 900});
        nowhere.expect_refused(ErrorCode::refused);
    }
}

TEST(PathwayTool, ClicksMakeNodesAndRunsAndJoinWhatIsThere) {
    Case c;
    c.with("pathway");
    c.tool->choose("size", "100x50");
    c.click({7'000, 1'000}); // midway on the tray
    c.click({7'000, 3'000});
    c.type("2000<0");
    c.tool->finish(c.canvas);
    c.expect_one_step();
    EXPECT_EQ(c.design().pathway_nodes.size(), 5U);
    EXPECT_EQ(c.design().pathway_runs.size(), 4U);
    std::size_t narrow = 0;
    for (const PathwayRun& run : c.design().pathway_runs)
        narrow += run.width == Millimetres(100) && run.height == Millimetres(50);
    EXPECT_EQ(narrow, 2U);
    EXPECT_EQ(c.canvas.selection_.ids().size(), 2U);
    // And on from a node that is there.
    c.click({9'000, 3'000});
    c.click({9'000, 4'000});
    c.tool->double_click(c.canvas, c.at({9'000, 4'000}));
    EXPECT_EQ(c.design().pathway_nodes.size(), 6U);
    EXPECT_EQ(c.steps(), 2U);
}

TEST(PathwayTool, TheSameWayTwiceIsRefused) {
    Case c;
    c.with("pathway").click({500, 1'000});
    c.click({14'500, 1'000});
    c.tool->finish(c.canvas);
    c.expect_refused(ErrorCode::conflict);
    c.click({500, 1'000});
    c.tool->finish(c.canvas);
    EXPECT_EQ(c.canvas.told.size(), 1U) << "one place is no line, and no fault";
    EXPECT_EQ(c.steps(), 0U);
}

TEST(WallTool, DrawsItsCentreline) {
    Case c;
    c.with("wall");
    c.tool->choose("thickness", "120");
    c.click({0, 6'000});
    c.type("5000<90");
    c.tool->finish(c.canvas);
    c.expect_one_step();
    EXPECT_EQ(c.only_new<Wall>().line, (Polyline{{0, 6'000}, {0, 11'000}}));
    EXPECT_EQ(c.only_new<Wall>().thickness, Millimetres(120));
}

TEST(OpeningTool, TwoJambsOnAWall) {
    Case c;
    c.with("door").click({1'000, 2'060});
    EXPECT_EQ(c.tool->base(), (Point{1'000, 2'000})) << "on the wall";
    c.type("900", {3'000, 2'000});
    c.expect_one_step();
    const Opening& door = c.only_new<Opening>();
    EXPECT_EQ(door.from, (Point{1'000, 2'000}));
    EXPECT_EQ(door.to, (Point{1'900, 2'000}));
    const bool joins = (door.room_a == c.house.room('A') && door.room_b == c.house.room('C')) ||
                       (door.room_b == c.house.room('A') && door.room_a == c.house.room('C'));
    EXPECT_TRUE(joins);
}

TEST(OpeningTool, NeedsAWall) {
    Case c;
    c.with("door").click({2'500, 3'500});
    c.expect_refused(ErrorCode::refused);
    c.canvas.told.clear();
    c.click({1'000, 2'000});
    c.click({1'010, 2'000});
    c.expect_refused(ErrorCode::bad_input);
}

TEST(RackTool, StandsInATelecomSpace) {
    Case c;
    c.with("rack");
    c.tool->choose("depth", "800");
    c.click({15'500, 3'000});
    c.expect_one_step();
    EXPECT_EQ(c.only_new<Rack>().label, "3F-R01");
    EXPECT_EQ(c.only_new<Rack>().depth, Millimetres(800));
    c.type("@600,0");
    EXPECT_EQ(c.design().racks.size(), 2U);
    c.click({15'010, 3'000});
    EXPECT_EQ(c.last_error(), ErrorCode::refused) << "it would reach through the wall";
    c.click({2'500, 3'500});
    EXPECT_EQ(c.canvas.told.size(), 2U);
    EXPECT_EQ(c.design().racks.size(), 2U);
}

TEST(DeviceTool, GoesIntoTheRackUnderThePointer) {
    Case c;
    EquipmentType type;
    type.code = "SW24";
    type.ports = {{.prefix = "GE", .count = 24, .rate = {}}};
    c.put(type);
    Rack rack;
    rack.space = c.house.design.spaces.begin()->id;
    rack.place = {16'000, 3'500};
    const RackId id = c.put(rack);
    c.with("device").click({16'100, 3'600});
    c.expect_one_step();
    const Equipment& device = c.only_new<Equipment>();
    EXPECT_EQ(device.label, "3F-SW24-01");
    EXPECT_EQ(c.only_new<RackItem>().rack, id);
    EXPECT_EQ(c.only_new<RackItem>().item, AnyId(device.id));
    EXPECT_EQ(c.design().ports.size(), 24U);
    c.click({2'500, 3'500});
    EXPECT_EQ(c.last_error(), ErrorCode::refused);
    EXPECT_EQ(c.design().equipment.size(), 1U);
}

TEST(AnnotationTool, ATextWithALeaderOrWithout) {
    Case c;
    c.with("annotation");
    c.tool->choose("text", "see note 3");
    c.click({7'500, 3'500});
    c.click({9'500, 6'000});
    c.expect_one_step();
    const Annotation& note = c.only_new<Annotation>();
    EXPECT_EQ(note.kind, AnnotationKind::leader);
    EXPECT_EQ(note.subject, AnyId(c.house.room('B')));
    EXPECT_EQ(note.text.en, "see note 3");
    EXPECT_EQ(note.points, (Polyline{{7'500, 3'500}, {9'500, 6'000}}));
    c.click({100, 100});
    c.tool->finish(c.canvas);
    EXPECT_EQ(c.design().annotations.size(), 2U);
    c.tool->choose("text", "");
    c.click({100, 100});
    c.tool->finish(c.canvas);
    EXPECT_EQ(c.last_error(), ErrorCode::bad_input);
}

TEST(AnnotationTool, MovesALabel) {
    Case c;
    c.with("annotation");
    c.tool->choose("task", "label");
    c.drag({7'500, 3'500}, {8'000, 4'500});
    c.expect_one_step();
    EXPECT_EQ(c.only_new<Annotation>().kind, AnnotationKind::moved_label);
    EXPECT_EQ(c.only_new<Annotation>().points, (Polyline{{8'000, 4'500}}));
    c.click({-5'000, -5'000});
    EXPECT_EQ(c.last_error(), ErrorCode::refused);
}

// Outlets in room A, as many as places.
std::vector<AnyId> outlets_at(Case& c, std::initializer_list<Point> places, std::optional<PlaneId> plane = {}) {
    std::vector<AnyId> ids;
    Edit edit(c.house.design, {}, c.house.ids);
    for (const Point place : places) {
        const auto id =
            add_outlet(edit, c.canvas.floor_,
                       {.place = place,
                        .label = "3F-301-0" + std::to_string(c.house.design.outlets.size() + ids.size() + 1),
                        .jacks = {{c.data, plane ? plane : c.open, ""}}});
        EXPECT_TRUE(id);
        ids.emplace_back(*id);
    }
    c.house.design = std::move(edit).commit();
    return ids;
}

std::vector<Point> places_of(const Design& design, const std::vector<AnyId>& ids) {
    std::vector<Point> out;
    for (const AnyId id : ids)
        out.push_back(design.find(OutletId{id.value})->place);
    return out;
}

TEST(Arrange, MovesAndTurnsAllThatIsSelected) {
    Case c;
    const std::vector<AnyId> ids = outlets_at(c, {{1'000, 3'000}, {2'000, 3'000}});
    c.with("select").canvas.selection_.set(ids);
    move_selection(c.canvas, {100, -10});
    c.expect_one_step();
    EXPECT_EQ(places_of(c.design(), ids), (std::vector<Point>{{1'100, 2'990}, {2'100, 2'990}}));
    turn_selection(c.canvas, 90);
    EXPECT_EQ(places_of(c.design(), ids), (std::vector<Point>{{1'600, 2'490}, {1'600, 3'490}}));
    c.canvas.selection_.clear();
    move_selection(c.canvas, {100, 0});
    EXPECT_EQ(c.last_error(), ErrorCode::refused);
    EXPECT_EQ(c.steps(), 2U);
}

TEST(Arrange, CopyAndPasteToAnotherFloorKeepsRelativePlaces) {
    Case c;
    const std::vector<AnyId> ids = outlets_at(c, {{1'000, 3'000}, {2'000, 3'000}});
    const FloorId third = c.canvas.floor_;
    const FloorId fourth = c.house.with_floor("4F", {"AAAAA", "AAAAA"}, {{'A', {.number = "401"}}});
    c.with("select").canvas.selection_.set(ids);
    Clipboard clipboard;
    EXPECT_TRUE(arrange(c.canvas, clipboard, "copy", {}));
    EXPECT_EQ(c.steps(), 0U);
    c.canvas.floor_ = fourth;
    EXPECT_TRUE(arrange(c.canvas, clipboard, "paste", {2'000, 1'000}));
    c.expect_one_step();
    const std::vector<AnyId> made = c.canvas.selection_.ids();
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(places_of(c.design(), made), (std::vector<Point>{{1'500, 1'000}, {2'500, 1'000}}));
    EXPECT_EQ(c.design().find(OutletId{made[0].value})->label, "4F-401-01");
    EXPECT_EQ(c.design().find(OutletId{made[1].value})->room, c.house.room('A'));
    EXPECT_TRUE(arrange(c.canvas, clipboard, "paste-in-place", {}));
    EXPECT_EQ(places_of(c.design(), c.canvas.selection_.ids()), (std::vector<Point>{{1'000, 3'000}, {2'000, 3'000}}));
    c.canvas.floor_ = third;
    EXPECT_FALSE(arrange(c.canvas, clipboard, "no-such-verb", {}));
    Clipboard empty;
    arrange(c.canvas, empty, "paste", {});
    EXPECT_EQ(c.last_error(), ErrorCode::refused);
}

TEST(Arrange, NothingClassifiedIsCopiedAndItIsSaid) {
    Case c;
    ApprovedPoint approved;
    approved.plane = c.secret;
    approved.floor = "3F";
    approved.room = "301";
    approved.kind = c.data;
    approved.jacks = 9; // even where the list would allow more
    c.put(approved);
    std::vector<AnyId> ids = outlets_at(c, {{1'000, 3'000}});
    const std::vector<AnyId> classified = outlets_at(c, {{2'000, 3'000}}, c.secret);
    ids.insert(ids.end(), classified.begin(), classified.end());
    c.with("array").canvas.selection_.set(ids);
    c.tool->choose("count", "2");
    c.click({0, 3'000});
    c.type("300<90");
    c.expect_one_step();
    EXPECT_EQ(c.design().outlets.size(), 4U);
    std::size_t secret = 0;
    for (const Jack& jack : c.design().jacks)
        secret += jack.plane == c.secret;
    EXPECT_EQ(secret, 1U);
    ASSERT_FALSE(c.canvas.said.empty());
    EXPECT_NE(c.canvas.said.back().en.find("approved list"), std::string::npos);
}

TEST(ArrayTool, RoomsAlongACorridorWithWhatStandsInThem) {
    Case c;
    outlets_at(c, {{1'000, 3'000}});
    c.with("array").canvas.selection_.set({c.house.room('A')});
    c.tool->choose("count", "2");
    c.tool->choose("spacing", "last");
    c.click({0, 5'000});
    c.click({0, 13'000});
    c.expect_one_step();
    EXPECT_EQ(c.design().rooms.size(), c.house.design.rooms.size() + 2);
    EXPECT_EQ(c.design().outlets.size(), 3U);
    std::vector<Point> places;
    std::vector<std::string> labels;
    for (const Outlet& outlet : c.design().outlets) {
        places.push_back(outlet.place);
        labels.push_back(outlet.label);
        EXPECT_TRUE(outlet.room);
    }
    std::sort(places.begin(), places.end());
    std::sort(labels.begin(), labels.end());
    EXPECT_EQ(places, (std::vector<Point>{{1'000, 3'000}, {1'000, 7'000}, {1'000, 11'000}}));
    EXPECT_EQ(labels, (std::vector<std::string>{"3F-301-01", "3F-306-01", "3F-307-01"}));
}

TEST(ArrayTool, NeedsASelectionAndAPitch) {
    Case c;
    c.with("array").click({0, 0});
    c.expect_refused(ErrorCode::refused);
    c.canvas.told.clear();
    c.canvas.selection_.set({c.house.room('A')});
    c.click({0, 0});
    c.click({0, 0});
    c.expect_refused(ErrorCode::refused);
}

TEST(Arrange, AlignsAndDistributes) {
    Case c;
    const std::vector<AnyId> ids = outlets_at(c, {{1'000, 3'000}, {1'200, 3'100}, {4'000, 3'400}});
    c.with("select").canvas.selection_.set(ids);
    Clipboard none;
    arrange(c.canvas, none, "align:bottom", {});
    c.expect_one_step();
    EXPECT_EQ(places_of(c.design(), ids), (std::vector<Point>{{1'000, 3'000}, {1'200, 3'000}, {4'000, 3'000}}));
    arrange(c.canvas, none, "distribute:x", {});
    EXPECT_EQ(places_of(c.design(), ids), (std::vector<Point>{{1'000, 3'000}, {2'500, 3'000}, {4'000, 3'000}}));
    arrange(c.canvas, none, "align:middle-x", {});
    EXPECT_EQ(places_of(c.design(), ids), (std::vector<Point>{{2'500, 3'000}, {2'500, 3'000}, {2'500, 3'000}}));
    EXPECT_EQ(c.steps(), 3U);
    c.canvas.selection_.set({ids.front()});
    arrange(c.canvas, none, "align:left", {});
    arrange(c.canvas, none, "distribute:y", {});
    EXPECT_EQ(c.canvas.told.size(), 2U);
    EXPECT_EQ(c.steps(), 3U);
}

TEST(SelectTool, ADragMovesAllThatIsSelected) {
    Case c;
    const std::vector<AnyId> ids = outlets_at(c, {{1'000, 3'000}, {2'000, 3'000}});
    Drawing drawing;
    for (const AnyId id : ids) {
        const Point place = c.house.design.find(OutletId{id.value})->place;
        PathShape shape;
        for (const auto& [dx, dy] : {std::pair(-100, -100), {100, -100}, {100, 100}, {-100, 100}})
            shape.points.push_back({static_cast<double>(place.x + dx), static_cast<double>(-place.y + dy)});
        shape.closed = true;
        drawing.items.push_back({.layer = DrawingLayer::outlet, .shows = id, .shape = shape});
    }
    drawing.extent = {{0, -5'000}, {5'000, 0}};
    c.canvas.picture_ = std::make_unique<Picture>(std::move(drawing));
    c.with("select");
    c.click({1'000, 2'900});
    EXPECT_EQ(c.canvas.selection_.ids(), std::vector<AnyId>{ids[0]});
    c.click({2'000, 2'900}, Qt::ShiftModifier);
    EXPECT_EQ(c.canvas.selection_.ids().size(), 2U);
    c.tool->press(c.canvas, c.at({1'000, 2'900}));
    for (const Point to : {Point{1'000, 3'900}, {1'800, 2'900}, {200, 2'000}, {1'100, 2'950}}) {
        c.tool->move(c.canvas, c.at(to));
        const auto paint = [&](QPainter& painter) { c.tool->paint(painter, c.canvas, Palette(Theme::light)); };
        const std::optional<QRectF> reach = c.tool->painted_within(c.canvas);
        ASSERT_TRUE(reach);
        EXPECT_TRUE(reach->contains(painted_bounds(paint))) << "or a layer of the canvas would cut it off";
    }
    c.tool->cancel(c.canvas);
    c.drag({1'000, 2'900}, {1'500, 3'400});
    c.expect_one_step();
    EXPECT_EQ(places_of(c.design(), ids), (std::vector<Point>{{1'500, 3'400}, {2'500, 3'400}}));
    EXPECT_EQ(c.canvas.selection_.ids().size(), 2U) << "still selected";
}

TEST(MeasureTool, ChangesNothing) {
    Case c;
    c.with("measure").click({0, 0});
    c.click({3'000, 4'000});
    EXPECT_EQ(c.tool->base(), (Point{3'000, 4'000}));
    c.tool->finish(c.canvas);
    EXPECT_FALSE(c.tool->base());
    EXPECT_EQ(c.steps(), 0U);
}

TEST(ExactInput, FormsAndFaults) {
    const Point base{1'000, 2'000};
    const struct {
        const char* text;
        Point expected;
    } forms[] = {{"12000,8000", {12'000, 8'000}},
                 {"@3000,0", {4'000, 2'000}},
                 {"5000<90", {1'000, 7'000}},
                 {"2m<180", {-1'000, 2'000}},
                 {"500", {1'500, 2'000}},
                 {" 1.5 m , 20 mm ", {1'500, 20}},
                 {"-3,-4", {-3, -4}},
                 {"@0.5m,-100", {1'500, 1'900}}};
    for (const auto& form : forms) {
        const Result<Point> place = exact_place(form.text, base, {9'000, 2'000});
        ASSERT_TRUE(place) << form.text;
        EXPECT_EQ(*place, form.expected) << form.text;
    }
    for (const char* text : {"", "x", "1,", ",", "1<", "@", "@5", "1,2,3", "1e99,0", "nan,0", "5 km", "500000001,0",
                             "@500000000,0", "600km<180"})
        EXPECT_FALSE(exact_place(text, base, {9'000, 2'000})) << text;
    for (const char* text : {"@1,2", "5<90", "5"})
        EXPECT_EQ(exact_place(text, std::nullopt, {}).error().code, ErrorCode::bad_input) << text;
    EXPECT_FALSE(exact_place("500", base, base)) << "which way?";
}

// However far a view is moved, places stay where sums of two of them still have a meaning.
TEST(Canvas, PlacesStayWithinTheFloorsFrame) {
    Case c;
    for (const double far : {1e9, 1e15, 1e300}) {
        EXPECT_EQ(c.canvas.to_floor({far, far}), (Point{max_coordinate, -max_coordinate}));
        EXPECT_EQ(c.canvas.to_floor({-far, -far}), (Point{-max_coordinate, max_coordinate}));
    }
    EXPECT_EQ(c.canvas.to_floor({100, -200}), (Point{1'000, 2'000}));
}

TEST(Snap, KindsInTheirOrder) {
    Case c;
    // Where nothing but room A's left wall, the tray and so on are near.
    const SnapLines lines(c.house.design, c.canvas.floor_);
    const struct {
        const char* name;
        Point pointer;
        std::optional<Point> from;
        SnapKind kind;
        Point at;
    } table[] = {
        {"a corner of a room", {60, 4'950}, {}, SnapKind::end, {0, 5'000}},
        {"an end of the tray", {520, 1'040}, {}, SnapKind::end, {500, 1'000}},
        {"the middle of a wall", {30, 3'560}, {}, SnapKind::middle, {0, 3'500}},
        {"on a wall", {30, 4'200}, {}, SnapKind::line, {0, 4'200}},
        {"the foot from a place", {30, 4'260}, Point{2'000, 4'300}, SnapKind::foot, {0, 4'300}},
        {"the grid", {2'430, 3'270}, {}, SnapKind::grid, {2'400, 3'300}},
    };
    for (const auto& row : table) {
        const Snap snap = lines.at(row.pointer, 100, 100, row.from);
        EXPECT_EQ(snap.kind, row.kind) << row.name;
        EXPECT_EQ(snap.at, row.at) << row.name;
    }
    EXPECT_EQ(lines.at({2'430, 3'270}, 100, 0).kind, SnapKind::none);
    Wall wall;
    wall.floor = c.canvas.floor_;
    wall.line = {{3'000, 1'700}, {3'000, 300}};
    c.put(wall);
    const Snap crossing = SnapLines(c.house.design, c.canvas.floor_).at({3'040, 1'030}, 100, 100);
    // The middle of that wall lies there as well; a crossing comes first.
    EXPECT_EQ(crossing.kind, SnapKind::crossing);
    EXPECT_EQ(crossing.at, (Point{3'000, 1'000}));
    for (const SnapKind kind :
         {SnapKind::end, SnapKind::middle, SnapKind::crossing, SnapKind::foot, SnapKind::line, SnapKind::grid})
        EXPECT_FALSE(name_of(kind).zh.empty() || name_of(kind).en.empty());
}

} // namespace
} // namespace riser
