// SPDX-License-Identifier: GPL-3.0-or-later
// Random keys, clicks, drags and wheels on the window in every view, cells and floors included, the same for one seed.
// Whatever they do, the models keep their promises, what is open can be written and read again, and undoing everything
// gives what was opened. RISER_MONKEY_EVENTS and RISER_MONKEY_SEED say how many and which.
#include "designer/session/table_model.h"
#include "model/file/reader.h"
#include "model/file/save.h"
#include "model/file/writer.h"
#include "solvers/planning/steps.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"
#include "tests/support/builders.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <array>
#include <gtest/gtest.h>
#include <random>

namespace riser::test {
namespace {

class Monkey {
  public:
    Monkey(TestWindow& window, std::uint64_t seed) : window_(window), engine_(seed) {}

    void act() {
        switch (below(20)) {
        case 0:
        case 1:
        case 2:
            press_key();
            break;
        case 3:
            below(2) ? type_something() : fill_in();
            break;
        case 4:
        case 5:
            turn_wheel();
            break;
        case 6:
        case 7:
        case 8:
            drag(somewhere_on_plan(), somewhere_on_plan());
            break;
        case 9:
            drag_near(somewhere_on_plan());
            break;
        case 10:
            click(somewhere(), Qt::LeftButton);
            break;
        case 11:
            click(somewhere_on_plan(), Qt::RightButton);
            QTest::keyClick(&window_.window(), Qt::Key_Escape);
            break;
        case 12:
            QTest::mouseDClick(&window_.window(), Qt::LeftButton, {}, somewhere_on_plan());
            break;
        case 13:
            on_floors();
            break;
        case 14:
        case 15:
            in_cells();
            if (below(2)) // else it would hardly ever be on the plan
                QTest::keyClick(&window_.window(), Qt::Key_F2);
            break;
        case 16:
            below(3) ? by_rule() : plan_something();
            break;
        default:
            click(somewhere_on_plan(), Qt::LeftButton);
        }
    }
    // The plan every other time, else any view.
    void turn_to_a_view() {
        static constexpr std::array views{Qt::Key_F2, Qt::Key_F3, Qt::Key_F4, Qt::Key_F5, Qt::Key_F6};
        QTest::keyClick(&window_.window(), below(2) ? Qt::Key_F2 : views[below(views.size())]);
    }

