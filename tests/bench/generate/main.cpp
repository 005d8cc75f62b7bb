// SPDX-License-Identifier: GPL-3.0-or-later
// riser-generate --size M|L|XL --seed N [--defects K] -o FILE.riser
#include "model/file/writer.h"
#include "tests/bench/generate/generate.h"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace {

constexpr const char* usage = "usage: riser-generate --size M|L|XL --seed N [--defects K] -o FILE.riser\n"
                              "Writes a believable design of that size; the same size and seed give the same bytes.\n"
                              "With --defects, K faults are put in and listed in FILE.defects.csv.\n";

struct Arguments {
    riser::GenerateOptions options;
    std::string output;
};

template<class Number> bool read_number(const char* text, Number& out) {
    const char* end = text + std::strlen(text);
    const auto [at, code] = std::from_chars(text, end, out);
    return code == std::errc() && at == end;
}

std::optional<Arguments> parse(int argc, char** argv) {
    Arguments out;
    bool sized = false;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const char* value = argv[i + 1];
        if (name == "--size") {
            const auto size = riser::parse_design_size(value);
            if (!size)
                return std::nullopt;
            out.options.size = *size;
            sized = true;
        } else if (name == "--seed") {
            if (!read_number(value, out.options.seed))
                return std::nullopt;
        } else if (name == "--defects") {
            if (!read_number(value, out.options.defects) || out.options.defects < 0)
                return std::nullopt;
        } else if (name == "-o") {
            out.output = value;
        } else {
            return std::nullopt;
        }
    }
    if (argc % 2 == 0 || !sized || out.output.empty())
        return std::nullopt;
    return out;
}

bool write_file(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << bytes;
    file.close();
    if (!file)
        std::fprintf(stderr, "%s: cannot be written\n", path.c_str());
    return static_cast<bool>(file);
}

} // namespace

int main(int argc, char** argv) {
    const std::optional<Arguments> arguments = parse(argc, argv);
    if (!arguments) {
        std::fputs(usage, stderr);
        return 2;
    }
    const riser::GeneratedDesign made = riser::generate(arguments->options);
    if (!write_file(arguments->output, riser::write_design(made.design)))
        return 2;
    if (arguments->options.defects == 0)
        return 0;
    std::string list = arguments->output;
    if (list.ends_with(".riser"))
        list.resize(list.size() - 6);
    return write_file(list + ".defects.csv", riser::defects_csv(made.defects)) ? 0 : 2;
}
