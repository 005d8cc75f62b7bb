// SPDX-License-Identifier: GPL-3.0-or-later
// Reads an ASCII DXF drawing into a PlanSketch. Our own scan of (line, code, value) groups checks structure and decodes
// texts, dxflib makes entities of the groups, then blocks are expanded and curves flattened. Binary DXF, DWG, truncated
// or empty files are errors with their place; what is understood but not wanted is counted in PlanSketch::counts.
#pragma once

#include "model/base/result.h"
#include "model/import/plan_sketch.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace riser {

enum class HiddenLayers { leave_out, read };

struct DxfOptions {
    std::optional<double> millimetres_per_unit{};         // the user's word; else declared, else guessed
    double chord_tolerance_mm = 1;                        // how far a flattened curve may stray from the true one
    HiddenLayers hidden_layers = HiddenLayers::leave_out; // frozen or switched off
    // Bounds against hostile or broken files; passing one is an error that names it.
    std::uint32_t max_depth = 32;           // of nested block inserts
    std::uint64_t max_entities = 3'000'000; // after expansion of blocks
    std::uint64_t max_points = 30'000'000;  // after flattening
    std::stop_token stop = {};              // looked at every few entities; then the error is `stopped`
};

// O(bytes + expanded entities). Never throws; the sketch has at least one curve or text.
Result<PlanSketch> read_dxf(std::string_view bytes, std::string file_name, const DxfOptions& options = {});

} // namespace riser
