// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in the window: open, click, type, drag, plan, find, waive, save; in both languages and themes.
#include "designer/canvas/rulers.h"
#include "model/edits/field_edits.h"
#include "model/file/journal.h"
#include "model/file/save.h"
#include "solvers/planning/steps.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"
#include "tests/support/builders.h"
#include "tests/support/networks.h"

#include <QProcess>
#include <algorithm>
#include <gtest/gtest.h>

namespace riser::test {
namespace {

// Two floors of offices, planned, with names.
Design planned_offices() {
    BuildingBuilder builder = office_block(2, 6);
    Edit edit(builder.design, {"规划", "Plan"}, builder.ids);
    EXPECT_TRUE(perform_steps(edit, {}));
    return std::move(edit).commit();
}

struct Offices {
    Offices() {
        path = folder / "offices.riser";
        EXPECT_TRUE(save_design(planned_offices(), path));
    }
    TemporaryFolder folder;
    std::filesystem::path path;
};

struct WindowTest : ::testing::Test, Offices {
    WindowTest() { EXPECT_TRUE(window.open(path)); }

    const Design& design() { return window.design(); }
    FindingsModel& findings() { return *static_cast<FindingsModel*>(window.session().findings()); }
    int finding(std::string_view rule) {
        for (int row = 0; row < findings().rowCount(); ++row)
            if (const Finding* found = findings().finding(row); found && found->rule == rule && !found->waiver)
                return row;
        return -1;
    }
    const Room& room(std::string_view number) {
        for (const Room& row : design().rooms)
            if (row.number == number)
                return row;
        throw std::runtime_error("no such room");
    }
    // A place of the room where nothing lies above it.
    Point bare_place(const Room& row) {
        const CanvasView& view = window.canvas();
        const PaperBox box = *window.canvas().picture()->box_of(row.id);
        for (double y = box.low.y + 400; y < box.high.y; y += 250)
            for (double x = box.low.x + 400; x < box.high.x; x += 250) {
                const auto hits = window.canvas().picture()->at({x, y}, view.millimetres(10));
                if (!hits.empty() && hits.front().id == AnyId(row.id))
                    return {static_cast<std::int32_t>(x), static_cast<std::int32_t>(-y)};
            }
        throw std::runtime_error("the room is full");
    }
    const Outlet& outlet_of(const Room& row) {
        for (const Outlet& outlet : design().outlets)
            if (outlet.room == row.id)
                return outlet;
        throw std::runtime_error("no outlet");
    }
    bool plan_says(std::string_view text) {
        const auto& items = window.canvas().picture()->drawing().items;
        return std::ranges::any_of(items, [&](const DrawingItem& item) {
            const auto* words = std::get_if<TextShape>(&item.shape);
            return words && words->text.find(text) != std::string::npos;
        });
    }

