// SPDX-License-Identifier: GPL-3.0-or-later
// How big a generated campus is: the targets of its size and the shape of each building. Lengths in millimetres.
#pragma once

#include "model/base/text.h"
#include "tests/bench/generate/generate.h"

#include <vector>

namespace riser {

struct WingRecipe {
    bool north = true;
    std::int32_t at = 0;     // along the bar
    std::int32_t length = 0; // beyond the bar's outer wall
    int top_storey = 0;      // set back above it
};

// A tower is a square plate round a core with one shaft; else a bar with wings, each with its own shaft.
struct BuildingRecipe {
    std::string letter; // empty when the building stands alone
    Text name;
    bool tower = false;
    int basements = 1;
    int storeys = 11; // above ground
    std::int32_t bar_length = 0;
    std::vector<WingRecipe> wings;
    std::int32_t east = 0; // where it stands, in the frame that the campus shares
    std::int32_t north = 0;
};

struct Recipe {
    std::int32_t points = 0;
    std::int32_t devices = 0;
    std::int32_t runs = 0;
    std::vector<BuildingRecipe> buildings;
    int floors() const;
};

Recipe recipe_for(DesignSize size);

} // namespace riser
