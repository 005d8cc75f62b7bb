// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string_view>

namespace riser {

namespace fs = std::filesystem;

namespace {

// From the ground up.
constexpr std::array<std::string_view, 4> floors{"model", "solvers", "exporters", "designer"};

std::optional<std::size_t> floor_of(std::string_view path) {
    for (std::size_t i = 0; i < floors.size(); ++i)
        if (path.starts_with(floors[i]) && path.size() > floors[i].size() && path[floors[i].size()] == '/')
            return i;
    return std::nullopt;
}

// Libraries that may be included only below certain folders, and whether headers may.
struct LibraryRule {
    std::string_view prefix; // of the included path
    std::vector<std::string_view> folders;
    bool in_headers;
};
const std::vector<LibraryRule>& library_rules() {
    static const std::vector<LibraryRule> rules{
        {"CGAL/", {"solvers/geometry/"}, false},
        {"boost/graph/", {"solvers/graph/", "solvers/analysis/"}, false},
        {"boost/", {"solvers/graph/", "solvers/analysis/", "solvers/geometry/"}, false},
        {"Q", {"exporters/painting/", "designer/"}, true},
        {"pugixml", {"model/file/", "solvers/checks/", "exporters/", "designer/verify/"}, true},
        {"dxflib/", {"model/import/"}, false},
        {"glpk.h", {"solvers/graph/location/", "solvers/graph/resilience/"}, false},
        {"nlohmann/", {"model/file/", "exporters/writers/", "designer/cli/"}, false},
        {"xlsxwriter", {"exporters/writers/"}, true},
        {"CLI/", {"designer/cli/"}, false},
    };
    return rules;
}

bool is_header(std::string_view file) { return file.ends_with(".h"); }

void check_include(const std::string& file, int line, std::string_view included, std::vector<Breach>& breaches) {
    const std::optional<std::size_t> here = floor_of(file);
    if (const std::optional<std::size_t> there = floor_of(included); there && here && *there > *here)
        breaches.push_back(
            {file, line,
             "the floor " + std::string(floors[*here]) + " includes the floor above: " + std::string(included)});
    // What checks certificates shares no code with what writes them.
    constexpr std::string_view verifier = "designer/verify/";
    if (file.starts_with(verifier) && floor_of(included).value_or(0) > 0 && !included.starts_with(verifier))
        breaches.push_back({file, line, "the verifier includes more than the model: " + std::string(included)});
    if (here && !file.starts_with(verifier) && included.starts_with(verifier))
        breaches.push_back({file, line, "the product includes the verifier: " + std::string(included)});
    if (included.starts_with("tests/"))
        breaches.push_back({file, line, "the product includes a test's file: " + std::string(included)});
    for (const LibraryRule& rule : library_rules()) {
        if (!included.starts_with(rule.prefix))
            continue;
        const bool allowed = std::any_of(rule.folders.begin(), rule.folders.end(),
                                         [&](std::string_view folder) { return file.starts_with(folder); });
        if (!allowed)
            breaches.push_back({file, line, std::string(included) + " does not belong here"});
        else if (is_header(file) && !rule.in_headers)
            breaches.push_back({file, line, std::string(included) + " stands in a header"});
        break; // the first, most particular rule decides
    }
}

// `#include "x"` or `#include <x>`.
std::string_view included_path(std::string_view line) {
    const std::size_t hash = line.find_first_not_of(" \t");
    if (hash == std::string_view::npos || line[hash] != '#')
        return {};
    line.remove_prefix(hash + 1);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.starts_with("include"))
        return {};
    const std::size_t open = line.find_first_of("\"<");
    const std::size_t close = line.find_first_of("\">", open == std::string_view::npos ? open : open + 1);
    if (close == std::string_view::npos)
        return {};
    return line.substr(open + 1, close - open - 1);
}

void scan_file(const fs::path& root, const fs::path& path, std::vector<Breach>& breaches) {
    const std::string file = fs::relative(path, root).generic_string();
    std::ifstream in(path);
    std::string line;
    int number = 0;
    bool guarded = false;
    while (std::getline(in, line)) {
        ++number;
        if (number == 1 && line != "// SPDX-License-Identifier: GPL-3.0-or-later")
            breaches.push_back({file, 1, "no licence line"});
        guarded = guarded || line == "#pragma once";
        if (const std::string_view included = included_path(line); !included.empty())
            check_include(file, number, included, breaches);
    }
    if (is_header(file) && !guarded)
        breaches.push_back({file, 1, "no #pragma once"});
    const int limit = is_header(file) ? 300 : 800;
    if (number > limit)
        breaches.push_back({file, number, "longer than " + std::to_string(limit) + " lines"});
}

} // namespace

std::vector<Breach> scan_architecture(const fs::path& root) {
    std::vector<fs::path> files;
    for (const std::string_view floor : floors)
        if (fs::exists(root / floor))
            for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / floor))
                if (const std::string extension = entry.path().extension().string();
                    extension == ".h" || extension == ".cpp")
                    files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Breach> breaches;
    for (const fs::path& file : files)
        scan_file(root, file, breaches);
    return breaches;
}

} // namespace riser
