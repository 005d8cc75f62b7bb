// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/floor_plan.h"
#include "model/file/save.h"
#include "tests/bench/canvas/canvas_bench.h"
#include "tests/bench/canvas/shown.h"
#include "tests/bench/stopwatch.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"
#include "tests/support/builders.h"

#include <QGraphicsScene>
#include <QGraphicsView>
#include <QOpenGLWidget>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <numeric>

namespace riser::bench {

namespace {

constexpr int columns = 40, rows = 10, a_room = 25;
constexpr int rounds_compared = 5;

// 200 m by 100 m: 400 rooms, 10,000 outlets.
Design a_crowded_design() {
    test::BuildingBuilder builder;
    const FloorId floor = builder.with_floor("1F", {});
    Design design = builder.design;
    for (int column = 0; column < columns; ++column)
        for (int row = 0; row < rows; ++row) {
            const std::int32_t x = column * 5'000, y = row * 10'000;
            Room room;
            room.id = builder.ids.next<Room>();
            room.floor = floor;
            room.number = std::to_string(column * rows + row + 1);
            room.outline.outer = {{x, y}, {x + 4'800, y}, {x + 4'800, y + 9'800}, {x, y + 9'800}};
            const RoomId id = room.id;
            design.rooms.put(std::move(room));
            for (int i = 0; i < a_room; ++i) {
                Outlet outlet;
                outlet.id = builder.ids.next<Outlet>();
                outlet.floor = floor;
                outlet.room = id;
                outlet.place = {x + 500 + i % 5 * 900, y + 800 + i / 5 * 1'900};
                design.outlets.put(std::move(outlet));
            }
        }
    return design;
}

// Of all threads of the process: neither waiting for a screen nor a busy machine counts.
double work_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Runs the event loop until `painted` counts up. False: it did not within a second.
bool await(const int& painted) {
    const int before = painted;
    bool late = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &limit, [&] { late = true; });
    limit.start(1000);
    while (painted == before && !late)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return painted != before;
}

struct Frames {
    Measure work;
    double mean = 0;
    int missed = 0; // steps after which nothing was painted
};
template<class Do> Frames frames_of(int count, const int& painted, Do step) {
    std::vector<double> samples;
    int missed = 0;
    for (int i = 0; i < count; ++i) {
        const double from = work_seconds();
        step(i);
        missed += !await(painted);
        samples.push_back(work_seconds() - from);
    }
    const double sum = std::accumulate(samples.begin(), samples.end(), 0.0);
    return {measure_of(std::move(samples)), sum / count, missed};
}

class CountedView : public QGraphicsView {
  public:
    using QGraphicsView::QGraphicsView;
    int painted = 0;

  protected:
    void paintEvent(QPaintEvent* event) override {
        QGraphicsView::paintEvent(event);
        ++painted;
    }
};

void dress(QGraphicsView& view, bool gl) {
    if (gl)
        view.setViewport(new QOpenGLWidget);
    view.setFrameShape(QFrame::NoFrame);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    view.setOptimizationFlag(QGraphicsView::DontAdjustForAntialiasing);
}

QPoint swing(int i) { return {3 + i % 12 * 4, 2 + i % 7 * 3}; }

// On and on in one direction, so that in every frame something new comes into sight, or what was made ahead is used up.
QPoint onward(int i) { return {-11 * (i + 1), -3 * (i + 1)}; }

struct Steps {
    Frames pan, onward, zoom, drag;
};

// What one line says, of every round: the median over the rounds, from the least to the most of them.
struct Figure {
    double middle = 0, least = 0, most = 0;
    int missed = 0;
};
template<class Of> Figure figure_of(const std::vector<Steps>& rounds, Of of, bool of_means) {
    std::vector<double> all;
    Figure out;
    for (const Steps& steps : rounds) {
        const Frames frames = of(steps);
        all.push_back(1e3 * (of_means ? frames.mean : frames.work.median));
        out.missed += frames.missed;
    }
    std::sort(all.begin(), all.end());
    out.middle = all[all.size() / 2];
    out.least = all.front();
    out.most = all.back();
    return out;
}

// The canvas alone is what the peer is compared with, turn by turn, since either may find the machine in another mood;
// what the panels around it add is beside.
template<class Of>
void line(const char* what, const std::vector<Steps>& ours, const Steps& whole, const std::vector<Steps>& peer, Of of,
          bool of_means = false) {
    const Figure a = figure_of(ours, of, of_means), b = figure_of(peer, of, of_means),
                 c = figure_of({whole}, of, of_means);
    std::printf(
        "  %-36s %6.2f ms (%.2f-%.2f)  QGraphicsView %6.2f ms (%.2f-%.2f)  ratio %.2f (at most 1); among panels "
        "%6.2f ms\n",
        what, a.middle, a.least, a.most, b.middle, b.least, b.most, a.middle / b.middle, c.middle);
    if (a.missed + b.missed + c.missed > 0)
        std::printf("  NOT PAINTED: %d steps of ours, %d of the peer's\n", a.missed + c.missed, b.missed);
}

// A canvas where it is shown: among the panels of the program's window, or alone in one of its own.
struct Place {
    test::TestWindow& window;
    QQuickWindow& shown_in;
    PlanCanvas& canvas;

