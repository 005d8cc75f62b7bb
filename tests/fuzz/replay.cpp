// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: every file of the given folders as it is, then ROUNDS damaged copies of each,
// the same ones every time. Usage: replay ROUNDS FOLDER…
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string damaged(std::string bytes, const std::vector<std::string>& others, std::mt19937& random) {
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : std::size_t{random()} % n; };
    const std::size_t times = 1 + below(6);
    for (std::size_t i = 0; i < times; ++i) {
        const std::size_t at = below(bytes.size() + 1);
        switch (below(6)) {
        case 0:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(random() & 0xFF);
            break;
        case 1:
            bytes.erase(at, below(40));
            break;
        case 2:
            bytes.insert(at, std::to_string(static_cast<std::int32_t>(random())));
            break;
        case 3:
            bytes.insert(at, bytes.substr(below(bytes.size() + 1), below(400)));
            break;
        case 4:
            bytes.resize(at);
            break;
        default: {
            const std::string& other = others[below(others.size())];
            bytes.insert(at, other.substr(below(other.size() + 1), below(400)));
            break;
        }
        }
    }
    return bytes;
}

} // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "usage: replay ROUNDS FOLDER...\n";
        return EXIT_FAILURE;
    }
    std::vector<std::filesystem::path> paths;
    for (int i = 2; i < count; ++i)
        for (const auto& entry : std::filesystem::directory_iterator(arguments[i]))
            if (entry.is_regular_file())
                paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> files;
    for (const std::filesystem::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    if (files.empty()) {
        std::cerr << "no files to replay\n";
        return EXIT_FAILURE;
    }
    std::mt19937 random(20260101);
    const int rounds = std::atoi(arguments[1]);
    for (const std::string& file : files) {
        run(file);
        for (int i = 0; i < rounds; ++i)
            run(damaged(file, files, random));
    }
    std::cout << files.size() << " files, " << rounds << " damaged copies of each\n";
    return EXIT_SUCCESS;
}
