// SPDX-License-Identifier: GPL-3.0-or-later
// How much memory is in use: by the allocator's own account, and by the kernel's of the whole process. Linux, glibc.
#pragma once

#include "tests/bench/bench.h"

namespace riser::bench {

// Bytes handed out by malloc and not given back.
double allocated();

struct Process {
    double resident = 0;
    double peak = 0;
};
Process process_memory();

inline Measure bytes(double amount) { return {.least = amount, .median = amount, .unit = Unit::bytes}; }

} // namespace riser::bench
