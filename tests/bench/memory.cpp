// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/memory.h"

#include <fstream>
#include <malloc.h>

namespace riser::bench {

double allocated() {
    const struct mallinfo2 info = ::mallinfo2();
    return static_cast<double>(info.uordblks) + static_cast<double>(info.hblkhd);
}

Process process_memory() {
    Process out;
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kilobytes = 0;
        if (word == "VmRSS:" && status >> kilobytes)
            out.resident = kilobytes * 1024;
        else if (word == "VmHWM:" && status >> kilobytes)
            out.peak = kilobytes * 1024;
    }
    return out;
}

} // namespace riser::bench
