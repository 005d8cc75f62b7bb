// SPDX-License-Identifier: GPL-3.0-or-later
// canvas-bench [--size M|L] [--frames N] [--only frames|live|window|tables]
// Drawn by software, or by GL with QSG_RHI_BACKEND=opengl. Needs a screen (xvfb-run).
// How fast the plan is painted and how long the window ever makes a person wait, each beside what it is compared with
// in the same run. Prints; a missed budget fails nothing.
#include "tests/bench/canvas/canvas_bench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <clocale>
#include <cstdio>

int main(int count, char** arguments) {
    using namespace riser::bench;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const bool gl = qgetenv("QSG_RHI_BACKEND") == "opengl" && !qEnvironmentVariableIsSet("QT_QUICK_BACKEND");
    if (gl)
        qputenv("QSG_RENDER_LOOP", "basic"); // else frames are made beside the loop that is measured
    else if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
    QApplication app(count, arguments);
    std::setlocale(LC_NUMERIC, "C");
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("size"), QStringLiteral("of the generated design"), QStringLiteral("M|L"),
                      QStringLiteral("L")});
    parser.addOption(
        {QStringLiteral("frames"), QStringLiteral("a measure"), QStringLiteral("N"), QStringLiteral("60")});
    parser.addOption({QStringLiteral("only"), QStringLiteral("a part"), QStringLiteral("frames|live|window|tables")});
    parser.process(app);
    const auto size = riser::parse_design_size(parser.value(QStringLiteral("size")).toStdString());
    const int frames = parser.value(QStringLiteral("frames")).toInt();
    if (!size || frames < 1)
        parser.showHelp(2);
    const QString only = parser.value(QStringLiteral("only"));
    const auto wants = [&](const char* part) { return only.isEmpty() || only == QLatin1String(part); };
    if (wants("frames"))
        measure_frames(frames);
    if (wants("live"))
        measure_live(frames, gl);
    if (wants("window"))
        measure_window(*size);
    if (wants("tables"))
        measure_tables(*size);
    return 0;
}