    QPoint on_screen(QPointF p) const { return canvas.mapToScene(p).toPoint(); }
    void fit() {
        canvas.fit();
        window.settle();
    }
};

Steps in(Place place, int count, const Outlet& dragged) {
    int painted = 0;
    QQuickWindow* const screen = &place.shown_in;
    QObject::connect(screen, &QQuickWindow::frameSwapped, screen, [&] { ++painted; });
    PlanCanvas& canvas = place.canvas;
    const QPoint middle = place.on_screen({canvas.width() / 2, canvas.height() / 2});
    Steps out;
    QTest::mousePress(screen, Qt::MiddleButton, {}, middle);
    out.pan = frames_of(count, painted, [&](int i) { QTest::mouseMove(screen, middle + swing(i)); });
    QTest::mouseRelease(screen, Qt::MiddleButton, {}, middle);
    place.fit();
    canvas.zoomBy(4);
    place.window.settle();
    QTest::mousePress(screen, Qt::MiddleButton, {}, middle);
    out.onward = frames_of(count, painted, [&](int i) { QTest::mouseMove(screen, middle + onward(i)); });
    QTest::mouseRelease(screen, Qt::MiddleButton, {}, middle);
    place.fit();
    out.zoom = frames_of(count, painted, [&](int i) { canvas.zoomBy(i < count / 2 ? 1.05 : 1 / 1.05); });
    place.fit();
    // Symbols are some pixels apart at this scale: what is selected is what a drag takes hold of.
    place.window.session().selection().set({dragged.id});
    const QPoint at = place.on_screen(static_cast<const CanvasView&>(canvas).to_screen(dragged.place));
    QTest::mousePress(screen, Qt::LeftButton, {}, at);
    QTest::mouseMove(screen, at + QPoint(9, 9));
    (void)await(painted);
    out.drag = frames_of(count, painted, [&](int i) { QTest::mouseMove(screen, at + QPoint(9, 9) + swing(i)); });
    QTest::mouseRelease(screen, Qt::LeftButton, {}, at + QPoint(30, 30));
    place.window.settle();
    const Outlet* now = place.window.design().find(dragged.id);
    if (!now || now->place == dragged.place)
        std::printf("  NOT DONE, its figure says nothing: the outlet was not dragged (%d selected) %s\n",
                    static_cast<int>(place.window.session().selection().ids().size()),
                    qPrintable(place.window.session().message()));
    QObject::disconnect(screen, &QQuickWindow::frameSwapped, screen, nullptr);
    place.window.session().undo();
    place.window.settle();
    return out;
}

Steps in_program(test::TestWindow& window, int count, const Outlet& dragged) {
    return in({window, window.window(), window.canvas()}, count, dragged);
}

// As the peer is: with nothing around it. The program's window is put away meanwhile.
Steps alone(test::TestWindow& window, int count, const Outlet& dragged) {
    QQmlComponent component(qmlEngine(&window.canvas()));
    component.setData("import QtQuick\nimport Riser\n"
                      "Window { property Item canvas: only\n PlanCanvas { id: only; anchors.fill: parent } }",
                      QUrl());
    const std::unique_ptr<QObject> made(component.create());
    auto* const shown = qobject_cast<QQuickWindow*>(made.get());
    auto* const canvas = shown ? qobject_cast<PlanCanvas*>(shown->property("canvas").value<QObject*>()) : nullptr;
    if (!canvas) {
        std::printf("  NOT DONE: %s\n", qPrintable(component.errorString()));
        return {};
    }
    shown->resize(window.canvas().size().toSize());
    window.window().hide();
    shown->show();
    shown->requestActivate();
    (void)QTest::qWaitForWindowActive(shown);
    QTest::qWait(300);
    Place place{window, *shown, *canvas};
    place.fit();
    const Steps out = in(place, count, dragged);
    shown->hide();
    window.window().show();
    return out;
}

Steps in_a_scene(const Drawing& drawing, const PaintView& as, QSize size, AnyId dragged, int count, bool gl) {
    const Palette palette(Theme::light);
    QGraphicsScene scene;
    QGraphicsItem* hand = nullptr;
    for (const DrawingItem& item : drawing.items) {
        auto* shown = new Shown(item, palette);
        scene.addItem(shown);
        if (item.shows == dragged && std::holds_alternative<SymbolShape>(item.shape))
            hand = shown;
    }
    scene.setSceneRect(scene.itemsBoundingRect().adjusted(-200'000, -200'000, 200'000, 200'000)); // room to pan
    CountedView view(&scene);
    dress(view, gl);
    view.resize(size);
    view.setTransform(QTransform::fromScale(as.zoom, as.zoom));
    const PaperPoint middle = as.to_drawing({size.width() / 2.0, size.height() / 2.0});
    view.centerOn(middle.x, middle.y);
    view.show();
    (void)QTest::qWaitForWindowExposed(&view);
    QTest::qWait(200);
    Steps out;
    out.pan = frames_of(count, view.painted, [&](int i) {
        view.centerOn(middle.x - swing(i).x() / as.zoom, middle.y - swing(i).y() / as.zoom);
    });
    view.scale(4, 4);
    view.centerOn(middle.x, middle.y);
    QTest::qWait(200);
    out.onward = frames_of(count, view.painted, [&](int i) {
        view.centerOn(middle.x - onward(i).x() / (4 * as.zoom), middle.y - onward(i).y() / (4 * as.zoom));
    });
    view.scale(0.25, 0.25);
    view.centerOn(middle.x, middle.y);
    QTest::qWait(200);
    out.zoom = frames_of(count, view.painted, [&](int i) {
        const double by = i < count / 2 ? 1.05 : 1 / 1.05;
        view.scale(by, by);
    });
    if (!hand) {
        std::printf("  NOT DONE, its figure says nothing: nothing to drag in the scene\n");
        return out;
    }
    hand->setFlag(QGraphicsItem::ItemIsMovable);
    hand->setFlag(QGraphicsItem::ItemIsSelectable);
    hand->setZValue(1); // the hand takes what lies on top
    const QPointF from = hand->pos();
    const QPoint at = view.mapFromScene(hand->mapToScene(hand->boundingRect().center()));
    const auto move = [&](QPoint to) { QTest::mouseMove(view.viewport(), to); };
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at);
    move(at + QPoint(9, 9));
    (void)await(view.painted);
    out.drag = frames_of(count, view.painted, [&](int i) { move(at + QPoint(9, 9) + swing(i)); });
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at + QPoint(30, 30));
    if (hand->pos() == from)
        std::printf("  NOT DONE, its figure says nothing: the peer's outlet was not dragged\n");
    return out;
}

} // namespace

