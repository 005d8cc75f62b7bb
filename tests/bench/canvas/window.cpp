// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/window.h"
#include "exporters/drawings/floor_plan.h"
#include "model/edits/cabling_edits.h"
#include "model/file/save.h"
#include "solvers/analysis/jack_links.h"
#include "tests/bench/canvas/canvas_bench.h"
#include "tests/bench/memory.h"
#include "tests/bench/sample.h"
#include "tests/bench/stopwatch.h"
#include "tests/model/file/temporary_folder.h"

#include <QTimer>

#include <cstdio>

namespace riser::bench {

namespace {

// The longest time between two beats of a timer of 5 ms.
class Heartbeat : public QObject {
  public:
    Heartbeat() {
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.setInterval(5);
        QObject::connect(&timer_, &QTimer::timeout, this, [this] { beat(); });
        last_ = std::chrono::steady_clock::now();
        timer_.start();
    }
    double stop() {
        beat();
        timer_.stop();
        return longest_;
    }
    int beats() const { return beats_; }

  private:
    void beat() {
        const auto now = std::chrono::steady_clock::now();
        longest_ = std::max(longest_, std::chrono::duration<double>(now - last_).count());
        last_ = now;
        ++beats_;
    }
    QTimer timer_;
    std::chrono::steady_clock::time_point last_;
    double longest_ = 0;
    int beats_ = 0;
};

void told(const char* what, double seconds, double budget) {
    std::printf("  %-44s %9.1f ms  %s\n", what, seconds * 1e3,
                budget <= 0         ? ""
                : seconds <= budget ? ("within " + std::to_string(static_cast<int>(budget * 1e3)) + " ms").c_str()
                                    : ("OVER " + std::to_string(static_cast<int>(budget * 1e3)) + " ms").c_str());
}

} // namespace

void measure_window(DesignSize size) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder / "generated.riser";
    {
        const Design design = generate({.size = size, .seed = 1}).design;
        std::printf("window, size %s: %zu floors, %zu points, %zu cables\n", std::string(size_name(size)).c_str(),
                    design.floors.size(), design.jacks.size(), design.cables.size());
        if (!save_design(design, path)) {
            std::printf("cannot write %s\n", path.c_str());
            return;
        }
    }
    test::TestWindow window(QStringLiteral("zh"));
    DesignSession& session = window.session();
    bool painted = false;
    QObject::connect(&window.window(), &QQuickWindow::frameSwapped, &window.window(),
                     [&] { painted = painted || (session.is_open() && !window.canvas().is_empty()); });
    const auto start = std::chrono::steady_clock::now();
    const auto passed = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); };
    session.open(QUrl::fromLocalFile(QString::fromStdString(path.string())));
    const double opened = passed();
    window.wait_for([&] { return painted; });
    told("open: session.open() returns after", opened, 0);
    told("open to first painted floor", passed(), 1.5);

    Heartbeat checking;
    window.wait_for([&] { return session.check_current(); });
    const double after = passed();
    QTest::qWait(100);
    const double stall = checking.stop();
    told("longest stall during the full check", stall, 0.05);
    std::printf("    (the check took %.0f ms and was there %.0f ms after opening; %d beats)\n",
                session.check_seconds() * 1e3, after * 1e3, checking.beats());

    const std::vector<OutletId> outlets = sample(window.design().outlets, 12);
    std::vector<double> edits, frames, stalls;
    for (const OutletId id : outlets) {
        const Outlet outlet = *window.design().find(id);
        session.set_floor(QString::fromStdString(to_string(AnyId(outlet.floor))));
        window.settle();
        Heartbeat editing;
        edits.push_back(seconds_of([&] {
            (void)session.document().perform({"移动", "Move"}, [&](Edit& edit) {
                return move_outlet(edit, id, outlet.place + Point{40, 0});
            });
        }));
        window.wait_for([&] { return session.check_current(); });
        QTest::qWait(30);
        stalls.push_back(editing.stop());
    }
    told("one outlet moved, window updated (median)", measure_of(edits).median, 0.05);
    told("the slowest of them", *std::max_element(edits.begin(), edits.end()), 0);
    told("longest stall around an edit and its check", *std::max_element(stalls.begin(), stalls.end()), 0.05);

    {
        Document alone;
        FloorsModel floors(alone, nullptr);
        std::filesystem::copy_file(path, folder / "alone.riser");
        (void)alone.open(folder / "alone.riser");
        std::vector<double> performs, drawings, pictures, prepared;
        for (const OutletId id : outlets) {
            const Outlet outlet = *alone.design().find(id);
            const FloorId floor = outlet.floor;
            performs.push_back(seconds_of([&] {
                (void)alone.perform({"移动", "Move"}, [&](Edit& edit) {
                    return move_outlet(edit, id, outlet.place + Point{40, 0});
                });
            }));
            FloorPlan plan;
            prepared.push_back(seconds_of([&] { (void)alone.facts().get<JackLinks>(); }));
            drawings.push_back(seconds_of([&] { plan = floor_plan(alone.facts(), floor); }));
            pictures.push_back(seconds_of([&] { const Picture picture(std::move(plan.drawing)); }));
        }
        std::printf("    (of that the document and floors %.1f ms, links %.1f ms, the drawing %.1f ms, making it ready "
                    "%.1f ms)\n",
                    measure_of(performs).median * 1e3, measure_of(prepared).median * 1e3,
                    measure_of(drawings).median * 1e3, measure_of(pictures).median * 1e3);
    }

    Heartbeat planning;
    const double planned = seconds_of([&] {
        session.plan({QStringLiteral("outlets"), QStringLiteral("spaces"), QStringLiteral("pathways"),
                      QStringLiteral("cables")});
        window.wait_for([&] { return !session.planning(); });
    });
    QTest::qWait(50);
    told("longest stall during a full re-plan", planning.stop(), 0.05);
    std::printf("    (it took %.0f ms)\n", planned * 1e3);
    Heartbeat applying;
    told("applying the plan", seconds_of([&] { session.applyPlan(); }), 0);
    window.wait_for([&] { return session.check_current(); });
    told("longest stall until it is checked", applying.stop(), 0);
    std::printf("  memory of the process %.0f MB, at most %.0f MB\n", process_memory().resident / 1e6,
                process_memory().peak / 1e6);
}

} // namespace riser::bench
