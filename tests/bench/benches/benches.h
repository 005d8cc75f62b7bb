// SPDX-License-Identifier: GPL-3.0-or-later
// The benches, a file each; tests/bench/benches.cpp names them.
#pragma once

#include "tests/bench/bench.h"

namespace riser::bench {

void edit(Bench& bench);
void undo(Bench& bench);
void load(Bench& bench);
void save(Bench& bench);
void forest(Bench& bench);
void outlet(Bench& bench);
void planning(Bench& bench);
void check(Bench& bench);
void recheck(Bench& bench);
void forwarding(Bench& bench);
void intents(Bench& bench);
void failures(Bench& bench);
void capacity(Bench& bench);
void process(Bench& bench);

} // namespace riser::bench