void measure_live(int count, bool gl) {
    test::TestWindow window(QStringLiteral("en"));
    const TemporaryFolder folder;
    if (!save_design(a_crowded_design(), folder / "crowded.riser") || !window.open(folder / "crowded.riser")) {
        std::printf("cannot open the crowded floor\n");
        return;
    }
    QTest::qWait(300);
    window.canvas().fit();
    window.settle();
    const std::vector<Outlet> all(window.design().outlets.begin(), window.design().outlets.end());
    const Outlet dragged = all[all.size() / 2 + 3];
    const FloorPlan plan = floor_plan(window.document().facts(), dragged.floor);
    const PaintView as = window.canvas().view();
    const QSize size = window.canvas().size().toSize();
    std::printf("live frames of a window, %s, canvas %dx%d, %zu items; work of all threads, median of %d in each of %d "
                "rounds\n",
                gl ? "GL" : "software", size.width(), size.height(), plan.drawing.items.size(), count, rounds_compared);
    const Steps whole = in_program(window, count, dragged);
    std::vector<Steps> ours, peer;
    for (int round = 0; round < rounds_compared; ++round) {
        ours.push_back(alone(window, count, dragged));
        peer.push_back(in_a_scene(plan.drawing, as, size, dragged.id, count, gl));
    }
    line("pan, whole floor", ours, whole, peer, [](const Steps& s) { return s.pan; });
    line(
        "pan onward, a quarter of it, means", ours, whole, peer, [](const Steps& s) { return s.onward; }, true);
    line("zoom around the whole floor", ours, whole, peer, [](const Steps& s) { return s.zoom; });
    line("one outlet dragged by the mouse", ours, whole, peer, [](const Steps& s) { return s.drag; });
}

} // namespace riser::bench