    TestWindow window;
};

TEST_F(WindowTest, ARoomIsRenumberedInTheInspectorAndUndone) {
    const Design opened = design();
    const RoomId id = room("102").id;
    window.click(bare_place(room("102")));
    ASSERT_EQ(window.session().selection().ids(), std::vector<AnyId>{id});
    EXPECT_NE(window.with_text("102"), nullptr); // the inspector's head
    QQuickItem* line = window.with_property("key", "number");
    ASSERT_NE(line, nullptr);
    QQuickItem* field = window.text_field(*line);
    ASSERT_NE(field, nullptr);
    EXPECT_EQ(field->property("text").toString(), "102");
    const QImage before = window.picture();
    window.click(*field);
    window.key(Qt::Key_A, Qt::ControlModifier);
    window.type("1X2");
    EXPECT_EQ(design(), opened); // not before it is taken
    window.key(Qt::Key_Return);
    EXPECT_EQ(design().find(id)->number, "1X2");
    EXPECT_TRUE(plan_says("1X2"));
    EXPECT_TRUE(window.settle());
    EXPECT_NE(window.picture(), before);
    // Undo means the design at once, although a field was typed in last.
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(design(), opened);
    EXPECT_FALSE(plan_says("1X2"));
    window.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(design().find(id)->number, "1X2");
}

TEST_F(WindowTest, WhatIsTypedWronglyIsRefusedWithTheReason) {
    const Design opened = design();
    window.click(bare_place(room("102")));
    QQuickItem* line = window.with_property("key", "occupants");
    ASSERT_NE(line, nullptr);
    window.click(*window.text_field(*line));
    window.key(Qt::Key_A, Qt::ControlModifier);
    window.type("many");
    window.key(Qt::Key_Return);
    EXPECT_EQ(design(), opened);
    QQuickItem* panel = window.find([](QQuickItem& item) { return item.property("problem").isValid(); });
    ASSERT_NE(panel, nullptr);
    EXPECT_NE(panel->property("problem").toString(), "");
}

TEST_F(WindowTest, ClicksSelectShiftAddsAndABoxTakesPoints) {
    const RoomId a = room("101").id, b = room("103").id;
    window.click(bare_place(room("101")));
    window.click(bare_place(room("103")), Qt::ShiftModifier);
    EXPECT_EQ(window.session().selection().ids(), (std::vector<AnyId>{a, b}));
    window.key(Qt::Key_Escape);
    EXPECT_TRUE(window.session().selection().empty());
    const PaperBox box = *window.canvas().picture()->box_of(a);
    const auto at = [](double x, double y) {
        return Point{static_cast<std::int32_t>(x), static_cast<std::int32_t>(-y)};
    };
    window.drag(at(box.low.x - 400, box.low.y - 400), at(box.high.x + 400, box.high.y + 400));
    std::size_t points = 0;
    for (const Outlet& outlet : design().outlets)
        points += outlet.room == a;
    EXPECT_GE(window.session().selection().ids().size(), points);
    for (const AnyId id : window.session().selection().ids())
        EXPECT_EQ(id.kind, Kind::outlets);
}

TEST_F(WindowTest, AFindingComesIsVisitedAndGoes) {
    ASSERT_EQ(finding("DES-03"), -1);
    const Design opened = design();
    const Outlet outlet = outlet_of(room("101"));
    const PaperBox room_box = *window.canvas().picture()->box_of(room("101").id);
    const Point outside{static_cast<std::int32_t>(room_box.low.x) - 2'000, outlet.place.y};
    window.drag(outlet.place, outside);
    ASSERT_NE(design().find(outlet.id)->place, outlet.place);
    EXPECT_TRUE(window.settle());
    ASSERT_GE(finding("DES-03"), 0);
    window.key(Qt::Key_Escape);
    // F8 until it is the one: each is selected and shown.
    bool visited = false;
    for (int i = 0; i < findings().rowCount() && !visited; ++i) {
        window.key(Qt::Key_F8);
        visited = window.session().selection().ids() == std::vector<AnyId>{outlet.id};
    }
    EXPECT_TRUE(visited);
    const CanvasView& view = window.canvas();
    EXPECT_TRUE(QRectF(0, 0, window.canvas().width(), window.canvas().height())
                    .contains(view.to_screen(design().find(outlet.id)->place)));
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(design(), opened);
    EXPECT_TRUE(window.settle());
    EXPECT_EQ(finding("DES-03"), -1);
}

TEST_F(WindowTest, AFilterThatHidesEveryFindingIsNoPass) {
    const auto passes = [](QQuickItem& item) { return item.property("text").toString().startsWith("Nothing found"); };
    findings().set_filter("no such word");
    QTest::qWait(50);
    EXPECT_EQ(window.find(passes), nullptr);
    EXPECT_NE(window.with_text("No finding holds these words."), nullptr);
}

TEST_F(WindowTest, AFindingIsWaivedSavedAndStaysWaived) {
    const Outlet outlet = outlet_of(room("101"));
    ASSERT_TRUE(window.document().perform({"移", "move"}, [&](Edit& edit) {
        return edit.update(outlet.id, [](Outlet& row) { row.place = {-3'000, 1'000}; });
    }));
    EXPECT_TRUE(window.settle());
    const int row = finding("DES-03");
    ASSERT_GE(row, 0);
    QQuickItem* line = window.find(
        [](QQuickItem& item) { return item.property("rule") == "DES-03" && item.property("kind") == "finding"; });
    ASSERT_NE(line, nullptr);
    window.click(*line);
    QQuickItem* button = window.with_text("Waive…", line);
    ASSERT_NE(button, nullptr);
    window.click(*button);
    QTest::qWait(300);
    QQuickItem* reason = window.with_property("placeholderText", "Reason");
    QQuickItem* name = window.with_property("placeholderText", "Your name");
    ASSERT_TRUE(reason && name);
    window.click(*reason);
    window.type("seen on site");
    window.click(*name);
    window.type("Li");
    window.key(Qt::Key_Return);
    EXPECT_TRUE(window.settle());
    EXPECT_EQ(finding("DES-03"), -1);
    ASSERT_EQ(design().waivers.size(), 1U);
    EXPECT_EQ(design().waivers.begin()->reason, "seen on site");
    window.key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(window.session().saved());
    const Design saved = design();
    TestWindow again;
    ASSERT_TRUE(again.open(path));
    EXPECT_EQ(again.design(), saved);
    EXPECT_EQ(again.session().waived(), 1);
}

TEST(Window, PlansInThePanelAndAppliesWithEnter) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder / "bare.riser";
    const Design bare = office_block(2, 5).design;
    ASSERT_TRUE(save_design(bare, path));
    TestWindow window;
    ASSERT_TRUE(window.open(path));
    window.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::qWait(300);
    QQuickItem* plan = window.find(
        [](QQuickItem& item) { return item.property("text") == "Plan" && item.property("primary") == true; });
    ASSERT_NE(plan, nullptr);
    window.click(*plan);
    ASSERT_TRUE(window.wait_for([&] { return window.session().has_ghost(); }));
    EXPECT_EQ(window.design(), bare);
    QTest::qWait(100);
    // The ghost is over the plan, on each floor, until Esc drops it.
    const QImage with = window.picture();
    ASSERT_NE(window.canvas().ghost_picture(), nullptr);
    const auto first = window.session().floor();
    QQuickItem* other = window.find([&](QQuickItem& item) {
        const QVariantMap row = item.property("modelData").toMap();
        return row.contains("removed") && row.contains("label") && row["id"] != first && row["id"] != "";
    });
    ASSERT_NE(other, nullptr);
    window.click(*other);
    EXPECT_NE(window.session().floor(), first);
    EXPECT_NE(window.canvas().ghost_picture(), nullptr);
    window.session().set_floor(first);
    window.key(Qt::Key_Escape);
    EXPECT_FALSE(window.session().has_ghost());
    EXPECT_EQ(window.canvas().ghost_picture(), nullptr);
    EXPECT_EQ(window.design(), bare);
    QTest::qWait(100);
    EXPECT_NE(window.picture(), with);
    window.click(*plan);
    ASSERT_TRUE(window.wait_for([&] { return window.session().has_ghost() && !window.session().planning(); }));
    window.key(Qt::Key_Return);
    EXPECT_GT(window.design().outlets.size(), 0U);
    EXPECT_GT(window.design().cables.size(), 0U);
    EXPECT_TRUE(window.settle());
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(window.design(), bare);
}

TEST_F(WindowTest, TellsThatTheAutosaveFailsAndSavesAtAClick) {
    const std::filesystem::path journal = journal_path(path);
    std::filesystem::remove(journal);
    std::filesystem::create_directory(journal); // nothing can be written there
    const auto rename = [&](const char* name) {
        return window.document().perform({"改名", "Rename"}, [&](Edit& edit) -> Result<void> {
            Room row = room("203");
            row.name = same_text(name);
            edit.put(std::move(row));
            return {};
        });
    };
    EXPECT_EQ(window.with_text("Save now"), nullptr);
    ASSERT_TRUE(rename("one"));
    ASSERT_TRUE(window.wait_for([&] { return window.with_text("Save now") != nullptr; }));
    EXPECT_NE(window.session().autosave_failure().indexOf("journal"), -1);
    QTest::qWait(50);
    window.click(*window.with_text("Save now"));
    EXPECT_TRUE(window.wait_for([&] { return window.with_text("Save now") == nullptr; }));
    EXPECT_TRUE(window.session().saved());
    std::filesystem::remove(journal);
    ASSERT_TRUE(rename("two"));
    EXPECT_EQ(window.session().autosave_failure(), QString());
}

TEST_F(WindowTest, AFloorIsCopiedByKeysAndTakenBack) {
    const Design before = design();
    QQuickItem* floors = window.find([](QQuickItem& item) {
        return item.inherits("QQuickListView") && item.property("model").value<QObject*>() &&
               item.property("model").value<QObject*>()->inherits("riser::FloorsModel");
    });
    ASSERT_NE(floors, nullptr);
    floors->forceActiveFocus();
    for (const Floor& floor : before.floors)
        if (floor.label == "2F")
            window.session().set_floor(words(AnyId(floor.id)));
    window.key(Qt::Key_Insert, Qt::ShiftModifier);
    ASSERT_TRUE(window.wait_for([&] { return window.with_text("Copy the floor") != nullptr; }));
    QTest::qWait(100);
    window.key(Qt::Key_Return);
    ASSERT_TRUE(window.wait_for([&] { return design().floors.size() == before.floors.size() + 1; }));
    EXPECT_EQ(window.session().floor_label(), "3F");
    EXPECT_TRUE(window.wait_for([&] { return window.with_text("Copy the floor") == nullptr; }));
    // Refused: it says why, and the dialog stays.
    floors->forceActiveFocus();
    window.key(Qt::Key_Return);
    ASSERT_TRUE(window.wait_for([&] { return window.with_text("Elevation, mm") != nullptr; }));
    QTest::qWait(100);
    window.key(Qt::Key_A, Qt::ControlModifier);
    window.type("1F");
    window.key(Qt::Key_Return);
    EXPECT_TRUE(window.wait_for([&] { return window.session().message_is_error(); }));
    EXPECT_NE(window.with_text("Elevation, mm"), nullptr);
    window.key(Qt::Key_Escape);
    window.session().undo();
    EXPECT_TRUE(design() == before);
}

TEST_F(WindowTest, MenusAreOfTheThemeToo) {
    for (const bool dark : {true, false}) {
        window.session().set_dark(dark);
        window.key(Qt::Key_F10);
        QQuickItem* entry = nullptr;
        ASSERT_TRUE(window.wait_for([&] {
            entry = window.find([](QQuickItem& item) {
                return item.inherits("QQuickMenuItem") && item.property("text").toString().startsWith("Save");
            });
            return entry != nullptr;
        }));
        QTest::qWait(100);
        const QPoint corner = entry->mapToScene({2, 2}).toPoint();
        EXPECT_EQ(window.picture().pixelColor(corner).lightness() < 128, dark);
        window.key(Qt::Key_Escape);
        EXPECT_TRUE(window.wait_for(
            [&] { return !window.find([](QQuickItem& item) { return item.inherits("QQuickMenuItem"); }); }));
    }
}

TEST_F(WindowTest, KeysChangeTheView) {
    const auto view = [&] { return window.window().property("view").toString(); };
    std::vector<QImage> seen{window.picture()};
    for (const auto& [key, name] : {std::pair(Qt::Key_F3, "system"),
                                    {Qt::Key_F4, "topology"},
                                    {Qt::Key_F5, "racks"},
                                    {Qt::Key_F6, "tables"},
                                    {Qt::Key_F2, "plan"}}) {
        window.key(key);
        EXPECT_EQ(view(), name);
        QTest::qWait(100);
        seen.push_back(window.picture());
    }
    EXPECT_NE(seen[0], seen[1]);
    EXPECT_NE(seen[1], seen[2]);
    EXPECT_NE(seen[2], seen[3]);
    EXPECT_NE(seen[3], seen[4]);
    EXPECT_NE(seen[4], seen[5]);
    window.key(Qt::Key_F3);
    EXPECT_FALSE(window.canvas().is_empty());
}

TEST_F(WindowTest, AnEditMeanwhileMakesAPlanStale) {
    Outlet gone = *design().outlets.begin();
    ASSERT_TRUE(window.document().perform({"删", "delete"}, [&](Edit& edit) -> Result<void> {
        edit.erase(gone.id);
        return {};
    }));
    window.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    window.session().plan({"outlets"});
    ASSERT_TRUE(window.wait_for([&] { return window.session().has_ghost() && !window.session().planning(); }));
    const QString stale = QStringLiteral("The design has changed since this plan was made. Plan again.");
    EXPECT_EQ(window.with_text(stale), nullptr);
    ASSERT_TRUE(window.document().perform(
        {"改", "rename"}, [&](Edit& edit) { return set_field(edit, design().rooms.begin()->id, "name.zh", "改名"); }));
    EXPECT_NE(window.with_text(stale), nullptr);
    const Design edited = design();
    window.key(Qt::Key_Return);
    EXPECT_EQ(design(), edited);
    EXPECT_TRUE(window.session().has_ghost());
    QQuickItem* again = window.with_text("Plan again");
    ASSERT_NE(again, nullptr);
    window.click(*again);
    ASSERT_TRUE(window.wait_for([&] { return window.session().has_ghost() && !window.session().ghost_stale(); }));
    EXPECT_EQ(window.with_text(stale), nullptr);
}

TEST_F(WindowTest, AFindingLightsItsReason) {
    ASSERT_TRUE(window.settle());
    Cable longest = *design().cables.begin();
    for (const Cable& cable : design().cables)
        if (cable.route.size() > longest.route.size())
            longest = cable;
    longest.exit_drop = metres(95);
    ASSERT_TRUE(window.document().perform({"拉长", "stretch"}, [&](Edit& edit) -> Result<void> {
        edit.put(longest);
        return {};
    }));
    ASSERT_TRUE(window.settle());
    const int row = finding("CAB-02");
    ASSERT_GE(row, 0);
    ReasonView& reason = *window.session().reason();
    EXPECT_FALSE(reason.lit());
    const QImage before = window.picture();
    window.session().showFinding(row);
    QTest::qWait(150);
    ASSERT_TRUE(reason.lit());
    EXPECT_EQ(reason.what().named, std::vector<AnyId>{longest.id});
    EXPECT_FALSE(reason.what().legs.empty());
    EXPECT_TRUE(reason.sum().contains(QStringLiteral("drop"))) << reason.sum().toStdString();
    EXPECT_NE(window.with_text(reason.sum()), nullptr);
    EXPECT_NE(window.picture(), before);
    // All of its way on this floor is in the window.
    for (const Leg& leg : reason.what().legs)
        if (leg.floor == window.canvas().floor()) {
            for (const Point place : leg.line)
                EXPECT_TRUE(QRect(QPoint(), window.window().size()).contains(window.on_screen(place)));
        }
    window.session().undo();
    EXPECT_FALSE(reason.lit());
}

TEST_F(WindowTest, CtrlKSelectsByARule) {
    window.key(Qt::Key_K, Qt::ControlModifier);
    QTest::qWait(200);
    window.type("outlets on 2F");
    QTest::qWait(300);
    std::vector<AnyId> wanted;
    FloorId second;
    for (const Floor& floor : design().floors)
        if (floor.label == "2F")
            second = floor.id;
    for (const Outlet& outlet : design().outlets)
        if (outlet.floor == second)
            wanted.push_back(outlet.id);
    ASSERT_FALSE(wanted.empty());
    EXPECT_NE(window.with_text(QStringLiteral("Select %1 by this rule").arg(wanted.size())), nullptr);
    window.key(Qt::Key_Return);
    QTest::qWait(100);
    EXPECT_EQ(window.session().selection().ids(), wanted);
    EXPECT_EQ(window.canvas().floor(), second);
    EXPECT_EQ(window.session().selected_count(), static_cast<int>(wanted.size()));
}

TEST_F(WindowTest, WhatWasFittedStaysFittedUntilItIsMoved) {
    const auto whole = [&] {
        const PaintView view = window.canvas().view();
        const PaperBox extent = window.canvas().picture()->extent();
        const QPointF low = view.to_screen(extent.low), high = view.to_screen(extent.high);
        return low.x() >= 0 && low.y() >= 0 && high.x() <= window.canvas().width() &&
               high.y() <= window.canvas().height();
    };
    EXPECT_TRUE(whole());
    window.window().resize(1100, 700);
    ASSERT_TRUE(window.wait_for([&] { return window.window().contentItem()->width() == 1100; }));
    EXPECT_TRUE(window.wait_for(whole));
    window.canvas().zoomBy(3);
    const double zoom = window.canvas().view().zoom;
    window.window().resize(1400, 900);
    ASSERT_TRUE(window.wait_for([&] { return window.window().contentItem()->width() == 1400; }));
    EXPECT_EQ(window.canvas().view().zoom, zoom);
}

TEST_F(WindowTest, TheRulersMarkWhereThePointerIs) {
    const QList<QQuickItem*> children = window.canvas().childItems();
    std::vector<QQuickItem*> marks;
    std::ranges::copy_if(children, std::back_inserter(marks), [](QQuickItem* item) {
        return item->inherits("riser::ColourPatch") && std::min(item->width(), item->height()) == 1;
    });
    ASSERT_EQ(marks.size(), 2U);
    const auto point_at = [&](QPointF p) {
        QTest::mouseMove(&window.window(), window.canvas().mapToScene(p).toPoint());
        QTest::qWait(60); // they are read, not aimed with: 25 times a second are enough
    };
    point_at({120, 90});
    EXPECT_EQ(marks[0]->position(), QPointF(120, 0));
    EXPECT_EQ(marks[1]->position(), QPointF(0, 90));
    EXPECT_EQ(marks[0]->size(), QSizeF(1, ruler_pixels));
    EXPECT_EQ(marks[1]->size(), QSizeF(ruler_pixels, 1));
    EXPECT_EQ(QColor(window.picture().pixel(window.canvas().mapToScene({120, 5}).toPoint())).rgb(),
              Palette(Theme::light).of(ColourRole::accent).rgb());
    point_at({5, 90}); // over the corner's column only the other is left
    EXPECT_FALSE(marks[0]->isVisible());
    EXPECT_TRUE(marks[1]->isVisible());
    window.canvas().set_shows(QStringLiteral("system"));
    EXPECT_FALSE(marks[1]->isVisible());
}

TEST_F(WindowTest, EveryToolIsInTheSmallestWindow) {
    window.window().resize(1100, 700);
    ASSERT_TRUE(window.wait_for([&] { return window.window().contentItem()->height() == 700; }));
    (void)window.picture();
    const double end =
        window.window().contentItem()->height() - window.window().property("findingsHeight").toDouble() - 26;
    const QVariantList tools = window.canvas().property("tools").toList();
    ASSERT_GT(tools.size(), 10);
    for (const QVariant& tool : tools) {
        QQuickItem* button = window.named(tool.toMap()["name"].toString());
        ASSERT_NE(button, nullptr);
        EXPECT_LE(button->mapToScene({0, button->height()}).y(), end) << tool.toMap()["name"].toString().toStdString();
    }
}

// Two zones with a device each: what is not of the chosen one steps back, what a device is leaves all as it was.
TEST(TopologyView, AChosenZoneDimsWhatIsNotOfIt) {
    TemporaryFolder folder;
    NetworkCase network;
    const PlaneId plane = network.plane("W");
    const ZoneId zone = network.zone(plane, "A");
    network.device(EquipmentRole::core_switch, "CORE", plane, zone);
    const EquipmentId far = network.device(EquipmentRole::server, "SRV", plane, network.zone(plane, "B"));
    const std::filesystem::path path = folder / "network.riser";
    ASSERT_TRUE(save_design(network.design, path));
    TestWindow window;
    ASSERT_TRUE(window.open(path));
    window.key(Qt::Key_F4);
    QTest::qWait(200);
    ASSERT_FALSE(window.canvas().is_empty());
    const PaintView view = window.canvas().view();
    const PaperBox box = *window.canvas().picture()->box_of(far);
    // Ink inside the far device's box, without its rim.
    const auto darkest = [&] {
        const QImage image = window.picture();
        const QPointF corner = window.canvas().mapToScene({0, 0});
        const QPointF low = view.to_screen(box.low) + corner + QPointF(4, 4);
        const QPointF high = view.to_screen(box.high) + corner - QPointF(4, 4);
        int out = 255;
        for (int y = static_cast<int>(low.y()); y < static_cast<int>(high.y()); ++y)
            for (int x = static_cast<int>(low.x()); x < static_cast<int>(high.x()); ++x)
                out = std::min(out, image.pixelColor(x, y).lightness());
        return out;
    };
    EXPECT_LT(darkest(), 90);
    window.session().selection().set({zone});
    QTest::qWait(200);
    EXPECT_GT(darkest(), 140);
    window.session().selection().clear();
    QTest::qWait(200);
    EXPECT_LT(darkest(), 90);
}

TEST_F(WindowTest, CtrlKFindsARoomByItsNumber) {
    const Room second = room("203");
    EXPECT_NE(window.session().floor_id(), second.floor);
    window.key(Qt::Key_K, Qt::ControlModifier);
    QTest::qWait(200);
    window.type("203");
    window.key(Qt::Key_Return);
    EXPECT_EQ(window.session().selection().ids(), std::vector<AnyId>{AnyId(second.id)});
    EXPECT_EQ(window.session().floor_id(), second.floor);
    // What nothing is called leads nowhere.
    window.key(Qt::Key_K, Qt::ControlModifier);
    QTest::qWait(200);
    window.type("no such thing");
    window.key(Qt::Key_Return);
    window.key(Qt::Key_Escape);
    QTest::qWait(200);
    // And a command by its name.
    window.key(Qt::Key_K, Qt::ControlModifier);
    QTest::qWait(200);
    window.type("View: tab");
    window.key(Qt::Key_Return);
    EXPECT_EQ(window.window().property("view"), "tables");
}

TEST_F(WindowTest, LanguageAndThemeChangeWhileItRuns) {
    EXPECT_NE(window.with_text("Floors"), nullptr);
    const QImage light = window.picture();
    window.key(Qt::Key_D, Qt::ControlModifier);
    QTest::qWait(100);
    const QImage dark = window.picture();
    EXPECT_LT(dark.pixelColor(5, 5).lightness(), light.pixelColor(5, 5).lightness());
    // The plan, too.
    const QPoint on_plan = window.canvas().mapToScene({30, 120}).toPoint();
    EXPECT_LT(dark.pixelColor(on_plan).lightness(), light.pixelColor(on_plan).lightness());
    window.key(Qt::Key_L, Qt::ControlModifier);
    EXPECT_EQ(window.session().language(), "zh");
    EXPECT_EQ(window.with_text("Floors"), nullptr);
    EXPECT_NE(window.with_text("楼层"), nullptr);
    window.key(Qt::Key_L, Qt::ControlModifier);
    EXPECT_NE(window.with_text("Floors"), nullptr);
}

TEST_F(WindowTest, TheWheelZoomsAtThePointerAndTheMiddleButtonPans) {
    const Point place = bare_place(room("104"));
    const CanvasView& view = window.canvas();
    const double zoom = view.view().zoom;
    const QPointF before = view.to_screen(place);
    QWheelEvent wheel(before, window.canvas().mapToGlobal(before), {}, {0, 360}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&window.canvas(), &wheel);
    EXPECT_GT(view.view().zoom, zoom);
    EXPECT_LT((view.to_screen(place) - before).manhattanLength(), 1);
    const QPoint from = window.on_screen(place);
    QTest::mousePress(&window.window(), Qt::MiddleButton, {}, from);
    QTest::mouseMove(&window.window(), from + QPoint(60, 40));
    QTest::mouseRelease(&window.window(), Qt::MiddleButton, {}, from + QPoint(60, 40));
    EXPECT_LT((window.on_screen(place) - from - QPoint(60, 40)).manhattanLength(), 3);
    EXPECT_TRUE(window.document().is_saved());
}

// That it looks as painted anew, pixel by pixel, is a test of CanvasRaster.
TEST_F(WindowTest, PanningPaintsOnlyWhatComesIntoSight) {
    PlanCanvas& canvas = window.canvas();
    window.key(Qt::Key_Escape);
    canvas.fit();
    canvas.zoomBy(3);
    window.settle();
    (void)window.picture();
    const auto pixels = static_cast<qint64>(canvas.width() * canvas.height());
    const QPoint middle = canvas.mapToScene({canvas.width() / 2, canvas.height() / 2}).toPoint();
    const PlanCanvas::Effort before = canvas.effort();
    QTest::mousePress(&window.window(), Qt::MiddleButton, {}, middle);
    for (int i = 1; i <= 12; ++i) {
        QTest::mouseMove(&window.window(), middle + QPoint(3 * i, -2 * i));
        (void)window.picture();
    }
    QTest::mouseRelease(&window.window(), Qt::MiddleButton, {}, middle + QPoint(36, -24));
    EXPECT_GT(canvas.effort().pixels, before.pixels);
    EXPECT_LT(canvas.effort().pixels - before.pixels, pixels) << "at most twice some strips, not the window each time";
    EXPECT_LE(canvas.effort().times - before.times, 3);
}

TEST_F(WindowTest, ADragRepaintsNoPlan) {
    PlanCanvas& canvas = window.canvas();
    const Outlet outlet = *design().outlets.begin();
    window.session().set_floor(QString::fromStdString(to_string(AnyId(outlet.floor))));
    window.settle();
    window.session().selection().set({outlet.id});
    const QPoint at = window.on_screen(outlet.place);
    (void)window.picture();
    QTest::mousePress(&window.window(), Qt::LeftButton, {}, at);
    const PlanCanvas::Effort before = canvas.effort();
    const auto layers_area = [&] {
        double area = 0;
        for (QQuickItem* item : canvas.childItems())
            if (auto* layer = qobject_cast<CanvasLayer*>(item); layer && layer->isVisible())
                area += layer->width() * layer->height();
        return area;
    };
    for (int i = 1; i <= 6; ++i) {
        QTest::mouseMove(&window.window(), at + QPoint(6 * i, 4 * i));
        (void)window.picture();
    }
    EXPECT_EQ(canvas.effort().pixels, before.pixels);
    EXPECT_LT(layers_area(), canvas.width() * canvas.height() / 4);
    QTest::mouseRelease(&window.window(), Qt::LeftButton, {}, at + QPoint(36, 24));
    window.settle();
    EXPECT_NE(design().find(outlet.id)->place, outlet.place);
    (void)window.picture();
    EXPECT_GT(canvas.effort().pixels, before.pixels) << "let go, it is drawn where it now stands";
}

struct ShotTest : ::testing::Test, Offices {
    int run(const QStringList& arguments) {
        QProcess process;
        process.start(QStringLiteral(RISER_DESIGNER), QStringList{QString::fromStdString(path.string())} + arguments);
        EXPECT_TRUE(process.waitForFinished(120'000));
        said = QString::fromUtf8(process.readAllStandardError());
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    QString file(const char* name) const { return QString::fromStdString((folder / name).string()); }
    QString said;
};

TEST_F(ShotTest, WritesPicturesOfTheSizeAskedFor) {
    for (const char* view : {"plan:2F", "plan:1F:fill", "system", "topology", "topology:zones", "racks:2F", "tables"})
        for (const char* theme : {"light", "dark"}) {
            const QString out = file("shot.png");
            EXPECT_EQ(run({"--shot", view, "--theme", theme, "--lang", "en", "--size", "1200x760", "-o", out}), 0)
                << said.toStdString();
            const QImage image(out);
            EXPECT_EQ(image.size(), QSize(1200, 760)) << view;
            EXPECT_EQ(image.pixelColor(4, 4).lightness() > 128, std::string_view(theme) == "light");
            QFile::remove(out);
        }
}

TEST_F(ShotTest, RefusesWhatItCannotShow) {
    EXPECT_EQ(run({"--shot", "plan:99F", "-o", file("x.png")}), 2);
    EXPECT_EQ(run({"--shot", "plan:nolens", "-o", file("x.png")}), 2);
    EXPECT_EQ(run({"--shot", "noview", "-o", file("x.png")}), 2);
    EXPECT_EQ(run({"--shot", "plan", "--size", "big", "-o", file("x.png")}), 2);
    EXPECT_EQ(run({"--shot", "plan"}), 2);
    EXPECT_EQ(run({"--shot", "plan", "-o", file("absent/x.png")}), 2);
    EXPECT_FALSE(QFile::exists(file("x.png")));
}

} // namespace
} // namespace riser::test
