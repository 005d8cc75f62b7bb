// SPDX-License-Identifier: GPL-3.0-or-later
// What a bench is handed and how it reports: lines of a table, each a measure beside what it is compared with and the
// budget it has, and equalities that must hold however fast it was. Seconds and bytes.
#pragma once

#include "tests/bench/generate/generate.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace riser::bench {

enum class Unit { seconds, bytes };

// Of several repetitions; memory is measured once. Where others use the machine, the processor time of the process, of
// all its threads, says what the clock does not; 0: not taken.
struct Measure {
    double least = 0;
    double median = 0;
    Unit unit = Unit::seconds;
    double processor = 0; // median
};
enum class RatioOf { clock, processor };

struct Line {
    std::string what;
    Measure measured;
    std::string against; // what it is compared with; empty: nothing
    Measure peer = {};
    // The budget: of the median, and of its ratio to the peer's.
    std::optional<double> at_most = {};
    std::optional<double> ratio_at_most = {};
    RatioOf ratio_of = RatioOf::clock; // processor: both must have taken it
};

class Bench {
  public:
    Bench(const Design& design, DesignSize size, int repeat) : design_(design), size_(size), repeat_(repeat) {}

    const Design& design() const { return design_; }
    DesignSize size() const { return size_; }
    int repeat() const { return repeat_; }
    // A budget stated at L: a campus may take five times as much.
    double grown(double at_large) const { return size_ == DesignSize::extra_large ? at_large * 5 : at_large; }

    // Prints the line at once.
    void line(const Line& line);
    // An equality between the two things compared; one that fails makes the program fail.
    void require(bool holds, std::string_view what);
    bool sound() const { return sound_; }

  private:
    const Design& design_;
    DesignSize size_;
    int repeat_;
    bool sound_ = true;
};

struct NamedBench {
    std::string_view name;
    std::string_view what;
    void (*run)(Bench& bench);
};
// In the order in which they run; the one list of them.
std::span<const NamedBench> benches();

void print_heading(const Design& design, DesignSize size, int repeat);

} // namespace riser::bench