  private:
    std::size_t below(std::size_t n) { return engine_() % n; }
    QPoint somewhere() {
        return {static_cast<int>(below(static_cast<std::size_t>(window_.window().width()))),
                static_cast<int>(below(static_cast<std::size_t>(window_.window().height())))};
    }
    QPoint somewhere_on_plan() {
        const PlanCanvas& canvas = window_.canvas();
        // Every other time where a point stands, as far as it is in view.
        const Design& design = window_.design();
        if (below(2) && design.outlets.size() > 0) {
            const Outlet& outlet =
                *std::next(design.outlets.begin(), static_cast<std::ptrdiff_t>(below(design.outlets.size())));
            const QPoint at = window_.on_screen(outlet.place);
            if (outlet.floor == window_.session().floor_id() &&
                QRectF(canvas.mapToScene({}), canvas.size()).contains(at))
                return at;
        }
        const double x = static_cast<double>(below(1000)) / 1000, y = static_cast<double>(below(1000)) / 1000;
        return canvas.mapToScene({x * canvas.width(), y * canvas.height()}).toPoint();
    }
    Qt::KeyboardModifiers modifiers() {
        static constexpr std::array<Qt::KeyboardModifier, 6> some{
            Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier, Qt::AltModifier};
        return some[below(some.size())];
    }
    void press_key() {
        // Everything but what opens a dialog of the system or closes the window.
        static constexpr std::array keys{
            Qt::Key_Escape, Qt::Key_Return,  Qt::Key_Tab,       Qt::Key_Space,  Qt::Key_Delete, Qt::Key_Left,
            Qt::Key_Right,  Qt::Key_Up,      Qt::Key_Down,      Qt::Key_F2,     Qt::Key_F3,     Qt::Key_F4,
            Qt::Key_F5,     Qt::Key_F6,      Qt::Key_F8,        Qt::Key_V,      Qt::Key_R,      Qt::Key_W,
            Qt::Key_P,      Qt::Key_O,       Qt::Key_C,         Qt::Key_M,      Qt::Key_Plus,   Qt::Key_Minus,
            Qt::Key_0,      Qt::Key_1,       Qt::Key_3,         Qt::Key_K,      Qt::Key_D,      Qt::Key_L,
            Qt::Key_Y,      Qt::Key_A,       Qt::Key_Backspace, Qt::Key_Insert, Qt::Key_Home,   Qt::Key_End,
            Qt::Key_PageUp, Qt::Key_PageDown};
        static constexpr std::array<std::pair<Qt::Key, Qt::KeyboardModifier>, 10> chords{
            {{Qt::Key_Z, Qt::ControlModifier},
             {Qt::Key_Y, Qt::ControlModifier},
             {Qt::Key_D, Qt::ControlModifier},
             {Qt::Key_L, Qt::ControlModifier},
             {Qt::Key_C, Qt::ControlModifier},
             {Qt::Key_V, Qt::ControlModifier},
             {Qt::Key_R, Qt::ControlModifier},
             {Qt::Key_T, Qt::ControlModifier},
             {Qt::Key_H, Qt::ControlModifier},
             {Qt::Key_F8, Qt::ShiftModifier}}};
        if (below(3) == 0) {
            const auto& [key, with] = chords[below(chords.size())];
            QTest::keyClick(&window_.window(), key, with);
            return;
        }
        const Qt::Key key = keys[below(keys.size())];
        Qt::KeyboardModifiers with = modifiers();
        if (key == Qt::Key_O || key == Qt::Key_P || key == Qt::Key_A)
            with = {};
        QTest::keyClick(&window_.window(), key, with);
    }
    void type_something() {
        for (const char c : std::string("12F-<90@,m").substr(below(9)))
            QTest::keyClick(&window_.window(), c);
    }
    void fill_in() {
        std::vector<QQuickItem*> lines;
        window_.find([&](QQuickItem& item) {
            if (item.inherits("QQuickTextField") && is_in_window(middle_of(item)))
                lines.push_back(&item);
            return false;
        });
        if (lines.empty())
            return;
        const QQuickItem& line = *lines[below(lines.size())];
        click(line.mapToScene({20, line.height() / 2}).toPoint(), Qt::LeftButton);
        type_something();
        QTest::keyClick(&window_.window(), below(4) ? Qt::Key_Return : Qt::Key_Escape);
    }
    bool is_in_window(QPoint at) {
        return QRect(0, 0, window_.window().width(), window_.window().height()).contains(at);
    }
    QPoint middle_of(const QQuickItem& item) {
        return item.mapToScene({item.width() / 2, item.height() / 2}).toPoint();
    }
    QQuickItem* one_with(const char* property, const char* other) {
        std::vector<QQuickItem*> found;
        window_.find([&](QQuickItem& item) {
            if (item.property(property).isValid() && item.property(other).isValid() && is_in_window(middle_of(item)))
                found.push_back(&item);
            return false;
        });
        return found.empty() ? nullptr : found[below(found.size())];
    }
    // Its panel's keys; what they open is filled in and taken, or left.
    void on_floors() {
        const QQuickItem* const floor = one_with("floorId", "points");
        if (!floor)
            return;
        QTest::mouseClick(&window_.window(), Qt::LeftButton, {}, middle_of(*floor));
        static constexpr std::array<std::pair<Qt::Key, Qt::KeyboardModifier>, 8> keys{
            {{Qt::Key_Insert, Qt::NoModifier},
             {Qt::Key_Insert, Qt::ShiftModifier},
             {Qt::Key_Up, Qt::AltModifier},
             {Qt::Key_Down, Qt::AltModifier},
             {Qt::Key_Up, Qt::NoModifier},
             {Qt::Key_Down, Qt::NoModifier},
             {Qt::Key_Delete, Qt::NoModifier},
             {Qt::Key_Return, Qt::NoModifier}}};
        const auto& [key, with] = keys[below(keys.size())];
        QTest::keyClick(&window_.window(), key, with);
        QCoreApplication::processEvents();
        if (below(3) == 0)
            type_something();
        QTest::keyClick(&window_.window(), below(3) ? Qt::Key_Return : Qt::Key_Escape);
    }
    void in_cells() {
        QTest::keyClick(&window_.window(), Qt::Key_F6);
        auto& table = *static_cast<TableModel*>(window_.session().table());
        if (below(3) == 0)
            table.set_grid(QString::fromStdString(all_grids()[below(all_grids().size())].key));
        (void)window_.picture(); // lays the cells out
        const QQuickItem* const cell = one_with("editable", "column");
        if (!cell)
            return;
        QTest::mouseClick(&window_.window(), Qt::LeftButton, modifiers(), middle_of(*cell));
        static constexpr std::array blocks{"801\t12\n802\t9\n", "", "office", "-1", "1e9\n\n\t\t", "\"a\nb\"\tyes"};
        switch (below(6)) {
        case 0:
            QGuiApplication::clipboard()->setText(QString::fromUtf8(blocks[below(blocks.size())]));
            QTest::keyClick(&window_.window(), Qt::Key_V, Qt::ControlModifier);
            break;
        case 1:
            QTest::keyClick(&window_.window(), Qt::Key_C, Qt::ControlModifier);
            break;
        case 2:
            QTest::keyClick(&window_.window(), Qt::Key_Delete);
            break;
        case 3:
            QTest::keyClick(&window_.window(), Qt::Key_Down, Qt::AltModifier);
            break;
        default:
            type_something();
            QTest::keyClick(&window_.window(), below(4) ? Qt::Key_Return : Qt::Key_Escape,
                            below(4) ? Qt::NoModifier : Qt::ControlModifier);
        }
    }
    void by_rule() {
        static constexpr std::array rules{"outlets",       "outlets on 1F", "cables length>10 m", "rooms area>20",
                                          "trays fill>40", "rooms use=",    "cables unrouted",    "CAB-02"};
        QTest::keyClick(&window_.window(), Qt::Key_F, Qt::ControlModifier);
        QCoreApplication::processEvents();
        for (const char c : std::string_view(rules[below(rules.size())]))
            QTest::keyClick(&window_.window(), c);
        QTest::keyClick(&window_.window(), below(4) ? Qt::Key_Return : Qt::Key_Escape);
    }
    // Watched for a while, then applied or dropped.
    void plan_something() {
        QTest::keyClick(&window_.window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        window_.session().plan({QStringLiteral("outlets"), QStringLiteral("cables")});
        if (below(2))
            window_.wait_for([&] { return !window_.session().planning(); });
        QTest::keyClick(&window_.window(), below(2) ? Qt::Key_Return : Qt::Key_Escape);
    }
    void turn_wheel() {
        const QPointF at = window_.canvas().mapFromScene(somewhere_on_plan());
        const int notches = below(2) ? 120 : -120;
        QWheelEvent wheel(at, window_.canvas().mapToGlobal(at), {}, {0, notches}, Qt::NoButton, modifiers(),
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&window_.canvas(), &wheel);
    }
    void click(QPoint at, Qt::MouseButton button) {
        QTest::mouseMove(&window_.window(), at);
        QTest::mouseClick(&window_.window(), button, modifiers(), at);
    }
    void drag(QPoint from, QPoint to) {
        const Qt::MouseButton button = below(4) == 0 ? Qt::MiddleButton : Qt::LeftButton;
        QTest::mouseMove(&window_.window(), from);
        QTest::mousePress(&window_.window(), button, modifiers(), from);
        for (int i = 1; i <= 4; ++i)
            QTest::mouseMove(&window_.window(), from + (to - from) * i / 4);
        if (below(8) == 0)
            press_key();
        QTest::mouseRelease(&window_.window(), button, {}, to);
    }
    void drag_near(QPoint from) {
        drag(from, from + QPoint(static_cast<int>(below(81)) - 40, static_cast<int>(below(81)) - 40));
    }

    TestWindow& window_;
    std::mt19937_64 engine_;
};

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    bool is_number = false;
    const std::uint64_t number = qEnvironmentVariable(name).toULongLong(&is_number);
    return is_number ? number : otherwise;
}

std::vector<std::unique_ptr<QAbstractItemModelTester>> testers_of(DesignSession& session) {
    std::vector<std::unique_ptr<QAbstractItemModelTester>> out;
    for (QAbstractItemModel* model : {session.floors(), session.layers(), session.findings(), session.inspector(),
                                      session.history(), session.search(), session.table()})
        out.push_back(
            std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::Fatal));
    return out;
}

void expect_way_back(TestWindow& window, const Design& opened) {
    const Design now = window.design();
    const std::size_t position = window.document().history().position();
    window.document().go_to(0);
    EXPECT_EQ(window.design(), opened);
    window.document().go_to(position);
    EXPECT_EQ(window.design(), now);
}

void expect_sound(TestWindow& window) {
    const Design& design = window.design();
    const Result<Design> again = read_design(write_design(design), "monkey.riser");
    ASSERT_TRUE(again) << again.error().message.en;
    EXPECT_EQ(*again, design);
    for (const AnyId id : window.session().selection().ids())
        EXPECT_TRUE(design.contains(id));
    EXPECT_TRUE(design.floors.empty() || design.contains(window.session().floor_id()));
}

TEST(Monkey, LeavesAValidDesignAndAHistoryThatLeadsBack) {
    const std::uint64_t events = number_from("RISER_MONKEY_EVENTS", 3'000);
    const std::uint64_t seed = number_from("RISER_MONKEY_SEED", 20'261'126);
    const TemporaryFolder folder;
    const std::filesystem::path path = folder / "offices.riser";
    BuildingBuilder builder = office_block(2, 6);
    Edit edit(builder.design, {"规划", "Plan"}, builder.ids);
    ASSERT_TRUE(perform_steps(edit, {}));
    Design opened = std::move(edit).commit();
    ASSERT_TRUE(save_design(opened, path));
    TestWindow window;
    ASSERT_TRUE(window.open(path));
    // It may also find "New design".
    QObject::connect(&window.document(), &Document::replaced, &window.window(), [&] { opened = window.design(); });
    const QString home = QDir::currentPath();
    QDir::setCurrent(QString::fromStdString(folder.path().string()));
    const auto testers = testers_of(window.session());
    Monkey monkey(window, seed);
    std::uint64_t changes = 0;
    QObject::connect(&window.document(), &Document::changed, &window.window(), [&] { ++changes; });
    for (std::uint64_t i = 0; i < events; ++i) {
        monkey.act();
        if (i % 16 == 0) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // as the program's loop does
        }
        if (i % 64 == 0) { // no dialog stays for ever
            for (int k = 0; k < 4; ++k)
                QTest::keyClick(&window.window(), Qt::Key_Escape);
            monkey.turn_to_a_view();
            QTest::keyClick(&window.window(), Qt::Key_V);
            QTest::keyClick(&window.window(), Qt::Key_0, Qt::ControlModifier);
        }
        if (i % 256 == 0)
            expect_sound(window);
        if (i % 1'024 == 0) {
            std::printf("%llu events, %llu changes\n", static_cast<unsigned long long>(i),
                        static_cast<unsigned long long>(changes));
            std::fflush(stdout); // a sanitizer that ends it all leaves nothing behind
        }
        if (i % 8'192 == 0)
            expect_way_back(window, opened);
        if (i + 1 == events || ::testing::Test::HasFailure())
            if (const QString file = qEnvironmentVariable("RISER_MONKEY_PICTURE"); !file.isEmpty())
                window.picture().save(file);
        if (::testing::Test::HasFailure()) {
            std::printf("after event %llu of seed %llu\n", static_cast<unsigned long long>(i),
                        static_cast<unsigned long long>(seed));
            return;
        }
    }
    expect_sound(window);
    EXPECT_GT(changes, events / 200) << "it hardly changed anything";
    const History& history = window.document().history();
    for (const std::size_t step : {std::size_t{0}, history.steps(), history.steps() / 2, std::size_t{0}}) {
        window.document().go_to(step);
        expect_sound(window);
    }
    EXPECT_EQ(window.design(), opened);
    EXPECT_TRUE(window.settle());
    QDir::setCurrent(home);
}

} // namespace
} // namespace riser::test
