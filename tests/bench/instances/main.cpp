// SPDX-License-Identifier: GPL-3.0-or-later
// riser-instances COMMAND [--seconds N] FILE…: solves public instances of the field's problems with the solvers that
// plan buildings, one line of JSON a file, so that others can measure them.
#include "tests/bench/instances/commands.h"

#include <array>
#include <cstdio>
#include <vector>

namespace {

using namespace riser::instances;

constexpr std::array commands{
    InstanceCommand{"steiner", "[--seconds N] FILE.(stp|gr)...", run_steiner},
    InstanceCommand{"pmedian", "[--seconds N] FILE...", run_pmedian},
    InstanceCommand{"pcentre", "[--seconds N] FILE...", run_pcentre},
    InstanceCommand{"setcover", "[--seconds N] FILE...", run_setcover},
    InstanceCommand{"resilience", "[--seconds N] FILE.(graphml|xml)...", run_resilience},
    InstanceCommand{"concurrent-flow", "[--seconds N] FILE.xml...", run_concurrent_flow},
};

void print_usage() {
    std::fputs("usage:\n", stderr);
    for (const InstanceCommand& command : commands)
        std::fprintf(stderr, "  riser-instances %s %s\n", std::string(command.name).c_str(),
                     std::string(command.usage).c_str());
}

} // namespace

int main(int count, char** values) {
    const std::vector<std::string> words(values + 1, values + count);
    for (const InstanceCommand& command : commands)
        if (!words.empty() && words[0] == command.name)
            return command.run(std::span(words).subspan(1));
    print_usage();
    return 2;
}
