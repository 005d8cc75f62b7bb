// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches/benches.h"

namespace riser::bench {

std::span<const NamedBench> benches() {
    static constexpr NamedBench list[] = {
        {"edit", "one edit with its snapshot", edit},
        {"undo", "the memory of ten thousand steps of undo", undo},
        {"load", "reading a file, fully validated", load},
        {"save", "writing a file", save},
        {"forest", "the routing forest of all outlets", forest},
        {"outlet", "one moved outlet from the forest that stands", outlet},
        {"planning", "a building planned from its rooms, step by step", planning},
        {"check", "a full check from scratch", check},
        {"recheck", "a check after one edit", recheck},
        {"forwarding", "what comes where in a logical network", forwarding},
        {"intents", "whether a logical network does what was asked, and who reaches whom", intents},
        {"failures", "what goes dark when one thing fails, or two", failures},
        {"capacity", "loads of links after every single failure", capacity},
        {"process", "the memory of this process", process},
    };
    return list;
}

} // namespace riser::bench
