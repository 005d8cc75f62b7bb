// SPDX-License-Identifier: GPL-3.0-or-later
// Timing by the steady clock: several repetitions, of which the least and the median are told. What a bench computes is
// kept from being optimised away.
#pragma once

#include "tests/bench/bench.h"

#include <algorithm>
#include <chrono>

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

// work() once a repetition.
template<class Work> Measure timed(int repeat, Work work) {
    std::vector<double> samples;
    for (int i = 0; i < repeat; ++i)
        samples.push_back(seconds_of(work));
    return measure_of(std::move(samples));
}

// work(i) for i below `operations` in each repetition: the time of one operation.
template<class Work> Measure timed_each(int repeat, int operations, Work work) {
    Measure all = timed(repeat, [&] {
        for (int i = 0; i < operations; ++i)
            work(i);
    });
    all.least /= operations;
    all.median /= operations;
    return all;
}

} // namespace riser::bench
