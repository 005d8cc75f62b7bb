// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/table_cells.h"
#include "model/file/save.h"
#include "tests/bench/canvas/canvas_bench.h"
#include "tests/bench/stopwatch.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/qml/window.h"

#include <cstdio>

namespace riser::bench {

void measure_tables(DesignSize size) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder / "generated.riser";
    if (!save_design(generate({.size = size, .seed = 1}).design, path)) {
        std::printf("cannot write %s\n", path.c_str());
        return;
    }
    test::TestWindow window(QStringLiteral("zh"));
    window.open(path);
    auto& table = *static_cast<TableModel*>(window.session().table());
    auto& cells = *static_cast<TableCells*>(table.cells());
    window.window().setProperty("view", QStringLiteral("tables"));
    window.settle();
    for (const char* grid : {"jacks", "schedule:cables"}) {
        // Each with the frame that shows it.
        const auto told = [&](const char* what, double budget, const std::function<void()>& verb) {
            const double seconds = seconds_of([&] {
                verb();
                (void)window.picture();
            });
            std::printf("  %-44s %9.1f ms  %s %.0f ms\n", what, seconds * 1e3, seconds <= budget ? "within" : "OVER",
                        budget * 1e3);
            window.settle();
        };
        const auto done = [](bool taken) {
            if (!taken)
                std::printf("  REFUSED, so what follows says nothing:\n");
        };
        QString text;
        std::printf("table %s, size %s\n", grid, std::string(size_name(size)).c_str());
        told("shown", 0.5, [&] { table.set_grid(QString::fromLatin1(grid)); });
        std::printf("    (%d rows of %d columns)\n", table.rowCount(), table.columnCount());
        told("a frame alone", 0.05, [] {});
        told("filtered by a word that no row holds", 0.2, [&] { table.set_filter(QStringLiteral("zzz")); });
        told("the filter let go", 0.2, [&] { table.set_filter({}); });
        told("sorted by words", 0.2, [&] { table.sortBy(0); });
        told("all selected", 0.1, [&] { cells.selectAll(); });
        told("all copied", 0.5, [&] { text = cells.copied(); });
        told("all pasted where they were", 1, [&] { done(cells.paste(text)); });
        const auto label = [&] {
            for (int column = 0; column < table.columnCount(); ++column)
                if (table.behind()->columns()[table.column_behind(column)].key == "label")
                    return column;
            return 0;
        }();
        cells.press(0, label, false, false);
        told("one cell set", 0.2, [&] { done(cells.set(QStringLiteral("7"))); });
        cells.pressColumn(label, false, false);
        told("a column filled", 1, [&] { done(cells.fill(QStringLiteral("8"))); });
        told("that undone", 1, [&] { window.session().undo(); });
    }
}

} // namespace riser::bench
