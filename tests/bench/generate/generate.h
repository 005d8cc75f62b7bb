// SPDX-License-Identifier: GPL-3.0-or-later
// Makes believable designs of a stated size for benches and property tests: buildings of irregular wings with several
// shafts and one-shaft towers, rooms, points, routed cables, devices, VLANs, zones. The same size and seed give the
// same design, id by id. Without defects a generated design is meant to be clean under the rules.
#pragma once

#include "model/design.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

enum class DesignSize { medium, large, extra_large };

std::string_view size_name(DesignSize size); // "M", "L", "XL"
std::optional<DesignSize> parse_design_size(std::string_view name);

struct GenerateOptions {
    DesignSize size = DesignSize::medium;
    std::uint64_t seed = 1;
    int defects = 0;
};

// One fault put in on purpose: what was done, the rule that should find it, and the rows it should name.
struct SeededDefect {
    std::string kind; // "outlet-outside-room"
    std::string rule; // "CAB-02"
    std::vector<AnyId> subjects;
};

struct GeneratedDesign {
    Design design;
    std::vector<SeededDefect> defects;
};

GeneratedDesign generate(const GenerateOptions& options);

// "kind,rule,subjects" with a heading; subjects are separated by spaces.
std::string defects_csv(const std::vector<SeededDefect>& defects);

} // namespace riser
