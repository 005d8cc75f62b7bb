// SPDX-License-Identifier: GPL-3.0-or-later
// The table that people read: one line a measure, columns aligned, the budget beside it.
#include "tests/bench/bench.h"

#include <cstdio>

namespace riser::bench {

namespace {

std::string number(double value, const char* unit) {
    char text[32];
    std::snprintf(text, sizeof text, value < 10 ? "%.2f %s" : value < 100 ? "%.1f %s" : "%.0f %s", value, unit);
    return text;
}

std::string amount(double value, Unit unit) {
    if (unit == Unit::bytes)
        return value < 1e6   ? number(value / 1e3, "kB")
               : value < 1e9 ? number(value / 1e6, "MB")
                             : number(value / 1e9, "GB");
    return value < 1e-6   ? number(value * 1e9, "ns")
           : value < 1e-3 ? number(value * 1e6, "us")
           : value < 1    ? number(value * 1e3, "ms")
                          : number(value, "s");
}

std::string ratio(double value) {
    char text[32];
    std::snprintf(text, sizeof text, value < 0.1 ? "%.4fx" : value < 100 ? "%.2fx" : "%.0fx", value);
    return text;
}

constexpr const char* columns = "%-46s %10s %10s %10s  %-46s %10s %10s %10s %9s  %s\n";

std::string processor(const Measure& measure) {
    return measure.processor > 0 ? amount(measure.processor, measure.unit) : std::string();
}

} // namespace

void print_heading(const Design& design, DesignSize size, int repeat) {
    std::printf("%s: %zu floors, %zu points, %zu devices, %zu pathway runs, %zu cables; %d repetitions\n\n",
                std::string(size_name(size)).c_str(), design.floors.size(), design.jacks.size(),
                design.equipment.size(), design.pathway_runs.size(), design.cables.size(), repeat);
#ifndef __OPTIMIZE__
    std::puts("built without optimisation: these figures say nothing\n");
#endif
    std::printf(columns, "measured", "min", "median", "processor", "compared with", "min", "median", "processor",
                "ratio", "budget");
    std::fflush(stdout);
}

// A time that others on the machine made long is missed; that the processor time was short enough is said beside.
void Bench::line(const Line& line) {
    const auto by = [&](const Measure& one) { return line.ratio_of == RatioOf::clock ? one.median : one.processor; };
    const double times = by(line.peer) > 0 ? by(line.measured) / by(line.peer) : 0;
    std::string budget;
    bool met = true;
    if (line.at_most) {
        budget = "< " + amount(*line.at_most, line.measured.unit);
        met = line.measured.median < *line.at_most;
        if (!met && line.measured.processor > 0 && line.measured.processor < *line.at_most)
            budget += " (met by processor time)";
    }
    if (line.ratio_at_most) {
        budget += (budget.empty() ? "<= " : ", <= ") + ratio(*line.ratio_at_most);
        met = met && times <= *line.ratio_at_most;
    }
    if (!budget.empty())
        budget += met ? "  met" : "  MISSED";
    const bool compared = !line.against.empty();
    const auto of_peer = [&](const std::string& text) { return compared ? text : std::string(); };
    std::printf(columns, line.what.c_str(), amount(line.measured.least, line.measured.unit).c_str(),
                amount(line.measured.median, line.measured.unit).c_str(), processor(line.measured).c_str(),
                line.against.c_str(), of_peer(amount(line.peer.least, line.peer.unit)).c_str(),
                of_peer(amount(line.peer.median, line.peer.unit)).c_str(), of_peer(processor(line.peer)).c_str(),
                of_peer(ratio(times)).c_str(), budget.c_str());
    std::fflush(stdout);
}

void Bench::require(bool holds, std::string_view what) {
    if (holds)
        return;
    sound_ = false;
    std::printf("DIFFERENT: %s\n", std::string(what).c_str());
}

} // namespace riser::bench
