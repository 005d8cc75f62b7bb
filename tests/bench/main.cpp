// SPDX-License-Identifier: GPL-3.0-or-later
// riser-bench [--size M|L|XL] [--only NAME] [--repeat N]
#include "tests/bench/bench.h"

#include <charconv>
#include <cstdio>
#include <cstring>

namespace {

using namespace riser::bench;

void print_usage() {
    std::fputs("usage: riser-bench [--size M|L|XL] [--only NAME] [--repeat N]\n"
               "Prints how fast Riser is on a generated design (L unless told), each beside what it is compared with,\n"
               "measured in the same run, and its budget. Fails only when what was compared differs. NAME is one of:\n",
               stderr);
    for (const NamedBench& bench : benches())
        std::fprintf(stderr, "  %-12s %s\n", std::string(bench.name).c_str(), std::string(bench.what).c_str());
}

struct Arguments {
    riser::DesignSize size = riser::DesignSize::large;
    std::string_view only;
    int repeat = 7;
};

bool is_bench(std::string_view name) {
    for (const NamedBench& bench : benches())
        if (bench.name == name)
            return true;
    return false;
}

std::optional<Arguments> parse(int argc, char** argv) {
    Arguments out;
    if (argc % 2 == 0)
        return std::nullopt;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const std::string_view value = argv[i + 1];
        if (name == "--size") {
            const auto size = riser::parse_design_size(value);
            if (!size)
                return std::nullopt;
            out.size = *size;
        } else if (name == "--only" && is_bench(value)) {
            out.only = value;
        } else if (name == "--repeat") {
            const auto [at, code] = std::from_chars(value.data(), value.data() + value.size(), out.repeat);
            if (code != std::errc() || at != value.data() + value.size() || out.repeat < 1)
                return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    return out;
}

} // namespace

int main(int argc, char** argv) {
    const std::optional<Arguments> arguments = parse(argc, argv);
    if (!arguments) {
        print_usage();
        return 2;
    }
    const riser::Design design = riser::generate({.size = arguments->size, .seed = 1}).design;
    print_heading(design, arguments->size, arguments->repeat);
    Bench bench(design, arguments->size, arguments->repeat);
    for (const NamedBench& named : benches())
        if (arguments->only.empty() || arguments->only == named.name)
            named.run(bench);
    return bench.sound() ? 0 : 1;
}
