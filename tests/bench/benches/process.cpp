// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernel counts for this process, with everything that the benches before held at once.
#include "tests/bench/benches/benches.h"
#include "tests/bench/memory.h"

namespace riser::bench {

void process(Bench& bench) {
    const Process memory = process_memory();
    bench.line({.what = "process: resident at the end",
                .measured = bytes(memory.resident),
                .against = {},
                .at_most = bench.grown(1e9)});
    bench.line({.what = "process: resident at its peak",
                .measured = bytes(memory.peak),
                .against = {},
                .at_most = bench.grown(1e9)});
}

} // namespace riser::bench
