// SPDX-License-Identifier: GPL-3.0-or-later
// Timing by the steady clock and by the processor time of the process: several repetitions, of which the least and the
// median are told. What a bench computes is
// kept from being optimised away.
#pragma once

#include "tests/bench/bench.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace riser::bench {

template<class Value> void keep(const Value& value) { asm volatile("" : : "g"(&value) : "memory"); }

template<class Work> double seconds_of(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Of samples that a bench took itself; at least one.
inline Measure measure_of(std::vector<double> samples) {
    std::sort(samples.begin(), samples.end());
    return {.least = samples.front(), .median = samples[samples.size() / 2]};
}

// Of all threads of the process; seconds.
inline double processor_time() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Repetitions that a bench times one by one.
class Stopwatch {
  public:
    template<class Work> void time(Work work) {
        const double before = processor_time();
        clock_.push_back(seconds_of(work));
        processor_.push_back(processor_time() - before);
    }
    // At least one.
    Measure measure() const {
        Measure out = measure_of(clock_);
        out.processor = measure_of(processor_).median;
        return out;
    }

  private:
    std::vector<double> clock_, processor_;
};

// work() once a repetition.
template<class Work> Measure timed(int repeat, Work work) {
    Stopwatch watch;
    for (int i = 0; i < repeat; ++i)
        watch.time(work);
    return watch.measure();
}

inline Measure each_of(Measure all, std::size_t operations) {
    for (double* time : {&all.least, &all.median, &all.processor})
        *time /= static_cast<double>(operations);
    return all;
}

// work(i) for i below `operations` in each repetition: the time of one operation.
template<class Work> Measure timed_each(int repeat, int operations, Work work) {
    const Measure all = timed(repeat, [&] {
        for (int i = 0; i < operations; ++i)
            work(i);
    });
    return each_of(all, static_cast<std::size_t>(operations));
}

} // namespace riser::bench
