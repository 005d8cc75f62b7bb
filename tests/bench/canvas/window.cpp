// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/window.h"
#include "exporters/drawings/floor_plan.h"
#include "model/edits/cabling_edits.h"
#include "model/edits/cascade.h"
#include "model/file/save.h"
#include "solvers/analysis/jack_links.h"
#include "tests/bench/canvas/canvas_bench.h"
#include "tests/bench/memory.h"
#include "tests/bench/sample.h"
#include "tests/bench/stopwatch.h"
#include "tests/model/file/temporary_folder.h"

#include <QTimer>

#include <cstdio>
#include <set>
#include <string>

namespace riser::bench {

namespace {

double own_work() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// The longest time between two beats of a timer of 5 ms; and the most work of this thread between two, which a busy
// machine does not lengthen.
class Heartbeat : public QObject {
  public:
    Heartbeat() {
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.setInterval(5);
        QObject::connect(&timer_, &QTimer::timeout, this, [this] { beat(); });
        last_ = std::chrono::steady_clock::now();
        worked_ = own_work();
        timer_.start();
    }
    double stop() {
        beat();
        timer_.stop();
        return longest_;
    }
    int beats() const { return beats_; }
    double most_work() const { return most_work_; }

  private:
    void beat() {
        const auto now = std::chrono::steady_clock::now();
        longest_ = std::max(longest_, std::chrono::duration<double>(now - last_).count());
        last_ = now;
        const double worked = own_work();
        most_work_ = std::max(most_work_, worked - worked_);
        worked_ = worked;
        ++beats_;
    }
    QTimer timer_;
    std::chrono::steady_clock::time_point last_;
    double longest_ = 0;
    double worked_ = 0;
    double most_work_ = 0;
    int beats_ = 0;
};

void told(const char* what, double seconds, double budget) {
    std::printf("  %-44s %9.1f ms  %s\n", what, seconds * 1e3,
                budget <= 0         ? ""
                : seconds <= budget ? ("within " + std::to_string(static_cast<int>(budget * 1e3)) + " ms").c_str()
                                    : ("OVER " + std::to_string(static_cast<int>(budget * 1e3)) + " ms").c_str());
}

// What is timed must have been done.
void require(bool done, const char* what) {
    if (!done)
        std::printf("  NOT DONE, its figure says nothing: %s\n", what);
}

void write_part(const char* what, double seconds) { std::printf("    (%s %.0f ms)\n", what, seconds * 1e3); }

// `edit` of each of the outlets on its floor, until the check of it has come.
template<class Change> void edits_in(test::TestWindow& window, const char* what, Change change) {
    DesignSession& session = window.session();
    std::vector<double> edits, stalls, work;
    for (const OutletId id : sample(window.design().outlets, 12)) {
        const Outlet outlet = *window.design().find(id);
        session.set_floor(QString::fromStdString(to_string(AnyId(outlet.floor))));
        window.settle();
        Heartbeat editing;
        Result<void> done;
        edits.push_back(seconds_of([&] {
            done = session.document().perform({"修改", "Edit"}, [&](Edit& edit) { return change(edit, outlet); });
        }));
        require(done.has_value(), what);
        window.wait_for([&] { return session.check_current(); });
        QTest::qWait(30);
        stalls.push_back(editing.stop());
        work.push_back(editing.most_work());
    }
    const std::string name(what);
    told(("one outlet " + name + ", window updated (median)").c_str(), measure_of(edits).median, 0.05);
    told(("longest stall, one " + name + ", and its check").c_str(), *std::max_element(stalls.begin(), stalls.end()),
         0.05);
    write_part("of that its own work", *std::max_element(work.begin(), work.end()));
}

// The parts of an edit, each alone.
void parts_of_an_edit(const std::filesystem::path& path) {
    Document alone;
    FloorsModel floors(alone, nullptr);
    (void)alone.open(path);
    std::vector<double> performs, drawings, pictures, prepared;
    for (const OutletId id : sample(alone.design().outlets, 12)) {
        const Outlet outlet = *alone.design().find(id);
        performs.push_back(seconds_of([&] {
            const Result<void> done = alone.perform({"移动", "Move"}, [&](Edit& edit) {
                return move_outlet(edit, id, outlet.place + Point{40, 0});
            });
            require(done.has_value(), "an edit alone");
        }));
        FloorPlan plan;
        prepared.push_back(seconds_of([&] { (void)alone.facts().get<JackLinks>(); }));
        drawings.push_back(seconds_of([&] { plan = floor_plan(alone.facts(), outlet.floor); }));
        pictures.push_back(seconds_of([&] { const Picture picture(std::move(plan.drawing)); }));
    }
    std::printf("    (of that the document and floors %.1f ms, links %.1f ms, the drawing %.1f ms, making it ready "
                "%.1f ms)\n",
                measure_of(performs).median * 1e3, measure_of(prepared).median * 1e3, measure_of(drawings).median * 1e3,
                measure_of(pictures).median * 1e3);
}

// The planner leaves alone what a person cabled, and all of a generated design is: without its horizontal cables
// there is something to route.
Result<void> take_out_horizontal_cables(Edit& edit) {
    std::set<CableId> gone;
    for (const Cable& cable : edit.design().cables)
        if (cable.role == CableRole::horizontal)
            gone.insert(cable.id);
    std::vector<TerminationId> ends;
    for (const Termination& at : edit.design().terminations)
        if (gone.contains(at.cable))
            ends.push_back(at.id);
    for (const TerminationId id : ends)
        edit.working().terminations.erase(id);
    for (const CableId id : gone)
        edit.working().cables.erase(id);
    return {};
}

// The parts of applying a routed plan and of taking it back, each alone.
void parts_of_applying(const std::filesystem::path& path) {
    Document alone;
    (void)alone.open(path);
    require(alone.perform({"拆线", "Uncable"}, take_out_horizontal_cables).has_value(), "taking cables out, alone");
    const FloorId floor = alone.design().floors.begin()->id;
    (void)floor_plan(alone.facts(), floor);
    Planner planner(alone, nullptr);
    planner.start({"cables"});
    require(QTest::qWaitFor([&] { return planner.has_ghost(); }, 60'000), "planning alone");
    const auto shown = [&](const char* verb) {
        FloorPlan plan;
        const double links = seconds_of([&] { (void)alone.facts().get<JackLinks>(); });
        const double drawn = seconds_of([&] { plan = floor_plan(alone.facts(), floor); });
        const double ready = seconds_of([&] { const Picture picture(std::move(plan.drawing)); });
        std::printf("    (then %s, links %.1f ms, the drawing %.1f ms, making it ready %.1f ms)\n", verb, links * 1e3,
                    drawn * 1e3, ready * 1e3);
    };
    const Design before = alone.design(), after = planner.ghost();
    const double compared = seconds_of([&] { keep(changes_between(before, after).size()); });
    const double applied = seconds_of([&] { require(planner.apply().has_value(), "applying alone"); });
    std::printf("    (applying alone %.1f ms, comparing the designs once %.1f ms)\n", applied * 1e3, compared * 1e3);
    shown("applied");
    const double undone = seconds_of([&] { require(alone.undo(), "undoing"); });
    std::printf("    (undoing alone %.1f ms)\n", undone * 1e3);
    shown("undone");
}

void route(test::TestWindow& window, const char* what) {
    DesignSession& session = window.session();
    const std::string name(what);
    Heartbeat planning;
    const double planned = seconds_of([&] {
        session.plan({QStringLiteral("cables")});
        window.wait_for([&] { return !session.planning(); });
    });
    QTest::qWait(50);
    told(("longest stall while " + name).c_str(), planning.stop(), 0.05);
    write_part("of that its own work", planning.most_work());
    std::size_t rows = 0;
    std::int64_t cables = 0;
    for (const StepReport& report : session.planner().reports()) {
        rows += report.added + report.changed + report.removed;
        cables = report.totals.empty() ? 0 : report.totals.front().value;
    }
    write_part((std::to_string(cables) + " cables, " + std::to_string(rows) + " rows differ; it took").c_str(),
               planned);
    require(cables > static_cast<std::int64_t>(window.design().jacks.size() / 2), what);
    if (rows == 0)
        return session.dropPlan();
    Heartbeat applying;
    told("  applying it", seconds_of([&] { require(session.applyPlan(), "applying"); }), 0.05);
    window.wait_for([&] { return session.check_current(); });
    QTest::qWait(50);
    told("  longest stall until it is checked", applying.stop(), 0.05);
    write_part("of that its own work", applying.most_work());
    Heartbeat undoing;
    window.session().undo();
    window.wait_for([&] { return session.check_current(); });
    QTest::qWait(50);
    told("  longest stall, taken back, until it is checked", undoing.stop(), 0.05);
    write_part("of that its own work", undoing.most_work());
    Heartbeat redoing;
    window.session().redo();
    window.wait_for([&] { return session.check_current(); });
    QTest::qWait(50);
    told("  longest stall, made again, until it is checked", redoing.stop(), 0.05);
    write_part("of that its own work", redoing.most_work());
}

void routes_in(test::TestWindow& window) {
    Document& document = window.document();
    require(document.perform({"拆线", "Uncable"}, take_out_horizontal_cables).has_value(), "taking cables out");
    window.settle();
    route(window, "all is routed");
    route(window, "all is routed again");
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
    std::filesystem::copy_file(path, folder / "alone.riser");
    test::TestWindow window(QStringLiteral("zh"));
    DesignSession& session = window.session();
    bool painted = false;
    QObject::connect(&window.window(), &QQuickWindow::frameSwapped, &window.window(),
                     [&] { painted = painted || (session.is_open() && !window.canvas().is_empty()); });
    const auto start = std::chrono::steady_clock::now();
    const auto passed = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); };
    require(session.open(QUrl::fromLocalFile(QString::fromStdString(path.string()))), "opening");
    const double opened = passed();
    window.wait_for([&] { return painted; });
    require(painted, "painting the first floor");
    told("open: session.open() returns after", opened, 0);
    told("open to first painted floor", passed(), 1.5);

    Heartbeat checking;
    require(window.wait_for([&] { return session.check_current(); }), "the check");
    const double after = passed();
    QTest::qWait(100);
    told("longest stall during the full check", checking.stop(), 0.05);
    write_part("of that its own work", checking.most_work());
    std::printf("    (the check took %.0f ms and was there %.0f ms after opening; %d beats)\n",
                session.check_seconds() * 1e3, after * 1e3, checking.beats());

    edits_in(window, "moved", [](Edit& edit, const Outlet& outlet) {
        return move_outlet(edit, outlet.id, outlet.place + Point{40, 0});
    });
    edits_in(window, "deleted", [](Edit& edit, const Outlet& outlet) { return delete_row(edit, outlet.id); });
    parts_of_an_edit(folder / "alone.riser");
    parts_of_applying(folder / "alone.riser");
    routes_in(window);
    std::printf("  memory of the process %.0f MB, at most %.0f MB\n", process_memory().resident / 1e6,
                process_memory().peak / 1e6);
}

} // namespace riser::bench
